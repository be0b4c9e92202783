"""Lists of people are read in the notations that offices print them in."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.reading import read_document
from corpus.rosters import Roster, rosters

COMMITTEE = """澜江市数字贸易工作领导小组组成人员名单

组　长：沈　白　　市委副书记、市长
副组长：鲁一鸣　　市政府副市长
        韩维舟　　市政府秘书长
成　员：
（一）市级部门
苏　黎　　市商务局局长
罗大川　　望川海关关长
（二）县区
买买提·艾力　　南渡区区长
领导小组办公室设在市商务局，承担日常工作。
"""
MINUTES = """望川市人民政府专题会议纪要

会议研究了进口贸易工作。

主持：林成筠
出席：副市长林成筠，市商务局局长韩维舟、财政局冯月琴
列席：白若溪、罗大川等。
请假：丁少游（因公出差）
"""
TABLE = """# 专家组名单

| 序号 | 姓名 | 工作单位及职务 | 组内分工 |
| --- | --- | --- | --- |
| 1 | 郑小满 | 澜江大学教授 | 组长 |
| 2 | 何止 | 市农科院研究员 | 成员 |
"""


def read(text: str, folder: Path, name: str = "list.txt") -> tuple[Roster, ...]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    reading = read_document(path)
    found = rosters(reading.document, reading.sections, reading.tables)
    for roster in found:
        for member in roster.members:
            quote = "".join(member.span.of(reading.document.text).split())
            assert member.name in quote
            assert member.post in quote
    return found


def test_a_committee_is_read_with_roles_groups_and_posts(tmp_path: Path) -> None:
    """A role holds for the lines below it, to the sentence that ends the list."""
    (roster,) = read(COMMITTEE, tmp_path)
    assert "领导小组组成人员名单" in roster.heading
    assert [(one.role, one.group, one.name, one.post) for one in roster.members] == [
        ("组长", "", "沈白", "市委副书记、市长"),
        ("副组长", "", "鲁一鸣", "市政府副市长"),
        ("副组长", "", "韩维舟", "市政府秘书长"),
        ("成员", "市级部门", "苏黎", "市商务局局长"),
        ("成员", "市级部门", "罗大川", "望川海关关长"),
        ("成员", "县区", "买买提·艾力", "南渡区区长"),
    ]


def test_attendance_is_read_with_posts_before_names_and_without(tmp_path: Path) -> None:
    """Who presided, attended, sat in and was away; a remark in brackets is no post."""
    (roster,) = read(MINUTES, tmp_path)
    assert [(one.role, one.name, one.post) for one in roster.members] == [
        ("主持", "林成筠", ""),
        ("出席", "林成筠", "副市长"),
        ("出席", "韩维舟", "市商务局局长"),
        ("出席", "冯月琴", "财政局"),
        ("列席", "白若溪", ""),
        ("列席", "罗大川", ""),
        ("请假", "丁少游", ""),
    ]


def test_a_table_with_names_is_a_list(tmp_path: Path) -> None:
    """The column of the part in the group gives the role, the other the post."""
    (roster,) = read(TABLE, tmp_path, "list.md")
    assert [(one.role, one.name, one.post) for one in roster.members] == [
        ("组长", "郑小满", "澜江大学教授"),
        ("成员", "何止", "市农科院研究员"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "各县区人民政府：\n现将有关事项通知如下：\n一、主要任务：加快建设，牵头单位：市商务局。\n",
        "参加：自愿报名，材料齐全后由街道审核。\n主任：由选举产生，任期五年。\n",
    ],
)
def test_duties_and_rules_are_no_lists_of_people(text: str, tmp_path: Path) -> None:
    """A colon after a role that a sentence follows names nobody."""
    assert read(text, tmp_path) == ()
