"""Moving a threshold: what is asked, counted and printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from assistant.matching.thresholds import MEASURED, Thresholds
from assistant.types import Answer, Turn
from eval.cases import Case
from eval.selective import sweep
from eval.terminal import print_curve
from index.build import ingest
from index.types import Filters
from tests.eval.conftest import Oracle, Shelf
from tests.eval.test_command import DOCUMENTS, zhengwen

SURE = {"who-1": 0.9, "when-1": 0.7, "list-1": 0.5, "none-1": 0.35}


class Hesitant:
    """Answers right with some confidence, wrong with less; abstains below the threshold for sentences."""

    def __init__(self, cases: Sequence[Case], shelf: Shelf, thresholds: Thresholds) -> None:
        self._oracle, self._least = Oracle(cases, shelf), thresholds.sentence

    def answer(self, question: str, *, turns: Sequence[Turn] = (), filters: Filters | None = None) -> Answer:
        answer = self._oracle.answer(question, turns=turns, filters=filters)
        sure = SURE.get(answer.id, 1.0)
        if sure < self._least:
            return replace(answer, status="not_found", citations=())
        if sure < 0.6:
            return replace(answer, status="answered", answer="别的", citations=())
        return answer


def test_a_threshold_trades_answers_for_risk(cases: tuple[Case, ...], shelf: Shelf) -> None:
    """At .3 all six are answered, two of them wrongly; at .4 the question without an answer is refused; from .6 on
    nothing wrong is left, and from .8 on right answers are given up. Other thresholds change nothing here."""
    points = list(sweep(cases, shelf, lambda thresholds: Hesitant(cases, shelf, thresholds), (0.3, 0.4, 0.6, 0.8)))
    moved = {one.value: one for one in points if one.threshold == "sentence"}
    counts = {value: (one.answered, one.wrong, one.right, one.worth) for value, one in moved.items()}
    assert counts == {0.3: (6, 2, 4, 2), 0.4: (5, 1, 5, 4), MEASURED.sentence: (4, 0, 5, 5)} | {
        0.6: (4, 0, 5, 5),
        0.8: (3, 0, 4, 4),
    }
    assert moved[0.4].coverage == pytest.approx(5 / 6)
    assert moved[0.4].risk == pytest.approx(1 / 5)
    (still,) = {(one.answered, one.wrong) for one in points if one.threshold == "record"}
    assert still == counts[MEASURED.sentence][:2]
    assert {one.threshold: one.value for one in points if one.used} == {
        "record": MEASURED.record,
        "listed": MEASURED.listed,
        "sentence": MEASURED.sentence,
        "stated": MEASURED.stated,
    }


def test_the_curve_is_printed_with_what_is_in_use(
    cases: tuple[Case, ...], shelf: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row for each point, in the order in which they come, with a star at the values in use."""
    print_curve(Console(), sweep(cases, shelf, lambda thresholds: Hesitant(cases, shelf, thresholds), (0.3, 0.8)))
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line and not line.startswith("*")]
    assert rows[1:]
    assert all(len(row) == len(rows[0]) for row in rows[1:])
    assert ["sentence", "0.30", "6", "100.0", "2", "33.3", "4", "2"] in rows
    assert sum(row[1].endswith("*") for row in rows[1:]) == 4


@pytest.mark.parametrize("name", ["risk-coverage", "--risk-coverage"])
def test_the_command_asks_the_real_product_and_only_dev_cases(name: str, gold: Path, tmp_path: Path) -> None:
    """Lower thresholds answer at least as much; of the six cases, those of split dev are asked."""
    assert not ingest([DOCUMENTS], tmp_path / "data").failed
    shown = zhengwen(name, gold, "--data", tmp_path / "data", "--threshold", "sentence")
    assert shown.exit_code == 0, shown.output
    rows = [line.split() for line in shown.stdout.splitlines() if line.startswith(("record", "listed", "sentence"))]
    answered = [int(row[2]) for row in rows if row[0] == "sentence"]
    assert len(answered) == len(rows) > 3
    assert answered == sorted(answered, reverse=True)
    assert answered[0] <= 4


def test_a_set_without_dev_cases_is_refused(gold: Path, tmp_path: Path) -> None:
    """A threshold is never chosen from the test split."""
    held = tmp_path / "held.jsonl"
    lines = gold.read_text("utf-8").splitlines()
    held.write_text("\n".join(line for line in lines if '"split": "dev"' not in line), "utf-8")
    shown = zhengwen("risk-coverage", held, "--data", tmp_path)
    assert shown.exit_code == 1
    assert "dev" in shown.output
