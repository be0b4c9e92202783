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
        ("targets?|goals?|aim(?:s|ed|ing)?(?: (?:at|for|to))?", "目标"),
    )
)
# What an English question calls the fields of a task in Chinese: which 责任单位 are listed, what is the 完成时间.
_FIELD = r"(?<![A-Za-z])(?P<before>(?:which|what|the|any|its|their|whose|and|list|give|name) )"
_IN_ENGLISH = re.compile(
    r"\s*(?:(?:for|under|in|by|on|and|so) )*"
    r"(?:which|what|who|whose|when|list|name|give|tell|show|is|are|does|do|can|please) (?![\u3400-\u9fff]*[，、])",
    re.IGNORECASE,
)
_FIELDS = tuple(
    (re.compile(rf"{_FIELD}(?:{chinese})(?=[ ,，.?？;；]|$)", re.IGNORECASE), rf"\g<before>{english}")
    for chinese, english in (
        ("(?:责任|承办|主办|落实|实施)(?:单位|部门)", "responsible units"),
        ("牵头(?:单位|部门)", "lead units"),
        ("(?:配合|参与|协办|协同)(?:单位|部门)", "participating units"),
        ("(?:完成)?(?:时限|时间|期限)|截止(?:时间|日期)", "deadline"),
    )
)


def in_one_language(text: str) -> str:
    """`text` with the English asking words of a Chinese question in Chinese, and with the fields of a task that an
    English one names in Chinese in English."""
    words = _WORDS.findall(text)
    if not words:
        return text
    if _IN_ENGLISH.match(text) or len(_HAN.findall(text)) <= len(words):
        for pattern, english in _FIELDS:
            text = pattern.sub(english, text)
        return text
    for pattern, chinese in _ASKING:
        text = pattern.sub(chinese, text)
    return text
