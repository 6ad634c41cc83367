"""`reportedly report ID`: one report of a ledger, as it was read."""

import json

import click

from reportedly.cli.ledgers import held, ledger_option
from reportedly.cli.terminal import Terminal
from reportedly.cli.view import print_reading
from reportedly.reading.form import reading_to_json


@click.command(
    epilog="""\b
Examples:
  reportedly report 427bb04a4d
  reportedly report 427b               the beginning of an id will do
  reportedly report 427b --format json
"""
)
@click.argument("report_id", metavar="ID")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to show it."
)
@ledger_option
def report(report_id: str, form: str, where: str) -> None:
    """Show one report of a ledger with everything read in it."""
    with held(where) as ledger:
        reading = ledger.reading(report_id)
    if form == "json":
        click.echo(json.dumps(reading_to_json(reading), ensure_ascii=False))
    else:
        print_reading(Terminal(), reading)
