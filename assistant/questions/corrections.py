"""A turn that takes back what the turn before named: 不是商务局，是财政局; 说错了，是综保区; no, I mean the annex."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ASKED_FOR = (
    r"我(?:要|想|是)?(?:问|说|指|要|查|知道|了解|关心)的?(?:其实|应该)?是?"
    r"|i (?:mean|meant|was asking about|asked about)"
)
_MEANT = rf"(?:{_ASKED_FOR}|(?:应该|其实|而)?是|换成|改成|but|it's)\s*"
_WRONG = (
    r"(?:不是(?:的|这个|它|那个)?|不对|错了?|[说搞弄写打看问]错了?|不好意思|抱歉|更正(?:一下)?|纠正一下|no|sorry|wrong)"
)
_OLD_AND_NEW = re.compile(
    rf"^(?:{_WRONG}[，,。!！\s]+)*+(?:不是|并非|(?<![a-z])not(?![a-z]))\s*(?P<old>[^，,。]{{1,60}}?)[，,。]\s*{_MEANT}"
    r"(?P<new>[^，,].*)$",
    re.IGNORECASE,
)
_NEW = re.compile(
    rf"^(?:(?:{_WRONG}[，,。!！\s]+)++(?:{_MEANT})?|(?:我(?:要|想|是)?(?:问|说|指|查|要|知道|了解|关心)的(?:其实|应该)?是?"
    r"|i (?:mean|meant|was asking about|asked about))\s*)(?P<new>[^，,].+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Correction:
    """What is meant instead (`new`) of what was named (`old`, empty where it is not said)."""

    old: str
    new: str


def correction(text: str) -> Correction | None:
    """What a turn corrects; None where it corrects nothing."""
    text = text.strip()
    both = _OLD_AND_NEW.match(text)
    if both:
        return Correction(both["old"].strip(), both["new"].strip(" 。"))
    new = _NEW.match(text)
    return Correction("", new["new"].strip(" 。")) if new else None
