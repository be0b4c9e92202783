"""Lists with what is asked of each item: the rows of a table with the columns that are asked for."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.questions.asked_of_each import asked_of_each
from tests.assistant.conftest import Over

_LEDGER = """岚桥市营商环境督查反馈问题整改台账

| 序号 | 问题 | 整改措施 | 牵头单位 | 配合单位 | 整改时限 | 安排资金（万元） |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 收费目录更新不及时，三家场站未公示 | 更新公示，建立季度核查机制 | 市口岸办 | 市市场监管局 | 2025年5月底 | 12 |
| 2 | 冷链货物查验等候长，企业反映集中 | 新增查验平台，实行预约查验 | 岚桥海关 | 市口岸办 | 2025年8月底 | 260 |
| 3 | 集卡预约系统未与海关对接，重复录入多 | 完成对接，开展司机培训 | 岚桥港集团 | 市大数据局 | 2025年10月底 | 85 |
"""


@pytest.fixture(scope="module")
def lanqiao(over: Over) -> Assistant:
    """Answers over the ledger above."""
    return over({"lanqiao.md": _LEDGER})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            "岚桥督查反馈了几个问题？分别由谁牵头？",
            ["共3项", "牵头单位：市口岸办", "牵头单位：岚桥海关", "：岚桥港集团"],
        ),
        ("岚桥督查反馈的问题有哪些，分别什么时候整改到位？", ["整改时限：2025年5月底", "整改时限：2025年10月底"]),
        ("岚桥督查反馈了哪些问题，各安排多少钱？", ["：12", "：260", "：85"]),
    ],
)
def test_the_column_is_told_with_every_row(question: str, words: list[str], lanqiao: Assistant) -> None:
    """Each row has it, and nothing is said to be missing."""
    answer = lanqiao.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
    assert "没有找到" not in answer.answer, answer.answer


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("反馈了几个问题？分别由谁牵头？", ("反馈了几个问题", "分别由谁牵头")),
        ("有哪些项目，责任单位分别是谁", ("有哪些项目", "责任单位分别是谁")),
        (
            "Which projects are there, and how much does each get?",
            ("Which projects are there", "how much does each get"),
        ),
        ("三大平台分别是什么", None),
        ("免税牌照谁牵头，什么时候完成", None),
    ],
)
def test_what_is_asked_of_each(text: str, asked: tuple[str, str] | None) -> None:
    """A clause of its own, at the end."""
    assert asked_of_each(text) == asked


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
