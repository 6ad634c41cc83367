"""What is fitted once the network is trained, on reports kept out of its training: calibration, threshold, stance weights.

The score is a logistic regression (Platt 1999) on what the finder knows of an attribution. Each manner of attribution has the
threshold with the best F1 among its own kind: what is rare and hard to tell is asked less, or it would never be found. A stance weight says how much the network's leaning counts beside the lexicon's one vote.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np

from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.nesting import parents
from reportedly.reading.learned.engine import Engine
from reportedly.reading.learned.features import Features
from reportedly.reading.learned.finder import Finder, Found
from reportedly.reading.learned.reader import MANNERS, LearnedReader, manner, told
from reportedly.reading.quotes import find_quotations
from reportedly.reading.stance import StanceReader
from reportedly.reading.vocabulary import Lexicon
from training.documents import Document, Target

HALF = 0.5
STEPS, PULL = 60, 0.05
# Marks of a manner that a threshold of its own takes.
ENOUGH = 30
MARGIN = 0.75
# What is tried as factors of leaning and vote.
FACTORS, VOTES = [n / 20 for n in range(1, 31)], [n / 4 for n in range(1, 17)]
UNFITTED = {
    "anchor_threshold": 0.12,
    "thresholds": dict.fromkeys(MANNERS, 0.0),
    "calibration": {"weights": [1.0, 0.0, 0.0, 0.0, 0.0], "bias": [0.0]},
    "stance_weights": {"act": 1.0, "polarity": 1.0, "certainty": 1.0},
}


def fitted(engine: Engine, kept: Sequence[Document]) -> dict[str, Any]:
    """Calibration, thresholds and stance weights as the manifest holds them; the engine's own are those of UNFITTED."""
    finder = Finder(engine)
    found = [(d, finder.find(Features(d.syntax, find_quotations(d.syntax.text), d.headlines))) for d in kept]
    judged = [(d, f, t) for d, of_text in found for f, t in _matched(d, of_text)]
    x = np.asarray([told(f) for _, f, _ in judged])
    y = np.asarray([t is not None for _, _, t in judged], dtype=float)
    weights, bias = _logistic(x, y)
    scores = 1.0 / (1.0 + np.exp(-(x @ weights) - bias))
    thresholds = _thresholds(judged, scores, kept)
    calibration = {"weights": [float(w) for w in weights], "bias": [float(bias)]}
    # From here on the engine's manifest holds what was just fitted: the stance weights rest on the links that are kept.
    engine.manifest["calibration"] = calibration
    least = np.asarray([thresholds[manner(d.syntax, f)] for d, f, _ in judged])
    taken = 1.0 / (1.0 + np.exp(-x[scores >= least, 0]))
    return {
        # Anchors less likely than any that was kept need not be looked at; a margin is left.
        "anchor_threshold": round(MARGIN * float(taken.min()), 3),
        "calibration": calibration,
        "thresholds": thresholds,
        "stance_weights": _stance_weights(engine, [d for d in kept if d.nested], thresholds),
    }


def _matched(document: Document, found: Sequence[Found]) -> list[tuple[Found, Target | None]]:
    """Each attribution found with the target that it matches; where only outermost ones are marked, those alone."""
    if not document.nested:
        held = {w for f in found if f.sure[0] > 0 for w in f.content}
        found = [f for f in found if f.anchor not in held]
    pairs = sorted(
        ((-_dice(f.content, t.content), -_dice(f.source, t.source), i, j)
         for i, f in enumerate(found) for j, t in enumerate(document.targets)
         if _dice(f.content, t.content) >= HALF and _dice(f.source, t.source) >= HALF)
    )  # fmt: skip
    of: dict[int, int] = {}
    for _, _, i, j in pairs:
        if i not in of and j not in of.values():
            of[i] = j
    return [(f, document.targets[of[i]] if i in of else None) for i, f in enumerate(found)]


def _dice(a: Iterable[int], b: Iterable[int]) -> float:
    x, y = set(a), set(b)
    return 2 * len(x & y) / (len(x) + len(y)) if x or y else 1.0


def _logistic(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and bias by Newton's method, drawn a little towards 0."""
    given = np.hstack([x, np.ones((len(x), 1))])
    w = np.zeros(given.shape[1])
    for _ in range(STEPS):
        p = 1.0 / (1.0 + np.exp(-given @ w))
        slope = given.T @ (p - y) + PULL * w
        bend = (given * (p * (1.0 - p))[:, None]).T @ given + PULL * np.eye(len(w))
        w = w - np.linalg.solve(bend, slope)
    return w[:-1], float(w[-1])


def _thresholds(
    judged: Sequence[tuple[Document, Found, Target | None]], scores: np.ndarray, kept: Sequence[Document]
) -> dict[str, float]:
    """For each manner the threshold with the best F1 over all reports kept apart; that of all where too few are marked."""
    of_found = np.asarray([manner(d.syntax, f) for d, f, _ in judged])
    of_marked = Counter(manner(d.syntax, t) for d in kept for t in d.targets)
    right = np.asarray([t is not None for _, _, t in judged])
    of_all = _best(right, scores, of_marked.total())
    return {
        name: _best(right[of_found == name], scores[of_found == name], of_marked[name])
        if of_marked[name] >= ENOUGH
        else of_all
        for name in MANNERS
    }


def _best(right: np.ndarray, scores: np.ndarray, marked: int) -> float:
    def f1(least: float) -> float:
        taken = scores >= least
        return float(2 * right[taken].sum() / (taken.sum() + marked))

    return max((n / 100 for n in range(15, 66)), key=f1)


Case = tuple[StanceReader, Link, Target, list[Link]]


def _stance_weights(engine: Engine, kept: Sequence[Document], thresholds: Mapping[str, float]) -> dict[str, float]:
    """For each field how much the network's leaning weighs beside one vote of lexicon and rules."""
    reader = LearnedReader(engine, Lexicon())
    reader.thresholds = thresholds
    cases: list[Case] = []
    for d in kept:
        stances = StanceReader(d.syntax)
        links = reader.read(d.syntax, find_quotations(d.syntax.text), d.headlines)
        above = parents(d.syntax, links)
        targets = {t.anchor: t for t in d.targets}
        for n, link in enumerate(links):
            target = targets.get(link.head)
            if target is not None:
                cases.append((stances, link, target, [links[m] for m, p in enumerate(above) if p == n]))
    return {field: _likeliest_weight(cases, field) for field in ("act", "polarity", "certainty")}


def _likeliest_weight(cases: Sequence[Case], field: str) -> float:
    """The ratio of the two factors, of leaning and vote, under which the labels that were marked are likeliest.

    Likelihood, not the count of right labels: with few cases the best count is chance.
    """
    rows = []
    for stances, link, target, nested in cases:
        voted = getattr(stances.by_rules(link, target.labels["kind"], nested), field)
        leaning = (link.leanings or {})[field]
        rows.append(
            (np.asarray(list(leaning.values())), list(leaning).index(voted), list(leaning).index(target.labels[field]))
        )

    def likelihood(lean: float, vote: float) -> float:
        total = 0.0
        for leaning, voted, right in rows:
            scores = lean * leaning
            scores[voted] += vote
            total += scores[right] - np.logaddexp.reduce(scores)
        return total

    lean, vote = max(product(FACTORS, VOTES), key=lambda pair: likelihood(*pair))
    return round(lean / vote, 3)
