"""The page of figures, from what the scorers and the stopwatch gave."""

from collections.abc import Iterator, Mapping
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


def page(scores: Mapping[str, Mapping[str, Any]], speed: Speed, examples: Mapping[str, float]) -> str:
    """The whole page in Markdown."""
    return "\n".join(_lines(scores, speed, examples)) + "\n"


def _lines(scores: Mapping[str, Mapping[str, Any]], speed: Speed, examples: Mapping[str, float]) -> Iterator[str]:
    yield "# Measured figures"
    yield ""
    yield f"Version {__version__}. Written by `make bench`; do not edit. Accuracy in percent, development data only."
    yield ""
    yield "The rules were written while looking at errors on training reports and on the example stories; these development"
    yield "figures were watched at every step and some of their errors were read, so expect somewhat less on unseen texts."
    yield ""
    for name, score in scores.items():
        yield f"## {name} ({score['documents']} reports)"
        yield ""
        yield from _peers(name, score["figures"])
        yield "| figure | P | R | F1 | accuracy | macro-F1 | counts |"
        yield "|---|---|---|---|---|---|---|"
        yield from (_row(figure, values) for figure, values in score["figures"].items())
        yield ""
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


def _speed(speed: Speed) -> Iterator[str]:
    yield "## Speed"
    yield ""
    yield f"{speed.words:,} words (PolNeAR dev), one core, in turn in one run, median of five; peak resident memory."
    yield ""
    yield "| | words a second | share of bare spaCy | memory, MB |"
    yield "|---|---|---|---|"
    yield f"| bare spaCy (tagger, parser, names) | {speed.bare:,.0f} | 1.00 | {speed.bare_memory:,.0f} |"
    yield f"| `read`, from file to reading | {speed.product:,.0f} | {speed.ratio:.2f} | {speed.product_memory:,.0f} |"
