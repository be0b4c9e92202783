"""What a follow-up names in place of what is of the same kind in the question before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.questions.substitution import put_in
from assistant.types import Turn
from index.build import ingest
from index.library import Library

DOCUMENTS = Path(__file__).parent / "side_by_side"


@pytest.mark.parametrize(
    ("fragment", "before", "alone"),
    [
        ("2024年", "2023年合肥新建多少公里？", "2024年合肥新建多少公里？"),
        ("南京", "2023年合肥市新建多少公里？", "2023年南京新建多少公里？"),
        ("南京，2025年的", "合肥2024年加装电梯多少部？", "南京2025年加装电梯多少部？"),
        ("进口", "综试区2022年出口目标是多少", "综试区2022年进口目标是多少"),
        ("10亿以上的", "年进口50亿以上的企业几家", "年进口10亿以上的企业几家"),
        ("第二个", "治理分三个行动，第一个是哪几年？", "治理分三个行动，第二个是哪几年？"),
        ("省级的", "首次入选国家级名录奖多少？", "首次入选省级名录奖多少？"),
        ("三级", "临江市Ⅱ级响应多久报一次？".replace("Ⅱ", "II"), "临江市三级响应多久报一次？"),
        ("农村食堂", "城区食堂补多少", "农村食堂补多少"),
        ("“数据入股”", "方案里“数据入表”谁负责？", "方案里“数据入股”谁负责？"),
        ("Inner Mongolia", "What is Harbin's growth target?", "What is Inner Mongolia's growth target?"),
        ("Chongqing's", "What is Wuzhou's growth target?", "What is Chongqing's growth target?"),
        ("in Garze", "What jobless rate does Liuzhou aim for?", "What jobless rate does Garze aim for?"),
    ],
)
def test_a_thing_takes_the_place_of_its_like(fragment: str, before: str, alone: str) -> None:
    """Everything else that the question before said is asked again."""
    assert put_in(fragment, before) == alone


@pytest.mark.parametrize(
    ("fragment", "before"),
    [
        ("公园", "2023年新建多少学校？"),
        ("2024年的公园", "2023年新建多少学校？"),
        ("海关", "商务局牵头哪些任务"),
        ("2023年", "2023年新建多少学校？"),
    ],
)
def test_what_has_no_like_is_not_put_anywhere(fragment: str, before: str) -> None:
    """A park is no school; what stands there already changes nothing."""
    assert put_in(fragment, before) is None


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Two cities' reports that speak of the same things, and a district's rules, written for these tests."""
    folder = tmp_path_factory.mktemp("side-by-side")
    assert not ingest([DOCUMENTS], folder).failed
    return Assistant(Library.open(folder))


@pytest.mark.parametrize(
    ("questions", "words", "others"),
    [
        (["保定2023年接待游客多少人次？", "那常州呢？"], ["8120万"], ["2310万"]),
        (["保定2024年要新增多少公办幼儿园学位？", "那住宅电梯要装多少部"], ["410部"], ["950部"]),
        (["常州2024年要新增多少公办幼儿园学位？", "城镇新增就业的目标是多少？"], ["11.5万"], ["4.6万"]),
        (
            ["How many visitors did Changzhou receive in 2023?", "And what is the growth target for GDP?"],
            ["6.2%"],
            ["5.8%"],
        ),
        (["保定压减一般性支出多少？", "不对，我要问的是常州"], ["5.3亿"], ["1.7亿"]),
        (["日常检查多久一次？", "那专项检查呢"], ["每两年"], ["每季度"]),
        (["保定2024年GDP增速目标是多少？", "换个话题，甲类企业的抽查比例是多少？"], ["5%"], ["5.8%"]),
    ],
)
def test_a_conversation_stays_where_it_is(
    questions: list[str], words: list[str], others: list[str], reports: Assistant
) -> None:
    """A follow-up that names no other city means the one that was spoken of; one that names another means that."""
    turns: list[Turn] = []
    for question in questions:
        turns.append(Turn(question, reports.answer(question, turns=turns, conversation_id="c")))
    answer = turns[-1].answer
    assert answer.status == "answered", answer.answer
    for word in words:
        assert word in answer.answer
    for other in others:
        assert other not in answer.answer
