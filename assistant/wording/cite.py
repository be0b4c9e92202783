"""From statements to text with markers, each marker a verbatim quote that supports its statement."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.types import Citation
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.normalise import fold
from corpus.types import Document, Span

LONGEST_QUOTE = 800
"""Characters; a longer span is cut at a sentence's end so that a reader sees at once what is meant."""

_TERMINAL = "。！？!?；;.”\n"


class UnsupportedStatement(AssertionError):
    """A statement gives a value that its quotes do not hold: a fault of the program, never sent to a user."""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of an answer with the markers of its citations; without markers it states no fact."""

    text: str
    markers: tuple[int, ...]


def cited(draft: Draft, document: Callable[[str], Document]) -> tuple[tuple[Line, ...], tuple[Citation, ...]]:
    """The draft's statements with their markers, and the citations they name, in order of first use.

    Raises UnsupportedStatement when a statement's values are not in its quotes.
    """
    citations: dict[tuple[str, int, int], Citation] = {}
    by_marker: list[Citation] = []
    lines: list[Line] = []
    for statement in draft.statements:
        markers: list[int] = []
        for evidence in statement.evidence:
            citation = _citation(evidence, document(evidence.document_id), len(citations) + 1)
            key = (citation.document_id, citation.start, citation.end)
            if key not in citations:
                citations[key] = citation
                by_marker.append(citation)
            markers.append(citations[key].marker)
        _check(statement, [by_marker[marker - 1] for marker in sorted(set(markers))])
        lines.append(Line(statement.text, tuple(dict.fromkeys(markers))))
    return tuple(lines), tuple(citations.values())


def _citation(evidence: Evidence, document: Document, marker: int) -> Citation:
    span = shortened(document.text, evidence.span)
    quote = span.of(document.text)
    if not quote:
        raise UnsupportedStatement(f"{evidence.document_id} {evidence.span} quotes nothing")
    metadata = document.metadata
    return Citation(
        marker=marker,
        document_id=document.id,
        title=metadata.title,
        document_number=metadata.number,
        issuer=metadata.issuer,
        issued=metadata.issued,
        section=evidence.section,
        quote=quote,
        start=span.start,
        end=span.end,
        page=evidence.page,
        cell=evidence.cell,
    )


def shortened(text: str, span: Span) -> Span:
    """The span without white space at its ends, cut at the last sentence end that keeps it citable."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if end - start > LONGEST_QUOTE:
        cut = max((text.rfind(mark, start, start + LONGEST_QUOTE) for mark in _TERMINAL), default=-1)
        end = cut + 1 if cut > start else start + LONGEST_QUOTE
    return Span(start, end)


def _check(statement: Statement, citations: list[Citation]) -> None:
    quoted = "".join(fold(citation.quote) for citation in citations)
    for value in statement.values:
        if fold(value) not in quoted:
            raise UnsupportedStatement(f"{value!r} is not in the quotes of {statement.text!r}")


def as_text(lines: Sequence[Line]) -> str:
    """The answer's text with markers [1][2]; a line of a list or table begins on a new line."""
    text = ""
    for line in (one.text + "".join(f"[{marker}]" for marker in one.markers) for one in lines):
        if text and re.match(r"(?:\d+\. |- |\n)", line):
            text += "\n"
        elif text and text[-1].isascii() and not text.endswith("\n") and line[:1].isascii():
            text += " "
        text += line.lstrip("\n")
        if line.startswith("\n"):
            text = text[: len(text) - len(line.lstrip("\n"))] + line.lstrip("\n")
    return text
