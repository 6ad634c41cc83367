"""The grammar's frame: rules are patterns with meanings; of those that overlap the longest that means something counts."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reportedly.model import Anchor, TimeKind
from reportedly.reading.times.context import Context
from reportedly.reading.times.words import any_of


class Meaning(NamedTuple):
    """What an expression means: its type and TIMEX3 value.

    `leads` unless what comes after is not told from it. `toward` is -1 for a duration up to now, 1 for one from now on.
    """

    kind: TimeKind
    value: str
    leads: bool = True
    toward: int = 0


Reading = Callable[["re.Match[str]", Context], Meaning | None]


class Rule(NamedTuple):
    """A pattern and what it means; a group named `span` narrows the expression to itself."""

    pattern: "re.Pattern[str]"
    meaning: Reading


RULES: list[Rule] = []


def rule(pattern: str, *, cased: bool = False) -> Callable[[Reading], Reading]:
    """Adds a rule; its pattern holds between words only, and letters' case counts if `cased`."""
    flags = re.NOFLAG if cased else re.IGNORECASE
    compiled = re.compile(rf"(?<![\w$£€])(?:{pattern})(?!\w)", flags)

    def add(meaning: Reading) -> Reading:
        RULES.append(Rule(compiled, meaning))
        return meaning

    return add


def date_of(value: str | None, *, leads: bool = True) -> Meaning | None:
    """A date, if there is a value."""
    return Meaning(TimeKind.DATE, value, leads) if value else None


def duration_of(value: str | None, toward: int = 0) -> Meaning | None:
    """A duration, if there is a value."""
    return Meaning(TimeKind.DURATION, value, toward=toward) if value else None


def foreign(text: str) -> bool:
    """Whether letters or digits stand in it that no word of the vocabulary has: "ſ" and "K" match "s" and "k" without case."""
    return not text.isascii() and any(ch.isalnum() and not ch.isascii() for ch in text)


class Expression(NamedTuple):
    """Where an expression stands, what it means, and what that is told from."""

    start: int
    end: int
    meaning: Meaning
    anchor: Anchor


def expressions(text: str, context: Context, rules: Sequence[Rule]) -> Iterator[Expression]:
    """All expressions, in text order; none overlap. Tells the context each date."""
    matches = sorted(
        ((m, n) for n, r in enumerate(rules) for m in r.pattern.finditer(text) if not foreign(m[0])),
        key=lambda pair: (pair[0].start(), -pair[0].end(), pair[1]),
    )
    done = 0
    for at, (match, _) in enumerate(matches):
        if match.start() < done:
            continue
        for rival, n in sorted(_overlapping(matches, at), key=lambda pair: (pair[0].start() - pair[0].end(), pair[1])):
            context.anchor = Anchor.NONE
            meaning = rules[n].meaning(rival, context) if rival.start() >= done else None
            if meaning:
                name = "span" if "span" in rival.re.groupindex and rival["span"] else 0
                yield Expression(rival.start(name), rival.end(name), meaning, context.anchor)
                done = rival.end(name)
                if meaning.leads and meaning.kind in {TimeKind.DATE, TimeKind.TIME}:
                    context.tell(meaning.value)
                break


def _overlapping(matches: Sequence[tuple["re.Match[str]", int]], first: int) -> Iterator[tuple["re.Match[str]", int]]:
    """The match at a place in the list and those behind it that begin before it ends."""
    end = matches[first][0].end()
    for match, n in matches[first:]:
        if match.start() >= end:
            return
        yield match, n


def before(match: "re.Match[str]", length: int = 16) -> str:
    """What stands before an expression."""
    return match.string[max(0, match.start() - length) : match.start()]


def after(match: "re.Match[str]", length: int = 16) -> str:
    """What stands behind it."""
    return match.string[match.end() : match.end() + length]


# Parts of patterns that several rules share.
TENS, ONES = any_of("tens"), any_of("number")
SPELT = rf"(?:{TENS}(?:[- ]{ONES})?|{ONES}|(?:a|{ONES}) hundred)"
NUMBER = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?:[- ]\d/\d)?|{SPELT}(?: and a half)?)"
VAGUE, PAIR = any_of("vague"), any_of("pair")
UNIT, PART, SEASON = any_of("unit"), any_of("part"), any_of("season")
MONTH, WEEKDAY = any_of("month", capital=True, dot=r"\.?"), any_of("weekday", capital=True, dot=r"\.")
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
EDGE = r"(?:early|late|mid|earlier|later|the (?:end|beginning|start|middle|close|rest|(?:first|second) half) of)"
ABOUT = r"(?:more than|less than|fewer than|at least|at most|no more than|no less than|nearly|almost|approximately|over|up to|a little more than|well over)"
