"""Questions that ask several things, or one thing of several others: every part is answered, and one answer made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import compress

from assistant.answers.aggregates import told_within
from assistant.answers.consultations import tells_until_and_how
from assistant.answers.days_compared import days_compared
from assistant.answers.extremes_in_prose import extreme_in_prose
from assistant.answers.figures_by_names import told_by_one, told_of_each
from assistant.answers.figures_compared import figures_compared
from assistant.answers.from_to import changed_by
from assistant.answers.indicators import asks_indicators
from assistant.answers.ledger import tells_places
from assistant.answers.merging import merged
from assistant.answers.rows_meant import answer_rows_meant
from assistant.asked_as_such import AskedAsSuch
from assistant.comparing import compared_parts, one_says_all, summed_parts
from assistant.joining import joined, particular, rows_apart
from assistant.language.years import names_year
from assistant.matching.answerability import Sureness
from assistant.matching.jurisdictions import place_names
from assistant.matching.retrieval import Retriever
from assistant.matching.thresholds import Thresholds
from assistant.parts import PartJudge
from assistant.questions.asking import FIGURES, RECORD_FIELDS, Ask
from assistant.questions.clauses import asking_parts
from assistant.questions.indirect_english import conditions_asked
from assistant.questions.interpreter import Interpreter
from assistant.questions.question import OPEN_ASKS, Question
from assistant.questions.row_clauses import row_clauses
from assistant.questions.smalltalk import is_small_talk
from assistant.routing import Router
from assistant.rows_in_clauses import told_row_by_row, told_with_all
from assistant.wording.compose import friendly, not_stated
from assistant.wording.conditions import bound_words
from assistant.wording.findings import Draft, Statement
from index.types import Filters

# Rows are asked for, and in a sentence of its own some of them; behind a comma 其中 goes on with what was given
# in the conversation before.
_OF_THESE = re.compile(
    r"[；;。？?]\s*(?:这?其中|(?:and )?(?:how many )?of (?:these|them|those)(?![a-z]))"
    r"|,? and (?:how many|which) of (?:these|them|those)(?![a-z])"
    # 9月到期的有几项，哪些是海关的; 配合的事项有哪些，最晚哪个
    r"|[，,；;。？?]\s*(?:哪[些几][项个件条]?(?:是|由|归)(?!什么|谁|哪)[^，。；？?]{2,16}|哪(?:一)?[些几个项件条][^，。；？?]{0,6}最[早晚迟]"
    r"|最[早晚迟][^，。；？?]{0,6}哪)",
    re.IGNORECASE,
)
_ASKS_FOR_ROWS = re.compile("几|多少|哪些|什么|how many|which|what", re.IGNORECASE)


class Answerer:
    """Answers questions that are understood from one open collection, however many things they ask."""

    def __init__(
        self, retriever: Retriever, interpreter: Interpreter, thresholds: Thresholds, sureness_of: Sureness
    ) -> None:
        self._retriever, self._interpreter = retriever, interpreter
        self._router = Router(retriever, thresholds, sureness_of)
        self._as_such = AskedAsSuch(retriever, interpreter, self._router)
        self._judge = PartJudge(retriever.library, thresholds.sentence)

    def speaks_of(self, question: Question, draft: Draft) -> bool:
        """Whether an answer speaks of what a question names."""
        return self._judge.on_topic(question, draft)

    def goes_on(self, asked: Question, draft: Draft) -> bool:
        """Whether an answer speaks of what a follow-up names together with what it was asked of."""
        return self._judge.goes_on(asked, draft)

    def names_none_of(self, named: str, draft: Draft) -> bool:
        """Whether an answer has nothing near to what is `named`."""
        return self._judge.names_none_of(named, draft)

    def answer(self, question: Question, filters: Filters) -> Draft:
        """The answer to a question from the documents that pass the filters: of things compared to each, of several
        things asked to all."""
        question = self._retriever.bounded(question, filters)
        if question.where:  # its parts, too, are asked of the documents that it names by their titles
            filters = replace(filters, document_ids=question.document_ids)
        if is_small_talk(question):
            return Draft("not_found", (friendly(question.language),))
        told = answer_rows_meant(question, self._retriever.library)
        if told is not None:
            return told
        told = self._as_such.answer(question, filters)
        if told is not None:
            return told
        if asks_indicators(question, self._retriever.library):
            whole = self._router.answer(question, filters)
            if whole.status == "answered":
                return whole
        apart = None if Ask.COMPARISON in question.asks else self._of_row_clauses(question, filters)
        if apart is not None:
            return apart
        parts = compared_parts(question, self._interpreter.usage)
        if parts:
            each = [replace(self._interpreter.understand(part.question), language=question.language) for part in parts]
            self._retriever.foresee(each)
            drafts = [self._in_parts(self._retriever.bounded(one, filters), filters) for one in each]
            drafts = self._told_beside([part.thing for part in parts], each, drafts)
            things = [" ".join(part.thing.split()) for part in parts]  # a name is one line of the answer
            told = told_by_one(question, things, drafts, self._retriever.library)
            if told is not None:
                return told
            if any(draft.status == "not_found" for draft in drafts) and all(map(names_year, things)):
                whole = self._in_parts(question, filters)  # of two years one sentence may tell both
                if whole.status == "answered":
                    return whole
            if not one_says_all(drafts):
                order = figures_compared(question, things, each, drafts, self._retriever.library)
                order = order or told_of_each(question, things, drafts) or days_compared(question, things, drafts)
                return merged(drafts, things, question, order)
            if each[0].asks <= FIGURES:
                return drafts[0]  # the sentence with the figures and no more
            whole = self._in_parts(question, filters)
            return whole if whole.status == "answered" else drafts[0]
        told = self._summed(question, filters)
        if told is None:
            told = changed_by(question, self._in_parts(question, filters))
            told = extreme_in_prose(question, told, self._retriever.library)
        return (self._as_such.units_counted(question, filters) or told) if told.status != "answered" else told

    def _summed(self, question: Question, filters: Filters) -> Draft | None:
        """What several things come to together, where each has a figure of its own; None where that was not asked, or
        one of them has none."""
        parts = summed_parts(question, self._interpreter.usage)
        if not parts:
            return None
        each = [replace(self._interpreter.understand(part.question), language=question.language) for part in parts]
        self._retriever.foresee(each)
        drafts = [self._router.answer(self._retriever.bounded(one, filters), filters) for one in each]
        things = [" ".join(part.thing.split()) for part in parts]
        told = told_by_one(question, things, drafts, self._retriever.library)
        if told is not None:
            return told
        total = told_of_each(question, things, drafts)
        return merged(drafts, things, question, total) if total else None

    def _of_row_clauses(self, question: Question, filters: Filters) -> Draft | None:
        """The rows that each of several clauses asks for; None where they do not, or none are found for the first."""
        clauses = row_clauses(question, self._interpreter.understand)
        if clauses is None:
            return None
        first = self._as_such.clause(question, filters, clauses.questions[0])
        if clauses.parts and tells_places(self._interpreter.understand(clauses.questions[0]), first):
            return first
        drafts = [first, *(self._as_such.clause(question, filters, text) for text in clauses.questions[1:])]
        return rows_apart(drafts, question, summed=clauses.summed)

    def _told_by_conditions(self, conditions: str, question: Question, filters: Filters) -> Draft | None:
        """The list of the `conditions` of what somebody asks whether he may have; None where no list gives them."""
        places = (name for name in place_names(self._retriever.library) if name in question.text)
        places_left_out = "".join(sorted(name for name in places if name not in conditions))
        told = self._as_such.clause(question, filters, f"{places_left_out}{conditions}")
        return told if told.status == "answered" else None

    def _within(self, question: Question, some: Draft, first: str, filters: Filters) -> Draft:
        """The rows that are asked for `first`, with the number of `some` of them, which the rest of the question bounds
        further (6月到期的有几项？其中商城集团牵头的呢); `some` where these are no part of the others."""
        asked = self._retriever.bounded(self._interpreter.understand(first), filters)
        every = self._router.answer(replace(asked, language=question.language), filters)
        if every.total is None or not {one.id for one in some.tasks} < {one.id for one in every.tasks}:
            return some
        within = told_within(every.tasks, some.tasks, bound_words(question), question.language)
        return replace(every, statements=(*every.statements, within))

    def _told_beside(self, things: Sequence[str], parts: Sequence[Question], drafts: Sequence[Draft]) -> list[Draft]:
        """The answers to the things compared; one that was not found is what answers another thing, where that says of
        it, too, what is asked: 再生水利用率达到60%、矿井疏干水利用率达到70%."""
        found = [draft for draft in drafts if draft.status == "answered"]
        return [
            draft
            if draft.status != "not_found"
            else next((other for other in found if self._judge.figured_of(thing, part, other)), draft)
            for thing, part, draft in zip(things, parts, drafts, strict=True)
        ]

    def _in_parts(self, question: Question, filters: Filters) -> Draft:
        """The answer to a question about one thing; where it asks several things of it, to each of them."""
        asked = [
            replace(part, leans=question.leans, last_cited=question.last_cited)
            for part in asking_parts(question, self._interpreter.understand)
        ]
        if asked:
            self._retriever.foresee([question, *asked])
        whole = self._router.answer(question, filters)
        if whole.status == "not_found" and (conditions := conditions_asked(question.text[question.opening :])):
            whole = self._told_by_conditions(conditions, question, filters) or whole
        rest = _OF_THESE.search(question.text) if whole.tasks else None
        if rest and _ASKS_FOR_ROWS.search(first := question.text[: rest.start()]):
            within = self._within(question, whole, first, filters)
            if within is not whole:
                return within
        if tells_until_and_how(question, whole):
            return whole
        clause = partial(self._as_such.clause, question, filters)
        told = told_row_by_row(question, self._retriever.library, clause) or told_with_all(question, whole, clause)
        if told is not None:
            return told
        if not asked or (
            self._judge.has_as_many(asked, whole) and all(self._judge.speaks_of(part, whole) for part in asked)
        ):
            return whole
        drafts = [self._router.answer(self._retriever.bounded(part, filters), filters) for part in asked]
        if drafts[0].status == "not_found" and not any(self._judge.on_topic(asked[0], draft) for draft in drafts[1:]):
            return drafts[0]  # what the later parts hang on is not there
        drafts[1:] = [
            draft
            if draft.status != "not_found" and self._judge.of_the_same(part, asked[0].topic, draft, drafts[0])
            else Draft("not_found", (_unstated(part),), tuple(sorted(part.asks)))
            if draft.status != "not_found" or names_year(part.text[part.opening :])
            else draft
            for part, draft in zip(asked[1:], drafts[1:], strict=True)
        ]
        answered = list(zip(asked, drafts, strict=True))
        # What answers one part may hold the other: 拟投资400亿元，炼油规模800万吨.
        heard = [
            mine.status != "not_found"
            or not (
                any(_may_tell(part, other) and self._judge.speaks_of(part, draft) for other, draft in answered)
                or (at and self._judge.told_with(asked[: at + 1], drafts))
            )
            for at, (part, mine) in enumerate(zip(asked, drafts, strict=True))
        ]
        answers, questions = list(compress(drafts, heard)), list(compress(asked, heard))
        # What a later part asks in passing is not found: what the first one asks is told all the same.
        alone = whole.status == "not_found" and drafts[0].status != "not_found"
        every = alone and not asked[0].asks <= OPEN_ASKS - FIGURES
        return joined(answers, questions, every=every) or whole


def _may_tell(part: Question, other: Question) -> bool:
    """Whether the answer to another part may give what this one asks for: of a task it gives the fields that were asked
    for."""
    return not other.record_asks or part.asks <= other.asks or not part.asks <= RECORD_FIELDS | FIGURES


def _unstated(part: Question) -> Statement:
    """That nothing states what a part asks for, in its own words where these ask for one thing in particular or for
    another year."""
    asked = " ".join(re.split("”[：:]", part.text[part.opening :])[-1].split()).strip(" ？?。.，,")
    if not names_year(asked) and (not part.asks <= OPEN_ASKS - FIGURES or not particular(part)):
        return not_stated(sorted(part.asks), part.language)
    return Statement(f"文件未写明“{asked}”。" if part.language == "zh" else f"The documents do not state “{asked}”.")
