"""Digests that open each speech by the speaker's name: who said it, what somebody said, who spoke at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

MINUTES = """澜江市人民政府排水防涝专题会议纪要
2024年9月11日，市长顾砚农主持召开排水防涝专题会议。现纪要如下。
一、议定事项
会议明确，老城区管网改造由市住房城乡建设局负责，于2024年12月底前开工。
二、发言摘登
石维岳（市住房城乡建设局局长）：老城区内涝的病根在地下。建议改造一定要先下游、后上游。
郁知非（市水利局局长）：城市排涝与外河水位直接相关。建议加快南淀湖调蓄工程，它相当于给城市装上一个“大水盆”。
贺兰舟（市应急管理局局长）：这次转移群众没有伤亡，靠的是基层网格员。
三、会议要求
各部门要压实责任。
"""


@pytest.fixture(scope="module")
def minutes(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"minutes.txt": MINUTES})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("澜江防涝会上，是谁说调蓄工程像个大水盆？", ["郁知非"], ["石维岳", "贺兰舟"]),
        ("石维岳在澜江防涝会上提了什么建议？", ["先下游、后上游"], ["大水盆", "网格员"]),
        ("What did He Lanzhou (贺兰舟) say at the Lanjiang flood meeting?", ["网格员"], ["大水盆", "先下游"]),
        ("郁知非在会上讲了什么，他是什么职务？", ["市水利局局长"], ["石维岳"]),
        ("澜江防涝会的发言摘登一共摘了几个人的发言？", ["共3位", "石维岳", "郁知非", "贺兰舟"], ["顾砚农"]),
    ],
)
def test_each_speech_is_its_speakers(question: str, given: list[str], not_given: list[str], minutes: Assistant) -> None:
    """The name is quoted with it."""
    answer = minutes.answer(question)
    assert answer.status == "answered"
    assert [words for words in given if words not in answer.answer] == []
    assert [words for words in not_given if words in answer.answer] == []


def test_what_a_meeting_decides_is_no_speech(minutes: Assistant) -> None:
    """The digest does not take over what is asked of the decisions."""
    answer = minutes.answer("澜江老城区管网改造由谁负责，什么时候开工？")
    assert "市住房城乡建设局" in answer.answer
    assert "2024年12月底前" in answer.answer
    assert "石维岳" not in answer.answer
