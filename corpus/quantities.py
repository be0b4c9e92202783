"""Quantities with their unit, comparison and what they count: 10000家以上进口商品实体销售门店, 超100亿元, 30%左右.

A value is in plain units: 1.2万家 is 12000 家, 千亿 is 1e11, and 30% is 30 with the unit "%". Dates, document numbers,
ordinals (第3条, 前10位), names with digits (4S店, 1210) and small Chinese numerals (两条主线) are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.dates import governing_deadline
from corpus.starting import quick
from corpus.types import Deadline, Span, Target

_DIGITS = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
_SCALE = r"(?:[十百千]?万亿|[十百千]?[万亿])"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_MONEY = r"(?:美元|欧元|港元|日元|元人民币|人民币|元)"
_COUNTERS = (
    r"(?:平方公里|平方千米|平方米|立方米|公里|千米|千瓦时|千瓦|兆瓦|吨标准?煤|标准箱|标箱|吨|公斤|千克|斤|公担|公顷|亩|升|米(?!兰)"
    r"|[GTPE]B|[EP]FLOPS|[GMk]Wh?|TEU|个百分点|百分点|[%％‰]|倍"
    r"|人次|架次|班次|户次|件次|场次|列次|车次|课时|学时|小时|分钟"
    r"|[个家项条件名人位户辆列场次批座处所套台艘架只种类款部篇单票箱期届对组支间栋幢床张份笔宗起例门片块根颗头匹羽株棵本册枚])"
)
_BEFORE = (
    r"不少于|不低于|不小于|不超过|不高于|不多于|至少|最高|最多|最低|超过|突破|超|逾|高于|多于|大于|低于|少于|小于"
    r"|未超过|不足|未满|不满|不到|未达到?"
    r"|达到|达|约|近|接近|[≥≤><]"
)
_QUANTITY = quick(
    rf"(?P<before>{_BEFORE})?\ ?"
    rf"(?<![\dA-Za-z.〔\[第前×—-])(?<!一式)(?:"
    rf"(?P<number>{_NUMBER})(?:\ ?[%％]?\ ?[-—–~～至到]+\ ?(?P<upper>{_NUMBER}))?\ ?(?P<scale>{_SCALE})?"
    rf"|(?P<word>[一二两三四五六七八九]?)(?P<word_scale>[百千]?万亿|[十百千]亿|[百千]万)(?=[^\d一二三四五六七八九十])"
    rf")(?:余|多(?!样|元|式|种))?\ ?(?P<unit>{_MONEY}|{_COUNTERS})?"
    r"(?:（含）)?(?P<bound>及?以上|及?以下|以内|之内|左右|上下)?"
)
_MORE_DIGITS = re.compile(r"\ ?(?:年|月|日|号|时(?!间)|[A-Za-z]|\.\d|\d)")
_NO_COUNT = re.compile(
    r"个(?:方面|性|别|体|税|人所得|工作日|月|小时|自然日)|部(?:门|署|分|委)|级(?:别|联)|类(?:别|型)|对(?:接|口|外|标)"
    r"|位(?:于|列)|次(?:日|年)|期(?:间|末)"
)
_COMPARISONS = {
    **dict.fromkeys(("不少于", "不低于", "不小于", "至少", "最低", "≥", "以上", "及以上"), ">="),
    **dict.fromkeys(
        ("不超过", "不高于", "不多于", "最高", "最多", "≤", "以下", "及以下", "以内", "之内", "未超过"), "<="
    ),
    **dict.fromkeys(("超过", "突破", "超", "逾", "高于", "多于", "大于", ">"), ">"),
    **dict.fromkeys(("低于", "少于", "小于", "不足", "未满", "不满", "不到", "未达", "未达到", "<"), "<"),
    **dict.fromkeys(("约", "近", "接近", "左右", "上下"), "~"),
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at [start, end) of a text.

    `comparison` is one of ">=", "<=", ">", "<", "~", "=" (达到 alone is "="), `upper` the end of a range, `measures`
    the noun that is counted, None where the words beside the number name none. `qualifies` says that the quantity
    only describes what another one counts: 50亿元以上 in 50亿元以上企业5家.
    """

    text: str
    start: int
    end: int
    value: float
    unit: str | None
    comparison: str = "="
    upper: float | None = None
    measures: str | None = None
    qualifies: bool = False


def find_quantities(text: str) -> list[Quantity]:
    """All quantities of `text`, in order, without overlaps."""
    found = [quantity for match in _QUANTITY.finditer(text) if (quantity := _quantity(text, match))]
    found = [
        replace(quantity, measures=_measured(text, quantity, before), qualifies=_qualifies(text, quantity, after))
        for before, quantity, after in zip([None, *found], found, [*found[1:], None], strict=False)
    ]
    return _respectively(text, found)


_AWARD = re.compile(
    r"奖励|奖补|补贴|补助|资助|给予|扶持|贴息|罚款|处以|额度|资金支持|拨付|垫付|所得税|税率|按照?.{0,12}$|出资|注册资本"
    r"|对[^，。]{1,40}(?:超过|达到|突破|不低于|不少于|以上)[^，。]{0,60}的"
)
# A sentence that grants money states conditions and sums, not goals.
_GRANT = re.compile(
    r"(?:给予|享受|申请)[^。]{0,30}(?:奖|补|资助|扶持|贴息|支持)|发放[^，。]{0,30}(?:补贴|补助|奖)"
    r"|一次性(?:奖励|补助)|(?:奖|补)[励助补贴][^。]{0,12}万元"
)
_SENTENCE_REST = re.compile(r"[^。！？\n]*")
_CLAUSE_REST = re.compile(r"[^，。；;！？\n]*")
_PAST = re.compile(r"已(?!建成?的)|累计|目前|现有|截至|(?:20[01]\d)年以来|同比")


def find_targets(text: str, deadlines: Sequence[Deadline]) -> list[Target]:
    """The quantities that a task is to reach, each with the deadline named before it in its sentence.

    `deadlines` are those found in `text`. Left out: sums that are granted (给予最高200万元奖补), conditions, what
    has been reached already, and quantities that only qualify others. Spans are offsets in `text`.
    """
    targets = []
    sole = governing_deadline(deadlines)
    for quantity in find_quantities(text):
        begin = max(text.rfind(stop, 0, quantity.start) for stop in "，。；;！？\n") + 1
        clause = text[begin : quantity.end] + _CLAUSE_REST.match(text, quantity.end).group()  # type: ignore[union-attr]
        named_only = quantity.unit is None and not re.search(r"\d", quantity.text)  # 千亿贸易, 百亿企业
        sentence = max(text.rfind(stop, 0, quantity.start) for stop in "。！？\n") + 1
        granted = _GRANT.search(_SENTENCE_REST.match(text, sentence).group())  # type: ignore[union-attr]
        if named_only or quantity.qualifies or granted or _AWARD.search(clause) or _PAST.search(clause):
            continue
        named = [found for found in deadlines if sentence <= found.span.start < quantity.start and found.end]
        by = named[-1] if named else sole
        span = Span(quantity.start, quantity.end)
        targets.append(
            Target(
                quantity.text,
                quantity.value,
                quantity.unit,
                span,
                by.end if by else None,
                quantity.comparison,
                quantity.upper,
                quantity.measures,
            )
        )
    return targets


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    unit, scale = match["unit"], match["scale"] or match["word_scale"]
    if not unit and not scale and "%" not in match.group():
        return None
    if (
        text[match.end() : match.end() + 1] == "级"
        or _MORE_DIGITS.match(text, match.end())
        or (unit and _NO_COUNT.match(text, match.end("unit") - len(unit)))
    ):
        return None
    factor = _factor(scale or "")
    if match["number"]:
        value = float(match["number"].replace(",", "")) * factor
    else:
        value = "零一二三四五六七八九".find(match["word"].replace("两", "二") or "一") * factor
    upper = float(match["upper"].replace(",", "")) * factor if match["upper"] else None
    if upper is not None and upper <= value:
        return None
    comparison = _COMPARISONS.get(match["bound"] or "", _COMPARISONS.get(match["before"] or "", "="))
    unit = "%" if unit == "％" else unit
    start = match.end("before") if match["before"] in ("达", "达到") else match.start()
    start += len(text[start : match.end()]) - len(text[start : match.end()].lstrip())
    return Quantity(text[start : match.end()], start, match.end(), round(value, 6), unit, comparison, upper)


def _factor(scale: str) -> float:
    value = 1.0
    for character in scale:
        value *= _DIGITS[character]
    return value


_STARTS = re.compile(
    r"[，。；;：:、！？\n]|[（(](?![^（）()]{1,10}[)）])|(?:到|至|在|于)?(?:20\d\d|每)年(?:底|末)?"
    r"|其中|每年|每[月日天]|分别|累计|年均|力争|争取|确保|全[国省市区县]|全球|和(?=\d)"
)
_VERBS = re.compile(
    r"(?:培育|培养|引进|招引|引育|实现|达到|建成|新增|开通|设立|布局|打造|形成|完成|落地|收购|带动|建设|发展|组织|举办|提高|提升|增长|增加|保持"
    r"|推出|开展|认定|遴选|支持|服务|创建|争创|投放|启用|新设|突破|推动|扩大|压缩|缩短|降低|下降|减少|开放|聚集|集聚|吸引|引入|促进|提供"
    r"|攻克|孵化|举行|出台|制定|发布|选派|培训|改造|安排|筹集|拨付|给予|奖励|覆盖|招聘|入驻|入库|实施|与|达|超|至|为|占|有)"
    r"(?!率|量|额|速|度|比|规模|面积|里程|水平)"  # 覆盖率, 建设比重 are nouns
)
_AFTER = re.compile(
    r"的?(?P<noun>(?:[\u4e00-\u9fffA-Za-z“”+]|（[^（）]{1,16}）){2,24}?)"
    r"(?=[，。；;：:、！？\n\d（）]|以上|和|及|与|$)"
)
_PREDICATE = re.compile(r"(?<=.{2})(?:实现|开展|进行|完成|形成|达到|取得|纳入|获批|落户|投入使用|建成|上线|开通)")
_NOT_A_NOUN = re.compile(
    r"(?:以上|以下|左右|以内|的|和|及|与|并|或|且|、|实现|开展|进行|完成|形成|推动|建设|纳入|达到|增长|提[高升]|在|由|给予|用于|为|将|予以)"
)
_REACHES = re.compile(r"(?:达到?|超过?|突破|提高到|提升[至到]|增[至到加长]+|约|至|为|不少于|不低于)+$")
_FILLERS = re.compile(r"^(?:[一二两三四五]?批|了|到|个|约|的|一)+")


# How far before a number its noun may begin, in characters.
_NOUN_REACH = 80


def _measured(text: str, quantity: Quantity, previous: Quantity | None) -> str | None:
    """What is counted: the noun after a counter (5条以上航线), else the noun before the number (进口额100亿元)."""
    counts = quantity.unit is None or (
        quantity.unit not in ("%", "倍", "个百分点") and not quantity.unit.endswith("元")
    )
    after = _AFTER.match(text, quantity.end) if counts else None
    if after and not _NOT_A_NOUN.match(after["noun"]):
        return _PREDICATE.split(after["noun"])[0]
    window = max(0, quantity.start - _NOUN_REACH)
    begin = max([window] + [match.end() for match in _STARTS.finditer(text, window, quantity.start)])
    if previous and previous.end > begin and quantity.start - previous.end > 12:
        begin = previous.end
    words = _REACHES.sub("", text[begin : quantity.start].strip())
    verbs = [verb for verb in _VERBS.finditer(words) if verb.end() < len(words)]
    noun = _FILLERS.sub("", words[verbs[-1].end() :] if verbs else words).strip()
    return noun if 2 <= len(noun) <= 24 else None


def _qualifies(text: str, quantity: Quantity, following: Quantity | None) -> bool:
    """Whether only a noun stands between a bounded quantity and the next one, which counts that noun."""
    if following is None or following.unit in (None, "%") or quantity.comparison == "=":
        return False
    return re.fullmatch(r"的?[\u4e00-\u9fffA-Za-z（）]{1,12}", text[quantity.end : following.start]) is not None


def _respectively(text: str, found: Iterable[Quantity]) -> list[Quantity]:
    """分别达30%、20%和10%以上: members of a series share the comparison, and take the nouns before 分别 in turn."""
    quantities = list(found)
    position = 0
    while position < len(quantities):
        last = position
        while last + 1 < len(quantities) and text[quantities[last].end : quantities[last + 1].start] in (
            "、",
            "和",
            "，",
            "及",
        ):
            last += 1
        series = quantities[position : last + 1]
        lead = text[max(0, series[0].start - 60) : series[0].start]
        if len(series) > 1 and (words := re.search(r"([^，。；]*?)分别[^，。；\d]{0,6}$", lead)):
            shared = next((item.comparison for item in series if item.comparison != "="), "=")
            nouns: list[str | None] = list(re.split("、|和|及", words.group(1)))
            nouns = nouns if len(nouns) == len(series) else [item.measures for item in series]
            quantities[position : last + 1] = [
                replace(item, comparison=shared, measures=noun) for item, noun in zip(series, nouns, strict=True)
            ]
        position = last + 1
    return quantities
