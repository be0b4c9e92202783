"""A question in English that asks for a second figure with a question word of its own is told both."""

from __future__ import annotations

from assistant import Assistant
from tests.assistant.conftest import Over

PAPER = (
    "岚汀市科技创新规划（2031—2035年）\n\n岚汀市人民政府\n2031年3月12日\n\n一、目标\n"
    "到2035年，形成180家以上拥有自主品牌的创新型领军企业。高新技术企业达到2600家。\n\n二、投入\n"
    "规模以上工业企业研究与试验发展经费支出占营业收入的比重达到2.4%。技术合同成交额突破400亿元。\n"
)


def test_a_second_figure_is_told_with_the_first(over: Over) -> None:
    """The sentence with the second one is added; who asks for one figure is told one."""
    papers: Assistant = over({"lanting.txt": PAPER})
    both = papers.answer(
        "Under Lanting's (岚汀) innovation plan, how many innovative leading enterprises (创新型领军企业) should "
        "there be by 2035, and what R&D-to-revenue ratio should large industrial firms reach?"
    )
    assert "180家以上" in both.answer
    assert "2.4%" in both.answer
    one = papers.answer(
        "Under Lanting's (岚汀) innovation plan, how many innovative leading enterprises (创新型领军企业) should "
        "there be by 2035?"
    )
    assert "180家以上" in one.answer
    assert "2.4%" not in one.answer
