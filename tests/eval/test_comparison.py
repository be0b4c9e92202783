"""Two runs side by side: what changed, and whether it can be chance."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from eval.command import app
from eval.comparison import compare, sign_test
from eval.errors import EvaluationError
from eval.gates import check_gates, raise_gates, read_gates
from eval.measures import MEASURES
from eval.summary import Figure, Slice


def scored(name: str, right: bool, **changed: Any) -> dict[str, Any]:
    """A row of results.jsonl."""
    return {
        "id": name,
        "type": "who",
        "turns": [f"{name}?"],
        "must": [["x"]],
        "must_not": [],
        "status": "answered",
        "evidence": [],
        "right": right,
        "causes": [] if right else ["must"],
        "measures": {"Right": [int(right), 1], "MustRecall": [int(right), 1]},
    } | changed


def rows(pattern: str) -> dict[str, dict[str, Any]]:
    """Cases named by position, right where the pattern has a 1."""
    return {f"c{position}": scored(f"c{position}", mark == "1") for position, mark in enumerate(pattern)}


def test_changes_are_named_case_by_case_in_both_directions() -> None:
    """What got better keeps the cause it had, what got worse tells the one it has now."""
    found = compare(rows("0011"), rows("0110"))
    assert [(change.case_id, change.causes) for change in found.better] == [("c1", ("must",))]
    assert [(change.case_id, change.causes) for change in found.worse] == [("c3", ("must",))]
    right = found.measures[0]
    assert (right.measure.name, right.before, right.after, right.rose, right.fell) == ("Right", 0.5, 0.5, 1, 1)


def test_the_paired_test_is_the_exact_one() -> None:
    """Six changes, all for the better: two-sided 2 / 2^6; five against one: 2 * 7 / 2^6; none: no probability."""
    assert sign_test(6, 0) == pytest.approx(2 / 64)
    assert sign_test(5, 1) == sign_test(1, 5) == pytest.approx(14 / 64)
    assert sign_test(0, 0) is None
    assert compare(rows("000000"), rows("111111")).measures[0].p_value == pytest.approx(2 / 64)


def test_only_the_same_cases_are_compared() -> None:
    """Cases of one run alone, and cases whose gold was edited in between, are named and left out."""
    after = rows("11") | {"c1": scored("c1", True, must=[["y"]]), "new": scored("new", True)}
    found = compare(rows("000"), after)
    assert (found.cases, found.only_before, found.only_after, found.edited) == (1, ("c2",), ("new",), ("c1",))
    with pytest.raises(EvaluationError, match="no case in common"):
        compare(rows("1"), {"other": scored("other", True)})


def test_comparing_what_is_no_report_is_one_clear_line(tmp_path: Path) -> None:
    """`--compare A B` with a folder that holds no results says so."""
    result = CliRunner().invoke(app, ["--compare", str(tmp_path), str(tmp_path)])
    assert result.exit_code == 1
    assert "give the folder of an earlier --report" in result.stderr


def test_changed_cases_of_the_test_split_are_counted_but_not_named(tmp_path: Path) -> None:
    """Nobody tunes to what nobody reads; --reveal-test names them all the same."""
    for name, right in (("before", False), ("after", True)):
        (tmp_path / name).mkdir()
        lines = (scored("seen", right, split="dev"), scored("unseen", right, split="test"))
        (tmp_path / name / "results.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    command = ["--compare", str(tmp_path / "before"), str(tmp_path / "after")]
    closed = CliRunner().invoke(app, command).stdout
    assert "got better: 2, 1 of them in split test" in closed
    assert "seen?" in closed
    assert "unseen?" not in closed
    assert "unseen?" in CliRunner().invoke(app, [*command, "--reveal-test"]).stdout


def a_slice(name: str, **values: float | None) -> Slice:
    """A slice with these figures."""
    known = {measure.name: measure for measure in MEASURES}
    return Slice(name, 10, tuple(Figure(known[key], value, 0, 0) for key, value in values.items()))


def gates_file(tmp_path: Path, text: str) -> Path:
    """A file of thresholds."""
    path = tmp_path / "gates.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_gate_is_missed_below_its_threshold_or_above_it_where_lower_is_better(tmp_path: Path) -> None:
    """Equal is met; a measure without a case, or a slice that does not exist, is missed rather than skipped."""
    gates = read_gates(
        gates_file(
            tmp_path,
            "[all]\nRight = 0.9\nFalseRefusal = 0.1\nRejection = 0.0\n"
            "[type.list]\nRight = 0.5\n[lang.en]\nRight = 0.1\n",
        )
    )
    parts = (a_slice("all", Right=0.9, FalseRefusal=0.2, Rejection=None), a_slice("type.list", Right=0.4))
    results = {f"{result.gate.slice} {result.gate.measure}": result.passed for result in check_gates(gates, parts)}
    assert results == {
        "all Right": True,
        "all FalseRefusal": False,
        "all Rejection": False,
        "type.list Right": False,
        "lang.en Right": False,
    }


def test_gates_are_raised_to_what_was_reached_and_never_lowered(tmp_path: Path) -> None:
    """Rounded so that the same run still passes; comments and the other gates stay."""
    text = (
        '# why\n[all]\nRight = 0.50 # so far\nFalseRefusal = 0.30\n"SetF1(evidence)" = 0.10\n[lang.en]\nRight = 0.90\n'
    )
    path = gates_file(tmp_path, text)
    reached = {"Right": 0.876, "FalseRefusal": 0.111, "SetF1(evidence)": 0.55}
    parts = (a_slice("all", **reached), a_slice("lang.en", Right=0.7))
    assert raise_gates(path, check_gates(read_gates(path), parts)) == 3
    assert path.read_text(encoding="utf-8") == (
        '# why\n[all]\nRight = 0.87 # so far\nFalseRefusal = 0.12\n"SetF1(evidence)" = 0.55\n[lang.en]\nRight = 0.90\n'
    )
    assert [result.passed for result in check_gates(read_gates(path), parts)] == [True, True, True, False]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[all]\nRigth = 0.9", "no such measure"),
        ("[all]\nRight = 95", "not a share from 0 to 1"),
        ("[all", "not TOML"),
    ],
)
def test_a_wrong_gates_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    """A misspelt gate must not be a gate that always passes."""
    with pytest.raises(EvaluationError, match=said):
        read_gates(gates_file(tmp_path, text))


def test_the_gates_of_the_bundled_set_are_readable() -> None:
    """The file that `make eval` uses has at least one gate."""
    assert read_gates(Path(__file__).parents[2] / "eval" / "gates.toml")
