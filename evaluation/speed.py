"""Words per second of reading against bare spaCy: in turn, in one run, on one core, median of five; memory of each.

A word is a stretch without white space. Bare spaCy is the same pipeline: tagger, parser, names; what is timed of the
product is everything from the file to the reading.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 5
# What the product does not use of the pipeline either.
EXCLUDED = ["senter", "attribute_ruler", "lemmatizer"]


@dataclass(frozen=True, slots=True)
class Speed:
    """Medians over the rounds: words per second, share of bare spaCy within a round; peak resident memory in megabytes.

    `two` is what two processes read beside one, `start` the time to a first report beside that of loading bare spaCy.
    """

    words: int
    bare: float
    product: float
    ratio: float
    bare_memory: float
    product_memory: float
    two: float
    start: float


def measure(files: Sequence[Path]) -> Speed:
    """Times both on the same files, each round one after the other; memory in a process of its own for each."""
    names = [str(f) for f in files]
    timed = _run("time", names)
    words = timed["words"]
    return Speed(
        words=int(words),
        bare=words / timed["bare"],
        product=words / timed["product"],
        ratio=timed["ratio"],
        bare_memory=_run("bare", names)["memory"],
        product_memory=_run("product", names)["memory"],
        two=_run("two", names)["ratio"],
        start=_start_up(names[0]),
    )


def _start_up(name: str) -> float:
    """Time of a process that reads one report by that of one that loads bare spaCy; median of rounds, in turn."""
    product = f"import reportedly; reportedly.read(reportedly.load({name!r}))"
    bare = f"import spacy; from reportedly.reading.syntax import PIPELINE; spacy.load(PIPELINE, exclude={EXCLUDED})"

    def seconds(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - start

    seconds(product)
    return statistics.median(seconds(product) / seconds(bare) for _ in range(ROUNDS))


def _run(what: str, names: Sequence[str]) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "evaluation.speed", what],
        input=json.dumps(list(names)),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _bare(names: Sequence[str]) -> Callable[[], None]:
    import spacy

    from reportedly.reading.syntax import PIPELINE

    language = spacy.load(PIPELINE, exclude=EXCLUDED)

    def run() -> None:
        for name in names:
            language(Path(name).read_text(encoding="utf-8"))

    return run


def _product(names: Sequence[str]) -> Callable[[], None]:
    from reportedly import Reader, load

    reader = Reader()

    def run() -> None:
        for name in names:
            reader.read(load(name))

    return run


def _seconds(run: Callable[[], None]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _peak_megabytes() -> float:
    """The peak of this process alone; what getrusage gives on Linux holds the parent's as well."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _two_processes(names: Sequence[str]) -> float:
    """Words per second of two processes by those of one; loading the models is left out of both."""
    from reportedly import load, read_many

    # All of it twice: what is read ahead while the models load is then too little to matter.
    reports = [load(name) for name in names] * 2

    def seconds(workers: int) -> float:
        readings = read_many(reports, workers)
        for _ in range(2 * workers):
            next(readings)
        start = time.perf_counter()
        rest = sum(1 for _ in readings)
        return (time.perf_counter() - start) / rest

    seconds(1)
    return statistics.median(seconds(1) / seconds(2) for _ in range(3))


def _main(what: str) -> dict[str, float]:
    names = json.load(sys.stdin)
    if what == "two":
        return {"ratio": _two_processes(names)}
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if what != "time":
        (_bare if what == "bare" else _product)(names)()
        return {"memory": _peak_megabytes()}
    bare, product = _bare(names), _product(names)
    rounds = [(_seconds(bare), _seconds(product)) for _ in range(ROUNDS)]
    return {
        "words": sum(len(Path(n).read_text(encoding="utf-8").split()) for n in names),
        "bare": statistics.median(r[0] for r in rounds),
        "product": statistics.median(r[1] for r in rounds),
        "ratio": statistics.median(bare_seconds / product_seconds for bare_seconds, product_seconds in rounds),
    }


if __name__ == "__main__":
    print(json.dumps(_main(sys.argv[1])))
