"""Rules for dates of the calendar: days, months, years, weekdays, seasons, quarters, holidays, centuries."""

import re
from datetime import date

from reportedly.model import TimeKind
from reportedly.reading.times.calendar import DAY, holiday, season, week
from reportedly.reading.times.context import Context, Tense
from reportedly.reading.times.grammar import (
    DAY_NUMBER,
    EDGE,
    MONTH,
    PART,
    SEASON,
    WEEKDAY,
    YEAR,
    Meaning,
    after,
    before,
    date_of,
    rule,
)  # fmt: skip
from reportedly.reading.times.words import any_of, number, numbered, value, words_of

Match = re.Match[str]
# How far a month that is past, and one to come, seems by the tense: the nearer one is meant.
PULL = {Tense.PAST: (0.45, 1.0), Tense.PRESENT: (0.8, 1.0), Tense.FUTURE: (1.6, 1.0)}
CENTURY_NOW = 30
ALONE = re.compile(r"\b(?:in|since|until|by|from|to|and|of|for|on|last|next|,)\s*$", re.IGNORECASE)


@rule(
    rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{MONTH})\s+(?P<day>{DAY_NUMBER})(?:st|nd|rd|th)?(?:,?\s+(?P<year>{YEAR}))?",
    cased=True,
)
def month_and_day(m: Match, context: Context) -> Meaning | None:
    """Monday, November 25th, 2025."""
    return _day(m, context)


@rule(
    rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?(?:the\s+)?(?P<day>{DAY_NUMBER})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?",
    cased=True,
)
def day_and_month(m: Match, context: Context) -> Meaning | None:
    """The 25th of November."""
    return _day(m, context)


def _day(m: Match, context: Context) -> Meaning | None:
    month, day = numbered("month", m["month"]), int(m["day"])
    if m["year"]:
        return date_of(in_calendar(int(m["year"]), month, day))
    published = context.published
    if published is None:
        return date_of(f"XXXX-{month:02d}-{day:02d}")
    years = range(published.year - 1, published.year + 2)
    days = [date.fromisoformat(found) for year in years if (found := in_calendar(year, month, day))]
    if m["weekday"]:
        days = [d for d in days if d.isoweekday() == numbered("weekday", m["weekday"])] or days
    nearest = min(days, key=lambda d: _far((d - published).days, context.tense(m.end())), default=None)
    return date_of(nearest.isoformat()) if nearest else None


def _far(distance: float, tense: Tense) -> float:
    """How far a time seems, by the tense it is told in."""
    back, on = PULL[tense]
    return -back * distance if distance < 0 else on * distance


def in_calendar(year: int, month: int, day: int) -> str | None:
    """A day as ISO 8601; None if the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # there is no such day
        return None


@rule(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
def in_figures(m: Match, _: Context) -> Meaning | None:
    """2025-11-25."""
    return date_of(in_calendar(int(m["year"]), int(m["month"]), int(m["day"])))


@rule(
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d\d)|(?P<month2>\d{1,2})-(?P<day2>\d{1,2})-(?P<year2>\d{4}|\d\d)"
)
def american(m: Match, _: Context) -> Meaning | None:
    """11/25/2025, month before day; a day that no month can be is read the other way round."""
    month, day, year = (int(m[name] or m[f"{name}2"]) for name in ("month", "day", "year"))
    year += 0 if year > 99 else 1900 if year > CENTURY_NOW else 2000
    return date_of(in_calendar(year, month, day) or in_calendar(year, day, month))


@rule(
    rf"(?:(?P<edge>{EDGE})[- ])?(?:(?P<which>last|next|this|past|this past|that|each|every)\s+)?(?P<month>{MONTH})"
    rf"(?:(?:,?\s+|\s+of\s+)(?P<year>{YEAR}|['’]\d\d|this year|last year|next year))?(?!\s+\d{{1,2}}\b)",
    cased=True,
)
def month_alone(m: Match, context: Context) -> Meaning | None:
    """Late November; last March; May 1998. A word that may be another ("May", "Mar") needs company."""
    if not _is_month(m):
        return None
    number_, which = numbered("month", m["month"]), m["which"]
    if which in {"each", "every"}:
        return Meaning(TimeKind.SET, f"XXXX-{number_:02d}")
    year = _year_of_month(m, context, number_)
    return date_of(f"{year}-{number_:02d}")


def _is_month(m: Match) -> bool:
    if len(m["month"].rstrip(".")) <= 4 and m["month"] not in {"May", "June", "July"} and not m["year"]:
        return m["month"].endswith(".") or m["month"] == "Sept"
    return m["month"] != "May" or bool(m["year"] or m["which"] or m["edge"] or ALONE.search(before(m, 8)))


def _year_of_month(m: Match, context: Context, month: int) -> str:
    told = m["year"]
    if told and told[-2:].isdigit():
        return told if len(told) == 4 else f"19{told[-2:]}" if int(told[-2:]) > CENTURY_NOW else f"20{told[-2:]}"
    day = context.published
    if day is None:
        return "XXXX"
    if told:
        return str(day.year + {"this": 0, "last": -1, "next": 1}[told[:4]])
    if m["which"] in {"last", "past", "this past"}:
        return str(day.year - (month >= day.month))
    if m["which"] == "next":
        return str(day.year + (month <= day.month))
    if m["which"] == "this":
        return str(day.year)
    tense = context.tense(m.end())
    years = (day.year - 1, day.year, day.year + 1)
    return str(min(years, key=lambda year: _far(12 * (year - day.year) + month - day.month, tense)))


@rule(
    rf"(?:(?P<edge>early|late|earlier|later)\s+)?(?:(?P<which>last|next|this past|this coming|this|the following|the previous)\s+)?"
    rf"(?P<weekday>{WEEKDAY})(?:\s+(?P<part>{PART}))?",
    cased=True,
)
def weekday(m: Match, context: Context) -> Meaning | None:
    """Friday; last Friday night."""
    number_ = numbered("weekday", m["weekday"])
    day = weekday_near(context, number_, m["which"], m)
    told = day.isoformat() if day else f"XXXX-WXX-{number_}"
    return with_part(told, m["part"])


def weekday_near(context: Context, number_: int, which: str | None, m: Match) -> date | None:
    """The day of the week that is meant; None where the day of publication is not known."""
    day = context.published
    if day is None:
        return None
    back, on = (day.isoweekday() - number_) % 7, (number_ - day.isoweekday()) % 7
    if which in {"last", "this past", "the previous"}:
        return day - DAY * (back or 7)
    if which in {"next", "this coming", "the following"}:
        return day + DAY * (on or 7)
    ahead = context.tense(m.end()) is Tense.FUTURE or re.search(r"\b(?:until|by|as soon as)\s+$", before(m, 12))
    return (
        day + DAY * on if ahead or (which == "this" and context.tense(m.end()) is not Tense.PAST) else day - DAY * back
    )


def with_part(day: str, part: str | None) -> Meaning:
    """A day, or a part of it."""
    if not part:
        return Meaning(TimeKind.DATE, day)
    return Meaning(TimeKind.TIME, f"{day}T{value('part', part)}")


@rule(rf"(?:(?:each|every)\s+(?P<each>{WEEKDAY})|(?P<all>{WEEKDAY})s)(?:\s+(?P<part>{PART}))?", cased=True)
def weekdays(m: Match, _: Context) -> Meaning | None:
    """Each Thursday; Tuesdays."""
    part = f"T{value('part', m['part'])}" if m["part"] else ""
    return Meaning(TimeKind.SET, f"XXXX-WXX-{numbered('weekday', m['each'] or m['all'])}{part}")


@rule(
    rf"(?:(?P<edge>{EDGE})\s+)?(?:(?P<which>last|this past|this coming|this|next|the|in|late|early|each|every|that)\s+)?"
    rf"(?P<season>{SEASON})(?:\s+(?:of\s+)?(?P<year>{YEAR}))?"
)
def seasons(m: Match, context: Context) -> Meaning | None:
    """Last fall; the summer of 1998. A word that may be another thing needs a word that dates it."""
    code, which = value("season", m["season"]) or "", (m["which"] or "").lower()
    if which in {"each", "every"}:
        return Meaning(TimeKind.SET, f"XXXX-{code}")
    if m["year"]:
        return date_of(f"{m['year']}-{code}")
    if which not in {"last", "this past", "this coming", "this", "next"} and not _dated(m, which):
        return None
    if context.published is None:
        return date_of(f"XXXX-{code}")
    steps = {"last": -1, "next": 1, "this coming": 1}.get(which, 0)
    return date_of(season(context.published, code, steps))


def _dated(m: Match, which: str) -> bool:
    pattern = r"\b(?:in|during|since|by|until|for)(?:\s+the)?\s+$"
    ahead = m.string[max(0, m.start("season") - 14) : m.start("season")]
    if which in {"the", "in", "late", "early"} and m["season"].lower() in {"summer", "winter"}:
        return True
    return (
        which != "that"
        and bool(re.search(pattern, ahead, re.IGNORECASE))
        and not re.match(r"\s+(?:in|of|to|from)\b", after(m))
    )


HOLIDAY = any_of("holiday")


@rule(
    rf"(?:(?P<which>last|this|next)\s+)?(?P<holiday>{HOLIDAY})(?:,?\s+(?P<year>{YEAR}))?(?P<more>\s+(?:week|weekend|season))?"
)
def holidays(m: Match, context: Context) -> Meaning | None:
    """Thanksgiving; last Christmas."""
    name = m["holiday"]
    if (m["more"] or "").strip().lower() == "season":
        return None
    if m["year"]:
        return date_of(holiday(name, int(m["year"])).isoformat())
    day = context.published
    if day is None:
        return date_of("XXXX-XX-XX")
    days = [holiday(name, year) for year in (day.year - 1, day.year, day.year + 1)]
    over, ahead = max(d for d in days if d <= day), min(d for d in days if d > day)
    which = (m["which"] or "").lower()
    near = min(days, key=lambda d: abs((d - day).days))
    found = over if which == "last" else ahead if which == "next" else near
    return date_of(week(found) if m["more"] else found.isoformat())


# ---- years, decades, centuries

DATED = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|during|late|early|fiscal|before|after|to|through|and|the|for|between|year|than|around|about|"
    r"circa|on|vs\.?|over|or|at|as|a|its|their|his|with|class|back|spring|summer|fall|winter|autumn)\s*|[(,;–—-]\s*|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s*)$",
    re.IGNORECASE,
)  # fmt: skip
CERTAINLY_DATED = re.compile(
    r"\b(?:in|since|by|until|from|during|late|early|mid-?|fiscal|before|after|through)\s*$", re.IGNORECASE
)
COUNTED = re.compile(r"[,.:]\d|%|\s*(?:percent|people|men|women|million|billion)\b|\s+[a-z]+s\b")
NOT_COUNTED = re.compile(
    r"\s+(?:was|is|has|does|as|elections?|results?|sales|earnings|profits|olympics|games|terms|tax(?:es)?|estimates|levels|rates|prices|losses|talks|accords|deficits)\b"
)


@rule(rf"(?:(?P<edge>(?:{EDGE})|mid)[- ](?:of\s+)?)?(?P<year>{YEAR})(?!-\d\d-)")
def years(m: Match, _: Context) -> Meaning | None:
    """1998; early 1997. A number that counts something is none."""
    ahead = m.string[max(0, m.start("year") - 14) : m.start("year")]
    if re.search(r"(?:[$£€#./:]|\d,)\s?$", ahead):
        return None
    counted = COUNTED.match(after(m)) and not NOT_COUNTED.match(after(m))
    if counted and not CERTAINLY_DATED.search(ahead):
        return None
    return date_of(m["year"]) if m["edge"] or DATED.search(ahead) else None


@rule(r"(?:the\s+)?(?:(?:early|late|mid)[- ])?(?P<tens>1[5-9]\d|20\d)0['’]?s")
def decade_in_figures(m: Match, _: Context) -> Meaning | None:
    """The 1980s; the mid-1990s."""
    return date_of(m["tens"])


@rule(rf"(?:{EDGE}\s+|in\s+)?(?P<span>fiscal(?:\s+year)?\s+(?P<year>{YEAR}))")
def fiscal_year(m: Match, _: Context) -> Meaning | None:
    """Fiscal 1989."""
    return date_of(m["year"])


@rule(
    r"(?:the\s+)?(?:(?:early|late|mid)[- ])?(?:['’](?P<digit>\d)0s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))"
)
def decades(m: Match, _: Context) -> Meaning | None:
    """The '80s; the nineties; not somebody's age."""
    if re.search(r"\b(?:his|her|their|my|our)\s+(?:(?:early|late|mid)[- ])?$", before(m), re.IGNORECASE):
        return None
    digit = m["digit"] or words_of("tens")[m["word"].lower().removesuffix("ies") + "y"][0]
    return date_of(f"19{digit}")


@rule(rf"(?:(?:the|early|late|mid)[- ])*(?P<which>\d{{1,2}}(?:st|nd|rd|th)|{any_of('ordinal')})[- ]century")
def centuries(m: Match, _: Context) -> Meaning | None:
    """The 19th century."""
    said = m["which"].lower()
    return date_of(f"{(numbered('ordinal', said) if value('ordinal', said) else int(said[:-2])) - 1:02d}")


@rule(rf"(?:(?P<month>{MONTH})\s+)?nineteen (?P<rest>{any_of('tens')}(?:[- ]{any_of('number')})?)")
def spoken_year(m: Match, _: Context) -> Meaning | None:
    """Nineteen ninety-six."""
    year = f"{1900 + int(number(m['rest']) or 0)}"
    return date_of(f"{year}-{numbered('month', m['month']):02d}" if m["month"] else year)


# ---- quarters

ORDINAL = (
    r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|final|latest|most recent|current|year-ago|year-earlier)"
)


@rule(
    rf"(?:(?:the|(?P<whose>(?:this|last|next) year|fiscal\s+{YEAR})['’]s)\s+(?!\w+-(?:quarter|half)))?(?:fiscal\s+)?{ORDINAL}(?:\s+fiscal)?"
    rf"[- ](?P<unit>quarter|half|period)(?:(?:\s+of|,)?\s+(?:fiscal\s+)?(?P<year>{YEAR}|(?:last|this|next) year))?"
)
def quarters(m: Match, context: Context) -> Meaning | None:
    """The third quarter; third-quarter; the first half of 1998."""
    said, unit = m["ordinal"].lower(), m["unit"].lower()
    if said in {"latest", "most recent"}:
        return date_of(context.latest_quarter or "XXXX-QX")
    if said.startswith("year-"):
        return date_of(context.quarter_before_a_year or "XXXX-QX", leads=False)
    if unit == "period":
        return None
    if said == "current":
        return date_of(context.shifted("Q", 0) or "XXXX-QX")
    which, letter = 4 if said == "final" else numbered("ordinal", said), "Q" if unit == "quarter" else "H"
    year = (m["whose"] or m["year"] or "").lower()
    if year[-4:].isdigit():
        return date_of(f"{year[-4:]}-{letter}{which}")
    day = context.published
    if day is None:
        return date_of(f"XXXX-{letter}{which}")
    if year:
        return date_of(f"{day.year + {'this': 0, 'last': -1, 'next': 1}[year[:4]]}-{letter}{which}")
    return date_of(f"{day.year - _last_years(which, letter, day, context, m)}-{letter}{which}")


def _last_years(which: int, letter: str, day: date, context: Context, m: Match) -> int:
    """1 where a quarter that has not begun is told as past."""
    begun = which <= (day.month + 2) // 3
    return int(letter == "Q" and not begun and context.tense(m.end()) is not Tense.FUTURE)


@rule(rf"the (?P<year>{YEAR}) (?:(?P<ordinal>first|second|third|fourth) )?(?P<unit>quarter|half|period)")
def quarter_of_year(m: Match, context: Context) -> Meaning | None:
    """The 1988 third quarter; the 1988 quarter, which is the one spoken of."""
    if m["ordinal"]:
        return date_of(
            f"{m['year']}-{'H' if m['unit'].lower() == 'half' else 'Q'}{numbered('ordinal', m['ordinal'])}", leads=False
        )
    quarter = context.latest_quarter
    return date_of(f"{m['year']}{quarter[4:]}" if quarter else m["year"], leads=False)


@rule(
    r"(?:the|this) quarter|year-earlier|year-ago|the (?:year-earlier|year-ago|year-before) (?:quarter|period|level)|the same (?:quarter|period) (?:last year|a year (?:ago|earlier))"
)
def quarter_told(m: Match, context: Context) -> Meaning | None:
    """The quarter that was spoken of; the same one a year before."""
    if "year" in m[0].lower():
        return date_of(context.quarter_before_a_year or "XXXX-QX", leads=False)
    return date_of(context.latest_quarter or "XXXX-QX")
