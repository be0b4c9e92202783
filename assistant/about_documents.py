"""Answers about a document itself: its number, issuer, dates, recipients; and about who gave a speech."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from assistant.asking import METADATA_FIELDS, Ask
from assistant.compose import field_name, not_stated
from assistant.findings import Draft, Evidence, Statement, evidence_of_passage
from assistant.question import Question
from assistant.types import Language
from corpus.types import Document, Passage, Section

_KEYS = {
    Ask.DOCUMENT_NUMBER: "number",
    Ask.ISSUER: "issuers",
    Ask.ISSUED: "issued",
    Ask.TITLE: "title",
    Ask.RECIPIENTS: "recipients",
}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def answer_metadata(question: Question, document: Document) -> Draft:
    """What the document says about itself, field by field; what it does not say is named."""
    metadata, language = document.metadata, question.language
    asks = [ask for ask in _KEYS if ask in question.asks & METADATA_FIELDS]
    values: dict[Ask, str | None] = {
        Ask.DOCUMENT_NUMBER: metadata.number,
        Ask.ISSUER: metadata.issuer,
        Ask.ISSUED: _date(metadata.issued or metadata.published, language),
        Ask.TITLE: f"《{metadata.title}》",
        Ask.RECIPIENTS: metadata.recipients,
    }
    statements: list[Statement] = []
    missing: list[Ask] = []
    for ask in asks:
        value = values[ask]
        key = _KEYS[ask]
        if ask is Ask.ISSUED and metadata.issued is None:
            key = "published"
        span = metadata.spans.get(key) or metadata.spans.get("title")
        if value is None or span is None:
            missing.append(ask)
            continue
        name = field_name(ask, language)
        if language == "zh":
            text = f"《{metadata.title}》的{name}是{value}。" if ask is not Ask.TITLE else f"文件全称为{value}。"
        else:
            text = f"{_english_name(ask)} of 《{metadata.title}》: {value}."
        statements.append(Statement(text, (Evidence(document.id, span),)))
    if not statements:
        return Draft("not_found", (not_stated(missing, language),), tuple(missing))
    if missing:
        statements.append(not_stated(missing, language))
    return Draft("partial" if missing else "answered", tuple(statements), tuple(missing))


def answer_speaker(
    question: Question, passages: Sequence[Passage], outline: Callable[[str], Sequence[Section]]
) -> Draft | None:
    """Who gave the speech that the best of `passages` belongs to, with the words that show it."""
    spoken = next((passage for passage in passages if passage.speaker), None)
    if spoken is None:
        return None
    section = next(
        (one for one in outline(spoken.document_id) if one.speaker == spoken.speaker and one.heading is not None), None
    )
    evidence = [evidence_of_passage(spoken)]
    if section is not None and section.heading is not None:
        evidence.insert(0, Evidence(spoken.document_id, section.heading, section.path))
    heading = spoken.section[0] if spoken.section else ""
    if question.language == "zh":
        text = f"这是{spoken.speaker}在“{heading}”发言中讲的。" if heading else f"这是{spoken.speaker}讲的。"
    else:
        text = f"The speaker is {spoken.speaker}" + (f", in the speech “{heading}”." if heading else ".")
    return Draft("answered", (Statement(text, tuple(evidence)),))


def _date(day: date | None, language: Language) -> str | None:
    if day is None:
        return None
    return (
        f"{day.year}年{day.month}月{day.day}日"
        if language == "zh"
        else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    )


def _english_name(ask: Ask) -> str:
    names = {
        Ask.DOCUMENT_NUMBER: "The document number",
        Ask.ISSUER: "The issuing body",
        Ask.ISSUED: "The date of issue",
        Ask.TITLE: "The full title",
        Ask.RECIPIENTS: "The recipients",
    }
    return names[ask]
