"""What a figure is of, where one character more or less makes another of it: exports are no imports and exports
together, a district is not its city."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.localities import localities

_SIDE = re.compile(r"(?P<both>进出口|外贸总额|(?<!口)贸易总?额)|(?<!进)(?P<out>出口)|(?P<into>进口)")
_SIDE_IN_ENGLISH = re.compile(
    r"(?<![a-z])(?:(?P<both>imports? and exports?|exports? and imports?|foreign trade|total trade)"
    r"|(?P<out>export(?:s|ed)?)|(?P<into>import(?:s|ed)?))(?![a-z])",
    re.IGNORECASE,
)
_CLAUSE = re.compile("[，,；;。、（）()]")


@lru_cache(maxsize=256)
def side_asked(question: str) -> str:
    """出口 or 进口 where a question speaks of one side of trade only, else nothing."""
    sides = {found.lastgroup for how in (_SIDE, _SIDE_IN_ENGLISH) for found in how.finditer(question)}
    return {"out": "出口", "into": "进口"}.get(str(next(iter(sides))), "") if len(sides) == 1 else ""


def both_sides_only(text: str, words: frozenset[str]) -> bool:
    """Whether the clauses of a text that have most of the `words` speak of imports and exports together and of neither
    side alone."""
    clauses = [clause for clause in _CLAUSE.split(text) if clause]
    having = [sum(word in clause for word in words) for clause in clauses]
    meant = [clause for clause, count in zip(clauses, having, strict=True) if count == max(having)]
    sides = {found.lastgroup for clause in meant for found in _SIDE.finditer(clause)}
    return sides == {"both"}


# What the name of a district stands behind, if not behind that of its city.
_OPENS = ("", "市", "省", "州", "的", "在", "，", "、", "：")
# 朝阳区, 犍为县; of what kind an area is (示范区, 百强县) names none.
_DISTRICT = re.compile(
    "(?P<before>^|.)(?P<name>[\u4e00-\u9fff]{2})(?:区(?!域|间|块|别|分|位|县|划)|县(?!域|级|区|城|里|市|乡)|街道(?!办)|镇(?!化|村|街|乡))"
)
_NO_NAME = re.compile(
    "[跨哪各几每全该本多等的在个和及与从到由对两三四五六七八九十一某这那整所些省州]"
    "|示范|试验|综试|综改|自创|试点|先行|先导|开发|高新|自贸|综保|保税|核心|新$|经济|经开|工业|产业|功能|监管|合作|管理|风景|旅游|度假|保护|自治|民族|行政|城|"
    "园$|[地景小片社校库辖特市郊灾牧山林港厂矿库老学院病湖海疫禁限营展农乡村镇住边航空服务]$|文化|贫困|百强|强$|大$|生活|居住|办公|商贸|商务|拓展|"
    "集聚|集中|覆盖|控制|规划|安全|缓冲|重点|主城|中心|实验|引领|创新|物流|贸易|科技|生态|协作|流域|平原|湾$|历史|特色|重镇|古$|名$|建制|产粮|牧业"
)


@lru_cache(maxsize=256)
def district_asked(question: str) -> str:
    """The two characters before 区, 县, 镇 or 街道 by which a question names one district (朝阳); "" for none or
    several."""
    names = {
        found["name"]
        for found in _DISTRICT.finditer(question)
        if not _NO_NAME.search(found["name"])
        and (found["before"] in _OPENS or localities(question[max(0, found.start("name") - 4) : found.start("name")]))
    }
    return names.pop() if len(names) == 1 else ""
