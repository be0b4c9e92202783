"""Candidate cases out of task records: a start that a person still has to review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from corpus.types import Deadline, Span, TaskRecord
from eval.cases import contradictions, parse_cases, write_cases
from eval.skeleton import candidates
from eval.validation import document_findings

TEXT = "1\t建设展示中心\t▲商务局、商城集团\t2021年6月\n2\t建立溯源机制\t▲商务局、海关\t\n3\t单独任务\t海关\t2021年9月\n"


def read(task: str, leads: tuple[str, ...], due: str = "") -> TaskRecord:
    """The record of the row that holds the task."""
    start = TEXT.index(task)
    line = Span(TEXT.rfind("\n", 0, start) + 1, TEXT.index("\n", start))
    place = Span(TEXT.find(due, start), TEXT.find(due, start) + len(due))
    return TaskRecord(
        id=f"plan-{start}",
        document_id="plan",
        section=(),
        number=None,
        task=task,
        lead_units=leads,
        participating_units=(),
        lead_basis="marked" if len(leads) == 1 and leads != ("海关",) else "sole",
        deadline=Deadline(due, date(2021, 6, 1), date(2021, 6, 30), place) if due else None,
        targets=(),
        spans={"task": (Span(start, start + len(task)),), "statement": (line,)},
    )


RECORDS = (
    read("建设展示中心", ("商务局",), "2021年6月"),
    read("建立溯源机制", ("商务局",)),
    read("单独任务", ("海关",), "2021年9月"),
)


def test_candidates_ask_what_the_records_state_and_are_marked_unreviewed(tmp_path: Path) -> None:
    """Who where a lead is marked, when where a date is stated, a list where a unit leads several; all valid cases."""
    cases = candidates(RECORDS, {"plan": TEXT}, 60)
    assert [case.type for case in cases] == ["list", "when", "when", "who", "who"]
    assert cases[0].turns == ("商务局牵头的任务有哪些？",)
    assert cases[0].must == (("建设展示中心",), ("建立溯源机制",))
    assert all(case.unreviewed for case in cases)
    assert all(contradictions(case) == [] for case in cases)
    assert document_findings(cases, {"plan": TEXT}.__getitem__) == []
    write_cases(cases, tmp_path / "gold.jsonl")
    assert [case.id for case in parse_cases(tmp_path / "gold.jsonl")] == [case.id for case in cases]


def test_the_limit_is_spread_over_documents_and_kinds() -> None:
    """A long document does not crowd out a short one."""
    other = [replace(record, document_id="other", id=record.id + "-o") for record in RECORDS]
    cases = candidates([*RECORDS * 5, *other], {"plan": TEXT, "other": TEXT}, 4)
    assert {case.evidence[0].doc for case in cases} == {"plan", "other"}
    assert len({case.type for case in cases}) > 1
