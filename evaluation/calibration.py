"""How far an attribution's `score` says how often such attributions are right: expected calibration error."""

from collections.abc import Mapping, Sequence
from typing import Any

from reportedly import Reading

BINS = 10
# Misses of the scorers that mean that a predicted attribution matches none that is marked.
UNMATCHED = frozenset({"spurious", "wrong source", "spurious attribution"})


def calibration_error(scores: Sequence[float], right: Sequence[bool], bins: int = BINS) -> float:
    """Mean distance of score and share that is right, over bins of equal counts (Naeini et al. 2015); 0 for no scores."""
    order = sorted(range(len(scores)), key=lambda n: scores[n])
    parts = [order[len(order) * b // bins : len(order) * (b + 1) // bins] for b in range(bins)]
    total = 0.0
    for part in parts:
        if part:
            total += abs(sum(scores[n] for n in part) - sum(right[n] for n in part))
    return total / len(order) if order else 0.0


def scored(
    readings: Sequence[Reading], misses: Sequence[Mapping[str, Any]], *, nested: bool
) -> tuple[list[float], list[bool]]:
    """Scores of the attributions of readings and whether each matched; without `nested`, of outermost ones alone."""
    wrong = {
        (miss["doc"], miss["predicted"]["id"]) for miss in misses if miss["error"] in UNMATCHED and miss["predicted"]
    }
    scores, right = [], []
    for reading in readings:
        name = reading.report.file.rsplit("/", 1)[-1].removesuffix(".txt")
        for a in reading.attributions:
            if nested or a.parent is None:
                scores.append(a.score)
                right.append((name, a.id) not in wrong)
    return scores, right
