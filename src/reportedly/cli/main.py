"""The command `reportedly`. Exit codes: 0 done, 1 a check failed, 2 something could not be done (named on stderr)."""

import io
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from reportedly._version import __version__
from reportedly.cli.add import add
from reportedly.cli.claims import claims
from reportedly.cli.examples import examples
from reportedly.cli.interrupts import watch
from reportedly.cli.read import read
from reportedly.cli.report import report
from reportedly.errors import ReportedlyError

INTERRUPTED = 130


class Commands(click.Group):
    """The commands; one whose output is not read to the end ("| head") is done, not failed."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is still to be written goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return result


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Try it:
  reportedly examples stories              two invented stories, copied to ./stories
  reportedly read stories/ilvet-ultimatum/*.txt
  reportedly add --recursive stories       into a ledger (reportedly.db)
  reportedly claims --act deny             what is denied, by whom
""",
)
@click.version_option(__version__, prog_name="reportedly")
def cli() -> None:
    """Who says so? Reads news reports: what is claimed, who says it, through whom, who denies it."""


for command in (read, add, claims, report, examples):
    cli.add_command(command)


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line (this process's, if no arguments are given); every refusal is a line on stderr and exit code 2."""
    _prepare_output()
    watch()
    try:
        code = cli.main(args, prog_name="reportedly", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("reportedly: interrupted; what was added before stays in the ledger", err=True)
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except ReportedlyError as error:
        click.echo(f"reportedly: {error}", err=True)
        sys.exit(2)
    except OSError as error:
        click.echo(f"reportedly: the output could not be written ({error})", err=True)
        sys.exit(2)
    sys.exit(code if isinstance(code, int) else 0)


def _prepare_output() -> None:
    """Files and pipes get UTF-8 whatever the locale; a terminal that lacks a character shows a question mark."""
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper) and out.encoding.lower() != "utf-8":
        if out.isatty():
            out.reconfigure(errors="replace")
        else:
            out.reconfigure(encoding="utf-8")
