"""Which task records a question asks for: those inside its bounds, at its numbers, best on its topic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.sentences import Sentence
from assistant.matching.heads import heads_of
from assistant.matching.jurisdictions import records_there
from assistant.matching.nearby import just_said
from assistant.matching.ranking import AGENT_TOLD, Found
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import Ask
from assistant.questions.document_parts import Place, inside
from assistant.questions.question import ItemReference, Question
from assistant.questions.unit_bounds import UnitBound
from corpus.normalise import fold
from corpus.numbering import numbering
from corpus.numerals import number as numeral
from corpus.types import Span, TaskRecord
from index.library import Library
from index.types import Hit

TIED = 0.10
"""Records this close to the best are equally good where it holds all of the topic; all of them are given. Of the
development questions none is answered worse than with 0.03, and two better: 肉类进口 is import of meat in two tasks."""
RECORD_PREFERRED = 0.05
"""A sentence must speak of this much more of the topic than the best record to be preferred to it."""
NAMED_WHOLE = 0.2
"""What it is worth that the whole name of a task (项目推进组) stands in the topic."""
JUST_SAID = 0.4
"""What it is worth that a record states what the answer before has cited, where a question only points back at it."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A record with its score and the share of the topic it speaks of."""

    record: TaskRecord
    score: float
    coverage: float


def within(question: Question, records: Iterable[TaskRecord]) -> list[TaskRecord]:
    """The records inside the question's documents, places, units and period."""
    somewhere = question.document_ids or question.places or question.body or question.annexes
    if not (somewhere or question.units or question.period or question.demands or question.left_out):
        return list(records)
    return [
        record
        for record in records
        if _is_where_asked(record, question)
        and not (question.annexes and record.cell is None)
        and all(_has_unit(record, bound) != bound.excluded for bound in _bounds(question))
        and (question.period is None or _due_in(record, question))
        and question.demands.admit(record)
        and not (any(words in heading for words in question.left_out for heading in record.section))
    ]


def _bounds(question: Question) -> tuple[UnitBound, ...]:
    """The units that bound the rows: one that is left out of a count of units may share a row with those counted."""
    by_unit = question.demands.by_unit
    return tuple(bound for bound in question.units if not (by_unit and bound.excluded))


def reached(question: Question, library: Library) -> Sequence[TaskRecord]:
    """Records among which those `within` the question all are: few where it names units, a period or documents."""
    if question.document_ids:
        return library.records(question.document_ids)
    narrowed = [library.tasks.naming(bound.names) for bound in question.units if not bound.excluded]
    if question.period is not None:
        narrowed.append(library.tasks.due(question.period.start, question.period.end))
    return min(narrowed, key=len, default=library.records())


def numbered(records: Iterable[TaskRecord], item: ItemReference) -> list[TaskRecord]:
    """The records with the number that the question points at, in the place that it names."""
    return [
        record
        for record in records
        if _digits(record.number or "") == str(item.number)
        and (not item.places or stands_in(record, item.places))
        and not (item.body and record.cell is not None)
    ]


@lru_cache(maxsize=4096)
def _digits(number: str) -> str:
    """The number of an item in digits, however it is printed: （3）, 【事项三】."""
    printed = fold(number)
    written = re.sub(r"\D", "", printed)
    counted = _CARDINAL.search(printed)
    return str(numeral(counted.group())) if counted and not written else written


_CARDINAL = re.compile("[一二三四五六七八九十百]{1,5}")


def _is_where_asked(record: TaskRecord, question: Question) -> bool:
    """Whether a record is in the documents and the places that the question names, and in the body where it says so."""
    return (
        (not question.document_ids or record.document_id in question.document_ids)
        and (not question.places or stands_in(record, question.places))
        and not (question.body and record.cell is not None)
    )


def stands_in(record: TaskRecord, places: Iterable[Place]) -> bool:
    for place in places:
        if record.document_id != place.document_id:
            continue
        if place.table is not None and record.cell is not None and record.cell.table == place.table:
            return True
        if place.table is None and inside(record.section, place):
            return True
    return False


def _has_unit(record: TaskRecord, bound: UnitBound) -> bool:
    """Whether a unit has the role that the question gives it."""
    if bound.role == "sole" and len(record.units) > 1:
        return False
    if bound.role == "sole_lead" and len(record.lead_units) > 1:
        return False
    if bound.role == "marked" and record.lead_basis != "marked":
        return False
    leads = dict.fromkeys(("marked", "lead", "sole_lead"), record.lead_units)
    held = {**leads, "participant": record.participating_units}.get(bound.role, record.units)
    return any(name in held for name in bound.names)


def _due_in(record: TaskRecord, question: Question) -> bool:
    """Whether the record is due in the question's period: the whole of its deadline lies in it."""
    period, deadline = question.period, record.deadline
    if period is None or deadline is None or deadline.end is None or not period.holds(deadline.end):
        return False
    # Of a task due some time in 2021 nobody may say that it is due in December.
    return period.start is None or deadline.start is None or deadline.start >= period.start


_STEP = re.compile(r"(?:[前底末内初旬日]|季度)(?!完成$|办结$|前|[底末初])[\u4e00-\u9fff]{2}")
"""After a time, what is done by it."""


def candidate_of(record: TaskRecord, title: str, found: float = 0.0) -> Candidate:
    """What of a record a topic is matched against: its task, and what its time says is due when (6月底前开工)."""
    due = record.deadline.text if record.deadline is not None and _STEP.search(record.deadline.text) else ""
    return Candidate(f"{record.task} {due}" if due else record.task, " ".join(record.section), title, found=found)


def best_records(question: Question, relevance: Relevance, library: Library, found: Sequence[Hit]) -> list[Scored]:
    """The records that speak of the topic, best first; `found` is what search proposes."""
    records = [record for record in (library.record(hit.id) for hit in found) if _is_where_asked(record, question)]
    records = records_there(question, library, records)
    heads = heads_of({record.document_id for record in records}, library)
    proposed = {hit.id: hit.score for hit in found}
    scores = relevance.scores(
        [candidate_of(record, heads[record.document_id], proposed[record.id]) for record in records]
    )
    scored = []
    for record, judged in zip(records, scores, strict=True):
        score = judged.total + NAMED_WHOLE * _named_whole(record, question)
        score += JUST_SAID * just_said(question, record.document_id, record.spans["statement"])
        named = [bound for bound in question.units if bound.role == "any" or not _asks_units(question)]
        if named:
            score += 0.1 * sum(_has_unit(record, bound) for bound in named) / len(named)
        scored.append(Scored(record, score, judged.coverage))
    return sorted(scored, key=lambda one: -one.score)


LEAST_NAME = 5
"""Characters of a topic that may be the name of a task."""


def says_more(question: Question, sentences: Sequence[Found], best: Scored, library: Library) -> bool:
    """Whether the best of `sentences` is to be preferred to the best record: it speaks of more of the topic, or it
    states another task and is a better answer than the sentences of that record (it says who, where that is asked).
    None is where the question points back at what the record states."""
    first = sentences[0]
    if len(question.topic) >= LEAST_NAME and fold(best.record.task).startswith(fold(question.topic)):
        return False  # it is asked for by its name
    if _named_whole(best.record, question):
        return False
    if just_said(question, best.record.document_id, best.record.spans["statement"]):
        return False
    if first.topical > best.score + RECORD_PREFERRED:
        return True
    same_task = [best.record, *map(library.record, best.record.linked)]
    if any(_states(record, first.sentence) for record in same_task):
        return False
    own = max((one.score for one in sentences if _states(best.record, one.sentence)), default=first.score)
    if best.record.cell is not None:
        own += AGENT_TOLD * best.coverage  # its own cell says who, and no clause of the row does
    return first.score > own if first.agent > 0 else not _asks_units(question) and first.score > own + RECORD_PREFERRED


def _states(record: TaskRecord, sentence: Sentence) -> bool:
    """Whether a sentence is, at least in part, the statement of a record."""
    return sentence.passage.document_id == record.document_id and any(
        span.start < sentence.span.end and sentence.span.start < span.end for span in record.spans["statement"]
    )


def stating(ranked: Sequence[Scored], sentence: Sentence, topical: float, library: Library) -> list[Scored]:
    """The records that a sentence, which speaks of the topic better than any record, is the statement of; often none.

    The sentence of a row holds its units, too; read as a record it is known which of them lead.
    """
    text = library.document(sentence.passage.document_id).text
    numbered = numbering(sentence.span.of(text))
    start = sentence.span.start + (numbered.length if numbered else 0)  # a statement begins behind its number
    records = [
        record
        for record in library.records([sentence.passage.document_id])
        if any(_within(span, start, sentence) for span in record.spans["statement"])
    ]
    coverage = {one.record.id: one.coverage for one in ranked}
    return [Scored(record, topical, coverage.get(record.id, 0.0)) for record in records[:1]]


def _named_whole(record: TaskRecord, question: Question) -> bool:
    """Whether the whole of a task's words is a name that the topic holds: 项目推进组 of 海外仓项目推进组."""
    name = _folded(record.task).rstrip("。；，、 ")
    return len(name) >= LEAST_NAME and name in _folded(question.topic)


@lru_cache(maxsize=4096)  # the same records are proposed for question after question, and each meets the one topic
def _folded(text: str) -> str:
    return fold(text)


def _within(span: Span, start: int, sentence: Sentence) -> bool:
    """Whether a sentence that begins at `start` stands in a statement, or is the line of a form (督办事项 and what it
    is) that holds one: of other rows the sentence is the statement."""
    if sentence.passage.cell is not None and sentence.span.start <= span.start and span.end <= sentence.span.end:
        return True
    return span.start <= start and sentence.span.end <= span.end


def _asks_units(question: Question) -> bool:
    return bool(question.asks & {Ask.LEAD, Ask.RESPONSIBLE, Ask.PARTICIPANTS})
