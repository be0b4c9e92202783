"""Tables: from tabs, bars, gaps and cells one a line; merged cells, headers of two rows, parts cut by a page."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from corpus.outline import outline
from corpus.readers import read_bytes, read_file
from corpus.reading import understand
from corpus.split import passages
from corpus.tables import tables
from corpus.types import Document, Table


def read(text: str, name: str = "list.txt") -> Document:
    """A text as it is read from a file."""
    return read_bytes(text.encode("utf-8"), Path(name))


def found(document: Document) -> tuple[Table, ...]:
    """The tables of a document."""
    return tables(document, outline(document))


def words(table: Table) -> list[list[str]]:
    """The header and the rows as text."""
    return [[cell.text for cell in row] for row in (table.header, *table.rows)]


EXPECTED = [
    ["序号", "任务", "责任单位", "完成时间"],
    ["1", "建设平台", "商务局", "2021年6月"],
    ["2", "培育主体", "财政局", "2021年9月"],
    ["3", "优化服务", "税务局", "2021年12月"],
]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("\t".join(row) for row in EXPECTED),
        "\n\n".join("\t".join(row) for row in EXPECTED),
        "\n".join("| " + " | ".join(row) + " |" for row in [EXPECTED[0], ["---"] * 4, *EXPECTED[1:]]),
        "\n".join("  ".join(cell.ljust(8) for cell in row) for row in EXPECTED),
        "\n".join("　　".join(row) for row in EXPECTED),
        "\n".join(cell for row in EXPECTED for cell in row),
    ],
    ids=["tabs", "double-spaced", "bars", "aligned", "wide blanks", "one cell a line"],
)
def test_a_table_survives_in_plain_text(text: str) -> None:
    """However its cells were parted, the same table comes out, and the text around it stays text."""
    document = read(f"任务清单\n\n{text}\n\n以上任务要抓好落实。\n")
    (table,) = found(document)
    assert words(table) == EXPECTED
    assert table.rows[0][2].span.of(document.text) == "商务局"
    assert document.blocks[-1].span.of(document.text) == "以上任务要抓好落实。"


@pytest.mark.parametrize(
    "text",
    [
        "一、\t总体要求\n二、\t重点任务\n三、\t保障措施",
        "联系人：张三\t电话：85551234",
        "义乌市人民政府　　义乌市商务局　　义乌海关",
        "序号由商务局编制，任务由各单位报送。",
        "周行舟　　何清川　　沈知远\n陆怀瑾　　许望舒　　林听雨\n方既明　　宋云起　　韩书简",
    ],
)
def test_tabs_and_gaps_in_prose_are_no_table(text: str) -> None:
    """Numbering set off by a tab, one line with a tab, and signatures or names side by side stay paragraphs."""
    assert found(read(text)) == ()


@pytest.mark.parametrize("gap", ["　　", " | "])
def test_grades_below_names_of_columns(gap: str) -> None:
    """Rows without numbers are a table below names of columns, whatever these say."""
    rows = [
        ["级别", "影响户数", "启动权限"],
        ["Ⅰ级", "5万以上", "总指挥"],
        ["Ⅱ级", "2万以上5万以下", "副总指挥"],
        ["Ⅲ级", "1万以上2万以下", "办公室"],
    ]
    (table,) = found(read("三、分级\n\n" + "\n".join(gap.join(row) for row in rows) + "\n\n本级含本数。\n"))
    assert words(table) == rows


def test_who_can_be_called_is_no_list_of_tasks() -> None:
    """A list of telephone numbers has columns and no tasks."""
    rows = "单位 | 值班电话 | 联络员\n市水利局 | 0000-1 | 何清\n市财政局 | 0000-2 | 沈远\n市审计局 | — | —"
    reading = understand(read(f"附件：联络表\n\n{rows}\n"))
    assert [cell.text for cell in reading.tables[0].header] == ["单位", "值班电话", "联络员"]
    assert reading.records == ()


def test_a_table_cut_by_a_page_is_one() -> None:
    """The header that is printed again is dropped; a part that goes on without one is joined by its numbers."""
    again = "序号\t任务\t单位\n1\t甲\t商务局\n\n序号\t任务\t单位\n2\t乙\t财政局\n"
    (table,) = found(read(again))
    assert [row[0].text for row in table.rows] == ["1", "2"]
    page = (
        "<table><tr><td>序号<td>任务</tr><tr><td>1<td>甲</tr></table>"
        "<table><tr><td>2<td>乙</tr><tr><td>3<td>丙</tr></table>"
    )
    (table,) = found(read(f"<html><body><div>{page}</div></body></html>", "list.html"))
    assert [row[1].text for row in table.rows] == ["甲", "乙", "丙"]


def test_two_tables_with_a_heading_between_stay_two() -> None:
    """Even when their headers are the same."""
    text = "附件1\n\n序号\t任务\n1\t甲\n\n附件2\n\n序号\t任务\n1\t乙\n"
    assert [table.section for table in found(read(text))] == [("附件1",), ("附件2",)]


def test_merged_cells_are_repeated_in_every_row_they_cover() -> None:
    """The unit that leads three tasks stands in the rows of all three, with the same span."""
    page = (
        "<table><tr><td>任务</td><td>牵头单位</td><td>完成时间</td></tr>"
        "<tr><td>建设平台</td><td rowspan=2>商务局</td><td>2021年6月</td></tr>"
        "<tr><td>培育主体</td><td>2021年9月</td></tr>"
        "<tr><td colspan=3>备注：按季度报送。</td></tr></table>"
    )
    document = read(f"<html><body>{page}</body></html>", "list.html")
    (table,) = found(document)
    assert words(table)[1:3] == [["建设平台", "商务局", "2021年6月"], ["培育主体", "商务局", "2021年9月"]]
    assert table.rows[0][1].span == table.rows[1][1].span
    rows = [passage for passage in passages(document, outline(document), (table,)) if passage.cell]
    assert rows[1].text == "培育主体\t商务局\t2021年9月"
    assert rows[1].span.of(document.text) == "培育主体\t2021年9月"


def test_a_header_of_two_rows_is_named_by_the_lower_one() -> None:
    """责任分工 over 牵头单位 and 配合单位 are columns named 牵头单位 and 配合单位."""
    page = (
        "<table><tr><th rowspan=2>序号</th><th rowspan=2>任务</th><th colspan=2>责任分工</th></tr>"
        "<tr><th>牵头单位</th><th>配合单位</th></tr><tr><td>1</td><td>建设平台</td><td>商务局</td><td>财政局</td></tr></table>"
    )
    (table,) = found(read(f"<html><body>{page}</body></html>", "list.html"))
    assert words(table) == [["序号", "任务", "牵头单位", "配合单位"], ["1", "建设平台", "商务局", "财政局"]]


def test_a_table_without_a_header_has_none() -> None:
    """Names and posts in columns are rows from the first."""
    (table,) = found(read("王建国\t市长\n李明\t副市长\n张伟\t局长\n"))
    assert table.header == ()
    assert len(table.rows) == 3


def test_empty_cells_have_a_place_and_no_words() -> None:
    """A missing deadline is an empty cell, not a shorter row."""
    (table,) = found(read("序号\t任务\t单位\t完成时间\n1\t甲\t商务局\t\n2\t乙\t\t2021年9月\n3\t丙\n"))
    assert words(table)[1:] == [["1", "甲", "商务局", ""], ["2", "乙", "", "2021年9月"], ["3", "丙", "", ""]]
    assert table.rows[0][3].span.start == table.rows[0][3].span.end


def test_rows_without_what_the_header_promises_are_told() -> None:
    """Whoever adds the document learns that a unit or a time is missing, and in how many rows."""
    rows = "序号\t任务\t责任单位\t完成时间\t备注\n1\t甲\t商务局\t\t\n2\t乙\t\t2021年9月\t\n3\t丙\t税务局\n"
    text = f"附件1\n\n任务清单\n\n{rows}"
    assert understand(read(text)).warnings[1:] == (
        "附件1 任务清单: 1 of 3 rows have no 责任单位",
        "附件1 任务清单: 2 of 3 rows have no 完成时间",
    )


def test_every_sheet_of_a_workbook_is_read(tmp_path: Path) -> None:
    """Its name is a heading, the merged line above the header a paragraph, numbers and dates are shown as in Excel."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "任务清单"
    for row in (["重点任务清单"], ["序号", "任务", "占比", "完成时间"], [1, "建设平台", 0.255, "2021年6月"]):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet["C3"].number_format = "0.0%"
    workbook.create_sheet("联系人").append(["姓名", "单位"])
    workbook["联系人"].append(["张伟", "商务局"])
    workbook.create_sheet("草稿").sheet_state = "hidden"
    workbook["草稿"].append(["不应出现", "隐藏"])
    path = tmp_path / "清单.xlsx"
    workbook.save(path)
    document = read_file(path)
    first, second = found(document)
    assert words(first) == [["序号", "任务", "占比", "完成时间"], ["1", "建设平台", "25.5%", "2021年6月"]]
    assert (first.section, second.section) == (("任务清单",), ("联系人",))
    assert "重点任务清单" in document.text
    assert "不应出现" not in document.text


def test_bars_between_cells_need_no_frame() -> None:
    """Three columns with two bars are rows when they are numbered; a trail of links and a sentence are none."""
    for bar in ("|", " | ", "｜"):
        rows = "\n".join(
            bar.join(cells) for cells in (("序号", "任务", "单位"), ("1", "甲", "商务局"), ("2", "乙", "财政局"))
        )
        (table,) = found(read(f"附件1\n任务清单\n\n{rows}\n"))
        assert words(table) == [["序号", "任务", "单位"], ["1", "甲", "商务局"], ["2", "乙", "财政局"]]
    assert found(read("首页|政务公开|通知公告\n\n某市商务局 | 某市财政局 | 联合发文\n")) == ()
