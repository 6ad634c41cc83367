"""The ledger: reports and their readings, kept; claims, looked up."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, Select, func, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session, selectinload

from reportedly.errors import GroundingError, LedgerError, UnknownIdError
from reportedly.ledger.engine import open_engine
from reportedly.ledger.rows import detail_rows, models_text, reading_of, reading_row, report_row
from reportedly.ledger.schema import AttributionRow, ReadingRow, ReportRow
from reportedly.model import Attribution, Claim, Reading, Span

SHORTEST_PREFIX = 4


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim of the ledger with the reading it stands in. `id` is the ledger's: report id, a dot, the claim's id."""

    claim: Claim
    reading: Reading

    @property
    def id(self) -> str:
        return f"{self.reading.report.id}.{self.claim.id}"

    @property
    def attribution(self) -> Attribution | None:
        """Who puts it forward; None for the writer."""
        return self.reading.attribution(self.claim.attribution) if self.claim.attribution else None


class Ledger:
    """A ledger in an SQLite file, or in the database of an SQLAlchemy URL.

    Opening makes the file and brings its tables up to date. Every report is one transaction: it is there whole or not
    at all. Use it as a context manager, or call `close`. Raises LedgerError where it cannot be opened.
    """

    def __init__(self, where: str = "reportedly.db") -> None:
        self.where = where
        self._engine: Engine = open_engine(where)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    # ---- in

    def add(self, reading: Reading) -> bool:
        """Keeps a reading; False if this report was read by this version before, and nothing was changed.

        Raises GroundingError where a span does not lie in the report's text, LedgerError where the database refuses, or
        where something refers to what is not in the reading.
        """
        check_grounding(reading)
        try:
            with Session(self._engine.execution_options(writes=True)) as session, session.begin():
                return _add(session, reading)
        except IntegrityError as error:
            if self._holds(reading):
                # Another process added the same report in between.
                return False
            raise LedgerError(
                f"{self.where} took nothing of {reading.report.file}: its reading is not whole ({error.orig}); read it again"
            ) from error
        except (DBAPIError, UnicodeEncodeError) as error:
            reason = error.orig if isinstance(error, DBAPIError) else error
            raise LedgerError(
                f"{self.where} took nothing of {reading.report.file} ({reason}); mend that and add it again"
            ) from error

    def _holds(self, reading: Reading) -> bool:
        with self._session() as session:
            return _is_known(session, reading)

    # ---- out

    @contextmanager
    def _session(self) -> Iterator[Session]:
        """A session to read in. Raises LedgerError where the database can't."""
        try:
            with Session(self._engine) as session:
                yield session
        except DBAPIError as error:
            raise LedgerError(
                f"{self.where} cannot be read ({error.orig}); restore a backup, or add the reports to a new ledger"
            ) from error

    def count(self) -> int:
        """How many reports the ledger holds."""
        with self._session() as session:
            return session.scalar(select(func.count()).select_from(ReportRow)) or 0

    def reading(self, report_id: str) -> Reading:
        """The latest reading of a report, by its id or the beginning of it. Raises UnknownIdError."""
        with self._session() as session:
            query = select(ReportRow.id).where(ReportRow.id.startswith(report_id, autoescape=True)).limit(2)
            if len(report_id) < SHORTEST_PREFIX:
                raise UnknownIdError("report", report_id, self.where, "is too short to be told from others")
            found = list(session.scalars(query))
            if len(found) > 1:
                raise UnknownIdError("report", report_id, self.where, "begins more than one id")
            if not found:
                raise UnknownIdError("report", report_id, self.where)
            row = session.scalars(_latest().where(ReadingRow.report_id == found[0])).one()
            return reading_of(row)

    def readings(self) -> Iterator[Reading]:
        """The latest reading of every report, by time of publication (unknown ones last), then id."""
        with self._session() as session:
            order = select(ReportRow.id).order_by(ReportRow.published.is_(None), ReportRow.published, ReportRow.id)
            for report_id in list(session.scalars(order)):
                yield reading_of(session.scalars(_latest().where(ReadingRow.report_id == report_id)).one())
                session.expunge_all()

    def claims(
        self,
        *,
        party: str | None = None,
        outlet: str | None = None,
        acts: Sequence[str] = (),
        report: str | None = None,
    ) -> Iterator[ClaimEntry]:
        """Claims in order of publication, then of text; each filter narrows. `party` and `outlet` match part of a name."""
        readings = [self.reading(report)] if report else self.readings()
        for reading in readings:
            if outlet and outlet.casefold() not in (reading.report.outlet or "").casefold():
                continue
            for claim in reading.claims:
                entry = ClaimEntry(claim, reading)
                if _fits(entry, party, acts):
                    yield entry


def _add(session: Session, reading: Reading) -> bool:
    known = session.get(ReportRow, reading.report.id)
    if known is None:
        session.add(report_row(reading.report))
        session.flush()
    if _is_known(session, reading):
        return False
    row = reading_row(reading)
    session.add(row)
    session.flush()
    for group in detail_rows(reading, row.id):
        session.add_all(group)
        session.flush()
    return True


def _is_known(session: Session, reading: Reading) -> bool:
    """Whether the report was read by this version, with these models."""
    same = select(ReadingRow.id).where(
        ReadingRow.report_id == reading.report.id,
        ReadingRow.version == reading.version,
        ReadingRow.models == models_text(reading),
    )
    return session.scalar(same) is not None


def _latest() -> Select[ReadingRow]:
    """Readings with all that is below them; the newest of each report."""
    newest = select(func.max(ReadingRow.id)).group_by(ReadingRow.report_id)
    return (
        select(ReadingRow)
        .where(ReadingRow.id.in_(newest))
        .options(
            selectinload(ReadingRow.report),
            selectinload(ReadingRow.attributions).selectinload(AttributionRow.spans),
            selectinload(ReadingRow.parties),
            selectinload(ReadingRow.claims),
            selectinload(ReadingRow.denials),
            selectinload(ReadingRow.abstentions),
            selectinload(ReadingRow.times),
            selectinload(ReadingRow.figures),
        )
    )


def _fits(entry: ClaimEntry, party: str | None, acts: Sequence[str]) -> bool:
    a = entry.attribution
    if acts and (a is None or a.act not in acts):
        return False
    if party is None:
        return True
    if a is None:
        return False
    names = [hop.name for hop in entry.reading.chain(a)]
    names += entry.reading.party(a.party).names if a.party else ()
    return any(party.casefold() in name.casefold() for name in names)


def check_grounding(reading: Reading) -> None:
    """Raises GroundingError if a span is empty, outside the text, or a claim's text is not what stands at its span."""
    report = reading.report
    for a in reading.attributions:
        for spans in (a.source, a.cue, a.content, a.hearer):
            for span in spans or ():
                report.quote(span)
    for claim in reading.claims:
        _check_text(report.id, claim.span, claim.text, report.quote(claim.span))
    for p in reading.parties:
        for span in p.mentions:
            report.quote(span)
    for span in (*(t.span for t in reading.times), *(f.span for f in reading.figures)):
        report.quote(span)


def _check_text(report_id: str, span: Span, expected: str, found: str) -> None:
    if expected != found:
        raise GroundingError(report_id, span.start, span.end, expected, found)
