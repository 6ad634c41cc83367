"""Reports whose texts lie elsewhere: put together as they were marked, and refused where they are not that text."""

import gzip
import hashlib
import json
from pathlib import Path

import pytest
from training.allsides import ARTICLES, allsides, articles, put_together, unmarked

MARK = {
    "id": "a1", "source": [[7, 16]], "cue": [[17, 21]], "content": [[22, 30]], "hearer": None, "parent": None,
    "quote": "indirect", "kind": "unnamed", "act": "state", "polarity": "positive", "certainty": "certain",
}  # fmt: skip


@pytest.mark.parametrize(
    ("tokenised", "text"),
    [
        ("`` We won , '' he said .", '"We won," he said.'),
        ("The mayor ’ s aide does n't know .", "The mayor’s aide doesn't know."),
        ("“ It ’ s over , ” she said ( twice ) .", "“It’s over,” she said (twice)."),
        ("It cost $ 5 million ; why ?", "It cost $5 million; why?"),
    ],
)
def test_tokenised_text_is_put_together(tokenised: str, text: str) -> None:
    assert text == put_together(tokenised)


def sample(folder: Path, *texts: str) -> Path:
    (folder / ARTICLES).parent.mkdir()
    with gzip.open(folder / ARTICLES, "wt", encoding="utf-8") as lines:
        for n, text in enumerate(texts):
            lines.write(json.dumps({"id": f"r{n}", "headline": "Closed", "text": text}) + "\n")
    return folder


def marks(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    gold = {"doc": name, "sha256": hashlib.sha256(text.encode()).hexdigest(), "attributions": [MARK], "denies": []}
    (folder / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def test_marks_find_their_text_again(tmp_path: Path) -> None:
    data = sample(tmp_path, "The mayor said it closed .", "Nothing new .")
    text = dict(articles(data))["r0"]
    (one,) = allsides(data, marks(tmp_path / "marks", "r0", text), tmp_path / "work")
    assert text == one.path.read_text(encoding="utf-8") == "Closed\nThe mayor said it closed.\n"
    assert one.nested
    assert "said" == text[slice(*one.marks[0].cue[0])]


@pytest.mark.parametrize("name", ["r0", "r7"])
def test_another_text_or_none_is_refused(tmp_path: Path, name: str) -> None:
    data = sample(tmp_path, "The mayor said it closed .")
    folder = marks(tmp_path / "marks", name, "Closed\nThe mayor says it closed.\n")
    with pytest.raises(ValueError, match=f"{name}: .* does not hold the text that was marked"):
        list(allsides(data, folder, tmp_path / "work"))


def test_unmarked_reports_are_those_of_ordinary_length_without_marks(tmp_path: Path) -> None:
    long = "It was said again and again . " * 60
    data = sample(tmp_path, long, "Short .", long, long)
    folder = marks(tmp_path / "marks", "r0", dict(articles(data))["r0"])
    found = list(unmarked(data, folder, tmp_path / "work", 5))
    assert {"r2", "r3"} == {one.name for one in found}
    assert {()} == {one.marks for one in found}
