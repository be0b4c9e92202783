"""Figures in words: a quantity in English, and what a task is to reach."""

from __future__ import annotations

import re

from assistant.types import Language
from corpus.quantities import Quantity
from corpus.types import Target, TaskRecord

_UNITS = {
    **{"元": "yuan", "人民币": "yuan", "元人民币": "yuan", "美元": "US dollars", "欧元": "euros"},
    **{"%": "%", "％": "%", "个百分点": "percentage points", "百分点": "percentage points", "倍": "times"},
    **{"平方公里": "square kilometres", "公顷": "hectares", "亩": "mu", "平方米": "square metres"},
    **{"公里": "kilometres", "吨": "tonnes", "小时": "hours", "分钟": "minutes", "人": "people"},
    **{"标箱": "TEU", "标准箱": "TEU", "TEU": "TEU", "千瓦": "kilowatts", "港元": "Hong Kong dollars"},
}
_COMPARISONS = {">=": "at least ", "<=": "at most ", ">": "more than ", "<": "less than ", "~": "about "}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# With such a character a name begins that was cut out of the middle of words: 过教学总时长的30%, 内出具初步结果24小时.
_CUT = "过内的在于以由对与和及并"
_CLAUSE_END = re.compile("[，。；：！？,;:\n]")
_EACH = re.compile("每个?(?:工作日|学期|季度|[日天周月年季户人])|[日月年周人户]均")
_EACH_OR_YEAR = re.compile(f"{_EACH.pattern}|(?:19|20)[0-9]{{2}}年")


def target_words(record: TaskRecord, language: Language) -> str:
    """What a task is to reach, each figure with what it counts and for how long, as the document names it:
    国际货运航线5条以上, 每日业务入境5000单以上."""
    return "、".join(_target(target, record.task, language) for target in record.targets)


def figure_words(quantity: Quantity | Target) -> str | None:
    """A quantity in English: at least 10 billion yuan; None where its unit has no English or needs none (3个)."""
    unit = _UNITS.get(quantity.unit or "")
    if quantity.value is None:
        return None
    if unit is None and quantity.value < 10_000:
        return None
    value = _number(quantity.value)
    if quantity.upper is not None:
        value = f"{value} to {_number(quantity.upper)}"
    gap = "" if unit in (None, "%") else " "
    return f"{_COMPARISONS.get(quantity.comparison, '')}{value}{gap}{unit or ''}"


def _number(value: float) -> str:
    for scale, name in _SCALES:
        if value >= scale:
            return f"{value / scale:,.10g} {name}"
    return f"{value:,.10g}"


def _target(target: Target, task: str, language: Language) -> str:
    named = target.measures if target.measures and not target.measures.startswith(tuple(_CUT)) else ""
    clause = _CLAUSE_END.split(task[: max(0, task.find(target.text))])[-1]
    when = (_EACH if named else _EACH_OR_YEAR).findall(clause)
    printed = f"{when[-1] if when and when[-1] not in named else ''}{named}{target.text}"
    english = figure_words(target) if language == "en" else None
    return f"{english} ({printed})" if english else printed
