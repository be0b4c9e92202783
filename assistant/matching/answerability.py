"""Whether the best sentence states what was asked: one judgement out of several signs, none of which decides alone.

Each sign is a share or a logarithm; how much each of them tells was fitted to the development questions
(thresholds.py). A sentence near the topic is found for nearly every question; what tells one that answers is which
words of the question nobody meets there, and whether the collection has those words elsewhere.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, replace

from assistant.language.values_in_words import tells_in_words
from assistant.matching.dimensions import without_years
from assistant.matching.focus import asked_share
from assistant.matching.omissions import TOLD_BY_DOCUMENT
from assistant.matching.preferences import MISFIT
from assistant.matching.ranking import LOOKED_INTO, Found
from assistant.matching.relevance import HELD, UNMET, Candidate, Relevance
from assistant.matching.requirements import Requirements
from assistant.matching.thresholds import INTERCEPT, WEIGHTS
from assistant.questions.asking import FIGURES, Ask
from assistant.questions.question import Question

_PRICED = re.compile(
    r"钱|资金|经费|费用|[话电水运学租车税旅邮]费|价|租金|奖金|工资|(?<!工)薪|预算|投资(?!专班|自由|促进|者|便利|环境|企业)|拨款"
    r"|(?<![a-z])(?:money|costs?|fees?|prices?|fares?|fund(?:s|ing)?|budget|invest(?:s|ed|ment)?|wages?|rent|grants?"
    r"|salar(?:y|ies)|prize|price|paid|pay)(?![a-z])",
    re.IGNORECASE,
)
_VALUES = FIGURES | {Ask.DEADLINE}
_MONEY = re.compile(r"元|免费|[\d百千万]亿(?!吨|立方|度|千瓦|斤|人|次|件|公里|平方)|自筹|财政")


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a sentence and against it. Shares are of the topic's weight, 0..1."""

    headed: float
    """The share that the sentence speaks of with its headings."""
    unmet: float
    """The share in words that the collection has, and that neither the sentence's passage nor anything it stands under
    has."""
    unknown: float
    """The share in words that it does not have either, that the collection never uses, and that can only mean what they
    say."""
    found: float
    """The score by which search found the passage, 0..2."""
    ahead: float
    """How far the sentence's score is ahead of the next one."""
    words: float
    """The logarithm of the number of words: of many words some are always unmet."""
    unpriced: float
    """1 where money is asked for and the sentence names none."""
    strange: float
    """1 where the topic's weightiest word is one that the collection never uses and the sentence has nothing near it
    (`Relevance.strange`)."""
    asked: float
    """The share of what is asked for, of the words beside the question words, that it speaks of with its headings."""
    held: float
    """The logarithm of the weight of the words that it has itself and that its document's head does not tell: what an
    asker says beside them takes nothing from it, as it does from a share."""
    lacked: float
    """The share in words that the collection has, that neither it nor its headings have, and that the document's head
    does not tell."""


Sureness = Callable[[Question, Relevance, Sequence[Found]], float]
"""How sure it is, 0..1, that the first of the sentences, of which there is one at least, states what was asked."""


def signs_of(question: Question, relevance: Relevance, ranked: Sequence[Found]) -> Signs:
    """The signs of the first of `ranked`, which must hold one sentence at least."""
    best = ranked[0]
    around = replace(best.candidate, text=best.sentence.passage.text)
    unmet, unknown = relevance.unmet(around)
    asked = question.text[question.opening :]
    priced = bool(
        question.asks & _VALUES
        and _PRICED.search(asked)
        and not (_MONEY.search(best.sentence.text) or tells_in_words(best.sentence.text))
    )
    headed = replace(best.candidate, title="", before="")
    held, lacked = own_words(relevance, best.candidate)
    return Signs(
        headed=relevance.shares([headed])[0],
        unmet=unmet,
        unknown=unknown,
        found=best.candidate.found,
        ahead=_ahead(question, ranked),
        words=math.log(max(1, len(relevance.terms))),
        unpriced=float(priced),
        strange=float(without_years(question, relevance).strange(best.candidate)),
        asked=asked_share(question, relevance, headed),
        held=held,
        lacked=lacked,
    )


def own_words(relevance: Relevance, candidate: Candidate) -> tuple[float, float]:
    """The signs `held` and `lacked` of a sentence."""
    total = sum(term.weight for term in relevance.terms)
    if not total:
        return 0.0, 0.0
    by_document, alone, around = relevance.matches_of(
        [Candidate(candidate.title), Candidate(candidate.text), candidate]
    )
    own = [told < TOLD_BY_DOCUMENT for told in by_document]
    held = sum(term.weight for term, met, mine in zip(relevance.terms, alone, own, strict=True) if mine and met >= HELD)
    lacked = sum(
        term.weight
        for term, met, mine in zip(relevance.terms, around, own, strict=True)
        if mine and term.used and met < UNMET
    )
    return math.log1p(held), lacked / total


def _ahead(question: Question, ranked: Sequence[Found]) -> float:
    """How far the first sentence is ahead of the others, as they speak of the topic: a sentence with figures of another
    kind stands behind for that alone."""
    requirements = Requirements.of(question)
    others = (one.score + (0.0 if requirements.fits(one.sentence.text) else MISFIT) for one in ranked[1:LOOKED_INTO])
    return ranked[0].score - max(others, default=ranked[0].score)


def probability(signs: Signs) -> float:
    """How sure it is, 0..1, that a sentence with these signs states what was asked."""
    told = sum(weight * sign for weight, sign in zip(WEIGHTS, astuple(signs), strict=True))
    return 1 / (1 + math.exp(-(INTERCEPT + told)))


def sureness(question: Question, relevance: Relevance, ranked: Sequence[Found]) -> float:
    """The `Sureness` that the product answers with."""
    return probability(signs_of(question, relevance, ranked))
