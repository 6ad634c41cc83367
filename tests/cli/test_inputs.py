"""Inputs that are read, and inputs that are refused while the others are read."""

import json
import os
import sys
from pathlib import Path

import pytest

from reportedly import Ledger

from .conftest import SENTENCE, Run


def told(path: str, content: bytes = SENTENCE.encode()) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content)
    return path


def sidecar(content: str) -> None:
    told("bad.txt")
    told("bad.meta.json", content.encode())


# What makes the input bad.txt bad; the reason; the way out.
BAD = {
    "missing": (lambda: None, "there is no such file", "check the path"),
    "a folder": (lambda: told("bad.txt/report.txt"), "it is a folder", "pass --recursive"),
    "an image": (lambda: told("bad.txt", b"\x89PNG\r\n\x1a\n" + bytes(40)), "it is a PNG image", "convert it to text"),
    "binary": (lambda: told("bad.txt", bytes(range(256)) * 4), "it is a binary file", "convert it to text"),
    "empty": (lambda: told("bad.txt", b""), "it is empty", "nothing to read"),
    "blank": (lambda: told("bad.txt", b" \n\t\n"), "it is empty", "nothing to read"),
    "too large": (lambda: told("bad.txt", b"The river rose. " * 400), "more than 5,000 bytes", "pass --max-bytes"),
    "a page without text": (
        lambda: told("bad.txt", b"<!DOCTYPE html><html><head></head><body><script>go()</script></body></html>"),
        "there is no text in it",
        "check that it is the page meant",
    ),
    "a damaged sidecar": (lambda: sidecar('{"outlet": '), "bad.meta.json cannot be read", "mend it or move it away"),
    "a sidecar that is a list": (
        lambda: sidecar("[]"),
        "expected a JSON object, found list",
        "mend it or move it away",
    ),
    "a sidecar with a number": (lambda: sidecar('{"outlet": 7}'), "'outlet' is 7", "it has to be a string or null"),
}


@pytest.mark.parametrize(("make", "reason", "remedy"), BAD.values(), ids=BAD)
def test_a_bad_input_is_named_with_reason_and_remedy_and_the_others_are_read(
    run: Run, make: object, reason: str, remedy: str
) -> None:
    assert callable(make)
    make()
    first, last = told("first.txt"), told("last.txt")

    outcome = run("read", first, "bad.txt", last, "--format", "json", "--max-bytes", "5000")

    assert outcome.code == 2
    assert [first, last] == [json.loads(line)["report"]["file"] for line in outcome.out.split("\n")[:-1]]
    (line,) = outcome.err.splitlines()
    assert line.startswith("reportedly: ")
    assert all(part in line for part in ("bad", reason, remedy))


def test_an_input_that_is_refused_is_refused_by_add_too(run: Run, sentence: str) -> None:
    outcome = run("add", "missing.txt", sentence)

    assert outcome.code == 2
    assert outcome.out == "1 report added (1 claim), 0 known before, 1 refused; reportedly.db holds 1\n"
    assert outcome.err == "reportedly: missing.txt: there is no such file; check the path\n"


def test_a_message_is_not_broken_into_lines(run: Run) -> None:
    name = "a-long-way-down/" * 12 + "report.txt"

    assert f"reportedly: {name}: there is no such file; check the path\n" == run("read", name, COLUMNS="40").err


def test_a_name_that_looks_like_markup_is_a_name(run: Run) -> None:
    assert "reportedly: [red]x[/red].txt: there" in run("read", "[red]x[/red].txt").err


def test_a_folder_is_read_with_its_folders_in_order_and_without_sidecars(run: Run) -> None:
    for name in ("b/two.txt", "b/deep/three.html", "a.txt", "b/two.meta.json", "b/notes.pdf", "b/README.md"):
        told(f"all/{name}", b"{}" if name.endswith("json") else SENTENCE.encode())

    outcome = run("read", "--recursive", "all", "--format", "json")

    files = [json.loads(line)["report"]["file"] for line in outcome.out.splitlines()]
    assert (outcome.code, files) == (0, ["all/a.txt", "all/b/deep/three.html", "all/b/two.txt"])


def test_a_folder_without_reports_is_refused(run: Run) -> None:
    told("all/picture.png")
    outcome = run("read", "-r", "all")

    assert outcome.code == 2
    assert "all: no report in this folder; reports end in .txt" in outcome.err


def test_standard_input_is_read(command: Run) -> None:
    outcome = command("read", "-", "--format", "json", "--outlet", "Harbour Post", stdin=SENTENCE)
    report = json.loads(outcome.out)["report"]

    assert (outcome.code, outcome.err) == (0, "")
    assert (report["file"], report["outlet"], report["text"]) == ("-", "Harbour Post", SENTENCE)


def test_empty_standard_input_is_refused(run: Run) -> None:
    outcome = run("read", "-", stdin=b"")

    assert (outcome.code, outcome.err) == (2, "reportedly: -: it is empty; nothing to read\n")


def test_options_tell_what_the_files_do_not(run: Run, sentence: str) -> None:
    told(
        "bridge.meta.json", b'{"outlet": "The Wrong Post", "published": "2024-01-01", "url": "https://wrong.example/"}'
    )

    outcome = run(
        *("read", sentence, "--format", "json"),
        *("--outlet", "Harbour Post", "--published", "2025-11-25", "--url", "https://harbour.example/bridge"),
    )

    report = json.loads(outcome.out)["report"]
    assert {name: report[name] for name in ("outlet", "published", "url")} == {
        "outlet": "Harbour Post",
        "published": "2025-11-25",
        "url": "https://harbour.example/bridge",
    }
    assert {"option"} == {report["told_by"][name] for name in ("outlet", "published", "url")}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every file name is Unicode")
def test_a_file_name_that_is_no_unicode_is_printed_and_kept(run: Run) -> None:
    name = told(os.fsdecode(b"caf\xe9.txt"))

    assert json.loads(run("read", name, "--format", "json").out)["report"]["file"] == "caf\ufffd.txt"
    assert "caf\ufffd.txt" in run("read", name).out
    assert run("add", name).code == 0
    with Ledger("reportedly.db") as ledger:
        assert [reading.report.file for reading in ledger.readings()] == ["caf\ufffd.txt"]
