"""Act, polarity and certainty: what lexicon and rules say in whole sentences, and how a network's leaning counts beside it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from training.rules.reader import RuleReader

from reportedly import Attribution, Reading
from reportedly.reading.attribution.links import Link
from reportedly.reading.quotes import find_quotations
from reportedly.reading.stance import StanceReader
from reportedly.reading.syntax import Parser, Syntax
from reportedly.reading.vocabulary import Lexicon, Stance

KINDS = {"Tessel": "named", "Reuters": "outlet", "ministry": "institution"}


def first_link(parser: Parser, lexicon: Lexicon, text: str) -> tuple[Syntax, Link, str]:
    """The first link of a text as the rules find it, with the kind of its source."""
    syntax = parser.parse(text)
    link = RuleReader(lexicon).read(syntax, find_quotations(text), [])[0]
    return syntax, link, KINDS[syntax.words[link.source[-1]]] if link.source else "none"


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
        ("The ministry reported that the bridge fell.", ("state", "positive", "certain")),
    ],
)
def test_cue_negation_hedge_and_content_make_the_stance(
    parser: Parser, lexicon: Lexicon, text: str, expected: tuple[str, str, str]
) -> None:
    syntax, link, kind = first_link(parser, lexicon, text)
    found = StanceReader(syntax).read(link, kind, [])
    assert expected == (found.act, found.polarity, found.certainty)


@pytest.mark.parametrize(
    ("leanings", "expected"),
    [
        ({"act": {"state": -0.4, "accuse": -0.1}}, "state"),
        ({"act": {"state": -1.4, "accuse": -0.1}}, "accuse"),
        ({"act": {"state": -1.4, "request": -0.1}}, "request"),
    ],
)
def test_a_leaning_outvotes_the_rules_only_where_it_weighs_more(
    parser: Parser, lexicon: Lexicon, leanings: dict[str, dict[str, float]], expected: str
) -> None:
    syntax, link, kind = first_link(parser, lexicon, "Tessel said the bridge was closed.")
    assert Stance("state", "positive", "certain") == link.stance
    found = StanceReader(syntax).read(replace(link, leanings=leanings), kind, [])
    assert expected == found.act
    assert ("none" if expected == "request" else "positive") == found.polarity


def test_a_hedge_inside_a_nested_belief_is_that_ones(read_text: Callable[..., Reading]) -> None:
    found = read_text("Tessel said she believes the bridge is safe.").attributions
    assert ["certain", "probable"] == [certainty(a) for a in found]


def certainty(a: Attribution) -> str:
    return a.certainty.value


def test_a_negated_cue_is_not_outvoted(parser: Parser, lexicon: Lexicon) -> None:
    syntax, link, kind = first_link(parser, lexicon, "Tessel did not threaten to close the bridge.")
    leanings = {"act": {"warn": -9.0, "request": -0.1}, "polarity": {"negative": -9.0, "none": -0.1}}
    found = StanceReader(syntax).read(replace(link, leanings=leanings), kind, [])
    assert ("warn", "negative") == (found.act, found.polarity)
