"""Chinese numerals below a thousand, as articles, days and items are numbered."""

from __future__ import annotations

DIGITS = "〇一二三四五六七八九"
NUMERALS = f"{DIGITS}零十百"
"""Every character of such a numeral, for use in a character class."""


def value(written: str) -> int:
    """The number that is written: 5, 05, 五, 十, 十二, 二十, 一百零五."""
    if written.isdecimal():
        return int(written)
    total = digit = 0
    for character in written.replace("零", "〇"):
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = DIGITS.index(character)
    return total + digit
