"""Whole numbers as documents and questions write them: 21, 二十一, 二〇二一."""

from __future__ import annotations

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}


def number(text: str) -> int:
    """The value of an Arabic or Chinese whole number below 1,000; digit by digit where it has no 十 or 百.

    Raises ValueError for anything else.
    """
    if text.isdecimal():
        return int(text)
    if not text or not set(text) <= {*_DIGITS, "十", "百"}:
        raise ValueError(f"{text!r} is not a whole number")
    if not set(text) & set("十百"):
        return int("".join(str(_DIGITS[character]) for character in text))
    total, current = 0, 0
    for character in text:
        if character in "十百":
            total += (current or 1) * (10 if character == "十" else 100)
            current = 0
        else:
            current = _DIGITS[character]
    return total + current
