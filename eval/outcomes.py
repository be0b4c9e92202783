"""What the product said to each case: kept as it came, before anything is scored."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import EvaluationError

Texts = Callable[[str], str]
"""The canonical text of a document id; KeyError where the collection has no such document."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The raw answers to one case's turns, as the contract's JSON, in the order they were asked.

    `latencies_ms` has one entry a turn that was tried. Where `error` is set, the turns after it were not asked and the
    case counts as wrong; it never disappears.
    """

    case_id: str
    answers: tuple[Mapping[str, Any], ...]
    latencies_ms: tuple[float, ...]
    error: str | None = None

    @property
    def answer(self) -> Mapping[str, Any] | None:
        """The scored answer, None where the case ended in an error."""
        return self.answers[-1] if self.answers and self.error is None else None

    @property
    def status(self) -> str | None:
        """The scored answer's status."""
        return None if self.answer is None else str(self.answer.get("status"))

    @property
    def citations(self) -> list[Mapping[str, Any]]:
        """The scored answer's citations; empty after an error."""
        return [] if self.answer is None else list(self.answer.get("citations") or [])


def outcome_json(outcome: Outcome) -> str:
    """One line of `outcomes.jsonl`."""
    row = {
        "case_id": outcome.case_id,
        "error": outcome.error,
        "latencies_ms": [round(value, 3) for value in outcome.latencies_ms],
        "answers": list(outcome.answers),
    }
    return json.dumps(row, ensure_ascii=False)


def read_outcomes(path: Path) -> dict[str, Outcome]:
    """Outcomes by case id, from a file that a run wrote. Raises EvaluationError where it or a line is damaged."""
    outcomes: dict[str, Outcome] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path}: not the outcomes.jsonl of a run ({error})") from error
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            outcomes[row["case_id"]] = Outcome(
                row["case_id"], tuple(row["answers"]), tuple(row["latencies_ms"]), row["error"]
            )
        except (ValueError, KeyError, TypeError) as error:
            raise EvaluationError(
                f"{path}, line {number}: not an outcome ({error}); run the evaluation again"
            ) from error
    return outcomes
