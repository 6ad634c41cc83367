"""Figures of factuality score the rare classes apart."""

import numpy as np
import pytest
from evaluation.factuality import figures


def test_who_says_that_everything_happened_finds_nothing_denied() -> None:
    marked = np.asarray([3.0, 3.0, 3.0, -3.0, 0.5])
    found = figures("x", np.full(5, 2.9) + np.arange(5) / 100, marked)
    assert (1, 1, 3) == found.counts
    assert (0.0, 0.0) == found.f1[:2]
    assert 0.75 == pytest.approx(found.f1[2])
    assert (0 + 0 + 0 + 6 + 2.5) / 5 == pytest.approx(found.constant)


def test_a_reader_that_is_right_has_all_of_them() -> None:
    marked = np.asarray([3.0, -1.0, 1.0, -3.0, 2.0])
    found = figures("x", marked, marked)
    assert (1.0, 1.0, 1.0) == found.f1
    assert 0.0 == found.distance
    assert 1.0 == pytest.approx(found.correlation)
