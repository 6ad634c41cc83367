"""The stories that come with the package."""

from pathlib import Path

import pytest

from .conftest import Run


def test_the_examples_are_listed_where_they_lie(run: Run) -> None:
    outcome = run("examples")
    listed = [Path(line) for line in outcome.out.splitlines()]

    assert (outcome.code, outcome.err) == (0, "")
    assert sorted(listed) == listed
    assert all(path.is_file() and path.suffix == ".txt" for path in listed)
    assert len({path.parent for path in listed}) == 2


@pytest.mark.parametrize("name", ["stories", "two words", "new/deep/folder"])
def test_the_examples_are_copied_to_a_new_folder_with_what_is_told_beside_them(
    run: Run, folder: Path, name: str
) -> None:
    listed = {Path(line) for line in run("examples").out.splitlines()}

    outcome = run("examples", name)

    assert (outcome.code, outcome.err) == (0, "")
    assert {(p.parent.name, p.name) for p in listed} == {
        (p.parent.name, p.name) for p in (folder / name).glob("*/*.txt")
    }
    assert all((story / "meta.json").is_file() for story in (folder / name).iterdir() if story.is_dir())
    assert list((folder / name).rglob("*.py")) == []


def test_the_command_that_is_proposed_can_be_pasted(run: Run) -> None:
    assert run("examples", "two words").out == "copied to two words; try: reportedly read 'two words'/*/*.txt\n"


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch], ids=["a folder", "a file"])
def test_what_exists_is_left_alone(run: Run, folder: Path, make: object) -> None:
    assert callable(make)
    make(folder / "mine")

    outcome = run("examples", "mine")

    assert (outcome.code, outcome.out, outcome.err) == (
        2,
        "",
        "reportedly: mine: it exists already; name a new folder\n",
    )
    assert [p.name for p in folder.rglob("*")] == ["mine"]


def test_a_place_where_no_folder_can_be_is_refused(run: Run, folder: Path) -> None:
    (folder / "file.txt").touch()
    outcome = run("examples", "file.txt/stories")

    assert outcome.code == 2
    assert outcome.err.startswith("reportedly: file.txt/stories: it cannot be made")
    assert outcome.err.endswith("; name a folder where you may write\n")
