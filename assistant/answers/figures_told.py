"""How figures that are set against each other are worded: which is more and by how much, which is most, what they sum
to, each with the quotes that it comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.language.units_alike import same_unit
from assistant.wording.findings import Evidence, Statement
from corpus.quantities import Quantity

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_COUNTED = re.compile(r"[家个项条件名人位户辆次批座处所套台艘架只种类款部]$|人次|架次|班次")
_SPACE = re.compile("平方|公顷|亩|立方")
_PRINTED = re.compile(r"\D*?(?P<number>\d[\d,]*(?:\.\d+)?)(?:余|多)? ?(?P<scale>[十百千]?[万亿]*)")
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_EXACT = ("=", "~")
_BOUNDED = ("=", "<=", ">=")
# A result that exceeds a number may exceed it by much; what is aimed at is that number.
_AIMED = re.compile("目标|指标|任务|计划|(?<![a-z])(?:targets?|goals?|aims?)(?![a-z])", re.IGNORECASE)


def tells_apart(things: Sequence[str], asked: str) -> bool:
    """Whether the names of things compared tell them apart: "exports" does not in exports to A or exports to B."""
    return not any(thing.isascii() and asked.lower().count(thing.lower()) > 1 for thing in things)


@dataclass(frozen=True, slots=True)
class Measured:
    """A thing, its figure, and the quotes that give it."""

    thing: str
    quantity: Quantity
    evidence: tuple[Evidence, ...]


def told(one: Measured, other: Measured, of: str = "", *, zh: bool) -> Statement:
    """Which of two figures is the higher one and by how much, as far as both are exact; `of` is what both are of."""
    more, less = sorted((one, other), key=lambda each: -each.quantity.value)
    high, low = more.quantity, less.quantity
    name = f"{of}{'：' if zh else ': '}" if of else ""
    if high.value == low.value and high.comparison == low.comparison:
        text = (
            f"{name}{one.thing}与{other.thing}相同，都是{high.text}。"
            if zh
            else f"{name}{one.thing} and {other.thing} are the same: {high.text}."
        )
        return _stated(text, (one, other))
    if high.value < 0 and low.value < 0:  # what fell by more has the lower figure
        gap = _gap(high, low, zh=zh)
        text = (
            f"{name}{less.thing}（{low.text}）降幅大于{more.thing}（{high.text}），相差{gap}。"
            if zh
            else f"{name}{less.thing} ({low.text}) fell by more than {more.thing} ({high.text}), by {gap}."
        )
        return _stated(text, (one, other))
    above = "多于" if _COUNTED.search(high.unit or "") else "大于" if _SPACE.search(high.unit or "") else "高于"
    text = (
        f"{name}{more.thing}（{high.text}）{above}{less.thing}（{low.text}）"
        if zh
        else f"{name}{more.thing} ({high.text}) is above {less.thing} ({low.text})"
    )
    if high.comparison != low.comparison or high.comparison not in _EXACT:  # 5%以上 may yet come to more than 5.5%
        text = f"按所写的数字，{text}" if zh else f"By the figures as written, {text}"
    bounded = high.comparison in _BOUNDED or _AIMED.search(f"{of} {one.thing} {other.thing}")
    if high.comparison == low.comparison and bounded and (gap := _gap(high, low, zh=zh)):
        text += f"，相差{gap}" if zh else f", by {gap}"
    return _stated(f"{text}{'。' if zh else '.'}", (one, other))


def told_apart(measured: Sequence[Measured], *, zh: bool) -> Statement:
    """That figures are in units of which none can be turned into the other."""
    figures = ("、" if zh else ", ").join(
        f"{each.thing}{'为' if zh else ': '}{each.quantity.text}" for each in measured
    )
    text = (
        f"所用单位不同（{figures}），不能直接相比。"
        if zh
        else f"They are given in different units ({figures}) and cannot be compared directly."
    )
    return _stated(text, measured)


def told_most(
    measured: Sequence[Measured], extremes: Sequence[tuple[str, bool]], *, of_sentence: bool = False, zh: bool
) -> Statement:
    """Which of several things is most or least (each as the word that asks for it, and whether it is the most): of
    those that were asked for, or of all that a sentence gives."""
    parts = []
    for word, most in extremes:
        bound = (max if most else min)(each.quantity.value for each in measured)
        named = [each for each in measured if each.quantity.value == bound]
        things = ("、" if zh else ", ").join(each.thing for each in named)
        figure = named[0].quantity.text
        parts.append(f"最{word}的是{things}（{figure}）" if zh else f"{word}: {things} ({figure})")
    whole = ("所引这句列出的各项中，" if of_sentence else "其中") if zh else "Of those in the sentence quoted"
    text = f"{whole}{'，'.join(parts)}。" if zh else f"{whole if of_sentence else 'Of these'}, {'; '.join(parts)}."
    return _stated(text, measured)


def told_sum(measured: Sequence[Measured], *, zh: bool) -> Statement | None:
    """What exact figures of one unit add up to; None where they do not."""
    numbers = [_number(each.quantity) for each in measured]
    if any(each.quantity.comparison != "=" for each in measured) or None in numbers:
        return None
    total = sum((number for number in numbers if number is not None), Decimal(0))
    largest = max(measured, key=lambda each: each.quantity.value).quantity
    figures = ("、" if zh else ", ").join(f"{each.thing}{'' if zh else ' '}{each.quantity.text}" for each in measured)
    amount = _amount(total, largest, zh=zh)
    text = f"按所引数字相加（{figures}），合计{amount}。" if zh else f"Added up ({figures}): {amount}."
    return _stated(text, measured)


def _stated(text: str, measured: Sequence[Measured]) -> Statement:
    evidence = tuple(dict.fromkeys(evidence for each in measured for evidence in each.evidence))
    values = tuple(number for each in measured for number in _DIGITS.findall(each.quantity.text))
    return Statement(text, evidence, values)


def _gap(high: Quantity, low: Quantity, *, zh: bool) -> str:
    """By how much two figures differ, in the unit of the higher one; "" where they are of several units."""
    numbers = [_number(high), _number(low)]
    if numbers[0] is None or numbers[1] is None or not same_unit(high, low):
        return ""
    gap = numbers[0] - numbers[1]
    if high.unit in ("%", "％"):
        return f"{_plain(gap)}{'个百分点' if zh else ' percentage points'}"
    return _amount(gap, high, zh=zh)


def _number(quantity: Quantity) -> Decimal | None:
    printed = _PRINTED.match(quantity.text)
    if printed is None:
        return None
    number = Decimal(printed["number"].replace(",", "")) * _scale(printed["scale"])
    return -number if quantity.value < 0 else number


def _scale(words: str) -> int:
    scale = 1
    for word in words:
        scale *= _SCALES[word]
    return scale


def _amount(number: Decimal, like: Quantity, *, zh: bool) -> str:
    """A number in the scale and unit in which a figure is printed."""
    printed = _PRINTED.match(like.text)
    words = printed["scale"] if printed else ""
    return f"{_plain(number / _scale(words))}{words}{like.unit or ''}"


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
