"""Whole readings: what holds for any text, and what users count on."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import Reader, Reading, RegionKind, from_bytes, read, reading_to_json

READER, ANOTHER = Reader(), Reader()
# Pieces that make rules fire, in any order and company.
PIECES = st.lists(
    st.sampled_from(
        ["The mayor", "said", "that", "“", "”", '"', "'", ",", ".", "\n", "according to", "Orrin", "denied", "it", "he", "they",
         "the sources", "told", "reporters", "(AP)", "was quoted as saying", "no", "truth", "to", "reportedly", "the bridge fell",
         ":", "General Tessel", "I think", "never", "declined to comment", "citing", "(", "what she", "according to ' :", "while", ";", "\u202e", "e\u0301", "😀", "\u00a0", "By", "Read more: x", "—", "\x00", "\r\n"]
    ),
    min_size=1,
    max_size=30,
).map(" ".join).filter(str.strip)  # fmt: skip


def spans_of(reading: Reading) -> list[tuple[int, int]]:
    spans = [s for a in reading.attributions for role in (a.source, a.cue, a.content, a.hearer) for s in role or ()]
    spans += [c.span for c in reading.claims] + [m for p in reading.parties for m in p.mentions]
    return [(s.start, s.end) for s in spans]


@given(PIECES | st.text(min_size=1, max_size=300).filter(str.strip))
def test_every_span_holds_text_and_claims_are_what_stands_there(text: str) -> None:
    reading = READER.read(from_bytes(b"\xef\xbb\xbf" + text.encode(), "report.txt"))
    whole = reading.report.text
    assert all(0 <= start < end <= len(whole) for start, end in spans_of(reading))
    assert all(whole[c.span.start : c.span.end] == c.text for c in reading.claims)


@given(PIECES)
def test_what_is_referred_to_exists(text: str) -> None:
    reading = READER.read(from_bytes(b"\xef\xbb\xbf" + text.encode(), "report.txt"))
    attributions, parties = {a.id for a in reading.attributions}, {p.id for p in reading.parties}
    claims = {c.id for c in reading.claims}
    assert {a.parent for a in reading.attributions} <= attributions | {None}
    assert {p for a in reading.attributions for p in (a.party, a.hearer_party)} <= parties | {None}
    assert {c.attribution for c in reading.claims} <= attributions | {None}
    assert {d.by for d in reading.denies} <= attributions | {None}
    assert {d.denies for d in reading.denies} <= attributions | claims | {None}
    assert len(attributions | parties | claims) == len(reading.attributions) + len(parties) + len(claims)


@given(PIECES)
def test_no_attribution_stands_within_itself_and_every_chain_ends(text: str) -> None:
    reading = READER.read(from_bytes(b"\xef\xbb\xbf" + text.encode(), "report.txt"))
    above = {a.id: a.parent for a in reading.attributions}
    for a in reading.attributions:
        line, at = {a.id}, a.parent
        while at is not None:
            assert at not in line
            line.add(at)
            at = above[at]
        assert len(reading.chain(a)) <= 2 * len(line) + 1


@pytest.mark.parametrize(
    "text",
    [
        "The ministry never declined to comment.",
        "The general did not refuse to comment.",
        "(what she citing “ said no been out",
        "according to ' in",
        "examples according to ' :",
        "A report " + "by a report " * 200 + "said the bridge fell.",
    ],
    ids=range(6),
)
def test_odd_sentences_are_read(text: str) -> None:
    reading = READER.read(from_bytes(text.encode()))
    assert all(reading.chain(a) or a.party is None for a in reading.attributions)
    assert text == reading.report.text


@given(PIECES)
def test_reading_twice_gives_the_same(text: str) -> None:
    report = from_bytes(b"\xef\xbb\xbf" + text.encode(), "report.txt")
    assert READER.read(report) == ANOTHER.read(report)


def test_the_same_text_reads_the_same_whatever_was_read_before(read_text: Callable[..., Reading]) -> None:
    text = "Tessel said the bridge was closed. She told reporters that Orrin would pay."
    alone = reading_to_json(read_text(text))
    read_text("Vessa denied that Tessel had said so. “It is a lie,” Orrin said.")
    assert alone == reading_to_json(read_text(text))


def test_another_process_reads_the_same() -> None:
    text = "Tessel said the bridge was closed. Two officials told the Orrin Herald that she may resign."
    code = "import json, sys; from reportedly import *; print(json.dumps(reading_to_json(read(from_bytes(sys.argv[1].encode())))))"
    found = [
        subprocess.run([sys.executable, "-c", code, text], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert json.loads(found[0]) == json.loads(found[1]) == reading_to_json(read(from_bytes(text.encode())))


def test_another_language_is_named_and_nothing_is_read() -> None:
    text = (
        "Il sindaco ha detto che il ponte è chiuso e che nessuno può passare prima della primavera, secondo i giornali."
    )
    reading = READER.read(from_bytes(text.encode()))
    assert ("it", ()) == (reading.report.language, reading.attributions)
    assert any("another language (it)" in a.why for a in reading.abstained)


def test_nothing_is_read_from_boilerplate_and_bylines(read_text: Callable[..., Reading]) -> None:
    text = (
        "Bridge closed\nBy Maria Tessel\nThe ministry said the bridge was closed on Monday after cracks were found.\n"
        "Read more: Mayor says bridge was never safe\n"
    )
    reading = read_text(text)
    assert ["The ministry"] == [reading.report.quote(s) for a in reading.attributions for s in a.source or ()]
    assert RegionKind.BOILERPLATE in {r.kind for r in reading.report.regions}


def test_each_story_of_a_page_keeps_its_attributions(read_text: Callable[..., Reading]) -> None:
    story = (
        "{title}\nThe {who} said on Monday that the {what} had been closed for good after many complaints by neighbours.\n"
        "Nobody knew when the {what} would open again, although the {who} had promised a word on it before the winter.\n"
    )
    first = story.format(title="Ministry closes old bridge over the river", who="ministry", what="bridge")
    second = story.format(title="Council closes school in the northern valley", who="council", what="school")
    reading = read_text(first + second)
    assert [1, 2] == [s.number for s in reading.report.stories]
    assert {("The ministry", 1), ("The council", 2)} <= {
        (reading.report.quote(a.source[0]), a.story) for a in reading.attributions if a.source
    }


def test_the_chain_runs_from_the_outlet_through_hearers_to_the_innermost_source(
    read_text: Callable[..., Reading],
) -> None:
    reading = read_text("Two officials told the Orrin Herald that the mayor had lied.", outlet="The Vessa Post")
    (a,) = (a for a in reading.attributions if a.parent is None)
    assert ["The Vessa Post", "Orrin Herald", "Two officials"] == [hop.name for hop in reading.chain(a)]


def test_what_no_layer_reads_yet_is_said(read_text: Callable[..., Reading]) -> None:
    told = {a.what for a in read_text("Tessel said three people died in Orrin on Monday.").abstained}
    assert {"events", "places", "countries", "outlet", "published"} <= told


def test_times_and_figures_stand_in_the_form(read_text: Callable[..., Reading]) -> None:
    reading = read_text("Tessel said at least three people died in Orrin on Monday.", published="2025-11-25")
    form = reading_to_json(reading)
    (figure,), (time,) = form["figures"], form["times"]
    assert ("deaths", 3, None, reading.attributions[0].id) == tuple(
        figure[k] for k in ("what", "low", "high", "attribution")
    )
    assert ("DATE", "2025-11-24", "published") == tuple(time[k] for k in ("type", "value", "anchor"))


def test_a_time_that_cannot_be_told_abstains_where_it_stands(read_text: Callable[..., Reading]) -> None:
    reading = read_text("Tessel said three people died in Orrin on Monday.")
    (abstention,) = (a for a in reading.abstained if a.what == "time")
    assert abstention.span
    assert "Monday" == reading.report.quote(abstention.span)
