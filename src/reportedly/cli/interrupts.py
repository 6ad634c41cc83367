"""Ctrl-C that is not lost: compiled code may swallow the exception of a signal, so that it is kept in mind and asked for."""

import signal
import threading
from types import FrameType

_seen = threading.Event()


def watch() -> None:
    """From now on an interruption is raised at once, as ever, and remembered for `check`."""
    _seen.clear()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, _interrupted)


def check() -> None:
    """Raises KeyboardInterrupt if there was an interruption that got lost. Called between one report and the next."""
    if _seen.is_set():
        raise KeyboardInterrupt


def _interrupted(_: int, __: FrameType | None) -> None:
    _seen.set()
    raise KeyboardInterrupt
