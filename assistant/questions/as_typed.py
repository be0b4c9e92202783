"""A question as it was typed or pasted, laid out as questions are written: no spaces or line breaks inside words, no
marks of a list before it or of a quotation around it, nothing said twice."""

from __future__ import annotations

import re

from corpus.starting import quick
from index.words import shipped_words

ASKS = quick(
    r"谁|哪|什么|多少|几(?:[个项家条年月天日号时成次份类种名位]|分之)|怎|何|吗|是否|有没有|能不能|可不可以|是不是|多[大高长久远重快]"
    r"|[？?]|(?<![a-z])(?:who|whom|whose|what|when|where|which|how|why|list|whether)(?![a-z])",
    re.IGNORECASE,
)
"""What a question has that asks: a question word or its mark."""
WORD_BESIDE_A_SPACE = 6
"""Characters on either side of a space among which a word is looked for that it would cut."""
LEAST_REPEATED = 6
"""Characters of the shortest question that is taken for itself once more."""
LONGEST_LEAD_IN = 12
"""Characters before a repetition (我再问一遍, I repeat) that say no more than that it is one."""

_HAN = "[\u3400-\u9fff]"
_SPACE = re.compile(rf"(?<={_HAN})[ \t\u00a0\u3000]+(?={_HAN})")
_SIDE_BY_SIDE = re.compile(rf"{_HAN}(?={_HAN})")
_BREAK = re.compile(rf"(?<={_HAN})[ \t]*\n\s*(?={_HAN})")
# What never begins a clause.
_BEHIND_A_WORD = re.compile("的|了(?!解)|吗|呢|吧|么|们|是(?:多少|谁|什么|哪)")
_LIST_MARK = re.compile(
    r"\s*(?:[-*•·●▪]\s+|(?:问题?|提问|Q|question)\s*\d{0,2}\s*[:：]\s*|[（(]\d{1,2}[)）]\s*"
    r"|\d{1,2}\s*(?:[、．)）]|\.(?!\d))\s*|[①-⑳]\s*)(?=\S)",
    re.IGNORECASE,
)
_PAIRS = {"“": "”", "「": "」", "『": "』", '"': '"', "‘": "’"}
_STOPS = " 。？?！!.\n"
_SENTENCE = re.compile(r"[^。？?！!\n]+[。？?！!\n]*")
_NO_LETTER = re.compile(r"[\W_]+")


def laid_out(text: str) -> str:
    """`text` as a question is written, whatever was copied with it."""
    text = _without_breaks(_without_spaces(text.strip()))
    while mark := _LIST_MARK.match(text):
        text = text[mark.end() :]
    return _said_once(_unquoted(text))


def _without_spaces(text: str) -> str:
    """No space between all characters (as a page is copied), none inside a word nor before what hangs on one.

    Between words it stays: many people write it for a comma."""
    spaces = len(_SPACE.findall(text))
    if not spaces:
        return text
    if spaces > 2 and spaces > len(_SIDE_BY_SIDE.findall(text)):
        return _SPACE.sub("", text)
    return _SPACE.sub(lambda gap: "" if _in_a_word(text, gap) else gap.group(), text)


def _in_a_word(text: str, gap: re.Match[str]) -> bool:
    if _BEHIND_A_WORD.match(text, gap.end()):
        return True
    before = re.search(rf"{_HAN}{{1,{WORD_BESIDE_A_SPACE}}}$", text[: gap.start()])
    after = re.match(rf"{_HAN}{{1,{WORD_BESIDE_A_SPACE}}}", text[gap.end() :])
    if before is None or after is None:
        return False
    at = 0
    for word in shipped_words().segment(before.group() + after.group()):
        if at < len(before.group()) < at + len(word):
            return True
        at += len(word)
    return False


def _without_breaks(text: str) -> str:
    """No line break in the middle of a sentence; a comma where what stands before and after it asks by itself."""
    return _BREAK.sub(
        lambda gap: "，" if ASKS.search(text[: gap.start()]) and ASKS.search(text[gap.end() :]) else "", text
    )


def _unquoted(text: str) -> str:
    """A question that was quoted as a whole, without the marks; what is quoted and asks nothing is a name."""
    inner = text.strip(_STOPS)
    closing = _PAIRS.get(inner[:1])
    if closing is None or not inner.endswith(closing) or not ASKS.search(inner):
        return text
    inside = inner[1:-1]
    if inner[0] in inside and inner[0] == closing:
        return text
    depth = 0
    for mark in inside:
        depth += (mark == inner[0]) - (mark == closing)
        if depth < 0:  # “甲”和“乙” has what is quoted at both ends
            return text
    return inside.strip()


def _said_once(text: str) -> str:
    """A question that is asked twice, once."""
    doubled = re.fullmatch(rf"(.{{{LEAST_REPEATED},300}}?)[\s，,；;]*\1[{_STOPS}]*", text, re.DOTALL)
    if doubled:
        return doubled[1].strip()
    kept: list[str] = []
    said: list[str] = []
    for sentence in _SENTENCE.findall(text):
        plain = _NO_LETTER.sub("", sentence).lower()
        again = [one for one in said if plain.endswith(one) and len(plain) - len(one) <= LONGEST_LEAD_IN]
        if not again:
            kept.append(sentence)
        if len(plain) >= LEAST_REPEATED:
            said.append(plain)
    return "".join(kept).strip() if kept else text
