"""Every system over one workload: what is compared, and how it is shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.bench.processes import TooMuchMemory, measured, percentiles, shown

if TYPE_CHECKING:
    from rich.console import Console

    from eval.bench.texts import Workload

OURS = "zhengwen"
RECIPE = "bm25s+jieba+faiss"
FIGURES = {
    "build_s": ("build, texts to first answer (s)", 1.0),
    "build_cpu_s": ("build, on processors (s)", 1.0),
    "disk_bytes": ("on disk (MB)", 1e6),
    "open_ms": ("re-open to first answer (ms)", 1.0),
    "query_p50_ms": ("query p50 (ms)", 1.0),
    "query_p95_ms": ("query p95 (ms)", 1.0),
    "query_p99_ms": ("query p99 (ms)", 1.0),
    "query_cpu_ms": ("query, on processors (ms)", 1.0),
    "add_ms": ("add one document (ms)", 1.0),
    "remove_ms": ("remove one document (ms)", 1.0),
    "build_peak_bytes": ("peak memory, building (MB)", 1e6),
    "query_peak_bytes": ("peak memory, querying (MB)", 1e6),
    "change_peak_bytes": ("peak memory, changing (MB)", 1e6),
}
"""Less is better in all of them; the label with the unit, and what the raw figure is divided by for it."""


RATES = {f"clients_{number}_per_s": f"queries a second, {number} at once" for number in (1, 2, 8)}
"""More is better; None for a system that fails when threads ask at once."""


def compared(load: Workload, work: Path, others: Sequence[str], most_bytes: int | None = None) -> dict[str, Any]:
    """Every system over one workload, and how many times the figures of `zhengwen` the best of the others' are. One of
    the others that takes more memory than `most_bytes` is ended and has no figures, but a sentence in `ended`."""
    from eval.bench.systems import write_entries

    work.mkdir()
    entries, queries, later = work / "entries.jsonl", work / "queries.json", work / "later.jsonl"
    write_entries(load.entries, entries)
    write_entries((entry for paper in load.later for entry in paper), later)
    queries.write_text(json.dumps(load.queries), encoding="utf-8")
    systems: dict[str, dict[str, Any]] = {}
    ended: dict[str, str] = {}
    for number, name in enumerate((OURS, *others)):
        folder = work / f"index-{number}"
        most, phase = (None if name == OURS else most_bytes), "build"
        try:
            figures = measured(phase, name, folder, entries, load.queries[0], most_bytes=most)
            phase = "use"
            figures |= measured(phase, name, folder, queries, later, most_bytes=most)
        except TooMuchMemory as reached:
            ended[name] = f"{phase}: {reached}"
            continue
        figures |= percentiles("query", figures.pop("query_ms"), (50, 95, 99))
        for clients, rate in figures.pop("per_second").items():
            figures[f"clients_{clients}_per_s"] = rate
        hits = figures.pop("hits")
        systems[name] = {"asked": len(hits), "found_in_10": load.found(hits), **figures}
    measured_others = [figures for name, figures in systems.items() if name != OURS]
    return {
        "passages": len(load.entries),
        "characters": load.characters,
        "queries": len(load.queries),
        "systems": systems,
        "ended": ended,
        "ratios": ratios(systems[OURS], measured_others) if measured_others else {},
    }


def ratios(ours: Mapping[str, float], others: Sequence[Mapping[str, float | None]]) -> dict[str, float]:
    """The best of the others' figures as a multiple of ours; for rates ours as a multiple
    of the best, left out where no other has one."""
    found = {figure: min(other[figure] or 0.0 for other in others) / ours[figure] for figure in FIGURES}
    for rate in RATES:
        best = max(other[rate] or 0.0 for other in others)
        if best:
            found[rate] = ours[rate] / best
    return found


def print_comparison(console: Console, found: Mapping[str, Any]) -> None:
    """One size: a row per figure, a column per system, and the ratio."""
    from rich.table import Table

    table = Table(title=f"{found['passages']:,} passages, {found['characters']:,} characters", title_justify="left")
    table.add_column("less is better")
    headings = (*found["systems"], "best / ours")
    for heading in headings if found["ratios"] else headings[:-1]:
        table.add_column(heading, justify="right")

    def add(label: str, values: Iterable[str], ratio: str) -> None:
        table.add_row(label, *values, *([ratio] if found["ratios"] else []))

    for figure, (label, divisor) in FIGURES.items():
        values = (shown(system[figure] / divisor) for system in found["systems"].values())
        add(label, values, f"{found['ratios'].get(figure, 0):.1f}")
    table.add_section()
    for rate, label in RATES.items():
        rates = ("fails" if system[rate] is None else shown(system[rate]) for system in found["systems"].values())
        add(
            f"{label} (more is better)",
            rates,
            f"ours / best {found['ratios'][rate]:.1f}" if rate in found["ratios"] else "-",
        )
    shares = (f"{100 * system['found_in_10']:.0f}%" for system in found["systems"].values())
    add("in first 10 (more is better)", shares, "")
    console.print(table)
    for name, reason in found["ended"].items():
        console.print(f"{name}, {reason}", highlight=False)
