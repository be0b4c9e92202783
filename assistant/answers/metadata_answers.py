"""What a document says about itself, field by field: its number, issuer, dates, title, recipients."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.questions.asking import METADATA_FIELDS, Ask
from assistant.questions.question import Question
from assistant.types import Language
from assistant.wording.compose import day_words, field_name, not_stated
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import Document, Span
from index.terms import folded

_KEYS = {
    Ask.DOCUMENT_NUMBER: "number",
    Ask.ISSUER: "issuers",
    Ask.ISSUED: "issued",
    Ask.TITLE: "title",
    Ask.RECIPIENTS: "recipients",
}
# Lines of a document's head that are asked for by their own names, and what such a question is otherwise read to ask.
_LABELS = {
    "签发人": (
        re.compile(
            "签发人|(?:谁|who|哪(?:一)?[位个](?:领导|负责人|同志|leader)?)(?:来|负责|最后)* ?"
            "(?:签发|签字|签署|签的字|sign)"
            "|签[发字署]的?(?:人|领导)?是(?:谁|哪)",
            re.IGNORECASE,
        ),
        Ask.ISSUER,
    ),
    "索引号": (re.compile("索引号|(?<![a-z])index number", re.IGNORECASE), Ask.DOCUMENT_NUMBER),
    "主题分类": (re.compile("主题分类"), Ask.TITLE),
    "主题词": (re.compile("主题词"), Ask.TITLE),
}
_LABEL_LINE = r"{}\s*[：:][ \u3000]*(?P<value>[^\n]{{1,80}}?)(?=[ \u3000]{{2,}}|\n|$)"

# 浙江省人民政府办公厅 2019年1月7日印发: who printed it may be another than who issued it.
_PRINTED_BY = re.compile(r"([\u4e00-\u9fff]{4,30}?)(?=[12\uff11\uff12\u4e8c]\S{3}年)")
_FAR = 12
# The day of signature is no day on which a paper was put on a web site.
_ASKS_SIGNED = re.compile("签[发署]|成文|落款|(?<![a-z])sign(?:ed|ature)(?![a-z])", re.IGNORECASE)
_ASKS_PUBLISHED = re.compile("印发|发布|公布|公开|对外|上网|(?<![a-z])(?:print|publish|releas|issu)", re.IGNORECASE)
_LABELLED = re.compile(r"((?:发布|公布|公开)(?:日期|时间))\s*[：:]\s*\Z")


def told_by_head(question: Question, document: Document) -> Draft:
    """What the document says about itself, first in the lines of its head that the question names (签发人, 索引号)."""
    language = question.language
    told: list[Statement] = []
    rest = question.asks
    for label, (asked, ask) in _LABELS.items():
        printed = asked.search(question.text) and re.compile(_LABEL_LINE.format(r"\s*".join(label))).search(
            document.text
        )
        if printed:
            value = printed["value"].strip()
            zh = f"《{document.metadata.title}》的{label}是{value}。"
            text = zh if language == "zh" else f"{label} of 《{document.metadata.title}》: {value}."
            told.append(Statement(text, (Evidence(document.id, Span(*printed.span())),), (value,)))
            rest -= {ask}
    if not told or not rest & METADATA_FIELDS:
        return Draft("answered", tuple(told)) if told else told_by_metadata(question, document)
    others = told_by_metadata(replace(question, asks=rest), document)
    return replace(others, statements=(*told, *others.statements), status="partial" if others.missing else "answered")


def told_by_metadata(question: Question, document: Document) -> Draft:
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
        span = metadata.spans.get(key) or _printed(document.text, value) or metadata.spans.get("title")
        if value is None or span is None:
            missing.append(ask)
            continue
        span = _first_printed(document.text, span)
        name = field_name(ask, language)
        if language == "zh":
            name = "成文日期" if ask is Ask.ISSUED and metadata.issued and metadata.published else name
            text = f"《{metadata.title}》的{name}是{value}。" if ask is not Ask.TITLE else f"文件全称为{value}。"
        else:
            text = f"{_english_name(ask)} of 《{metadata.title}》: {value}."
        statements.append(Statement(text, (Evidence(document.id, span),)))
    printed = metadata.spans.get("published")
    if Ask.ISSUER in missing and (imprint := _imprint(document)):
        statements.append(imprint.told(metadata.title, language))
        missing.remove(Ask.ISSUER)
    signed = _ASKS_SIGNED.search(question.text) and not _ASKS_PUBLISHED.search(question.text)
    if Ask.ISSUED in asks and metadata.issued and metadata.published and printed and statements and not signed:
        day = _date(metadata.published, language)
        # A paper of 2005 is put on a web site in 2018 (发布日期：…): that is no day on which it was printed (…日印发).
        label = _LABELLED.search(document.text, max(0, printed.start - _FAR), printed.start)
        zh, en = (label[1], "published") if label else ("印发日期", "printed")
        by = None if label else _imprint(document)
        if language == "zh":
            text = f"{zh}是{day}{f'（{by.unit}印发）' if by else ''}。"
        else:
            text = f"It was {en} on {day}{f' by {by.unit}' if by else ''}."
        statements.append(Statement(text, (Evidence(document.id, printed),)))
    if not statements:
        return Draft("not_found", (not_stated(missing, language),), tuple(missing))
    if missing:
        statements.append(not_stated(missing, language))
    return Draft("partial" if missing else "answered", tuple(statements), tuple(missing))


@dataclass(frozen=True, slots=True)
class _Imprint:
    """The line at a document's foot that says which `unit` printed it (…办公厅 2019年1月7日印发)."""

    unit: str
    evidence: Evidence

    def told(self, title: str, language: Language) -> Statement:
        """The unit as the one that the document has for its issuer, as far as it says."""
        zh = f"《{title}》文末的印发机关是{self.unit}。"
        en = f"The body that printed 《{title}》, as its last line says: {self.unit}."
        return Statement(zh if language == "zh" else en, (self.evidence,), (self.unit,))


def _imprint(document: Document) -> _Imprint | None:
    """The unit that printed a document, where its foot names it."""
    span = document.metadata.spans.get("published")
    by = span and _PRINTED_BY.match("".join(span.of(document.text).split()))
    return _Imprint(by[1], Evidence(document.id, span)) if by and span else None


def _printed(text: str, value: str | None) -> Span | None:
    """Where a value from the catalogue stands in the text, white space and width apart, whole or for the most part."""
    wanted = "".join(folded(value or "").strip("《》").split())
    places = [(folded(character), at) for at, character in enumerate(text) if not character.isspace()]
    plain = "".join(character[:1] or " " for character, _ in places)
    for length in range(len(wanted), max(5, len(wanted) * 2 // 3), -1):
        start = plain.find(wanted[:length])
        if start >= 0:
            return Span(places[start][1], places[start + length - 1][1] + 1)
    return None


def _first_printed(text: str, span: Span) -> Span:
    """Where a label of the head (发文字号：) gives what stands at a span, if one does before it; else the span."""
    printed = span.of(text)
    at = text.find(printed)
    labelled = 0 <= at < span.start and text[:at].rstrip().endswith(("：", ":"))
    return Span(at, at + len(printed)) if labelled else span


def _date(day: date | None, language: Language) -> str | None:
    if day is None:
        return None
    return f"{day.year}年{day.month}月{day.day}日" if language == "zh" else day_words(day)


def _english_name(ask: Ask) -> str:
    names = {
        Ask.DOCUMENT_NUMBER: "The document number",
        Ask.ISSUER: "The issuing body",
        Ask.ISSUED: "The date of issue",
        Ask.TITLE: "The full title",
        Ask.RECIPIENTS: "The recipients",
    }
    return names[ask]
