"""Columns that only some offices' tables have: 成员单位, 联办部门, days for each case, a caption as the title."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from corpus.readers import read_bytes
from corpus.reading import understand
from corpus.types import Reading, TaskRecord
from corpus.unit_names import same_unit


def records(rows: str) -> tuple[TaskRecord, ...]:
    """The records of a text file with one table, its cells parted by bars."""
    text = "岚汀市2025年重点事项清单\n" + "\n".join(f"| {' | '.join(row.split())} |" for row in rows.split("\n"))
    return understand(read_bytes(text.encode(), Path("list.md"))).records


def test_members_of_a_group_take_part() -> None:
    """A table of groups has 牵头单位 and 成员单位; what a group is charged with belongs to its task."""
    (first, second) = records(
        "工作组 牵头单位 成员单位 主要职责\n--- --- --- ---\n"
        "通关组 岚汀海关 岚汀海事局、岚汀边检站 实行预约通关\n企业组 市商务局 市贸促会、市税务局 对接重点企业"
    )
    assert first.lead_units == ("岚汀海关",)
    assert first.participating_units == ("岚汀海事局", "岚汀边检站")
    assert second.participating_units == ("市贸促会", "市税务局")
    assert "对接重点企业" in second.task


def test_days_for_each_case_are_no_deadline() -> None:
    """办理时限（工作日）with 2 in it says how long a case takes; 上线时间 is when the task is due."""
    (record, _) = records(
        "序号 事项名称 牵头部门 联办部门 办理时限（工作日） 上线时间\n--- --- --- --- --- ---\n"
        "1 资质备案 市商务局 岚汀海关、市市场监管局 2 2025年5月底\n2 信用修复 市发展改革委 市税务局 3 2025年9月底"
    )
    assert record.participating_units == ("岚汀海关", "市市场监管局")
    assert record.deadline is not None
    assert record.deadline.text == "2025年5月底"


@pytest.mark.parametrize("label", ["参与", "联办", "协作"])
def test_labels_of_those_who_take_part(label: str) -> None:
    """（牵头：A；参与：B、C；时限：2026年) names all of them."""
    text = f"岚汀市任务分工\n4.建设基地5家。（牵头：市商务局、市委网信办；{label}：市工信局、市数据局；时限：2026年）\n"
    (record,) = understand(read_bytes(text.encode(), Path("plan.txt"))).records
    assert record.lead_units == ("市商务局", "市委网信办")
    assert record.participating_units == ("市工信局", "市数据局")


def workbook(rows: list[list[str]]) -> Reading:
    """A workbook whose first row is one cell across all columns."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "整改台账"
    for row in rows:
        sheet.append(row)
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(rows[-1]))
    target = io.BytesIO()
    book.save(target)
    return understand(read_bytes(target.getvalue(), Path("x.xlsx")))


def test_the_caption_of_a_workbook_is_its_title() -> None:
    """What stands above the first table says what the file is, the name of the sheet and who filled it in do not."""
    reading = workbook(
        [
            ["岚汀市口岸督查反馈问题整改台账", "", ""],
            ["填报单位：岚汀市口岸办", "", "填报日期：2025年4月30日"],
            ["序号", "反馈问题", "牵头单位"],
            ["1", "收费公示不及时", "市口岸办"],
            ["2", "查验等待时间过长", "岚汀海关"],
        ]
    )
    assert reading.document.metadata.title == "岚汀市口岸督查反馈问题整改台账"
    assert len(reading.records) == 2


def test_an_office_with_two_names_is_one() -> None:
    """市商务局（市公平贸易局） is 市商务局."""
    assert same_unit("市商务局（市公平贸易局）", "市商务局")
    assert not same_unit("市商务局（市公平贸易局）", "市财政局")


def test_groups_of_a_plan_have_owners() -> None:
    """组长单位：A；成员单位：B、C in a line of its own."""
    text = "岚汀市行动方案\n1.政策保障组。组长单位：市财政局；成员单位：市发展改革委、市税务局。负责拟订奖补政策。\n"
    (record,) = understand(read_bytes(text.encode(), Path("plan.txt"))).records
    assert record.lead_units == ("市财政局",)
    assert record.participating_units == ("市发展改革委", "市税务局")
