"""Reading comprehension: the official measures, the two layouts, and the run over a collection made for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.errors import EvaluationError
from eval.extraction import (
    Question,
    ask_question,
    exact_match,
    f1,
    open_contexts,
    read_reading_set,
    score_question,
    segments,
)
from eval.outcomes import Outcome

CONTEXT = "义乌市商城集团成立于1993年12月。集团负责市场开发，办公地点在福田路105号海洋商务楼。"
SQUAD = {
    "data": [
        {
            "paragraphs": [
                {
                    "context": CONTEXT,
                    "qas": [
                        {"id": "q1", "question": "商城集团何时成立？", "answers": [{"text": "1993年12月"}]},
                        {"id": "q2", "question": "没有答案的问题？", "answers": []},
                    ],
                }
            ]
        }
    ]
}


def test_chinese_is_compared_by_characters_and_foreign_words_whole() -> None:
    """As the official script segments: case folded, punctuation left out, runs between Chinese characters split."""
    assert segments("《战国无双3》由Koei和ω-Force 开发") == [
        "战",
        "国",
        "无",
        "双",
        "3",
        "由",
        "koei",
        "和",
        "ωforce",
        "开",
        "发",
    ]


@pytest.mark.parametrize(
    ("prediction", "answers", "exact", "expected"),
    [
        ("光荣和ω-force", ["光荣和ω-force"], 1, 1),
        ("光荣、和ω-FORCE。", ["光荣和ω-force"], 1, 1),
        ("村雨城", ["任天堂游戏谜之村雨城", "村雨城"], 1, 1),
        # 3 shared of 3 predicted and 10 wanted.
        ("村雨城", ["任天堂游戏谜之村雨城"], 0, 2 * 3 / 13),
        # Only the longest common run counts, here 2 of 4 and 4.
        ("甲乙丙丁", ["甲乙丁丙"], 0, 0.5),
        ("天", ["地"], 0, 0),
    ],
)
def test_the_official_measures(prediction: str, answers: list[str], exact: float, expected: float) -> None:
    """Exact match and F1 as the CMRC2018 script gives them."""
    assert exact_match(prediction, answers) == exact
    assert f1(prediction, answers) == pytest.approx(expected)


@given(st.text("商城集团ab1，。 "), st.text("商城集团ab1，。 "))
def test_f1_is_symmetric_and_one_for_equal_texts(one: str, other: str) -> None:
    """Between 0 and 1, the same both ways, and 1 exactly where the segments agree."""
    assert f1(one, [other]) == f1(other, [one])
    assert 0 <= f1(one, [other]) <= 1
    assert (f1(one, [other]) == 1) == (bool(segments(one)) and segments(one) == segments(other))


def test_a_sentence_that_holds_the_phrase_is_told_apart_from_the_phrase() -> None:
    """EM is 0, Said and Cited are 1; markers are no part of what was said; a refusal scores nothing."""
    question = Question("q1", "c", "何时成立？", ("1993年12月",))
    citation = {"quote": "成立于1993年12月"}
    sentence = {"status": "answered", "answer": "成立于1993年12月[1]。", "citations": [citation]}
    scored = score_question(question, Outcome("q1", (sentence,), (1.0,)))
    assert (scored.exact, scored.said, scored.cited) == (0, 1, 1)
    assert scored.f1 == pytest.approx(2 * 4 / (4 + 7))
    refused = {"status": "not_found", "answer": "没有找到1993年12月", "citations": []}
    assert not score_question(question, Outcome("q1", (refused,), (1.0,))).answered
    assert score_question(question, Outcome("q1", (), (1.0,), "crash")).f1 == 0


def test_both_layouts_are_read(tmp_path: Path) -> None:
    """SQuAD files and BEIR folders give the same values; a question without an answer is not asked."""
    squad = tmp_path / "squad.json"
    squad.write_text(json.dumps(SQUAD), encoding="utf-8")
    beir = tmp_path / "beir"
    (beir / "qrels").mkdir(parents=True)
    (beir / "corpus.jsonl").write_text(json.dumps({"_id": "p0", "title": "", "text": CONTEXT}), encoding="utf-8")
    queries = [
        {"_id": "q1", "text": "商城集团何时成立？", "answers": ["1993年12月"]},
        {"_id": "q2", "text": "?", "answers": []},
    ]
    (beir / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), encoding="utf-8")
    (beir / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\tp0\t1\nq2\tp0\t1\n", encoding="utf-8")
    for path, context in ((squad, "context-0"), (beir, "p0")):
        found = read_reading_set(path)
        assert found.contexts == {context: CONTEXT}
        assert found.questions == (Question("q1", context, "商城集团何时成立？", ("1993年12月",)),)


def test_another_layout_is_refused_by_name(tmp_path: Path) -> None:
    """One line that names the file and the two layouts."""
    (tmp_path / "x.json").write_text("[]", encoding="utf-8")
    with pytest.raises(EvaluationError, match="neither SQuAD layout nor BEIR layout"):
        read_reading_set(tmp_path / "x.json")


def test_each_question_sees_its_own_context_only(tmp_path: Path) -> None:
    """Equal contexts are one document; the answer's citations come from the context asked about."""
    contexts = {"a": CONTEXT, "b": CONTEXT.replace("1993年12月", "2001年5月"), "c": CONTEXT}
    respondent, documents = open_contexts(contexts, tmp_path, None)
    assert documents["a"] == documents["c"] != documents["b"]
    outcome = ask_question(Question("q", "b", "商城集团何时成立？", ("2001年5月",)), respondent, documents)
    assert outcome.error is None
    assert {citation["document_id"] for citation in outcome.citations} <= {documents["b"]}
