"""`read(report) -> Reading`: each layer adds to those before it and looks at nothing else.

The same report gives the same reading, whatever is read beside it: no clock, no network, no state is kept between reports.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from reportedly._version import __version__
from reportedly.model import (
    ENGLISH,
    Abstention,
    Act,
    Attribution,
    Certainty,
    Denial,
    Party,
    PartyKind,
    Polarity,
    Quote,
    Reading,
    RegionKind,
    Report,
    SourceKind,
    Span,
    Spans,
    Time,
)
from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.nesting import parents
from reportedly.reading.attribution.spans import word_spans
from reportedly.reading.claims import find_claims
from reportedly.reading.denials import Denied, find_denials
from reportedly.reading.figures.reader import read_figures
from reportedly.reading.learned.engine import Engine
from reportedly.reading.learned.reader import LearnedReader
from reportedly.reading.learned.weights import Weights, shipped
from reportedly.reading.parties.cast import Member
from reportedly.reading.parties.profile import profile_of
from reportedly.reading.parties.resolve import Resolver, source_kind
from reportedly.reading.quotes import Quotation, find_quotations
from reportedly.reading.regions import clipped
from reportedly.reading.stance import StanceReader
from reportedly.reading.syntax import Parser, Syntax
from reportedly.reading.times.reader import day_of, read_times, untold
from reportedly.reading.vocabulary import Lexicon

NOT_READ = (
    Abstention("events", "this version reads no types, actors, recipients of events"),
    Abstention("countries", "this version tells no party's country"),
    Abstention("places", "this version reads no places"),
)
# A label before a note of the editors begins no sentence of the note.
LABEL = re.compile(r"^(?:correction|clarification|update|note|editor['’]s note)s?\s*:\s+", re.IGNORECASE | re.MULTILINE)


class Reader:
    """Reads reports one by one. Making one loads the models (about a second); reading keeps no state.

    `weights` are those of the package unless others are given; `threads` is how many the network may use. Raises ModelError
    where a model file is missing or damaged.
    """

    def __init__(self, parser: Parser | None = None, weights: Weights | None = None, threads: int = 1) -> None:
        weights = weights or shipped()
        self._learned = LearnedReader(Engine(weights, threads), Lexicon())
        self._parser = parser or Parser()
        self._models = weights.digests

    def read(self, report: Report) -> Reading:
        """Everything that is found in a report. Never fails on a text; what it can't decide stands in `abstained`."""
        if report.language not in {None, ENGLISH}:
            return Reading(report, (), (), (), (), (*report.abstained, *NOT_READ), __version__, self._models)
        syntax, quotations = parse(self._parser, report), find_quotations(report.text)
        headlines = [(r.start, r.end) for r in report.regions if r.kind is RegionKind.HEADLINE]
        links = self._learned.read(syntax, quotations, headlines)
        return _Draft(report, syntax, quotations, links, self._models).reading()


def parse(parser: Parser, report: Report) -> Syntax:
    """The syntax of a report: a sentence begins with each of its regions and behind each label of its editors' notes."""
    breaks = [r.start for r in report.regions] + [m.end() for m in LABEL.finditer(report.text)]
    return parser.parse(report.text, breaks)


@cache
def _reader() -> Reader:
    return Reader()


def read(report: Report) -> Reading:
    """Reads a report with a reader that is made once for the process."""
    return _reader().read(report)


class _Draft:
    """One report on its way to a reading."""

    def __init__(
        self,
        report: Report,
        syntax: Syntax,
        quotations: Sequence[Quotation],
        links: Sequence[Link],
        models: tuple[tuple[str, str], ...],
    ) -> None:
        self.report, self.syntax, self.quotations, self.models = report, syntax, quotations, models
        self.links = clipped(links, syntax, report.regions)
        self.parents = parents(syntax, self.links)
        self.nested: dict[int | None, list[int]] = {}
        for n, parent in enumerate(self.parents):
            self.nested.setdefault(parent, []).append(n)
        self.abstained: list[Abstention] = []

    def reading(self) -> Reading:
        self.resolver = Resolver(self.syntax, self.report.outlet)
        self.sources, self.hearers = self._resolve()
        self.ids = self._party_ids()
        attributions = self._attributions()
        claims = find_claims(self.report, attributions)
        times = self._times()
        return Reading(
            report=self.report,
            attributions=attributions,
            parties=self._parties(),
            claims=claims,
            denies=self._denials(attributions),
            abstained=(*self.report.abstained, *self.abstained, *NOT_READ),
            version=__version__,
            models=self.models,
            times=times,
            figures=tuple(read_figures(self.syntax, attributions)),
        )

    def _times(self) -> tuple[Time, ...]:
        times = tuple(read_times(self.syntax, day_of(self.report.published)))
        self.abstained += [Abstention("time", why, t.span) for t in times if (why := untold(t))]
        return times

    # ---- parties

    def _resolve(self) -> tuple[list[Member | None], list[Member | None]]:
        """The member behind each source and hearer, outer attributions before inner ones, else in text order."""
        sources: list[Member | None] = [None] * len(self.links)
        hearers: list[Member | None] = [None] * len(self.links)
        for n in sorted(range(len(self.links)), key=lambda n: (self._depth(n), n)):
            link, parent = self.links[n], self.parents[n]
            speaker = sources[parent] if parent is not None else None
            if link.source:
                sources[n] = self.resolver.resolve(link.source, speaker)
                if sources[n] is None:
                    self._abstain("party", link.source, "nobody that this may be is named before it")
            if link.hearer:
                heard = self.resolver.resolve(link.hearer, speaker, speaks=False)
                # "The mayor told him": whoever he is, he is not the mayor.
                hearers[n] = heard if heard is not sources[n] else None
                if hearers[n] is None:
                    self._abstain("hearer", link.hearer, "nobody that this may be is named before it")
        return sources, hearers

    def _depth(self, n: int) -> int:
        depth, parent = 0, self.parents[n]
        while parent is not None and depth < len(self.links):
            depth, parent = depth + 1, self.parents[parent]
        return depth

    def _abstain(self, what: str, words: Sequence[int], why: str) -> None:
        start, end = word_spans(self.syntax, words)[0]
        self.abstained.append(Abstention(what, why, Span(start, end)))

    def _party_ids(self) -> dict[int, str]:
        """Ids p1, p2, … of the members that speak or are told, in the order in which they do."""
        out: dict[int, str] = {}
        for member in (m for pair in zip(self.sources, self.hearers, strict=True) for m in pair):
            if member is not None and id(member) not in out:
                out[id(member)] = f"p{len(out) + 1}"
        return out

    def _parties(self) -> tuple[Party, ...]:
        met: dict[int, Member] = {}
        for member in (m for pair in zip(self.sources, self.hearers, strict=True) for m in pair):
            if member is not None:
                met.setdefault(id(member), member)
        return tuple(self._party(member) for member in met.values())

    def _party(self, member: Member) -> Party:
        spans = sorted({span for words in member.mentions for span in word_spans(self.syntax, words)})
        return Party(
            id=self.ids[id(member)],
            name=member.name,
            kind=_party_kind(member),
            names=tuple(member.names or [member.name]),
            titles=tuple(member.titles),
            mentions=tuple(Span(*s) for s in spans),
            profile=profile_of(self.syntax, member) if member.kind == "unnamed" else None,
        )

    # ---- attributions

    def _attributions(self) -> tuple[Attribution, ...]:
        stances = StanceReader(self.syntax)
        return tuple(self._attribution(n, stances) for n in range(len(self.links)))

    def _attribution(self, n: int, stances: StanceReader) -> Attribution:
        link, parent = self.links[n], self.parents[n]
        kind = source_kind(self.sources[n], self.syntax, link.source)
        stance = stances.read(link, kind, [self.links[m] for m in self.nested.get(n, ())])
        member, hearer = self.sources[n], self.hearers[n]
        return Attribution(
            id=f"a{n + 1}",
            source=self._spans(link.source),
            cue=self._spans(link.cue) or (),
            content=tuple(Span(*s) for s in link.content),
            hearer=self._spans(link.hearer),
            parent=f"a{parent + 1}" if parent is not None else None,
            quote=quote_of(link.content, self.report.text, self.quotations),
            kind=SourceKind(kind),
            party=self.ids[id(member)] if member is not None else None,
            act=Act(stance.act),
            polarity=Polarity(stance.polarity),
            certainty=Certainty(stance.certainty),
            story=self.report.story_at(self.syntax.starts[link.head]),
            score=round(link.score, 4),
            hearer_party=self.ids[id(hearer)] if hearer is not None else None,
        )

    def _spans(self, words: Sequence[int] | None) -> Spans | None:
        return tuple(Span(*s) for s in word_spans(self.syntax, words)) if words else None

    # ---- denials

    def _denials(self, attributions: Sequence[Attribution]) -> tuple[Denial, ...]:
        readings = [
            Denied(
                n,
                self.parents[n],
                a.party,
                a.act,
                a.polarity,
                a.certainty,
                " ".join(self.report.quote(s) for s in a.content),
            )
            for n, a in enumerate(attributions)
        ]
        return tuple(
            Denial(attributions[by].id, attributions[what].id if what is not None else None, text)
            for by, what, text in find_denials(readings)
        )


def quote_of(content: Sequence[tuple[int, int]], text: str, quotations: Sequence[Quotation]) -> Quote:
    """How much of a content's words stands in quotation marks (double, or single ones outside them)."""
    starts = [q.start for q in quotations]
    quoted = total = 0
    for start, end in content:
        for i in range(start, end):
            if text[i].isalnum():
                total += 1
                quoted += _in_quotation(i, starts, quotations)
    if not quoted:
        return Quote.INDIRECT
    return Quote.DIRECT if quoted >= 0.97 * total else Quote.MIXED


def _in_quotation(offset: int, starts: Sequence[int], quotations: Sequence[Quotation]) -> bool:
    n = bisect_right(starts, offset) - 1
    return any(quotations[k].inner_start <= offset < quotations[k].inner_end for k in range(max(n - 3, 0), n + 1))


def _party_kind(member: Member) -> PartyKind:
    if member.kind == "institution":
        return PartyKind.GOVERNMENT if member.governs else PartyKind.ORGANIZATION
    kinds = {"named": PartyKind.PERSON, "unnamed": PartyKind.UNNAMED_PEOPLE, "outlet": PartyKind.OUTLET}
    return kinds.get(member.kind, PartyKind.DOCUMENT)
