"""What a time is told from: the day of publication, the times told before it, the tense of what it belongs to."""

import re
from bisect import bisect_left
from datetime import date
from enum import StrEnum

from reportedly.model import Anchor
from reportedly.reading.syntax import Syntax
from reportedly.reading.times.calendar import moved, season, stepped, week

# How many of the times told last are looked at, for a quarter and for any other unit.
QUARTERS_BACK, BACK = 6, 4
AHEAD = frozenset({"will", "wo", "'ll", "shall", "would", "must"})
BEHIND = frozenset({"was", "were", "had", "did", "has", "have", "'ve", "'d"})
GOING_ON = frozenset({"is", "are", "'s", "'re", "am"})
TOLD_AS = {
    "D": r"\d{4}-\d\d-\d\d",
    "M": r"\d{4}-\d\d(?!\d)",
    "Y": r"\d{4}",
    "W": r"\d{4}-(?:W\d\d|\d\d-\d\d)",
    "Q": r"\d{4}-Q\d",
}


class Tense(StrEnum):
    """How the clause that a time belongs to stands to the moment of writing."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Context:
    """The context of one text; rules ask it, the reader tells it each date in turn.

    It notes what the answer to a rule rested on, `anchor`: the day of publication, a time told before, or nothing.
    """

    def __init__(self, syntax: Syntax, published: date | None) -> None:
        self.syntax, self._published = syntax, published
        self._told: list[str] = []
        self.anchor = Anchor.NONE

    @property
    def published(self) -> date | None:
        """The day of publication."""
        if self.anchor is Anchor.NONE:
            self.anchor = Anchor.PUBLISHED
        return self._published

    def _from_text(self, value: str | None) -> str | None:
        if value:
            self.anchor = Anchor.TEXT
        return value

    def tell(self, value: str) -> None:
        """Notes a date that was read, for what is told from it later."""
        if re.match(r"\d{4}", value):
            self._told.append(value)

    # ---- what was told before

    @property
    def last(self) -> str | None:
        """The date told last."""
        return self._from_text(self._told[-1]) if self._told else None

    @property
    def day(self) -> str | None:
        """The day told last, else that of publication."""
        days = (v[:10] for v in reversed(self._told) if re.match(TOLD_AS["D"], v))
        return self._from_text(next(days, None)) or (self.published.isoformat() if self.published else None)

    def told(self, unit: str) -> str | None:
        """The last date told that names a unit (D, W, M, Q, Y), if that was not long ago."""
        for value in reversed(self._told[-BACK:]):
            if found := re.match(TOLD_AS.get(unit, "$"), value):
                return self._from_text(found[0])
        return None

    @property
    def quarter(self) -> str | None:
        """The last quarter told, if that was not long ago."""
        quarters = (v for v in reversed(self._told[-QUARTERS_BACK:]) if re.fullmatch(TOLD_AS["Q"], v))
        return self._from_text(next(quarters, None))

    # ---- told from publication; only where that is known

    def shifted(self, unit: str, steps: int) -> str | None:
        """The unit (D, W, WE, M, Q, Y, 10Y, 100Y, 2W, a season's code) so many steps from publication; None where that is not known."""
        day = self.published
        if day is None:
            return None
        if unit in {"SP", "SU", "FA", "WI"}:
            return season(day, unit, steps)
        if unit in {"W", "2W", "WE"}:
            then = moved(day, "W", steps * (2 if unit == "2W" else 1))
            return None if then is None else f"{week(then)}-WE" if unit == "WE" else week(then)
        if unit in {"10Y", "100Y"}:
            size = int(unit[:-1])
            return f"{day.year // size + steps:0{5 - len(str(size))}d}"
        if not steps and unit == "Y":
            return f"{day.year:04d}"
        return stepped(day.isoformat(), unit, steps)

    @property
    def latest_quarter(self) -> str | None:
        """The quarter told last, else the last one that was over at publication."""
        return self.quarter or self.shifted("Q", -1)

    @property
    def quarter_before_a_year(self) -> str | None:
        """The same quarter of the year before."""
        latest = self.latest_quarter
        return stepped(latest, "Y", -1) if latest else None

    # ---- tense

    def tense(self, end: int) -> Tense:
        """The tense of the clause in which an expression ends at an offset; what hangs on a noun by "'s" is past."""
        syntax = self.syntax
        word = max(bisect_left(syntax.starts, end) - 1, 0)
        for at in (word, *syntax.ancestors(word)):
            if syntax.deps[at] == "poss":
                return Tense.PAST
            found = self._tense_of(at)
            if found:
                return found
        return Tense.PAST

    def _tense_of(self, word: int) -> Tense | None:
        syntax, tag = self.syntax, self.syntax.tags[word]
        if not tag.startswith(("VB", "MD")):
            return None
        helpers = {syntax.lower[c] for c in syntax.children[word] if syntax.deps[c] in {"aux", "auxpass"}}
        if helpers & AHEAD or (tag == "VB" and "to" in helpers):
            return Tense.FUTURE
        if tag in {"VBD", "VBN"} or helpers & BEHIND:
            return Tense.PAST
        if tag in {"VBZ", "VBP"} or (tag == "VBG" and helpers & GOING_ON):
            return Tense.PRESENT
        return None
