"""Which year a figure is of, and whether it was reached or is aimed at."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.years import asks_aim, asks_past, named_years
from index.build import ingest
from index.library import Library

REPORT = """政府工作报告

一年来，我们主要做了以下工作：
（一）稳住工业底盘。新增规模以上企业86家，光伏装机容量达到120万千瓦。
（二）改善居住条件。筹建保障性租赁住房3200套，改造老旧小区41个。

二、2024年工作安排
（一）壮大工业经济。新增规模以上企业95家，光伏装机容量达到150万千瓦。
（二）改善居住条件。筹建保障性租赁住房2000套，改造老旧小区38个。建成枫桥铸造园，园区占地420亩，接入企业30家，总投资6.8亿元。
"""

NOTE = """云台市跨境结算工作情况汇报

一、全年办理跨境结算185亿元，同比增长15%。
二、下一步，争取跨境结算超过350亿元。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers over a mayor's report whose sentences bear no year, and over a note."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "松阳.txt").write_text(REPORT, encoding="utf-8")
    (folder / "note.txt").write_text(NOTE, encoding="utf-8")
    ingest([folder / "松阳.txt", folder / "note.txt"], folder / "data")
    return Assistant(Library.open(folder / "data"))


@pytest.mark.parametrize(
    ("question", "value", "other"),
    [
        ("2024年筹建保障性租赁住房多少套？", "2000套", "3200套"),
        ("2023年筹建保障性租赁住房多少套？", "3200套", "2000套"),
        ("去年改造了多少个老旧小区？", "41个", "38个"),
        ("今年计划改造老旧小区多少个？", "38个", "41个"),
        ("规模以上企业的目标是新增多少家？", "95家", "86家"),
        ("云台市跨境结算今年目标是多少亿元？", "350亿元", "185亿元"),
        ("云台市跨境结算实际完成了多少亿元？", "185亿元", "350亿元"),
        ("枫桥铸造园总投资多少钱？", "6.8亿元", "3200套"),
    ],
)
def test_a_figure_is_of_the_year_and_the_kind_that_was_asked_for(
    question: str, value: str, other: str, reports: Assistant
) -> None:
    """A report looks back before it plans; an aim is not what was reached, nor the other way about."""
    answer = reports.answer(question)
    assert answer.status == "answered", answer.answer
    assert value in answer.answer
    assert other not in answer.answer


def test_a_year_that_no_document_is_of_is_refused(reports: Assistant) -> None:
    """The report is of 2023 and 2024."""
    assert reports.answer("2019年筹建保障性租赁住房多少套？").status == "not_found"


def test_a_number_before_a_measure_is_no_year() -> None:
    """2000套 counts flats; 2023—2025 and 2024 年 are years."""
    assert named_years("筹建保障性租赁住房2000套") == frozenset()
    assert named_years("三年行动（2023—2025）") == {"2023", "2025"}
    assert named_years("到2024 年底") == {"2024"}


def test_who_asks_for_both_is_bound_to_neither() -> None:
    """已经办了多少、又要争取多少 asks for what was reached and for the aim."""
    both = "全年已经办理多少、年内又争取超过多少"
    assert not asks_aim(both)
    assert not asks_past(both)
    assert asks_aim("今年目标多少")
    assert asks_past("实际完成多少")
