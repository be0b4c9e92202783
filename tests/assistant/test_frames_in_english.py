"""What questions in English ask for: the part of a unit, units ruled out, open-ended work, issuer and date, leaders."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

_PLAN = """沛川市人民政府办公室关于印发沛川市冷链物流工作要点的通知

沛政办发〔2025〕16号

各区（县）人民政府，市政府各部门：

现将《沛川市冷链物流工作要点》印发给你们，请认真组织实施。

沛川市人民政府办公室
2025年3月18日

沛川市冷链物流工作要点

一、建设冷链枢纽。建成查验平台恒温作业区6000平方米。（牵头领导：副市长纪文澜；牵头单位：市交通运输局；配合单位：市商务局；完成时限：2025年10月底）

二、发展医药冷链。建设疫苗应急储备冷库一座。（牵头领导：常务副市长方以舟；牵头单位：市卫生健康委；配合单位：市应急管理局；完成时限：2025年11月底）

三、制定团体标准。发布标准4项。（牵头领导：副市长纪文澜；牵头单位：市商务局；完成时限：2025年6月底）

四、开展冷库安全整治。每年检查两轮。（牵头领导：副市长纪文澜；牵头单位：市应急管理局；配合单位：市总工会；完成时限：长期坚持）

五、培育护理人才。培训护理员300人次。（牵头领导：常务副市长方以舟；牵头单位：团市委；配合单位：市商务局；完成时限：2025年12月底）

附件：1．重点项目表
2．经费安排表

附件1

重点项目表

项目一：恒温作业区。

附件2

经费安排表

市级资金300万元。
"""


@pytest.fixture(scope="module")
def cold_chain(over: Over) -> Assistant:
    """A list of tasks of 沛川."""
    return over({"peichuan.txt": _PLAN})


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Which tasks are the sole responsibility of the Municipal Commerce Bureau?", ["团体标准"]),
        ("Tasks where the Commerce Bureau is the only responsible unit", ["团体标准"]),
        ("Which tasks are left solely to the Bureau of Commerce?", ["团体标准"]),
        ("Which tasks are led by any unit other than the Commerce Bureau?", ["枢纽", "医药", "安全整治", "护理"]),
        ("Which tasks involve either the Trade Union Federation or the Communist Youth League?", ["安全整治", "护理"]),
        (
            "Which tasks are led solely by the Commerce Bureau or solely by the Emergency Management Bureau?",
            ["团体标准"],
        ),
        ("Which tasks have no fixed deadline?", ["安全整治"]),
        ("Which tasks are ongoing?", ["安全整治"]),
        ("Which tasks does deputy mayor Ji Wenlan oversee in Peichuan?", ["枢纽", "团体标准", "安全整治"]),
        (
            "Give me every task, in the main text and in the annexes, where the Commerce Bureau is named.",
            ["枢纽", "团体标准", "护理"],
        ),
    ],
)
def test_rows_by_the_part_of_a_unit(question: str, rows: list[str], cold_chain: Assistant) -> None:
    """Sole means sole, other than leaves out, and an open end is no day."""
    answer = cold_chain.answer(question)
    assert answer.status == "answered", answer.answer
    assert len(answer.tasks) == len(rows), answer.answer
    assert all(any(word in task.task for task in answer.tasks) for word in rows), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Is the Municipal Health Commission the lead for the medical cold chain (医药冷链), or just a participant?",
        "Does the Municipal Health Commission lead or support 医药冷链?",
        "Is the Municipal Health Commission leading or cooperating in 医药冷链?",
    ],
)
def test_lead_or_participant(question: str, cold_chain: Assistant) -> None:
    """Both parts are told, so that it is seen which of them the unit has."""
    answer = cold_chain.answer(question)
    assert answer.status == "answered", answer.answer
    assert "市卫生健康委" in answer.answer
    assert "市应急管理局" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Which body put out the Peichuan cold chain notice, on what day, and under which number?",
        "Who issued the Peichuan cold chain notice, on what date, and under which number?",
    ],
)
def test_issuer_day_and_number(question: str, cold_chain: Assistant) -> None:
    """The day is that of issue, no task's deadline."""
    answer = cold_chain.answer(question)
    assert answer.status == "answered", answer.answer
    for said in ("沛川市人民政府办公室", "18 March 2025", "沛政办发〔2025〕16号"):
        assert said in answer.answer


def test_how_many_annexes_and_their_titles(cold_chain: Assistant) -> None:
    """Their titles are told with their number."""
    answer = cold_chain.answer("How many annexes come with the Peichuan notice, and what are their titles?")
    assert "重点项目表" in answer.answer
    assert "经费安排表" in answer.answer


_NUMBERED = """澜河县推进乡村物流行动方案

一、主要任务

1. 建设县级分拨中心。（责任单位：县商务局；完成时限：2025年6月底前）

2. 开通客货邮线路。（责任单位：县交通运输局；完成时限：2025年9月底前）

3. 培育电商主体。（责任单位：县商务局、团县委；完成时限：2025年12月底前）

附件

重点任务清单

序号	任务	牵头单位	配合单位	完成时限
1	改造村级站点	县邮政公司	县财政局	2025年3月底前
2	更新冷藏车辆	县农业农村局	县财政局	2025年5月底前
3	建立投诉热线	县商务局	县市场监管局	2025年8月底前
"""
_ELSEWHERE = """柏溪县推进乡村物流行动方案

1. 建设县级分拨中心。（责任单位：县发展改革局；完成时限：2025年7月底前）

2. 开通客货邮线路。（责任单位：县公安局；完成时限：2025年8月底前）
"""


@pytest.fixture(scope="module")
def two_counties(over: Over) -> Assistant:
    """The numbered tasks of 澜河, in its text and its annex, and of 柏溪."""
    return over({"lanhe.txt": _NUMBERED, "baixi.txt": _ELSEWHERE})


@pytest.mark.parametrize(
    ("question", "tasks"),
    [
        ("澜河方案第2项任务由谁负责？", ["开通客货邮线路", "更新冷藏车辆"]),
        ("澜河方案任务清单第2项谁牵头？", ["更新冷藏车辆"]),
        ("Who is responsible for task 2 in the main text of the Lanhe plan?", ["开通客货邮线路"]),
        ("Item 3 of the annex in Lanhe: who leads?", ["建立投诉热线"]),
        ("Name the lead units of tasks 1 and 3 in the Lanhe annex.", ["改造村级站点", "建立投诉热线"]),
        ("What is the deadline of Baixi's task 2?", ["开通客货邮线路"]),
    ],
)
def test_items_by_their_number(question: str, tasks: list[str], two_counties: Assistant) -> None:
    """Of the paper that is named, and of its list where a list is."""
    answer = two_counties.answer(question)
    assert answer.status == "answered", answer.answer
    assert [task.task.rstrip("。") for task in answer.tasks] == tasks
    assert len({task.document_id for task in answer.tasks}) == 1


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("How many tasks are there in the Lanhe annex altogether?", 3),
        ("How many tasks are there in the Lanhe annex, and how many of them does the County Commerce Bureau lead?", 3),
        ("Which of the Lanhe tasks have the County Finance Bureau as participating unit?", 2),
        ("Is there any task in Lanhe that the County Agriculture and Rural Affairs Bureau leads?", 1),
    ],
)
def test_rows_of_an_annex_and_rows_that_there_may_be(question: str, total: int, two_counties: Assistant) -> None:
    """The annex is no word of the tasks, and "any task" is a list."""
    answer = two_counties.answer(question)
    assert answer.total == total, answer.answer


def test_a_unit_that_leads_nothing_leads_nothing(two_counties: Assistant) -> None:
    """Not what others lead."""
    answer = two_counties.answer("Is there any task in Lanhe that the County Finance Bureau leads?")
    assert answer.status == "not_found", answer.answer


_MINUTES = """关于分拨中心建设的会议纪要

2025年3月4日，县长齐望山主持召开会议，研究分拨中心建设。

会议议定：分拨中心6月开工。

出席：齐望山、罗青禾
列席：季长风（县商务局）、阮知秋（县财政局）
"""


@pytest.mark.parametrize(
    "question",
    [
        "Who attended the meeting on the 分拨中心? Leave out those who only sat in.",
        "Who attended the 分拨中心 meeting, not counting observers?",
        "分拨中心会议哪些人出席？列席的不算",
    ],
)
def test_who_sat_in_is_left_out(question: str, over: Over) -> None:
    """In other words than the list's."""
    answer = over({"minutes.txt": _MINUTES}).answer(question)
    assert "罗青禾" in answer.answer
    assert "季长风" not in answer.answer
