"""The numbers that Word generates in front of paragraphs: they are printed, so they belong to the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

_UNITS = ("", "十", "百", "千")
_DIGITS = "零一二三四五六七八九"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str


@dataclass(slots=True)
class WordNumbering:
    """Counts through a document: `label` is to be called once for every numbered paragraph, in order."""

    levels: Mapping[str, Mapping[int, _Level]]
    lists: Mapping[str, str]
    starts: Mapping[tuple[str, int], int]
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    _seen: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: Any) -> WordNumbering:
        """From the root of numbering.xml, or None where the document has none."""
        levels: dict[str, dict[int, _Level]] = {}
        lists: dict[str, str] = {}
        starts: dict[tuple[str, int], int] = {}
        if root is not None:
            for abstract in root.findall(qn("w:abstractNum")):
                levels[abstract.get(qn("w:abstractNumId"))] = dict(map(_level, abstract.findall(qn("w:lvl"))))
            for number in root.findall(qn("w:num")):
                key = number.get(qn("w:numId"))
                lists[key] = _value(number, "w:abstractNumId") or ""
                for override in number.findall(qn("w:lvlOverride")):
                    if (start := _value(override, "w:startOverride")) is not None:
                        starts[key, int(override.get(qn("w:ilvl")))] = int(start)
        return cls(levels, lists, starts)

    def label(self, list_id: str, depth: int) -> str | None:
        """The number of the next paragraph at `depth` of a list, None for a bullet or an unknown list."""
        abstract = self.lists.get(list_id)
        own = self.levels.get(abstract or "", {})
        level = own.get(depth)
        if abstract is None or level is None or level.form == "none":
            return None
        counts = self._counts[abstract]
        if list_id not in self._seen:
            self._seen.add(list_id)
            for (key, overridden), start in self.starts.items():
                if key == list_id:
                    counts[overridden] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [deeper for deeper in counts if deeper > depth]:
            del counts[deeper]
        if level.form == "bullet":
            return None

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = own.get(at, level)
            return _formatted(counts.get(at, other.start), other.form)

        return re.sub(r"%(\d)", shown, level.text)


def _level(element: Any) -> tuple[int, _Level]:
    start = _value(element, "w:start")
    level = _Level(
        start=int(start) if start and start.isdecimal() else 1,
        form=_value(element, "w:numFmt") or "decimal",
        text=_value(element, "w:lvlText") or "",
    )
    return int(element.get(qn("w:ilvl"))), level


def _value(element: Any, name: str) -> str | None:
    child = element.find(qn(name))
    return None if child is None else child.get(qn("w:val"))


def _formatted(value: int, form: str) -> str:
    return _FORMS.get(form, str)(value)


def _chinese(value: int) -> str:
    if not 0 < value < 10_000:
        return str(value)
    digits = str(value)
    shown = ""
    for place, digit in enumerate(digits):
        if digit != "0":
            shown += _DIGITS[int(digit)] + _UNITS[len(digits) - 1 - place]
        elif shown and not shown.endswith("零"):
            shown += "零"
    shown = shown.rstrip("零")
    return shown.removeprefix("一") if shown.startswith("一十") else shown


def _letters(value: int) -> str:
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _roman(value: int) -> str:
    shown = ""
    for worth, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        shown += sign * (value // worth)
        value %= worth
    return shown


_FORMS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "ideographDigital"),
        _chinese,
    ),
    "chineseLegalSimplified": lambda value: _chinese(value).translate(_LEGAL),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "decimalEnclosedCircle": lambda value: chr(0x2460 + value - 1) if value <= 20 else str(value),
    "decimalEnclosedCircleChinese": lambda value: chr(0x2460 + value - 1) if value <= 20 else str(value),
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": lambda value: "".join(chr(ord(digit) + 0xFEE0) for digit in str(value)),
}
