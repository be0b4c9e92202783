"""Cost against size, drawn from reports of `zhengwen bench` (needs matplotlib, see `requirements-peers.txt`).

python -m eval.bench.plot eval/bench/cost.svg report/bench.json [ANOTHER_RUN.json ...]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.bench.comparison import FIGURES

PANELS = ("query_p50_ms", "build_s", "build_peak_bytes", "query_peak_bytes")

Line = tuple[tuple[int, float], ...]
"""(passages, figure) by rising number of passages, in the figure's unit of FIGURES."""


def lines(report: Mapping[str, Any], figure: str) -> dict[str, Line]:
    """One line for each system of one run, over the sizes it was measured at."""
    divisor = FIGURES[figure][1]
    found: dict[str, list[tuple[int, float]]] = {}
    for size in report["sizes"]:
        for name, figures in size["systems"].items():
            found.setdefault(name, []).append((size["passages"], figures[figure] / divisor))
    return {name: tuple(sorted(points)) for name, points in found.items()}


def draw(reports: Sequence[Mapping[str, Any]], target: Path) -> None:
    """Writes the plot: a panel for each of PANELS, both axes logarithmic; the first run with full lines, further ones
    broken. The same reports give the same bytes."""
    import matplotlib

    matplotlib.use("Agg")
    matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "zhengwen", "font.size": 9})
    from matplotlib import pyplot

    picture, axes = pyplot.subplots(2, 2, figsize=(9, 6.5), layout="constrained")
    picture.set_facecolor("white")
    colours: dict[str, str] = {}
    for axis, figure in zip(axes.flat, PANELS, strict=True):
        for run, report in enumerate(reports):
            for name, points in lines(report, figure).items():
                colour = colours.setdefault(name, f"C{len(colours)}")
                label = f"{name}, run {run + 1}" if run else name
                style = "--" if run else "-"
                axis.plot(*zip(*points, strict=True), style, marker="o", markersize=4, color=colour, label=label)
        axis.set(xscale="log", yscale="log", xlabel="passages", title=FIGURES[figure][0])
        axis.grid(visible=True, which="major", alpha=0.3)
    axes.flat[0].legend(fontsize=8)
    picture.savefig(target, metadata={"Date": None} if target.suffix == ".svg" else None)
    pyplot.close(picture)


def main(target: str, *reports: str) -> None:
    """Draws the reports in these files."""
    if not reports:
        raise SystemExit("name the picture to write and at least one report/bench.json")
    draw([json.loads(Path(report).read_text(encoding="utf-8")) for report in reports], Path(target))


if __name__ == "__main__":
    main(*sys.argv[1:])
