"""The reports that were marked for this project hold to the guide."""

import json
from pathlib import Path

import pytest
from training.split import OWN

from reportedly import Act, Certainty, Polarity, Quote, SourceKind

MARKED = sorted((OWN / "wikinews").glob("*.gold.json"))
LABELS = {"act": Act, "polarity": Polarity, "certainty": Certainty, "quote": Quote, "kind": SourceKind}


def test_there_are_reports_and_each_names_its_text_and_licence() -> None:
    assert len(MARKED) > 50
    for path in MARKED:
        meta = json.loads(path.with_name(path.name.replace(".gold.", ".meta.")).read_text(encoding="utf-8"))
        assert "CC BY 2.5" == meta["licence"]
        assert meta["url"]


@pytest.mark.parametrize("path", MARKED, ids=lambda p: p.name.partition(".")[0])
def test_marks_stand_in_the_text_and_have_the_guides_labels(path: Path) -> None:
    text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
    attributions = json.loads(path.read_text(encoding="utf-8"))["attributions"]
    ids = {a["id"] for a in attributions}
    assert len(ids) == len(attributions)
    for a in attributions:
        spans = [s for role in ("source", "cue", "content", "hearer") for s in a[role] or ()]
        assert all(0 <= start < end <= len(text) and text[start:end] == text[start:end].strip() for start, end in spans)
        assert a["cue"]
        assert a["parent"] in ids | {None}
        assert all(a[name] in {str(label) for label in labels} for name, labels in LABELS.items())
