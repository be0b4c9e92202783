"""What several places say of one task: where else it stands, and what these places state differently."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from assistant.questions.asking import Ask
from assistant.types import Language
from assistant.wording.compose import date_words, field_name, unit_words, where_words
from assistant.wording.findings import Statement, evidence_of_record
from corpus.links import compare
from corpus.types import TaskRecord
from corpus.units import same_unit
from index.library import Library

UNITS = frozenset({Ask.LEAD, Ask.RESPONSIBLE, Ask.PARTICIPANTS})


def place_words(record: TaskRecord, beside: TaskRecord, library: Library, language: Language) -> str:
    """Where a record stands, so that it cannot be taken for the place of the record `beside` it.

    附件1第4项; of another document with its title, and where both have one title with the number, the date or the name
    of the file that tells them apart; and where both say 正文, with the heading.
    """
    where = where_words(record, language)
    if record.document_id != beside.document_id:
        title = f"《{library.summary(record.document_id).title}》{_apart(record, beside, library, language)}"
        return f"{title}{where}" if language == "zh" else f"{where} of {title}"
    if where == where_words(beside, language) and record.section and record.section != beside.section:
        heading = f"“{record.section[-1]}”"
        return f"{where}{heading}" if language == "zh" else f"{where}, {heading}"
    return where


def _apart(record: TaskRecord, beside: TaskRecord, library: Library, language: Language) -> str:
    """What tells a document from another one of the same title, in brackets; "" where the title does."""
    own, other = library.summary(record.document_id), library.summary(beside.document_id)
    if own.title != other.title:
        return ""
    if own.number and own.number != other.number:
        mark = own.number
    elif own.issued and own.issued != other.issued:
        mark = own.issued.isoformat()
    else:
        mark = record.document_id
    return f"（{mark}）" if language == "zh" else f" ({mark})"


def also_in(where: str, language: Language) -> str:
    """The words before what a second place says of the task."""
    return f"另见{where}：" if language == "zh" else f"See also {where}: "


def silent(record: TaskRecord, where: str, asks: Collection[Ask], language: Language) -> Statement:
    """That a second place has the task and states nothing of what was asked."""
    names = [field_name(ask, language) for ask in asks]
    if language == "zh":
        text = f"{where}也列有这项任务，未写{'、'.join(names)}。"
    else:
        text = f"{where[0].upper()}{where[1:]} has the same task and does not state {' or '.join(names)}."
    return Statement(text, evidence_of_record(record))


def differences(
    one: TaskRecord, other: TaskRecord, asks: Collection[Ask], library: Library, language: Language
) -> Iterator[Statement]:
    """What two places state differently of one task, as far as it was asked: leads, other units, deadlines."""
    differs = compare(one, other).differs
    here, there = place_words(one, other, library, language), place_words(other, one, library, language)
    evidence = (*evidence_of_record(one), *evidence_of_record(other))
    zh = language == "zh"
    if "lead_units" in differs and UNITS.intersection(asks):
        leads = unit_words(one.lead_units, language), unit_words(other.lead_units, language)
        text = (
            f"两处牵头单位不一致：{here}为{leads[0]}，{there}为{leads[1]}。"
            if zh
            else f"The leads differ: {leads[0]} in {here}, {leads[1]} in {there}."
        )
        yield Statement(text, evidence, (*one.lead_units, *other.lead_units))
    if UNITS.intersection(asks):
        for record, beside, places in ((one, other, (here, there)), (other, one, (there, here))):
            if statement := _extra_units(record, beside, places, language):
                yield statement
    if "deadline" in differs and Ask.DEADLINE in asks and one.deadline and other.deadline:
        dates = date_words(one.deadline, language), date_words(other.deadline, language)
        text = (
            f"两处完成时间不一致：{here}为{dates[0]}，{there}为{dates[1]}。"
            if zh
            else f"The deadlines differ: {dates[0]} in {here}, {dates[1]} in {there}."
        )
        yield Statement(text, evidence, (one.deadline.text, other.deadline.text))


def _extra_units(
    record: TaskRecord, other: TaskRecord, places: tuple[str, str], language: Language
) -> Statement | None:
    """The units that one of two places on a task names and the other does not; None where there are none."""
    extra = [name for name in record.units if not any(same_unit(name, known) for known in other.units)]
    if not extra or not other.units:
        return None
    here, there = places
    units = unit_words(extra, language)
    text = (
        f"{here}比{there}多列{units}。"
        if language == "zh"
        else f"{here[0].upper()}{here[1:]} also names {units}, which {there} does not."
    )
    return Statement(text, evidence_of_record(record), tuple(extra))
