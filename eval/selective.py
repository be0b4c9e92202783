"""Answering or abstaining: the same cases asked again with one threshold after the other.

A threshold moves the product along the risk-coverage curve of selective answering (El-Yaniv & Wiener 2010). Only a new
run shows what it does: what one way of answering gives up, another may take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from eval.cases import Case
from eval.judgement import Judgement, judge_all
from eval.respondents import Answering, Collection, InProcess
from eval.run import run

if TYPE_CHECKING:
    from assistant.matching.thresholds import Thresholds

STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
"""Where a threshold is put; what the product uses is added."""


@dataclass(frozen=True, slots=True)
class Point:
    """A run at one value of a threshold: how many of `cases` were answered (in full or in part), how many of those
    wrongly, and how many were right (answered or refused)."""

    threshold: str
    value: float
    used: bool
    cases: int
    answered: int
    wrong: int
    right: int

    @property
    def coverage(self) -> float:
        """The share of cases answered."""
        return self.answered / self.cases if self.cases else 0.0

    @property
    def risk(self) -> float:
        """The share of the answers that are wrong."""
        return self.wrong / self.answered if self.answered else 0.0

    @property
    def worth(self) -> int:
        """Right cases less wrong answers: a wrong answer costs what a right one gains, a needless refusal nothing."""
        return self.right - self.wrong


def sweep(
    cases: Sequence[Case],
    library: Collection,
    assistant: Callable[[Thresholds], Answering],
    steps: Sequence[float] = STEPS,
    only: str | None = None,
) -> Iterator[Point]:
    """Every threshold, or the `only` one, at every step in ascending order, the others as the product uses them."""
    from assistant.matching.thresholds import MEASURED

    for threshold in (field.name for field in fields(MEASURED) if only in (None, field.name)):
        used = getattr(MEASURED, threshold)
        for value in sorted({*steps, used}):
            judgements = _asked(cases, InProcess(assistant(replace(MEASURED, **{threshold: value})), library))
            yield point(threshold, value, value == used, judgements)


def point(threshold: str, value: float, used: bool, judgements: Sequence[Judgement]) -> Point:
    """The point of one run."""
    answered = [one for one in judgements if one.outcome.status in ("answered", "partial")]
    wrong, right = sum(not one.right for one in answered), sum(one.right for one in judgements)
    return Point(threshold, value, used, len(judgements), len(answered), wrong, right)


def _asked(cases: Sequence[Case], respondent: InProcess) -> tuple[Judgement, ...]:
    with TemporaryDirectory() as folder:
        outcomes = run(cases, respondent, Path(folder) / "outcomes.jsonl", parallel=1)
    return tuple(judge_all(cases, outcomes, respondent.text))
