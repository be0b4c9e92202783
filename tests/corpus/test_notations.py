"""Every way in which offices write who is responsible, each read into the same record."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.responsibility import read_bracket

ISSUED = date(2021, 2, 23)


@pytest.mark.parametrize(
    ("bracket", "leads", "others", "basis"),
    [
        # A label.
        ("责任单位：▲商城集团、商务局", "商城集团", "商务局", "marked"),
        ("责任单位：▲商城集团、▲陆港集团、商务局", "商城集团 陆港集团", "商务局", "marked"),
        ("责任单位：商务局", "商务局", "", "sole"),
        ("责任单位：商务局、财政局", "", "商务局 财政局", None),
        ("责任部门：市商务局；配合单位：市财政局、各镇街", "市商务局", "市财政局 各镇街", "stated"),
        ("牵头单位：市商务局；责任单位：市财政局、市税务局", "市商务局", "市财政局 市税务局", "stated"),
        ("牵头单位：市商务局，配合单位：市财政局", "市商务局", "市财政局", "stated"),
        ("牵头单位：市商务局 责任单位：市财政局", "市商务局", "市财政局", "stated"),
        ("牵头单位：省发展改革委、省科技厅", "省发展改革委 省科技厅", "", "stated"),
        ("牵头部门：民政部，参加单位：财政部、住房城乡建设部", "民政部", "财政部 住房城乡建设部", "stated"),
        ("主办单位：市教育局；协办单位：市体育局", "市教育局", "市体育局", "stated"),
        ("责任单位：市科技局；指导部门：省科技厅", "市科技局", "省科技厅", "stated"),
        ("责任单位：市住建局（牵头）、市财政局", "市住建局", "市财政局", "stated"),
        ("责任单位：市商务局牵头，市财政局、市税务局配合", "市商务局", "市财政局 市税务局", "stated"),
        ("责任领导：王某某；责任单位：市水利局；责任人：李某某", "市水利局", "", "sole"),
        ("责任单位：市委组织部，市教育局，青岛海洋科技中心", "", "市委组织部 市教育局 青岛海洋科技中心", None),
        # Words for the role.
        ("商务部负责", "商务部", "", "sole"),
        ("省发展改革委、省商务厅负责", "", "省发展改革委 省商务厅", None),
        ("省科技厅牵头，省发展改革委、省财政厅配合", "省科技厅", "省发展改革委 省财政厅", "stated"),
        ("省科技厅、省商务厅牵头，省委组织部配合", "省科技厅 省商务厅", "省委组织部", "stated"),
        ("发展改革委牵头，财政部、商务部按职责分工负责", "发展改革委", "财政部 商务部", "stated"),
        ("公安部、民政部分工负责，司法部配合", "", "公安部 民政部 司法部", None),
        ("商务部负责，海关总署配合", "商务部", "海关总署", "stated"),
        ("由市商务局牵头、市财政局具体实施", "市商务局", "市财政局", "stated"),
        ("财政部会同有关部门负责", "财政部", "有关部门", "stated"),
        ("财政部会同人力资源社会保障部、税务总局负责", "财政部", "人力资源社会保障部 税务总局", "stated"),
        ("财政部商国家发展改革委负责", "财政部", "国家发展改革委", "stated"),
        ("商务部、税务总局等相关部门及各地区按职责分工负责", "", "商务部 税务总局 相关部门 各地区", None),
        ("国务院办公厅牵头，各地区、各部门负责", "国务院办公厅", "各地区 各部门", "stated"),
        ("科技部、教育部牵头，中科院、工程院等参加", "科技部 教育部", "中科院 工程院", "stated"),
        ("商务局（牵头）、财政局、税务局", "商务局", "财政局 税务局", "stated"),
        ("各市、县人民政府，省有关单位按职责分工负责", "", "各市、县人民政府 省有关单位", None),
        ("省商务厅、省“十强产业”协调推进机制牵头部门负责", "", "省商务厅 省“十强产业”协调推进机制牵头部门", None),
        # Bare names after a sentence.
        ("市市场监管局、市公安局", "", "市市场监管局 市公安局", None),
        ("市教育局", "市教育局", "", "sole"),
    ],
)
def test_brackets(bracket: str, leads: str, others: str, basis: str | None) -> None:
    """Leads, everybody else in order, and why the leads lead."""
    text = f"推进改革。（{bracket}）"
    roles = read_bracket(text, 6, len(text) - 1, ISSUED)
    assert roles is not None
    found = roles.assignment()
    assert found is not None
    assert [unit.name for unit in found.leads] == leads.split()
    assert [unit.name for unit in found.participants] == others.split()
    assert found.basis == basis
    assert all(text[unit.start : unit.end] == unit.name for unit in (*found.leads, *found.participants))


@pytest.mark.parametrize(
    "bracket",
    [
        *("以下简称“示范区”", "企业牵头", "项目负责人", "含税", "由企业负责", "见附件", "负责的单位除外"),
        *("联系人：市商务局张三", "一期", "国家（地区）", "按照市商务局要求", "建设部分", "责任落实到位"),
        *("国际合作处负责人签字", "如市场监管局、税务局等"),
    ],
)
def test_brackets_that_say_nothing_of_responsibility(bracket: str) -> None:
    """Abbreviations, examples, remarks, persons, and owners that are no unit."""
    text = f"推进改革。（{bracket}）"
    assert read_bracket(text, 6, len(text) - 1, ISSUED) is None


def test_bare_names_inside_a_sentence_are_an_explanation() -> None:
    """Only after the end of a sentence does a bracket with names say who is responsible."""
    text = "有关部门（市商务局、市财政局）要加强协作。"
    assert read_bracket(text, 5, 14, ISSUED) is None


@pytest.mark.parametrize(
    ("bracket", "words", "end"),
    [
        ("6月底完成，牵头考核单位：市商务局", ["6月底"], date(2021, 6, 30)),
        ("市商务局牵头，2021年12月底前完成", ["2021年12月底前"], date(2021, 12, 31)),
        ("责任单位：市商务局；完成时限：2022年6月", ["2022年6月"], date(2022, 6, 30)),
        ("责任单位：市商务局，2021年9月底前", ["2021年9月底前"], date(2021, 9, 30)),
        ("市商务局负责，持续推进", ["持续推进"], None),
        ("市商务局，每季度1次", ["每季度1次"], None),
        ("市商务局负责，印发后30日内", ["印发后30日内"], None),
        ("市商务局按职责分工负责，完成时限：2021年12月", ["2021年12月"], date(2021, 12, 31)),
        ("市商务局负责，2021年6月底前完成方案，12月底前建成", ["2021年6月底前", "12月底前"], date(2021, 12, 31)),
    ],
)
def test_a_deadline_beside_the_units(bracket: str, words: list[str], end: date | None) -> None:
    """Dates in the bracket belong to the task, and the unit is read all the same."""
    text = f"推进改革。（{bracket}）"
    roles = read_bracket(text, 6, len(text) - 1, ISSUED)
    assert roles is not None
    assert [unit.name for _, unit in roles.units] == ["市商务局"]
    assert [found.text for found in roles.deadlines] == words
    assert roles.deadlines[-1].end == end
    assert all(found.span.of(text) == found.text for found in roles.deadlines)
