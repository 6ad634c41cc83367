"""Reports into a ledger."""

from pathlib import Path

from reportedly import Ledger

from .conftest import SENTENCE, Run


def test_add_says_how_many_reports_are_new_and_known_and_refused(run: Run, sentence: str) -> None:
    Path("copy.txt").write_text(SENTENCE)
    Path("other.txt").write_text("The mayor said the river was high. The mayor said the road was closed.\n")

    first = run("add", sentence, "copy.txt", "other.txt", "missing.txt")
    second = run("add", sentence, "copy.txt", "other.txt")

    assert (first.code, first.out) == (
        2,
        "2 reports added (3 claims), 1 known before, 1 refused; reportedly.db holds 2\n",
    )
    assert (
        second.code,
        second.out,
    ) == (0, "0 reports added (0 claims), 3 known before, 0 refused; reportedly.db holds 2\n")


def test_the_same_text_of_another_outlet_is_another_report(run: Run, sentence: str) -> None:
    run("add", sentence, "--outlet", "Harbour Post")

    assert run("add", sentence, "--outlet", "River Echo").out.startswith("1 report added (1 claim), 0 known before")


def test_what_is_kept_is_what_is_read(run: Run, sentence: str) -> None:
    run("add", sentence)
    with Ledger("reportedly.db") as ledger:
        (report_id,) = [reading.report.id for reading in ledger.readings()]

    assert run("read", sentence, "--format", "json").out == run("report", report_id, "--format", "json").out


def test_a_ledger_that_cannot_be_made_is_said_before_anything_is_read(run: Run, sentence: str) -> None:
    outcome = run("add", sentence, "missing.txt", "--ledger", "no/such/folder.db")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("reportedly: no/such/folder.db cannot be opened as a ledger")
