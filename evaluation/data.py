"""The development data: where it lies, what of it is measured, and the digest that figures are pinned with."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly import Reading, reading_to_json

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("REPORTEDLY_SHARED", ROOT.parent / "shared"))
SCORER = SHARED / "scoring" / "score.py"


@dataclass(frozen=True, slots=True)
class Set:
    """A marked set: its name in the figures, the scorer's command for it, folders of texts and marks."""

    name: str
    command: str
    texts: Path
    gold: Path

    def files(self) -> list[Path]:
        return sorted(self.texts.glob("*.txt"))

    def digest(self) -> str:
        """SHA-256 over names and bytes of texts and marks."""
        found = hashlib.sha256()
        for path in sorted({*self.texts.glob("*.txt"), *self.gold.glob("*.ann"), *self.gold.glob("*.gold.json")}):
            found.update(path.name.encode() + b"\n" + path.read_bytes())
        return found.hexdigest()


POLNEAR = Set("PolNeAR dev", "polnear", SHARED / "data/polnear/dev/text", SHARED / "data/polnear/dev/attributions")
CHAINS = Set("chains dev", "chains", SHARED / "data/chains/dev", SHARED / "data/chains/dev")
SETS = (POLNEAR, CHAINS)
FACTUALITY = SHARED / "data/factuality"
TIMES = SHARED / "data/tempeval3"


def missing() -> list[Path]:
    """What would be needed to measure and is not there."""
    needed = [SCORER, FACTUALITY, TIMES, *(path for one in SETS for path in (one.texts, one.gold))]
    return [path for path in dict.fromkeys(needed) if not path.exists()]


def score(one: Set, readings: Iterable[Reading]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the scorer says of readings of a set: its whole answer, and each miss."""
    with tempfile.TemporaryDirectory() as folder:
        predictions, errors = Path(folder) / "readings.jsonl", Path(folder) / "errors.jsonl"
        lines = (json.dumps(reading_to_json(reading)) + "\n" for reading in readings)
        predictions.write_text("".join(lines), encoding="utf-8")
        command = [SCORER, one.command, one.texts, one.gold, predictions, "--json", "--errors", errors]
        done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"the scorer failed on {one.name}: {done.stderr.strip()}")
        answer: dict[str, Any] = json.loads(done.stdout)
        misses = [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()]
    return answer, misses


def figure(scores: Mapping[str, Any], name: str) -> float | None:
    """The value of "set/figure" or "set/figure.field" as the scorer's --floor reads it: f1, accuracy or mean by default."""
    of_set, _, rest = name.partition("/")
    figures = scores[of_set]["figures"]
    if rest in figures:
        found = [x for f in ("f1", "accuracy", "mean") if (x := figures[rest].get(f)) is not None]
    else:
        stem, _, last = rest.rpartition(".")
        found = [x for x in [figures[stem].get(last)] if x is not None]
    return float(found[0]) if found else None
