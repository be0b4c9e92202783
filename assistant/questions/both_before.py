"""A turn that sets side by side what was asked of two things before (哪个高 after 北京…涨了多少, 上海呢), or of
one and of another that it names itself (和上海比呢)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.language.tokens import HAN, Token, is_place, words_of

LONGEST_NAME = 30
"""Characters of what two questions do not have in common; more are two questions."""
LEAST_COMMON = 4
"""Characters that two questions have in common at least, to be the same question of two things."""

_OF_BOTH = (
    r"(?:[这那]?[两二](?:个|者|家|地|市|省|项|边)?(?:里面?|当?中|之间)?|它们|他们|相比之下|那么?)?"
    r"(?:相?比(?:一?[下比]|较|起来|的话)?)?[，,]?"
)
_RANKS = re.compile(
    rf"{_OF_BOTH}(?:哪(?:一)?(?:个|边|家|市|省|地|项)?|谁)(?:的)?"
    r"(?:目标|增速|增幅|金额|数量|时间)?(?:更|最|较|要)?"
    r"(?:高|低|大|小|多|少|快|慢|早|晚|长|短|强|好)(?:一?些|一点)?(?:呢|啊)?[？?]?"
    r"|(?:and |so |but )?which (?:one |of (?:them|these|the two) )?(?:is|are|has|was|comes?|falls?)(?: the)?"
    r" (?:higher|lower|larger|smaller|bigger|more|less|fewer|earlier|later|first|longer|shorter)[?.]?"
    r"|(?:and )?how do (?:they|the two|these) compare[?.]?"
    r"|这?两(?:个|者|家)?(?:有什么|的)?(?:区别|不同|差别)(?:是什么)?[？?]?",
    re.IGNORECASE,
)
_BESIDE_RANKS = re.compile(rf"^{_OF_BOTH}(?=哪|谁)")
_WITH = re.compile(
    r"(?:那么?)?(?:跟|和|与|同)(?P<other>[^，,？?]{2,20}?)(?:相)?比(?:较|起来|一下)?(?:呢|怎么样|如何|哪个高|谁高|高还是低)?[？?]?"
    r"|(?:and )?(?:how does (?:it|that) compare|compared) (?:with|to) (?P<english>[^?]{2,40}?)(?:['’]s)?\??",
    re.IGNORECASE,
)


def of_both(text: str, before: Sequence[str]) -> str | None:
    """What `text` asks of the things of the last two questions `before`, or of the thing of the last one and of what it
    names itself; None where it does neither."""
    text = text.strip()
    if _RANKS.fullmatch(text) and len(before) > 1:
        joined = _joined(before[-2], before[-1])
        asked = _BESIDE_RANKS.sub("", text)  # 两个比 would be two things more
        return f"{joined}{'，' if HAN.search(joined) else ', '}{asked}" if joined else None
    with_other = _WITH.fullmatch(text)
    if with_other and before:
        return _beside(before[-1], (with_other["other"] or with_other["english"]).strip())
    return None


def _joined(one: str, other: str) -> str | None:
    """The question that two questions ask of a thing each, asked of both: 北京和上海去年GDP涨了多少."""
    one, other = one.rstrip("？?。. "), other.rstrip("？?。. ")
    words, others = words_of(one), words_of(other)
    start = _alike(words, others)
    end = _alike(words[start:][::-1], others[start:][::-1])
    mine, theirs = words[start : len(words) - end], others[start : len(others) - end]
    if not mine or not theirs:
        return None
    name, second = one[mine[0].start : mine[-1].end], other[theirs[0].start : theirs[-1].end]
    common = len(one) - len(name)
    if max(len(name), len(second)) > LONGEST_NAME or common < LEAST_COMMON:
        return None
    return f"{one[: mine[0].start]}{_and(name, second)}{other[theirs[-1].end :]}"


def _alike(words: Sequence[Token], others: Sequence[Token]) -> int:
    """How many words from the first one on are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0].word == pair[1].word, zip(words, others, strict=False)))


def _beside(question: str, other: str) -> str | None:
    """A question of one place asked of another one, too; None where it names no place or several, or `other` names
    none."""
    places = [word for word in words_of(question) if is_place(word)]
    named = [word for word in words_of(other) if is_place(word)]
    if len(places) != 1 or len(named) != 1:
        return None
    (place,) = places
    return f"{question[: place.start]}{_and(place.text, named[0].text)}{question[place.end :]}"


def _and(one: str, other: str) -> str:
    if HAN.search(one + other):
        return f"{one}和{other}"
    first = one.removesuffix("'s")  # Shanghai and Yunnan's target
    return f"{first} and {other}"
