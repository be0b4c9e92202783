"""Answers from passages: the sentences that state what was asked, in the document's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.asking import ATTRIBUTES, Ask
from assistant.findings import Draft, Evidence, Statement, evidence_of_passage
from assistant.question import Question
from assistant.relevance import Candidate, Relevance
from assistant.sentences import Sentence, sentences
from corpus.types import Document, Passage

STATED = 0.4
"""A sentence answers when it speaks of at least this weighted share of the topic (context counted)."""
AS_GOOD = 0.93
"""Further sentences are given when they are this close to the best one."""
MOST_SENTENCES = 6
LONGEST_ANSWER = 420
"""Characters of quoted text: what a person reads at once."""

_NUMBER = re.compile(r"\d|[一二三四五六七八九十百千万亿两]+(?:个|项|家|条|亿|万|%|成|倍)")
_DATE = re.compile(r"(?:19|20)\d\d|\d+月|年底|年内|季度|“十[三四五六]五”")
_PERSON = re.compile(r"组长|主任|书记|市长|局长|负责人|主席|秘书长|厅长|部长|任.{0,6}长|兼任")
_RESPONSIBLE = re.compile(r"负责|牵头|由.{2,20}(?:组织|承担|实施|会同)|设在|主管|具体实施|责任")
_REASON = re.compile(r"为了?|以便|目的|旨在|从而|推动|促进|确保|意味着|需要")
_MEANS = re.compile(r"是指|指的是|即|就是|是一|近似|简称|定位|以.{2,30}为(?:核心|标志|重点|主)|包括|打造")

# What a sentence must hold to be able to answer at all, and what evidence of a seldom-stated attribute looks like.
_NEEDS: dict[Ask, re.Pattern[str]] = {
    Ask.QUANTITY: _NUMBER,
    Ask.DEADLINE: _DATE,
    Ask.PERSON: _PERSON,
    Ask.LEAD: _RESPONSIBLE,
    Ask.RESPONSIBLE: _RESPONSIBLE,
    Ask.PARTICIPANTS: re.compile(r"参与|配合|协助|会同|协同|成员|联合|合作|参加"),
    Ask.BUDGET: re.compile(r"预算|经费|资金|补贴|补助|奖励|拨款|资助|\d+(?:\.\d+)?(?:亿|万)?元"),
    Ask.CONTACT: re.compile(r"联系人|电话|邮箱|@|\d{3,4}-\d{7,8}|1\d{10}"),
    Ask.PENALTY: re.compile(r"罚款|处罚|惩|追究|责令"),
}
_PREFERS: dict[Ask, re.Pattern[str]] = {Ask.PURPOSE: _REASON, Ask.DEFINITION: _MEANS}


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence with the share of the topic it speaks of (`topical`) and that share plus what makes it an answer."""

    sentence: Sentence
    topical: float
    score: float


def rank_sentences(
    question: Question,
    relevance: Relevance,
    passages: Iterable[tuple[Passage, float]],
    document: Callable[[str], Document],
) -> list[Found]:
    """The sentences of `passages` (each with the score by which it was found) that can answer the question, best first.

    A sentence that lacks what the question needs (a number, a date, a unit with its role) is left out.
    """
    needs = [pattern for ask, pattern in _NEEDS.items() if ask in question.asks]
    prefers = [pattern for ask, pattern in _PREFERS.items() if ask in question.asks]
    able: list[tuple[Sentence, float]] = []
    candidates: list[Candidate] = []
    for passage, found_by in passages:
        source = document(passage.document_id)
        headings = " ".join((*passage.section, passage.speaker or ""))
        for sentence in sentences(passage, source.text):
            if needs and not any(pattern.search(sentence.text) for pattern in needs):
                continue
            bonus = 0.06 * sum(bool(pattern.search(sentence.text)) for pattern in prefers)
            if len(sentence.text) < 12:
                bonus -= 0.1  # a bare heading states little
            able.append((sentence, bonus))
            candidates.append(Candidate(sentence.text, headings, source.metadata.title, sentence.before, found_by))
    ranked = [
        Found(sentence, score.total, score.total + bonus)
        for (sentence, bonus), score in zip(able, relevance.scores(candidates), strict=True)
    ]
    return sorted(ranked, key=lambda one: -one.score)


def answer_from_sentences(question: Question, ranked: Sequence[Found]) -> Draft | None:
    """The best sentences, in text order, or None where none speaks of the topic."""
    if not ranked or ranked[0].topical < STATED:
        return None
    best = ranked[0]
    chosen = [best.sentence]
    room = LONGEST_ANSWER - len(best.sentence.text)
    wide = bool(question.asks & {Ask.CONTENT, Ask.LIST, Ask.PURPOSE, Ask.SPEAKER})
    for one in ranked[1:]:
        same_passage = one.sentence.passage.id == best.sentence.passage.id
        near = one.score >= best.score * (AS_GOOD if not (wide and same_passage) else 0.75)
        if near and len(chosen) < MOST_SENTENCES and len(one.sentence.text) <= room and one.topical >= STATED * 0.9:
            chosen.append(one.sentence)
            room -= len(one.sentence.text)
    return Draft("answered", tuple(quoted(chosen, question)))


def quoted(chosen: Sequence[Sentence], question: Question) -> list[Statement]:
    """Sentences as statements in text order, those of one passage together."""
    ordered = sorted(chosen, key=lambda one: (one.passage.document_id, one.span.start))
    statements: list[Statement] = []
    for sentence in ordered:
        text = sentence.text.replace("\t", "　")
        if text[-1] not in "。！？!?；;.":
            text += "。"
        if question.language == "en":
            text = f"The document states: “{text}”" if not statements else f"“{text}”"
        statements.append(Statement(text, (evidence_of_passage(sentence.passage, sentence.span),)))
    return statements


def states_attributes(question: Question, draft: Draft, text_of: Callable[[Evidence], str]) -> tuple[Ask, ...]:
    """The seldom-stated attributes that were asked for and that the draft's evidence does not speak of."""
    wanted = [ask for ask in question.asks if ask in ATTRIBUTES]
    quotes = [text_of(evidence) for statement in draft.statements for evidence in statement.evidence]
    return tuple(ask for ask in wanted if not any(_NEEDS[ask].search(quote) for quote in quotes))
