"""Attributions as rows."""

from dataclasses import replace

import pytest

from reportedly import Denial
from reportedly.cli.rows import COLUMNS, attribution_rows, words

from .story import ENGINEERS, QUOTED, READING, at


def column(name: str) -> list[object]:
    return [row[COLUMNS.index(name)] for row in attribution_rows(READING)]


def test_the_columns_stay_as_they_are() -> None:
    assert (
        "file report story id parent source party kind chain cue act polarity certainty quote content hearer denied_by "
        "content_spans score"
    ).split() == list(COLUMNS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("id", ["a1", "a2", "a3", "a4", "a5"]),
        ("parent", ["", "a1", "", "", ""]),
        ("source", ["Mayor Ilse Tarn", "three engineers", "The ministry of works", "He", ""]),
        ("party", ["Ilse Tarn", "three engineers", "ministry of works", "", ""]),
        ("hearer", ["River Radio", "", "", "", ""]),
        ("act", ["report", "state", "deny", "believe", "believe"]),
        ("denied_by", ["", "a3", "", "writer", ""]),
        ("score", ["0.65", "0.85", "0.90", "0.40", "0.30"]),
    ],
)
def test_a_cell_holds_words_and_is_empty_where_there_is_nothing_to_tell(name: str, expected: list[object]) -> None:
    assert expected == column(name)


def test_spans_lead_back_to_the_content() -> None:
    start, end = map(int, str(column("content_spans")[1]).split("-"))

    assert QUOTED == READING.report.text[start:end] == column("content")[1]


def test_spans_apart_are_joined_by_what_cannot_be_mistaken() -> None:
    apart = replace(ENGINEERS, content=(at("is not safe"), at("have moved")))
    reading = replace(READING, attributions=(replace(apart, parent=None),), claims=(), denies=())
    row = next(iter(attribution_rows(reading)))
    first, second = at("is not safe"), at("have moved")

    assert "is not safe … have moved" == words(reading, apart.content) == row[COLUMNS.index("content")]
    assert f"{first.start}-{first.end};{second.start}-{second.end}" == row[COLUMNS.index("content_spans")]


def test_several_deniers_stand_in_one_cell() -> None:
    reading = replace(READING, denies=(Denial("a3", "a2", ""), Denial(None, "c1", "")))

    assert list(attribution_rows(reading))[1][COLUMNS.index("denied_by")] == "a3 writer"
