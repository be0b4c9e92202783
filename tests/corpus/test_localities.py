"""What a document of one place says is no answer about another."""

from __future__ import annotations

import pytest

from corpus.localities import elsewhere, home


@pytest.mark.parametrize(
    ("asked", "head", "headings", "text", "is_elsewhere"),
    [
        ({"岳阳"}, "大连市人民政府关于石化项目的函", "", "拟投资400亿元", True),
        ({"大连"}, "大连市人民政府关于石化项目的函", "", "拟投资400亿元", False),
        ({"岳阳"}, "国务院关于长江沿线项目的批复", "", "拟投资400亿元", False),
        ({"岳阳"}, "湖南省人民政府关于重大项目的函", "二、岳阳乙烯项目", "拟投资400亿元", False),
        ({"岳阳"}, "湖南省人民政府关于重大项目的函", "", "岳阳乙烯项目拟投资400亿元", False),
        (set(), "大连市人民政府关于石化项目的函", "", "拟投资400亿元", False),
    ],
)
def test_a_text_is_elsewhere_when_only_other_places_are_named(
    asked: set[str], head: str, headings: str, text: str, is_elsewhere: bool
) -> None:
    """Its document names another place, and neither heading nor text names the one asked for."""
    assert elsewhere(frozenset(asked), head, headings, text) is is_elsewhere


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("结合我市实际，制定本方案。打造济南样板。支持济南企业。济南高新区负责。学习青岛经验。", ("济南",)),
        ("结合我市实际，制定本方案。打造济南样板。", ()),
        ("山东、江苏、浙江、广东各三项。" * 3, ()),
        ("各省、新疆生产建设兵团：" * 4, ()),
    ],
)
def test_a_document_is_of_the_places_that_it_names_most(text: str, places: tuple[str, ...]) -> None:
    """A plan of "our city" tells its city further down; one mention, many places, or an address tell nothing."""
    assert home(text) == places
