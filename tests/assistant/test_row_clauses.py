"""Questions for rows in several clauses, and turns that bound the rows of the question before otherwise."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Converse, Over

LEDGER = """岭塘市口岸改革方案

附件1 争取事项清单

| 序号 | 争取事项 | 责任单位 | 完成时间 |
| --- | --- | --- | --- |
| 1 | 争取设立铁路口岸 | ▲市商务局、岭塘海关 | 2026年6月 |
| 2 | 争取扩大进境粮食口岸 | ▲岭塘海关、市商务局 | 2026年9月 |
| 3 | 争取免税店牌照 | ▲陆港集团、市商务局 | 2027年6月 |

附件2 改革事项清单

| 序号 | 改革举措 | 责任单位 | 完成时间 |
| --- | --- | --- | --- |
| 1 | 推行一次备案 | ▲市商务局、陆港集团 | 2026年6月 |
| 2 | 推行分线管理 | ▲岭塘海关、陆港集团 | 2026年12月 |
"""


@pytest.fixture(scope="module")
def lingtang(over: Over) -> Assistant:
    """Answers over the ledger above."""
    return over({"lingtang-port.md": LEDGER})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("市商务局牵头几项，参与几项，加起来多少？", ["共2项（市商务局牵头）", "共2项（市商务局参与）", "合计4项"]),
        ("附件1里2026年要完成的有几项，2027年的有几项？", ["共2项", "共1项", "免税店"]),
        ("附件1里市商务局牵头几项，附件2里几项？", ["铁路口岸", "一次备案", "市商务局牵头"]),
        ("市商务局牵头几项，岭塘海关几项？", ["共2项（市商务局牵头）", "共2项（岭塘海关牵头）"]),
        ("2026年6月到期的有哪些，9月的有几项？", ["共2项", "粮食口岸"]),
        ("附件2共几项，陆港集团牵头的有几项？", ["共2项", "没有"]),
        (
            "How many tasks in annex 1 does the Commerce Bureau lead, and how many does it support?",
            ["led by", "takes part", "铁路口岸", "免税店"],
        ),
    ],
)
def test_every_clause_is_told(question: str, words: list[str], lingtang: Assistant) -> None:
    """Each clause has its own list under its own bounds; what it leaves out it has of the first one."""
    answer = lingtang.answer(question)
    assert all(word in answer.answer for word in words), answer.answer


def test_rows_that_stand_in_two_lists_count_once(lingtang: Assistant) -> None:
    """All together are as many rows as there are."""
    answer = lingtang.answer("附件1有几项，2026年6月要完成的有几项，加起来多少？")
    assert "重复" in answer.answer, answer.answer
    assert answer.total == len(answer.tasks) == 3


def test_how_many_rows_were_looked_at_is_told(lingtang: Assistant) -> None:
    """Where all clauses look through the same ones."""
    answer = lingtang.answer("市商务局牵头几项，参与几项？")
    assert answer.coverage is not None
    assert "5条" in answer.coverage


@pytest.mark.parametrize(
    ("turns", "words", "others"),
    [
        (("市商务局牵头几项？", "参与几项？"), ["共2项（市商务局参与）"], ["牵头）"]),
        (("附件1里2026年要完成的有几项？", "2027年的有几项？"), ["共1项", "免税店"], ["铁路"]),
        (("2026年6月到期的有哪些？", "9月的有几项？"), ["共1项", "粮食口岸"], ["铁路"]),
        (("市商务局牵头几项？", "岭塘海关几项？"), ["共2项（岭塘海关牵头）"], ["铁路"]),
    ],
)
def test_a_turn_bounds_otherwise(
    turns: tuple[str, ...], words: list[str], others: list[str], lingtang: Assistant, converse: Converse
) -> None:
    """What a turn names takes the place of its like, and the answer before is not told again."""
    answer = converse(lingtang, list(turns))[-1].answer
    assert all(word in answer for word in words), answer
    assert not any(word in answer for word in others), answer


GOALS = """澄屿市进口提升行动任务清单

序号	任务	责任单位	完成时间
1	培育进口品牌，到2027年达到200个以上	▲市商务局、市市场监管局	2027年12月
2	完善通关服务	▲澄屿海关	2026年6月
3	新增海外仓30个	▲市港投集团、市商务局	2026年12月
"""


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("有量化目标的任务有哪些？", ["共2项", "目标：", "200个以上", "海外仓30个"], ["通关"]),
        ("到2026年的量化目标有哪些？", ["共1项", "海外仓30个"], ["品牌", "通关"]),
        ("市商务局牵头的有具体指标的任务是哪些？", ["共1项", "200个以上"], ["海外仓"]),
        ("List all tasks with numerical targets", ["2 items", "200个以上", "30个"], ["通关"]),
    ],
)
def test_rows_with_a_target_are_listed_with_it(question: str, words: list[str], others: list[str], over: Over) -> None:
    """What is to be reached is told beside each row; a year bounds the rows."""
    answer = over({"chengyu.txt": GOALS}).answer(question)
    assert all(word in answer.answer for word in words), answer.answer
    assert not any(word in answer.answer for word in others), answer.answer


def test_indicators_of_a_thing_are_no_rows(over: Over) -> None:
    """What is said of one thing is told, and no tasks of another paper."""
    plan = "岚坪市草原保护规划\n\n一、保护目标\n到2027年，岚坪草原保护的量化指标为：草原综合植被盖度达到57%以上。\n"
    answer = over({"chengyu.txt": GOALS, "lanping.txt": plan}).answer("岚坪草原保护的量化指标有哪些？")
    assert "57%" in answer.answer, answer.answer
    assert "海外仓" not in answer.answer, answer.answer
