"""Sections into passages: the pieces that are searched and cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from langchain_text_splitters import RecursiveCharacterTextSplitter

from corpus.normalise import ReadingView, reading_view
from corpus.outline import section_at
from corpus.types import Block, CellPosition, Document, Passage, Section, Span, Table

LONGEST_PASSAGE = 400
"""Characters of the reading view; only a single sentence may be longer."""
USUAL_PASSAGE = 300
"""Short paragraphs of one section are put together up to this many characters."""
SHORTEST_PASSAGE = 60
"""What is shorter is put to the paragraph below it, however long that is."""

# Sentence ends first, then clauses; a mark stays with what it ends.
_SEPARATORS = [r"(?<=[。！？!?][”’」』）)])(?![”’」』）)])", r"(?<=[。！？!?])(?![”’」』）)])", r"(?<=[；;])", "\n"]


def passages(document: Document, sections: Sequence[Section], tables: Sequence[Table]) -> tuple[Passage, ...]:
    """The text of the document in passages, in text order.

    Each lies in one section and has its path and speaker. Rows of tables are passages of their own, so are header
    rows; the other text of a section is cut between sentences. A heading that stands alone above its sub-sections is
    no passage: it is in the paths of those below it. A numbered sentence with nothing below it is one.
    """
    view = reading_view(document.text)
    found: list[Passage] = []
    above = {section.path[:-1] for section in sections if section.path}
    for section, blocks in groupby(document.blocks, key=lambda block: section_at(sections, block.span)):
        for in_table, neighbours in groupby(blocks, key=lambda block: block.cell is not None):
            run = list(neighbours)
            said = section.path not in above and _ends_as_sentence(run[-1], document)
            if not in_table and (said or not _is_heading_alone(run, section)):
                found.extend(_prose(document, run, section, view))
    for table in tables:
        found.extend(_rows(document, table, section_at(sections, table.span)))
    found.sort(key=lambda passage: passage.span)
    return tuple(replace(passage, id=f"{document.id}#{number:04d}") for number, passage in enumerate(found))


def _is_heading_alone(run: Sequence[Block], section: Section) -> bool:
    """Whether blocks are a section's heading and nothing else; the heading of a speech may stand below it."""
    heading = section.heading
    return heading is not None and heading.start <= run[0].span.start and run[-1].span.end <= heading.end + 1


def _ends_as_sentence(block: Block, document: Document) -> bool:
    """Whether a numbered line is more than a heading: in replies such sentences are all that is said."""
    return block.span.of(document.text).rstrip().endswith(("。", "；", "！", "？"))


def _prose(document: Document, run: Sequence[Block], section: Section, view: ReadingView) -> Iterator[Passage]:
    """The passages of neighbouring blocks of one section, without their ids."""
    for blocks in _grouped(run, view):
        span = view.view(blocks[0].span.start, blocks[-1].span.end)
        for start, end in _pieces(view.text, span.start, span.end):
            source = view.source(start, end)
            page = next((block.page for block in blocks if block.span.end > source.start), None)
            yield Passage("", document.id, section.path, source, view.text[start:end], section.speaker, page)


def _grouped(run: Sequence[Block], view: ReadingView) -> Iterator[list[Block]]:
    """Short blocks together, up to the usual length of a passage."""
    group: list[Block] = []
    length = 0
    for block in run:
        shown = view.view(block.span.start, block.span.end)
        size = shown.end - shown.start
        # A heading, or a line as short, stays with what follows it.
        if group and length + size > USUAL_PASSAGE and length > SHORTEST_PASSAGE:
            yield group
            group, length = [], 0
        if size:
            group.append(block)
            length += size
    if group:
        yield group


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """View offsets of pieces of `text[start:end]`, none longer than a passage unless it is one sentence."""
    if end - start <= LONGEST_PASSAGE:
        pieces: Iterable[str] = [text[start:end]]
    else:
        pieces = _splitter(end - start).split_text(text[start:end])
    at = start
    for piece in pieces:
        at = text.index(piece, at)
        if piece.strip():
            yield at, at + len(piece)
        at += len(piece)


def _splitter(length: int) -> RecursiveCharacterTextSplitter:
    """Cuts into pieces of about equal length rather than full ones and a scrap."""
    count = -(-length // USUAL_PASSAGE)
    return RecursiveCharacterTextSplitter(
        separators=_SEPARATORS,
        is_separator_regex=True,
        keep_separator="end",
        chunk_size=min(LONGEST_PASSAGE, length // count + 40),
        chunk_overlap=0,
    )


def _rows(document: Document, table: Table, section: Section) -> Iterator[Passage]:
    """Every table row, its cells joined by tabs; a merged cell belongs to the span of the row it begins in."""
    pages = {block.span: block.page for block in document.blocks if block.page}
    above: set[Span] = set()
    for number, row in enumerate([table.header, *table.rows]):
        cells = {cell.span: cell.text for cell in row}
        own = [span for span, text in cells.items() if text and span not in above]
        above = set(cells)
        if own:
            span = Span(min(own).start, max(own).end)
            text = "\t".join(text.replace("\n", "") for text in cells.values())
            place = CellPosition(table.index, number - 1, 0) if number else None
            yield Passage("", document.id, section.path, span, text, section.speaker, pages.get(own[0]), place)
