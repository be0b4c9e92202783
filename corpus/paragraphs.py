"""The paragraphs of a document and what each of them is for in the document's frame."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.types import Block, Span


class Part(StrEnum):
    """What a paragraph is for in the frame of its document; BODY is everything else."""

    BODY = "body"
    LABEL = "label"
    LETTERHEAD = "letterhead"
    NUMBER = "number"
    TITLE = "title"
    RECIPIENTS = "recipients"
    ATTACHMENT_LIST = "attachment_list"
    SIGNATURE = "signature"
    DATE = "date"
    SIGNED = "signed"
    NOTE = "note"
    EFFECT = "effect"
    COPIED_TO = "copied_to"
    PRINTED = "printed"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block outside tables in the reading view; `position` is its index in the document's blocks.

    `text` is what the view shows of it, from `view_start` on.
    """

    position: int
    block: Block
    text: str
    view_start: int
    part: Part = Part.BODY

    @property
    def span(self) -> Span:
        """Where it stands in the canonical text."""
        return self.block.span
