"""A contested story made by hand: a relayed quotation, a denial of it, a source that nobody knows, two rumours."""

from dataclasses import replace

from reportedly import (
    Abstention,
    Act,
    Attribution,
    Certainty,
    Claim,
    Denial,
    Event,
    Party,
    PartyKind,
    Polarity,
    Profile,
    Quote,
    Reading,
    Region,
    RegionKind,
    Report,
    SourceKind,
    Span,
    Story,
)

HEADLINE = "Ministry rejects talk of an unsafe bridge"
TEXT = f"""{HEADLINE}

Mayor Ilse Tarn told River Radio that three engineers had said: “The bridge at Sollen is not safe, and the piers on the \
eastern bank have moved since the flood of last spring.”
The ministry of works denied that the piers had moved. He believes it may close. It is not known who paid.
Nobody was hurt.
"""


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


QUOTED = (
    "The bridge at Sollen is not safe, and the piers on the eastern bank have moved since the flood of last spring."
)
REPORT = Report(
    id="5011e0b21d",
    file="sollen/bridge.txt",
    text=TEXT,
    digest="5e" * 32,
    stories=(Story(1, HEADLINE, "Ada Venn", "2025-11-25"),),
    regions=(
        Region(RegionKind.HEADLINE, 0, len(HEADLINE), 1),
        Region(RegionKind.BODY, len(HEADLINE) + 2, len(TEXT), 1),
    ),
    outlet="Harbour Post",
    url="https://harbour.example/bridge",
    headline=HEADLINE,
    byline="Ada Venn",
    published="2025-11-25",
    language="en",
    encoding="utf-8",
    told_by=(("outlet", "sidecar"), ("published", "option")),
)
TARN = Attribution(
    id="a1",
    source=(at("Mayor Ilse Tarn"),),
    cue=(at("told"),),
    content=(at(f"three engineers had said: “{QUOTED}”"),),
    hearer=(at("River Radio"),),
    parent=None,
    quote=Quote.MIXED,
    kind=SourceKind.NAMED,
    party="p1",
    act=Act.REPORT,
    polarity=Polarity.POSITIVE,
    certainty=Certainty.CERTAIN,
    story=1,
    score=0.65,
    hearer_party="p2",
)
ENGINEERS = replace(
    TARN,
    id="a2",
    source=(at("three engineers"),),
    cue=(at("had said"),),
    content=(at(QUOTED),),
    hearer=None,
    hearer_party=None,
    parent="a1",
    quote=Quote.DIRECT,
    kind=SourceKind.UNNAMED,
    party="p3",
    act=Act.STATE,
    score=0.85,
)
MINISTRY = replace(
    ENGINEERS,
    id="a3",
    source=(at("The ministry of works"),),
    cue=(at("denied"),),
    content=(at("the piers had moved"),),
    parent=None,
    quote=Quote.INDIRECT,
    kind=SourceKind.INSTITUTION,
    party="p4",
    act=Act.DENY,
    polarity=Polarity.NEGATIVE,
    score=0.9,
)
SOMEBODY = replace(
    MINISTRY,
    id="a4",
    source=(at("He"),),
    cue=(at("believes"),),
    content=(at("it may close"),),
    kind=SourceKind.NAMED,
    party=None,
    act=Act.BELIEVE,
    polarity=Polarity.POSITIVE,
    certainty=Certainty.POSSIBLE,
    score=0.4,
)
NOBODY = replace(
    SOMEBODY,
    id="a5",
    source=None,
    cue=(at("is not known"),),
    content=(at("who paid"),),
    kind=SourceKind.NONE,
    act=Act.BELIEVE,
    polarity=Polarity.NEGATIVE,
    certainty=Certainty.UNKNOWN,
    score=0.3,
)


def claim(id_: str, words: str, attribution: str | None) -> Claim:
    return Claim(id_, words, at(words), attribution, Event())


READING = Reading(
    report=REPORT,
    attributions=(TARN, ENGINEERS, MINISTRY, SOMEBODY, NOBODY),
    parties=(
        Party("p1", "Ilse Tarn", PartyKind.PERSON, ("Ilse Tarn",), ("Mayor",), mentions=(at("Ilse Tarn"),)),
        Party("p2", "River Radio", PartyKind.OUTLET, ("River Radio",), mentions=(at("River Radio"),)),
        Party(
            "p3",
            "three engineers",
            PartyKind.UNNAMED_PEOPLE,
            mentions=(at("three engineers"),),
            profile=Profile(number="three", role="engineers"),
        ),
        Party("p4", "ministry of works", PartyKind.GOVERNMENT, ("ministry of works",), country="NLD"),
    ),
    claims=(
        claim("c1", QUOTED, "a2"),
        claim("c2", "the piers had moved", "a3"),
        claim("c3", "it may close", "a4"),
        claim("c4", "Nobody was hurt.", None),
    ),
    denies=(Denial("a3", "a2", "the piers had moved"), Denial(None, "c3", "it may close")),
    abstained=(
        Abstention("party", "nobody that this may be is named before it", at("He")),
        Abstention("figures", "none"),
    ),
    version="1.0",
    models=(("parser", "ab" * 32),),
)
