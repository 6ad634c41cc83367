"""What the commands on a ledger share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
DEFAULT = "reportedly.db"


def ledger_option(command: Command) -> Command:
    """--ledger, or the environment's REPORTEDLY_LEDGER."""
    return click.option(
        "--ledger",
        "where",
        default=DEFAULT,
        show_default=True,
        envvar="REPORTEDLY_LEDGER",
        metavar="FILE|URL",
        help="The ledger: an SQLite file, or a database's URL.",
    )(command)
