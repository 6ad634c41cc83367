"""Floors under figures: how they are shown, lifted and lowered, for the gate and for the example stories alike."""

import argparse
import math
from collections.abc import Mapping

Floors = dict[str, float]


def arguments(program: str, about: str | None, argv: list[str] | None) -> argparse.Namespace:
    """`--raise` as `lift`, `--lower NAME=VALUE` as `lower`, a pair of both or None."""
    parser = argparse.ArgumentParser(prog=program, description=about)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to the figures reached")
    parser.add_argument("--lower", metavar="NAME=VALUE", type=_pair, help="take one floor down")
    return parser.parse_args(argv)


def _pair(text: str) -> tuple[str, float]:
    name, _, value = text.rpartition("=")
    return name, float(value)


def changed(
    floors: Mapping[str, float], figures: Mapping[str, float], args: argparse.Namespace, slack: float
) -> Floors:
    """The floors as the arguments want them."""
    out = dict(floors)
    if args.lower:
        name, value = args.lower
        out[name] = min(out.get(name, 1.0), value)
    return lifted(out, figures, slack) if args.lift else out


def lifted(floors: Mapping[str, float], figures: Mapping[str, float], slack: float) -> Floors:
    """Every floor at least `slack` under its figure, in steps of `slack` at most a hundredth; none goes down."""
    step = 10 ** -math.ceil(-math.log10(slack))
    return {
        name: max(floors.get(name, 0.0), round(math.floor((value - slack) / step + 1e-9) * step, 6))
        for name, value in figures.items()
    }


def show(figures: Mapping[str, float], floors: Mapping[str, float]) -> None:
    """A line for each figure."""
    for name, figure in figures.items():
        print(f"{name:45} {100 * figure:5.1f}   floor {100 * floors.get(name, 0.0):5.1f}")
