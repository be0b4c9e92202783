"""The figure of a kind of a thing is told by what speaks of that kind."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.kinds_of_figures import lacks_kind
from tests.assistant.conftest import Over

REPORT = """溪沛县2024年政府工作报告

一、工作回顾
接待游客512万人次，实现旅游收入43.7亿元。地区生产总值增长6.5%。对组织游客的旅行社，每人次奖励60元。新增就业3420人。年末企业2846户，其中民营企业2510户。
全年退运不合格进口食品67批，检出有害生物21批。对进口化妆品推行远程查检，覆盖企业50家。
二、重点项目
望溪里公寓由溪沛安居集团建设，2025年8月交付。听泉苑配套幼儿园移交教育部门管理。咨询电话：0000-5530118（县住房保障处）。
"""


@pytest.fixture(scope="module")
def report(over: Over) -> Assistant:
    """Answers over the report above."""
    return over({"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("溪沛县2024年接待游客多少人次", "512万人次"),
        ("溪沛县2024年末民营企业多少户", "2510户"),
        ("溪沛县退运不合格进口食品多少批", "67批"),
    ],
)
def test_what_is_stated_is_told(report: Assistant, question: str, told: str) -> None:
    """Of the thing, and of its kind."""
    answer = report.answer(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "溪沛县2024年接待入境游客多少人次",
        "溪沛县2024年末外资企业多少户",
        "溪沛县2024年进出口目标增长多少",
        "溪沛安居集团的联系电话是多少",
        "溪沛县博物馆门票多少钱",
    ],
)
def test_what_is_stated_of_the_whole_or_of_another_is_not_told(report: Assistant, question: str) -> None:
    """A kind that the sentence does not speak of."""
    answer = report.answer(question)
    assert answer.status == "not_found", answer.answer


def test_a_kind_is_read_beside_the_question_word() -> None:
    """Before it or behind it, and met by any word for it."""
    assert lacks_kind("2024年接待入境游客多少人次", "接待游客512万人次")
    assert not lacks_kind("2024年接待入境游客多少人次", "接待境外旅客8万人次")
    assert lacks_kind("新增多少民营企业", "新增企业46家")
    assert not lacks_kind("支持民营企业的资金有多少", "安排资金46万元")
