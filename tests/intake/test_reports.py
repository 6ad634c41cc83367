"""From bytes to a report: its facts and their origins, its id, and what is said where something stays open."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import FormatError, Refusal, Report, Span, from_bytes, load

TEXT = """Ferry sinks off Orle
By Edda Lorn
ORLE, Nov 25, 2025 — The harbour master said on Monday that the ferry had been inspected twice before it sank.
Nobody at the ministry had warned him, he added, and the “café” boat was old.
"""
SIDE = {"outlet": "The Quay Post", "published": "2025-11-24"}


def whys(report: Report) -> dict[str, str]:
    return {a.what: a.why for a in report.abstained}


def page(head: str) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in TEXT.splitlines()[2:])
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def test_a_text_alone_tells_headline_byline_and_day() -> None:
    report = from_bytes(TEXT.encode(), "ferry.txt")
    assert ("Ferry sinks off Orle", "Edda Lorn", "2025-11-25") == (report.headline, report.byline, report.published)
    assert (("headline", "text"), ("byline", "text"), ("published", "text")) == report.told_by
    assert ("Ferry sinks off Orle", "Edda Lorn", "2025-11-25") == (
        report.stories[0].headline, report.stories[0].byline, report.stories[0].published
    )  # fmt: skip
    assert hashlib.sha256(TEXT.encode()).hexdigest() == report.digest
    assert {"outlet": "neither the input nor a sidecar tells it; --outlet does"} == whys(report)


@pytest.mark.parametrize(
    ("left_out", "outlet", "origin"),
    [
        ((), "Told Post", "option"),
        (("option",), "Beside Post", "sidecar"),
        (("option", "sidecar"), "Linked Post", "json-ld"),
        (("option", "sidecar", "json-ld"), "Graph Post", "opengraph"),
        (("option", "sidecar", "json-ld", "opengraph"), "Meta Post", "meta"),
        (("option", "sidecar", "json-ld", "opengraph", "meta"), "url.example", "url"),
    ],
)
def test_the_outlet_is_taken_from_nearest_the_hand(
    tmp_path: Path, left_out: tuple[str, ...], outlet: str, origin: str
) -> None:
    linked = json.dumps({"@type": "NewsArticle", "publisher": {"name": "Linked Post"}})
    heads = {
        "url": '<link rel="canonical" href="https://www.url.example/a">',
        "meta": '<meta name="application-name" content="Meta Post">',
        "opengraph": '<meta property="og:site_name" content="Graph Post">',
        "json-ld": f'<script type="application/ld+json">{linked}</script>',
    }
    path = tmp_path / "ferry.html"
    path.write_bytes(page("".join(h for name, h in heads.items() if name not in left_out)))
    if "sidecar" not in left_out:
        (tmp_path / "ferry.meta.json").write_text('{"outlet": "Beside Post"}', encoding="utf-8")
    report = load(str(path), told={} if "option" in left_out else {"outlet": "Told Post"})
    assert (outlet, origin) == (report.outlet, dict(report.told_by)["outlet"])


def test_a_told_address_names_the_outlet_before_the_pages_own() -> None:
    data = page('<link rel="canonical" href="https://mirror.example/2025/01/01/a">')
    report = from_bytes(data, "a.html", told={"url": "https://quaypost.example/2025/11/25/a"})
    assert ("quaypost.example", "2025-11-25") == (report.outlet, report.published)


def test_an_address_that_is_none_tells_nothing_and_does_no_harm() -> None:
    report = from_bytes(page('<link rel="canonical" href="https://[quaypost/a">'), "a.html")
    assert ("https://[quaypost/a", None) == (report.url, report.outlet)


# ---- the id


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_the_same_text_of_the_same_outlet_is_the_same_report(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "deep" / "copy.txt"
    path.parent.mkdir()
    path.write_bytes(TEXT.replace("—", "–").replace("\n", "\r\n").encode(encoding))
    here = from_bytes(TEXT.replace("—", "–").encode(), "ferry.txt", told=SIDE)
    there = load(str(path), told=SIDE)
    assert (here.id, here.text, here.regions) == (there.id, there.text, there.regions)


@given(
    st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8), min_size=2, max_size=5, unique_by=str.strip)
)
def test_the_same_text_of_another_outlet_is_another_report(outlets: list[str]) -> None:
    reports = [from_bytes(TEXT.encode(), told={"outlet": outlet}) for outlet in outlets]
    assert len({r.outlet for r in reports}) == len({r.id for r in reports})


def test_another_text_of_the_same_outlet_is_another_report() -> None:
    assert from_bytes(TEXT.encode(), told=SIDE).id != from_bytes(TEXT.upper().encode(), told=SIDE).id


# ---- refusals


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html><head><title>Ferry</title></head><body><script>x()</script></body></html>"),
        ("a.html", b"<!-- nothing -->"),
        ("a.txt", b"<!DOCTYPE html><html><body><img src=a.png></body></html>"),
        ("a.txt", "\ufeff".encode()),
        ("a.txt", "\ufeff \n\u2003".encode("utf-16-le")),
    ],
    ids=["only a script", "only a comment", "only a picture", "only a mark", "only white space"],
)
def test_what_holds_no_text_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        from_bytes(data, name)
    assert (name, "there is no text in it") == (caught.value.source, caught.value.reason)
    assert "check that it is the page meant" in caught.value.remedy


def test_a_report_larger_than_allowed_is_refused_and_read_where_more_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(Refusal, match="more than 50 bytes; pass --max-bytes"):
        load(str(path), max_bytes=50)
    assert TEXT == load(str(path), max_bytes=5_000).text


def test_a_damaged_sidecar_is_an_error_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "ferry.meta.json").write_text('{"outlet": 7}', encoding="utf-8")
    with pytest.raises(FormatError, match="'outlet' is 7"):
        load(str(tmp_path / "ferry.txt"))


# ---- what stays open


def test_a_report_of_which_all_is_told_abstains_from_nothing() -> None:
    assert () == from_bytes(TEXT.encode(), told=SIDE).abstained


def test_what_nobody_tells_is_said_with_the_way_out() -> None:
    report = from_bytes(b"The ferry was late on Monday, the harbour master said.\nNobody came to the quay.")
    assert {
        "outlet": "neither the input nor a sidecar tells it; --outlet does",
        "published": "neither the input nor a sidecar tells it; --published does",
    } == whys(report)


def test_a_date_that_cannot_be_read_is_said_and_not_guessed() -> None:
    report = from_bytes(TEXT.encode(), told={**SIDE, "published": "last Tuesday", "updated": "2025-13-01"})
    assert (None, None) == (report.published, report.updated)
    assert {
        "published": "'last Tuesday' is no date that could be read",
        "updated": "'2025-13-01' is no date that could be read",
    } == whys(report)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (TEXT.replace("—", "–").encode("cp1252"), "neither declared nor valid UTF-8; guessed as cp1252"),
        (TEXT.encode() + b"\xff\xfe.", "2 bytes are not valid utf-8; shown as U+FFFD"),
    ],
    ids=["guessed", "undecodable"],
)
def test_a_doubt_about_the_encoding_is_said(data: bytes, why: str) -> None:
    report = from_bytes(data, told=SIDE)
    assert {"encoding": why} == whys(report)
    assert "Nobody at the ministry had warned him" in report.text


def test_a_text_in_another_language_is_kept_and_said_not_to_be_read() -> None:
    text = "Der Hafenmeister sagte am Montag, die Fähre sei zweimal geprüft worden und niemand habe ihn gewarnt.\n" * 3
    report = from_bytes(text.encode(), told=SIDE)
    assert ("de", text) == (report.language, report.text)
    assert {"attributions": "the text is in another language (de); only English is read"} == whys(report)


def test_a_page_nested_without_end_is_read_and_said() -> None:
    report = from_bytes(b"<div>" * 100_000 + page("<title>Ferry sinks off Orle</title>"), "a.html", told=SIDE)
    assert "the harbour master said" in report.text.lower()
    assert {"article": "its elements are nested too deeply; all visible text of the page was taken"} == whys(report)


# ---- stories, places, standard input


def test_a_text_with_two_stories_tells_the_facts_of_each() -> None:
    second = (
        "Miners in Harrow block the road over unpaid wages\n"
        "HARROW, Nov 23, 2025 — Miners in the Harrow valley blocked the main road on Friday over wages that went unpaid.\n"
        "The union said four hundred miners stood at the barrier, and that the road would stay shut until they are paid.\n"
        "The owner of the pits said the money was on its way and asked the miners to clear the road before the frost.\n"
    )
    first, other = from_bytes((TEXT + second).encode()).stories
    assert (1, "Ferry sinks off Orle", "Edda Lorn", "2025-11-25") == (
        first.number, first.headline, first.byline, first.published
    )  # fmt: skip
    assert (2, "Miners in Harrow block the road over unpaid wages", None, "2025-11-23") == (
        other.number, other.headline, other.byline, other.published
    )  # fmt: skip


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t"), min_size=1, max_size=80))
def test_the_words_of_any_text_stand_at_their_bytes(text: str) -> None:
    data = f"“Quay” {text}".encode()
    report = from_bytes(data, "a.txt")
    [(first, end)] = report.source_map.bytes_of(Span(0, len(report.text)))
    assert data == data[first:end]
    assert report.text == data.decode().replace("\r\n", "\n").replace("\r", "\n")


def test_standard_input_is_read_as_a_report() -> None:
    command = "from reportedly import load; r = load('-'); print(ascii((r.file, r.text)))"
    done = subprocess.run([sys.executable, "-c", command], input=TEXT.encode(), capture_output=True, check=True)
    assert ascii(("-", TEXT)) == done.stdout.decode().strip()
