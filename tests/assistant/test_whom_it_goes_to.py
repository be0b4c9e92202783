"""Whom something is to be sent to, how long a paper is in force, and words that ask for nothing by themselves."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.validity import asks_validity
from assistant.questions.asking import Ask, what_is_asked
from tests.assistant.conftest import Over

_MEASURES = """洛阳市支持低空物流若干措施

一、支持新开航线。对新开航线给予补贴，由市交通运输局牵头，市财政局配合。
二、申报程序。企业应当于每年3月底前向县（市、区）交通运输部门提出申请。项目清单和推荐函寄送洛阳市科技信息研究所，以寄出时间为准。
三、各县（市、区）应当于2024年6月底前制定实施方案，并报市司法局备案，定期向市低空经济领导小组办公室报送进展情况。
四、资金渠道。支持符合条件的项目申报地方政府专项债券。
五、上述措施自2024年1月1日起施行，执行期限为2024年1月1日至2026年12月31日。
"""


@pytest.fixture(scope="module")
def measures(over: Over) -> Assistant:
    """Measures of one city."""
    return over({"measures.txt": _MEASURES})


@pytest.mark.parametrize(
    ("question", "whom"),
    [
        ("低空物流的推荐函要寄到哪个单位？", "洛阳市科技信息研究所"),
        ("各县的实施方案什么时候前制定，报给谁备案？", "市司法局"),
        ("低空物流的进展情况要报给谁？", "市低空经济领导小组办公室"),
        ("低空物流企业向谁提出申请？", "交通运输部门"),
        ("推荐函 send to 哪个机构？", "洛阳市科技信息研究所"),
        ("To which agency must the recommendation letter for low-altitude logistics be sent?", "洛阳市科技信息研究所"),
    ],
)
def test_whom_it_goes_to_is_not_who_does_it(question: str, whom: str, measures: Assistant) -> None:
    """The body that receives is given, not the one that leads."""
    answer = measures.answer(question)
    assert answer.status == "answered", answer.answer
    assert whom in answer.answer
    assert "市财政局" not in answer.answer


def test_whom_it_goes_to_where_nobody_says(measures: Assistant) -> None:
    """That somebody leads a task does not say whom reports on it go to."""
    answer = measures.answer("低空物流航线的安全月报交给哪个部门？")
    assert "市交通运输局" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "洛阳低空物流那套措施管到哪天为止？",
        "低空物流若干措施什么时候失效？",
        "Until when do Luoyang's low-altitude logistics measures apply?",
        "When do the measures for low-altitude logistics expire?",
    ],
)
def test_how_long_a_paper_is_in_force(question: str, measures: Assistant) -> None:
    """Its last clause says so in words that no such question has."""
    assert "2026年12月31日" in measures.answer(question).answer


@pytest.mark.parametrize("question", ["园区什么时候建好？", "When must the tasks be done?", "谁牵头制定措施？"])
def test_a_question_for_a_deadline_is_none_for_validity(question: str) -> None:
    """Something is done by then; nothing ends."""
    assert not asks_validity(question)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What funding channels are open to projects?", {Ask.LIST}),
        ("When do the subsidies for the park expire?", {Ask.DEADLINE}),
        ("What is the budget?", {Ask.BUDGET}),
        ("Is there any funding for it?", {Ask.BUDGET}),
        ("Who leads it, by when, and what is the budget?", {Ask.LEAD, Ask.DEADLINE, Ask.BUDGET}),
        ("What exactly counts as new media?", {Ask.DEFINITION}),
        ("Who is actually in charge of the park?", {Ask.RESPONSIBLE}),
        ("Who pays the money out and how fast?", {Ask.RESPONSIBLE, Ask.DEADLINE}),
        ("How fast did exports grow?", {Ask.QUANTITY}),
    ],
)
def test_money_is_asked_for_where_it_is_the_thing_that_is_asked(question: str, asks: set[Ask]) -> None:
    """As part of what another word names it is a topic; adverbs between asking words change nothing."""
    asked = what_is_asked(question).asks
    assert asks <= asked
    assert (Ask.BUDGET in asked) == (Ask.BUDGET in asks)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What was the technology contract turnover of the province in 2020?", Ask.QUANTITY),
        ("What are the dimensions of the plates?", Ask.QUANTITY),
        ("What is the work plan for exports?", Ask.DEFINITION),
    ],
)
def test_what_was_the_value_of_something_asks_for_a_figure(question: str, asks: Ask) -> None:
    """Where the thing that is asked is a measure; elsewhere it asks for words."""
    assert asks in what_is_asked(question).asks
    assert (Ask.QUANTITY in what_is_asked(question).asks) == (asks is Ask.QUANTITY)


def test_to_whom_one_reports_is_no_speaker(measures: Assistant) -> None:
    """向哪个机构汇报 asks where a report goes."""
    answer = measures.answer("低空物流各县干得怎样，定期向哪个机构汇报？")
    assert "市低空经济领导小组办公室" in answer.answer


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("关于网站的答复是给谁的", Ask.RECIPIENTS),
        ("批复是批给哪个单位的？", Ask.RECIPIENTS),
        ("通知发给哪些单位？", Ask.RECIPIENTS),
    ],
)
def test_whom_a_paper_is_for_is_asked_in_many_words(question: str, asks: Ask) -> None:
    """给谁 of a reply, a notice or an approval asks for whom it addresses; of money it does not."""
    assert asks in what_is_asked(question).asks
    assert Ask.RECIPIENTS not in what_is_asked("补贴发给哪些企业？").asks


def test_until_when_a_paper_is_in_force_is_no_deadline_of_its_tasks(over: Over) -> None:
    """A list that says nothing of it is not in force until its last task is due."""
    paper = """临江市2025年涉外改革清单

1. 设立机场服务岛，由市商务局牵头，2025年5月底前完成。
2. 开通外币兑换，由市金融办牵头，2025年9月底前完成。
"""
    assert over({"list.txt": paper}).answer("临江那份清单适用到什么时候？").status == "not_found"
