"""The section tree of a document: numbered and styled headings, attachments, speeches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from corpus.enclosed import enclosed_titles
from corpus.frame import TITLE_END, Paragraph, Part, frame
from corpus.normalise import ReadingView, reading_view
from corpus.numbering import RANKS, Numbering, numbering
from corpus.speakers import Speech, speeches
from corpus.types import BlockKind, Document, Section, Span

# Characters of a sentence that can still be a heading; the longest in the State Council's plans have 42.
LONGEST_HEADING = 45
# Numbered sentences that are mostly shorter than this are items of a list and not sections.
SHORTEST_ITEM = 40
# An enclosed document stands below an attachment and above all numbering.
_TITLE_RANK = 0.5
# Kinds that head a section whatever their length; the others do so when they are built like headings.
_ALWAYS = {"title", "附件", "部分", "编", "章", "节", "条", "一、", "专栏"}
# Kinds that are also written inside sentences: one that does not count on from the last is none.
_COUNTED = {"1.", "1 ", "（1）", "1）", "①"}
_CAPTION = re.compile(r"(?:图|表|单位|注|说明|资料来源|数据来源)\s*[\d一二三四五：:]|[（(].*[)）]$|目\s*录$")
_CLOSING = {Part.SIGNATURE, Part.DATE, Part.ATTACHMENT_LIST, Part.COPIED_TO, Part.PRINTED, Part.NOTE, Part.EFFECT}
_SENTENCE_END = re.compile(r"[。！？!?]|[：:；;](?=.)")
_CLAUSE_END = re.compile(r"[，,。；;：:]")
_TRAILING = "。：:；;，, "


@dataclass(frozen=True, slots=True)
class _Heading:
    """A paragraph that may open a section: the view offsets of its label and how it is built.

    `run_in` says that the paragraph goes on after its heading, `alone` that the heading is all of it.
    """

    index: int
    kind: str
    rank: float
    value: int
    number: str | None
    label: tuple[int, int]
    run_in: bool
    alone: bool
    listed: bool
    style: int | None = None


@dataclass(slots=True)
class _Open:
    heading: _Heading
    section: int


def outline(document: Document) -> tuple[Section, ...]:
    """The sections in text order, the root first.

    A section runs from its heading to the next heading as far out, or to the signature, attachment list or
    distribution list that closes the body. In a digest whose headings follow the speeches, a speech's section covers
    the speech and its heading.
    """
    view = reading_view(document.text)
    paragraphs = frame(document.blocks, view, document.metadata.title)
    root = Section((), 0, Span(0, len(document.text)))
    if not paragraphs:
        return (root,)
    tree = _Tree(document, view, paragraphs)
    said = speeches(paragraphs)
    if not said:
        tree.grow(0, len(paragraphs), parent=0, speaker=None)
    elif len(said) == 1 and said[0].body > said[0].line:
        tree.sections[0] = replace(root, speaker=said[0].speaker)
        tree.grow(0, len(paragraphs), parent=0, speaker=said[0].speaker)
    else:
        for speech in said:
            tree.grow_speech(speech)
    return tuple(tree.sections)


def section_at(sections: Sequence[Section], span: Span) -> Section:
    """The innermost section that holds a span; the root holds all."""
    index = bisect_right(sections, span.start, key=lambda section: section.span.start) - 1
    while index > 0 and sections[index].span.end < span.end:
        index = sections[index].parent or 0
    return sections[max(index, 0)]


class _Tree:
    """Sections as they are found; `sections[0]` is the root."""

    def __init__(self, document: Document, view: ReadingView, paragraphs: Sequence[Paragraph]) -> None:
        self._document = document
        self._view = view
        self._paragraphs = paragraphs
        self._titles = enclosed_titles(paragraphs, document.metadata.spans.get("title"))
        self.sections: list[Section] = [Section((), 0, Span(0, len(document.text)))]

    def grow_speech(self, speech: Speech) -> None:
        """Adds a speech as a section of the root, and the sections inside it."""
        parts = self._paragraphs
        span = Span(parts[speech.first].span.start, parts[speech.last].span.end)
        heading = None
        path: tuple[str, ...] = (speech.speaker,)
        if speech.heading:
            heading = Span(parts[speech.heading[0]].span.start, parts[speech.heading[-1]].span.end)
            path = ("".join(parts[index].text for index in speech.heading),)
        self.sections.append(Section(path, 1, span, heading, None, 0, speech.speaker))
        outside = {*speech.heading, speech.line}
        end = next((i for i in range(speech.body, speech.last + 1) if i in outside), speech.last + 1)
        self.grow(speech.body, end, parent=len(self.sections) - 1, speaker=speech.speaker)

    def grow(self, first: int, end: int, *, parent: int, speaker: str | None) -> None:
        """Adds the sections of paragraphs `first` to `end` (exclusive) under the section `parent`."""
        headings = {heading.index: heading for heading in self._headings(first, end)}
        stack: list[_Open] = []
        index = first
        while index < end:
            paragraph = self._paragraphs[index]
            if paragraph.part in _CLOSING:
                self._close(stack, 0, index)
            elif heading := headings.get(index):
                self._close(stack, _depth(stack, heading), index)
                above = stack[-1].section if stack else parent
                label = Span(*heading.label)
                words = label.of(self._view.text)
                source = self._view.source(label.start, label.end)
                if index in self._titles:
                    last = self._titles[index]
                    words = "".join(line.text for line in self._paragraphs[index : last + 1])
                    source = Span(source.start, self._paragraphs[last].span.end)
                    index = last
                if heading.kind == "附件":
                    title, index = self._attachment_title(index, end, headings)
                    if title:
                        source = Span(source.start, title[-1].span.end)
                        words = f"{heading.number} {''.join(line.text for line in title)}"
                path = (*self.sections[above].path, words)
                span = Span(paragraph.span.start, self._end_of_text(end))
                self.sections.append(Section(path, len(path), span, source, heading.number, above, speaker))
                stack.append(_Open(heading, len(self.sections) - 1))
            index += 1
        self._close(stack, 0, end)

    def _close(self, stack: list[_Open], depth: int, index: int) -> None:
        """Ends all open sections from `depth` on before paragraph `index`."""
        for opened in stack[depth:]:
            section = self.sections[opened.section]
            self.sections[opened.section] = replace(section, span=Span(section.span.start, self._end_of_text(index)))
        del stack[depth:]

    def _end_of_text(self, index: int) -> int:
        """Where the last block before paragraph `index` ends, tables included."""
        blocks = self._document.blocks
        if index < len(self._paragraphs):
            return blocks[self._paragraphs[index].position - 1].span.end if self._paragraphs[index].position else 0
        return blocks[-1].span.end

    def _attachment_title(self, index: int, end: int, headings: dict[int, _Heading]) -> tuple[list[Paragraph], int]:
        """The lines below 附件N that are its title, and the index of the last of them."""
        found: list[Paragraph] = []
        own = self._paragraphs[index]
        if len(own.text) - len(headings[index].number or "") > 2:
            return found, index
        for below in range(index + 1, min(index + 4, end)):
            paragraph = self._paragraphs[below]
            adjacent = paragraph.position == self._paragraphs[below - 1].position + 1
            numbered = below in headings and headings[below].kind != "style"
            if not adjacent or numbered or paragraph.part not in (Part.BODY, Part.TITLE, Part.LETTERHEAD):
                break
            if len(paragraph.text) > 60 or re.search(r"[。；：:，]$|。", paragraph.text):
                break
            found.append(paragraph)
            if TITLE_END.search(paragraph.text):
                break
        return found, index + len(found)

    def _headings(self, first: int, end: int) -> list[_Heading]:
        """The paragraphs that open sections, list items and references left out."""
        found: list[_Heading] = []
        for index in range(first, end):
            heading = self._candidate(index)
            if heading and (heading.kind not in _COUNTED or _follows(found, heading)):
                found.append(heading)
        return [
            heading for run in _runs(found) for heading in run if self._is_section(run, heading, _above(found, run))
        ]

    def _candidate(self, index: int) -> _Heading | None:
        paragraph = self._paragraphs[index]
        text, start = paragraph.text, paragraph.view_start
        if index in self._titles:
            return _Heading(index, "title", _TITLE_RANK, 0, None, (start, start + len(text)), False, True, False)
        if paragraph.part is not Part.BODY:
            return None
        style = paragraph.block.level if paragraph.block.kind is BlockKind.HEADING else None
        number = numbering(text)
        if number is None:
            whole = text.count("（") == text.count("）")
            if paragraph.block.kind is not BlockKind.HEADING or len(text) > 80 or not whole or _CAPTION.match(text):
                return None
            label = (start, start + len(text.rstrip(_TRAILING)))
            return _Heading(index, "style", -0.5, 0, None, label, False, True, False, style or 9)
        length, run_in = _label(text, number)
        return _Heading(
            index=index,
            kind=number.kind,
            rank=RANKS[number.kind],
            value=number.value,
            number=number.printed,
            label=(start, start + length),
            run_in=run_in,
            alone=len(text.rstrip(_TRAILING)) == length,
            listed=text.endswith(("；", ";")),
            style=style,
        )

    def _is_section(self, run: Sequence[_Heading], heading: _Heading, above: str | None) -> bool:
        """Whether a numbered paragraph opens a section rather than being an item of a list.

        `run` is it and those that are numbered with it, `above` the kind of heading that they stand under.
        """
        if heading.kind in _ALWAYS or heading.style is not None:
            return True
        if 2 * sum(item.listed for item in run) >= len(run):
            return False
        built = sum(1 for item in run if item.run_in or self._has_body(item))
        if 2 * built >= len(run):
            return True
        # Items of an article are cited with it: 第六条第（一）项.
        return above != "条" and median(len(self._paragraphs[item.index].text) for item in run) >= SHORTEST_ITEM

    def _has_body(self, heading: _Heading) -> bool:
        """Whether something of its own follows a heading that stands alone."""
        if not heading.alone or heading.index + 1 >= len(self._paragraphs):
            return False
        here, below = self._paragraphs[heading.index], self._paragraphs[heading.index + 1]
        if below.position != here.position + 1:
            return True
        number = numbering(below.text)
        return below.part is Part.BODY and (number is None or RANKS[number.kind] > heading.rank)


def _label(text: str, number: Numbering) -> tuple[int, bool]:
    """The length of a numbered paragraph's heading, and whether the paragraph goes on behind it."""
    if number.kind == "条":
        title = re.match(r"\s*[【\[（(][^】\])）]{2,20}[】\])）]", text[number.length :])
        return (
            (number.length + title.end(), True) if title else (len(text[: number.length].rstrip(" \u3000：:、")), True)
        )
    sentence = _SENTENCE_END.search(text, number.length)
    end = sentence.start() if sentence else len(text)
    whole = sentence is None or sentence.end() == len(text)
    if end - number.length <= LONGEST_HEADING:
        return len(text[:end].rstrip(_TRAILING)), not whole
    clause = _CLAUSE_END.search(text, number.length)
    end = min(clause.start() if clause else end, number.length + LONGEST_HEADING)
    return len(text[:end].rstrip(_TRAILING)), False


def _follows(found: Sequence[_Heading], heading: _Heading) -> bool:
    """Whether a number is the first of its kind or counts on from the last; 22 个城市 does not."""
    last = next((earlier for earlier in reversed(found) if earlier.kind == heading.kind), None)
    return heading.value == 1 or (last is not None and last.value < heading.value <= last.value + 3)


def _runs(found: Sequence[_Heading]) -> list[list[_Heading]]:
    """Headings of one kind that stand together under the same outer heading; every heading is in one run."""
    runs: list[list[_Heading]] = []
    open_runs: dict[str, list[_Heading]] = {}
    for heading in found:
        for kind in [kind for kind, run in open_runs.items() if run[-1].rank > heading.rank]:
            del open_runs[kind]
        run = open_runs.get(heading.kind)
        if run is None or heading.value <= run[-1].value:
            run = open_runs[heading.kind] = []
            runs.append(run)
        run.append(heading)
    return runs


def _above(found: Sequence[_Heading], run: Sequence[_Heading]) -> str | None:
    """The kind of the nearest heading further out than a run that begins after it."""
    outer = (other for other in reversed(found) if other.index < run[0].index and other.rank < run[0].rank)
    return next((other.kind for other in outer), None)


def _depth(stack: Sequence[_Open], heading: _Heading) -> int:
    """How many open sections stay open when `heading` comes."""
    if heading.kind == "style":
        level = heading.style or 9
        for depth, opened in enumerate(stack):
            style = opened.heading.style
            if (style is not None and style >= level) or (style is None and level < 9 and opened.heading.rank > 0):
                return depth
        return len(stack)
    for depth, opened in enumerate(stack):
        if opened.heading.kind == heading.kind:
            return depth
    for depth, opened in enumerate(stack):
        other = opened.heading
        innermost = other.kind == "style" and (other.style or 9) >= 9
        if other.rank > heading.rank or (innermost and heading.rank < RANKS["1."]):
            return depth
    return len(stack)
