"""The floors of accuracy on the example stories: `python -m evaluation.floors` shows figures beside floors.

`--raise` lifts each floor to just under the figure reached; `--lower NAME=VALUE` takes one down, which needs a line in
the changelog that says why.
"""

import argparse
import json
import math
import sys
from pathlib import Path

from evaluation.agreement import Agreement
from reportedly import Reader, load, reading_to_json

FLOORS = Path(__file__).with_name("floors.json")
EXAMPLES = Path(__file__).parent.parent / "src" / "reportedly" / "examples"
# A floor stands this far under the figure it was taken from, so that a harmless change does not break it.
SLACK = 0.01


def examples_agreement(reader: Reader) -> Agreement:
    """How far the reader agrees with the marks of all example reports."""
    agreement = Agreement()
    for gold in sorted(EXAMPLES.glob("*/*.gold.json")):
        reading = reader.read(load(str(gold.with_name(gold.name.replace(".gold.json", ".txt")))))
        marks = json.loads(gold.read_text(encoding="utf-8"))["attributions"]
        agreement.add(reading.report.text, reading_to_json(reading)["attributions"], marks)
    return agreement


def main(argv: list[str] | None = None) -> int:
    """Shows or changes the floors; exit code 1 if a figure lies under its floor."""
    parser = argparse.ArgumentParser(prog="evaluation.floors", description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to the figures reached")
    parser.add_argument("--lower", metavar="NAME=VALUE", help="take one floor down")
    args = parser.parse_args(argv)
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    figures = examples_agreement(Reader()).figures()
    if args.lower:
        name, _, value = args.lower.partition("=")
        floors[name] = min(floors[name], float(value))
    if args.lift:
        reached = {name: math.floor(100 * (figure - SLACK)) / 100 for name, figure in figures.items()}
        floors = {name: max(floors.get(name, 0.0), reached[name]) for name in figures}
    if args.lower or args.lift:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    for name, figure in figures.items():
        print(f"{name:14} {100 * figure:5.1f}   floor {100 * floors.get(name, 0.0):5.1f}")
    return int(any(figures[name] < floor for name, floor in floors.items()))


if __name__ == "__main__":
    sys.exit(main())
