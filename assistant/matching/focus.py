"""Which words of a question are what it asks for: those beside its question words.

In 汀桥市暴雨，保险公司一共理赔了多少钱 the answer has to speak of 理赔, whatever else it shares with the question. A
word counts by how near it stands to the nearest question word.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from assistant.language.occurrences import plain
from assistant.matching.relevance import Candidate, Relevance
from assistant.matching.terms import Term
from assistant.questions.question import Question
from index.types import Vectors

NEAR = {"zh": 3.0, "en": 13.0}
"""Characters, blanks left out, over which the weight of a word falls to a third (1/e)."""
FAR = 0.2
"""The weight of a word that stands nowhere in the question as it was asked: it comes from the turn before."""


def asked_share(question: Question, relevance: Relevance, candidate: Candidate) -> float:
    """The share of what a question asks for that a candidate speaks of, 0..1; 1 where the topic is empty."""
    weights = nearness(question, relevance.terms) * np.asarray([term.weight for term in relevance.terms])
    total = float(weights.sum())
    return float(np.asarray(relevance.matches(candidate)) @ weights) / total if total else 1.0


def nearness(question: Question, terms: Sequence[Term]) -> Vectors:
    """For every term how near it stands to a question word, 0..1: 1 beside one, `FAR` where it does not stand in the
    question's own words; all alike where there is no question word."""
    text = question.text[question.opening :]
    asking = [
        (len(plain(question.text[question.opening : start])), len(plain(question.text[question.opening : end])))
        for start, end in question.asking
        if start >= question.opening
    ]
    folded, scale = plain(text), NEAR[question.language]
    return np.asarray([_near(term, folded, asking, scale) for term in terms])


def _near(term: Term, text: str, asking: Sequence[tuple[int, int]], scale: float) -> float:
    nearest: float | None = None
    for word in {plain(term.word), *(form for form, _ in term.forms[:1])}:
        at = text.find(word)
        while at >= 0 and word:
            for start, end in asking:
                gap = float(max(0, start - at - len(word), at - end))
                nearest = gap if nearest is None else min(nearest, gap)
            at = text.find(word, at + 1)
    return FAR if nearest is None else math.exp(-nearest / scale)
