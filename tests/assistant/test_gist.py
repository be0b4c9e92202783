"""What an English answer says of the Chinese that it quotes."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant
from assistant.wording.gist import renderings_of
from corpus.normalise import fold


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("到2025年底前完成", ["by the end of 2025 (到2025年底前)"]),
        ("转口贸易100亿元以上", ["entrepot trade (转口贸易)", "at least 10 billion yuan (100亿元以上)"]),
        ("占比30%左右，面积8.6平方公里", ["about 30% (30%左右)", "8.6 square kilometres (8.6平方公里)"]),
        ("培育企业1.2万家、示范点3个", ["12,000 (1.2万家)"]),
        ("新增 4 人才平台", []),
        ("由市商务局牵头", ["Municipal Commerce Bureau (市商务局)"]),
        ("意义重大，影响深远。", []),
    ],
)
def test_only_what_is_sure_is_rendered(text: str, english: list[str]) -> None:
    """Dates, units, figures and known terms, each with its Chinese; nothing of the sentence between them."""
    assert [one.english for one in renderings_of(text)] == english


def test_an_english_answer_renders_what_it_quotes(bundled: Assistant) -> None:
    """Every rendering's Chinese stands in a quote, and the reader is told which text counts."""
    answer = bundled.answer("How many cross-border e-commerce industrial clusters should the pilot zone foster?")
    assert "The Chinese that is quoted is the authority." in answer.answer
    told = answer.answer.split("In English: ")[1]
    assert "by the end of 2022 (到2022年)" in told
    quoted = "".join(fold(citation.quote) for citation in answer.citations)
    for chinese in re.findall(r"\(([^()]*[\u4e00-\u9fff][^()]*)\)", told):
        assert fold(chinese) in quoted


def test_the_number_of_an_item_is_no_figure(bundled: Assistant) -> None:
    """4 人才建设体系 is the fourth system, not four people."""
    answer = bundled.answer("Which six systems does the provincial plan want to build for Yiwu's pilot zone?")
    assert "人才建设体系" in answer.answer
    assert "4 people" not in answer.answer


def test_a_chinese_answer_has_no_english(bundled: Assistant) -> None:
    """Who asks in Chinese reads the quotation."""
    assert "In English" not in bundled.answer("综试区要培育多少个跨境电商产业集群？").answer


def test_a_year_since_which_something_goes_on_dates_nothing() -> None:
    """对2023年以来应兑未兑的奖励资金，6月底前拨付: not by June 2023."""
    told = [one.english for one in renderings_of("对2023年以来应兑未兑的奖励资金分两批，6月底前拨付60%。")]
    assert not any("2023" in words for words in told)
