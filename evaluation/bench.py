"""Accuracy and speed on the development data: `make bench` runs this and writes docs/figures.md.

The data and its scorers lie beside the checkout (../shared, or where REPORTEDLY_SHARED says). Without them nothing is
written, what could not be run is named, and the exit code is 2. Under a floor of the gate it is 1.
"""

import json
import sys
from collections.abc import Sequence
from typing import Any

from evaluation import factuality, figures_page, gate, times
from evaluation.calibration import calibration_error, scored
from evaluation.data import CHAINS, POLNEAR, ROOT, SETS, figure, missing, score
from evaluation.errors import gold_of, read_all, recalls
from evaluation.floors import examples_agreement
from evaluation.pooled import pooled
from evaluation.speed import measure
from reportedly import Reader, Reading
from reportedly.reading.learned.engine import Engine
from reportedly.reading.learned.weights import shipped
from reportedly.reading.syntax import Parser

FIGURES = ROOT / "docs" / "figures.md"
# What the gate pins: the scorers' figures, by set.
PINNED = {
    POLNEAR.name: (
        "attribution.full", "attribution.exact", "exact.source", "exact.cue", "exact.content", "full.direct", "full.mixed",
        "full.indirect",
    ),
    CHAINS.name: (
        "attributions", "nested", "parent", "hearer", "quote", "kind", "act", "polarity.macro_f1", "polarity/negative",
        "certainty", "party", "chain", "figures",
    ),
}  # fmt: skip


def main() -> int:
    """Measures everything and writes the page; 2 if something is missing, 1 if a floor does not hold."""
    if missing():
        for path in missing():
            print(f"bench: {path} is not there; what needs it was not run", file=sys.stderr)
        print(
            "bench: set REPORTEDLY_SHARED to the folder with the development data; nothing was written", file=sys.stderr
        )
        return 2
    reader = Reader()
    readings = {one.name: read_all(one, reader) for one in SETS}
    answers = {one.name: score(one, readings[one.name]) for one in SETS}
    scores = {name: answer for name, (answer, _) in answers.items()}
    classes = list(recalls(gold_of(POLNEAR, answers[POLNEAR.name][1])))
    calibration = {
        one.name: _calibration(readings[one.name], answers[one.name][1], nested=one is CHAINS) for one in SETS
    }
    figures = _figures(scores) | {f"{POLNEAR.name}/recall {name}": share for name, _, share, _ in classes}
    told = times.measured(Parser())
    figures |= {f"{times.NAME}/{name}": value for name, value in told.f1().items()}
    digests = {one.name: one.digest() for one in SETS} | {times.NAME: times.digest()}
    gate.LAST.write_text(json.dumps({"figures": figures, "data": digests}, indent=1) + "\n", encoding="utf-8")
    with pooled() as more:
        labels = score(more, read_all(more, reader))[0]
    facts = list(factuality.measured(Engine(shipped())))
    speed = measure(POLNEAR.files())
    examples = examples_agreement(reader).figures()
    page = figures_page.page(scores, classes, labels, calibration, told, facts, speed, examples)
    FIGURES.write_text(page, encoding="utf-8")
    print(page)
    found = gate.breaches(gate.load_gate(), figures, digests)
    for line in found:
        print(f"bench: {line}", file=sys.stderr)
    return int(bool(found))


def _figures(scores: dict[str, Any]) -> dict[str, float]:
    found = {f"{name}/{of}": figure(scores, f"{name}/{of}") for name, names in PINNED.items() for of in names}
    return {name: value for name, value in found.items() if value is not None}


def _calibration(readings: Sequence[Reading], misses: Sequence[dict[str, Any]], *, nested: bool) -> float:
    return calibration_error(*scored(readings, misses, nested=nested))


if __name__ == "__main__":
    sys.exit(main())
