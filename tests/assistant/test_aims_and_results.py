"""What is aimed at and what was reached, asked for at once; how large a place is; so many things under a heading."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

SPEECH = """　　岚桥自贸片区建设推进会发言摘登

　　说到岚桥自贸片区，三个日子值得岚桥人记住。2021年3月8日，岚桥召开自贸片区工作会议，启动“百日攻坚”。
　　岚桥建设自贸试验区实施范围18.6平方公里，是制度创新的核心。
　　2021年布局60个分拨仓。

资金便利专班汇报
市金融办主任 骆清河

一、第一阶段做了什么
　　落地风险参贷等业务；全年办理跨境人民币结算73.4亿元，同比增长48%。
二、下一阶段怎么干
　　年内，开展境外银行合作12个以上，争取跨境人民币结算超过160亿元。
　　年内，新增供应链金融业务25亿元以上。
　　进一步明确了资金便利领域改革的设计：“3”，即拓宽行业准入，推动资金便利，加快平台建设等三大板块改革内容；
　　“16”，即16项具体任务；“X”即在资金便利改革中谋划更多的举措。
（一）围绕企业办得快，推进两个便利化。
　　便捷开户，线上办理。快速结算，当日到账。
（二）围绕服务最高效，打造三个平台。
　　打造国际结算“一窗办”平台，在服务中心的基础上，集成开户及配套功能，形成工作流程。
　　搭建汇率避险平台。建设外籍人员支付平台，接入商户3000家。
"""


@pytest.fixture(scope="module")
def meeting(over: Over) -> Assistant:
    """Answers over the digest above."""
    return over({"digest.txt": SPEECH})


@pytest.mark.parametrize(
    "question",
    [
        "岚桥跨境人民币结算今年目标是多少，去年完成多少",
        "跨境人民币结算去年做了多少？今年要做到多少？",
        "骆清河说2021年跨境人民币结算要做到多少，去年是多少",
    ],
)
def test_an_aim_and_what_was_reached_are_both_told(question: str, meeting: Assistant) -> None:
    """They stand in different sentences: one for this year, one for the last."""
    answer = meeting.answer(question)
    assert answer.status == "answered"
    assert "160亿元" in answer.answer
    assert "73.4亿元" in answer.answer


def test_a_year_that_nothing_is_stated_of_is_said(meeting: Assistant) -> None:
    """What is aimed at this year is no answer to what was done last year, and that is not passed over."""
    answer = meeting.answer("供应链金融业务今年要新增多少，去年做了多少")
    assert answer.status == "partial"
    assert "25亿元" in answer.answer
    assert "文件未写明“去年做了多少”" in answer.answer


@pytest.mark.parametrize("question", ["岚桥自贸片区总共多大", "岚桥自贸区到底有多大？"])
def test_how_large_a_place_is_is_an_area(question: str, meeting: Assistant) -> None:
    """Not any sentence with a number in it."""
    assert "18.6平方公里" in meeting.answer(question).answer


def test_so_many_things_stand_under_the_heading_that_counts_them(meeting: Assistant) -> None:
    """Three sentences follow on the heading that says 三个平台; 三大板块 with 平台 in it are no rival."""
    answer = meeting.answer("资金便利的三个平台分别叫什么").answer
    assert all(name in answer for name in ("汇率避险平台", "一窗办", "外籍人员支付平台"))
    assert "三大板块" not in answer


PLAN = """岚桥市海外仓行动方案

1. 铺开海外展厅，发挥海外仓功能，集聚海外优质货源，到2025年布局30个以上项目。（责任单位：商贸集团）
2. 岚桥系海外仓2021年达到120个，迪拜商贸城年底开业。
3. 在枢纽国家设立集货仓，推进公铁联运。（责任单位：▲商贸集团、陆港集团）
"""


@pytest.mark.parametrize(
    "question",
    ["海外展厅谁在搞，目标数是多少？", "海外展厅谁负责，目标是多少？", "海外展厅由谁负责，具体指标是多少？"],
)
def test_the_figure_of_a_task_is_told_beside_its_unit(question: str, over: Over) -> None:
    """No task calls its figure 目标; a question for both gets both."""
    answer = over({"plan.txt": PLAN}).answer(question)
    assert answer.status == "answered"
    assert "商贸集团" in answer.answer
    assert "30个以上" in answer.answer


def test_what_was_not_asked_of_a_task_is_not_taken_for_told(over: Over) -> None:
    """The answer to who does not give the figure, though the task has one."""
    answer = over({"plan.txt": PLAN.replace("到2025年布局30个以上项目", "优化布局")}).answer(
        "海外展厅谁负责，面积目标是多少？"
    )
    assert answer.status == "partial"
    assert "商贸集团" in answer.answer
    assert "没有找到关于“面积目标”的具体数量" in answer.answer


def test_the_first_part_is_told_though_nothing_is_found_for_the_last(over: Over) -> None:
    """What is asked in passing does not take the answer with it."""
    text = """云岫市数据改革清单

说明：市财政2024年安排数据改革专项资金9600万元，其中运营平台3200万元、调度平台4100万元、其他2300万元。
"""
    answer = over({"list.txt": text}).answer("云岫市给数据改革安排了多少钱，最大的一块用在哪？")
    assert answer.status == "partial"
    assert "9600万元" in answer.answer
