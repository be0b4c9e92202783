"""Tasks by the leader who answers for them, named beside the units."""

from __future__ import annotations

import pytest

from tests.assistant.conftest import Over

_PLAN = """沛川市2025年文旅消费重点任务分解清单

一、丰富供给

（一）打响夜游品牌。全年举办夜游活动不少于40场。（牵头领导：副市长纪文澜；牵头单位：市文化广电旅游局；责任单位：市公安局；完成时限：2025年10月底）

（二）发展康养旅游。新建康养驿站12个。（牵头领导：常务副市长方以舟；牵头单位：市民政局；责任单位：市卫生健康委；完成时限：2025年11月底）

（三）培育骑行赛事。办好环湖骑行赛1场。（牵头领导：副市长纪文澜；牵头单位：市体育局；责任单位：市公安局；完成时限：2025年5月底）
"""
_TABLE = """沛川市四季度攻坚任务分解表

序号	任务事项	责任单位	完成时限	责任领导
1	完成环城路征地拆迁	▲市交通运输局、市自然资源局	2024年11月30日前	牧仲平
2	改造乡镇卫生院3所	▲市卫生健康委	2024年12月底前	路秋实
3	完成工业用地挂牌186亩	▲市自然资源局	2024年12月底前	牧仲平
"""


@pytest.mark.parametrize(
    ("question", "words", "other", "total"),
    [
        ("纪副市长在沛川文旅消费清单里一共挂了哪几项", ["夜游", "骑行"], "康养", 2),
        ("沛川文旅消费清单，常务副市长名下挂了几项", ["康养"], "夜游", 1),
        ("沛川文旅清单里副市长纪文澜牵头的有哪些？", ["夜游", "骑行"], "康养", 2),
        ("沛川四季度攻坚任务里，牧仲平负责哪几项？", ["征地拆迁", "用地挂牌"], "卫生院", 2),
    ],
)
def test_what_a_leader_answers_for_is_listed_whole(
    question: str, words: list[str], other: str, total: int, over: Over
) -> None:
    """By name, by surname and post, by post alone, from brackets and from a column."""
    answer = over({"plan.txt": _PLAN, "table.txt": _TABLE}).answer(question)
    assert answer.status == "answered", answer.answer
    assert answer.total == total
    for word in words:
        assert word in answer.answer
    assert other not in answer.answer


def test_a_leader_whom_no_task_names_has_none_listed(over: Over) -> None:
    """Another vice-mayor's tasks are not given for his."""
    answer = over({"plan.txt": _PLAN, "table.txt": _TABLE}).answer("邹副市长在沛川文旅消费清单里一共挂了哪几项")
    assert answer.total is None
