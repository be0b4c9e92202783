"""Answers that whole papers give, before their tasks and sentences are looked at: what they are, and what stands in a
part, a row or a list of them that the question names."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.about_documents import (
    ISSUES,
    about_document,
    as_of_a_task,
    is_not_held,
    paper_of_number,
)
from assistant.answers.aims_of_paper import answer_aims
from assistant.answers.announced_lists import answer_announced
from assistant.answers.approvals import answer_approval
from assistant.answers.consultations import answer_consultation
from assistant.answers.decisions import answer_decisions
from assistant.answers.heading_contents import answer_contents
from assistant.answers.notes_of_paper import answer_note
from assistant.answers.outline_parts import answer_parts
from assistant.answers.papers_unknown import answer_unknown_paper
from assistant.answers.problems import answer_problems
from assistant.answers.row_asked_of import answer_row_asked
from assistant.answers.row_extremes import answer_first_due
from assistant.answers.row_steps import answer_step
from assistant.answers.table_cells import answer_cell
from assistant.matching.relevance import Candidate, Relevance
from assistant.matching.retrieval import Retrieval
from assistant.matching.selecting import candidate_of
from assistant.wording.findings import Draft
from index.library import Library

OF_A_TASK = 0.15
"""What is issued is one that a task speaks of when its sentence speaks of this much more of it than the document's
title."""


def answer_from_papers(found: Retrieval, library: Library) -> Draft | None:
    """The first answer that is found, in the order in which the ways of answering are named here."""
    question = found.question

    def proposed() -> Sequence[str]:
        return found.document_ids

    return (
        paper_of_number(question, library, proposed)
        or answer_note(question, proposed, library)
        or answer_parts(question, proposed, library)
        or answer_problems(question, proposed, library)
        or answer_decisions(question, proposed, library)
        or answer_contents(question, proposed, library)
        or answer_aims(question, proposed, library)
        or answer_announced(question, proposed, library)
        or answer_consultation(question, proposed, library, lambda: found.relevance)
        or answer_approval(question, proposed, library, lambda: found.relevance)
        or answer_step(question, lambda: found.relevance, proposed, library)
        or answer_first_due(question, proposed, library)
        or answer_row_asked(question, proposed, library)
        or answer_cell(question, proposed, library)
        or answer_unknown_paper(question, library)
    )


def about_papers(found: Retrieval, library: Library) -> Draft:
    """What is asked of a paper as such: its number, its day, who issued it, its parts."""
    return about_document(found.question, library, [passage.document_id for passage in found.passages])


def not_held(found: Retrieval, library: Library) -> bool:
    """Whether a paper is asked about as such that is none of the collection."""
    return is_not_held(found.question, library, [passage.document_id for passage in found.passages])


def read_as_task(found: Retrieval, about: Draft, library: Library) -> Retrieval | None:
    """What is found where a task speaks of what is issued (优惠办法什么时候出台); None where it is rather the
    document that `about` tells of."""
    planned = as_of_a_task(found.question)
    if planned is None:
        return None
    found = found.read_as(planned)
    relevance = Relevance(planned.topic, library)
    if not relevance.terms:
        return found if about.status == "not_found" else None
    told = {one.document_id for statement in about.statements for one in statement.evidence}
    titles = [Candidate(library.document(name).metadata.title) for name in told]
    own = [
        Candidate(one.sentence.text, one.candidate.headings)
        for one in found.ranked(relevance)[:1]
        if ISSUES.search(one.sentence.text)
    ]
    own += [
        candidate_of(one.record, "") for one in found.records()[:1] if ISSUES.search(one.record.task)
    ]  # a row says of itself what no sentence does: 发布消费地图
    if about.status == "not_found":
        return found if own else None  # no task sets out to issue what is named, nor is such a paper held
    shares = relevance.shares([*own, *titles])
    of_task, of_titles = max(shares[: len(own)], default=0.0), max(shares[len(own) :], default=0.0)
    return found if own and of_task > of_titles + OF_A_TASK else None
