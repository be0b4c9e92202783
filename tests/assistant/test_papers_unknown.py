"""Papers that a question names and that are not held: nothing of another paper is told as theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

Over = Callable[[Mapping[str, str]], Assistant]

MEASURES = """临浦市人民政府关于印发《临浦市海外仓扶持办法》的通知

临政发〔2024〕8号

第一条　为支持企业建设海外仓，制定本办法。
第二条　企业自建海外仓的，按照投资额的20%给予补助。
第三条　有下列行为的，依照《中华人民共和国对外贸易法》第六十条处理。
第四条　市商务局负责组织申报，企业应当遵守《对外劳务合作管理条例》。
第五条　本办法自2024年6月1日起施行。
"""


@pytest.fixture(scope="module")
def measures(over: Over) -> Assistant:
    return over({"measures": MEASURES})


@pytest.mark.parametrize(
    "question",
    [
        "《云汀市海外仓扶持办法》第二条规定了什么？",
        "《云汀市海外仓扶持办法》对自建海外仓怎么补助？",
        "《进出口商品检验条例》是什么时候施行的？",
        "《对外劳务合作管理条例》第二条怎么规定的？",
        "What does Article 2 of the Yunting Overseas Warehouse Measures say?",
        "What does Article 12 of the Cybersecurity Law provide?",
    ],
)
def test_a_paper_that_is_not_held_is_told_by_no_other(measures: Assistant, question: str) -> None:
    """Neither by that of another city nor by what stands under the same number; the answer names the paper."""
    answer = measures.answer(question)
    assert answer.status == "not_found"
    assert not answer.citations
    assert any(words in answer.answer for words in ("没有收录《", "do not include “"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("《临浦市海外仓扶持办法》第二条规定了什么？", "按照投资额的20%给予补助"),
        ("《海外仓扶持办法》第二条规定了什么？", "按照投资额的20%给予补助"),
        ("《临浦市关于海外仓的扶持办法》对自建海外仓怎么补助？", "按照投资额的20%给予补助"),
        ("谁应当遵守《对外劳务合作管理条例》？", "企业应当遵守"),
        ("哪些行为依照《中华人民共和国对外贸易法》第六十条处理？", "依照《中华人民共和国对外贸易法》第六十条处理"),
        ("What does Article 2 of the Linpu Measures say?", "按照投资额的20%给予补助"),
    ],
)
def test_a_paper_that_is_held_or_cited_is_told(measures: Assistant, question: str, told: str) -> None:
    """Whose title is nearly right, whose place is in pinyin, and what is said of a paper that is only named."""
    answer = measures.answer(question)
    assert answer.status == "answered", answer.answer
    assert any(told in citation.quote for citation in answer.citations)


PLAN = """临浦市冷链物流发展实施方案

一、重点任务
1．建设智能冷库网络。推动智能技术在冷库场景应用，新建智能冷库12座。（责任单位：市商务局；完成时限：2024年9月底前）
2．构建智能配送生态。推广智能配送装备，建立评估机制。（责任单位：市交通运输局）
"""


@pytest.mark.parametrize(
    "question",
    [
        "《临浦市冷链物流发展实施方案》规定推动人工智能应用场景赋能与开放什么时候完成？",
        "按照《临浦市冷链物流发展实施方案》，推动人工智能应用场景赋能与开放由谁负责？",
    ],
)
def test_a_task_that_the_named_paper_does_not_have_is_not_told_by_its_nearest(over: Over, question: str) -> None:
    """推动, 智能, 应用 and 场景 stand in it, and no such task."""
    assert over({"plan": PLAN}).answer(question).status == "not_found"


def test_a_task_of_the_named_paper_is_told(measures: Assistant) -> None:
    """Also in words of which it has only most."""
    answer = measures.answer("《临浦市海外仓扶持办法》里，企业申报由谁负责组织？")
    assert answer.status != "not_found"
    assert "市商务局" in answer.answer
