"""The times of a report: expressions, their TIMEX3 values, and the days they name."""

import re
from collections.abc import Iterator
from datetime import date

from reportedly.model import Anchor, Span, Time, TimeKind
from reportedly.reading.syntax import Syntax
from reportedly.reading.times import dates, durations, relative
from reportedly.reading.times.calendar import interval, moved
from reportedly.reading.times.context import Context
from reportedly.reading.times.grammar import RULES, Expression, expressions

# Importing a module of rules adds them.
MODULES = (dates, relative, durations)
# Years in which reports are published; around others the calendar ends.
OLDEST, LATEST = 1500, 9000
DAY_TOLD = re.compile(r"\d{4}-\d\d-\d\d")
# TIMEX3's values that are ISO 8601 as they stand: a year, a month, a day, a moment.
AS_IT_STANDS = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\dZ?)?)?)?")
DURATION = re.compile(r"P(?:T?\d+(?:\.\d+)?[YMWDHS])+(?:T?\d+[MS])?")


def read_times(syntax: Syntax, published: date | None) -> Iterator[Time]:
    """The times of a text, in text order; `published` is the day that relative ones are told from, where it is known."""
    for n, found in enumerate(expressions(syntax.text, Context(syntax, published), RULES), 1):
        value, end = _named(found, published)
        meaning = found.meaning
        anchor = Anchor.PUBLISHED if meaning.toward and end else found.anchor
        yield Time(f"t{n}", Span(found.start, found.end), meaning.kind, meaning.value, value, end, anchor)


def day_of(published: str | None) -> date | None:
    """The day of a time of publication as a report tells it; None where it tells none, only a month or a year, or one that is none."""
    found = DAY_TOLD.match(published or "")
    try:
        day = date.fromisoformat(found[0]) if found else None
    except ValueError:  # there is no such day
        return None
    return day if day and OLDEST <= day.year <= LATEST else None


def _named(found: Expression, published: date | None) -> tuple[str | None, str | None]:
    """The value and the end of what an expression names."""
    kind, timex, _, toward = found.meaning
    if kind is TimeKind.DURATION:
        return _stretch(timex, toward, published)
    if kind is TimeKind.SET:
        return (timex if DURATION.fullmatch(timex) else None), None
    if AS_IT_STANDS.fullmatch(timex):
        return timex, None
    if re.fullmatch(r"\d{2,3}", timex):
        return f"{timex:X<4}", None
    if part := re.fullmatch(r"(\d{4}-\d\d-\d\d)T[A-Z]+", timex):
        return part[1], None
    return interval(timex) or (None, None)


def _stretch(timex: str, toward: int, published: date | None) -> tuple[str | None, str | None]:
    """A duration: the days it reaches over where it is told from publication, else its length."""
    length = re.fullmatch(r"P(\d+)([DWMQY])", timex)
    there = moved(published, length[2], toward * int(length[1])) if toward and published and length else None
    if there and published:
        first, last = sorted((there, published))
        return first.isoformat(), last.isoformat()
    if length and length[2] == "Q":  # ISO 8601 has no quarters
        return f"P{3 * int(length[1])}M", None
    return (timex if DURATION.fullmatch(timex) else None), None


def untold(time: Time) -> str | None:
    """Why a time has no value, where that is worth saying: it is relative, and nothing tells to what."""
    open_ = time.value is None and "XX" in time.timex and time.kind in {TimeKind.DATE, TimeKind.TIME}
    return (
        "it is told from the day of publication, which is not known"
        if open_ and time.anchor is Anchor.PUBLISHED
        else None
    )
