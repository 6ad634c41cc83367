"""Readings to rows and back: `to_rows` and `from_row` are each other's inverse."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from reportedly.ledger.schema import (
    AbstentionRow,
    AttributionRow,
    ClaimRow,
    DenialRow,
    FigureRow,
    PartyRow,
    ReadingRow,
    ReportRow,
    SpanRow,
    TimeRow,
)
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
    Spans,
    Story,
    Time,
    TimeKind,
)

ROLES = ("source", "cue", "content", "hearer")


def report_row(report: Report) -> ReportRow:
    """The row of a report. Its regions, stories and map stay with it as lists: nothing is looked up in them."""
    return ReportRow(
        id=report.id,
        file=report.file,
        text=report.text,
        digest=report.digest,
        outlet=report.outlet,
        url=report.url,
        headline=report.headline,
        byline=report.byline,
        published=report.published,
        updated=report.updated,
        language=report.language,
        encoding=report.encoding,
        told_by=[list(pair) for pair in report.told_by],
        source_map=[list(run) for run in report.source_map.runs],
        stories=[[s.number, s.headline, s.byline, s.published] for s in report.stories],
        regions=[[r.kind.value, r.start, r.end, r.story] for r in report.regions],
        abstained=[_abstention_list(a) for a in report.abstained],
    )


def report_of(row: ReportRow) -> Report:
    """A report from its row."""
    return Report(
        id=row.id,
        file=row.file,
        text=row.text,
        digest=row.digest,
        stories=tuple(Story(*s) for s in row.stories),
        regions=tuple(Region(RegionKind(k), start, end, story) for k, start, end, story in row.regions),
        outlet=row.outlet,
        url=row.url,
        headline=row.headline,
        byline=row.byline,
        published=row.published,
        updated=row.updated,
        language=row.language,
        encoding=row.encoding,
        told_by=tuple((fact, origin) for fact, origin in row.told_by),
        abstained=tuple(_abstention(*a) for a in row.abstained),
        source_map=SourceMap(tuple(Run(*run) for run in row.source_map)),
    )


def models_text(reading: Reading) -> str:
    """The models of a reading as one comparable text."""
    return json.dumps(sorted(reading.models))


def reading_row(reading: Reading) -> ReadingRow:
    """The row of a reading without those below it."""
    return ReadingRow(report_id=reading.report.id, version=reading.version, models=models_text(reading))


def detail_rows(reading: Reading, number: int) -> Iterator[Sequence[Any]]:
    """All rows below the reading row with this number, in groups that may be inserted in this order."""
    yield [_party_row(number, n, p) for n, p in enumerate(reading.parties)]
    yield from ([_attribution_row(number, n, a)] for n, a in _parents_first(reading.attributions))
    yield [
        SpanRow(reading_id=number, attribution=a.id, role=role, start=s.start, end=s.end)
        for a in reading.attributions
        for role in ROLES
        for s in getattr(a, role) or ()
    ]
    yield [
        ClaimRow(
            reading_id=number,
            id=c.id,
            ordinal=n,
            start=c.span.start,
            end=c.span.end,
            attribution=c.attribution,
            event=asdict(c.event),
        )
        for n, c in enumerate(reading.claims)
    ]
    yield [
        DenialRow(reading_id=number, ordinal=n, by=d.by, denies=d.denies, text=d.text)
        for n, d in enumerate(reading.denies)
    ]
    yield [_time_row(number, n, t) for n, t in enumerate(reading.times)]
    yield [_figure_row(number, n, f) for n, f in enumerate(reading.figures)]
    yield [
        AbstentionRow(
            reading_id=number,
            ordinal=n,
            what=a.what,
            why=a.why,
            start=a.span.start if a.span else None,
            end=a.span.end if a.span else None,
        )
        for n, a in enumerate(reading.abstained)
    ]


def _parents_first(attributions: Sequence[Attribution]) -> list[tuple[int, Attribution]]:
    """The attributions with their numbers, layer by layer. Those that nothing leads to come last: the database refuses them."""
    out: list[tuple[int, Attribution]] = []
    waiting = list(enumerate(attributions))
    placed: set[str | None] = {None}
    while layer := [item for item in waiting if item[1].parent in placed]:
        out += layer
        placed |= {a.id for _, a in layer}
        waiting = [item for item in waiting if item[1].id not in placed]
    return out + waiting


def _party_row(number: int, ordinal: int, p: Party) -> PartyRow:
    profile = p.profile
    return PartyRow(
        reading_id=number,
        id=p.id,
        ordinal=ordinal,
        name=p.name,
        kind=p.kind.value,
        country=p.country,
        names=list(p.names),
        titles=list(p.titles),
        mentions=[list(s) for s in p.mentions],
        profile=None
        if profile is None
        else [profile.number, profile.role, profile.institution, profile.nationality, profile.reason],
    )


def _attribution_row(number: int, ordinal: int, a: Attribution) -> AttributionRow:
    return AttributionRow(
        reading_id=number,
        id=a.id,
        ordinal=ordinal,
        parent=a.parent,
        party=a.party,
        hearer_party=a.hearer_party,
        quote=a.quote.value,
        kind=a.kind.value,
        act=a.act.value,
        polarity=a.polarity.value,
        certainty=a.certainty.value,
        story=a.story,
        score=a.score,
    )


def _time_row(number: int, ordinal: int, t: Time) -> TimeRow:
    return TimeRow(
        reading_id=number,
        id=t.id,
        ordinal=ordinal,
        start=t.span.start,
        end=t.span.end,
        kind=t.kind.value,
        timex=t.timex,
        value=t.value,
        until=t.end,
        anchor=t.anchor.value,
    )


def _figure_row(number: int, ordinal: int, f: Figure) -> FigureRow:
    return FigureRow(
        reading_id=number,
        ordinal=ordinal,
        what=f.what,
        low=f.low,
        high=f.high,
        unit=f.unit,
        about=f.about,
        start=f.span.start,
        end=f.span.end,
        attribution=f.attribution,
    )


# ---- back


def reading_of(row: ReadingRow) -> Reading:
    """A reading from its row and those below it."""
    report = report_of(row.report)
    return Reading(
        report=report,
        attributions=tuple(_attribution(a) for a in row.attributions),
        parties=tuple(_party(p) for p in row.parties),
        claims=tuple(claim_of(c, report) for c in row.claims),
        denies=tuple(Denial(d.by, d.denies, d.text) for d in row.denials),
        abstained=tuple(_abstention(a.what, a.why, a.start, a.end) for a in row.abstentions),
        version=row.version,
        models=tuple((name, digest) for name, digest in json.loads(row.models)),
        times=tuple(_time(t) for t in row.times),
        figures=tuple(_figure(f) for f in row.figures),
    )


def _time(row: TimeRow) -> Time:
    span = Span(row.start, row.end)
    return Time(row.id, span, TimeKind(row.kind), row.timex, row.value, row.until, Anchor(row.anchor))


def _figure(row: FigureRow) -> Figure:
    return Figure(row.what, row.low, row.high, row.unit, Span(row.start, row.end), row.attribution, row.about)


def claim_of(row: ClaimRow, report: Report) -> Claim:
    """A claim from its row; its text is what stands at its span."""
    span = Span(row.start, row.end)
    event = {**row.event, "actor": tuple(row.event["actor"]), "recipient": tuple(row.event["recipient"])}
    return Claim(row.id, report.quote(span), span, row.attribution, Event(**event))


def _attribution(row: AttributionRow) -> Attribution:
    spans: dict[str, Spans] = {role: tuple(Span(s.start, s.end) for s in row.spans if s.role == role) for role in ROLES}
    return Attribution(
        id=row.id,
        source=spans["source"] or None,
        cue=spans["cue"],
        content=spans["content"],
        hearer=spans["hearer"] or None,
        parent=row.parent,
        quote=Quote(row.quote),
        kind=SourceKind(row.kind),
        party=row.party,
        act=Act(row.act),
        polarity=Polarity(row.polarity),
        certainty=Certainty(row.certainty),
        story=row.story,
        score=row.score,
        hearer_party=row.hearer_party,
    )


def _party(row: PartyRow) -> Party:
    return Party(
        id=row.id,
        name=row.name,
        kind=PartyKind(row.kind),
        names=tuple(row.names),
        titles=tuple(row.titles),
        country=row.country,
        mentions=tuple(Span(*s) for s in row.mentions),
        profile=None if row.profile is None else Profile(*row.profile),
    )


def _abstention_list(a: Abstention) -> list[Any]:
    return [a.what, a.why, *(a.span or (None, None))]


def _abstention(what: str, why: str, start: int | None, end: int | None) -> Abstention:
    return Abstention(what, why, None if start is None or end is None else Span(start, end))
