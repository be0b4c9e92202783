"""Task tables in the notations of offices: signs for units, several dates, rankings, remarks that change a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.readers import read_bytes
from corpus.reading import understand
from corpus.types import Reading

MARKED = [
    ["序号", "任务", "县发改局", "县财政局", "县商务局", "完成时限"],
    ["1", "编制夜间经济发展规划", "▲", "△", "△", "3月底前"],
    ["2", "打造特色街区3条", "", "△", "▲", "6月底前"],
    ["3", "兑现奖补资金", "", "▲", "", "12月20日前"],
]


def read(text: str, name: str = "plan.md") -> Reading:
    """A text as it is understood."""
    return understand(read_bytes(text.encode(), Path(name)))


def table(rows: list[list[str]]) -> str:
    """A pipe table."""
    header, *body = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join((header, "|" + " --- |" * len(rows[0]), *body)) + "\n"


def roles(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The lead and the other units of the records, in text order."""
    return [(record.lead_units, record.participating_units) for record in read(text).records]


def test_units_that_are_columns_have_the_roles_of_the_legend() -> None:
    """A sign in the column of a unit says what it does for the row's task."""
    found = read(f"# 任务分工表\n\n{table(MARKED)}\n注：▲为牵头单位，△为配合单位。\n")
    assert [(record.lead_units, record.participating_units) for record in found.records] == [
        (("县发改局",), ("县财政局", "县商务局")),
        (("县商务局",), ("县财政局",)),
        (("县财政局",), ()),
    ]
    assert [record.deadline and record.deadline.text for record in found.records] == [
        "3月底前",
        "6月底前",
        "12月20日前",
    ]
    for record in found.records:
        assert [span.of(found.document.text) for span in record.spans["lead_units"]] == list(record.lead_units)


def test_a_legend_may_turn_the_usual_signs_around() -> None:
    """What the document says of a sign counts, not what the sign usually means."""
    legend = "说明：“△”表示牵头单位，“▲”表示配合单位。\n\n"
    assert roles(f"# 任务分工表\n\n{legend}{table(MARKED)}")[1] == (("县财政局",), ("县商务局",))


def test_signs_of_one_kind_without_a_legend_name_no_lead() -> None:
    """Several ticked units are responsible together."""
    ticked = [[cell.replace("▲", "√").replace("△", "√") for cell in row] for row in MARKED]
    assert roles(f"# 任务分工表\n\n{table(ticked)}")[1] == ((), ("县财政局", "县商务局"))


@pytest.mark.parametrize("break_", ["<br>", "<br/>", " "])
def test_units_on_lines_of_their_own_are_several(break_: str) -> None:
    """A line break or a blank parts units as a comma does."""
    rows = [
        ["序号", "任务", "责任单位"],
        ["1", "压缩用水报装", f"区水务局{break_}临江水务公司"],
        ["2", "减税", "区税务局"],
    ]
    assert roles(f"# 任务清单\n\n{table(rows)}")[0] == ((), ("区水务局", "临江水务公司"))


def test_the_same_as_above_stands_for_a_task_as_well() -> None:
    """同上 in a column of the task is read as what it stands for."""
    rows = [["任务", "举措", "责任单位"], ["纳税服务", "退税即时办理", "区税务局"], ["同上", "设置专窗", "同上"]]
    assert [record.task for record in read(f"# 清单\n\n{table(rows)}").records][1] == "纳税服务：设置专窗"


@pytest.mark.parametrize(
    "header",
    [["名次", "街道", "得分", "责任单位"], ["县区", "进出口额（亿元）", "同比（%）", "主管部门"]],
    ids=["ranking", "statistics"],
)
def test_rankings_and_statistics_are_no_tasks(header: list[str]) -> None:
    """A table that ranks or counts names units, but nobody has to do anything in it."""
    rows = [header, ["望江", "96.5", "12.3", "望江区商务局"], ["石桥", "95.1", "8.4", "石桥区商务局"]]
    assert read(f"# 情况通报\n\n{table(rows)}").records == ()


def test_a_row_of_totals_is_no_task() -> None:
    """合计 has a unit beside it where cells are merged."""
    rows = [["序号", "项目", "责任单位"], ["1", "滨河路改造", "市住建局"], ["合计", "1个项目", "市住建局"]]
    assert len(read(f"# 项目清单\n\n{table(rows)}").records) == 1


def test_a_deadline_of_several_parts_is_given_whole() -> None:
    """All dates of a cell are told with what they are for; the task is due with the last."""
    cell = "2025年的3个：2025年9月底；其余5个：2026年9月底"
    rows = [["任务", "牵头单位", "完成时限"], ["设置退付点8个", "市税务局", cell], ["评估", "市商务局", "2025年底"]]
    record = read(f"# 任务分解表\n\n{table(rows)}").records[0]
    assert record.deadline is not None
    assert (record.deadline.text, str(record.deadline.end)) == (cell, "2026-09-30")
    assert {str(one.end) for one in record.milestones} >= {"2025-09-30", "2026-09-30"}
    assert cell not in [one.text for one in record.milestones]


def test_a_remark_that_changes_a_row_is_about_the_task_of_that_row() -> None:
    """第2项 in the remark below a table is the task with that number."""
    rows = [["序号", "任务", "牵头单位"], ["1", "建设起降场", "市交通运输局"], ["2", "开通低空航线", "市交通运输局"]]
    text = f"# 分工表\n\n{table(rows)}\n备注：第2项由市发展改革委牵头，市外办配合，自2026年起执行。\n"
    changed = read(text).records[-1]
    assert (changed.lead_units, changed.number) == (("市发展改革委",), "2")
    assert changed.task.startswith("开通低空航线：")


def test_a_copied_row_with_an_empty_first_cell_keeps_its_columns() -> None:
    """The tab that a merged number leaves at the head of a line is an empty cell."""
    text = "备汛任务清单\n\n序号\t任务\t责任单位\t时限\n1\t山洪演练\t市应急局\t5月底\n\t演练评估\t市水利局\t6月底\n"
    found = [(record.task, record.lead_units) for record in read(text, "list.txt").records]
    assert found == [("山洪演练", ("市应急局",)), ("演练评估", ("市水利局",))]


def test_who_filled_a_table_in_is_no_header() -> None:
    """填报单位：… and 填报时间：… stand in a row above the header."""
    rows = [
        ["填报单位：县府办", "", "填报时间：4月"],
        ["实事项目", "责任单位", "时限"],
        ["新建公厕20座", "县城管局", "9月底"],
    ]
    assert roles(f"# 台账\n\n{table(rows)}") == [(("县城管局",), ())]


def test_a_unit_below_a_merged_task_belongs_to_it() -> None:
    """The task's cell is empty in its second row."""
    rows = [["任务", "牵头", "配合"], ["工地扬尘管控", "县住建局", "县城管局"], ["", "县交通局", "县公安局"]]
    found = [(record.task, record.lead_units) for record in read(f"# 清单\n\n{table(rows)}").records]
    assert found == [("工地扬尘管控", ("县住建局",)), ("工地扬尘管控", ("县交通局",))]


def test_goals_alone_are_said_of_what_the_row_names() -> None:
    """A column without a word for tasks names what the columns of goals are about."""
    rows = [
        ["产业链", "牵头单位", "2025年目标"],
        ["新能源汽车", "市工信局", "产值600亿元"],
        ["纺织", "市商务局", "产值9亿元"],
    ]
    assert read(f"# 分工表\n\n{table(rows)}").records[0].task == "新能源汽车：产值600亿元"
