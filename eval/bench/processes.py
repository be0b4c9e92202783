"""What is measured runs in a process of its own; its figures come back as JSON."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval.errors import EvaluationError

_LOOKED_AT = 0.5  # seconds between two looks at how much memory a process has


class TooMuchMemory(Exception):
    """A process was ended because it took more memory than it may, after so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"ended after {seconds:.0f} s: it took more memory than it may")
        self.seconds = seconds


def measured(
    phase: str, *arguments: object, module: str = "eval.bench.systems", most_bytes: int | None = None
) -> dict[str, Any]:
    """The figures of one phase, run in a process of its own. Raises TooMuchMemory beyond `most_bytes`."""
    output = completed([sys.executable, "-m", module, phase, *map(str, arguments)], most_bytes)
    figures: dict[str, Any] = json.loads(output)
    return figures


def completed(command: Sequence[str], most_bytes: int | None = None) -> str:
    """What a program prints. Raises EvaluationError with its last line on standard error, TooMuchMemory where it was
    ended because its memory, pages of files left out, was seen beyond `most_bytes`."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        while True:
            try:
                printed, complaints = process.communicate(timeout=None if most_bytes is None else _LOOKED_AT)
                break
            except subprocess.TimeoutExpired:
                if most_bytes is not None and own_memory(process.pid) > most_bytes:
                    process.kill()
                    raise TooMuchMemory(time.perf_counter() - start) from None
    if process.returncode:
        reason = complaints.strip().rpartition("\n")[2] or f"status {process.returncode}"
        raise EvaluationError(f"{shlex.join(command[1:4])} failed: {reason}")
    return printed


def own_memory(process: int) -> int:
    """Bytes that a process holds for itself, which are not pages of files; 0 where there is none."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("RssAnon:")), 0)


def percentiles(name: str, milliseconds: Sequence[float], shares: Sequence[int] = (50, 95)) -> dict[str, float]:
    """p50 and p95, or what `shares` asks for, of some latencies, by nearest rank."""
    from eval.summary import Latency

    latency = Latency(tuple(sorted(milliseconds)))
    return {f"{name}_p{share}_ms": latency.percentile(share / 100) or 0.0 for share in shares}


def shown(value: float) -> str:
    """A figure with three significant digits."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
