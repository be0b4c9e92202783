"""Turns that go on asking about one row of a table: another column, the same of another row, back to the first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.language.columns import columns_asked
from tests.assistant.conftest import Converse

Over = Callable[[Mapping[str, str]], Assistant]

PROJECTS = """# 临岚市重点项目第三季度推进情况通报

临岚市人民政府办公室

现将滞后项目通报如下。

| 序号 | 项目名称 | 总投资（亿元） | 建设单位 | 包联领导 | 进展情况 | 滞后原因 | 整改时限 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | 临岚北站综合客运枢纽 | 6.4 | 临岚交投公司 | 副市长许知远 | 主体完成三成 | 高压线迁改未批 | 11月20日前 |
| 2 | 乌溪水厂二期 | 2.1 | 临岚水务公司 | 副市长顾明棠 | 已办结用地手续 | 设备两次流标 | 10月31日前复工，否则扣补助 |
| 3 | 丹荷湾旧改 | 9.7 | 丹荷区城投公司 | 副市长许知远 | 签约率八成 | 征收款未到位 | — |
"""
TASKS = """# 临岚市口岸提升任务清单

临岚市商务局

| 序号 | 重点任务 | 牵头单位 | 配合单位 | 完成时限 | 验收单位 |
| --- | --- | --- | --- | --- | --- |
| 1 | 建成冷链查验仓 | 临岚海关 | 市商务局 | 2025年6月底前 | 市口岸办 |
| 2 | 开通海铁联运专列 | 市交通运输局 | 临岚铁路办事处 | 2025年9月底前 | 市发展改革委 |
| 3 | 公布口岸收费目录 | 市发展改革委 | 市市场监管局 | 2025年3月底前 | 市财政局 |
"""


@pytest.fixture(scope="module")
def tables(over: Over) -> Assistant:
    """A list of late projects and a ledger of one invented city."""
    return over({"linlan-projects.md": PROJECTS, "linlan-tasks.md": TASKS})


@pytest.mark.parametrize(
    ("turns", "words", "other"),
    [
        (["乌溪水厂二期的建设单位是谁？", "为什么滞后？"], "设备两次流标", "高压线"),
        (["乌溪水厂二期的建设单位是谁？", "整改到什么时候？"], "否则扣补助", "11月20日"),
        (["乌溪水厂二期的建设单位是谁？", "要花多少钱？"], "2.1亿元", "6.4"),
        (["乌溪水厂二期的建设单位是谁？", "进度怎么样了？"], "已办结用地手续", "三成"),
        (["乌溪水厂二期的建设单位是谁？", "哪位领导包联，总投资多少？"], "顾明棠", "许知远"),
        (["临岚北站综合客运枢纽为什么滞后？", "那丹荷湾旧改呢？"], "征收款未到位", "高压线"),
        (["临岚北站综合客运枢纽为什么滞后？", "那乌溪水厂呢"], "设备两次流标", "高压线"),
        (["临岚北站综合客运枢纽为什么滞后？", "那丹荷湾旧改呢？", "谁建的？"], "丹荷区城投公司", "交投"),
        (["临岚北站综合客运枢纽为什么滞后？", "那丹荷湾旧改呢？", "第一个的总投资再说一遍"], "6.4亿元", "9.7"),
        (["临岚北站综合客运枢纽为什么滞后？", "那乌溪水厂二期呢？", "回到北站，谁建的"], "临岚交投公司", "水务"),
        (["乌溪水厂二期总投资多少？", "其他项目呢？"], "9.7亿元", "2.1亿元"),
        (["建成冷链查验仓谁牵头？", "什么时候完成？"], "2025年6月底前", "9月"),
        (["建成冷链查验仓谁牵头？", "还有谁配合？"], "市商务局", "铁路"),
        (["建成冷链查验仓谁牵头？", "谁验收？"], "市口岸办", "市财政局"),
        (["建成冷链查验仓谁牵头？", "那公布口岸收费目录呢？", "时限呢"], "2025年3月底前", "6月"),
        (["Why is 乌溪水厂二期 late?", "And the budget?"], "2.1", "6.4"),
        (["建成冷链查验仓什么时候完成？", "who signed it off?"], "市口岸办", "市财政局"),
    ],
)
def test_a_turn_that_names_no_row_asks_of_the_row_told_before(
    turns: list[str], words: str, other: str, tables: Assistant, converse: Converse
) -> None:
    """The words that people use for a column find it in the row that the answer before cited."""
    answer = converse(tables, turns)[-1]
    assert words in answer.answer, (answer.standalone_question, answer.answer)
    assert other not in answer.answer, (answer.standalone_question, answer.answer)
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [
        ("乌溪水厂二期为什么滞后？", "设备两次流标", "2.1"),
        ("why is 乌溪水厂二期 late?", "设备两次流标", "2.1"),
        ("丹荷湾旧改花了多少钱？", "9.7亿元", "6.4"),
        ("临岚北站综合客运枢纽进展怎么样", "主体完成三成", "6.4"),
        ("公布口岸收费目录谁验收？", "市财政局", "市口岸办"),
        ("临岚市重点项目里丹荷湾旧改卡在哪了", "征收款未到位", "高压线"),
    ],
)
def test_a_row_that_is_named_is_asked_for_a_column_in_the_same_words(
    question: str, words: str, other: str, tables: Assistant
) -> None:
    """The first question, too, need not write the name of the column; why it is late is not told by what it costs."""
    answer = tables.answer(question)
    assert words in answer.answer, answer.answer
    assert other not in answer.answer, answer.answer


def test_an_empty_cell_is_said_to_state_nothing(tables: Assistant, converse: Converse) -> None:
    """What its row leaves empty is not told from another row."""
    answer = converse(tables, ["丹荷湾旧改为什么滞后？", "整改到什么时候？"])[-1]
    assert answer.status == "not_found"
    assert "整改时限" in answer.answer
    assert "未写明" in answer.answer


def test_what_no_column_tells_is_no_question_of_the_row(tables: Assistant, converse: Converse) -> None:
    """A turn with a topic of its own leaves the row."""
    answer = converse(tables, ["乌溪水厂二期的建设单位是谁？", "口岸收费目录由谁公布？"])[-1]
    assert "市发展改革委" in answer.answer


HEADS = (
    "序号",
    "问题",
    "责任单位",
    "分管领导",
    "计划投用",
    "资金来源",
    "金额（万元）",
    "整改时限",
    "完成情况",
    "隐患等级",
)
CELLS = ("1", "管线占压", "城管局", "王某", "2025年5月", "县级财政", "120", "4月底", "已完成", "重大")


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("谁负责？", ["责任单位"]),
        ("归哪个部门管", ["责任单位"]),
        ("哪位领导分管？", ["分管领导"]),
        ("什么时候能用上？", ["计划投用"]),
        ("改到什么时候？", ["整改时限"]),
        ("钱从哪来？", ["资金来源"]),
        ("花了多少钱？", ["金额（万元）"]),
        ("整改到位了吗", ["完成情况"]),
        ("严重吗，算哪一级？", ["隐患等级"]),
        ("谁负责，什么时候改完？", ["责任单位", "整改时限"]),
        ("when is it due?", ["整改时限"]),
        ("where does the money come from?", ["资金来源"]),
        ("is it done yet?", ["完成情况"]),
        ("为什么？", []),
        ("在哪里？", []),
        ("城管局还负责什么", []),
        ("消防演练什么时候搞？", []),
    ],
)
def test_columns_are_asked_for_in_the_words_people_use(text: str, heads: list[str]) -> None:
    """A question that says nothing else means the column of its kind; what names anything else means none."""
    assert [HEADS[at] for at in columns_asked(text, HEADS, CELLS, 1)] == heads


def test_the_kind_of_column_goes_before_a_word_that_several_names_hold() -> None:
    """整改到什么时候 asks for no 整改责任单位, and 排查率呢 for the one name that holds it."""
    heads, cells = ("问题", "整改责任单位", "整改时限", "管网排查率"), ("占压", "城管局", "4月底", "87%")
    assert columns_asked("整改到什么时候？", heads, cells, 0) == (2,)
    assert columns_asked("排查率呢", heads, cells, 0) == (3,)


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (
            ["建成冷链查验仓谁牵头？", "什么时候完成？", "那开通海铁联运专列呢？", "两个比，哪个先到期？"],
            ("建成冷链查验仓”（2025年6月底前）早于", "2025年9月底前"),
        ),
        (["乌溪水厂二期总投资多少？", "那丹荷湾旧改呢？", "哪个多？"], ("2.1亿元", "9.7亿元", "相差7.6亿元")),
        (["乌溪水厂二期建设单位是谁？", "那丹荷湾旧改呢？", "哪个总投资多？"], ("2.1亿元", "9.7亿元")),
        (
            ["建成冷链查验仓什么时候完成？", "那开通海铁联运专列呢？", "这两个相比谁更晚？", "哪个先完成？"],
            ("2025年6月底前", "早于", "2025年9月底前"),
        ),
    ],
)
def test_the_two_rows_told_last_are_set_side_by_side(
    tables: Assistant, converse: Converse, turns: list[str], words: tuple[str, ...]
) -> None:
    """A turn that only compares is asked of the two rows of which the turns before told, and of no third one."""
    answer = converse(tables, turns)[-1].answer
    assert all(one in answer for one in words), answer
    assert "公布口岸收费目录" not in answer
    assert "临岚北站" not in answer
