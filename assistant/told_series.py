"""Which enumeration of a document answers a question for a list or a count, by what announces it.

Headings answer when they are what the question names (outline_answers.py). Here an enumeration competes with the
sentences that search found: what announces it must speak of the topic about as much as the best of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking import Ask
from assistant.counting import counted, counted_in_chinese
from assistant.enumerated import Series, heading_words, series_of
from assistant.outline_answers import DOCUMENTS, Enumeration
from assistant.question import OPEN_ASKS, Question
from assistant.ranking import Found, defines, head_of, localities_asked
from assistant.relevance import Candidate, Relevance
from corpus.localities import localities
from corpus.types import Passage
from index.library import Library

TOLD, TOLD_OF_COUNT = 0.6, 0.55
"""What announces an enumeration speaks of this share of the topic (context counted); of the lesser one where the
question knows how many items there are, and so many there are."""
# What is counted: 三张“清单”, 10件重点民生实事.
_COUNTED = re.compile(
    r"(?:[两二三四五六七八九十]|\d{1,2})(?:大|个|项|件|条|类|种|对|张|点|步)(?:大)?[“‘\"']?"
    r"(?!方面|内容|具体|主要)([\u4e00-\u9fff]{2})(?<![的是有在分都里上中])"
)
_QUOTED = re.compile("(?<=“)[^“”]{2,}(?=”)")
LONG, TOLD_OF_PLACE = 8, 0.35
"""A list of so many items may be asked for those of one place; what announces it speaks of this share of the topic."""
DEFINING = 3
"""What one of so many of the best sentences defines is told by it and not by a list."""
TELLING = 30
"""Characters of an item that tell what it is about."""
BEHIND, BEHIND_OF_COUNT = 0.05, 0.3
"""By so much less than the best sentence."""


def told_series(
    question: Question, relevance: Relevance, passages: Sequence[Passage], ranked: Sequence[Found], library: Library
) -> Enumeration | None:
    """The enumeration that is asked for; None where none is, or where a sentence speaks more of the topic."""
    own_words = question.text[question.opening :]
    known = counted(own_words)
    # What a word means is said by a sentence, unless it is a number of things.
    if Ask.DEFINITION in question.asks and not known:
        return None
    if question.asks - OPEN_ASKS or not (known or question.asks & {Ask.LIST, Ask.COUNT}):
        return None
    if not known and any(defines(one, relevance, question.text, meant=True) for one in ranked[:DEFINING]):
        return None
    names = _QUOTED.findall(own_words)
    found: list[tuple[float, Series]] = []
    for document_id in list(dict.fromkeys(passage.document_id for passage in passages))[:DOCUMENTS]:
        document = library.document(document_id)
        series = [one for one in series_of(document, library.sections(document_id)) if _announces(one, names)]
        head = head_of(document)
        shares = relevance.shares(
            [
                Candidate(f"{one.label} {one.intro}", " ".join((*one.section.path, one.before, _items(one))), head)
                for one in series
            ]
        )
        found += zip(shares, series, strict=True)
    if known is not None:
        named = _COUNTED.search(question.text, question.opening)
        nouns = (named[1],) if named else counted_in_chinese(own_words)
        so_many = [
            one
            for one in found
            if len(one[1].items) == known and (not nouns or any(_is_called(one[1], noun) for noun in nouns))
        ]
        found = so_many or [one for one in found if len(one[1].items) != known]
    if not found:
        return None
    if known is None and (of_place := _of_places(question, found, library)) is not None:
        return of_place
    share, best_told = max(found, key=lambda one: one[0])
    counts = known == len(best_told.items)
    best = max((relevance.score(one.candidate).coverage for one in ranked[:5]), default=0.0)
    if share < (TOLD_OF_COUNT if counts else TOLD) or share < best - (BEHIND_OF_COUNT if counts else BEHIND):
        return None
    return Enumeration(
        best_told.document_id, best_told.section, best_told.items, share, best_told.label, best_told.label_span
    )


def _of_places(question: Question, found: Sequence[tuple[float, Series]], library: Library) -> Enumeration | None:
    """The items of one place of the long list that is best announced; None where no such list is."""
    told = [(share, one) for share, one in found if share >= TOLD_OF_PLACE]
    for share, one in sorted(told, key=lambda each: -each[0]):
        whole = Enumeration(one.document_id, one.section, one.items, share, one.label, one.label_span)
        if (part := of_one_place(question, whole, library)) is not whole:
            return part
    return None


def of_one_place(question: Question, listed: Enumeration, library: Library) -> Enumeration:
    """The items of a long list that name the one place that the question names: 内蒙古的有哪些, how many from Shandong.

    All items where most of them name no other place: the list itself is of that place."""
    about = library.summary(listed.document_id)
    asked = localities_asked(question) - localities(f"{about.title} {about.issuer or ''}")
    if len(asked) != 1 or len(listed.items) < LONG:
        return listed
    (place,) = asked
    items = tuple(item for item in listed.items if place in item.text)
    others = sum(bool(localities(item.text) - asked) for item in listed.items)
    if not items or 2 * len(items) > len(listed.items) or 2 * others < len(listed.items):
        return listed
    label = (listed.label or heading_words(listed.section)).rstrip("：:。 ")
    return replace(listed, items=items, label=f"{label}：{place}")


def _announces(series: Series, names: Sequence[str]) -> bool:
    """Whether something announces the items, and in it stand all the names that the question quotes."""
    return bool(series.label) and all(name in series.label for name in names)


def _is_called(series: Series, noun: str) -> bool:
    """Whether what is counted stands in what announces the items, or in most of them."""
    announcing = f"{series.label} {series.intro}"
    return noun in announcing or 2 * sum(noun in item.text for item in series.items) >= len(series.items)


def _items(series: Series) -> str:
    """What the items say, as far as it tells what they are items of."""
    return " ".join(item.text[:TELLING] for item in series.items)[: 10 * TELLING]
