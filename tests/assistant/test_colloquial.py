"""Asking words as they are spoken ask what the written ones ask."""

from __future__ import annotations

import pytest

from assistant.questions.colloquial import written


@pytest.mark.parametrize(
    ("spoken", "meant"),
    [
        ("啥时候印发的", "什么时候印发的"),
        ("哪个时候之前完成", "什么时候之前完成"),
        ("这是干啥的", "这是干什么的"),
        ("有啥子好处", "有什么好处"),
        ("几多亿", "多少亿"),
        ("什么时间印发的", "什么时候印发的"),
        ("拢共几条", "一共几条"),
        ("咋样才算数", "怎么样才算数"),
        ("What number of banks joined?", "how many banks joined?"),
        ("What is the total number of the banks?", "how many banks?"),
        ("What amount of money is it?", "how much money is it?"),
    ],
)
def test_spoken_asking_words_are_written(spoken: str, meant: str) -> None:
    """In either language."""
    assert written(spoken) == meant


@pytest.mark.parametrize(
    "text", ["哪个时间节点", "哪个单位牵头", "令人咋舌", "那会儿的规定", "the number of banks rose"]
)
def test_other_words_stay(text: str) -> None:
    """What only looks like them is no asking word."""
    assert written(text) == text
