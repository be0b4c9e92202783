"""Sentences that say who does a thing and by when, and not what: 由县教育局牵头负责，县住建局配合，8月底前投入使用.

What they are about stands in the sentences before. Offsets count in the reading view.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from corpus.dates import find_deadlines
from corpus.types import Deadline
from corpus.unit_shapes import UnitMention

_ROLE = (
    r"总?牵头|主办|主责|负总责|负责|配合|协办|协同|协助|参与|参加|会办|会同|会商|承办|承担|统筹|协调|落实|实施|推进"
    r"|组织|办理|抓好|抓总|支持|督促|指导|督办"
)
_DONE = (
    r"完成|办结|到位|竣工|验收|投入(?:使用|运营|运行)|投用|投产|建成|启用|开工|动工|完工|通车|运营|运行|上线|开放|实现"
    r"|见效|达标|交付|销号|使用|整改"
)
_LEFT_OVER = re.compile(
    rf"{_ROLE}|{_DONE}|此项|该项|本项|这项|工作|任务|事项|具体|共同|分别|联合|积极|密切|主要|统一|切实|全面|全部|基本"
    r"|正式|力争|确保|按照?(?:各自)?职责(?:分工)?|职责|分工|要|由|需|须|应当?|于|在|并|和|及|与|等|部门|单位|年内|同时"
    r"|之?前|年?底|末|内"
)
# Such a sentence is about the items above it: corpus.item_owners.
_OF_SEVERAL = re.compile(r"[（(]?(?:注[:：])?(?:以上|上述|第)")
_ANY_DAY = date(2000, 1, 1)  # whether words name a day does not hang on the year
_TIME = re.compile(
    r"(?=[\d今明本第一二三四])(?:(?:20\d\d年|[今明本]年)?(?:\d{1,2}月)?(?:\d{1,2}[日号]|[上中下]旬|底|末|初)?(?:之?前|内)?"
    r"|第?[一二三四]季度)"
)
_HAN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")


def dated(text: str, start: int, end: int) -> list[Deadline]:
    """The days that `text[start:end]` names, whatever the year; offsets count from `start`."""
    return find_deadlines(text[start:end], _ANY_DAY)


def says_no_task(text: str, start: int, end: int, units: Iterable[UnitMention]) -> bool:
    """Whether nothing is left of `text[start:end]` without its units, words for roles, times and 完成."""
    if _OF_SEVERAL.match(text, start, end):
        return False
    words = list(text[start:end])
    times = [(found.span.start, found.span.end) for found in dated(text, start, end)]
    for first, last in (*((unit.start - start, unit.end - start) for unit in units), *times):
        for at in range(max(first, 0), min(last, len(words))):
            words[at] = "，"
    return not _HAN.search(_LEFT_OVER.sub("，", _TIME.sub("，", "".join(words))))
