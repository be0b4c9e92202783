"""Follow-ups that name something beside what they ask, or that could be asked of any document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.language.limits import limit_asked
from tests.assistant.conftest import Converse

Over = Callable[[Mapping[str, str]], Assistant]

PORT = """海澜市冷链口岸扶持办法
海澜市商务局
第一章 总则
第一条 为支持冷链进口，海澜市制定本办法。
第二条 申请认定冷链企业的，应当具备下列条件：冷库使用面积不少于900平方米；专职质检人员不少于12人。
第二章 补助
第三条 冷链企业新建冷库的，按投资额的15%给予补助。一家企业一年最高补助260万元。
第四条 企业查验费用在2000万元以下的全部由财政承担。
第六条 2024年认定冷链企业40家。2025年认定冷链企业65家。海澜市2023年进口蓝莓产值8亿元，进口樱桃产值21亿元。
第七条 查验平台由海澜海关负责，2024年9月底前建成。追溯平台由海澜海关负责，2025年3月底前建成。
"""
OTHER = """沙原市人才发展报告
沙原市人力资源和社会保障局
2024年全市专职质检人员达到3400人，其中具有本科以上学历的占比为61%。冷库从业人员5200人。
2024年全市樱桃产值3亿元。企业一年补助总额9亿元，单个企业最高补助50万元。
"""


@pytest.fixture(scope="module")
def cities(over: Over) -> Assistant:
    """The measures of one invented city and a report of another that speaks of the same things."""
    return over({"hailan-cold-chain.txt": PORT, "shayuan-talent.txt": OTHER})


@pytest.mark.parametrize(
    ("before", "follow_up", "words", "other"),
    [
        ("海澜市申请认定冷链企业冷库面积要多少？", "还有专职质检人员要多少人？", "12人", "3400人"),
        ("海澜市新建冷库按投资额补助多少？", "那单个企业一年最高补助多少？", "260万元", "50万元"),
        ("海澜市2023年进口蓝莓产值多少？", "那樱桃呢，是多少？", "21亿元", "3亿元"),
        ("海澜市查验平台由谁负责？", "那追溯平台呢，也是它吗，什么时候建成？", "海澜海关", "2024年9月"),
        ("海澜市2024年认定多少家冷链企业？", "不是，我要的是2025年的", "65家", "40家"),
    ],
)
def test_a_follow_up_is_asked_of_what_the_conversation_is_about(
    before: str, follow_up: str, words: str, other: str, cities: Assistant, converse: Converse
) -> None:
    """What it names takes the place of its like, what it adds is asked too, and another city does not answer."""
    answer = converse(cities, [before, follow_up])[-1]
    assert answer.status == "answered", (answer.standalone_question, answer.answer)
    assert words in answer.answer, answer.standalone_question
    assert other not in answer.answer, answer.standalone_question


def test_another_kind_takes_the_place_of_the_kind_before(cities: Assistant, converse: Converse) -> None:
    """ "上了失信名单的呢" leaves out the noun: what was asked of the one kind is asked of the other."""
    answer = converse(cities, ["守信的企业查验时有什么好处？", "上了失信名单的呢？"])[-1]
    assert answer.standalone_question == "上了失信名单的企业查验时有什么好处？"


def test_a_fragment_in_english_asks_what_was_asked_before(cities: Assistant, converse: Converse) -> None:
    """ "And for …?" has no question word: it asks for the same of something else."""
    answer = converse(cities, ["How many 冷链企业 are to be recognised in Hailan in 2024?", "And in 2025?"])[-1]
    assert "65家" in answer.answer, answer.standalone_question


def test_the_most_is_not_told_by_another_figure(cities: Assistant) -> None:
    """Who asks for the ceiling of a grant is told the ceiling, not the share."""
    answer = cities.answer("海澜市新建冷库补助一家企业封顶多少？")
    assert "260万元" in answer.answer
    assert "15%" not in answer.answer


@pytest.mark.parametrize(
    ("question", "text", "states"),
    [
        ("单户封顶多少？", "单户贷款本金不超过1000万元", True),
        ("单户封顶多少？", "授信总额50亿元", False),
        ("What is the maximum grant?", "最高给予200万元", True),
        ("面积至少要多少？", "使用面积不少于600平方米", True),
    ],
)
def test_limits_are_stated_in_a_few_ways(question: str, text: str, *, states: bool) -> None:
    """最高, 不超过 and 以内 state the most, 不少于 and 以上 the least."""
    limit = limit_asked(question)
    assert limit is not None
    assert bool(limit.search(text)) is states


@pytest.mark.parametrize("question", ["哪个市最多？", "补助多少？", "At least or at most how many?"])
def test_a_question_without_a_limit_asks_for_none(question: str) -> None:
    """哪个最多 ranks; what asks for both limits is not answered by one."""
    assert limit_asked(question) is None
