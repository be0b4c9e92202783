"""Questions that ask for a row, a list's item, people or a heading as such rather than for what stands there: which
item it is, how many units it has, which task has most, the third of a list, under which heading it stands."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.headings_told import answer_heading, cited_again
from assistant.answers.items_by_place import item_at
from assistant.answers.ledger_extremes import answer_ledger
from assistant.answers.people_of_task import with_people, without_people
from assistant.answers.row_answers import answer_row, answer_units
from assistant.answers.task_fields import MOST_TIED
from assistant.matching.retrieval import Retrieval, Retriever
from assistant.matching.selecting import reached, within
from assistant.questions.heading_asked import heading_asked
from assistant.questions.interpreter import Interpreter
from assistant.questions.ledger_asked import ledger_asked
from assistant.questions.ordinal_asked import ordinal_asked
from assistant.questions.qualifiers import NO_DEMANDS
from assistant.questions.question import Question
from assistant.questions.row_asked import row_asked
from assistant.routing import Router
from assistant.wording.findings import Draft
from index.types import Filters


class AskedAsSuch:
    """Answers such questions from one open collection."""

    def __init__(self, retriever: Retriever, interpreter: Interpreter, router: Router) -> None:
        self._retriever, self._interpreter, self._router = retriever, interpreter, router

    def answer(self, question: Question, filters: Filters) -> Draft | None:
        """The answer to a question of this kind; None where it is none, or nothing is found."""
        return (
            self._of_a_row(question, filters)
            or self._of_all_rows(question, filters)
            or self._people(question, filters)
            or self._of_a_heading(question, filters)
            or self._of_a_list(question, filters)
        )

    def clause(self, question: Question, filters: Filters, text: str) -> Draft:
        """The answer to a clause of a question, or to what it comes to in other words."""
        asked = replace(self._interpreter.understand(f"{question.where}{text}"), language=question.language)
        return self._router.answer(self._retriever.bounded(asked, filters), filters)

    def units_counted(self, question: Question, filters: Filters) -> Draft | None:
        """How many units the task has that the question names in other words than its row does; None where the units of
        no task are asked for, or no task is found."""
        asked = row_asked(question.text)
        if asked is None or asked.kind != "units":
            return None
        return answer_units(asked, self.clause(question, filters, asked.text), question.language)

    def _of_a_row(self, question: Question, filters: Filters) -> Draft | None:
        """What the question asks of the row of one task (which item it is, how many units it has); None where it asks
        nothing of the kind."""
        asked = row_asked(question.text)
        if asked is None:
            return None
        base = self._retriever.bounded(self._interpreter.understand(f"{question.where}{asked.text}"), filters)
        base = replace(base, leans=question.leans, last_cited=question.last_cited)
        if not base.topic:
            return None
        ranked = Retrieval(base, filters, self._retriever).records()
        return answer_row(asked, base.topic, ranked, self._retriever.library, question.language)

    def _people(self, question: Question, filters: Filters) -> Draft | None:
        """The leader or the person in charge of a task, who supervises or accepts it, with what else is asked of it."""
        rest = without_people(question)
        told = None if rest is None else self.clause(question, filters, rest)
        if told is None or told.total is not None or not 0 < len(told.tasks) <= MOST_TIED:
            return None
        return with_people(told, question, self._retriever.library)

    def _of_a_heading(self, question: Question, filters: Filters) -> Draft | None:
        """The heading that the question asks for, with what stands under it; None where it asks for none, or nothing is
        found that stands under one."""
        own = question.text[question.opening :]
        asked = heading_asked(own) or (heading_asked(f"它{own}") if question.inherited else None)
        if asked is None or (question.inherited and not asked.leans):
            return None
        library = self._retriever.library
        if asked.leans and not question.inherited:
            told = cited_again(question.last_cited, library)
        else:
            told = self.clause(question, filters, question.inherited or asked.what)
        return answer_heading(asked, told, question.language, library)

    def _of_a_list(self, question: Question, filters: Filters) -> Draft | None:
        """The item that the question asks for by its place in a list; None where it asks for none, or no such list is
        found."""
        asked = None if question.items else ordinal_asked(question.text[question.opening :])
        if asked is None:
            return None
        said = f"{question.where}{question.text[: question.opening]}{asked.text}"
        base = self._retriever.bounded(self._interpreter.understand(said), filters)
        base = replace(base, leans=question.leans, last_cited=question.last_cited)
        return item_at(asked, self._router.answer(base, filters), question, self._retriever.library)

    def _of_all_rows(self, question: Question, filters: Filters) -> Draft | None:
        """What the question asks of a ledger as a whole (which task has most units); None where it asks nothing of the
        kind, or of the tasks on a topic."""
        asked = ledger_asked(question.text)
        if asked is None:
            return None
        base = self._retriever.bounded(self._interpreter.understand(f"{question.where}{asked.rest}任务"), filters)
        titles = "".join(self._retriever.library.summary(name).title for name in base.document_ids - {""})
        if not all(set(word) <= set(titles) for word in base.topic.split()):
            return None  # more is named than a paper: 进口示范区方案
        records = within(replace(base, units=(), demands=NO_DEMANDS), reached(base, self._retriever.library))
        return answer_ledger(asked.kind, records, question.language)
