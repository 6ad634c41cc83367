"""An interruption that compiled code swallowed is raised before the next report."""

import os
import signal
from collections.abc import Iterator

import pytest

from reportedly.cli.interrupts import check, watch


@pytest.fixture(autouse=True)
def _handler_as_it_was() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def test_an_interruption_is_raised_at_once_and_again_when_asked_for() -> None:
    watch()
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        check()


def test_without_an_interruption_nothing_is_raised() -> None:
    watch()
    check()


def test_watching_anew_forgets_what_was() -> None:
    watch()
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
    watch()
    check()
