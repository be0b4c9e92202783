"""Lists of one document that a question describes without its name, among documents that speak of the same things."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from index.build import ingest
from index.library import Library

PLANS = Path(__file__).parent / "plans"


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Two plans of one city and the measures of another; none has a title, and each says only "our city" at first."""
    folder = tmp_path_factory.mktemp("plans")
    report = ingest([PLANS], folder)
    assert not report.failed, report.failed
    return Assistant(Library.open(folder))


@pytest.mark.parametrize(
    ("question", "tasks"),
    [
        ("洛阳低空物流方案里，市商务局都挂了哪些任务？逐条列出", ["建设低空物流园区", "培育低空物流企业", "要素保障"]),
        ("洛阳低空经济行动计划（到2027年那份），市商务局参与哪几项？", ["开放应用场景", "拓展低空物流"]),
        ("扬州低空物流政策里，市商务局是责任单位的有哪几条？", ["支持低空物流航线"]),
        ("洛阳低空物流方案，要“市财政局”也担责的条款有哪些？", ["培育低空物流企业", "要素保障", "低空物流宣传"]),
        (
            "Which tasks of 洛阳's 低空物流 plan involve the Municipal Commerce Bureau (市商务局)?",
            ["建设低空物流园区", "培育低空物流企业", "要素保障"],
        ),
        ("洛阳低空物流方案里只由市财政局一家牵头（别家只是配合）的有哪几条？", ["要素保障"]),
    ],
)
def test_a_list_holds_what_the_described_document_says_and_no_other(
    question: str, tasks: list[str], plans: Assistant
) -> None:
    """Place, subject and kind of document bound the list, and so do the words that give a unit its part."""
    answer = plans.answer(question)
    assert answer.status == "answered", answer.answer
    assert answer.total == len(tasks), answer.answer
    for task in tasks:
        assert task in answer.answer


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("洛阳低空物流方案的3项主要任务里（不算保障措施），市商务局是责任单位的一共几项？", 2),
        ("Of the 3 key tasks in 洛阳's 低空物流 plan to 2026 (leave out the safeguards), "
         "how many list the commerce bureau (市商务局) as a responsible unit?", 2),
    ],
)  # fmt: skip
def test_what_a_remark_leaves_out_is_not_counted(question: str, total: int, plans: Assistant) -> None:
    """The year and the number of tasks say which plan is meant and bound nothing."""
    assert plans.answer(question).total == total


def test_the_main_tasks_are_those_of_their_chapter(plans: Assistant) -> None:
    """What stands under 保障措施 is no 主要任务; a count that names no chapter has both."""
    assert plans.answer("洛阳低空物流方案一共列了几项主要任务？").total == 3
    assert plans.answer("洛阳低空物流方案里市商务局的任务一共有几项？").total == 3


def test_the_year_of_a_plan_is_no_deadline_and_a_year_with_a_word_of_being_due_is(plans: Assistant) -> None:
    """到2026年的方案 names a plan; 2026年要完成 asks for what is due."""
    assert plans.answer("洛阳到2026年的低空物流方案，市商务局牵头或参与哪些任务？").total == 3
    assert plans.answer("洛阳低空物流方案里，市商务局2026年要完成哪些任务？").status == "not_found"
