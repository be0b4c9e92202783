"""A cell is given that is named by its row and its column, whatever stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

HOMES = """# 砚港市保障性住房工作情况通报

各区县人民政府：现将有关情况通报如下。

## 一、项目情况

| 项目 | 所在区 | 套数 | 基准价（元/平方米） | 建设单位 | 计划交付 |
| --- | --- | --- | --- | --- | --- |
| 云汀苑 | 东汀区 | 620 | 8350 | 砚港安居集团 | 2025年12月底 |
| 望澜里 | 西澜区 | 480 | 7900 | 西澜城建公司 | 2026年6月底 |
| 合计 | | 1100 | | | |

## 二、资金安排

| 用途 | 金额（万元） | 资金来源 |
| --- | --- | --- |
| 管网改造 | 1200 | 省级专项资金800万元，市级自筹400万元 |
| 物业补助 | 350.5 | 区级财政 |

## 三、申请步骤

| 步骤 | 办理单位 | 时间 |
| --- | --- | --- |
| 资格初审 | 街道办事处 | 5个工作日 |
| 联合核查 | 市住房保障中心 | 10个工作日 |

## 四、工单办理

| 镇街 | 工单量（件） | 2024年满意率（%） | 2024年底结存 |
| --- | --- | --- | --- |
| 柳汀街道 | 2310 | 96.2 | 12 |
| 枫澜镇 | 1475 | 91.0 | 30 |

| 单位 | 工单量（件） | 2024年满意率 | 2024年底结存 |
| --- | --- | --- | --- |
| 砚港供热公司 | 1720 | 88.8 | 41 |
| 砚港燃气公司 | 960 | 97.5 | 7 |
"""


@pytest.fixture(scope="module")
def homes(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"homes.md": HOMES})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("云汀苑的建设单位是什么？", ["砚港安居集团"], ["西澜城建", "8350"]),
        ("砚港市望澜里，计划交付？", ["2026年6月底"], ["480", "西澜城建", "2025年"]),
        ("望澜里那一行所在区填的是什么", ["西澜区"], ["480"]),
        (
            "《砚港市保障性住房工作情况通报》的表里，管网改造那一行资金来源填的是什么",
            ["省级专项资金800万元，市级自筹400万元"],
            ["350.5"],
        ),
        ("砚港市物业补助金额是多少", ["350.5万元"], ["1200"]),
        ("联合核查的办理单位是哪个", ["市住房保障中心"], ["街道办事处", "5个"]),
        ("资格初审时间多少", ["5个工作日"], ["10个"]),
        ("What is the 建设单位 of 云汀苑?", ["砚港安居集团"], ["西澜城建"]),
        ("What is the 2024年满意率 of 枫澜镇?", ["91.0%"], ["96.2"]),
        ("砚港市保障性住房套数合计多少", ["1100"], ["620"]),
    ],
)
def test_the_cell_where_row_and_column_meet_is_given(
    question: str, given: list[str], not_given: list[str], homes: Assistant
) -> None:
    """Words as well as figures, in tables of words as well as in those of figures."""
    answer = homes.answer(question)
    assert answer.status == "answered"
    assert [words for words in given if words not in answer.answer] == []
    assert [words for words in not_given if words in answer.answer] == []
    assert len(answer.citations) >= 2


def test_figures_without_a_printed_sum_are_added_up_and_it_is_said_so(homes: Assistant) -> None:
    """Every figure that is added is given and quoted."""
    answer = homes.answer("砚港市保障性住房各用途金额加起来一共多少")
    assert "表中没有合计" in answer.answer
    assert "1550.5万元" in answer.answer
    assert "1200万元" in answer.answer


def test_prices_are_not_added_up(homes: Assistant) -> None:
    """What they add up to says nothing."""
    assert "16250" not in homes.answer("砚港市各项目基准价加起来一共多少").answer


def test_who_says_more_than_row_and_column_is_not_given_the_cell(homes: Assistant) -> None:
    """Something else is asked: the cell would be no answer to it."""
    answer = homes.answer("云汀苑的建设单位因为违法分包被罚了多少钱")
    assert answer.status == "not_found"


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("砚港市哪个镇街的工单量最多？", ["柳汀街道"], ["供热"]),
        ("砚港市哪个单位的工单量最多？", ["供热公司"], ["柳汀"]),
        ("砚港市2024年底结存超过20的单位有哪些？", ["供热公司"], ["枫澜", "燃气"]),
        ("砚港市2024年满意率最低的镇街是哪个", ["枫澜镇", "91.0"], ["30", "柳汀"]),
    ],
)
def test_of_tables_alike_the_one_answers_whose_rows_are_called_so(
    question: str, given: list[str], not_given: list[str], homes: Assistant
) -> None:
    """镇街 and 单位 are ranked apart; a column of a year is not another one of that year."""
    answer = homes.answer(question)
    assert [words for words in given if words not in answer.answer] == []
    assert [words for words in not_given if words in answer.answer] == []


def test_the_name_of_a_project_is_not_that_of_the_paper(over: Callable[[Mapping[str, str]], Assistant]) -> None:
    """项目名称 is the head of a column."""
    text = HOMES.replace("| 项目 |", "| 项目名称 |")
    answer = over({"homes.md": text}).answer("砚港市套数最多的项目名称是哪个")
    assert "云汀苑" in answer.answer
    assert "全称" not in answer.answer
