"""Attributions that only headlines have."""

from collections.abc import Callable

import pytest

from tests.training.rules.conftest import Shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister: bridge is safe", ("Minister", ":", "bridge is safe")),
        ("Poll: most want a new bridge", ("Poll", ":", "most want a new bridge")),
        ("Nine dead in bridge fall, hospital says", ("hospital", "says", "Nine dead in bridge fall")),
    ],
)
def test_punctuation_and_tags_of_a_headline_link(
    said_in: Callable[..., list[Shown]], text: str, expected: Shown
) -> None:
    assert [expected] == said_in(text, headline=True)


def test_a_colon_in_the_body_is_no_headlines(said_in: Callable[..., list[Shown]]) -> None:
    assert [] == said_in("Minister: bridge is safe")


@pytest.mark.parametrize(
    "text", ["Exclusive: the bridge has fallen", "How it fell: a bridge in pictures", "Mayor took cash, jury told"]
)
def test_what_cannot_speak_is_no_source_of_a_headline(said_in: Callable[..., list[Shown]], text: str) -> None:
    assert [] == said_in(text, headline=True)
