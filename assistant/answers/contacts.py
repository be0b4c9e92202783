"""How the office behind a paper is reached: its telephone numbers, addresses and who is to be asked for, where a
question names nothing but the paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from assistant.answers.reading import quoted
from assistant.language.sentences import Sentence, sentences
from assistant.matching.relevance import Relevance
from assistant.matching.requirements import needed
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft
from index.library import Library

PAPERS = 2
"""So many of the documents that search proposes are looked through."""
_SAID = "联系 office paper document rules regulation regulations measures plan notice circular announcement draft"
MOST_CONTACTS = 4
"""A paper that gives more ways of reaching somebody has those of several offices."""


def answer_contacts(
    question: Question, relevance: Relevance, proposed: Callable[[], Sequence[str]], library: Library
) -> Draft | None:
    """The clauses of the paper that tell how somebody is reached, in the way that is asked for; None where that is not
    all that is asked, the question names more than the paper, or the paper tells none or many."""
    if question.asks != {Ask.CONTACT} or not (relevance.terms or question.document_ids) or question.units:
        return None
    tells = needed(Ask.CONTACT, question.text)
    named = sorted(question.document_ids - {""})
    for name in named or islice(proposed(), PAPERS):
        about = library.summary(name)
        if relevance.within(f"{about.title} {about.issuer or ''} {_SAID}").terms:
            continue
        told: list[Sentence] = [
            one
            for passage in library.passages(name)
            if passage.cell is None
            for one in sentences(passage, library.document(name).text)
            if tells.search(one.text)
        ]
        if 0 < len(told) <= MOST_CONTACTS:
            return Draft("answered", tuple(quoted(told, question)))
    return None
