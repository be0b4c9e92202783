"""Markdown: headings with #, pipe tables, lists; the marks themselves are no part of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.readers.extract import CellText, Extract, Source, TextBuilder
from corpus.readers.text import decode
from corpus.types import BlockKind

MEDIA_TYPE = "text/markdown"

# Official numbering such as "1." is text to be cited, so lists are not parsed: their items stay paragraphs.
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["list", "code", "lheading", "reference"])
# The only mark of HTML that tables are written with: a pipe table has no other way to break a line in a cell.
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_BULLET = re.compile(r"^[-*+•]\s+")


def read(source: Source) -> Extract:
    """Headings, paragraphs and tables; emphasis and links are replaced by their words."""
    builder = TextBuilder()
    tokens = _PARSER.parse(decode(source))
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == "heading_open":
            builder.paragraph(_words(tokens[position + 1]), BlockKind.HEADING, level=int(token.tag[1]))
            position += 3
        elif token.type == "table_open":
            end = next(at for at in range(position, len(tokens)) if tokens[at].type == "table_close")
            builder.table(_rows(tokens[position:end]))
            position = end + 1
        elif token.type == "inline" and _is_bold_line(token):
            builder.paragraph(_words(token), BlockKind.HEADING)
            position += 1
        elif token.type == "inline":
            _paragraphs(builder, _words(token))
            position += 1
        elif token.type == "fence":
            builder.printed(token.content)
            position += 1
        else:
            position += 1
    return builder.extract(MEDIA_TYPE)


def _is_bold_line(token: Token) -> bool:
    """Whether a short line is bold throughout and no sentence, as headings are set without #."""
    depth = 0
    for child in token.children or ():
        depth += child.type.startswith("strong") * child.nesting
        if child.type in ("softbreak", "hardbreak") or (not depth and child.content.strip()):
            return False
    words = _words(token).strip()
    return 0 < len(words) <= 60 and words[-1] not in "。；！？，、;："


def _paragraphs(builder: TextBuilder, text: str) -> None:
    """The items of a list are paragraphs of their own; other lines were broken by an editor."""
    for line in re.split(r"\n(?=[-*+•]\s)", text):
        item = _BULLET.match(line)
        if item:
            builder.paragraph(line[item.end() :], BlockKind.LIST_ITEM)
        else:
            builder.printed(line)


def _words(token: Token) -> str:
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
    return "".join(parts)


def _rows(tokens: Sequence[Token]) -> list[list[CellText]]:
    rows: list[list[CellText]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(CellText(_BREAK.sub("\n", _words(token)), len(rows[-1])))
    return rows
