"""Sentences of a passage, in the reading view, each with its span in the canonical text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.characters import same_width
from corpus.types import Passage, Span

# A sentence ends at a full stop or a semicolon; the bracket after it (责任单位：…) still belongs to it.
_SENTENCE = re.compile(
    r"[^。！？!?；;\n]+(?:[。！？!?；;]+[”’」』）)》]*(?:[（(][^（）()\n]{2,80}[）)][。；]?)?)?|[。！？!?；;]+"
)
# What was printed in place of a text that was left out, and signs and numbers alone, state nothing.
_SAYS_NOTHING = re.compile(r"[（(]?(?:略|此处略|此略|内容略|省略|下同|无)[)）]?[。.；]?|[\W\d]*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its reading view, its span in the document and the sentence before it in the passage."""

    text: str
    span: Span
    passage: Passage
    before: str = ""


@lru_cache(maxsize=10_000)
def sentences(passage: Passage, document_text: str) -> tuple[Sentence, ...]:
    """The sentences of a passage in order; a table row is one sentence, and so is a header, whose cells need not
    stand in the text in the order of the columns."""
    if passage.cell is not None or "\t" in passage.text:
        return (Sentence(passage.text, passage.span, passage),)
    offsets = _source_offsets(passage, document_text)
    found: list[Sentence] = []
    for match in _SENTENCE.finditer(passage.text):
        text = match.group().strip()
        if len(text) < 2 or _SAYS_NOTHING.fullmatch(text):
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        span = Span(offsets[start], offsets[start + len(text) - 1] + 1)
        found.append(Sentence(text, span, passage, found[-1].text if found else ""))
    return tuple(found)


def _source_offsets(passage: Passage, document_text: str) -> list[int]:
    """Where each character of the passage's reading view stands in the document; white space takes its neighbour's."""
    offsets: list[int] = []
    at = passage.span.start
    for character in passage.text:
        if not character.isspace():
            while same_width(document_text[at]) != character:
                at += 1
        offsets.append(at)
        if not character.isspace():
            at += 1
    return offsets
