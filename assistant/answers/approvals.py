"""When something was approved or answered: on the day of the paper that is the approval or the reply.

Who asks 国务院什么时候批复的深圳申办大运会 names a paper by what it is for. Its date stands in its head and at its end,
and in no sentence of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answers.about_documents import about_document
from assistant.language.sentences import sentences_of
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft
from index.library import Library

TITLED, SAID = 0.5, 0.6
"""A paper is meant whose title has this share of what a question names, or one sentence of which has that one."""

_WHEN = "什么时候|何时|哪[一]?[年天日]|几[月号]"
_ANSWERED = "批复|批准|批(?![评次量发])|答复|回复|函复|复函|回函|同意"
_ASKS = re.compile(
    rf"(?:{_WHEN})[^，。？?]{{0,8}}?(?:{_ANSWERED})|(?:{_ANSWERED})(?:的)?(?:时间|日期|日子|是?(?:{_WHEN}))"
    r"|(?<![a-z])(?:when|what (?:date|day))(?: did| was| were| is)?(?![a-z])[^?]{0,80}?"
    r"(?<![a-z])(?:approv|repl(?:y|ied)|respond|answer|agree|consent|endors)",
    re.IGNORECASE,
)
# 关于…的批复, …办理情况的函, 对…建议的答复.
_IS_ANSWER = re.compile("(?:批复|复函|函复|答复|回复|函)(?:[（(][^（）()]{1,20}[）)])?$")
_DATED = re.compile(rf"\d月\d{{1,2}}日[^。；]{{0,30}}(?:{_ANSWERED})")
# Who approves, and that it is approved, is said of every such paper.
_OF_ANY = frozenset(
    {"批", "批复", "批准", "答复", "回复", "函复", "复函", "同意", "国务院", "国办", "政府"}
    | {"approve", "approved", "reply", "replied", "respond", "answer", "agree", "state", "council"}
)


def answer_approval(
    question: Question, proposed: Callable[[], Sequence[str]], library: Library, relevance: Callable[[], Relevance]
) -> Draft | None:
    """The date of the approval or reply that a question means; None where it asks for none, or names no such paper.
    `proposed` gives the documents that search proposes, best first."""
    if question.asks != {Ask.DEADLINE} or not _ASKS.search(question.text):
        return None
    named = sorted(question.document_ids) if len(question.document_ids) == 1 else proposed()[:1]
    for name in named:
        if not _IS_ANSWER.search(library.summary(name).title):
            continue
        if name in question.document_ids or _is_about(name, library, relevance()):
            dated = replace(question, asks=frozenset({Ask.ISSUED}), document_ids=frozenset({name}), units=())
            return about_document(dated, library, [name])
    return None


def _is_about(name: str, library: Library, relevance: Relevance) -> bool:
    """Whether a paper's title, or a sentence of it, speaks of what a question names."""
    relevance = relevance.without(_OF_ANY)
    if not relevance.terms:
        return False
    if relevance.shares([Candidate(library.summary(name).title)])[0] >= TITLED:
        return True
    text = library.document(name).text
    said = [one.text for one in sentences_of(library.passages(name), text)]
    shares = relevance.shares([Candidate(one) for one in said])
    best = max(shares, default=0.0)
    # 7月17日，国务院领导已经批复同意 tells it by itself.
    told = any(share >= best / 2 and _DATED.search(one) for share, one in zip(shares, said, strict=True))
    return best >= SAID and not told
