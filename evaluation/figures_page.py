"""The page of figures, from what the scorers and the stopwatch gave."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evaluation.speed import Speed
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


def page(scores: Scores, classes: Classes, calibration: Shares, speed: Speed, examples: Shares) -> str:
    """The whole page in Markdown."""
    return "\n".join(_lines(scores, classes, calibration, speed, examples)) + "\n"


def _lines(scores: Scores, classes: Classes, calibration: Shares, speed: Speed, examples: Shares) -> Iterator[str]:
    yield "# Measured figures"
    yield ""
    yield f"Version {__version__}. Written by `make bench`; do not edit. Accuracy in percent, development data only."
    yield ""
    yield "The network never saw a development report. Its thresholds and weights were chosen on training reports kept apart;"
    yield "the development figures were looked at after each training, and choices between trainings were made with them in sight,"
    yield "so expect a little less on unseen texts."
    yield ""
    for name, score in scores.items():
        yield f"## {name} ({score['documents']} reports)"
        yield ""
        yield from _peers(name, score["figures"])
        yield "| figure | P | R | F1 | accuracy | macro-F1 | counts |"
        yield "|---|---|---|---|---|---|---|"
        yield from (_row(figure, values) for figure, values in score["figures"].items())
        yield ""
    yield from _classes(classes)
    yield from _calibration(calibration)
    yield "## The example stories that ship with the package"
    yield ""
    yield "By `evaluation/agreement.py`; the floors under `make test` are in `evaluation/floors.json`."
    yield ""
    yield "| figure | reached |"
    yield "|---|---|"
    yield from (f"| {name} | {100 * value:.1f} |" for name, value in examples.items())
    yield ""
    yield from _speed(speed)


def _peers(name: str, figures: Mapping[str, Any]) -> Iterator[str]:
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
    if name == "chains dev":
        yield "Figures (how many, of what) are read by a later version; their row is 0."
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
