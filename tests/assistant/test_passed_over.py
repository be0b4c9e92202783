"""A sentence near the question that passes over the very thing whose value is asked for is no answer."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.events import event_asked
from assistant.language.figure_names import figure_named
from assistant.language.years import asks_done, sets_rule
from tests.assistant.conftest import Over

PLAN = """岚汀市人民政府办公室关于印发岚汀市水系治理方案的通知

岚政办发〔2024〕11号

各区人民政府，市政府各部门：

《岚汀市水系治理方案》已经市政府同意，现印发给你们，请认真组织实施。

岚汀市人民政府办公室
2024年3月5日

岚汀市水系治理方案

一、河道治理
2024年清淤河道32公里，总投资4.6亿元，由市水利局负责，2025年6月底前完成。
二、绿地建设
建设湿地公园2处，由市林业局负责。改造老旧泵站9座，由市水务集团负责实施。
三、港口
2023年岚汀港货物吞吐量2.1亿吨，增长8.2%；机场改扩建工程全面推进。
四、组织
设立岚汀市水系治理基金，总规模5亿元，由市财政局牵头，市水利局配合。
成立岚汀市水系治理指挥部，2024年3月20日前组建到位。市财政每年安排治理补助不低于2000万元。
五、热线
全年受理涉水工单4300件，其中排水类工单同比减少12.5%。工单解决率每月通报。
"""


@pytest.fixture(scope="module")
def plan(over: Over) -> Assistant:
    return over({"lanting.txt": PLAN})


@pytest.mark.parametrize(
    "question",
    [
        "岚汀市老旧泵站改造要花多少钱？",
        "2023年岚汀旅客吞吐量是多少？",
        "岚汀市排水类工单的解决率是多少？",
        "岚汀市水系治理指挥部哪天撤销？",
        "岚汀市财政2024年实际安排了多少治理补助？",
        "岚汀港离机场多远？",
        "岚汀市清淤河道用了多少辆车？",
        "岚汀市清淤河道2024年总投资4.6亿元，其中设备投资多少？",
    ],
)
def test_near_values_do_not_answer(plan: Assistant, question: str) -> None:
    """What has a value of something else (another project, another rate, a norm, another event) is not given."""
    assert plan.answer(question).status == "not_found"


def test_the_day_of_another_task_is_not_given(plan: Assistant) -> None:
    """A task without a deadline is told with its unit, and no day is."""
    answer = plan.answer("岚汀市湿地公园什么时候完成？")
    assert answer.missing == ("deadline",)
    assert "市林业局" in answer.answer
    assert "2025年6月" not in answer.answer


@pytest.mark.parametrize(
    "question",
    ["岚汀市水系治理基金的管理人是谁？", "Who is responsible for the design of the river dredging in Lanting (岚汀)?"],
)
def test_who_leads_is_not_who_has_another_part(plan: Assistant, question: str) -> None:
    """The lead of a task is no manager of a fund and no designer."""
    assert plan.answer(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("岚汀市清淤河道总投资多少？", "4.6亿元"),
        ("2023年岚汀港货物吞吐量是多少？", "2.1亿吨"),
        ("岚汀市水系治理指挥部哪天前组建？", "3月20日"),
        ("岚汀市河道清淤哪天前完成？", "2025年6月底"),
        ("岚汀市财政每年安排多少治理补助？", "2000万元"),
        ("岚汀市改造多少座老旧泵站？", "9座"),
    ],
)
def test_stated_values_are_given(plan: Assistant, question: str, value: str) -> None:
    """The values that the paper does state are given."""
    answer = plan.answer(question)
    assert answer.status == "answered", answer.answer
    assert value in answer.answer


def test_figure_named_is_the_noun_of_the_measure() -> None:
    """The noun phrase before 多少, the verb that was done and the part of a whole name the figure; other words not."""

    def named(question: str) -> list[str]:
        return [question[start:end] for start, end in figure_named(question)]

    assert named("岚汀机场2023年旅客吞吐量是多少") == ["旅客吞吐量"]
    assert named("物业类工单的解决率有多高") == ["解决率"]
    assert named("全市去年出口了多少吨茶") == ["出口"]
    assert "铁路投资" in named("交通投资412亿元，其中铁路投资多少")
    assert named("市里每年建多少座桥") == []


def test_figure_named_reads_long_questions_at_once() -> None:
    """A question of a thousand equal characters takes no time to speak of."""
    for character in ("率", "了", "其", "的", "量"):
        assert isinstance(figure_named(character * 1000), tuple)


def test_events_are_told_apart() -> None:
    """The day of an end is told by no sentence on a beginning; a question that names no event binds nothing."""
    ends = event_asked("这个委员会是哪天撤销的？")
    assert ends is not None
    assert ends.search("2010年3月撤销协调委员会")
    assert not ends.search("2007年9月组建协调委员会")
    assert event_asked("大桥什么时候动工？") is not None
    assert event_asked("这件事什么时候办？") is None


def test_a_rule_tells_nothing_that_was_done() -> None:
    """What was paid in the end is asked for; a rule or a norm does not tell it, a report does."""
    assert asks_done("2024年实际拨付多少")
    assert asks_done("平台服务了多少家企业")
    assert not asks_done("每年给多少补助")
    assert sets_rule("每户最高补助2万元")
    assert not sets_rule("全年拨付补助380万元，最高补助2万元")


RELIEF = """岚汀市人民政府办公室关于支持岚汀科创园建设的若干政策

岚政办发〔2024〕21号

各区人民政府，市政府各部门：

现将支持岚汀科创园建设的若干政策通知如下，请认真组织实施。

一、建设园区
规划建设岚汀科创园，连续三年由市财政每年出资1亿元用于园区建设。（责任单位：溪源区政府，市财政局）

岚汀市人民政府办公室
2024年5月6日
"""


@pytest.fixture(scope="module")
def relief(over: Over) -> Assistant:
    return over({"relief.txt": RELIEF})


def test_who_is_responsible_for_the_work_does_not_pay_its_figures(relief: Assistant) -> None:
    """The district that stands in the bracket of who is responsible is no part of what is said of the city's money."""
    answer = relief.answer("建岚汀科创园，市财政每年出资多少、连续几年，溪源区自己又出多少钱？")
    assert answer.status == "partial", answer.answer
    assert "1亿元" in answer.answer
