"""What a language model may do to an answer, and what becomes of an answer when it does something else.

A model may word and order the statements of an answer that gives the fields of tasks; sentences quoted from a document
stand as they are. What it sends is held against the statements (faithful.py): a sentence that says anything else is
dropped, and unless the rest gives everything that the statements give, the offline answer is sent unchanged. A model
may also put a question that found nothing in other words; what it may not change is held against the question.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from assistant.questions.question import OPEN_ASKS, Question
from assistant.questions.smalltalk import is_small_talk
from assistant.types import Language
from assistant.wording.cite import Line
from assistant.wording.compose import date_words, read_as, unit_words
from assistant.wording.faithful import Pattern, faithful, pattern_of
from assistant.wording.findings import Draft
from corpus.characters import same_width
from index.terms import simplified

MOST_REPHRASED = 2
"""How many other wordings of one question are tried."""

_ROW = re.compile(r"\s*(?:\d+\. |- )|\n")
_MARKED = re.compile(r"\[\d+\]")
# What ends a sentence: its markers, with the full stop on either side of them.
_MARKERS = re.compile(r"(\[\d{1,4}\](?:\s*\[\d{1,4}\])*)\s*[。.；;]?")


class LanguageModel(Protocol):
    """Something that words answers and questions. Nothing it says is believed; it may say nothing, and never raises."""

    def reworded(self, question: str, language: Language, statements: Sequence[str]) -> str:
        """The statements, each ending in its markers [n], in other words and order, as an answer to the question."""

    def rephrased(self, question: str, language: Language) -> Sequence[str]:
        """The question in words that official documents use, the best first."""


def reworded(model: LanguageModel, question: Question, draft: Draft, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the draft as the model words them, where it keeps to them; else `lines` as they are.

    The model is not asked about lists (rows are not prose), nor where there is nothing that it could word.
    """
    kept = tuple(lines)
    if draft.total is not None or any(_ROW.match(line.text) or _MARKED.search(line.text) for line in lines):
        return kept
    stated = [line for line in lines if line.markers]
    forms = _forms(draft, question.language)
    patterns = [pattern_of(line.text, forms, question.language) for line in stated]
    if not any(pattern.free for pattern in patterns):
        return kept
    marked = [line.text + "".join(f"[{marker}]" for marker in line.markers) for line in stated]
    said = _accepted(model.reworded(question.text, question.language, marked), stated, patterns, question.language)
    if said is None:
        return kept
    first = next(at for at, line in enumerate(kept) if line.markers)
    return (*kept[:first], *said, *(line for line in kept[first:] if not line.markers))


def _accepted(
    reply: str, stated: Sequence[Line], patterns: Sequence[Pattern], language: Language
) -> tuple[Line, ...] | None:
    """The sentences of the reply that are faithful to a statement with the same markers; None where all of them
    together do not give all that the statements give."""
    accepted: list[Line] = []
    given: list[set[str]] = [set() for _ in stated]
    for text, markers in _marked_sentences(reply):
        for at, (line, pattern) in enumerate(zip(stated, patterns, strict=True)):
            pieces = faithful(text, pattern, language) if markers == set(line.markers) else None
            if pieces is not None:
                given[at] |= pieces
                accepted.append(Line(_sentence(text, language), line.markers))
                break
    complete = all(pieces >= set(pattern.pieces) for pieces, pattern in zip(given, patterns, strict=True))
    return tuple(dict.fromkeys(accepted)) if complete else None


def _marked_sentences(reply: str) -> Iterator[tuple[str, set[int]]]:
    """Every piece of the reply that ends in markers, without marks at its ends, and the markers."""
    for line in reply.splitlines():
        parts = _MARKERS.split(line)
        for text, markers in zip(parts[::2], parts[1::2], strict=False):
            yield text.strip().lstrip("-*• ").rstrip("。.；; "), {int(one) for one in re.findall(r"\d+", markers)}


def _sentence(text: str, language: Language) -> str:
    """With a full stop, and in English a capital letter."""
    return f"{text}。" if language == "zh" else f"{text[:1].upper()}{text[1:]}."


def _forms(draft: Draft, language: Language) -> list[str]:
    """The units, dates and figures of the draft as its statements print them."""
    forms = [value for statement in draft.statements for value in statement.values]
    for record in draft.tasks:
        forms += [unit_words([unit], language) for unit in record.units]
        forms += [date_words(record.deadline, language)] if record.deadline else []
    return forms


def in_other_words(
    model: LanguageModel,
    question: Question,
    draft: Draft,
    understand: Callable[[str], Question],
    bounded: Callable[[Question], Question],
    answer: Callable[[Question], Draft],
) -> tuple[Question, Draft]:
    """The first of the model's wordings of the question that finds something, with the draft, which says how the
    question was read; what was there before where none does. `bounded` puts a question inside the caller's filters."""
    if is_small_talk(question) or not may_be_rephrased(question):
        return question, draft
    for wording in model.rephrased(question.text, question.language):
        other = bounded(understand(" ".join(simplified(same_width(wording)).split())))
        if is_small_talk(other) or not same_bounds(question, other):
            continue
        other = replace(other, language=question.language)
        found = answer(other)
        if found.status != "not_found":
            return other, replace(found, statements=(read_as(other.text, other.language), *found.statements))
    return question, draft


def may_be_rephrased(question: Question) -> bool:
    """Whether other words could help: not where nothing is asked about, and not where a unit, an item or an annex is
    named that the documents lack."""
    return bool(question.topic) and not (question.strangers or question.items or question.absent)


def same_bounds(question: Question, other: Question) -> bool:
    """Whether `other` asks of the same units, period, places and figures as `question`, and for all that it asks."""

    def bounds(one: Question) -> tuple[object, ...]:
        units = frozenset((bound.names, bound.role) for bound in one.units)
        period = one.period and (one.period.start, one.period.end)
        return units, period, frozenset(one.places), one.document_ids, one.demands, one.body, one.annexes

    return (
        bounds(question) == bounds(other)
        and not (other.strangers or other.items or other.absent)
        and question.asks - OPEN_ASKS <= other.asks
        and _numbers(other.text) <= _numbers(question.text)
    )


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", unicodedata.normalize("NFKC", text)))
