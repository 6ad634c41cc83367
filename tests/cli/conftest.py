"""The command line, in this process and as it is installed."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly import Ledger
from reportedly.cli.main import main

from .story import READING

COMMAND = Path(sys.executable).with_name("reportedly")
# What a shell may have set and what would change the output.
UNSET = dict.fromkeys(("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TERM", "REPORTEDLY_LEDGER"))
SENTENCE = "The ministry said the bridge was closed.\n"


@dataclass(frozen=True)
class Outcome:
    """What a run of the command left behind."""

    code: int | str | None
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Runs the command in this process, with the input and the environment told: `run("read", "-", stdin="…", COLUMNS="40")`."""

    def run(*args: str, stdin: str | bytes | None = None, **env: str) -> Outcome:
        with (
            CliRunner().isolation(input=stdin, env={**UNSET, **env}) as (out, err, _),
            pytest.raises(SystemExit) as ended,
        ):
            main(args)
        return Outcome(ended.value.code, out.getvalue().decode(), err.getvalue().decode())

    return run


@pytest.fixture
def command(folder: Path) -> Run:
    """Runs the installed command in a process of its own."""

    def run(*args: str, stdin: str | None = None, **env: str) -> Outcome:
        done = subprocess.run(
            [COMMAND, *args], input=stdin, capture_output=True, encoding="utf-8", env=env, check=False, timeout=60
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def sentence(folder: Path) -> str:
    """The path of a file with one plain attribution."""
    (folder / "bridge.txt").write_text(SENTENCE)
    return "bridge.txt"


@pytest.fixture
def story() -> str:
    """The path of a ledger with the contested story in it: the one that is used if none is named."""
    with Ledger("reportedly.db") as ledger:
        ledger.add(READING)
    return "reportedly.db"
