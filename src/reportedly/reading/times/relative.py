"""Rules for times told from publication or from a time told before: yesterday, last month, two years ago, 10 p.m. Wednesday."""

import re
from datetime import date

from reportedly.model import TimeKind
from reportedly.reading.times.calendar import DAY, stepped, week
from reportedly.reading.times.context import Context, Tense
from reportedly.reading.times.dates import in_calendar, weekday_near, with_part
from reportedly.reading.times.durations import duration
from reportedly.reading.times.grammar import (
    ABOUT,
    DAY_NUMBER,
    EDGE,
    MONTH,
    NUMBER,
    PAIR,
    PART,
    SEASON,
    UNIT,
    VAGUE,
    WEEKDAY,
    Meaning,
    after,
    before,
    date_of,
    duration_of,
    rule,
)  # fmt: skip
from reportedly.reading.times.words import number, numbered, value, words_of

Match = re.Match[str]
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}
DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day after tomorrow": 2, "the day before yesterday": -2}
ZONE = r"(?:GMT|EST|EDT|PST|PDT|CST|CDT|MST|MDT|UTC|local time|Eastern time|Pacific time)"
CLOCK = (
    r"(?:(?P<hour>\d{1,2})(?::(?P<minute>\d\d)(?::\d\d)?)?\s?(?P<half>[ap])\.?m\b\.?|(?P<hour24>\d{1,2}):(?P<minute24>\d\d)(?::\d\d)?"
    rf"|(?P<word>noon|midnight|midday)|(?P<figures>\d{{4}}) (?=GMT|hours))(?:\s?(?:hours|\(?(?P<zone>{ZONE})\)?))?"
)


@rule(
    rf"(?:(?:early|late|earlier|later)\s+)?(?P<day>{'|'.join(sorted(DAYS, key=len, reverse=True))})(?:\s+(?P<part>{PART}))?"
)
def today(m: Match, context: Context) -> Meaning | None:
    """Yesterday; tomorrow morning."""
    return with_part(context.shifted("D", DAYS[m["day"].lower()]) or "XXXX-XX-XX", m["part"])


@rule(r"(?:(?:earlier|later|early|late) )?(?:tonight|(?P<last>last) night|this (?P<part>morning|afternoon|evening))")
def part_of_today(m: Match, context: Context) -> Meaning | None:
    """Tonight; this morning; last night."""
    return with_part(context.shifted("D", -1 if m["last"] else 0) or "XXXX-XX-XX", m["part"] or "night")


@rule(
    rf"(?:{ABOUT}\s+)?{CLOCK}(?:,?\s+(?:on\s+)?(?:(?P<weekday>{WEEKDAY})|(?P<day>today|yesterday|tomorrow)|"
    rf"(?P<month>{MONTH})\s+(?P<number>{DAY_NUMBER})(?:,?\s+(?P<year>\d{{4}}))?)(?:\s+{PART})?)?"
)
def clock(m: Match, context: Context) -> Meaning | None:
    """10 p.m. Wednesday; 0735 GMT; noon. Bare figures with a colon are a score as likely, and need a word before them."""
    if m["hour24"] and not re.search(r"\b(?:at|by|until|about|around|before|after|since|from|to)\s+$", before(m, 8)):
        return None
    time, day = _time_of_day(m), _day_of_clock(m, context)
    return Meaning(TimeKind.TIME, f"{day}T{time}") if time and day else None


def _time_of_day(m: Match) -> str | None:
    if m["word"]:
        return "00:00" if m["word"].lower() == "midnight" else "12:00"
    figures = m["figures"]
    hour = int(figures[:2] if figures else m["hour"] or m["hour24"])
    minute = int(figures[2:] if figures else m["minute"] or m["minute24"] or 0)
    if m["half"]:
        hour = hour % 12 + (12 if m["half"].lower() == "p" else 0)
    zone = "Z" if (m["zone"] or "").upper() in {"GMT", "UTC"} else ""
    return f"{hour:02d}:{minute:02d}{zone}" if hour < 25 and minute < 60 else None


def _day_of_clock(m: Match, context: Context) -> str | None:
    day: date | str | None = None
    if m["weekday"]:
        day = weekday_near(context, numbered("weekday", m["weekday"]), None, m)
    elif m["day"]:
        day = context.shifted("D", DAYS[m["day"].lower()])
    elif m["month"]:
        year = m["year"] or (f"{context.published.year}" if context.published else "XXXX")
        day = f"{numbered('month', m['month']):02d}-{int(m['number']):02d}"
        return f"XXXX-{day}" if year == "XXXX" else in_calendar(int(year), *map(int, day.split("-")))
    else:
        day = context.day
    return str(day) if day else "XXXX-XX-XX"


AGAIN = {
    "that": 0,
    "the same": 0,
    "that same": 0,
    "the following": 1,
    "the previous": -1,
    "the prior": -1,
    "the preceding": -1,
}
STEPS = {"last": -1, "this": 0, "next": 1, "this coming": 1, "the coming": 1, "the current": 0, "this past": -1}
LASTING = frozenset({"the past", "the last", "the next", "past"})


@rule(
    rf"(?:(?:{EDGE})\s+)?(?P<which>{'|'.join(sorted({*AGAIN, *STEPS, *LASTING}, key=len, reverse=True))})\s+"
    rf"(?P<unit>day|week|month|quarter|year|decade|century|weekend|fiscal year|hour|minute|{SEASON})"
)
def which_unit(m: Match, context: Context) -> Meaning | None:
    """Last month; early next year; that same day; the past week."""
    which, unit = m["which"].lower(), m["unit"].lower().removeprefix("fiscal ")
    code = value("season", unit) or value("unit", unit) or ""
    if which in LASTING:
        if not value("unit", unit) or code in {"WE", "N"} or unit == "day":
            return None
        return duration_of(duration(1, code), 1 if "next" in which else -1)
    if code in {"TH", "TM"}:
        return None
    if which in AGAIN:
        told = context.told(code)
        return date_of(stepped(told, code, AGAIN[which]) if told else None)
    if code == "D" and which not in {"this", "next"}:
        return None
    return date_of(context.shifted(code, STEPS[which]) or UNKNOWN.get(code, "XXXX"))


@rule(
    r"(?:earlier|later|early|late)\s+(?:in\s+)?the (?P<unit>year|month|week|decade|century)|the (?:end|start|beginning|middle|rest) of the (?P<unit2>year|month|week|decade|century)"
)
def in_the_unit(m: Match, context: Context) -> Meaning | None:
    """Later in the year; the end of the month."""
    code = words_of("unit")[(m["unit"] or m["unit2"]).lower()]
    return date_of(context.shifted(code, 0) or UNKNOWN.get(code, "XXXX"))


@rule(r"(?:for|during|in|of|so far)\s+(?P<span>the (?P<unit>year|month|week))")
def the_unit(m: Match, context: Context) -> Meaning | None:
    """For the year; "the year ended June 30" is a duration."""
    if re.match(r"\s+end(?:ed|ing)\b", after(m)):
        return duration_of(duration(1, words_of("unit")[m["unit"].lower()]))
    return date_of(context.shifted(words_of("unit")[m["unit"].lower()], 0))


@rule(r"(?P<which>last|this past|this coming|this|next|the)\s+weekend")
def weekend(m: Match, context: Context) -> Meaning | None:
    """The weekend: the one that is over, before Saturday and unless it is told as to come."""
    which, day = m["which"].lower(), context.published
    if day is None:
        return date_of(UNKNOWN["WE"])
    over = which == "the" and context.tense(m.end()) is not Tense.FUTURE and day.isoweekday() < 6
    steps = {"last": -1, "this past": -1, "next": 1}.get(which, -1 if over else 0)
    return date_of(f"{week(day + 7 * steps * DAY)}-WE")


@rule(
    rf"(?:{ABOUT}\s+)?(?P<number>{NUMBER}|an?|{VAGUE}|{PAIR}|half an?)\s+(?P<unit>{UNIT})\s+"
    r"(?P<where>ago|earlier|previously|later|from now|from today|hence)"
)
def ago(m: Match, context: Context) -> Meaning | None:
    """Two years ago; a day earlier, told from the date told last; three weeks from now."""
    count, code, where = number(m["number"]), value("unit", m["unit"]) or "", m["where"].lower()
    ahead = where in {"later", "from now", "from today", "hence"}
    if count is None or code in {"WE", "N"}:
        return date_of("FUTURE_REF" if ahead else "PAST_REF")
    if code.startswith("T"):
        return Meaning(TimeKind.TIME, duration(count, code))
    steps = int(count) if ahead else -int(count)
    if where in {"earlier", "previously"} and code == "Y" and context.quarter:
        return date_of(stepped(context.quarter, "Y", steps), leads=False)
    if where in {"earlier", "previously", "later"} and context.last:
        found = stepped(context.last, code, steps, keep=True)
        if found:
            return date_of(found, leads=False)
    if code == "Y" and steps == -1 and context.quarter:
        return date_of(stepped(context.quarter, "Y", -1), leads=False)
    if code[:-1].isdigit():
        code, steps = code[-1], int(code[:-1]) * steps
    far = UNKNOWN.get(code, "XXXX") if context.published is None else "FUTURE_REF" if ahead else "PAST_REF"
    return date_of(context.shifted(code, steps) or far)
