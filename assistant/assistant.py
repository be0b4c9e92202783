"""The whole path from a question to an answer, on one screen."""

from __future__ import annotations

import hashlib
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from itertools import compress
from typing import Literal

from assistant.about_documents import ISSUES, about_document, as_of_a_task, in_force, replaced
from assistant.asking import METADATA_FIELDS, Ask
from assistant.cite import as_text, cited
from assistant.clauses import PartJudge, asking_parts, joined
from assistant.collection import answer_collection
from assistant.comparing import compared_parts, merged, one_says_all
from assistant.completing import completed
from assistant.compose import friendly, no_such_place, none_due, not_stated, nothing_found, read_as
from assistant.conditions import period_words
from assistant.coordination import Usage
from assistant.counting import counted
from assistant.findings import Draft, Evidence
from assistant.followup import in_context, leans_back, standalone
from assistant.formulas import answer_formula, stated_nowhere
from assistant.homes import of_the_places
from assistant.labelled import answer_labelled
from assistant.leaders import answer_led, names_leader
from assistant.ledger import answer_fields, answer_items, answer_list, answer_section, documents_named
from assistant.membership import answer_members, asks_for_members
from assistant.nearby import CitedSpan, cited_before, neighbouring, points_elsewhere
from assistant.outline_answers import answer_enumeration, items_under, named_section
from assistant.places import PartsNamed, Places
from assistant.preamble import without_preamble
from assistant.querying import query_of
from assistant.question import OPEN_ASKS, Question, asks_for_records
from assistant.ranking import Found, rank_sentences
from assistant.reading import answer_from_sentences, states_any, states_attributes
from assistant.relevance import Candidate, Relevance
from assistant.rewording import LanguageModel, may_be_rephrased, reworded, same_bounds
from assistant.romanised import RomanisedNames
from assistant.selecting import best_records, says_more, stating
from assistant.sentences import Sentence, printed_with, sentences
from assistant.smalltalk import is_small_talk
from assistant.speakers import answer_spoken, named_speaker
from assistant.spoken import written
from assistant.stated import Sureness, sureness
from assistant.suggestions import follow_ups
from assistant.table_figures import answer_figures
from assistant.thresholds import MEASURED, Thresholds
from assistant.told_series import of_one_place, told_series
from assistant.types import Answer, Language, Turn
from assistant.understanding import understand
from assistant.validity import VALID_UNTIL, asks_replaced, says_in_force, without_validity
from corpus.characters import same_width
from corpus.types import Passage
from corpus.units import UnitDirectory
from index.library import Library, passes
from index.terms import simplified
from index.types import Filters, Query

PASSAGES, RECORDS = 24, 40
"""How many passages and records search proposes for a question on one topic; lists do not depend on them."""
MOST_ABOUT = 2
"""A conversation is about the documents that the last answer cited, where they are no more than this."""
KEPT = 0.15
"""A follow-up stays in these documents unless others answer it this much more surely."""
OF_A_TASK = 0.15
"""What is issued is one that a task speaks of when its sentence speaks of this much more of it than the document's
title."""
LEANING = 0.7
"""A follow-up that leans on the question before is answered from these documents when the best sentence is this much as
sure as another question needs."""


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
        self._library, self._model, self._thresholds, self._sureness_of = library, model, thresholds, sureness_of
        self._document = library.document
        self._judge = PartJudge(library, library.document, thresholds.sentence)
        self._section_passages = lru_cache(maxsize=256)(library.passages)
        summaries = library.documents()
        known = before._places_of(library.unchanged_since(before._library)) if before else {}
        self._places = Places(summaries, library.outlines(known.keys()), known)
        records = library.records()
        context = " ".join(f"{summary.title} {summary.issuer or ''}" for summary in summaries)
        self._directory = UnitDirectory((unit for record in records for unit in record.units), context)
        dated = {record.document_id for record in records if record.deadline and record.deadline.end}
        # "By September" without a year means the year that the collection's tasks are of, not today's.
        self._reference = max(
            (summary.issued for summary in summaries if summary.issued and (summary.id in dated or not dated)),
            default=date.today(),
        )
        # A follow-up is understood again and again: as it is, with what it leaves out, and as the turn before the next.
        # Not a method: a cycle through the cache would keep old generations in memory until it is looked for.
        titles = tuple(summary.title for summary in summaries)
        self._usage = Usage(
            lambda word, after: library.rarity(f"{word[-2:]}{after[:2]}") < 1.0,
            lambda word: len(word) > 1 and any(title.startswith(word) for title in titles),
        )
        directory, places, reference = self._directory, self._places, self._reference
        in_chinese = RomanisedNames([context, " ".join(directory.names)], library).in_chinese
        self._understand = lru_cache(maxsize=256)(
            lambda text: understand(text, directory, places, reference, in_chinese)
        )

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
        # Width and script do not matter: the standalone question is in ordinary digits and simplified characters.
        plain = without_preamble(written(simplified(same_width(question)).strip()))
        alone = plain if is_small_talk(self._understand(plain)) else standalone(plain, turns, self._understand)
        last_cited = cited_before(turns)
        leans = alone != plain or leans_back(plain)
        understood = self._bounded(self._understand(alone), filters)
        if leans and not points_elsewhere(understood):
            understood = replace(understood, last_cited=last_cited)
        if language != "auto":
            understood = replace(understood, language=language)
        clock.lap("understand")
        draft = self._draft(understood, filters)
        if draft.status == "not_found" and turns:
            other = plain if alone != plain else in_context(plain, turns, self._understand)
            read_so = replace(self._bounded(self._understand(other), filters), last_cited=last_cited)
            draft = self._draft(read_so, filters)
            if draft.status != "not_found" and alone == plain:
                alone, understood = other, read_so
        draft = self._kept_to(last_cited, understood, draft, filters, leans=leans)
        draft = _with_beside(draft, same_document=bool(turns))
        clock.lap("search")
        model = None if offline else self._model
        if model is not None and draft.status == "not_found":
            understood, draft = self._in_other_words(model, understood, draft, filters)
            alone = understood.text
            clock.lap("rephrase")
        self._library.have_read({one.document_id for each in draft.statements for one in each.evidence})
        lines, citations = cited(draft, self._document)
        clock.lap("cite")
        if model is not None and citations:
            lines = reworded(model, understood, draft, lines)
            clock.lap("reword")
        name = f"{conversation_id}/{len(turns)}/{question}"
        return Answer(
            id=hashlib.sha256(name.encode()).hexdigest()[:24],
            conversation_id=conversation_id,
            question=question,
            standalone_question=alone,
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

    def _kept_to(
        self, last_cited: tuple[CitedSpan, ...], question: Question, draft: Draft, filters: Filters, *, leans: bool
    ) -> Draft:
        """The answer to a follow-up from the documents that the conversation is about, unless it names others or they
        answer it clearly worse; where it `leans` on the question before, unless they do not answer it."""
        about = frozenset(document_id for document_id, _ in last_cited)
        if not 0 < len(about) <= MOST_ABOUT or points_elsewhere(question) or draft.total is not None:
            return draft
        told = {evidence.document_id for one in draft.statements for evidence in one.evidence}
        if draft.status != "not_found" and told <= about:
            return draft
        # As a filter: parts of a question are understood anew.
        inside = replace(filters, document_ids=about)
        kept = self._draft(replace(self._bounded(question, inside), leans=leans, last_cited=last_cited), inside)
        if kept.status == "not_found":
            return draft
        return kept if leans or draft.status == "not_found" or kept.confidence >= draft.confidence - KEPT else draft

    def _places_of(self, document_ids: frozenset[str]) -> dict[str, PartsNamed]:
        return {name: parts for name, parts in self._places.parts.items() if name in document_ids}

    def _in_other_words(
        self, model: LanguageModel, question: Question, draft: Draft, filters: Filters
    ) -> tuple[Question, Draft]:
        """The first of the model's wordings of the question that finds something, with the draft, which says how the
        question was read; what was there before where none does."""
        if is_small_talk(question) or not may_be_rephrased(question):
            return question, draft
        for wording in model.rephrased(question.text, question.language):
            other = self._bounded(self._understand(" ".join(simplified(same_width(wording)).split())), filters)
            if is_small_talk(other) or not same_bounds(question, other):
                continue
            other = replace(other, language=question.language)
            found = self._draft(other, filters)
            if found.status != "not_found":
                return other, replace(found, statements=(read_as(other.text, other.language), *found.statements))
        return question, draft

    def _draft(self, question: Question, filters: Filters) -> Draft:
        if is_small_talk(question):
            return Draft("not_found", (friendly(question.language),))
        parts = compared_parts(question, self._usage)
        if parts:
            each = [replace(self._understand(part.question), language=question.language) for part in parts]
            drafts = [self._in_parts(self._bounded(one, filters), filters) for one in each]
            if one_says_all(drafts):
                return self._in_parts(question, filters)
            things = [" ".join(part.thing.split()) for part in parts]  # a name is one line of the answer
            return merged(drafts, things, question)
        return self._in_parts(question, filters)

    def _in_parts(self, question: Question, filters: Filters) -> Draft:
        """The answer to a question about one thing; where it asks several things of it, to each of them."""
        whole = self._single(question, filters)
        asked = [
            replace(part, leans=question.leans, last_cited=question.last_cited)
            for part in asking_parts(question, self._understand)
        ]
        if not asked or all(self._judge.speaks_of(part, whole) for part in asked):
            return whole
        drafts = [self._single(self._bounded(part, filters), filters) for part in asked]
        if drafts[0].status == "not_found" and not any(self._judge.on_topic(asked[0], draft) for draft in drafts[1:]):
            return drafts[0]  # what the later parts hang on is not there
        drafts[1:] = [
            draft
            if draft.status == "not_found" or self._judge.of_the_same(part, asked[0].topic, draft, drafts[0])
            else Draft("not_found", (not_stated(sorted(part.asks), part.language),), tuple(sorted(part.asks)))
            for part, draft in zip(asked[1:], drafts[1:], strict=True)
        ]
        # What answers one part may hold the other: 拟投资400亿元，炼油规模800万吨.
        heard = [
            mine.status != "not_found"
            or not (
                any(self._judge.speaks_of(part, draft) for draft in drafts)
                or (at and self._judge.told_with(asked[: at + 1], drafts))
            )
            for at, (part, mine) in enumerate(zip(asked, drafts, strict=True))
        ]
        return joined(list(compress(drafts, heard)), list(compress(asked, heard))) or whole

    def _single(self, question: Question, filters: Filters) -> Draft:
        """The answer to a question about one thing: from the ledger where it speaks of it, else from the passages."""
        if question.asks & {Ask.LIST, Ask.COUNT}:
            # 分别是什么 asks of one thing for its parts; things that stand side by side have been told apart before.
            question = replace(question, asks=question.asks - {Ask.COMPARISON})
        asked = sorted(question.asks)
        documents = answer_collection(question, self._library)
        if documents is not None:
            return documents
        if question.asks & (METADATA_FIELDS | {Ask.BASIS}):
            about = self._about_document(question, filters)
            planned = as_of_a_task(question)
            if planned is None or not self._is_planned(planned, about, filters):
                if about.status != "not_found" or Ask.ISSUED not in question.asks:
                    return about
            else:
                question = planned
        if question.annexes and not (question.topic or question.units or question.period):
            return self._about_document(replace(question, asks=frozenset({Ask.LIST})), filters)
        pointed = answer_items(question, self._library) if question.items else None
        if pointed is not None:
            return pointed
        if question.items or (question.absent and not question.places):
            return Draft("not_found", (no_such_place(question.text, question.language),))
        relevance = Relevance(question.topic, self._library, inherited=question.inherited)
        query = query_of(question.topic, question.inherited, question.asks)
        search = cache(lambda: self._passages(query, question, filters))  # once, and only where passages are needed
        rank = cache(lambda: rank_sentences(question, relevance, search(), self._document))
        if asks_for_members(question):
            passages = [passage for passage, _ in search()]
            members = answer_members(question, passages, self._library, relevance)
            if members is not None:
                return members
        of_leader = names_leader(question)
        led = answer_led(question, [passage for passage, _ in search()], self._library) if of_leader else None
        if led is not None:
            return led
        unbounded = not (question.units or question.period or question.places)
        rows_asked, only_units = asks_for_records(question), False
        if not rows_asked and question.asks <= OPEN_ASKS:
            meant = documents_named(question, relevance, search, self._library)
            rows_asked = only_units = bool(meant)
            question = replace(question, document_ids=meant) if meant else question
        if rows_asked and unbounded and relevance.terms:
            under = self._under_heading(question, relevance, [passage for passage, _ in search()], rank)
            if under is not None:
                return under
        if rows_asked:
            unknown = of_leader or (question.strangers and not question.units)
            listed = None if unknown else answer_list(question, relevance, self._library, self._thresholds.listed)
            # What is said of a unit or in a year may be more than tasks: 国办复函里黄金的增值税怎么处理.
            said = (
                question.asks <= OPEN_ASKS - {Ask.LIST, Ask.COUNT}
                and question.topic
                and not (question.about_tasks or only_units)
            )
            if listed is not None and (listed.status != "not_found" or not said):
                return listed
            if question.period and not question.topic:
                return Draft(
                    "not_found", (none_due(question.language, period_words(question.period, question.language)),)
                )
            if unknown:
                named = "、".join(question.strangers) or question.topic
                return Draft("not_found", (nothing_found(named, asked, question.language),))
        if not relevance.terms:
            return Draft("not_found", (nothing_found(without_validity(question.topic), asked, question.language),))
        passages = [passage for passage, _ in search()]
        figures = answer_figures(question, passages, self._library, relevance, rank)
        if figures is not None:
            return self._with_attributes(figures, question)
        explained = answer_formula(question, relevance, rank, self._following)
        if explained is not None:
            return explained
        if formula := stated_nowhere(question, self._library):
            return Draft("not_found", (nothing_found(formula, asked, question.language),), tuple(asked))
        read_of = rank()
        told = told_series(question, relevance, passages, read_of, self._library)
        if told is not None:
            return answer_enumeration(question, of_one_place(question, told, self._library))
        spoken = answer_labelled(
            question, read_of, self._library, lambda found: self._read(question, relevance, found)
        ) or named_speaker(question, read_of, self._library)
        if spoken is None and Ask.SPEAKER in question.asks:
            spoken = answer_spoken(question, read_of, self._library, relevance)
        if spoken is not None:
            return spoken
        if asks_replaced(question.text[question.opening :]):
            taken = replaced(question, self._library, list(dict.fromkeys(one.document_id for one in passages)))
            if taken is not None:
                return taken
        if question.topic.endswith(VALID_UNTIL):
            clauses = [one for one in read_of if says_in_force(one.sentence.text)]
            lasting = self._read(question, relevance, clauses) if clauses else None
            lasting = lasting or in_force(
                question, self._library, list(dict.fromkeys(one.document_id for one in passages))
            )
            if lasting is not None:
                return lasting
        if question.record_asks:
            found = self._library.search_records(query, RECORDS, filters)
            ranked = best_records(question, relevance, self._library, found)
            if read_of and ranked and says_more(question, read_of, ranked[0], self._library):
                ranked = stating(ranked, read_of[0].sentence, read_of[0].topical, self._library)
            fields = (
                answer_fields(question, relevance, ranked, self._library, self._thresholds.record) if ranked else None
            )
            if fields is not None:
                in_words = self._read(question, relevance, read_of) if fields.status == "partial" else None
                if in_words is not None and in_words.status == "answered" and _rests_on_the_same(in_words, fields):
                    fields = in_words  # 在响应终止后30日内 is no day that a row could have
                return self._with_attributes(fields, question)
        read = self._read(question, relevance, read_of)
        if read is None:
            return Draft(
                "not_found", (nothing_found(without_validity(question.topic), asked, question.language),), tuple(asked)
            )
        whole = completed(question, read, self._library)
        return answer_enumeration(question, whole) if whole else self._with_attributes(read, question)

    def _under_heading(
        self,
        question: Question,
        relevance: Relevance,
        passages: Sequence[Passage],
        rank: Callable[[], Sequence[Found]],
    ) -> Draft | None:
        """A list of what stands under the heading that the question names: headings that it counts, or tasks."""
        if counted(question.text):
            told = told_series(question, relevance, passages, rank(), self._library, exactly=True)
            if told is not None:
                return answer_enumeration(question, told)
        named = named_section(question, relevance, passages, self._library)
        if named is None:
            return None
        document_id, section = named
        listed = answer_section(question, section, document_id, self._library)
        if listed is not None:
            return listed
        items = items_under(section, document_id, self._library)
        return answer_enumeration(question, items) if items else self._read(question, relevance, rank())

    def _read(self, question: Question, relevance: Relevance, ranked: Sequence[Found]) -> Draft | None:
        """The answer from sentences, None where none of them is sure enough."""
        thresholds = self._thresholds
        if question.leans:
            thresholds = replace(thresholds, stated=LEANING * thresholds.stated)
        return answer_from_sentences(
            question, relevance, ranked, self._following, self._printed, thresholds, self._sureness_of
        )

    def _following(self, sentence: Sentence) -> list[Sentence]:
        """The sentences after one, to the end of its section (sub-sections included)."""
        document = self._document(sentence.passage.document_id)
        path = sentence.passage.section
        after: list[Sentence] = []
        for passage in self._section_passages(document.id):
            if passage.section[: len(path)] == path and passage.span.end > sentence.span.start:
                after += sentences(passage, document.text)
        return [one for one in after if one.span.start >= sentence.span.end]

    def _printed(self, sentence: Sentence) -> list[Sentence]:
        return printed_with(sentence, self._document(sentence.passage.document_id).text)

    def _passages(self, query: Query, question: Question, filters: Filters) -> list[tuple[Passage, float]]:
        bounded = replace(filters, document_ids=question.document_ids) if question.document_ids else filters
        hits = self._library.search_passages(query, PASSAGES, bounded)
        found = [(self._library.passage(hit.id), hit.score) for hit in hits]
        if not question.document_ids:
            near = of_the_places(question, self._library, {passage.document_id for passage, _ in found})
            found = [(passage, score) for passage, score in found if passage.document_id in near]
        found += self._nearby(question, bounded, found)
        self._library.have_read({passage.document_id for passage, _ in found})
        return found

    def _nearby(
        self, question: Question, filters: Filters, found: Sequence[tuple[Passage, float]]
    ) -> list[tuple[Passage, float]]:
        """The passages around what the turn before cited, but for those that were `found`."""
        known, least = {passage.id for passage, _ in found}, min((score for _, score in found), default=0.0)
        names = {name for name, _ in question.last_cited if not filters.document_ids or name in filters.document_ids}
        around = (passage for name in sorted(names) for passage in self._section_passages(name))
        return [(one, least) for one in around if one.id not in known and neighbouring(question.last_cited, one)]

    def _with_attributes(self, draft: Draft, question: Question) -> Draft:
        """The draft, saying which seldom-stated attributes (a budget, a contact) its evidence does not give."""
        unstated = states_attributes(question, draft, self._quote)
        if not unstated:
            return draft
        if not question.record_asks and not states_any(question.asks - set(unstated), question, draft, self._quote):
            return Draft("not_found", (not_stated(unstated, question.language),), unstated)
        unstated = tuple(ask for ask in unstated if ask not in draft.missing)
        notes = (not_stated(unstated, question.language),) if unstated else ()
        return replace(
            draft, status="partial", statements=(*draft.statements, *notes), missing=(*draft.missing, *unstated)
        )

    def _quote(self, evidence: Evidence) -> str:
        return evidence.span.of(self._document(evidence.document_id).text)

    def _is_planned(self, question: Question, about: Draft, filters: Filters) -> bool:
        """Whether what is asked when or by whom it is issued is a paper that a task speaks of (优惠办法什么时候出台)
        rather than the document that `about` tells of."""
        relevance = Relevance(question.topic, self._library)
        if not relevance.terms or about.status == "not_found":
            return about.status == "not_found"
        found = self._passages(query_of(question.topic, question.inherited, question.asks), question, filters)
        ranked = rank_sentences(question, relevance, found, self._document)[:1]
        told = {one.document_id for statement in about.statements for one in statement.evidence}
        titles = [Candidate(self._document(name).metadata.title) for name in told]
        own = [
            Candidate(one.sentence.text, one.candidate.headings) for one in ranked if ISSUES.search(one.sentence.text)
        ]
        shares = relevance.shares([*own, *titles])
        return bool(own) and shares[0] > max(shares[1:], default=0.0) + OF_A_TASK

    def _about_document(self, question: Question, filters: Filters) -> Draft:
        passages = self._passages(query_of(question.topic), question, filters)
        return about_document(question, self._library, [passage.document_id for passage, _ in passages])

    def _bounded(self, question: Question, filters: Filters) -> Question:
        """The question inside the caller's filters."""
        if filters == Filters():
            return question
        allowed = frozenset(summary.id for summary in self._library.documents() if passes(summary, filters))
        return replace(question, document_ids=(question.document_ids & allowed) or allowed or frozenset({""}))


def _with_beside(draft: Draft, *, same_document: bool) -> Draft:
    """The draft telling what is stated elsewhere and may be what was asked as well; in a conversation, which is about
    its documents, only from these."""
    told = {evidence.document_id for one in draft.statements for evidence in one.evidence}
    beside = {evidence.document_id for one in draft.beside for evidence in one.evidence}
    if same_document and not beside <= told:
        return draft
    return replace(draft, statements=(*draft.statements, *draft.beside))


def _rests_on_the_same(said: Draft, fields: Draft) -> bool:
    """Whether the first thing that is said stands in what a row was read from."""
    spans = [(one.document_id, one.span) for statement in fields.statements for one in statement.evidence]
    return any(
        one.document_id == name and one.span.overlaps(span)
        for one in said.statements[0].evidence
        for name, span in spans
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
