"""A figure for another one of a kind is no answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.language.contrasts import is_of_another


@pytest.mark.parametrize(
    ("question", "text", "headings", "another"),
    [
        ("小学在校生有多少人", "普通高中38所，在校学生6.24万人；", "", True),
        ("小学在校生有多少人", "小学120所、普通高中38所", "", False),
        ("小学在校生有多少人", "在校学生6.24万人", "", False),
        ("进口额是多少", "货物进出口总额326.8亿元", "", True),
        ("进口额是多少", "其中出口241.5亿元，增长10.7%", "进口情况", False),
        ("进口和出口各多少", "出口241.5亿元", "", False),
        ("What were the exports?", "进口85.3亿元", "", True),
        ("进口贸易想做到多大", "发展“进口+出口”业务，到2025年实现转口贸易100亿以上", "", True),
        ("转口贸易想做到多大", "发展“进口+出口”业务，到2025年实现转口贸易100亿以上", "", False),
        ("二级响应怎么启动", "Ⅲ级由副总指挥决定", "", True),
        ("二级响应怎么启动", "Ⅱ级由总指挥决定", "", False),
        ("多少户算重大事件", "特别重大（Ⅰ级）：10万户以上", "", True),
        ("多少户算重大事件", "重大（Ⅱ级）：5万户以上", "", False),
        ("有哪些重大项目", "较大事故由县政府调查", "", False),
    ],
)
def test_one_of_a_kind_is_not_another(question: str, text: str, headings: str, another: bool) -> None:
    """A text is of the one that it or its heading names; a text that names none may be of any."""
    assert is_of_another(question, text, headings) is another


def test_a_figure_of_imports_is_no_figure_of_exports(over: Callable[[Mapping[str, str]], Assistant]) -> None:
    """Where only the other one is stated, nothing is."""
    text = "洄川市2024年统计公报\n一、对外经济\n全年进口85.3亿元，增长2.4%。\n洄川市统计局\n2025年3月1日\n"
    assistant = over({"communique.txt": text})
    assert "85.3" in assistant.answer("洄川2024年进口多少？").answer
    assert "85.3" not in assistant.answer("洄川2024年出口多少？").answer
