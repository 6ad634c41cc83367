"""Numbers and words of the calendar, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.times.words import any_of, number, numbered, value, words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two", 2), ("Twenty-four", 24), ("forty two", 42), ("a hundred", 100), ("three hundred", 300), ("1,200", 1200),
        ("2 1/2", 2.5), ("three and a half", 3.5), ("half an", 0.5), ("a couple of", 2), ("an", 1), ("several", None),
    ],
)  # fmt: skip
def test_a_number_is_read_in_figures_and_words(text: str, expected: float | None) -> None:
    assert expected == number(text)


@given(st.integers(0, 10**6))
def test_figures_with_and_without_commas_are_one_number(n: int) -> None:
    assert n == number(str(n)) == number(f"{n:,}")


def test_words_are_found_in_any_case_and_short() -> None:
    assert 9 == numbered("month", "Sept.") == numbered("month", "SEPTEMBER")
    assert "FA" == value("season", "Autumn") == value("season", "fall")
    assert None is value("month", "Monday")


def test_what_is_no_word_of_a_kind_is_named() -> None:
    with pytest.raises(KeyError, match="'Blursday' is no weekday"):
        numbered("weekday", "Blursday")


@pytest.mark.parametrize("kind", ["month", "weekday", "number", "tens", "unit", "holiday", "season"])
def test_every_kind_has_words_and_a_pattern_that_finds_them(kind: str) -> None:
    import re

    assert words_of(kind)
    assert all(re.fullmatch(any_of(kind), word) for word in words_of(kind))
