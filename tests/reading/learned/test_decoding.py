"""Decoding: the best sequence and the probabilities are those that trying all sequences gives."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reportedly.reading.learned.decoding import LABELS, Chain

K = len(LABELS)
SCORES = st.integers(-30, 30).map(lambda n: n / 10)


def scores(*shape: int) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.float32, shape, elements=SCORES.map(np.float32))


def all_sequences(emitted: np.ndarray, first: np.ndarray, steps: np.ndarray) -> dict[tuple[int, ...], float]:
    """The score of every sequence of labels."""
    return {
        labels: float(
            first[labels[0]]
            + sum(emitted[n, label] for n, label in enumerate(labels))
            + sum(steps[a, b] for a, b in pairwise(labels))
        )
        for labels in product(range(K), repeat=len(emitted))
    }


@given(scores(3, K), scores(K), scores(K, K))
def test_best_has_the_best_score_of_all_sequences(emitted: np.ndarray, first: np.ndarray, steps: np.ndarray) -> None:
    found = tuple(Chain(first, steps).best(emitted[None], np.ones((1, 3), dtype=bool))[0].tolist())
    every = all_sequences(emitted, first, steps)
    assert abs(max(every.values()) - every[found]) < 1e-3


@given(scores(3, K), scores(K), scores(K, K))
def test_marginals_are_shares_of_all_sequences(emitted: np.ndarray, first: np.ndarray, steps: np.ndarray) -> None:
    every = all_sequences(emitted, first, steps)
    total = sum(np.exp(s) for s in every.values())
    expected = np.zeros((3, K))
    for labels, score in every.items():
        for n, label in enumerate(labels):
            expected[n, label] += np.exp(score) / total
    found = Chain(first, steps).marginals(emitted[None], np.ones((1, 3), dtype=bool))[0]
    assert np.allclose(expected, found, atol=1e-3)


@given(scores(2, 4, K), scores(K), scores(K, K))
def test_padding_changes_nothing_in_a_row(emitted: np.ndarray, first: np.ndarray, steps: np.ndarray) -> None:
    chain = Chain(first, steps)
    inside = np.asarray([[True, True, False, False], [True, True, True, True]])
    alone = emitted[:1, :2]
    assert chain.best(alone, inside[:1, :2])[0].tolist() == chain.best(emitted, inside)[0, :2].tolist()
    whole = np.ones((1, 2), dtype=bool)
    assert np.array_equal(chain.marginals(alone, whole)[0], chain.marginals(emitted, inside)[0, :2])
