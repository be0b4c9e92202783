"""A month or the end of the year without a year is that of the document which the question names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

PLAN = """{city}人民政府办公室关于印发{city}{subject}任务清单的通知

{short}政办发〔{year}〕3号

各区人民政府：现将任务清单印发给你们。

{city}人民政府办公室

{year}年2月1日

| 序号 | 任务 | 牵头单位 | 完成时间 |
| --- | --- | --- | --- |
| 1 | {one} | 市商务局 | {year}年6月 |
| 2 | {two} | 市商务局 | {year}年9月 |
| 3 | {three} | 市财政局 | {year}年12月 |
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    wharf = {
        "city": "漳州市",
        "short": "漳",
        "subject": "码头改造",
        "one": "改造北码头",
        "two": "改造南码头",
        "three": "拨付码头资金",
    }
    market = {
        "city": "孝感市",
        "short": "孝",
        "subject": "夜市提升",
        "one": "提升东夜市",
        "two": "提升西夜市",
        "three": "拨付夜市资金",
    }
    return over({"wharf.md": PLAN.format(year=2021, **wharf), "market.md": PLAN.format(year=2025, **market)})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("漳州市码头改造任务清单的通知里，8月前要完成哪些任务？", ["北码头"], ["南码头", "夜市"]),
        ("孝感市夜市提升任务清单的通知里，8月前要完成哪些任务？", ["东夜市"], ["西夜市", "码头"]),
        (
            "漳州市码头改造任务清单的通知里，年底（2021年12月）才到期的任务有几项？",
            ["共1项", "拨付码头资金"],
            ["北码头"],
        ),
    ],
)
def test_a_month_is_of_the_year_of_its_document(
    question: str, given: list[str], not_given: list[str], assistant: Assistant
) -> None:
    """However new the other documents of the collection are."""
    answer = assistant.answer(question)
    assert [words for words in given if words not in answer.answer] == [], answer.answer
    assert [words for words in not_given if words in answer.answer] == [], answer.answer
