"""Which answer a question about one thing gets: each way of answering in turn, the first that has something to say.

What a question is about decides the order: the collection and its documents first, then numbered items, people, rows of
the ledger (`row_routing.py`), cells of tables, enumerations, and in the end the one task or the nearest sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.about_documents import ISSUES, about_document, as_of_a_task, in_force, paper_of_number, replaced
from assistant.answers.announced_lists import answer_announced
from assistant.answers.approvals import answer_approval
from assistant.answers.attributes import with_attributes
from assistant.answers.collection import answer_collection
from assistant.answers.consultations import answer_consultation
from assistant.answers.decisions import answer_decisions
from assistant.answers.digests import answer_labelled
from assistant.answers.enumeration_choice import chosen_enumeration, of_one_place
from assistant.answers.formulas import answer_formula, stated_nowhere
from assistant.answers.heading_contents import answer_contents
from assistant.answers.indicators import answer_indicators
from assistant.answers.inline_counts import with_inline_count
from assistant.answers.items_by_number import numbered_items
from assistant.answers.items_denied import denied_items
from assistant.answers.leaders import answer_led, names_leader
from assistant.answers.list_completion import completed
from assistant.answers.membership import answer_members, asks_for_members
from assistant.answers.named_alike import answer_named_alike
from assistant.answers.of_a_paper import answer_contacts, answer_penalties
from assistant.answers.outline_answers import Enumeration, answer_enumeration
from assistant.answers.outline_parts import answer_parts
from assistant.answers.papers_unknown import answer_unknown_paper, says_nothing_of
from assistant.answers.places_unknown import with_unknown_places
from assistant.answers.problems import answer_problems
from assistant.answers.reading import answer_from_sentences
from assistant.answers.row_asked_of import answer_row_asked
from assistant.answers.row_called import answer_called_row
from assistant.answers.row_columns import with_columns
from assistant.answers.row_extremes import answer_first_due
from assistant.answers.row_steps import answer_step
from assistant.answers.rows_named import rows_named
from assistant.answers.speakers import answer_everybody, answer_spoken, named_speaker
from assistant.answers.table_cells import answer_cell
from assistant.answers.table_figures import answer_figures
from assistant.answers.task_fields import answer_items
from assistant.answers.words_of_others import without_words_of_others
from assistant.answers.year_of_part import with_year_of_part
from assistant.field_routing import FieldRouter
from assistant.language.counting import says_how_many
from assistant.language.listed_things import counts_things, listed_things
from assistant.language.series import side_by_side
from assistant.language.speaker_attribution import attributes
from assistant.language.validity import VALID_UNTIL, asks_replaced, says_in_force, without_validity
from assistant.language.years import until_another_year
from assistant.matching.answerability import Sureness
from assistant.matching.documents_meant import documents_named
from assistant.matching.needs import asks_year
from assistant.matching.ranking import Found
from assistant.matching.relevance import Candidate, Relevance
from assistant.matching.retrieval import Retrieval, Retriever
from assistant.matching.thresholds import Thresholds
from assistant.questions.asking import METADATA_FIELDS, Ask
from assistant.questions.question import (
    LISTS,
    OPEN_ASKS,
    Question,
    asks_duties_in,
    asks_for_records,
    counts_things_done,
)
from assistant.row_routing import RowRouter
from assistant.wording.compose import no_such_place, nothing_found
from assistant.wording.findings import Draft
from index.types import Filters

OF_A_TASK = 0.15
"""What is issued is one that a task speaks of when its sentence speaks of this much more of it than the document's
title."""
LEANING = 0.7
"""A follow-up that leans on the question before is answered from the documents of the conversation when the best
sentence is this much as sure as another question needs."""

_FIRST_BY_FIGURES = re.compile("[\u4e00-\u9fff]{2}最[高低大小快慢贵](?:的|是|[？?]|$)")
_WHICH_PEOPLE = re.compile("(?:哪[些类种]|什么(?:样的)?)人(?![名事大])")


class Router:
    """Answers questions about one thing from one open collection."""

    def __init__(self, retriever: Retriever, thresholds: Thresholds, sureness_of: Sureness) -> None:
        self._retriever, self._library = retriever, retriever.library
        self._thresholds, self._sureness_of = thresholds, sureness_of
        self._fields = FieldRouter(self._library, thresholds.record, self._read)
        self._rows = RowRouter(self._library, thresholds.listed, self.answer, self._read)

    def answer(self, question: Question, filters: Filters) -> Draft:
        """The first answer that is found, with what no document says anything of."""
        return with_unknown_places(self._first(question, filters), question, self._library)

    def _first(self, question: Question, filters: Filters) -> Draft:
        """The first answer that is found, in the order in which the ways of answering are named here."""
        if question.asks & LISTS:
            # 分别是什么 asks of one thing for its parts; things that stand side by side have been told apart before.
            question = replace(question, asks=question.asks - {Ask.COMPARISON})
        documents = answer_collection(question, self._library)
        if documents is not None:
            return documents
        found = Retrieval(question, filters, self._retriever)

        def proposed() -> Sequence[str]:
            return found.document_ids

        told = (
            paper_of_number(question, self._library, proposed)
            or answer_parts(question, proposed, self._library)
            or answer_problems(question, proposed, self._library)
            or answer_decisions(question, proposed, self._library)
            or answer_contents(question, proposed, self._library)
            or answer_announced(question, proposed, self._library)
            or answer_consultation(question, proposed, self._library, lambda: found.relevance)
            or answer_approval(question, proposed, self._library, lambda: found.relevance)
            or answer_step(question, lambda: found.relevance, proposed, self._library)
            or answer_first_due(question, proposed, self._library)
            or answer_row_asked(question, proposed, self._library)
            or answer_cell(question, proposed, self._library)
            or answer_unknown_paper(question, self._library)
        )
        if told is not None:
            return told
        if says_nothing_of(question, found.relevance, self._library):
            return _nothing(found, missing=True)
        if question.asks & (METADATA_FIELDS | {Ask.BASIS}):
            about = self._about_document(found)
            planned = self._planned(found, about)
            if planned is not None:
                found = planned
            elif about.status != "not_found" or Ask.ISSUED not in question.asks:
                return with_inline_count(about, question, self._library) or about
        pointed = self._annexes(found) or self._items(found.question) or numbered_items(found, self._library)
        if pointed is not None:
            return pointed
        people = self._members(found) or self._leader(found) or self._everybody(found)
        if people is not None:
            return people
        place = self._documents_of_place(found)
        found = found.read_as(replace(found.question, document_ids=place)) if place else found
        return (
            answer_indicators(found.question, proposed, self._library)
            or self._fields.confirmed_of_a_unit(found)
            or self._first_by_figures(found)
            or self._rows.answer(found, of_a_place=bool(place))
            or self._nothing_named(found)
            or self._figures(found)
            or answer_called_row(found.question, found.relevance, found.document_ids, self._library)
            or self._formula(found)
            or answer_named_alike(found.question, found.passages, self._library)
            or self._enumeration(found)
            or self._speaker(found)
            or self._validity(found)
            or self._fields.answer(found)
            or answer_contacts(found.question, found.relevance, proposed, self._library)
            or self._sentences(found)
            or answer_penalties(found.question, found.relevance, proposed, self._library)
            or self._year_of_part(found)
            or self._counted(found)
            or self._rows.told(found.question, filters)
            or self._kinds_of_people(found.question, filters)
            or _nothing(found, missing=True)
        )

    def _about_document(self, found: Retrieval) -> Draft:
        return about_document(found.question, self._library, [passage.document_id for passage in found.passages])

    def _planned(self, found: Retrieval, about: Draft) -> Retrieval | None:
        """What is found where a task speaks of what is issued (优惠办法什么时候出台); None where it is rather the
        document that `about` tells of."""
        planned = as_of_a_task(found.question)
        if planned is None:
            return None
        found = found.read_as(planned)
        relevance = Relevance(planned.topic, self._library)
        if not relevance.terms or about.status == "not_found":
            return found if about.status == "not_found" else None
        told = {one.document_id for statement in about.statements for one in statement.evidence}
        titles = [Candidate(self._library.document(name).metadata.title) for name in told]
        own = [
            Candidate(one.sentence.text, one.candidate.headings)
            for one in found.ranked(relevance)[:1]
            if ISSUES.search(one.sentence.text)
        ]
        shares = relevance.shares([*own, *titles])
        return found if own and shares[0] > max(shares[1:], default=0.0) + OF_A_TASK else None

    def _annexes(self, found: Retrieval) -> Draft | None:
        """The annexes of a document, where nothing else is named."""
        question = found.question
        if not question.annexes or question.topic or question.units or question.period:
            return None
        return self._about_document(found.read_as(replace(question, asks=frozenset({Ask.LIST}))))

    def _items(self, question: Question) -> Draft | None:
        """The numbered items that are pointed at, or that there is no such place."""
        pointed = answer_items(question, self._library) if question.items else None
        placed = any(item.places or item.body for item in question.items)
        if pointed is None and (placed or (question.absent and not question.places)):
            return Draft("not_found", (no_such_place(question.text, question.language),))
        return pointed

    def _members(self, found: Retrieval) -> Draft | None:
        """People on a list of members."""
        if not asks_for_members(found.question):
            return None
        return answer_members(found.question, found.passages, self._library, found.relevance)

    def _leader(self, found: Retrieval) -> Draft | None:
        """The tasks that a leader answers for."""
        if not names_leader(found.question):
            return None
        return answer_led(found.question, found.passages, self._library)

    def _everybody(self, found: Retrieval) -> Draft | None:
        """All who spoke at a meeting."""
        if Ask.SPEAKER not in found.question.asks:
            return None
        return answer_everybody(found.question, found.document_ids, self._library)

    def _documents_of_place(self, found: Retrieval) -> frozenset[str]:
        """The documents of the place that is all that a question names beside units; they are asked for their rows."""
        question = found.question
        if asks_for_records(question) or not question.asks <= OPEN_ASKS:
            return frozenset()
        return documents_named(question, found.relevance, lambda: found.document_ids, self._library)

    def _nothing_named(self, found: Retrieval) -> Draft | None:
        """That nothing is found, where the question names nothing to look for."""
        return None if found.relevance.terms else _nothing(found)

    def _figures(self, found: Retrieval) -> Draft | None:
        """The cells of a table of figures."""
        figures = answer_figures(
            found.question, found.passages, self._library, found.relevance, lambda: found.sentences
        )
        return None if figures is None else with_attributes(figures, found.question, self._library)

    def _first_by_figures(self, found: Retrieval) -> Draft | None:
        """The row that comes first or last by a column of figures; what is called 项目 there need not be a task."""
        if found.question.demands or not _FIRST_BY_FIGURES.search(found.question.text):
            return None
        return self._figures(found)

    def _formula(self, found: Retrieval) -> Draft | None:
        """What the numbers of a formula (1+4+16+X) stand for, or that no document has it."""
        question = found.question
        explained = answer_formula(
            question, found.relevance, lambda: found.sentences, self._retriever.following, self._retriever.paragraph
        )
        if explained is None and (formula := stated_nowhere(question, self._library)):
            return _nothing(found, formula, missing=True)
        return explained

    def _enumeration(self, found: Retrieval) -> Draft | None:
        """The items of an enumeration: the rows of a table that are picked by what stands in them, else all items or
        those of one place."""
        question = found.question
        picked = rows_named(question, found.relevance, found.passages, self._library) if question.asks & LISTS else None
        if picked is not None:
            return answer_enumeration(question, picked)
        told = chosen_enumeration(question, found.relevance, found.passages, found.sentences, self._library)
        if told is None or until_another_year(question.text, told.label):
            return None
        told = denied_items(question.text, of_one_place(question, told, self._library))
        return answer_enumeration(question, told)

    def _speaker(self, found: Retrieval) -> Draft | None:
        """Who said something, or what somebody said."""
        question, ranked = found.question, found.sentences
        spoken = answer_labelled(
            question, ranked, self._library, lambda said: self._read(found, said)
        ) or named_speaker(question, ranked, self._library)
        if spoken is None and Ask.SPEAKER in question.asks:
            return answer_spoken(question, ranked, self._library, found.relevance)
        return spoken

    def _validity(self, found: Retrieval) -> Draft | None:
        """From when and until when a paper is in force, or which one it takes the place of."""
        question = found.question
        if asks_replaced(question.text[question.opening :]):
            taken = replaced(question, self._library, found.document_ids)
            if taken is not None:
                return taken
        if not question.topic.endswith(VALID_UNTIL):
            return None
        clauses = [one for one in found.sentences if says_in_force(one.sentence.text)]
        lasting = self._read(found, clauses) if clauses else None
        return lasting or in_force(question, self._library, found.document_ids)

    def _sentences(self, found: Retrieval) -> Draft | None:
        """The sentences that state what is asked, or the whole list that they are items of."""
        question = found.question
        read = self._read(found, found.sentences)
        if read is None or (question.asks == {Ask.SPEAKER} and not self._attributed(read)):
            return None
        if asks_duties_in(question) and not self._names_a_unit(question, read):
            return None  # what is done in it by others
        read = without_words_of_others(read, question.text)
        # What is enumerated is looked through last: it takes a third of the time of such an answer.
        if _counts_things(question) and not self._says_how_many(question, read):
            counted = self._counted_list(found)
            if counted is not None and _is_of(counted, read):
                return answer_enumeration(question, counted)
        whole = None if counts_things_done(question) else completed(question, read, self._library)
        return answer_enumeration(question, whole) if whole else with_attributes(read, question, self._library)

    def _year_of_part(self, found: Retrieval) -> Draft | None:
        """What speaks of the event whose year is asked for, with the heading that tells the year."""
        if not asks_year(found.question.text):
            return None
        open_to_all = found.read_as(replace(found.question, asks=frozenset({Ask.CONTENT})))
        read = self._read(open_to_all, open_to_all.sentences)
        return with_year_of_part(read, found.question, found.relevance, self._library)

    def _names_a_unit(self, question: Question, read: Draft) -> bool:
        """Whether what was read names one of the units that the question names."""
        names = [name for bound in question.units for name in (bound.words, *bound.names)]
        quotes = (one for statement in read.statements for one in statement.evidence)
        said = "".join(one.span.of(self._library.document(one.document_id).text) for one in quotes)
        return any(name in said for name in names)

    def _attributed(self, read: Draft) -> bool:
        """Whether what was read says that somebody said it; what a paper sets out has no speaker."""
        quotes = (one for statement in read.statements for one in statement.evidence)
        return any(attributes(one.span.of(self._library.document(one.document_id).text)) for one in quotes)

    def _kinds_of_people(self, question: Question, filters: Filters) -> Draft | None:
        """Which people something is for, where nobody is named: 高等学校毕业生、退役军人和返乡创业人员."""
        if question.asks != {Ask.PERSON} or not _WHICH_PEOPLE.search(question.text):
            return None
        draft = self.answer(replace(question, asks=frozenset({Ask.LIST})), filters)
        return draft if draft.status != "not_found" else None

    def _says_how_many(self, question: Question, read: Draft) -> bool:
        """Whether what was read gives a number of what the question counts, or it names nothing that it counts."""
        forms = [form for thing in listed_things(question.text[question.opening :]) for form in thing.forms]
        quotes = (one for statement in read.statements for one in statement.evidence)
        said = ("".join(one.span.of(self._library.document(one.document_id).text).split()) for one in quotes)
        return not forms or any(says_how_many(quote, forms) or side_by_side(quote, forms) for quote in said)

    def _counted_list(self, found: Retrieval) -> Enumeration | None:
        """The list of the things that the question counts; None where no list has them."""
        question = replace(found.question, asks=frozenset({Ask.COUNT}))
        return rows_named(question, found.relevance, found.passages, self._library) or chosen_enumeration(
            question, found.relevance, found.passages, found.sentences, self._library
        )

    def _counted(self, found: Retrieval) -> Draft | None:
        """The things that the question counts, where no sentence says how many they are but a list gives them."""
        if not _counts_things(found.question):
            return None
        given = self._counted_list(found)
        if given is not None:
            return answer_enumeration(found.question, given)
        question = replace(found.question, asks=frozenset({Ask.COUNT}))
        # What gives them by name need not say how many they are.
        listing = found.read_as(replace(question, asks=frozenset({Ask.LIST})))
        told = self._read(listing, listing.sentences)
        return None if told is None else with_inline_count(told, found.question, self._library)

    def _read(self, found: Retrieval, ranked: Sequence[Found]) -> Draft | None:
        """The answer from sentences, None where none of them is sure enough."""
        question, thresholds = found.question, self._thresholds
        if question.leans:
            thresholds = replace(thresholds, stated=LEANING * thresholds.stated)
        told = answer_from_sentences(
            question,
            found.relevance,
            ranked,
            self._library.document,
            self._retriever.following,
            self._retriever.printed,
            thresholds,
            self._sureness_of,
        )
        return with_columns(told, self._library)


def _is_of(listed: Enumeration, read: Draft) -> bool:
    """Whether what was read is an item of a list, or announces it."""
    spans = [*(item.span for item in listed.items), *([listed.label_span] if listed.label_span else [])]
    quotes = [one for statement in read.statements for one in statement.evidence]
    return any(
        quote.document_id == listed.document_id and span.start <= quote.span.start < span.end
        for quote in quotes
        for span in spans
    )


def _counts_things(question: Question) -> bool:
    """Whether a question counts things that a list may give, and asks for nothing else."""
    return question.asks in ({Ask.QUANTITY}, {Ask.COUNT}) and counts_things(question.text)


def _nothing(found: Retrieval, words: str | None = None, *, missing: bool = False) -> Draft:
    """That nothing is found on these words (None: on what the question names)."""
    question, asked = found.question, sorted(found.asked)
    named = without_validity(question.topic) if words is None else words
    return Draft("not_found", (nothing_found(named, asked, question.language),), tuple(asked) if missing else ())
