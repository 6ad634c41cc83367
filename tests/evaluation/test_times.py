"""Times are counted as TempEval-3 does: a mark meets one time at most, spans and values are compared on those that met."""

import pytest
from evaluation.times import TimeFigures

from reportedly import Anchor, Span, Time, TimeKind


def time(start: int, end: int, timex: str) -> Time:
    return Time("t", Span(start, end), TimeKind.DATE, timex, None, None, Anchor.NONE)


def test_each_mark_meets_the_time_that_shares_most_with_it() -> None:
    figures = TimeFigures()
    figures.add(((0, 10, "2020"), (20, 30, "2021")), [time(8, 22, "2021"), time(0, 10, "2020"), time(40, 44, "2022")])
    assert (2, 3, 2, 1, 2) == (figures.marked, figures.read, figures.met, figures.exact, figures.valued)
    assert {"relaxed": 0.8, "strict": 0.4, "value": 0.8} == pytest.approx(figures.f1())


def test_nothing_marked_and_nothing_read_is_no_error() -> None:
    figures = TimeFigures()
    figures.add((), [])
    assert {"relaxed": 0.0, "strict": 0.0, "value": 0.0} == figures.f1()
