"""A paper's head: its number and the day it is dated, each on a line of its own; asked for by title and by matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from eval.cases import Case
from eval.computed.numerals import DIGITS, value
from eval.computed.source import Source, computed

NUMBER = re.compile(r"[\u4e00-\u9fff]{2,10}[〔\[（(](?:19|20)\d{2}[〕\]）)]\d{1,4}号")
DAY = re.compile(
    rf"(?P<y>[{DIGITS}\d]{{4}})年(?P<m>0?\d{{1,2}}|十?[{DIGITS}]|十)月(?P<d>0?\d{{1,2}}|[二三]?十?[{DIGITS}]|[二三]?十)日"
)
MATTER = re.compile(r"关于(?:同意|印发|转发|发布|公布|批准)?(.{4,40}?)的?(批复|复函|函|通知|意见|决定|通报|公告)$")

ASKED_NUMBER = (
    "{name}的文号是什么？",
    "{name}是几号文？",
    "{matter}那个{paper}的发文字号是多少",
    "What is the document number of {name}?",
)
ASKED_DAY = (
    "{name}是什么时候成文的？",
    "{name}落款是哪一天？",
    "{matter}的{paper}是哪年哪月哪日印发的",
    "When was {name} issued?",
)


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """Questions for the number and the day of every paper that states exactly one."""
    for source in sources:
        numbers: dict[str, list[str]] = {}
        days: dict[date, list[str]] = {}
        for before, line in zip(("", *source.prose), source.prose, strict=False):
            if NUMBER.fullmatch(number := line.removeprefix("发文字号：")):
                numbers.setdefault(number, []).append(before + line)
            if found := DAY.fullmatch(line.removeprefix("成文日期：").replace("○", "〇")):
                days.setdefault(_date(found), []).append(before + line)
        if len(numbers) == 1:
            ((number, places),) = numbers.items()
            yield from _asked(source, ASKED_NUMBER, (number,), places)
        if len(days) == 1:
            ((day, places),) = days.items()
            said = (f"{day.year}年{day.month}月{day.day}日", f"{day.day} {day:%B %Y}")
            yield from _asked(source, ASKED_DAY, said, places)


def _asked(source: Source, templates: Sequence[str], truths: Sequence[str], places: Sequence[str]) -> Iterator[Case]:
    matter = MATTER.search(source.title)
    for template in templates:
        if matter or "{matter}" not in template:
            words = {"matter": matter[1].strip("《》"), "paper": matter[2]} if matter else {}
            question = template.format(name=source.name, **words)
            yield computed(source, "heads", question, [truths], places, type="metadata")


def _date(found: re.Match[str]) -> date:
    return date(int("".join(_digit(one) for one in found["y"])), value(found["m"]), value(found["d"]))


def _digit(character: str) -> str:
    return str(DIGITS.index(character)) if character in DIGITS else character
