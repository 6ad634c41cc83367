"""`reportedly read`: what each report says, who says it, through whom."""

import csv
import json
import sys

import click

from reportedly.cli.inputs import Inputs, input_options
from reportedly.cli.rows import COLUMNS, attribution_rows
from reportedly.cli.terminal import Terminal
from reportedly.cli.view import print_reading
from reportedly.model import Reading
from reportedly.reading.form import reading_to_json


@click.command(
    epilog="""\b
Examples:
  reportedly read report.txt
  reportedly read saved-page.html --outlet "The Herald"
  curl -s https://example.org/story | reportedly read -
  reportedly read *.txt --format json > readings.jsonl       one JSON object a line
  reportedly read -r reports/ --format csv > said.csv        one row an attribution

What a file does not say (outlet, time, address) may stand beside it: NAME.meta.json, or one
meta.json for a folder. Exit code 2 if an input could not be read; the others still are.
"""
)
@input_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="How to show it.",
)
@click.option(
    "--min-score", type=click.FloatRange(0, 1), default=0.0, help="Leave out what the reader is less sure of."
)
def read(
    files: tuple[str, ...],
    recursive: bool,
    outlet: str | None,
    published: str | None,
    url: str | None,
    max_bytes: int,
    workers: int | None,
    form: str,
    min_score: float,
) -> int:
    """Show what each report says, who says it, and through whom.

    FILE is a text or HTML file, or "-" for standard input.
    """
    inputs = Inputs(files, recursive, max_bytes, {"outlet": outlet, "published": published, "url": url}, workers)
    console = Terminal()
    writer = csv.writer(sys.stdout) if form == "csv" else None
    if writer:
        writer.writerow(COLUMNS)
    for whole in inputs.readings():
        reading = surer_than(whole, min_score)
        if form == "json":
            click.echo(json.dumps(reading_to_json(reading), ensure_ascii=False))
        elif writer:
            writer.writerows(attribution_rows(reading))
        else:
            print_reading(console, reading)
    return inputs.exit_code()


def surer_than(reading: Reading, score: float) -> Reading:
    """The reading less attributions under a score; what stood in them moves up, claims and denials follow."""
    if score <= 0:
        return reading
    from reportedly.reading.prune import pruned

    return pruned(reading, score)
