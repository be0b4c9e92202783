"""A run: every case asked as a user would ask it, the raw outcomes saved, then scored."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from eval.cases import Case
from eval.outcomes import Outcome, outcome_json
from eval.respondents import Respondent


def ask_case(case: Case, respondent: Respondent) -> Outcome:
    """One case's turns, in order, in a conversation of its own; an exception ends it and becomes its error."""
    answers = []
    latencies: list[float] = []
    ask = respondent.conversation()
    for turn in case.turns:
        failure = None
        began = time.perf_counter()
        try:
            answers.append(ask(turn))
        except Exception as error:  # whatever the product does, the case stays in the run
            failure = f"{type(error).__name__}: {error}"
        latencies.append((time.perf_counter() - began) * 1000)
        if failure:
            return Outcome(case.id, tuple(answers), tuple(latencies), failure)
    return Outcome(case.id, tuple(answers), tuple(latencies))


def run(
    cases: Sequence[Case],
    respondent: Respondent,
    outcomes_file: Path,
    *,
    parallel: int = 4,
    progress: Callable[[Outcome], None] | None = None,
) -> dict[str, Outcome]:
    """Ask every case, `parallel` conversations at a time, and return the outcomes by case id.

    Each outcome is in `outcomes_file` before `progress` hears of it, so an interrupted run loses nothing.
    """
    outcomes: dict[str, Outcome] = {}
    with outcomes_file.open("w", encoding="utf-8") as saved, ThreadPoolExecutor(max_workers=parallel) as pool:
        for future in as_completed([pool.submit(ask_case, case, respondent) for case in cases]):
            outcome = future.result()
            saved.write(outcome_json(outcome) + "\n")
            saved.flush()
            outcomes[outcome.case_id] = outcome
            if progress:
                progress(outcome)
    return outcomes
