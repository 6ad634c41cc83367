"""Short ways to say what the rules find in a sentence."""

from collections.abc import Callable

import pytest
from training.rules.reader import RuleReader

from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.nesting import parents
from reportedly.reading.attribution.spans import word_spans
from reportedly.reading.quotes import find_quotations
from reportedly.reading.syntax import Parser, Syntax
from reportedly.reading.vocabulary import Lexicon

Shown = tuple[str | None, str, str]
GAP = " … "


@pytest.fixture(scope="session")
def links_of(parser: Parser, lexicon: Lexicon) -> Callable[..., tuple[Syntax, list[Link]]]:
    """Syntax and links of a text; `headline=True` takes all of it for a headline."""

    def find(text: str, headline: bool = False) -> tuple[Syntax, list[Link]]:
        syntax = parser.parse(text)
        headlines = [(0, len(text))] if headline else []
        return syntax, RuleReader(lexicon).read(syntax, find_quotations(text), headlines)

    return find


@pytest.fixture(scope="session")
def said_in(links_of: Callable[..., tuple[Syntax, list[Link]]]) -> Callable[..., list[Shown]]:
    """(source, cue, content) of every attribution of a text, gaps shown as " … "."""

    def show(text: str, headline: bool = False) -> list[Shown]:
        syntax, links = links_of(text, headline)
        return [
            (
                joined(text, word_spans(syntax, link.source)) if link.source else None,
                joined(text, word_spans(syntax, link.cue)),
                joined(text, link.content),
            )
            for link in links
        ]

    return show


@pytest.fixture(scope="session")
def nesting_of(links_of: Callable[..., tuple[Syntax, list[Link]]]) -> Callable[[str], list[tuple[str, str | None]]]:
    """(cue, cue of the attribution it is nested in) for every attribution of a text."""

    def show(text: str) -> list[tuple[str, str | None]]:
        syntax, links = links_of(text)
        cues = [joined(text, word_spans(syntax, link.cue)) for link in links]
        return [(cue, cues[p] if p is not None else None) for cue, p in zip(cues, parents(syntax, links), strict=True)]

    return show


def joined(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return GAP.join(text[s:e] for s, e in spans)
