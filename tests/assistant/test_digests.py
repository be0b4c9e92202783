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


SPOKEN = """柏川市人民政府防汛专题会议纪要
2024年8月11日，市长施见明主持召开防汛专题会议。现纪要如下。
一、会议通报的情况
会议指出，防汛工作存在三个突出短板：一是管网老化；二是泵站不足；三是信息不通。
二、发言摘登
卢知远（市水利局党组书记、局长）：水位今年偏高。建议加快蓝淀湖调蓄工程；建议打通断头河9条。
宋青禾（莲港区委副书记、区长）：莲港区受灾最重。我们将从两个方面落实：一是清淤管道60公里；二是腾退违法建筑1.9万平方米。
温若川（副市长）：治理要盯着人。我强调三点：第一，要明确点长；第二，要把钱用在刀刃上；第三，要组织避险演练。
出席：施见明、温若川，市水利局卢知远，莲港区宋青禾。
"""


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("柏川防汛会上，水利局局长提了哪几条建议？", ["蓝淀湖", "断头河"], ["管网老化", "出席"]),
        ("柏川防汛会副市长强调了哪三点？", ["明确点长", "刀刃", "避险演练"], ["管网老化", "清淤"]),
        ("柏川莲港区区长讲了哪两个方面？", ["清淤管道60公里", "1.9万平方米"], ["点长", "泵站不足"]),
    ],
)
def test_who_is_named_by_his_post_is_asked_for_his_own_points(
    question: str, given: list[str], not_given: list[str], over: Callable[[Mapping[str, str]], Assistant]
) -> None:
    """What the meeting enumerates is none of it, and he is not told to have been there."""
    answer = over({"spoken.txt": SPOKEN}).answer(question)
    assert answer.status == "answered"
    for words in given:
        assert words in answer.answer
    for words in not_given:
        assert words not in answer.answer
