"""Act, polarity and certainty, read in whole sentences."""

from collections.abc import Callable

import pytest

from reportedly import Attribution, Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tessel said the bridge was closed.", ("state", "positive", "certain")),
        ("Tessel said the bridge was not closed.", ("state", "negative", "certain")),
        ("Tessel said no guards were at the bridge.", ("state", "negative", "certain")),
        ("Tessel said the bridge may be closed.", ("state", "positive", "possible")),
        ("Tessel said the bridge was probably closed.", ("state", "positive", "probable")),
        ("Tessel said she would close the bridge.", ("commit", "positive", "certain")),
        ("Tessel said the report was false.", ("deny", "negative", "certain")),
        ("Tessel said there is no truth to the report.", ("deny", "negative", "certain")),
        ("Tessel denied that the bridge was closed.", ("deny", "negative", "certain")),
        ("Tessel confirmed that the bridge was closed.", ("confirm", "positive", "certain")),
        ("Tessel did not confirm the report.", ("decline", "none", "unknown")),
        ("Tessel could not confirm the report.", ("confirm", "none", "unknown")),
        ("The report could not be independently verified.", ("confirm", "none", "unknown")),
        ("Tessel declined to comment.", ("decline", "none", "unknown")),
        ("Tessel did not rule out a war.", ("state", "positive", "possible")),
        ("Tessel believes the bridge is safe.", ("believe", "positive", "probable")),
        ("Tessel does not believe the bridge is safe.", ("believe", "negative", "probable")),
        ("Tessel urged drivers to stay at home.", ("request", "none", "certain")),
        ("Tessel asked whether the bridge was safe.", ("ask", "none", "unknown")),
        ("Tessel warned that the bridge could fall.", ("warn", "positive", "certain")),
        ("Tessel accused the company of theft.", ("accuse", "positive", "certain")),
        ("Tessel claimed the bridge was safe.", ("claim", "positive", "certain")),
        ("Tessel expects the bridge to fall.", ("predict", "positive", "probable")),
        ("The bridge reportedly fell.", ("report", "positive", "certain")),
        ("Reuters said the bridge fell.", ("report", "positive", "certain")),
    ],
)
def test_cue_negation_hedge_and_content_make_the_stance(
    read_text: Callable[..., Reading], text: str, expected: tuple[str, str, str]
) -> None:
    first = read_text(text).attributions[0]
    assert expected == (first.act, first.polarity, first.certainty)


def test_a_hedge_inside_a_nested_belief_is_that_ones(read_text: Callable[..., Reading]) -> None:
    found = read_text("Tessel said she believes the bridge is safe.").attributions
    assert ["certain", "probable"] == [certainty(a) for a in found]


def certainty(a: Attribution) -> str:
    return a.certainty.value
