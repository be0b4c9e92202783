"""Answers that give a part of a paper by its number, in full, or all its parts: 第三十条讲什么, 分几章, Article 5."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.answers.enumerations import Item, item_name
from assistant.answers.outline_answers import Enumeration, answer_enumeration
from assistant.answers.table_enumerations import tables_of
from assistant.matching.heads import head_of
from assistant.matching.relevance import Relevance
from assistant.questions.outline_parts import PartKind, PartsAsked, parts_asked
from assistant.questions.question import LISTS, Question
from assistant.wording.compose import no_such_place
from assistant.wording.findings import Draft, Evidence, Statement
from assistant.wording.gist import gist
from corpus.normalise import reading_view
from corpus.numerals import number
from corpus.types import Document, Section, Span
from index.library import Library

LONGEST_PART = 1200
"""Characters of a part that are given in full; of a longer one the first sentence of each paragraph."""
LEAST_PARTED = 0.4
"""Of several texts in one paper the parts of one are the paper's when they are so much of it, annexes apart."""

_CARDINAL = r"[一二三四五六七八九十百零〇\d]{1,5}"
_NUMBERED: dict[PartKind, re.Pattern[str]] = {
    "article": re.compile(rf"第\s*({_CARDINAL})\s*条"),
    "chapter": re.compile(rf"第\s*({_CARDINAL})\s*章"),
    "part": re.compile(rf"第\s*({_CARDINAL})\s*(?:章|部分|篇)|([一二三四五六七八九十]{{1,3}})、"),
    "annex": re.compile(rf"附件\s*({_CARDINAL})?"),
}
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")

Numbered = tuple[int, Section]


def answer_parts(question: Question, proposed: Callable[[], Sequence[str]], library: Library) -> Draft | None:
    """The part of a paper that a question asks for, or all of a kind; None where it asks for none or for more than
    that, or no paper is meant that has such parts. `proposed` gives the documents that search proposes, best first."""
    asked = parts_asked(question)
    if asked is None:
        return None
    named = sorted(question.document_ids - {""})  # filters that no document passes leave the name of none
    if question.document_ids and not named:
        return None
    told = Relevance(asked.rest, library) if asked.rest else None
    for name in named or dict.fromkeys(proposed()):
        document = library.document(name)
        if told is not None and told.terms and told.within(head_of(document)).terms:
            continue
        if not named and (told is None or not told.terms):
            continue  # nothing tells which paper is meant
        parts = _parts(library.sections(name), asked.kind)
        if not parts:
            continue
        if asked.number is None and (asked.kind != "annex" or len(parts) > 1 or question.asks & LISTS):
            return _all_of(question, asked, parts, document, library)
        section = next((one for value, one in parts if asked.number in (value, None)), None)
        if section is not None:
            return _content(question, section, document, library)
        if named:
            return Draft("not_found", (no_such_place(question.text, question.language),))
    return None


def _parts(outline: Sequence[Section], kind: PartKind) -> list[Numbered]:
    """The parts of a kind with their numbers: of several papers in one document those of the longest."""
    found = list(_numbered(outline, kind))
    if kind == "annex":
        return _apart(found)
    # 一、… under each chapter or annex is no part of the whole.
    groups: dict[tuple[int | None, bool], list[Numbered]] = {}
    for value, section in found:
        if kind != "part":
            groups.setdefault((None, True), []).append((value, section))
        elif not (section.path and section.path[0].startswith("附件")):
            groups.setdefault((section.parent, (section.number or "").startswith("第")), []).append((value, section))
    runs = [run for group in groups.values() for run in _runs(group) if len(run) > 1]
    longest = max(runs, key=_length, default=[])
    alone = not longest or (longest[0][1].parent == 0 and sum(run[0][1].parent == 0 for run in runs) == 1)
    if kind == "part" and not alone:
        # The parts of one of several speeches are not those of the whole.
        whole = outline[0].span.end - _length(list(_numbered(outline, "annex")))
        return longest if _length(longest) >= LEAST_PARTED * whole else []
    return longest


def _runs(parts: Sequence[Numbered]) -> list[list[Numbered]]:
    """The parts, apart where their numbers begin anew."""
    runs: list[list[Numbered]] = []
    for value, section in parts:
        if not runs or value <= runs[-1][-1][0]:
            runs.append([])
        runs[-1].append((value, section))
    return runs


def _apart(annexes: Sequence[Numbered]) -> list[Numbered]:
    """The annexes, each once: one that is announced and then follows is the longer of the two."""
    told: dict[str, Numbered] = {}
    for value, section in annexes:
        printed = "".join((section.number or "").split())
        key = printed if printed != "附件" else "".join(section.path[-1].split())
        known = told.get(key)
        if known is None or _length([known]) < _length([(value, section)]):
            told[key] = value, section
    return list(told.values())


def _length(parts: Sequence[Numbered]) -> int:
    return sum(one.span.end - one.span.start for _, one in parts)


def _numbered(outline: Sequence[Section], kind: PartKind) -> Iterator[Numbered]:
    for section in outline:
        match = _NUMBERED[kind].match((section.number or "").strip()) if section.heading is not None else None
        if match is not None:
            yield number(next(filter(None, match.groups()), "1")), section


def _all_of(
    question: Question, asked: PartsAsked, parts: Sequence[Numbered], document: Document, library: Library
) -> Draft:
    """How many parts of the kind there are: of articles their number, of others their headings, too."""
    title = f"《{document.metadata.title}》"
    if asked.kind == "article":
        ends = (parts[0][1], parts[-1][1])
        zh = f"{title}共{len(parts)}条。"
        text = zh if question.language == "zh" else f"{title} has {len(parts)} articles."
        quotes = tuple(Evidence(document.id, _opening(one, document), one.path) for one in ends)
        return Draft("answered", (Statement(text, quotes),))
    items = tuple(Item(item_name(one), one.heading or one.span) for _, one in parts)
    root = library.sections(document.id)[0]
    return answer_enumeration(question, Enumeration(document.id, root, items, 1.0, title, items[0].span))


def _content(question: Question, section: Section, document: Document, library: Library) -> Draft:
    """What a part says: the headings under it, the rows of its table, or its text."""
    outline = library.sections(document.id)
    at = outline.index(section)
    below = [one for one in outline if one.parent == at and one.heading is not None]
    tables = [one for one in tables_of(library, document.id) if one.section == section]
    if len(below) > 1:
        items = tuple(_item(one, document) for one in below)
        return answer_enumeration(question, Enumeration(document.id, section, items, 1.0))
    if len(tables) == 1:
        return answer_enumeration(question, Enumeration(document.id, section, tables[0].items, 1.0))
    return content_in_full(question, section, document)


def content_in_full(question: Question, section: Section, document: Document) -> Draft:
    """The text of a part, paragraph for paragraph; of a long one the first sentence of each."""
    paragraphs = list(_paragraphs(section.span, document))
    if sum(len(text) for text, _ in paragraphs) > LONGEST_PART:
        paragraphs = [(text, span) for one in paragraphs for text, span in _first_sentence(one[1], document)]
    zh = question.language == "zh"
    quotes = [(text, Evidence(document.id, span, section.path)) for text, span in paragraphs]
    statements = [Statement(f"\n{text}" if zh else f"\n“{text}”", (evidence,)) for text, evidence in quotes]
    rendered = None if zh else gist(quotes)
    return Draft("answered", (*statements, rendered) if rendered else tuple(statements))


def _item(section: Section, document: Document) -> Item:
    """A part by its heading; by its first sentence where it has its number alone."""
    name = item_name(section)
    if section.heading is None or len(name) > len(section.number or "") + 1:
        return Item(name, section.heading or section.span)
    span = _opening(section, document)
    return Item("".join(reading_view(span.of(document.text)).text.split("\n")), span)


def _opening(section: Section, document: Document) -> Span:
    """The first sentence of a part."""
    first = _SENTENCE.search(document.text, section.span.start, section.span.end)
    return Span(*first.span()) if first else section.span


def _paragraphs(span: Span, document: Document) -> Iterator[tuple[str, Span]]:
    """The paragraphs of a span in the reading view."""
    view = reading_view(document.text)
    inner = view.view(span.start, span.end)
    for match in re.finditer(r"[^\n]*\S[^\n]*", inner.of(view.text)):
        start, end = inner.start + match.start(), inner.start + match.end()
        yield match.group().strip(), view.source(start, end)


def _first_sentence(span: Span, document: Document) -> Iterator[tuple[str, Span]]:
    first = _SENTENCE.search(document.text, span.start, span.end)
    if first is not None:
        yield reading_view(first.group()).text.strip(), Span(*first.span())
