"""Which of the things that one sentence gives figures of is the most or the least: 工业投资增长9%，民间投资增长2%.

Only a sentence that gives the same kind of figure of several, and among these: what stands elsewhere is not ranked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.figures_told import Measured, told_most
from assistant.language.changes import change_asked
from assistant.language.extremes import kinds_ranked
from assistant.language.figure_kinds import has_kind, kind_asked
from assistant.language.figures_of_names import listed_figures
from assistant.language.rankings import extremes_asked
from assistant.language.units_alike import unit_of
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.quantities import Quantity, find_quantities
from corpus.types import Span
from index.library import Library

LEAST = 3
"""Fewer things make no series."""
_WHICH = re.compile("哪(?!怕)|谁|什么|(?<![a-z])(?:which|what|who)(?![a-z])", re.IGNORECASE)
_SENTENCE_ENDS = "。！？\n"
_PARTS = re.compile("(?:其中|分[^，。；\\d]{1,8}看|按[^，。；\\d]{1,10}分)[，,：:]?")
_MOVES = "增长|增加|上升|上涨|提高|提升|下降|减少|降低|下滑|下跌|回落"
_FALLS = re.compile("下降|减少|降低|下滑|下跌|回落")
_VALUE_ADDED = re.compile("增加值")
_SHARE = re.compile(
    "比[重例]|占比|份额|[^效概]率(?!先)|(?<![a-z])(?:shares?|rates?|percentages?|proportions?)(?![a-z])", re.IGNORECASE
)
_NAME = r"(?P<name>[\u4e00-\u9fffA-Za-z（）“”]{2,20}?)"
_NUMBER = r"(?P<number>\d+(?:\.\d+)?) ?(?P<unit>[%％‰]|个?百分点)"
_SINCE = "(?:同比|比上年末?|较上年末?|比年初)?(?:分别)?"
_CHANGE = re.compile(
    rf"(?:^|(?<=[，；;、]))\s*(?:和|以及)?{_NAME}(?:(?:达到?|完成|实现|为|突破)?\d[\d,.]*[万亿]*[^，。；、\d]{{1,6}}[，、])?"
    rf"{_SINCE}(?P<does>{_MOVES})(?:了|约)?{_NUMBER}"
)
_SIZE = re.compile(rf"(?:^|(?<=[，；;、]))\s*(?:和|以及)?{_NAME}(?:达到?|完成|实现|为|共|有|占比?|约)*$")


def extreme_in_prose(question: Question, draft: Draft, library: Library) -> Draft:
    """The answer with which of the things in the sentence that it quotes is the most or least; as it is where this is
    not asked, or its sentences give no series of figures."""
    asked = question.text[question.opening :]
    extremes = extremes_asked(asked)
    if draft.status != "answered" or draft.tasks or draft.total is not None or not extremes or not _WHICH.search(asked):
        return draft
    change = change_asked(_VALUE_ADDED.sub("", asked))
    if change == "fall":
        extremes = tuple((word, not most) for word, most in extremes)
    kinds = kinds_ranked(asked)
    found: dict[Span, tuple[Evidence, list[tuple[str, Quantity]]]] = {}
    for evidence in (one for statement in draft.statements for one in statement.evidence[:1]):
        if evidence.cell is not None:
            return draft
        text = library.document(evidence.document_id).text
        start = max(text.rfind(end, 0, evidence.span.start) for end in _SENTENCE_ENDS) + 1
        stop = min((at for end in _SENTENCE_ENDS if (at := text.find(end, evidence.span.start)) >= 0), default=-1)
        measured = _series(text[start : stop + 1], asked, changes=change is not None)
        if len(measured) >= LEAST and kinds in text[start:stop]:
            whole = replace(evidence, span=Span(start + _blank(text[start:stop]), stop + 1))
            found.setdefault(whole.span, (whole, measured))
    if len(found) != 1:
        return draft  # of two series it is not known which is meant
    ((whole, measured),) = found.values()
    return _told(question, draft, whole, measured, extremes, library.document(whole.document_id).text)


def _told(
    question: Question,
    draft: Draft,
    whole: Evidence,
    measured: Sequence[tuple[str, Quantity]],
    extremes: Sequence[tuple[str, bool]],
    text: str,
) -> Draft:
    """The answer with the whole sentence and what is most of what it gives."""
    zh = question.language == "zh"
    order = told_most([Measured(name, one, (whole,)) for name, one in measured], extremes, of_sentence=True, zh=zh)
    said = "".join(statement.text for statement in draft.statements)
    clauses = [one for one in re.split("[，；;]", text[whole.span.start : whole.span.end].strip("。")) if one]
    if all(clause.strip() in said for clause in clauses):
        return replace(draft, statements=(*draft.statements, order))
    quote = text[whole.span.start : whole.span.end]
    return replace(draft, statements=(Statement(quote, (whole,)), order))


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip())


def _series(sentence: str, asked: str, *, changes: bool) -> list[tuple[str, Quantity]]:
    """The names and figures that a sentence gives one after the other, behind 其中 where it has that; empty where they
    are of several units."""
    parts = _PARTS.search(sentence)
    text = sentence[parts.end() :] if parts else sentence
    found: list[tuple[str, Quantity]] = []
    if changes:
        for told in _CHANGE.finditer(text):
            value = float(told["number"]) * (-1 if _FALLS.fullmatch(told["does"]) else 1)
            printed = f"{told['does']}{told['number']}{told['unit']}"
            found.append((told["name"], Quantity(printed, 0, 0, value, told["unit"])))
    quantities = [one for one in find_quantities(text) if one.upper is None and not one.qualifies]
    if not found:
        found = listed_figures(text, quantities)
    if not found and not changes:
        kind = kind_asked(asked)
        for one in quantities:
            item = _SIZE.search(re.split("[，；;、。]", text[: one.start])[-1])
            if item is None or (_SHARE.search(asked) and one.unit not in ("%", "％", "‰")):
                continue
            if has_kind(one.text, kind) and not re.search(f"(?:{_MOVES})$", item["name"]):
                found.append((item["name"], one))
    units = {unit_of(one) for _, one in found}
    return found if len(units) == 1 and len({name for name, _ in found}) == len(found) else []
