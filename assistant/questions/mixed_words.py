"""English asking words in a Chinese question (一共 how many 条, 由 which units 负责), as the Chinese ones that they
stand for: a question that asks in both languages is understood as one that asks in Chinese."""

from __future__ import annotations

import re

_HAN = re.compile("[\u3400-\u9fff]")
_BEFORE = "(?:(?<=[\u3400-\u9fff]) )?(?<![A-Za-z])"
# What English goes on (how many chapters, who said) is asked in English.
_AFTER = "(?: ?(?=[\u3400-\u9fff])|(?=[？?，。,；;]|$))"
_WORDS = re.compile("[A-Za-z]+")
_UNITS = "(?:units?|departments?|bureaus?|bodies|body|agency|agencies|authorit(?:y|ies)|offices?)"
_ASKING = tuple(
    (re.compile(rf"{_BEFORE}(?:{english}){_AFTER}", re.IGNORECASE), chinese)
    for english, chinese in (
        ("how many", "多少"),
        ("how much(?: money)?", "多少"),
        ("how often", "多久一次"),
        ("how long", "多长时间"),
        ("(?:by )?(?:when|what (?:time|date)|which (?:date|day|month|year))", "什么时候"),
        (rf"(?:which|what) (?:responsible |lead |leading )?{_UNITS}", "哪些单位"),
        ("(?:which|what) (?:ones?|things|items)", "哪些"),
        ("(?:which|what) (?:percentage|percent|proportion|share)", "多少比例"),
        ("(?:who|whom)", "谁"),
        ("in total|altogether|all together", "一共"),
        ("respectively", "分别"),
        ("lead (?:units?|departments?|bod(?:y|ies)|agenc(?:y|ies))", "牵头单位"),
        ("responsible (?:units?|departments?|bod(?:y|ies)|agenc(?:y|ies))", "责任单位"),
        ("(?:supporting|participating|co-?operating) (?:units?|departments?)", "配合单位"),
        ("differences?", "区别"),
    )
)


def in_one_language(text: str) -> str:
    """`text` with the English asking words of a Chinese question in Chinese; of one in English as it is."""
    words = _WORDS.findall(text)
    if not words or len(_HAN.findall(text)) <= len(words):
        return text
    for pattern, chinese in _ASKING:
        text = pattern.sub(chinese, text)
    return text
