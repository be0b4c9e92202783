"""How long one file may be read."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LONGEST_READING = 1800
"""Seconds. A scan of 500 pages takes a quarter of an hour on one core; a file that takes longer is one to split."""


class OutOfTime(BaseException):
    """Raised in the midst of whatever is being done. Not an `Exception`: no reader takes it for damage of its file."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raises OutOfTime when the block takes longer. Only a program's main thread can be interrupted so: in others,
    and where there are no such signals, the block takes as long as it takes."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
