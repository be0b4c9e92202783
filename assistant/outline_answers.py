"""Answers that the outline gives: the items under a heading, counted and in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.asking import Ask
from assistant.counting import counted, counted_in_chinese, numeral
from assistant.enumerated import Item, children, heading_words, item_name, openings_with
from assistant.findings import Draft, Evidence, Statement
from assistant.gist import gist
from assistant.question import OPEN_ASKS, Question
from assistant.ranking import head_of
from assistant.relevance import Candidate, Relevance
from assistant.thresholds import HEADING
from corpus.normalise import reading_view
from corpus.types import Document, Passage, Section, Span
from index.library import Library

DOCUMENTS = 5
"""How many of the documents that search proposes are looked through for a heading."""

_NUMBERING = re.compile(r"^(?:[（(]?\d{1,3}[)）.．、\s]|[（(]?[一二三四五六七八九十]{1,3}[)）、])\s*")
_ITEM_STARTS = (
    re.compile(r"(?:^|(?<=[。；：;:，\n]))(?P<item>[一二三四五六七八九十]{1,2}是[^。；;\n]*[。；;]?)"),
    re.compile(r"(?:^|(?<=[。；：;:\n]))(?P<item>第[一二三四五六七八九十][，、：:是][^。；;\n]*[。；;]?)"),
    re.compile(r"(?:^|\n)(?P<item>[—–-]{1,2}[^\n]+)"),
    re.compile(r"(?:^|\n)(?P<item>[（(]?\d{1,2}[）).．、]\s*[^\n]+)"),
    re.compile(r"(?:^|\n)(?P<item>(?:坚持|强化|加强|突出|注重)[^。\n]{2,14}[。：])"),
)


_COUNTED = re.compile(
    r"(?<![\d第])(?P<number>[两二三四五六七八九十]|\d{1,2}(?!\d))(?:个大|大|个|项|类|种)?[“‘\"']?(?P<noun>[\u4e00-\u9fff]{2})"
)


_LISTED = re.compile(r"哪(?:些|几个|几项|几类|几大)([\u4e00-\u9fff]{1,3}[^的\W])(?=的?[？?，。、]|的?$)")
# What any list may be called.
_ANY_NOUN = frozenset(
    ("方面", "内容", "任务", "措施", "举措", "工作", "事项", "项目", "要求", "部分", "做法", "办法", "目标")
)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """The items that stand under one heading of a document, or after `label`, the sentence that announces them."""

    document_id: str
    section: Section
    items: tuple[Item, ...]
    score: float
    label: str = ""
    label_span: Span | None = None


def enumerations(
    question: Question, relevance: Relevance, document: Document, outline: Sequence[Section]
) -> Iterable[Enumeration]:
    """Every heading of a document that the topic names and that has items under it, with those items."""
    for found in _counted(question, document, outline):
        # Of several that are as many the one that speaks of the topic is meant.
        said = " ".join((found.section.path or ("",))[-1:] + tuple(item.text for item in found.items))
        told = Candidate(said, " ".join(found.section.path), head_of(document))
        yield replace(found, score=1.0 + relevance.score(told).coverage)
    relevance = relevance.within(head_of(document))
    if not relevance.terms:
        return
    headed = [(position, section) for position, section in enumerate(outline) if section.heading is not None]
    scores = relevance.scores(
        [
            Candidate(section.path[-1].split("。")[0], " ".join((*section.path[:-1], section.speaker or "")))
            for _, section in headed
        ]
    )
    for (position, section), judged in zip(headed, scores, strict=True):
        score = judged.coverage
        if score < HEADING * 0.75:
            continue
        items = children(outline, position) or items_of(document, section)
        if len(items) >= 2:
            yield Enumeration(document.id, section, tuple(items), score)


def _counted(question: Question, document: Document, outline: Sequence[Section]) -> Iterable[Enumeration]:
    """The sibling headings that hold a noun the question counts, as many as it says: 四大创新, six systems."""
    own_words = question.text[question.opening :]
    for match in _COUNTED.finditer(own_words):
        number = numeral(match["number"])
        if number is not None:
            yield from _so_many(number, [match["noun"]], document, outline)
    known, forms = counted(own_words), counted_in_chinese(own_words)
    if known is not None and forms:
        yield from _so_many(known, forms, document, outline)


def _so_many(
    number: int, forms: Sequence[str], document: Document, outline: Sequence[Section]
) -> Iterable[Enumeration]:
    """The headings, else the paragraphs, that are so many and open with one of these words."""
    headings = [one for one in outline if one.heading is not None and not (one.number or "").startswith("附件")]
    groups = [
        [one for one in headings if one.parent == parent] for parent in sorted({one.parent or 0 for one in headings})
    ]
    # 十大行动 may be numbered through several chapters.
    groups += [[one for one in headings if one.level == level] for level in sorted({one.level for one in headings})]
    for form in forms:
        for group in groups:
            named = [one for one in group if form in one.path[-1].split("。")[0]]
            if len(named) == number and 2 * number >= len(group):
                items = tuple(Item(item_name(one), one.heading) for one in named if one.heading is not None)
                parent = named[0].parent or 0
                shared = all(one.parent == named[0].parent for one in named)
                yield Enumeration(document.id, outline[parent if shared else 0], items, 1.0)
                return
        for section, opening in openings_with(form, document, outline):
            if len(opening) == number:
                yield Enumeration(document.id, section, tuple(opening), 1.0)
                return


def items_of(document: Document, section: Section) -> list[Item]:
    """The parallel items in a section's own text: 一是…；二是…, dashes, numbers, sentences that open alike."""
    view = reading_view(section.span.of(document.text))
    for pattern in _ITEM_STARTS:
        matches = list(pattern.finditer(view.text))
        if len(matches) >= 2:
            items = []
            for match in matches:
                inner = view.source(match.start("item"), match.end("item"))
                start = section.span.start
                items.append(Item(match["item"].strip(), Span(start + inner.start, start + inner.end)))
            return items
    return []


def _about(found: Enumeration, noun: str) -> bool:
    """Whether the heading, or most items, hold the noun that the question lists."""
    heading = found.section.path[-1] if found.section.path else ""
    return noun in heading or 2 * sum(noun in item.text for item in found.items) >= len(found.items)


def answer_enumeration(question: Question, found: Enumeration) -> Draft:
    """The items in full, with how many they are."""
    zh = question.language == "zh"
    heading = found.label.rstrip("：:。 ") or heading_words(found.section) or ("全文" if zh else "the text")
    total = len(found.items)
    opening = f"“{heading}”共{total}项：" if zh else f"“{heading}” has {total} {'item' if total == 1 else 'items'}:"
    where = found.label_span or found.section.heading or found.items[0].span
    statements = [Statement(opening, (Evidence(found.document_id, where, found.section.path),))]
    statements += [
        Statement(
            f"{number}. {_NUMBERING.sub('', item.text)}", (Evidence(found.document_id, item.span, found.section.path),)
        )
        for number, item in enumerate(found.items, start=1)
    ]
    items = [(item.text, Evidence(found.document_id, item.span, found.section.path)) for item in found.items]
    if not zh and (rendered := gist(items)):
        statements.append(replace(rendered, text=f"\n{rendered.text}"))
    return Draft("answered", tuple(statements), confidence=min(1.0, found.score))


def named_section(relevance: Relevance, passages: Sequence[Passage], library: Library) -> tuple[str, Section] | None:
    """The section whose heading the topic names, with its document's id; None where it names none."""
    best: tuple[float, str, Section] | None = None
    for document_id in list(dict.fromkeys(passage.document_id for passage in passages))[:DOCUMENTS]:
        telling = relevance.heard().within(head_of(library.document(document_id)))
        if not telling.terms:
            continue
        headed = [one for one in library.sections(document_id) if one.heading is not None and one.level < 3]
        scores = telling.scores([Candidate(one.path[-1].split("。")[0], " ".join(one.path[:-1])) for one in headed])
        for section, score in zip(headed, scores, strict=True):
            if score.coverage >= HEADING and (best is None or score.coverage > best[0]):
                best = score.coverage, document_id, section
    return best[1:] if best else None


def best_enumeration(
    question: Question, relevance: Relevance, passages: Sequence[Passage], library: Library
) -> Enumeration | None:
    """The items under the heading that the question names, where it asks for a list or a count; else None.

    Only documents that search proposes are looked at, in its order; the first of equal headings is taken.
    """
    stated = counted(question.text)
    if not question.asks & {Ask.LIST, Ask.COUNT} and not (stated and question.asks <= OPEN_ASKS):
        return None
    found: list[Enumeration] = []
    for document_id in list(dict.fromkeys(passage.document_id for passage in passages))[:DOCUMENTS]:
        found += enumerations(question, relevance, library.document(document_id), library.sections(document_id))
    if stated is not None:
        found = [one for one in found if len(one.items) == stated]
        nouns = counted_in_chinese(question.text)
        found = [one for one in found if not nouns or any(_about(one, noun) for noun in nouns)]
    noun = _LISTED.search(question.text)
    if noun and noun.group(1)[-2:] not in _ANY_NOUN:
        found = [one for one in found if _about(one, noun.group(1)[-2:])]
    best = max(found, key=lambda one: one.score, default=None)
    return best if best is not None and best.score >= HEADING else None
