"""Features: how words stand to an anchor."""

from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.learned.features import (
    ABOVE,
    COLUMNS,
    DEP_ID,
    DISTANCES,
    EARLIER,
    ITSELF,
    LATER,
    PAIRS,
    Features,
)
from reportedly.reading.quotes import find_quotations
from reportedly.reading.syntax import Parser, Syntax

PARSER = Parser()


def features_of(text: str) -> Features:
    return Features(PARSER.parse(text), find_quotations(text), [])


def test_what_hangs_below_an_anchor_is_told_by_its_branch(parse: Callable[[str], Syntax]) -> None:
    text = "The mayor said on Monday that the bridge was closed."
    features = features_of(text)
    words = features.syntax.words
    pairs = features.pairs(words.index("said"), 0, len(words))
    branches = dict(zip(words, pairs[:, 1], strict=True))
    assert DEP_ID["nsubj"] == branches["The"] == branches["mayor"]
    assert DEP_ID["ccomp"] == branches["bridge"] == branches["closed"]
    assert ITSELF == branches["said"]


def test_words_above_an_anchor_and_outside_of_its_sentence_are_told_apart() -> None:
    features = features_of("It rained. According to the mayor, the bridge fell. Nobody came.")
    words = features.syntax.words
    pairs = features.pairs(words.index("According"), 0, len(words))
    branches = dict(zip(words, pairs[:, 1], strict=True))
    assert EARLIER == branches["rained"]
    assert ABOVE == branches["fell"]
    assert LATER == branches["Nobody"]


def test_distance_is_exact_near_an_anchor_and_has_a_sign() -> None:
    features = features_of("a b c d e f g h i")
    middle = DISTANCES // 2
    assert [middle - 2, middle - 1, middle, middle + 1] == features.pairs(2, 0, 4)[:, 0].tolist()


def test_words_of_one_quotation_are_told_from_those_of_another() -> None:
    features = features_of('He said "it is late" and she said "it is not".')
    words = features.syntax.words
    late, quoted = words.index("late"), words.index("not")
    relation = features.pairs(late, 0, len(words))[:, 3]
    assert relation[late - 1] == relation[late] != relation[quoted]


def test_lines_and_headlines_have_their_places() -> None:
    text = "Bridge falls\nThe bridge fell."
    features = Features(PARSER.parse(text), [], [(0, 12)])
    assert [1, 1, 2, 0, 0, 0] == features.columns[:, 4].tolist()


@given(st.text(alphabet="ab \n.,“”\"'said to", max_size=80))
def test_every_feature_stays_within_its_size(text: str) -> None:
    features = features_of(text)
    n = len(features.syntax)
    assert all(np.all(features.columns[:, k] < size) for k, size in enumerate(COLUMNS))
    for anchor in range(n):
        pairs = features.pairs(anchor, 0, n)
        assert all(np.all((pairs[:, k] >= 0) & (pairs[:, k] < size)) for k, size in enumerate(PAIRS))
