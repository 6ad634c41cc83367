"""The page of figures, from what the scorers and the stopwatch gave."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evaluation.factuality import DENIED, HAPPENED, Factuality
from evaluation.pooled import FIELDS
from evaluation.speed import Speed
from evaluation.times import PEER, TimeFigures
from reportedly import __version__

# Full F1 on PolNeAR dev of other readers, as measured for this project earlier; they are not run here.
PEERS = (
    ("textacy", 24),
    ("GenderGapTracker", 43),
    ("a trivial baseline by rules", 43.5),
    ("Citron with its authors' models", 44),
    ("Citron retrained on PolNeAR, its quotation bug mended", 59.0),
)
CHAINS_PEER = 56.8
Scores = Mapping[str, Mapping[str, Any]]
Classes = Sequence[tuple[str, int, float, int | None]]
Shares = Mapping[str, float]


def page(
    scores: Scores,
    classes: Classes,
    labels: Mapping[str, Any],
    calibration: Shares,
    times: TimeFigures,
    facts: Sequence[Factuality],
    speed: Speed,
    examples: Shares,
) -> str:
    """The whole page in Markdown."""
    return "\n".join(
        [
            *_head(),
            *_scores(scores),
            *_classes(classes),
            *_labels(labels),
            *_calibration(calibration),
            *_times(times),
            *_factuality(facts),
            *_examples(examples),
            *_speed(speed),
            "",
        ]
    )


def _head() -> Iterator[str]:
    yield "# Measured figures"
    yield ""
    yield f"Version {__version__}. Written by `make bench`; do not edit. Accuracy in percent, development data only."
    yield ""
    yield "The network never saw a development report. Its thresholds and weights were chosen on training reports kept apart;"
    yield "the development figures were looked at after each training, and choices between trainings were made with them in sight,"
    yield "so expect a little less on unseen texts."
    yield ""


def _scores(scores: Scores) -> Iterator[str]:
    for name, score in scores.items():
        yield f"## {name} ({score['documents']} reports)"
        yield ""
        yield from _peers(score["figures"])
        yield from _table("figure", score["figures"])


def _examples(examples: Shares) -> Iterator[str]:
    yield "## The example stories that ship with the package"
    yield ""
    yield "By `evaluation/agreement.py`; the floors under `make test` are in `evaluation/floors.json`."
    yield ""
    yield "| figure | reached |"
    yield "|---|---|"
    yield from (f"| {name} | {100 * value:.1f} |" for name, value in examples.items())
    yield ""


def _peers(figures: Mapping[str, Any]) -> Iterator[str]:
    if "attribution.full" in figures:
        yield f"Whole attributions (`attribution.full`): **{100 * figures['attribution.full']['f1']:.1f}**. Others, measured earlier on the same set:"
        yield ""
        yield "| reader | full F1 |"
        yield "|---|---|"
        yield from (f"| {peer} | {value:.1f} |" for peer, value in PEERS)
        yield ""
    elif "attributions" in figures:
        yield f"The best other reader, measured earlier on the same set, reaches {CHAINS_PEER} F1 on attributions and reads no nesting."
        yield ""


def _table(head: str, figures: Mapping[str, Any]) -> Iterator[str]:
    yield f"| {head} | P | R | F1 | accuracy | macro-F1 | counts |"
    yield "|---|---|---|---|---|---|---|"
    yield from (_row(name, values) for name, values in figures.items())
    yield ""


def _row(name: str, values: Mapping[str, Any]) -> str:
    cells = [_percent(values.get(key)) for key in ("p", "r", "f1", "accuracy", "macro_f1")]
    if "mean" in values:
        cells[2] = _percent(values["mean"])
    counts = ", ".join(f"{key} {values[key]}" for key in ("predicted", "gold", "right", "of") if key in values)
    return f"| {name} | {' | '.join(cells)} | {counts} |"


def _percent(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.1f}"


def _classes(classes: Classes) -> Iterator[str]:
    yield "## Easy and hard attributions (PolNeAR dev)"
    yield ""
    yield "Recall of whole attributions in classes that overlap (`evaluation/classes.py`); `python -m evaluation.errors` shows misses."
    yield ""
    yield "| class | marked | found | best other reader |"
    yield "|---|---|---|---|"
    yield from (f"| {name} | {count} | {100 * found:.1f} | {peer or ''} |" for name, count, found, peer in classes)
    yield ""


def _labels(labels: Mapping[str, Any]) -> Iterator[str]:
    yield "## Labels that are rare"
    yield ""
    yield f"Of the {labels['documents']} reports of chains dev and of those kept out of training (`evaluation/pooled.py`): each label of a"
    yield "matched attribution."
    yield ""
    found = labels["figures"]
    yield from _table("label", {name: found[name] for field in FIELDS for name in found if name.split("/")[0] == field})


def _calibration(calibration: Shares) -> Iterator[str]:
    yield "## What a score means"
    yield ""
    yield "Expected calibration error of `score` against whether the attribution matches one that is marked, ten bins of equal"
    yield "counts: how far, in the mean, a score is from the share that is right."
    yield ""
    yield "| set | error |"
    yield "|---|---|"
    yield from (f"| {name} | {value:.3f} |" for name, value in calibration.items())
    yield ""


def _times(times: TimeFigures) -> Iterator[str]:
    yield "## Times"
    yield ""
    yield f"TimeBank and AQUAINT, every fifth document ({times.marked} marks; the rules were written on the others), scored as TempEval-3 did"
    yield "(`evaluation/times.py`). HeidelTime's figures are those published for TempEval-3's own test documents."
    yield ""
    yield "| | F1 | HeidelTime |"
    yield "|---|---|---|"
    yield from (f"| {name} | {100 * value:.1f} | {PEER[name]} |" for name, value in times.f1().items())
    yield ""


def _factuality(facts: Sequence[Factuality]) -> Iterator[str]:
    yield "## Did it happen"
    yield ""
    yield f"The encoder's auxiliary task (`evaluation/factuality.py`): the writer's certainty of an event, from -3 to 3. Denied is up to {DENIED},"
    yield f"happened from {HAPPENED}, hedged between. Nearly everything happened: the distance of a reader that always says 3 stands beside."
    yield ""
    yield "| set | denied, hedged, happened | F1 denied | F1 hedged | F1 happened | mean distance | always 3 | Pearson's r |"
    yield "|---|---|---|---|---|---|---|---|"
    for one in facts:
        scores = " | ".join(f"{100 * x:.1f}" for x in one.f1)
        counts = ", ".join(f"{n:,}" for n in one.counts)
        yield f"| {one.name} dev | {counts} | {scores} | {one.distance:.2f} | {one.constant:.2f} | {one.correlation:.2f} |"
    yield ""


def _speed(speed: Speed) -> Iterator[str]:
    yield "## Speed"
    yield ""
    yield f"{speed.words:,} words (PolNeAR dev), one core, in turn in one run, median of five; peak resident memory."
    yield ""
    yield "| | words a second | share of bare spaCy | memory, MB |"
    yield "|---|---|---|---|"
    yield f"| bare spaCy (tagger, parser, names) | {speed.bare:,.0f} | 1.00 | {speed.bare_memory:,.0f} |"
    yield f"| `read`, from file to reading | {speed.product:,.0f} | {speed.ratio:.2f} | {speed.product_memory:,.0f} |"
    yield ""
    yield f"Two processes (`read_many`, both cores) read **{speed.two:.2f}** times as many words a second as one, start-up of both left out."
    yield f"From starting Python to the first report read takes **{speed.start:.2f}** times what importing spaCy and loading its pipeline takes."
