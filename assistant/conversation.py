"""A question in its conversation: what it leaves out is filled in, and it stays with the documents spoken of."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from assistant.language.years import names_year
from assistant.matching.jurisdictions import localities_in
from assistant.matching.nearby import CitedSpan, cited_before, points_elsewhere
from assistant.questions.as_typed import laid_out
from assistant.questions.both_before import of_both
from assistant.questions.colloquial import written
from assistant.questions.followup import (
    in_context,
    is_fragment,
    names_another_kind,
    names_another_thing,
    opens_topic,
    standalone,
)
from assistant.questions.leaning import leans_back, narrows
from assistant.questions.letters import without_letter
from assistant.questions.particles import with_particles_beside
from assistant.questions.parts_set_aside import without_contrast
from assistant.questions.preamble import without_preamble
from assistant.questions.question import Question, RowsMeant
from assistant.questions.smalltalk import is_small_talk
from assistant.questions.statements import without_statements
from assistant.questions.taking_over import of_that_alone
from assistant.types import Turn
from assistant.wording.compose import nothing_found
from assistant.wording.findings import Draft
from corpus.characters import same_width
from index.terms import simplified
from index.types import Filters

MOST_ABOUT = 2
"""A conversation is about the documents that the last answer cited, where they are no more than this."""
KEPT = 0.15
"""A follow-up stays in these documents unless others answer it this much more surely."""
# The place of the paper that is spoken of.
_HERE = re.compile(
    "全[市省区县州旗镇]|[我本][市省区县州旗镇]|当地|本地|该[市省区县州]|[市省区县]里"
    "|(?<![a-z])(?:(?:the|that|this) (?:whole |entire )?(?:city|province|county|district)"
    "|city-?wide|province-?wide|there)(?![a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A question after the turns of its conversation. `plain` is its text without what is only said around it,
    `question` what it asks as it stands alone. It `leans` where it goes on from the turn before; `last_cited` is what
    that conversation has cited last."""

    plain: str
    question: Question
    leans: bool
    last_cited: tuple[CitedSpan, ...]
    bare: bool = False
    """Whether it names nothing by itself (谁牵头): no document answers it of which nobody spoke."""

    @property
    def completed(self) -> bool:
        """Whether something was filled in that the question left out."""
        return self.question.text != self.plain


def plainly(text: str) -> str:
    """A question in ordinary digits and simplified characters, laid out and worded as questions are written, and
    nothing around it."""
    question = laid_out(without_letter(simplified(same_width(text))))
    return without_contrast(without_preamble(without_statements(with_particles_beside(written(question)))))


def heard(
    text: str,
    turns: Sequence[Turn],
    understand: Callable[[str], Question],
    bounded: Callable[[Question], Question],
    of_rows: Callable[[str, Sequence[Turn]], tuple[str, RowsMeant] | None],
    side_by_side: Callable[[str, Sequence[Turn]], str | None],
) -> Heard:
    """What is asked after `turns`; `bounded` puts a question inside the caller's filters, `of_rows` tells what it asks
    of the rows of a table that the turns before told, `side_by_side` what it asks of the two told last."""
    plain = plainly(text)
    compared = side_by_side(plain, turns) if turns else None
    if compared is not None:
        return Heard(plain, replace(bounded(understand(compared)), last_cited=cited_before(turns)), True, ())
    meant = of_rows(plain, turns) if turns else None
    if meant is not None:
        alone, rows = meant
        cited = cited_before(turns)
        # The names of columns, which were put in, are Chinese whatever language the turn is in.
        question = replace(understand(alone), language=understand(plain).language)
        return Heard(plain, replace(bounded(question), rows=rows, last_cited=cited), True, cited)
    together = of_both(plain, [turn.answer.standalone_question for turn in turns])
    if together:  # of two things, of which the last answer was about one
        return Heard(plain, bounded(understand(together)), False, ())
    alone = plain if is_small_talk(understand(plain)) else standalone(plain, turns, understand)
    question, last_cited = bounded(understand(alone)), cited_before(turns)
    leans = alone != plain or leans_back(plain)
    # What names nothing of its own (这件事谁负责) has in quotation marks only what was put in for it.
    said = question.text[question.opening :] if understand(plain).topic else plain
    if leans and not points_elsewhere(question, said):
        question = replace(question, last_cited=last_cited)
    return Heard(plain, question, leans, last_cited, leans and not understand(plain).topic)


def of_matter(turns: Sequence[Turn], understand: Callable[[str], Question]) -> tuple[Turn, ...]:
    """The turns that a follow-up may go on from: a thank-you or a greeting between them changes nothing."""
    return tuple(turn for turn in turns if not is_small_talk(understand(plainly(turn.question))))


def _bounds_rows(question: Question) -> bool:
    """Whether a turn has but bounds of rows, which would bound all rows alone: 那司法部呢, 2021年6月底前的呢."""
    bounds = question.units or question.period or question.places or question.demands
    return bool(bounds) and (question.topic in ("", *(unit.words for unit in question.units)))


def otherwise(
    asked: Heard,
    turns: Sequence[Turn],
    understand: Callable[[str], Question],
    bounded: Callable[[Question], Question],
) -> Question | None:
    """The other way in which a question that found nothing can be meant: by itself where it was read as a follow-up,
    else as one. None where there is no other: a thank-you, what asks for some of the rows given before, and a name in
    place of another, which asks nothing by itself."""
    alone = understand(asked.plain)
    if is_small_talk(asked.question) or (
        asked.completed and (narrows(asked.plain) or _bounds_rows(alone) or is_fragment(asked.plain))
    ):
        return None
    text = asked.plain if asked.completed else in_context(asked.plain, turns, understand)
    return replace(bounded(understand(text)), last_cited=asked.last_cited)


def kept_to(
    asked: Heard,
    question: Question,
    draft: Draft,
    answer: Callable[[Question, Filters], Draft],
    goes_on: Callable[[Question, Draft], bool],
    of_another_place: Callable[[str, Collection[str], Collection[str]], bool],
    of_another_locality: Callable[[str, Collection[str], Collection[str]], bool],
) -> Draft:
    """The answer to a follow-up from the documents that the conversation is about, unless it names others or they
    answer it clearly worse; where it leans on the question before, unless they do not answer it. The papers of another
    place, which the turn does not name (`of_another_place` of what it says and of the documents before and now), never
    answer it, nor what does not speak of that on which it `goes_on`; those of another city (`of_another_locality`) do
    not where the papers spoken of do, or the turn goes on from them or means their own place (全市)."""
    about = frozenset(document_id for document_id, _ in asked.last_cited)
    said = asked.plain if asked.bare else question.text[question.opening :]
    if not 0 < len(about) <= MOST_ABOUT or points_elsewhere(question, said) or draft.total is not None:
        return draft
    if draft.status != "not_found" and draft.document_ids <= about:
        return draft
    # As a filter: parts of a question are understood anew. The caller sets none, or documents would be pointed at.
    there = replace(question, leans=asked.leans, last_cited=asked.last_cited)
    kept = answer(there, Filters(document_ids=about))
    if not opens_topic(asked.plain) and of_another_place(asked.plain, about, draft.document_ids):
        return kept
    if not opens_topic(asked.plain) and of_another_locality(asked.plain, about, draft.document_ids):
        return kept if kept.status != "not_found" or asked.leans or _HERE.search(asked.plain) else draft
    if kept.status == "not_found":
        return kept if asked.bare or not (localities_in(asked.plain) or goes_on(question, draft)) else draft
    clearly_worse = kept.confidence < draft.confidence - KEPT
    return draft if clearly_worse and not asked.leans and draft.status != "not_found" else kept


def of_what_is_named(
    asked: Heard,
    question: Question,
    draft: Draft,
    turns: Sequence[Turn],
    understand: Callable[[str], Question],
    names_none_of: Callable[[str, Draft], bool],
    alone: Callable[[Question], Draft],
) -> tuple[Question, Draft]:
    """The answer to a turn that only names another thing or kind (免税店呢, 医院的呢), and what was asked. Where it
    speaks of nothing that the turn names, or for a kind is the answer before once more, the same is asked of that
    thing `alone`; where this, too, does not speak of it, nothing is found."""
    thing, kind = names_another_thing(asked.plain), names_another_kind(asked.plain)
    found = draft.status != "not_found"
    if draft.total is not None or not (thing or kind or (not found and is_fragment(asked.plain))):
        return question, draft
    own = understand(asked.plain)
    if own.units or own.period or own.places or not own.topic or names_year(own.topic) or localities_in(asked.plain):
        return question, draft
    # What was not given before may name a kind in other words: 那冒充新车的呢.
    again = not kind or all(one in asked.last_cited for one in draft.places)
    if found and not (again and names_none_of(own.topic, draft)):
        return question, draft
    if not kind:
        by_itself = understand(of_that_alone(own.topic, understand(turns[-1].answer.standalone_question)))
        by_itself = replace(by_itself, language=asked.question.language)
        instead = alone(by_itself)
        if instead.status != "not_found" and not names_none_of(own.topic, instead):
            return by_itself, instead
    if not found:
        return question, draft
    return question, Draft("not_found", (nothing_found(own.topic, sorted(question.asks), question.language),))


def by_itself(
    asked: Heard,
    question: Question,
    answer: Callable[[Question, Filters], Draft],
    filters: Filters,
    elsewhere: Callable[[str, Collection[str], Collection[str]], bool],
) -> Draft:
    """The answer to what a turn names, asked by itself: from the documents spoken of, else from others that are of no
    other place (`elsewhere` of what was said and of the documents before and now)."""
    about = frozenset(document_id for document_id, _ in asked.last_cited)
    if about:
        draft = answer(question, Filters(document_ids=about))
        if draft.status != "not_found":
            return draft
    draft = answer(question, filters)
    return Draft("not_found", ()) if elsewhere(asked.plain, about, draft.document_ids) else draft
