"""Lists whose points bear no numbers, or a number that a year follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from tests.assistant.conftest import opened

DOCUMENTS = Path(__file__).parent / "points"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers over a web page with a list of points and a reply, written for these tests."""
    return Assistant(opened(DOCUMENTS, tmp_path_factory.mktemp("points")))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("岚麟市市场开拓补助的申报条件是什么？", ["共3项", "独立法人资格", "50万美元", "失信记录"]),
        ("松汀综合服务区建设要符合哪些条件？", ["共3项", "基本农田", "25万元", "2025年6月30日前"]),
        ("松汀综合服务区可以享受下列哪些支持政策？", ["共3项", "用地指标", "连续三年", "预约查验"]),
        ("报潭溪智慧温室改造项目要交哪些材料？", ["共5项", "项目申报书", "土地租赁合同", "信用承诺书"]),
        ("潭溪智慧温室改造要交几样材料", ["共5项", "营业执照"]),
        ("What documents must be submitted for Tanxi's greenhouse project?", ["5 items", "财务报表"]),
    ],
)
def test_every_point_is_told(question: str, words: list[str], assistant: Assistant) -> None:
    """Points of a web page, lines that end in semicolons, also right below a heading, and an item that opens with a
    year. What one does with what is listed (交) need not stand above it."""
    answer = assistant.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
