"""Where the time of an answer goes: milliseconds of a processor, as a whole and in the steps that take most of it.

Time on the clock says as much of what else a machine does as of the answer; this is what the answering thread was given
a processor for.
"""

from __future__ import annotations

import importlib
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

STEPS = {
    "understanding": ("assistant.questions.interpreter", "understand"),
    "searching passages": ("index.library", "Library.search_passages"),
    "searching task records": ("index.library", "Library.search_records"),
    "ordering sentences": ("assistant.matching.retrieval", "rank_sentences"),
    "ordering task records": ("assistant.matching.retrieval", "best_records"),
}
"""Steps that take most of the time and are no part of each other, with the functions that they are."""
WHOLE, REST = "answer", "all else"

Times = dict[str, list[float]]
"""For WHOLE, each of STEPS and REST the milliseconds of every question, in the order of the questions."""


def timed_answers(folder: Path, questions: Sequence[str], passes: int) -> tuple[float, Times]:
    """What preparing the collection in `folder` for questions takes, and then what each of them takes, in its quickest
    of so many passes over all of them; in milliseconds of a processor."""
    from assistant import Assistant
    from index.library import Library

    library = Library.open(folder)
    try:
        assistant = Assistant(library)
        start = time.thread_time()
        assistant.prepare()
        prepared = (time.thread_time() - start) * 1000
        with _timed_steps() as spent:
            every = [[_timed(assistant, question, spent) for question in questions] for _ in range(passes)]
    finally:
        library.close()
    quickest = [min(times, key=lambda one: one[WHOLE]) for times in zip(*every, strict=True)]
    return prepared, {step: [times[step] for times in quickest] for step in (WHOLE, *STEPS, REST)}


def _timed(assistant: Any, question: str, spent: dict[str, float]) -> dict[str, float]:
    spent.clear()
    start = time.thread_time()
    assistant.answer(question)
    whole = (time.thread_time() - start) * 1000
    steps = {step: spent.get(step, 0.0) for step in STEPS}
    return {WHOLE: whole, **steps, REST: whole - sum(steps.values())}


@contextmanager
def _timed_steps() -> Iterator[dict[str, float]]:
    """The milliseconds that each of STEPS takes in the meantime, which whoever asks sets back."""
    spent: dict[str, float] = defaultdict(float)
    replaced = []
    for step, (module, path) in STEPS.items():
        owner: Any = importlib.import_module(module)
        *within, name = path.split(".")
        for part in within:
            owner = getattr(owner, part)
        original = getattr(owner, name)
        replaced.append((owner, name, original))
        setattr(owner, name, _adding(step, original, spent))
    try:
        yield spent
    finally:
        for owner, name, original in replaced:
            setattr(owner, name, original)


def _adding(step: str, function: Any, spent: dict[str, float]) -> Any:
    def timed(*given: Any, **named: Any) -> Any:
        start = time.thread_time()
        try:
            return function(*given, **named)
        finally:
            spent[step] += (time.thread_time() - start) * 1000

    return timed
