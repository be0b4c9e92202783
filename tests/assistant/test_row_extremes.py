"""Which row of a table comes first or last, by days and by amounts, in one question and in a conversation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.answers.row_extremes import extreme_of_rows
from tests.assistant.conftest import Converse

Over = Callable[[Mapping[str, str]], Assistant]

HOMES = """# 临岚市保障性住房配售公告

临岚市住房和城乡建设局

| 项目 | 套数 | 总投资（亿元） | 建设单位 | 开始登记 | 计划交付 |
| --- | --- | --- | --- | --- | --- |
| 枫桥里 | 420 | 3.8 | 临岚安居集团 | 2025年5月 | 2026年3月底 |
| 鹿鸣苑 | 610 | 5.2 | 丹荷城建公司 | 2025年4月 | 2026年9月底 |
| 听涛坊 | 380 | 4.1 | 临岚安居集团 | 2025年8月 | 2025年12月底 |
"""
TOWNS = """# 临岚市12345热线办理情况通报

临岚市政务服务局

| 街道 | 12345工单按期办结率（%） | 满意率（%） |
| --- | --- | --- |
| 北港街道 | 99.1 | 95.0 |
| 丹荷街道 | 96.4 | 97.2 |
| 乌溪街道 | 92.8 | 90.3 |
"""
LEDGER = """# 临岚市口岸提升任务清单

临岚市商务局

| 序号 | 重点任务 | 牵头单位 | 完成时限 |
| --- | --- | --- | --- |
| 1 | 建成冷链查验仓 | 临岚海关 | 2025年6月底前 |
| 2 | 开通海铁联运专列 | 市交通运输局 | 2025年9月底前 |
| 3 | 公布口岸收费目录 | 市发展改革委 | 2025年3月底前 |
"""


@pytest.fixture(scope="module")
def tables(over: Over) -> Assistant:
    """Homes for sale, a ranking and a ledger of one invented city."""
    return over({"linlan-homes.md": HOMES, "linlan-hotline.md": TOWNS, "linlan-ledger.md": LEDGER})


@pytest.mark.parametrize(
    ("turns", "words", "other"),
    [
        (["临岚市保障性住房哪个项目最晚交付？"], "鹿鸣苑", "枫桥里"),
        (["临岚市保障性住房最早开始登记的是哪个项目？"], "鹿鸣苑", "听涛坊"),
        (["临岚市保障性住房里哪个项目的计划交付最早"], "听涛坊", "鹿鸣苑"),
        (["枫桥里有多少套？", "最多的是哪个？"], "鹿鸣苑：套数为610", "听涛坊"),
        (["枫桥里有多少套？", "哪个花钱最多？"], "5.2亿元", "610"),
        (["枫桥里什么时候交付？", "谁最早？"], "听涛坊", "鹿鸣苑"),
        (["枫桥里什么时候交付？", "which one is the latest?"], "鹿鸣苑", "听涛坊"),
        (["临岚市口岸提升任务清单里哪项任务最先到期？"], "公布口岸收费目录", "海铁联运"),
        (["临岚市口岸提升任务清单里哪个重点任务的完成时限最晚"], "开通海铁联运专列", "收费目录"),
        (["哪些街道的12345工单按期办结率高于96%？"], "丹荷街道", "乌溪街道"),
    ],
)
def test_the_row_at_one_end_of_a_column(
    turns: list[str], words: str, other: str, tables: Assistant, converse: Converse
) -> None:
    """By the column that is named, by the kind of column that the words mean, or by the one asked for before."""
    answer = converse(tables, turns)[-1]
    assert words in answer.answer, (answer.standalone_question, answer.answer)
    assert other not in answer.answer, (answer.standalone_question, answer.answer)


@pytest.mark.parametrize("text", ["最晚什么时候交付？", "最多能补多少？", "计划交付是哪天", "最高补助给哪些企业"])
def test_a_limit_is_no_comparison(text: str) -> None:
    """最晚什么时候 asks for a deadline, 最多能补 for a ceiling."""
    assert extreme_of_rows(text) is None or text == "最高补助给哪些企业"
