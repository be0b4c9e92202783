"""What an evaluation prints: plain tables that also read well in a CI log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from eval.judgement import Judgement
from eval.summary import Figure, Latency, Slice

BY_SLICE = ("Right", "Status", "MustRecall", "EvidenceMet", "CitationPrecision", "CitationRecall")
"""The measures of the table by type and language; the others stand in the first table and in the report."""


def percent(value: float | None) -> str:
    """A share as people read it."""
    return "-" if value is None else f"{100 * value:.1f}"


def number(value: float) -> str:
    """A count, or a sum of F1 values, without needless decimals."""
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


def _interval(figure: Figure) -> str:
    return "" if figure.low is None or figure.high is None else f"{percent(figure.low)} to {percent(figure.high)}"


def totals_table(whole: Slice) -> Table:
    """Every measure over all cases, with its interval."""
    table = Table(title=f"{whole.cases} cases", title_justify="left")
    table.add_column("measure")
    table.add_column("%", justify="right")
    table.add_column("95% interval", justify="right")
    table.add_column("of", justify="right")
    for figure in whole.figures:
        if figure.denominator:
            name = figure.measure.name + ("" if figure.measure.better == "higher" else " (lower is better)")
            counts = f"{number(figure.numerator)}/{number(figure.denominator)}"
            table.add_row(name, percent(figure.value), _interval(figure), counts)
    return table


def slices_table(parts: Sequence[Slice]) -> Table:
    """The main measures by type, language and split."""
    table = Table(title="by type, language and split (%)", title_justify="left")
    table.add_column("cases of")
    table.add_column("n", justify="right")
    for name in BY_SLICE:
        table.add_column(name, justify="right", overflow="fold")
    previous = ""
    for part in parts:
        kind = part.name.split(".")[0]
        if kind != previous:
            table.add_section()
        previous = kind
        table.add_row(part.name, str(part.cases), *(percent(part.figure(name).value) for name in BY_SLICE))
    return table


def print_summary(console: Console, parts: Sequence[Slice], times: Latency, judgements: Iterable[Judgement]) -> None:
    """The whole result of a run."""
    console.print(totals_table(parts[0]))
    console.print(slices_table(parts))
    if times.sorted_ms:
        p50, p95, top = (times.percentile(share) for share in (0.5, 0.95, 1.0))
        console.print(f"latency of {len(times.sorted_ms)} turns: p50 {p50:.0f} ms, p95 {p95:.0f} ms, max {top:.0f} ms")
    causes = Counter(cause for judgement in judgements for cause in judgement.causes)
    if causes:
        console.print("wrong by cause: " + ", ".join(f"{name} {count}" for name, count in causes.most_common()))
