"""Figures say what is counted and who says so."""

import pytest

from reportedly import Act, Attribution, Certainty, Polarity, Quote, SourceKind, Span
from reportedly.reading.figures.reader import read_figures
from reportedly.reading.syntax import Parser


def figures(parser: Parser, text: str, attributions: tuple[Attribution, ...] = ()) -> list[tuple[str, str]]:
    return [(text[slice(*f.span)], f.what) for f in read_figures(parser.parse(text), attributions)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 28 people were killed.", [("At least 28", "deaths")]),
        ("The blast killed nine soldiers.", [("nine", "deaths")]),
        ("Three people died in the fire.", [("Three", "deaths")]),
        ("More than 100 were injured.", [("More than 100", "injured")]),
        ("Police arrested dozens of protesters.", [("dozens", "detained")]),
        ("The army sent 450 troops.", [("450", "troops")]),
        ("There were no casualties.", [("no", "deaths")]),
        ("It cost $5 million.", [("$5 million", "money")]),
        ("The firm has 386 shops.", [("386", "shops")]),
    ],
)
def test_what_is_counted(parser: Parser, text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == figures(parser, text)


@pytest.mark.parametrize(
    "text",
    [
        "The three presidents met.", "He waited three days.", "She is 45 years old.", "It lies 30 miles away.",
        "One man laughed.", "Article 50 was named.", "They won 25% of the vote.", "On 12 May he left.",
    ],
)  # fmt: skip
def test_what_is_no_count_of_its_own_is_left_out(parser: Parser, text: str) -> None:
    assert [] == figures(parser, text)


def said(id_: str, *content: Span) -> Attribution:
    return Attribution(
        id_, None, (), content, None, None, Quote.INDIRECT, SourceKind.NONE, None, Act.STATE, Polarity.POSITIVE,
        Certainty.CERTAIN, 1, 1.0,
    )  # fmt: skip


def test_the_innermost_content_says_who_asserts_it(parser: Parser) -> None:
    text = "Fars said the governor said nine people died. Ten people died."
    outer, inner = Span(10, 44), Span(28, 44)
    found = list(read_figures(parser.parse(text), (said("a1", outer), said("a2", inner))))
    assert ["a2", None] == [f.attribution for f in found]
