"""Which step of a rule answers is told by the amount in the question; how a count or a year is asked tells the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.language.amounts import admits, amounts_given, with_chinese_numbers

RULES = """澜江市人民政府关于印发《澜江市保税维修试点管理办法》的通知
澜政规〔2024〕6号
各县区人民政府，市政府各部门：
现将《澜江市保税维修试点管理办法》印发给你们，请认真贯彻执行。
第一条　为规范保税维修业务，制定本办法。
第二条　本办法所称保税维修，是指企业以保税方式将货物从境外运入境内维修后复运出境的业务活动。
第三条　对年度维修货值首次达到1亿元的企业，给予一次性奖励100万元；首次达到5亿元的，给予一次性奖励300万元；\
首次达到10亿元的，给予一次性奖励600万元。
第四条　对日加氢能力500千克以上、1000千克以下的加氢站，每站最高补助300万元；\
对日加氢能力1000千克及以上的，每站最高补助500万元。
第五条　2024—2027年市级财政每年安排专项资金6亿元支持加氢站建设。到2027年，建成加氢站80座。
澜江市人民政府
2024年5月6日
"""


@pytest.fixture(scope="module")
def rules(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"rules.txt": RULES})


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("年货值做到5个亿奖多少钱", (5e8, "元")),
        ("投资3000万块补多少", (3e7, "元")),
        ("一座日加氢1200公斤的站", (1200.0, "千克")),
        ("100平米的房子", (100.0, "平方米")),
        ("a repair value of 500 million yuan", (5e8, "元")),
        ("a station with 1,200 kg a day", (1200.0, "千克")),
        ("a plot of 3 square kilometres", (3.0, "平方公里")),
    ],
)
def test_amounts_are_read_however_they_are_written(question: str, amount: tuple[float, str]) -> None:
    """In the units that documents use."""
    assert amount in amounts_given(question)


@pytest.mark.parametrize(
    ("rule", "fit"),
    [
        ("首次达到5亿元的，给予一次性奖励300万元", 1.0),
        ("首次达到1亿元的，给予一次性奖励100万元", 0.5),
        ("首次达到10亿元的，给予一次性奖励600万元", -1.0),
        ("每家企业最高奖励300万元", 0.0),
    ],
)
def test_a_step_fits_exactly_or_admits_or_excludes(rule: str, fit: float) -> None:
    """An award is no condition, whatever its amount."""
    assert admits(rule, ((5e8, "元"),)) == fit


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("澜江保税维修企业的年维修货值首次做到5个亿，奖励多少？", "300万元", "600万元"),
        ("澜江建一座日加氢1200公斤的加氢站，补助多少？", "500万元", "300万元"),
        ("What is the award for a yearly repair value of 1 billion yuan in Lanjiang (澜江)?", "600万元", "300万元"),
        ("到2027年澜江要建多少座加氢站？", "80座", "6亿元"),
        ("澜江的管理办法里，保税维修是什么意思？", "从境外运入境内", "请认真贯彻执行"),
        ("What counts as bonded repair (保税维修) in Lanjiang?", "从境外运入境内", "请认真贯彻执行"),
    ],
)
def test_the_step_the_count_and_the_definition_asked_for_are_given(
    question: str, given: str, not_given: str, rules: Assistant
) -> None:
    """Neither the neighbouring step nor what surrounds the rules."""
    answer = rules.answer(question)
    assert given in answer.answer
    assert not_given not in answer.answer


@pytest.mark.parametrize(
    ("amount", "step"),
    [("1500万元", "6%"), ("3000万元", "8%"), ("5000万元", "10%"), ("2000万元", "8%"), ("499万元", None)],
)
def test_a_step_begins_and_ends_where_its_words_say(amount: str, step: str | None) -> None:
    """不足 and 不含 end a step below the amount that they name; the next one begins at it."""
    steps = {
        "6%": "研发经费500万元以上、不足2000万元的，按6%给予补助；",
        "8%": "研发经费2000万元（含）至5000万元（不含）的，按8%给予补助；",
        "10%": "研发经费5000万元以上的，按10%给予补助。",
    }
    admitted = [name for name, text in steps.items() if admits(text, amounts_given(f"研发经费{amount}能补多少")) > 0]
    assert admitted == ([step] if step else [])


@pytest.mark.parametrize(
    ("english", "written"),
    [
        ("600,000 yuan", "60万元"),
        ("RMB 5 million", "500万元"),
        ("US$15 million", "1500万美元"),
        ("100 billion yuan", "1000亿元"),
        ("RMB 100 million", "亿元"),
        ("1,105 square kilometres", "1105平方公里"),
        ("2,400 trucks", "2400 trucks"),
        ("4.65 million TEU", "465万 TEU"),
        ("in 2024", "in 2024"),
        ("GB/T 16159", "GB/T 16159"),
        ("FP16", "FP16"),
        ("第3000号", "第3000号"),
    ],
)
def test_large_english_numbers_are_read_as_documents_write_them(english: str, written: str) -> None:
    """By 万 and 亿, with the unit; a year, a number of a standard and a small number stay."""
    assert with_chinese_numbers(english).strip() == written
