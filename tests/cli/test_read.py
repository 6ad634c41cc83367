"""Reports shown as text, JSON and CSV."""

import csv
import io
import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from reportedly import Attribution
from reportedly.cli.read import surer_than
from reportedly.cli.rows import COLUMNS

from .conftest import Run
from .story import READING


def files_of(*sentences: str) -> list[str]:
    names = []
    for n, sentence in enumerate(sentences, 1):
        Path(f"{n}.txt").write_text(sentence + "\n")
        names.append(f"{n}.txt")
    return names


def test_text_shows_who_says_what(run: Run, sentence: str) -> None:
    outcome = run("read", sentence, "--outlet", "Harbour Post")

    assert (outcome.code, outcome.err) == (0, "")
    assert "  Harbour Post ← ministry  says  [said] a1\n    the bridge was closed\n" in outcome.out


@pytest.mark.parametrize("width", [40, 80, 200])
def test_text_keeps_to_the_width_it_is_given(run: Run, width: int) -> None:
    (name,) = files_of("The ministry said the bridge was closed because the river was high. " * 5)

    out = run("read", name, COLUMNS=str(width)).out

    assert max(map(cell_len, out.split("\n"))) <= width
    assert out.count("[said]") == 5


def test_several_files_are_shown_one_after_the_other(run: Run) -> None:
    names = files_of("The ministry said the bridge was closed.", "The mayor said the road was open.")
    out = run("read", *names).out

    assert (
        0
        < out.index("1.txt")
        < out.index("the bridge was closed")
        < out.index("2.txt")
        < out.index("the road was open")
    )


def test_json_is_one_object_a_line_whatever_the_text_holds(run: Run) -> None:
    names = files_of(
        "The ministry said the bridge was closed.\nIt rained.", "The mayor said “no” to 😀 and 𝒳.\n\nHe left."
    )
    lines = run("read", *names, "--format", "json").out.split("\n")

    assert lines.pop() == ""
    assert [Path(name).read_text() for name in names] == [json.loads(line)["report"]["text"] for line in lines]
    assert "😀" in lines[1]


def test_json_offsets_count_code_points(run: Run) -> None:
    (name,) = files_of("😀𝒳 The ministry said the bridge was closed.")
    reading = json.loads(run("read", name, "--format", "json").out)

    assert [[reading["report"]["text"][start:end] for start, end in a["content"]] for a in reading["attributions"]] == [
        ["the bridge was closed"]
    ]


def test_csv_is_one_row_an_attribution_under_one_header(run: Run) -> None:
    names = files_of(
        "The ministry said the bridge was closed.", "It rained.", "The mayor said the road, the old one, was open."
    )

    header, *rows = csv.reader(io.StringIO(run("read", *names, "--format", "csv").out))

    assert list(COLUMNS) == header
    cells = [dict(zip(header, row, strict=True)) for row in rows]
    assert [(cell["file"], cell["party"], cell["cue"]) for cell in cells] == [
        ("1.txt", "ministry", "said"),
        ("3.txt", "mayor", "said"),
    ]
    assert cells[1]["content"] == "the road, the old one, was open"


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (0, [("a1", None), ("a2", "a1"), ("a3", None), ("a4", None), ("a5", None)]),
        (0.4, [("a1", None), ("a2", "a1"), ("a3", None), ("a4", None)]),
        (0.8, [("a2", None), ("a3", None)]),
        (1, []),
    ],
)
def test_a_least_score_leaves_out_what_is_less_sure_and_moves_up_what_stood_in_it(
    score: float, expected: list[tuple[str, str | None]]
) -> None:
    def place(a: Attribution) -> tuple[str, str | None]:
        return a.id, a.parent

    assert expected == [place(a) for a in surer_than(READING, score).attributions]


def test_claims_and_denials_follow_what_is_left_out() -> None:
    reading = surer_than(READING, 0.88)

    assert [claim.id for claim in reading.claims] == ["c2", "c4"]
    assert [(denial.by, denial.denies) for denial in reading.denies] == [("a3", None), (None, None)]
    assert [party.id for party in reading.parties] == ["p4"]


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_a_least_score_counts_in_every_form(run: Run, sentence: str, form: str) -> None:
    all_of_it, nothing = (run("read", sentence, "--format", form, "--min-score", score).out for score in ("0", "1"))

    mark = '"a1"' if form == "json" else "a1"
    assert (mark in all_of_it, mark in nothing) == (True, False)


def test_a_text_in_another_language_is_read_for_nothing_and_says_why(run: Run) -> None:
    (name,) = files_of(
        "Das Ministerium sagte am Dienstag, die Brücke sei wegen des Hochwassers seit Montag gesperrt. " * 3
    )
    outcome = run("read", name)

    assert outcome.code == 0
    assert "no attribution found" in outcome.out
    assert "only English is read" in " ".join(outcome.out.split())


def test_several_processes_show_what_one_does(run: Run) -> None:
    names = [f"{n}.txt" for n in range(5)]
    for n, name in enumerate(names):
        Path(name).write_text(f"The mayor said on Monday that bridge {n} was closed.", encoding="utf-8")
    one = run("read", *names, "missing.txt", "--format", "json", "--workers", "1")
    two = run("read", *names, "missing.txt", "--format", "json", "--workers", "2")
    assert (2, 2) == (one.code, two.code)
    assert one.out == two.out
    assert names == [json.loads(line)["report"]["file"] for line in two.out.splitlines()]
    assert "missing.txt: there is no such file" in two.err


def test_no_process_at_all_is_refused(run: Run, sentence: str) -> None:
    assert "--workers" in run("read", sentence, "--workers", "0").err
