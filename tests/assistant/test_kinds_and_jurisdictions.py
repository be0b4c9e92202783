"""What a question presupposes of its answer: the kind of figure, and the place whose papers may tell it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant import Assistant
from assistant.language.figure_kinds import Kind, figures, has_figures, has_kind, kind_asked
from assistant.language.limits import only_limits
from assistant.matching.answerability import signs_of
from assistant.matching.jurisdictions import names_of
from assistant.matching.measure_words import measure_asked
from assistant.matching.needs import NEEDS
from assistant.matching.preferences import MISFIT
from assistant.matching.ranking import Found
from assistant.matching.relevance import Relevance
from assistant.questions.asking import Ask, what_is_asked
from assistant.questions.question import Question
from tests.assistant.conftest import Over

HOSPITAL = """青澧县人民政府办公室关于印发青澧县2025年重点工程任务的通知

一、县人民医院新院区完成内部装修工程量的60%，由县卫生健康局负责，2025年11月底前完成。
二、城区新增停车泊位1150个。鼓励银行开发“青澧贷”，贷款期限最长15年。
三、县人民医院现有医师210名，全年门诊量38万人次。
四、督查组上半年共发现问题29个，其中已整改12个、正在整改17个。
六、物业服务企业不得拒绝业主装桩申请，应在5个工作日内出具书面意见。
七、鼓励共建联合实验室，每个给予50万元支持，每年支持不超过8个。
五、会议同意新开青澧至云陂班车线路，首班于5月18日发出，配车6辆。
"""
ELSEWHERE = """柳澧新区管理委员会关于印发柳澧新区金融支持措施的通知

一、由区金融局协调银行推出“柳澧贷”，单户授信最高300万元，贷款利率不高于同期LPR加50个基点。
二、柳澧新区跨境电商出口额达到53.7亿元。
"""


@pytest.fixture(scope="module")
def county(over: Over) -> Assistant:
    """Answers over a county's tasks and another place's measures."""
    return over({"hospital.txt": HOSPITAL, "elsewhere.txt": ELSEWHERE})


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("外国人可以待多少 hours？", "小时"),
        ("园区 area 多少 hectares？", "公顷"),
        ("目标是多少个 percent？", "%"),
        ("培育一个 brand，奖励 how much？", "给"),
        ("园区 area 多大？", None),
    ],
)
def test_a_measure_is_asked_for_in_either_language(question: str, measure: str | None, county: Assistant) -> None:
    """The unit behind a Chinese question word may be English, and so may the question word among Chinese words."""
    assert measure_asked(county.understand(question)) == measure


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("新院区有多少张床位？", "objects"),
        ("一共有几家企业", "things"),
        ("How many warehouses did it have?", "things"),
        ("How many people work in the industry?", "people"),
        ("一年招多少学生", "people"),
        ("贷款利率是多少", "share"),
        ("What interest rate applies?", "share"),
        ("全年旅游收入多少亿", "money"),
        ("建它要花多少", "money"),
        ("投出去多少钱", "money"),
        ("一辆补多少钱", None),
        ("老师一个月挣多少", "money"),
        ("进出口额比上年增长多少", None),
        ("修多少公里路，装多少盏灯", None),
        ("How many kilometres long is it?", None),
        ("要做到多大规模", None),
        ("中心有多少工作人员", "people"),
        ("接待了多少入境游客", "people"),
        ("What is the resident population of the county?", "people"),
        ("经济增速 target 是多少个 percent", "share"),
        ("What was the total value of its imports in 2022, in yuan?", "money"),
        ("How big is the purse for first place?", "money"),
        ("What are the office expenses of the committee?", "money"),
        ("total 要投多少", "money"),
        ("What is the investment area?", None),
        ("可以待多少 hours", None),
    ],
)
def test_the_kind_of_figure_is_told_by_what_is_asked(question: str, kind: Kind | None) -> None:
    """A classifier, a noun for people, a rate, a sum; where it may be either, none."""
    assert kind_asked(question) == kind


@pytest.mark.parametrize(
    ("text", "kind", "has"),
    [
        ("完成内部装修工程量的60%", "things", False),
        ("对日加氢能力500千克以上的，每站最高300万元", "things", False),
        ("在一家代理机构从业，实习满１年", "things", False),
        ("2024—2027年安排专项资金6亿元", "things", False),
        ("只有一家单位", "things", True),
        ("现有医师210名", "objects", False),
        ("现有医师210名", "things", True),
        ("新增床位300张", "things", True),
        ("分为三大体系", "things", True),
        ("贷款期限最长15年", "share", False),
        ("同期LPR加50个基点", "share", True),
        ("为19.3万女学生接种", "people", True),
        ("组建“5+2”为主的改革专班", "people", False),
        ("合计面积不低于2万平方米", "money", False),
        ("业务50亿以上", "money", True),
        ("什么都没有", None, True),
    ],
)
def test_a_text_has_a_kind_of_figure_by_its_units(text: str, kind: Kind | None, has: bool) -> None:
    """What is measured, a share, a sum or a year counts nothing."""
    assert has_kind(text, kind) is has


def test_figures_are_counted_without_years_and_days() -> None:
    """How many values of a kind a sentence offers."""
    assert figures("2024年发现问题29个，其中已整改12个、正在整改17个", "things") == 3
    assert figures("首期6亿元，占总规模的30%", "money") == 1
    assert figures("2024年5月18日发出3列", None) == 1
    assert has_figures("购置货车24辆，投入480万元", ["objects", "money"])
    assert not has_figures("购置货车24辆，投入480万元", ["objects", "things"])
    assert not has_figures("购置货车24辆", [None, "things"])


@pytest.mark.parametrize("question", ["青澧县人民医院新院区有多少张床位？", "青澧县的贷款利率是多少？"])
def test_a_figure_of_another_kind_is_no_answer(question: str, county: Assistant) -> None:
    """Neither the share of the work done nor the term of a loan; nor the rate of another place."""
    answer = county.answer(question)
    assert answer.status == "not_found", answer.answer
    assert not answer.citations


def test_a_figure_of_the_kind_is_given(county: Assistant) -> None:
    """The doctors are counted."""
    assert "210名" in county.answer("青澧县人民医院有多少医生？").answer


def test_a_place_is_known_by_its_papers() -> None:
    """By who issues them, and by their titles; a year, 关于印发 or what kind of place it is is no name."""
    assert names_of("青澧县人民政府办公室关于印发青澧县计划的通知", "青澧县人民政府办公室") == {"青澧"}
    assert names_of("泽岳省商务厅关于同意栖浦市开展试点的批复", "泽岳省商务厅") == {"泽岳", "栖浦"}
    assert names_of("柳澧新区2025年工作要点", None) == {"柳澧"}
    assert names_of("桐浦高新技术产业开发区管理委员会公告", None) == {"桐浦"}
    assert names_of("为加快全市人工智能产业发展", None) == frozenset()
    assert names_of("国务院关于同意开展综合保税区外维修试点的批复", "国务院") == frozenset()
    assert names_of("国务院关于同意以深汀市名义申办运动会的复函", "国务院") == frozenset()
    assert names_of("国务院关于行政区划的决定", "国务院") == frozenset()


def test_another_place_answers_nothing_for_a_county(county: Assistant) -> None:
    """The district's exports are not the county's; asked for itself, the district is told of."""
    assert county.answer("青澧县跨境电商出口额是多少？").status == "not_found"
    assert "53.7亿元" in county.answer("柳澧新区跨境电商出口额是多少？").answer


@pytest.mark.parametrize(
    "question",
    [
        "青澧县督查一共查出多少 problems，fixed 了几个？",
        "青澧新开了哪条班车线路，头一趟几号发？",
        "青澧物业能拒绝业主装桩吗，几天内要回话？",
    ],
)
def test_a_value_that_is_quoted_is_not_said_to_be_missing(question: str, county: Assistant) -> None:
    """What the asker calls fixed is 已整改 in the sentence that is given: a figure for each that is asked for."""
    answer = county.answer(question)
    assert answer.status == "answered", answer.answer
    assert not answer.missing


def test_a_second_figure_of_another_kind_is_missing(county: Assistant) -> None:
    """Of the buses, the sentence has dates and a number of them, and no sum."""
    answer = county.answer("青澧新开班车线路配车几辆，要花多少钱？")
    assert answer.status == "partial", answer.answer
    assert "6辆" in answer.answer
    assert answer.missing == ("budget",)


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("How many people who have difficulty finding work does it want to get employed?", Ask.RESPONSIBLE),
        ("Which project gathers goods abroad, where tax is refunded?", Ask.PLACE),
    ],
)
def test_a_word_that_only_joins_asks_nothing(question: str, ask: Ask) -> None:
    """People who are sought are not asked for; nor is the place where something else is done."""
    assert ask not in what_is_asked(question).asks
    assert Ask.RESPONSIBLE in what_is_asked("And who is responsible?").asks
    assert Ask.PLACE in what_is_asked("The hall, where is it?").asks


def test_an_occasion_is_no_question(county: Assistant) -> None:
    """When the inspectors came says on which occasion; what is asked comes after it."""
    answer = county.answer("When the inspectors (督查组) came, how many problems did they find?")
    assert answer.status == "answered", answer.answer
    assert "29个" in answer.answer
    assert not answer.missing


def test_a_way_of_speaking_refuses_nothing_that_is_stated(county: Assistant) -> None:
    """新开辟 is a word that no paper here has; what it asks about is stated."""
    assert "1150个" in county.answer("青澧城区打算新辟多少停车泊位").answer


@pytest.mark.parametrize(
    ("question", "text", "only"),
    [
        ("目前已经建了几个", "每年支持不超过8个", True),
        ("How many are there already?", "不少于 20 家", True),
        ("目前最多能建几个", "每年支持不超过8个", False),
        ("要建几个", "每年支持不超过8个", False),
        ("目前已经建了几个", "已建成3个", False),
    ],
)
def test_a_limit_does_not_tell_how_many_there_are(question: str, text: str, only: bool) -> None:
    """Unless it is the limit that is asked for, or how many are meant to be."""
    assert only_limits(question, text) is only


def test_how_many_there_are_is_missing_where_a_limit_is_set(county: Assistant) -> None:
    """The sum is stated, the number of laboratories that there are is not."""
    answer = county.answer("青澧县共建联合实验室每个给多少钱，目前已经建了几个？")
    assert answer.status == "partial", answer.answer
    assert "50万元" in answer.answer


def test_what_is_told_beside_an_unstated_attribute_is_given(county: Assistant) -> None:
    """No telephone number is stated; how many places are planned is."""
    answer = county.answer("青澧城区新增停车泊位多少个，联系电话给一下")
    assert answer.status == "partial", answer.answer
    assert "1150个" in answer.answer
    assert answer.missing == ("contact",)


@pytest.mark.parametrize("question", ["他手机多少？", "值班电话是多少", "What is the phone number?"])
def test_a_number_to_call_is_no_figure(question: str) -> None:
    """It is asked for as a way of contact."""
    assert what_is_asked(question).asks == {Ask.CONTACT}
    assert what_is_asked("解冻了多少钱，电话给一下").asks > {Ask.CONTACT}


def test_a_row_answers_only_for_what_it_speaks_of(county: Assistant) -> None:
    """Everything here is of the county: that alone makes no task the one which is asked about."""
    answer = county.answer("青澧县的民航机场由谁负责？")
    assert answer.status == "not_found", answer.answer


def test_how_far_ahead_a_sentence_is_does_not_depend_on_kinds(county: Assistant) -> None:
    """A sentence that speaks of the beds' ward, with figures of another kind, is a rival of the one with a number."""
    heard: list[float] = []

    def overheard(question: Question, relevance: Relevance, ranked: Sequence[Found]) -> float:
        heard.append(signs_of(question, relevance, ranked).ahead)
        return 0.0

    Assistant(county._library, sureness_of=overheard).answer("青澧县人民医院新院区内部装修用了多少张床位？")
    assert not heard or heard[0] < MISFIT


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("一九九六年十一月五日", False),
        ("十一月五日前", False),
        ("在五日内答复", True),
        ("为期三年", True),
        ("共设三十五个站点", True),
    ],
)
def test_a_date_in_chinese_figures_is_no_amount(text: str, stated: bool) -> None:
    """Neither the year nor the day of a date counts anything."""
    assert bool(NEEDS[Ask.QUANTITY].search(text)) is stated
