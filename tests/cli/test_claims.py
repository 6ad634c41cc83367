"""The claims of a ledger, filtered and in each form."""

import csv
import io
import json
from dataclasses import replace

import pytest
from rich.cells import cell_len

from reportedly import Ledger

from .conftest import Run
from .story import HEADLINE, QUOTED, READING, REPORT

COLUMNS = "id claim source chain act polarity certainty denied_by outlet published start end".split()
ENGINEERS, MINISTRY, SOMEBODY, WRITER = (f"5011e0b21d.c{n}" for n in range(1, 5))

TABLE = f"""
{HEADLINE}
Harbour Post · 2025-11-25 · 5011e0b21d
  Harbour Post ← River Radio ← Ilse Tarn ← three engineers  says  5011e0b21d.c1
    {QUOTED}
    ✗ denied by Harbour Post ← ministry of works
  Harbour Post ← ministry of works  denies  5011e0b21d.c2
    the piers had moved
  Harbour Post ← “He” (who?)  thinks, possibly  5011e0b21d.c3
    it may close
    ✗ denied by the writer
"""


def test_the_table_shows_each_claim_under_its_report_with_chain_and_denials(run: Run, story: str) -> None:
    outcome = run("claims", COLUMNS="200")

    assert (outcome.code, outcome.err) == (0, "")
    assert TABLE.split("\n") == [line.rstrip() for line in outcome.out.split("\n")]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_of_the_table_is_longer_than_the_width_and_no_word_is_lost(run: Run, story: str, width: int) -> None:
    out = run("claims", COLUMNS=str(width)).out

    assert max(map(cell_len, out.split("\n"))) <= width
    assert TABLE.split() == out.split()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ((), [ENGINEERS, MINISTRY, SOMEBODY]),
        (("--own",), [ENGINEERS, MINISTRY, SOMEBODY, WRITER]),
        (("--party", "Ministry"), [MINISTRY]),
        (("--party", "engineer"), [ENGINEERS]),
        (("--act", "deny"), [MINISTRY]),
        (("--act", "deny", "--act", "believe"), [MINISTRY, SOMEBODY]),
        (("--outlet", "harbour"), [ENGINEERS, MINISTRY, SOMEBODY]),
        (("--outlet", "echo"), []),
        (("--report", "5011", "--act", "state"), [ENGINEERS]),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_filters_narrow_what_is_listed_in_every_form(
    run: Run, story: str, form: str, filters: tuple[str, ...], expected: list[str]
) -> None:
    out = run("claims", *filters, "--format", form, COLUMNS="200").out

    assert expected == [id_ for id_ in (ENGINEERS, MINISTRY, SOMEBODY, WRITER) if id_ in out]


def test_csv_has_a_header_and_one_row_a_claim(run: Run, story: str) -> None:
    header, *rows = csv.reader(io.StringIO(run("claims", "--own", "--format", "csv").out))

    assert header == COLUMNS
    assert [
        [
            ENGINEERS,
            QUOTED,
            "three engineers",
            "Harbour Post ← River Radio ← Ilse Tarn ← three engineers",
            *("state", "positive", "certain"),
            "Harbour Post ← ministry of works",
            *("Harbour Post", "2025-11-25"),
            *map(str, READING.claims[0].span),
        ],
        [
            WRITER,
            "Nobody was hurt.",
            *("", "Harbour Post", "", "", "", ""),
            *("Harbour Post", "2025-11-25"),
            *map(str, READING.claims[3].span),
        ],
    ] == [rows[0], rows[3]]


def test_json_has_one_object_a_line_with_the_cells_of_the_table_and_null_for_nothing(run: Run, story: str) -> None:
    entries = [json.loads(line) for line in run("claims", "--own", "--format", "json").out.splitlines()]

    assert [list(entry) for entry in entries] == [COLUMNS] * 4
    assert [REPORT.text[entry["start"] : entry["end"]] for entry in entries] == [
        QUOTED,
        "the piers had moved",
        "it may close",
        "Nobody was hurt.",
    ]
    assert [entries[3]["act"], entries[1]["act"], entries[2]["denied_by"]] == [None, "deny", "the writer"]


def test_reports_are_listed_by_time_of_publication(run: Run, story: str) -> None:
    early = replace(REPORT, id="ea51e50000", headline="The day before", published="2025-11-24")
    with Ledger(story) as ledger:
        ledger.add(replace(READING, report=early))

    out = run("claims").out

    assert 0 < out.index("The day before") < out.index(HEADLINE)


@pytest.mark.parametrize(
    ("form", "expected"), [("table", "no claims\n"), ("json", ""), ("csv", ",".join(COLUMNS) + "\r\n")]
)
def test_nothing_found_is_no_error(run: Run, story: str, form: str, expected: str) -> None:
    outcome = run("claims", "--party", "nobody", "--format", form)

    assert (0, expected, "") == (outcome.code, outcome.out, outcome.err)


def test_an_unknown_report_is_named(run: Run, story: str) -> None:
    outcome = run("claims", "--report", "ffff")

    assert (
        outcome.code,
        outcome.out,
        outcome.err,
    ) == (2, "", "reportedly: no report 'ffff' in reportedly.db; `reportedly claims` lists what is there\n")
