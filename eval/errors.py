"""What can go wrong in an evaluation; each message names the file and says what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class EvaluationError(Exception):
    """An evaluation that cannot be carried out or reported."""


class GoldError(EvaluationError):
    """A gold file with mistakes: `problems` holds one "line N: what is wrong" for each of them."""

    def __init__(self, path: Path, problems: Sequence[str]) -> None:
        self.path = path
        self.problems = tuple(problems)
        told = problems[0] if len(problems) == 1 else f"{len(problems)} to correct\n  " + "\n  ".join(problems)
        super().__init__(f"{path}: {told}")
