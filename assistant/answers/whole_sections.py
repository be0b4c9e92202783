"""Sections and paragraphs that answer as a whole, in place of their best sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answers.topic_sentences import LONGEST_PARAGRAPH, is_called, paragraph_under, rest_of_member
from assistant.language.counting import counted
from assistant.language.listed_things import counts_so_many, listed_things
from assistant.language.preliminaries import asks_what_led_up, repeats_request
from assistant.language.sentences import Sentence
from assistant.language.series import member_of_series
from assistant.matching.ranking import Found
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from corpus.types import Document
from index.terms import folded

AS_GOOD = 0.93
"""Further sentences are given when they are this close to the best one, unless one value is asked for."""
RUN_IN = 12
"""So many of the best sentences may be a heading that is nothing but a name which the question uses."""
HEADINGS = 3
"""How many of the best sentences may be the heading of a section that answers as a whole."""
LONGEST_ANSWER = 420
"""Characters of quoted text: what a person reads at once."""
HEADED = 0.5
"""A section answers when its heading alone speaks of this share of the topic, without what tells the document."""
REPLY = 2
"""So many sentences after a request that a letter repeats are its reply."""
COUNTED = 0.7
"""So close to the best sentence is a heading that counts what the question lists."""
LONGEST_HEADING = 24
"""A longer heading says something by itself."""
_QUOTATION = re.compile("(?<=“)[^“”]{2,}(?=”)")
# What a whole section answers rather than one sentence.
_WIDE_ASKS = frozenset({Ask.CONTENT, Ask.LIST, Ask.DEFINITION})


def whole_answer(
    question: Question,
    relevance: Relevance,
    ranked: Sequence[Found],
    following: Callable[[Sentence], Sequence[Sentence]],
    document: Document,
) -> list[Sentence]:
    """What answers in place of the best sentence: the reply where the document itself asks ("定位是什么？"), with a
    request the reply to it (你省请求…。该项目不列入…), the body of a section where its heading is among the best, the
    paragraph where the best sentence, of this `document`, opens it by its subject; empty where the sentence answers by
    itself."""
    best = ranked[0]
    if best.sentence.text.rstrip("”").endswith(("？", "?")):
        return list(following(best.sentence))[:2]
    if repeats_request(best.sentence.text) and not asks_what_led_up(question.text):
        return [best.sentence, *(one for one in following(best.sentence)[:REPLY] if not repeats_request(one.text))]
    if not question.asks <= _WIDE_ASKS | {Ask.PURPOSE}:
        return []
    if quotes_alone(question, best) or _goes_on_from(question, best):
        rest = rest_of_member(best.sentence, following(best.sentence), document.text)
        return [best.sentence, *rest] if rest else []
    if not question.asks <= _WIDE_ASKS:
        return []
    for one in ranked[:RUN_IN]:
        if is_called(one.sentence.text, question.text) and _heads_its_section(one.sentence):
            return _body(one.sentence, following, LONGEST_PARAGRAPH)
    for one in ranked[:HEADINGS]:
        body = _as_many_as_asked(question, one.sentence, following) if one.score >= COUNTED * best.score else []
        if body:
            return body
    for one in ranked[:HEADINGS]:
        if one.score < AS_GOOD * best.score:
            break
        body = _body(one.sentence, following)
        if body and (own_share(one, relevance) >= HEADED or _quoted_in(question, one.sentence.text)):
            return body
    under = paragraph_under(best.sentence, following(best.sentence), document.text)
    spoken_of = own_share(best, relevance) >= HEADED or _quoted_in(question, best.sentence.text)
    return [best.sentence, *under] if under and spoken_of else []


def _as_many_as_asked(
    question: Question, heading: Sentence, following: Callable[[Sentence], Sequence[Sentence]]
) -> list[Sentence]:
    """What stands under a heading that says that there are so many of what the question lists (打造四个平台), where it
    is a sentence on each of them; else empty."""
    own = question.text[question.opening :]
    known, things = counted(own), listed_things(own)
    if known is None or not counts_so_many(heading.text, known, things):
        return []
    body = _body(heading, following, LONGEST_PARAGRAPH)
    each = body[1:] if body[:1] == [heading] else body
    return body if len(each) == known else []


def quotes_alone(question: Question, best: Found) -> bool:
    """Whether the question quotes a name (“向下跑”) under which the best sentence alone, one of a series, stands."""
    return member_of_series(best.sentence.text) and _quoted_in(question, best.sentence.text[:40])


def _goes_on_from(question: Question, best: Found) -> bool:
    """Whether a follow-up asks on about one of a series that the answer before gave (第二条理由具体怎么说的)."""
    return member_of_series(best.sentence.text) and folded(best.sentence.text).strip("。； ") in folded(question.text)


def _quoted_in(question: Question, text: str) -> bool:
    """Whether a text holds a name that the question quotes, with or without its quotation marks."""
    names = _QUOTATION.findall(question.text[question.opening :])
    return any(folded(name) in folded(text) for name in names)


def own_share(found: Found, relevance: Relevance) -> float:
    """The share of the topic that a sentence speaks of with the heading right above it, words that tell the document
    left out."""
    own = relevance.within(found.candidate.title)
    heading = "".join(found.sentence.passage.section[-1:])
    return (own if own.terms else relevance).score(Candidate(found.sentence.text, heading)).coverage


def _body(
    heading: Sentence, following: Callable[[Sentence], Sequence[Sentence]], room: int = LONGEST_ANSWER
) -> list[Sentence]:
    """What stands under a heading that was found to answer by itself; empty where the sentence is no heading."""
    if not _heads_its_section(heading):
        return []
    # The first line of an item may be its first sentence, too: 14. 铺开…展厅，为海外企业提供“一站式”服务。
    body: list[Sentence] = [heading] if len(heading.text) > LONGEST_HEADING else []
    for sentence in following(heading):
        if body and len(sentence.text) > room:
            break
        body.append(sentence)
        room -= len(sentence.text)
    return body


def is_bare_heading(sentence: Sentence) -> bool:
    """Whether a sentence is the heading of its section and no more: it names something and states nothing."""
    return len(sentence.text) <= LONGEST_HEADING and _heads_its_section(sentence)


def _heads_its_section(sentence: Sentence) -> bool:
    section = sentence.passage.section
    return bool(section) and folded(sentence.text).strip("。 ") == folded(section[-1]).strip("。 ")
