"""What a follow-up names put in the place of what is of the same kind in the question before it.

After "2023年重庆有多少家？" the follow-up "那2024年呢？" asks of another year, "那北京呢？" of another city: a year
takes the place of the last year, a city that of the last city, an ordinal, a quotation, a number with its measure that
of its like, and a word that of the one with the same end (进口 for 出口). What the question had besides stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from assistant.language.english_kinds import are_of_a_kind
from assistant.language.posts import POSTS
from assistant.language.tokens import (
    HAN,
    Token,
    is_grade,
    is_level,
    is_number,
    is_ordinal,
    is_place,
    is_quotation,
    is_year,
    words_of,
)

_KINDS: tuple[Callable[[Token], bool], ...] = (is_quotation, is_year, is_place, is_ordinal, is_grade, is_level)
_WHOSE_POST = re.compile(
    rf"(?:那么?|还有)?(?P<who>(?:[\u4e00-\u9fff]{{2,12}}?(?:部|委|局|署|厅|院|办|会|政府|公司|集团|[省市县区镇乡矿]))?(?:{POSTS.pattern}))呢?[？?]?"
)
_KIND_ENDS = "级类档型期批"
# What a fragment has beside what it names.
_EMPTY = re.compile(
    r"[的呢吧吗啊了上里就光只仅单这那块部分方面一下年度\s，,。？?、:：]|and|what|how|about|the|for|of|in|with|an?|one|just"
    r"|only|(?:这|那)(?:个|块|部分)",
    re.IGNORECASE,
)


_NUMBERS_WHAT = re.compile(r"附件|附表|附录|表格?|第|annex|appendix|table|item|task|no\.?", re.IGNORECASE)


def put_in(fragment: str, text: str) -> str | None:
    """`text` with everything that `fragment` names in place of its like; None where something has none or several."""
    post = _another_post(fragment, text)
    if post is not None:
        return post
    placed, left = replaced(fragment, text)
    return placed if placed != text and not left else None


def _another_post(fragment: str, text: str) -> str | None:
    """`text` with whom `fragment` names by the post (那总经理呢, 那教育局局长呢) in place of the post that it names."""
    posts = list(POSTS.finditer(text))
    named = _WHOSE_POST.fullmatch(fragment.strip())
    if named is None or len(posts) != 1 or posts[0].group() in fragment:
        return None
    return text[: posts[0].start()] + named["who"] + text[posts[0].end() :]


def replaced(fragment: str, text: str, *, words_too: bool = True) -> tuple[str, list[str]]:
    """`text` with what `fragment` names in place of its like, and the words of `fragment` that found no place; without
    `words_too` only what has a kind (years, places, quotations, ordinals, numbers) is put in place."""
    left: list[str] = []
    words = words_of(fragment)
    at = 0
    while at < len(words):
        token = words[at]
        size, found = _like(words, at, words_of(text), words_too)
        if found is not None:
            text = text[: found[0]] + fragment[token.start : _end_of_name(words[at + size - 1])] + text[found[1] :]
        elif token.text not in text and not _EMPTY.fullmatch(token.text):
            left.append(token.text)
        at += size
    return text, left


def _like(
    words: Sequence[Token], at: int, others: Sequence[Token], words_too: bool
) -> tuple[int, tuple[int, int] | None]:
    """How many words from `at` on name one thing, and where its like stands among `others`."""
    token = words[at]
    for kind in _KINDS:
        if kind(token):
            like = [other for other in others if kind(other) and other.text != token.text]
            same = any(other.text == token.text for other in others)
            return 1, (like[-1].start, _end_of_name(like[-1])) if like and not same else None
    if is_number(token):
        # 10亿以上 for 50亿以上: a number goes with the measure behind it.
        measure = words[at + 1].text if at + 1 < len(words) else ""
        # A number alone (one of 3,000) stands for the only number there is.
        numbered = at > 0 and bool(_NUMBERS_WHAT.fullmatch(words[at - 1].text))  # 附件1 is no amount
        bare = (not measure or bool(_EMPTY.fullmatch(measure))) and not numbered
        like = [
            one
            for one, behind in pairwise(others)
            if is_number(one) and (bare or behind.text == measure) and one.text != token.text
        ]
        return 1, _only(like)
    if words_too and (before := _before_the_same(words, at, others)):
        return 1, before
    if words_too and token.text.isascii() and not any(token.word == other.word for other in others):
        like = [other for other in others if are_of_a_kind(token.word, other.word)]
        if like:
            return 1, (like[-1].start, like[-1].end)
    if (
        words_too
        and len(token.text) >= 2
        and HAN.match(token.text)
        and not any(token.text == other.text for other in others)
    ):
        like = [other for other in others if HAN.match(other.text) and _same_kind(token.text, other.text)]
        return 1, _only(like)
    return 1, None


def _end_of_name(token: Token) -> int:
    """Where a name ends: before its 's."""
    return token.end - 2 * token.text.endswith(("'s", "’s"))


def _before_the_same(words: Sequence[Token], at: int, others: Sequence[Token]) -> tuple[int, int] | None:
    """Where the word stands that says of the same thing which one it is: 城北 in 城北园区 for 临江 in 临江园区."""
    token, thing = words[at], words[at + 1] if at + 1 < len(words) else None
    if thing is None or thing.start != token.end or min(len(token.text), len(thing.text)) < 2:
        return None
    same = [place for place, other in enumerate(others) if other.text == thing.text]
    if len(same) != 1 or same[0] == 0 or not (HAN.match(token.text) and HAN.match(thing.text)):
        return None
    which = others[same[0] - 1]
    named = len(which.text) >= 2 and HAN.match(which.text) and which.end == others[same[0]].start
    return (which.start, which.end) if named and which.text != token.text else None


def _same_kind(one: str, other: str) -> bool:
    """Whether two words are as long and end alike (进口, 出口), or name levels or kinds (省级, 国家级)."""
    return one[-1] == other[-1] and (len(one) == len(other) or (one[-1] in _KIND_ENDS and len(other) > 1))


def _only(like: Sequence[Token]) -> tuple[int, int] | None:
    """Where the one thing stands; None where there are several to choose from."""
    return (like[0].start, like[0].end) if len({token.text for token in like}) == 1 else None
