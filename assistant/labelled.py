"""Answers from digests that open each speech by the name and post of its speaker: what somebody said, who said it, who
spoke at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking import Ask
from assistant.findings import Draft, Evidence, Statement, evidence_of_passage
from assistant.question import Question
from assistant.ranking import Found
from assistant.reading import LONGEST_ANSWER, quoted
from assistant.requirements import asks_person
from assistant.said_by import LabelledSpeech, labelled_speeches
from assistant.sentences import Sentence, sentences
from corpus.types import Span
from index.library import Library

LOOKED_INTO = 10
"""How many of the best sentences may lead to the digest."""

_SPEECHES = re.compile("发言|讲话|(?<![a-z])(?:speech|speak|spoke|remarks)", re.IGNORECASE)
_HOW_MANY = re.compile("几[个位名]|多少|哪些人|哪几|(?<![a-z])how many", re.IGNORECASE)
_SAID = re.compile(
    "讲|说|提|建议|主张|强调|表示|要求|发言|(?<![a-z])(?:say|said|propose[sd]?|suggest|stress|ask(?:ed)? for|point)",
    re.IGNORECASE,
)
_PROPOSES = re.compile("建议|要|应当?|必须|希望|同时")
_ASKED_TO_PROPOSE = re.compile("建议|主张|提议|提出|(?<![a-z])(?:propose|suggest|recommend)", re.IGNORECASE)
_POST = re.compile("职务|身份|什么人|(?<![a-z])(?:post|position)", re.IGNORECASE)


def answer_labelled(question: Question, ranked: Sequence[Found], library: Library) -> Draft | None:
    """What the speaker said whom the question names, who said its words, or who spoke; None where no digest of the
    kind is meant. `ranked` are the sentences on the topic, best first."""
    for document_id in dict.fromkeys(one.sentence.passage.document_id for one in ranked[:LOOKED_INTO]):
        document = library.document(document_id)
        speeches = labelled_speeches(document, library.sections(document_id))
        named = [one for one in speeches if one.speaker.name in question.text]
        if len(named) == 1 and _SAID.search(question.text):
            return _what_was_said(question, named[0], document_id, library)
        if speeches and _SPEECHES.search(question.text) and _HOW_MANY.search(question.text):
            return _everybody(question, speeches, document_id)
    if ranked and (Ask.SPEAKER in question.asks or (asks_person(question.text) and not question.record_asks)):
        return _who_said(question, ranked[0], library)
    return None


def _who_said(question: Question, best: Found, library: Library) -> Draft | None:
    passage, span = best.sentence.passage, best.sentence.span
    speeches = labelled_speeches(library.document(passage.document_id), library.sections(passage.document_id))
    speech = next((one for one in speeches if one.span.start <= span.start < one.span.end), None)
    if speech is None:
        return None
    who = speech.speaker
    text = f"这是{who.shown}讲的。" if question.language == "zh" else f"The speaker is {who.shown}."
    evidence = (Evidence(passage.document_id, who.span, passage.section), evidence_of_passage(passage, span))
    return Draft("answered", (Statement(text, evidence, (who.name, who.post)),), confidence=min(1.0, best.topical))


def _what_was_said(question: Question, speech: LabelledSpeech, document_id: str, library: Library) -> Draft | None:
    who = speech.speaker
    if _POST.search(question.text):
        colon = "：" if question.language == "zh" else ": "
        text = f"{who.name}{colon}{who.post}{'。' if question.language == 'zh' else '.'}"
        return Draft("answered", (Statement(text, (Evidence(document_id, who.span),), (who.name, who.post)),))
    document = library.document(document_id)
    said = [
        sentence
        for passage in library.passages(document_id)
        if passage.span.overlaps(speech.span)
        for sentence in sentences(passage, document.text)
        if _within(sentence.span, speech.span)
    ]
    proposals = [one for one in said if _PROPOSES.search(one.text)] if _ASKED_TO_PROPOSE.search(question.text) else []
    chosen = _first(proposals or said)
    if not chosen:
        return None
    if chosen[0].span.start <= who.span.start:
        return Draft("answered", tuple(quoted(chosen, question)))  # it begins with the name
    label = f"{who.shown}：" if question.language == "zh" else f"{who.shown}:"
    opening = Statement(label, (Evidence(document_id, who.span),), (who.name, who.post))
    return Draft("answered", (opening, *quoted(chosen, question)))


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _first(said: Sequence[Sentence]) -> list[Sentence]:
    """As many sentences as a person reads at once."""
    chosen: list[Sentence] = []
    for sentence in said:
        if chosen and sum(len(one.text) for one in chosen) + len(sentence.text) > LONGEST_ANSWER:
            break
        chosen.append(sentence)
    return chosen


def _everybody(question: Question, speeches: Sequence[LabelledSpeech], document_id: str) -> Draft:
    zh = question.language == "zh"
    statements = [Statement(f"共{len(speeches)}位发言人：" if zh else f"{len(speeches)} speakers:")]
    for number, one in enumerate(speeches, start=1):
        values = (one.speaker.name, one.speaker.post)
        statements.append(
            Statement(f"{number}. {one.speaker.shown}", (Evidence(document_id, one.speaker.span),), values)
        )
    return Draft("answered", tuple(statements))
