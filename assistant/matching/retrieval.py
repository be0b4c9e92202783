"""What search proposes for a question: passages, and their sentences in the order in which they answer it."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property

from assistant.language.announcements import begins_paragraph
from assistant.language.sentences import Sentence, printed_with, sentences
from assistant.matching.jurisdictions import documents_there
from assistant.matching.nearby import neighbouring
from assistant.matching.query_expansion import query_of
from assistant.matching.ranking import Found, rank_sentences
from assistant.matching.relevance import Relevance, together
from assistant.matching.selecting import Scored, best_records
from assistant.matching.telling_rows import can_tell_parts
from assistant.questions.asking import FIGURES, Ask
from assistant.questions.question import Question
from corpus.types import Passage
from index.library import Library, passes
from index.rank import compared_together
from index.types import Filters, Hit, Query
from index.while_answering import KeptForParts

_PARTS = frozenset({Ask.LEAD, Ask.PARTICIPANTS})
PASSAGES, RECORDS = 24, 40
"""How many passages and records search proposes for a question on one topic; lists do not depend on them."""
_Sought = tuple[Query, Filters]


class Retriever:
    """Searches one open collection."""

    def __init__(self, library: Library) -> None:
        self.library = library
        # The parts of a question are often on the topic of the whole.
        self._proposed = KeptForParts[_Sought, list[list[Hit]]](
            lambda sought: [library.search_passages(query, PASSAGES, within) for query, within in sought]
        )
        self._recorded = KeptForParts[_Sought, list[list[Hit]]](
            lambda sought: [library.search_records(query, RECORDS, within) for query, within in sought]
        )

    def foresee(self, questions: Sequence[Question]) -> None:
        """Has what is looked for in texts for these questions looked for at once, whichever of them is answered first:
        each text is looked through once for all."""
        together([(one.topic, one.inherited, _near_official(one)) for one in questions], self.library)
        compared_together([query_of(one.topic, one.inherited, one.asks) for one in questions])

    def bounded(self, question: Question, filters: Filters) -> Question:
        """The question inside the caller's filters."""
        if filters == Filters():
            return question
        allowed = frozenset(summary.id for summary in self.library.documents() if passes(summary, filters))
        return replace(question, document_ids=(question.document_ids & allowed) or allowed or frozenset({""}))

    def passages(self, query: Query, question: Question, filters: Filters) -> list[tuple[Passage, float]]:
        """The passages that search proposes, each with its score, and those beside what the turn before cited."""
        bounded = replace(filters, document_ids=question.document_ids) if question.document_ids else filters
        hits, (place,) = self._proposed([(query, bounded)])
        found = [(self.library.passage(hit.id), hit.score) for hit in hits[place]]
        if not question.document_ids:
            near = documents_there(question, self.library, {passage.document_id for passage, _ in found})
            found = [(passage, score) for passage, score in found if passage.document_id in near]
        found += self._nearby(question, bounded, found)
        self.library.have_read({passage.document_id for passage, _ in found})
        return found

    def records(self, query: Query, filters: Filters) -> list[Hit]:
        """The task records that search proposes, best first."""
        hits, (place,) = self._recorded([(query, filters)])
        return hits[place]

    def following(self, sentence: Sentence) -> list[Sentence]:
        """The sentences after one, to the end of its section (sub-sections included)."""
        document = self.library.document(sentence.passage.document_id)
        path = sentence.passage.section
        after: list[Sentence] = []
        for passage in self.library.passages(document.id):
            if passage.section[: len(path)] == path and passage.span.end > sentence.span.start:
                after += sentences(passage, document.text)
        return [one for one in after if one.span.start >= sentence.span.end]

    def paragraph(self, sentence: Sentence) -> list[Sentence]:
        """The sentences before one in its paragraph and passage, where something stands before it."""
        text = self.library.document(sentence.passage.document_id).text
        before = [one for one in sentences(sentence.passage, text) if one.span.start < sentence.span.start]
        opened = [at for at, one in enumerate([*before, sentence]) if begins_paragraph(text, one.span.start)]
        return before[opened[-1] :] if opened else []

    def printed(self, sentence: Sentence) -> list[Sentence]:
        """The clauses that are printed in one sentence with this one."""
        return printed_with(sentence, self.library.document(sentence.passage.document_id).text)

    def _nearby(
        self, question: Question, filters: Filters, found: Sequence[tuple[Passage, float]]
    ) -> list[tuple[Passage, float]]:
        """The passages around what the turn before cited, but for those that were `found`."""
        known, least = {passage.id for passage, _ in found}, min((score for _, score in found), default=0.0)
        names = {name for name, _ in question.last_cited if not filters.document_ids or name in filters.document_ids}
        around = (passage for name in sorted(names) for passage in self.library.passages(name))
        return [(one, least) for one in around if one.id not in known and neighbouring(question.last_cited, one)]


class Retrieval:
    """What is found for one question: everything is looked for once, when it is first needed."""

    def __init__(self, question: Question, filters: Filters, retriever: Retriever) -> None:
        self.question, self.filters, self._retriever = question, filters, retriever
        self.asked = question.asks
        """What the question asks for in its own words, however it is read afterwards."""
        near = _near_official(question)
        self.relevance = Relevance(question.topic, retriever.library, inherited=question.inherited, near_official=near)

    def read_as(self, question: Question) -> Retrieval:
        """The same for the question read in another way, on the same topic; what was found is not looked for again."""
        other = copy(self)
        other.question = question
        other.__dict__.pop("sentences", None)  # which of them can answer depends on what is asked
        return other

    def about(self, question: Question) -> Retrieval:
        """What is found for the question on a topic of its own."""
        return Retrieval(question, self.filters, self._retriever)

    @cached_property
    def query(self) -> Query:
        """What search looks for."""
        return query_of(self.question.topic, self.question.inherited, self.question.asks)

    @cached_property
    def scored_passages(self) -> list[tuple[Passage, float]]:
        """The passages, best first, each with its score."""
        return self._retriever.passages(self.query, self.question, self.filters)

    @cached_property
    def passages(self) -> list[Passage]:
        """The passages, best first."""
        return [passage for passage, _ in self.scored_passages]

    @cached_property
    def document_ids(self) -> list[str]:
        """The documents of the passages, the best passage's first."""
        return list(dict.fromkeys(passage.document_id for passage in self.passages))

    @cached_property
    def sentences(self) -> list[Found]:
        """The sentences of the passages, best first."""
        return self.ranked(self.relevance)

    def ranked(self, relevance: Relevance) -> list[Found]:
        """The sentences of the passages as they speak of another topic, best first."""
        library = self._retriever.library
        ranked = rank_sentences(self.question, relevance, self.scored_passages, library.document)
        if not self.question.asks & _PARTS:
            return ranked
        return [one for one in ranked if can_tell_parts(one.sentence.passage, library)]

    def records(self) -> list[Scored]:
        """The task records on the topic, best first."""
        library = self._retriever.library
        found = self._retriever.records(self.query, self.filters)
        return best_records(self.question, self.relevance, library, found)


def _near_official(question: Question) -> bool:
    """Whether everyday words of a question are met by what is near to their official words: a figure of what is near to
    the thing that is counted is none of that thing (港口 for 泊位)."""
    return not question.asks & FIGURES
