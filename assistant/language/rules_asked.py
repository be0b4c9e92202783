"""What a question asks of rules: what may be done, what is not to be done, what is to be done in a case, what follows
from what was not done (没经过合法性审核的文件能上会吗); and the sentences that say so."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.lay_words import phrases

# 有没有 and 能不能 deny nothing.
_NOT_DONE = re.compile(
    "(?:(?<!有)没有?(?![有没])|(?<!尚)未(?![来成必]))(?P<what>[\u4e00-\u9fff]{2,12}?)"
    "(?=的(?!话)|的话|了|[，。？?]|能|可以?|会|要|就|怎|咋|还|$)"
)
_ASKS_LEAVE = re.compile(
    "能不能|能否|可不可以|可否|是否可以|(?:能|可以)[^，。？?]{1,20}吗"
    "|(?<![a-z])(?:may|can|is it (?:allowed|permitted))(?![a-z])",
    re.IGNORECASE,
)
_GIVES_LEAVE = re.compile("不得|不能|不可|不准|不予|禁止|严禁|可以|允许|方可|方能|准予")
# A question about what is not to be done, or is left out, is answered by a sentence that denies something.
_DENIED = re.compile(
    r"不(?:用|必|需要?|能|得|可以?|准|许|应|该|属于|适用|包括|算|纳入|收)|(?<!会)不会(?!议)|禁止|无需|免(?:于|除|征)|除外|例外|(?<![A-Za-z])(?:not|cannot|exempt(?:ed|ions?)?|except(?:ions?)?|exclud(?:e[sd]?|ing)|exclusions?"
    r"|ineligible|barred|bann?ed|prohibited|forbidden|refused|disqualif(?:y|ies|ied)|waived|off[- ]limits"
    r"|rule[sd]? (?:[a-z]+ ){0,2}out)(?![A-Za-z])"
)
_DENIES = re.compile(r"不|无需|禁止|严禁|免|除外|除.{1,30}外")
# What is to be done: 无法修复的货物，应当退运出境; 如发现…，都要立即上报; 无力维护的要坚决关停.
_ASKS_WHAT_TO_DO = re.compile(
    r"(?:怎么|咋|如何|怎样)(?:办|处理|处置|应对|整)|该(?:怎么|咋|如何)"
    r"|(?<![a-z])what (?:should|must|to do|happens)(?![a-z])",
    re.IGNORECASE,
)
_OBLIGES = re.compile(
    r"应当?(?!用|急|对|届)|必须|须(?!知)|不得|予以|(?:的|后|[，,])(?:[都也]|立即|及时)?要(?!求|素|点|闻|件)"
    r"|(?:的|后)[，,](?:一律|及时|立即|直接|可以?|先|再|则|即)?(?:由|按|交|转|报|给予|实行|启动|视为|取消|列入|纳入|退回|提级|暂停|免|补|改)"
)
# What happens to somebody: 会怎么处理, 被怎么处置, 怎么治.
_ASKS_CONSEQUENCE = re.compile(
    r"(?:会|被|要|将|能|可以?)(?:被|受到?|遭|挨)?(?:怎么|咋|如何|怎样)(?:着|样|办|处理|处置|处分|对待|收拾|治|追责|惩治|罚)(?!标准)"
    r"|(?:怎么|咋|如何|怎样)(?:处置|处分|收拾|治|整治|惩治|惩戒|追责)(?=它|他|她|的|吗|呢|[，。？?]|$)"
    r"|(?<![a-z])(?:what happens (?:to|if|when)|how (?:are|is|will) [^?]{2,60} (?:dealt with|handled))(?![a-z])",
    re.IGNORECASE,
)
_MOST_BETWEEN = 6
"""Characters that stand between the negation and what was not done: 未严格履行审核职责."""


@lru_cache(maxsize=256)
def not_done(question: str) -> re.Pattern[str] | None:
    """What says in documents that what the question says was not done is not done; None where it says nothing so."""
    found = _NOT_DONE.search(question)
    if found is None:
        return None
    what = found["what"]
    words = {what[at : at + 2] for at in range(len(what) - 1)}
    words |= {word for phrase in phrases(what) for word, _ in phrase.words if len(word) > 1}
    done = "|".join(map(re.escape, sorted(words)))
    return re.compile(rf"(?:未|没有|不(?!断|仅|但|同|少))[^，。；：、]{{0,{_MOST_BETWEEN}}}(?:{done})")


def asks_leave(question: str) -> bool:
    """Whether a question asks whether something may be done."""
    return bool(_ASKS_LEAVE.search(question))


def gives_leave(text: str) -> bool:
    """Whether a text allows or forbids something."""
    return bool(_GIVES_LEAVE.search(text))


def asks_denied(question: str) -> bool:
    """Whether a question is about what is not to be done or is left out."""
    return bool(_DENIED.search(question))


def denies(text: str) -> bool:
    """Whether a text denies something."""
    return bool(_DENIES.search(text))


def asks_what_to_do(question: str) -> bool:
    """Whether a question asks what is to be done in a case."""
    return bool(_ASKS_WHAT_TO_DO.search(question))


def obliges(text: str) -> bool:
    """Whether a text says what is to be done in a case."""
    return bool(_OBLIGES.search(text))


def asks_consequence(question: str) -> bool:
    """Whether a question asks what happens to somebody."""
    return bool(_ASKS_CONSEQUENCE.search(question))
