"""Quotations as contents."""

from collections.abc import Callable

import pytest

from tests.training.rules.conftest import Shown

CLOSED = "The bridge is closed"


@pytest.mark.parametrize(
    "text",
    [
        '"The bridge is closed," said Maria Tessel.',
        "“The bridge is closed,” said Maria Tessel.",
        '“The bridge is closed," said Maria Tessel.',
        "'The bridge is closed,' said Maria Tessel.",
        "‘The bridge is closed,’ said Maria Tessel.",
        "Maria Tessel said: “The bridge is closed.”",
        'Maria Tessel said, "The bridge is closed."',
        "Maria Tessel said:\n\n“The bridge is closed.”",
        "“The bridge is closed, said Maria Tessel.",
    ],
)  # fmt: skip
def test_a_quotation_in_any_marks_is_the_content_without_them(said_in: Callable[..., list[Shown]], text: str) -> None:
    assert [("Maria Tessel", "said", CLOSED)] == said_in(text)


def test_an_apostrophe_ends_no_quotation(said_in: Callable[..., list[Shown]]) -> None:
    assert [("the mayor", "said", "The workers' bridge won't fall")] == said_in(
        "'The workers' bridge won't fall,' the mayor said."
    )


def test_a_quotation_interrupted_by_its_tag_is_one_attribution_of_two_spans(
    said_in: Callable[..., list[Shown]],
) -> None:
    found = said_in("“The bridge is closed,” she told reporters, “and it will stay closed.”")
    assert [("she", "told", f"{CLOSED} … and it will stay closed")] == found


def test_what_follows_the_tag_in_quotation_marks_is_the_same_speakers(said_in: Callable[..., list[Shown]]) -> None:
    found = said_in("“The bridge is closed,” Tessel said. “It will stay closed. Nobody may pass.”")
    assert [("Tessel", "said", f"{CLOSED} … It will stay closed. Nobody may pass")] == found


def test_a_quotation_runs_over_paragraphs_until_it_is_closed(said_in: Callable[..., list[Shown]]) -> None:
    found = said_in("“We closed the bridge.\n\n“It will stay closed,” Tessel said.")
    assert [("Tessel", "said")] == [(source, cue) for source, cue, _ in found]
    assert found[0][2].startswith("We closed the bridge")
    assert found[0][2].endswith("It will stay closed")


def test_the_sentences_of_one_quotation_are_one_content(said_in: Callable[..., list[Shown]]) -> None:
    found = said_in("“The bridge is old. It was never safe. It is closed,” Tessel said.")
    assert [("Tessel", "said", "The bridge is old. It was never safe. It is closed")] == found


def test_a_participle_behind_a_quotation_is_not_spoken_by_those_inside(said_in: Callable[..., list[Shown]]) -> None:
    found = said_in(
        'The mayor said that "Vessa visited the army and met the guards," noting that "the bridge is safe."'
    )
    assert ("The mayor", "noting", "the bridge is safe") in found
