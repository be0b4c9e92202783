"""`report.html`: one file for the person who signs for quality; offline, on a desk or a phone, in two languages."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.gates import GateResult
from eval.judgement import Judgement
from eval.measures import MEASURES
from eval.results import result_json
from eval.summary import Latency, Slice, latency, risk_coverage

PAGE = Path(__file__).parent / "page"

EDGES_MS = (*(digit * 10**power for power in range(5) for digit in (1, 2, 5)), 100_000)
"""Upper edges of the latency histogram, 1 ms to 100 s: steps that people read, even on a logarithmic scale."""


def write_report(
    path: Path,
    about: Mapping[str, Any],
    parts: Sequence[Slice],
    judgements: Sequence[Judgement],
    gates: Sequence[GateResult] = (),
    *,
    reveal_test: bool = False,
) -> None:
    """Write the whole report into one HTML file that loads nothing.

    Cases of split "test" are counted in every figure but shown one by one only with `reveal_test`: a set that is
    read case by case soon measures how well it was read.
    """
    evaluation = report_values(about, parts, judgements, gates, reveal_test=reveal_test)
    page = (PAGE / "report.html").read_text(encoding="utf-8")
    pieces = {
        "style": (PAGE / "report.css").read_text(encoding="utf-8"),
        "strings": _embedded(json.loads((PAGE / "strings.json").read_text(encoding="utf-8"))),
        "evaluation": _embedded(evaluation),
        "script": (PAGE / "report.js").read_text(encoding="utf-8"),
    }
    # In one pass, so that an answer which happens to hold a placeholder stays what it is.
    filled = re.sub(r"/\*(style|strings|evaluation|script)\*/", lambda place: pieces[place[1]], page)
    path.write_text(filled, encoding="utf-8")


def report_values(
    about: Mapping[str, Any],
    parts: Sequence[Slice],
    judgements: Sequence[Judgement],
    gates: Sequence[GateResult] = (),
    *,
    reveal_test: bool = False,
) -> dict[str, Any]:
    """What the page draws, as plain values."""
    shown = [judgement for judgement in judgements if reveal_test or judgement.case.split != "test"]
    better = {measure.name: measure.better for measure in MEASURES}
    return {
        "about": dict(about),
        "slices": [
            {
                "name": part.name,
                "cases": part.cases,
                "figures": [
                    {
                        "measure": figure.measure.name,
                        "better": figure.measure.better,
                        "value": figure.value,
                        "low": figure.low,
                        "high": figure.high,
                        "numerator": figure.numerator,
                        "denominator": figure.denominator,
                    }
                    for figure in part.figures
                ],
            }
            for part in parts
        ],
        "risk": [{"coverage": point.coverage, "risk": point.risk} for point in risk_coverage(judgements)],
        "answerable": sum(judgement.case.answerable for judgement in judgements) / max(1, len(judgements)),
        "latency": _latency_values(latency(judgements)),
        "gates": [
            {
                "slice": result.gate.slice,
                "measure": result.gate.measure,
                "better": better[result.gate.measure],
                "threshold": result.gate.threshold,
                "value": result.value,
                "passed": result.passed,
            }
            for result in gates
        ],
        "cases": [result_json(judgement) for judgement in shown],
        "hidden": sum(not judgement.right for judgement in judgements)
        - sum(not judgement.right for judgement in shown),
        "measures": [
            {"name": measure.name, "definition": measure.definition, "source": measure.source} for measure in MEASURES
        ],
    }


def _latency_values(times: Latency) -> dict[str, Any]:
    counts = [0] * len(EDGES_MS)
    for value in times.sorted_ms:
        counts[min(bisect_left(EDGES_MS, value), len(EDGES_MS) - 1)] += 1
    filled = [position for position, count in enumerate(counts) if count]
    drawn = range(filled[0], filled[-1] + 1) if filled else range(0)
    return {
        "turns": len(times.sorted_ms),
        "p50": times.percentile(0.5),
        "p95": times.percentile(0.95),
        "max": times.percentile(1.0),
        "bins": [
            {"from": EDGES_MS[position - 1] if position else 0, "to": EDGES_MS[position], "count": counts[position]}
            for position in drawn
        ],
    }


def _embedded(value: Any) -> str:
    """JSON that can stand inside a script element, whatever a document or an answer says."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
