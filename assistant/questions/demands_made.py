"""What a question demands of the rows that it asks for; 免税店涉及哪些单位 only looks like it and asks of one task."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from assistant.questions.asking import Ask
from assistant.questions.document_references import Named
from assistant.questions.naming import TASK_NOUNS, named_topic
from assistant.questions.qualifiers import NO_DEMANDS, Qualifiers, qualifiers
from assistant.questions.whole_phrases import has_noun
from corpus.units import NamedUnits

_WHO_ELSE = re.compile(
    r"(?P<besides>除(?:了|去|开)?)[^，。？?]{2,12}?(?:(?:以|之)?外)?(?:，|,)?[^，。？?]{0,24}?"
    r"(?P<else>还有(?:谁|哪[些几](?:个|家)?(?:单位|部门)?))(?:在|来|也)?(?=牵头|负责|参与|配合|承担|有)"
)
_PAPER = "(?:建设|实施|工作|行动|三年|总体|任务|改革|改进|提升)*(?:方案|计划|意见|通知|办法|规划|清单|文件|要点)"
_EACH = re.compile(r"各|每|(?<![A-Za-z])each(?![A-Za-z])", re.IGNORECASE)
# What stands against what, however many things each side names.
_OPPOSED = re.compile(
    r"\s*(?:(?<![A-Za-z])(?:vs\.?|versus|(?:compared|as opposed) (?:to|with))(?![A-Za-z])|相比于?|对比|还是)\s*",
    re.IGNORECASE,
)
_ROWS = re.compile(
    r"牵头|负责|承担|参与|配合|身上|头上|任务|事项|工作|活儿?|职责|举措|措施|单位|部门"
    r"|(?<![a-z])(?:tasks?|items?|duties|units?|departments?|leads?)(?![a-z])",
    re.IGNORECASE,
)
_DUE_LAST = re.compile(
    "最[晚迟](?:的)?(?:要|得|需|会|能)?(?:拖|排|安排|做|干|完成|办)?(?:到|至|在|是)?(?:什么时候|何时|哪一?[天年月日]|几月|几号)(?:完成|到期|截止|结束)?"
)


@dataclass(frozen=True, slots=True)
class DemandsMade:
    """The demands with the spans of the words that make them; the spans that are `known` and nothing of what is asked
    about; whether the other units of the rows are asked for `besides` one, and whether what seemed to ask for one end
    of the deadlines has two things `compared`."""

    demands: Qualifiers
    spans: tuple[tuple[int, int], ...]
    known: tuple[tuple[int, int], ...] = ()
    besides: bool = False
    compared: bool = False


def _only_calls_paper(topic: str, text: str) -> bool:
    """Whether all words of a topic stand before what a paper is: 示范区 in 示范区方案."""
    return all(re.search(rf"{re.escape(word)}(?:{_PAPER})", text) for word in topic.split())


def demands_made(
    text: str, hidden: str, mask: str, mentions: Sequence[NamedUnits], named: Named, asks: Set[Ask]
) -> DemandsMade:
    """The demands of a question that asks for `asks`, mentions these units and names these places; `hidden` is it with
    names hidden, `mask` with asking words blank, too."""
    demanded, demanding = qualifiers(hidden)
    if demanded.targeted and not (mentions or named.places or has_noun(hidden, TASK_NOUNS)):
        about = named_topic(mask, (*demanding, *named.spans))
        if not _only_calls_paper(about, text):
            # 草原保护的量化指标有哪些 asks what is said of one thing, which need not be a task.
            demanded, demanding = qualifiers(hidden, targeted=False)
    last = _DUE_LAST.search(text) if named.places and not demanded else None
    if last and not named_topic(mask, [last.span(), *named.spans]):
        demanded, demanding = replace(NO_DEMANDS, latest=True), (last.span(),)  # 附件1最晚到什么时候
    besides = _WHO_ELSE.search(text) if mentions else None
    known: list[tuple[int, int]] = []
    if (
        besides
        and has_noun(hidden, TASK_NOUNS)
        and not named_topic(mask, [*map(besides.span, ("besides", "else")), *named.spans])
    ):
        # 除了商务局，附件1还有谁牵头任务 asks for the other units of the rows.
        demanded = replace(demanded, by_unit=True)
        demanding = (*demanding, besides.span("besides"), besides.span("else"))
    elif besides:
        # 除了商城集团，免税牌照还有谁参与: the unit that is known is nothing of what is asked about.
        known = [(besides.start(), one.end) for one in mentions if one.start <= besides.end("besides") < one.end]
        besides = None
    topic = named_topic(mask, (*demanding, *named.spans))
    if demanded.by_unit and not besides and not _EACH.search(text) and not _only_calls_paper(topic, text):
        demanded, demanding = NO_DEMANDS, ()  # 免税店涉及哪些单位 asks who has part in one task
    if demanded.most and not mentions and not _ROWS.search(" ".join(text[a:b] for a, b in demanding)):
        # 三市各承担几项试点，谁最多 compares what is named; 谁的任务最多 asks for the rows of all units.
        rest = named_topic(mask, (*demanding, *named.spans))
        demanded, demanding = (NO_DEMANDS, ()) if rest else (demanded, demanding)
    if demanded.extreme and (Ask.COMPARISON in asks or _OPPOSED.search(text)):
        # Which of two is due first is asked of both of them.
        return DemandsMade(NO_DEMANDS, (), tuple(known), besides=bool(besides), compared=True)
    return DemandsMade(demanded, demanding, tuple(known), besides=bool(besides))
