"""One report of a ledger."""

import json
from typing import Any

import pytest

from reportedly import reading_to_json

from .conftest import Run
from .story import QUOTED, READING, REPORT, TEXT


@pytest.mark.parametrize("id_", ["5011e0b21d", "5011e0b", "5011"])
def test_a_report_is_shown_by_its_id_or_the_beginning_of_it(run: Run, story: str, id_: str) -> None:
    outcome = run("report", id_)

    assert (outcome.code, outcome.err) == (0, "")
    assert "Harbour Post ← River Radio ← Ilse Tarn ← three engineers  says" in outcome.out


@pytest.mark.parametrize("id_", ["ffff", "5011e0b21d.c1", "%%%%"])
def test_an_unknown_report_is_named_with_the_way_out(run: Run, story: str, id_: str) -> None:
    outcome = run("report", id_)

    assert (2, "", f"reportedly: no report '{id_}' in reportedly.db; `reportedly claims` lists what is there\n") == (
        outcome.code,
        outcome.out,
        outcome.err,
    )


def test_an_id_too_short_to_tell_reports_apart_is_named(run: Run, story: str) -> None:
    outcome = run("report", "501")

    assert 2 == outcome.code
    assert outcome.err.startswith("reportedly: report '501' is too short to be told from others in reportedly.db;")


def test_json_is_the_form_of_the_reading(run: Run, story: str) -> None:
    assert reading_to_json(READING) == json.loads(run("report", "5011", "--format", "json").out)


# The agreed form: key by key, what a value may be. A list holds values of one form, a dict has these keys.
TEXT_OR_NULL, SPAN = (str, type(None)), (int, int)
FORM: dict[str, Any] = {
    "report": {
        "id": str,
        "file": str,
        "outlet": TEXT_OR_NULL,
        "url": TEXT_OR_NULL,
        "headline": TEXT_OR_NULL,
        "byline": TEXT_OR_NULL,
        "published": TEXT_OR_NULL,
        "language": TEXT_OR_NULL,
        "text": str,
        "stories": [{"story": int, "headline": TEXT_OR_NULL, "byline": TEXT_OR_NULL, "published": TEXT_OR_NULL}],
        "regions": [{"kind": str, "start": int, "end": int, "story": int}],
    },
    "attributions": [
        {
            "id": str,
            "source": (list, type(None)),
            "cue": [[int]],
            "content": [[int]],
            "hearer": (list, type(None)),
            "parent": TEXT_OR_NULL,
            "quote": {"direct", "mixed", "indirect"},
            "kind": {"named", "unnamed", "institution", "outlet", "document", "none"},
            "party": TEXT_OR_NULL,
            "act": str,
            "polarity": {"positive", "negative", "none"},
            "certainty": {"certain", "probable", "possible", "unknown"},
            "chain": [str],
            "story": int,
            "score": float,
        }
    ],
    "parties": [
        {
            "id": str,
            "name": str,
            "kind": {"person", "unnamed people", "organization", "government", "outlet", "document", "place"},
            "names": [str],
            "titles": [str],
            "country": TEXT_OR_NULL,
            "mentions": [[int]],
            "profile": (dict, type(None)),
        }
    ],
    "claims": [
        {
            "id": str,
            "text": str,
            "span": [int],
            "attribution": TEXT_OR_NULL,
            "event": {
                "type": TEXT_OR_NULL,
                "mode": TEXT_OR_NULL,
                "verb": TEXT_OR_NULL,
                "actor": [str],
                "recipient": [str],
                "negated": bool,
                "modality": {"actual", "planned", "hypothetical"},
                "figure": (int, type(None)),
                "place": TEXT_OR_NULL,
                "time": TEXT_OR_NULL,
            },
        }
    ],
    "denies": [{"by": TEXT_OR_NULL, "denies": TEXT_OR_NULL, "text": str}],
    "figures": [],
    "times": [],
    "places": [],
    "abstained": [{"what": str, "span": (list, type(None)), "why": str}],
    "reader": {"version": str, "models": dict},
}


def departures(form: Any, value: Any, where: str = "reading") -> list[str]:
    """The places where a value is not of the agreed form. Further keys are allowed."""
    if isinstance(form, dict):
        if not isinstance(value, dict):
            return [where]
        missing = [f"{where}.{key}" for key in form if key not in value]
        return missing + [d for k, f in form.items() if k in value for d in departures(f, value[k], f"{where}.{k}")]
    if isinstance(form, list):
        if not isinstance(value, list):
            return [where]
        return [d for n, item in enumerate(value) for d in departures(form[0], item, f"{where}[{n}]")]
    fits = value in form if isinstance(form, set) else isinstance(value, form)
    return [] if fits else [f"{where}: {value!r}"]


def test_json_has_the_agreed_keys_and_types(run: Run, story: str) -> None:
    assert departures(FORM, json.loads(run("report", "5011", "--format", "json").out)) == []


def test_json_of_a_plain_sentence_has_the_agreed_keys_and_types(run: Run, sentence: str) -> None:
    assert departures(FORM, json.loads(run("read", sentence, "--format", "json").out)) == []


def test_spans_of_the_json_give_the_words_of_the_text(run: Run, story: str) -> None:
    reading = json.loads(run("report", "5011", "--format", "json").out)
    text, said = reading["report"]["text"], reading["attributions"]

    def words(spans: list[list[int]]) -> list[str]:
        return [text[start:end] for start, end in spans]

    assert text == TEXT
    assert [words(a["source"]) for a in said[:2]] == [["Mayor Ilse Tarn"], ["three engineers"]]
    assert [words(a["cue"]) for a in said[:2]] == [["told"], ["had said"]]
    assert [words(said[0]["hearer"]), words(said[1]["content"])] == [["River Radio"], [QUOTED]]
    assert [said[4]["source"], said[4]["party"]] == [None, None]
    assert said[1]["chain"] == ["Harbour Post", "River Radio", "Ilse Tarn", "three engineers"]
    assert [[REPORT.text.index("He "), REPORT.text.index("He ") + 2], None] == [a["span"] for a in reading["abstained"]]
