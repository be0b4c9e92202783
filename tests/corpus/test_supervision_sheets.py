"""Sheets by which a matter is handed over: labels and values in pairs, and the title above them."""

from __future__ import annotations

import io
from pathlib import Path

import docx

from corpus.readers import read_bytes
from corpus.reading import understand
from corpus.types import Reading

_FORM = (
    ("督办事项", "城南冷库二期建设滞后问题", "", ""),
    ("事项来源", "市政府第12次常务会议", "交办日期", "2025年4月8日"),
    ("承办单位", "市商务局", "协办单位", "市自然资源局、城南区人民政府"),
    ("办理要求", "查明滞后原因，逐项列出清单。", "", ""),
    ("办结时限", "2025年7月15日前", "反馈方式", "每半月书面报送进展"),
    ("联系人", "骆某", "联系电话", "0100-8210037"),
)


def sheet() -> Reading:
    """The sheet as a Word file; a value that has no second pair beside it spans the rest of its row."""
    document = docx.Document()
    for line in ("岚汀市人民政府督查室", "督办通知单", "岚督〔2025〕14号"):
        document.add_paragraph(line)
    table = document.add_table(len(_FORM), 4)
    for row, cells in enumerate(_FORM):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
        if not cells[2]:
            table.cell(row, 1).merge(table.cell(row, 3)).text = cells[1]
    target = io.BytesIO()
    document.save(target)
    return understand(read_bytes(target.getvalue(), Path("sheet.docx")))


def test_a_sheet_is_one_task() -> None:
    """The day on which it was handed over is not the day by which it is due."""
    (record,) = sheet().records
    assert record.lead_units == ("市商务局",)
    assert record.participating_units == ("市自然资源局", "城南区人民政府")
    assert record.deadline is not None
    assert record.deadline.text == "2025年7月15日前"
    assert "城南冷库二期建设滞后问题" in record.task


def test_a_sheet_has_a_title() -> None:
    """督办通知单 ends a title as 通知 does."""
    assert sheet().document.metadata.title == "岚汀市人民政府督查室督办通知单"


def test_who_signed_is_no_part_of_the_title() -> None:
    """签发人：… stands between the number and the title."""
    text = "岚汀市商务局文件\n岚商复〔2024〕88号\n签发人：甄某\n对市人大会议第88号建议的答复\n"
    text += "雷某代表：\n您提出的建议收悉。\n"
    assert understand(read_bytes(text.encode(), Path("reply.txt"))).document.metadata.title == (
        "对市人大会议第88号建议的答复"
    )
