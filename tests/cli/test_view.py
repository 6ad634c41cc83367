"""A reading as a person sees it."""

import io
from contextlib import redirect_stdout
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reportedly import Abstention, Act, Certainty, Denial, Polarity, Reading, Story
from reportedly.cli.terminal import Terminal
from reportedly.cli.view import print_reading
from tests.ledger.readings import readings

from .story import ENGINEERS, HEADLINE, MINISTRY, READING, REPORT, SOMEBODY, TARN, at

WHOLE = """
Ministry rejects talk of an unsafe bridge
Harbour Post (sidecar) · 2025-11-25 (option) · by Ada Venn · 5011e0b21d · sollen/bridge.txt

  Harbour Post ← River Radio ← Ilse Tarn  reports  [told] a1
    three engineers had said: “The bridge at Sollen is not safe, and the piers on the eastern bank have moved since the \
flood of last spring.”
      Harbour Post ← River Radio ← Ilse Tarn ← three engineers  says  [had said] a2
        “The bridge at Sollen is not safe, and the piers on the eastern bank have moved since the flood of last spring.”
        ✗ denied by Harbour Post ← ministry of works (a3)

  Harbour Post ← ministry of works  denies  [denied] a3
    the piers had moved
    ✗ denies Harbour Post ← River Radio ← Ilse Tarn ← three engineers (a2)

  Harbour Post ← “He” (who?)  thinks, possibly  [believes] a4
    it may close
    ✗ denied by the writer

  Harbour Post ← nobody named  thinks, in the negative, but is not sure  [is not known] a5
    who paid

  in the writer's own voice
    c4  Nobody was hurt.

  ? party: 1 source could not be told
"""


def shown(reading: Reading, width: int = 200) -> list[str]:
    """The lines of the view of a reading, at a width."""
    out = io.StringIO()
    with redirect_stdout(out):
        console = Terminal()
        console.width = width
        print_reading(console, reading)
    return out.getvalue().split("\n")


def text_of(reading: Reading) -> str:
    return "\n".join(shown(reading))


def test_a_story_is_shown_with_chains_acts_quotations_and_denials_nested_ones_indented() -> None:
    assert WHOLE.split("\n") == [line.rstrip() for line in shown(READING)]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_longer_than_the_width_and_no_word_is_lost(width: int) -> None:
    lines = shown(READING, width)

    assert max(map(cell_len, lines)) <= width
    assert WHOLE.split() == " ".join(lines).split()


@pytest.mark.parametrize("width", [40, 80])
@given(reading=readings())
def test_any_reading_can_be_shown_at_any_width(width: int, reading: Reading) -> None:
    assert max(map(cell_len, shown(reading, width))) <= width


@given(depth=st.integers(1, 40))
def test_however_deep_an_attribution_is_nested_there_is_room_for_it(depth: int) -> None:
    nested = [replace(TARN, id=f"a{n}", parent=f"a{n - 1}" if n > 1 else None) for n in range(1, depth + 1)]
    lines = shown(replace(READING, attributions=tuple(nested), claims=(), denies=()), 40)

    assert max(map(cell_len, lines)) <= 40
    assert depth == "".join(lines).count("[told]")


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (Act.STATE, "says"),
        (Act.REPORT, "reports"),
        (Act.CONFIRM, "confirms"),
        (Act.DENY, "denies"),
        (Act.ACCUSE, "accuses"),
        (Act.CLAIM, "claims"),
        (Act.WARN, "warns"),
        (Act.REQUEST, "asks for"),
        (Act.COMMIT, "intends"),
        (Act.PREDICT, "predicts"),
        (Act.BELIEVE, "thinks"),
        (Act.ASK, "asks"),
        (Act.DECLINE, "does not say"),
    ],
)
def test_every_act_is_put_in_words(act: Act, expected: str) -> None:
    reading = replace(READING, attributions=(replace(TARN, act=act),), claims=(), denies=())

    assert f"Ilse Tarn  {expected}  [told] a1" in text_of(reading)


@pytest.mark.parametrize(
    ("certainty", "expected"),
    [
        (Certainty.CERTAIN, "says  ["),
        (Certainty.PROBABLE, "says, probably  ["),
        (Certainty.POSSIBLE, "says, possibly  ["),
        (Certainty.UNKNOWN, "says, but is not sure  ["),
    ],
)
def test_a_hedge_is_put_in_words(certainty: Certainty, expected: str) -> None:
    reading = replace(READING, attributions=(replace(TARN, act=Act.STATE, certainty=certainty),), claims=(), denies=())

    assert expected in text_of(reading)


@pytest.mark.parametrize(("act", "said"), [(Act.STATE, True), (Act.DENY, False)])
def test_a_denial_is_not_called_negative_twice(act: Act, said: bool) -> None:
    negative = replace(TARN, act=act, polarity=Polarity.NEGATIVE)

    assert said == ("in the negative" in text_of(replace(READING, attributions=(negative,), claims=(), denies=())))


@pytest.mark.parametrize(
    ("denial", "beside"),
    [
        (Denial("a3", "a2", ""), ["✗ denied by Harbour Post ← ministry of works (a3)", "(a2)"]),
        (Denial("a3", "c1", ""), ["✗ denied by Harbour Post ← ministry of works (a3)", "✗ denies c1"]),
        (Denial("a3", "c4", ""), ["✗ denies c4", "✗ denied by Harbour Post ← ministry of works (a3)"]),
        (Denial(None, "a2", ""), ["✗ denied by the writer"]),
        (Denial("a3", None, ""), ["✗ whose claim this denies was not found in this report"]),
    ],
    ids=["an attribution", "its claim", "the writer's claim", "by the writer", "nobody's claim"],
)
def test_a_denial_stands_beside_denier_and_denied(denial: Denial, beside: list[str]) -> None:
    notes = [line for line in shown(replace(READING, denies=(denial,))) if "✗" in line]

    assert len(beside) == len(notes)
    assert all(part in line for part, line in zip(beside, notes, strict=True))


def test_what_is_nested_in_something_left_out_is_not_shown_as_somebody_elses() -> None:
    lines = shown(replace(READING, attributions=(replace(ENGINEERS, parent=None), MINISTRY), claims=(), denies=()))

    assert "  Harbour Post ← three engineers  says  [had said] a2" in [line.rstrip() for line in lines]


def test_a_report_without_attributions_says_so() -> None:
    assert "  no attribution found" in shown(replace(READING, attributions=(), claims=(), denies=()))


def test_a_report_without_facts_is_called_by_its_file() -> None:
    bare = replace(
        REPORT, headline=None, stories=(Story(1, None),), outlet=None, published=None, byline=None, told_by=()
    )

    assert shown(replace(READING, report=bare))[:3] == ["", "sollen/bridge.txt", "5011e0b21d · sollen/bridge.txt"]


def test_each_story_of_a_page_is_shown_with_its_own_attributions() -> None:
    stories = (Story(1, HEADLINE), Story(2, "He speaks"))
    second = replace(SOMEBODY, story=2)
    reading = replace(READING, report=replace(REPORT, stories=stories), attributions=(MINISTRY, second), denies=())

    first, _, other = text_of(reading).partition("He speaks")

    assert ("story 1 of 2" in first, "a3" in first, "a4" in first) == (True, True, False)
    assert ("story 2 of 2" in other, "a3" in other, "a4" in other) == (True, False, True)


def test_a_long_claim_of_the_writer_is_cut_between_words() -> None:
    text = "It rained all day. " * 20
    claim = replace(READING.claims[3], text=text.strip())
    line = next(line for line in shown(replace(READING, claims=(claim,), denies=())) if "c4" in line)

    cut = line.strip().removeprefix("c4  ").removesuffix(" …")
    assert 100 < len(cut) < 160
    assert text.startswith(f"{cut} ")


def test_what_could_not_be_told_is_said_and_layers_that_no_report_gets_are_left_out() -> None:
    notes = (
        Abstention("outlet", "nothing tells it"),
        Abstention("party", "nobody is named", at("He")),
        Abstention("party", "nobody is named", at("who")),
        Abstention("figures", "none is read"),
    )

    assert shown(replace(READING, abstained=notes))[-3:] == [
        "  ? outlet: nothing tells it",
        "  ? party: 2 sources could not be told",
        "",
    ]
