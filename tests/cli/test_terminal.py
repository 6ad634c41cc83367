"""What reaches a terminal: colours where they are wanted, never what a report would send."""

import os
import pty
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from rich.text import Text

from reportedly import Ledger
from reportedly.cli.terminal import Terminal

from .conftest import COMMAND, Run
from .story import READING

ESCAPE = "\x1b"


def on_a_terminal(*args: str) -> str:
    """What the installed command writes to a terminal."""
    ours, theirs = pty.openpty()
    environment = {"TERM": "xterm-256color", "COLUMNS": "80"}
    process = subprocess.Popen([COMMAND, *args], stdout=theirs, stderr=theirs, stdin=theirs, env=environment)
    os.close(theirs)
    written = b""
    try:
        while piece := os.read(ours, 65_536):
            written += piece
    except OSError:
        pass  # how Linux says that the other end is closed
    os.close(ours)
    process.wait(timeout=60)
    return written.decode()


@pytest.mark.parametrize("args", [("claims",), ("report", "5011")], ids=" ".join)
def test_a_terminal_gets_colours(story: str, args: tuple[str, ...]) -> None:
    assert f"{ESCAPE}[1;31m" in on_a_terminal(*args)


@pytest.mark.parametrize("args", [("claims",), ("report", "5011")], ids=" ".join)
@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1", "TERM": "xterm"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
    ids=["a pipe", "a pipe with colours asked for", "no colours asked for"],
)
def test_a_pipe_gets_colours_only_where_they_are_asked_for(
    run: Run, story: str, args: tuple[str, ...], environment: dict[str, str], coloured: bool
) -> None:
    assert coloured == (f"{ESCAPE}[1;31m" in run(*args, **environment).out)


def test_colours_change_no_word(run: Run, story: str) -> None:
    coloured = run("report", "5011", FORCE_COLOR="1", TERM="xterm").out

    assert run("report", "5011").out == Text.from_ansi(coloured).plain


@pytest.mark.parametrize("args", [("claims",), ("report", "5011")], ids=" ".join)
def test_what_a_report_would_send_to_the_terminal_is_shown_instead(run: Run, args: tuple[str, ...]) -> None:
    sent = f"{ESCAPE}]2;\x9b\x7f\x07!"
    claim = replace(READING.claims[0], text=READING.claims[0].text.replace("not safe", sent))
    story = replace(READING.report.stories[0], headline=f"{ESCAPE}[31mred")
    report = replace(READING.report, headline=f"{ESCAPE}[31mred", stories=(story,))
    report = replace(report, text=report.text.replace("not safe", sent))
    with Ledger("reportedly.db") as ledger:
        ledger.add(replace(READING, report=report, claims=(claim, *READING.claims[1:])))

    shown = run(*args).out

    assert not {ESCAPE, "\x07", "\x7f", "\x9b"} & set(shown)
    assert "␛[31mred" in shown
    assert "␛]2;\ufffd␡" in shown


def test_a_line_is_indented_as_a_whole(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "12")
    Terminal().show(Text("one two three four"), 4)

    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == ["    one two", "    three", "    four"]


def bar_of(folder: Path, names: list[str], *, terminal: bool, **environment: str) -> tuple[str, bytes]:
    """What stderr and stdout get from reading some files, stderr being a terminal or a pipe."""
    ours, theirs = pty.openpty() if terminal else os.pipe()
    process = subprocess.Popen(
        [COMMAND, "read", "--format", "csv", *names],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={"TERM": "xterm", **environment},
    )
    os.close(theirs)
    out, _ = process.communicate(timeout=60)
    written = b""
    try:
        while piece := os.read(ours, 65_536):
            written += piece
    except OSError:
        pass
    os.close(ours)
    return written.decode(), out


@pytest.mark.parametrize(
    ("count", "terminal", "environment", "expected"),
    [
        (5, True, {}, True),
        (2, True, {}, False),
        (5, False, {}, False),
        (5, False, {"FORCE_COLOR": "1"}, False),
    ],
    ids=["many on a terminal", "few on a terminal", "many in a pipe", "many in a pipe with colours"],
)
def test_a_bar_is_shown_for_many_files_to_somebody_who_looks(
    folder: Path, count: int, terminal: bool, environment: dict[str, str], expected: bool
) -> None:
    # Files that are missing are quickly refused; the bar does not care.
    names = [f"missing-{n}.txt" for n in range(count)]

    shown, out = bar_of(folder, names, terminal=terminal, **environment)

    assert expected == (f"{count}/{count}" in shown)
    assert expected == ("━" in shown)
    assert count == shown.count("there is no such file; check the path")
    assert out.startswith(b"file,report,story,")
    assert out.count(b"\n") == 1
