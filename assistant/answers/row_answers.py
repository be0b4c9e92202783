"""Answers about the row of one task: its number and place, its units counted, the first of them, those beside the
lead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.task_fields import FULLY
from assistant.matching.selecting import TIED, Scored
from assistant.questions.row_asked import RowAsked
from assistant.types import Language
from assistant.wording.compose import annex_of, task_words, unit_words
from assistant.wording.findings import Draft, Statement, evidence_of_record
from corpus.types import TaskRecord
from index.library import Library

LEAST_NAMED, NAMED = 2, 0.6
"""A task is named by so many pairs of characters, and so many of them are its own."""
_HAN_PAIR = re.compile("[\u3400-\u9fff]{2}")
MOST_PLACES = 4
"""Rows of one task that are told with their numbers."""


def answer_row(
    asked: RowAsked, topic: str, ranked: Sequence[Scored], library: Library, language: Language
) -> Draft | None:
    """What is asked of the row of the task that the question names in full, by its `topic`; None where no task is named
    so, several are, or its row does not say it."""
    if not ranked or ranked[0].coverage < FULLY or not _is_named(ranked[0].record, topic):
        return None
    best = ranked[0].record
    linked = [record for record in map(library.record, best.linked) if record in [one.record for one in ranked]]
    tied = [one.record for one in ranked[1:] if one.coverage >= FULLY and one.score >= ranked[0].score - TIED]
    rows = list({one.id: one for one in (best, *linked)}.values())[:MOST_PLACES]
    if asked.kind != "number" and any(one not in rows and one.units != best.units for one in tied):
        return None
    if asked.kind == "number":
        rows = list({one.id: one for one in (*rows, *tied)}.values())[:MOST_PLACES]
        statements = [_numbered(one, library, language) for one in rows]
    else:
        told = _of_units(asked, best, language)
        statements = [told] if told is not None else []
    return Draft("answered", tuple(statements), (), (best,)) if statements else None


def answer_units(asked: RowAsked, told: Draft, language: Language) -> Draft | None:
    """What is asked of the units of the tasks with which the question for who is responsible has been answered; None
    where it was answered with none."""
    statements = [one for record in told.tasks if (one := _of_units(asked, record, language)) is not None]
    if told.status != "answered" or not statements:
        return None
    return Draft("answered", tuple(statements), (), told.tasks, confidence=told.confidence)


def _is_named(record: TaskRecord, topic: str) -> bool:
    """Whether the words of a topic are those of a task, and not only near to them; those in English may be."""
    asked, task = _pairs(topic), _pairs(record.task)
    return not asked or (len(asked) >= LEAST_NAMED and len(asked & task) >= NAMED * len(asked))


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring Han characters of a text."""
    return {text[at : at + 2] for at in range(len(text) - 1) if _HAN_PAIR.fullmatch(text, at, at + 2)}


def _numbered(record: TaskRecord, library: Library, language: Language) -> Statement:
    """Which item a row is, of what."""
    number = "".join((record.number or "").split()).rstrip(".．、")
    annex = annex_of(record.section[0]) if record.section else ""
    heading = "" if annex or not record.section else record.section[-1]
    title = library.summary(record.document_id).title
    if language == "zh":
        place = f"《{title}》{annex or '正文'}" + (f"“{heading}”下" if heading else "")
        item = f"第{number}项" if number.isdigit() else f"“{number}”"
        text = f"{task_words(record)}是{place}的{item}。" if number else f"{task_words(record)}列在{place}，没有编号。"
    else:
        place = f"{annex or 'the main text'} of 《{title}》" + (f", under “{heading}”" if heading else "")
        text = (
            f"{task_words(record)} is item {number} of {place}."
            if number
            else f"{task_words(record)} stands in {place}, without a number."
        )
    return Statement(text, evidence_of_record(record))


def _of_units(asked: RowAsked, record: TaskRecord, language: Language) -> Statement | None:
    """What is asked of the units of a row; None where it states none of these."""
    zh = language == "zh"
    lead, part = record.lead_units, record.participating_units
    units = {"lead": lead, "part": part if lead else (), "any": record.units}[asked.role]
    if asked.kind == "others":
        if not (lead and part):
            return None
        shown = unit_words(part, language)
        text = f"{task_words(record)}的参与单位为{shown}。" if zh else f"{task_words(record)} — participating: {shown}."
        return Statement(text, evidence_of_record(record), part)
    if not units:
        return None
    if asked.kind == "first":
        first = _as_printed(record)[0]
        shown = unit_words((first,), language)
        text = (
            f"{task_words(record)}列在最前面的单位是{shown}。"
            if zh
            else f"The unit listed first for {task_words(record)} is {shown}."
        )
        return Statement(text, evidence_of_record(record), (first,))
    name = (
        {"lead": "牵头单位", "part": "参与单位", "any": "单位"}[asked.role]
        if zh
        else {"lead": "lead unit", "part": "participating unit", "any": "unit"}[asked.role]
    )
    total, shown = len(units), _shown(units, lead if asked.role == "any" and part else (), language)
    if zh:
        opening = ("是，" if total == 1 else "不是，") if asked.kind == "only" else ""
        text = f"{opening}{task_words(record)}共{total}家{name}：{shown}。"
    else:
        opening = ("Yes: " if total == 1 else "No: ") if asked.kind == "only" else ""
        text = f"{opening}{task_words(record)} has {total} {name}{'' if total == 1 else 's'}: {shown}."
    return Statement(text, evidence_of_record(record), units)


def _shown(units: Sequence[str], lead: Sequence[str], language: Language) -> str:
    """Units, with which of them lead."""
    mark = "（牵头）" if language == "zh" else " (lead)"
    each = [f"{unit_words((unit,), language)}{mark if unit in lead else ''}" for unit in units]
    return "、".join(each) if language == "zh" else ", ".join(each)


def _as_printed(record: TaskRecord) -> list[str]:
    """The units of a record in the order in which they are printed."""
    named = [
        (span.start, unit)
        for units, field in ((record.lead_units, "lead_units"), (record.participating_units, "participating_units"))
        for unit, span in zip(units, record.spans.get(field, ()), strict=False)
    ]
    return [unit for _, unit in sorted(named)] or list(record.units)
