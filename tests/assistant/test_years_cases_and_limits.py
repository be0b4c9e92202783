"""A year that only the heading tells, the case in which a rule holds, a limit of one, who printed a paper, and what is
counted."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.cases import asks_case, lists_cases, states_case
from assistant.language.figure_kinds import has_kind
from tests.assistant.conftest import Over

REPORT = """汶山市2025年政府工作报告

一、2024年工作回顾

一年来，全市上下奋力拼搏。汶山南站建成投用，松溪大桥加快建设。

二、2025年工作安排

今年是“十四五”规划收官之年。

（一）完善综合交通。建成柳汶铁路，加快建设汶岭高速，争取青潭机场开工。

（二）提升城市能级。建设充电桩3200个、口袋公园28个。

附件

2025年民生实事

一、扩建乡镇敬老院
年度目标：扩建乡镇敬老院16所，新增护理床位480张。
主办单位：市民政局、市财政局

二、改造老旧管网
年度目标：改造供水管网90公里。
主办单位：市水务局
"""
RULES = """汶山市社区食堂管理若干规定

第一条　为规范社区食堂建设和运营，制定本规定。社区食堂是面向社区老年人提供就餐服务的公益性场所。

第二条　一个社区原则上只设立一个社区食堂，鼓励相邻社区共建。

第三条　要建立健全社区食堂视频记录制度，明确视频记录的设备、保存和调阅要求。\
对后厨采用明档操作、就餐者能够直接看到的，可以不安装视频记录设备；\
对加工间、冷藏间等重点部位，应当全程视频记录。

第四条　有下列情形之一的，取消运营资格：
（一）使用过期食材的；
（二）转包运营的；
（三）拒绝接受检查的。

第五条　运营单位应当每季度公布收支，并做好食材采购、食品留样、环境消杀等工作。

汶山市民政局办公室 2025年3月6日印发
"""


@pytest.fixture(scope="module")
def assistant(over: Over) -> Assistant:
    return over({"wenshan-report.txt": REPORT, "wenshan-canteens.txt": RULES})


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("柳汶铁路哪一年建成？", "2025"),
        ("汶山哪年建成柳汶铁路？", "2025"),
        ("青潭机场争取哪年开工？", "2025"),
        ("汶山南站是哪一年建成投用的？", "2024"),
        ("In which year will the 柳汶铁路 be completed?", "2025"),
    ],
)
def test_the_heading_tells_the_year(assistant: Assistant, question: str, year: str) -> None:
    """Who asks for the year of what stands under 2025年工作安排 is given the heading with it."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert year in answer.answer
    assert any(year in citation.quote for citation in answer.citations)


@pytest.mark.parametrize("question", ["汶岭高速哪一年建成？", "松溪大桥哪一年通车？"])
def test_what_is_under_way_is_not_finished_in_that_year(assistant: Assistant, question: str) -> None:
    """加快建设 tells no year in which a thing is built."""
    assert assistant.answer(question).status == "not_found"


def test_the_heading_tells_the_year_of_a_task(assistant: Assistant) -> None:
    """A task without a time under 2025年民生实事 is one of that year."""
    answer = assistant.answer("扩建乡镇敬老院由哪个局主办，哪年完成？")
    assert answer.status == "answered"
    assert "民政局" in answer.answer
    assert "2025年民生实事" in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("什么情况下社区食堂可以不安装视频记录？", "明档操作"),
        ("哪些情形下可以不做视频记录？", "明档操作"),
    ],
)
def test_the_case_is_told_before_what_the_thing_is(assistant: Assistant, question: str, told: str) -> None:
    """In which case something need not be done is told by the sentence that says so."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert told in answer.citations[0].quote


def test_only_a_list_of_cases_gives_cases(assistant: Assistant) -> None:
    """A list that announces cases answers; one of duties does not."""
    answer = assistant.answer("什么情形下会取消运营资格？")
    assert all(words in answer.answer for words in ("过期食材", "转包运营", "拒绝接受检查"))
    assert lists_cases("有下列情形之一的，取消运营资格：")
    assert not lists_cases("主要职责：")


def test_cases_are_asked_for_and_stated() -> None:
    """How a case is asked for, and how it is said, with what is denied in it."""
    assert asks_case("什么情形下可以不拍")
    assert asks_case("Under what circumstances is it waived?")
    assert not asks_case("目前的情况怎么样")
    assert not asks_case("有哪些条款")
    assert states_case("对明档操作的，可以不安装；", denied=True)
    assert not states_case("对加工间的，应当全程记录。", denied=True)
    assert not states_case("记录是通过设备进行的方式。", denied=False)


def test_one_is_a_number_where_no_more_may_be(assistant: Assistant) -> None:
    """只设立一个 says how many; 在一个社区开展 does not."""
    answer = assistant.answer("一个社区能设几个社区食堂？")
    assert answer.status == "answered"
    assert "只设立一个社区食堂" in answer.answer
    assert has_kind("同一平台只开设一个账号", "things")
    assert not has_kind("在一个社区开展服务", "things")
    assert not has_kind("打造“最多跑一次”改革", "things")


@pytest.mark.parametrize(
    "question", ["汶山市社区食堂管理若干规定是谁印发的？", "Who issued 汶山市社区食堂管理若干规定?"]
)
def test_who_printed_a_paper_is_told_where_no_issuer_is(assistant: Assistant, question: str) -> None:
    """The line at the foot names a body where nothing else does."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert "汶山市民政局办公室" in answer.answer


@pytest.mark.parametrize("question", ["汶山市2025年计划新增多少个就业岗位？", "汶山市2025年要开几条公交线路？"])
def test_another_thing_counted_is_no_answer(assistant: Assistant, question: str) -> None:
    """How many jobs there will be is not told by the number of chargers."""
    assert assistant.answer(question).status == "not_found"
