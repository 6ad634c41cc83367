"""How far a reading agrees with hand-made marks: for the stories that ship with the package.

Two attributions meet where their contents and their sources share most of their words (Dice at least one half; one to
one, best first); where neither has a content the cues stand for it. Of those that meet, labels are compared.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

WORD = re.compile(r"\w+")
LABELS = ("quote", "kind", "act", "polarity", "certainty")
HALF = 0.5

Mark = Mapping[str, Any]


@dataclass(slots=True)
class Agreement:
    """Counts over any number of reports; shares are from 0 to 1."""

    read: int = 0
    marked: int = 0
    met: int = 0
    nested_read: int = 0
    nested_marked: int = 0
    nested_met: int = 0
    parents: list[bool] = field(default_factory=list)
    labels: dict[str, list[bool]] = field(default_factory=lambda: {label: [] for label in LABELS})

    def figures(self) -> dict[str, float]:
        """F1 of attributions and of nested ones, the share of right parents and of each label."""
        return {
            "attributions": f1(self.met, self.read, self.marked),
            "nested": f1(self.nested_met, self.nested_read, self.nested_marked),
            "parent": share(self.parents),
            **{label: share(right) for label, right in self.labels.items()},
        }

    def add(self, text: str, read: Sequence[Mark], marked: Sequence[Mark]) -> None:
        """Counts one report: attributions as read and as marked, in the JSON form (spans, ids, parents, labels)."""
        pairs = meet(text, read, marked)
        met = {read[i]["id"]: marked[j]["id"] for i, j in pairs}
        self.read += len(read)
        self.marked += len(marked)
        self.met += len(pairs)
        self.nested_read += sum(a["parent"] is not None for a in read)
        self.nested_marked += sum(a["parent"] is not None for a in marked)
        for i, j in pairs:
            nested = marked[j]["parent"] is not None
            self.nested_met += nested and read[i]["parent"] is not None
            if nested:
                self.parents.append(met.get(read[i]["parent"]) == marked[j]["parent"])
            for label, right in self.labels.items():
                right.append(read[i][label] == marked[j][label])


def meet(text: str, read: Sequence[Mark], marked: Sequence[Mark]) -> list[tuple[int, int]]:
    """Which attribution read (first number) is which one marked (second number)."""
    words = [m.span() for m in WORD.finditer(text)]
    found = []
    for i, a in enumerate(read):
        for j, b in enumerate(marked):
            content = dice(inside(words, a["content"]), inside(words, b["content"]))
            if not a["content"] and not b["content"]:
                content = dice(inside(words, a["cue"]), inside(words, b["cue"]))
            source = dice(inside(words, a["source"]), inside(words, b["source"]))
            if content >= HALF and source >= HALF:
                found.append((-content, -source, i, j))
    pairs: list[tuple[int, int]] = []
    for *_, i, j in sorted(found):
        if all(i != x and j != y for x, y in pairs):
            pairs.append((i, j))
    return pairs


def inside(words: Sequence[tuple[int, int]], spans: Iterable[Sequence[int]] | None) -> frozenset[int]:
    """Numbers of the words that lie in spans for more than half of their characters."""
    return frozenset(
        n
        for n, (start, end) in enumerate(words)
        for s, e in spans or ()
        if 2 * (min(end, e) - max(start, s)) > end - start
    )


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    """Twice what is shared by what both have; 1 for two empty sets."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def f1(hits: int, read: int, marked: int) -> float:
    """Twice the hits by all that was read and marked; 0 where nothing was."""
    return 2 * hits / (read + marked) if read + marked else 0.0


def share(right: Sequence[bool]) -> float:
    """How many of some cases are right; 1 where there is none."""
    return sum(right) / len(right) if right else 1.0
