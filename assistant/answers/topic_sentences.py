"""The paragraph that a short sentence opens by saying what it is about: 大力建设“五好”园区。坚持园区市场化、差异化….

Reports and plans write so where they have no headings. The first sentence names the subject as a question does and says
nothing of it; what is done stands in the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.language.announcements import begins_line, begins_paragraph
from assistant.language.numbering import unnumbered
from assistant.language.sentences import Sentence
from assistant.language.series import member_of_series

LONGEST_TOPIC = 24
"""A longer sentence says something by itself."""
LONGEST_PARAGRAPH = 640
"""Characters of a paragraph that are given whole; of a longer one as many sentences as go into that."""
LEAST = 2
"""So many sentences stand at least under one that only names their subject."""

_NAME = re.compile('[“"](?P<name>[^“”"，。；]{2,8})[”"][。：:]?')
_QUOTED = re.compile('[“"](?P<words>[^“”"]+)[”"]')
# A figure, a day, a body that does something is said of the subject, not its name.
_STATES = re.compile(r"\d|[，；：:？?！!]|^(?:会议|他|她|本|该)|应当|不得|是(?!否)|由|同意|收悉")


def is_called(heading: str, question: str) -> bool:
    """Whether a heading is nothing but a name in quotation marks (（一）“四聚”。) that the question uses by itself:
    四聚 is not asked about by who asks about 四聚多园."""
    named = _NAME.fullmatch(unnumbered(heading).strip())
    if named is None:
        return False
    apart = _QUOTED.sub(lambda quoted: quoted.group() if quoted["words"] == named["name"] else " ", question)
    return named["name"] in apart


def paragraph_under(sentence: Sentence, following: Sequence[Sentence], text: str) -> list[Sentence]:
    """The sentences of the paragraph of the document's `text` that a sentence opens by naming its subject, without it;
    empty where it opens none, or says something itself. `following` are those after it in its section."""
    if sentence.passage.cell is not None or len(sentence.text) > LONGEST_TOPIC or not sentence.text.endswith("。"):
        return []
    if _STATES.search(sentence.text) or not begins_line(text, sentence.span.start):
        return []
    room = LONGEST_PARAGRAPH
    body: list[Sentence] = []
    for one in takewhile(lambda after: not begins_paragraph(text, after.span.start), following):
        room -= len(one.text)
        if room < 0:
            break
        body.append(one)
    return body if len(body) >= LEAST else []


def rest_of_member(sentence: Sentence, following: Sequence[Sentence], text: str) -> list[Sentence]:
    """What else is said of one of a series (二是预留空间。今年仍处于…。): the sentences up to the next one or the end
    of the paragraph of the document's `text`, as far as they are read at once."""
    room = LONGEST_PARAGRAPH - len(sentence.text)
    rest: list[Sentence] = []
    for one in following:
        room -= len(one.text)
        if room < 0 or member_of_series(one.text) or begins_paragraph(text, one.span.start):
            break
        rest.append(one)
    return rest
