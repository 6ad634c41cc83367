"""Which ledger a command uses, and what it says where there is none."""

from pathlib import Path

import pytest

from .conftest import Run

LOOKING_UP = [("claims",), ("claims", "--format", "csv"), ("report", "5011")]


def test_the_ledger_of_the_environment_is_used(run: Run, sentence: str, folder: Path) -> None:
    run("add", sentence, REPORTEDLY_LEDGER="mine.db")

    assert sorted(p.name for p in folder.iterdir()) == ["bridge.txt", "mine.db"]
    assert "the bridge was closed" in run("claims", REPORTEDLY_LEDGER="mine.db").out


def test_a_named_ledger_goes_before_that_of_the_environment(run: Run, sentence: str, folder: Path) -> None:
    outcome = run("add", sentence, "--ledger", "named.db", REPORTEDLY_LEDGER="mine.db")

    assert outcome.out.endswith("; named.db holds 1\n")
    assert sorted(p.name for p in folder.iterdir()) == ["bridge.txt", "named.db"]


def test_a_url_names_a_ledger(run: Run, sentence: str, folder: Path) -> None:
    run("add", sentence, "--ledger", "sqlite:///by-url.db")

    assert "the bridge was closed" in run("claims", "--ledger", "by-url.db").out


@pytest.mark.parametrize("args", LOOKING_UP, ids=" ".join)
def test_looking_up_makes_no_ledger(run: Run, folder: Path, args: tuple[str, ...]) -> None:
    outcome = run(*args, "--ledger", "mistyped.db")

    assert (outcome.code, outcome.out) == (2, "")
    assert (
        outcome.err
        == "reportedly: there is no ledger mistyped.db; `reportedly add` makes one, --ledger names another\n"
    )
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("args", [*LOOKING_UP, ("add", "bridge.txt")], ids=" ".join)
@pytest.mark.parametrize("where", ["bridge.txt", ".", "", "nosuch://here"])
def test_what_is_no_ledger_is_refused_by_every_command(
    run: Run, sentence: str, args: tuple[str, ...], where: str
) -> None:
    outcome = run(*args, "--ledger", where)

    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert outcome.err.startswith("reportedly: ")
    assert "name another file" in outcome.err or "pass a file name or sqlite:///FILE" in outcome.err
