"""Totals of a run: by type, language and split, with intervals; latency; the risk-coverage curve."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.cases import CASE_LANGUAGES, CASE_TYPES
from eval.judgement import Judgement
from eval.measures import MEASURES, Measure, interval


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure's total over some cases: `value` is None where none of them counts; `low` and `high` bound the 95%
    bootstrap interval, None where there are too few cases for one."""

    measure: Measure
    value: float | None
    numerator: float
    denominator: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """The cases that share a property: `name` is "all", "type.who", "lang.zh", "wording.own", "wording.text" (whether
    the question avoids the words of the text) or "split.dev"."""

    name: str
    cases: int
    figures: tuple[Figure, ...]

    def figure(self, name: str) -> Figure:
        """A figure by its measure's name; KeyError where there is none."""
        for figure in self.figures:
            if figure.measure.name == name:
                return figure
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds over all turns, in order of size; p50, p95, p99 are nearest-rank percentiles."""

    sorted_ms: tuple[float, ...]

    def percentile(self, share: float) -> float | None:
        """The smallest latency that at least this share of the turns did not exceed."""
        if not self.sorted_ms:
            return None
        return self.sorted_ms[max(0, math.ceil(share * len(self.sorted_ms)) - 1)]


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """Answering only what is at least this confident: the share of cases answered and the share of those wrong."""

    confidence: float
    coverage: float
    risk: float


STATUS_CONFIDENCE = {"answered": 1.0, "partial": 0.5, "not_found": 0.0}
"""What a status alone says about how sure the product is."""


def slices(judgements: Sequence[Judgement], measures: Sequence[Measure] = MEASURES) -> tuple[Slice, ...]:
    """The whole first, then every type, language, wording and split that occurs, in the contract's order."""

    def named(name: str, chosen: Iterable[Judgement]) -> Slice:
        members = tuple(chosen)
        return Slice(name, len(members), tuple(_figure(measure, members) for measure in measures))

    found = [named("all", judgements)]
    found += [named(f"type.{kind}", (j for j in judgements if j.case.type == kind)) for kind in CASE_TYPES]
    found += [named(f"lang.{lang}", (j for j in judgements if j.case.lang == lang)) for lang in CASE_LANGUAGES]
    found += [
        named(f"wording.{name}", (j for j in judgements if j.case.reworded is reworded))
        for name, reworded in (("own", True), ("text", False))
    ]
    found += [named(f"split.{split}", (j for j in judgements if j.case.split == split)) for split in ("dev", "test")]
    return tuple(part for part in found if part.cases or part.name == "all")


def _figure(measure: Measure, judgements: Sequence[Judgement]) -> Figure:
    shares = [measure.of(judgement) for judgement in judgements]
    numerator = sum(share.numerator for share in shares)
    denominator = sum(share.denominator for share in shares)
    low, high = interval(shares) or (None, None)
    return Figure(measure, numerator / denominator if denominator else None, numerator, denominator, low, high)


def latency(judgements: Iterable[Judgement]) -> Latency:
    """Latencies of all turns, also those that ended in an error."""
    return Latency(tuple(sorted(value for judgement in judgements for value in judgement.outcome.latencies_ms)))


def confidence(answer: Mapping[str, Any] | None) -> float:
    """How sure an answer is: its own `confidence` where it gives one, else what its status says."""
    if answer is None or answer.get("status") == "not_found":
        return 0.0
    own = answer.get("confidence")
    return float(own) if isinstance(own, int | float) else STATUS_CONFIDENCE.get(str(answer.get("status")), 0.0)


def risk_coverage(judgements: Sequence[Judgement]) -> tuple[RiskPoint, ...]:
    """The risk-coverage curve of selective answering (El-Yaniv & Wiener 2010), from the surest answers to all of them.

    Refusals are never covered, so the curve ends where the product itself starts to abstain; a case that the
    documents do not answer but that was answered is a wrong one.
    """
    ranked = sorted(((confidence(j.outcome.answer), j.right) for j in judgements), key=lambda pair: -pair[0])
    points: list[RiskPoint] = []
    wrong = 0
    for covered, (sure, right) in enumerate(ranked, 1):
        if sure <= 0:
            break
        wrong += not right
        # Equally sure answers stand or fall together.
        if covered == len(ranked) or ranked[covered][0] < sure:
            points.append(RiskPoint(sure, covered / len(ranked), wrong / covered))
    return tuple(points)
