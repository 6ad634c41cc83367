"""Windows: every word is read once, nothing is longer than the encoder takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.learned.engine import Engine
from reportedly.reading.learned.weights import shipped
from reportedly.reading.learned.windows import LIMIT, Pieces, cut
from reportedly.reading.syntax import Parser, Syntax

PARSER = Parser()
TOKENIZER = Engine(shipped()).tokenizer
# The encoder has places for this many pieces.
PLACES = 512


def pieces_of(text: str) -> tuple[Syntax, Pieces]:
    syntax = PARSER.parse(text)
    return syntax, Pieces(TOKENIZER, syntax.words)


SENTENCES = st.lists(
    st.sampled_from(["It rained.", "The mayor said that the bridge was closed.", "word " * 200 + ".", "Antidisestablishmentarianism!"]),
    min_size=1,
    max_size=40,
).map("\n".join)  # fmt: skip


@given(SENTENCES)
def test_windows_share_out_all_words(text: str) -> None:
    syntax, pieces = pieces_of(text)
    owned = [w for window in cut(syntax, pieces) for w in range(window.own_first, window.own_last)]
    assert list(range(len(syntax))) == owned


@given(SENTENCES)
def test_no_window_is_longer_than_the_encoder_takes(text: str) -> None:
    syntax, pieces = pieces_of(text)
    for window in cut(syntax, pieces):
        ids, starts, ends = pieces.window(window.first, window.last)
        assert len(ids) <= max(LIMIT, LIMIT // 2) + LIMIT // 2 + 2 <= PLACES
        assert window.first <= window.own_first < window.own_last <= window.last
        assert all(0 < s <= e < len(ids) - 1 for s, e in zip(starts, ends, strict=True))


def test_a_short_text_is_one_window_with_all_of_it() -> None:
    syntax, pieces = pieces_of("The mayor said it rained. Nobody came.")
    assert [(0, len(syntax), 0, len(syntax))] == [
        (w.first, w.last, w.own_first, w.own_last) for w in cut(syntax, pieces)
    ]


def test_neighbours_overlap() -> None:
    syntax, pieces = pieces_of("The mayor said that the bridge was closed. " * 80)
    first, second = cut(syntax, pieces)[:2]
    assert second.first < first.last
    assert second.first < second.own_first == first.own_last < first.last


@pytest.mark.parametrize("word", ["\x00", "\u200b", "x" * 5000, "😀"])
def test_odd_words_have_at_least_one_piece(word: str) -> None:
    assert 1 <= int(Pieces(TOKENIZER, [word]).counts[0])
