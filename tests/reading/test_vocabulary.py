"""The lexicon: its files are sound, and forms lead to entries."""

import pytest

from reportedly import Act, Certainty, Polarity
from reportedly.reading.vocabulary import Lexicon, inflect, rows

FILES = ("verbs.tsv", "nouns.tsv", "phrases.tsv")
FRAMES = {"clause", "quote", "wh", "to", "ing", "object", "complement", "causee", "hearer", "that"}


@pytest.mark.parametrize("name", FILES)
def test_every_entry_has_labels_and_frames_that_exist(name: str) -> None:
    for row in rows(name):
        assert row["act"] in set(Act)
        assert row["polarity"] in set(Polarity)
        assert row["certainty"] in set(Certainty)
        assert all(frame in FRAMES or frame.startswith("prep:") for frame in row["frames"].split())


@pytest.mark.parametrize("name", FILES[:2])
def test_no_lemma_has_a_frame_twice(name: str) -> None:
    seen = [(row["lemma"], frame) for row in rows(name) for frame in row["frames"].split()]
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("say", {"says", "saying"}),
        ("deny", {"denies", "denied", "denying"}),
        ("urge", {"urges", "urged", "urging"}),
        ("plan", {"plans", "planned", "planning"}),
        ("label", {"labelled", "labeled"}),
        ("stress", {"stresses", "stressed"}),
        ("agree", {"agreed", "agreeing"}),
    ],
)
def test_verbs_inflect(lemma: str, forms: set[str]) -> None:
    assert forms <= inflect(lemma)


def test_irregular_forms_have_no_regular_twin() -> None:
    assert {"tell", "tells", "telling", "told"} == inflect("tell", "told", "told")


@pytest.mark.parametrize(("form", "lemma"), [("said", "say"), ("told", "tell"), ("denies", "deny"), ("walked", None)])
def test_forms_lead_to_lemmas(lexicon: Lexicon, form: str, lemma: str | None) -> None:
    assert lemma == lexicon.verb(form)


def test_the_frame_decides_the_act(lexicon: Lexicon) -> None:
    wanted = {"causee": "request", "wh": "ask"}
    found = {frame: stance.act for frame in wanted if (stance := lexicon.verb_stance("ask", frame))}
    assert wanted == found
