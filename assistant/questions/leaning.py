"""What tells that a turn goes on from the one before: a pronoun, how it begins, that it asks for some of what was
given."""

from __future__ import annotations

import re

from corpus.starting import quick

REFERS_BACK = re.compile(
    r"^(?:那么?|还有|另外|以及|然后|哦|嗯|好的?[，,])|(?:它|这个|那个|该|此|上述|前者|后者|这项|那项|这件|那件|其)(?!他|它|中|实)|"
    r"(?<![A-Za-z])(?:it|its|that|this|they|them|those|these|the same|one)(?![A-Za-z])|^(?:and"
    r"|what about|how about|also|then|so|by when)(?![A-Za-z])",
    re.IGNORECASE,
)
"""Words that a turn may begin with, or have in it, because of the turn before."""
# 那个 before what is asked or said of it (那个谁牵头), but not before a name (义乌那个自贸区, 前面那个免税牌照).
_THIS_ONE = (
    r"(?:这|那)(?:个|项|件)(?:任务|事情?|工作|事项|项目|活儿?)?(?=[谁由归何哪怎是要该有能的呢吗吧啊几多需得应会在到最也都，,、？?。\s]"
    r"|什么|完成|牵头|负责|参与|配合|截止|啥|$)"
)
_PRONOUN = quick(
    rf"它|(?<!其)他(?![日国乡山])|她|{_THIS_ONE}|[这那此]事儿?(?![项业故务件])|该(?:项|任务|事项|文件|方案)"
    r"|(?<![A-Za-z])(?:it|its|they|them|their|he|she|his|her|him|ones|this one|that one)(?![A-Za-z])",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"(?!(?:what|when|which|where|whom?|whose|must|should|does|have|will|would|that|this|with|from|into|they|them|their)(?![a-z]))"
    r"[a-z]{4,}",
    re.IGNORECASE,
)
NAMED_BEFORE, NAMED_AFTER = 3, 2
"""A pronoun in English with so many words of content before it and after it means what its own sentence names."""
_NARROWS = re.compile(
    r"其中|(?:^|[这那])里面|[这那]些(?:里|中|当中|任务|事项)|^(?:就|只|仅|光|单)(?:看|要|列|说|算|限|保留|留)"
    r"|^(?:一共|总共|合计|共)?(?:有|是)?(?:几|多少)[项个条件](?:任务|事项)?[？?]?$"
    r"|^(?:only|just) (?:the (?:ones|tasks|items)|those|annex|in|due)|(?:of|among) (?:those|these|them)"
    r"|^how many(?: (?:tasks|items|of them))?(?: are (?:there|they))?(?: in (?:total|all))?[?？]?$",
    re.IGNORECASE,
)


def pronoun(text: str) -> re.Match[str] | None:
    """The pronoun by which a turn means what the turn before named; None where its own sentence names it."""
    found = _PRONOUN.search(text)
    if found is None:
        return None
    # In "and the platform measure — who leads it" the pronoun means what stands before it.
    if any(mark in text[: found.start()] for mark in "—，,：:"):
        return None
    before, after = _CONTENT.findall(text[: found.start()]), _CONTENT.findall(text[found.end() :])
    inside = found.group().isascii() and len(before) >= NAMED_BEFORE and len(after) >= NAMED_AFTER
    return None if inside else found


def narrows(text: str) -> bool:
    """Whether a turn asks for some of what the turn before was given: 其中7月底前的, 只看附件1, 有几项."""
    return bool(_NARROWS.search(text))


def leans_back(text: str) -> bool:
    """Whether a question says in so many words that it goes on from the one before."""
    return narrows(text) or bool(REFERS_BACK.match(text.strip()) or pronoun(text) or points_within(text))


def points_within(text: str) -> bool:
    """Whether a pronoun stands after a mark: 什么时候完成，它由谁牵头."""
    found = _PRONOUN.search(text)
    return found is not None and any(mark in text[: found.start()] for mark in "—，,：:")
