"""Whether a question asks how long a paper is in force: 管到哪天, 什么时候失效, until when the measures apply.

Papers say it in a clause of their own (自…起施行，有效期至…), which has none of the words of such questions.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.starting import quick

_REPLACING = re.compile(
    r"份?(?:老|旧|原来|以前)的?|文件|作废|废止|废[掉除]|停止执行|不再执行|取代|替代|代替|顶替|替换"
    r"|(?<![a-z])(?:replace[sd]?|repeal(?:s|ed)?|supersede[sd]?|abolish(?:es|ed)?|earlier|previous|old)(?![a-z])",
    re.IGNORECASE,
)
VALID_UNTIL = "管到什么时候"
"""The everyday words for it, by which the clause is found (lay_words.tsv)."""

_PAPER = (
    "措施|办法|细则|政策|规定|方案|预案|意见|条例|通知|文件|标准|公告|目录|清单|规划|计划|规则|制度|优惠|补贴|补助|奖励"
    "|measures|rules|regulations?|polic(?:y|ies)|provisions|plan|opinions|notice|circular|scheme|paper|document"
    "|standards?|subsid(?:y|ies)"
)
_WHEN = "(?:什么时候|何时|啥时候?|哪[一]?[年天日月]|几[年月]|多久|多长)"
_OF_A_PAPER = re.compile(
    rf"(?:{_PAPER})"
    rf".*(?:(?:管|用|执行|施行|实行|适用|持续|延续|干)(?:用|得)?(?:到|至)?{_WHEN}|{_WHEN}[^，。？?]{{0,4}}(?:到期|失效|作废|过期|废止|终止|停止)"
    rf"|从{_WHEN}[^，。？?]{{0,6}}到{_WHEN}|{_WHEN}(?:起|开始)?(?:算数|作数|施行|实行|生效|实施|执行|管用)(?!的)"
    rf"|(?<!截止)(?<!截)(?:到|至){_WHEN}(?:为止|截止|结束)?(?=[？?，。、 ]|$))"
    rf"|(?:(?:until|till) when|how long|when|(?:which|what) (?:date|day|month|year))(?![a-z]).*(?:{_PAPER}).*"
    r"(?<![a-z])(?:expire[sd]?|lapse[sd]?|appl(?:y|ies)|runs?(?: out)?|last|end|cease|in force|in effect|effective"
    r"|(?:takes?|took|taken|taking) effect|(?:comes?|came|coming|goes|went|enters?|entered) into (?:force|effect))"
    r"(?![a-z])",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"有效期|(?:失效|到期|废止)(?:日期|日|时间)|有效(?:到|至|{_WHEN})|{_WHEN}(?:失效|作废)|^(?:它|这|那)?(?:管用?|作数)到{_WHEN}"
    r"|(?<![a-z])(?:valid(?:ity)?(?: until| period)?|expir(?:y|ation)|(?:when|until when)[^?.]{0,80}expires?)(?![a-z])",
    re.IGNORECASE,
)

# What asks for it and names nothing.
_ASKING = re.compile(
    r"(?<!\S)(?:(?:失效|到期|废止)(?:日期|日)?|起?算数|起?作数|起?施行|起?实行|起?生效|起?实施|起?执行|套|管|管用|用|适用|为止|到|有效|expire[sd]?|lapse[sd]?|appl(?:y|ies)|last|effective|force|effect|valid"
    r"|(?:takes?|took|taken|taking) effect|(?:comes?|came|coming|goes|went|enters?|entered) into(?: force| effect)?)"
    r"(?!\S)",
    re.IGNORECASE,
)


_IN_FORCE = quick(
    r"自[^，。；]{2,24}(?:施行|实行|实施|执行|生效|试行)|有效期|试行期|执行期限|(?:施行|执行|实施|试行)(?:至|到)|期满"
)
_REPLACES = re.compile(r"废止|停止(?:执行|施行)|不再执行|失效|代替|取代")
_PAPER_ASKED = "(?:哪|什么|啥|谁)[\u4e00-\u9fff]{0,8}?"
_ASKS_REPLACED = re.compile(
    rf"{_PAPER_ASKED}(?:作废|废止|废掉|废除|停止执行|不再执行|被取代|不作数|不算数)"
    r"|(?:取代|替代|代替|顶替|替换|废止|作废|废掉|废除)[了掉]?的?(?:是)?(?:哪|什么|啥|以前|原来)"
    r"|(?<![a-z])(?:what|which)(?![a-z])[^?]{0,60}?(?<![a-z])(?:replace[sd]?|repeal(?:s|ed)?|supersede[sd]?|abolish(?:es|ed)?)",
    re.IGNORECASE,
)


def says_in_force(text: str) -> bool:
    """Whether a sentence says from when or until when a paper is in force."""
    return bool(_IN_FORCE.search(text))


def says_replaced(text: str) -> bool:
    """Whether a sentence says which paper is no longer in force."""
    return bool(_REPLACES.search(text))


@lru_cache(maxsize=256)
def asks_replaced(text: str) -> bool:
    """Whether a question asks which paper another one takes the place of (把哪份作废了, what does it replace)."""
    return bool(_ASKS_REPLACED.search(text))


@lru_cache(maxsize=256)
def names_replacing(text: str) -> bool:
    """Whether a question speaks of a paper's taking another one's place, in whatever words."""
    return bool(_REPLACING.search(text) or _REPLACES.search(text))


def without_replacing(topic: str) -> str:
    """The topic without the words for taking a paper's place."""
    return " ".join(word for word in _REPLACING.sub(" ", topic).split())


@lru_cache(maxsize=256)
def asks_validity(text: str) -> bool:
    """Whether it does."""
    return bool(_SAID.search(text) or _OF_A_PAPER.search(text))


def asks_validity_of_all(text: str, topic: str) -> bool:
    """Whether a question that is asked of a whole paper, and has no `topic` but its asking words, does."""
    return with_validity(topic) == VALID_UNTIL and asks_validity(f"文件{text}")


def with_validity(topic: str) -> str:
    """A topic with the words for how long something is in force in place of those that ask for it."""
    return " ".join([*_ASKING.sub(" ", topic).split(), VALID_UNTIL])


def without_validity(topic: str) -> str:
    """The topic as the question names it."""
    return topic.removesuffix(VALID_UNTIL).strip()
