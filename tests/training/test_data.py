"""The reports that were marked for this project hold to the guide."""

import json
from pathlib import Path

import pytest
from training.split import KEPT, OWN

from reportedly import Act, Certainty, Polarity, Quote, SourceKind

WIKINEWS = sorted((OWN / "wikinews").glob("*.gold.json"))
ALLSIDES = sorted((OWN / "allsides").glob("*.gold.json"))
LABELS = {"act": Act, "polarity": Polarity, "certainty": Certainty, "quote": Quote, "kind": SourceKind}


def test_there_are_reports_and_each_names_its_text_and_licence() -> None:
    assert len(WIKINEWS) > 100
    for path in WIKINEWS:
        meta = json.loads(path.with_name(path.name.replace(".gold.", ".meta.")).read_text(encoding="utf-8"))
        assert "CC BY 2.5" == meta["licence"]
        assert meta["url"]


def test_what_belongs_to_publishers_is_not_here() -> None:
    """Marks of their reports are places and labels; a quotation of any length would be theirs."""
    assert len(ALLSIDES) > 100
    assert {".json"} == {path.suffix for path in (OWN / "allsides").iterdir()}
    for path in ALLSIDES:
        gold = json.loads(path.read_text(encoding="utf-8"))
        assert len(gold["sha256"]) == 64
        assert all("party" not in a for a in gold["attributions"])
        assert all(text is None or len(text) == 2 for *_, text in gold["denies"])


def test_reports_kept_apart_are_marked_ones() -> None:
    names = {path.name.partition(".")[0] for path in (*WIKINEWS, *ALLSIDES)}
    kept = KEPT.read_text(encoding="utf-8").split()
    assert 20 < len(kept) == len(set(kept))
    assert set(kept) <= names


@pytest.mark.parametrize("path", [*WIKINEWS, *ALLSIDES], ids=lambda p: p.name.partition(".")[0])
def test_marks_have_the_guides_labels_and_parents(path: Path) -> None:
    attributions = json.loads(path.read_text(encoding="utf-8"))["attributions"]
    ids = {a["id"] for a in attributions}
    assert len(ids) == len(attributions)
    for a in attributions:
        spans = [s for role in ("source", "cue", "content", "hearer") for s in a[role] or ()]
        assert all(0 <= start < end for start, end in spans)
        assert a["cue"]
        assert a["parent"] in (ids - {a["id"]}) | {None}
        assert (a["kind"] == "none") is (a["source"] is None)
        assert all(a[name] in {str(label) for label in labels} for name, labels in LABELS.items())


@pytest.mark.parametrize("path", WIKINEWS, ids=lambda p: p.name.partition(".")[0])
def test_marks_stand_in_the_text(path: Path) -> None:
    text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
    for a in json.loads(path.read_text(encoding="utf-8"))["attributions"]:
        for start, end in (s for role in ("source", "cue", "content", "hearer") for s in a[role] or ()):
            assert text[start:end] == text[start:end].strip() != ""
