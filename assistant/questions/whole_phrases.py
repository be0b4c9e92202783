"""English phrases that name one thing, though a part of them asks or means tasks elsewhere: task force, means of
production, government work report, in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.questions.topic import topic_words
from index.glossary import phrases_in, renderings

# What rows and papers are called whatever they are about: main tasks, support measures, administrative measures.
_OF_ROWS_AND_PAPERS = re.compile("任务|事项|举措|措施|办法|分工|清单|政策|^工作(?!专班|组|小组)")
_LETTERS = re.compile("[A-Za-z]")
_ASKS = re.compile("(?:how|who|whom|whose|what|when|where|which|why)(?![a-z])", re.IGNORECASE)


def without_nouns(text: str, nouns: re.Pattern[str]) -> str:
    """`text` with one blank for each of the `nouns` that is no part of a phrase that names another thing."""
    if not _LETTERS.search(text):
        return nouns.sub(" ", text)
    kept = [*_phrases_of_things(text)] if nouns.search(text) else []
    return nouns.sub(lambda match: match.group() if _inside(match, kept) else " ", text)


def has_noun(text: str, nouns: re.Pattern[str]) -> bool:
    """Whether `text` has one of the `nouns` that is no part of a phrase that names another thing."""
    first = nouns.search(text)
    if first is None or not _LETTERS.search(first.group()):
        return first is not None
    kept = [*_phrases_of_things(text)]
    return any(not _inside(match, kept) for match in nouns.finditer(text))


def phrases_restored(text: str, mask: str) -> Iterator[tuple[int, int]]:
    """The spans of the phrases of `text` of which the asking words blanked in `mask` took a part and left a word that
    names something: means of production, government work report."""
    if not _LETTERS.search(text):
        return
    for start, end in phrases_in(text):
        left = mask[start:end]
        if left != text[start:end] and not _ASKS.match(text, start) and topic_words(left):
            yield start, end


def _phrases_of_things(text: str) -> Iterator[tuple[int, int]]:
    for start, end in phrases_in(text):
        terms = renderings(text[start:end])
        if terms and not _OF_ROWS_AND_PAPERS.search(terms[0][0]):
            yield start, end


def _inside(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in spans)
