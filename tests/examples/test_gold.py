"""The example stories are read about as well as they were when the floors were set, and their marks are sound."""

import json
from pathlib import Path
from typing import Any

import pytest
from evaluation.floors import FLOORS, examples_agreement

from reportedly import Reader
from tests.conftest import EXAMPLES

GOLD = sorted(EXAMPLES.glob("*/*.gold.json"))


@pytest.fixture(scope="module")
def figures(reader: Reader) -> dict[str, float]:
    return examples_agreement(reader).figures()


@pytest.mark.parametrize("name", json.loads(FLOORS.read_text(encoding="utf-8")))
def test_no_figure_lies_under_its_floor(figures: dict[str, float], name: str) -> None:
    assert figures[name] >= json.loads(FLOORS.read_text(encoding="utf-8"))[name]


def test_there_are_two_stories_of_six_reports() -> None:
    assert [6, 6] == [len(list(story.glob("*.gold.json"))) for story in sorted(EXAMPLES.iterdir()) if story.is_dir()]


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.name.removesuffix(".gold.json"))
def test_marks_lie_in_their_text_and_refer_to_one_another(path: Path) -> None:
    text = _text(path)
    marks = json.loads(path.read_text(encoding="utf-8"))
    ids = {a["id"] for a in marks["attributions"]}
    for a in marks["attributions"]:
        assert a["parent"] in ids | {None}
        for role in ("source", "cue", "content", "hearer"):
            assert all(0 <= start < end <= len(text) for start, end in a[role] or ())
    for by, denied, words in marks["denies"]:
        assert {by, denied} <= ids | {None}
        assert words
    for _, value, (start, end), by in marks["figures"]:
        assert value == text[start:end]
        assert by in ids | {None}


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.name.removesuffix(".gold.json"))
def test_every_example_says_that_it_is_invented(path: Path) -> None:
    assert "Invented" in _text(path).strip().splitlines()[-1]


def _text(gold: Path) -> str:
    return gold.with_name(gold.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")


def _sidecar(story: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((story / "meta.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("story", [p for p in sorted(EXAMPLES.iterdir()) if p.is_dir()], ids=lambda p: p.name)
def test_every_example_has_an_outlet_and_a_time_beside_it(story: Path) -> None:
    told = _sidecar(story)
    for report in story.glob("*.txt"):
        assert told[report.name]["outlet"]
        assert told[report.name]["published"]
