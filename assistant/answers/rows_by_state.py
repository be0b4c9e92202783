"""The rows of a list of matters that have come as far as a question says: which are done, which are overdue, which have
not been started, told by the column of the table that says so (整改状态, 进展)."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.enumerations import Item, Series
from assistant.answers.outline_answers import Enumeration, answer_enumeration
from assistant.answers.table_enumerations import tables_of
from assistant.language.states import counts_matters, is_in, light_asked, state_asked, state_printed, tells_state
from assistant.matching.heads import head_of
from assistant.matching.relevance import Candidate
from assistant.matching.retrieval import Retrieval
from assistant.questions.question import LISTS
from assistant.wording.compose import nothing_found
from assistant.wording.findings import Draft
from corpus.role_labels import Role, label_role
from corpus.unit_names import same_unit
from corpus.unit_shapes import list_units
from index.library import Library

TOLD = 0.5
"""A table, with its paper, speaks of this share of the topic, the state apart."""
STATED = 0.6
"""A column tells states where this share of its cells does."""


def rows_in_state(found: Retrieval, library: Library) -> Draft | None:
    """The rows in the state that the question lists, or that none is; None where it names no state, or no table that
    speaks of its topic tells states."""
    question = found.question
    own = question.text[question.opening :]
    listed = bool(question.asks & LISTS) or counts_matters(own)
    light = light_asked(own) if listed else ""
    asked = state_asked(own) if listed else None
    if asked is None and not light:
        return None

    def fits(cell: str) -> bool:
        return light_asked(cell) == light if light else asked is not None and is_in(state_printed(cell), asked)

    best: tuple[float, Series, tuple[Item, ...], str] | None = None
    for document_id in found.document_ids:
        head = head_of(library.document(document_id))
        for series in tables_of(library, document_id):
            column = _column_of_lights(series) if light else _column_of_states(series)
            if column is None:
                continue
            above = " ".join((*series.section.path, series.label, series.intro))
            rest = found.relevance.within(" ".join((head, above, *_words_of_states(series, column))))
            share = 1.0 - len(rest.terms) / max(1, len(found.relevance.terms))
            share = max(share, found.relevance.score(Candidate(above, title=head)).coverage)
            rows = tuple(item for item in series.items if fits(item.beside[column][1]))
            rows = tuple(item for item in rows if _is_of_units(item, found))
            if share >= TOLD and (best is None or share > best[0]):
                printed = dict.fromkeys(item.beside[column][1] for item in rows)
                best = share, series, rows, "、".join(printed)
    if best is None:
        return None
    share, series, rows, states = best
    if not rows:
        return Draft("not_found", (nothing_found(question.topic, sorted(found.asked), question.language),))
    label = f"{series.label.rstrip('：: 。')}：{states}"
    return answer_enumeration(
        question, Enumeration(series.document_id, series.section, rows, share, label, series.label_span)
    )


def _column_of_states(series: Series) -> int | None:
    """Which of the columns beside the names tells how far the matters have come."""
    for at, (name, _) in enumerate(series.items[0].beside):
        cells = [item.beside[at][1] for item in series.items if len(item.beside) > at]
        stated = sum(state_printed(cell) is not None for cell in cells)
        if tells_state(name) and len(cells) == len(series.items) and stated >= STATED * len(cells):
            return at
    return None


def _column_of_lights(series: Series) -> int | None:
    """Which of the columns beside the names gives each matter a light (红灯, 黄牌), whatever it is called."""
    for at in range(len(series.items[0].beside)):
        cells = [item.beside[at][1] for item in series.items if len(item.beside) > at]
        if len(cells) == len(series.items) and sum(bool(light_asked(cell)) for cell in cells) >= STATED * len(cells):
            return at
    return None


def _words_of_states(series: Series, column: int) -> Sequence[str]:
    return (series.items[0].beside[column][0], *(item.beside[column][1] for item in series.items))


def _is_of_units(item: Item, found: Retrieval) -> bool:
    """Whether the units that the question names stand in a row, in a column of the role that it asks for."""
    for bound in found.question.units:
        named = [
            unit.name
            for name, cell in item.beside
            if bound.role == "any" or (label_role(name) is Role.SUPPORT) == (bound.role == "participant")
            for unit in list_units(cell)
        ]
        if any(same_unit(one, other) for one in bound.names for other in named) == bound.excluded:
            return False
    return True
