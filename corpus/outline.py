"""The section tree of a document: numbered and styled headings, attachments, speeches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.enclosed import enclosed_titles
from corpus.frame import frame
from corpus.headings import Heading, ends_of_lists, headings
from corpus.normalise import ReadingView, reading_view
from corpus.numbering import RANKS
from corpus.paragraphs import Paragraph, Part
from corpus.speakers import Speech, speeches
from corpus.titles import TITLE_END
from corpus.types import Document, Section, Span

_CLOSING = {
    Part.SIGNATURE,
    Part.DATE,
    Part.SIGNED,
    Part.ATTACHMENT_LIST,
    Part.COPIED_TO,
    Part.PRINTED,
    Part.NOTE,
    Part.EFFECT,
}


@dataclass(slots=True)
class _Open:
    heading: Heading
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
        self._titles = enclosed_titles(paragraphs, document.metadata.title, document.metadata.spans.get("title"))
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
        opening = headings(self._paragraphs, first, end, self._titles)
        found = {heading.index: heading for heading in opening}
        behind = ends_of_lists(self._paragraphs[:end], opening)
        stack: list[_Open] = []
        plain: int | None = None  # how far out the first heading in ordinary type stands: the others stand there, too
        index = first
        while index < end:
            paragraph = self._paragraphs[index]
            if index in behind:
                depth = next((at for at, opened in enumerate(stack) if opened.heading is behind[index]), len(stack))
                self._close(stack, depth, index)
            if paragraph.part in _CLOSING:
                self._close(stack, 0, index)
            elif heading := found.get(index):
                depth = _depth(stack, heading)
                if heading.kind == "plain":
                    depth = plain = min(len(stack), depth if plain is None else plain)
                self._close(stack, depth, index)
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
                    title, index = self._attachment_title(index, end, found)
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

    def _attachment_title(self, index: int, end: int, known: dict[int, Heading]) -> tuple[list[Paragraph], int]:
        """The lines below 附件N that are its title, and the index of the last of them."""
        found: list[Paragraph] = []
        own = self._paragraphs[index]
        if len(own.text) - len(known[index].number or "") > 2:
            return found, index
        for below in range(index + 1, min(index + 4, end)):
            paragraph = self._paragraphs[below]
            adjacent = paragraph.position == self._paragraphs[below - 1].position + 1
            numbered = below in known and known[below].kind != "style"
            if not adjacent or numbered or paragraph.part not in (Part.BODY, Part.TITLE, Part.LETTERHEAD):
                break
            if len(paragraph.text) > 60 or re.search(r"[。；：:，]$|。", paragraph.text):
                break
            found.append(paragraph)
            if TITLE_END.search(paragraph.text):
                break
        return found, index + len(found)


def _depth(stack: Sequence[_Open], heading: Heading) -> int:
    """How many open sections stay open when `heading` comes."""
    if heading.kind == "plain":
        return next((depth for depth, opened in enumerate(stack) if opened.heading.kind == "plain"), len(stack))
    if heading.kind == "style":
        level = heading.style or 9
        for depth, opened in enumerate(stack):
            style = opened.heading.style
            if (style is not None and style >= level) or (style is None and level < 9 and opened.heading.rank > 0):
                return depth
        return len(stack)
    for depth, opened in enumerate(stack):
        if opened.heading.kind == heading.kind:
            above = stack[depth - 1].heading.kind if depth else ""
            # 一、 that begins anew belongs to what an unnumbered heading such as 填写说明 had interrupted.
            return depth - 1 if above == "plain" and heading.value == 1 and heading.rank <= RANKS["一、"] else depth
    for depth, opened in enumerate(stack):
        other = opened.heading
        innermost = other.kind == "style" and (other.style or 9) >= 9
        if other.rank > heading.rank or (innermost and heading.rank < RANKS["1."]):
            return depth
    return len(stack)
