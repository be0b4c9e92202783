"""What a question presupposes of its answer: the kind of figure, and the place whose papers may tell it."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.asking import Ask, what_is_asked
from assistant.figure_kinds import Kind, figures, has_kind, kind_asked
from assistant.homes import names_of
from tests.assistant.conftest import Over

HOSPITAL = """青澧县人民政府办公室关于印发青澧县2025年重点工程任务的通知

一、县人民医院新院区完成内部装修工程量的60%，由县卫生健康局负责，2025年11月底前完成。
二、城区新增停车泊位1150个。鼓励银行开发“青澧贷”，贷款期限最长15年。
三、县人民医院现有医师210名，全年门诊量38万人次。
四、督查组上半年共发现问题29个，其中已整改12个、正在整改17个。
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
        ("进出口额比上年增长多少", None),
        ("修多少公里路，装多少盏灯", None),
        ("How many kilometres long is it?", None),
        ("要做到多大规模", None),
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
    assert names_of("国务院关于行政区划的决定", "国务院") == frozenset()


def test_another_place_answers_nothing_for_a_county(county: Assistant) -> None:
    """The district's exports are not the county's; asked for itself, the district is told of."""
    assert county.answer("青澧县跨境电商出口额是多少？").status == "not_found"
    assert "53.7亿元" in county.answer("柳澧新区跨境电商出口额是多少？").answer


@pytest.mark.parametrize(
    "question", ["青澧县督查一共查出多少 problems，fixed 了几个？", "青澧新开了哪条班车线路，头一趟几号发？"]
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
