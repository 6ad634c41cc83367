"""The ledger's tables. Append-only: a report's new text and a re-reading by a newer reader are new rows.

What can be derived is not here: quotations (they stand at their spans), chains (from parents and parties), who is denied
by whom across reports. Offsets are code points into `report.text`.
"""

from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all tables; constraints have names, so that every database can change them."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {dict[str, Any]: JSON, list[Any]: JSON}  # noqa: RUF012 - read by SQLAlchemy as it stands


class ReportRow(Base):
    """One published text of one outlet."""

    __tablename__ = "report"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    file: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64), index=True)
    outlet: Mapped[str | None] = mapped_column(Text, index=True)
    url: Mapped[str | None] = mapped_column(Text, index=True)
    headline: Mapped[str | None] = mapped_column(Text)
    byline: Mapped[str | None] = mapped_column(Text)
    published: Mapped[str | None] = mapped_column(String(40), index=True)
    updated: Mapped[str | None] = mapped_column(String(40))
    language: Mapped[str | None] = mapped_column(String(16))
    encoding: Mapped[str | None] = mapped_column(String(40))
    told_by: Mapped[list[Any]]
    source_map: Mapped[list[Any]]
    stories: Mapped[list[Any]]
    regions: Mapped[list[Any]]
    abstained: Mapped[list[Any]]
    readings: Mapped[list["ReadingRow"]] = relationship(back_populates="report", order_by="ReadingRow.id")


class ReadingRow(Base):
    """What one version of the reader found in a report; the latest one counts."""

    __tablename__ = "reading"
    __table_args__ = (UniqueConstraint("report_id", "version", "models"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[str] = mapped_column(ForeignKey("report.id"))
    version: Mapped[str] = mapped_column(String(40))
    models: Mapped[str] = mapped_column(Text)
    report: Mapped[ReportRow] = relationship(back_populates="readings")
    attributions: Mapped[list["AttributionRow"]] = relationship(order_by="AttributionRow.ordinal")
    parties: Mapped[list["PartyRow"]] = relationship(order_by="PartyRow.ordinal", overlaps="attributions")
    claims: Mapped[list["ClaimRow"]] = relationship(order_by="ClaimRow.ordinal", overlaps="attributions,parties")
    denials: Mapped[list["DenialRow"]] = relationship(order_by="DenialRow.ordinal")
    abstentions: Mapped[list["AbstentionRow"]] = relationship(order_by="AbstentionRow.ordinal")
    times: Mapped[list["TimeRow"]] = relationship(order_by="TimeRow.ordinal")
    figures: Mapped[list["FigureRow"]] = relationship(
        order_by="FigureRow.ordinal", overlaps="attributions,claims,parties"
    )


class PartyRow(Base):
    """Somebody who speaks or is told, within one reading."""

    __tablename__ = "party"
    reading_id: Mapped[int] = mapped_column(ForeignKey("reading.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    ordinal: Mapped[int]
    name: Mapped[str] = mapped_column(Text, index=True)
    kind: Mapped[str] = mapped_column(String(20))
    country: Mapped[str | None] = mapped_column(String(3))
    names: Mapped[list[Any]]
    titles: Mapped[list[Any]]
    mentions: Mapped[list[Any]]
    profile: Mapped[list[Any] | None]


class AttributionRow(Base):
    """One attribution; its spans are rows of their own."""

    __tablename__ = "attribution"
    __table_args__ = (
        ForeignKeyConstraint(["reading_id", "parent"], ["attribution.reading_id", "attribution.id"]),
        ForeignKeyConstraint(["reading_id", "party"], ["party.reading_id", "party.id"]),
        ForeignKeyConstraint(["reading_id", "hearer_party"], ["party.reading_id", "party.id"]),
    )
    reading_id: Mapped[int] = mapped_column(ForeignKey("reading.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    ordinal: Mapped[int]
    parent: Mapped[str | None] = mapped_column(String(16))
    party: Mapped[str | None] = mapped_column(String(16))
    hearer_party: Mapped[str | None] = mapped_column(String(16))
    quote: Mapped[str] = mapped_column(String(10))
    kind: Mapped[str] = mapped_column(String(12))
    act: Mapped[str] = mapped_column(String(10), index=True)
    polarity: Mapped[str] = mapped_column(String(10))
    certainty: Mapped[str] = mapped_column(String(10))
    story: Mapped[int]
    score: Mapped[float]
    spans: Mapped[list["SpanRow"]] = relationship(order_by="(SpanRow.role, SpanRow.start)")


class SpanRow(Base):
    """A span of one role (source, cue, content, hearer) of one attribution."""

    __tablename__ = "span"
    __table_args__ = (
        ForeignKeyConstraint(["reading_id", "attribution"], ["attribution.reading_id", "attribution.id"]),
    )
    reading_id: Mapped[int] = mapped_column(primary_key=True)
    attribution: Mapped[str] = mapped_column(String(16), primary_key=True)
    role: Mapped[str] = mapped_column(String(8), primary_key=True)
    start: Mapped[int] = mapped_column(primary_key=True)
    end: Mapped[int]


class ClaimRow(Base):
    """One checkable statement; `attribution` is null where it is the writer's own."""

    __tablename__ = "claim"
    __table_args__ = (
        ForeignKeyConstraint(["reading_id", "attribution"], ["attribution.reading_id", "attribution.id"]),
    )
    reading_id: Mapped[int] = mapped_column(ForeignKey("reading.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    ordinal: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    attribution: Mapped[str | None] = mapped_column(String(16))
    event: Mapped[dict[str, Any]]


class DenialRow(Base):
    """`by` (null: the writer) denies `denies` (an attribution or claim of the same reading, null: nobody's)."""

    __tablename__ = "denial"
    reading_id: Mapped[int] = mapped_column(ForeignKey("reading.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    by: Mapped[str | None] = mapped_column(String(16))
    denies: Mapped[str | None] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)


class AbstentionRow(Base):
    """What was not decided in a reading, and why."""

    __tablename__ = "abstention"
    reading_id: Mapped[int] = mapped_column(ForeignKey("reading.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(String(40))
    why: Mapped[str] = mapped_column(Text)
    start: Mapped[int | None]
    end: Mapped[int | None]


class TimeRow(Base):
    """An expression of time, its TIMEX3 value and what it names."""

    __tablename__ = "time"
    reading_id: Mapped[int] = mapped_column(ForeignKey("reading.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    ordinal: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    kind: Mapped[str] = mapped_column(String(8))
    timex: Mapped[str] = mapped_column(String(40))
    value: Mapped[str | None] = mapped_column(String(40), index=True)
    until: Mapped[str | None] = mapped_column(String(40))
    anchor: Mapped[str] = mapped_column(String(9))


class FigureRow(Base):
    """A count; `attribution` is null where it is the writer's own."""

    __tablename__ = "figure"
    __table_args__ = (
        ForeignKeyConstraint(["reading_id", "attribution"], ["attribution.reading_id", "attribution.id"]),
    )
    reading_id: Mapped[int] = mapped_column(ForeignKey("reading.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(Text, index=True)
    low: Mapped[float | None]
    high: Mapped[float | None]
    unit: Mapped[str | None] = mapped_column(String(3))
    about: Mapped[bool]
    start: Mapped[int]
    end: Mapped[int]
    attribution: Mapped[str | None] = mapped_column(String(16))
