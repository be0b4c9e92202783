"""The one item that a question asks for by its place in a list that it names: 申报条件的第三条, 最后一步是什么."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.numerals import number

_MEASURE = "(?:个方面|方面|大类|[个样条类种点步件款档环])"
_PLACE = (
    r"(?:第\s*(?P<zh>[一二三四五六七八九十]{1,3}|\d{1,2})|(?P<last>最后[一1]|末尾?[一1]?|最末[一1]?)"
    r"|倒数第\s*(?P<back>[一二两三四五\d]))"
)
_IS_WHAT = "(?:是|指|叫|讲|说|写)(?:的是)?(?:哪一?[个样条类种点步件项]|什么(?!时候)|啥)(?:内容|意思|东西|样的)?"
_MORE = (
    "(?:是|由|归|在|要|需要?)*(?:谁|哪个(?:单位|部门)|什么(?:时候|时间)|何时|哪[天年月]|多久|几[天月])[^，。？?]{0,6}"
)
_ASKED = re.compile(
    rf"^(?P<before>.{{4,}}?)(?:其中|里面?|当中|中)?的?[，,。？?、\s]*(?:那么|那)?{_PLACE}\s*{_MEASURE}"
    rf"(?P<noun>[\u4e00-\u9fff]{{0,6}}?)(?:具体|到底|究竟|又)*"
    rf"(?:{_IS_WHAT}[呢啊呀吗]?(?P<also>[，,、]\s*{_MORE})?|(?P<field>{_MORE}))[呢啊呀吗]?[？?。]?$"
)
# Rows, clauses and rounds have numbers of their own: 第7项任务, 条例第三条, 第一批名单.
_NUMBERED = re.compile(
    "(?:任务|事项|举措|工作|清单|附[件表]|条例|规定|办法|细则|章程|规则|决定|公约|法)[》”]?的?$|第[一二三四五六七八九十\\d]+[章节条部]"
)
_LISTS = re.compile(r"哪[些几两二三四五六七八九十\d]|几[个样条类种点步件款档项]|多少|什么|啥")
_MARKS = "，,。？?、：: "


@dataclass(frozen=True, slots=True)
class OrdinalAsked:
    """`text` asks for the whole list; of its items that at `place` is wanted, from 1, or counted from the end if it is
    negative. `fields` where something is asked of it that only the row of a table tells (谁办);
    `listed` where the whole list is asked for, too (有哪三个短板，第二个是什么)."""

    text: str
    place: int
    fields: bool = False
    listed: bool = False


def ordinal_asked(text: str) -> OrdinalAsked | None:
    """The list and the place in it that a question asks for; None where it asks for no item by its place."""
    asked = _ASKED.match(text)
    if asked is None:
        return None
    before, noun = asked["before"].rstrip(_MARKS), asked["noun"]
    if _NUMBERED.search(noun) or (not noun and _NUMBERED.search(before)):
        return None
    place = number(asked["zh"]) if asked["zh"] else -number(asked["back"].replace("两", "二")) if asked["back"] else -1
    lists = bool(_LISTS.search(before))
    whole = f"{before}{noun}" if noun and noun not in before and not lists else before
    fields = bool(asked["also"] or asked["field"])
    return OrdinalAsked(whole if lists else f"{whole}有哪些", place, fields, lists) if place else None
