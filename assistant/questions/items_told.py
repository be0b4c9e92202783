"""Items that a turn asks of by their place in what was told before: 第二个呢, the last one, 第五个 after 第三个."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.counting import counted
from assistant.language.series import member_of_series, ordinal_of
from assistant.questions.taking_over import heading_of
from assistant.types import Turn

LONGEST_FIELD = 12
"""A turn of so many characters asks for a field of the item that was told: 谁牵头？"""
_ORDINALS = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"], start=1
    )
}
_ORDINAL = re.compile(
    r"第\s*([一二三四五六七八九十]|\d{1,2})\s*[个项条家点张份类种步批大样件款档环位名处段对组]"
    r"|(?<![A-Za-z])the (first|second|third|fourth|fifth|sixth|seventh|eighth|last)(?: one| item| task)?(?![A-Za-z])"
    r"|最后一?[个项条点类种步样件款档环位名对组](?!月)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,2}\. (.+?)(?:\[\d+\])*$", re.MULTILINE)
_CLAUSE = re.compile("[，。；]")
# 附件2第7项, 第三条: what a paper numbers itself.
_PRINTED = re.compile(r"第\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?P<measure>[项条款章号])")
_PRINTED_ALONE = re.compile(
    r"(?:那么?|还有)?(?P<item>第\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?P<measure>[项条款章号]))(?P<asked>呢|.{0,12}?)[？?]?"
)


def item_printed(text: str, turns: Sequence[Turn]) -> str | None:
    """The question for the item of a number that a turn names after one by its number in the same place (第8项呢 after
    附件2第7项是什么); None where it names none, or none was asked for before."""
    now = _PRINTED_ALONE.fullmatch(text.strip())
    if now is None:
        return None
    for turn in reversed(turns):
        before = _PRINTED.search(turn.question)
        if before is not None and before["measure"] == now["measure"]:
            place = f"{turn.question[: before.start()]}{now['item']}"
            last = turns[-1].question
            if now["asked"] not in ("呢", ""):
                return f"{place}{now['asked']}？"
            if turn is turns[-1]:
                return f"{place}{turn.question[before.end() :]}"
            return f"{place}{last.lstrip('那么，, ')}" if len(last) <= LONGEST_FIELD else None
    return None


def item_told(text: str, turns: Sequence[Turn]) -> str | None:
    """The item of the last list that was told which a turn names by its place; None where it names none, or no list
    was told that has so many."""
    match = _ORDINAL.search(text)
    if match is None:
        return None
    turn = _listing(turns)
    listed = [task.task for task in turn.answer.tasks] or _NUMBERED.findall(turn.answer.answer)
    word = (match.group(1) or match.group(2) or "last").lower()
    if len(listed) < 2:
        # What the sentences of an answer number themselves: 二是…, 第二张图是….
        numbered = {ordinal_of(one.quote): one.quote for one in turn.answer.citations if member_of_series(one.quote)}
        told = numbered.get(_ORDINALS.get(word) or (int(word) if word.isdigit() else None))
        if told is None and not listed and len(turn.answer.citations) == counted(turn.question):
            # 五对关系, a sentence for each
            listed = [one.quote for one in turn.answer.citations]
            at = len(listed) if word == "last" else _ORDINALS.get(word) or int(word)
            told = _CLAUSE.split(listed[at - 1])[0] if 1 <= at <= len(listed) else None
        elif told is None and listed and word in ("一", "1", "first", "last"):
            told = listed[0]  # the only one
        return heading_of(told) if told else None
    number = len(listed) if word == "last" else _ORDINALS.get(word) or int(word)
    return heading_of(listed[number - 1]) if 1 <= number <= len(listed) else None


def without_place(text: str) -> str:
    """`text` without the words that name an item by its place."""
    return _ORDINAL.sub(" ", text).strip(" ，,的")


def _listing(turns: Sequence[Turn]) -> Turn:
    """The turn whose list a turn speaks of: 第五个呢 after 第三个…, which told one item of the list before."""
    at = len(turns) - 1
    while at and _ORDINAL.search(turns[at].question) and turns[at].answer.total is None:
        at -= 1
    return turns[at]
