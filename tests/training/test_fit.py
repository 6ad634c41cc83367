"""Fitting: the logistic regression finds what the data says."""

from pathlib import Path

import numpy as np
from training.fit import _logistic
from training.marks import Marked
from training.split import EVERY, FIRST, KEPT, divided


def test_a_logistic_regression_gives_back_the_shares_of_two_groups() -> None:
    x = np.repeat([[0.0], [1.0]], 400, axis=0)
    y = np.concatenate([np.arange(400) % 4 == 0, np.arange(400) % 4 != 0]).astype(float)
    weights, bias = _logistic(x, y)
    shares = 1 / (1 + np.exp(-(np.asarray([0.0, 1.0]) * weights[0] + bias)))
    assert np.allclose([0.25, 0.75], shares, atol=0.01)


def test_reports_kept_apart_are_not_trained_on() -> None:
    own = KEPT.read_text(encoding="utf-8").split()
    marked = [Marked(f"r{n}", kind, Path(), (), nested=False) for kind in EVERY for n in range(50)]
    marked += [Marked(name, "wikinews", Path(), (), nested=True) for name in ("2019-0", *own)]
    train, kept = divided(marked)
    assert set(marked) == {*train, *kept}
    assert not {*train} & {*kept}
    assert [f"r{FIRST['chains']}", f"r{FIRST['chains'] + EVERY['chains']}"] == [
        m.name for m in kept if m.kind == "chains"
    ][:2]
    assert own == [m.name for m in kept if m.kind == "wikinews"]
