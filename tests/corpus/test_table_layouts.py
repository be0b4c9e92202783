"""Task tables in other layouts: English headings, columns that are times, labels in the first column."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from corpus.english_labels import english_deadlines
from corpus.reading import read_document
from corpus.types import TaskRecord

_TITLE = "# 平溪县2025年重点工作推进表\n\n"


def records(folder: Path, text: str, ending: str = "md") -> tuple[TaskRecord, ...]:
    """The records of a document with this text."""
    path = folder / f"table.{ending}"
    path.write_text(text, "utf-8")
    return read_document(path).records


@pytest.mark.parametrize(
    "heads",
    [
        ("No.", "Task", "Lead unit", "Participants", "Due"),
        ("#", "Key measures", "Lead", "Supporting units", "Deadline"),
        ("No.", "Work item", "Lead agency", "Cooperating bodies", "Completion date"),
        ("序号", "任务 Task", "牵头单位 Lead unit", "配合单位 (Support)", "完成时限 Deadline"),
    ],
)
def test_english_headings_name_the_columns(tmp_path: Path, heads: tuple[str, ...]) -> None:
    """English headings mean what the Chinese ones do, alone or beside them; their cells may be in either language."""
    rows = (
        ("1", "Open a bonded display centre", "市商务局", "平溪海关、市财政局", "30 June 2025"),
        (
            "2",
            "Publish the list of facilities",
            "Administrative Committee of the Pingxi Free Trade Area",
            "—",
            "ongoing",
        ),
    )
    table = "\n".join(f"| {' | '.join(row)} |" for row in (heads, ("---",) * 5, *rows))
    first, second = records(tmp_path, f"# Annex 2 Tasks for 2025\n\n{table}\n")
    assert (first.lead_units, first.participating_units) == (("市商务局",), ("平溪海关", "市财政局"))
    assert first.deadline is not None
    assert first.deadline.end == date(2025, 6, 30)
    assert second.lead_units == ("Administrative Committee of the Pingxi Free Trade Area",)
    assert second.deadline is not None
    assert second.deadline.kind == "open"


def test_english_labels_in_lines(tmp_path: Path) -> None:
    """Lead: A; Support: B, C; Due: D is read as 牵头单位：A is; words such as "lead times:" are no labels."""
    first, second = records(
        tmp_path,
        "Annex: Work Plan of Linxi Port\n\n1. Open three new routes. (Lead: Bureau of Commerce; Support: "
        "Finance Bureau, Linxi Customs; Deadline: 30 June 2025)\n2. Build a cold store. Responsible: Finance Bureau; "
        "Due: end of 2025.\n3. Note on lead times: they are long.\n",
        "txt",
    )
    assert (first.lead_units, first.participating_units) == (
        ("Bureau of Commerce",),
        ("Finance Bureau", "Linxi Customs"),
    )
    assert second.lead_units == ("Finance Bureau",)
    assert second.deadline is not None
    assert second.deadline.end == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("words", "end", "kind"),
    [
        ("by 15 June", date(2025, 6, 15), "date"),
        ("15 June 2026", date(2026, 6, 15), "date"),
        ("end of September 2025", date(2025, 9, 30), "date"),
        ("within 10 working days", None, "relative"),
        ("quarterly", None, "recurring"),
    ],
)
def test_english_fields_say_when(words: str, end: date | None, kind: str) -> None:
    """A day without a year is one of the document's; spans of time and habits keep their words."""
    [found] = english_deadlines(words, date(2025, 1, 10))
    assert (found.text, found.end, found.kind) == (words, end, kind)


def test_columns_that_are_quarters_say_when(tmp_path: Path) -> None:
    """The last quarter with a step is when the task is due, a step's own day counts first."""
    found = records(
        tmp_path,
        _TITLE + "| 序号 | 工作任务 | 责任单位 | 责任领导 | 一季度 | 二季度 | 三季度 | 四季度 |\n"
        "|---|---|---|---|---|---|---|---|\n"
        "| 1 | 建设污水处理厂二期 | 县住建局 | 韩立群 | 完成可研 | 完成招标 | 主体施工 | — |\n"
        "| 2 | 新建实训基地 | 县人社局 县教育局 | 苏敏 | 选址 | 开工 | 封顶 | 12月20日前投用 |\n",
    )
    assert [(record.task, record.lead_units, record.participating_units) for record in found] == [
        ("建设污水处理厂二期", ("县住建局",), ()),
        ("新建实训基地", (), ("县人社局", "县教育局")),
    ]
    assert [record.deadline and record.deadline.end for record in found] == [date(2025, 9, 30), date(2025, 12, 20)]
    assert [step.text for step in found[0].milestones] == ["一季度", "二季度", "三季度"]


def test_months_with_ticks_say_when(tmp_path: Path) -> None:
    """√ in 3月 to 5月 is due in May; sections of a bureau on lines of their own are two."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["平溪市2025年市场监管月度推进表"])
    sheet.append(["序号", "重点工作", "责任科室", *(f"{month}月" for month in range(1, 13))])
    sheet.append(
        [1, "开展电动车专项抽检", "产品质量监督科", *("√" if 3 <= month <= 5 else None for month in range(1, 13))]
    )
    sheet.append(
        [2, "完成小作坊换证", "食品生产科\n行政审批科", *("√" if month == 6 else None for month in range(1, 13))]
    )
    book.save(tmp_path / "months.xlsx")
    first, second = read_document(tmp_path / "months.xlsx").records
    assert first.deadline is not None
    assert (first.deadline.text, first.deadline.end) == ("5月", date(2025, 5, 31))
    assert second.participating_units == ("食品生产科", "行政审批科")


def test_a_table_with_its_labels_in_the_first_column(tmp_path: Path) -> None:
    """任务, 牵头单位, 完成时限 down the first column: each other column is one task, cited by its own cell."""
    rows = (
        ("任务", "修缮古城墙东段", "建设游客中心"),
        ("牵头单位", "县文旅局", "县文旅集团"),
        ("配合单位", "县财政局", "县自然资源局、城关镇政府"),
        ("完成时限", "2025年8月底", "2025年9月20日前"),
    )
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    first, second = records(tmp_path, f"<html><body><h1>鹿溪县责任表</h1><table>{table}</table></body></html>", "html")
    assert (first.task, first.lead_units, first.participating_units) == ("修缮古城墙东段", ("县文旅局",), ("县财政局",))
    assert (second.lead_units, second.participating_units) == (("县文旅集团",), ("县自然资源局", "城关镇政府"))
    assert second.deadline is not None
    assert second.deadline.end == date(2025, 9, 20)
    assert second.cell is not None
    assert (second.cell.row, second.cell.column) == (0, 2)


def test_a_form_with_one_task_is_no_table_of_figures(tmp_path: Path) -> None:
    """A table whose columns are 指标 and years has no units and gives no task."""
    text = _TITLE + "| 指标 | 2023年 | 2024年 |\n|---|---|---|\n| 进出口额 | 120 | 150 |\n| 企业数 | 30 | 41 |\n"
    assert records(tmp_path, text) == ()


def test_a_form_with_two_pairs_in_a_row(tmp_path: Path) -> None:
    """牵头单位 | A | 配合单位 | B beside rows of one pair is a form about one task."""
    table = (
        '<tr><td>督办事项</td><td colspan="3">新建养老服务中心10个</td></tr><tr><td>牵头单位</td><td>市民政局</td>'
        '<td>配合单位</td><td>市财政局</td></tr><tr><td>办结时限</td><td colspan="3">2025年11月30日</td></tr>'
    )
    [record] = records(tmp_path, f"<html><body><h1>汀洲市督办单</h1><table>{table}</table></body></html>", "html")
    assert (record.task, record.lead_units, record.participating_units) == (
        "新建养老服务中心10个",
        ("市民政局",),
        ("市财政局",),
    )
    assert record.deadline is not None
    assert record.deadline.end == date(2025, 11, 30)


def test_labels_and_people_inside_a_cell(tmp_path: Path) -> None:
    """牵头：A 配合：B in one cell gives roles; a person beside a unit is no part of its name; 1-6月 is a time."""
    first, second = records(
        tmp_path,
        _TITLE + "| 序号 | 任务 | 职责分工 | 时限 |\n|---|---|---|---|\n"
        "| 1 | 新建农田3万亩 | 牵头：县农业农村局 配合：县财政局、县水利局 | 10月底 |\n"
        "| 2 | 改造泵站12座 | 牵头：县水利局 | 6月底 |\n",
    )
    assert (first.lead_units, first.participating_units) == (("县农业农村局",), ("县财政局", "县水利局"))
    assert second.lead_units == ("县水利局",)
    rows = "| 改革任务 | 牵头单位（责任人） | 1-6月 | 7-12月 |\n|---|---|---|---|\n"
    rows += "| 推进预算改革 | 县财政局（陈立） | 出台方案 | — |\n"
    [record] = records(tmp_path, _TITLE + rows)
    assert record.lead_units == ("县财政局",)
    assert record.deadline is not None
    assert record.deadline.end == date(2025, 6, 30)


def test_labelled_cells_above_and_below_are_no_rows(tmp_path: Path) -> None:
    """发文机关：… | 文号：… | 印发日期：… above the names of columns says what the workbook is, and is none of them."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["宁溪市2024年数据改革举措清单"])
    sheet.append(["发文机关：宁溪市数据局", "文号：宁数〔2024〕3号", "印发日期：2024年3月22日"])
    sheet.append(["序号", "改革举措", "量化目标", "牵头单位", "参与单位", "完成时限"])
    sheet.append(["1", "制定授权运营办法", "出台制度1项", "市数据局", "市司法局、市财政局", "2024年5月底"])
    sheet.append(["2", "建立登记制度", "登记产品300件", "市市场监管局", "市数据局", "2024年8月底"])
    sheet.append(["填表人：岳青禾", "审核人：施闻笛"])
    book.save(tmp_path / "list.xlsx")
    reading = read_document(tmp_path / "list.xlsx")
    assert [(one.lead_units, one.participating_units) for one in reading.records] == [
        (("市数据局",), ("市司法局", "市财政局")),
        (("市市场监管局",), ("市数据局",)),
    ]
    assert reading.document.metadata.number == "宁数〔2024〕3号"
    assert reading.document.metadata.issued == date(2024, 3, 22)
