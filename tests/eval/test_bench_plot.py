"""The plot of cost against size shows what the reports hold."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from eval.bench.comparison import FIGURES
from eval.bench.plot import draw, lines


def report(*sizes: int, systems: tuple[str, ...] = ("zhengwen", "other")) -> dict[str, Any]:
    """A run whose every figure is its size times the place of its system, in raw units."""
    return {
        "sizes": [
            {
                "passages": size,
                "systems": {name: dict.fromkeys(FIGURES, size * place) for place, name in enumerate(systems, 1)},
            }
            for size in sizes
        ]
    }


def test_a_line_has_a_point_for_each_size_in_the_unit_of_its_label() -> None:
    """Seconds as they are, bytes as megabytes, sizes rising whatever their order in the report."""
    run = report(100_000, 10_000)
    assert lines(run, "build_s")["other"] == ((10_000, 20_000), (100_000, 200_000))
    assert lines(run, "build_peak_bytes")["zhengwen"] == ((10_000, 0.01), (100_000, 0.1))


def test_a_system_that_was_not_measured_at_a_size_has_no_point_there() -> None:
    """The others end where they were last measured."""
    run = {"sizes": report(10)["sizes"] + report(1000, systems=("zhengwen",))["sizes"]}
    found = lines(run, "query_p50_ms")
    assert [size for size, _ in found["zhengwen"]] == [10, 1000]
    assert [size for size, _ in found["other"]] == [10]


def test_the_picture_names_every_system_and_figure_and_is_the_same_again(tmp_path: Path) -> None:
    """Labels are text in the SVG; a second run is told apart; nothing in it depends on when it was drawn."""
    if find_spec("matplotlib") is None:
        pytest.skip("NOT CHECKED: matplotlib is not installed (pip install -r eval/bench/requirements-peers.txt)")
    runs = [report(10, 100), report(10, 1000, systems=("zhengwen",))]
    for name in ("a.svg", "b.svg"):
        draw(runs, tmp_path / name)
    picture = (tmp_path / "a.svg").read_text("utf-8")
    assert picture == (tmp_path / "b.svg").read_text("utf-8")
    for label in ("other", "zhengwen", "zhengwen, run 2", "passages", "query p50 (ms)", "build, texts to first answer"):
        assert label in picture
