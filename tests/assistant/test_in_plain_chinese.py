"""Questions as they are spoken, whose words are not those of the paper, and what the next turn leaves out."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant import Assistant
from assistant.matching.measure_words import has_measure
from assistant.questions.document_references import Places
from index.types import DocumentSummary
from tests.assistant.conftest import Converse, Over

DEPOTS = """禾澜市商务局关于支持海外仓建设的若干措施
禾商发〔2024〕17号
2024年3月6日
一、在境外设立展厅、样品间、备件库的，每个网点给予不超过26万元补助；面积超过900平方米的境外综合服务中心，最高补助70万元。
二、经滚装船出口的，每辆补助350元；经铁路出口的，每辆补助820元。
三、在本市无固定住所的境外专家，一个年度内在本市工作累计不超过60天的，其取得的由境外单位支付的讲课收入，免予申报。
四、提供虚假材料的，追回资金并取消3年申报资格。违反本措施擅自从事报关代理业务的，没收违法所得，并处2万元以下罚款。
五、商会会长任期一般不超过两届，年龄不超过68周岁。
六、2023年，发放消费券4.7亿元，推出工厂店19家，接待游客2600万人次。
七、业务受理后，由市商务局在5个工作日内办结。
"""
PORTS = """温州市2023年港口发展报告
温州市交通运输局
2024年2月6日
一、温州港货物吞吐量2.3亿吨，集装箱吞吐量410万标箱，位列全球第68位。
"""
OTHER = """沙浦市人民政府关于促进外贸发展的意见
沙政发〔2023〕9号
2023年5月8日
一、单个企业一年最高补助310万元。
二、预警响应满6小时后未出现新情况的，予以解除。
三、市人民医院由市卫生健康委负责建设，2025年底前完成。
"""
CLEARING = """民政部关于清理协会的意见
民发〔2004〕31号
2004年6月1日
一、新媒体账号由办公厅（室）主管：国务院办公厅主管全国的新媒体账号，地方各级人民政府办公厅（室）主管本地区的新媒体账号。
二、清理协会的主要内容
（一）有下列情况的协会予以撤销：
1. 连续三年未开展活动的；
2. 严重违法的。
（二）有下列情况的协会予以整改：
1. 财务混乱的；
2. 未参加年检的；
3. 未办理变更登记的。
三、本意见自印发之日起施行。
"""


@pytest.fixture(scope="module")
def papers(over: Over) -> Assistant:
    """Answers over the papers above."""
    return over({"depots.txt": DEPOTS, "other.txt": OTHER, "clearing.txt": CLEARING, "ports.txt": PORTS})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("禾澜在外国开个展厅给报多少", "26万元"),
        ("境外专家在禾澜没固定住所，一年里干不超过多少天，境外单位给的讲课钱就不用申报", "60天"),
        ("禾澜2023年发了多少消费券", "4.7亿元"),
        ("禾澜的商会会长最大能干到多少岁", "68周岁"),
        ("在禾澜偷偷干报关代理被逮到怎么罚", "没收违法所得"),
        ("在禾澜申报材料造假会怎样", "取消3年申报资格"),
    ],
)
def test_spoken_words_are_cut_as_they_are_meant(papers: Assistant, question: str, words: str) -> None:
    """开个展厅 is no 个展, 2023年发 no 年发, 最大能干 no 大能; a figure answers in the case that it is for, and a long
    question is met by the sentence where its clause with the number is short."""
    answer = papers.answer(question)
    assert answer.status == "answered", answer.answer
    assert words in answer.answer.split("。")[0] + answer.answer.split("。")[1]


def test_coupons_are_not_counted_in_money(papers: Assistant) -> None:
    """几张 is told by a number of sheets; that of shops in the same sentence is none."""
    assert papers.answer("禾澜发的消费券一个人能领几张").status == "not_found"
    assert has_measure("每人限领2张", "张")
    assert not has_measure("发放消费券4.7亿元，推出工厂店19家", "张")


@pytest.mark.parametrize(
    "turns",
    [
        ("禾澜经铁路出口一辆补助多少", "一家企业一年最多拿多少"),
        ("禾澜海外仓业务受理后几天办结", "受理以后满几个小时解除"),
        ("协会新媒体账号全国归谁管", "医院的呢"),
        ("温州港集装箱吞吐量多少", "全球排第几", "宁波港呢"),
    ],
)
def test_a_follow_up_is_not_answered_by_what_nobody_spoke_of(
    papers: Assistant, converse: Converse, turns: tuple[str, ...]
) -> None:
    """Neither the paper of another city, which the turn does not name, nor one that says nothing of what the turn
    before was about, nor the figure of the city that was spoken of before."""
    *before, last = converse(papers, turns)
    assert all(one.status == "answered" for one in before), before
    assert last.status == "not_found", last.answer


def test_what_is_asked_next_takes_the_place_of_what_was_asked(papers: Assistant, converse: Converse) -> None:
    """哪些要整改 after 哪些要撤 asks for none of those that are closed; 地方上 takes the place of 全国 alone."""
    _, mended = converse(papers, ["2004年清理协会，哪些要撤销", "哪些要整改"])
    assert "未参加年检" in mended.answer
    assert "严重违法" not in mended.answer
    _, local = converse(papers, ["协会新媒体账号全国归谁管", "地方上呢"])
    assert local.standalone_question.startswith("协会新媒体账号地方")
    assert "地方各级人民政府办公厅" in local.answer


def test_papers_of_a_year_are_those_of_the_place_that_is_named() -> None:
    """A city's policy of a year is none that the state issued in it."""

    def paper(name: str, title: str, issuer: str) -> DocumentSummary:
        return DocumentSummary(
            id=name,
            title=title,
            number=None,
            issuers=(issuer,),
            issued=date(2019, 3, 1),
            published=None,
            media_type="text/plain",
            digest=name,
            characters=1,
            passages=1,
            records=0,
            added=datetime(2024, 1, 1, tzinfo=UTC),
        )

    state = paper("state", "国务院办公厅关于加强监管的意见", "国务院办公厅")
    city = paper("city", "济南市支持产业发展的政策", "济南市人民政府")
    other = paper("other", "青岛市支持产业发展的政策", "青岛市人民政府")
    assert Places([state, city, other], []).named("济南2019年的政策有多少奖励").document_ids == {"city"}
    assert Places([state, other], []).named("济南2019年的政策有多少奖励").document_ids == set()
