"""Attributions whose cue is neither verb nor noun."""

from collections.abc import Callable

import pytest

from tests.training.rules.conftest import Shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to the ministry, the bridge was closed on Monday.",
         ("the ministry", "According to", "the bridge was closed on Monday")),
        ("The bridge was closed on Monday, according to two officials.",
         ("two officials", "according to", "The bridge was closed on Monday")),
        ("The bridge, according to the ministry, is safe.", ("the ministry", "according to", "The bridge … is safe")),
        ("The bridge reportedly fell at noon.", (None, "reportedly", "The bridge … fell at noon")),
        ("Tessel is confident that the bridge is safe.", ("Tessel", "is confident", "the bridge is safe")),
        ("Tessel was not sure that the bridge was safe.", ("Tessel", "was not sure", "the bridge was safe")),
    ],
)  # fmt: skip
def test_a_phrase_links_source_and_content(said_in: Callable[..., list[Shown]], text: str, expected: Shown) -> None:
    assert [expected] == said_in(text)


@pytest.mark.parametrize("text", ["They pay 3 crowns per day.", "The allegedly rotten bridge stands."])
def test_a_rate_and_a_bare_adjective_are_none(said_in: Callable[..., list[Shown]], text: str) -> None:
    assert [] == said_in(text)
