"""The command as a whole: help, exit codes, pipes, interruptions, encodings."""

import os
import re
import shlex
import signal
import subprocess
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import DatabaseError, connect

import click
import pytest

from reportedly import Act, Claim, Ledger, __version__
from reportedly.cli.main import cli

from .conftest import COMMAND, Run
from .story import READING

COMMANDS = sorted(cli.commands)
OPTIONS = [(name, o) for name in COMMANDS for o in cli.commands[name].params if isinstance(o, click.Option)]


def examples_of(name: str) -> list[list[str]]:
    """The arguments of every `reportedly …` that the help of a command shows, comments and redirections left out."""
    help_ = cli.commands[name].epilog or ""
    shown = re.findall(r"^(?: .*\| | *)reportedly (\S.*)$", help_, re.MULTILINE)
    return [shlex.split(re.split(r" {2,}| > ", line)[0]) for line in shown]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_has_examples_that_it_accepts(run: Run, name: str) -> None:
    outcome = run(name, "--help")
    examples = examples_of(name)

    assert (outcome.code, outcome.err) == (0, "")
    assert len(examples) >= 2
    for args in examples:
        assert name == args[0]
        cli.commands[name].make_context(name, args[1:])
        assert f"reportedly {name}" in outcome.out


@pytest.mark.parametrize(("name", "option"), OPTIONS, ids=[f"{name} {o.opts[-1]}" for name, o in OPTIONS])
def test_every_option_says_what_it_does(run: Run, name: str, option: click.Option) -> None:
    assert option.help
    assert " ".join(option.help.split()) in " ".join(run(name, "--help").out.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_the_first_page_names_every_command_and_what_it_is_for(run: Run, name: str) -> None:
    assert re.search(rf"^  {name} +[A-Z]\w+", run("--help").out, re.MULTILINE)


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_has_a_short_and_a_long_name(run: Run, option: str) -> None:
    assert "Who says so?" in run(option).out


def test_the_version_is_told(command: Run) -> None:
    outcome = command("--version")

    assert (0, f"reportedly, version {__version__}\n", "") == (outcome.code, outcome.out, outcome.err)


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ((), "Commands:"),
        (("write",), "No such command 'write'"),
        (("read",), "Missing argument 'FILE...'"),
        (("add",), "Missing argument 'FILE...'"),
        (("report",), "Missing argument 'ID'"),
        (("read", "bridge.txt", "--colour"), "No such option"),
        (("read", "bridge.txt", "--format", "xml"), "'xml' is not one of 'text', 'json', 'csv'"),
        (("read", "bridge.txt", "--min-score", "2"), "'--min-score'"),
        (("read", "bridge.txt", "--max-bytes", "0"), "'--max-bytes'"),
        (("claims", "--act", "shout"), "'shout' is not one of"),
        (("report", "5011", "--format", "csv"), "'csv' is not one of"),
    ],
    ids=" ".join,
)
def test_a_wrong_use_ends_with_2_and_says_what_is_wrong(run: Run, args: tuple[str, ...], expected: str) -> None:
    outcome = run(*args)

    assert (outcome.code, outcome.out) == (2, "")
    assert expected in outcome.err


def test_the_installed_command_ends_with_2_where_something_cannot_be_done(command: Run) -> None:
    outcome = command("report", "5011")

    assert (
        outcome.code,
        outcome.out,
        outcome.err,
    ) == (
        2,
        "",
        "reportedly: there is no ledger reportedly.db; `reportedly add` makes one, --ledger names another\n",
    )


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_reader_that_goes_away_is_no_error(form: str) -> None:
    # More than a pipe holds, so that the command is still writing when the reader goes.
    claims = tuple(
        Claim(f"c{n}", READING.claims[0].text, READING.claims[0].span, "a2", READING.claims[0].event)
        for n in range(1_500)
    )
    with Ledger("reportedly.db") as ledger:
        ledger.add(replace(READING, claims=claims))

    process = subprocess.Popen([COMMAND, "claims", "--format", form], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline()
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()

    assert (process.wait(), complaints) == (0, b"")


def test_an_answer_that_nobody_reads_is_no_error(story: str) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with open(write_end, "wb") as nobody:  # noqa: PTH123 - there is no path
        done = subprocess.run(
            [COMMAND, "claims", "--format", "csv"], stdout=nobody, stderr=subprocess.PIPE, check=False
        )

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_pipe_gets_utf_8_whatever_the_locale(command: Run, story: str, form: str) -> None:
    outcome = command("claims", "--format", form, PYTHONIOENCODING="ascii")

    assert (outcome.code, outcome.err) == (0, "")
    assert "Harbour Post ← River Radio ← Ilse Tarn ← three engineers" in outcome.out


def kept(path: Path) -> int:
    """How many reports a ledger that is being written holds."""
    if not path.exists():
        return 0
    try:
        with closing(connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM report").fetchone()[0])
    except DatabaseError:
        return 0  # its tables are being made


def test_what_was_added_before_an_interruption_stays(folder: Path) -> None:
    (folder / "many").mkdir()
    for n in range(400):
        text = "".join(f"The ministry said the bridge number {n} was closed on day {day}.\n" for day in range(30))
        (folder / "many" / f"{n}.txt").write_text(text)
    process = subprocess.Popen(
        [COMMAND, "add", "-r", "many"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    limit = time.monotonic() + 50
    while kept(folder / "reportedly.db") < 3 and time.monotonic() < limit:
        time.sleep(0.05)

    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)

    assert (process.returncode, out) == (130, "")
    assert err.strip() == "reportedly: interrupted; what was added before stays in the ledger"
    with Ledger("reportedly.db") as ledger:
        assert 3 <= ledger.count() < 400
        assert all(a.act is Act.STATE for reading in ledger.readings() for a in reading.attributions)
