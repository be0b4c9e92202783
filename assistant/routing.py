"""Which answer a question about one thing gets: each way of answering in turn, the first that has something to say.

What a question is about decides the order: the collection and its documents first, then numbered items, people, rows of
the ledger (`row_routing.py`), cells of tables, enumerations, and in the end the one task or the nearest sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.about_documents import in_force, replaced
from assistant.answers.attributes import with_attributes
from assistant.answers.collection import answer_collection
from assistant.answers.counted_sections import answer_counted_section
from assistant.answers.digests import answer_labelled
from assistant.answers.enumeration_choice import chosen_enumeration
from assistant.answers.formulas import answer_formula, stated_nowhere
from assistant.answers.indicators import answer_indicators
from assistant.answers.inline_counts import with_inline_count
from assistant.answers.items_by_number import numbered_items
from assistant.answers.items_denied import denied_items
from assistant.answers.items_of_place import of_one_place
from assistant.answers.leaders import answer_led, names_leader
from assistant.answers.list_completion import completed
from assistant.answers.membership import answer_members, asks_for_members
from assistant.answers.named_alike import answer_named_alike
from assistant.answers.of_a_paper import answer_all_contacts, answer_contacts, answer_penalties
from assistant.answers.outline_answers import answer_enumeration
from assistant.answers.papers_unknown import says_nothing_of
from assistant.answers.places_unknown import with_unknown_places
from assistant.answers.reading import answer_from_sentences
from assistant.answers.row_called import answer_called_row
from assistant.answers.row_columns import with_columns
from assistant.answers.rows_named import rows_named
from assistant.answers.speakers import answer_everybody, answer_spoken, named_speaker
from assistant.answers.table_by_number import names_table
from assistant.answers.table_figures import answer_figures
from assistant.answers.task_fields import answer_items
from assistant.answers.words_of_others import without_words_of_others
from assistant.answers.year_of_part import with_year_of_part
from assistant.counted_lists import counted_list, gives_number, is_part_of, only_counts, says_fewer
from assistant.field_routing import FieldRouter
from assistant.language.posts import asks_what_post_said
from assistant.language.speaker_attribution import attributes
from assistant.language.validity import VALID_UNTIL, asks_replaced, says_in_force, without_validity
from assistant.language.years import until_another_year
from assistant.matching.answerability import Sureness
from assistant.matching.documents_meant import documents_named
from assistant.matching.needs import asks_year
from assistant.matching.ranking import Found
from assistant.matching.retrieval import Retrieval, Retriever
from assistant.matching.thresholds import Thresholds
from assistant.paper_routing import about_papers, answer_from_papers, not_held, read_as_task
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
from assistant.wording.conditions import as_written
from assistant.wording.findings import Draft
from index.types import Filters

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

        told = answer_from_papers(found, self._library)
        if told is not None:
            return told
        if says_nothing_of(question, found.relevance, self._library):
            return _nothing(found, missing=True)
        if question.asks & (METADATA_FIELDS | {Ask.BASIS}):
            about = about_papers(found, self._library)
            planned = read_as_task(found, about, self._library)
            if planned is not None:
                found = planned
            elif about.status != "not_found" or Ask.ISSUED not in question.asks or not_held(found, self._library):
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
            or self._said_by_post(found)
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
            or answer_all_contacts(found.question, found.relevance, proposed, self._library)
            or answer_penalties(found.question, found.relevance, proposed, self._library)
            or self._year_of_part(found)
            or self._counted(found)
            or self._rows.told(found.question, filters)
            or self._kinds_of_people(found.question, filters)
            or _nothing(found, missing=True)
        )

    def _annexes(self, found: Retrieval) -> Draft | None:
        """The annexes of a document, where nothing else is named."""
        question = found.question
        if not question.annexes or question.topic or question.units or question.period:
            return None
        return about_papers(found.read_as(replace(question, asks=frozenset({Ask.LIST}))), self._library)

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
        counted = answer_counted_section(found, told, self._library)
        if counted is not None:
            return counted
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

    def _said_by_post(self, found: Retrieval) -> Draft | None:
        """What the holder of a post said in a speech of his own, before what others enumerate at the same meeting."""
        question = found.question
        if not asks_what_post_said(question.text[question.opening :]):
            return None
        return answer_labelled(question, found.sentences, self._library, lambda said: self._read(found, said))

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
        if says_fewer(question, read, self._library):
            return None
        read = without_words_of_others(read, question.text)
        # What is enumerated is looked through last: it takes a third of the time of such an answer.
        if only_counts(question) and not gives_number(question, read, self._library):
            counted = counted_list(found, self._library)
            if counted is not None and (names_table(question.text, counted.label) or is_part_of(counted, read)):
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

    def _counted(self, found: Retrieval) -> Draft | None:
        """The things that the question counts, where no sentence says how many they are but a list gives them."""
        if not only_counts(found.question):
            return None
        given = counted_list(found, self._library)
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


def _nothing(found: Retrieval, words: str | None = None, *, missing: bool = False) -> Draft:
    """That nothing is found on these words (None: on what the question names)."""
    question, asked = found.question, sorted(found.asked)
    named = as_written(without_validity(question.topic), question.text) if words is None else words
    return Draft("not_found", (nothing_found(named, asked, question.language),), tuple(asked) if missing else ())
