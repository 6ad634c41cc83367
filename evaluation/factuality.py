"""How sure a writer is that an event happened: the network's head for it, on sets whose events are marked from -3 to 3.

Nearly all events happened, so that the mean says little: the denied and the hedged are scored apart. Parts of these sets that
were not trained on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from training.factuality import MEASURED, Sentence, sentences

from evaluation.data import FACTUALITY
from reportedly.reading.learned.engine import Engine

# Between these a value is a hedge; what is marked lies on whole and half steps or is a mean of several readers.
DENIED, HAPPENED = -0.75, 1.75
CLASSES = ("denied", "hedged", "happened")


@dataclass(frozen=True, slots=True)
class Factuality:
    """Figures of one set: events, mean distance, Pearson's r, F1 of each class and those of "everything happened"."""

    name: str
    events: int
    distance: float
    correlation: float
    counts: tuple[int, ...]
    f1: tuple[float, ...]
    constant: float


def measured(engine: Engine) -> Iterator[Factuality]:
    """Each set in turn."""
    for name in MEASURED:
        found = list(_pairs(engine, sentences(FACTUALITY, engine.tokenizer, (name,))))
        yield figures(name.partition("/")[0], *np.asarray(found).T)


def _pairs(engine: Engine, marked: Iterator[Sentence]) -> Iterator[tuple[float, float]]:
    for one in marked:
        facts = engine.facts(*one.pieces.window(0, len(one.syntax)), one.columns)
        yield from ((float(facts[word]), value) for word, value in one.events)


def figures(name: str, said: np.ndarray, marked: np.ndarray) -> Factuality:
    """Figures from values said and marked, both (events)."""
    a, b = (np.digitize(x, [DENIED, HAPPENED]) for x in (said, marked))
    return Factuality(
        name=name,
        events=len(marked),
        distance=float(np.abs(said - marked).mean()),
        correlation=float(np.corrcoef(said, marked)[0, 1]),
        counts=tuple(int((b == n).sum()) for n in range(len(CLASSES))),
        f1=tuple(_f1(a == n, b == n) for n in range(len(CLASSES))),
        constant=float(np.abs(3.0 - marked).mean()),
    )


def _f1(said: Sequence[bool] | np.ndarray, marked: Sequence[bool] | np.ndarray) -> float:
    total = int(np.sum(said)) + int(np.sum(marked))
    return 2 * int(np.sum(np.logical_and(said, marked))) / total if total else 0.0
