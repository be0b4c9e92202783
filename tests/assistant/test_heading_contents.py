"""A heading that a question writes out is answered with what stands under it: the headings below, else the items."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from index.library import Library
from index.types import Filters, Hit, Query

PLAN = """槐川市冷链物流提升行动方案

为补齐冷链物流短板，制定本方案。

一、总体目标
到2027年，全市冷库容量达到60万吨。
二、重点任务
（一）冷链网络织密行动
1. 完善产地预冷设施
支持合作社建设预冷库，市农业农村局牵头。
2. 建设骨干冷链基地
建设基地2个，市发展改革委牵头。
（二）冷链监管提质行动，筑牢“最后一公里”防线
1. 推行全程温度追溯
冷藏车安装温度记录仪，市交通运输局牵头。
2. 开展联合抽查
每季度抽查一次，市市场监管局牵头。
3. 建立失信名单
三次抽查不合格的列入名单，市市场监管局牵头。
三、2026年工作安排
（一）第一阶段动员部署
召开动员会，印发任务分解表。
（二）第二阶段集中攻坚
完成预冷库建设。
四、工作保障
一是加强统筹协调，二是强化资金支持，三是注重宣传引导。
"""
NOTICE = """关于印发《禾渡县老年食堂建设实施方案》的通知

各镇人民政府：
现将方案印发给你们。

一、建设标准
（一）场地要求
面积不少于80平方米。
（二）人员要求
持健康证上岗。
二、冷链监管
食材配送使用冷藏车。
"""

NETWORK = ("完善产地预冷设施", "建设骨干冷链基地")
CONTROL = ("推行全程温度追溯", "开展联合抽查", "建立失信名单")


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"huaichuan-plan-2025.txt": PLAN, "hedu-canteens-2025.txt": NOTICE})


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("“冷链网络织密行动”包括哪些内容？", NETWORK),
        ("冷链网络织密行动分几块，分别是什么？", NETWORK),
        ("槐川市冷链物流提升行动方案的冷链网络织密行动有哪几个方面？", NETWORK),
        ("重点任务里的冷链监管提质行动下设哪些小标题？", CONTROL),
        ("请逐条列出冷链监管提质行动的全部内容", CONTROL),
        ("What does the section on 冷链网络织密行动 cover?", NETWORK),
        ("In 《槐川市冷链物流提升行动方案》, what is listed under “冷链网络织密行动”?", NETWORK),
        ("2026年工作安排包括哪些内容？", ("第一阶段动员部署", "第二阶段集中攻坚")),
        ("工作保障包括哪几个方面？", ("加强统筹协调", "强化资金支持", "注重宣传引导")),
        ("重点任务分为哪几个部分？", ("冷链网络织密行动", "冷链监管提质行动")),
        ("What does the section on work safeguards cover?", ("加强统筹协调", "强化资金支持", "注重宣传引导")),
    ],
)
def test_the_contents_of_a_heading(assistant: Assistant, question: str, items: tuple[str, ...]) -> None:
    """All that stands under the heading, counted, and nothing from elsewhere."""
    answer = assistant.answer(question)
    assert f"共{len(items)}项" in answer.answer or f"has {len(items)} items" in answer.answer
    assert all(item in answer.answer for item in items)


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("冷链监管提质行动里全程温度追溯由谁牵头？", "市交通运输局"),
        ("冷链网络织密行动中骨干冷链基地谁牵头？", "市发展改革委"),
    ],
)
def test_a_task_below_a_heading_is_asked_as_ever(assistant: Assistant, question: str, unit: str) -> None:
    """A question that names more than the heading is no question for its contents."""
    answer = assistant.answer(question)
    assert unit in answer.answer
    assert "共" not in answer.answer


def test_a_long_question_of_nothing_but_frames_is_read_at_once(assistant: Assistant) -> None:
    """What reads the frames takes no longer than the question is."""
    assert assistant.answer("包括哪些内容" * 300 + "x").status is not None


def test_no_more_papers_are_searched_for_than_there_are(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where search proposed every paper, or one with the heading, the question is searched for once."""
    searched: list[str] = []
    search = Library.search_passages

    def counted(library: Library, query: Query, limit: int, filters: Filters = Filters()) -> list[Hit]:  # noqa: B008
        searched.append(query.text)
        return search(library, query, limit, filters)

    monkeypatch.setattr(Library, "search_passages", counted)
    assert "共2项" in assistant.answer("冷链网络织密行动包括哪些内容？").answer
    assert len(searched) == 1
