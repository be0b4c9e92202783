"""Thresholds that a run must reach, read from a TOML file such as `eval/gates.toml`."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import EvaluationError
from eval.measures import MEASURES
from eval.summary import Slice

# A total of exactly .95 may come out as .9499999.
TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Gate:
    """A measure of a slice and the value it must reach, or, where lower is better, must not pass."""

    slice: str
    measure: str
    threshold: float


@dataclass(frozen=True, slots=True)
class GateResult:
    """`value` is None where no case counts for the measure: then the gate is missed, never skipped."""

    gate: Gate
    value: float | None
    passed: bool

    def __str__(self) -> str:
        reached = "nothing to measure" if self.value is None else f"{self.value:.4f}"
        return f"{self.gate.slice} {self.gate.measure}: {reached}, gate {self.gate.threshold:.4f}"


def read_gates(path: Path) -> tuple[Gate, ...]:
    """The gates of a file. Raises EvaluationError with the name of what is misspelt."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise EvaluationError(f"{path}: cannot be read ({error.strerror})") from error
    except tomllib.TOMLDecodeError as error:
        raise EvaluationError(f"{path}: not TOML ({error})") from error
    known = {measure.name for measure in MEASURES}
    gates: list[Gate] = []
    for name, table in _slices(tables):
        for measure, threshold in table.items():
            if measure not in known:
                raise EvaluationError(
                    f"{path}: [{name}] {measure}: no such measure; known are {', '.join(sorted(known))}"
                )
            if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not 0 <= threshold <= 1:
                raise EvaluationError(f"{path}: [{name}] {measure}: {threshold!r} is not a share from 0 to 1")
            gates.append(Gate(name, measure, float(threshold)))
    return tuple(gates)


def _slices(tables: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """[all] and [type.list] as ("all", ...) and ("type.list", ...)."""
    found: list[tuple[str, dict[str, Any]]] = []
    for name, table in tables.items():
        nested = {key: value for key, value in table.items() if isinstance(value, dict)}
        found += [(f"{name}.{key}", value) for key, value in nested.items()]
        flat = {key: value for key, value in table.items() if key not in nested}
        if flat:
            found.append((name, flat))
    return found


def check_gates(gates: Sequence[Gate], parts: Sequence[Slice]) -> tuple[GateResult, ...]:
    """Every gate against the run's totals."""
    by_name = {part.name: part for part in parts}
    results: list[GateResult] = []
    for gate in gates:
        figure = by_name[gate.slice].figure(gate.measure) if gate.slice in by_name else None
        value = figure.value if figure else None
        if figure is None or value is None:
            passed = False
        elif figure.measure.better == "higher":
            passed = value >= gate.threshold - TOLERANCE
        else:
            passed = value <= gate.threshold + TOLERANCE
        results.append(GateResult(gate, value, passed))
    return tuple(results)


_TABLE_LINE = re.compile(r"\s*\[([\w.]+)\]")
_GATE_LINE = re.compile(r'(\s*"?)([\w()]+)("?\s*=\s*)([\d.]+)')


def raise_gates(path: Path, results: Sequence[GateResult]) -> int:
    """Tighten the file's gates to what was reached, rounded down to whole percents; how many changed.

    No gate is ever loosened, and everything else in the file, comments included, stays as it is.
    """
    reached = {
        (result.gate.slice, result.gate.measure): _rounded(result) for result in results if result.value is not None
    }
    lines: list[str] = []
    changed, table = 0, ""
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if heading := _TABLE_LINE.match(line):
            table = heading[1]
        gate = _GATE_LINE.match(line)
        tighter = reached.get((table, gate[2])) if gate else None
        if gate and tighter is not None and f"{tighter:.2f}" != f"{float(gate[4]):.2f}":
            line = f"{gate[1]}{gate[2]}{gate[3]}{tighter:.2f}{line[gate.end() :]}"
            changed += 1
        lines.append(line)
    path.write_text("".join(lines), encoding="utf-8")
    return changed


def _rounded(result: GateResult) -> float:
    assert result.value is not None
    percents = result.value * 100
    if next(measure for measure in MEASURES if measure.name == result.gate.measure).better == "lower":
        return min(result.gate.threshold, math.ceil(percents - TOLERANCE) / 100)
    return max(result.gate.threshold, math.floor(percents + TOLERANCE) / 100)
