"""Many reports read by several processes, in order, with the result that one process gives."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import active_children, get_context

from reportedly.errors import ReadingError
from reportedly.model import Reading, Report
from reportedly.reading.pipeline import read

# Reports handed to each process ahead of the one that is waited for: enough that none is idle, few enough to be kept.
AHEAD = 3


def read_many(reports: Iterable[Report], workers: int | None = None) -> Iterator[Reading]:
    """The readings of reports, in their order, read by `workers` processes (None: one a usable core; 1: in this process).

    Reports are taken as they are needed, a few ahead. What is found in a report does not depend on the number of processes.
    As with all that starts processes, a script that calls this does so under `if __name__ == "__main__":`.

    Raises ValueError for fewer than one worker, ReadingError where a process ends before it has answered.
    """
    workers = usable_cores() if workers is None else workers
    if workers < 1:
        raise ValueError(f"workers is {workers}; it takes at least one process to read")
    return map(read, reports) if workers == 1 else _read_apart(iter(reports), workers)


def usable_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read_apart(reports: Iterator[Report], workers: int) -> Iterator[Reading]:
    # A process that is forked off one with threads may hang; a fresh one does not.
    before = set(active_children())
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    waiting: deque[Future[Reading]] = deque()
    try:
        waiting.extend(pool.submit(read, report) for report in islice(reports, workers * AHEAD))
        while waiting:
            reading = waiting.popleft().result()
            waiting.extend(pool.submit(read, report) for report in islice(reports, 1))
            yield reading
    except BrokenProcessPool as error:
        raise ReadingError(
            "a reading process ended before it answered (killed, or out of memory); read with fewer workers"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        if waiting:
            # Whoever stops early (Ctrl-C, or no more readings wanted) does not wait for what was read ahead.
            for process in set(active_children()) - before:
                process.terminate()


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that started the others; it ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
