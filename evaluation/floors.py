"""The floors of accuracy on the example stories: `python -m evaluation.floors` shows figures beside floors.

`--raise` lifts each floor to just under the figure reached; `--lower NAME=VALUE` takes one down, which needs a line in
the changelog that says why.
"""

import json
import sys
from pathlib import Path

from evaluation import pins
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
    args = pins.arguments("evaluation.floors", __doc__, argv)
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    figures = examples_agreement(Reader()).figures()
    if args.lower or args.lift:
        floors = pins.changed(floors, figures, args, SLACK)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    pins.show(figures, floors)
    return int(any(figures[name] < floor for name, floor in floors.items()))


if __name__ == "__main__":
    sys.exit(main())
