"""What the network leaves open is settled by the tree: who told and who was told, and the subject of what is said."""

import numpy as np
import pytest

from reportedly.reading.learned.finder import Found
from reportedly.reading.learned.reader import _told_apart, _with_subjects, manner
from reportedly.reading.syntax import Parser, Syntax


def found(syntax: Syntax, anchor: str, *, source: str = "", content: str = "", cue: str = "") -> Found:
    def words(text: str) -> tuple[int, ...]:
        return tuple(syntax.words.index(w) for w in text.split())

    state = np.zeros(1, dtype=np.float32)
    at = syntax.words.index(anchor)
    return Found(at, words(cue) or (at,), words(source), words(content), (), (1.0, 1.0, 1.0), state, state, state)


def text_of(syntax: Syntax, words: tuple[int, ...] | list[int]) -> str:
    return " ".join(syntax.words[w] for w in words)


def test_an_object_of_the_cue_is_who_was_told(parser: Parser) -> None:
    syntax = parser.parse("Sources told Reuters that it rained.")
    source, hearer = _told_apart(syntax, found(syntax, "told", source="Sources Reuters"))
    assert ("Sources", "Reuters") == (text_of(syntax, tuple(source)), text_of(syntax, tuple(hearer)))


def test_a_source_of_one_piece_stays_as_it_is(parser: Parser) -> None:
    syntax = parser.parse("It rained, sources told Reuters.")
    source, hearer = _told_apart(syntax, found(syntax, "told", source="sources"))
    assert ("sources", ()) == (text_of(syntax, tuple(source)), tuple(hearer))


def test_the_subject_of_what_is_said_belongs_to_it(parser: Parser) -> None:
    syntax = parser.parse("News spread by the paper is false, he said.")
    content = _with_subjects(syntax, found(syntax, "said", source="he", content="spread by the paper is false"))
    assert "News spread by the paper is false" == text_of(syntax, content)


@pytest.mark.parametrize(
    ("text", "anchor", "cue", "source", "expected"),
    [
        ("The mayor said it rained.", "said", "said", "The mayor", "plain"),
        ("He was accused by the mayor.", "accused", "was accused", "the mayor", "passive"),
        ("It reportedly rained.", "reportedly", "reportedly", "", "sourceless"),
        ("The mayor and his claim that it rained.", "claim", "claim", "The mayor", "nominal"),
    ],
)
def test_the_manner_of_an_attribution(
    parser: Parser, text: str, anchor: str, cue: str, source: str, expected: str
) -> None:
    syntax = parser.parse(text)
    assert expected == manner(syntax, found(syntax, anchor, cue=cue, source=source))
