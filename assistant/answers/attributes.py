"""Attributes that documents of this kind often leave unsaid (a budget, a contact, a penalty): given only where told."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from assistant.language.numbering import without_references
from assistant.matching.needs import NEEDS, needed
from assistant.questions.asking import ATTRIBUTES, Ask
from assistant.questions.question import Question
from assistant.wording.compose import not_stated
from assistant.wording.findings import Draft
from index.library import Library

_COLUMN_UNIT = re.compile(r"[（(]([^（）()]{0,3}元(?:[/／每][^（）()]{1,4})?)[)）]")


def with_attributes(draft: Draft, question: Question, library: Library) -> Draft:
    """The draft, saying which of these attributes were asked for and are not told by its evidence; that nothing is
    stated where it tells nothing else that was asked for either."""
    unstated = _unstated(question, draft, library)
    if not unstated:
        return draft
    if not question.record_asks and not _tells_any(question.asks - set(unstated), question, draft, library):
        return Draft("not_found", (not_stated(unstated, question.language),), unstated)
    unstated = tuple(ask for ask in unstated if ask not in draft.missing)
    notes = (not_stated(unstated, question.language),) if unstated else ()
    return replace(draft, status="partial", statements=(*draft.statements, *notes), missing=(*draft.missing, *unstated))


def _unstated(question: Question, draft: Draft, library: Library) -> tuple[Ask, ...]:
    """The attributes that were asked for and that the draft's evidence does not speak of."""
    wanted = sorted(question.asks & ATTRIBUTES)
    quotes = _quotes(draft, library)
    of_cells = [one.text for one in draft.statements if any(evidence.cell is not None for evidence in one.evidence)]
    if of_cells:
        # What the line above a table gives to all figures (单位：万元) is told with them.
        quotes += of_cells
        # The unit of a cell stands in the name of its column: 总投资（万元）, 2180.
        quotes += [f"{value}{unit}" for unit in _COLUMN_UNIT.findall(" ".join(quotes)) for value in _figures(draft)]
    return tuple(ask for ask in wanted if not any(needed(ask, question.text).search(quote) for quote in quotes))


def _tells_any(asks: Collection[Ask], question: Question, draft: Draft, library: Library) -> bool:
    """Whether the draft's evidence can tell one of these asks."""
    quotes = _quotes(draft, library)
    needs = [needed(ask, question.text) for ask in asks if ask in NEEDS]
    return any(need.search(without_references(quote)) for need in needs for quote in quotes)


def _quotes(draft: Draft, library: Library) -> list[str]:
    return [
        evidence.span.of(library.document(evidence.document_id).text)
        for statement in draft.statements
        for evidence in statement.evidence
    ]


def _figures(draft: Draft) -> list[str]:
    return [value for statement in draft.statements for value in statement.values if value[:1].isdigit()]
