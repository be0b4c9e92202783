"""The number that an item stands under goes; a figure that a sentence begins with stays whole."""

from __future__ import annotations

import pytest

from assistant.language.numbering import unnumbered
from tests.assistant.conftest import Over


@pytest.mark.parametrize(
    "text",
    [
        "76.1%的财政支出用于民生。",
        "98.6％的村通了公交。",
        "2.8万公里农村公路完成养护。",
        "1.5倍于上年同期。",
        "3.5个百分点的增幅居全市第一。",
        "300 家企业完成改造。",
        "20 个以上项目开工。",
        "10 000人参加培训。",
        "30 日前报送名单。",
        "5、6月开展检查。",
        "0.5元/度的电价补贴。",
    ],
)
def test_a_figure_at_the_beginning_is_no_number_of_an_item(text: str) -> None:
    """A share, an amount or a decimal is never cut: 76.1% must not become 1%."""
    assert unnumbered(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1. 做强产业。", "做强产业。"),
        ("1.1总体目标", "总体目标"),
        ("3.2.1.4 应急处置", "应急处置"),
        ("1.2人员管理", "人员管理"),
        ("1.2024年底前建成。", "2024年底前建成。"),
        ("26 成立专班", "成立专班"),
        ("12、提升能级", "提升能级"),
        ("（二）优化布局", "优化布局"),
        ("2）项目建设", "项目建设"),
        ("3 项目建设", "项目建设"),
    ],
)
def test_the_number_of_an_item_goes(text: str, plain: str) -> None:
    """Items numbered in the usual ways are quoted without their number."""
    assert unnumbered(text) == plain


def test_an_answer_gives_the_share_that_a_sentence_opens_with(over: Over) -> None:
    """The share at the beginning of a sentence is stated whole."""
    assistant = over({"report.txt": "沐川市2031年财政报告\n\n一、民生支出\n全年收支平衡。83.4%的财政支出用于民生。\n"})
    answer = assistant.answer("沐川市财政支出有多大比例用于民生？")
    assert "83.4%" in answer.answer
