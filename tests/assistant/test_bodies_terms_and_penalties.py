"""Who a body consists of, which bodies a word takes in, who holds a post, how long something takes, what follows from a
breach; years and words as they are spoken."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.posts import holds_post
from assistant.questions.asking import Ask, what_is_asked
from assistant.questions.colloquial import written
from tests.assistant.conftest import Over

RULES = """泊兰市跨境寄售管理办法

第一条　为规范跨境寄售经营秩序，根据有关规定，制定本办法。

第二条　泊兰市跨境寄售协调委员会由市商务局、海关、税务部门和行业协会代表组成，由分管副市长召集和主持。

第三条　协调委员会每季度召集全体会议和专题会议，研究重大事项。

第四条　本办法所用的词：
（一）寄售经营者，是指受境外货主委托、以自己名义出售货物的企业。
（二）寄售经营者，以每次入库为一次登记。
（三）行业主管部门是指市、县商务部门和经其委托承担管理职能的单位。

第五条　行业主管部门、仓储单位与登记机关对寄售经营者实行双重管理。

第六条　冒用他人备案号办理寄售的，一经查实，暂停寄售资格6个月。

第七条　寄售经营者应当每月向市外贸工作领导小组办公室报送库存情况。
"""
REPORT = """泊兰市港区火灾处理通报

2019年4月，泊兰市栗川县港区仓库发生火灾，造成3人死亡。

责令栗川县人民政府县长宋知秋向泊兰市人民政府写出书面检查。

栗川县人民政府副县长何远受到行政记过处分。

港区将深化改革，力争用三至五年时间，在栗川片区形成百亿级冷链产业，建成区域冷链中心。
"""


@pytest.fixture(scope="module")
def assistant(over: Over) -> Assistant:
    return over({"rules": RULES, "report": REPORT})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("跨境寄售协调委员会由哪些人组成", "由市商务局、海关、税务部门和行业协会代表组成"),
        ("跨境寄售协调委员会的组成人员有谁", "由市商务局、海关、税务部门和行业协会代表组成"),
        ("寄售的行业主管部门包括哪些机构？", "行业主管部门是指市、县商务部门"),
        ("寄售经营者指哪些企业？", "受境外货主委托"),
        ("拿别人的备案号办寄售，被查到怎么处罚", "暂停寄售资格6个月"),
        ("寄售库存情况要报给哪个办公室？", "市外贸工作领导小组办公室报送库存情况"),
        ("栗川县火灾之后，县长是谁？", "县长宋知秋"),
        ("泊兰打算用几年在栗川片区做成百亿级冷链产业", "三至五年"),
    ],
)
def test_what_is_asked_is_given(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.answer(question)

    assert answer.status == "answered"
    assert said in answer.answer


def test_a_unit_that_is_asked_for_bounds_no_rows(assistant: Assistant) -> None:
    answer = assistant.answer("寄售库存情况要报给哪个办公室，每份要写几页？")

    assert answer.status == "partial"
    assert "市外贸工作领导小组办公室" in answer.answer


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("责令县长宋知秋向市政府写出书面检查。", True),
        ("副县长何远受到处分。", False),
        ("办公室主任由县长宋知秋兼任。", False),
        ("县长办公会研究了此事。", False),
    ],
)
def test_a_post_is_held_by_whom_it_names(text: str, holds: bool) -> None:
    assert holds_post(text, "县长", "县长是谁") is holds


@pytest.mark.parametrize(
    ("spoken", "year"),
    [("九六年扩招多少人", "1996年"), ("零三年的事故", "2003年"), ("〇八年奥运", "2008年")],
)
def test_years_of_two_characters(spoken: str, year: str) -> None:
    assert year in written(spoken)


@pytest.mark.parametrize("text", ["三五年内建成", "八九年的工龄有多少人", "十九年"])
def test_times_are_no_years(text: str) -> None:
    assert written(text) == text


def test_bodies_of_a_task_are_no_meaning() -> None:
    assert what_is_asked("责任单位包括哪些部门").asks == {Ask.RESPONSIBLE}
    assert Ask.DEFINITION in what_is_asked("行业主管部门包括哪些机构").asks


def test_what_only_sets_a_figure_is_no_word_of_the_topic() -> None:
    assert "定了" not in what_is_asked("新增融资定了多少亿").mask
