"""`reportedly add`: reports into a ledger."""

import click

from reportedly.cli.inputs import Inputs, input_options
from reportedly.cli.ledgers import ledger_option
from reportedly.errors import ReportedlyError


@click.command(
    epilog="""\b
Examples:
  reportedly add report.txt
  reportedly add -r reports/ --ledger kivu.db
  reportedly add -r reports/ --ledger kivu.db       again: changes nothing, takes up where it was interrupted

Every report is kept as soon as it is read; after Ctrl-C, or a crash, what was kept is there.
"""
)
@input_options
@ledger_option
def add(
    files: tuple[str, ...],
    recursive: bool,
    outlet: str | None,
    published: str | None,
    url: str | None,
    max_bytes: int,
    workers: int | None,
    where: str,
) -> int:
    """Read reports and keep them in a ledger."""
    from reportedly.ledger.store import Ledger

    inputs = Inputs(files, recursive, max_bytes, {"outlet": outlet, "published": published, "url": url}, workers)
    new = known = claims = 0
    with Ledger(where) as ledger:
        for reading in inputs.readings():
            try:
                added = ledger.add(reading)
            except ReportedlyError as error:
                inputs.refuse(error)
                continue
            new += added
            known += not added
            claims += len(reading.claims) if added else 0
        held = ledger.count()
    click.echo(
        f"{new} report{'' if new == 1 else 's'} added ({claims} claim{'' if claims == 1 else 's'}), {known} known before, "
        f"{inputs.refused} refused; {where} holds {held}"
    )
    return inputs.exit_code()
