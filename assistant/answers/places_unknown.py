"""Places that a question lists beside others and that no document speaks of: what is told of the others is not told of
them, and that is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.matching.jurisdictions import place_words
from assistant.questions.question import Question
from assistant.wording.compose import no_document_names
from assistant.wording.findings import Draft
from index.library import Library
from index.types import Filters, Query

LOOKED_THROUGH = 5
"""So many of the passages that search finds for a name are looked through for it."""

_HAN = "(?:[\u3400-\u9fff](?<![的各在了]))"
_KIND = "(?:省|市|县|区|州|旗|镇|乡)"
_JOIN = "[、和与及跟]"
# 甲市、乙县和丙州: whatever stands between two joins, and what a kind of place or 的 ends behind the last.
_LISTED = re.compile(
    rf"(?<![\u3400-\u9fff])(?P<first>{_HAN}{{2,4}}?)(?P<more>(?:{_JOIN}{_HAN}{{2,4}}?(?={_JOIN}))*){_JOIN}"
    rf"(?P<last>{_HAN}{{2,3}}?{_KIND}|{_HAN}{{2,3}}(?=的|哪|各|两|三|都|分别))"
)
_JOINS = re.compile(_JOIN)
_ENDS = re.compile(rf"(?<=..){_KIND}$")


def with_unknown_places(draft: Draft, question: Question, library: Library) -> Draft:
    """The draft, saying which of the places that the question lists no document names."""
    if draft.status == "not_found" or question.language != "zh":
        return draft
    unknown = tuple(_unknown(question, library))
    if not unknown:
        return draft
    return replace(
        draft, status="partial", statements=(*draft.statements, no_document_names(unknown, question.language))
    )


def _unknown(question: Question, library: Library) -> Iterator[str]:
    listed = _LISTED.search(question.text, question.opening)
    if listed is None:
        return
    names = [listed["first"], *(one for one in _JOINS.split(listed["more"]) if one), listed["last"]]
    known = place_words(question, library)
    if not any(name in known for name in names):
        return  # no list of places
    for name in names:
        if name not in known and not _is_named(_ENDS.sub("", name), library):
            yield name


def _is_named(name: str, library: Library) -> bool:
    """Whether any document writes a name."""
    hits = library.search_passages(Query(name), LOOKED_THROUGH, Filters())
    return any(name in library.passage(hit.id).text for hit in hits)
