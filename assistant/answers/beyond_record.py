"""What a task's own words say beyond its record: the other of two days, who supports, a time that runs.

A record keeps one deadline. "11月底前主体结顶，次年5月底前投入运营" has two, and the question may be for either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.numbering import without_references
from assistant.language.sentences import Sentence, sentences
from assistant.matching.needs import needed, tells_when
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from corpus.types import TaskRecord
from index.library import Library
from index.terms import folded

AS_TELLING = 0.5
"""A sentence of a task is given when it speaks of this part of what the most telling one speaks of."""

_PEOPLE = re.compile(r"领导|责任人|负责人|联系人|牵头人|召集人|包保人")
_TIME = re.compile(
    r"(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?|(?:19|20)\d\d年(?:[底末初]|[上下]半年)?|(?<!\d)年[底内]"
    r"|[\d一二两三四五六七八九十]+个?(?:工作日|[日天月年周]|小时|分钟)[之以]?[内前]"
)


def in_full(
    question: Question, record: TaskRecord, missing: Sequence[Ask], relevance: Relevance, library: Library
) -> list[Sentence]:
    """The sentences of a task that tell what its record leaves out of what is asked, in order: times besides its
    deadline, and what is `missing` from the record."""
    if record.cell is not None:
        return _row(question, record, missing, library)
    text = library.document(record.document_id).text
    stated = record.spans["statement"]
    own = [
        sentence
        for passage in library.passages(record.document_id)
        if any(passage.span.overlaps(span) for span in stated)
        for sentence in sentences(passage, text)
        if any(sentence.span.overlaps(span) for span in stated)
    ]
    telling = [one for one in own if _tells(question, one.text, record, missing)]
    if not telling:
        return []
    shares = dict(zip((one.span for one in own), relevance.shares([Candidate(one.text) for one in own]), strict=True))
    least = AS_TELLING * max(shares.values())
    return [one for one in telling if shares[one.span] >= least]


def _row(question: Question, record: TaskRecord, missing: Sequence[Ask], library: Library) -> list[Sentence]:
    """The whole row of a record where one of its cells tells what the record leaves out: a figure in the task, somebody
    in a column for people."""
    amount = Ask.QUANTITY in missing and needed(Ask.QUANTITY, question.text).search(without_references(record.task))
    person = Ask.PERSON in question.asks and _has_people(record, library)
    if not (amount or person):
        return []
    text = library.document(record.document_id).text
    stated = record.spans["statement"]
    rows = [
        one
        for one in library.passages(record.document_id)
        if one.cell is not None and any(one.span.overlaps(span) for span in stated)
    ]
    return [sentence for row in rows[:1] for sentence in sentences(row, text)]


def _has_people(record: TaskRecord, library: Library) -> bool:
    tables = [one for one in library.tables(record.document_id) if record.cell and one.index == record.cell.table]
    return any(_PEOPLE.search("".join(cell.text.split())) for table in tables for cell in table.header)


def _tells(question: Question, text: str, record: TaskRecord, missing: Sequence[Ask]) -> bool:
    if Ask.DEADLINE in missing and tells_when(question.text, without_references(text)):
        return True
    if Ask.PARTICIPANTS in missing and needed(Ask.PARTICIPANTS, question.text).search(text):
        return True
    if Ask.PERSON in question.asks and needed(Ask.PERSON, question.text).search(text):
        return True
    if Ask.DEADLINE not in question.asks or record.deadline is None:
        return False
    known = folded(record.deadline.text)
    return any(folded(match.group()) not in known for match in _TIME.finditer(without_references(text)))
