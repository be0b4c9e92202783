"""Questions that ask for two values at once: the sentence that holds the second where the best one holds the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.answering_clauses import with_agent, with_number
from assistant.matching.ranking import Found
from assistant.matching.relevance import HELD, Relevance
from assistant.questions.asking import FIGURES, Ask
from assistant.questions.coordination import coordination
from assistant.questions.question import Question
from index.terms import folded

LOOKED_AT = 12
"""How many of the best sentences may hold the other value."""
LEAST = 0.12
"""A sentence holds the other value when it has words of this share of the topic that the best one lacks."""

_VALUE = re.compile(
    r"多少|多[大高长久远]|几(?=[个家名人项条天年月次台座户])|谁|哪(?:个|家|些|里|天|年)|什么时候|何时"
    r"|(?<![a-z])(?:how (?:many|much|long|often|large|big)|who|when|where|which)(?![a-z])",
    re.IGNORECASE,
)
# A second figure after another question word: how many firms are to be founded, and what share should they reach.
_AND_WHAT = re.compile(
    r",? and what(?= [a-z&’'-]+(?: [a-z&’'-]+){0,4} (?:should|must|will|is|are|was|were|do|does|did)(?![a-z]))",
    re.IGNORECASE,
)
_WHO = frozenset({Ask.LEAD, Ask.RESPONSIBLE, Ask.PARTICIPANTS, Ask.PERSON})


def other_half(question: Question, ranked: Sequence[Found], relevance: Relevance) -> Found | None:
    """Of a question that asks for two values of one kind (审核是谁、拨付是谁) the sentence that speaks of what the best
    of `ranked` does not, from the same document; None where the best speaks of everything that any of them does."""
    kinds = sum(bool(question.asks & kind) for kind in (_WHO, FIGURES, {Ask.DEADLINE}))
    if len(ranked) < 2:
        return None
    if kinds <= 1 and (written := _of_other_thing(question, ranked)):
        return written
    if not kinds or _values(question) <= kinds:
        return None
    best = ranked[0]
    # What the title tells is told of every sentence, and what stands above the best one needs no second sentence.
    told = relevance.matches(replace(best.candidate, before=""))
    weights = [term.weight for term in relevance.terms]
    unmet = [column for column, match in enumerate(told) if match < HELD and len(relevance.terms[column].word) > 1]
    chosen, most = None, LEAST * sum(weights)
    for one in ranked[1:LOOKED_AT] if unmet else ():
        if one.sentence.passage.document_id != best.sentence.passage.document_id:
            continue
        text = "，".join(_telling_clauses(question, one.sentence.text))
        held = relevance.matches(replace(one.candidate, text=text, headings="", title="", before=""))
        gain = sum(weights[column] for column in unmet if held[column] >= HELD)
        if gain > most + 1e-6:
            chosen, most = one, gain
    return chosen


def _values(question: Question) -> int:
    """How many values a question asks for, by its question words."""
    more = len(_AND_WHAT.findall(question.text)) if question.asks & FIGURES else 0
    return len(_VALUE.findall(question.text)) + more


def _of_other_thing(question: Question, ranked: Sequence[Found]) -> Found | None:
    """Where a question asks the same of two things whose names end alike (全体会议和常务会议多久开一次) and the best
    sentence names one of them, the best one that names the other alone; from the same document."""
    named = coordination(question.text[question.opening :])
    if named is None or len(named.things) != 2 or len({thing[-2:] for thing in named.things}) > 1:
        return None
    best, things = ranked[0].sentence, [folded(thing) for thing in named.things]
    unsaid = [thing for thing in things if thing not in folded(best.text)]
    if len(unsaid) != 1:
        return None
    (said,) = (thing for thing in things if thing not in unsaid)
    return next(
        (
            one
            for one in ranked[1:LOOKED_AT]
            if one.sentence.passage.document_id == best.passage.document_id
            and unsaid[0] in folded(one.sentence.text)
            and said not in folded(one.sentence.text)
        ),
        None,
    )


def _telling_clauses(question: Question, text: str) -> list[str]:
    """The clauses of a sentence that can hold a value: a number, or who."""
    if question.asks & FIGURES:
        return with_number(text)
    return with_agent(text) if question.asks & _WHO else [text]
