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


FEWEST_SHARED = 2
LONGEST_REFERENCE = 4
NEGATIONS = frozenset({"not", "never", "no", "neither", "nor"})
CONTRACTED = re.compile(r"\b(\w+)n['’]t\b", re.IGNORECASE)
FULL = {"ca": "can", "wo": "will", "sha": "shall"}
POINTING = frozenset({"this", "that", "these", "those", "it", "which", "such"})
CALLED = frozenset(
    "allegation accusation claim charge assertion report rumour rumor suggestion argument story notion idea".split()
)
# Acts that put something forward which can be denied, and those that deny by stating the contrary.
DENIABLE = frozenset({"state", "report", "claim", "accuse", "warn", "confirm", "commit", "believe", "predict"})
STATED = frozenset({"state", "confirm", "report", "claim", "accuse"})


@dataclass(frozen=True)
class Denied:
    """What the search needs of an attribution: number, parent's number, party, act, polarity, certainty, the text of its content."""

    number: int
    parent: int | None
    party: str | None
    act: str
    polarity: str
    certainty: str
    text: str

    @cached_property
    def key(self) -> frozenset[str]:
        """The words that tell what it is about, cut to six letters so that inflections meet."""
        return frozenset(w.lower()[:6] for w in WORD.findall(self.text)) - LITTLE


def find_denials(readings: Sequence[Denied]) -> list[tuple[int, int | None, str]]:
    """(who denies, what is denied or None, text of what is denied) for every denying attribution, in order.

    An attribution denies by its act, or by stating something in the negative.
    """
    out = []
    for n, a in enumerate(readings):
        negative = a.polarity == "negative" and a.act in STATED
        if not a.text or a.certainty == "possible" or not (a.act == "deny" or negative):
            continue
        inner = _inside(a, readings) if a.act == "deny" else None
        other = inner or _elsewhere(a, readings) or (_just_before(n, readings) if _refers(a) else None)
        if negative and other is None:
            # "no one was hurt" denies only where somebody says the contrary.
            continue
        out.append((a.number, other.number if other else None, inner.text if inner else _positive(a.text)))
    return out


def _inside(a: Denied, readings: Sequence[Denied]) -> Denied | None:
    """The claim of another that stands within the denial: "no truth to what was reported by …"."""
    below = [b for b in readings if b.parent == a.number and b.party != a.party and b.text]
    return next((b for b in below if b.act in DENIABLE), None)


def _elsewhere(a: Denied, readings: Sequence[Denied]) -> Denied | None:
    """The attribution of somebody else whose content the denial takes up most."""
    best, best_share = None, SHARED
    for b in readings:
        if not _may_be_denied(a, b):
            continue
        smaller = min(len(a.key), len(b.key))
        shared = len(a.key & b.key)
        if smaller >= FEWEST_SHARED <= shared and shared / smaller > best_share:
            best, best_share = b, shared / smaller
    return best


def _may_be_denied(a: Denied, b: Denied) -> bool:
    if b.number in {a.number, a.parent} or b.polarity != "positive" or b.act not in DENIABLE:
        return False
    return b.party is None or b.party != a.party


def _refers(a: Denied) -> bool:
    """Whether a content only points back: "the allegation", "that assertion", "this"."""
    words = a.text.lower().split()
    return len(words) <= LONGEST_REFERENCE and (words[0] in POINTING or words[-1].rstrip("s") in CALLED)


def _just_before(n: int, readings: Sequence[Denied]) -> Denied | None:
    return next((b for b in reversed(readings[:n]) if _may_be_denied(readings[n], b)), None)


def _positive(text: str) -> str:
    """A content with its negations left out: what it says is not so."""
    whole = CONTRACTED.sub(lambda m: FULL.get(m[1].lower(), m[1]), text.replace("cannot", "can"))
    return " ".join(w for w in whole.split() if w.lower().strip(".,") not in NEGATIONS)
