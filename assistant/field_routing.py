"""Who does one task and by when, as its row or its sentence tells it, and what it does not state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answers.attributes import with_attributes
from assistant.answers.people_of_task import asks_for_people, with_people
from assistant.answers.task_fields import FULLY, answer_fields, answer_unstated
from assistant.language.money import asks_who_pays
from assistant.language.validity import VALID_UNTIL
from assistant.matching.ranking import Found
from assistant.matching.relevance import Candidate
from assistant.matching.retrieval import Retrieval
from assistant.matching.selecting import Scored, says_more, stating
from assistant.questions.asking import Ask
from assistant.questions.fields_confirmed import fields_confirmed
from assistant.questions.unit_bounds import UnitBound
from assistant.wording.compose import not_named
from assistant.wording.findings import Draft
from corpus.normalise import fold
from corpus.types import TaskRecord
from index.library import Library


class FieldRouter:
    """Answers questions about one task from the records of a collection; `read` answers from sentences."""

    def __init__(
        self, library: Library, threshold: float, read: Callable[[Retrieval, Sequence[Found]], Draft | None]
    ) -> None:
        self._library, self._threshold, self._read = library, threshold, read

    def answer(self, found: Retrieval) -> Draft | None:
        """Who and when of the one task that the question is about."""
        if found.question.topic.endswith(VALID_UNTIL) and found.question.asks == {Ask.DEADLINE}:
            return None  # until when a paper is in force is no task's deadline
        if Ask.RESPONSIBLE in found.question.asks and asks_who_pays(found.question.text):
            return None  # who is in charge need not pay
        if not found.question.record_asks:
            confirmed = fields_confirmed(found.question)
            return self._confirmed(found.read_as(confirmed)) if confirmed else None
        question, sentences = found.question, found.sentences
        ranked = found.records()
        if sentences and ranked and says_more(question, sentences, ranked[0], self._library):
            ranked = stating(ranked, sentences[0].sentence, sentences[0].topical, self._library)
        fields = answer_fields(question, found.relevance, ranked, self._library, self._threshold)
        if fields is None:
            return self._unstated(found, ranked)
        in_words = self._read(found, sentences) if fields.status == "partial" else None
        if in_words is not None and in_words.status == "answered" and _rests_on_the_same(in_words, fields):
            fields = in_words  # 在响应终止后30日内 is no day that a row could have
        if asks_for_people(question):
            fields = with_people(fields, question, self._library) or fields
        return with_attributes(fields, question, self._library)

    def confirmed_of_a_unit(self, found: Retrieval) -> Draft | None:
        """Whether a unit has a part in a task, where the question names a task in full: such words of the paper as
        清单 do not make it one for the rows of the unit."""
        question = found.question
        confirmed = fields_confirmed(question) if question.units and question.about_tasks else None
        if confirmed is None:
            return None
        found = found.about(replace(confirmed, about_tasks=False))
        ranked = found.records()
        return self._confirmed(found) if ranked and ranked[0].coverage >= FULLY else None

    def _confirmed(self, found: Retrieval) -> Draft | None:
        """What the task that the question is about says of the field that is to be confirmed; None where it is not sure
        which task that is, or it says nothing of it."""
        question = found.question
        if question.period is not None and Ask.DEADLINE in question.asks:
            told = fold(question.period.text)
            found = found.about(replace(question, topic=" ".join(fold(question.topic).replace(told, " ").split())))
        fields = answer_fields(found.question, found.relevance, found.records(), self._library, self._threshold)
        if fields is None or fields.status != "answered":
            return None
        strange = [bound.words for bound in question.units if not any(map(_naming(bound), fields.tasks))]
        if Ask.RESPONSIBLE in question.asks and strange:
            fields = replace(fields, statements=(*fields.statements, not_named(strange, question.language)))
        return fields

    def _unstated(self, found: Retrieval, ranked: Sequence[Scored]) -> Draft | None:
        """That the one task which the question names does not state what is asked, with whose it is; None where it is
        not sure that it is this task, or a sentence may tell it that speaks of it as much."""
        unstated = answer_unstated(found.question, found.relevance, ranked, self._library, self._threshold)
        said = None if unstated is None else self._read(found, found.sentences)
        if unstated is None or said is None or said.status == "not_found" or _rests_on_the_same(said, unstated):
            return unstated
        quotes = [
            Candidate(one.span.of(self._library.document(one.document_id).text), " ".join(one.section))
            for one in said.statements[0].evidence
        ]
        best = max(found.relevance.shares(quotes), default=0.0)
        return None if best >= ranked[0].coverage else unstated


def _naming(bound: UnitBound) -> Callable[[TaskRecord], bool]:
    """Whether a record names the unit, in whatever part."""
    return lambda record: any(name in record.units for name in bound.names)


def _rests_on_the_same(said: Draft, fields: Draft) -> bool:
    """Whether the first thing that is said stands in what a row was read from."""
    spans = [(one.document_id, one.span) for statement in fields.statements for one in statement.evidence]
    return any(
        one.document_id == name and one.span.overlaps(span)
        for one in said.statements[0].evidence
        for name, span in spans
    )
