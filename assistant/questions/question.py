"""A question as it was understood: what is asked, of which documents, units, places and period."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.questions.asking import RECORD_FIELDS, Ask
from assistant.questions.document_parts import Place
from assistant.questions.qualifiers import NO_DEMANDS, Qualifiers
from assistant.questions.unit_bounds import (
    UnitBound,
)
from assistant.types import Language
from corpus.dates import Period
from corpus.types import Span

# Words around a unit that give it a role in the tasks asked about.
_INVOLVED = re.compile(
    r"involv|(?:责任|牵头|配合|主办|承办|协办|联办|参与)(?:单位|部门|方)|担责|挂名|参与|涉及|牵涉|承担|出力|要(?:做|干)"
    r"|responsible|have to|has to|must",
    re.IGNORECASE,
)
_IN_A_ROLE = re.compile(
    r"牵头|负责|配合|承担(?![^，。？?]{0,4}职责)|主办|协办|(?:责任|参与)(?:单位|部门|方)"
    r"|(?<![a-z])(?:lead|leads|led|leading|responsible|in charge)(?![a-z])",
    re.IGNORECASE,
)
# What a unit has to do in something: 农业农村局在冷链物流里负责什么, what does it do on cold chains.
_DOES = re.compile(
    "(?:[里中上内]|方面|领域|工作|这块|[这那][项件]事|(?<=在)[^，。？?]{2,20})(?:要|该|应|需要?|得|主要|具体|都|又|还)*"
    "(?:负责|承担|参与|牵头|配合|管|做|干)(?:了|着|起)?(?:些|的是)?(?:什么|哪些|哪几)(?!角色|标准|程度|企业|人)"
    r"|(?<![a-z])what (?:does|do|must|should|is|are|has|have|will)(?: the)? .{0,60}?(?<![a-z])(?:do|handle|lead"
    r"|responsible for|in charge of|to do|doing)(?: [a-z]+)? (?:on|in|for|about|regarding|concerning|with)(?![a-z])",
    re.IGNORECASE,
)
_COUNTED_THINGS = re.compile("(?:多少|几)(?:件(?!事)|[起宗笔份人家户辆批次])")
WHOLE_YEAR = 360
"""A period of so many days is a year or more."""
LISTS = frozenset({Ask.LIST, Ask.COUNT})
OPEN_ASKS = frozenset({Ask.CONTENT, Ask.DEFINITION, Ask.CONFIRMATION, Ask.LIST, Ask.COUNT})

# What a meeting was about is none of the tasks that it gave.
_DISCUSSED = re.compile("(?:研究|审议|讨论|听取|学习|传达)[了过]?(?:哪|什么|几)")


@dataclass(frozen=True, slots=True)
class ItemReference:
    """A numbered item that a question points at (附件1第4项). `body` means the text outside annexes and tables;
    without places and body the number may be anywhere."""

    number: int
    places: tuple[Place, ...] = ()
    body: bool = False


@dataclass(frozen=True, slots=True)
class RowsMeant:
    """Rows of one table that a turn of a conversation asks of without naming them, and the columns that it asks for;
    numbers count from 0."""

    document_id: str
    table: int
    rows: tuple[int, ...]
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood. `topic` is what remains when asking words, bounds and empty words are taken away;
    it may be empty ("商城集团牵头哪些任务"). `told_of` is the topic with the units and with nouns such as 措施, which
    need not be tasks ("海关推出哪几项便利措施"), where the question is `about_tasks`. `inherited` is the topic of the
    turn before, where a follow-up adds words of its own after `opening` characters. `bare` is the text with blanks for
    asking words and places, same length, and `asking` the spans of the asking words.

    `about_tasks` says that a noun such as 任务 or tasks was used, `body` that only the text outside annexes is meant,
    `annexes` that only annexes are. `demands` is what else is asked of the rows. `rivals` says that the units are
    compared with each other. `left_out` are the words of the heading whose rows are not to count. `strangers` are units
    that no record names, `absent` annexes that no document has. `leans` says that it goes on from a turn of a
    conversation to whose documents it is kept, `last_cited` where the answer before stands: the documents with the
    spans that it cited, `rows` what it asks of rows that were told there. `where` is what named the documents by their
    titles beside the question; it is no part of `text`, and `whole` has both.
    """

    text: str
    language: Language
    asks: frozenset[Ask]
    topic: str
    told_of: str = ""
    inherited: str = ""
    opening: int = 0
    bare: str = ""
    asking: tuple[tuple[int, int], ...] = ()
    units: tuple[UnitBound, ...] = ()
    period: Period | None = None
    places: tuple[Place, ...] = ()
    document_ids: frozenset[str] = frozenset()
    items: tuple[ItemReference, ...] = ()
    about_tasks: bool = False
    body: bool = False
    annexes: bool = False
    absent: tuple[str, ...] = ()
    demands: Qualifiers = NO_DEMANDS
    left_out: tuple[str, ...] = ()
    rivals: bool = False
    strangers: tuple[str, ...] = ()
    leans: bool = False
    last_cited: tuple[tuple[str, Span], ...] = ()
    where: str = ""
    rows: RowsMeant | None = None

    @property
    def whole(self) -> str:
        """The question with the titles of the documents of which it is asked."""
        gap = " " if self.where[-1:].isalnum() else ""
        return f"{self.where}{gap}{self.text}"

    @property
    def record_asks(self) -> tuple[Ask, ...]:
        """The asked fields that a task record has, in the order in which an answer gives them."""
        order = (Ask.LEAD, Ask.RESPONSIBLE, Ask.PARTICIPANTS, Ask.DEADLINE, Ask.QUANTITY)
        if Ask.DESTINATION in self.asks:
            return ()  # who is to do it and whom it goes to are two things, and a record has but the first
        asks = self.asks | ({Ask.QUANTITY} if Ask.COUNT in self.asks and not self.about_tasks else set())
        return tuple(ask for ask in order if ask in asks) if self.asks & RECORD_FIELDS else ()


def asks_for_records(question: Question) -> bool:
    """Whether the question wants rows of the ledger: a list, a count or the duties of a unit."""
    if question.asks & LISTS and not question.units and _DISCUSSED.search(question.text):
        return False
    if question.asks & LISTS:
        return (
            question.about_tasks
            or bool(question.demands)
            or bool(
                question.period
                and (not question.topic or (_tells_days(question.period) and not counts_things_done(question)))
            )
            or bool(question.places or (question.units and (question.period or not question.topic)))
            or any(bound.role != "any" for bound in question.units)
            or bool(question.units and (Ask.RESPONSIBLE in question.asks or _INVOLVED.search(question.text)))
        )
    if question.asks <= OPEN_ASKS and question.period and not question.topic:
        return True
    if question.asks <= OPEN_ASKS and question.about_tasks and (question.period or question.places):
        return True
    if question.asks <= OPEN_ASKS and question.units and question.period:
        return True
    if (
        question.units
        and question.topic in ("", *(bound.words for bound in question.units))
        and question.asks <= OPEN_ASKS | {Ask.DEADLINE}
    ):
        return True
    if not question.units or question.asks & RECORD_FIELDS:
        return False
    if asks_duties_in(question):
        return True
    # "商务局要做什么", "what does X lead": nothing but the unit is named.
    return question.about_tasks or (question.asks <= OPEN_ASKS and len(question.topic) < 2)


def asks_duties_in(question: Question) -> bool:
    """Whether the question is for what a unit does in something that it names."""
    return bool(
        question.units
        and question.topic
        and question.asks <= OPEN_ASKS
        and _DOES.search(question.text, question.opening)
    )


def counts_things_done(question: Question) -> bool:
    """Whether a number is asked for that is none of tasks: 一季度受理了多少件."""
    return Ask.LIST not in question.asks and not question.about_tasks and bool(_COUNTED_THINGS.search(question.text))


def _tells_days(period: Period) -> bool:
    """Whether a period is one that tasks are due in or by; a whole year may tell the paper that is meant."""
    return period.start is None or period.end is None or (period.end - period.start).days < WHOLE_YEAR


def as_told(question: Question) -> Question | None:
    """The question for rows as one for what the text enumerates: 职责, 措施 or 事 need not be tasks of the ledger. None
    where its bounds are those of rows: a role, a period, a place, a demand."""
    if not (question.about_tasks and question.asks & LISTS and question.told_of):
        return None
    if question.period or question.places or question.demands or question.annexes or question.body:
        return None
    if any(bound.role != "any" for bound in question.units) or _IN_A_ROLE.search(question.text):
        return None
    return replace(question, topic=question.told_of, about_tasks=False, units=(), strangers=())
