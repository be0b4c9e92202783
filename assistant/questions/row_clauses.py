"""Questions that ask for rows in several clauses, each with bounds of its own: 商城集团牵头几项，参与几项，加起来多少;
附件1里2021年要完成的有几项，2022年以后的呢. What a later clause leaves out it has of the first one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.questions.asking import Ask
from assistant.questions.document_parts import ALL_ANNEXES, ANNEX
from assistant.questions.naming import BODY
from assistant.questions.question import LISTS, OPEN_ASKS, Question, asks_for_records

MOST_CLAUSES = 4

_BREAK = re.compile(
    r"[，,；;？?]\s*(?:那么?|还有|以及|又|and (?:also )?)?|、(?=[^、]*(?:几|多少|哪))|\s+and\s+(?=how many|which)",
    re.IGNORECASE,
)
_ASKS_ROWS = re.compile(
    r"(?:几|多少)[项件个条](?!月|省|市|县|区|国|单位|部门)|多少(?:任务|事项|工作|举措)?$|哪些|哪几[项件个条]"
    r"|(?<![a-z])(?:how many|which)(?![a-z])",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"(?:两者|两项|这些|它们)?(?:加起来|合计|合起来|合在一起|总计|总共|一共|共计|总和|总数)"
    r"(?:又|一共|总共|是|有|共|一起)*(?:多少|几)?[项件个条]?"
    r"|(?:(?:and )?how many )?(?:is (?:that|it) )?(?:in (?:total|all)|altogether|combined)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"牵头|主办|领衔|参与|参加|配合|协办|协助|负责|承担"
    r"|(?<![a-z])(?:leads?|heads?|supports?|participates? in|takes? part in)(?![a-z])",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"其中|(?<![a-z])of (?:these|those|them|which)(?![a-z])", re.IGNORECASE)
_AND_THIS = re.compile("(?:^|(?<=[，,；;、？?]))(?P<words>[^，,；;、？?]{1,12}?)的?呢(?=[，,；;、？?]|$)")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_NO_YEAR = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月|第?[一二三四1-4]季度|[上下]半年|年底|年初")
_HOW_MANY = re.compile(
    r"how many (?=(?:does|do|did|is|are|was|were|will|has|have|must|in|of|by|due|under)(?![a-z]))", re.IGNORECASE
)
_TASKS = re.compile("任务|事项|举措|工作|措施")
_IT = re.compile(r"(?<![a-z])(?:it|they|the same (?:unit|body|group))(?![a-z])", re.IGNORECASE)


_OF_ROWS = OPEN_ASKS | LISTS | {Ask.QUANTITY, Ask.LEAD, Ask.PARTICIPANTS, Ask.RESPONSIBLE}


@dataclass(frozen=True, slots=True)
class RowClauses:
    """The whole `questions` that the clauses ask, two or more; `summed`: how many rows they are together is asked,
    too; `parts`: the later ones ask how many of the rows of the first stand in which part of the paper."""

    questions: tuple[str, ...]
    summed: bool = False
    parts: bool = False


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What bounds rows in a clause, in its words; "" for what it does not name. `before` is what stands before all of
    them: the paper that is asked of."""

    place: str
    period: str
    unit: str
    role: str
    before: str

    @property
    def of_place_alone(self) -> bool:
        """Whether it names nothing but a place, if that."""
        return not (self.period or self.unit or self.role)

    def replaces(self, other: _Bounds) -> bool:
        """Whether both name a bound of one kind."""
        pairs = (
            (self.place, other.place),
            (self.period, other.period),
            (self.unit, other.unit),
            (self.role, other.role),
        )
        return any(one and two for one, two in pairs)


def row_clauses(question: Question, understand: Callable[[str], Question]) -> RowClauses | None:
    """The questions of a question that asks for rows in several clauses; None where it does not."""
    if question.opening or not question.asks & LISTS or _OF_THESE.search(question.text):
        return None
    if len(_ASKS_ROWS.findall(question.text)) + len(_AND_THIS.findall(question.text)) < 2:
        return None
    clauses = [_in_full(clause.strip()) for clause in _BREAK.split(question.text) if clause.strip()]
    summed = len(clauses) > 1 and _SUM.fullmatch(clauses[-1]) is not None
    clauses = clauses[:-1] if summed else clauses
    context = ""
    while clauses and not _ASKS_ROWS.search(clauses[0]):
        context += f"{clauses.pop(0)}，"
    if not 2 <= len(clauses) <= MOST_CLAUSES or not all(_ASKS_ROWS.search(clause) for clause in clauses):
        return None
    first = understand(context + clauses[0])
    if not asks_for_records(first):
        return None
    wholes = [first.text]
    for clause in clauses[1:]:
        whole = with_bounds(clause, first, understand)
        if whole is None:
            return None
        wholes.append(whole)
    parts = all(_asks_part(_bounds(understand(clause)), _bounds(first)) for clause in clauses[1:])
    return RowClauses(tuple(wholes), summed, parts)


def with_bounds(clause: str, first: Question, understand: Callable[[str], Question]) -> str | None:
    """A clause that only bounds rows, with the bounds of the `first` one that it does not name; None where it asks for
    anything else, or only bounds those of the first one further, unless these are all of a place (附件1共几项)."""
    heard = understand(clause)
    mine, its = _bounds(heard), _bounds(first)
    if _ROLE.sub("", heard.topic).strip() or heard.document_ids or not heard.asks <= _OF_ROWS:
        return None
    part = _asks_part(mine, its)
    if not (part or mine.replaces(its) or (its.place and its.of_place_alone and not mine.of_place_alone)):
        return None
    year = _YEAR.search(its.period)
    if mine.period and year and not _YEAR.search(mine.period) and (bare := _NO_YEAR.search(mine.period)):
        clause = clause.replace(
            mine.period, f"{mine.period[: bare.start()]}{year.group()}年{mine.period[bare.start() :]}"
        )
    if first.language == "en":
        return _in_english(clause, mine, its)
    if mine.unit and its.role and not mine.role:
        clause = clause.replace(mine.unit, f"{mine.unit}{its.role}", 1)
    if part and not _TASKS.search(clause):
        clause = f"{clause}任务"
    carried = first.topic if part else its.before
    carried += f"{its.place}里" if its.place and not mine.place else ""
    carried += its.period if not mine.period else ""
    if its.unit and not mine.unit:
        carried += its.unit if mine.role else f"{its.unit}{its.role}的"
    return f"{carried}{clause}？"


def in_place_of(text: str, previous: Question, understand: Callable[[str], Question]) -> str | None:
    """A turn that only bounds rows otherwise than the `previous` question did (参与几项 after 商城集团牵头几项), or
    those of a place further (12月到期的有几项 after 附件2有几项), with the bounds that stay; None where it is no such
    turn, or more than such bounds would have to stay."""
    asked = _in_full(text.strip().rstrip("？?"))
    if not _ASKS_ROWS.search(asked) or _OF_THESE.search(asked) or _BREAK.search(asked):
        return None
    if not asks_for_records(previous) or len(_ASKS_ROWS.findall(previous.text)) != 1 or previous.opening:
        return None
    mine, its = _bounds(understand(asked)), _bounds(previous)
    more = previous.demands or previous.left_out or _BREAK.search(previous.text.rstrip("？?"))
    if more or any(word not in its.before for word in previous.topic.split()):
        return None
    narrows = its.place and its.of_place_alone and not mine.of_place_alone
    return with_bounds(asked, previous, understand) if narrows or mine.replaces(its) else None


def _asks_part(mine: _Bounds, its: _Bounds) -> bool:
    """Whether a clause asks for the rows in a part of a paper, of all that were asked for first: 共几项，正文几项."""
    return bool(mine.place) and mine.of_place_alone and its.of_place_alone and not its.place


def _in_full(clause: str) -> str:
    """A clause that only names what else (9月的呢) with what it asks."""
    return _AND_THIS.sub(lambda named: f"{named['words']}的有几项", clause)


def _in_english(clause: str, mine: _Bounds, its: _Bounds) -> str | None:
    """The same in English: what is left out stands behind, a unit in place of the pronoun."""
    if not mine.unit and its.unit:
        if not _IT.search(clause):
            return None
        clause = _IT.sub(its.unit, clause, count=1)
    clause = _HOW_MANY.sub("how many tasks ", clause)
    place = f" in {its.place}" if its.place and not mine.place else ""
    period = f" {its.period}" if its.period and not mine.period else ""
    return f"{clause}{place}{period}?"


def _bounds(question: Question) -> _Bounds:
    text = question.text
    named = ANNEX.search(text) or BODY.search(text) or ALL_ANNEXES.search(text)
    place = named.group() if named else ""
    role = _ROLE.search(text)
    unit = next((bound.words for bound in question.units if bound.words in text), "")
    period = question.period.text if question.period and question.period.text in text else ""
    starts = [text.find(words) for words in (place, period, unit) if words]
    before = text[: min(starts, default=role.start() if role else 0)]
    return _Bounds(place, period, unit, role.group() if role else "", before)
