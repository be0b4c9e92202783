"""What a question asks for, by its question words in Chinese, English and both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.questions.asking import Ask, what_is_asked

CASES: list[tuple[str, set[Ask]]] = [
    # who
    ("免税牌照由谁牵头？", {Ask.LEAD}),
    ("免税牌照哪家抓总", {Ask.LEAD}),
    ("牵头单位是哪个？", {Ask.LEAD}),
    ("who leads the application?", {Ask.LEAD}),
    ("which two bodies share the lead and when is it due?", {Ask.LEAD, Ask.DEADLINE}),
    ("Which three ministries jointly lead it?", {Ask.LEAD}),
    ("领头的单位和截止月", {Ask.LEAD, Ask.DEADLINE}),
    ("哪两家扛头、时间点", {Ask.LEAD, Ask.DEADLINE}),
    ("哪三个部门联合牵头", {Ask.LEAD}),
    ("挑头的部门是", {Ask.LEAD}),
    ("什么时候要有结果", {Ask.DEADLINE}),
    ("网上填报的起止时间", {Ask.DEADLINE}),
    ("完成意见梳理的期限是哪天", {Ask.DEADLINE}),
    ("例会隔多久开一次", {Ask.FREQUENCY}),
    ("Which unit is leading this?", {Ask.LEAD}),
    ("免税牌照 who's in the lead", {Ask.LEAD}),
    ("这个项目归谁管？", {Ask.RESPONSIBLE}),
    ("责任单位是谁", {Ask.RESPONSIBLE}),
    ("who's on the hook for this?", {Ask.RESPONSIBLE}),
    ("Who is responsible for customs checks?", {Ask.RESPONSIBLE}),
    ("还有哪些单位参与？", {Ask.PARTICIPANTS}),
    ("谁配合？", {Ask.PARTICIPANTS}),
    ("and who else takes part?", {Ask.PARTICIPANTS}),
    # when
    ("什么时候完成？", {Ask.DEADLINE}),
    ("啥时候办好", {Ask.DEADLINE}),
    ("完成时限是什么", {Ask.DEADLINE}),
    ("by when?", {Ask.DEADLINE}),
    ("What is the deadline?", {Ask.DEADLINE}),
    ("免税牌照的 deadline 是什么时候", {Ask.DEADLINE}),
    ("这份方案正文列了几项重点任务？", {Ask.COUNT}),
    # what is required is no word to be defined
    ("中心对研发人员的要求是什么？", {Ask.CONTENT}),
    ("申报的条件是什么", {Ask.CONTENT}),
    ("9月到期的有几个", {Ask.COUNT}),
    # of a document
    ("这份通知是哪两家联合发的？", {Ask.ISSUER}),
    ("请提供方案的发文字号及落款日期。", {Ask.DOCUMENT_NUMBER, Ask.ISSUED}),
    ("那份复函的文号和日期", {Ask.DOCUMENT_NUMBER, Ask.ISSUED}),
    ("通知的日期、文号和发文单位？", {Ask.DOCUMENT_NUMBER, Ask.ISSUED, Ask.ISSUER}),
    ("通知的文号和施行日期", {Ask.DOCUMENT_NUMBER}),
    ("the document number and date of the reply?", {Ask.DOCUMENT_NUMBER, Ask.ISSUED}),
    ("落款是哪天，实际印出来又是哪天？", {Ask.ISSUED}),
    # what must be put right by a day is no question for the day
    ("哪些店铺要限期整改？", {Ask.LIST}),
    ("Which government issued the plan, and under what document number?", {Ask.ISSUER, Ask.DOCUMENT_NUMBER}),
    # both, and more
    ("谁牵头，什么时候完成？", {Ask.LEAD, Ask.DEADLINE}),
    ("谁牵头, 哪些单位配合, 何时完成", {Ask.LEAD, Ask.PARTICIPANTS, Ask.DEADLINE}),
    ("who leads it and by when?", {Ask.LEAD, Ask.DEADLINE}),
    ("谁牵头 and by when?", {Ask.LEAD, Ask.DEADLINE}),
    # figures, lists, counts
    ("年货邮吞吐量达到多少？", {Ask.QUANTITY}),
    ("How much cargo is planned?", {Ask.QUANTITY}),
    ("出口要做到多少钱", {Ask.QUANTITY}),
    ("修路花了多少钱", {Ask.BUDGET}),
    # what a document says of itself
    ("请提供方案的发文字号及落款日期", {Ask.DOCUMENT_NUMBER, Ask.ISSUED}),
    ("issued by whom, and under what document number?", {Ask.ISSUER, Ask.DOCUMENT_NUMBER}),
    ("Under which reply was it made?", {Ask.BASIS}),
    ("这份文件叫什么名字？", {Ask.TITLE}),
    ("共有多少项任务？", {Ask.COUNT}),
    ("How many tasks are there?", {Ask.COUNT}),
    ("有哪些？", {Ask.LIST}),
    ("Which tasks are in annex 1?", {Ask.LIST}),
    # what and why
    ("什么是冷链食品？", {Ask.DEFINITION}),
    ("What does C2M mean?", {Ask.DEFINITION}),
    ("为什么要建？", {Ask.PURPOSE}),
    ("Why is it built?", {Ask.PURPOSE}),
    ("两者有什么区别？", {Ask.COMPARISON}),
    # speakers and documents
    ("这话是谁讲的？", {Ask.SPEAKER}),
    ("Who said that?", {Ask.SPEAKER}),
    ("文号是多少？", {Ask.DOCUMENT_NUMBER}),
    ("哪个机关印发的？", {Ask.ISSUER}),
    ("什么时候印发的？", {Ask.ISSUED}),
    ("When was it issued?", {Ask.ISSUED}),
    ("抄送给谁？", {Ask.RECIPIENTS}),
    # seldom-stated attributes
    ("预算是多少？", {Ask.BUDGET}),
    ("What is the budget?", {Ask.BUDGET}),
    ("联系电话？", {Ask.CONTACT}),
    ("多久通报一次？", {Ask.FREQUENCY}),
    # an amount, whatever it is counted or weighed in; opinions and requirements are no clock
    ("家里最多能放几公斤鞭炮", {Ask.QUANTITY}),
    ("一年要查几次", {Ask.QUANTITY}),
    ("开工要提前几天告诉学校", {Ask.QUANTITY}),
    ("老人一顿饭补几块？", {Ask.QUANTITY}),
    ("几点启动四级响应", {Ask.HOURS}),
    ("提了几点要求", {Ask.COUNT}),
    # a fine is a penalty, and the room that money comes from is no place
    ("随意装地锁要罚多少钱", {Ask.PENALTY}),
    ("装摄像头归哪个股室？", {Ask.RESPONSIBLE}),
    ("组长是谁，办公室主任又是谁", {Ask.PERSON}),
    # the other frames of asking in English: what stands with the question word, or without one
    ("Who leads, who supports, and what month is it due?", {Ask.LEAD, Ask.PARTICIPANTS, Ask.DEADLINE}),
    ("who leads and who supports the task?", {Ask.LEAD, Ask.PARTICIPANTS}),
    ("Which bodies do it, led by whom, due when?", {Ask.LEAD, Ask.DEADLINE}),
    ("Which central department took the lead in handling it?", {Ask.LEAD}),
    ("under whose leadership is the road built?", {Ask.LEAD}),
    ("the road: carried out by the government of which district?", {Ask.RESPONSIBLE}),
    ("Which department leads this, and what is the completion date?", {Ask.LEAD, Ask.DEADLINE}),
    ("who does it, and what's the final month for doing it?", {Ask.RESPONSIBLE, Ask.DEADLINE}),
    ("between which dates can forms be filed?", {Ask.DEADLINE}),
    ("which bureau runs it, from what year on?", {Ask.RESPONSIBLE, Ask.DEADLINE}),
    ("Dates of the spring session?", {Ask.DEADLINE}),
    ("What are the issue dates of both plans?", {Ask.ISSUED}),
    ("with whom must the plan be filed?", {Ask.DESTINATION}),
    # leave is asked of somebody, whom one works with takes part
    ("开不了办公会，请假跟谁请？", {Ask.DESTINATION}),
    ("外出跟谁请假", {Ask.DESTINATION}),
    ("这个项目跟谁合作", {Ask.PARTICIPANTS}),
    ("这件事交给谁去办", {Ask.RESPONSIBLE}),
    ("申报材料交给谁", {Ask.DESTINATION}),
    ("那份复函是哪天写的", {Ask.ISSUED}),
    ("同意设立开发区的批复，是哪年哪月哪日写的", {Ask.ISSUED}),
    # so many times a year, a day: how often, and nothing that a list would count
    ("领导小组一年要开几次会？", {Ask.FREQUENCY}),
    ("专班每月碰几次头", {Ask.FREQUENCY}),
    ("重点项目每季度调度几次", {Ask.FREQUENCY}),
    ("政务号一天要发几条", {Ask.QUANTITY}),
    ("一共提了几条", {Ask.COUNT}),
    ("bad loans to be kept under what percentage?", {Ask.QUANTITY}),
    ("over what number of years is it paid?", {Ask.QUANTITY}),
    ("Number of ports of entry", {Ask.QUANTITY}),
    ("number of tasks in the plan", {Ask.COUNT}),
    ("Total lending to small firms?", {Ask.QUANTITY}),
    ("Small firms in the register: figure for 2020, and target for 2025?", {Ask.QUANTITY}),
    ("what is each city's number?", {Ask.QUANTITY}),
    ("what are the two figures?", {Ask.QUANTITY}),
    ("How many billion yuan were given as special funds?", {Ask.BUDGET}),
]


def test_a_figure_under_which_something_stays_is_no_basis() -> None:
    """ "Under what percentage" is no "under which notice", and a number of years no document number."""
    assert Ask.BASIS not in what_is_asked("kept under what percentage?").asks
    assert Ask.BASIS in what_is_asked("Under which notice is it paid?").asks
    assert Ask.DOCUMENT_NUMBER not in what_is_asked("over what number of years?").asks
    assert Ask.DOCUMENT_NUMBER in what_is_asked("under what number of the notice is it filed?").asks


def test_a_list_that_is_named_is_no_order_to_list() -> None:
    """ "List" orders at the start of a clause; a list that is asked about, and what rows list, orders nothing."""
    assert Ask.LIST in what_is_asked("Please list the tasks").asks
    assert Ask.LIST in what_is_asked("Annex 1: list all of it").asks
    assert Ask.LIST not in what_is_asked("In the 2024 list of works, how many beds are planned?").asks
    assert what_is_asked("Of the ten tasks, how many list the bureau?").asks == {Ask.COUNT}


def test_a_topic_with_a_noun_of_measure_inside_asks_for_no_figure() -> None:
    """A figure is asked for where its noun heads what was typed."""
    assert what_is_asked("policies on the value chain").asks == {Ask.CONTENT}


def test_money_comes_from_no_place() -> None:
    """钱从哪儿出 asks who pays or out of what, not where."""
    assert Ask.PLACE not in what_is_asked("冲锋舟的钱从哪儿出").asks
    assert Ask.PLACE in what_is_asked("冲锋舟从哪儿运来").asks


@pytest.mark.parametrize(("question", "asks"), CASES, ids=[question for question, _ in CASES])
def test_question_words_tell_what_is_asked(question: str, asks: set[Ask]) -> None:
    """The specific asks, whatever general ones stand beside them."""
    assert asks <= what_is_asked(question).asks
    specific = {Ask.LEAD, Ask.RESPONSIBLE, Ask.PARTICIPANTS, Ask.DEADLINE, Ask.SPEAKER, Ask.ISSUER, Ask.ISSUED}
    assert what_is_asked(question).asks & specific == asks & specific


def test_a_question_without_question_words_asks_for_content() -> None:
    """A bare topic is a question too."""
    assert what_is_asked("免税牌照").asks == {Ask.CONTENT}


def test_a_sum_of_money_is_asked_for_with_its_measure() -> None:
    """多少亿资金 asks for money, which a number of something else does not answer."""
    for question in ("县里一共安排了多少亿资金？", "省里给多少万元补助？", "下达了多少专项资金？"):
        assert Ask.BUDGET in what_is_asked(question).asks
    assert Ask.BUDGET not in what_is_asked("出口多少亿元？").asks


def test_an_old_shop_is_no_document_number() -> None:
    """中华老字号 holds the word for a document's number and means a brand."""
    assert Ask.DOCUMENT_NUMBER not in what_is_asked("全市有几家中华老字号企业？").asks
    assert Ask.DOCUMENT_NUMBER in what_is_asked("这份通知的发文字号是多少？").asks


def test_when_that_only_joins_asks_nothing() -> None:
    """ "When" asks at the start of a clause only."""
    assert Ask.DEADLINE not in what_is_asked("How must firms behave when they import food?").asks
    assert Ask.DEADLINE in what_is_asked("When must firms file?").asks


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("免税牌照由谁牵头？", "免税牌照"),
        ("who leads the pilot zone?", "the pilot zone"),
        ("柘川去年招进来多少项目", "项目"),
        ("重点项目每季度调度几次", "调度"),
    ],
)
def test_the_mask_leaves_the_topic(question: str, topic: str) -> None:
    """Words that only ask are blanked, the topic stays where it was."""
    mask = what_is_asked(question).mask
    assert mask.index(topic) == question.index(topic)
    assert "谁" not in mask
    assert "who" not in mask


def test_hidden_stretches_are_not_read() -> None:
    """A title in quotation marks may hold question words."""
    question = "《谁来负责》的文号是多少？"
    hidden = question.replace("谁来负责", "□□□□")
    asks = what_is_asked(question, hidden).asks
    assert Ask.DOCUMENT_NUMBER in asks
    assert Ask.RESPONSIBLE not in asks


@given(text=st.text(max_size=80))
def test_the_mask_has_the_length_of_the_question(text: str) -> None:
    """Offsets in the mask are offsets in the question; every other character is unchanged; something is asked."""
    asked = what_is_asked(text)
    assert asked.asks
    assert len(asked.mask) == len(text)
    assert all(masked in (" ", original) for masked, original in zip(asked.mask, text, strict=True))


def test_where_people_live_and_how_it_is_arranged_asks_for_no_place() -> None:
    """住哪儿 beside 怎么办 asks what is done about it."""
    assert Ask.PLACE not in what_is_asked("人才住哪儿、小孩上学怎么办，方案有什么安排？").asks
    assert Ask.PLACE in what_is_asked("指挥部设在哪里？").asks


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("谁是外事办主任", Ask.PERSON),
        ("谁是产业专班组长？", Ask.PERSON),
        ("会议几点开始", Ask.HOURS),
    ],
)
def test_who_is_and_at_what_time(question: str, asked: Ask) -> None:
    """谁是…主任 asks for a person, 几点开始 for a time."""
    assert asked in what_is_asked(question).asks


@pytest.mark.parametrize("question", ["他讲了几点", "会上提出几点要求", "可以归纳为几点"])
def test_how_many_points_is_no_time(question: str) -> None:
    """几点 of what somebody said are counted."""
    assert Ask.HOURS not in what_is_asked(question).asks
