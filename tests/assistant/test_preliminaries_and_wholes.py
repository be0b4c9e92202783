"""What leads up to a paper's statements is not what it states, and the whole of something is not one unit's part."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.figure_kinds import kind_asked
from assistant.language.preliminaries import asks_what_led_up, leads_up
from assistant.language.wholes import asks_whole, whole_or_part
from tests.assistant.conftest import Over

REPLY = """瀚川省人民政府办公厅关于珑溪市有关请求事项的复函

珑溪市人民政府：
你市关于支持渡轮和水产交易发展的来函收悉，现函复如下：

一、关于渡轮码头夜间通航问题
你市请求，省里比照澄港口岸的做法，允许珑溪渡轮码头夜间通航，并在码头增设夜间通航管理站。
鉴于该航段助航灯标尚未建成，现阶段条件还不成熟，待灯标验收后再行研究。

二、关于水产交易市场问题
你市请求省财政对水产交易市场建设给予补助。
该市场属于企业投资，不列入省级财政支持范围。
"""
PLAN = """芦渚市促进外贸进口工作方案

一、总体目标
到2027年，建成区域性进口集散中心，实现进口额超800亿元，进出口额超3000亿元。

二、主要任务
1. 建设海外分拨中心，到2027年带动进口贸易做到90亿元以上。（责任单位：芦渚港务集团）
2. 发展进口贸易直销网点，到2027年做到150个城市、2000家以上进口商品门店。（责任单位：市商务局、芦渚商旅集团）
3. 培育进口贸易企业，到2027年年进口50亿元以上企业做到4家。（责任单位：市商务局）
"""


MINUTES = """潭浦市人民政府专题会议纪要

2024年6月25日上午，市委副书记、市长霍青梧在市行政中心2号楼305会议室主持召开专题会议，听取“6·18”强降雨应对处置情况汇报，研究部署城市内涝治理和排水防涝能力提升工作。

一、基本情况
6月18日8时至19日8时，潭浦主城区平均降水154.2毫米，最大小时雨强88.4毫米。共转移群众3120人。
"""


@pytest.fixture(scope="module")
def office(over: Over) -> Assistant:
    """Answers over a reply of a province, a plan of a city and the minutes of another one."""
    return over({"reply.txt": REPLY, "plan.txt": PLAN, "minutes.txt": MINUTES})


@pytest.mark.parametrize(
    "text",
    [
        "你省请求，对库区移民安排对口支援。",
        "四、关于加强地质灾害监测问题。",
        "现将2025年第一季度工单办理情况通报如下。",
        "3月2日，市政府印发了《湿地公园管理办法》，自4月1日起施行。",
        "副市长郁怀南主持召开专题会议，听取防汛工作汇报，研究部署下一步工作。",
        "你们提出的《关于增设过街天桥的建议》收悉。",
        "我局起草了《数据管理办法（征求意见稿）》，现向社会公开征求意见。",
    ],
)
def test_what_leads_up_to_a_paper_states_nothing_of_its_matter(text: str) -> None:
    """Issuing, hearing, receiving, and the request that a reply repeats."""
    assert leads_up(text)


@pytest.mark.parametrize(
    "text",
    [
        "你省要做好移民安置工作。",
        "省财政厅制定收益分配具体办法，于办法施行后6个月内出台。",
        "建议居民提前储水。",
        "联席会议每半年召开一次，由市长主持。",
        "申请人应当向民政部门提出请求，并提交身份证明。",
    ],
)
def test_what_is_stated_of_the_matter_leads_up_to_nothing(text: str) -> None:
    """Duties, rules and requests of applicants are what a paper says."""
    assert not leads_up(text)


def test_a_question_may_be_about_what_led_up() -> None:
    """Who asks what was requested, or when a paper was issued, wants those sentences."""
    assert asks_what_led_up("珑溪市向省里请求了什么")
    assert asks_what_led_up("When was the plan issued?")
    assert not asks_what_led_up("渡轮晚上能不能开")


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("珑溪渡轮码头夜间通航，省里同意吗", "条件还不成熟"),
        ("珑溪市水产交易市场建设补助，省里答应没有", "不列入省级财政"),
    ],
)
def test_a_request_is_not_given_without_the_reply_to_it(office: Assistant, question: str, reply: str) -> None:
    """The request has all of the question's words, the reply hardly one: alone, it would say that it is granted."""
    answer = office.answer(question)
    assert any(reply in citation.quote for citation in answer.citations), answer.answer


def test_what_a_meeting_found_is_given_before_what_it_heard(office: Assistant) -> None:
    """The opening line has the name of the event and three numbers."""
    answer = office.answer("潭浦6·18强降雨应对时转移了多少群众？")
    assert "3120人" in answer.citations[0].quote, answer.answer


def test_the_request_is_still_found_where_it_is_asked_for(office: Assistant) -> None:
    """What leads up is ranked behind, never left out."""
    answer = office.answer("珑溪市就渡轮码头夜间通航向省里请求了什么？")
    assert any("夜间通航管理站" in citation.quote for citation in answer.citations), answer.answer


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("进口这块总的想做到多大", True),
        ("产业总规模要达到多少", True),
        ("Overall, how much will it import?", True),
        ("一共几位字符", False),  # people say so of anything that they count
        ("总的来说怎么样", False),
    ],
)
def test_the_whole_is_asked_for(question: str, whole: bool) -> None:
    """By words that oppose it to its parts."""
    assert asks_whole(question) is whole


@pytest.mark.parametrize(
    ("text", "headings", "speaks_of"),
    [
        ("全市进口总额超800亿元。", "", 1),
        ("实现进口额超800亿元。", "一、总体目标", 1),
        ("带动进口90亿元以上。（责任单位：港务集团）", "一、总体目标", -1),
        ("实现进口额超800亿元。", "三、保障", 0),
        ("全市性展会不少于3场。", "", 0),
    ],
)
def test_sentences_on_the_whole_and_on_a_part(text: str, headings: str, speaks_of: int) -> None:
    """Totals and overall targets speak of the whole, the task of a unit of its part."""
    assert whole_or_part(text, headings) == speaks_of


def test_the_whole_is_given_rather_than_the_part_of_one_unit(office: Assistant) -> None:
    """Each of the parts shares more words with the question than the whole does."""
    answer = office.answer("芦渚的进口贸易这块，到2027年总的想做到多大？")
    assert "超800亿元" in answer.answer, answer.answer
    assert "超800亿元" in answer.citations[0].quote


def test_the_part_of_a_unit_is_given_where_it_is_asked_for(office: Assistant) -> None:
    """A question that names the unit is about its part."""
    answer = office.answer("芦渚港务集团到2027年带动进口贸易要做到多大？")
    assert "90亿元以上" in answer.citations[0].quote, answer.answer


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("进口这块想做到多大", "money"),
        ("How much will the city export by 2027?", "money"),
        ("仓库要做到多大面积", None),
    ],
)
def test_how_much_trade_is_told_in_money(question: str, kind: str | None) -> None:
    """Not by ten countries or 150 cities; how large a store is, is not."""
    assert kind_asked(question) == kind
