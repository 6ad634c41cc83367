"""Denials inside one report: which attribution denies, and which one it denies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

WORD = re.compile(r"\w{3,}")
LITTLE = frozenset(
    word[:6]
    for word in (
    "the and that this with for from was were has had have been are not did does will would could should may might any "
    "there its his her their they what which who whom whose about into over also but than then said says"
    ).split()
)
# What is denied shares this much of the shorter text's words with the denial.
SHARED = 0.34


@dataclass(frozen=True)
class Denied:
    """What the search needs of an attribution: number, parent's number, party, act, polarity, the text of its content."""

    number: int
    parent: int | None
    party: str | None
    act: str
    polarity: str
    text: str

    @cached_property
    def key(self) -> frozenset[str]:
        """The words that tell what it is about, cut to six letters so that inflections meet."""
        return frozenset(w.lower()[:6] for w in WORD.findall(self.text)) - LITTLE


def find_denials(readings: Sequence[Denied]) -> list[tuple[int, int | None, str]]:
    """(who denies, what is denied or None, text of what is denied) for every denying attribution, in order."""
    out = []
    for a in readings:
        if a.act != "deny" or not a.text:
            continue
        inner = _inside(a, readings)
        other = inner or _elsewhere(a, readings)
        out.append((a.number, other.number if other else None, inner.text if inner else a.text))
    return out


def _inside(a: Denied, readings: Sequence[Denied]) -> Denied | None:
    """The claim of another that stands within the denial: "no truth to what was reported by …"."""
    below = [b for b in readings if b.parent == a.number and b.party != a.party and b.act != "deny" and b.text]
    return next((b for b in below if b.act in {"report", "state", "claim", "accuse", "warn", "confirm", "request", "commit"}), None)


def _elsewhere(a: Denied, readings: Sequence[Denied]) -> Denied | None:
    """The attribution of somebody else whose content the denial takes up most."""
    own = a.key
    best, best_share = None, SHARED
    for b in readings:
        if b.number == a.number or b.parent == a.number or a.parent == b.number or b.polarity != "positive":
            continue
        if b.party is None or b.party == a.party or b.act == "deny":
            continue
        words = b.key
        smaller = min(len(own), len(words))
        if smaller < 2:
            continue
        share = len(own & words) / smaller
        if share > best_share and len(own & words) >= 2:
            best, best_share = b, share
    return best

