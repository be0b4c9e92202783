"""Questions with computed truth: what each kind asks, what it takes for right, where it asks nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from eval.cases import Case, contradictions, parse_cases
from eval.command import app
from eval.computed import FORMS, KINDS, form_cases, kind_of
from eval.computed.numerals import DIGITS, value
from eval.computed.source import Source
from eval.validation import document_findings
from index.build import ingest

NOTICE = """临浦市人民政府办公室关于印发《临浦市夜间经济提升方案》的通知

临政办发〔2024〕17号

各区人民政府：

现印发给你们，请认真贯彻执行。

临浦市人民政府办公室
二〇二四年三月二十一日

一、重点任务
（一）打造夜间消费街区
1．建设滨河步行街夜市。沿线设置固定摊位。（牵头单位：市商务局；配合单位：市城管局、市公安局；完成时限：2024年9月底前）
2．延长公园开放时间。夜间客流总量达到360万人次。

附件 项目表
序号	项目名称	责任单位	总投资（万元）
1	滨河灯光工程	市住房城乡建设局	2400
2	老码头餐饮街	▲市商务局、港口区政府	980
"""
RULES = "临浦市停车管理办法\n" + "".join(
    f"第{number}条　停车场应当遵守第{number}项要求，不得例外。\n" for number in "一二三四五六"
)


def of(kind: str, text: str, name: str = "notice", title: str = "临浦市夜间经济提升方案") -> tuple[Case, ...]:
    return form_cases([Source(name, title, text)], (kind,))


def asked(cases: tuple[Case, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {case.question: case.must for case in cases}


def test_heads_ask_for_the_number_and_the_day_on_lines_of_their_own() -> None:
    """A day in Chinese numerals is told in figures; the English form counts, too."""
    found = asked(of("heads", NOTICE))
    assert found["《临浦市夜间经济提升方案》的文号是什么？"] == (("临政办发〔2024〕17号",),)
    assert found["《临浦市夜间经济提升方案》落款是哪一天？"] == (("2024年3月21日", "21 March 2024"),)


def test_a_paper_with_two_numbers_is_not_asked_for_one() -> None:
    """Where a script cannot be sure, it asks nothing."""
    cases = of("heads", NOTICE.replace("各区人民政府：", "临政发〔2020〕3号"))
    assert cases
    assert not any("文号" in case.question for case in cases)


def test_articles_are_asked_one_by_one_and_counted_only_without_a_gap() -> None:
    """An article left out makes the count doubtful."""
    found = asked(of("articles", RULES, "rules", "临浦市停车管理办法"))
    assert found["《临浦市停车管理办法》第四条规定了什么？"] == (("停车场应当遵守第四项要求",),)
    assert found["《临浦市停车管理办法》一共有多少条？"] == (("6",),)
    assert of("articles", RULES.replace("第三条", "第七条"), "rules") == ()


LISTED = """一、申报条件
1．在本市注册满一年。
2．上年度研发费用不少于100万元。
3．未列入失信名单。
二、存在问题
会上指出，还存在两个短板：一是泵站老化，运行超过20年；二是信息不通。
附件 清单
序号	项目名称	所在城区	责任单位
1	滨河灯光工程	港口区	市住建局
2	老码头餐饮街	港口区	市商务局
3	东门夜间集市改造	东城区	市商务局
"""


def test_lists_are_asked_whole_and_counted() -> None:
    """By headings, by the sentence that announces them and by what rows share; rows with another value are wrong."""
    cases = of("lists", LISTED)
    found = asked(cases)
    headed = [must for question, must in found.items() if "申报条件" in question]
    assert (("在本市注册满一年",), ("上年度研发费用不",), ("未列入失信名单",)) in headed
    assert any("3项" in must[0] for must in headed)
    assert found["《临浦市夜间经济提升方案》里还存在哪几个短板？"] == (("泵站老化",), ("信息不通",))
    assert "两个" in found["《临浦市夜间经济提升方案》里还存在几个短板？"][0]
    (shared,) = [case for case in cases if "港口区的项目名称有哪些" in case.question]
    assert shared.must == (("滨河灯光工程",), ("老码头餐饮街",))
    assert shared.must_not == ("东门夜间集市改造",)


def test_brackets_tell_who_leads_who_helps_and_by_when() -> None:
    """Each unit is a must of its own."""
    cases = of("assigned", NOTICE)
    assert {(case.type, case.must) for case in cases} == {
        ("who", (("市商务局",),)),
        ("who", (("市城管局",), ("市公安局",))),
        ("when", (("2024年9月底前",),)),
        ("who_when", (("市商务局",), ("2024年9月底前",))),
    }
    assert all("建设滨河步行街夜市" in case.question for case in cases)


def test_a_time_that_the_statement_does_not_give_has_to_be_said() -> None:
    """Not where another time stands in it, which somebody might take for the deadline."""
    untimed = NOTICE.replace("；完成时限：2024年9月底前", "")
    assert ("partial", (("市商务局",),)) in {(case.status, case.must) for case in of("assigned", untimed)}
    other = untimed.replace("沿线设置固定摊位", "2023年起设置固定摊位")
    assert {case.status for case in of("assigned", other)} == {"answered"}


def test_all_tasks_of_a_unit_are_wanted_from_prose_and_tables() -> None:
    """Both statements are evidence; a unit with one task makes no list."""
    table = NOTICE.replace("项目名称", "重点任务").replace("老码头餐饮街", "老码头餐饮街改造提升")
    cases = of("owned", table)
    assert len(cases) == 2  # what it leads, and what it has a part in
    assert {case.must for case in cases} == {(("建设滨河步行街夜",), ("老码头餐饮街改造",))}
    assert {tuple(evidence.quote[:4] for evidence in case.evidence) for case in cases} == {("1．建设", "2老码头")}


def test_cells_are_asked_by_the_name_of_their_row() -> None:
    """A unit's mark is no part of its name, a figure is asked for as one, an ordinal is not asked for."""
    found = {(case.question, case.must) for case in of("cells", NOTICE)}
    assert {must for _, must in found} == {
        (("市住房城乡建设局",),),
        (("2400",),),
        (("市商务局",), ("港口区政府",)),
        (("980",),),
    }
    assert all("多少" in question or "查一下" in question for question, must in found if must[0][0].isdecimal())


def test_rows_are_asked_of_without_their_name_after_a_turn_that_names_them() -> None:
    """The last turn names no row, or another one; what it must say stands in the row that is meant."""
    head = "项目\t总投资（万元）\t责任单位\t整改时限\n"
    text = f"{head}滨河夜市\t980\t市商务局\t5月底前\n北站枢纽\t2400\t市交通局\t9月底前\n"
    cases = of("rows", text)
    assert {len(case.turns) for case in cases} == {2, 3}
    for case in cases:
        meant = next(row for row in text.split("\n")[1:] if all(one in row for (one,) in case.must))
        last = case.turns[-1]
        assert meant.split("\t")[0] in " ".join(case.turns), case.turns
        assert not any(one in last for (one,) in case.must)


def test_items_under_a_heading_are_all_wanted() -> None:
    """The list is right when no item is missing."""
    assert [case.must for case in of("headings", NOTICE)] == [(("建设滨河步行街夜",), ("延长公园开放时间",))]


def test_figures_are_asked_of_what_has_one_figure_only() -> None:
    """A thing with two figures would need its year in the question."""
    assert [case.must for case in of("figures", NOTICE)] == [(("360万人次",),)]
    assert of("figures", NOTICE.replace("固定摊位。", "固定摊位，夜间客流总量达到200万人次。")) == ()


TARGETS = "全市生产总值增长3.1%。\n今年全市经济社会发展主要预期目标是：地区生产总值增长{}，" + "稳中求进，" * 12
REPORTS = [Source(name, name, TARGETS.format(figure)) for name, figure in (("青岛", "5.5%"), ("柳州", "6%"))]


def test_targets_are_asked_alone_after_another_place_and_of_an_unknown_one() -> None:
    """The second turn names only the place; of a place without a report nothing must be said."""
    cases = form_cases(REPORTS, ("indicators",))
    turns = {case.turns: (case.status, case.must) for case in cases}
    assert turns["青岛今年经济增长目标是多少",] == ("answered", (("5.5%",),))
    assert turns["青岛今年经济增长目标是多少", "换成柳州"] == ("answered", (("6%",),))
    assert turns["温州今年经济增长目标是多少",] == ("not_found", ())
    assert all("目标是" in case.evidence[0].quote for case in cases if case.answerable)


def test_pairs_ask_for_two_figures_and_for_what_is_nowhere_stated() -> None:
    """The difference is computed; what a document never speaks of is asked for beside what it states."""
    cases = {case.question: case for case in of("pairs", NOTICE)}
    assert cases["滨河灯光工程跟老码头餐饮街的总投资差多少"].must == (("2400",), ("980",), ("1420",))
    assert [case.must for case in cases.values() if case.status == "partial"] == [(("2400",),), (("980",),)]
    places = {case.question: case.must for case in form_cases(REPORTS, ("pairs",))}
    assert places["青岛和柳州今年经济增长目标哪个高？"] == (("5.5%",), ("6%",))


def test_tasks_are_asked_of_a_paper_that_lacks_them() -> None:
    """Not of one that writes about the same."""
    other = NOTICE.replace("临浦市夜间经济提升方案", "临浦市防汛方案")
    other = other.replace("建设滨河步行街夜市。沿线设置固定摊位", "排查城区易涝点位隐患。配齐抽水设备")
    sources = [Source("night", "《临浦市夜间经济提升方案》", NOTICE), Source("flood", "《临浦市防汛方案》", other)]
    cases = form_cases(sources, ("absent",))
    assert {(case.status, case.must) for case in cases} == {("not_found", ())}
    assert [("防汛方案" in case.question, "夜市" in case.question) for case in cases] == [(True, True), (False, False)]
    assert form_cases([sources[0], Source("copy", "《副本》", NOTICE)], ("absent",)) == ()


def test_framed_questions_keep_their_truth() -> None:
    """Only the words around the question are others."""
    plain = {case.question.strip("？?"): case.must for case in form_cases(REPORTS, ("indicators",))}
    cases = form_cases(REPORTS, ("framed",))
    assert cases
    for case in cases:
        assert [must for question, must in plain.items() if question in case.question] == [case.must]


@pytest.mark.parametrize("kind", KINDS)
def test_our_own_documents_give_valid_cases_of_both_splits(kind: str, written_sources: tuple[Source, ...]) -> None:
    """Every quote stands in its document, nothing contradicts itself, and ids are the same each time."""
    cases = form_cases(written_sources, (kind,))
    if kind != "indicators":  # no work report is among our documents
        assert {case.split for case in cases} == {"dev", "test"}
    texts = {source.id: source.text for source in written_sources}
    assert not [finding for finding in document_findings(cases, texts.__getitem__) if finding.serious]
    assert not [case.id for case in cases if contradictions(case)]
    assert len({case.id for case in cases}) == len(cases)
    assert cases == form_cases(written_sources, (kind,))
    assert all(kind_of(case) == kind for case in cases)


@pytest.fixture(scope="module")
def written_sources() -> tuple[Source, ...]:
    from corpus.reading import read_document

    folder = Path(__file__).parents[2] / "eval" / "gold" / "written" / "documents"
    documents = [read_document(path).document for path in sorted(folder.iterdir())]
    return tuple(Source(document.id, document.metadata.title, document.text) for document in documents)


@given(st.integers(1, 199))
def test_a_numeral_is_read_as_it_is_written(number: int) -> None:
    """Up to 199, with the zero that stands for a missing ten."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    written = "一百" * hundreds + ("零" if hundreds and not tens and ones else "")
    written += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十" if tens else ""
    assert value(written + (DIGITS[ones] if ones else "")) == number
    assert value(str(number)) == number


def test_the_command_forms_asks_and_prints_by_kind(tmp_path: Path) -> None:
    """One command; what it leaves is an ordinary gold set and an ordinary report."""
    (tmp_path / "notice.txt").write_text(NOTICE, encoding="utf-8")
    ingest([tmp_path / "notice.txt"], tmp_path / "collection")
    report = tmp_path / "report"
    command = ["computed", "--data", str(tmp_path / "collection"), "--kinds", "heads,cells", "--report", str(report)]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    printed = {line.split()[0]: line.split()[1:3] for line in result.output.splitlines() if line.split()}
    assert printed["heads"] == ["8", "100.0"]
    assert printed["cells"] == ["4", "100.0"]
    cases = parse_cases(report / "computed.jsonl")
    scored = [json.loads(line) for line in (report / "results.jsonl").read_text("utf-8").splitlines()]
    assert [one["id"] for one in scored] == [case.id for case in cases]


def test_an_unknown_kind_is_named_with_the_known_ones(tmp_path: Path) -> None:
    """Bad usage, told before anything is opened."""
    result = CliRunner().invoke(app, ["computed", "--data", str(tmp_path), "--kinds", "heads,tails"])
    assert result.exit_code == 2
    assert "tails" in result.output
    assert all(kind in result.output for kind in FORMS)
