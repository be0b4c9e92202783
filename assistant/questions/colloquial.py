"""Asking words as they are spoken, in the form that questions are written in: 啥时候 is 什么时候, 几多 is 多少."""

from __future__ import annotations

import re

_SPOKEN = (
    (re.compile("哪个时候|[哪多啥几]会儿(?:时候)?|哪阵子"), "什么时候"),
    (re.compile("啥子?|甚么"), "什么"),
    (re.compile("什么时间(?![节段表点里内])"), "什么时候"),
    (re.compile("几多"), "多少"),
    (re.compile("(?:合计|拢共)(?=有?(?:几|多少))"), "一共"),
    (re.compile("咋个?(?!舌)"), "怎么"),
    (
        re.compile(r"(?<![a-z])what(?: is|['’]s)? (?:the )?(?:total )?number of(?: the)?(?= [a-z])", re.IGNORECASE),
        "how many",
    ),
    (re.compile(r"(?<![a-z])what amount of(?= [a-z])", re.IGNORECASE), "how much"),
)


def written(text: str) -> str:
    """`text` with the asking words of speech as they are written."""
    for spoken, word in _SPOKEN:
        text = spoken.sub(word, text)
    return text
