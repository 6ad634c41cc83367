"""Arithmetic on the calendar holds over the ends of months and years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.times.calendar import easter, holiday, interval, quarter, quarter_of, season, stepped, week

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("value", "unit", "steps", "keep", "expected"),
    [
        ("2025-11-25", "D", 7, False, "2025-12-02"),
        ("2025-11-25", "W", -1, False, "2025-W47"),
        ("2025-11-25", "W", -1, True, "2025-11-18"),
        ("2025-11-25", "M", 2, False, "2026-01"),
        ("2025-11-25", "10Y", -2, False, "2005"),
        ("1989-Q3", "Y", -1, False, "1988-Q3"),
        ("1989-Q1", "Q", -1, False, "1988-Q4"),
        ("2025-01", "M", -1, False, "2024-12"),
        ("2025-01", "Y", -1, True, "2024-01"),
        ("2025", "Y", 3, False, "2028"),
        ("2025", "D", 3, False, None),
        ("PAST_REF", "Y", 1, False, None),
    ],
)
def test_a_value_is_stepped_on(value: str, unit: str, steps: int, keep: bool, expected: str | None) -> None:
    assert expected == stepped(value, unit, steps, keep=keep)


@given(DAYS, st.integers(-400, 400))
def test_steps_of_days_and_weeks_lead_back(day: date, steps: int) -> None:
    for unit in ("D", "W"):
        there = stepped(day.isoformat(), unit, steps, keep=True)
        assert there
        assert day.isoformat() == stepped(there, unit, -steps, keep=True)


@given(DAYS)
def test_a_day_lies_in_its_week_month_quarter_and_year(day: date) -> None:
    for value in (week(day), f"{day:%Y-%m}", quarter(day.year, quarter_of(day)), f"{day.year}", f"{day.year // 10}"):
        first, last = interval(value) or ("", "")
        assert first <= day.isoformat() <= last


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025-W48", ("2025-11-24", "2025-11-30")),
        ("2025-W48-WE", ("2025-11-29", "2025-11-30")),
        ("1998-H1", ("1998-01-01", "1998-06-30")),
        ("1998-WI", ("1998-12-01", "1999-02-28")),
        ("198", ("1980-01-01", "1989-12-31")),
        ("19", ("1900-01-01", "1999-12-31")),
        ("PAST_REF", None),
        ("P2D", None),
        ("XXXX-11-25", None),
    ],
)
def test_a_date_names_its_first_and_last_day(value: str, expected: tuple[str, str] | None) -> None:
    assert expected == interval(value)


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Christmas", 2025, date(2025, 12, 25)), ("Thanksgiving Day", 2025, date(2025, 11, 27)),
        ("Labor Day", 1998, date(1998, 9, 7)), ("Memorial Day", 2021, date(2021, 5, 31)),
        ("Good Friday", 2000, date(2000, 4, 21)), ("New Year’s Eve", 1999, date(1999, 12, 31)),
    ],
)  # fmt: skip
def test_holidays_fall_on_their_days(name: str, year: int, expected: date) -> None:
    assert expected == holiday(name, year)


@given(st.integers(1600, 2400))
def test_easter_is_a_sunday_between_its_bounds(year: int) -> None:
    day = easter(year)
    assert 7 == day.isoweekday()
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_a_season_is_the_one_that_is_over_or_to_begin() -> None:
    day = date(2025, 11, 25)
    assert ["2025-SU", "2025-SU", "2026-SU"] == [season(day, "SU", step) for step in (-1, 0, 1)]
    assert "2024-FA" == season(day, "FA", -1)
