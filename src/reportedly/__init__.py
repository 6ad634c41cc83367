"""Who says so? Reads news reports and keeps a ledger of every claim: who makes it, through whom, who denies it.

The public door; everything that is not named here may change without notice.

    from reportedly import Ledger, load, read

    reading = read(load("report.txt"))
    with Ledger("story.db") as ledger:
        ledger.add(reading)
"""

from reportedly._version import __version__
from reportedly.errors import (
    FormatError,
    GroundingError,
    LedgerError,
    ModelError,
    ReadingError,
    Refusal,
    ReportedlyError,
    UnknownIdError,
)
from reportedly.intake.reports import from_bytes, load
from reportedly.ledger.store import ClaimEntry, Ledger
from reportedly.model import (
    Abstention,
    Act,
    Anchor,
    Attribution,
    Certainty,
    Claim,
    Denial,
    Event,
    Figure,
    Hop,
    Party,
    PartyKind,
    Polarity,
    Profile,
    Quote,
    Reading,
    Region,
    RegionKind,
    Report,
    Run,
    SourceKind,
    SourceMap,
    Span,
    Story,
    Time,
    TimeKind,
)
from reportedly.reading.form import reading_to_json
from reportedly.reading.many import read_many
from reportedly.reading.pipeline import Reader, read

__all__ = [
    "Abstention",
    "Act",
    "Anchor",
    "Attribution",
    "Certainty",
    "Claim",
    "ClaimEntry",
    "Denial",
    "Event",
    "Figure",
    "FormatError",
    "GroundingError",
    "Hop",
    "Ledger",
    "LedgerError",
    "ModelError",
    "Party",
    "PartyKind",
    "Polarity",
    "Profile",
    "Quote",
    "Reader",
    "Reading",
    "ReadingError",
    "Refusal",
    "Region",
    "RegionKind",
    "Report",
    "ReportedlyError",
    "Run",
    "SourceKind",
    "SourceMap",
    "Span",
    "Story",
    "Time",
    "TimeKind",
    "UnknownIdError",
    "__version__",
    "from_bytes",
    "load",
    "read",
    "read_many",
    "reading_to_json",
]
