"""Whether the best sentence states what was asked: what each sign says, and which words are met."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from assistant import Assistant
from assistant.matching.answerability import Signs, own_words, probability
from assistant.matching.focus import FAR, asked_share, nearness
from assistant.matching.relevance import Candidate, Relevance
from assistant.matching.thresholds import WEIGHTS
from index.library import Library

ORDINARY = Signs(
    headed=0.6,
    unmet=0.2,
    unknown=0.1,
    found=1.5,
    ahead=0.1,
    words=1.4,
    unpriced=0.0,
    strange=0.0,
    asked=0.5,
    held=1.5,
    lacked=0.2,
)


@pytest.mark.parametrize("sign", [field.name for field in fields(Signs)])
def test_each_sign_speaks_for_a_sentence_or_against_it(sign: str) -> None:
    """Words that nobody meets, and money that no sentence names, make it less sure; the other signs make it surer."""
    more = probability(replace(ORDINARY, **{sign: getattr(ORDINARY, sign) + 0.5}))
    against = sign in ("unmet", "unknown", "unpriced", "strange", "lacked")
    assert (more < probability(ORDINARY)) is against
    assert 0 < more < 1
    assert len(WEIGHTS) == len(fields(Signs))


def test_what_is_unmet_is_told_apart_from_what_is_unknown(written_library: Library) -> None:
    """A word of the collection that a text lacks speaks of something else there; one that no document has may be a
    way of speaking. What is met counts as neither."""
    relevance = Relevance("第五航权 冷链食品", written_library)
    unmet, unknown = relevance.unmet(Candidate("争取开放第五航权"))
    assert 0 < unmet < 1
    assert unknown == 0
    assert relevance.unmet(Candidate("争取开放第五航权", headings="冷链食品")) == (0.0, 0.0)
    unmet, unknown = Relevance("第五航权 量子计算机", written_library).unmet(Candidate("争取开放第五航权"))
    assert unmet == 0
    assert 0 < unknown < 1
    assert Relevance("", written_library).unmet(Candidate("争取开放第五航权")) == (0.0, 0.0)


def test_talk_takes_nothing_from_the_words_that_a_sentence_holds(written_library: Library) -> None:
    """What a sentence holds of a question is as much in however many words the question is put; what the collection
    has and the sentence lacks speaks against it, unless the document's head tells it."""
    sentence = Candidate("争取开放第五航权", title="冷链食品进口办法")
    held, lacked = own_words(Relevance("第五航权", written_library), sentence)
    assert held > 0
    assert lacked == 0
    assert own_words(Relevance("第五航权 听说 隔壁老王", written_library), sentence) == (held, 0.0)
    assert own_words(Relevance("第五航权 冷链食品", written_library), sentence) == (held, 0.0)
    other = Candidate("争取开放第五航权")
    assert own_words(Relevance("第五航权 冷链食品", written_library), other)[1] > 0.1
    assert own_words(Relevance("", written_library), other) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("stated", "near"),
    [
        ("园区规划面积是多少？", "园区每年交多少租金？"),
        ("什么是冷链食品？", "冷链食品的增值税税率是多少？"),
    ],
)
def test_what_is_near_but_not_stated_is_refused(stated: str, near: str, written: Assistant) -> None:
    """The documents speak of the thing, and not of what is asked about it."""
    assert written.answer(stated).status == "answered"
    refused = written.answer(near)
    assert refused.status == "not_found", refused.answer
    assert not refused.citations


def test_the_words_beside_the_question_word_are_what_is_asked_for(written: Assistant, written_library: Library) -> None:
    """园区每年交多少租金 asks for a rent: a sentence on the park without one has little of what is asked for."""
    question = written.understand("滨海园区每年交多少租金？")
    relevance = Relevance(question.topic, written_library)
    near = dict(zip((term.word for term in relevance.terms), nearness(question, relevance.terms).tolist(), strict=True))
    assert near["租金"] == 1.0
    assert near["园区"] < near["每年"] < 1.0
    on_the_park = asked_share(question, relevance, Candidate("滨海园区规划面积三平方公里"))
    on_its_rent = asked_share(question, relevance, Candidate("租金每年一百万元"))
    assert on_the_park < 0.3 < 0.6 < on_its_rent


def test_a_topic_of_the_turn_before_is_not_what_is_asked_for(written: Assistant, written_library: Library) -> None:
    """In a follow-up the words of its own count, and those of the topic that it opens with by a fifth."""
    question = written.understand("“园区”：道路有多长？")
    relevance = Relevance(question.topic, written_library, inherited=question.inherited)
    near = dict(zip((term.word for term in relevance.terms), nearness(question, relevance.terms).tolist(), strict=True))
    assert near["道路"] > 0.7
    assert near["园区"] == FAR
