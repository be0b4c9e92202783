"""What a question names: its topic, the topic that a follow-up opens with, the items that it points at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.language.amounts import with_chinese_numbers
from assistant.language.lay_words import is_empty
from assistant.questions.document_references import Places
from assistant.questions.items_numbered import ITEMS
from assistant.questions.question import ItemReference
from assistant.questions.topic import topic_words, without_marks
from assistant.questions.unit_bounds import (
    UnitBound,
    without_alone,
)
from assistant.questions.whole_phrases import without_nouns
from corpus.dates import Period
from corpus.numerals import number
from corpus.starting import quick

QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]{2,})\"|《([^《》]{2,})》|「([^「」]{2,})」")
# A year, and that its figure was reached or is aimed at: 2024年打算做到.
_WHICH_YEAR = re.compile(
    r"(?:19|20)\d\d年?度?|[去今明前上]一?年|[上下]半年|实际|目标|计划|预期|完成|达到|做到|打算|力争|\s"
    r"|(?<![a-z])(?:targets?|goals?|aims?|actual(?:ly)?|planned)(?![a-z])",
    re.IGNORECASE,
)
_OPENING = re.compile("“([^“”]{2,}(?:“[^“”]*”[^“”]*)*)”[：:] ?")
_ITEM = quick(
    r"第\s*(?P<zh>\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:项|条|号)(?:任务|事项|举措|工作|内容)?|(?<![A-Za-z])(?:item|task|row|no\.|number)\s*(?P<en>\d{1,3})(?![A-Za-z])",
    re.IGNORECASE,
)
# "item 4 of annex 1": the place stands after the item.
_PLACE_AFTER = re.compile(
    r" (?:of|in|from)(?: the)? (?:annex|appendix|attachment|main text|body)[ a-z]{0,4}\d{0,2}", re.IGNORECASE
)
BODY = quick(
    r"正文|主体部分|(?<![A-Za-z])(?:main (?:text|body)|body (?:text|items?|tasks?))(?![A-Za-z])", re.IGNORECASE
)
# Stands for what must not be read as asking words: quotations, titles, units.
HIDDEN = "□"
# How many tasks a list has is said of the list and not of a task: the 17 key tasks, 15项主要任务.
_HOW_MANY_LISTED = quick(
    r"(?<![A-Za-z\d])\d{1,3} (?:(?:numbered|key|main|major|priority|specific) )*"
    r"(?=(?:[a-z]+ ){0,2}(?:tasks|items|measures|actions|provisions|clauses)(?![a-z]))"
    r"|(?<![第\d])\d{1,3}[项件条个](?=(?:主要|重点|具体)*(?:任务|事项|举措|措施|条款|工作))",
    re.IGNORECASE,
)
# Nouns by which a question means the tasks of the ledger rather than a thing they speak of.
TASK_NOUNS = quick(
    r"(?:重点|主要|具体|工作|争取|改革|建设|所有|全部|牵头|配合|参与|负责|到期)?(?:(?<!执行)(?<!救援)(?<!作战)任务|(?<!实)事项(?!目)|举措|措施|条款"
    r"|(?:(?<=[些么的项个牵头参与配合负责重点主要具体承担哪分])|(?<![\u3400-\u9fff]))工作(?!专班|机制|领导|组|规则|报告|人员|日)"
    r"|工作(?=任务|清单|台账|分工|有哪些|事项|安排|要点|是什么|包括|有几)|活儿?(?![动力跃性期体])|职责)(?:清单|台账|分工)?"
    r"|(?:(?<=[些么])|(?<=几件)|(?<=多少件))事(?:情|儿)?(?![项故业务件先后前宜例])|的事(?:情|儿)?(?=都?有(?:哪些|什么|啥|几|多少)|[，。？?]|$)"
    r"|(?<![A-Za-z])(?:tasks?|items?|matters?|actions?(?! (?:plans?|programmes?))|assignments?"
    r"|entries(?= (?:of|in|on|from) (?:the )?(?:□|annex|appendix|attachment|main text|body))"
    r"|duties|responsibilities|deliverables?|to-?dos?|obligations|rows?|measures?|provisions?|clauses)(?![A-Za-z])",
    re.IGNORECASE,
)


def named_topic(mask: str, spans: Iterable[tuple[int, int]]) -> str:
    """The topic words outside these spans and outside what was hidden."""
    for start, end in spans:
        mask = filled(mask, start, end, " ")
    return topic_of("", without_nouns(mask.replace(HIDDEN, " "), TASK_NOUNS))


def only_due(text: str, mask: str, period: Period | None) -> bool:
    """Whether nothing but a period is named: "What must be finished by March 2021?"."""
    if period is None:
        return False
    return not named_topic(mask, [(period.span.start, period.span.end)])


def opening_length(text: str) -> int:
    """How many characters a standalone question opens with that give the topic of the turn before; 0 for none."""
    opening = _OPENING.match(text)
    return opening.end() if opening else 0


def opened(text: str, shown: str) -> tuple[str | None, str]:
    """The topic that a standalone question opens with (“topic”：…), and the topic words of its own after it; none where
    they only say of which year: 2024年要做到多少."""
    opening = _OPENING.match(text)
    if opening is None:
        return None, ""
    own = topic_of(text[opening.end() :], shown[opening.end() :])
    return opening.group(1), own if _WHICH_YEAR.sub("", own) else ""


def topic_of(text: str, shown: str, units: Sequence[UnitBound] = (), *, nouns: bool = False) -> str:
    """What of `shown` names something, after the quotations of `text` that do not name one of the `units`; with
    `nouns`, also what may be called so without being a task (职责, 措施)."""
    bounds = {bound.words for bound in units}
    quoted = [next(filter(None, match.groups())) for match in QUOTED.finditer(text)]
    quoted = [words for words in quoted if words not in bounds]
    rest = with_chinese_numbers(QUOTED.sub(" ", shown))
    rest = without_alone(rest)
    rest = _HOW_MANY_LISTED.sub(" ", rest)
    for pattern in (ITEMS, _ITEM, BODY):
        rest = pattern.sub(" ", rest)
    rest = rest if nouns else without_nouns(rest, TASK_NOUNS)
    words = topic_words(rest)
    return " ".join([*map(without_marks, quoted), *([] if all(map(is_empty, words)) else words)])


def items_pointed_at(text: str, places: Places) -> tuple[ItemReference, ...]:
    """The numbered items that a question points at (附件1第4项, item 4 of annex 1)."""
    items: list[ItemReference] = []
    before = 0
    for match in _ITEM.finditer(text):
        lead_in = text[before : match.start()]
        named = places.named(lead_in)
        if not named.places:
            after = _PLACE_AFTER.match(text, match.end())
            named = places.named(after.group()) if after else named
        if named.places or BODY.search(lead_in):
            items.append(ItemReference(number(match["zh"] or match["en"]), named.places, not named.places))
        before = match.end()
    return tuple(items)


def item_anywhere(text: str) -> tuple[ItemReference, ...]:
    """The one numbered item of a question that names no place of it (第20项谁牵头): it may stand anywhere."""
    found = [match for match in _ITEM.finditer(text) if not match.group().endswith("条")]
    return (ItemReference(number(found[0]["zh"] or found[0]["en"])),) if len(found) == 1 else ()


def filled(text: str, start: int, end: int, with_what: str) -> str:
    """A text of the same length with one character all over a span."""
    return text[:start] + with_what * (end - start) + text[end:]
