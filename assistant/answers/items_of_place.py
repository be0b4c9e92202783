"""The items of a long list that name one place: 内蒙古的有哪些, how many come from Shandong."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.enumerations import heading_words
from assistant.answers.outline_answers import Enumeration
from assistant.matching.jurisdictions import localities_asked
from assistant.questions.question import Question
from corpus.localities import localities
from index.library import Library

LONG = 8
"""A list of so many items may be asked for those of one place."""


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
