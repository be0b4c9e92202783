"""A turn that asks for the answer before once more, as it was or in the other language: 用中文再说一遍, in English
please, say that again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Language, Turn

_ZH = {"中文": "zh", "汉语": "zh", "华语": "zh", "普通话": "zh", "国语": "zh", "chinese": "zh", "mandarin": "zh"}
_EN = {"英文": "en", "英语": "en", "english": "en"}
_LANGUAGES: dict[str, Language] = {**dict.fromkeys(_ZH, "zh"), **dict.fromkeys(_EN, "en")}
_NAMED = "|".join(_LANGUAGES)
_SAY = "(?:说|讲|回答|答复|答|来|写|复述|重复|重说|表达|告诉我|给我|念|读|解释|回复|问|列|看|显示|输出)"
_TIMES = "(?:一?[遍次下回]|几[遍次])"
_KINDLY = (
    "(?:请|麻烦|劳驾|拜托|能不能|能否|可不可以|可以|能|那|那么|好的?|你|您|帮我|给我|我要|我想要|也|就|都|全|[，, ])*"
)
_AFTER = "(?:给我|看|听|吧|呢|啊|呀|吗|好吗|好不好|行吗|行不行|可以吗|谢谢|[，,。.！!？?~ ])*"
_WHAT = (
    "(?:(?:这|那|刚才|刚刚|上面|前面|上一|以上|它)(?:个|句|条|段|的)?(?:话|回答|答案|内容|结果)?"
    "|(?:回答|答案|结果|原话))"
)
_CHINESE = re.compile(
    rf"{_KINDLY}(?:把?{_WHAT})?(?:再|重新|另)?"
    rf"(?:(?:换?[用以拿]|换成|换|改成|改用|变成|转成|使用|说)(?P<one>{_NAMED})(?:版本?|的)?(?:再|重新)?(?:{_SAY}{_TIMES}?)?"
    rf"|(?P<two>{_NAMED})(?:版本?|的)?(?:再|重新)?(?:怎么{_SAY}|是怎么{_SAY}|{_SAY}{_TIMES}?|呢)"
    rf"|(?P<three>{_NAMED})(?:版本?)?(?=[，,。.！!？? ]|谢谢|$)"
    rf"|(?:再|重新?|又)(?:{_SAY}|说)(?:{_TIMES}|$)|重复(?:{_TIMES}|$)|再来{_TIMES}"
    rf"|(?:我)?(?:没|没有|不)(?:听|看)?(?:清楚?|清)[，,。 ]*(?:(?:再|重新)(?:{_SAY}{_TIMES}?)?)?"
    rf"|{_WHAT}?(?:你|您)?(?:刚才|刚刚)?(?:说|讲)(?:了|的是|的)?(?:什么|啥)(?:来着)?)"
    rf"(?:再|重新)?(?:{_SAY}{_TIMES}?)?{_AFTER}",
    re.IGNORECASE,
)
_PLEASE = (
    r"(?:(?:please|kindly|sorry|pardon|and|now|ok(?:ay)?|hmm|can|could|would|will|you|just|i (?:want|need) (?:it|that)"
    r"|me),? *)*"
)
_OF_IT = (
    r"(?: (?:me|us|it|that|this|them|the (?:last |previous )?(?:answer|reply|response|one)|your (?:last )?answer|to me"
    r"|for me))*"
)
_THANKS = (
    r"(?:[ ,.!?]*(?:please|thanks?(?: you)?|again|once more|one more time|instead|now|too|then|ok(?:ay)?|for me))*"
    r"[ .!?]*"
)
_ENGLISH = re.compile(
    rf"{_PLEASE}(?:(?:say|repeat|give|tell|answer|put|state|show|write|reply|respond|speak|read|have|explain|rephrase"
    "|restate|switch)"
    rf"{_OF_IT}(?: (?:again|once more|one more time))?(?: back)? (?:in|into|to) (?P<one>{_NAMED})"
    rf"|(?:the same )?in (?P<two>{_NAMED})|(?:the )?(?P<three>{_NAMED})(?: version)?(?=[ ,.!?]*(?:please|thanks|$))"
    rf"|(?:(?:give|show|tell) (?:me|us) )?(?:the |an? )?(?P<seven>{_NAMED}) version"
    rf"|how (?:do|would) you say (?:it|that) in (?P<four>{_NAMED})|what(?: is|'s) (?:it|that) in (?P<five>{_NAMED})"
    rf"|(?:say|repeat|tell|read){_OF_IT}(?: (?:again|once more|one more time))|repeat{_OF_IT}"
    r"|(?:once more|one more time|again|come again|what (?:was|is) that(?: again)?|what did you (?:just )?say"
    r"|i didn['’]t (?:catch|get) (?:it|that))"
    rf"|(?:pardon|sorry)(?: me)?(?=[?]))(?: (?:in|into) (?P<six>{_NAMED}))?{_THANKS}",
    re.IGNORECASE,
)
LONGEST = 60
"""Characters of a turn that asks for nothing else."""


def asks_again(text: str) -> bool:
    """Whether a turn asks for nothing but what was said before."""
    return _asked_again(text) is not None


def _asked_again(text: str) -> re.Match[str] | None:
    text = text.strip()
    if not 0 < len(text) <= LONGEST:
        return None
    return _CHINESE.fullmatch(text) or _ENGLISH.fullmatch(text)


def language_wanted(text: str) -> Language | None:
    """The language in which the answer before is wanted again; None where the turn names none, or wants no answer
    again."""
    match = _asked_again(text)
    named = next((name for name in match.groups() if name), None) if match else None
    return _LANGUAGES[named.lower()] if named else None


def said_again(
    text: str, turns: Sequence[Turn], of_matter: Sequence[Turn]
) -> tuple[str, Sequence[Turn], Language] | None:
    """The question of the last turn `of_matter` (none of which asks again), the turns before it and the language in
    which its answer is wanted now, which is that of the last of all `turns` unless `text` names one; None where `text`
    asks for something of its own, or nothing was told yet."""
    if not of_matter or not asks_again(text):
        return None
    return of_matter[-1].question, of_matter[:-1], language_wanted(text) or turns[-1].answer.language
