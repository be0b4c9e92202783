"""Lists and counts of the bundled gold set come from the plan's own lines, and the annotations stand in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.readers import read_file
from eval.gold.derive import DOCUMENTS, GOLD, PLAN, derived_cases
from eval.gold.plan_rows import plan_rows
from eval.records import read_annotations, statement_spans

PLAN_TEXT = (DOCUMENTS / f"{PLAN}.txt").read_text(encoding="utf-8")


def test_the_gold_set_holds_exactly_the_derived_cases() -> None:
    """An edit on either side alone is noticed; every rule keeps as many rows as its hand count says."""
    written = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    assert [case for case in written if case["id"].startswith("derived-")] == derived_cases()


def test_a_lost_row_is_an_error_and_not_a_shorter_list() -> None:
    """A row that the pattern misses would silently make every list that needs it wrong."""
    assert len(plan_rows(PLAN_TEXT)) == 35 + 14 + 29
    with pytest.raises(ValueError, match=r"expected tasks 1\.\.14"):
        plan_rows(PLAN_TEXT.replace("\n7\t争取与国家级商协会合作", "\n争取与国家级商协会合作"))


def test_a_date_that_cannot_be_read_names_its_row() -> None:
    """The message leads to the line to look at."""
    with pytest.raises(ValueError, match="annex 1 row 12"):
        plan_rows(PLAN_TEXT.replace("2022 年 11 月", "另行通知"))


def test_the_plan_s_annotated_statements_are_found_in_order() -> None:
    """80 statements, each at a place of its own after the one before."""
    (annotation,) = read_annotations(Path(GOLD).with_name("records-bundled"))
    spans = statement_spans(annotation, read_file(DOCUMENTS / annotation.document).text)
    assert len(spans) == 80
    assert list(spans) == sorted(set(spans))


def test_annotations_of_other_documents_split_whole_documents() -> None:
    """At least 12 documents and 250 statements, with both splits and documents that assign nothing in each."""
    annotations = read_annotations(Path(GOLD).with_name("records"))
    stating = [annotation for annotation in annotations if annotation.statements]
    assert len(stating) >= 12
    assert sum(len(annotation.statements) for annotation in stating) >= 250
    for split in ("dev", "test"):
        assert {bool(annotation.statements) for annotation in annotations if annotation.split == split} == {True, False}
