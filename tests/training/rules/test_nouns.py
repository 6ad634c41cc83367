"""Attributions whose cue is a noun."""

from collections.abc import Callable

import pytest

from tests.training.rules.conftest import Shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials refused Orrin's request that the army guard the crossings.",
         ("Orrin", "request", "the army guard the crossings")),
        ("The company's plan to close the bridge failed.", ("The company", "plan", "to close the bridge")),
        ("The army's claim that rebels blew up the bridge was false.",
         ("The army", "claim", "rebels blew up the bridge")),
        ("A promise by the mayor to open the bridge was forgotten.", ("the mayor", "promise", "to open the bridge")),
        ("Tessel made a promise to open the bridge.", ("Tessel", "promise", "to open the bridge")),
    ],
)  # fmt: skip
def test_a_noun_links_its_owner_to_what_it_is_about(
    said_in: Callable[..., list[Shown]], text: str, expected: Shown
) -> None:
    assert expected in said_in(text)


def test_a_noun_that_is_nobodys_is_no_cue(said_in: Callable[..., list[Shown]]) -> None:
    assert [] == said_in("The request was on the table.")
