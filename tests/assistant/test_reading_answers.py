"""Definitions, enumerations, figures, speakers and facts about documents, from their text."""

from __future__ import annotations

import pytest

from assistant import Assistant
from corpus.normalise import fold
from tests.assistant.conftest import Over


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("什么是冷链食品？", "需要冷冻或者冷藏的食品"),
        ("冷链食品是指什么？", "需要冷冻或者冷藏的食品"),
        ("到2026年枢纽年货邮吞吐量达到多少？", "30万吨"),
        ("2023年全市航空货邮吞吐量是多少？", "18.6万吨"),
        ("口岸办多久通报一次进展情况？", "每季度"),
        ("领导小组办公室设在哪里？", "口岸办"),
        ("冷链食品追溯管理办法从什么时候起施行？", "2022年5月1日"),
        ("进口整体通关时间压缩至多少小时？", "16小时"),
        ("临空经济示范园区规划面积是多少？", "8.6平方公里"),
        ("园区控制性详细规划什么时候完成编制？", "2024年12月底前"),
    ],
)
def test_the_sentence_that_states_it_is_given_whole(question: str, words: str, written: Assistant) -> None:
    """The fact stands in the answer and in a quote that ends where a sentence ends."""
    answer = written.answer(question)
    assert answer.status == "answered"
    assert words in answer.answer
    quotes = [citation.quote for citation in answer.citations if fold(words) in fold(citation.quote)]
    assert quotes
    assert all(quote.rstrip()[-1] in "。；！？）)" for quote in quotes)


def test_a_date_that_everybody_owes_is_given(written: Assistant) -> None:
    """各单位要于…前报送 dates a duty in the middle of a paragraph."""
    answer = written.answer("联络员名单什么时候报？")
    assert answer.status == "answered"
    assert "2023年10月20日" in answer.answer
    assert any("将联络员名单报市商务局" in citation.quote for citation in answer.citations)


def test_an_enumeration_is_given_in_full(written: Assistant) -> None:
    """All four principles, not the first chunk that names some."""
    answer = written.answer("追溯管理遵循哪四项原则？")
    assert answer.status == "answered"
    for principle in ("政府引导", "企业主责", "全程留痕", "社会监督"):
        assert principle in answer.answer
        assert any(principle in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "members"),
    [
        ("要建设的三大平台是哪三个？", ["线上综合服务平台", "线下产业集聚平台", "网货供应平台"]),
        ("三大平台和六大体系分别是什么？", ["线上综合服务平台", "网货供应平台", "主体培育体系", "生态优化体系"]),
        (
            "构建六大体系是指哪六个体系？",
            ["主体培育体系", "海外营销体系", "仓储物流体系", "人才建设体系", "信用服务体系", "生态优化体系"],
        ),
    ],
)
def test_what_headings_enumerate_is_given_in_full(question: str, members: list[str], bundled: Assistant) -> None:
    """ "三大平台" are the three headings below it, each quoted."""
    answer = bundled.answer(question)
    assert answer.status == "answered"
    for member in members:
        assert member in answer.answer
        assert any(fold(member) in fold(citation.quote) for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("2024年力争货邮吞吐量突破22万吨是谁讲的？", "沈怀远"),
        ("谁提到要引进货运航空公司？", "方知秋"),
        ("Who spoke about customs clearance times?", "陆一鸣"),
    ],
)
def test_the_speaker_is_the_one_of_the_speech_that_says_it(question: str, speaker: str, written: Assistant) -> None:
    """Also where heading and name are printed after the speech; both what was said and who said it are quoted."""
    answer = written.answer(question)
    assert answer.status == "answered"
    assert speaker in answer.answer
    others = {"沈怀远", "方知秋", "陆一鸣"} - {speaker}
    assert not any(other in answer.answer for other in others)
    assert any(speaker in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("“三个跑”是谁讲的？", "颜新香"),
        ("打造义乌自由贸易港是谁提出的？", "葛巧棣"),
        ("涉企许可“承诺即入”改革是谁介绍的？", "朱有清"),
    ],
)
def test_speakers_of_the_bundled_digest(question: str, speaker: str, bundled: Assistant) -> None:
    """The heading below a speech belongs to the speech above it."""
    assert speaker in bundled.answer(question).answer


@pytest.mark.parametrize(
    ("question", "words", "quoted"),
    [
        ("《临溪市航空物流枢纽建设行动方案》的文号是多少？", "临政办发〔2024〕12号", "临政办发〔2024〕12号"),
        ("临商务〔2023〕45号是谁印发的？", "临溪市商务局", "临溪市商务局"),
        ("临政函〔2024〕31号是什么时候印发的？", "2024年5月27日", "2024年5月27日"),
        ("When was 临政函〔2024〕31号 issued?", "27 May 2024", "2024年5月27日"),
        ("临政函(2024)31号发给谁？", "东岭县人民政府", "东岭县人民政府"),
    ],
)
def test_facts_about_a_document_come_from_its_own_lines(
    question: str, words: str, quoted: str, written: Assistant
) -> None:
    """Number, issuer, date and addressee, whatever brackets the question writes the number with."""
    answer = written.answer(question)
    assert answer.status == "answered"
    assert words in answer.answer
    assert any(quoted in citation.quote for citation in answer.citations)


RULES = (
    "霁川市人民政府工作规则\n\n本规则已经2031年3月2日市政府第9次常务会议修订通过。\n\n一、会议制度\n"
    "市政府全体会议一般每半年召开一次，由市长召集。\n市政府常务会议一般每周召开一次，由市长主持。\n"
    "二、督查制度\n专项督查一般每季度开展一次。\n综合督查一般每年开展两次。\n"
)


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("霁川市政府全体会议和常务会议一般隔多久开一次", ("每半年", "每周"), "每季度"),
        ("霁川市专项督查和综合督查多久搞一次？", ("每季度", "每年"), "每周"),
        ("霁川市政府常务会议多久开一次", ("每周",), "每半年"),
    ],
)
def test_the_same_is_told_of_two_things_that_are_asked_for(
    over: Over, question: str, given: tuple[str, ...], not_given: str
) -> None:
    """Of two things whose names end alike each has its own sentence, also where nothing says 各."""
    answer = over({"rules.txt": RULES}).answer(question)
    assert all(words in answer.answer for words in given), answer.answer
    assert not_given not in answer.answer


def test_who_holds_a_post_is_not_told_by_a_sentence_without_it(over: Over) -> None:
    """哪位市长作的 is answered by a mayor or not at all, whatever surname a word begins with (（岳阳段）)."""
    text = "岳阳\n\n一、总体要求\n政府工作要挖掘江、湖、楼、岛等风景，加快长江公园（岳阳段）建设，提高2024年接待力。\n"
    answer = over({"岳阳.txt": text}).answer("岳阳2024年政府工作报告是哪位市长作的，叫什么名字？")
    assert answer.status == "not_found"
