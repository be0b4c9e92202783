"""Tables of figures are told from tables of words, and their cells read as numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.figures import FigureTable, figure_table
from corpus.readers import read_bytes
from corpus.reading import understand


def read(rows: str) -> FigureTable | None:
    lines = rows.strip().splitlines()
    bar = "|" + " --- |" * (lines[0].count("|") - 1)
    text = "\n".join(["# 表", "", lines[0], bar, *lines[1:], ""])
    (table,) = understand(read_bytes(text.encode(), Path("table.md"))).tables
    return figure_table(table)


def test_indicators_by_year_are_figures_with_the_unit_of_their_row() -> None:
    """The column 单位 is no figure; a cell that holds no number has none."""
    table = read("| 指标 | 单位 | 2023年 | 2025年目标 |\n| 吞吐量 | 亿吨 | 1.75 | 1.95 |\n| 航线 | 条 | 31 | — |")
    assert table is not None
    assert table.columns == ("2023年", "2025年目标")
    assert [(row.label, [one and (one.value, one.unit) for one in row.figures]) for row in table.rows] == [
        ("吞吐量", [(1.75, "亿吨"), (1.95, "亿吨")]),
        ("航线", [(31.0, "条"), None]),
    ]


def test_years_may_be_rows_and_units_stand_in_the_columns_names() -> None:
    """A row that sums up the others is known."""
    table = read(
        "| 年度 | 东片（亩） | 西片（亩） |\n| 2021 | 210 | 1,380 |\n| 2022 | 190 | 400 |\n| 合计 | 400 | 1,780 |"
    )
    assert table is not None
    assert table.columns == ("东片", "西片")
    assert [(row.label, row.sums) for row in table.rows] == [("2021", False), ("2022", False), ("合计", True)]
    figure = table.rows[0].figures[1]
    assert figure is not None
    assert (figure.printed, figure.value, figure.unit) == ("1,380", 1380.0, "亩")


def test_ranks_are_a_column_of_their_own() -> None:
    """The percent sign of a cell is its unit already."""
    table = read("| 排名 | 乡镇 | 得分 | 完成率 |\n| 1 | 云垄镇 | 95.6 | 92.4% |\n| 2 | 石岚乡 | 79.2 | 70.8% |")
    assert table is not None
    assert table.ranked == 0
    assert [row.label for row in table.rows] == ["云垄镇", "石岚乡"]


@pytest.mark.parametrize(
    "rows",
    [
        "| 序号 | 任务 | 责任单位 | 完成时限 |\n| 1 | 建平台 | 市商务局 | 2021年6月 |\n"
        "| 2 | 建仓库 | 市财政局 | 2021年9月 |",
        "| 单位 | 联系人 |\n| 市商务局 | 张三 |\n| 市财政局 | 李四 |",
    ],
)
def test_tasks_and_contacts_are_no_figures(rows: str) -> None:
    """Serial numbers and months are no figures."""
    assert read(rows) is None


def test_a_change_has_its_own_unit_and_belongs_to_the_amount_before_it() -> None:
    """比上年增长 of two amounts is told apart, and is never in the unit of its row: 46.2% and no 46.2万辆."""
    table = read(
        "| 产品 | 单位 | 产量 | 比上年增长（%） | 销量 | 比上年增长（%） |\n"
        "| 新能源汽车 | 万辆 | 8.6 | 46.2 | 8.1 | 40.0 |\n"
        "| 水泥 | 万吨 | 612 | -8.3 | 600 | -9.1 |"
    )
    assert table is not None
    assert table.columns == ("产量", "产量比上年增长", "销量", "销量比上年增长")
    assert [one and (one.value, one.unit) for one in table.rows[0].figures] == [
        (8.6, "万辆"),
        (46.2, "%"),
        (8.1, "万辆"),
        (40.0, "%"),
    ]
    plain = read("| 产品 | 单位 | 产量 | 增速 |\n| 水泥 | 万吨 | 612 | -8.3 |\n| 钢材 | 万吨 | 348 | -2.1 |")
    assert plain is not None
    assert [one and one.unit for one in plain.rows[0].figures] == ["万吨", ""]
