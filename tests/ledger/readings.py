"""Readings made by hand, and strategies for any reading that a ledger has to keep."""

from dataclasses import replace

from hypothesis import strategies as st

from reportedly import (
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
    Story,
    Time,
    TimeKind,
)

SENTENCE = "The ministry said the bridge was closed."


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def report_of(text: str = SENTENCE, id_: str = "3fa9c2d1e0", **facts: str | None) -> Report:
    story = Story(1, facts.get("headline"))
    return replace(
        Report(id_, "bridge.txt", text, "0" * 64, (story,), (Region(RegionKind.BODY, 0, len(text), 1),)),
        **facts,  # type: ignore[arg-type]
    )


def attribution_of(id_: str, *, cue: Span, content: Span, source: Span | None = None, **more: object) -> Attribution:
    plain = Attribution(
        id=id_,
        source=(source,) if source else None,
        cue=(cue,),
        content=(content,),
        hearer=None,
        parent=None,
        quote=Quote.INDIRECT,
        kind=SourceKind.INSTITUTION,
        party=None,
        act=Act.STATE,
        polarity=Polarity.POSITIVE,
        certainty=Certainty.CERTAIN,
        story=1,
        score=0.8,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def plain_reading(id_: str = "3fa9c2d1e0", text: str = SENTENCE, version: str = "1.0", **facts: str | None) -> Reading:
    """The ministry's claim about the bridge, and the sentence itself as the writer's."""
    content = span_of(text, "the bridge was closed")
    party = Party("p1", "the ministry", PartyKind.GOVERNMENT, ("the ministry",), mentions=(span_of(text, "ministry"),))
    said = attribution_of(
        "a1", cue=span_of(text, "said"), content=content, source=span_of(text, "The ministry"), party="p1"
    )
    return Reading(
        report=report_of(text, id_, **facts),
        attributions=(said,),
        parties=(party,),
        claims=(
            Claim("c1", text[content.start : content.end], content, "a1", Event(verb="close")),
            Claim("c2", text, Span(0, len(text)), None, Event()),
        ),
        denies=(),
        abstained=(Abstention("places", "none is read"),),
        version=version,
    )


# ---- strategies

# All characters but halves of pairs, with more of those that ledgers and offsets have stumbled over: NUL, combining, astral, joined, unprintable.
HARD = "\x00\n\u0301\u200d\ufeff\uffff😀𝒳“”é\u2028"
CHARACTERS = st.characters(codec="utf-8") | st.sampled_from(HARD)
words = st.text(CHARACTERS, max_size=12)
some_words = st.none() | words


@st.composite
def span_lists(draw: st.DrawFn, text: str, most: int = 3) -> tuple[Span, ...]:
    """One to `most` spans in a text, in text order, apart from one another."""
    cuts = draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2 * most, unique=True))
    cuts.sort()
    return tuple(Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False))


def spans(text: str) -> st.SearchStrategy[Span]:
    return span_lists(text, most=1).map(lambda found: found[0])


def reports(text: str) -> st.SearchStrategy[Report]:
    kinds = st.sampled_from(RegionKind)
    places = st.integers(0, len(text))
    return st.builds(
        Report,
        id=st.just("3fa9c2d1e0"),
        file=words,
        text=st.just(text),
        digest=st.text("0123456789abcdef", min_size=64, max_size=64),
        stories=st.lists(st.builds(Story, st.integers(1, 3), some_words, some_words, some_words), max_size=2).map(
            tuple
        ),
        regions=st.lists(st.builds(Region, kinds, places, places, st.integers(1, 3)), max_size=3).map(tuple),
        outlet=some_words,
        url=some_words,
        headline=some_words,
        byline=some_words,
        published=some_words,
        updated=some_words,
        language=some_words,
        encoding=some_words,
        told_by=st.lists(st.tuples(words, words), max_size=3).map(tuple),
        abstained=st.lists(abstentions(text), max_size=2).map(tuple),
        source_map=st.lists(st.builds(Run, places, places, places, places), max_size=3).map(
            lambda runs: SourceMap(tuple(runs))
        ),
    )


def abstentions(text: str) -> st.SearchStrategy[Abstention]:
    return st.builds(Abstention, words, words, st.none() | spans(text))


def profiles() -> st.SearchStrategy[Profile]:
    return st.builds(Profile, some_words, some_words, some_words, some_words, some_words)


def parties(text: str, id_: str) -> st.SearchStrategy[Party]:
    names = st.lists(words, max_size=3).map(tuple)
    return st.builds(
        Party,
        id=st.just(id_),
        name=words,
        kind=st.sampled_from(PartyKind),
        names=names,
        titles=names,
        country=st.none() | st.just("NLD"),
        mentions=st.just(()) | span_lists(text),
        profile=st.none() | profiles(),
    )


@st.composite
def attributions(draw: st.DrawFn, text: str, party_ids: list[str]) -> tuple[Attribution, ...]:
    """Up to five attributions; each may stand in any other, before or after it, as long as nothing stands in itself."""
    ids = [f"a{n}" for n in range(1, draw(st.integers(0, 5)) + 1)]
    outward = draw(st.permutations(ids))
    some_party = st.none() | st.sampled_from(party_ids) if party_ids else st.none()
    made = {}
    for n, id_ in enumerate(outward):
        made[id_] = draw(
            st.builds(
                Attribution,
                id=st.just(id_),
                source=st.none() | span_lists(text),
                cue=st.just(()) | span_lists(text),
                content=st.just(()) | span_lists(text),
                hearer=st.none() | span_lists(text),
                parent=st.none() | st.sampled_from(outward[:n]) if n else st.none(),
                quote=st.sampled_from(Quote),
                kind=st.sampled_from(SourceKind),
                party=some_party,
                act=st.sampled_from(Act),
                polarity=st.sampled_from(Polarity),
                certainty=st.sampled_from(Certainty),
                story=st.integers(1, 3),
                score=st.floats(0, 1),
                hearer_party=some_party,
            )
        )
    return tuple(made[id_] for id_ in ids)


def events(party_ids: list[str]) -> st.SearchStrategy[Event]:
    who = st.lists(st.sampled_from(party_ids), max_size=2).map(tuple) if party_ids else st.just(())
    return st.builds(
        Event,
        type=some_words,
        mode=some_words,
        verb=some_words,
        actor=who,
        recipient=who,
        negated=st.booleans(),
        modality=words,
        figure=st.none() | st.integers(0, 9),
        place=some_words,
        time=some_words,
    )


def times(text: str, id_: str) -> st.SearchStrategy[Time]:
    return st.builds(
        Time,
        st.just(id_),
        spans(text),
        st.sampled_from(TimeKind),
        words,
        some_words,
        some_words,
        st.sampled_from(Anchor),
    )


def figures(text: str, said_ids: list[str]) -> st.SearchStrategy[Figure]:
    bound = st.none() | st.floats(0, 1e12)
    unit = st.none() | st.just("EUR")
    said = st.sampled_from([None, *said_ids])
    return st.builds(Figure, words, bound, bound, unit, spans(text), said, st.booleans())


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading that is whole: all spans lie in the text, all ids lead somewhere."""
    text = draw(st.text(CHARACTERS, min_size=1, max_size=40))
    party_ids = [f"p{n}" for n in range(1, draw(st.integers(0, 3)) + 1)]
    said = draw(attributions(text, party_ids))
    said_ids = [a.id for a in said]
    some_attribution = st.sampled_from([None, *said_ids])
    claims = []
    for n in range(1, draw(st.integers(0, 3)) + 1):
        span = draw(spans(text))
        event = draw(events(party_ids))
        claims.append(Claim(f"c{n}", text[span.start : span.end], span, draw(some_attribution), event))
    denied = st.sampled_from([None, *said_ids, *(c.id for c in claims)])
    return Reading(
        report=draw(reports(text)),
        attributions=said,
        parties=tuple(draw(parties(text, id_)) for id_ in party_ids),
        claims=tuple(claims),
        denies=tuple(draw(st.lists(st.builds(Denial, some_attribution, denied, words), max_size=3))),
        abstained=tuple(draw(st.lists(abstentions(text), max_size=3))),
        version=draw(words),
        models=tuple(sorted(draw(st.dictionaries(words, words, max_size=2)).items())),
        times=tuple(draw(times(text, f"t{n}")) for n in range(1, draw(st.integers(0, 2)) + 1)),
        figures=tuple(draw(st.lists(figures(text, said_ids), max_size=2))),
    )
