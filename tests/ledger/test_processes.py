"""Several processes at one ledger, and processes that do not come to an end."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly import Ledger, Reading

from .readings import plain_reading

# Adds pickled readings and says after each whether it was new.
ADD = """
import pickle, sys
from reportedly import Ledger
with open(sys.argv[2], "rb") as file, Ledger(sys.argv[1]) as ledger:
    for reading in pickle.load(file):
        print(reading.report.id, ledger.add(reading), flush=True)
"""


def start(path: Path, readings: list[Reading], name: str) -> subprocess.Popen[str]:
    pickled = path.with_name(name)
    pickled.write_bytes(pickle.dumps(readings))
    return subprocess.Popen([sys.executable, "-c", ADD, str(path), str(pickled)], stdout=subprocess.PIPE, text=True)


def many(count: int) -> list[Reading]:
    return [plain_reading(f"{n:010}", file=f"report-{n}.txt") for n in range(count)]


@pytest.mark.parametrize("made_before", [True, False], ids=["an old ledger", "a new ledger"])
def test_processes_that_add_the_same_reports_at_once_lose_and_double_nothing(path: Path, made_before: bool) -> None:
    if made_before:
        Ledger(str(path)).close()
    readings = many(60)

    started = [start(path, order, f"{n}.pickle") for n, order in enumerate((readings, readings[::-1], readings))]
    said = [process.communicate()[0].splitlines() for process in started]

    assert [process.returncode for process in started] == [0, 0, 0]
    assert sorted(f"{r.report.id} True" for r in readings) == sorted(
        line for lines in said for line in lines if line.endswith("True")
    )
    with Ledger(str(path)) as ledger:
        assert readings == list(ledger.readings())


def test_a_killed_process_leaves_every_report_it_said_was_kept_whole(path: Path) -> None:
    readings = many(2_000)
    process = start(path, readings, "all.pickle")
    assert process.stdout
    said = [process.stdout.readline() for _ in range(25)]

    process.kill()
    said += process.communicate()[0].splitlines(keepends=True)
    acknowledged = [line.split()[0] for line in said if line.endswith("\n")]

    with Ledger(str(path)) as ledger:
        kept = list(ledger.readings())
        # The last one may have been kept and not be said any more.
        assert len(acknowledged) <= len(kept) <= len(acknowledged) + 1 < len(readings)
        assert readings[: len(kept)] == kept
        assert [ledger.add(readings[0]), ledger.add(readings[-1])] == [False, True]
