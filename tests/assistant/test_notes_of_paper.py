"""What a paper notes on itself outside its text: whether it may be published, whose copy it is, to whom it goes."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

PLAN = """沅浦市人民政府办公室关于印发《沅浦市冷链物流发展方案》的通知
沅政办发〔2024〕18号
各区县人民政府：
现将《沅浦市冷链物流发展方案》印发给你们。
沅浦市人民政府办公室
2024年5月20日
（此件公开发布）

沅浦市冷链物流发展方案
一、重点任务
建设冷库5座，由市商务局负责，于2024年9月底前完成。
"""

REPORT = """平墅市2025年政府工作报告
来源：平墅日报
各位代表：2024年全市新建学校12所，公共数据全部公开。
"""

MINUTES = """禾源市人民政府专题会议纪要
〔2024〕9号
关于防汛工作的专题会议纪要
2024年8月2日，副市长孟令仪主持召开专题会议，研究防汛工作。
一、议定事项
会议明确，排水管网清淤由市水利局负责，于2024年9月底前完成。
分送：市委办公室、市水利局，各参会单位。
"""


@pytest.fixture(scope="module")
def papers(over: Over) -> Assistant:
    """A plan that is open to all, a report copied from a newspaper, and minutes."""
    return over({"plan.txt": PLAN, "report.txt": REPORT, "minutes.txt": MINUTES})


@pytest.mark.parametrize(
    "question",
    [
        "沅浦冷链物流方案是公开的吗？",
        "沅浦冷链物流方案对外公开吗，文末是怎么标的？",
        "沅浦市冷链物流发展方案能不能公开发布",
        "沅浦冷链物流方案的公开属性是什么",
    ],
)
def test_whether_a_paper_is_open_is_what_it_notes(question: str, papers: Assistant) -> None:
    """No task is told of, and the clause that asks how it is written asks nothing more."""
    answer = papers.answer(question)
    assert answer.status == "answered"
    assert answer.answer == "关于是否公开，文件注明：“此件公开发布”。[1]"


def test_a_paper_without_a_note_is_said_to_have_none(papers: Assistant) -> None:
    """That another paper may be published says nothing of it."""
    answer = papers.answer("禾源市防汛专题会议纪要是公开文件吗？")
    assert answer.status == "not_found"
    assert "没有这样的注明" in answer.answer


def test_whether_something_else_is_open_is_asked_of_the_text(papers: Assistant) -> None:
    """公共数据公开吗 asks for no note on a paper."""
    assert "注明" not in papers.answer("平墅的公共数据公开吗？").answer


def test_the_newspaper_that_a_copy_is_from(papers: Assistant) -> None:
    """It stands in a line of its own at the head."""
    answer = papers.answer("平墅2025年政府工作报告这份文本，标的来源是哪家媒体？")
    assert "平墅日报" in answer.answer
    assert [one.quote for one in answer.citations] == ["平墅日报"]


@pytest.mark.parametrize("question", ["禾源防汛会议纪要发给了哪些单位？", "禾源防汛会议纪要抄送给谁？"])
def test_minutes_go_to_those_named_at_their_end(question: str, papers: Assistant) -> None:
    """分送 where no recipients stand at the head."""
    assert "市委办公室、市水利局，各参会单位" in papers.answer(question).answer
