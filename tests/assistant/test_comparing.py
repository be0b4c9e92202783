"""Things compared: each is asked for by itself, in all the words that the things have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.comparing import compared_parts
from assistant.parts import PartJudge
from assistant.questions.coordination import Usage, coordination
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Statement, evidence_of_passage
from index.build import ingest
from index.library import Library
from tests.assistant.conftest import Over, opened

DOCUMENTS = Path(__file__).parent / "side_by_side"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Two cities' reports that speak of the same things, and a district's rules, written for these tests."""
    folder = tmp_path_factory.mktemp("side-by-side")
    return Assistant(opened(DOCUMENTS, folder))


@pytest.mark.parametrize(
    ("text", "things", "rest"),
    [
        ("重庆和北京2024年新增就业目标各是多少", ["重庆", "北京"], "2024年新增就业目标各是多少"),
        ("嘉兴、青岛、柳州三个市的增速各定多少", ["嘉兴", "青岛", "柳州"], "的增速各定多少"),
        ("2022年和2025年的目标分别是多少", ["2022年", "2025年"], "的目标分别是多少"),
        (
            "方案里“数据入表”和“数据入股”的责任单位有什么不同",
            ["“数据入表”", "“数据入股”"],
            "方案里的责任单位有什么不同",
        ),
        (
            "抽查里重点检查事项和一般检查事项，比例有什么区别",
            ["重点检查事项", "一般检查事项"],
            "抽查里，比例有什么区别",
        ),
        ("市里的招商方案和区里的就业方案，各是哪天发的", ["市里的招商方案", "区里的就业方案"], "，各是哪天发的"),
        ("2023年合肥市高新技术企业和科技型企业各多少家", ["高新技术企业", "科技型企业"], "2023年合肥市各多少家"),
        ("深圳2011年和哈尔滨2009年这两届运动会谁出钱", ["深圳2011年", "哈尔滨2009年"], "运动会谁出钱"),
        ("保税维修：坏了的货和修剩下的料分别怎么处理", ["坏了的货", "修剩下的料"], "保税维修：分别怎么处理"),
        ("北京的人口和上海的人口各是多少", ["北京的人口", "上海的人口"], "各是多少"),
        ("三大平台和四大创新各是什么", ["三大平台", "四大创新"], "各是什么"),
        ("云上之城和储能之都每年各办多少场活动", ["云上之城", "储能之都"], "每年各办多少场活动"),
        ("Which city planned more trees in 2024, Liuzhou or Wuzhou, and how many?", ["Liuzhou", "Wuzhou"], None),
        ("甘孜 vs 眉山：接待游客分别多少", ["甘孜", "眉山"], "：接待游客分别多少"),
        ("Compare the growth targets of Shanghai, Yunnan and Hebei.", ["Shanghai", "Yunnan", "Hebei"], None),
        (
            "What is the subsidy for national parks versus one for city parks?",
            ["national parks", "one for city parks"],
            "What is the subsidy for ?",
        ),
        (
            "Utilisation rates for recycled water versus mine water?",
            ["recycled water", "mine water"],
            "Utilisation rates for ?",
        ),
        (
            "How do the shares differ between the Lin model and the Mei model in Yunnan?",
            ["Lin model", "Mei model"],
            None,
        ),
        ("Which is larger, retail sales or bulk imports, and by how much?", ["retail sales", "bulk imports"], None),
        (
            "Duty-free licence versus the port for grain and cars: which is first?",
            ["Duty-free licence", "port for grain and cars"],
            None,
        ),
        ("How do the units for the port differ from those for the zone?", ["port", "zone"], None),
    ],
)
def test_each_thing_ends_where_its_kind_ends(text: str, things: list[str], rest: str | None) -> None:
    """A quotation, a year, a place, a noun of the same name; the words in common are nobody's."""
    found = coordination(text)
    assert found is not None
    assert list(found.things) == things
    if rest is not None:
        assert text[: found.start] + text[found.end :] == rest


def test_the_first_to_do_something_is_compared_with_nothing(reads: Callable[[str], Question]) -> None:
    """The first in China ranks nothing, whatever stands side by side after it."""
    assert not compared_parts(reads("Which local bank was the first in China to offer cards and loans?"))


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("柘川2024年出口和进口哪个增长快", ["出口", "进口"]),
        ("柘川城镇和农村居民收入各是多少", ["城镇", "农村"]),
        ("柘川旅游政策 vs 青岛旅游政策，分别最高多少", ["柘川旅游政策", "青岛旅游政策"]),
        ("对A类企业和D类企业的监管措施有什么区别", ["A类企业", "D类企业"]),
    ],
)
def test_what_documents_write_tells_what_is_common(text: str, things: list[str]) -> None:
    """The name that a title opens with and the word that follows both things are of both; a place stays with one of
    two places."""
    written = {("城镇", "居民收入"), ("农村", "居民收入")}
    usage = Usage(lambda word, after: (word, after) in written, lambda word: word == "柘川")
    found = coordination(text, usage)
    assert found is not None
    assert list(found.things) == things


@pytest.mark.parametrize("text", ["参与单位和谐共事吗", "什么时候和谁开会", "目标是多少", "“跑和跳”是什么意思"])
def test_not_everything_joined_is_a_pair_of_things(text: str) -> None:
    """和 inside a word or a quotation, and before an asking word, joins nothing."""
    assert coordination(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("保定和常州哪边的学位多，各多少个？", ["保定学位，多少个？", "常州学位，多少个？"]),
        ("日常检查和专项检查，谁更早？", ["日常检查，什么时候完成？", "专项检查，什么时候完成？"]),
        ("甲类和乙类的比例有什么不同", ["甲类的比例是什么", "乙类的比例是什么"]),
        ("甲类和乙类的补助比例差多少？", ["甲类的补助比例是多少？", "乙类的补助比例是多少？"]),
        (
            "东岭煤矿和西岭煤矿的事故，哪个遇难的人多？",
            ["东岭煤矿的事故，遇难的人，是多少？", "西岭煤矿的事故，遇难的人，是多少？"],
        ),
        ("制造业和采矿业谁增长谁下降？", ["制造业增长，是多少？", "采矿业增长，是多少？"]),
        (
            "Compare Leshan and Yueyang: which one set the higher growth goal for 2024?",
            ["Leshan: growth goal for 2024, how much?", "Yueyang: growth goal for 2024, how much?"],
        ),
        (
            "2024 tree targets of Wuzhou versus Liuzhou: who aimed higher, and what was the area for each?",
            [
                "2024 tree targets of Wuzhou, how much is the area?",
                "2024 tree targets of Liuzhou, how much is the area?",
            ],
        ),
        (
            "Between Chongqing and Beijing, whose 2024 target for new jobs is higher?",
            ["Chongqing, 2024 target for new jobs, how much?", "Beijing, 2024 target for new jobs, how much?"],
        ),
        (
            "What growth do Yunnan and Beijing each target for 2025, and whose goal is the most ambitious?",
            ["What growth do Yunnan target for 2025?", "What growth do Beijing target for 2025?"],
        ),
        (
            "Which did better in exports in 2024, Liuzhou or Wuzhou?",
            ["in exports in 2024, Liuzhou, how much?", "in exports in 2024, Wuzhou, how much?"],
        ),
        ("Compare the quota for 2022 and 2025.", ["the quota for 2022, how much?", "the quota for 2025, how much?"]),
    ],
)
def test_what_ranks_the_things_is_not_asked_of_one(
    text: str, parts: list[str], reads: Callable[[str], Question]
) -> None:
    """Which is more, who is first, what differs: of one thing only its figure, its date, its rule is asked."""
    assert [part.question for part in compared_parts(reads(text))] == parts


@pytest.mark.parametrize(
    "text",
    ["牵头单位和配合单位分别是谁？", "商务局和财政局共同牵头什么？", "低空委员会不算主任、副主任，还有几位？"],
)
def test_what_is_asked_for_side_by_side_is_one_question(text: str, reads: Callable[[str], Question]) -> None:
    """Two fields of one task, units that act together, what is left out."""
    assert compared_parts(reads(text)) == ()


def test_several_names_in_quotation_marks_are_asked_about_one_by_one(reads: Callable[[str], Question]) -> None:
    """How much it is of “甲” and “乙” is asked of each; what they are together, or to each other, of both."""
    asked = compared_parts(reads("“云上之城”和“芯光谷”每年要办多少场对接活动"))
    assert [part.question for part in asked] == ["“云上之城”每年要办多少场对接活动", "“芯光谷”每年要办多少场对接活动"]
    assert compared_parts(reads("“云上之城”和“芯光谷”每年一共要办多少场对接活动")) == ()
    assert compared_parts(reads("“云上之城”和“芯光谷”是什么关系")) == ()


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("保定和常州2024年GDP增速目标各定多少，谁更高？", ["保定：", "5.8%", "常州：", "6.2%"], []),
        ("2023年保定和常州接待游客分别多少？", ["2310万", "8120万"], ["180公里"]),
        (
            "保定和常州的“三公”经费分别减了百分之几？压减的一般性支出又各是多少？",
            ["2.4%", "6.1%", "1.7亿", "5.3亿"],
            [],
        ),
        ("Compare the 2024 GDP growth targets of Baoding and Changzhou.", ["5.8%", "6.2%"], []),
        ("日常检查跟专项检查，各多久开展一回？", ["每季度", "每两年"], []),
    ],
)
def test_every_thing_is_answered_from_where_it_stands(
    question: str, words: list[str], others: list[str], reports: Assistant
) -> None:
    """Each under its name, of its own document."""
    answer = reports.answer(question)
    assert answer.status == "answered", answer.answer
    for word in words:
        assert word in answer.answer
    for other in others:
        assert other not in answer.answer


def test_a_thing_that_nothing_is_said_of_is_named(reports: Assistant) -> None:
    """The other one is answered all the same."""
    answer = reports.answer("保定和苏州2024年城镇新增就业目标各是多少？")
    assert answer.status == "partial"
    assert "4.6万" in answer.answer
    assert "苏州：" in answer.answer
    assert "11.5万" not in answer.answer


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            "Compare the city's spending on roads and bridges in 2023 with what it aimed at for 2024.",
            ["spending on roads and bridges in 2023", "spending on roads and bridges target for 2024"],
        ),
        ("Compare retail sales in 2022 with 2023.", ["retail sales in 2022", "retail sales for 2023"]),
    ],
)
def test_two_years_are_two_things(text: str, questions: list[str], reads: Callable[[str], Question]) -> None:
    """What one year reached and another is to reach is asked year by year, all of it each time."""
    parts = compared_parts(reads(text))
    assert len(parts) == len(questions)
    assert all(question in part.question for part, question in zip(parts, questions, strict=True)), parts


def test_things_of_the_turn_before_are_not_compared(reads: Callable[[str], Question]) -> None:
    """The topic that a follow-up opens with may hold an "and"; only what is asked after it is compared."""
    parts = compared_parts(reads("“引导和鼓励企业运用先进方法”：到2025年全国的和全省的各要有多少项？"))
    assert [part.thing for part in parts] == ["全国的", "全省的"]
    assert all(part.question.startswith("“引导和鼓励企业运用先进方法”：") for part in parts)


def test_what_is_held_more_often_is_asked_of_each(reads: Callable[[str], Question]) -> None:
    """The words before the last comma belong to both alternatives, and how often is what is asked of each."""
    parts = compared_parts(reads("Which meeting is held more often under the rules, the plenary or the executive one?"))
    assert [part.thing for part in parts] == ["plenary", "executive one"]
    assert all(part.question.endswith("how often?") for part in parts)


BULLETIN = """苇河市2024年国民经济和社会发展统计公报

苇河市统计局
2025年3月18日

一、综合

全年地区生产总值1402.5亿元。城镇新增就业2.7万人。年末参加城镇职工基本养老保险71.3万人，参加城乡居民基本养老保险98.4万人。

二、对外经济

全年货物进出口总额214.6亿元。其中，出口158.2亿元，增长9.4%；进口56.4亿元，增长1.8%。

三、人民生活

按常住地分，城镇居民人均可支配收入45210元，增长4.1%；农村居民人均可支配收入23178元，增长6.9%。
"""


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [
        ("苇河2024年出口和进口哪个增长快？", ["（1）出口：", "9.4%", "（2）进口：", "1.8%"], "就业"),
        ("苇河城镇和农村居民收入哪个增得快？", ["4.1%", "6.9%"], "养老保险"),
    ],
)
def test_two_figures_of_one_paper_are_told_from_it(question: str, words: list[str], other: str, tmp_path: Path) -> None:
    """The paper's place is of both figures, and what people earn is told per head."""
    (tmp_path / "weihe.txt").write_text(BULLETIN, encoding="utf-8")
    ingest([tmp_path / "weihe.txt", DOCUMENTS], tmp_path / "data")
    answer = Assistant(Library.open(tmp_path / "data")).answer(question)
    assert answer.status == "answered"
    for word in words:
        assert word in answer.answer
    assert other not in answer.answer


def test_one_sentence_gives_the_figures_of_both_things(over: Over) -> None:
    """What answers one of two things answers the other, too, where a clause of it has its figure."""
    assistant = over(
        {
            "water.txt": "霁川市2031年节水行动方案\n\n一、主要目标\n完善节水制度，健全计量体系。\n"
            "力争流域再生水利用率达到61%以上、矿井疏干水利用率达到72%以上。\n二、保障措施\n加强组织领导，压实各方责任。\n",
            "data.txt": "霁川市数据安全行动计划\n\n一、主要目标\n到2031年，算力规模大幅提升。\n"
            "先进存储容量占比达到33%以上，重点行业核心数据灾备覆盖率达到99%。\n二、保障措施\n加强组织领导。\n",
        }
    )
    for question, figures in (
        ("霁川市节水行动里再生水和矿井疏干水，利用率各定多少？", ("61%", "72%")),
        ("霁川市数据安全行动计划对数据灾备和先进存储的占比各提了多少的要求？", ("99%", "33%")),
    ):
        answer = assistant.answer(question)
        assert answer.status == "answered", question
        assert all(figure in answer.answer for figure in figures), answer.answer


@pytest.mark.parametrize(("thing", "told"), [("矿井疏干水", True), ("海水淡化", False), ("计量体系", False)])
def test_a_clause_with_a_figure_tells_of_the_other_thing(thing: str, told: bool, tmp_path: Path) -> None:
    """A sentence found for one thing gives the figure of another one that a clause with a figure names, of no other."""
    text = "霁川市节水方案\n\n一、目标\n健全计量体系，力争再生水利用率达到61%以上、矿井疏干水利用率达到72%以上。\n"
    (tmp_path / "water.txt").write_text(text, encoding="utf-8")
    assert not ingest([tmp_path / "water.txt"], tmp_path / "data").failed
    library = Library.open(tmp_path / "data")
    (passage,) = (one for one in library.passages("water") if "再生水" in one.text)
    found = Draft("answered", (Statement(passage.text, (evidence_of_passage(passage, passage.span),)),))
    part = Assistant(library).understand(f"{thing}利用率目标是多少？")
    assert PartJudge(library, 0.4).figured_of(thing, part, found) is told


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "In the port plan, who leads cold storage versus who leads the rail yard?",
            "In the port plan, who leads cold storage?",
            "In the port plan, who leads the rail yard?",
        ),
        (
            "What is the maximum subsidy for a provincial data platform versus one for a city?",
            "What is the maximum subsidy for a provincial data platform?",
            "What is the maximum subsidy for a provincial data platform for a city?",
        ),
        ("Lixi plan: when is the port due vs when is the zone due", "Lixi plan: when is the port due?", None),
    ],
)
def test_both_sides_of_an_opposition_are_asked_in_full(
    text: str, first: str, second: str | None, reads: Callable[[str], Question]
) -> None:
    """Questions on both sides are asked as they are; a second thing called "one" has its noun."""
    one, two = compared_parts(reads(text))
    assert one.question == first
    assert second is None or two.question == second
