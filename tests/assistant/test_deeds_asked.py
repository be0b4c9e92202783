"""Who does a certain thing is told by a clause that says so of somebody, and by none that only speaks of the thing."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant
from assistant.language.deeds_asked import deed_asked, names_firm, speaks_of_deed, tells_doer
from tests.assistant.conftest import Over

PLAN = """汐州市长租公寓发展实施方案

汐政办发〔2024〕18号

一、加快建设
1. 建设望潮人才公寓，总投资6亿元，共480套。公寓租金由市发展改革委审核，每年公布一次。
2. 配套幼儿园由汐州城投集团代建，2025年8月底前移交。公共食堂的日常运营由市机关事务中心承担。
3. 设立5亿元长租公寓引导基金，支持企业盘活存量房源。市财政局应当加强预算安排。
4. 选房由市公证处全程监督，结果在网上公开。
5. 优秀运营机构可以获得奖励。支持企业改建厂房，新增房源2000套。
"""


@pytest.fixture(scope="module")
def plan(over: Over) -> Assistant:
    """Answers over the plan above."""
    return over({"plan.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("汐州望潮人才公寓的租金由谁核定", "市发展改革委"),
        ("汐州人才公寓选房由谁监督", "市公证处"),
        ("汐州公寓的配套幼儿园由谁代建", "汐州城投集团"),
        ("汐州公寓公共食堂归谁打理", "市机关事务中心"),
    ],
)
def test_who_does_it_is_told_where_it_is_said(plan: Assistant, question: str, told: str) -> None:
    """The words of the question need not be those of the paper."""
    answer = plan.answer(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "汐州长租公寓引导基金由谁管理",
        "汐州望潮人才公寓由哪家公司运营",
        "汐州望潮人才公寓由谁验收",
        "汐州优秀运营机构由谁认定",
        "Which company operates the Wangchao talent apartments in Xizhou?",
    ],
)
def test_who_does_it_is_not_told_by_what_is_near(plan: Assistant, question: str) -> None:
    """A fund that is set up has no manager, and who allots money in another clause is none."""
    answer = plan.answer(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize("question", ["项目由谁负责", "谁牵头", "由谁审核、谁拨款", "哪些部门参与", "Who pays for it?"])
def test_leading_and_paying_are_no_deeds(question: str) -> None:
    """Nor are two of them asked for at once."""
    assert not deed_asked(question)


def test_what_only_bears_the_name_of_a_deed_is_none() -> None:
    """The costs of running are not run by whoever sets them."""
    runs = deed_asked("公交线路由谁运营")
    assert not tells_doer("财政部门按照标准核定公交企业运营成本。", runs)
    assert tells_doer("公交线路由市公交集团运营。", runs)
    assert tells_doer("运营单位为市公交集团。", runs)


def test_firms_in_general_and_titles_tell_nobody() -> None:
    """Which company it is takes a name; a paper's title is no deed."""
    firm = re.compile("公司|集团|企业")
    assert not names_firm("鼓励重点企业和科研机构开展大模型研发。", firm)
    assert names_firm("大模型由青岚科技公司研发。", firm)
    assert not speaks_of_deed("暂时调整实施《药品管理法实施条例》第三十六条", deed_asked("医院由谁管理"))
