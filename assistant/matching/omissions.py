"""Whether a sentence that has a value passes over the very thing whose value is asked for.

Coverage alone cannot tell: of many words some are always unmet, and who asks in words of their own meets few. Two signs
are nearly never wrong. A word that is a good part of the topic, that the document itself uses, and that stands neither
in the sentence nor around it: the asker took it from the document, and the sentence is about something else. And the
words by which the question names the figure (旅客吞吐量是多少) are those of what the figure must be of.

Measured on the best sentences of 1,190 development questions: of the 841 that answer, the first sign strikes 7, the
second one; of the 46 of questions without an answer that are given else, 9 and 5; of 705 that are given where the
evidence is withheld, 29 and 3. As further signs of the logistic judgement (answerability.py) neither these nor the
shares of single clauses told more on documents outside of the fit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.language.contacts_of import contact_of
from assistant.language.directions_and_districts import both_sides_only, district_asked, side_asked
from assistant.language.figure_kinds import values_asked
from assistant.language.figure_names import Stretch, figure_named, part_of_whole, thing_counted, thing_doubted
from assistant.language.figures_of_others import (
    asks_all,
    asks_change,
    of_another_currency,
    of_another_kind,
    of_several,
    of_the_pair,
    only_new,
    tells_change,
    thing_grown,
    value_named,
)
from assistant.language.kinds_of_figures import lacks_kind
from assistant.language.occurrences import plain
from assistant.matching.dimensions import without_years
from assistant.matching.ranking import Found
from assistant.matching.relevance import UNMET, Candidate, Relevance
from assistant.matching.terms import Term
from assistant.questions.asking import FIGURES, Ask
from assistant.questions.question import Question
from corpus.localities import localities
from corpus.types import Document

ELSEWHERE = 0.22
"""A sentence passes over a word that is this much of the topic."""
TOLD_BY_DOCUMENT = 0.6
"""A word that the document's head has in this degree tells the document, which need not say it again."""
UNHEARD_OF = 0.53
"""Who names the document asks for something else where so much of the topic is a word that the document never has."""
UNNAMED = 0.33
"""A sentence passes over a figure when it speaks of none of so much of the words that name it."""

LOOKED_INTO = 12
"""So many of the best sentences may speak of a thing that a question doubts."""

_ONE_VALUE = FIGURES | {
    Ask.DEADLINE,
    Ask.LEAD,
    Ask.RESPONSIBLE,
    Ask.PERSON,
    Ask.PLACE,
    Ask.FREQUENCY,
    Ask.HOURS,
    Ask.CONTACT,
}
_DATE = re.compile(r"(?:19|20)?\d+年?|年")


def omits_asked(question: Question, relevance: Relevance, found: Found, document: Document) -> bool:
    """Whether a sentence of `document` passes over that of which a question asks the one value."""
    if (
        question.where
        and question.asks != {Ask.CONTENT}
        and _unheard_of(without_years(question, relevance), found, document)
    ):
        return True
    if question.asks & FIGURES and _is_of_more(question, relevance, found, document):
        return True
    if Ask.CONTACT in question.asks and (somebody := contact_of(question.text)):
        return somebody not in f"{found.candidate.headings} {found.candidate.before} {found.sentence.text}"
    if question.asks & FIGURES and _is_of_others(question, relevance, found):
        return True
    if not question.asks & _ONE_VALUE or values_asked(question.text[question.opening :]) > 1:
        return False
    relevance = without_years(question, relevance)
    stated = relevance.matches(replace(found.candidate, title="", before=""))
    by_document = relevance.matches(Candidate(found.candidate.title))
    own = [told < TOLD_BY_DOCUMENT for told in by_document]
    named = replace(found.candidate, title="", before="", headings=_of_one(found.candidate.headings))
    if question.asks & FIGURES:
        told = relevance.matches(named)
        part = part_of_whole(question.text)
        if part and _lacks_half(part, question, relevance, told, f"{named.headings} {named.text}"):
            return True
        # What is said to be done in the opening of a report is not done in each of its figures.
        titled = [by_title < TOLD_BY_DOCUMENT for by_title in relevance.matches(Candidate(document.metadata.title))]
        if _omits_named(question, relevance, told, own) or _omits_done(question, relevance, told, titled):
            return True
    passage = found.sentence.passage
    before = passage.text[: max(0, found.sentence.span.start - passage.span.start)]
    spoken = relevance.matches(Candidate(f"{found.candidate.before} {before}"))
    total = sum(term.weight for term in relevance.terms)
    return any(
        max(told) < UNMET and mine and term.weight >= ELSEWHERE * total and _names(term) and _uses(document, term.word)
        for term, told, mine in zip(relevance.terms, zip(stated, spoken, strict=True), own, strict=True)
    )


def _is_of_more(question: Question, relevance: Relevance, found: Found, document: Document) -> bool:
    """Whether a figure is asked of one side of trade or of one district, and the sentence speaks of both sides, or
    neither it nor what is around it of the district."""
    asked = question.text[question.opening :]
    side, text = side_asked(asked), found.sentence.text
    if side and "\t" not in text:
        words = frozenset(
            form
            for term in without_years(question, relevance).terms
            for form in (term.word, *(form for form, _ in term.forms))
            if len(form) > 1 and "口" not in form and not localities(form)
        )
        if both_sides_only(text, words):
            return True
    district = district_asked(asked)
    around = f"{document.metadata.title} {document.metadata.issuer or ''} {found.candidate.headings}"
    return bool(district) and district not in f"{around} {found.candidate.before} {found.sentence.passage.text}"


_FIGURE_NOUN = re.compile("(?:[数率额量值价费积重度幅速]|比例|占比|规模|人口|收入|支出|面积|长度|成本|标准)的?$")
KIND_TOLD = 0.6
"""A word for a kind is told in other words by what it is met by in this degree."""


def _is_of_others(question: Question, relevance: Relevance, found: Found) -> bool:
    """Whether the figures of a sentence are of another kind of what the question names, of the pair to which it is one
    half, of those alone that came new, or tell no change where one is asked for."""
    asked, text = question.text[question.opening :], found.sentence.text
    if "\t" in text or values_asked(asked) > 1:
        return False
    if lacks_kind(asked, f"{found.candidate.headings} {text}"):
        return True
    if of_the_pair(asked, text) or (asks_change(asked) and not tells_change(text)):
        return True
    if (
        of_several(asked, text)
        or of_another_currency(asked, text)
        or (asks_change(asked) and _lacks_grown(asked, relevance, found))
    ):
        return True
    name = value_named(asked)
    if not name:
        return False
    if asks_all(asked) and only_new(text, name[-2:]):
        return True

    def met(kind: str, clause: str) -> bool:
        matches = relevance.matches(Candidate(f"{clause} {found.candidate.headings}"))
        told = [match for term, match in zip(relevance.terms, matches, strict=True) if term.word[-2:] in kind]
        return bool(told) and told[-1] >= KIND_TOLD

    return of_another_kind(name, text, met)


def _lacks_grown(asked: str, relevance: Relevance, found: Found) -> bool:
    """Whether a sentence has nothing of what is right before the words that ask by how much something changed."""
    grown = thing_grown(asked)
    around = replace(found.candidate, title="")
    words = f"{around.headings} {around.before} {around.text} {found.sentence.passage.text}"
    if not grown or any(grown[at : at + 2] in words for at in range(len(grown) - 1)):
        return False
    terms = zip(relevance.terms, relevance.matches(around), strict=True)
    told = [match for term, match in terms if len(term.word) > 1 and term.word in grown]
    return bool(told) and max(told) < UNMET


def speaking_of_doubted(question: Question, relevance: Relevance, ranked: Sequence[Found]) -> Sequence[Found]:
    """Where a question asks whether something is given, charged or there (发结业证书吗), those of the sentences whose
    passage speaks of it; all of them for other questions."""
    doubted = thing_doubted(question.text)
    if doubted is None or not question.asks <= {Ask.CONTENT, Ask.CONFIRMATION}:
        return ranked
    first = ranked[:LOOKED_INTO]
    relevance.look_through([_around(one) for one in first])
    return [
        one
        for one in first
        if not _lacks_half(doubted, question, relevance, relevance.matches(_around(one)), one.sentence.passage.text)
    ]


def _around(found: Found) -> Candidate:
    return Candidate(found.sentence.passage.text, found.candidate.headings)


def _unheard_of(relevance: Relevance, found: Found, document: Document) -> bool:
    """Whether most of the topic is a word that stands nowhere in the document, and to which nothing in the sentence and
    around it is near: 专利代理条例里钢琴备案报给哪个部门."""
    stated = relevance.matches(replace(found.candidate, title=""))
    around = relevance.matches(Candidate(found.sentence.passage.text))
    own = [told < TOLD_BY_DOCUMENT for told in relevance.matches(Candidate(found.candidate.title))]
    total = sum(term.weight for term, mine in zip(relevance.terms, own, strict=True) if mine)
    return any(
        mine
        and max(told) < UNMET
        and term.weight >= UNHEARD_OF * total
        and _names(term)
        and not any(_uses(document, form) for form, _ in term.forms)
        for term, told, mine in zip(relevance.terms, zip(stated, around, strict=True), own, strict=True)
    )


# 交通、邮电和旅游: a heading of several things does not tell of which of them a figure below it is.
_OF_SEVERAL = re.compile("、|[\u4e00-\u9fff]{2}[和与及][\u4e00-\u9fff]{2}")


def _of_one(headings: str) -> str:
    """The headings that name no more than one thing."""
    return " ".join(one for one in headings.split() if not _OF_SEVERAL.search(one))


def _omits_named(question: Question, relevance: Relevance, met: Sequence[float], own: Sequence[bool]) -> bool:
    """Whether a good part of the words that name the figure is not met, or nothing of what is counted."""
    for stretch in figure_named(question.text):
        naming = _naming(question, relevance, met, own, stretch)
        if sum(weight for weight, match in naming if match < UNMET) > UNNAMED * sum(weight for weight, _ in naming):
            return True
    counted = thing_counted(question.text)
    naming = _naming(question, relevance, met, own, counted) if counted else []
    # What else is said of the things (网点入围) need not be said again; where nothing of it is met, others are counted.
    return bool(naming) and all(match < UNMET for _, match in naming)


def _lacks(stretch: Stretch, question: Question, relevance: Relevance, met: Sequence[float], text: str) -> bool:
    """Whether a text has nothing of a stretch of the question, neither as it is written nor in other words; places
    count here, too."""
    if stretch[0] < question.opening:
        return False
    words, written = plain(question.text[slice(*stretch)]), plain(text)
    if any(words[at : at + 2] in written for at in range(max(1, len(words) - 1))):
        return False
    return not any(term.word in words and match >= UNMET for term, match in zip(relevance.terms, met, strict=True))


def _lacks_half(stretch: Stretch, question: Question, relevance: Relevance, met: Sequence[float], text: str) -> bool:
    """Whether a text has nothing of a stretch of the question, or no more than half of its words where it does not
    have it as it is written: 原产地证书 is no 结业证书."""
    words = plain(question.text[slice(*stretch)])
    if stretch[0] < question.opening or words in plain(text):
        return False
    within = [
        (term.weight, match)
        for term, match in zip(relevance.terms, met, strict=True)
        if len(term.word) > 1 and term.word in words
    ]
    if not within:
        return _lacks(stretch, question, relevance, met, text)
    return 2 * sum(weight for weight, match in within if match < UNMET) >= sum(weight for weight, _ in within)


def _omits_done(question: Question, relevance: Relevance, met: Sequence[float], own: Sequence[bool]) -> bool:
    """Whether nothing is met of the verb that names the figure (出口了多少吨); 死亡人数多少 has a noun for it, which a
    text need not write."""
    for stretch in figure_named(question.text):
        noun = _FIGURE_NOUN.search(question.text[stretch[0] : stretch[1]])
        if question.text.startswith("了", stretch[1]) or (
            not noun and question.text.startswith(("多少", "几"), stretch[1])
        ):
            naming = _naming(question, relevance, met, own, stretch)
            if naming and all(match < UNMET for _, match in naming):
                return True
    return False


def _naming(
    question: Question, relevance: Relevance, met: Sequence[float], own: Sequence[bool], stretch: Stretch
) -> list[tuple[float, float]]:
    """The words of the topic that stand in a stretch of the question and that the document's head does not tell, each
    with its weight and how far it is met."""
    words = question.text.lower()[max(stretch[0], question.opening) : stretch[1]]
    return [
        (term.weight, match)
        for term, match, mine in zip(relevance.terms, met, own, strict=True)
        if mine and _names(term) and term.word.lower() in words
    ]


def _names(term: Term) -> bool:
    """Whether a word of the topic can only mean what it says, and is more than a character, a number or a place."""
    return term.named and len(term.word) > 1 and not _DATE.fullmatch(term.word) and not localities(term.word)


def _uses(document: Document, word: str) -> bool:
    """Whether a document has a word as it is written."""
    return plain(word) in _whole(document.text)


@lru_cache(maxsize=64)
def _whole(text: str) -> str:
    return plain.__wrapped__(text)
