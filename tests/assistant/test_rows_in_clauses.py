"""Rows of a table in one clause, and in a later one what is asked of each of them, or how many are of one kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from tests.assistant.conftest import Converse

Over = Callable[[Mapping[str, str]], Assistant]

PROBLEMS = """# 临岚市口岸服务专项督查反馈问题整改台账

填报单位：临岚市口岸办

| 序号 | 存在问题 | 整改措施 | 牵头单位 | 整改时限 |
| --- | --- | --- | --- | --- |
| 1 | 收费目录三个月未更新 | 十日内重新公示 | 临岚市口岸办 | 2025年5月31日 |
| 2 | 冷链货物查验等待过长 | 增设查验平台 | 临岚海关 | 2025年8月31日 |
| 3 | 企业投诉办结太慢 | 实行首问负责 | 市行政审批局 | 2025年7月15日 |
"""
FUNDS = """# 禾川市2025年外贸发展专项资金安排表

禾川市商务局

| 序号 | 县（市、区） | 项目名称 | 安排金额（万元） | 绩效目标 |
| --- | --- | --- | --- | --- |
| 1 | 青坪县 | 海外营销网点建设 | 430 | 新建网点6个 |
| 2 | 青坪县 | 国际展会组团参展 | 275 | 组织企业120家次 |
| 3 | 松河市 | 进口设备贴息 | 510 | 带动进口2.4亿美元 |
| 4 | 松河市 | 出口信用保险补助 | 620 | 覆盖企业300家 |
"""


@pytest.fixture(scope="module")
def tables(over: Over) -> Assistant:
    """A list of problems to be mended and a table of funds, of two invented cities."""
    return over({"linlan-problems.md": PROBLEMS, "hechuan-funds.md": FUNDS})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("临岚市督查反馈了几个问题？分别由谁牵头？", ("共3项", "临岚海关", "市行政审批局", "临岚市口岸办")),
        ("临岚市督查反馈了哪些问题，各由谁牵头？", ("共3项", "临岚海关", "市行政审批局", "临岚市口岸办")),
        ("青坪县有哪些项目，分别安排多少钱？", ("共2项", "安排金额为430万元", "安排金额为275万元")),
        ("青坪县有几个项目？绩效目标各是什么？", ("共2项", "新建网点6个", "组织企业120家次")),
    ],
)
def test_what_is_asked_of_each_row_is_told_of_each(tables: Assistant, question: str, words: tuple[str, ...]) -> None:
    """The rows are counted, each is told with the cell that the later clause asks for, and nothing is missing."""
    answer = tables.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(one in answer.answer for one in words), answer.answer
    assert "没有找到" not in answer.answer


@pytest.mark.parametrize("other", ["松河市", "进口设备贴息"])
def test_rows_that_were_not_asked_for_stay_out(tables: Assistant, other: str) -> None:
    """What each row of one county has is not told of another's."""
    assert other not in tables.answer("青坪县有哪些项目，分别安排多少钱？").answer


def test_all_rows_are_told_with_those_of_one_kind(tables: Assistant) -> None:
    """Both counts are told: all rows, and those that the last clause bounds."""
    answer = tables.answer("禾川市一共有几个项目？其中安排金额超过500万元的有几个？")
    assert answer.status == "answered", answer.answer
    assert all(one in answer.answer for one in ("共4项", "共2项：第3、4项", "海外营销网点建设")), answer.answer


def test_a_turn_asks_of_each_row_of_a_list(tables: Assistant, converse: Converse) -> None:
    """A turn after a list of the rows of a table asks of each of them, whichever way the list was told."""
    for first, then, words in (
        ("临岚市督查反馈了几个问题？", "分别由谁牵头？", ("临岚海关", "市行政审批局")),
        ("青坪县有哪些项目？", "分别安排多少钱？", ("430万元", "275万元")),
    ):
        answer = converse(tables, [first, then])[-1]
        assert all(one in answer.answer for one in words), answer.answer
        assert "510" not in answer.answer


LEDGER = """岚桥市营商环境督查反馈问题整改台账

| 序号 | 问题 | 整改措施 | 牵头单位 | 配合单位 | 整改时限 | 安排资金（万元） |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 收费目录更新不及时，三家场站未公示 | 更新公示，建立季度核查机制 | 市口岸办 | 市市场监管局 | 2025年5月底 | 12 |
| 2 | 冷链货物查验等候长，企业反映集中 | 新增查验平台，实行预约查验 | 岚桥海关 | 市口岸办 | 2025年8月底 | 260 |
| 3 | 集卡预约系统未与海关对接，重复录入多 | 完成对接，开展司机培训 | 岚桥港集团 | 市大数据局 | 2025年10月底 | 85 |
"""


@pytest.fixture(scope="module")
def lanqiao(over: Over) -> Assistant:
    """Answers over a ledger of problems, whose rows are tasks as well."""
    return over({"lanqiao.md": LEDGER})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("岚桥督查整改台账一共列了几个问题？其中安排资金超过50万元的有几个？", ["共3项", "其中", "共2项", "第2、3项"]),
        ("岚桥督查整改台账总共列了几个问题，岚桥海关牵头的有几个？", ["共3项", "其中", "共1项", "第2项"]),
    ],
)
def test_some_of_a_list_are_told_with_the_list(question: str, words: list[str], lanqiao: Assistant) -> None:
    """The whole list first, then which of its items are meant."""
    answer = lanqiao.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
