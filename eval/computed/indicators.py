"""Headline indicators of work reports: a place's target for this year, then the next place's ("那…呢").

A report states its targets in one passage (今年…主要预期目标是：…); last year's figures are elsewhere, the near misses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.cases import Case, CaseType
from eval.computed.source import Source, computed

TARGETS = re.compile(r"(?:主要)?预期目标(?:建议)?[是为]+：")
PASSAGE = 700
"""Characters after the announcement that hold the targets, where they stand one to a line."""

PLACE = re.compile(r"^(?:\d{4}年)?([\u4e00-\u9fff]{2,3}?)(?:市|省|州|自治区|政府工作报告|$)")
ENGLISH = {
    "北京": "Beijing", "上海": "Shanghai", "天津": "Tianjin", "重庆": "Chongqing", "内蒙古": "Inner Mongolia",
    "云南": "Yunnan", "青岛": "Qingdao", "乐山": "Leshan", "岳阳": "Yueyang", "梧州": "Wuzhou", "柳州": "Liuzhou",
    "眉山": "Meishan", "嘉兴": "Jiaxing", "甘孜": "Garze", "绍兴": "Shaoxing", "温州": "Wenzhou", "徐州": "Xuzhou",
}  # fmt: skip
STRANGERS = ("绍兴", "温州", "徐州")
"""Places to ask about when no report of theirs is there."""

VALUE = r"(?!、)[^，。；、\n]{0,12}?(\d[\d.]*(?:%|万人|亿))"
NAMES = {
    "growth": r"(?:地区生产总值|全市生产总值|GDP)",
    "revenue": r"(?:一般公共预算(?:地方)?收入|地方一般公共预算收入)",
    "investment": r"固定资产投资(?:（不含农户）)?",
    "retail": r"社会消费品零售总额",
    "industry": r"(?:规上|规模以上|规模)工业增加值",
    "jobs": r"(?:城镇新增就业|新增城镇就业)",
    "prices": r"居民消费价格(?:指数)?",
}
ASKED = {
    "growth": ("{p}今年经济增长目标是多少", "{p}今年GDP打算增长多少？", "What GDP growth is {e} aiming for this year?"),
    "revenue": ("{p}今年财政收入预计增长多少", "What growth in fiscal revenue does {e} target?"),
    "investment": ("{p}今年固定资产投资要增长多少", "What is {e}'s target for fixed-asset investment growth?"),
    "retail": ("{p}今年社零增速目标多少", "How fast does {e} want retail sales to grow?"),
    "industry": ("{p}规上工业增加值今年要增长多少", "What is {e}'s target for industrial value added?"),
    "jobs": ("{p}今年要新增多少城镇就业", "How many new urban jobs does {e} plan?"),
    "prices": ("{p}今年物价涨幅控制在多少", "What CPI increase does {e} expect?"),
}
NEXT = {"zh": ("那{p}呢？", "换成{p}", "{p}的呢"), "en": ("And {e}?", "What about {e}?", "and {e}'s?")}


@dataclass(frozen=True, slots=True)
class Target:
    """A place's target for one indicator: `figure` as printed, `quotes` the passage up to it and
    whatever else states the same figure."""

    source: Source
    place: str
    figure: str
    quotes: tuple[str, ...]


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """Every target asked alone; then of the next place after it; and of places that no report is about."""
    targets = {name: [one for source in sources if (one := target_of(source, name))] for name in NAMES}
    for name, found in targets.items():
        for number, target in enumerate(found):
            before = found[number - 1]
            for asked in ASKED[name]:
                lang = "en" if "{e}" in asked else "zh"
                question = _of(asked, target.place)
                yield _case(target, (question,), "number")
                if before is not target:
                    turn = NEXT[lang][number % len(NEXT[lang])]
                    yield _case(target, (_of(asked, before.place), _of(turn, target.place)), "multi_turn")
        for stranger in STRANGERS if found else ():
            if not any(stranger in source.text for source in sources):
                for asked in ASKED[name]:
                    source, question = found[0].source, _of(asked, stranger)
                    yield computed(source, "indicators", question, (), (), type="not_found", status="not_found")


def target_of(source: Source, name: str) -> Target | None:
    announced, place = TARGETS.search(source.text), PLACE.match(source.title)
    if announced is None or place is None or place[1] not in ENGLISH:
        return None
    rest = source.text[announced.end() : announced.end() + PASSAGE].split("\n")
    passage = rest[0] if len(rest[0]) > 60 else "\n".join(rest[:4])
    stated = re.search(NAMES[name] + VALUE, passage)
    if stated is None:
        return None
    # From the announcement on: the same words may stand among the figures of the year before.
    passage = source.text[announced.start() : announced.end() + stated.end()]
    again = (match for line in source.lines for match in re.finditer(f"[^。；，]*{NAMES[name]}{VALUE}", line))
    quotes = (passage, *(match[0] for match in again if match[1] == stated[1]))
    return Target(source, place[1], stated[1], quotes)


def _of(template: str, place: str) -> str:
    return template.format(p=place, e=ENGLISH[place])


def _case(target: Target, turns: tuple[str, ...], type: CaseType) -> Case:
    return computed(target.source, "indicators", turns, [[target.figure]], target.quotes, type=type)
