"""Papers that a question names by their titles and that are not held: what other papers say is not told as theirs.

A title in 《》 that is slightly off still means its paper; one that a text writes out may be spoken of there, but no
article of it can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.tokens import is_place, words_of
from assistant.matching.relevance import Relevance
from assistant.questions.asking import RECORD_FIELDS
from assistant.questions.outline_parts import PartsAsked, parts_asked
from assistant.questions.question import Question
from assistant.wording.compose import paper_not_held
from assistant.wording.findings import Draft
from corpus.normalise import fold
from index.library import Library
from index.types import Filters, Query

MUCH_THE_SAME = 0.6
"""A title is meant that has so much of the pairs of characters that a question writes in 《》."""
LOOKED_THROUGH = 5
"""So many of the passages that search finds for a title are looked through for it."""
LEAST_TITLE = 5
"""Characters of what stands in 《》 that may be the title of a paper: 《决定》 is none."""
UNWRITTEN = 0.5
"""A paper that lacks so much of the words of a task, weighed by how rare they are, has no such task."""

_TITLE = re.compile("《([^《》]+)》")
_KIND_OF_PAPER = re.compile(
    "(?:办法|条例|规定|方案|通知|意见|[^方]法|规划|细则|计划|决定|批复|复函|纪要|报告|指南|规范|章程|准则|预案|措施|公告|通告|规则)"
    "(?:（[^（）]*）)?$"
)
# The place that a title begins with; no dictionary has those of every county.
_JURISDICTION = re.compile("^([\u4e00-\u9fff]{2,4}?)(?:省|市|县|区|州|旗|镇|乡)")
_ENGLISH_PAPER = re.compile(
    r"(?<![A-Za-z])(?:articles?|chapter|section)\s+(?:\d+|[ivxlc]+|\w+)\s+(?:of|in|under)\s+(?:the\s+)?"
    r"(?P<title>(?:(?!(?:say|state|provide|stipulate|require)s?\b)[\w'-]+\s+){1,8}"
    r"(?:law|measures|regulations?|rules|provisions|act|code|decree|ordinance))(?![A-Za-z])",
    re.IGNORECASE,
)


def answer_unknown_paper(question: Question, library: Library) -> Draft | None:
    """That the paper is not held which a question names, or of which it wants an article; None where one is meant."""
    if question.document_ids:
        return None
    text = question.text[question.opening :]
    numbered = _numbered(question)
    if numbered and (english := _ENGLISH_PAPER.search(text)) and not _TITLE.search(text):
        return Draft("not_found", (paper_not_held(english["title"], question.language),))
    titles = [title for title in _TITLE.findall(text) if len(title) >= LEAST_TITLE and _KIND_OF_PAPER.search(title)]
    if not titles or not all(_is_unlike_all(title, library) for title in titles):
        return None
    spoken_of = [title for title in titles if any(_passages_naming(title, library))]
    if spoken_of and not (numbered and not _is_cited(spoken_of[0], text, library)):
        return None
    told = (spoken_of or titles)[0]
    return Draft("not_found", (paper_not_held(told, question.language, mentioned=bool(spoken_of)),))


def says_nothing_of(question: Question, relevance: Relevance, library: Library) -> bool:
    """Whether the papers that a question names in 《》 do not write most of the words for the task that it asks of.

    Who does a task and by when is not told by another that shares a few of its words.
    """
    named = question.document_ids and _TITLE.search(question.whole)
    if not named or question.inherited or not question.asks <= RECORD_FIELDS or not relevance.terms:
        return False
    whole = sum(term.weight for term in relevance.terms)
    unwritten = (relevance.within(library.document(name).text).terms for name in question.document_ids)
    return all(sum(term.weight for term in left) > UNWRITTEN * whole for left in unwritten)


def _numbered(question: Question) -> PartsAsked | None:
    """The numbered article or chapter that is asked for."""
    asked = parts_asked(question)
    return asked if asked and asked.number is not None and asked.kind in ("article", "chapter") else None


def _is_unlike_all(title: str, library: Library) -> bool:
    """Whether the papers that are held have other titles, or the same of another place."""
    wanted = fold(title)
    pairs = {wanted[at : at + 2] for at in range(len(wanted) - 1)}
    places = [token.text for token in words_of(title) if is_place(token)] + _JURISDICTION.findall(wanted)
    for summary in library.documents():
        held = fold(summary.title)
        like = sum(pair in held for pair in pairs) >= MUCH_THE_SAME * len(pairs)
        if like and all(place in held for place in places):
            return False
    return True


def _passages_naming(title: str, library: Library) -> Iterator[str]:
    """The texts of the passages that write the title out."""
    wanted = fold(title)
    for hit in library.search_passages(Query(title), LOOKED_THROUGH, Filters()):
        text = fold(library.passage(hit.id).text)
        if wanted in text:
            yield text


def _is_cited(title: str, question: str, library: Library) -> bool:
    """Whether a passage that names a paper names the article, too, for which the question asks."""
    articles = [fold(one) for one in re.findall(r"第[^，。条章]{1,6}[条章]", question)]
    return any(article in text for text in _passages_naming(title, library) for article in articles)
