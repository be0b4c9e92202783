"""Answers about a document itself: which one is meant; its number, issuer, dates, recipients, annexes, basis."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from assistant.asking import METADATA_FIELDS, Ask
from assistant.compose import day_words, field_name, not_stated, nothing_found, which_document
from assistant.findings import Draft, Evidence, Statement
from assistant.heads import head_of
from assistant.question import Question
from assistant.reading import quoted
from assistant.relevance import Candidate, Relevance
from assistant.sentences import sentences
from assistant.types import Language
from assistant.validity import says_in_force, says_replaced, without_replacing, without_validity
from corpus.types import Document, Passage, Section, Span
from index.library import Library
from index.terms import folded
from index.types import DocumentSummary

_KEYS = {
    Ask.DOCUMENT_NUMBER: "number",
    Ask.ISSUER: "issuers",
    Ask.ISSUED: "issued",
    Ask.TITLE: "title",
    Ask.RECIPIENTS: "recipients",
}
_BASIS = re.compile(r"(?:根据|依据|按照|遵照|为(?:贯彻)?(?:落实|贯彻))[^。]{0,30}《")
# What a document says of itself: 本办法自…起施行, 《若干措施》…有效期到….
_OWN = re.compile(
    r"^[^，。；]{0,12}(?:本[^，。；]{1,12}|《[^《》]{2,60}》[^，。；]{0,16}[，]?)[^。；]{0,6}(?:自|有效期|从|试行期)"
)
ISSUES = re.compile("出台|发布|印发|公布|制[定订]|下发|颁布|推出")
"""By which a sentence says that a paper is to be issued."""
_AS_OF_A_TASK = {Ask.ISSUED: Ask.DEADLINE, Ask.ISSUER: Ask.RESPONSIBLE}
_ONLY_OF_DOCUMENTS = METADATA_FIELDS - _AS_OF_A_TASK.keys()
# Lines of a document's head that are asked for by their own names, and what such a question is otherwise read to ask.
_LABELS = {
    "签发人": (re.compile("签发人|谁签发|签发的?是谁|哪位(?:领导)?签发"), Ask.ISSUER),
    "索引号": (re.compile("索引号|(?<![a-z])index number", re.IGNORECASE), Ask.DOCUMENT_NUMBER),
    "主题分类": (re.compile("主题分类"), Ask.TITLE),
    "主题词": (re.compile("主题词"), Ask.TITLE),
}
_LABEL_LINE = r"{}\s*[：:][ \u3000]*(?P<value>[^\n]{{1,80}}?)(?=[ \u3000]{{2,}}|\n|$)"
MOST_DOCUMENTS = 5
"""So many documents are told of one by one where a question does not say which it means."""
MEANT = 0.7
"""A question means a document when its head says this share of the topic."""
MEANT_AT_LEAST = 0.5
"""The same where the question also says what it asks of the document in words that no head has."""
_COPIES = re.compile("抄送|cop(?:y|ied|ies)")


def about_document(question: Question, library: Library, found: Sequence[str]) -> Draft:
    """What the document that the question means says about itself; `found` are the documents of the passages that
    search proposes for the question, best first."""
    summaries = _possible(question, library)
    if not summaries:
        return Draft("not_found", (nothing_found(question.topic, sorted(question.asks), question.language),))
    if len(summaries) > 1 and question.asks <= METADATA_FIELDS and _names_none(question):
        return _of_each(question, library, summaries)
    document = library.document(_best(question, library, summaries, found))
    if question.annexes and question.asks & {Ask.TITLE, Ask.LIST, Ask.COUNT}:
        listed = _annexes(question, document, library.sections(document.id))
        if listed is not None:
            return listed
    if Ask.RECIPIENTS in question.asks and _COPIES.search(question.text):
        copies = _copies(question, document, library.passages(document.id))
        if copies is not None:
            return copies
    if Ask.BASIS in question.asks:
        based = _basis(question, document, library.passages(document.id))
        if based is not None:
            return based
    return _with_labels(question, document)


def as_of_a_task(question: Question) -> Question | None:
    """The question when or by whom a paper is issued, read as one for a task that somebody has (优惠办法什么时候出台);
    None where it asks a document for something else, or names the document."""
    if question.document_ids or not question.asks & _AS_OF_A_TASK.keys() or question.asks & _ONLY_OF_DOCUMENTS:
        return None
    return replace(question, asks=frozenset(_AS_OF_A_TASK.get(ask, ask) for ask in question.asks))


def _names_none(question: Question) -> bool:
    """Whether a question about a document says nothing that could tell which: 哪个单位发的文."""
    told = question.topic or question.units or question.places or question.document_ids or question.strangers
    return not (told or question.period or question.annexes or question.items or question.inherited)


def _of_each(question: Question, library: Library, summaries: Sequence[DocumentSummary]) -> Draft:
    """What each of a few documents says of itself; of more, that the question has to say which one it means."""
    if len(summaries) > MOST_DOCUMENTS:
        return Draft("not_found", (which_document(len(summaries), question.language),), tuple(sorted(question.asks)))
    drafts = [_metadata(question, library.document(one.id)) for one in summaries]
    told = [draft for draft in drafts if draft.status != "not_found"]
    if not told:
        return drafts[0]
    # What one document says and another does not is given; that the other does not would be said of no document.
    statements = [each for draft in told for each in draft.statements if each.evidence]
    return Draft("answered", tuple(statements))


def _possible(question: Question, library: Library) -> list[DocumentSummary]:
    """The documents that the question may mean; where it speaks of annexes, those that have any."""
    inside = question.document_ids
    summaries = [summary for summary in library.documents() if not inside or summary.id in inside]
    if not question.annexes:
        return summaries
    annexed = {name for name, outline, _ in library.outlines() if any(map(_is_annex, outline))}
    return [one for one in summaries if one.id in annexed] or summaries


def _best(question: Question, library: Library, summaries: Collection[DocumentSummary], found: Sequence[str]) -> str:
    """The document whose title speaks most of the topic; of equals, the one that search found first."""
    relevance = Relevance(question.topic, library)
    scores = relevance.scores([Candidate(summary.title) for summary in summaries])
    told = {summary.id: score.coverage for summary, score in zip(summaries, scores, strict=True)}
    # A reply says what it is about in its first lines, its title only whose proposal it answers.
    for name in told.keys() & set(found):
        told[name] = max(told[name], relevance.score(Candidate(head_of(library.document(name)))).coverage)
    rank = {name: place for place, name in reversed(list(enumerate(found)))}
    return max(told, key=lambda name: told[name] + 0.2 / (1 + rank.get(name, len(found))))


def _with_labels(question: Question, document: Document) -> Draft:
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
        return Draft("answered", tuple(told)) if told else _metadata(question, document)
    others = _metadata(replace(question, asks=rest), document)
    return replace(others, statements=(*told, *others.statements), status="partial" if others.missing else "answered")


def _metadata(question: Question, document: Document) -> Draft:
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
    if Ask.ISSUED in asks and metadata.issued and metadata.published and printed and statements:
        day = _date(metadata.published, language)
        text = f"印发日期是{day}。" if language == "zh" else f"It was printed on {day}."
        statements.append(Statement(text, (Evidence(document.id, printed),)))
    if not statements:
        return Draft("not_found", (not_stated(missing, language),), tuple(missing))
    if missing:
        statements.append(not_stated(missing, language))
    return Draft("partial" if missing else "answered", tuple(statements), tuple(missing))


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


def _is_annex(section: Section) -> bool:
    """Whether a section is an annex (附件)."""
    return (section.number or "").startswith("附件") and section.heading is not None


def _annexes(question: Question, document: Document, outline: Sequence[Section]) -> Draft | None:
    """The annexes of a document by their titles; None where it has none."""
    annexes = [section for section in outline if _is_annex(section)]
    if not annexes:
        return None
    zh = question.language == "zh"
    opening = (
        f"《{document.metadata.title}》共有{len(annexes)}个附件："
        if zh
        else f"The document has {len(annexes)} annexes:"
    )
    statements = [Statement(opening)]
    for number, section in enumerate(annexes, start=1):
        if section.heading is not None:
            evidence = (Evidence(document.id, section.heading, section.path),)
            statements.append(Statement(f"{number}. {section.path[-1]}", evidence))
    return Draft("answered", tuple(statements))


def _copies(question: Question, document: Document, passages: Sequence[Passage]) -> Draft | None:
    """To whom copies go (抄送), which stands after the signature; None where the document does not say."""
    for passage in passages:
        for sentence in sentences(passage, document.text):
            if re.match(r"抄\s*送", sentence.text):
                return Draft("answered", tuple(quoted([sentence], question)))
    return None


def _basis(question: Question, document: Document, passages: Sequence[Passage]) -> Draft | None:
    """What a document says it is based on: its first sentence of the kind 根据《…》（文号）精神; None without one."""
    for passage in passages:
        for sentence in sentences(passage, document.text):
            if _BASIS.search(sentence.text):
                return Draft("answered", tuple(quoted([sentence], question)))
    return None


def in_force(question: Question, library: Library, found: Sequence[str]) -> Draft | None:
    """From when and until when the document is in force that the question means, in the clause that says so; None where
    no document is meant or none says it. `found` are the documents that search proposes, best first."""
    relevance = Relevance(without_validity(question.topic), library)
    possible = question.document_ids or set(found)
    for name in dict.fromkeys((*found, *sorted(possible))):
        document = library.document(name)
        told = relevance.score(Candidate(head_of(document))).coverage if relevance.terms else 0.0
        if name not in possible or not (question.document_ids or told >= MEANT):
            continue
        for passage in reversed(library.passages(name)):
            for sentence in sentences(passage, document.text):
                if _OWN.search(sentence.text) and says_in_force(sentence.text):
                    return Draft("answered", tuple(quoted([sentence], question)))
    return None


def replaced(question: Question, library: Library, found: Sequence[str]) -> Draft | None:
    """Which paper the document that the question means puts out of force, in the clause that says so; None where no
    document is meant or none says it."""
    about = " ".join((without_validity(question.inherited), without_replacing(question.topic)))
    relevance = Relevance(about, library)
    if not (relevance.terms or question.document_ids):
        return None
    for name in dict.fromkeys((*found, *sorted(question.document_ids))):
        document = library.document(name)
        told = relevance.score(Candidate(head_of(document))).coverage if relevance.terms else 0.0
        if not (name in question.document_ids or told >= MEANT_AT_LEAST):
            continue
        for passage in reversed(library.passages(name)):
            for sentence in sentences(passage, document.text):
                if says_replaced(sentence.text) and "《" in sentence.text:
                    return Draft("answered", tuple(quoted([sentence], question)))
    return None


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
