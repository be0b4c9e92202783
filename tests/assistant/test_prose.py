"""How official prose says things: definitions, enumerations inside sentences, several figures at once, members."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.language.definitions import explained
from assistant.language.posts import is_member
from assistant.language.series import enumerates, lists
from corpus.localities import localities
from index.build import ingest
from index.library import Library

PROSE = Path(__file__).parent / "prose"


@pytest.fixture(scope="module")
def prose(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """A city's measures and another city's report, written for these tests; both speak of the same things."""
    folder = tmp_path_factory.mktemp("prose")
    report = ingest([PROSE], folder)
    assert not report.failed, report.failed
    return Assistant(Library.open(folder))


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("什么是数字商贸主体？", ["企业和个体工商户"], []),
        ("数字商贸主体包括哪些？", ["企业和个体工商户"], []),
        ("为什么设立数字商贸发展基金？", ["融资难"], []),
        ("数字商贸发展基金有多大规模？", ["5亿元"], ["402亿元"]),
        ("审查机构要审查哪些内容？", ["是否在本市登记", "是否真实", "虚假宣传", "按期报送"], ["20个工作日"]),
        ("哪些事项不用审查？", ["涉密项目", "应急采购"], ["虚假宣传"]),
        ("扬州数字商贸要处理好哪三对关系？", ["平台与实体", "效率与公平", "开放与安全"], []),
        ("数字商贸“下乡村”具体做什么？", ["培训农村主播"], ["海外", "系统改造"]),
        ("促进委员会里财政局派的是哪位？", ["郑岩"], ["周建国", "钱小可"]),
        ("Who is the secretary-general of the digital commerce promotion committee?", ["吴文清"], ["周建国"]),
    ],
)
def test_prose_is_read_as_it_is_written(question: str, words: list[str], others: list[str], prose: Assistant) -> None:
    """The sentence, the whole enumeration or the one member that was asked for, and not its neighbours."""
    answer = prose.answer(question)
    assert answer.status == "answered", answer.answer
    for word in words:
        assert word in answer.answer
    for other in others:
        assert other not in answer.answer


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [
        ("洛阳的仓储补贴资金是多少？", "9000万元", "1.2亿元"),
        ("扬州的仓储补贴不低于多少？", "1.2亿元", "9000万元"),
        ("What does Luoyang set aside for warehousing subsidies?", "9000万元", "1.2亿元"),
    ],
)
def test_a_document_of_another_city_does_not_answer(question: str, words: str, other: str, prose: Assistant) -> None:
    """The city that a question names decides whose figure is given, in both languages."""
    answer = prose.answer(question)
    assert words in answer.answer
    assert other not in answer.answer


@pytest.mark.parametrize("question", ["扬州地铁日均客流多少人次？", "青岛新增就业多少人？"])
def test_what_only_another_city_states_is_not_found(question: str, prose: Assistant) -> None:
    """A neighbour's figure is no answer."""
    answer = prose.answer(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    "question", ["洛阳农村路灯去年装了多少，今年再装多少？", "洛阳农村路灯2023年和2024年各安装多少盏？"]
)
def test_each_year_that_is_asked_for_has_its_figure(question: str, prose: Assistant) -> None:
    """In a report 今年 is the year that it plans, 去年 the one that it looks back on."""
    answer = prose.answer(question)
    assert answer.status == "answered"
    assert "9113盏" in answer.answer
    assert "6000盏" in answer.answer


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [("洛阳今年新增就业的目标是多少人？", "7.5万人", "8.3万人"), ("洛阳去年新增就业多少人？", "8.3万人", "7.5万人")],
)
def test_the_year_decides_which_figure_is_given(question: str, words: str, other: str, prose: Assistant) -> None:
    """The same words stand in the review and in the plan."""
    answer = prose.answer(question)
    assert words in answer.answer
    assert other not in answer.answer


def test_what_is_left_out_is_no_answer(prose: Assistant) -> None:
    """（略） says nothing, and sentences of other matters in the same passage are not given along."""
    answer = prose.answer("洛阳客运枢纽建设项目有什么内容？")
    assert "略" not in answer.answer
    assert "生产总值" not in answer.answer


def test_a_heading_alone_is_no_answer(tmp_path: Path) -> None:
    """What stands under it was left out of the printed text, so the reply to the proposal is not stated."""
    (tmp_path / "reply.txt").write_text(
        "澜江省人民政府办公厅关于人大代表建议办理情况的通报\n一、关于澜江新机场建设项目问题。\n（略）\n"
        "二、关于长江上游治污问题。\n省生态环境厅将于2025年底前编制完成治污规划。\n",
        encoding="utf-8",
    )
    ingest([tmp_path / "reply.txt"], tmp_path / "data")
    assistant = Assistant(Library.open(tmp_path / "data"))
    assert "关于澜江新机场建设项目问题" not in assistant.answer("澜江新机场那个项目最后给了什么答复？").answer


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("本意见所称政务新媒体，是指各级行政机关开设的账号。", ("政务新媒体",)),
        ("所谓“一网通办”，就是一次登录、全网办理。", ("一网通办",)),
        ("“5”即建设五个窗口。", ()),
        ("国家综合性消防救援队伍（以下简称消防队伍）承担救援任务。", ("消防队伍",)),
        ("各部门要指导企业用好政策，即可申报。", ()),
    ],
)
def test_what_a_sentence_explains(sentence: str, terms: tuple[str, ...]) -> None:
    """The word before 是指, 就是 and 即, and the one in 以下简称; 指导 and 即可 explain nothing."""
    assert explained(sentence) == terms


def test_a_list_in_a_sentence_is_told_from_a_mere_sentence() -> None:
    """Three names in a row, or 一是…二是…, or a noun with 以下 or 等."""
    assert (
        enumerates("政策包括土地、税收、金融等方面。")
        > enumerates("土地、税收、金融都很重要。")
        > enumerates("意义重大。")
    )
    assert enumerates("要做到：一是稳增长，二是保民生。") == 1.0
    assert lists("应当审查以下内容：主体是否合法。", "内容")
    assert lists("会议纪要、工作方案等文件不需要审查。", "文件")
    assert not lists("审查文件的内容。", "内容")


def test_localities_are_named_by_their_short_names() -> None:
    """济南市 and 济南 are one."""
    assert localities("济南市和山东省的方案") == {"济南", "山东"}
    assert localities("加快数字商贸发展") == frozenset()


def test_a_member_is_a_name_with_a_post() -> None:
    """With or without the role before it; a sentence that mentions a post is none."""
    assert is_member("秘书长：朱之文　　教育部副部长")
    assert is_member("郑　岩　　市财政局副局长")
    assert not is_member("由市财政局局长负责落实。")
