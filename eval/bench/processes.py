"""What is measured runs in a process of its own; its figures come back as JSON."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from eval.errors import EvaluationError


def measured(phase: str, *arguments: object, module: str = "eval.bench.systems") -> dict[str, Any]:
    """The figures of one phase, run in a process of its own."""
    output = completed([sys.executable, "-m", module, phase, *map(str, arguments)])
    figures: dict[str, Any] = json.loads(output)
    return figures


def completed(command: Sequence[str]) -> str:
    """What a program prints. Raises EvaluationError with its last line on standard error."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        reason = done.stderr.strip().rpartition("\n")[2] or f"status {done.returncode}"
        raise EvaluationError(f"{shlex.join(command[1:4])} failed: {reason}")
    return done.stdout


def percentiles(name: str, milliseconds: Sequence[float], shares: Sequence[int] = (50, 95)) -> dict[str, float]:
    """p50 and p95, or what `shares` asks for, of some latencies, by nearest rank."""
    from eval.summary import Latency

    latency = Latency(tuple(sorted(milliseconds)))
    return {f"{name}_p{share}_ms": latency.percentile(share / 100) or 0.0 for share in shares}


def shown(value: float) -> str:
    """A figure with three significant digits."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
