"""The enumerations that a document holds: headings under one heading, and the numbered items of a text, each with
what announces it ("重点抓好五件事：一是…二是…", "有下列情形之一的：（一）…", "办好10件实事。①…②…").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers.listed_points import points
from corpus.normalise import ReadingView, reading_view
from corpus.numbering import POINT
from corpus.numerals import number
from corpus.starting import quick
from corpus.types import Document, Section, Span

LONGEST_LABEL = 120
"""Characters of what announces an enumeration that are compared with a question."""
LONGEST_ANNOUNCING = 240
"""The same where a sentence of several clauses announces it."""
MOST_KEPT = 64

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_AFTER_STOP = r"(?:^|(?<=[。；：:;，,\n]))"
# How the members of an enumeration open, and whether one goes on to the end of its line.
_MEMBERS: tuple[tuple[re.Pattern[str], bool], ...] = (
    (quick(rf"{_AFTER_STOP}(?P<number>{_HAN_NUMBER})是"), False),
    (quick(rf"{_AFTER_STOP}第(?P<number>{_HAN_NUMBER})(?:步|阶段|环节)?[，、：:是]"), False),
    (quick(rf"{_AFTER_STOP}步骤(?P<number>{_HAN_NUMBER}|\d)[，、：:是]"), False),
    (re.compile(rf"(?P<number>[{_CIRCLED}])"), False),
    (quick(rf"{_AFTER_STOP}[（(](?P<number>{_HAN_NUMBER})[)）]"), True),
    (quick(rf"{_AFTER_STOP}(?P<number>{_HAN_NUMBER})、"), True),
    (re.compile(rf"{_AFTER_STOP}(?P<number>\d{{1,3}})(?:．|、(?!\d)|{POINT})"), True),
    (quick(rf"{_AFTER_STOP}[（(](?P<number>\d{{1,2}})[)）]"), True),
    (re.compile(r"(?:^|(?<=\n))(?P<number>)[—–-]{1,2}(?=[^\n—–-])"), True),
)
# What a colon opens and semicolons part: 严格审核以下内容：主体是否合法；程序是否合法；…。
_PARTED = re.compile(
    r"(?<=[。！？\n])?(?P<label>[^。！？；：\n]{4,}[：:])(?P<items>[^。！？；：\n]{2,}(?:；[^。！？；：\n]{2,}){2,})[。；\n]?"
)
_ALIKE = re.compile(
    r"(?:^|(?<=[。\n]))(?P<item>(?:[—–-]{1,2}|[（(]?[\d一二三四五六七八九十]{1,2}[)）.．、]?是?)?(?P<verb>坚持|强化|突出|注重)[^，。；：\n]{2,18}[。：，])"
)
# Lines that are numbered in brackets.
_NESTED = re.compile(r"(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）][^\n]*(?:\n|$)|[①-⑳][^\n]*(?:\n|$))+")
LONGEST_NESTED = 600
"""Characters of an item whose first paragraph announces the others."""
LEAST_ALIKE = 3
"""So many sentences that open alike are a list."""
_NUMBERED = re.compile(
    rf"{_HAN_NUMBER}是|第{_HAN_NUMBER}|步骤[\d一二三四五六七八九十]|[{_CIRCLED}（(—–-]|{_HAN_NUMBER}、|\d{{1,3}}[.．、]"
)
_STOP = re.compile("[。！？；\n]")
_NUMERALS = re.compile(r"[一二三四五六七八九十百零〇\d]+")
_BEGINS = re.compile(r"[^一二三四五六七八九十百\d]*[一1][^一二三四五六七八九十百\d]*")
_ANNOUNCES_HEADINGS = re.compile(
    r"[：:]$|(?:以下|下列|如下|[一二三四五六七八九十\d](?:件|项|条|大|个方面|方面|个重点))[^，。；]{0,8}[。.]?$"
)
_SAYS_FOLLOW = re.compile("下列|以下|如下")
_CLAUSE, _FIRST = re.compile("[^，。：；！？]{2,16}(?=[，。：；])"), re.compile("[^。；！？]+[。；！？]?")
_SENTENCE_END = re.compile("[。！？\n]")
# 现将有关事项通知如下 announces all of a paper and tells nothing of what.
_OPENS_PAPER = re.compile("[现特兹][^，。；：]*(?:如下|以下|下列|方案|意见|通知|公告|办法)[^，。；：]*[：:。]?$")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an enumeration: its reading view and its span in the document; of a table's row also what stands
    `beside` its name, each with the name of its column."""

    text: str
    span: Span
    beside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """An enumeration of a document: at least two items and what announces them, `label`, at `label_span`: a sentence or
    a heading. `intro` is what the heading, or the article that the items are in, says; `before` is the label's
    paragraph before it."""

    document_id: str
    section: Section
    label: str
    label_span: Span | None
    intro: str
    before: str
    items: tuple[Item, ...]


_KEPT: dict[str, tuple[Series, ...]] = {}


def series_of(document: Document, outline: Sequence[Section]) -> tuple[Series, ...]:
    """Every enumeration of a document, in text order."""
    kept = _KEPT.get(document.digest)
    if kept is None:
        kept = tuple(_found(document, outline))
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.clear()
        _KEPT[document.digest] = kept
    return kept


def heading_words(section: Section) -> str:
    """A heading without the text that may follow it in its line."""
    return section.path[-1].split("。")[0] if section.path else ""


def item_name(section: Section) -> str:
    """A heading as an item of the list that it belongs to, with its number."""
    mark, heading = (section.number or "").strip(), heading_words(section).strip()
    return heading if heading.startswith(mark) else f"{mark}{heading}"


def children(outline: Sequence[Section], position: int) -> list[Item]:
    """The headings right under the section at `position`."""
    return [
        Item(item_name(section), section.heading)
        for section in outline
        if section.parent == position and section.heading is not None
    ]


Opening = tuple[str, int, int]
"""The clause that a paragraph opens with, and from where to where its first sentence stands in the reading view."""


def paragraph_openings(
    document: Document, outline: Sequence[Section]
) -> tuple[tuple[Section, tuple[Opening, ...]], ...]:
    """How the paragraphs of each section open that has several which open with a clause."""
    view = reading_view(document.text)
    found = []
    for position, section in enumerate(outline):
        end = min((other.span.start for other in outline if other.parent == position), default=section.span.end)
        own = view.view(section.span.start, end)
        openings: list[Opening] = []
        for line in re.finditer(r"[^\n]+", own.of(view.text)):
            if clause := _CLAUSE.match(line.group()):
                start, sentence = own.start + line.start(), _FIRST.match(line.group())
                openings.append((clause.group(), start, start + (sentence.end() if sentence else len(line.group()))))
        if len(openings) >= 2:
            found.append((section, tuple(openings)))
    return tuple(found)


def openings_with(
    words: str, document: Document, openings: Sequence[tuple[Section, Sequence[Opening]]]
) -> Iterator[tuple[Section, list[Item]]]:
    """For every section the first sentences of its paragraphs that open with a clause holding `words`."""
    for section, every in openings:
        having = [(start, stop) for clause, start, stop in every if words in clause]
        if len(having) >= 2:
            view = reading_view(document.text)
            yield section, [Item(view.text[start:stop].strip(), view.source(start, stop)) for start, stop in having]


def _found(document: Document, outline: Sequence[Section]) -> Iterator[Series]:
    view = reading_view(document.text)
    for position, section in enumerate(outline):
        below = [other for other in outline if other.parent == position and other.heading is not None]
        own_end = min((other.span.start for other in below), default=section.span.end)
        own = view.view(section.span.start, own_end)
        text = own.of(view.text)
        label = heading_words(section)
        if not _is_bare(section) and not all(map(_is_bare, below)):
            said = text.partition("\n")[2].strip() if section.heading else text.strip()
            intro = f"{_articles(outline, section, view)} {said[-LONGEST_LABEL:]}"
            runs = list(_runs_of_headings(below))
            for run in runs:
                heads = tuple(Item(item_name(one), one.heading) for one in run if one.heading is not None)
                announced = _announcement(run[0], section, view)
                if announced is not None and (len(runs) > 1 or not label):
                    yield Series(document.id, section, *announced, label, "", heads)
                else:
                    # What is listed before the paragraph that announces them is another matter.
                    told = intro.rpartition("\n")[2] if announced is not None else intro
                    yield Series(document.id, section, label, section.heading, told, "", heads)
        context = _articles(outline, section, view)
        yield from _in_text(document.id, section, text, own.start, view, context)
        yield from _parted(document.id, section, text, own.start, view, context)
        yield from _opening_alike(document.id, section, text, own.start, view, context)
        yield from _pointed(document.id, section, text, own.start, view, context)


def _runs_of_headings(headings: Sequence[Section]) -> Iterator[list[Section]]:
    """The headings in runs that are numbered in one way, from one on: ten matters (1. to 10.), then the work.
    A heading whose number was lost in print belongs to the run that it stands in."""
    run: list[Section] = []
    way = ""
    for one in headings:
        mark = (one.number or "").strip()
        this = _NUMERALS.sub("#", mark)
        if run and mark and (way not in ("", this) or _BEGINS.fullmatch(mark)):
            if len(run) > 1:
                yield run
            run = []
        way = this if mark else way if run else ""
        run.append(one)
    if len(run) > 1:
        yield run


def _announcement(first: Section, section: Section, view: ReadingView) -> tuple[str, Span] | None:
    """The sentence of a section before the first of several headings where it announces them (重点抓好以下工作：)."""
    start = view.view(first.span.start, first.span.end).start
    told = view.text[:start].rstrip()
    announcing = _last_sentence(told, len(told))
    inside = section.heading is None or view.source(announcing.start, announcing.end).start >= section.heading.end
    words = announcing.of(told)
    if not inside or not _ANNOUNCES_HEADINGS.search(words) or _OPENS_PAPER.search(words):
        return None
    return words.strip()[-LONGEST_LABEL:], view.source(announcing.start, announcing.end)


def _is_bare(section: Section) -> bool:
    """Whether a heading is its number alone (第六条)."""
    return bool(section.path) and len(section.path[-1]) <= len(section.number or "") + 1


def _articles(outline: Sequence[Section], section: Section, view: ReadingView) -> str:
    """The first lines of the articles (第六条) above and at a section, whose headings say nothing."""
    words = []
    one: Section | None = section
    while one is not None:
        if _is_bare(one):
            words.append(view.view(one.span.start, one.span.end).of(view.text).strip().split("\n")[0][:LONGEST_LABEL])
        one = outline[one.parent] if one.parent is not None else None
    return " ".join(words)


def _in_text(
    document_id: str, section: Section, text: str, offset: int, view: ReadingView, context: str
) -> Iterator[Series]:
    """The enumerations of a section's own text, which begins at `offset` of the view."""
    opening = len(text) - len(text.partition("\n")[2].lstrip()) if section.heading is not None else 0
    for pattern, to_line_end in _MEMBERS:
        for run in _runs(list(pattern.finditer(text)), opening if to_line_end else -1):
            starts = [match.start() for match in run]
            ends = [*starts[1:], _end_of_last(text, run[-1].end(), to_line_end)]
            items = []
            for start, end in zip(starts, ends, strict=True):
                words = _told(text[start:end].rstrip())
                told = "".join(line.strip() for line in words.split("\n"))
                items.append(Item(told, view.source(offset + start, offset + start + len(words))))
            last = _last_sentence(text, starts[0])
            announcing = _announcing(text, last)
            label = announcing.of(text).strip()
            line = text.rfind("\n", 0, starts[0] - 1) + 1 if starts[0] else 0
            before = text[line : announcing.start].strip()
            span = view.source(offset + announcing.start, offset + announcing.end) if label else section.heading
            yield Series(
                document_id,
                section,
                label[-LONGEST_LABEL if announcing == last else 0 :] or heading_words(section),
                span,
                context,
                before[-2 * LONGEST_LABEL :],
                tuple(items),
            )


def _parted(
    document_id: str, section: Section, text: str, offset: int, view: ReadingView, context: str
) -> Iterator[Series]:
    """The enumerations of a section's own text whose items are parted by semicolons alone."""
    # From each place on what is no list is read to the end of its sentence: most texts have none.
    for match in _PARTED.finditer(text) if text.count("；") > 1 else ():
        items, start = [], match.start("items")
        for words in match["items"].split("；"):
            items.append(Item(words.strip(), view.source(offset + start, offset + start + len(words))))
            start += len(words) + 1
        if not any(_NUMBERED.match(item.text) for item in items):
            span = view.source(offset + match.start("label"), offset + match.end("label"))
            label = match["label"].strip()[-LONGEST_LABEL:]
            yield Series(document_id, section, label, span, context, "", tuple(items))


def _pointed(
    document_id: str, section: Section, text: str, offset: int, view: ReadingView, context: str
) -> Iterator[Series]:
    """The enumerations of a section's own text whose items nothing numbers, a line each."""
    for announcing, spans in points(text, headed=section.heading is not None):
        span = view.source(offset + announcing.start, offset + announcing.end)
        items = (Item(one.of(text), view.source(offset + one.start, offset + one.end)) for one in spans)
        label = announcing.of(text)[-LONGEST_LABEL:]
        yield Series(document_id, section, label, span, f"{context} {heading_words(section)}", "", tuple(items))


def _opening_alike(
    document_id: str, section: Section, text: str, offset: int, view: ReadingView, context: str
) -> Iterator[Series]:
    """The sentences of a section's own text that open with one verb and a few words: 坚持问题导向。…坚持分类指导。…"""
    if section.heading is None:
        return
    runs: dict[str, list[re.Match[str]]] = {}
    for match in _ALIKE.finditer(text):
        runs.setdefault(match["verb"], []).append(match)
    for run in runs.values():
        if len(run) >= LEAST_ALIKE:
            spans = [view.source(offset + match.start("item"), offset + match.end("item")) for match in run]
            items = [Item(match["item"].strip(), span) for match, span in zip(run, spans, strict=True)]
            yield Series(document_id, section, heading_words(section), section.heading, context, "", tuple(items))


def _runs(matches: Sequence[re.Match[str]], opening: int) -> Iterator[list[re.Match[str]]]:
    """The matches in runs that are numbered one after the other; those without numbers are one run.

    A run begins with one, or with the first words under a heading, at `opening`: items may be numbered on through
    chapters."""
    run: list[re.Match[str]] = []
    last = 0
    for match in matches:
        ordinal = _ordinal(match["number"])
        if run and ordinal is not None and ordinal != last + 1:
            if len(run) >= 2:
                yield run
            run = []
        if run or ordinal in (None, 1) or match.start() <= opening:
            run.append(match)
            last = ordinal or 0
    if len(run) >= 2:
        yield run


def _ordinal(words: str) -> int | None:
    if not words:
        return None
    return _CIRCLED.index(words) + 1 if words in _CIRCLED else number(words)


def _told(words: str) -> str:
    """What of an item is told: its first paragraph, or all of it where that only announces the others (10.还应具备：
    （1）…；（2）…)."""
    first = words.split("\n")[0]
    return words if first.endswith(("：", ":")) and len(words) <= LONGEST_NESTED else first


def _end_of_last(text: str, start: int, to_line_end: bool) -> int:
    found = (re.compile("\n") if to_line_end else _SENTENCE_END).search(text, start)
    if found is None:
        return len(text)
    nested = _NESTED.match(text, found.end()) if text[: found.end()].rstrip().endswith(("：", ":")) else None
    return nested.end() if nested else found.end()


def _announcing(text: str, last: Span) -> Span:
    """What announces the items that come after the `last` clause of a text: that clause, or its whole sentence where
    that says before its semicolons that they follow (有下列行为之一的，…处5万元以下的罚款；情节严重的，…：)."""
    start = max(text.rfind(stop, 0, last.start) for stop in "。！？\n") + 1
    if start < last.start and last.end - start <= LONGEST_ANNOUNCING and not _SAYS_FOLLOW.search(last.of(text)):
        return Span(start, last.end) if _SAYS_FOLLOW.search(text, start, last.start) else last
    return last


def _last_sentence(text: str, end: int) -> Span:
    """The last sentence before `end` of a text, with its stop; empty where there is none."""
    stop = len(text[:end].rstrip())
    inner = text[: max(0, stop - 1)]
    start = max((match.end() for match in _STOP.finditer(inner)), default=0)
    return Span(start, max(start, stop))
