"""What the reading commands share: their options, the loop over inputs, refusals on stderr, progress."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from reportedly.cli.interrupts import check
from reportedly.errors import FormatError, Refusal, ReportedlyError
from reportedly.intake.files import MAX_BYTES, expand
from reportedly.intake.reports import load
from reportedly.model import Reading, Report

Command = TypeVar("Command", bound=Callable[..., Any])
# Fewer files than this are read before a bar could be looked at.
FEWEST_FOR_A_BAR = 4
# Fewer inputs than this are read sooner than more processes have loaded their models.
FEWEST_TO_SHARE = 24


def input_options(command: Command) -> Command:
    """The arguments and options of every command that reads reports."""
    for option in reversed(
        (
            click.argument("files", nargs=-1, required=True, metavar="FILE..."),
            click.option("-r", "--recursive", is_flag=True, help="Read the reports in folders and their folders."),
            click.option(
                "--outlet", help="Who published them, where neither page nor sidecar says so (or says it wrong)."
            ),
            click.option("--published", help="When, as ISO 8601: 2025-11-25 or 2025-11-25T08:30:00Z."),
            click.option("--url", help="Their address."),
            click.option(
                "--max-bytes",
                type=click.IntRange(min=1),
                default=MAX_BYTES,
                show_default=True,
                help="Refuse larger inputs.",
            ),
            click.option(
                "--workers",
                type=click.IntRange(min=1),
                help=f"Processes to read with; by default one a core for {FEWEST_TO_SHARE} inputs or more, else one.",
            ),
        )
    ):
        command = option(command)
    return command


@dataclass(slots=True)
class Inputs:
    """The inputs of one run. Iterating reads them one by one; `refused` counts those that could not be read."""

    files: Sequence[str]
    recursive: bool
    max_bytes: int
    told: dict[str, str | None]
    workers: int | None = None
    refused: int = 0

    def readings(self) -> Iterator[Reading]:
        """Each input's reading in the given order; a refusal goes to stderr and the next input is read."""
        from reportedly.reading.many import read_many, usable_cores

        names = list(expand(self.files, self.recursive))
        workers = self.workers or (usable_cores() if len(names) >= FEWEST_TO_SHARE else 1)
        with _bar(len(names)) as progress:
            task = progress.add_task("reading", total=len(names))
            reports = self._reports(names, progress, task)
            for reading in read_many(reports, min(workers, max(len(names), 1))):
                check()
                yield reading
                progress.advance(task)

    def _reports(self, names: Sequence[str | Refusal], progress: Progress, task: TaskID) -> Iterator[Report]:
        """The reports of the inputs that can be read; the others are named on stderr as they are met."""
        for name in names:
            try:
                if isinstance(name, Refusal):
                    raise name
                yield self._load(name)
            except (Refusal, FormatError) as error:
                self.refuse(error, progress.console)
                progress.advance(task)

    def refuse(self, error: ReportedlyError, console: Console | None = None) -> None:
        """Names an input that could not be read or kept; the others go on."""
        self.refused += 1
        where = console or Console(stderr=True)
        where.print(f"reportedly: {error}", markup=False, highlight=False, soft_wrap=True)

    def _load(self, name: str) -> Report:
        """The report of a file. Bytes of its name that are no UTF-8 become U+FFFD, so that it can be printed and kept."""
        report = load(name, max_bytes=self.max_bytes, told=self.told)
        return replace(report, file=click.format_filename(name))

    def exit_code(self) -> int:
        return 2 if self.refused else 0


def _bar(total: int) -> Progress:
    """A bar on stderr for more than a few inputs, where somebody looks at it."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        # FORCE_COLOR makes every console a terminal to rich; a bar in a file is of no use.
        disable=total < FEWEST_FOR_A_BAR or not sys.stderr.isatty(),
        transient=True,
    )
