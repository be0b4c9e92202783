"""The amounts that a question gives of its own case, and whether a rule's condition admits them.

Support and penalties come in steps (满1亿元奖100万元，满5亿元奖300万元); which step answers is told by the amount in
the question, however it is written (5个亿, 5 million yuan)."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.quantities import Quantity, find_quantities
from corpus.starting import quick

_SPOKEN = (
    (re.compile(r"(?<=\d)\s*个(?=[亿万])"), ""),
    (re.compile(r"(?<=[\d亿万千])(?=[亿万千])\s*"), ""),
    (re.compile(r"(?<=[\d亿万千])块(?:钱)?"), "元"),
    (re.compile(r"(?<=[亿万])(?![元亿万个吨家户人平千米公里亩台辆标箱%])"), "元"),
    (re.compile("公斤"), "千克"),
    (re.compile("平米|(?<=\\d)平(?![方米台均板铺])"), "平方米"),
    (re.compile(r"(?<=\d)个(?=人|员工|职工)"), ""),
)
_ENGLISH = re.compile(
    r"(?P<number>\d[\d,.]*)\s*(?P<scale>thousand|million|billion)?\s*"
    r"(?P<unit>yuan|rmb|kilograms?|kg|tonn?es?|square (?:kilo)?met(?:re|er)s?|mu|kilomet(?:re|er)s?|km)(?![a-z])",
    re.IGNORECASE,
)
# RMB 30 million, US$2m: the currency stands first.
_CURRENCY_FIRST = re.compile(
    r"(?:(?P<yuan>(?<![a-z])(?:rmb|cny)|[¥￥])|(?:(?<![a-z])(?:usd|us(?= ?\$)) ?)?\$|(?<![a-z])usd)\s*"
    r"(?P<number>\d[\d,.]*)\s*(?P<scale>thousand|million|billion)?",
    re.IGNORECASE,
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_UNITS = (
    *(("square kilo", "平方公里"), ("square", "平方米"), ("kilom", "公里"), ("km", "公里"), ("k", "千克"), ("t", "吨")),
    *(("m", "亩"), ("", "元")),
)
# 首次达到5亿元的，…; 1000千克及以上的，…: a quantity that says for whom the rest holds.
_CONDITION = re.compile(
    r"(?:[、，]?[但且]?(?:不足|低于|不满|未满|不到|不超过|未超过|少于|至|到|—|-)[^，。；、的]{1,16})?[^，。；\d]{0,12}的(?=[^，。；]{0,16}[，,]|[^，。；]{0,10}(?:企业|项目|单位|个人|机构|站|平台|园区))"
)


_JOINS = re.compile(r"(?:[（(](?:不?含)[)）])?\s*(?:至|到|[-—–~～])+\s*")
_EXCLUDED = ("（不含", "(不含")


_LONG = quick(
    r"(?:(?P<before>RMB|CNY|¥|￥)\s?|(?P<dollars>US ?\$|USD ?|\$))?"
    r"(?<![A-Za-z0-9.,])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[ -]?(?P<scale>thousand|million|billion|trillion|bn|mn)(?![A-Za-z]))?(?![\d,.]*\d)"
    r"(?:[ -](?P<unit>yuan|rmb|(?:us )?dollars?|tonn?es?|tons?|mu|square (?:kilo)?met(?:re|er)s?|kilowatts?)"
    r"(?![A-Za-z]))?",
    re.IGNORECASE,
)
_ALL_SCALES = {**_SCALES, "trillion": 1e12, "bn": 1e9, "mn": 1e6}
_WRITTEN_UNITS = (
    *(("us", "美元"), ("dollar", "美元"), ("square k", "平方公里"), ("square", "平方米"), ("kilow", "千瓦")),
    *(("t", "吨"), ("mu", "亩"), ("", "元")),
)


def with_chinese_numbers(text: str) -> str:
    """`text` with its large English numbers as documents write them: 600,000 yuan is 60万元, 1.2 billion is 12亿."""
    return _LONG.sub(_in_chinese, text)


def _in_chinese(match: re.Match[str]) -> str:
    value = _number(match["number"]) * _ALL_SCALES.get((match["scale"] or "").lower(), 1.0)
    unit = (match["unit"] or "").lower()
    if not (unit or "," in match["number"] or match["scale"]):
        return match.group()
    currency = "元" if match["before"] else "美元" if match["dollars"] else ""
    named = next(name for start, name in _WRITTEN_UNITS if unit.startswith(start)) if unit else currency
    for size, name in ((1e8, "亿"), (1e4, "万"), (1.0, "")):
        if value >= size or size == 1.0:
            number = f"{value / size:.6f}".rstrip("0").rstrip(".")
            number = "" if number == "1" and name and named else number  # 过亿元, 亿元以上
            return number + name + named + (" " if named else "")
    raise AssertionError("the last size is one")


@lru_cache(maxsize=256)
def amounts_given(question: str) -> tuple[tuple[float, str], ...]:
    """The amounts that a question gives, each with its unit."""
    english = [
        (_number(match["number"]) * _SCALES.get((match["scale"] or "").lower(), 1.0), _unit(match["unit"].lower()))
        for match in _ENGLISH.finditer(question)
    ]
    english += [
        (
            _number(match["number"]) * _SCALES.get((match["scale"] or "").lower(), 1.0),
            "元" if match["yuan"] else "美元",
        )
        for match in _CURRENCY_FIRST.finditer(question)
    ]
    for spoken, written in _SPOKEN:
        question = spoken.sub(written, question)
    return (*((one.value, one.unit) for one in find_quantities(question) if one.unit), *english)


def admits(text: str, given: tuple[tuple[float, str], ...]) -> float:
    """How well a rule in `text` fits the amounts given: 1 where one of them stands there, 0.5 where all conditions on
    its unit admit it, -1 where one excludes it, 0 where there is none."""
    return max((_fit(text, value, unit) for value, unit in given), key=abs, default=0.0)


def _fit(text: str, value: float, unit: str) -> float:
    same = [one for one in _ranges(text) if (one.unit or "").replace("公斤", "千克") == unit]
    if any(one.value == value and one.comparison == "=" for one in same):
        return 1.0
    conditions = [one for one in same if _CONDITION.match(text, one.end) or (unit != "元" and one.comparison != "=")]
    if not conditions:
        return 0.0
    return 0.5 if all(_within(value, one) for one in conditions) else -1.0


def step_for(steps: Sequence[str], given: tuple[tuple[float, str], ...]) -> int | None:
    """Which of the `steps` of a scale (满1亿元的奖100万元, 满5亿元的奖300万元) an amount given falls into: the one with
    the highest bound that it reaches, or the lowest that it stays below; None where it falls into none."""
    best: tuple[tuple[bool, float], int] | None = None
    for value, unit in given:
        for at, text in enumerate(steps):
            conditions = [one for one in _ranges(text) if one.unit == unit and _CONDITION.match(text, one.end)]
            if not conditions or not all(_within(value, one) for one in conditions):
                continue
            reached = [one.value for one in conditions if one.upper is not None or one.comparison in (">=", ">", "=")]
            # Within a lower bound before within an upper one alone, and of each kind the nearest.
            near = (True, max(reached)) if reached else (False, -min(one.value for one in conditions))
            if best is None or near > best[0]:
                best = near, at
    return best[1] if best else None


def bounds_case(text: str, unit: str) -> bool:
    """Whether a text says for which amounts of a unit it holds: 首次达到5亿元的，…."""
    return any(one.unit == unit and _CONDITION.match(text, one.end) for one in _ranges(text))


def _ranges(text: str) -> list[Quantity]:
    """The quantities of a text, those that a word joins (100万元（含）至500万元（不含）, 100万—500万元) as one."""
    found: list[Quantity] = []
    for one in find_quantities(text):
        last = found[-1] if found else None
        joined = last is not None and _JOINS.fullmatch(text[last.end : one.start])
        if last is not None and joined and last.upper is None and one.unit and last.unit in (None, one.unit):
            # A step that ends without the amount itself ends just below it: the next one begins there.
            upper = math.nextafter(one.value, 0) if text.startswith(_EXCLUDED, one.end) else one.value
            found[-1] = replace(last, end=one.end, unit=one.unit, upper=upper)
        else:
            found.append(one)
    return found


def bounds(text: str, unit: str) -> tuple[Quantity, ...]:
    """What bounds a step in a text of this unit: 10万元（含）至50万元, 200万元以上; empty where it is but an amount."""
    return tuple(one for one in _ranges(text) if one.unit == unit and (one.upper is not None or one.comparison != "="))


def within_bounds(text: str, value: float, unit: str) -> bool:
    """Whether an amount is inside all bounds of its unit in a text, which has some."""
    found = bounds(text, unit)
    return bool(found) and all(_within(value, one) for one in found)


def ends_at(text: str, value: float, unit: str) -> bool:
    """Whether a step ends at an amount and does not say that it holds that amount: 10万元至50万元, of 50万元."""
    return any(one.upper == value and not text.startswith(("（含", "(含"), one.end) for one in bounds(text, unit))


def _within(value: float, bound: Quantity) -> bool:
    if bound.upper is not None:
        return bound.value <= value <= bound.upper
    if bound.comparison in (">=", ">", "="):
        return value > bound.value or (value == bound.value and bound.comparison != ">")
    return value < bound.value or (value == bound.value and bound.comparison != "<")


def _number(printed: str) -> float:
    return float(printed.replace(",", "").rstrip("."))


def _unit(english: str) -> str:
    return next(unit for start, unit in _UNITS if english.startswith(start))
