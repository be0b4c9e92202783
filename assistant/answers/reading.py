"""Answers from passages: the sentences that state what was asked, in the document's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answers.joined_clauses import joined_clauses
from assistant.answers.row_columns import bare_row
from assistant.answers.second_value import other_half
from assistant.answers.steps_of_a_scale import step_meant
from assistant.answers.what_comes import with_what_comes
from assistant.answers.whole_sections import (
    AS_GOOD,
    HEADINGS,
    LONGEST_ANSWER,
    is_bare_heading,
    own_share,
    quotes_alone,
    whole_answer,
)
from assistant.language.amounts import admits, amounts_given, with_chinese_numbers
from assistant.language.answering_clauses import with_number
from assistant.language.cases import asks_case, states_case
from assistant.language.counting import counted
from assistant.language.listed_things import listed_things, number_told
from assistant.language.numbering import unnumbered
from assistant.language.posts import asks_person, holds_post, of_another_post, posts_meant
from assistant.language.rules_asked import asks_denied
from assistant.language.sentences import Sentence
from assistant.language.series import announced, member_of_series
from assistant.matching.answerability import Sureness
from assistant.matching.dimensions import DIMENSIONS, told_of
from assistant.matching.needs import NEEDS, needed, untold
from assistant.matching.omissions import omits_asked, speaking_of_doubted
from assistant.matching.ranking import Found, defines_named, defines_quoted
from assistant.matching.relevance import HELD, Candidate, Relevance
from assistant.matching.requirements import Requirements
from assistant.matching.thresholds import MEASURED, Thresholds
from assistant.questions.asking import FIGURES, Ask
from assistant.questions.question import Question
from assistant.wording.compose import as_close, not_stated
from assistant.wording.findings import Draft, Statement, evidence_of_passage
from assistant.wording.gist import AUTHORITY, gist
from corpus.types import Document
from index.terms import folded
from index.words import shipped_words

MOST_SENTENCES = 6
FIGURE = 0.3
"""A number answers when its clause speaks of this share of the topic (context counted): on the development questions of
three gold sets, of 9 best sentences below it one was right, of 62 above it 55."""
PLACED = 0.6
"""A place that is only named answers when so much of the topic (context counted) is said of it, or there."""
WHOLLY_OF, OWN_OF_IT = 0.85, 0.6
"""So much of the topic, and so much of it by itself, a sentence speaks of that answers whatever its clause holds."""
TIED = 0.1
"""So close behind the best sentence the next one may be the answer as well. Of 227 questions that the ranking had not
seen, the best of two as close was evidence in 45%, the next one in another 16; further ahead, in 88 and 2%."""
AS_TELLING = 0.4
"""Further sentences speak by themselves of at least this part of what the best one speaks of."""
SURER = 0.5
"""So sure a sentence must be that answers in the place of one that is as near to the question."""
_NUMERALS = re.compile(r"\d[\d.,]*|[万亿千百]")
_NAME = re.compile("[\u4e00-\u9fff]{4,}")
_DIMENSION = re.compile(f"的?(?:面积|{'|'.join(sorted(DIMENSIONS))})$")
_SEVERAL = re.compile("各|分别|不同|both|each|respectively|different", re.IGNORECASE)


def _so_many(question: Question, sentence: Sentence) -> int | None:
    """How many things there are of what is asked for: the question knows, or the sentence that announces them."""
    own = question.text[question.opening :]
    return counted(own) or number_told(sentence.text, listed_things(own))


def answer_from_sentences(
    question: Question,
    relevance: Relevance,
    ranked: Sequence[Found],
    document: Callable[[str], Document],
    following: Callable[[Sentence], Sequence[Sentence]],
    printed: Callable[[Sentence], Sequence[Sentence]],
    thresholds: Thresholds,
    sureness_of: Sureness,
) -> Draft | None:
    """The best sentences, in text order, or None where none is sure enough to state what was asked, or the best one
    passes over it.

    `following` gives the sentences after one in its section; what the best sentence announces is given in full.
    `printed` gives the clauses that semicolons join to one."""
    if question.asks <= {Ask.PERSON, Ask.SPEAKER} and (posts := posts_meant(question.text)):
        # Who holds another post than the one that was asked for is no answer.
        holding = [one for one in ranked if any(holds_post(one.sentence.text, post, question.text) for post in posts)]
        # Where the best sentence is one of them, the others tell by how much it is.
        ranked = ranked if holding and holding[0] is ranked[0] else holding
    # What is said of somebody of another post is said of nobody who is asked about.
    of_posts = [one for one in ranked if not of_another_post(one.sentence.text, question.text)]
    if of_posts and of_posts[0] in ranked[:HEADINGS]:
        ranked = of_posts
    if question.asks <= FIGURES and len(ranked) > 1 and ranked[0].score - ranked[1].score <= TIED:
        first, second = (folded(one.sentence.text) for one in ranked[:2])
        if any(_is_strewn(name, first) and name in second for name in _names(question)):
            ranked = [ranked[1], ranked[0], *ranked[2:]]  # 核心功能区 is not 核心功能的外延区
    requirements = Requirements.of(question)
    if requirements.place and question.asks == {Ask.PLACE}:
        ranked = [one for one in ranked if one.figure >= PLACED]
    if question.asks <= FIGURES and not requirements.span:  # how long something takes may stand in a clause of its own
        ranked = [one for one in ranked if one.figure >= FIGURE or _is_wholly_of(one, relevance)]
    ranked = speaking_of_doubted(question, relevance, ranked)
    # Where a sentence explains the very word that is quoted, the other words of the question do not matter.
    meant = bool(ranked) and Ask.DEFINITION in question.asks and defines_quoted(ranked[0].sentence.text, question.text)
    if not ranked or not requirements.fits(ranked[0].sentence.text):
        return None
    asked = relevance
    best, relevance = ranked[0], told_of(question, relevance)
    # What is judged here one by one: the sentence below its heading, its passage, and what tells the document.
    heading = "".join(best.sentence.passage.section[-1:])
    relevance.look_through([Candidate(best.sentence.passage.text, heading), Candidate(best.candidate.title)])
    if not meant and omits_asked(question, relevance, best, document(best.sentence.passage.document_id)):
        return None
    given = amounts_given(question.text)
    if given and 0 < admits(best.sentence.text, given) < 1:
        # The asker's own amount stands in no rule whose bounds admit it.
        relevance = relevance.without(frozenset(_NUMERALS.findall(with_chinese_numbers(question.text))))
    sure = sureness_of(question, relevance, ranked)
    if Ask.DEFINITION in question.asks and defines_named(best.sentence.text, question.text):
        sure += (1 - sure) / 2  # what else the question says matters half as much
    if sure < thresholds.stated and not meant:
        surer = _surer(question, relevance, ranked, sureness_of)
        if surer is None:
            return None
        return answer_from_sentences(question, asked, surer, document, following, printed, thresholds, sureness_of)
    step = step_meant(best, ranked, given) if given and question.asks & FIGURES else best
    if step is not best:
        return Draft("answered", tuple(quoted([step.sentence], question)), confidence=sure)
    if dated := _of_each_year(best, ranked):
        return Draft("answered", tuple(quoted(dated, question)), confidence=sure)
    whole = whole_answer(question, relevance, ranked, following, document(best.sentence.passage.document_id))
    if whole:
        return Draft("answered", tuple(quoted(whole, question)), confidence=sure)
    # A heading may state a figure, and a whole sentence that is one states who it is: 四、联席会议由市长任召集人。
    if is_bare_heading(best.sentence) and not question.asks & FIGURES and not _gives(best.sentence, question):
        others = [one for one in ranked if not is_bare_heading(one.sentence)]
        return answer_from_sentences(question, asked, others, document, following, printed, thresholds, sureness_of)
    several = bool(_SEVERAL.search(question.text) or Ask.COMPARISON in question.asks)
    series = (
        announced(best.sentence, following(best.sentence), several=several, count=_so_many(question, best.sentence))
        if several or question.asks & {Ask.LIST, Ask.COUNT, Ask.CONTENT, Ask.DEFINITION}
        else []
    )
    if series:
        return Draft("answered", tuple(quoted([best.sentence, *series], question)), confidence=sure)
    chosen = [best.sentence]
    room = LONGEST_ANSWER - len(best.sentence.text)
    alone = quotes_alone(question, best)
    wide = bool(question.asks & {Ask.CONTENT, Ask.LIST, Ask.PURPOSE})
    typed = bool(question.asks & NEEDS.keys()) or asks_person(question.text)
    least = AS_TELLING * own_share(best, relevance)
    cases = asks_case(question.text[question.opening :])
    for one in ranked[1:]:
        same_passage = one.sentence.passage.id == best.sentence.passage.id
        if typed and not several:
            break
        needed = 0.75 if same_passage and (wide or several) else AS_GOOD
        if one.score < best.score * needed or (alone and member_of_series(one.sentence.text)):
            continue
        if question.asks <= FIGURES and is_bare_heading(one.sentence) and not with_number(one.sentence.text):
            continue  # it states no figure
        if cases and not states_case(one.sentence.text, denied=asks_denied(question.text)):
            continue  # what else there is to say of the thing
        telling = one.topical >= thresholds.sentence * 0.9 and own_share(one, relevance) >= least
        if is_bare_heading(one.sentence):
            continue  # the name of a paragraph says nothing beside a sentence
        if telling and len(chosen) < MOST_SENTENCES and len(one.sentence.text) <= room:
            chosen.append(one.sentence)
            room -= len(one.sentence.text)
    other = other_half(question, ranked, relevance) if typed and len(chosen) == 1 else None
    if other is not None:
        chosen.append(other.sentence)
    chosen += joined_clauses(question, relevance, best, chosen, printed(best.sentence), several=several)
    missing = untold(question, [sentence.text for sentence in chosen])
    statements = quoted(chosen, question)
    if missing:
        statements.append(not_stated(missing, question.language))
    tied = _tied(question, ranked, relevance) if chosen == [best.sentence] and not alone else None
    beside = _beside(tied, question, statements) if tied else ()
    return Draft("partial" if missing else "answered", tuple(statements), missing, beside=beside, confidence=sure)


def _surer(
    question: Question, relevance: Relevance, ranked: Sequence[Found], sureness_of: Sureness
) -> list[Found] | None:
    """The sentences with one first that stands as near to the first of them as one that may answer as well, and that is
    sure to state what was asked as the first one is not; None where there is none."""
    for one in ranked[1:HEADINGS]:
        if ranked[0].score - one.score > TIED / 2:
            return None
        others = [one, *(other for other in ranked if other is not one)]
        if sureness_of(question, relevance, others) >= SURER:
            return others
    return None


def _tied(question: Question, ranked: Sequence[Found], relevance: Relevance) -> Sentence | None:
    """The next best sentence, where the ranking cannot tell which of the two answers and they do not say the same."""
    if len(ranked) < 2 or ranked[0].score - ranked[1].score > TIED or asks_person(question.text):
        return None
    best, other = ranked[0], ranked[1]
    if len(other.sentence.text) > LONGEST_ANSWER or is_bare_heading(other.sentence):
        return None
    if (best.agent and not other.agent) or own_share(other, relevance) < AS_TELLING * own_share(best, relevance):
        return None
    if _held(other, relevance) < _held(best, relevance):
        return None  # it names less of what is asked and nothing else: 摩托车号牌 for 汽车号牌
    texts = [folded(one.sentence.text) for one in (best, other)]
    return None if texts[0] in texts[1] or texts[1] in texts[0] else other.sentence


def _names(question: Question) -> list[str]:
    """What a question for a figure asks it of, as far as several words of the text may name that."""
    names = (_DIMENSION.sub("", name) for name in question.topic.split())
    return [folded(name) for name in names if _NAME.fullmatch(name)]


def _is_strewn(name: str, text: str) -> bool:
    """Whether a text has all words of a name, and the name itself nowhere."""
    return name not in text and all(word in text for word in shipped_words().segment(name))


def _held(found: Found, relevance: Relevance) -> frozenset[str]:
    """The words of the topic that a sentence has, with its headings."""
    matches = relevance.matches(replace(found.candidate, title="", before=""))
    return frozenset(term.word for term, match in zip(relevance.terms, matches, strict=True) if match >= HELD)


def _beside(tied: Sentence, question: Question, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """What is as close to the question as the `statements` of the answer, told as such; which language is the authority
    is said once."""
    first, *others = quoted([tied], question)
    if any(one.text.endswith(AUTHORITY) for one in statements):
        others = [replace(one, text=one.text.removesuffix(AUTHORITY).rstrip()) for one in others]
    return (replace(first, text=as_close(first.text, question.language)), *others)


def _is_wholly_of(one: Found, relevance: Relevance) -> bool:
    """Whether a sentence itself has the most of what a long question names, whose clause with the number is but a short
    part of it: 在中国境内无住所的个人，…居住累计不超过90天的，…由境外雇主支付…的部分，免予缴纳个人所得税."""
    return one.topical >= WHOLLY_OF and own_share(one, relevance) >= OWN_OF_IT


def _gives(heading: Sentence, question: Question) -> bool:
    """Whether a heading is a sentence and has all of what the question needs."""
    needs = [needed(ask, question.text) for ask in NEEDS if ask in question.asks]
    return bool(needs) and heading.text.endswith("。") and all(need.search(heading.text) for need in needs)


def _of_each_year(best: Found, ranked: Sequence[Found]) -> list[Sentence]:
    """Where a question asks for the figures of several years, the best sentence for each; else empty."""
    chosen: dict[str, Sentence] = {}
    for one in ranked:
        if one.sentence.passage.document_id == best.sentence.passage.document_id and one.topical >= MEASURED.sentence:
            for year in one.years:
                chosen.setdefault(year, one.sentence)
    return list(dict.fromkeys(chosen.values())) if len(chosen) > 1 else []


def quoted(chosen: Sequence[Sentence], question: Question) -> list[Statement]:
    """Sentences as statements in text order, those of one passage together; in English with what can be rendered."""
    ordered = with_what_comes(sorted(chosen, key=lambda one: (one.passage.document_id, one.span.start)))
    statements: list[Statement] = []
    for sentence in ordered:
        text = bare_row(sentence.text.split("\t")) if sentence.passage.cell is not None else unnumbered(sentence.text)
        text = text.lstrip("—–- ")
        if text[-1] not in "。！？!?；;.：:":
            text += "。"
        if question.language == "en":
            text = f"The document states: “{text}”" if not statements else f"“{text}”"
        told_by = tuple(evidence_of_passage(sentence.passage, at) for _, at in sentence.pieces)
        statements.append(Statement(text, told_by))
    quotes = [(text, evidence_of_passage(one.passage, at)) for one in ordered for text, at in one.pieces]
    rendered = gist(quotes) if question.language == "en" else None
    return [*statements, rendered] if rendered else statements
