"""Cells, first and last rows, and rows that meet a condition are read out of tables of figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

REPORT = """# 澜江县人民政府督查室关于2024年第三季度督查情况的通报

澜江县各乡镇人民政府：现将督查情况通报如下。

## 一、乡镇得分

| 排名 | 乡镇 | 综合得分 | 投资完成率 | 新增规上企业（家） |
| --- | --- | --- | --- | --- |
| 1 | 云垄镇 | 95.6 | 92.4% | 4 |
| 2 | 溪口镇 | 88.3 | 97.0% | 0 |
| 3 | 石岚乡 | 79.2 | 70.8% | 0 |

## 二、港口指标

| 指标 | 单位 | 2023年 | 2024年 | 2025年目标 |
| --- | --- | --- | --- | --- |
| 货物吞吐量 | 亿吨 | 1.75 | 1.86 | 1.95 |
| 集装箱吞吐量 | 万标箱 | 360 | 412 | 460 |
| 合计投资 | 亿元 | 21 | 33 | 40 |
"""


@pytest.fixture(scope="module")
def report(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"report.md": REPORT})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("澜江港口2024年货物吞吐量是多少？", ["1.86亿吨"], ["1.75", "1.95", "412"]),
        ("What was Lanjiang's container throughput in 2023, and the 2025 target?", ["360", "460"], ["1.75", "412"]),
        ("澜江督查综合得分第一的乡镇是哪个？", ["云垄镇", "95.6"], ["石岚乡", "溪口镇"]),
        ("澜江哪个乡镇投资完成率最高？", ["溪口镇", "97.0%"], ["云垄镇", "石岚乡"]),
        ("澜江督查排名最后的是哪个乡镇，得了多少分？", ["石岚乡", "79.2"], ["云垄镇"]),
        ("澜江督查排第二的乡镇是哪个？", ["溪口镇"], ["云垄镇", "石岚乡"]),
        ("澜江综合得分低于90分的乡镇有哪些？", ["溪口镇", "石岚乡", "共2个"], ["云垄镇"]),
        ("澜江哪几个乡镇新增规上企业为0？", ["溪口镇", "石岚乡"], ["云垄镇"]),
    ],
)
def test_just_the_cells_asked_for_are_given(
    question: str, given: list[str], not_given: list[str], report: Assistant
) -> None:
    """With the row and the names of the columns quoted."""
    answer = report.answer(question)
    assert answer.status == "answered"
    assert [words for words in given if words not in answer.answer] == []
    assert [words for words in not_given if words in answer.answer] == []
    assert len(answer.citations) >= 2
    assert any("排名" in citation.quote or "指标" in citation.quote for citation in answer.citations)


def test_a_figure_that_two_parts_of_a_question_ask_for_is_given_once(report: Assistant) -> None:
    """The answer to the second part holds that to the first."""
    answer = report.answer("What was Lanjiang's container throughput in 2023 and what is the 2025 target?")
    assert answer.answer.count("360万标箱") == 1
    assert answer.answer.count("460万标箱") == 1


@pytest.mark.parametrize("question", ["澜江2030年集装箱吞吐量目标是多少？", "澜江港口2022年货物吞吐量是多少？"])
def test_another_years_figure_is_no_answer(question: str, report: Assistant) -> None:
    """The table has columns for other years only."""
    assert report.answer(question).status == "not_found"


COMMUNIQUE = """临峰市2024年国民经济和社会发展统计公报

临峰市统计局

2025年3月18日

一、工业

全年全部工业增加值620亿元，比上年增长6.1%。

表1　2024年主要工业产品产量及其增长速度
产品名称\t单位\t产量\t比上年增长（%）
光伏组件\t万千瓦\t860\t46.2
锂电池\t亿只\t3.4\t22.7
水泥\t万吨\t612\t-8.3
钢材\t万吨\t348.2\t-2.1

二、对外贸易

全年货物进出口总额320亿元。

表2　2024年对主要国家和地区货物进出口额及其增长速度
国家和地区\t出口额（亿元）\t比上年增长（%）\t进口额（亿元）\t比上年增长（%）
东盟\t53.8\t17.6\t18.6\t6.9
欧盟\t46.2\t8.1\t12.7\t-4.3
日本\t11.9\t-3.7\t9.6\t-1.2
非洲\t15.7\t24.9\t6.4\t15.3
"""


@pytest.fixture(scope="module")
def communique(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"communique.txt": COMMUNIQUE, "report.md": REPORT})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("临峰主要工业产品里产量往下掉的有哪些，各掉多少？", ["共2个", "水泥", "-8.3%", "-2.1%"], ["锂电池", "光伏"]),
        ("临峰从哪几个国家和地区的进口是减少的？", ["欧盟", "-4.3%", "日本", "-1.2%"], ["东盟", "非洲", "-3.7"]),
        ("临峰对哪些国家和地区出口增幅超过10%？", ["东盟", "17.6%", "非洲", "24.9%"], ["欧盟", "日本", "15.3"]),
        ("临峰公报里出口下降的国家和地区有几个？", ["共1个", "日本", "-3.7%"], ["欧盟", "-1.2"]),
        ("How many industrial products of 临峰 grew by more than 20 percent?", ["2 items", "46.2%", "22.7%"], ["水泥"]),
        ("Which industrial products of 临峰 fell in output in 2024?", ["2 items", "水泥", "钢材"], ["锂电池", "万吨"]),
        ("临峰2024年光伏组件产量增长了多少？", ["46.2%"], ["46.2万千瓦", "22.7"]),
        ("澜江新增规上企业4家以上的乡镇有几个？", ["共1个", "云垄镇"], ["溪口镇"]),
    ],
)  # fmt: skip
def test_rows_meet_a_condition_of_their_change_or_amount(
    question: str, given: list[str], not_given: list[str], communique: Assistant
) -> None:
    """What rose or fell, and by how much, stands in the column of the change of the amount that is meant."""
    answer = communique.answer(question)
    assert answer.status == "answered", answer.answer
    assert [words for words in given if words not in answer.answer] == [], answer.answer
    assert [words for words in not_given if words in answer.answer] == [], answer.answer
