"""Kinds and lists that a sentence gives, not a list of headings that share its words."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.kinds_told import tells_kinds
from tests.assistant.conftest import Over

_NOTICE = """潞汀市人民政府办公室关于应急运输车辆悬挂专用标牌有关事项的通知

各县（市、区）人民政府：

现将应急运输车辆悬挂专用标牌有关事项通知如下：

一、专用标牌的核发范围
符合应急运输任务规定的车辆悬挂专用标牌，主要包括物资运输车、人员转运车、冷链运输车、危化品槽罐车等。

二、专用标牌的要素
专用标牌分为长期标牌和临时标牌两种，长期标牌有效期2年，临时标牌有效期30日。

三、专用标牌的审核
审核机构要严格审核以下内容：车辆是否合规；单位是否具备资质；用途是否真实。审核机构要根据不同情形提出同意、不同意、补正后再报的书面审核意见。

四、专用标牌车辆的通行
悬挂专用标牌的车辆执行应急运输任务时优先通行，免收通行费。
"""


@pytest.fixture(scope="module")
def luting(over: Over) -> Assistant:
    """Answers over the notice above."""
    return over({"luting.txt": _NOTICE})


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("潞汀哪几类车可以挂专用标牌？", ["物资运输车", "危化品槽罐车"], ["核发范围", "临时标牌"]),
        ("专用标牌分几种？", ["长期标牌和临时标牌两种"], ["核发范围", "共4项"]),
        ("潞汀专用标牌要审核哪几方面内容？", ["共3项", "车辆是否合规", "用途是否真实"], ["不同意"]),
        ("审核机构可以给出哪几种审核意见？", ["补正后再报"], ["共3项"]),
        ("专用标牌车执行任务时有什么优待？", ["优先通行"], ["共1项"]),
    ],
)
def test_the_sentence_that_gives_them(question: str, words: list[str], others: list[str], luting: Assistant) -> None:
    """Its names, and neither the headings of the paper nor a list of something else."""
    answer = luting.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
    assert not any(word in answer.answer for word in others), answer.answer


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("古树分几级", "古树分为一级、二级、三级三个等级", True),
        ("古树分几级", "古树保护分级负责", False),
        ("哪些船可以免停泊费", "渔政船、救助船、引航船和公务船免收停泊费", True),
        ("哪些船可以免停泊费", "船舶停泊费由港口收取", False),
    ],
)
def test_what_tells_kinds(question: str, text: str, told: bool) -> None:
    """It parts what the question parts, or names three or more in a row."""
    assert tells_kinds(question, text) == told
