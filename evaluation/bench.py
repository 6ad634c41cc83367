"""Accuracy and speed on the development data: `make bench` runs this and writes docs/figures.md.

The data and its scorers lie beside the checkout (../shared, or where REPORTEDLY_SHARED says). Without them nothing is
written, what could not be run is named, and the exit code is 2.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from evaluation import figures_page
from evaluation.floors import examples_agreement
from evaluation.speed import measure
from reportedly import Reader, load, reading_to_json

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("REPORTEDLY_SHARED", ROOT.parent / "shared"))
FIGURES = ROOT / "docs" / "figures.md"
# What is measured: name, command of the scorer, texts, gold (as the scorer wants them).
SETS = (
    ("PolNeAR dev", "polnear", "data/polnear/dev/text", "data/polnear/dev/attributions"),
    ("chains dev", "chains", "data/chains/dev", "data/chains/dev"),
)


def main() -> int:
    """Measures everything and writes the page; 2 if something is missing."""
    scorer = SHARED / "scoring" / "score.py"
    needed = [scorer, *(SHARED / part for _, _, *parts in SETS for part in parts)]
    missing = [path for path in dict.fromkeys(needed) if not path.exists()]
    if missing:
        for path in missing:
            print(f"bench: {path} is not there; what needs it was not run", file=sys.stderr)
        print(
            "bench: set REPORTEDLY_SHARED to the folder with the development data; nothing was written", file=sys.stderr
        )
        return 2
    reader = Reader()
    scores: dict[str, Any] = {}
    for name, command, texts, gold in SETS:
        scores[name] = score(reader, scorer, command, SHARED / texts, SHARED / gold)
    speed = measure(sorted((SHARED / SETS[0][2]).glob("*.txt")))
    examples = examples_agreement(reader).figures()
    FIGURES.write_text(figures_page.page(scores, speed, examples), encoding="utf-8")
    print(FIGURES.read_text(encoding="utf-8"))
    return 0


def score(reader: Reader, scorer: Path, command: str, texts: Path, gold: Path) -> dict[str, Any]:
    """Reads all texts of a folder and runs the scorer on the readings; its figures."""
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "readings.jsonl"
        with predictions.open("w", encoding="utf-8") as out:
            for path in sorted(texts.glob("*.txt")):
                out.write(json.dumps(reading_to_json(reader.read(load(str(path))))) + "\n")
        done = subprocess.run(
            [sys.executable, str(scorer), command, str(texts), str(gold), str(predictions), "--json"],
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise SystemExit(f"bench: the scorer failed on {command}: {done.stderr.strip()}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    sys.exit(main())
