"""A title that is given without 《》, word for word or shortened, tells the paper and bounds nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.questions.titles_bare import BareTitles
from corpus.normalise import fold

PLAN = """枫泾市人民政府办公室关于印发《枫泾市跨境物流服务保障工作方案（2024—2026年）》的通知

各区县人民政府：
现将方案印发给你们。

一、主要任务
1. 开通直达航线2条。（牵头单位：市交通运输局；完成时限：2027年3月底前）
2. 建设海外仓5个。（牵头单位：市商务局；参与单位：市财政局；完成时限：2025年6月底前）
3. 编制多语种指南。（责任单位：市外办）
4. 设立物流服务专窗。（牵头单位：市商务局；完成时限：2026年9月底前）
"""
REPORT = """枫泾市人民政府办公室关于印发2025年上半年重点任务清单的通知
枫政办发〔2025〕31号

各区县人民政府，市政府各部门：
现将有关情况通报如下。
1. 完善口岸设施。（牵头单位：市口岸办；完成时限：2025年12月底前）
2. 压缩通关时间。（牵头单位：枫泾海关；完成时限：2026年6月底前）
3. 清理口岸收费。（牵头单位：市发展改革委；完成时限：2025年3月底前）
"""
WHOLE = "枫泾市人民政府办公室关于印发《枫泾市跨境物流服务保障工作方案（2024—2026年）》的通知"


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"fengjing-plan-2024.txt": PLAN, "fengjing-report-2025.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "total"),
    [
        (f"{WHOLE}共有几条任务？", 4),
        ("枫泾市跨境物流服务保障工作方案（2024—2026年）一共有多少项任务？", 4),
        ("枫泾跨境物流服务方案共有几条任务", 4),
        ("枫泾市跨境物流保障工作方案里市商务局牵头哪些任务？", 2),
        ("How many tasks are there in 枫泾市跨境物流服务保障工作方案?", 4),
        ("枫泾市人民政府办公室关于印发2025年上半年重点任务清单的通知共有几项任务？", 3),
        ("2025年上半年重点任务清单的通知里枫泾海关牵头哪些任务？", 1),
    ],
)
def test_a_title_bounds_no_rows(assistant: Assistant, question: str, total: int) -> None:
    """The years, the units and the words of a title pick no rows."""
    answer = assistant.answer(question).answer
    assert f"共{total}项" in answer or f"{total} items" in answer


def test_what_stands_beside_a_title_bounds_rows_as_ever(assistant: Assistant) -> None:
    """A year outside of the title is one by which rows are due."""
    answer = assistant.answer("枫泾跨境物流服务方案里2025年底前要完成哪些任务？").answer
    assert "建设海外仓5个" in answer
    assert "开通直达航线" not in answer


TITLES = {
    "a": fold("临溪市外资企业服务保障工作方案"),
    "b": fold("临溪市外贸企业融资服务方案"),
    "c": fold("临溪市人民政府关于印发《临溪市数字贸易条例实施细则》的通知"),
}


@pytest.mark.parametrize(
    ("text", "documents", "left"),
    [
        ("临溪外资企业服务方案共有几条任务", {"a"}, "共有几条任务"),
        ("根据临溪市外贸企业融资服务方案，谁牵头？", {"b"}, "谁牵头？"),
        ("临溪市数字贸易条例实施细则里企业有哪些义务", {"c"}, "企业有哪些义务"),
        ("外资企业服务方案共有几条任务", {"a"}, "共有几条任务"),
        ("临溪企业方案共有几条任务", set(), "临溪企业方案共有几条任务"),
        ("临溪市外资企业有几家", set(), "临溪市外资企业有几家"),
        ("谁牵头制定服务方案", set(), "谁牵头制定服务方案"),
    ],
)
def test_which_title_is_given(text: str, documents: set[str], left: str) -> None:
    """A title is told by so much of it that no other paper can be meant; less of it is a topic."""
    titled = BareTitles(TITLES).given(text)
    assert set(titled.document_ids) == documents
    assert titled.left_of(text) == left
