"""Arithmetic on the calendar, in TIMEX3 values: weeks of ISO 8601, quarters, seasons, holidays."""

import re
from calendar import monthrange
from datetime import date, timedelta

from reportedly.reading.times.words import words_of

DAY = timedelta(days=1)
# The first month of a season, of the northern hemisphere.
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS, QUARTERS = 12, 4


def week(day: date) -> str:
    """The week of a day: "1998-W03"."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def month(year: int, number: int) -> str:
    """A month; numbers under 1 and over 12 lie in other years."""
    year += (number - 1) // MONTHS
    return f"{year:04d}-{(number - 1) % MONTHS + 1:02d}"


def quarter(year: int, number: int) -> str:
    """A quarter; numbers under 1 and over 4 lie in other years."""
    year += (number - 1) // QUARTERS
    return f"{year:04d}-Q{(number - 1) % QUARTERS + 1}"


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month + 2) // 3


def season(day: date, code: str, step: int) -> str:
    """The season of this name that is last over (-1), this year's (0), next to begin (1), told from a day."""
    start = SEASON_STARTS[code]
    year = day.year
    if step < 0 and day.month < start + 3:
        year -= 1
    elif step > 0 and day.month >= start:
        year += 1
    return f"{year:04d}-{code}"


def holiday(name: str, year: int) -> date:
    """The day of a holiday in a year."""
    rule = words_of("holiday")[name.lower().replace("’", "'")]
    if "-" in rule[1:]:
        return date(year, *(int(n) for n in rule.split("-")))
    numbers = [int(n) for n in rule.split()]
    if len(numbers) == 1:
        return easter(year) + numbers[0] * DAY
    nth, weekday, of_month = numbers
    first = date(year, of_month, 1)
    day = first + DAY * ((weekday - first.isoweekday()) % 7)
    if nth > 0:
        return day + 7 * (nth - 1) * DAY
    days = [day + 7 * n * DAY for n in range(5)]
    return max(d for d in days if d.month == of_month)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm printed in Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    number, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, number, day + 1)


def stepped(value: str, unit: str, steps: int, *, keep: bool = False) -> str | None:
    """A TIMEX3 value so many units on, as precise as the unit, or as the value itself with `keep`; None where that is not told.

    `unit` is D, W, M, Q, Y, 10Y or 100Y.
    """
    years = {"Y": 1, "10Y": 10, "100Y": 100}.get(unit, 0) * steps
    if found := re.match(r"(\d{4})-Q(\d)", value):
        months = {"Q": steps}.get(unit, QUARTERS * years)
        return quarter(int(found[1]), int(found[2]) + months) if unit == "Q" or years else None
    if found := re.match(r"\d{4}-\d\d-\d\d", value):
        return _from_day(date.fromisoformat(found[0]), unit, steps, years, keep=keep)
    if found := re.match(r"(\d{4})-(\d\d)$", value):
        if unit == "M":
            return month(int(found[1]), int(found[2]) + steps)
        return (
            (f"{int(found[1]) + years:04d}-{found[2]}" if keep else f"{int(found[1]) + years:04d}") if years else None
        )
    if (found := re.match(r"\d{4}", value)) and years and date.min.year <= int(found[0]) + years <= date.max.year:
        return f"{int(found[0]) + years:04d}"
    return None


def _from_day(day: date, unit: str, steps: int, years: int, *, keep: bool) -> str | None:
    if unit in {"D", "W"}:
        then = moved(day, unit, steps)
        return None if then is None else week(then) if unit == "W" and not keep else then.isoformat()
    year, number = day.year + years, day.month + (steps if unit == "M" else 0)
    if not date.min.year <= year + (number - 1) // MONTHS <= date.max.year:
        return None
    if unit == "M":
        return month(year, number)
    if unit == "Q":
        return quarter(day.year, quarter_of(day) + steps)
    return f"{year:04d}" if years else None


def moved(day: date, unit: str, steps: int) -> date | None:
    """The day so many units (D, W, M, Q, Y) on, the last one of a month that is shorter; None where the calendar ends before it."""
    if unit in {"D", "W"}:
        number = day.toordinal() + steps * (7 if unit == "W" else 1)
        return date.fromordinal(number) if date.min.toordinal() <= number <= date.max.toordinal() else None
    months = 12 * day.year + day.month - 1 + steps * {"M": 1, "Q": 3, "Y": 12}[unit]
    year, number = divmod(months, MONTHS)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, number + 1, min(day.day, monthrange(year, number + 1)[1]))


def interval(value: str) -> tuple[str, str] | None:
    """The first and the last day of a TIMEX3 date, as ISO 8601; None where it names none (a reference, a duration, an X)."""
    if found := re.match(r"(\d{4})-(\d\d)-(\d\d)", value):
        return found[0], found[0]
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        first = monday + (5 * DAY if found[3] else 0 * DAY)
        return first.isoformat(), (monday + 6 * DAY).isoformat()
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return _months(int(found[1]), 3 * int(found[2]) - 2, 3)
    if found := re.fullmatch(r"(\d{4})-H([12])", value):
        return _months(int(found[1]), 6 * int(found[2]) - 5, 6)
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return _months(int(found[1]), SEASON_STARTS[found[2]], 3)
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := re.fullmatch(r"(\d{2,4})X?", value):
        digits = found[1]
        return f"{digits:0<4}-01-01", f"{digits:9<4}-12-31"
    return None


def _months(year: int, first: int, count: int) -> tuple[str, str]:
    start = month(year, first)
    last_year, last_month = map(int, month(year, first + count - 1).split("-"))
    return f"{start}-01", f"{last_year:04d}-{last_month:02d}-{monthrange(last_year, last_month)[1]:02d}"
