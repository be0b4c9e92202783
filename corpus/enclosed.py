"""Documents inside a document: a notice may pass on several regulations, each with its own title and numbering."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.numbering import numbering
from corpus.paragraphs import Paragraph, Part
from corpus.titles import is_whole_title, titles
from corpus.types import Span

# The numbering that starts again with each of them.
_OUTER = ("章", "条", "一、")


def enclosed_titles(paragraphs: Sequence[Paragraph], title: str, own_title: Span | None) -> Mapping[int, int]:
    """Where the titles of enclosed documents begin: the first paragraph's index and the last one's.

    Empty unless there are two at least: the title of a single one says nothing that the notice's own does not.
    `title` is the document's own, `own_title` where it stands.
    """
    index = {paragraph.position: number for number, paragraph in enumerate(paragraphs)}
    printed = titles(paragraphs, title)
    if own_title is None:
        printed = printed[1:]
    found = {
        index[lines[0].position]: index[lines[-1].position]
        for lines in printed
        if own_title is None or not lines[0].span.overlaps(own_title)
    }
    highest: dict[str, int] = {}
    for number, paragraph in enumerate(paragraphs):
        own = numbering(paragraph.text)
        if own and own.kind in _OUTER:
            if own.value == 1 and highest.get(own.kind, 0) > 1:
                above = _title_above(paragraphs, number)
                if above is not None:
                    found.setdefault(above, above)
                highest.clear()
            highest[own.kind] = own.value
    found = {first: last for first, last in found.items() if not _names_attachment(paragraphs, first)}
    return found if len(found) > 1 else {}


def _title_above(paragraphs: Sequence[Paragraph], number: int) -> int | None:
    """The title among the few paragraphs above a numbering that starts again."""
    for above in range(number - 1, max(-1, number - 5), -1):
        paragraph = paragraphs[above]
        if paragraph.part in (Part.BODY, Part.TITLE) and len(paragraph.text) <= 60 and is_whole_title(paragraph.text):
            return above if numbering(paragraph.text) is None else None
    return None


def _names_attachment(paragraphs: Sequence[Paragraph], first: int) -> bool:
    """Whether a title only says what the attachment that begins above it is."""
    own = numbering(paragraphs[first - 1].text) if first else None
    return own is not None and own.kind == "附件"
