"""The same asked of two things in two clauses, and things asked for in words that are easily taken for the topic."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.comparing import compared_parts
from assistant.language.figure_kinds import kind_asked
from assistant.questions.asking import Ask, what_is_asked
from assistant.questions.parallel_clauses import parallel_clauses
from tests.assistant.conftest import Over

RULES = """澜谷市促进会展业发展若干措施

本措施自2024年3月1日起施行，有效期至2027年2月28日。

一、对首次举办的专业展览，给予一次性补助30万元。

二、对首次举办的国际会议，给予一次性补助75万元。

三、蓝色预警时，露天展馆观众上限为8000人；红色预警时，露天展馆观众上限为1500人。

四、展览业联席会议由市商务局局长任召集人。演艺业联席会议由市文化旅游局局长任召集人。

五、2025年引进亿元以上会展项目超过40个。会展业研发经费支出占营业收入的比重达到3.1%。

六、专项资金的申报材料由市商务局审核。专项资金由市财政局拨付。

七、旧货市场街区的改造由桥西区政府实施，2025年9月底前完成。
"""


@pytest.fixture(scope="module")
def langu(over: Over) -> Assistant:
    """Answers over the measures above."""
    return over({"langu-exhibitions.txt": RULES})


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("澜谷首次举办的活动，专业展览能补多少，国际会议又能补多少？", ["30万元", "75万元"]),
        ("澜谷蓝色预警时露天展馆观众上限是多少，换成红色预警又是多少？", ["8000人", "1500人"]),
        (
            "比较一下：澜谷展览业联席会议由谁任召集人，演艺业联席会议又由谁任召集人",
            ["市商务局局长", "市文化旅游局局长"],
        ),
        ("澜谷专项资金的申报材料由哪个部门审核，拨付又由哪个部门负责？", ["市商务局", "市财政局"]),
        ("澜谷2025年计划引进多少个亿元以上会展项目？", ["超过40个"]),
        ("澜谷会展业研发经费占营业收入比重要达到多少？", ["3.1%"]),
        ("澜谷扶持会展业的这份文件，失效日期是哪天？", ["2027年2月28日"]),
        ("旧货市场街区的改造由哪个区政府实施？", ["桥西区政府"]),
    ],
)
def test_everything_asked_is_answered(question: str, given: list[str], langu: Assistant) -> None:
    """No part of the question is left out or said to be missing."""
    answer = langu.answer(question)
    assert answer.status == "answered"
    assert all(one in answer.answer for one in given)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("会上定了，一号库多少吨，二号库又多少吨？", ["会上定了，一号库多少吨？", "会上定了，二号库多少吨？"]),
        ("杭州展览多少场、会议多少场？", ["杭州展览多少场？", "杭州会议多少场？"]),
        ("目标：展览 how many，会议 how many?", ["目标：展览 how many？", "目标：会议 how many？"]),
        ("杭州外贸多少亿，宁波呢？", ["杭州外贸多少亿？", "宁波外贸多少亿？"]),
        ("展馆由谁牵头，什么时候完成？", []),
        ("2023年多少亿，2024年想做到多少亿？", []),
    ],
)
def test_each_clause_is_a_question_of_its_own(question: str, parts: list[str]) -> None:
    """It has what stands before both; one thing at two times, or two things asked of one, are no such pair."""
    assert [one.question for one in parallel_clauses(question)] == parts


def test_what_is_compared_may_stand_before_the_comparison(langu: Assistant) -> None:
    """甲跟乙比一下：… asks of each what follows; 两年相差多少 adds nothing to what each year's figure is."""
    two = compared_parts(langu.understand("北京跟重庆比一下：展览多少场，谁定的指标高？"))
    assert [part.thing for part in two] == ["北京", "重庆"]
    assert not any("比一下" in part.question for part in two)
    years = compared_parts(langu.understand("澜谷的外贸额目标：2024年、2025年分别几亿元，两年相差多少"))
    assert not any("两年" in part.question for part in years)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("请示的批复日期", {Ask.DEADLINE}),
        ("批复是几月几日？", {Ask.DEADLINE}),
        ("考察从几号到几号", {Ask.DEADLINE}),
        ("哪天几点开放、哪天几点关闭", {Ask.DEADLINE}),
        ("两家各指什么、差别在哪里", {Ask.COMPARISON}),
        ("落实部门写了哪几个", {Ask.RESPONSIBLE}),
        ("这件事交给哪些部门办", {Ask.RESPONSIBLE}),
        ("县长姓甚名谁", {Ask.PERSON}),
        ("争取清单的条目数", {Ask.COUNT}),
        ("申请累计目标是多少件？", {Ask.QUANTITY}),
    ],
)
def test_less_usual_words_ask_for_the_same(text: str, asks: set[Ask]) -> None:
    """Each is a way of asking; nothing of it names a topic of another kind."""
    assert what_is_asked(text).asks == asks


def test_a_size_is_no_amount_asked_for() -> None:
    """多少个亿元以上项目 counts projects; 几个亿 asks for money."""
    assert kind_asked("引进多少个亿元以上项目") == "things"
    assert kind_asked("总额要多少个亿元") == "money"
