"""Tasks of a unit whose place stands before its name in English, and phrases of the glossary with a number."""

from __future__ import annotations

import pytest

from assistant import Assistant
from index.glossary import renderings
from tests.assistant.conftest import Over


def _ledger(county: str, tasks: str) -> str:
    return f"""{county}2024年重点任务清单

| 序号 | 任务事项 | 责任单位 | 完成时限 |
|---|---|---|---|
{tasks}

{county}人民政府办公室
2024年2月6日
"""


@pytest.fixture(scope="module")
def counties(over: Over) -> Assistant:
    """The ledgers of two counties with bureaus of the same names."""
    here = """| 1 | 建成冷链物流中心 | ▲县商务局、县财政局 | 2024年6月底 |
| 2 | 清理拖欠账款 | ▲县财政局、县商务局 | 2024年9月底 |
| 3 | 改造学校6所 | ▲县教育局 | 2024年8月底 |"""
    there = """| 1 | 举办购物节 | ▲县商务局 | 2024年10月底 |
| 2 | 发放补贴 | ▲县财政局、县商务局 | 2024年11月底 |"""
    return over({"here.md": _ledger("汐垄县", here), "there.md": _ledger("柏原县", there)})


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Which tasks are led by the Xilong commerce bureau?", ["冷链"]),
        ("Which tasks are led by Xilong County Commerce Bureau?", ["冷链"]),
        ("Which tasks are headed by Xilong's finance bureau?", ["清理"]),
        ("Which Xilong tasks are supported by the county commerce bureau?", ["清理"]),
        ("Which tasks is the Xilong commerce bureau helping with?", ["清理"]),
        ("Which tasks does the Baiyuan commerce bureau take the lead on?", ["购物节"]),
        ("Which tasks are not led by the Xilong county commerce bureau?", ["清理", "学校"]),
    ],
)
def test_the_part_of_a_unit_of_a_place(question: str, rows: list[str], counties: Assistant) -> None:
    """The part that stands before the place is the unit's, and the place bounds the rows."""
    tasks = [task.task for task in counties.answer(question).tasks]
    assert len(tasks) == len(rows), tasks
    assert all(any(row in task for task in tasks) for row in rows)


def test_a_unit_of_a_place_that_leads_nothing(counties: Assistant) -> None:
    """What it only takes part in is no answer."""
    assert counties.answer("Which tasks are led by the Baiyuan education bureau?").status == "not_found"


@pytest.mark.parametrize("word", ["yuan", "measures", "chapter", "minute", "hour", "goals", "double", "dollars"])
def test_no_phrase_with_a_number_is_read_without_it(word: str) -> None:
    """A phrase that is told by its number (144-hour) says nothing of a word that is left without it."""
    named = {"跨境电商零售进口", "民营经济31条", "破产重整", "便民生活圈", "过境免签", "碳达峰", "购物节", "现金出入境"}
    assert not named & {term for term, _ in renderings(word)}
