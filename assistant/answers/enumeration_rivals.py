"""Sentences that stand against what is enumerated: they list or count the same things themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.counting import counts, says_how_many
from assistant.language.listed_things import ListedThing
from assistant.language.preliminaries import leads_up
from assistant.language.sentences import Sentence
from assistant.language.series import enumerates
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from index.library import Library

_TITLE = re.compile("《[^《》]*》")


def name_in(text: str, things: Sequence[ListedThing]) -> str | None:
    """The word by which a sentence calls what the question lists; None where it has none."""
    return next((form for thing in things for form in thing.forms if form in text), None)


def names_them(text: str, things: Sequence[ListedThing]) -> bool:
    """Whether a sentence gives by name what the question lists: 做强轻奢、药妆、宠物用品等类目."""
    forms = "|".join(re.escape(form) for thing in things for form in thing.forms)
    return bool(forms) and bool(re.search(f"、[^，。；]{{1,20}}等[^，。；、]{{0,4}}(?:{forms})", text))


def said_beyond_title(sentence: Sentence, relevance: Relevance, library: Library) -> float:
    """The share of what the title of its document does not tell that a sentence speaks of."""
    untitled = relevance.within(library.summary(sentence.passage.document_id).title)
    return (untitled if untitled.terms else relevance).shares([without_title(sentence)])[0]


def without_title(sentence: Sentence) -> Candidate:
    """A sentence with its headings, as it is looked at without the title of its document."""
    return Candidate(sentence.text, " ".join(sentence.passage.section))


def counts_and_lists(text: str, known: int, things: Sequence[ListedThing]) -> bool:
    """Whether a sentence gives by name the things that it says so many of as the question does."""
    said = [match.end() for match in counts(known).finditer(text)]
    forms = tuple(form for thing in things for form in thing.forms)
    return enumerates(text) > 0 and any(text.startswith(forms, at) for at in said)


def lists_or_counts(text: str, things: Sequence[ListedThing], question: Question) -> bool:
    """Whether a sentence gives several things by name, or says how many there are of what the question counts."""
    if leads_up(text):
        return False  # 对于你省提出的问题和建议，…现函复如下
    if Ask.LIST in question.asks and enumerates(text):
        return True
    return Ask.COUNT in question.asks and says_how_many(text, [form for thing in things for form in thing.forms])


def names_one_of(sentence: Sentence, things: Sequence[ListedThing]) -> int:
    """Whether a sentence calls something what the question lists (2), or a heading above it does (1); the title of
    another paper in it calls nothing so."""
    forms = [form for thing in things for form in thing.forms]
    if any(form in _TITLE.sub(" ", sentence.text) for form in forms):
        return 2
    return int(any(form in heading for heading in sentence.passage.section for form in forms))
