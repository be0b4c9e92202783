"""Search judged stage by stage on a folder in the layout of BEIR."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from eval.errors import EvaluationError
from eval.retrieval import MEASURES, evaluate, read_retrieval_set, reciprocal_ranks, run_retrieval
from index.types import Hit

PASSAGES = {
    "p0": "由市商务局牵头，申请免税经营资质。",
    "p1": "完善冷链仓储设施，扩大水果进口。",
    "p2": "市财政局安排专项资金，支持跨境电商企业。",
    "p3": "海关对企业出口实行简化申报。",
}
QUESTIONS = {"q0": "谁牵头申请免税经营资质？", "q1": "如何扩大水果的进口？", "q2": "没有人判断过这个问题"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four passages, packed, and three questions, two of them judged."""
    with lzma.open(tmp_path / "corpus.jsonl.xz", "wt", encoding="utf-8") as file:
        for name, text in PASSAGES.items():
            file.write(json.dumps({"_id": name, "title": "", "text": text}) + "\n")
    lines = [json.dumps({"_id": name, "text": text}) for name, text in QUESTIONS.items()]
    (tmp_path / "queries.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq0\tp0\t1\nq1\tp1\t1\nq1\tp2\t0\n")
    return tmp_path


def test_every_stage_is_measured(folder: Path) -> None:
    """Both judged questions are found at once by words, and the table has every stage and measure."""
    results = {result.stage: result.values for result in run_retrieval(folder)}
    assert {"lexical", "dense", "fused by ranks", "fused", "re-ranked", "- dense", "- sentence"} <= results.keys()
    assert all(list(values) == list(MEASURES) for values in results.values())
    assert results["re-ranked"]["hit@1"] == 1.0
    assert results["lexical"]["MRR@10"] == 1.0


def test_a_question_without_hits_scores_nothing_and_does_not_vanish() -> None:
    """One of two questions found at rank two: half of the questions, half of the reciprocal rank each."""
    judgements = {"q0": {"a": 1}, "q1": {"b": 1}}
    (result,) = evaluate({"only": {"q0": [Hit("x", 2.0), Hit("a", 1.0)]}}, judgements)
    assert result.values["hit@1"] == 0.0
    assert result.values["hit@5"] == 0.5
    assert result.values["MRR@10"] == 0.25


def test_only_judged_questions_are_asked(folder: Path) -> None:
    """A question without a judgement cannot be scored; a judged 0 is kept as such."""
    found = read_retrieval_set(folder)
    assert list(found.questions) == ["q0", "q1"]
    assert found.judgements["q1"] == {"p1": 1, "p2": 0}


def test_fusion_by_ranks_prefers_what_both_lists_have() -> None:
    """Second in both lists beats first in one."""
    first = [Hit("a", 0), Hit("b", 0)]
    second = [Hit("c", 0), Hit("b", 0)]
    assert [hit.id for hit in reciprocal_ranks(first, second)] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("queries.jsonl", "", "no question"),
        ("queries.jsonl", '{"_id": "q0"}', "line 1"),
        ("qrels/test.tsv", "query\tdoc\nq0\tp0\n", "query-id"),
    ],
)
def test_a_malformed_set_is_named(folder: Path, name: str, content: str, told: str) -> None:
    """The message says which file and what it should have."""
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(EvaluationError, match=told):
        read_retrieval_set(folder)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """An empty folder is no retrieval set."""
    with pytest.raises(EvaluationError, match=r"corpus\.jsonl"):
        read_retrieval_set(tmp_path)
