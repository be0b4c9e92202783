"""What a question demands of figures: a bound (超过10%), that they fell or rose, that there are none."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from operator import ge, gt, le, lt

from assistant.language.amounts import with_chinese_numbers
from assistant.questions.asking import Ask
from assistant.questions.question import Question

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NONE = re.compile(
    r"(?:没有?|未|不)(?:再)?(?:增加|加|扩招|增长|安排|新增|变)|一个[^，。？]{0,6}(?:没|未)|为?(?:零|0)(?!\d)"
    r"|(?<![a-z])(?:no|none|zero|not any)(?![a-z])",
    re.I,
)
_AT_LEAST = re.compile(
    r"以上|不低于|不少于|达到|及以上"
    r"|(?<![a-z])(?:at least|or (?:more|above|over|higher|better)|(?:no|not) (?:less|fewer|lower) than"
    r"|not below|a minimum of)(?![a-z])",
    re.I,
)
_AT_MOST = re.compile(
    r"以下|以内|不超过|不高于|不多于"
    r"|(?<![a-z])(?:at most|up to|or (?:less|fewer|below|under|lower)|(?:no|not) (?:more|higher|greater) than"
    r"|not (?:above|over|exceeding)|a maximum of)(?![a-z])",
    re.I,
)
_MORE = re.compile(
    r"超过|高于|大于|多于|(?<![a-z])(?:(?:more|higher|greater|larger|bigger|better) than|over|above|beyond|exceed\w*"
    r"|in excess of|top(?:s|ped|ping)?)(?![a-z])",
    re.I,
)
_LESS = re.compile(
    r"低于|小于|少于|不到|不足|(?<![a-z])(?:(?:less|fewer|lower|smaller|worse) than|under|below|short of)(?![a-z])",
    re.I,
)
_NUMBER = re.compile(
    r"(?<![\d.])(?P<number>\d+(?:\.\d+)?)(?![\d年月GgKk])\s*"
    r"(?P<unit>%|％|[亿万]?[元吨人亩家项个户]|(?:per ?cent|percent)(?![a-z]))?",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    rf"(?:{_MORE.pattern}|{_LESS.pattern}|{_AT_LEAST.pattern}|{_AT_MOST.pattern})\s*了?0"
    rf"|0\s*(?:{_AT_LEAST.pattern}|{_AT_MOST.pattern})",
    re.IGNORECASE,
)
# What is said of figures that changed.
FELL = re.compile(
    r"下降|减少|下滑|回落|下跌|负增长|缩减|萎缩|(?:往下|在)[掉跌降]|[掉跌降](?:了|的|多少)|变少"
    r"|(?<![a-z])(?:f[ae]ll(?:en|s|ing)?|declin\w+|decreas\w+|dropp?(?:ed|s|ing)?|shrank|shrunk|went down"
    r"|contracted)(?![a-z])",
    re.I,
)
ROSE = re.compile(
    r"增长|增加|上升|上涨|提高|增幅|增速|涨幅|[涨升](?:了|的|得|幅)"
    r"|(?<![a-z])(?:grew|grow(?:n|s|th)|rose|risen|increas\w+|went up|climbed|gain(?:ed|s))(?![a-z])",
    re.I,
)
CHANGED = re.compile(
    r"变化|变动|同比|[比较]上年|[比较]去年|(?<![a-z])(?:change[ds]?|year[- ]on[- ]year)(?![a-z])", re.I
)
# What a column or a table is called: of it nothing need have risen.
_RATES = re.compile(r"增长(?:速度|率|情况)|增[减速幅]|涨幅|(?<![a-z])growth rates?(?![a-z])", re.I)
_HOW_MUCH = re.compile(
    rf"(?:{ROSE.pattern}|{FELL.pattern})[^，。？?\d]{{0,6}}(?:多少|几(?:个|成|倍)?|多大)"
    r"|(?:比|较)(?:上年|去年|上一年|前一年)[^，。？?\d]{0,10}(?:多少|几)"
    r"|(?<![a-z])(?:by )?how (?:much|many|far|fast)[^?,;]{0,60}? (?:grow|grew|grown|rise|rose|risen"
    r"|increase[ds]?|climb(?:ed)?|fall|fell|fallen"
    r"|drop(?:ped)?|decline[ds]?|decrease[ds]?|shrink|shrank|go up|gone up|went up|go down|went down"
    r"|change[ds]?)(?![a-z])",
    re.IGNORECASE,
)


def asks_how_much_more(text: str) -> bool:
    """Whether a question asks by how much something rose or fell, and not for what it came to."""
    return bool(_HOW_MUCH.search(text))


# The words of a topic that say what the figures must be.
IN_CONDITION = re.compile(
    rf"{FELL.pattern}|{ROSE.pattern}|{_MORE.pattern}|{_LESS.pattern}|[掉跌降涨升]|^(?:\d[\d.]*|more|less|percent)$",
    re.IGNORECASE,
)


Condition = Callable[[float, str], bool]
"""Whether a figure of a unit is what is demanded."""
_SCALES = {"": 1.0, "万": 1e4, "亿": 1e8}


def base(unit: str) -> str:
    """What a unit is a multiple of: 元 for 万元."""
    return unit[1:] if unit[:1] in _SCALES else unit


def condition(question: Question) -> tuple[Condition, str] | None:
    """What the figures must be, and the unit of the bound where one is given; None where nothing is demanded."""
    text = question.text
    plain = with_chinese_numbers(YEAR.sub(" " * 4, text))
    numbers = list(_NUMBER.finditer(plain))
    # 12345工单办结率高于90%: the number that is compared, not one in a name.
    bound = next(
        (
            one
            for one in numbers
            if _COMPARED.search(f"{plain[max(0, one.start() - 12) : one.start()]}0{plain[one.end() : one.end() + 10]}")
        ),
        next(iter(numbers), None),
    )
    if bound:
        number, unit = float(bound["number"]), bound["unit"] or ""
        below = -1.0 if FELL.search(text) and not ROSE.search(text) else 1.0  # 下降超过5% is less than -5
        for pattern, compare in ((_AT_LEAST, ge), (_AT_MOST, le), (_MORE, gt), (_LESS, lt)):
            if pattern.search(text):
                return partial(_compared, compare, number, unit, below), unit
    if _NONE.search(text):
        return (lambda value, _unit: value == 0.0), ""
    if question.asks & {Ask.LIST, Ask.COUNT} and FELL.search(text):
        return (lambda value, _unit: value < 0), "%"
    if question.asks & {Ask.LIST, Ask.COUNT} and ROSE.search(_RATES.sub(" ", text)) and not bound:
        return (lambda value, _unit: value > 0), "%"
    return None


def _compared(
    compare: Callable[[float, float], bool], bound: float, bound_unit: str, sign: float, value: float, unit: str
) -> bool:
    """A figure in 万元 against a bound of 1亿元, in 元; units of two kinds are compared as they are written."""
    if base(bound_unit) == base(unit):
        bound, value = bound * _scale(bound_unit), value * _scale(unit)
    return compare(sign * value, bound)


def _scale(unit: str) -> float:
    return _SCALES.get(unit[:1], 1.0)
