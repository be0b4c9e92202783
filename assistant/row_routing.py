"""Whether a question is for rows of the ledger, and which ones or what else answers it.

It is where it asks for a list or a count of tasks or for the duties of a unit, or where all that it names beside units
is a place. Of these the first that holds decides:

1. it names a topic but no unit, period or place, and a heading names the topic: what stands under that heading;
2. it names a leader, or only units that no row names: no row is listed;
3. rows are found, but it calls what it lists by a name of which none says a word: what the text enumerates by that
   name, else the rows;
4. rows are found, or none and it can only be for rows: that answer;
5. it names a period and no topic: nothing is due then; or names as in 2: nothing is found by them;
6. it is left to the other ways of answering.

Where no rows are found, what the text enumerates under the same words is the answer, if there is such.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answers.enumeration_choice import chosen_enumeration
from assistant.answers.leaders import names_leader
from assistant.answers.ledger import answer_list, answer_section
from assistant.answers.outline_answers import (
    Enumeration,
    answer_enumeration,
    headings_called,
    headings_under,
    items_under,
    named_section,
)
from assistant.answers.rows_by_state import rows_in_state
from assistant.answers.rows_named import rows_outside
from assistant.answers.table_enumerations import tables_of
from assistant.language.counting import counted
from assistant.language.listed_things import listed_things
from assistant.matching.heads import head_of
from assistant.matching.ranking import Found
from assistant.matching.relevance import HELD, Candidate, Relevance
from assistant.matching.retrieval import Retrieval
from assistant.questions.question import LISTS, OPEN_ASKS, Question, as_told, asks_for_records
from assistant.wording.compose import none_due, nothing_found
from assistant.wording.conditions import period_words
from assistant.wording.findings import Draft
from corpus.types import TaskRecord
from index.library import Library
from index.types import Filters

_OF_A_PLACE = re.compile("^[\u4e00-\u9fff]{2,4}?[省市县区](?=[\u4e00-\u9fff]{2})")


class RowRouter:
    """Answers questions for rows of the ledgers of one open collection."""

    def __init__(
        self,
        library: Library,
        listed: float,
        whole: Callable[[Question, Filters], Draft],
        read: Callable[[Retrieval, Sequence[Found]], Draft | None],
    ) -> None:
        """A row is on the topic from a share of `listed` (0..1) on. A question that is not for rows after all is
        answered by `whole` of the ways of answering; `read` answers from sentences."""
        self._library, self._listed = library, listed
        self._whole, self._read = whole, read

    def answer(self, found: Retrieval, *, of_a_place: bool) -> Draft | None:
        """The rows that are asked for, else what the text enumerates under the same words, else that no row is found;
        None where no rows are asked for. `of_a_place`: a place is all that the question names beside units."""
        outside = rows_outside(found.question, found.document_ids, self._library)
        if outside is not None:
            return answer_enumeration(found.question, outside)
        stated = rows_in_state(found, self._library)
        if stated is not None:
            return stated
        rows = self._rows(found, of_a_place=of_a_place)
        period = found.question.period
        if period is not None and period.start == period.end and (rows is None or rows.status == "not_found"):
            # No row has this very day for its deadline (时限是6月底前): those that are due by then.
            by_then = found.read_as(replace(found.question, period=replace(period, start=None)))
            rows = self._rows(by_then, of_a_place=of_a_place) or rows
        if rows is not None and rows.status == "not_found":
            return self.told(found.question, found.filters) or rows
        return (self._whole_table(found.question, rows) or rows) if rows is not None else None

    def told(self, question: Question, filters: Filters, called: str = "") -> Draft | None:
        """What the text enumerates under the words of a question for rows that no row answers, where it is `called`
        what the question calls it."""
        told = None if names_leader(question) else as_told(question)
        draft = self._whole(told, filters) if told is not None else None
        if draft is None or draft.status == "not_found":
            return None
        quotes = (
            one.span.of(self._library.document(one.document_id).text)
            for statement in draft.statements
            for one in statement.evidence
        )
        return draft if not called or any(called in "".join(quote.split()) for quote in quotes) else None

    def _rows(self, found: Retrieval, *, of_a_place: bool) -> Draft | None:
        """The rows that are asked for, or that there are none; None where the question is for another way."""
        question, relevance = found.question, found.relevance
        if not (of_a_place or asks_for_records(question)):
            return None
        if relevance.terms and not (question.units or question.period or question.places):
            under = self._under_heading(found)
            if under is not None:
                return under
        unknown = names_leader(question) or (not question.units and self._names_nobody(question))
        listed = None if unknown else answer_list(question, relevance, self._library, self._listed)
        # What is said of a unit or in a year may be more than tasks: 国办复函里黄金的增值税怎么处理.
        said = question.asks <= OPEN_ASKS - LISTS and question.topic and not (question.about_tasks or of_a_place)
        if listed is not None and listed.status != "not_found" and self._of_other_things(found, listed):
            return self.told(question, found.filters, called=listed_things(question.text)[0].forms[0]) or listed
        if listed is not None and _as_many_others(question, listed):
            return None
        if listed is not None and (listed.status != "not_found" or not said):
            return listed
        if question.period and not question.topic:
            return Draft("not_found", (none_due(question.language, period_words(question.period, question.language)),))
        if unknown:
            words = "、".join(question.strangers) or question.topic
            return Draft("not_found", (nothing_found(words, sorted(found.asked), question.language),))
        return None

    def _whole_table(self, question: Question, listed: Draft) -> Draft | None:
        """All rows of the table of which the listed rows are all that name a unit: one whose unit is still to be found
        is a row, too. None where they are of no one table, or the table has no others."""
        places = {(one.document_id, one.section) for one in listed.tasks}
        if len(places) != 1 or question.units or question.period or question.demands:
            return None
        ((document_id, path),) = places
        if any((place.document_id, place.section) != (document_id, path) for place in question.places):
            return None
        under = [one for one in tables_of(self._library, document_id) if one.section.path == path]
        within = sum(one.section == path for one in self._library.records([document_id]))
        if len(under) != 1 or not within == len(listed.tasks) < len(under[0].items):
            return None
        table = under[0]
        return answer_enumeration(
            question, Enumeration(document_id, table.section, table.items, 1.0, table.label, table.label_span)
        )

    def _of_other_things(self, found: Retrieval, listed: Draft) -> bool:
        """Whether the question lists things by a name of which no row says a word: 便利 of 便利措施."""
        forms = [form for thing in listed_things(found.question.text) for form in thing.forms]
        words = [term.word for term in found.relevance.terms if any(term.word in form for form in forms)]
        if not words:
            return "职责" in forms  # rows are tasks; what a unit is charged with is said to be so
        named = found.relevance.of(" ".join(words))
        return not _one_holds(named, listed.tasks)

    def _under_heading(self, found: Retrieval) -> Draft | None:
        """A list of what stands under the heading that the question names: headings that it counts, or tasks."""
        question, relevance = found.question, found.relevance
        if counted(question.text):
            told = chosen_enumeration(question, relevance, found.passages, found.sentences, self._library)
            if told is not None:
                return answer_enumeration(question, told)
        named = named_section(question, relevance, found.passages, self._library)
        if named is None:
            return None
        document_id, section = named
        called = headings_called(section, document_id, self._library, listed_things(question.text[question.opening :]))
        if called is not None:
            return answer_enumeration(question, called)
        listed = answer_section(question, section, document_id, self._library)
        heads = headings_under(section, document_id, self._library)
        if listed is not None and heads is not None and len(heads.items) > len(listed.tasks):
            return answer_enumeration(question, heads)  # only some of them give a task
        if listed is not None:
            # 与RCEP有关的任务 are those under the heading that names RCEP, and every other one that does.
            return None if self._held_elsewhere(found, document_id, listed.tasks) else listed
        if self._held_elsewhere(found, document_id, ()):
            return None
        items = heads or items_under(section, document_id, self._library)
        return answer_enumeration(question, items) if items else self._read(found, found.sentences)

    def _names_nobody(self, question: Question) -> bool:
        """Whether a question names units that no record names, and that no task is about either (社区, 园区)."""
        tasks = self._library.records() if question.strangers else ()
        names = [_OF_A_PLACE.sub("", name) for name in question.strangers]
        return any(not any(name in record.task for record in tasks) for name in names)

    def _held_elsewhere(self, found: Retrieval, document_id: str, listed: Sequence[TaskRecord]) -> bool:
        """Whether tasks that are not `listed` speak of all of the topic: those of the document apart from what tells
        the document, those of other papers that search found by every word."""
        heard = found.relevance.heard()
        telling = heard.within(head_of(self._library.document(document_id)))
        own = [record for record in self._library.records([document_id]) if record not in listed]
        elsewhere = set(found.document_ids) - {document_id}
        return _one_holds(telling, own) or _one_holds(heard, self._library.records(elsewhere))


def _as_many_others(question: Question, listed: Draft) -> bool:
    """Whether a question says how many things there are that it asks for (哪三大平台, which four powers), and the rows
    that meet its bounds are not so many: they are other things."""
    if question.about_tasks or question.demands:
        return False  # 参与单位超过4家的: so many units, not so many of what is listed
    number = next((thing.number for thing in listed_things(question.text)), None)
    return number is not None and listed.total not in (None, number)


def _one_holds(topic: Relevance, tasks: Sequence[TaskRecord]) -> bool:
    """Whether a task speaks of all of a topic."""
    return max(topic.shares([Candidate(record.task) for record in tasks]), default=0.0) >= HELD
