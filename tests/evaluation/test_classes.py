"""The classes of attributions, one sentence each."""

from collections.abc import Callable

import pytest
from evaluation.classes import CLASSES, PEER, Marked, classes_of

from reportedly.reading.quotes import find_quotations
from reportedly.reading.syntax import Syntax


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        ("x\nThe mayor said it rained.", "The mayor", "said", "it rained", "plain said"),
        ("x\nAccording to Fars, it rained.", "Fars", "According to", "it rained", "according to"),
        ("x\nHis claim that it rained was read.", "His", "claim", "it rained", "nominal cue"),
        ("x\nThe mayor: it rained.", "The mayor", ":", "it rained", "punctuation or other cue"),
        ("The mayor said it rained.", "The mayor", "said", "it rained", "headline"),
        ("x\nThe mayor denied it rained.", "The mayor", "denied", "it rained", "denial or negated cue"),
        ("x\nThe mayor did not say it rained.", "The mayor", "did not say", "it rained", "denial or negated cue"),
        ("x\nIt was reported that nobody came.", "", "was reported", "nobody came", "passive cue"),
        ("x\nThe mayor hopes it rains.", "The mayor", "hopes", "it rains", "intention or belief"),
        ("x\nIt was reported that nobody came.", "", "was reported", "nobody came", "no source"),
        ("x\nTwo officials said it rained.", "Two officials", "said", "it rained", "unnamed source"),
        ("x\nThe mayor denied a plot.", "The mayor", "denied", "a plot", "verbless content"),
        ("x\nThe mayor said it rained. Nobody came.", "The mayor", "said", "it rained Nobody came", "content over two or more sentences"),
    ],
)  # fmt: skip
def test_an_attribution_is_of_its_class(
    parse: Callable[[str], Syntax], text: str, source: str, cue: str, content: str, expected: str
) -> None:
    syntax = parse(text)
    who, how, what = ([syntax.words.index(w) for w in part.split()] for part in (source, cue, content))
    assert expected in classes_of(Marked(syntax, find_quotations(text), who, how, what))


def test_every_class_of_the_other_readers_is_one_of_ours() -> None:
    assert set(PEER) <= {"plain said", *CLASSES}
