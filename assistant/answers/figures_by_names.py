"""Which of several things that a question names has the most, by how much, and what they come to together, where one
sentence or the answer about each gives a single figure with the thing's own name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.figures_told import Measured, tells_apart, told, told_apart, told_most, told_sum
from assistant.language.changes import change_asked
from assistant.language.figure_kinds import has_kind, kind_asked
from assistant.language.figures_of_names import changes_of_names, figures_of_names
from assistant.language.rankings import asks_order, extremes_asked
from assistant.language.sums import asks_sum
from assistant.language.tokens import is_place, is_time, is_year, words_of
from assistant.language.units_alike import same_unit
from assistant.matching.heads import head_of
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.quantities import Quantity, find_quantities
from corpus.types import Span
from index.glossary import renderings
from index.library import Library

LEAST_KINDS = 3
_KINDS = "类级型档种"
_CURRENCY = re.compile("元$|人民币$")
_CHANGED = re.compile("增长|增速|增幅|下降|上升|降幅|提高|降低|减少|增加|[涨跌]")
_ON_TOP = re.compile("(?:再|另|额外|叠加|追加|加发|增发)[^，。；\\d]{0,7}$")
_SENTENCE = re.compile("[^。！？\n]+[。！？]?")
_BARE = re.compile(r"[：:]\s*[^：:，。；（）\d]{2,20}?(?:为| )(?P<number>\d[\d,]*(?:\.\d+)?)[。.]?$")
# What a document aims at it need not call an aim: 出口目标 of 出口交易额突破1800亿元.
_AIM = re.compile("的?(?:目标|指标)(?:值|数|额)?$")
_LIMIT = re.compile(
    r"最[高多大]|上限|限额|封顶|不超过|顶格|(?<![a-z])(?:caps?|ceilings?|limits?|at most|maximum)(?![a-z])", re.I
)
# Which grew faster; how fast something is done is no change of a figure.
_FASTER = re.compile(
    r"增[速幅]|[降涨跌升]幅|(?:增|涨|升|降|跌|长)得?[更最]?[快慢多少]"
    r"|(?<![a-z])(?:grew|grow[a-z]*|rose|rise[sn]?|fell|falls?|increased?|decreased?|declined?)(?![a-z])",
    re.I,
)


def told_by_one(question: Question, things: Sequence[str], drafts: Sequence[Draft], library: Library) -> Draft | None:
    """The one sentence that gives the figures of all the things, and what comes of them; None where there is none, or
    nothing that comes of figures is asked for."""
    asked = question.text[question.opening :]
    if not (asks_sum(asked) or asks_order(asked) or extremes_asked(asked)):
        return None
    for draft in drafts:
        for statement in draft.statements:
            measured = _in(statement, things, question, library)
            if measured and (order := _order(question, measured)):
                return Draft("answered", (statement, order), confidence=draft.confidence)
    return _told_elsewhere(question, things, drafts, library)


def _told_elsewhere(
    question: Question, things: Sequence[str], drafts: Sequence[Draft], library: Library
) -> Draft | None:
    """The one sentence of the paper from which all answers come that gives the figures of three things or more; None
    where none does, or several do."""
    papers = {one.document_id for draft in drafts for each in draft.statements for one in each.evidence}
    if len(things) < LEAST_KINDS or len(papers) != 1 or any(draft.tasks for draft in drafts):
        return None
    (paper,) = papers
    text = library.document(paper).text
    named = _names(things)[:-1]
    found: list[tuple[Statement, Statement]] = []
    for sentence in _SENTENCE.finditer(text):
        said = sentence.group().strip()
        if said.count("\t") or not all(name in said for name in named):
            continue
        start = text.index(said, sentence.start())
        quote = Statement(said, (Evidence(paper, Span(start, start + len(said))),))
        measured = _in(quote, things, question, library)
        if measured and (order := _order(question, measured)):
            found.append((quote, order))
    return (
        Draft("answered", found[0], confidence=min(draft.confidence for draft in drafts)) if len(found) == 1 else None
    )


def told_of_each(question: Question, things: Sequence[str], drafts: Sequence[Draft]) -> Statement | None:
    """What comes of the figures that the answers about each thing give; None where one gives none or several."""
    if len(drafts) != len(things) or any(draft.status == "not_found" or draft.tasks for draft in drafts):
        return None
    measured = []
    for thing, name, draft in zip(things, _names(things), drafts, strict=True):
        mine = [
            Measured(thing, figure, statement.evidence)
            for statement in draft.statements
            if statement.evidence
            for written in _written(name, question)
            if (figure := _only(written, statement.text, question))
        ]
        if len({each.quantity.value for each in mine}) != 1:
            return None
        measured.append(mine[0])
    return _order(question, measured)


def _written(name: str, question: Question) -> tuple[str, ...]:
    """The words by which a document may print a name: its own, or those that an English one is rendered by."""
    if question.language == "zh" or not name.isascii():
        return (name,)
    return tuple(term for term, _ in renderings(name) if len(term) > 1)


def _only(name: str, text: str, question: Question) -> Quantity | None:
    """The figure of a name in what answers the question about it; where it is the subject of a whole sentence, the one
    figure of the kind that is asked for: 自建的，按20%给予补助，最高不超过200万元."""
    if _asks_change(question):
        changed = changes_of_names((name,), text)
        return changed[0] if changed else None
    found = figures_of_names((name,), text)
    if found and _asked_for(question, text, found[0]):
        return found[0]
    if name not in text:
        return None
    if bare := _BARE.search(text):  # a cell whose head says no unit: 听荷苑：套数为620
        return Quantity(bare["number"], 0, 0, float(bare["number"].replace(",", "")), None)
    asked = question.text[question.opening :]
    every = [
        one
        for one in find_quantities(text)
        if one.upper is None and not one.qualifies and _asked_for(question, text, one)
    ]
    if _LIMIT.search(asked):
        every = [one for one in every if one.comparison == "<="]
    return every[0] if len(every) == 1 else None


def _asks_change(question: Question) -> bool:
    asked = question.text[question.opening :]
    return bool(change_asked(asked) or _FASTER.search(asked))


def _in(statement: Statement, things: Sequence[str], question: Question, library: Library) -> list[Measured]:
    if not statement.evidence:
        return []
    said = head_of(library.document(statement.evidence[0].document_id)) + statement.text
    changes = changes_of_names if _asks_change(question) else figures_of_names
    within = tuple(_within(name, statement.text, said) for name in _names(things))
    bare = tuple(_within(_AIM.sub("", name) or name, statement.text, said) for name in _names(things))
    for names in dict.fromkeys((tuple(things), _names(things), within, bare)):
        found = changes(names, statement.text)
        if found and changes is changes_of_names:
            return [Measured(thing, one, statement.evidence) for thing, one in zip(things, found, strict=True)]
        found = found or figures_of_names(names, statement.text)
        # 分别增长8%、15%、7%: what stands before the first is said of all.
        first = min(found, key=lambda one: one.start, default=None)
        kinds = has_kind("、".join(one.text for one in found), kind_asked(question.text[question.opening :]))
        if first is not None and kinds and _asked_for(question, statement.text, first):
            return [Measured(thing, one, statement.evidence) for thing, one in zip(things, found, strict=True)]
    return []


def _asked_for(question: Question, text: str, figure: Quantity) -> bool:
    """Whether a figure may be what is asked for: of its kind, and a change only where one is asked for."""
    asked = question.text[question.opening :]
    if _ON_TOP.search(text[max(0, figure.start - 8) : figure.start]):
        return False  # 再奖励150万元 is what comes on top of another figure
    changes = bool(_CHANGED.search(text[max(0, figure.start - 6) : figure.start]))
    return has_kind(figure.text, kind_asked(asked)) and changes == bool(change_asked(asked) or _CHANGED.search(asked))


def _within(name: str, text: str, said: str) -> str:
    """A name without the words before it that the paper and the sentence have said (珞源 before 票款收入): as long as
    it stands in the sentence, else as short as it may be."""
    tokens = words_of(name)
    shorter = [name]
    for token in tokens[1:]:
        before = name[: token.start]
        if not all(word.text in said for word in words_of(before)) or len(name) - token.start < 2:
            break
        shorter.append(name[token.start :])
    return next((one for one in shorter if one in text), shorter[-1])


def _names(things: Sequence[str]) -> tuple[str, ...]:
    """The things without the places and times before them."""
    names = []
    for thing in things:
        tokens = words_of(thing)
        at = 0
        while at < len(tokens) - 1 and (is_place(tokens[at]) or is_time(tokens[at]) or tokens[at].text in ("的", "年")):
            at += 1
        # 公交集团2023年运营成本 is printed as 2023年公交集团运营成本
        behind = [number + 1 for number, token in enumerate(tokens[:-1]) if is_time(token) or is_year(token)]
        at = max(at, *behind) if behind and len(thing) - tokens[behind[-1]].start > 1 else at
        names.append(thing[tokens[at].start :] if tokens else thing)
    # 咨询类、投诉类、建议类工单: of one with more behind it, too, the kind alone is its name.
    ends = {name[-1] for name in names if name[-1] in _KINDS}
    if len(ends) == 1:
        (end,) = ends
        names = [name[: name.index(end) + 1] if end in name[1:] else name for name in names]
    opening = _shared(names)
    cut = [name[opening:] for name in names]
    return tuple(cut if all(len(name) > 1 for name in cut) else names)


def _shared(names: Sequence[str]) -> int:
    """How many characters of whole words all the names open with."""
    ends = [{token.end for token in words_of(name)} for name in names]
    return max(
        (end for end in ends[0] if all(end in mine for mine in ends) and len({name[:end] for name in names}) == 1),
        default=0,
    )


def _order(question: Question, measured: Sequence[Measured]) -> Statement | None:
    asked, zh = question.text[question.opening :], question.language == "zh"
    units = [each.quantity for each in measured]
    if not tells_apart([each.thing for each in measured], asked):
        return None
    if not all(same_unit(units[0], unit) for unit in units[1:]):
        money = all(_CURRENCY.search(unit.unit or "") for unit in units)
        return told_apart(measured, zh=zh) if money and asks_order(asked) else None
    if asks_sum(asked):
        return told_sum(measured, zh=zh)
    if len(measured) == 2 and asks_order(asked):
        return told(measured[0], measured[1], zh=zh)
    extremes = extremes_asked(asked)
    if not extremes or any(unit.comparison not in ("=", "~") for unit in units):
        return None
    return told_most(measured, extremes, zh=zh)
