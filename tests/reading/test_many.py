"""Many reports at once: the same readings in the same order, whatever the number of processes."""

from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children

import pytest

from reportedly import ReadingError, Report, from_bytes, load, read, read_many, reading_to_json
from tests.conftest import EXAMPLES

STORY = sorted((EXAMPLES / "sellow-blast").glob("*.txt"))


def test_processes_read_what_one_reads_in_the_same_order() -> None:
    reports = [load(str(path)) for path in STORY]
    expected = [reading_to_json(read(report)) for report in reports]
    assert expected == [reading_to_json(reading) for reading in read_many(reports, workers=1)]
    assert expected == [reading_to_json(reading) for reading in read_many(reports, workers=2)]


def test_reports_are_taken_only_a_few_ahead() -> None:
    taken = 0

    def reports() -> Iterator[Report]:
        nonlocal taken
        for n in range(100):
            taken += 1
            yield from_bytes(f"The mayor said it rained {n} times.".encode(), "report.txt")

    readings = read_many(reports(), workers=1)
    next(readings)
    assert 1 == taken


def test_no_reports_give_no_readings() -> None:
    assert [] == list(read_many([], workers=2))


def test_less_than_one_process_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        read_many([], workers=0)


def test_a_process_that_is_killed_is_named() -> None:
    readings = read_many((load(str(path)) for path in STORY * 4), workers=2)
    next(readings)
    children = [child for child in active_children() if child.pid]
    assert 2 == len(children)
    for child in children:
        child.kill()
    with pytest.raises(ReadingError, match="fewer workers") as caught:
        list(readings)
    assert isinstance(caught.value.__cause__, BrokenProcessPool)
