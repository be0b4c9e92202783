"""Questions as they are spoken, whose words are not those of the paper, and what the next turn leaves out."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant import Assistant
from assistant.matching.measure_words import has_measure
from assistant.matching.needs import NEEDS, needed
from assistant.matching.relevance import UNMET, Candidate, Relevance
from assistant.questions.asking import Ask
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
九、企业有下列情形之一的，当年不得享受本措施，并由市商务局约谈：（一）篡改里程表的；（二）出口新车冒充二手车的。出现第二项情形的，4年内不得申报。
七、业务受理后，由市商务局在5个工作日内办结。
"""
PORTS = """温州市2023年港口发展报告
温州市交通运输局
2024年2月6日
今年以来，全市认真落实浙江省委、省政府部署。
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


CITY = """璧阳市消费工作方案
璧阳市人民政府办公室
2025年2月26日
2024年，全市食用菌出口额4100万美元。到2025年底，全市食用菌出口额达到5300万美元。
（一）扩大汽车置换补贴。购买新能源车的每辆补贴7000元。补贴申请自购车之日起60日内提出，审核部门收到申请后12个工作日内办结。（牵头单位：市商务局；完成时限：2025年12月20日）
（二）打响夜宴品牌。在老码头、文庙坊两处夜间集聚区开展活动，每周五、周六延长营业至凌晨2时。（牵头单位：市文化广电旅游局；完成时限：2025年10月底）
（三）为配送中心落实建设用地28亩，总投资2400万元。（牵头单位：市自然资源局；完成时限：2025年4月15日前）
（四）建立督查机制，对进度滞后超过40天的任务挂黄牌，超过60天的挂红牌并约谈负责人。
（五）湖心水质到2027年稳定达到Ⅲ类，湿地保护率达到62%。
（十一）对线索要立即检查、处置，抽查结果通过网站公示。
（六）重点检查事项抽查比例不设上限；一般检查事项抽查比例为5%。
（八）第一个百日攻坚期间，投资专班推动各项改革，新设企业突破1.4万户。
（九）奖补资金由市、县两级按7∶3分担。
（十二）关于每孩每月发放托育消费券500元的建议，暂不采纳。
（十三）退税商店达到320家；同一人同一日购物满500元就可以退税。
（十四）到2025年建成起降点70个，到2027年建成起降点160个。截至2023年底，已有起降点19个。
（十五）雨水泵站更新由市水务集团负责，其中3座须于2025年4月30日前完成，其余12座于2026年5月底前完成。
（十六）积水深度达到26厘米时，立即封闭通道。新建绿道31公里。
（十）实施项目128个、总投资96亿元，铺开直营门店9000家。
"""


SCORES = """# 璧阳市重大项目督查通报

璧阳市人民政府办公室
2025年7月20日

表1 各地综合评价

| 位次 | 地区 | 综合得分 | 投资完成率（%） | 开工率（%） |
| --- | --- | --- | --- | --- |
| 1 | 璧阳经开区 | 94.6 | 56.2 | 100 |
| 2 | 棠溪区 | 90.1 | 52.7 | 91.7 |
| 3 | 荷港县 | 70.2 | 36.5 | 62.5 |
"""


@pytest.fixture(scope="module")
def papers(over: Over) -> Assistant:
    """Answers over the papers above."""
    texts = {"depots.txt": DEPOTS, "other.txt": OTHER, "clearing.txt": CLEARING, "ports.txt": PORTS, "city.txt": CITY}
    return over({**texts, "scores.md": SCORES})


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


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("璧阳车子换新的补贴多久能批下来", "12个工作日"),
        ("璧阳夜市开到几点", "凌晨2时"),
        ("璧阳配送中心多大", "28亩"),
        ("璧阳活儿干慢了俩月会咋样", "红牌"),
        ("璧阳湖心水质2027年要到几类", "Ⅲ类"),
        ("璧阳重点检查的抽查比例有没有上限", "不设上限"),
        ("璧阳第一个百日攻坚，投资专班新设了多少企业", "1.4万户"),
        ("璧阳奖补的钱市里和县里怎么摊", "7∶3"),
        ("2025年前计划开出多少家直营门店", "9000家"),
    ],
)
def test_spoken_questions_are_told_what_they_ask_for(papers: Assistant, question: str, words: str) -> None:
    """How long one waits is no due date, how large a place is no sum; no bound is an answer to whether there is one,
    百日 counts nothing in a name, and by 2025 something is planned rather than a paper dated."""
    answer = papers.answer(question)
    assert answer.status == "answered", answer.answer
    assert words in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "璧阳抽查结果几天内公示",
        "璧阳保育员一个月工资多少",
        "浙江2023年港口货物吞吐量多少",
    ],
)
def test_what_is_said_of_something_near_tells_nothing(papers: Assistant, question: str) -> None:
    """What is done at once is not what is made public, a coupon is no wage, and a city's port is not all ports of its
    province."""
    assert papers.answer(question).status == "not_found"


def test_a_figure_says_what_it_must(papers: Assistant) -> None:
    """From how much on something is so is told by where it begins; a telephone number is no amount; costs are shared in
    parts, and one waits for days."""
    refund = needed(Ask.QUANTITY, "购物满多少能退税")
    assert refund.search("同一日购物满500元就可以退")
    assert not refund.search("退税商店达到320家")
    assert not NEEDS[Ask.QUANTITY].search("联系人：季怀，电话：0000-8821745")
    shared = needed(Ask.RESPONSIBLE, "补贴的钱市里和县里怎么摊")
    assert shared.search("由市、县两级按6：4分担")
    assert not shared.search("由市财政局出资2000万元")


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


def test_another_kind_is_told_where_the_paper_tells_it_in_other_words(papers: Assistant, converse: Converse) -> None:
    """A sentence that was not given before may name a case by its number."""
    _, other = converse(papers, ["在禾澜申报材料造假会怎样", "那冒充新车的呢"])
    assert "4年内不得申报" in other.answer


def test_what_is_now_is_asked_of_no_year_to_come(papers: Assistant, converse: Converse) -> None:
    """How many there are now after how many there are to be; the first three of what was spoken of, by when."""
    *_, now = converse(papers, ["璧阳到2027年要建成多少起降点", "现在有几个"])
    assert "19个" in now.answer.split("。")[0], now.answer
    _, first = converse(papers, ["璧阳雨水泵站由谁来换", "头三座什么时候换完"])
    assert "4月30日" in first.answer, first.answer
    assert "26厘米" in papers.answer("璧阳积水到多深就得封通道").answer


def test_another_row_is_told_as_the_first_was(papers: Assistant, converse: Converse) -> None:
    """Where a whole row was told, the other one is, and no row once more; a row is called by a part of its name."""
    _, other, opened = converse(papers, ["璧阳经开区得了多少分", "荷港呢", "开工率呢"])
    assert "70.2" in other.answer
    assert "94.6" not in other.answer
    assert "62.5" in opened.answer


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
    assert Places([state, city, other], []).named("2019年前计划开出多少家门店").document_ids == set()


def test_an_everyday_word_is_near_to_what_its_official_words_are_near_to(papers: Assistant) -> None:
    """夜市 is 夜间经济 in the thesaurus, which 夜间集聚区 is near to; figures are told by words that are written."""
    library = papers._library
    candidate = Candidate("在两处夜间集聚区延长营业")
    assert Relevance("夜市", library, near_official=True).matches(candidate)[0] > UNMET
    assert Relevance("夜市", library).matches(candidate)[0] < UNMET
