"""A run: every case asked as a user would ask it, the raw outcomes saved, then scored."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import TypeVar

from eval.cases import Case
from eval.outcomes import Outcome, outcome_json
from eval.respondents import AskTurn, Respondent

Item = TypeVar("Item")


def ask_turns(name: str, turns: Sequence[str], ask: AskTurn) -> Outcome:
    """Turns of one conversation, in order; an exception ends it and becomes the error of the case called `name`."""
    answers = []
    latencies: list[float] = []
    for turn in turns:
        failure = None
        began = time.perf_counter()
        try:
            answers.append(ask(turn))
        except Exception as error:  # whatever the product does, the case stays in the run
            failure = f"{type(error).__name__}: {error}"
        latencies.append((time.perf_counter() - began) * 1000)
        if failure:
            return Outcome(name, tuple(answers), tuple(latencies), failure)
    return Outcome(name, tuple(answers), tuple(latencies))


def run(
    cases: Sequence[Case],
    respondent: Respondent,
    outcomes_file: Path,
    *,
    parallel: int = 4,
    progress: Callable[[Outcome], None] | None = None,
) -> dict[str, Outcome]:
    """Ask every case in a conversation of its own and return the outcomes by case id; see `ask_all`."""
    return ask_all(
        cases,
        lambda case: ask_turns(case.id, case.turns, respondent.conversation()),
        outcomes_file,
        parallel=parallel,
        progress=progress,
    )


def ask_all(
    items: Sequence[Item],
    ask: Callable[[Item], Outcome],
    outcomes_file: Path,
    *,
    parallel: int = 4,
    progress: Callable[[Outcome], None] | None = None,
) -> dict[str, Outcome]:
    """Ask everything, `parallel` conversations at a time.

    Each outcome is in `outcomes_file` before `progress` hears of it, so an interrupted run loses nothing.
    """
    outcomes: dict[str, Outcome] = {}
    with outcomes_file.open("w", encoding="utf-8") as saved, ThreadPoolExecutor(max_workers=parallel) as pool:
        for future in as_completed([pool.submit(ask, item) for item in items]):
            outcome = future.result()
            saved.write(outcome_json(outcome) + "\n")
            saved.flush()
            outcomes[outcome.case_id] = outcome
            if progress:
                progress(outcome)
    return outcomes
