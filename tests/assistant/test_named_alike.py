"""哪“五关”: what is named by its number and its last character is told by the sentence that names so many."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

NOTICE = """岚川市农村宅基地审批管理办法

第三条　审批前，严把申请关、审查关、公示关、批准关，做到“一户一宅”。
第四条　市农业农村局负责审批台账，重点抓好产业链、供应链建设。
第五条　宅基地审批实行“三到场”，申请审查到场、批准后丈量批放到场、建成后核查到场。
"""


@pytest.fixture(scope="module")
def notice(over: Over) -> Assistant:
    """A regulation with a series of four."""
    return over({"岚川市农村宅基地审批管理办法.txt": NOTICE})


@pytest.mark.parametrize(
    "question", ["宅基地审批要把好哪四关？", "宅基地审批的“四关”是指什么", "宅基地审批严把哪“四关”"]
)
def test_so_many_of_a_kind_are_named(question: str, notice: Assistant) -> None:
    """All four, in the words of the one sentence."""
    answer = notice.answer(question)
    assert "申请关、审查关、公示关、批准关" in answer.answer
    assert len(answer.citations) == 1


def test_a_number_alone_may_be_that_of_anything(notice: Assistant) -> None:
    """什么是“四关” names no matter, and the four of one paper need not be meant."""
    assert "申请关" not in notice.answer("什么是“四关”").answer


@pytest.mark.parametrize("question", ["宅基地审批台账是哪两家牵头", "宅基地审批台账由哪两个局 take the lead"])
def test_which_two_lead_asks_who_leads(question: str, notice: Assistant) -> None:
    """It is no list of the tasks that two lead."""
    assert "市农业农村局" in notice.answer(question).answer
