"""`reportedly claims`: what the reports of a ledger claim, and who says so."""

import csv
import json
import sys
from collections.abc import Iterable

import click
from rich.text import Text

from reportedly.cli.ledgers import held, ledger_option
from reportedly.cli.rows import ARROW
from reportedly.cli.terminal import Terminal
from reportedly.cli.view import chain_text, said, stance_text
from reportedly.ledger.store import ClaimEntry
from reportedly.model import Act

COLUMNS = (
    "id",
    "claim",
    "source",
    "chain",
    "act",
    "polarity",
    "certainty",
    "denied_by",
    "outlet",
    "published",
    "start",
    "end",
)


@click.command(
    epilog="""\b
Examples:
  reportedly claims                          every claim, by time of publication
  reportedly claims --party ministry         what one party puts forward
  reportedly claims --act deny --act accuse
  reportedly claims --format csv > claims.csv
"""
)
@click.option("--party", help="Only what a party of this name (or part of it) puts forward.")
@click.option("--outlet", help="Only reports of this outlet (or part of its name).")
@click.option(
    "--act", "acts", multiple=True, type=click.Choice([a.value for a in Act]), help="Only this act; repeatable."
)
@click.option("--report", "report_id", help="Only this report.")
@click.option("--own", is_flag=True, help="With what the writers state in their own voice.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to show it.",
)
@ledger_option
def claims(
    party: str | None,
    outlet: str | None,
    acts: tuple[str, ...],
    report_id: str | None,
    own: bool,
    form: str,
    where: str,
) -> None:
    """List the claims that a ledger holds, each with its chain."""
    with held(where) as ledger:
        found = ledger.claims(party=party, outlet=outlet, acts=acts, report=report_id)
        entries = (e for e in found if own or e.attribution is not None)
        if form == "json":
            for entry in entries:
                click.echo(json.dumps(dict(zip(COLUMNS, row(entry), strict=True)), ensure_ascii=False))
        elif form == "csv":
            writer = csv.writer(sys.stdout)
            writer.writerow(COLUMNS)
            writer.writerows(["" if cell is None else cell for cell in row(entry)] for entry in entries)
        else:
            print_claims(entries)


def row(entry: ClaimEntry) -> list[str | int | None]:
    """A claim in the order of COLUMNS; None where there is nothing to tell."""
    reading, a, claim = entry.reading, entry.attribution, entry.claim
    chain = [hop.name for hop in reading.chain(a)] if a else [reading.report.outlet or reading.report.file]
    return [
        entry.id,
        claim.text,
        reading.party(a.party).name if a and a.party else None,
        ARROW.join(chain),
        a.act.value if a else None,
        a.polarity.value if a else None,
        a.certainty.value if a else None,
        denied_by(entry),
        reading.report.outlet,
        reading.report.published,
        claim.span.start,
        claim.span.end,
    ]


def denied_by(entry: ClaimEntry) -> str | None:
    """Who denies a claim in its own report, by chain; None where nobody does."""
    reading = entry.reading
    names = []
    for denial in reading.denies:
        if denial.denies is not None and denial.denies in {entry.claim.id, entry.claim.attribution}:
            names.append("the writer" if denial.by is None else chain_text(reading, reading.attribution(denial.by)))
    return "; ".join(names) or None


def print_claims(entries: Iterable[ClaimEntry]) -> None:
    """Claims under their reports, chains in bold, denials in red."""
    console = Terminal()
    last = None
    for entry in entries:
        report = entry.reading.report
        if report.id != last:
            console.print()
            console.show(Text(report.headline or report.file, style="bold"))
            console.show(Text(" · ".join(x for x in (report.outlet, report.published, report.id) if x), style="dim"))
            last = report.id
        _print_claim(console, entry)
    if last is None:
        console.print("no claims", style="dim")


def _said(entry: ClaimEntry) -> str:
    """A claim's words; of one that its cue interrupts, the words without the cue."""
    a = entry.attribution
    return said(entry.reading, a.content if a is not None and len(a.content) > 1 else (entry.claim.span,))


def _print_claim(console: Terminal, entry: ClaimEntry) -> None:
    a = entry.attribution
    line = Text()
    if a is None:
        line.append("in the writer's own voice", style="italic")
    else:
        line.append(f"{chain_text(entry.reading, a)}  ", style="bold")
        line.append_text(stance_text(a))
    line.append(f"  {entry.id}", style="dim")
    console.show(line, 2)
    console.show(Text(_said(entry)), 4)
    if denied := denied_by(entry):
        console.show(Text(f"✗ denied by {denied}", style="red"), 4)
