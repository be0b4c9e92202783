"""What stands near the thing that is asked for and is not it: refused, or said to be missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.language.money import money_asked, speaks_of_money
from assistant.language.particulars import asks_particular
from assistant.matching.relevance import Relevance
from assistant.parts import PartJudge
from assistant.questions.asking import Ask, what_is_asked
from assistant.wording.findings import Draft, Statement, evidence_of_record
from index.build import ingest
from index.library import Library

PLAN = """青岚市家用机器人产业三年行动计划（2024—2026年）

一、主要目标。到2026年，家用机器人产业营业收入突破120亿元，培育整机企业15家，出口额达到18亿元。
二、建设青岚机器人测试中心。2024年10月底前建成，面积1.6万平方米，由市科技局负责。项目总投资2.4亿元。
三、设立产业人才专项。对引进的领军人才，每人给予80万元奖励，合同期不少于3年。
四、成立青岚市机器人产业专家委员会，办公室设在市科技局，市科技局局长兼任办公室主任。
五、市民可以到体验馆参观，体验馆位于滨海路。办好R2D嘉年华，2025年5月开幕。
六、建设Q5X试验场，占地60亩。试验场土地由市国土集团出让，按年收取租金。
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers over the plan above."""
    folder = tmp_path_factory.mktemp("plan")
    (folder / "robots.txt").write_text(PLAN, encoding="utf-8")
    ingest([folder / "robots.txt"], folder / "data")
    return Assistant(Library.open(folder / "data"))


@pytest.mark.parametrize(
    "question",
    [
        "培育一家机器人整机企业奖励多少钱？",
        "机器人体验馆的门票多少钱一张？",
        "机器人产业专家委员会委员一届任期几年？",
        "机器人测试中心是哪位建筑师设计的？",
        "专家委员会由哪位副市长牵头？",
        "专家委员会的办公室主任叫什么名字？",
        "机器人测试中心每年要付多少租金？",
        "What is the ticket price of the robot experience hall (体验馆)?",
    ],
)
def test_what_is_near_is_not_the_answer(question: str, plan: Assistant) -> None:
    """A sum of sales is no award, a hall no fare, an office no person, a project no architect,
    a post no name."""
    answer = plan.answer(question)
    assert answer.status == "not_found"
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("引进一名机器人领军人才给多少奖励？", "80万元"),
        ("机器人测试中心总投资多少？", "2.4亿元"),
        ("领军人才的合同要签几年？", "3年"),
        ("R2D嘉年华哪年哪月开幕？", "2025年5月"),
        ("Q5X试验场占地多少亩？", "60亩"),
    ],
)
def test_what_is_stated_is_still_given(question: str, value: str, plan: Assistant) -> None:
    """The same kinds of questions are answered where the document does say it."""
    answer = plan.answer(question)
    assert answer.status == "answered"
    assert value in answer.answer


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("When do the rules for the robot subsidies expire?", False),
        ("研发经费占比2.3%那个数，是哪一年的？", False),
        ("哪些单位负责专项经费的审核？", False),
        ("研发经费一共多少？", True),
        ("谁牵头，有预算吗？", True),
        ("Does the plan state a budget?", True),
        ("What is the maximum grant per project?", True),
    ],
)
def test_money_that_is_only_mentioned_is_not_asked_for(question: str, asked: bool) -> None:
    """A money noun beside another question word is a part of what the question is about."""
    assert (Ask.BUDGET in what_is_asked(question).asks) is asked


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("What is the GDP target of Qinglan for 2030?", Ask.QUANTITY),
        ("What interest rate applies to the robot loan?", Ask.QUANTITY),
        ("机器人节几号开幕", Ask.DEADLINE),
        ("委员任期几年", Ask.QUANTITY),
        ("Who has been named director of the centre?", Ask.PERSON),
        ("Who is the head of the leading group?", Ask.PERSON),
        ("由哪位副市长分管？", Ask.PERSON),
        ("What is a comprehensive pilot area?", Ask.DEFINITION),
        ("九五那几年投资怎么安排的", Ask.CONTENT),
    ],
)
def test_the_kind_of_value_is_read_from_the_question(question: str, ask: Ask) -> None:
    """A rate, a fare, a term are figures; 几号 is a day; a head or a director is a person."""
    assert what_is_asked(question).asks == {ask}


def test_kinds_of_money_differ() -> None:
    """A sentence on trade speaks of no award; without a kind any amount will do."""
    award = money_asked("每个品牌奖励多少万元")
    assert not speaks_of_money("年出口交易额突破1800亿元", award)
    assert speaks_of_money("对获评企业一次性给予50万元", award)
    spent = money_asked("一共花多少钱")
    assert not speaks_of_money("实现经济效益900万元", spent)
    assert speaks_of_money("投资4800万元", spent)
    assert money_asked("一共多少钱") is None
    assert speaks_of_money("年出口交易额突破1800亿元", None)


def test_a_name_with_digits_in_it_is_one_word(written_library: Library) -> None:
    """C2M中心 is not any centre with an M in its name, and FP16 no F."""
    words = {term.word.upper() for term in Relevance("C2M中心 AI算力（FP16） 5G基站", written_library).terms}
    assert {"C2M", "FP16", "AI"} <= words
    assert not words & {"M", "F", "C2", "P16"}


@pytest.mark.parametrize(
    ("question", "stated", "missing"),
    [
        ("青岚机器人测试中心面积多大，钱从哪个账户拨付？", "1.6万平方米", "账户"),
        ("How large is the 青岚机器人测试中心, and which manufacturer supplies it?", "1.6万平方米", "manufacturer"),
        ("R2D嘉年华什么时候开幕，都在哪些城市巡演？", "2025年5月", "城市"),
    ],
)
def test_one_thing_in_particular_is_said_to_be_unstated(
    question: str, stated: str, missing: str, plan: Assistant
) -> None:
    """The part that is stated is given, the other one named, though its kind is open."""
    answer = plan.answer(question)
    assert answer.status == "partial", answer.answer
    assert stated in answer.answer
    assert missing in answer.answer


@pytest.mark.parametrize(
    ("text", "particular"),
    [
        ("都摆在哪些城市", True),
        ("由哪家厂供货", True),
        ("从哪个账户拨付", True),
        ("在部门里排第几", True),
        ("which manufacturer will supply them", True),
        ("有哪些措施", False),
        ("以哪个为准", False),
        ("哪两种奖不算在里头", False),
        ("哪个高", False),
        ("按哪几个因素划", False),
        ("what does it say", False),
    ],
)
def test_what_asks_for_one_thing_in_particular(text: str, particular: bool) -> None:
    """A town is told by a town only; what is done by whatever is said of the matter."""
    assert asks_particular(text) is particular


@pytest.mark.parametrize(("asked", "told"), [("由哪家机构验收", False), ("由哪家机构负责", True)])
def test_who_answers_for_a_task_is_not_who_checks_it_in_the_end(asked: str, told: bool, tmp_path: Path) -> None:
    """A part for whoever inspects or supplies is told by a text that says so, and by no unit of the task."""
    (tmp_path / "robots.txt").write_text(PLAN, encoding="utf-8")
    ingest([tmp_path / "robots.txt"], tmp_path / "data")
    library = Library.open(tmp_path / "data")
    record = next(one for one in library.records() if "市科技局" in one.units)
    part = Assistant(library).understand(f"“青岚机器人测试中心”：{asked}？")
    found = Draft("answered", (Statement("由市科技局负责", evidence_of_record(record)),), tasks=(record,))
    assert PartJudge(library, 0.4).speaks_of(part, found) is told
