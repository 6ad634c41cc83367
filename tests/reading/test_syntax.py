"""The columns that everything after the parser reads."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.syntax import CHUNK_CHARACTERS, Parser, Syntax

PARSER = Parser()


@given(st.text(max_size=300))
def test_words_stand_where_they_say_in_any_text(text: str) -> None:
    syntax = PARSER.parse(text)
    assert [text[s:e] for s, e in zip(syntax.starts, syntax.ends, strict=True)] == syntax.words
    assert sorted(syntax.starts) == syntax.starts
    assert all(0 <= head < len(syntax) for head in syntax.heads)


@given(st.text(alphabet="ab .!?\n(AP)“”", max_size=200))
def test_sentences_cover_all_words_and_never_cross_a_line_end(text: str) -> None:
    syntax = PARSER.parse(text)
    assert list(range(len(syntax))) == [w for first, last in syntax.sentences for w in range(first, last)]
    for first, last in syntax.sentences:
        assert "\n" not in text[syntax.starts[first] : syntax.ends[last - 1]]


def test_a_sentence_begins_at_a_break(parse: Callable[..., Syntax]) -> None:
    text = "ORRIN (Agency) - The bridge fell."
    syntax = parse(text, [text.index("The")])
    assert "The" in {syntax.words[first] for first, _ in syntax.sentences}


def test_no_sentence_begins_without_punctuation_before_it(parse: Callable[..., Syntax]) -> None:
    syntax = parse("the Guard Corps' (IGC) Harbour Force Commander, General Tessel, met the guards of Vessa")
    assert 1 == len(syntax.sentences)


def test_a_bracketed_acronym_stands_in_apposition_and_tears_nothing_apart(parse: Callable[..., Syntax]) -> None:
    syntax = parse("The Guard Corps (IGC) said that the bridge was closed.")
    acronym = syntax.words.index("IGC")
    assert "appos" == syntax.deps[acronym]
    assert "Corps" == syntax.words[syntax.heads[acronym]]
    assert "Corps" == syntax.words[syntax.child(syntax.words.index("said"), "nsubj") or 0]


def test_a_text_of_several_chunks_is_read_as_one(parse: Callable[..., Syntax]) -> None:
    line = "The mayor said the bridge was closed.\n"
    text = line * (CHUNK_CHARACTERS // len(line) + 20)
    syntax = parse(text)
    assert text.count("\n") == len(syntax.sentences)
    assert "closed" == syntax.words[-2]


def test_subtrees_and_edges_agree(parse: Callable[..., Syntax]) -> None:
    syntax = parse("The old mayor of Orrin said that the bridge, which was new, fell.")
    for word in range(len(syntax)):
        below = syntax.subtree(word)
        assert (min(below), max(below)) == syntax.edges[word]
