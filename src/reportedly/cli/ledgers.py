"""What the commands on a ledger share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from reportedly.errors import LedgerError
from reportedly.ledger.store import Ledger

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


def held(where: str) -> Ledger:
    """The ledger to look things up in. Raises LedgerError where there is none: a mistyped name is not to make one."""
    if where and "://" not in where and not Path(where).exists():
        raise LedgerError(f"there is no ledger {where}; `reportedly add` makes one, --ledger names another")
    return Ledger(where)
