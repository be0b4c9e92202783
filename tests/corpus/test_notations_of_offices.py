"""Task records of notations that only some offices use."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.readers import read_bytes
from corpus.reading import understand
from corpus.types import TaskRecord
from corpus.unit_shapes import has_unit_shape, list_shaped_units


def records(text: str) -> tuple[TaskRecord, ...]:
    """The records of a text file."""
    return understand(read_bytes(text.encode(), Path("plan.txt"))).records


def test_several_days_of_one_month_are_one_deadline() -> None:
    """6月7日—11日 ends on the 11th, and the words are those printed."""
    table = "2025年赛事安排\n序号\t赛事\t时间\t承办单位\n"
    table += "1\t帆船公开赛\t6月7日—11日\t雁湖管委会\n2\t龙舟赛\t5月31日\t县体育局\n"
    deadlines = [record.deadline for record in records(table)]
    assert [(one.text, str(one.start), str(one.end)) for one in deadlines if one] == [
        ("6月7日—11日", "2025-06-07", "2025-06-11"),
        ("5月31日", "2025-05-31", "2025-05-31"),
    ]


def test_an_indented_line_that_begins_with_one_character_is_a_paragraph() -> None:
    """米、面… below 完成时限：长期坚持 is no rest of the line above it."""
    text = (
        "食堂整治方案\n（一）规范采购\n　　责任单位：市教育局\n　　完成时限：长期坚持\n　　米、面、油全市统一招标。\n"
    )
    text += "　　每学期打分一次，低于七十分的终止合同，并向社会公布。\n"
    (record,) = records(text)
    assert record.deadline is not None
    assert record.deadline.text == "长期坚持"


def test_a_title_is_no_task_of_the_office_that_issues_it() -> None:
    """办公室关于2025年汛前…: 关 belongs to 关于, and no unit's name ends in it but that of a customs house."""
    text = "沣阳市人民政府办公室关于2025年汛前检查情况的通报\n\n各县人民政府：\n　　现将有关情况通报如下。\n"
    assert records(text) == ()
    assert not has_unit_shape("沣阳市人民政府办公室关")
    assert has_unit_shape("沣阳海关")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("城乡水务主管部门或者综合行政执法部门", ["城乡水务主管部门", "综合行政执法部门"]),
        ("市、县（市、区）人民政府", ["市、县（市、区）人民政府"]),
        ("市、县（市）人民政府", ["市、县（市）人民政府"]),
    ],
)
def test_units_of_ordinances(text: str, names: list[str]) -> None:
    """或者 joins two units and is a part of neither; governments of several levels are one group."""
    assert [unit.name for unit in list_shaped_units(text)] == names
