"""Annotated statements against records: matched by place, compared field by field."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from corpus.types import Deadline, Document, Metadata, Reading, Span, Target, TaskRecord
from eval.command import app
from eval.errors import GoldError
from eval.record_scores import DocumentScore, all_figures, figures, mismatches, score_document
from eval.records import Annotation, read_annotations, statement_spans

TEXT = (
    "1. 建设展示中心，引进企业50家。（责任单位：▲商务局、商城集团，2021年6月底前）"
    "完善通关便利措施。（义乌海关、商务局分工负责）\n序号\t任务\t单位\n1\t同一任务\t财政局\n2\t同一任务\t财政局\n"
)
LINES: list[dict[str, Any]] = [
    {"document": "plan.txt", "split": "dev"},
    {
        "quote": "1. 建设展示中心，引进企业50家。（责任单位：▲商务局、商城集团，2021年6月底前）",
        "notation": "bracket, marked lead",
        "units": [{"name": "商务局", "role": "lead"}, {"name": "商城集团", "role": "participating"}],
        "deadline": {"text": "2021年6月底前", "from": None, "to": "2021-06-30"},
        "targets": [{"text": "50家", "value": 50, "unit": "家"}],
    },
    {
        "quote": "完善通关便利措施。（义乌海关、商务局分工负责）",
        "notation": "分工负责",
        "units": [{"name": "义乌海关", "role": "participating"}, {"name": "商务局", "role": "participating"}],
    },
    {"quote": "同一任务 财政局", "notation": "column", "units": [{"name": "财政局", "role": "lead"}]},
    {"quote": "同一任务 财政局", "notation": "column", "units": [{"name": "财政局", "role": "lead"}]},
]


def annotation(tmp_path: Path, lines: list[dict[str, Any]] = LINES) -> Annotation:
    """The annotation file with these lines, read."""
    path = tmp_path / "plan.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return read_annotations(tmp_path)[0]


def place(words: str, after: int = 0) -> Span:
    """Where the words stand."""
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def record(
    task: str, leads: tuple[str, ...], others: tuple[str, ...], deadline: Deadline | None = None, after: int = 0
) -> TaskRecord:
    """A record that stands where its words stand, the units after the task."""
    where = place(task, after)
    return TaskRecord(
        id=f"plan-{where.start}",
        document_id="plan",
        section=(),
        number=None,
        task=task,
        lead_units=leads,
        participating_units=others,
        lead_basis="marked" if leads else None,
        deadline=deadline,
        targets=(),
        spans={
            "task": (where,),
            "lead_units": tuple(place(unit, where.end) for unit in leads),
            "participating_units": tuple(place(unit, where.end) for unit in others),
        },
    )


JUNE = Deadline("2021年6月底前", None, date(2021, 6, 30), place("2021年6月底前"))
RIGHT = (
    replace(
        record("建设展示中心，引进企业50家。", ("商务局",), ("商城集团",), JUNE),
        targets=(Target("50家", 50.0, "家", place("50家")),),
    ),
    record("完善通关便利措施。", (), ("商务局", "义乌海关")),
    record("同一任务", ("财政局",), ()),
    record("同一任务", ("财政局",), (), after=TEXT.rindex("同一任务")),
)


def score(tmp_path: Path, *records: TaskRecord) -> DocumentScore:
    """The score of a reading that found these records."""
    document = Document("plan", TEXT, (), Metadata("plan"), "text/plain", "")
    return score_document(annotation(tmp_path), Reading(document, (), (), (), records))


def totals(scored: DocumentScore) -> tuple[float | None, ...]:
    """F1, lead, units, deadline and targets."""
    found = figures("all", [scored])
    return (found.f1, found.lead.value, found.units.value, found.deadline.value, found.targets.value)


def test_records_that_say_what_was_annotated_score_one_in_everything(tmp_path: Path) -> None:
    """The order of units without a lead does not matter; a second equal quote is the next occurrence."""
    scored = score(tmp_path, *RIGHT)
    assert totals(scored) == (1, 1, 1, 1, 1)
    assert mismatches(scored) == []


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), (0, 0, 0, 0, 0)),
        (RIGHT[:3], (2 * 3 / 7, 0.75, 0.75, 0.75, 1)),
        ((*RIGHT, record("企业", ("商务局",), ())), (2 * 4 / 9, 1, 1, 1, 1)),
        (
            (replace(RIGHT[0], lead_units=("商城集团",), participating_units=("商务局",)), *RIGHT[1:]),
            (1, 0.75, 1, 1, 1),
        ),
        ((replace(RIGHT[0], participating_units=()), *RIGHT[1:]), (1, 1, 0.75, 1, 1)),
        ((replace(RIGHT[0], deadline=None), *RIGHT[1:]), (1, 1, 1, 0.75, 1)),
        ((replace(RIGHT[0], targets=()), *RIGHT[1:]), (1, 1, 1, 1, 0)),
    ],
    ids=["nothing", "a row missing", "one from nothing", "roles swapped", "a unit lost", "no deadline", "no target"],
)
def test_each_loss_moves_its_own_figure(
    records: tuple[TaskRecord, ...], expected: tuple[float, ...], tmp_path: Path
) -> None:
    """A statement that is not found is wrong in every field; a false record costs precision only."""
    assert totals(score(tmp_path, *records)) == pytest.approx(expected)


def test_one_record_for_a_paragraph_of_two_statements_is_one_find(tmp_path: Path) -> None:
    """Statements are not matched by a record that spreads over both: it belongs to the one that holds most of it."""
    end = place("完善通关便利措施。（义乌海关").end
    both = replace(RIGHT[0], spans={"task": (Span(0, end),)})
    scored = score(tmp_path, both, *RIGHT[2:])
    assert [part.record is not None for part in scored.scores] == [True, False, True, True]


def test_figures_are_told_by_split_and_notation(tmp_path: Path) -> None:
    """Splits first, then notations by frequency; each counts its own statements."""
    parts = all_figures([score(tmp_path, *RIGHT)])
    assert [(part.name, part.found.denominator) for part in parts] == [
        ("split dev", 4),
        ("column", 2),
        ("bracket, marked lead", 1),
        ("分工负责", 1),
    ]


def test_mismatches_say_what_was_annotated_and_what_was_read(tmp_path: Path) -> None:
    """Enough to find the cause without opening either file."""
    swapped = replace(RIGHT[0], lead_units=(), participating_units=("商务局",), deadline=None)
    told = mismatches(score(tmp_path, swapped, record("企业", ("商务局",), ()), *RIGHT[2:]))
    assert told[0] == "plan.txt, line 2 (bracket, marked lead): units: ▲商务局、商城集团 read as 商务局"
    assert told[1] == "plan.txt, line 2 (bracket, marked lead): deadline: 2021年6月底前 read as none"
    assert any("not found: 完善通关便利措施" in line for line in told)
    assert any("false record: 企业" in line for line in told)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"quote": "没有这句话"}, "line 2: the quote does not stand"),
        ({"units": [{"name": "商务局", "role": "boss"}]}, "line 2: units[0].role: input should be 'lead'"),
        (
            {"deadline": {"text": "六月", "from": "June", "to": None}},
            "line 2: deadline.from: input should be a valid date",
        ),
    ],
)
def test_annotation_mistakes_are_explained_by_line(change: dict[str, Any], said: str, tmp_path: Path) -> None:
    """The annotator mends from the message alone."""
    with pytest.raises(GoldError) as caught:
        statement_spans(annotation(tmp_path, [LINES[0], LINES[1] | change]), TEXT)
    assert any(problem.startswith(said) for problem in caught.value.problems)


def test_the_command_reads_the_documents_and_prints_the_figures(tmp_path: Path) -> None:
    """`--records DIR --documents SOURCES` reads each document with the product's own readers."""
    annotation(tmp_path)
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["--records", str(tmp_path), "--documents", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert "split dev" in result.stdout
    missing = CliRunner().invoke(app, ["--records", str(tmp_path), "--documents", str(tmp_path / "no")])
    assert missing.exit_code == 1
    assert "give the documents' folder" in missing.stderr
