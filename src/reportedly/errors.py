"""Everything that `reportedly` raises, in one tree.

ReportedlyError
├── Refusal             an input that is not read, with the reason and the way out
├── GroundingError      a span that does not hold the text it claims to hold
├── ModelError          a model or vocabulary file that is missing or damaged
├── ReadingError        a process that reads reports ended before it answered
├── LedgerError         a ledger that cannot be opened or used
│   └── UnknownIdError  an id that the ledger does not hold
└── FormatError         an output or sidecar that is not in its form
"""

from pathlib import Path


class ReportedlyError(Exception):
    """Base of all errors of this package."""


class Refusal(ReportedlyError):  # noqa: N818 - it is no error of anybody's
    """An input that is not read. The other inputs of a run still are.

    `source` is the path or name as given, `reason` says why, `remedy` what to do.
    """

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        self.source, self.reason, self.remedy = source, reason, remedy
        super().__init__(f"{source}: {reason}; {remedy}")


class GroundingError(ReportedlyError):
    """A span whose text is not what it was said to be."""

    def __init__(self, report: str, start: int, end: int, expected: str, found: str) -> None:
        self.report, self.start, self.end = report, start, end
        self.expected, self.found = expected, found
        super().__init__(
            f"report {report}: characters {start} to {end} hold {found!r}, not {expected!r}; read the report again"
        )


class ModelError(ReportedlyError):
    """A model or vocabulary file is missing or damaged."""


class ReadingError(ReportedlyError):
    """A process that reads reports ended before it answered."""


class LedgerError(ReportedlyError):
    """A ledger cannot be opened, or holds what this version does not know."""


class UnknownIdError(LedgerError):
    """An id that no row of the ledger has, or that is too short to tell rows apart; `reason` says which."""

    def __init__(self, kind: str, value: str, ledger: Path | str, reason: str | None = None) -> None:
        self.kind, self.value, self.reason = kind, value, reason
        what = f"{kind} {value!r} {reason} in {ledger}" if reason else f"no {kind} {value!r} in {ledger}"
        super().__init__(f"{what}; `reportedly claims` lists what is there")


class FormatError(ReportedlyError):
    """A file is not in the form it should have."""
