"""What a section gives one after the other without numbering it, under a heading that counts it: 完善五个体系."""

from __future__ import annotations

from assistant.answers.enumerations import heading_words, series_of
from assistant.answers.outline_answers import Enumeration
from assistant.answers.outline_parts import content_in_full
from assistant.language.listed_things import counts_so_many, listed_things
from assistant.matching.heads import head_of
from assistant.matching.relevance import Candidate
from assistant.matching.retrieval import Retrieval
from assistant.questions.question import LISTS
from assistant.wording.findings import Draft
from index.library import Library

PAPERS = 6
"""So many of the documents that search proposes are looked through for the heading."""
LONGEST = 900
"""Characters that the text under such a heading has at most: a longer one is more than the things counted."""
SPOKEN_OF = 0.7
"""The section, with what stands above it, speaks of this share of what the question names."""


def answer_counted_section(found: Retrieval, told: Enumeration | None, library: Library) -> Draft | None:
    """The whole text of the one section whose heading says that there are so many of what the question lists; None
    where that was `told` by an enumeration, no heading or several say so, or the section numbers them."""
    question = found.question
    things = [one for one in listed_things(question.text[question.opening :]) if one.number is not None]
    if not things or not question.asks & LISTS:
        return None
    number = things[0].number or 0
    if told is not None and counts_so_many(told.label, number, things):
        return None
    headed = []
    for name in sorted(question.document_ids - {""}) or found.document_ids[:PAPERS]:
        document, outline = library.document(name), library.sections(name)
        headed += [
            (section, document)
            for at, section in enumerate(outline)
            if section.heading is not None
            and section.span.end - section.span.start <= LONGEST
            and not any(one.parent == at for one in outline)
            and counts_so_many(heading_words(section), number, things)
        ]
    if len(headed) != 1:
        return None
    ((section, document),) = headed
    if any(one.section == section for one in series_of(document, library.sections(document.id))):
        return None
    whole = Candidate(section.span.of(document.text), " ".join(section.path), head_of(document))
    if found.relevance.terms and found.relevance.shares([whole])[0] < SPOKEN_OF:
        return None
    return content_in_full(question, section, document)
