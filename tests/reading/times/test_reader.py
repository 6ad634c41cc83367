"""Times are read as TIMEX3, with the day they are told from, and abstained on where that is not known."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import Anchor, Time
from reportedly.reading.syntax import Parser
from reportedly.reading.times.reader import day_of, read_times, untold

TUESDAY = date(2025, 11, 25)


def times(parser: Parser, text: str, published: date | None = TUESDAY) -> list[Time]:
    return list(read_times(parser.parse(text), published))


def shown(parser: Parser, text: str, published: date | None = TUESDAY) -> list[tuple[str, str]]:
    return [(text[slice(*t.span)], t.timex) for t in times(parser, text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks began on November 25th.", [("November 25th", "2025-11-25")]),
        ("He was born on 3 March 1961.", [("3 March 1961", "1961-03-03")]),
        ("It opened on Friday.", [("Friday", "2025-11-21")]),
        ("It will open on Friday.", [("Friday", "2025-11-28")]),
        ("She spoke on Monday, Nov. 24.", [("Monday, Nov. 24", "2025-11-24")]),
        ("They left last month.", [("last month", "2025-10")]),
        ("They will leave early next year.", [("early next year", "2026")]),
        ("Nobody slept last night.", [("last night", "2025-11-24TNI")]),
        ("The gate closed at 10 p.m. Wednesday.", [("10 p.m. Wednesday", "2025-11-19T22:00")]),
        ("Shelling resumed at 0735 GMT.", [("0735 GMT", "2025-11-25T07:35Z")]),
        ("It has risen over the last two months.", [("the last two months", "P2M")]),
        ("He waited for several weeks.", [("several weeks", "PXW")]),
        ("It costs $5 million a year.", [("a year", "P1Y")]),
        ("The panel meets every two weeks.", [("every two weeks", "P2W")]),
        ("It was built in the 1980s.", [("the 1980s", "198")]),
        ("The 19th century was long.", [("The 19th century", "18")]),
        ("They met two years ago.", [("two years ago", "2023")]),
        ("The border is now closed.", [("now", "PRESENT_REF")]),
        ("He came in October. A month later he left.", [("October", "2025-10"), ("A month later", "2025-11")]),
        ("He may resign in May.", [("May", "2025-05")]),
    ],
)  # fmt: skip
def test_an_expression_has_its_value(parser: Parser, text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == shown(parser, text)


@pytest.mark.parametrize(
    "text",
    [
        "A 6-year-old boy was found.", "He may march to the sea.", "The second man ran.", "She paid $1998 for 2000 shares.",
        "The score was 3:15.", "He sat in the sun.", "The fall of the city was quick.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_time_is_none(parser: Parser, text: str) -> None:
    assert [] == shown(parser, text)


def test_a_stretch_up_to_publication_has_both_ends(parser: Parser) -> None:
    (found,) = times(parser, "It has risen over the last two months.")
    assert ("2025-09-25", "2025-11-25", Anchor.PUBLISHED) == (found.value, found.end, found.anchor)


def test_a_week_is_its_first_and_last_day(parser: Parser) -> None:
    (found,) = times(parser, "They left last week.")
    assert ("2025-11-17", "2025-11-23") == (found.value, found.end)


def test_what_it_is_told_from_is_kept(parser: Parser) -> None:
    found = times(parser, "They met on 3 March 2020. A day later they left. Yesterday they returned.")
    assert [Anchor.NONE, Anchor.TEXT, Anchor.PUBLISHED] == [t.anchor for t in found]
    assert ["2020-03-03", "2020-03-04", "2025-11-24"] == [t.value for t in found]


@pytest.mark.parametrize("text", ["on November 25th", "on Friday", "last month", "yesterday", "two weeks ago"])
def test_without_a_day_of_publication_a_relative_time_abstains(parser: Parser, text: str) -> None:
    (found,) = times(parser, f"They met {text}.", None)
    assert None is found.value
    assert "not known" in (untold(found) or "")


def test_without_a_day_of_publication_a_full_date_is_still_one(parser: Parser) -> None:
    (found,) = times(parser, "They met on 3 March 2020.", None)
    assert "2020-03-03" == found.value


@pytest.mark.parametrize("text", ["on 31 February 2020", "on 45 March", "in 1403 AH", "on 25/25/2025"])
def test_a_day_that_is_none_is_not_made_up(parser: Parser, text: str) -> None:
    assert all(t.value is None or "2020-02-31" not in t.value for t in times(parser, f"They met {text}."))


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2025-11-25T10:00:00Z", TUESDAY), ("2025-11-25", TUESDAY), ("2025-11", None), ("2025-02-31", None), (None, None)],
)
def test_the_day_of_publication_is_a_day_or_not_known(published: str | None, expected: date | None) -> None:
    assert expected == day_of(published)


PIECES = st.sampled_from(
    "last next the this past two several week month year years ago Monday May 1998 1 31 p.m. noon quarter third fall '80s nineteen "
    "ninety - , of half a every other morning first day days later from now 00:61 9999-99-99 February 30 10 3,000 9,000,000 999999999999999999999999 decade century quarters Eaſter Chriſtmas Easter weeK".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=14).map(" ".join), st.dates() | st.none())
def test_any_words_are_read_in_order_without_overlap(parser: Parser, text: str, published: date | None) -> None:
    found = [t.span for t in times(parser, text, published)]
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He runs every other morning.", [("every other morning", "XXXX-XX-XXTMO")]),
        ("It has grown over the last 3,000 years.", [("the last 3,000 years", "P3000Y")]),
        ("It took 1,000,000 years.", [("1,000,000 years", "P1000000Y")]),
        ("It fell 9,000,000 days ago.", [("9,000,000 days ago", "PAST_REF")]),
        ("He spoke at 10 p.m. February 31.", []),
        ("It was Chriſtmas.", []),
        ("Last decade was bad.", [("Last decade", "201")]),
    ],
)
def test_what_the_calendar_does_not_hold_stops_nothing(
    parser: Parser, text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == shown(parser, text)


def test_quarters_that_reach_to_publication_have_both_ends(parser: Parser) -> None:
    (found,) = times(parser, "It fell over the past two quarters.")
    assert ("2025-05-25", "2025-11-25") == (found.value, found.end)
