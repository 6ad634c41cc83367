"""The nouns: what a report is, what a reading finds in it.

Frozen and slotted, so that a reading can be compared, stored and sent to another process. Offsets are Unicode code points
into the report's text, end exclusive. Sequences are tuples. Labels are those of the marking guide (`docs/marking.md`).
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from reportedly.errors import GroundingError


class Span(NamedTuple):
    """Start and end in code points into a report's text."""

    start: int
    end: int


Spans = tuple[Span, ...]

# The language that is read; ISO 639-1.
ENGLISH = "en"


class RegionKind(StrEnum):
    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    BOILERPLATE = "boilerplate"


class Quote(StrEnum):
    """How much of a content stands in quotation marks: all, part, nothing."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceKind(StrEnum):
    NAMED = "named"
    UNNAMED = "unnamed"
    INSTITUTION = "institution"
    OUTLET = "outlet"
    DOCUMENT = "document"
    NONE = "none"


class PartyKind(StrEnum):
    PERSON = "person"
    UNNAMED_PEOPLE = "unnamed people"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    DOCUMENT = "document"
    PLACE = "place"


class Act(StrEnum):
    STATE = "state"
    REPORT = "report"
    CONFIRM = "confirm"
    DENY = "deny"
    ACCUSE = "accuse"
    CLAIM = "claim"
    WARN = "warn"
    REQUEST = "request"
    COMMIT = "commit"
    PREDICT = "predict"
    BELIEVE = "believe"
    ASK = "ask"
    DECLINE = "decline"


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"
    NONE = "none"


class Certainty(StrEnum):
    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a report's text: what it is and which of the page's stories it belongs to (from 1)."""

    kind: RegionKind
    start: int
    end: int
    story: int


@dataclass(frozen=True, slots=True)
class Story:
    """One story of a page: its number from 1, headline, byline and time (as in `Report`) where the page tells them."""

    number: int
    headline: str | None
    byline: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Abstention:
    """Something that was not decided: what, where, and why."""

    what: str
    why: str
    span: Span | None = None


class Run(NamedTuple):
    """`length` characters from `text_start` on that stand at `byte_start` in the source, each `width` bytes wide."""

    text_start: int
    byte_start: int
    length: int
    width: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """From code points of a text to bytes of the file or page it was taken from; runs are in text order."""

    runs: tuple[Run, ...]

    def bytes_of(self, span: Span) -> list[tuple[int, int]]:
        """The byte ranges [start, end) of a span in the source, neighbours joined.

        Characters that intake put in (the line ends between a page's paragraphs) have no place and are passed over.
        """
        out: list[tuple[int, int]] = []
        for start, end in self._pieces(span):
            if out and out[-1][1] == start:
                out[-1] = (out[-1][0], end)
            else:
                out.append((start, end))
        return out

    def _pieces(self, span: Span) -> Iterator[tuple[int, int]]:
        first = bisect_right(self.runs, span.start, key=lambda r: r.text_start) - 1
        for n in range(max(first, 0), len(self.runs)):
            run = self.runs[n]
            if run.text_start >= span.end:
                return
            start = max(span.start - run.text_start, 0)
            end = min(span.end - run.text_start, run.length)
            if start < end:
                yield run.byte_start + start * run.width, run.byte_start + end * run.width


@dataclass(frozen=True, slots=True)
class Report:
    """One published text of one outlet.

    `text` has the characters as published, each line end one line feed. `told_by` says for each known fact (outlet, url, headline,
    byline, published, updated) where it came from: "sidecar", "option", "json-ld", "opengraph", "meta", "url", "text", ….
    `digest` is the SHA-256 of the raw bytes; `id` is derived from text and outlet, so that the same text of the same
    outlet is the same report wherever its file lies. Times are ISO 8601, as precise as they were told ("2025-11-25").
    `source_map` leads from the text back to the bytes as given.
    """

    id: str
    file: str
    text: str
    digest: str
    stories: tuple[Story, ...]
    regions: tuple[Region, ...]
    outlet: str | None = None
    url: str | None = None
    headline: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    encoding: str | None = None
    told_by: tuple[tuple[str, str], ...] = ()
    abstained: tuple[Abstention, ...] = ()
    source_map: "SourceMap" = field(default_factory=lambda: SourceMap(()))

    def story_at(self, offset: int) -> int:
        """The number of the story that holds an offset: that of the last region that begins before it, else 1."""
        n = bisect_right(self.regions, offset, key=lambda r: r.start) - 1
        return self.regions[n].story if n >= 0 else 1

    def quote(self, span: Span) -> str:
        """The characters at a span. Raises GroundingError if it is empty or outside the text."""
        if not 0 <= span.start < span.end <= len(self.text):
            raise GroundingError(self.id, span.start, span.end, "some text", self.text[span.start : span.end])
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Profile:
    """What a report tells of people whom it does not name."""

    number: str | None = None
    role: str | None = None
    institution: str | None = None
    nationality: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something that speaks or is spoken of, within one report.

    `name` is the best name that the report gives, `names` all of them, `titles` what it calls the party besides, `mentions`
    where. `country` is ISO 3166 alpha-3.
    """

    id: str
    name: str
    kind: PartyKind
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    country: str | None = None
    mentions: Spans = ()
    profile: Profile | None = None


class Hop(NamedTuple):
    """One link of a chain: who, and the words that say so (none for the publishing outlet)."""

    name: str
    cue: Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source presented as saying, thinking or intending a content through a cue.

    `source` and `hearer` are None where the sentence names none. `parent` is the attribution in whose content this one
    stands. `party` is who the source is, `hearer_party` who was told; both are ids of parties, None where that could not
    be told. `score` is how sure the reader is. The chain is derived: `Reading.chain`.
    """

    id: str
    source: Spans | None
    cue: Spans
    content: Spans
    hearer: Spans | None
    parent: str | None
    quote: Quote
    kind: SourceKind
    party: str | None
    act: Act
    polarity: Polarity
    certainty: Certainty
    story: int
    score: float
    hearer_party: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What a claim says happened. Fields that no layer reads yet are None or empty."""

    type: str | None = None
    mode: str | None = None
    verb: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    negated: bool = False
    modality: str = "actual"
    figure: int | None = None
    place: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement of a report; `attribution` is None where it is the writer's own."""

    id: str
    text: str
    span: Span
    attribution: str | None
    event: Event


@dataclass(frozen=True, slots=True)
class Denial:
    """`by` (an attribution, or None for the writer) denies `denies` (an attribution or claim, None if not in the report)."""

    by: str | None
    denies: str | None
    text: str


class TimeKind(StrEnum):
    """TIMEX3's types (ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Anchor(StrEnum):
    """What a time is told from: the day of publication, a time told before it, or nothing but itself."""

    PUBLISHED = "published"
    TEXT = "text"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time: its TIMEX3 value, and the day, time or stretch that it names.

    `value` is ISO 8601, as precise as was told ("2025-11", "2025-11-25T22:00", "P2D"), with EDTF's X for digits left open ("199X");
    where it names a stretch between two days (a week, "the last two months") it is the first of them and `end` the last.
    It is None where nothing tells which time is meant.
    """

    id: str
    span: Span
    kind: TimeKind
    timex: str
    value: str | None
    end: str | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Figure:
    """A count: of what, between which bounds (None: open), in which currency (ISO 4217) if it is money, where.

    `attribution` is who says so, None for the writer. `about` says that the number is a round one ("some 300").
    """

    what: str
    low: float | None
    high: float | None
    unit: str | None
    span: Span
    attribution: str | None
    about: bool = False


@dataclass(frozen=True)
class Reading:
    """All that was read in one report, and what was not. `models` are the digests of the weights used."""

    report: Report
    attributions: tuple[Attribution, ...]
    parties: tuple[Party, ...]
    claims: tuple[Claim, ...]
    denies: tuple[Denial, ...]
    abstained: tuple[Abstention, ...]
    version: str
    models: tuple[tuple[str, str], ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()

    def attribution(self, id_: str) -> Attribution:
        """The attribution with an id. Raises KeyError."""
        return self._attribution_of[id_]

    def party(self, id_: str) -> Party:
        """The party with an id. Raises KeyError."""
        return self._party_of[id_]

    @cached_property
    def _attribution_of(self) -> dict[str, Attribution]:
        return {a.id: a for a in self.attributions}

    @cached_property
    def _party_of(self) -> dict[str, Party]:
        return {p.id: p for p in self.parties}

    def chain(self, a: Attribution) -> tuple[Hop, ...]:
        """The way of an attribution's content: publishing outlet, each hearer and outer source, innermost source.

        Nobody stands twice in a row; hearers count where they are outlets.
        """
        hops = [Hop(self.report.outlet, ())] if self.report.outlet else []
        for outer in (*self._outward(a), a):
            heard = self.party(outer.hearer_party) if outer.hearer_party else None
            source = self.party(outer.party) if outer.party else None
            passes_on = heard is not None and heard.kind in PASSES_ON
            for party in (heard if passes_on else None, source):
                if party is not None and not (hops and same_hop(hops[-1].name, party.name)):
                    hops.append(Hop(party.name, outer.cue))
        return tuple(hops)

    def _outward(self, a: Attribution) -> list[Attribution]:
        """The attributions that an attribution is nested in, outermost first."""
        line: list[Attribution] = []
        while a.parent is not None:
            a = self.attribution(a.parent)
            line.insert(0, a)
        return line


# Kinds of hearers that pass on what they are told: who tells a president something is not relayed by him.
PASSES_ON = frozenset({PartyKind.OUTLET})


def same_hop(a: str, b: str) -> bool:
    """Whether two names of a chain are one but for an article: "The Herald", "Herald"."""
    return a.casefold().removeprefix("the ") == b.casefold().removeprefix("the ")
