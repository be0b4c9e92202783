"""The sentences of the passages that search found, in the order in which they answer the question."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from assistant.language.answering_clauses import (
    exactness,
    in_its_case,
    pieces_of,
    with_agent,
    with_count,
    with_money,
    with_number,
    with_number_of,
    with_subjects,
)
from assistant.language.cases import asks_case
from assistant.language.contrasts import is_of_another
from assistant.language.definitions import explained, explained_in_brackets
from assistant.language.listed_things import counts_things, listed_things
from assistant.language.paper_numbers import is_of_another_number
from assistant.language.places_told import from_place_on
from assistant.language.sentences import Sentence
from assistant.language.validity import VALID_UNTIL, names_replacing
from assistant.matching.dimensions import told_of
from assistant.matching.heads import head_of, place_of
from assistant.matching.jurisdictions import localities_asked
from assistant.matching.measure_words import divides
from assistant.matching.nearby import nearness_to
from assistant.matching.needs import NEEDS, asks_composition, tells_composition
from assistant.matching.preferences import Preferences
from assistant.matching.relevance import Candidate, Relevance
from assistant.matching.requirements import Requirements
from assistant.matching.stating import TITLE, stated_in
from assistant.questions.asking import FIGURES, METADATA_FIELDS, Ask
from assistant.questions.question import Question
from corpus.localities import elsewhere, localities
from corpus.types import Document, Passage
from index.terms import folded

KNOWN = 0.1
"""What it is worth as a part of the topic that a sentence counts what the question has counted (五对关系)."""
LOOKED_INTO = 12
"""How many of the best sentences are looked into clause by clause, or for what they define."""
FIGURE_TOLD, AGENT_TOLD = 0.3, 0.15
"""What it is worth that one clause speaks of the whole topic and has the number, or says who. With them the evidence
stands first for 150 instead of 143 of 171 development questions for a number, and for 139 instead of 133 of 160 for a
unit; no set loses, and half as much more of either changes nothing."""
PLACE_TOLD = 0.15
"""What it is worth that the whole of the topic is said of a place that is named, or there."""
IN_CASE = 0.8
"""What the case that a clause with a number is for (在境外设立展厅的，…) is worth of the clause itself."""
EXACT = 0.1
"""What it is worth that a figure is of what the question names and of nothing narrower (出口, not 农产品出口)."""
COMPOSED = 0.3
"""What it is worth that a sentence says of whom a body consists where that is asked."""
DEFINED, WHOLLY_DEFINED = 0.6, 0.9
"""A sentence defines what is asked when the word it explains holds this share of the topic; where a list is asked for,
the greater one."""

BESIDE = 0.2
"""What it is worth in a follow-up that a sentence stands beside what was cited before: of 116 development conversations
93 are right with a half or the whole of it, 91 with none, with .3 and with .4."""
_AGENTS = frozenset({Ask.LEAD, Ask.RESPONSIBLE, Ask.PARTICIPANTS})
_QUOTATION_INSIDE = re.compile('(?<=[“"])[^“”"]{2,}(?=[”"])')
# 什么时候通过的, which session adopted it: the lines around a document answer.
_ASKS_FRAME = re.compile(
    r"标题|索引号|主题分类|发文机关|发文字号|成文日期|发布日期|主题词|通过|批准|修[正订改]|会议"
    r"|(?<![a-z])(?:adopt|pass|approv|amend|revis)(?:ed|es?)?(?![a-z])",
    re.IGNORECASE,
)
_MEANT = re.compile("是指|指的是|系指")
# A rule that names its case by what the sentence before it says: 未按规定公示的，…; 逾期不改正的，…; 违反前款规定的，….
_LEANS = re.compile(
    r"(?:对|凡)?(?:未(?:按|经|达|能|及时|履行)?|逾期|情节|拒不|不(?:按|符合|得|予)|违反(?:前|上|本)[款述条项]|前款|上述|该|其(?!他)|否则|但)"
    r"[^，。；]{0,28}(?:的|规定|，)[，,]?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence with the share of the topic it speaks of (`topical`) and that share plus what makes it an answer.

    `figure` is the greatest share that one clause with a number speaks of; 1 where no number is asked for. `agent` is
    that of a clause that says who; 0 where nobody is asked for. `years` are those of the question that the sentence
    speaks of, where a number is asked for. Where a place is asked for, `figure` is the share that is said of one."""

    sentence: Sentence
    topical: float
    score: float
    candidate: Candidate
    figure: float = 1.0
    agent: float = 0.0
    years: tuple[str, ...] = ()


def rank_sentences(
    question: Question,
    relevance: Relevance,
    passages: Iterable[tuple[Passage, float]],
    document: Callable[[str], Document],
) -> list[Found]:
    """The sentences of `passages` (each with the score by which it was found) that can answer the question, best first.

    Left out is a sentence that lacks what the question needs (a number, a date, a unit with its role), and one of
    another province or city than the question names.
    """
    relevance = told_of(question, relevance)
    requirements = Requirements.of(question)
    where = localities_asked(question)
    preferences = Preferences.of(question, requirements)
    figures, asked = bool(question.asks & FIGURES), question.text[question.opening :]
    framed = bool(question.asks & METADATA_FIELDS) or bool(_ASKS_FRAME.search(question.text))
    needs_value, times = bool(question.asks & NEEDS.keys()), Ask.DEADLINE in question.asks
    lasting = question.topic.endswith(VALID_UNTIL)
    spoken = Ask.SPEAKER in question.asks
    of_papers = lasting or framed or names_replacing(question.text)
    able: list[tuple[Sentence, float, float, tuple[str, ...]]] = []
    candidates: list[Candidate] = []
    for passage, found_by in passages:
        source = document(passage.document_id)
        headings = " ".join((*passage.section, passage.speaker or ""))
        head = head_of(source)
        about = source.metadata
        for stated in stated_in(passage, source.text, about.title, about.issuer or ""):
            sentence, told = stated.sentence, stated.told
            text = sentence.text
            if where and elsewhere(where, head, headings, text):
                continue
            if where and figures and elsewhere(where, about.title, headings, text):
                continue  # a city's figure is none of its province, which its report opens with
            if needs_value and stated.no_value:
                continue
            if passage.cell is not None and is_of_another_number(asked, text):
                continue
            if times and not lasting and stated.in_force:
                told = told.removesuffix(about.title)  # how long the paper is in force is not when to apply
            if spoken:
                told = told.removesuffix(f" {place_of(about.title)}")  # who said it is told where he is named
            if stated.replaces and not of_papers:
                if not stated.in_force:
                    continue
                told = TITLE.sub("", told)
            if (figures or times) and is_of_another(asked, text, headings):
                continue
            if stated.surrounds and not framed:
                continue
            above = f"{headings} {stated.under}" if stated.under else headings
            if not requirements.met(text, above, source, sentence.span.start):
                # What follows from an item stands in what announces the list: 有下列行为之一的，处…罚款：（一）….
                sentence = sentence.with_announcement()
                text = sentence.text
                if not sentence.joined or not requirements.met(text, headings, source, sentence.span.start):
                    continue
                told = f"{text} {place_of(about.title)}"
            extra = preferences.worth(text, headings)
            if question.last_cited:
                extra += BESIDE * nearness_to(question.last_cited, passage.document_id, sentence.span)
            candidates.append(Candidate(told, above, head, sentence.before, found_by))
            years = requirements.years(text, headings, source, sentence.span.start) if requirements.dated else ()
            able.append((sentence, KNOWN * preferences.knows(text), extra, years))
    totals = relevance.totals(candidates)
    ranked = [
        Found(sentence, known + total, extra + total, candidate, years=years)
        for (sentence, known, extra, years), candidate, total in zip(able, candidates, totals, strict=True)
    ]
    ranked.sort(key=_best_first)
    return sorted(_looked_into(question, relevance, ranked), key=_best_first)


def _best_first(found: Found) -> float:
    return -found.score


def _looked_into(question: Question, relevance: Relevance, ranked: list[Found]) -> list[Found]:
    """`ranked` with the best sentences judged once more: by the clause that has the number or says who where that is
    asked for, by the word that they explain where a definition is."""
    best, others = ranked[:LOOKED_INTO], ranked[LOOKED_INTO:]
    asked = question.text[question.opening :]
    if question.asks & FIGURES:
        pieces = pieces_of(form for term in relevance.terms for form, _ in term.forms)
        best = [replace(one, score=one.score + EXACT * _exactness(one.sentence.text, pieces)) for one in best]
        counting = with_count if Ask.COUNT in question.asks else with_number
        clauses_of: Callable[[str], list[str]] = with_money if Ask.BUDGET in question.asks else counting
        if counts_things(asked):
            clauses_of = _or_with_number_of(clauses_of, asked)
        figures = _shares(best, lambda text: with_subjects(text, clauses_of(text)), relevance)
        cases = _shares(best, _in_cases(clauses_of), relevance)
        best = [
            replace(one, score=one.score + FIGURE_TOLD * max(figure, IN_CASE * case), figure=figure)
            for one, figure, case in zip(best, figures, cases, strict=True)
        ]
    if question.asks & _AGENTS:
        agents = zip(best, _shares(best, with_agent, relevance), strict=True)
        best = [replace(one, score=one.score + AGENT_TOLD * agent, agent=agent) for one, agent in agents]
    if (place := Requirements.of(question).place) and question.asks == {Ask.PLACE}:
        best = _by_place(place, best, relevance)
    if asks_composition(asked):
        best = [replace(one, score=one.score + COMPOSED * tells_composition(one.sentence.text)) for one in best]
    meant = Ask.DEFINITION in question.asks
    # In which case something is so is not said by what the thing consists of.
    parts = Ask.LIST in question.asks and not asks_case(asked)
    if (meant or parts) and not question.asks & FIGURES:
        terms = (term for one in ranked for term in explained(one.sentence.text, named=meant))
        relevance.look_through([Candidate(term) for term in terms])
        return [
            replace(one, score=one.score + 0.3) if defines(one, relevance, question.text, meant=meant) else one
            for one in (*best, *others)
        ]
    return best + others


def _by_place(asked: str, best: list[Found], relevance: Relevance) -> list[Found]:
    """`best` with the share of what a question names beside the paper's place that is said of another place, or there,
    as `figure`, where a name alone tells that."""
    judged: list[Found] = []
    for one in best:
        home = place_of(one.candidate.title)
        said = from_place_on(one.sentence.text, asked, home)
        own = relevance.without(frozenset((home, *localities(one.candidate.title))))
        share = max(own.bounds_of(said)[0], default=0.0)
        wordy = NEEDS[Ask.PLACE].search(one.sentence.text)
        judged.append(replace(one, score=one.score + PLACE_TOLD * share, figure=1.0 if wordy else share))
    return judged


def _or_with_number_of(clauses_of: Callable[[str], list[str]], asked: str) -> Callable[[str], list[str]]:
    """`clauses_of` and the clauses that say how many there are of what a question counts; where none does, all of a
    text that gives by name into what something is divided."""
    forms = [form for thing in listed_things(asked) for form in thing.forms]
    return lambda text: [*clauses_of(text), *with_number_of(text, forms)] or ([text] if divides(text) else [])


def _in_cases(clauses_of: Callable[[str], list[str]]) -> Callable[[str], list[str]]:
    """`clauses_of` with the case that each is for."""
    return lambda text: in_its_case(text, clauses_of(text))


def _exactness(text: str, pieces: Collection[str]) -> float:
    """How exactly the words of a question, of which these are the pieces, name what a figure of a sentence is of."""
    return max((exactness(clause, pieces) for clause in with_number(text)), default=0.0)


def _shares(found: Sequence[Found], clauses_of: Callable[[str], list[str]], relevance: Relevance) -> list[float]:
    """For each sentence the greatest share of the topic that one of these clauses of it speaks of."""
    clauses = [clauses_of(one.sentence.text) for one in found]
    # The value in an announcement is that of the item.
    clauses = [
        [one.sentence.text] if within and one.sentence.joined else within
        for one, within in zip(found, clauses, strict=True)
    ]
    candidates = [
        replace(one.candidate, text=clause, before="")
        for one, within in zip(found, clauses, strict=True)
        for clause in within
    ]
    shares = iter(relevance.shares(candidates))
    return [max(islice(shares, len(within)), default=0.0) for within in clauses]


def defines(found: Found, relevance: Relevance, asked: str, *, meant: bool) -> bool:
    """Whether a sentence explains what is asked about: a definition is `meant`, or a list of a thing's parts."""
    share = DEFINED if meant else WHOLLY_DEFINED
    if defines_quoted(found.sentence.text, asked):
        return True
    terms = explained(found.sentence.text, named=meant)
    if not terms:
        return False
    if any((folded(term) if meant else f"{folded(term)}包") in folded(asked) for term in terms):
        return True
    own = relevance.within(found.candidate.title)
    if meant and not own.terms:
        # All words of the question tell the document: the term is meant that one of them makes up (储能 of 新型储能).
        forms = {form for term in relevance.terms for form, _ in term.forms if len(form) > 1}
        names = map(folded, _said_to_mean(found.sentence.text))
        return any(form in name and 2 * len(form) >= len(name) for name in names for form in forms)
    return max((own if own.terms else relevance).shares([Candidate(term) for term in terms])) >= share


def defines_quoted(text: str, asked: str) -> bool:
    """Whether a sentence explains a word that the question has in quotation marks."""
    names = [name for name in _quoted_inside(asked) if folded(name) in folded(text)]
    if not names:
        return False
    terms = {folded(term) for term in explained(text)}
    # 公共数据授权运营，是指… explains 授权运营; 有毒赤潮 is not what 赤潮 is.
    whole = terms | {term[-len(name) :] for term in terms for name in map(folded, names) if len(name) > 3}
    return any(folded(name) in whole or explained_in_brackets(text, name) for name in names)


def defines_named(text: str, asked: str) -> bool:
    """Whether a sentence says what is meant by a name that the question has: 本意见所称政务新媒体，是指…."""
    return any(len(name) > 2 and folded(name) in folded(asked) for name in _said_to_mean(text))


def _said_to_mean(text: str) -> tuple[str, ...]:
    """The names of which a sentence says outright what they mean."""
    said = _MEANT.search(text)
    return explained(text[: said.end()]) if said else ()


@lru_cache(maxsize=256)
def _quoted_inside(question: str) -> tuple[str, ...]:
    """What a question has in quotation marks."""
    return tuple(_QUOTATION_INSIDE.findall(question))
