"""What excludes each other: a figure for 高中 is none for 小学, one of exports none of imports.

Word vectors hold such words to be near, as they stand in the same sentences. A text answers for one of a kind only if
it names that one, or none of its kind.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.glossary import renderings

# What is graded, or the grade itself, after its size: 重大事故, 重大（Ⅱ级）.
_GRADED = (
    "(?:级别?)?(?:[（(][ⅠⅡⅢⅣ一二三四]级[)）]|(?:[\u4e00-\u9fff]{0,4}突发)?[\u4e00-\u9fff]{0,4}?(?:事件|事故|灾害|险情))"
)
# Kinds of which a figure is told one by one. 进出口 is neither 进口 nor 出口.
_KINDS: tuple[tuple[str, ...], ...] = (
    ("幼儿园", "小学", "初中", "(?:普通)?高中", "(?:中等)?职业(?:学校|教育|中专)|中职", "高校|高等学校|大学"),
    ("进出口", "(?<!出)进口(?!岸)", "出口(?!岸)"),
    (
        *("(?<!出)进口(?:贸易|总?额|规模)", "(?<!进)出口(?:贸易|总?额|规模)", "转口贸易", "离岸贸易", "服务贸易"),
        *("加工贸易", "一般贸易", "市场采购贸易"),
    ),
    # How much is made, sold and worth are three figures of one product.
    ("产量|年产(?!值)", "销量|销售[量额]|零售[量额]", "产值"),
    ("(?:[入出]境|境外|海外|外[国籍]|国际)(?:过夜)?(?:游客|旅客|旅游)", "(?:国内|过夜|乡村|本地)(?:游客|旅客|旅游)"),
    ("第一产业", "第二产业", "第三产业"),
    ("夏粮", "秋粮", "早稻"),
    # 省、市级 are two.
    tuple(f"{level}(?:[、和及与或]?[省市县区](?!人))*级" for level in ("国家", "省", "市", "县")),
    ("一期", "二期", "三期"),
    ("第一批|首批", "第二批", "第三批"),
    ("公办", "民办"),
    ("高速公路", "农村公路", "国省(?:干)?道"),
    ("城镇居民", "农村居民|农民"),
    ("职工医保|职工基本医疗", "居民医保|居民基本医疗"),
    ("公路", "铁路", "水路|水运|内河航运", "航空|民航"),
    ("货运|货物", "客运|旅客"),
    ("充电", "换电"),
    ("门诊", "住院"),
    ("男性|男职工|男生|男孩", "女性|女职工|女生|女孩"),
    ("常住人口", "户籍人口"),
    ("出生", "死亡"),
    ("结婚", "离婚"),
    ("招生", "在校生", "毕业生"),
    ("上半年", "下半年"),
    ("红色预警", "橙色预警", "黄色预警", "蓝色预警"),
    tuple(
        f"{roman}级|(?<!十){han}级(?:应急)?(?:响应|预警|(?:突发)?事件|事故|灾害|险情)"
        for roman, han in zip("ⅠⅡⅢⅣ", "一二三四", strict=True)
    ),
    tuple(f"{size}{_GRADED}" for size in ("特别?重大", "(?<!特)(?<!特别)重大", "较大", "一般")),
    ("守信|信用(?:好|优|良好)|诚信(?:企业|经营)", "失信|信用差|黑名单"),
)
_PATTERNS = tuple(tuple(re.compile(member) for member in kind) for kind in _KINDS)


# A team that is called by its field: 资金自由专班 is not 贸易专班.
_TEAM = re.compile("([\u4e00-\u9fff]{2,8}?)(?:工作)?(?:专班|工作组)")


@lru_cache(maxsize=256)
def contrasts(question: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """For each kind of which the question names some and not all: a pattern of those, and one of the others."""
    text = " ".join([question, *(term for term, weight in renderings(question) if weight == 1.0)])
    found = []
    for kind in _PATTERNS:
        named = [member.pattern for member in kind if member.search(text)]
        others = [member.pattern for member in kind if not member.search(text)]
        if named and others:
            found.append((re.compile("|".join(named)), re.compile("|".join(others))))
    return tuple(found)


def is_of_another(question: str, text: str, headings: str) -> bool:
    """Whether a text under `headings` tells of another one of a kind than the question names, and not of that one."""
    return _of_another_team(question, text) or any(
        others.search(text) and not named.search(text) and not named.search(headings)
        for named, others in contrasts(question)
    )


def _of_another_team(question: str, text: str) -> bool:
    """Whether a question names a team, and a text begins with one of another field."""
    told = _TEAM.match(text)
    return told is not None and _TEAM.search(question) is not None and told[1][:2] not in question
