"""Two runs of the same cases: what got better, what got worse, and whether that can be chance.

Rightness is compared with McNemar's test in its exact form, which is the sign test over the cases that changed: under
no difference each of them is as likely to have got better as worse (McNemar 1947; Dietterich 1998). The binomial
probability comes from scipy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eval.errors import EvaluationError
from eval.measures import MEASURES, Measure

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A case that is right in one run and wrong in the other; `causes` are those of the wrong one."""

    case_id: str
    question: str
    causes: tuple[str, ...]
    split: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """A measure over the cases of both runs: its totals, the cases in which it rose and fell, and the two-sided
    probability of so uneven a split by chance (None where nothing changed)."""

    measure: Measure
    before: float | None
    after: float | None
    rose: int
    fell: int
    p_value: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Cases are compared by id; `only_before` and `only_after` are those of one run alone, `edited` those whose gold
    or question is not the same in both: they are left out of every figure."""

    cases: int
    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    measures: tuple[MeasureChange, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    edited: tuple[str, ...]


GOLD_FIELDS = ("type", "turns", "must", "must_not", "status", "evidence")


def sign_test(rose: int, fell: int) -> float | None:
    """The two-sided exact probability that a fair coin splits as unevenly; None without a change."""
    if not rose + fell:
        return None
    from scipy.stats import binomtest

    return float(binomtest(rose, rose + fell).pvalue)


def compare(before: Mapping[str, Row], after: Mapping[str, Row]) -> Comparison:
    """Hold two runs' scored cases against each other. Raises EvaluationError where they share none."""
    common = [name for name in before if name in after]
    edited = tuple(name for name in common if any(before[name][key] != after[name][key] for key in GOLD_FIELDS))
    same = [name for name in common if name not in edited]
    if not same:
        raise EvaluationError("the two runs have no case in common: compare runs of the same gold set")
    return Comparison(
        cases=len(same),
        better=tuple(_change(before[name]) for name in same if after[name]["right"] and not before[name]["right"]),
        worse=tuple(_change(after[name]) for name in same if before[name]["right"] and not after[name]["right"]),
        measures=tuple(
            change
            for measure in MEASURES
            if (change := _measure_change(measure, [(before[name], after[name]) for name in same]))
        ),
        only_before=tuple(name for name in before if name not in after),
        only_after=tuple(name for name in after if name not in before),
        edited=edited,
    )


def _change(wrong: Row) -> Change:
    return Change(wrong["id"], " / ".join(wrong["turns"]), tuple(wrong["causes"]), wrong.get("split"))


def _measure_change(measure: Measure, pairs: list[tuple[Row, Row]]) -> MeasureChange | None:
    shares = [(old["measures"].get(measure.name), new["measures"].get(measure.name)) for old, new in pairs]
    if not any(old or new for old, new in shares):
        return None
    differences = [new[0] / new[1] - old[0] / old[1] for old, new in shares if old and new]
    rose, fell = sum(value > 0 for value in differences), sum(value < 0 for value in differences)
    return MeasureChange(
        measure,
        _total([old for old, _ in shares if old]),
        _total([new for _, new in shares if new]),
        rose,
        fell,
        sign_test(rose, fell),
    )


def _total(shares: list[list[float]]) -> float | None:
    return sum(top for top, _ in shares) / sum(bottom for _, bottom in shares) if shares else None
