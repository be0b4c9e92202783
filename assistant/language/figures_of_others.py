"""Whether the figures of a text are of something else than the question names, though the words for the measure are the
same: 登记失业率 for 调查失业率, 本外币存款余额 for 外币存款余额, those that are new for all there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from assistant.language.values_in_words import tells_in_words

_CLAUSE = re.compile(r"[^，。；：\n\t（）()]+")
_DIGIT = re.compile(r"\d|[一二两三四五六七八九十百千]+[万亿个项家户名人条座]")
_HAN = re.compile("[\u4e00-\u9fff]{2,}$")
# What stands before a measure and names no kind of it.
_NO_KIND = re.compile(
    r"(?:20\d\d年?|全[年市省区县州国球]|年[末底均]?|当年|上半年|[一二三四]季度|其中|截[至止]|累计|新增|合计|总计|[本我]?[市省区县州]|的|了|等|为|达|实现|完成|共计?|使|与|及|和"
    r"|全部|全社会|社会|总|年度|各类|主要|一般)$"
)
# One half of a pair, and what before it makes it the pair: 外币 and 本外币, 出口 and 进出口.
_PAIRED = {"外币": "本", "贷款": "存", "出口": "进", "中型": "大"}
# All there are, not those that came new.
_ALL = re.compile(
    r"(?<![新增建设开])(?:一共|总共|共有|现有|目前有|累计有|现在有|拥有|总数)(?:有|是|为|达到?)?多少|总数(?:有|是|为|达到?)?多少"
)
_MADE = re.compile(r"了|新[增设建开认培引入登注]|[净再]增|增加|[建培引扩][成设育进种]|开[通工业]|入选|[获新]评|举办")
_NEW = re.compile("新增|净增|新[设建开认引培增晋入]|增加|新登记|新注册|再增")


# How much and how many, and what stands between that and the name of what it is of.
_ASKING = re.compile("(?:多少|几(?=[个十百千万亿成家项户件])|百分之几|多[高大])")
_AFTER_NAME = re.compile(
    "(?:20\\d\\d年?|[今去前明]年|到?年底|目前|现在|现|同比|比上年|增长|增加|增速|增幅|上升|提高|下降|减少|一共|总共|合计|分别|大约|大概|目标|突破|达到?|做到|要|是|为|有"
    "|不(?:超过|低于|少于|高于)|至少|最[多少高低]|上限|[每一]天|平均|了|将|会|应|占|的|又|到底|究竟|共|总量|数量|[一每](?:个?月|平方米?|平米?|亩|吨|人|户|套|年|次|台|辆|件))$"
)
_NAME = re.compile("[\u4e00-\u9fff]{2,14}$")
_AIM = re.compile("(?:预期|计划|发展|增长)*(?:目标|任务|指标)$")
_MEASURE = re.compile(
    "(?:率|额|量|值|税|收入|投资|面积|人数|比例|比重|规模|利润|支出|经费|成本|企业|机构|人口|人才|主体|户数|里程|价格?"
    "|工资|贷款|存款)$"
)
_BEGINS = re.compile(
    "[那这此该][一两几]?[块个片座处家条项种批]?"
    "|[的和与跟在对从按年月日底季里中内上下了]|以及|其中|一共|总共|累计|实现|完成|达到"
)
# By how much something changed, and how that is told.
_ASKS_CHANGE = re.compile(
    "(?:增长|增加|增幅|增速|上升|上涨|提高|提升|扩大|下降|减少|降低|回落|缩小|涨|降)(?:了|率|幅度?|到底|大约|大概|是|有|为)*(?:多少|几个?百分|百分之几)(?!人|家|个(?!百分)|项|户)"
)
_CHANGED = re.compile(
    r"(?:增|升|涨|提[高升速]|扩大|下降|降|减|回落|收窄|缩|翻|同比|[较比])[^，。；]{0,12}(?:\d|[一两二三四五六七八九]个?[倍成番])|[\d一二两三四五六七八九十]\s*(?:倍|成)|[\t]|[+＋−-]\d|持平|翻[一二两番]"
)


@lru_cache(maxsize=256)
def value_named(question: str) -> str:
    """The noun phrase before the question word that says of what a figure is asked; "" where it is no measure."""
    asking = _ASKING.search(question)
    if asking is None:
        return ""
    name = _noun_before(question[: asking.start()])
    return name if len(name) > 3 and _MEASURE.search(name) else ""


@lru_cache(maxsize=256)
def thing_grown(question: str) -> str:
    """What stands before the words that ask by how much something changed (进出口 in 进出口目标增长多少), else ""."""
    asks = _ASKS_CHANGE.search(question)
    return _AIM.sub("", _noun_before(question[: asks.start()])) if asks else ""


def _noun_before(text: str) -> str:
    """The last words of a text before what only leads over to a question word."""
    while stripped := _AFTER_NAME.search(text):
        text = text[: stripped.start()]
    found = _NAME.search(text)
    name = found.group() if found else ""
    return name[max((begins.end() for begins in _BEGINS.finditer(name)), default=0) :]


@lru_cache(maxsize=256)
def asks_change(question: str) -> bool:
    """Whether a question asks by how much something changed."""
    return bool(_ASKS_CHANGE.search(question))


@lru_cache(maxsize=4096)
def tells_change(text: str) -> bool:
    """Whether a text has a figure by which something changed, or says in words that it does not."""
    return bool(_CHANGED.search(text)) or tells_in_words(text)


def _figured(text: str) -> list[str]:
    """The clauses of a text that have a figure."""
    return [clause for clause in _CLAUSE.findall(text) if _DIGIT.search(clause)]


def of_another_kind(name: str, text: str, met: Callable[[str, str], bool]) -> bool:
    """Whether every clause with a figure in which a text has the measure that `name` ends with says of another kind of
    it; `met` tells of a part of the name whether a clause has it in other words."""
    clauses = _figured(text)
    for size in range(len(name), 1, -1):
        measure = name[-size:]
        having = [clause for clause in clauses if measure in clause]
        if having:
            break
    else:
        return False
    kind = name[: -len(measure)]
    if len(kind) < 2:
        return False
    return all(_of_other(kind, measure, clause) and not met(kind, clause) for clause in having)


def _of_other(kind: str, measure: str, clause: str) -> bool:
    before = clause[: clause.index(measure)]
    while stripped := _NO_KIND.search(before):
        before = before[: stripped.start()]
    beside = _HAN.search(before)
    # 用地面积 is 土地面积 in other words.
    return kind[-2:] not in clause and beside is not None and not set(kind[-2:]) & set(beside.group()[-2:])


def of_the_pair(question: str, text: str) -> bool:
    """Whether a question names one half of a pair (外币, 出口), and all figures of a text with it are of the pair."""
    for half, other in _PAIRED.items():
        if re.search(rf"(?<!{other}){half}", question) and f"{other}{half}" not in question:
            having = [clause for clause in _figured(text) if half in clause]
            if having and all(not re.search(rf"(?<!{other}){half}", clause) for clause in having):
                return True
    return False


@lru_cache(maxsize=256)
def asks_all(question: str) -> bool:
    """Whether a question asks how many there are in all, new ones and old."""
    return bool(_ALL.search(question)) and not _MADE.search(question)


def only_new(text: str, things: str) -> bool:
    """Whether the clauses of a text that have a figure and name the `things` say how many of them are new."""
    having = [clause for clause in _figured(text) if things in clause]
    return bool(having) and all(_NEW.search(clause) for clause in having)


def of_several(question: str, text: str) -> bool:
    """Whether a question asks how many there are of a thing, and the only figure of the clause of a text that has it is
    of it and others together: 外卖骑手、网约车司机、快递员等约16.8万人."""
    asking = _ASKING.search(question)
    name = _noun_before(question[: asking.start()])[-4:] if asking else ""
    if len(name) < 4:
        return False
    having = [clause for clause in _figured(text) if name in clause]
    return bool(having) and all(_together(name, clause, question) for clause in having)


def _together(name: str, clause: str, question: str) -> bool:
    others = re.search(rf"{name}、(?P<next>[\u4e00-\u9fff]{{2,}})[^\d]*\d", clause)
    if others is None or re.search("分别|各|其中", clause):
        return False
    return others["next"][:2] not in question and len(re.findall(r"\d[\d.,]*", clause)) == 1


_CURRENCIES = re.compile("(?:多少|几)[十百千万亿]*(?P<money>美元|欧元|港元|日元|英镑|人民币)")


def of_another_currency(question: str, text: str) -> bool:
    """Whether a question asks for a sum in a currency in which a text gives none."""
    asked = _CURRENCIES.search(question)
    if asked is None:
        return False
    return ("元" if asked["money"] == "人民币" else asked["money"]) not in text
