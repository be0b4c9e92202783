"""Questions with computed truth: formed by rule from the documents of a collection, answers read by plain scripts.

A gold set holds a few hundred questions that a person thought of; whole kinds of questions, each asked of every paper,
row, cell or sentence that has an answer, show faults that no such set does. Truth is read from the canonical texts with
regular expressions and shares no code with the product: where a script cannot be sure, it asks nothing. Half of the
documents are kept aside (`Source.split`). What it costs: questions are as stiff as their templates.

A kind is a module with `form(sources) -> Iterator[Case]`, whose docstring says what is asked and what counts as right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from eval.cases import Case
from eval.computed import (
    absent,
    articles,
    assigned,
    cells,
    figures,
    headings,
    heads,
    indicators,
    lists,
    owned,
    pairs,
    rows,
)
from eval.computed.framed import framed
from eval.computed.source import Source

Form = Callable[[Sequence[Source]], Iterator[Case]]

FORMS: Mapping[str, Form] = {
    "heads": heads.form,
    "articles": articles.form,
    "headings": headings.form,
    "assigned": assigned.form,
    "owned": owned.form,
    "cells": cells.form,
    "rows": rows.form,
    "figures": figures.form,
    "indicators": indicators.form,
    "lists": lists.form,
    "pairs": pairs.form,
    "absent": absent.form,
}
KINDS = (*FORMS, "framed")
"""The names of all kinds, in the order of reports: `framed` asks a part of all others again."""


def form_cases(sources: Sequence[Source], kinds: Sequence[str] = KINDS) -> tuple[Case, ...]:
    """The cases of the chosen kinds; the same documents give the same cases under the same ids."""
    formed = {kind: list(FORMS[kind](sources)) for kind in FORMS if kind in kinds or "framed" in kinds}
    if "framed" in kinds:
        formed["framed"] = list(framed([case for cases in formed.values() for case in cases]))
    used: Counter[str] = Counter()
    cases = []
    for kind in kinds:
        for case in formed[kind]:
            used[case.id] += 1
            cases.append(replace(case, id=f"{case.id}/{used[case.id]}"))
    return tuple(cases)


def kind_of(case: Case) -> str:
    """The kind that formed a case."""
    return case.id.split("/")[0]
