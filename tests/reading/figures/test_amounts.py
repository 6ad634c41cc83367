"""Amounts have the bounds that their words give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.figures.amounts import amounts


def bounds(text: str) -> list[tuple[str, float | None, float | None]]:
    return [(text[a.start : a.end], a.low, a.high) for a in amounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 28 people", ("at least 28", 28, None)),
        ("more than 64,000 deaths", ("more than 64,000", 64000, None)),
        ("up to 450 troops", ("up to 450", None, 450)),
        ("about 5000 employees", ("about 5000", 5000, 5000)),
        ("between 20 and 30 houses", ("between 20 and 30", 20, 30)),
        ("two to three hundred vehicles", ("two to three hundred", 200, 300)),
        ("dozens of people", ("dozens", 24, None)),
        ("tens of thousands of people", ("tens of thousands", 20000, None)),
        ("several hundred fighters", ("several hundred", 300, None)),
        ("a dozen men", ("a dozen", 12, None)),
        ("fewer than a dozen men", ("fewer than a dozen", None, 12)),
        ("no injuries", ("no", 0, 0)),
        ("Sixty-six people", ("Sixty-six", 66, 66)),
        ("three hundred and ten people", ("three hundred and ten", 310, 310)),
        ("2.5 million votes", ("2.5 million", 2.5e6, 2.5e6)),
        ("thirty or more houses", ("thirty or more", 30, None)),
    ],
)
def test_bounds(text: str, expected: tuple[str, float | None, float | None]) -> None:
    assert [expected] == bounds(text)


@pytest.mark.parametrize(
    ("text", "unit", "low"),
    [
        ("a $100bn windfall", "USD", 1e11),
        ("€20,000", "EUR", 20000),
        ("900 million złotys", "PLN", 9e8),
        ("£4m", "GBP", 4e6),
    ],
)
def test_money_has_its_currency(text: str, unit: str, low: float) -> None:
    ((_, _, found, _, currency, _),) = amounts(text)
    assert (unit, low) == (currency, found)


@pytest.mark.parametrize(
    "text", ["a man", "25% of them", "at 13:40", "Boeing 737-8x", "v2.1.3", "a third", "tenſ of thousands"]
)
def test_what_is_no_amount_is_left_out(text: str) -> None:
    assert [] == bounds(text)


@given(st.text("0123456789 ,.-$abnorty", max_size=40))
def test_amounts_stand_in_the_text_apart_and_with_bounds_in_order(text: str) -> None:
    found = list(amounts(text))
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(a.low is None or a.high is None or a.low <= a.high for a in found)
