"""Questions for the most or the least that a rule allows (封顶多少, at least how many), and how rules state it."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.starting import quick

UNBOUNDED = (
    "不设(?:置)?(?:[上下]限|限额|封顶)|[上下]不封顶|不封顶|不限(?:额|次数|数量|金额|比例|名额)"
    "|不(?:再)?新增(?=[^，。；]{1,6}(?:[，。；]|$))"
)
"""That there is no bound, or no more of a thing, tells how much there may be: 抽查比例不设上限, 不新增编制."""

_MOST = re.compile(
    r"封顶|上限|顶多|最多(?:可以?|能|给|补|奖|支持|不|拿|领|报|享|资助)|最高(?:可以?|能|给|补|奖|支持|不|限|资助)|不(?:得|能)?超过多少"
    r"|(?<![a-z])(?:caps?|capped|maximum|at most|up to how|ceiling|upper limit|no more than)(?![a-z])",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"下限|门槛|起码|最少(?:要|得|应|需|达|有|几|多少)|最低(?:要|得|应|需|达|限|不|多少)|至少(?:要|得|应|需|达|有|几|多少)?|不(?:得|能)?(?:少|低)于多少"
    r"|(?<![a-z])(?:minimum|at least|no (?:less|fewer) than|lower limit|threshold)(?![a-z])",
    re.IGNORECASE,
)
_STATES_MOST = re.compile(
    r"最高|最多|不(?:得|能)?(?:超过|高于|多于|大于)|上限|封顶|以内|以下|至多|限额|为限"
    r"|(?<![a-z])(?:capped|at most|up to|no more than|not exceed(?:ing)?|maximum|ceiling)(?![a-z])",
    re.IGNORECASE,
)
# 不超过2个 sets no least.
_STATES_LEAST = re.compile(
    r"最低|最少|不(?:得|能)?(?:低于|少于|小于)|下限|至少|以上|达到|满|(?<!不)(?<!不[得能可应])超过|突破|起"
)


# 近视率上升超过1个百分点的县, 年产值低于5亿元的企业: a figure that only says whom a rule concerns.
_CASE = re.compile(
    r"(?:超过|高于|多于|大于|低于|少于|小于|不足|未?达到|不满|满)\s*\d[\d.,，]*\s*[^\d，。；：、]{1,6}(?:以[上下]|及以[上下])?的[（(\u4e00-\u9fff]"
)
_ASKS_VALUE = re.compile(
    r"(?:[率额量值数]|占比|比例|比重|规模)(?:一共|总共|分别|大约|到底)?(?:是|为|有|达到?)?(?:多少|几|多高)"
)
_ASKS_CASE = re.compile(
    "(?:超过|高于|低于|不足|满|少于|多于|不低于|不超过)了?(?:多少|几)|多少以[上下]|才|就(?:要|会|得)"
)


def only_cases(question: str, text: str) -> bool:
    """Whether a question asks for the value of a rate or an amount (近视率是多少) and all figures of a text only say
    whom a rule concerns (上升超过1个百分点的县)."""
    if not _ASKS_VALUE.search(question) or _ASKS_CASE.search(question) or not _CASE.search(text):
        return False
    return limit_asked(question) is None and not re.search(r"\d", _CASE.sub("", text))


@lru_cache(maxsize=256)
def limit_asked(question: str) -> re.Pattern[str] | None:
    """What states the limit that a question asks for; None where it asks for none, or for both."""
    most, least = bool(_MOST.search(question)), bool(_LEAST.search(question))
    if most == least:
        return None
    return _STATES_MOST if most else _STATES_LEAST


_LIMIT = re.compile(r"(?:不(?:得|能)?(?:超过|高于|多于|大于|低于|少于|小于)|最[高多低少]|至少|至多|上限为?)\s*\d")
_ASKS_WHAT_IS = quick(
    r"实际|已经|目前|现有|现在|迄今|(?<![a-z])(?:already|so far|to date|currently|at present)(?![a-z])", re.IGNORECASE
)


def only_limits(question: str, text: str) -> bool:
    """Whether a question asks how many there are (目前有几个) and a text sets the most or the least of something
    (每年支持不超过8个), which tells nothing of it."""
    return bool(_ASKS_WHAT_IS.search(question) and _LIMIT.search(text)) and limit_asked(question) is None
