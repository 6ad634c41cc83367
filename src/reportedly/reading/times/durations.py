"""Rules for durations, repetitions, and words that only point: now, recently, the future."""

import re

from reportedly.model import TimeKind
from reportedly.reading.times.context import Context
from reportedly.reading.times.grammar import (
    ABOUT,
    NUMBER,
    PAIR,
    SEASON,
    UNIT,
    VAGUE,
    Meaning,
    after,
    before,
    date_of,
    duration_of,
    rule,
)  # fmt: skip
from reportedly.reading.times.words import any_of, number, value, words_of

Match = re.Match[str]
COUNTED = re.compile(
    r"(?:\d|million|billion|cents|dollars|percent|%|times?|once|twice|pounds?|barrels?|tons?|hundred|thousand|people|jobs|units|cars|"
    r"copies|miles?|hours?|days?|months)\s+$",
    re.IGNORECASE,
)
LASTS = re.compile(r"\b(?:in|for|within|during|over|every)\s+$", re.IGNORECASE)
OLD = re.compile(r"[- ](?:olds?|of age)\b")
# Parts of a unit, for a fraction of it.
PARTS = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}


def duration(count: float | None, code: str) -> str:
    """A TIMEX3 duration; a count that is not told is X."""
    many, unit = (int(code[:-1]), code[-1]) if code[0].isdigit() else (1, code)
    lead, letter = ("PT", unit[1]) if unit.startswith("T") else ("P", unit)
    if count is None:
        return f"{lead}X{letter}"
    whole, rest = divmod(count * many, 1)
    if rest and unit in PARTS:
        size, smaller = PARTS[unit]
        return (
            f"{lead}{int(whole)}{letter}{round(size * rest)}{smaller}"
            if whole
            else f"{lead}{round(size * rest)}{smaller}"
        )
    total = count * many
    return f"{lead}{total if rest else int(total)}{letter}"


@rule(
    rf"(?:(?:{ABOUT}|the|a full|another|an additional)\s+(?!{NUMBER}-))?(?P<number>{NUMBER}|{PAIR}|{VAGUE}|half an?)[\s-]+"
    r"(?:(?:more|full|consecutive|straight|solid|whole|additional|business|working|calendar|long)\s+)?"
    rf"(?P<unit>{UNIT})(?:\s+and\s+(?P<number2>{NUMBER})\s+(?P<unit2>{UNIT}))?(?P<half>\s+and\s+a\s+half)?"
)
def so_long(m: Match, _: Context) -> Meaning | None:
    """Two days; 2 1/2 years; several weeks; five-hour. An age is none."""
    said, code = m["number"].lower(), value("unit", m["unit"]) or ""
    if OLD.match(after(m)) or (code in {"Q", "N", "TS"} and said in {"one", "three", "a"}):
        return None
    count = number(said)
    text = duration(count + (0.5 if m["half"] else 0) if count is not None else None, code)
    if m["number2"]:
        more = duration(number(m["number2"]), value("unit", m["unit2"]) or "")
        text += more.removeprefix("PT" if "T" in text else "P")
    return duration_of(text)


@rule(
    rf"(?:{ABOUT}\s+)?(?:an?|one)\s+(?!\w+-)(?:(?:full|whole|entire)\s+)?(?P<unit>second|minute|hour|day|week|month|quarter|year|decade|century|weekend|night)(?P<half>\s+and\s+a\s+half)?"
)
def one_unit(m: Match, _: Context) -> Meaning | None:
    """A week; "$5 million a year" is a repetition."""
    unit, ahead = m["unit"].lower(), before(m, 40)
    if unit in {"second", "quarter", "night"} and not LASTS.search(ahead):
        return None
    text = duration(1.5 if m["half"] else 1, words_of("unit")[unit])
    return Meaning(TimeKind.SET, text) if COUNTED.search(ahead) else duration_of(text)


@rule(
    rf"(?:the\s+)?first\s+(?P<number>{NUMBER})\s+(?P<unit>months|weeks|days|years|quarters)|the\s+(?P<number2>{NUMBER})\s+(?P<unit2>months|weeks|days|years)(?!\s+(?:ago|earlier|later|before|after))"
)
def first_so_long(m: Match, _: Context) -> Meaning | None:
    """The first nine months."""
    return duration_of(
        duration(number(m["number"] or m["number2"]), words_of("unit")[(m["unit"] or m["unit2"]).lower()])
    )


@rule(
    r"(?:(?:the|these|this)\s+)?(?P<which>past|last|next|coming|previous|following|recent|final|preceding|first)\s+"
    rf"(?P<number>{NUMBER}|{VAGUE}|{PAIR})\s+(?:(?P<unit>{UNIT})|(?P<season>{SEASON})s)"
)
def past_so_long(m: Match, _: Context) -> Meaning | None:
    """The past two months; the past three summers."""
    if m["season"]:
        return Meaning(TimeKind.SET, f"XXXX-{value('season', m['season'])}")
    toward = {"past": -1, "last": -1, "next": 1, "coming": 1}.get(m["which"].lower(), 0)
    return duration_of(duration(number(m["number"]), value("unit", m["unit"]) or ""), toward)


@rule(
    r"(?:for|over|of|in|within|after|many|took|takes?|some)\s+(?P<span>(?:many\s+)?(?P<unit>years|months|weeks|days|hours|minutes|decades|centuries))"
)
def how_many_is_open(m: Match, _: Context) -> Meaning | None:
    """For years."""
    return duration_of(duration(None, words_of("unit")[m["unit"].lower()]))


@rule(
    rf"(?:every|each|per)\s+(?:(?P<number>other|few|{NUMBER})\s+)?(?P<unit>second|minute|hour|day|week|month|quarter|year|decade|morning|afternoon|evening|night|weekend|{SEASON})s?"
)
def every(m: Match, _: Context) -> Meaning | None:
    """Every two weeks; each summer; per year."""
    unit, said = m["unit"].lower(), (m["number"] or "one").lower()
    if code := value("season", unit):
        return Meaning(TimeKind.SET, f"XXXX-{code}")
    if code := value("part", unit):
        return Meaning(TimeKind.SET, f"XXXX-XX-XXT{code}")
    return Meaning(TimeKind.SET, duration(2 if said == "other" else number(said), words_of("unit")[unit]))


@rule(any_of("daily"))
def daily(m: Match, _: Context) -> Meaning | None:
    """Weekly."""
    return Meaning(TimeKind.SET, value("daily", m[0]) or "")


@rule(r"(?P<which>recent|past|coming|earlier|future|previous)\s+(?:days|weeks|months|quarters|years|decades|hours)")
def recent(m: Match, _: Context) -> Meaning | None:
    """Recent years; coming months."""
    return date_of("FUTURE_REF" if m["which"].lower() in {"coming", "future"} else "PAST_REF")


@rule("|".join(any_of(kind) for kind in ("present", "past", "future")))
def pointing(m: Match, _: Context) -> Meaning | None:
    """Now; recently; the future."""
    found = (value(kind, m[0]) for kind in ("present", "past", "future"))
    return date_of(next((x for x in found if x), None))
