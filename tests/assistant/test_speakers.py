"""Who said it, who gave the speech, and who put forward what a reply answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.language.speaker_attribution import speaker_before
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from corpus.types import Span
from index.build import ingest
from index.library import Library


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
        ("说要跑数字人民币试点的那位是什么职务 叫什么", "颜新香"),
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


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Two mayors' reports and the minutes of a meeting, written for these tests."""
    folder = tmp_path_factory.mktemp("spoken")
    assert not ingest([Path(__file__).parent / "side_by_side"], folder).failed
    return Assistant(Library.open(folder))


@pytest.mark.parametrize(
    ("question", "name", "others"),
    [
        ("谁说设备采购不搞“大水漫灌”？", "许静宜（云川港务集团总经理）", ["骆文博"]),
        ("内河航道疏浚不能再拖是谁讲的？", "骆文博（市交通运输局局长）", ["许静宜"]),
        ("谁介绍二期泊位完成投资2.1亿元的？", "许静宜", ["骆文博"]),
        ("“群众家里的小事就是政府案头的大事”是谁说的？", "赵闻远", ["孙亦凡"]),
        ("Who delivered the Changzhou government work report, and on which date?", "孙亦凡", ["赵闻远"]),
        ("常州市的政府工作报告是哪位市长、哪天作的？", "2024年1月18日", ["赵闻远"]),
    ],
)
def test_who_has_the_word_is_told_by_the_text(question: str, name: str, others: list[str], spoken: Assistant) -> None:
    """In minutes the last one named, in a report whoever gives it; the words that show it are cited."""
    answer = spoken.answer(question)
    assert answer.status == "answered"
    assert name in answer.answer
    for other in others:
        assert other not in answer.answer
    assert any(re.split("[（(]", name)[0] in re.sub(r"\s", "", citation.quote) for citation in answer.citations)


def test_what_the_meeting_says_is_nobodys(spoken: Assistant) -> None:
    """会议指出 ends the word of the one who was named before."""
    answer = spoken.answer("谁说要把安全生产摆在首位？")
    assert "许静宜" not in answer.answer
    assert "骆文博" not in answer.answer


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市财政局副局长冯月岚表示，资金要跟着绩效走。", "冯月岚"),
        ("县教育局局长欧阳清在会上强调，开学前要完成检修。", "欧阳清"),
        ("局长负责制要求各单位按期报送。", None),
        ("会议强调，要抓好落实。", None),
        ("各组组长应及时反映，不得拖延。", None),
        ("办公室主任向市政府汇报，每月一次。", None),
    ],
)
def test_a_name_stands_between_a_post_and_a_word_of_saying(text: str, name: str | None) -> None:
    """A post alone, or a meeting, is nobody's name."""
    whole = Span(0, len(text))
    found = speaker_before(text, whole, whole)
    assert (found.name if found else None) == name


def test_the_speaker_of_a_title_is_told_with_the_post(bundled: Assistant) -> None:
    """Asked by name: on what somebody spoke, and as what."""
    answer = bundled.answer("葛巧棣讲的是哪一块，什么职务？")
    assert "贸易自由顶层设计" in answer.answer
    assert "副市长" in answer.answer


def test_a_post_is_asked_for_by_its_own_part_alone(bundled: Assistant) -> None:
    """Asked for the post and then for a figure of the speech, both are told: the word for a post is no word of the
    second part."""
    answer = bundled.answer("葛巧棣是什么职务，她说2025年进出口要做到多少").answer
    assert "副市长" in answer
    assert "5000亿元" in answer


@pytest.mark.parametrize("question", ["谁讲了“带你到中国”", "哪位领导提到了免税店", "Who talked about 免税店?"])
def test_nobody_spoke_of_what_a_plan_sets_out(question: str, bundled: Assistant) -> None:
    """The task itself is no answer to who spoke of it."""
    answer = bundled.answer(question)
    assert answer.status == "not_found"
    assert answer.citations == ()


def test_who_heads_one_group_does_not_head_another(bundled: Assistant) -> None:
    """The leading group has a head, the task forces under it have none that is named."""
    assert bundled.answer("资金自由专班的组长是谁").status == "not_found"
    assert "书记" in bundled.answer("自贸区建设工作领导小组组长是谁").answer


@pytest.mark.parametrize(
    "question",
    [
        "大会上都有谁发了言？",
        "会上一共几个人发言，分别是谁，什么单位的？",
        "几个人在会上讲过话",
        "How many people spoke at the conference and who are they?",
        "Who were the speakers?",
    ],
)
def test_everybody_who_spoke_is_listed_where_nothing_but_the_meeting_is_named(
    question: str, bundled: Assistant
) -> None:
    """However the verb is parted, and whether they are counted or named."""
    said = bundled.answer(question).answer
    assert all(name in said for name in ("陈小忠", "葛巧棣", "朱有清", "颜新香"))


def test_what_somebody_said_is_found_by_his_post(bundled: Assistant) -> None:
    """As by his name; a deputy's post is not that of the chief."""
    by_post, by_name = bundled.answer("市委常委讲的是什么"), bundled.answer("朱有清讲了哪些内容")
    assert by_post.citations == by_name.citations
