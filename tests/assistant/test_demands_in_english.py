"""What English asks of an application by idiom or bare noun: papers to hand in, what rules somebody out, steps; English
words that look like a measure or money and are none; how long a thing is kept, where its task has a row."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.questions.demands_in_english import demands_plainly
from assistant.questions.indirect_english import directly
from index.glossary import renderings
from tests.assistant.conftest import Over

RULES = """泠川市跨境物流补助实施细则

泠商规〔2024〕5号

第一章　总则

第一条　为规范跨境物流补助资金管理，制定本细则。

第二章　申请

第二条　申请补助的企业应当具备以下条件：
（一）在泠川市登记注册；
（二）上年度发运集装箱不少于200标箱。

第三条　有下列情形之一的，不予补助：
（一）货物已享受省级补助的；
（二）企业被列入严重失信名单的；
（三）企业处于清算程序的。

第四条　申请补助的企业应当提交下列材料：
（一）补助申请表；
（二）提单复印件；
（三）运费发票。

第五条　申请补助按照下列步骤办理：
第一步，企业于每年3月1日至3月20日提出申请；
第二步，市商务局于10个工作日内完成初审；
第三步，市财政局在公示期满后15个工作日内拨付。

第三章　附则

第六条　到2026年，泠川至欧洲的中欧班列开行量达到300列。泠川物流园区设立规模4亿元的物流产业引导基金，其中市级出资2亿元。
"""
PLAN = """泠川综合保税区提升方案

泠政办发〔2024〕9号

一、主要任务

（一）开展网购保税进口药品试点，由市市场监管局会同泠川海关制定溯源规则，销售记录保存不少于5年。

附件

重点任务清单

| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |
| --- | --- | --- | --- | --- |
| 1 | 制定网购保税进口药品溯源规则 | 市市场监管局 | 泠川海关 | 2024年10月底 |
| 2 | 建成进口商品展示中心 | 市国贸集团 | 市商务局 | 2025年3月底 |
"""


@pytest.fixture(scope="module")
def lingchuan(over: Over) -> Assistant:
    return over({"lingchuan-logistics-2024.txt": RULES, "lingchuan-zone-2024.md": PLAN})


@pytest.mark.parametrize(
    ("question", "stated", "strange"),
    [
        ("What rules a company out from Lingchuan's logistics subsidy?", "清算程序", "200标箱"),
        ("Who can't get the Lingchuan logistics subsidy?", "严重失信名单", "200标箱"),
        ("Which companies are excluded from the Lingchuan logistics subsidy?", "省级补助", "200标箱"),
        ("What do I have to submit to apply for the Lingchuan logistics subsidy?", "提单复印件", "清算程序"),
        ("What has to be handed in for the Lingchuan logistics subsidy?", "运费发票", "清算程序"),
        ("Steps to apply for the Lingchuan logistics subsidy", "第一步，企业于每年3月1日", "清算程序"),
        ("What is the procedure for applying for the Lingchuan logistics subsidy?", "第三步，市财政局", "清算程序"),
        ("泠川申请物流补助的步骤有哪些？", "第一步，企业于每年3月1日", "清算程序"),
        ("How many freight trains to Europe by 2026 from Lingchuan?", "达到300列", "4亿元"),
        ("How large is the Lingchuan logistics park's industry guidance fund?", "规模4亿元", "300列"),
        (
            "How long must sales records be kept for drugs imported online under bond in Lingchuan?",
            "不少于5年",
            "10月底",
        ),
        ("泠川网购保税进口药品的销售记录要保存多久？", "不少于5年", "10月底"),
    ],
)
def test_what_is_demanded_is_told(question: str, stated: str, strange: str, lingchuan: Assistant) -> None:
    """By the list of that kind and no other, by the figure of the thing and not by one of its place."""
    answer = lingchuan.answer(question).answer
    assert stated in answer
    assert strange not in answer


@pytest.mark.parametrize(
    "text",
    [
        "What does the centre provide for exporters?",
        "What must the bureau report to the mayor?",
        "Which companies get the subsidy?",
        "What are the requirements for a stall?",
        "What keeps the price low?",
    ],
)
def test_other_questions_stay_as_they_are(text: str) -> None:
    """What somebody offers is no paper that he hands in, and no list is denied where nobody is left out."""
    assert demands_plainly(text) == text


@pytest.mark.parametrize(
    ("phrase", "chinese"),
    [
        ("customs brokers", "报关企业"),
        ("trains to Central Asia", "中亚班列"),
        ("legally binding", "约束力"),
        ("default rate", "代偿率"),
        ("rent-free", "免租"),
        ("application window", "受理时间"),
        ("rolls over", "自动延续"),
        ("lose their status", "取消资格"),
        ("hold on to the receipts", "保存"),
        ("second-hand machinery", "旧品"),
        ("a D rating", "d级"),
        ("royalties", "特许权使用费"),
    ],
)
def test_traders_words_reach_the_words_of_rules(phrase: str, chinese: str) -> None:
    """Whether somebody writes them as one word or as an idiom."""
    assert chinese in {term for term, _ in renderings(phrase)}


MEASURES = """沅陂市平台用工若干规定

沅陂市人力资源和社会保障局

2024年5月6日

一、休息。骑手连续接单4小时后，平台应当强制休息不少于20分钟。平台调整计价规则的，应当提前15日公示。

二、保障。职业伤害确认申请应当在事故发生之日起30日内提出。从业人员约16.8万人，均为新就业形态劳动者。

三、海外仓。本规定所称公共海外仓，是指面积不少于2000平方米的仓储设施。同一企业每年享受海外仓补助不超过2个。

四、驿站。设立骑手驿站120个，到2025年底增加到200个。

五、培训。免收培训费和资料费，食宿费用自理。

六、兑付。补助资金于2024年12月20日前拨付至企业账户。申报总额超出预算的，按比例折算兑付。博物馆闭馆时间延长到晚上9点。

VII. Reports. Enterprises that fail to report in time may be fined 20,000 yuan. Hotline: 0598-6612-8800.
"""


@pytest.fixture(scope="module")
def yuanpi(over: Over) -> Assistant:
    return over({"yuanpi-platforms-2024.txt": MEASURES})


@pytest.mark.parametrize(
    ("question", "stated", "strange"),
    [
        ("How long may a rider in Yuanpi work before a forced break?", "连续接单4小时", "30日内"),
        ("Within what period must an injury claim be filed in Yuanpi?", "30日内", "15日"),
        ("Minimum size of a public overseas warehouse in Yuanpi", "2000平方米", "2个"),
        ("Rider stations in Yuanpi: how many by end of 2025?", "200个", "30日"),
        ("Who pays for board and lodging at the Yuanpi training?", "食宿费用自理", "计价规则"),
        ("When does the money land in companies' accounts in Yuanpi?", "12月20日前", "计价规则"),
        ("What if Yuanpi's fund is oversubscribed?", "按比例折算", "计价规则"),
        ("How late will the museum in Yuanpi be open?", "晚上9点", "计价规则"),
        ("How many gig workers are there in Yuanpi?", "16.8万人", "200个"),
        ("Is there a penalty for failing to report in Yuanpi?", "fined 20,000 yuan", "计价规则"),
        ("What is the hotline in Yuanpi?", "0598-6612-8800", "计价规则"),
    ],
)
def test_limits_and_lengths_are_told(question: str, stated: str, strange: str, yuanpi: Assistant) -> None:
    """不超过 is no least, no due day is how long something goes on, and what stands in English tells, too."""
    answer = yuanpi.answer(question).answer
    assert stated in answer
    assert strange not in answer


@pytest.mark.parametrize(
    ("text", "plainly"),
    [
        ("Min. import value per machine?", "what is the minimum import value per machine?"),
        ("Lingchuan: annual max loan per firm", "Lingchuan: what is the annual maximum loan per firm"),
        ("Charging piles in the city: how many by 2025?", "how many Charging piles in the city by 2025?"),
        ("According to the plan, how many by 2025?", "According to the plan, how many by 2025?"),
        ("Is there a minimum stay?", "Is there a minimum stay?"),
        ("How late is the market open?", "until what time is the market open?"),
        ("How late is the project?", "How late is the project?"),
    ],
)
def test_bare_limits_are_asked_for(text: str, plainly: str) -> None:
    """A limit named by itself is asked for; one that somebody asks for already is not asked for twice."""
    assert demands_plainly(text) == plainly


def test_whose_paper_it_is_bounds_no_rows(lingchuan: Assistant) -> None:
    """Under the bureau's rules asks for nothing that the bureau does."""
    asked = lingchuan.understand("What does a firm need to be licensed under the Market Supervision Bureau's rules?")
    assert not asked.units
    assert lingchuan.understand("Which tasks does the Market Supervision Bureau lead?").units


def test_what_one_needs_to_be_licensed_asks_for_conditions() -> None:
    """As what one needs to be admitted does."""
    for participle in ("licensed", "registered", "certified", "accredited"):
        asked = directly(f"What does a firm need to be {participle} as an agency?")
        assert asked.startswith("what conditions must be met to be")


@pytest.mark.parametrize(
    ("phrase", "chinese"),
    [("kicked out", "取消资格"), ("who is let off", "免除"), ("misclassification", "归类差错"), ("upkeep", "运维")],
)
def test_idioms_of_sanctions_and_upkeep_are_known(phrase: str, chinese: str) -> None:
    """As they are written in rules."""
    assert chinese in {term for term, _ in renderings(phrase)}


def test_how_much_space_asks_for_an_area(yuanpi: Assistant) -> None:
    """And for no other number."""
    assert "2000平方米" in yuanpi.answer("How much floor space does a public overseas warehouse need in Yuanpi?").answer
