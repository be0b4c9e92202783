"""Who speaks in a digest of speeches, whether heading and speaker are printed before the speech or after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.lines import SPEAKER
from corpus.numbering import numbering
from corpus.paragraphs import Paragraph, Part

# Characters that a speaker says on average at least; a list of names and posts looks the same but for that.
SHORTEST_SPEECH = 80
# What is said below the last speaker's line is a speech, and no closing remark, when it is this part of the shortest
# one between two speakers' lines.
AS_LONG = 0.5
# An editor's note: what follows it are the speeches.
_OPENS = re.compile(r"^编者按|^按语?[：:]|(?:摘编|摘登|摘要|摘录|选登|刊[发登]|整理)如下")


@dataclass(frozen=True, slots=True)
class Speech:
    """Paragraphs `first` to `last` (inclusive, with the heading and the speaker's line) are one person's speech.

    `heading` is the paragraphs of its heading, empty where it has none; `body` is the first paragraph of what is
    said. `speaker` is the name with the posts in brackets, in the reading view.
    """

    first: int
    last: int
    body: int
    heading: tuple[int, ...]
    line: int
    speaker: str


def speeches(paragraphs: Sequence[Paragraph]) -> tuple[Speech, ...]:
    """The speeches of a digest in text order; empty for any other document.

    Headings stand after the speeches when more is said above the first speaker's line than below the last one's, unless
    what is said above is an editor's note, which may be longer than the last speech, or what is said below is about as
    long as a speech.
    """
    lines = [index for index, paragraph in enumerate(paragraphs) if paragraph.part is Part.SPEAKER]
    if not lines:
        return ()
    said = [len(paragraph.text) if paragraph.part is Part.BODY else 0 for paragraph in paragraphs]
    below = sum(said[lines[-1] :])
    between = [sum(said[one:other]) for one, other in pairwise(lines)]
    opened = any(_OPENS.search(paragraph.text) for paragraph in paragraphs[: lines[0]])
    after = sum(said[: lines[0]]) > below and not ((opened and below) or (between and below >= AS_LONG * min(between)))
    found: list[Speech] = []
    first = 0
    for number, line in enumerate(lines):
        heading = _heading(paragraphs, line)
        top = heading[0] if heading else line
        if after:
            start = _first_said(paragraphs, first, top)
            found.append(Speech(start, line, start, heading, line, _name(paragraphs[line])))
            first = line + 1
            continue
        under = _heading_below(paragraphs, line) if not heading else ()
        following = lines[number + 1] if number + 1 < len(lines) else len(paragraphs)
        next_heading = _heading(paragraphs, following) if following < len(paragraphs) else ()
        last = (next_heading[0] if next_heading else following) - 1
        body = (under[-1] if under else line) + 1
        found.append(Speech(top, last, body, heading or under, line, _name(paragraphs[line])))
    words = sum(said[index] for speech in found for index in range(speech.body, speech.last + 1))
    return tuple(found) if words > SHORTEST_SPEECH * len(found) else ()


def _heading(paragraphs: Sequence[Paragraph], line: int) -> tuple[int, ...]:
    """The one or two short lines right above a speaker's line."""
    found: list[int] = []
    for index in range(line - 1, max(-1, line - 3), -1):
        paragraph = paragraphs[index]
        if paragraph.part is not Part.BODY or not _is_heading(paragraph.text):
            break
        found.insert(0, index)
    return tuple(found)


def _heading_below(paragraphs: Sequence[Paragraph], line: int) -> tuple[int, ...]:
    """The short line right below a speaker's line, where the heading is not above."""
    below = line + 1
    if below < len(paragraphs) and paragraphs[below].part is Part.BODY:
        text = paragraphs[below].text
        if _is_heading(text) and len(text) < 40:
            return (below,)
    return ()


def _is_heading(text: str) -> bool:
    return len(text) <= 50 and text[-1] not in "。；！？：，、:;,)）" and numbering(text) is None


def _first_said(paragraphs: Sequence[Paragraph], first: int, top: int) -> int:
    """The first paragraph of a speech whose heading follows: what stands before is the document's own head."""
    for index in range(first, top):
        if paragraphs[index].part is Part.BODY:
            return index
    return first


def _name(paragraph: Paragraph) -> str:
    match = SPEAKER.fullmatch(paragraph.text)
    if match is None:
        return paragraph.text
    name = "".join(match["name"].split())
    post = "".join(match["post"].split())
    return f"{name}（{post}）" if post else name
