"""What states who asks and why is no part of a question; what the question needs of a statement stays."""

from __future__ import annotations

import pytest

from assistant.conversation import plainly
from assistant.questions.statements import without_statements

ASKED = "跨境电商综试区的工作由谁来打分？"
ASKED_IN_ENGLISH = "Which body evaluates the cross-border pilot zone?"


@pytest.mark.parametrize(
    "before",
    [
        "我是商务局办公室的，领导让我整理一份材料，",
        "我在统计局上班。主任让我们汇总一下这方面的情况。",
        "今天开会有人提到这个事，",
        "昨天看新闻里说到这个政策。我有点没听清楚。",
        "我是做外贸的，最近听说有新政策，",
        "我们公司正准备申报材料，想请教一下：",
        "我是县政府办公室的，年底要做督查，材料里有一处拿不准，想请教一下：",
    ],
)
def test_who_asks_and_what_he_was_told_goes(before: str) -> None:
    """An introduction in clauses or sentences of its own leaves the question alone."""
    assert plainly(before + ASKED) == ASKED


@pytest.mark.parametrize(
    "before",
    [
        "I am a foreign trader. I heard about a new policy. ",
        "Someone mentioned this in a meeting today. ",
        "I saw this on the news yesterday. I did not catch everything. ",
        "My boss asked me to check this: ",
        "I could not find it on your website. ",
        "I work in the office of the commerce bureau. My director asked me to put together a file. ",
    ],
)
def test_who_asks_and_what_he_was_told_goes_in_english(before: str) -> None:
    """So do the sentences of an introduction in English."""
    assert plainly(before + ASKED_IN_ENGLISH) == ASKED_IN_ENGLISH


@pytest.mark.parametrize(
    "question",
    [
        "我是做跨境电商出口的，谁牵头？",
        "听说要建免税店，由哪个部门负责建设运营？",
        "领导让我整理免税店的资料，由哪个部门负责日常管理？",
        "我是义乌商务局的，免税牌照由谁牵头争取？",
        "会上提到的免税牌照，由哪个部门牵头争取？",
        "准备申报材料，牵头单位几天内交到科技主管部门？",
        "义乌要建免税店。谁牵头？",
        "I heard that duty-free shops are to be built. Who leads the construction?",
        "I am told of a bonded warehouse. Who runs it?",
        "We have a warehouse in the bonded zone. Which fees are waived for warehouse owners?",
        "I work in Yiwu. Which department leads the duty-free licence?",
        "Trains can't keep coming back empty. What share of return trips does the zone require?",
    ],
)
def test_a_statement_that_the_question_needs_stays(question: str) -> None:
    """What is asked leans on it, it names what nothing else names, or it speaks of the matter and not of who asks."""
    assert without_statements(question) == question


@pytest.mark.parametrize(
    "letter",
    [
        "发件人：张伟\n主题：请协助核实\n\n李主任：您好！附件材料收到，有一处需要核实，烦请今天下班前回复。\n\n{}\n\n此致\n张伟",
        "张科长，你好：\n{}\n谢谢！",
        "> 上次的材料已经收到，谢谢。\n> 请再核对一遍。\n{}",
        "王处长：\n\n您好！我是办公室的小刘，上午领导在会上问到一个数据。\n\n{}\n\n盼复。\n\n刘洋\n2026年3月5日\n联系电话：0571-87654321",
        "From: Anna Smith\nSubject: quick check\n\nDear colleague,\n\nthank you for the files. One point is still "
        "open.\n\n{}\n\nBest regards,\nAnna",
        "Hi Li,\n\nI hope you are well.\n\n{}\n\nLooking forward to your reply.\n\n"
        "Kind regards,\nTom Baker\n+44 20 7946 0000",
    ],
)
def test_the_question_of_a_letter_is_its_question_alone(letter: str) -> None:
    """Header, salutation, quoted lines, paragraphs that ask nothing, closing and signature go."""
    assert plainly(letter.format(ASKED)) == ASKED


@pytest.mark.parametrize(
    ("letter", "kept"),
    [
        ("张科长，你好：\n\n义乌要争取免税牌照。\n\n谁牵头？\n\n谢谢", "免税牌照"),
        ("Dear all,\n\nYiwu wants a duty-free licence.\n\nWho leads it?\n\nRegards,\nTom", "duty-free licence"),
        ("免税牌照\n由谁牵头？", "免税牌照"),
        ("张科长：\n免税牌照的牵头单位\n谢谢", "免税牌照的牵头单位"),
    ],
)
def test_a_paragraph_of_a_letter_that_the_question_leans_on_stays(letter: str, kept: str) -> None:
    """What is asked by 谁牵头 alone is told by the paragraph or the line before it."""
    assert kept in plainly(letter)


@pytest.mark.parametrize(
    "text", ["谢谢", "你好", "张科长，你好：\n谢谢！", "> 请再核对一遍", "\n\n", "", "Best regards,\nAnna"]
)
def test_a_text_that_asks_nothing_keeps_something(text: str) -> None:
    """Where nothing asks, nothing is taken for talk around it."""
    assert bool(plainly(text).strip()) == bool(text.strip())


@pytest.mark.parametrize(
    "piece",
    [
        "我",
        "我是",
        "听",
        "的",
        "，",
        "今天",
        "让我",
        "整理",
        "a ",
        "i ",
        "I am ",
        ".",
        "\n",
        "> ",
        "3",
        "请",
        "领导",
        "新",
    ],
)
def test_long_rows_of_one_word_are_read_once(piece: str) -> None:
    """A thousand characters of one kind come back at once with the question behind them; in every way they could be
    read, never."""
    assert plainly((piece * 1000)[:1000] + "，" + ASKED).endswith(ASKED)
