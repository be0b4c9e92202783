"""Which kind of figure a question asks for, and whether a text has one of that kind.

How many beds there are is not told by a share of the work done, nor an interest rate by a term of fifteen years. A
figure's kind is told by its unit; the kinds are few, the units of each are those of official documents. Where a
question leaves the kind open, any figure will do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from assistant.language.values_in_words import tells_in_words

Kind = Literal["things", "objects", "people", "share", "money"]
"""Things and people are counted, a share is in per cent, parts or times, money in a currency. Objects are things of a
classifier that no person has (张, 座, 辆)."""

_HAN_NUMBER = "(?<![第\\d一二两三四五六七八九十百千万亿])[一二两三四五六七八九十百千]+[万亿]*"
_NUMBER = rf"(?:\d[\d.,]*\s*[十百千万亿]*|{_HAN_NUMBER})(?:多|余)?\s*"
_SHARE = r"%|％|‰|个?(?:百分点|基点)|个点|BP|倍|成(?!为|立|功|果|员|套|品|本)|折(?!合|算|叠)|分之|[:：]\s*\d"
_MONEY = r"(?:人民币|[美欧港日]?元|美金)"
# What is measured rather than counted: times and dates, lengths, areas, weights, volumes, energy.
_MEASURED = (
    r"年|个?月|个?(?:工作|自然)?日|天|个?(?:小时|钟头|季度|星期)|分钟|秒|时(?!装|尚)|周(?!边)|岁|°|度|℃"
    r"|(?:平方|立方)?(?:公里|千米|厘米|毫米|米(?!粉|面))|海里|公顷|亩|平方|立方|升|吨|公斤|千克|斤|克(?!隆)"
    r"|千瓦|兆瓦|[kKMG]?[Ww]|[PE]FLOPS|[GTPE]B"
)
_NOT_COUNTED = re.compile(rf"(?:{_SHARE}|{_MONEY}|{_MEASURED}|[号届])")
_ANY = re.compile(rf"(?<![A-Za-z\d.第—〔\[])(?!(?:19|20)\d\d[—–年至-]){_NUMBER}")
_SHARES = re.compile(
    rf"\d\s*(?:多|余)?(?:{_SHARE})|[一二三四五六七八九十]+成(?!为|立|功|果|员|套|品|本)|分之|翻[一二两番]|减半|全额|全部"
)
_MONIES = re.compile(
    rf"{_NUMBER}{_MONEY}|\d[\d.]*\s*[十百千]?[万亿](?![\d吨立平公千户人家个亩只头度斤])|免费|不收|元/|(?:RMB|CNY|US\$|[$¥￥€])\s*\d"
)
_SOMEBODY = (
    "人(?![工均民])|名|位(?!于|列)|(?:[男女老中小大在]|新)?(?:学生|职工|员工|游客|旅客|教师|医生|护士|农民|居民|群众"
    "|人才|干部|党员|代表|委员|专家|学员|劳动力|农户|毕业生|考生|乘客|技师|工程师|律师|儿童)"
)
_PEOPLE = re.compile(
    rf"{_NUMBER}(?:{_SOMEBODY})|\t\s*\d|人[数口员次][^，。；]{{0,12}}\d|\d[\d.]*\s*[万亿](?![\d元吨亩平公千个家])"
)

SIZED = (
    r"个[十百千万亿]+元?(?:级|规模|及?以上)*的?[\u4e00-\u9fff]{0,4}?"
    "(?:项目|企业|产业|集群|工程|平台|园区|市场|镇|县|村|订单)"
)
"""Things counted that are told by their size: 多少个亿元以上项目 asks for no amount."""
_CLASSIFIERS = "家座所张间台辆艘组批类种处件次部只套款片株口门栋幢项条户盏支根枚颗头匹份宗起笔场班列趟架本册块位名人"
_ASKED_UNIT = re.compile(
    rf"(?:多少|(?<![那这头前后近好十数])几)(?:{SIZED}|[{_CLASSIFIERS}]|个(?!百分|点|亿|万|月|小时|工作日|季度|星期))(?!民币)"
)
_ASKED_OBJECTS = re.compile("(?:多少|几)[张座辆艘台所间套架栋幢株]")
_NOT_OBJECTS = re.compile(_SOMEBODY)
_RATES = "利|税|费|失业|覆盖|合格|增长|达标|普及|入学|转化|返还|退税|完成|参保|就业|通过|办结"
_ENGLISH_RATES = "interest|unemployment|growth|coverage|tax|refund|loan|completion|pass|loss"
_ASKED_SHARE = re.compile(
    r"百分之[几多]|(?<![那这])几成(?![为立功果员套品本交])|(?:多少|几)个?(?:百分)?点(?![子名位])|多少[%％]"
    rf"|(?:占比|比重|比例|百分比|(?:{_RATES})率)[\u4e00-\u9fff]{{0,6}}(?:多少|多高|几)"
    r"|(?<![a-z])growth ?(?:rate|target|目标|率)? ?(?:是|为|要)?(?:多少|几)"
    rf"|(?<![a-z])(?:what|which)(?: [a-z'’]+){{0,5}}? (?:percentage|proportion|(?:{_ENGLISH_RATES}) rate)(?![a-z])",
    re.IGNORECASE,
)
_SUMS = (
    "产值|营收|销售额|交易额|贸易额|进出口(?:总)?额|[进出]口额|(?<![低高中])收入|利润|税收|总额|金额|资本|消费额|花费"
    "|预算|经费"
)
_ENGLISH_SUMS = (
    "(?:purse|prize(?: money)?|expenses?|expenditure|funding|fee|rent|salary|wages?|capital|investment|cost|price"
    "|fare|budget)s?"
)
_A_SUM = rf"(?:the |its |their )?(?:[a-z-]+ ){{0,2}}?{_ENGLISH_SUMS}"
_ASKED_MONEY = re.compile(
    rf"(?:{_SUMS})(?:[到在至]?(?:20)?\d\d年(?:底|末|前|内|要|能|会)*)?(?:突破|达到|达|做到|要|是|为|有|超过|了|目标|实现|完成|总共|一共){{0,3}}(?:多少|几[个十百千万亿])"
    r"(?!家|人|户|次|项|[%％]|个?(?:百分)?点)|花(?:了|费|掉)?(?:多少|几[十百千万亿块])(?!时间|天|年|个月|工夫|心)"
    r"|[挣赚]了?多少(?!人|家)|(?:工资|月薪|票价|房价|单价|价格|租金|学费)(?:是|要|为)?多少(?![%％]|个?(?:百分)?点)"
    r"|(?:贸易|进口|出口|外贸|产业|经济|消费)[^。；？?]{0,20}做到?多大"
    r"|(?<![a-z])how much (?:will|does|did|do|should) [^?]{2,40}"
    r" (?:import|export|invest|spend|cost|earn|pay|receive)(?![a-z])"
    r"|(?<![a-z])how much (?:[a-z]+ ){0,2}?(?:paid|charged|spent|invested|raised|donated)(?![a-z])"
    r"|(?:多少|how many) ?yuan|(?<![补贴奖助给减免罚惠领])多少钱"
    rf"|(?:多少|几)(?!{SIZED})个?[万亿]?元|(?:多少|几)块(?:钱)?(?=[？?，。、]|$)|几个?(?:块|毛|角)?钱"
    r"|(?:总共|一共|合计|总|total|共) ?[要需计划预]{0,3}投(?:资|入)?(?:了)?多少(?![家人户次项个])"
    rf"|(?<![a-z]){_ENGLISH_SUMS}(?: [a-z]+){{0,3}} ?(?:[是为有要达到共]{{0,2}}多少|(?:is|are|was|were) 多少)"
    r"(?![家人户次项%％]|个?(?:百分)?点)"
    rf"|(?<![a-z])how (?:big|large|high) (?:is|are|was|were|will be) {_A_SUM}(?![a-z])"
    rf"|(?<![a-z])what(?:'s|’s| is| are| was| were) {_A_SUM}(?! (?:rate|area|volume|plan|polic|method))(?![a-z])"
    r"|(?<![a-z])(?:value|worth) of [^?]{0,40}(?:imports?|exports?|trade|output|sales|goods)(?![a-z])"
    r"|(?<![a-z])in (?:[a-z]+ )?(?:yuan|rmb|renminbi|dollars)(?=[？?，,.。]|$)"
    r"|(?<![a-z])what (?:is|was|are|were|will be) the (?:[a-z-]+ ){0,2}?(?:price|fare|cost|salary|rent)(?![a-z])"
    r"|(?<![a-z])how much (?:[a-z-]+ ){0,3}?(?:money|yuan|subsid(?:y|ies)|funding|capital|investment|revenue)(?![a-z])",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"增长|增速|增幅|[涨降升增]了?多|提高|下降|同比|比[\u4e00-\u9fff\d]{1,12}(?:多|少|高|低|增)")
_PEOPLE_ASKED = "学生|员工|职工|(?<!务)人员|教师|医生|护士|人才|居民|旅客|游客|农民工|毕业生|志愿者"
_SOMEBODY_ASKED = re.compile(
    r"(?:多少|几)个?(?:人(?![次均口工])|名|位)"
    rf"|(?:多少|几[百千万])(?:[男女老中小大在新]|工作|专[业职兼]|管理|技术|科研|在[岗编职校]|[入出]境|境外|外[国籍]|高层次|常住){{0,2}}(?:{_PEOPLE_ASKED})(?![证库卡])"
    rf"|(?:{_PEOPLE_ASKED}|人口)(?:一共|总共)?(?:有|是|达到?)多少(?![家个户座所项%])"
    r"|(?<![a-z])how many (?:[a-z-]+ ){0,2}?(?:people|persons|employees|workers|students|pupils|residents|visitors"
    r"|tourists|teachers|doctors|nurses|graduates|passengers|inhabitants|staff)(?![a-z])"
    r"|(?<![a-z])(?:what(?:'s|’s| is| was| will be)|how (?:large|big|high) (?:is|was)) (?:its |their |the )?"
    r"(?:[a-z-]+ ){0,2}?(?:population|headcount|workforce)(?![a-z])",
    re.IGNORECASE,
)
_ENGLISH_MEASURES = (
    "(?:square |cubic )?(?:kilomet|met(?:er|re)|hectare|mu(?![a-z])|tons?(?![a-z])|tonne|yuan|dollar|per ?cent"
    "|percentage|hour|minute|(?:working |business |calendar )?days?|week|month|year|times|kilogram|kg|acre|gigawatt"
    "|megawatt)"
)
_HOW_MANY = re.compile(rf"(?<![a-z])how many (?!of |(?:[a-z-]+ )?{_ENGLISH_MEASURES})", re.IGNORECASE)

_CHINESE = re.compile("[\u4e00-\u9fff]")
_COUNTED: frozenset[Kind | None] = frozenset(("things", "objects", "people"))
_DATED = re.compile("年|月|日|号|届")
_ONLY = re.compile(r"(?:(?:[只仅限]|[最至]多(?!跑)|不超过|不得超过|不多于)[^，。；\d]{0,6}|唯|共)$")
_VALUES = re.compile(
    r"多少|(?<![那这头前后近好十数])几(?!乎)|多[大高长快远久]|(?<![a-z])(?:how|what|which)(?![a-z])", re.IGNORECASE
)


@lru_cache(maxsize=256)
def values_asked(question: str) -> int:
    """How many values a question asks for, by its question words."""
    return len(_VALUES.findall(question))


_HOW_MUCH = re.compile(r" *(?<![a-z])how (?:many|much)(?![a-z]) *(?=[\u4e00-\u9fff，。？?、：:]|$)", re.IGNORECASE)
_UNITS_IN_ENGLISH = {
    "hours?": "小时",
    "minutes?": "分钟",
    "(?:percent|per cent|percentage points?)": "%",
    "(?:metric )?tons?|tonnes?": "吨",
    "hectares?": "公顷",
    "mu": "亩",
    "square kilomet(?:er|re)s?": "平方公里",
    "square met(?:er|re)s?": "平方米",
    "kilomet(?:er|re)s?|km": "公里",
    "months?": "个月",
    "yuan|rmb": "元",
}
_ASKED_IN_UNITS = re.compile(
    "(?:多少|几)个? *(?:" + "|".join(f"({unit})" for unit in _UNITS_IN_ENGLISH) + ")(?![a-z])", re.IGNORECASE
)


@lru_cache(maxsize=256)
def units_in_chinese(question: str) -> str:
    """A question with the measures of its Chinese question words in Chinese (待多少 hours: 待多少小时), and with what
    asks how much among Chinese words (奖励 how much: 奖励多少)."""
    text = question
    if _CHINESE.search(text):
        text = _HOW_MUCH.sub("多少", text)
    units = tuple(_UNITS_IN_ENGLISH.values())
    return _ASKED_IN_UNITS.sub(lambda asked: f"多少{units[(asked.lastindex or 1) - 1]}", text)


@lru_cache(maxsize=256)
def kind_asked(question: str) -> Kind | None:
    """The kind of figure that a question asks for; None where it may be any, or where it asks for several."""
    question = units_in_chinese(question)
    kinds: set[Kind] = set()
    if _SOMEBODY_ASKED.search(question):
        kinds.add("people")
    elif _ASKED_OBJECTS.search(question):
        kinds.add("objects")
    elif _HOW_MANY.search(question) or _ASKED_UNIT.search(question):
        kinds.add("things")
    if _ASKED_SHARE.search(question):
        kinds.add("share")
    if _ASKED_MONEY.search(question):
        kinds.add("money")
    # Two values may be of two kinds: 多少个小区，花多少钱; and by how much an amount grew is told in either.
    if len(kinds) != 1 or ("money" in kinds and _CHANGE.search(question)) or values_asked(question) > 1:
        return None
    return kinds.pop()


@lru_cache(maxsize=8192)
def has_kind(text: str, kind: Kind | None) -> bool:
    """Whether a text has a figure of a kind, or says in words how much; always where the kind is None."""
    if tells_in_words(text):
        return True
    if kind == "share":
        return bool(_SHARES.search(text))
    if kind == "money":
        return bool(_MONIES.search(text))
    if kind == "people":
        return bool(_PEOPLE.search(text))
    return kind is None or any(_counts(text, match, kind) for match in _ANY.finditer(text))


def figures(text: str, kind: Kind | None) -> int:
    """How many figures of a kind a text has; of any where the kind is None. Years and days are none."""
    if kind == "share":
        return len(_SHARES.findall(text))
    if kind == "money":
        return len(_MONIES.findall(text))
    if kind == "people":
        return len(_PEOPLE.findall(text))
    if kind in ("things", "objects"):
        return sum(_counts(text, match, kind) for match in _ANY.finditer(text))
    return sum(not _DATED.match(text, match.end()) for match in _ANY.finditer(text))


def has_figures(text: str, kinds: Sequence[Kind | None]) -> bool:
    """Whether a text has as many figures as there are `kinds` asked for, and as many of the last one's kind as are
    asked for of it; whatever is counted is of one kind here."""
    last = kinds[-1]
    alike = [one for one in kinds if one == last or {one, last} <= _COUNTED]
    return figures(text, last) >= len(alike) and figures(text, None) >= len(kinds)


def _counts(text: str, number: re.Match[str], kind: Kind) -> bool:
    """Whether a number counts something: it stands beside no unit of measure, share or money, and is no year."""
    if number.group() == "一" and not _ONLY.search(text, 0, number.start()):
        return False  # 在一家机构从业 counts nothing
    if kind == "objects" and _NOT_OBJECTS.match(text, number.end()):
        return False
    return not _NOT_COUNTED.match(text, number.end())
