"""Marks are read as they stand, in both forms."""

import json
from pathlib import Path

from training.marks import guide, polnear

TEXT = "The mayor said on Monday that the bridge was closed."
BRAT = (
    "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent 25 51\tthat the bridge was closed\n"
    "T4\tAttribution 10 14\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
)


def written(folder: Path) -> Path:
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    (folder / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "attributions" / "one_0b0b.ann").write_text(BRAT, encoding="utf-8")
    (folder / "attributions" / "one_1c1c.ann").write_text("", encoding="utf-8")
    return folder


def test_the_first_annotator_counts_and_a_leading_that_is_left_out(tmp_path: Path) -> None:
    (one,) = polnear(written(tmp_path))
    (mark,) = one.marks
    assert (False, "polnear", "one") == (one.nested, one.kind, one.name)
    assert ["the bridge was closed"] == [TEXT[s:e] for s, e in mark.content]
    assert ["said"] == [TEXT[s:e] for s, e in mark.cue]


def test_the_guides_form_keeps_its_labels(tmp_path: Path) -> None:
    marks = {
        "attributions": [
            {"id": "a1", "source": [[0, 9]], "cue": [[10, 14]], "content": [[30, 51]], "hearer": None, "parent": None,
             "quote": "indirect", "kind": "unnamed", "act": "state", "polarity": "positive", "certainty": "certain"}
        ]
    }  # fmt: skip
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "one.gold.json").write_text(json.dumps(marks), encoding="utf-8")
    (one,) = guide(tmp_path, "chains")
    assert one.nested
    assert "state" == dict(one.marks[0].labels)["act"]
    assert () == one.marks[0].hearer
