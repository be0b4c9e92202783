"""Answers that the outline gives: the items under a heading, counted and in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from assistant.answers.enumerations import Item, children, heading_words
from assistant.language.listed_things import ListedThing, is_rendered, listed_things
from assistant.language.numbering import unnumbered
from assistant.matching.heads import head_of
from assistant.matching.relevance import Candidate, Relevance
from assistant.matching.thresholds import HEADING
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Evidence, Statement
from assistant.wording.gist import gist
from corpus.normalise import reading_view
from corpus.types import Document, Passage, Section, Span
from index.library import Library

DOCUMENTS = 5
"""How many of the documents that search proposes are looked through for a heading."""

CALLED = 0.8
"""So many of the headings are called what the question lists."""

LEAST_WRITTEN = 4
"""A heading of so many characters is named where a question writes it out."""

MOST_BESIDE, LONGEST_BESIDE = 4, 80
"""So many other cells of a row, and characters in them with their columns, are told beside its name."""

_ITEM_STARTS = (
    re.compile(r"(?:^|(?<=[。；：;:，\n]))(?P<item>[一二三四五六七八九十]{1,2}是[^。；;\n]*[。；;]?)"),
    re.compile(r"(?:^|(?<=[。；：;:\n]))(?P<item>第[一二三四五六七八九十][，、：:是][^。；;\n]*[。；;]?)"),
    re.compile(r"(?:^|\n)(?P<item>[—–-]{1,2}[^\n]+)"),
    re.compile(r"(?:^|\n)(?P<item>[（(]?\d{1,2}[）).．、]\s*[^\n]+)"),
    re.compile(r"(?:^|\n)(?P<item>(?:坚持|强化|加强|突出|注重)[^。\n]{2,14}[。：])"),
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
            f"{number}. {unnumbered(item.text)}{_beside(item, question)}",
            (Evidence(found.document_id, item.span, found.section.path),),
        )
        for number, item in enumerate(found.items, start=1)
    ]
    items = [(item.text, Evidence(found.document_id, item.span, found.section.path)) for item in found.items]
    if not zh and (rendered := gist(items)):
        statements.append(replace(rendered, text=f"\n{rendered.text}"))
    return Draft("answered", tuple(statements), confidence=min(1.0, found.score))


def _beside(item: Item, question: Question) -> str:
    """What stands beside the name of a row: all of it where it is short, else the columns that the question names."""
    told = [(column, cell) for column, cell in item.beside if cell]
    if len(told) > MOST_BESIDE or sum(len(column) + len(cell) for column, cell in told) > LONGEST_BESIDE:
        told = [(column, cell) for column, cell in told if column in question.text]
    words = "；".join(f"{column}：{cell}" for column, cell in told)
    return f"（{words}）" if words else ""


def named_section(
    question: Question, relevance: Relevance, passages: Sequence[Passage], library: Library
) -> tuple[str, Section] | None:
    """The section whose heading the question writes out (保障措施), else the one that its topic names, with its
    document's id; None where it names none."""
    best: tuple[bool, float, str, Section] | None = None
    heard = relevance.heard()
    things = listed_things(question.text[question.opening :])
    # In the one paper that is meant a heading is named by its words, even where the opening says them, too.
    alone = len(question.document_ids) == 1 and len(heard.terms) > 1
    found: list[tuple[str, str, list[Section], list[Candidate]]] = []
    for document_id in list(dict.fromkeys(passage.document_id for passage in passages))[:DOCUMENTS]:
        head = head_of(library.document(document_id))
        headed = [one for one in library.sections(document_id) if one.heading is not None and one.level < 3]
        candidates = [Candidate(heading_words(one), " ".join(one.path[:-1]), head) for one in headed]
        found.append((document_id, head, headed, candidates))
    # All at once: many short looks take longer than one.
    shares = iter(relevance.shares([one for *_, candidates in found for one in candidates]))
    for document_id, head, headed, candidates in found:
        telling = heard.within(head)
        owns = telling.shares(candidates) if telling.terms else [0.0] * len(headed)
        for section, own, share in zip(headed, owns, islice(shares, len(headed)), strict=True):
            written = _is_written(section, question.text, things)
            named = written or own >= HEADING or (alone and _holds_all(section, heard))
            if named and (best is None or (written, share) > best[:2]):
                best = written, share, document_id, section
    return best[2:] if best else None


def _holds_all(section: Section, topic: Relevance) -> bool:
    """Whether a heading has every word of a topic."""
    return all(term.word in heading_words(section) for term in topic.terms)


def _is_written(section: Section, text: str, things: Sequence[ListedThing]) -> bool:
    """Whether a question writes a heading out, or lists what it renders (safeguard measures), numbering apart."""
    name = unnumbered(heading_words(section)).strip()
    return len(name) >= LEAST_WRITTEN and (name in text or any(is_rendered(name, thing) for thing in things))


def headings_called(
    section: Section, document_id: str, library: Library, things: Sequence[ListedThing]
) -> Enumeration | None:
    """The headings under a heading, where nearly all are called what the question lists (…行动 under 主要任务): it asks
    for them and not for the tasks below them. None where they are called otherwise, or there are none."""
    outline = library.sections(document_id)
    heads = children(outline, outline.index(section))
    forms = [form for thing in things for form in thing.forms]
    named = max((sum(form in one.text for one in heads) for form in forms), default=0)
    enough = len(heads) > 1 and CALLED * len(heads) <= named
    return Enumeration(document_id, section, tuple(heads), 1.0) if enough else None


def items_under(section: Section, document_id: str, library: Library) -> Enumeration | None:
    """The headings under a heading, else the parallel items of its text; None where there are none."""
    outline = library.sections(document_id)
    if children(outline, outline.index(section)):
        return headings_under(section, document_id, library)
    items = items_of(library.document(document_id), section)
    return Enumeration(document_id, section, tuple(items), 1.0) if len(items) > 1 else None


def headings_under(section: Section, document_id: str, library: Library) -> Enumeration | None:
    """The headings right under a heading; None where there are none or only one."""
    outline = library.sections(document_id)
    heads = children(outline, outline.index(section))
    return Enumeration(document_id, section, tuple(heads), 1.0) if len(heads) > 1 else None
