"""The whole path from a question to an answer, on one screen."""

from __future__ import annotations

import hashlib
import time
import uuid
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal

from assistant.answering import Answerer
from assistant.conversation import by_itself, heard, kept_to, of_matter, of_what_is_named, otherwise
from assistant.matching.answerability import Sureness, sureness
from assistant.matching.heads import heads_of
from assistant.matching.jurisdictions import of_another_locality, of_another_place
from assistant.matching.relevance import Relevance
from assistant.matching.retrieval import Retriever
from assistant.matching.thresholds import MEASURED, Thresholds
from assistant.questions.interpreter import Interpreter
from assistant.questions.question import Question
from assistant.questions.said_again import said_again
from assistant.rows_side_by_side import rows_side_by_side
from assistant.rows_spoken_of import of_rows_told
from assistant.types import Answer, Language, Turn
from assistant.wording.cite import as_text, cited
from assistant.wording.rewording import LanguageModel, in_other_words, reworded
from assistant.wording.suggestions import follow_ups
from index.library import Library
from index.types import Filters
from index.while_answering import answering

MOST_PREPARED = 5_000
"""What so many documents say of themselves is read before the first question."""
# In both languages, with a name in pinyin.
_FIRST_QUESTIONS = ("外事办牵头的任务有哪些？", "Who leads the work on Laoshan Bay?")


class Assistant:
    """Answers questions over one open collection. It has no state of its own and may be shared between threads."""

    def __init__(
        self,
        library: Library,
        model: LanguageModel | None = None,
        thresholds: Thresholds = MEASURED,
        before: Assistant | None = None,
        sureness_of: Sureness = sureness,
    ) -> None:
        """With a `model`, answers are worded by it as far as it keeps to what was found. What the assistant `before`
        has read is not read again where the documents are the same."""
        self._library, self._model = library, model
        self._interpreter: Interpreter = Interpreter(library, before._interpreter if before else None)
        self._retriever = Retriever(library)
        self._answerer = Answerer(self._retriever, self._interpreter, thresholds, sureness_of)

    def understand(self, question: str) -> Question:
        """What a question asks that stands alone, in ordinary digits and simplified characters."""
        return self._interpreter.understand(question)

    def prepare(self) -> None:
        """Reads what first questions would wait for: the tables of words of both languages, how characters are read,
        and what the documents say of themselves (0.3 ms of a processor each, so not of too many)."""
        for question in _FIRST_QUESTIONS:
            self.answer(question, offline=True)
        heads = heads_of([one.id for one in self._library.documents()[:MOST_PREPARED]], self._library)
        Relevance(_FIRST_QUESTIONS[0], self._library).shares_of(list(heads.values()))

    @answering()
    def answer(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        turns: Sequence[Turn] = (),
        filters: Filters = Filters(),  # noqa: B008
        language: Language | Literal["auto"] = "auto",
        offline: bool = False,
    ) -> Answer:
        """The answer to `question` after `turns`, `offline`: without the language model. Nothing is stored; the caller
        keeps the turn."""
        clock = _Clock()
        conversation_id = conversation_id or uuid.uuid4().hex
        answered = partial(self._answerer.answer, filters=filters)

        def bounded(one: Question) -> Question:
            one = self._retriever.bounded(one, filters)
            return one if language == "auto" else replace(one, language=language)

        said = question
        before: Sequence[Turn] = of_matter(turns, self.understand)
        again = said_again(question, turns, before)
        if again is not None:
            said, before, language = again
        of_rows = partial(of_rows_told, library=self._library)
        of_two = partial(rows_side_by_side, library=self._library)
        asked = heard(said, before, self.understand, bounded, of_rows, of_two)
        understood = asked.question
        clock.lap("understand")
        draft = answered(understood)
        other = otherwise(asked, before, self.understand, bounded) if draft.status == "not_found" and before else None
        if other is not None:
            instead = answered(other)
            # What stands by itself is not answered with what was spoken of before, unless that is said of it, too.
            own = not (asked.completed or asked.leans) and bool(understood.topic)
            if instead.status != "not_found" and not (
                own and not self._answerer.speaks_of(understood, instead)
            ):  # else what was looked for is said of the question as it was shown
                draft = instead
                understood = understood if asked.completed else other
        elsewhere = partial(of_another_place, library=self._library)
        of_city = partial(of_another_locality, library=self._library)
        draft = kept_to(asked, understood, draft, self._answerer.answer, self._answerer.goes_on, elsewhere, of_city)
        if before:

            def anywhere_else(plain: str, about: Collection[str], given: Collection[str]) -> bool:
                return elsewhere(plain, about, given) or of_city(plain, about, given)

            none_of = self._answerer.names_none_of
            alone = partial(by_itself, asked, answer=self._answerer.answer, filters=filters, elsewhere=anywhere_else)
            understood, draft = of_what_is_named(asked, understood, draft, before, self.understand, none_of, alone)
        draft = draft.with_beside(same_documents=bool(before))
        clock.lap("search")
        model = None if offline else self._model
        if model is not None and draft.status == "not_found":
            understood, draft = in_other_words(model, understood, draft, self.understand, bounded, answered)
            draft = draft.with_beside(same_documents=bool(before))
            clock.lap("rephrase")
        self._library.have_read(draft.document_ids)
        lines, citations = cited(draft, self._library.document)
        clock.lap("cite")
        if model is not None and citations:
            lines = reworded(model, understood, draft, lines)
            clock.lap("reword")
        name = f"{conversation_id}/{len(turns)}/{question}"
        return Answer(
            id=hashlib.sha256(name.encode()).hexdigest()[:24],
            conversation_id=conversation_id,
            question=question,
            standalone_question=understood.whole,
            language=understood.language,
            status=draft.status,
            answer=as_text(lines),
            missing=draft.missing,
            tasks=draft.tasks,
            total=draft.total,
            coverage=draft.coverage,
            citations=citations,
            follow_ups=follow_ups(understood, draft),
            confidence=0.0 if draft.status == "not_found" else round(draft.confidence, 4),
            timings_ms=clock.laps,
        )


class _Clock:
    """Milliseconds spent in each stage."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, stage: str) -> None:
        now = time.perf_counter()
        self.laps[stage] = round((now - self._last) * 1000, 3)
        self._last = now
