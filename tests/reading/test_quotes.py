"""Quotation marks of every kind."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.quotes import DOUBLE, find_quotations

MARKED = st.lists(
    st.sampled_from(["word", " ", "\n", '"', "“", "”", "‘", "’", "'", ",", ".", "«", "»", "s", "6"]), max_size=40
).map("".join)


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "no" and "never".', ["no", "never"]),
        ("She said “no” and “never”.", ["no", "never"]),
        ("Sie sagte „nein“ dazu", ["nein“ dazu"]),
        ("Elle a dit «non».", ["non"]),
        ('Mixed: “open here, closed there" he said.', ["open here, closed there"]),
        ("A wrong one: ”open with a closing mark” he said.", ["open with a closing mark"]),
        ('A plank of 6" and a "big" one', ["big"]),
        ("“Never closed, he said.", ["Never closed, he said."]),
        ("'No,' he said, 'never.'", ["No,", "never."]),
        ("‘No,’ he said.", ["No,"]),
        ("The workers' hall isn't theirs, it's the mayor's.", []),
        ("'The workers' hall isn't theirs,' he said.", ["The workers' hall isn't theirs,"]),
        ("In the '90s 'n' so on", ["n"]),
        ('"She said \'no\' to me," he said.', ["She said 'no' to me,"]),
    ],
)  # fmt: skip
def test_marks_pair_up(text: str, expected: list[str]) -> None:
    assert expected == inner(text)


def test_a_quotation_left_open_goes_on_where_the_next_paragraph_opens_anew() -> None:
    found = find_quotations("“One.\n\n“Two.\n\n“Three,” he said.")
    assert [(False, False), (False, True), (True, True)] == [(q.closed, q.continues) for q in found]


def test_a_quotation_left_open_ends_with_its_paragraph_where_the_next_one_does_not_open() -> None:
    found = find_quotations("“One.\n\nTwo “three” four.")
    assert ["One.", "three"] == inner("“One.\n\nTwo “three” four.")
    assert [False, False] == [q.continues for q in found]


@given(MARKED)
def test_quotations_lie_in_one_paragraph_in_order_and_double_ones_never_overlap(text: str) -> None:
    found = find_quotations(text)
    assert sorted(found, key=lambda q: q.start) == found
    doubles = [q for q in found if not q.single]
    assert all(a.end <= b.start for a, b in pairwise(doubles))
    for q in found:
        assert "\n" not in text[q.start : q.end]
        assert q.start < q.inner_start <= q.inner_end <= q.end


@given(MARKED)
def test_every_pair_stands_in_marks(text: str) -> None:
    for q in find_quotations(text):
        if not q.single:
            assert text[q.start] in DOUBLE
            assert not q.closed or text[q.end - 1] in DOUBLE
