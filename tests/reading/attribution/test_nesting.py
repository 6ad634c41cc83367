"""Nesting: read from what contains what, and from who is cited for what."""

from collections.abc import Callable

from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.nesting import parents
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Stance

SAID = Stance("state", "positive", "certain")


def link(syntax: Syntax, cue: str, content: str) -> Link:
    start = syntax.text.index(content)
    word = syntax.words.index(cue)
    return Link(word, cue, "clause", SAID, (word,), None, ((start, start + len(content)),))


def test_a_link_stands_in_the_smallest_content_that_holds_its_cue(parse: Callable[[str], Syntax]) -> None:
    syntax = parse("Fars reported the ambassador claimed Baghdad denied it.")
    links = [
        link(syntax, "reported", "the ambassador claimed Baghdad denied it"),
        link(syntax, "claimed", "Baghdad denied it"),
        link(syntax, "denied", "it"),
    ]
    assert [None, 0, 1] == parents(syntax, links)


def test_a_source_that_is_cited_stands_within_the_report(parse: Callable[[str], Syntax]) -> None:
    syntax = parse("Reuters reported, citing two officials, that the bridge fell.")
    links = [link(syntax, "reported", "the bridge fell"), link(syntax, "citing", "the bridge fell")]
    assert [None, 0] == parents(syntax, links)


def test_two_that_hold_one_another_are_not_within_themselves(parse: Callable[[str], Syntax]) -> None:
    syntax = parse("He said she thought it.")
    links = [link(syntax, "said", "she thought it"), link(syntax, "thought", "He said")]
    above = parents(syntax, links)
    assert not (above[0] == 1 and above[1] == 0)
