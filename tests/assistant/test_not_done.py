"""What was not done: who asks what follows, or whether something may be done all the same, is told its rule."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.rules_asked import not_done
from tests.assistant.conftest import Over

RULES = """沣阳市重大合同审查规定

第一条　市政府各部门的重大合同都要进行合法性审查，确保所有合同经过合法性审查，防范合同风险。
第二条　未经合法性审查的合同，不得提交市政府常务会议研究，不得签署。
第三条　审查人员未认真履行审查职责，造成损失的，依规追究责任。
第四条　审查人员要认真履行审查职责，提高审查质量。
"""


@pytest.fixture(scope="module")
def fengyang(over: Over) -> Assistant:
    """Answers over the rules above."""
    return over({"fengyang-contracts.txt": RULES})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("没经过合法性审查的合同能签吗？", "不得签署"),
        ("审查人员没认真审会怎么样？", "追究责任"),
    ],
)
def test_what_follows_from_what_was_not_done(question: str, words: str, fengyang: Assistant) -> None:
    """The rule for what was not done comes before what is to be done."""
    answer = fengyang.answer(question)
    assert answer.status == "answered", answer.answer
    assert words in answer.answer.split("[1]")[0], answer.answer


def test_what_denies_nothing() -> None:
    """有没有 and 尚未来 ask, and say of nothing that it was not done."""
    assert not_done("有没有补贴？") is None
    assert not_done("企业能不能申请？") is None
    pattern = not_done("没办登记的民宿可以营业吗")
    assert pattern is not None
    assert pattern.search("未依法办理登记的")
    assert not pattern.search("依法登记的民宿可以营业")
