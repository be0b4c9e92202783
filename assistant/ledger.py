"""Answers from task records: exact filters, every match listed, the fields that were asked and nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from assistant.aggregates import answer_units, at_extreme
from assistant.asking import ATTRIBUTES, Ask
from assistant.bodies import body_asked
from assistant.compose import (
    no_such_role,
    none_such,
    not_stated,
    record_statement,
    row_statement,
    total_words,
    where_words,
)
from assistant.conditions import bound_words
from assistant.documents_meant import documents_meant
from assistant.findings import Draft, Statement
from assistant.heads import heads_of
from assistant.in_full import in_full
from assistant.jurisdictions import records_there
from assistant.places import Place, inside
from assistant.qualifiers import NO_DEMANDS
from assistant.question import Question
from assistant.reading import quoted
from assistant.relevance import Candidate, Relevance
from assistant.requirements import needed, part_named, tells_when
from assistant.same_task import also_in, differences, place_words, silent
from assistant.selecting import TIED, Scored, candidate_of, numbered, reached, within
from assistant.thresholds import MEASURED
from assistant.types import Status
from corpus.types import Section, TaskRecord
from index.library import Library

MOST_TIED = 4
"""How many records that are equally good, and how many linked ones, an answer gives at the most."""
SPOKEN_OF = 0.31
"""A task is what is asked about when it and its headings speak of this share of the topic; what the title alone tells,
it tells of every task. Of 215 best records of the development questions 6 are below it, all wrong; of the others 15."""
LONGEST_PLACE = 6
"""Characters of a place's name, with which the title or the issuer of its papers begins."""
WIDER = 2.5
"""A linked record whose task takes this many times the words speaks of more than the task that was asked about."""
MOST_UNMET = 0.5
"""No record answers that has nothing near to more of the topic than this: of 12 such best records of development
questions 5 were the task that was meant, of 250 others 217."""
FULLY = 0.85
"""Only where the best record has this share of the topic's words can others be as good: the question is too wide."""

# The place that a unit's name begins with, in full: 柘川市商务局. 开发区 and the like are units themselves.
_PLACE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,5}?)(?:省|市|县|自治州|盟|旗)(?=[\u4e00-\u9fff]{2})")
# Chapters that plans have, by the names that people use for them, too.
_CHAPTER = re.compile("(?:重点|主要)(?:任务|工作|举措|措施)")
_ABOUT = re.compile(
    r"有关|相关|关于|涉及|方面|(?<![A-Za-z])(?:about|related to|concerning|regarding|on the topic of)(?![A-Za-z])",
    re.IGNORECASE,
)


def answer_fields(
    question: Question,
    relevance: Relevance,
    ranked: Sequence[Scored],
    library: Library,
    least: float = MEASURED.record,
) -> Draft | None:
    """Who and when of the task that the question is about; None where the best record's score is below `least`."""
    if not ranked or ranked[0].score < least or relevance.strange(candidate_of(ranked[0].record, "")):
        return None
    asks, best = question.record_asks, ranked[0]
    title = library.summary(best.record.document_id).title
    if sum(relevance.unmet(candidate_of(best.record, title))) > MOST_UNMET:
        return None
    if relevance.shares([candidate_of(best.record, "")])[0] < SPOKEN_OF:
        # Who is asked for who leads a plan is told who does its only task.
        only = len(library.records([best.record.document_id])) == 1
        if not only or relevance.within(title).terms:
            return None
    part = part_named(question.text)
    if part is not None and part not in best.record.task:
        return None
    body = body_asked(question.text) if set(asks) - {Ask.DEADLINE} else None
    if body is not None and not any(map(body.search, best.record.units)):
        return None  # the lead is no company; what it says of one, its sentence tells
    if asks == (Ask.DEADLINE,) and best.record.deadline and not tells_when(question.text, best.record.deadline.text):
        return None
    scores = {one.record.id: one.score for one in ranked}
    clear = best.coverage >= FULLY
    tied = [one.record for one in ranked if one is best or (clear and one.score >= best.score - TIED)][:MOST_TIED]
    linked = [
        record
        for record in map(library.record, best.record.linked)
        if len(record.task) <= WIDER * len(best.record.task) and _in_documents(record, question)
    ][:MOST_TIED]
    records = list({record.id: record for record in [*tied, *linked]}.values())
    records.sort(key=lambda record: (-_stated(record, asks), -scores.get(record.id, 0.0)))
    if len(tied) == 1 and _stated(records[0], asks) == len(asks) and not _differ(records, asks):
        records = records[:1]
    missing = tuple(ask for ask in asks if not any(_states(record, ask) for record in records))
    if len(missing) == len(asks):
        return None
    first, language = records[0], question.language
    full = in_full(question, first, missing, relevance, library)
    if full:
        # What its words say themselves is not said to be missing, nor is one of several days said to be the deadline.
        missing = tuple(ask for ask in missing if not any(needed(ask, question.text).search(one.text) for one in full))
        days = first.spans.get("deadline", ())
        among = any(one.span.overlaps(day) for one in full for day in days)
        told = tuple(ask for ask in asks if _states(first, ask) and not (among and ask is Ask.DEADLINE))
        statements = quoted(full, question)
        statements += [record_statement(first, told, language)] if told else []
    else:
        statements = [record_statement(first, asks, language)]
    for record in records[1:]:
        where = place_words(record, first, library, language)
        if _stated(record, asks):
            statements.append(record_statement(record, asks, language, also_in(where, language)))
            if record.id in first.linked:
                statements += differences(first, record, asks, library, language)
        elif record.id in first.linked:
            statements.append(silent(record, where, asks, language))
    if missing:
        statements.append(not_stated(missing, question.language))
    status: Status = "partial" if missing else "answered"
    return Draft(status, tuple(statements), tuple(missing), tuple(records), confidence=min(1.0, best.score))


def answer_items(question: Question, library: Library) -> Draft | None:
    """What is asked of the numbered items that the question points at; None where there are none."""
    records = [record for item in question.items for record in numbered(library.records(), item)]
    if not records:
        return None
    unstated = tuple(ask for ask in sorted(question.asks & ATTRIBUTES))
    if unstated and not question.record_asks:
        return Draft("not_found", (not_stated(unstated, question.language),), unstated)
    asks = question.record_asks or (Ask.RESPONSIBLE, Ask.DEADLINE)
    statements = [
        record_statement(
            record,
            asks,
            question.language,
            where_words(record, question.language) + ("：" if question.language == "zh" else ": "),
        )
        for record in records
    ]
    missing = (*(ask for ask in asks if not any(_states(record, ask) for record in records)), *unstated)
    if unstated:
        statements.append(not_stated(unstated, question.language))
    return Draft("partial" if missing else "answered", tuple(statements), missing, tuple(records))


def answer_section(question: Question, section: Section, document_id: str, library: Library) -> Draft | None:
    """Every record under a heading that the question names; None where there is none."""
    place = Place(document_id, section.path)
    records = [record for record in library.records([document_id]) if inside(record.section, place)]
    return listed(question, within(question, records), library) if records else None


def answer_list(
    question: Question, relevance: Relevance, library: Library, least: float = MEASURED.listed
) -> Draft | None:
    """Every record inside the question's bounds and on its topic (each to at least `least`), with the total; None where
    nothing matches. An answer is as sure as its least record."""
    records = _of_its_place(question, within(question, reached(question, library)), library)
    bounded = bool(question.units or question.places or question.period or question.demands)
    relevance = relevance.heard()
    if not question.document_ids and not question.places:
        records = records_there(question, library, records)
        meant = documents_meant(question, relevance, records, library)
        records = [record for record in records if record.document_id in meant]
    records = _under_named(question, records)
    heads = heads_of({record.document_id for record in records}, library)
    # In a list a task is on the topic when its heading is: everything under 特色保税加工 is bonded processing.
    candidates = [
        Candidate(f"{record.task} {' '.join(record.section)}", title=heads[record.document_id]) for record in records
    ]
    strict = not bounded or bool(_ABOUT.search(question.text))
    telling = relevance.telling(candidates, described=" ".join(heads.values()) if bounded else "", strict=strict)
    sure = 1.0
    if telling.terms:
        shares = telling.shares(candidates)
        records = [record for record, share in zip(records, shares, strict=True) if share >= least]
        sure = min((share for share in shares if share >= least), default=sure)
    if records:
        draft = listed(question, records, library)
        return draft and replace(draft, confidence=min(1.0, sure))
    return _in_no_such_role(question, library) or (None if telling.terms else _none_such(question, library))


def documents_named(
    question: Question, relevance: Relevance, found: Callable[[], Sequence[str]], library: Library
) -> frozenset[str]:
    """The documents of the place that is all that a question says beside units: 柘川 in "柘川网信办要干什么" tells
    whose paper is meant. Empty where it says more. `found` are those that search proposes."""
    place = question.topic.strip()
    if not (question.units and relevance.terms and len(place) <= LONGEST_PLACE) or question.document_ids:
        return frozenset()
    possible = {record.document_id for record in reached(question, library)}
    heads = heads_of(possible.union(found()), library)
    about = {name: library.summary(name) for name in heads}
    return frozenset(
        name
        for name, one in about.items()
        if any(named.startswith(place) for named in (one.title, *one.issuers))
        and not relevance.within(heads[name]).terms
    )


def _of_its_place(question: Question, records: list[TaskRecord], library: Library) -> list[TaskRecord]:
    """The records of the place that a unit's name begins with: 市人社局 in another city's plan is not 柘川市人社局."""
    for bound in question.units:
        place = _PLACE.match(bound.words)
        if place is None:
            continue
        heads = heads_of({record.document_id for record in records}, library)
        own = [
            record
            for record in records
            if place["name"] in heads[record.document_id]
            or any(unit.startswith(place.group()) for unit in record.units)
        ]
        elsewhere = all(place["name"] not in f"{one.title}{one.issuer or ''}" for one in library.documents())
        records = records if elsewhere else own
    return records


def _under_named(question: Question, records: list[TaskRecord]) -> list[TaskRecord]:
    """Of the records of one document those under the chapter that the question names: 重点任务 are not 保障措施."""
    named = _CHAPTER.search(question.text, question.opening)
    if named is None or len({record.document_id for record in records}) != 1:
        return records
    return [record for record in records if any(named.group() in heading for heading in record.section)] or records


def listed(question: Question, records: Sequence[TaskRecord], library: Library) -> Draft | None:
    """These records in full with their total, or what the question demands of them; None where there are none."""
    if question.demands.extreme:
        records = at_extreme(records, question.demands.earliest)
    if not records:
        return None
    zh = question.language == "zh"
    total, searched = len(records), _coverage(question, library)
    if question.demands.by_unit or question.demands.most:
        return answer_units(question, records, searched)
    bounds = bound_words(question)
    if zh:
        heading = f"共{total}项{f'（{bounds}）' if bounds else ''}："
    else:
        heading = f"{total_words(total)}{f' ({bounds})' if bounds else ''}:"
    statements = [Statement(heading)]
    statements += [row_statement(number, record, question.language) for number, record in enumerate(records, start=1)]
    return Draft("answered", tuple(statements), (), tuple(records), total, searched)


def _in_no_such_role(question: Question, library: Library) -> Draft | None:
    """That no task names the unit in the role that was asked for, where others name it in another role."""
    roles = {bound.role for bound in question.units}
    if not roles & {"lead", "marked", "sole_lead", "participant"}:
        return None
    named = replace(question, period=None, demands=NO_DEMANDS)
    relaxed = replace(named, units=tuple(replace(bound, role="any") for bound in question.units))
    records = reached(named, library)
    if within(named, records) or not within(relaxed, records):
        return None
    ask = Ask.PARTICIPANTS if "participant" in roles else Ask.LEAD
    names = [bound.words for bound in question.units]
    return Draft("not_found", (no_such_role(names, ask, question.language),), (ask,))


def _none_such(question: Question, library: Library) -> Draft | None:
    """That no row meets what is demanded, where the question names units or demands and no topic."""
    if not (question.units or question.demands):
        return None
    searched = _coverage(question, library)
    return Draft("not_found", (none_such(bound_words(question), searched, question.language),))


def _coverage(question: Question, library: Library) -> str:
    """How many records were looked at, so that a reader knows that the list is not a top-k."""
    places = Question(
        question.text, question.language, question.asks, "", places=question.places, document_ids=question.document_ids
    )
    everywhere = not question.places and not question.document_ids
    searched = library.records() if everywhere else within(places, library.records(question.document_ids or None))
    documents = len(library.tasks.by_document if everywhere else {record.document_id for record in searched})
    sections = sorted({record.section[0] for record in searched if record.section}) if question.places else []
    where = "、".join(sections)
    if question.language == "zh":
        return f"已逐条核对{where}全部{len(searched)}条任务记录（{documents}份文件）"
    return f"all {len(searched)} task records {f'of {where} ' if where else ''}in {documents} document(s) were checked"


def _in_documents(record: TaskRecord, question: Question) -> bool:
    return not question.document_ids or record.document_id in question.document_ids


def _states(record: TaskRecord, ask: Ask) -> bool:
    if ask is Ask.LEAD:
        return bool(record.lead_units)
    if ask is Ask.RESPONSIBLE:
        return bool(record.units)
    if ask is Ask.PARTICIPANTS:
        return bool(record.participating_units)
    if ask is Ask.QUANTITY:
        return bool(record.targets)
    return record.deadline is not None


def _stated(record: TaskRecord, asks: Iterable[Ask]) -> int:
    return sum(_states(record, ask) for ask in asks)


def _differ(records: Sequence[TaskRecord], asks: Sequence[Ask]) -> bool:
    """Whether two places say different things about what was asked."""

    def values(record: TaskRecord) -> tuple[object, ...]:
        held: list[object] = []
        if Ask.LEAD in asks or Ask.RESPONSIBLE in asks:
            held.append(frozenset(record.lead_units))
        if Ask.PARTICIPANTS in asks or Ask.RESPONSIBLE in asks:
            held.append(frozenset(record.participating_units))
        if Ask.DEADLINE in asks:
            held.append(record.deadline and (record.deadline.start, record.deadline.end))
        return tuple(held)

    return len({values(record) for record in records}) > 1
