"""Who said it, who gave the speech, and who put forward what a reply answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant import Assistant
from assistant.asking import Ask
from assistant.question import Question


@pytest.mark.parametrize(
    "text",
    [
        "关于第五航权是谁提的？",
        "提出改革专班的是谁？",
        "运输方面谁来讲的？",
        "说要跑试点的那位是什么职务",
        "In which speech is the hub mentioned?",
        "Who talked about the hubs?",
    ],
)
def test_a_speaker_is_asked_for_in_many_words(text: str, reads: Callable[[str], Question]) -> None:
    """And not whom a document is addressed to."""
    question = reads(text)
    assert Ask.SPEAKER in question.asks
    assert Ask.RECIPIENTS not in question.asks


@pytest.mark.parametrize("text", ["那个提案是哪位委员交的", "这条建议是谁提的？", "Who was that reply sent to?"])
def test_who_put_a_matter_forward_is_whom_the_reply_addresses(text: str, reads: Callable[[str], Question]) -> None:
    """A reply (答复, 批复) is addressed to whoever asked for it."""
    assert Ask.RECIPIENTS in reads(text).asks


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("资金自由那篇是谁讲的？", "颜新香"),
        ("是哪位市领导介绍了投资自由的情况？", "朱有清"),
        ("会上发言的副市长是谁？", "葛巧棣"),
        ("谁提到要跑数字人民币试点？", "颜新香"),
    ],
)
def test_a_speech_is_found_by_its_title_its_words_or_the_post(question: str, speaker: str, bundled: Assistant) -> None:
    """The name stands in the quote, too."""
    answer = bundled.answer(question)
    assert answer.status == "answered"
    assert speaker in answer.answer
    assert any(speaker in "".join(citation.quote.split()) for citation in answer.citations)
