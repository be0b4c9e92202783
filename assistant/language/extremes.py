"""Questions for the first or last of several (哪个县整改率最低) and for the price or share of one unit (一平方多少钱),
and how sentences state them."""

from __future__ import annotations

import re
from functools import lru_cache

_WHICH = r"谁|哪(?!怕)|什么|啥|(?<![a-z])(?:which|who|what|where)(?![a-z])"
_HIGH = (
    r"最[高多大快好长重强早厚贵]|最靠前|排(?:名|在)?第一"
    r"|(?<![a-z])(?:highest|most|largest|biggest|greatest|fastest|best|longest|top)(?![a-z])"
)
_LOW = (
    r"最[低少小慢差短轻弱晚薄]|最便宜|垫底|倒数|最靠后"
    r"|(?<![a-z])(?:lowest|least|fewest|smallest|slowest|worst|shortest|bottom)(?![a-z])"
)
_ASKS = re.compile(rf"(?:{_WHICH})[^，。；？?]{{0,40}}?(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))", re.IGNORECASE)
# 投诉最多的是哪类问题: which one stands behind. Who stands first in a row of units (排第一的单位是谁) is not meant.
_ASKS_BEHIND = re.compile(
    rf"(?=最)(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))的?[^，。；？?的]{{0,6}}(?:是|属|为|有|叫)(?:{_WHICH})(?!时候)",
    re.IGNORECASE,
)
# 最多能补, 最晚什么时候: a limit or a deadline, no comparison.
_A_LIMIT = re.compile(r"最[高多低少晚早迟](?:可以?|能|给|补|不|要|得|应|报|拿|奖|支持|资助|什么|何|哪|几|到)")
_CHANGE = re.compile(
    "[升降增减涨]|回落|提高|下滑|压缩|缩短|(?<![a-z])(?:rise|rose|grew|grow|fell|fall|drop|chang)",
    re.IGNORECASE,
)
_STATES_HIGH = re.compile(
    r"最[高多](?!可|加|扣|补|奖|给|不|得|达|支持|资助|为?\d)|最[大快好长重强早厚贵]|首位|居首|第一|榜首|居前|排名?(?:在|列)?前|前[二三四五六七八九十\d]{1,2}[位名](?:的)?(?:依次|分别)?[是为]"
)
# What fell or rose most is not what there is most of.
_CHANGED_MOST = re.compile(r"(?:下降|减少|降低|回落|增长|增加|上升|提高|提升|上涨|[降增涨跌]幅|增速)最[高多大快好]")
_STATES_LOW = re.compile(r"最[低少小慢差短轻弱晚薄]|末位|垫底|倒数|居后|靠后")

_SQUARE, _CUBIC = "平方米?|平米|平", "立方米?|方"
_MEASURES = (
    f"{_SQUARE}|{_CUBIC}|亩|公顷|吨|公斤|斤|公里|度|人|户|家|辆|台|张|床位?|件|小时|天|个?月|年|次|场|餐|顿|节|株|头|只"
    "|米"
)
_ASKS_PER = re.compile(
    rf"(?:一|每)(?:个|张|人)?(?P<measure>{_MEASURES})"
    r"(?:要|能|得|给|补贴?|是|收|交|奖励?|可以|可|拿|发|的?标准|大概)*(?:多少|几[块元十百千万])"
    rf"|(?:多少|几)块?钱?(?:一|每)(?:个|张|人)?(?P<behind>{_MEASURES})"
)
_SAME = {**dict.fromkeys(("平", "平米", "平方", "平方米"), _SQUARE), **dict.fromkeys(("方", "立方", "立方米"), _CUBIC)}
_SAME |= dict.fromkeys(("餐", "顿"), "[餐顿]")


@lru_cache(maxsize=256)
def extreme_asked(question: str) -> re.Pattern[str] | None:
    """What states the extreme that a question asks for; None where it asks for none."""
    asked = _ASKS.search(question) or _ASKS_BEHIND.search(question)
    if asked is None or _A_LIMIT.search(question):
        return None
    return _STATES_HIGH if asked["high"] else _STATES_LOW


def of_another_extreme(text: str, question: str) -> bool:
    """Whether a text says what rose or fell most and a question asks what there is most of."""
    return bool(_CHANGED_MOST.search(text)) and not _CHANGE.search(question)


@lru_cache(maxsize=256)
def per_unit_asked(question: str) -> re.Pattern[str] | None:
    """What states an amount for one unit of what a question names (一平方多少钱); None where it asks for none."""
    asked = _ASKS_PER.search(question)
    if asked is None:
        return None
    named = asked["measure"] or asked["behind"]
    measure = _SAME.get(named, re.escape(named))
    return re.compile(rf"每个?(?:{measure})|元\s*[/／]\s*(?:{measure})")


_WHOLE_RANKED = re.compile(
    "(?P<of>[^，。？?；;：:、]{2,24}?)(?:中(?!心|国|央|小|等|级|部|介|药|医|学)|里(?![程约])(?:面|头|边)?|当中|之中)[，,]?的?(?=[^。？?；;]{0,16}最)"
)


_BY_KIND = re.compile(
    "(?:分|按)(?P<of>(?!公司|局|行|院)[^，。？?；;]{1,8}?)(?:来?看|来?分|划分)[，,]?(?=[^。？?；;]{0,16}最)"
)


def whole_ranked(text: str) -> str:
    """The whole, or the kinds, of which the first or last is asked for (投资 in 投资中增长最快的); empty where none is
    named."""
    found = _WHOLE_RANKED.search(text)
    return found["of"] if found else kinds_ranked(text)


def kinds_ranked(text: str) -> str:
    """By what a question tells apart the things of which it asks for the first or last (门类 in 分门类看); empty where
    it does not say it."""
    found = _BY_KIND.search(text)
    return found["of"] if found else ""
