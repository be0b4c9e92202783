"""Titles of documents that a question gives so that the answer is looked for there: 根据《…》, （《…》）, In 《…》.

Such a title is no part of what is asked: its units bound no rows, and its words are looked for in no sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.normalise import fold
from corpus.starting import quick

_GIVEN = quick(
    r"(?:根据|依据|依照|按照?|参照|对照|查阅?|看|见|在|文件(?:是|为|[:：])?|出自|来自"
    r"|(?<![a-z])(?:according to|based on|under|in|per|from|see)(?: the)?(?![a-z]))?\s*[（(]?\s*"
    r"(?:《(?P<title>(?:[^《》]|《[^《》]*》){2,})》|[“\"](?P<quoted>[^“”\"\n]*(?:“[^”\n]*”[^“”\"\n]*)*)[”\"])\s*[)）]?"
    r"(?:\s*(?:这|那)?(?:份|个)?(?:文件|通知|方案)?(?:里面?|当?中|上|内)?(?:的?(?:规定|要求|明确|提出|写明))?\s*[，,：:]"
    r"|的?(?:里面?|当?中|之中)(?![间小等外]))?",
    re.IGNORECASE,
)
_AT_THE_ENDS = re.compile("^[，,：:；; ]+| +(?=[？?。！!，,；;]*$)")
LEAST_TITLE, MOST_TITLED = 5, 3
"""A title has so many characters that a document is told by, and tells no more documents than this."""
WHOLE_TITLE = 0.8
"""What stands in quotation marks is the title of a document where it is this much of it; else it may be a topic."""


@dataclass(frozen=True, slots=True)
class Titled:
    """Documents that a question names by their titles, and the spans of the question that do no more than that: the
    titles, with what leads up to them and goes with them."""

    document_ids: frozenset[str]
    spans: tuple[tuple[int, int], ...]

    def covers(self, other: Titled) -> bool:
        """Whether the spans of another lie in the first of these: 《…》 in 关于印发《…》的通知."""
        return bool(self.spans) and all(
            self.spans[0][0] <= start and end <= self.spans[0][1] for start, end in other.spans
        )

    def given_in(self, text: str) -> str:
        """The spans of `text`, one after the other."""
        return "".join(text[start:end] for start, end in self.spans)

    def left_of(self, text: str) -> str:
        """`text` without the spans."""
        for start, end in reversed(self.spans):
            text = f"{text[:start]} {text[end:]}"
        return _AT_THE_ENDS.sub("", text).strip()


def titles_given(text: str, titles: Mapping[str, str]) -> Titled:
    """The documents that `text` names by their titles, which are folded in `titles` by the document's id."""
    documents: set[str] = set()
    spans: list[tuple[int, int]] = []
    for match in _GIVEN.finditer(text):
        folded = fold(match["title"] or match["quoted"])
        least = 0 if match["title"] else WHOLE_TITLE
        found = {
            document_id
            for document_id, title in titles.items()
            if folded in title and len(folded) >= least * len(title)
        }
        if len(folded) >= LEAST_TITLE and 0 < len(found) <= MOST_TITLED:
            documents |= found
            spans.append(match.span())
    return Titled(frozenset(documents), tuple(spans))
