"""Answers about a document itself: its number, issuer, dates, recipients; and about who gave a speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from assistant.asking import METADATA_FIELDS, Ask
from assistant.compose import day_words, field_name, not_stated
from assistant.findings import Draft, Evidence, Statement, evidence_of_passage
from assistant.question import Question
from assistant.ranking import Found
from assistant.reading import quoted
from assistant.relevance import Candidate, Relevance
from assistant.requirements import posts_named
from assistant.sentences import sentences
from assistant.types import Language
from corpus.types import Document, Passage, Section, Span
from index.terms import folded

TITLED = 0.7
"""A question names a speech by its title when the title speaks of this share of the topic."""
SPOKEN = 0.85
"""The words of a speech tell the speaker where they answer nearly as well as the best sentence of all."""
_KEYS = {
    Ask.DOCUMENT_NUMBER: "number",
    Ask.ISSUER: "issuers",
    Ask.ISSUED: "issued",
    Ask.TITLE: "title",
    Ask.RECIPIENTS: "recipients",
}
_BASIS = re.compile(r"(?:根据|依据|按照|遵照|为(?:贯彻)?(?:落实|贯彻))[^。]{0,30}《")


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
        span = metadata.spans.get(key) or _printed(document.text, value) or metadata.spans.get("title")
        if value is None or span is None:
            missing.append(ask)
            continue
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


def annex_of(section: Section) -> bool:
    """Whether a section is an annex (附件)."""
    return (section.number or "").startswith("附件") and section.heading is not None


def answer_annexes(question: Question, document: Document, outline: Sequence[Section]) -> Draft | None:
    """The annexes of a document by their titles; None where it has none."""
    annexes = [section for section in outline if annex_of(section)]
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


def answer_copies(question: Question, document: Document, passages: Sequence[Passage]) -> Draft | None:
    """To whom copies go (抄送), which stands after the signature; None where the document does not say."""
    for passage in passages:
        for sentence in sentences(passage, document.text):
            if re.match(r"抄\s*送", sentence.text):
                return Draft("answered", tuple(quoted([sentence], question)))
    return None


def answer_basis(question: Question, document: Document, passages: Sequence[Passage]) -> Draft | None:
    """What a document says it is based on: its first sentence of the kind 根据《…》（文号）精神; None without one."""
    for passage in passages:
        for sentence in sentences(passage, document.text):
            if _BASIS.search(sentence.text):
                return Draft("answered", tuple(quoted([sentence], question)))
    return None


def answer_speakers(question: Question, document: Document, outline: Sequence[Section]) -> Draft | None:
    """Everybody who spoke at the conference that a document reports, in order; None where nobody did."""
    speeches = [
        section for section in outline if section.speaker and section.heading is not None and section.level == 1
    ]
    if len(speeches) < 2:
        return None
    zh = question.language == "zh"
    statements = [Statement(f"共{len(speeches)}位发言人：" if zh else f"{len(speeches)} speakers:")]
    for number, section in enumerate(speeches, start=1):
        if section.heading is not None:
            span = _line_of_name(document.text, section.heading, section.speaker or "") or section.heading
            text = (
                f"{number}. {section.speaker}：{section.path[0]}"
                if zh
                else f"{number}. {section.speaker}: {section.path[0]}"
            )
            statements.append(Statement(text, (Evidence(document.id, span, section.path),)))
    return Draft("answered", tuple(statements))


def answer_speaker(
    question: Question,
    ranked: Sequence[Found],
    document: Callable[[str], Document],
    outline: Callable[[str], Sequence[Section]],
    relevance: Relevance,
) -> Draft | None:
    """Who gave the speech that the question names by its title, else the one that the best sentence with a speaker
    belongs to, with the words that show it."""
    titled = _speech_titled(ranked, outline, relevance)
    if titled is not None:
        return _spoken(titled[1], document(titled[0]), question.language)
    near = [one.sentence for one in ranked if one.score >= SPOKEN * ranked[0].score]
    spoke = [sentence for sentence in near if sentence.passage.speaker]
    if not spoke:
        return None
    posts = [re.compile(rf"(?<!副){re.escape(post)}") for post in posts_named(question.text)]
    holders = [one for one in spoke if any(post.search(one.passage.speaker or "") for post in posts)]
    if posts and not holders:
        told = document(spoke[0].passage.document_id)
        return _speaker_with(posts, told, outline(told.id), question.language)
    best = (holders or spoke)[0]
    spoken = best.passage
    section = next(
        (one for one in outline(spoken.document_id) if one.speaker == spoken.speaker and one.heading is not None), None
    )
    evidence = [evidence_of_passage(spoken, best.span)]
    heading = ""
    if section is not None and section.heading is not None:
        heading = section.path[-1]
        named = _line_of_name(document(spoken.document_id).text, section.heading, spoken.speaker or "")
        evidence.insert(0, Evidence(spoken.document_id, named or section.heading, section.path))
    if question.language == "zh":
        text = f"这是{spoken.speaker}在“{heading}”发言中讲的。" if heading else f"这是{spoken.speaker}讲的。"
    else:
        text = f"The speaker is {spoken.speaker}" + (f", in the speech “{heading}”." if heading else ".")
    return Draft("answered", (Statement(text, tuple(evidence)),), confidence=min(1.0, max(0.0, ranked[0].topical)))


def _speaker_with(
    posts: Sequence[re.Pattern[str]], document: Document, outline: Sequence[Section], language: Language
) -> Draft | None:
    """Who of those that spoke holds the post that a question names, with the line that names the speaker."""
    for section in outline:
        if section.speaker and any(post.search(section.speaker) for post in posts):
            return _spoken(section, document, language)
    return None


def _speech_titled(
    ranked: Sequence[Found], outline: Callable[[str], Sequence[Section]], relevance: Relevance
) -> tuple[str, Section] | None:
    """The document and the speech whose title speaks of the topic as well as any sentence does, if there is one."""
    best = relevance.score(Candidate(ranked[0].sentence.text)).coverage if ranked else 0.0
    documents = dict.fromkeys(one.sentence.passage.document_id for one in ranked if one.sentence.passage.speaker)
    speeches = [
        (document_id, section)
        for document_id in documents
        for section in outline(document_id)
        if section.speaker and section.heading and section.level == 1
    ]
    scores = relevance.scores([Candidate(section.path[-1]) for _, section in speeches])
    shares = [score.coverage for score in scores]
    if not shares or max(shares) < max(TITLED, best):
        return None
    return speeches[shares.index(max(shares))]


def _spoken(section: Section, document: Document, language: Language) -> Draft | None:
    """That somebody gave the speech that a section is, with the line that names the speaker."""
    if section.heading is None or section.speaker is None:
        return None
    span = _line_of_name(document.text, section.heading, section.speaker) or section.heading
    speech = section.path[-1]
    text = (
        f"{section.speaker}作了“{speech}”发言。"
        if language == "zh"
        else f"{section.speaker} gave the speech “{speech}”."
    )
    return Draft("answered", (Statement(text, (Evidence(document.id, span, section.path),)),))


def _line_of_name(text: str, heading: Span, speaker: str) -> Span | None:
    """The heading together with the line that names the speaker, which stands next to it."""
    name = re.split("[（(]", speaker)[0]
    start, end = max(0, heading.start - 60), heading.end + 60
    at = text.find(name, start, end)
    if not name or at < 0:
        return None
    return Span(min(at, heading.start), max(at + len(name), heading.end))


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
