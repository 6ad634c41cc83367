"""Documents: marks become words, the word that carries a cue is found, the cache gives back what was put in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from training.documents import anchor_of, documents, words_in
from training.marks import guide

from reportedly.reading.syntax import Syntax
from tests.conftest import EXAMPLES


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("The mayor has not yet said it.", "has not yet said", "said"),
        ("It was reported that it rained.", "was reported", "reported"),
        ("According to Fars, it rained.", "According to", "According"),
        ("They have concerns about it.", "have concerns", "have"),
        ("The mayor: it rained.", ":", ":"),
    ],
)
def test_an_anchor_is_the_word_that_carries_a_cue(
    parse: Callable[[str], Syntax], text: str, cue: str, expected: str
) -> None:
    syntax = parse(text)
    assert expected == syntax.words[anchor_of(syntax, [syntax.words.index(w) for w in cue.split()])]


def test_a_word_is_inside_if_more_than_half_of_it_is(parse: Callable[[str], Syntax]) -> None:
    syntax = parse("The mayor spoke.")
    assert [1] == words_in(syntax, ((4, 9),))
    assert [1] == words_in(syntax, ((6, 9),))
    assert [] == words_in(syntax, ((7, 9),))


def test_documents_from_the_cache_are_those_that_were_made(tmp_path: Path) -> None:
    marked = list(guide(EXAMPLES / "ilvet-ultimatum", "examples"))[:2]
    made = list(documents(marked, tmp_path))
    assert 2 == len(list(tmp_path.iterdir()))
    assert made == list(documents(marked, tmp_path))
    assert [len(m.marks) for m in marked] == [len(d.targets) for d in made]
