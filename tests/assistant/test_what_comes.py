"""Items of a list that only name a case are told with what comes of it, which stands in what announces the list."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.announcements import heads_cases, is_bare_case
from tests.assistant.conftest import Over

PAPERS = {
    "minglu.txt": "鸣鹭市冷链仓库备案管理办法\n\n第一章 总则\n第一条 为规范冷链仓库备案，制定本办法。\n\n"
    "第三章 检查\n\n"
    "（一）对存在下列问题的冷链仓库要进行整改。\n1.未按规定建立温度台账的；\n2.未参加年度复核或者复核未通过的；\n"
    "3.装卸平台未封闭，影响正常作业的；\n\n"
    "（二）对存在下列情形的冷链仓库予以注销。\n1.连续两年没有入库货物的；\n2.提供虚假备案材料，造成严重后果的；\n",
    "suichuan.txt": "穗川市网约货车平台管理规定\n\n第九条 平台企业有下列行为之一的，由市交通运输局责令改正，"
    "处3万元以下罚款：\n"
    "（一）向未取得从业资格的驾驶员派单；\n（二）拒不提供运单数据。\n\n"
    "第十条 平台企业应当每季度公布服务质量报告。\n",
}


@pytest.fixture
def papers(over: Over) -> Assistant:
    """Two sets of rules that list their cases."""
    return over(PAPERS)


@pytest.mark.parametrize(
    ("question", "comes", "case"),
    [
        ("鸣鹭冷链仓库没参加年度复核会怎么样？", "要进行整改", "未参加年度复核"),
        ("鸣鹭的冷链仓库提供虚假备案材料会怎样？", "予以注销", "提供虚假备案材料"),
        ("鸣鹭冷链仓库连续两年没有入库货物怎么处理？", "予以注销", "连续两年没有入库货物"),
        ("穗川网约货车平台拒不提供运单数据会怎么样？", "处3万元以下罚款", "拒不提供运单数据"),
    ],
)
def test_what_comes_of_a_case_is_told_with_it(papers: Assistant, question: str, comes: str, case: str) -> None:
    """Both are quoted, each where it stands."""
    answer = papers.answer(question)
    assert comes in answer.answer
    assert case in answer.answer
    assert any(comes in citation.quote for citation in answer.citations)
    assert any(case in citation.quote for citation in answer.citations)


def test_what_comes_of_cases_is_told_once(papers: Assistant) -> None:
    """Who asks for the whole list is told its announcement once."""
    answer = papers.answer("鸣鹭哪些冷链仓库要整改？")
    assert answer.answer.count("要进行整改") <= 1
    assert "温度台账" in answer.answer


def test_headings_of_cases_and_bare_cases_are_told_from_others() -> None:
    """A heading that announces nothing, and an item that says itself what is to be done, are none."""
    assert heads_cases("（三）对存在下列问题的仓库要进行整改。")
    assert heads_cases("2.符合以下条件的企业可以免于检查：")
    assert not heads_cases("（三）清理整顿的重点。")
    assert not heads_cases("对存在下列问题的仓库要进行整改。")
    assert is_bare_case("6.未按规定参加年检的；", "（三）对存在下列问题的要进行整改。")
    assert is_bare_case("（二）拒不提供数据；", "有下列行为之一的，处3万元罚款：")
    assert not is_bare_case("6.未参加年检的，责令改正；", "（三）对存在下列问题的要进行整改。")
    assert not is_bare_case("（二）建立台账；", "应当做好下列工作：")
