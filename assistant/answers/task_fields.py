"""Who and when of a task: the fields that were asked for, from the record that states them and nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from assistant.answers.beyond_record import in_full
from assistant.answers.days_of_row import told_in_days
from assistant.answers.reading import quoted
from assistant.answers.remarks import dated_in_remarks
from assistant.answers.same_task import also_in, differences, place_words, silent
from assistant.answers.year_of_part import headed_year, year_told
from assistant.language.bodies import body_asked
from assistant.language.deeds_asked import deed_asked, speaks_of_deed
from assistant.matching.forms import form_meant
from assistant.matching.heads import place_of
from assistant.matching.needs import asks_year, counts_time, needed, tells_deadline
from assistant.matching.relevance import Relevance
from assistant.matching.requirements import part_named
from assistant.matching.selecting import TIED, Scored, candidate_of, numbered
from assistant.questions.asking import ATTRIBUTES, Ask
from assistant.questions.question import Question
from assistant.types import Status
from assistant.wording.compose import (
    not_stated,
    record_statement,
    where_words,
)
from assistant.wording.findings import Draft
from corpus.types import TaskRecord
from index.library import Library

MOST_TIED = 4
"""How many records that are equally good, and how many linked ones, an answer gives at the most."""
TIED_WITH_MORE = 0.2
"""The same of those that state more of what is asked than the best one: 集货仓要在什么时候设立多少个 is told by the
task that says how many."""
SPOKEN_OF = 0.31
"""A task is what is asked about when it and its headings speak of this share of the topic; what the title alone tells,
it tells of every task, and the place of a paper is that of all its tasks, whichever name it (屿兰海事局). Of 215 best
records of the development questions 6 are below it, all wrong; of the others 15."""
WIDER = 2.5
"""A linked record whose task takes this many times the words speaks of more than the task that was asked about."""
MOST_UNMET = 0.5
"""No record answers that has nothing near to more of the topic than this: of 12 such best records of development
questions 5 were the task that was meant, of 250 others 217."""
MOST_PAPERS = 2
"""An item by its number alone is told from no more documents than this: of every paper has one."""
FULLY = 0.85
"""Only where the best record has this share of the topic's words can others be as good: the question is too wide."""


# 哪年建成 asks for an event of the thing, by when it has to be done for the deadline of the task.
_FINISHED = re.compile(
    r"完成|完工|办结|做完|干完|办好|办完|搞定|弄好|到位|落实|时限|期限|时间节点|截止|最[晚迟]|收官|交账|到期"
    r"|(?<![a-z])(?:by when|due|deadlines?|timelines?|done|finish\w*|complet\w*|ready|deliver\w*|time limit)"
    r"(?![a-z])",
    re.IGNORECASE,
)


def answer_fields(
    question: Question,
    relevance: Relevance,
    ranked: Sequence[Scored],
    library: Library,
    least: float,
) -> Draft | None:
    """Who and when of the task that the question is about; None where the best record's score is below `least`."""
    best = _meant(question, relevance, ranked, library, least)
    if best is None:
        return None
    asks = question.record_asks
    if Ask.QUANTITY in asks and counts_time(question.text[question.opening :]) and _lasts(best.record):
        asks = tuple(ask for ask in asks if ask is not Ask.QUANTITY) or (Ask.DEADLINE,)
        asks += () if Ask.DEADLINE in asks else (Ask.DEADLINE,)
    in_days = told_in_days(question, best.record, library) if Ask.DEADLINE in asks else ()
    if in_days:
        others = tuple(ask for ask in asks if ask is not Ask.DEADLINE and _states(best.record, ask))
        told = (record_statement(best.record, others, question.language),) if others else ()
        return Draft("answered", told + in_days, (), (best.record,), confidence=min(1.0, best.score))
    if asks == (Ask.DEADLINE,) and best.record.deadline and not tells_deadline(question.text, best.record.deadline):
        return None
    scores = {one.record.id: one.score for one in ranked}
    clear = best.coverage >= FULLY
    near = [one for one in ranked if clear and one.score >= best.score - _reach(one.record, best.record, asks)]
    if Ask.DEADLINE in asks:  # the day by which another task is due is not in how many days this one is done
        near = [one for one in near if one is best or _can_date(one.record, question)]
    tied = [one.record for one in (near or [best])][:MOST_TIED]
    linked = [
        record
        for record in map(library.record, best.record.linked)
        if len(record.task) <= WIDER * len(best.record.task) and _in_documents(record, question)
    ]
    if asks == (Ask.DEADLINE,):  # nor does the day of its row in the annex tell how long something is kept
        linked = [record for record in linked if _can_date(record, question)]
    whole = question.inherited or best.record.task.startswith(question.topic.split()[0])
    if linked and not whole:
        # A part of the task is asked about: what tells another part of it is no second place of this one. By its first
        # words the task is named as a whole, as by what goes on from an answer.
        shares = relevance.shares([candidate_of(record, "") for record in linked])
        linked = [record for record, share in zip(linked, shares, strict=True) if share >= SPOKEN_OF]
    linked = linked[:MOST_TIED]
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
        stated = tuple(ask for ask in asks if _states(first, ask) and not (among and ask is Ask.DEADLINE))
        statements = quoted(full, question)
        statements += [record_statement(first, stated, language)] if stated else []
    else:
        statements = [record_statement(first, asks, language)]
        if Ask.DEADLINE in asks and len(records) == 1:
            statements += dated_in_remarks(question, first, library)
    for record in records[1:]:
        where = place_words(record, first, library, language)
        if _stated(record, asks):
            statements.append(record_statement(record, asks, language, also_in(where, language)))
            if record.id in first.linked:
                statements += differences(first, record, asks, library, language)
        elif record.id in first.linked:
            statements.append(silent(record, where, asks, language))
    if Ask.DEADLINE in missing and asks_year(question.text):
        year = headed_year(first.document_id, first.section, library)
        if year is not None:
            statements.append(year_told(year, language))
            missing = tuple(ask for ask in missing if ask is not Ask.DEADLINE)
    if missing:
        statements.append(not_stated(missing, question.language))
    status: Status = "partial" if missing else "answered"
    return Draft(status, tuple(statements), tuple(missing), tuple(records), confidence=min(1.0, best.score))


def _is_of(record: TaskRecord, question: Question) -> bool:
    """Whether a record names one of the units that the question names."""
    return any(name in record.units for bound in question.units for name in (bound.words, *bound.names))


def _lasts(record: TaskRecord) -> bool:
    """Whether the time of a task is one that runs: 10个工作日内."""
    return record.deadline is not None and record.deadline.kind == "relative"


def answer_unstated(
    question: Question,
    relevance: Relevance,
    ranked: Sequence[Scored],
    library: Library,
    least: float,
) -> Draft | None:
    """Whose the task is, and that it states nothing of what is asked; None where the best record does not speak of all
    that the question names, or states some of it."""
    best = _meant(question, relevance, ranked, library, least)
    if best is None or (Ask.DEADLINE in question.asks and not _FINISHED.search(question.text[question.opening :])):
        return None  # on which day an ordinance was passed is no deadline of the tasks that it sets
    # What the title tells, it tells of every task: 户外广告条例 is no task of 户外广告.
    own = relevance.within(library.summary(best.record.document_id).title)
    if own.shares([candidate_of(best.record, "")])[0] < FULLY:
        return None
    record, asks = best.record, question.record_asks
    if not record.units or any(_states(record, ask) for ask in asks):
        return None
    if in_full(question, record, asks, relevance, library):
        return None
    missing = tuple(ask for ask in asks if ask is not Ask.QUANTITY)
    statements = (
        record_statement(record, (Ask.RESPONSIBLE,), question.language),
        not_stated(missing, question.language),
    )
    return Draft("partial", statements, missing, (record,), confidence=min(1.0, best.score))


def answer_items(question: Question, library: Library, among_ids: Collection[str] | None = None) -> Draft | None:
    """What is asked of the numbered items that the question points at, of the records `among_ids` where they are given;
    None where there are none."""
    among = library.records(question.document_ids or None)
    records = [
        record
        for item in question.items
        for record in numbered(among, item)
        if among_ids is None or record.id in among_ids
    ]
    anywhere = not all(item.places or item.body for item in question.items)
    if not records or (anywhere and len({record.document_id for record in records}) > MOST_PAPERS):
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


def _meant(
    question: Question,
    relevance: Relevance,
    ranked: Sequence[Scored],
    library: Library,
    least: float,
) -> Scored | None:
    """The record of the task that the question is about; None where the best one cannot be that."""
    form = form_meant(question, relevance, library)
    if form is not None:
        return Scored(form, 2.0, 1.0)  # nothing is as good
    if not ranked or ranked[0].score < least or relevance.strange(candidate_of(ranked[0].record, "")):
        return None
    best = ranked[0]
    title = library.summary(best.record.document_id).title
    if sum(relevance.unmet(candidate_of(best.record, title))) > MOST_UNMET:
        return None
    own = relevance.without(frozenset({place_of(title)}))
    if own.shares([candidate_of(best.record, "")])[0] < SPOKEN_OF:
        # Who is asked for who leads a plan is told who does its only task.
        only = len(library.records([best.record.document_id])) == 1
        if not only or relevance.within(title).terms:
            return None
    if question.units and all(len(term.word) == 1 for term in relevance.terms) and not _is_of(best.record, question):
        return (
            None  # 交 is in 公交 and in 提交: a task that shares but this with the question is no unit's whom it names
        )
    part = part_named(question.text)
    if part is not None and not part.search(best.record.task):
        return None
    deed = deed_asked(question.text[question.opening :])
    if deed and not speaks_of_deed(best.record.task, deed):
        return None  # whose task it is need not be who does this
    body = body_asked(question.text) if set(question.record_asks) - {Ask.DEADLINE} else None
    if body is not None and not any(map(body.search, best.record.units)):
        return None  # the lead is no company; what it says of one, its sentence tells
    return best


def _can_date(record: TaskRecord, question: Question) -> bool:
    """Whether a record has no deadline, or one that can tell what the question asks of the time."""
    return record.deadline is None or tells_deadline(question.text, record.deadline)


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


def _reach(record: TaskRecord, best: TaskRecord, asks: Sequence[Ask]) -> float:
    """How far behind the best record one is equally good."""
    return TIED_WITH_MORE if _stated(record, asks) > _stated(best, asks) else TIED


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
