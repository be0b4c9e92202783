"""How many answers are computed at once: as many as there are processors for them, the others wait their turn."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

Result = TypeVar("Result")
# A language model keeps an answer waiting, not a processor.
WITH_LANGUAGE_MODEL = 40


class Answering:
    """Runs what computes answers on threads, at most `at_once` of them; whoever came first is served first.

    More would not be sooner: they would share the same processors, and each holds its own working memory. Who waits
    holds no thread, and one that goes away leaves the queue.
    """

    def __init__(self, at_once: int) -> None:
        self._places = CapacityLimiter(at_once)

    async def run(self, work: Callable[[], Result]) -> Result:
        """The result of `work`, or what it raises."""
        return await to_thread.run_sync(work, limiter=self._places)


def places_to_answer(processes: int = 1, language_model: bool = False) -> int:
    """How many answers one of so many server processes computes at once on this machine."""
    return WITH_LANGUAGE_MODEL if language_model else max(1, len(os.sched_getaffinity(0)) // processes)
