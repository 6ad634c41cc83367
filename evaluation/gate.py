"""The gate: figures on the development data that must not fall. `python -m evaluation.gate` shows them.

`gate.json` pins each set's digest and the floor of each figure; `make bench` fails under a floor, and where the data is not
the one that was pinned. `--raise` lifts floors to just under the figures of the last bench; `--lower NAME=VALUE` takes
one down, which needs a line in the changelog that says why.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluation import pins

GATE = Path(__file__).with_name("gate.json")
LAST = Path(__file__).with_name("last.json")
# A floor stands this far under the figure that it was taken from.
SLACK = 0.005


def breaches(gate: Mapping[str, Any], figures: Mapping[str, float], digests: Mapping[str, str]) -> list[str]:
    """One line for each floor that does not hold and each set that is not the pinned one."""
    out = [
        f"{name}: the data is not that of the gate (digest {found[:12]}, pinned {gate['data'].get(name, 'none')[:12]})"
        for name, found in digests.items()
        if gate["data"].get(name) != found
    ]
    for name, floor in gate["floors"].items():
        value = figures.get(name)
        if value is None:
            out.append(f"{name}: was not measured; its floor is {floor}")
        elif value < floor:
            out.append(f"{name}: {value:.3f} is under its floor {floor}")
    return out


def load_gate() -> dict[str, Any]:
    """The pinned gate."""
    found: dict[str, Any] = json.loads(GATE.read_text(encoding="utf-8"))
    return found


def main(argv: list[str] | None = None) -> int:
    """Shows or changes floors; exit code 1 where one does not hold, 2 where nothing was measured yet."""
    args = pins.arguments("evaluation.gate", __doc__, argv)
    if not LAST.exists():
        print(f"gate: {LAST} is not there; `make bench` measures and writes it", file=sys.stderr)
        return 2
    last, gate = json.loads(LAST.read_text(encoding="utf-8")), load_gate()
    if args.lower or args.lift:
        floors = pins.changed(gate["floors"], last["figures"], args, SLACK)
        gate = {"data": last["data"] if args.lift else gate["data"], "floors": floors}
        GATE.write_text(json.dumps(gate, indent=1) + "\n", encoding="utf-8")
    pins.show(last["figures"], gate["floors"])
    found = breaches(gate, last["figures"], last["data"])
    print(*found, sep="\n", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
