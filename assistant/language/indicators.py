"""Headline indicators (主要指标): which ones a question names, whether it names nothing else, what clause states one.

Reports of governments and statistical communiqués tell them in fixed words (全市地区生产总值增长5%左右), in series of
which the figures follow together (GDP、规模工业增加值分别增长4.6%、5%), once as they were and once as they are to be.
People ask for them by other words (经济增速, 社零, the economy); `indicators.tsv` has both.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from assistant.language.tokens import HAN, is_place, words_of
from corpus.localities import localities
from corpus.starting import quick
from index.glossary import renderings

INDICATORS = Path(__file__).parent / "indicators.tsv"
COLUMNS = 3

_FIGURE = r"\d[\d.,]*\s*[十百千万亿]*\s*(?:%|％|‰|个百分点|元|[美欧]元|人|斤|吨|户|家|件)?"
_MONEY = re.compile("[亿万]|元")
_PER_CENT = re.compile("[%％‰]|百分点")
# What may stand before the name of an indicator: what it is of as a whole, when, how sure. Not another subject.
_WHOLE = re.compile(
    r"(?:^|[\s，,；;、：:。和与]|全[省市区州县盟旗国]|我[省市区州县盟旗国]|全社会|地方|外贸|预计|预期|初步核算|完成|实现|其中|分别|使|按可比价计算|(?:19|20)\d\d年|[今去上]年|全年"
    r"|[省市区州县盟旗]本级|力争|争取|确保|保持|城乡|全体|目标[为是]?|[）)])$"
)
_NO_WHOLE = re.compile(r"(?:占|相当于|比|与|和)(?:全[省市区州县国]|全社会|地方|外贸)?$")
_SERIES = re.compile(
    rf"^(?:[^，。；\d\n]{{2,24}}、)*[^，。；\d\n]{{2,24}}?(?:分别|均|各|同比|都)[^，。；\n]{{0,14}}?{_FIGURE}"
)
# Between a name and its figure stand words, no further clause; a level goes before its change: 7062.5亿元、增长6.3%.
_TOLD = re.compile(
    r"^(?!的|占|[、与和]|比重|预[算期]执行)(?:（[^（）]{1,12}）)?[^，。；、\d\n]{0,16}?(?:突破“[^”]{1,8}”[，、])?[^，。；、\d\n]{0,6}?"
    rf"{_FIGURE}(?:[^，。；、\d\n]{{0,8}}[，、](?:达到?|同比|比上年|较上年|名义|实际|可比|[增下上][长降涨]|增幅|涨幅)[^，。；、\d\n]{{0,6}}{_FIGURE})*"
)
# Question talk around an indicator.
_TALK = re.compile(
    r"(?:经济社会发展|国民经济)?(?:的)?(?:主要)?(?:预期|年度|全年)?(?:目标|指标|任务)|预期|预计|计划|打算|准备|力争|争取|(?:给自己|自己)?(?:定|设|提)(?:了|的|出|下)?|自己|增长率?|增[速幅长加]|增了?|涨幅|涨"
    r"|上涨|下降|降幅|降低|同比|比上年|上升|提高|控制|达到|达|完成|实现|突破|情况|数据|数字|做得|做的|搞得|干得|表现|形势|走势|怎么样|如何|怎样|百分之几|几个点|多少亿元?|多少个?[点%人元]?|多大|多高|几|是|为|有|要|想|会|将|能|在|到|了|的|率|呢|啊|吗|请问|各?自?分?别?|左右|一共|总共|今|年|度"
    r"|全[省市区州县]|速度|水平|初|份|去年|今年|上一?年|前年|明年|这|那|一|年底|大概|大约|究竟|到底|想知道|告诉我|查一?下|报告|政府工作报告|工作报告|里|中|说|提到|对|新一年|以及|还有|和|与|及|跟"
)
_TALK_IN_ENGLISH = """
    what what's which is was are were be the a an of for in on by to at its it their it's how much many big high
    fast did do does will would target targets targeted goal goals aim aims aiming aimed set sets growth grow grew
    grown growing increase increased rise rose risen fall fell decline declined change changed expect expects
    expected plan plans planned want wants hope hopes rate rates figure figures level year last this next previous
    past per cent percent percentage ceiling cap limit limits limited keep keeps within own itself annual total
    overall s tell me please according report work government's government had has have reach reached achieve
    achieved create creates created add adds added city province region and there over economic
"""
_TALK_WORDS = frozenset(_TALK_IN_ENGLISH.split())
# Shanghai's growth target: of what is left out grows the economy, the first of the indicators.
_OF_ALL = re.compile(r"增[长速](?:目标|预期)|(?<![a-z])growth (?:target|goal|rate)", re.IGNORECASE)
_LAST_YEAR = re.compile(r"去年|上一?年|(?<![a-z])last year(?![a-z])", re.IGNORECASE)
_GROWTH = re.compile(
    r"增[长速幅]|涨|降|同比|百分|(?<![a-z])(?:grow|grew|growth|increase|rise|rose|fell|fall|decline|percent|change)",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"目标|预期|预计|计划|打算|力争|争取|控制|[要想](?:增|涨|新|达|实现|完成)|给自己"
    r"|(?<![a-z])(?:targets?|targeted|goals?|aim(?:s|ing|ed)?|plan(?:s|ned)?|expects?|wants?|hopes?|ceiling|cap|limit|keep)(?![a-z])",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"(?:多少|几)(?:万|千|百)?[亿元万]|多少钱|(?<![a-z])(?:yuan|rmb|renminbi)(?![a-z])", re.IGNORECASE)
_ENGLISH = re.compile("[A-Za-z][A-Za-z&'’.-]*")


class IndicatorsError(ValueError):
    """The list of indicators cannot be read; the message names file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One headline indicator: `written` finds the names by which papers state it."""

    name: str
    written: re.Pattern[str]

    def stated(self, text: str, *, change: bool = False, amount: bool = False) -> re.Match[str] | None:
        """The name before a figure of this indicator as a whole, in per cent where its `change` is asked for, in money
        where an `amount` is; None where a text gives none."""
        for named in self.written.finditer(text):
            before = text[: named.start()]
            if not _WHOLE.search(before) or _NO_WHOLE.search(before):
                continue
            behind = text[named.end() :]
            told = _SERIES.match(behind) or _TOLD.match(behind)
            if told and (not change or _PER_CENT.search(told.group())) and (not amount or _MONEY.search(told.group())):
                return named
        return None


@dataclass(frozen=True, slots=True)
class _Table:
    """The indicators, what finds the words by which a question names them, and which one each word (small) is of."""

    indicators: tuple[Indicator, ...]
    asked: re.Pattern[str]
    of: Mapping[str, int]


@cache
def _table() -> _Table:
    indicators: list[Indicator] = []
    of: dict[str, int] = {}
    patterns: list[str] = []
    for number, line in enumerate(INDICATORS.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != COLUMNS or not columns[0]:
            raise IndicatorsError(f"{INDICATORS}, line {number}: {COLUMNS} columns parted by tabs are needed")
        names, asked, english = ([one for one in column.split("; ") if one] for column in columns)
        longest_first = sorted(names, key=len, reverse=True)
        written = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)
        of |= {word.lower(): len(indicators) for word in (*names, *asked, *english)}
        patterns += map(re.escape, (*names, *asked))
        patterns += (rf"(?<![a-z]){re.escape(word)}(?![a-z])" for word in english)
        indicators.append(Indicator(names[0], written))
    patterns.sort(key=len, reverse=True)
    return _Table(tuple(indicators), quick("|".join(patterns), re.IGNORECASE), of)


@lru_cache(maxsize=256)
def indicators_asked(text: str) -> tuple[Indicator, ...]:
    """The indicators that a question names, each once, in its order."""
    table = _table()
    found = [table.of[word.lower()] for word in table.asked.findall(text)]
    if not found and _OF_ALL.search(text):
        found = [0]
    return tuple(table.indicators[at] for at in dict.fromkeys(found))


def asks_goal(text: str) -> bool:
    """Whether a question asks for an indicator as it is aimed at."""
    return bool(_GOAL.search(text)) and not _LAST_YEAR.search(text)


def asks_change(text: str) -> bool:
    """Whether the change of an indicator is asked for and not its level."""
    return bool(_GROWTH.search(text))


def asks_amount(text: str) -> bool:
    """Whether a question asks for an amount of money in so many words."""
    return bool(_AMOUNT.search(text))


def left_over(text: str, places: Collection[str]) -> str:
    """The words that a question has beside indicators, talk, years and `places` (as they are written in it), without
    white space: what is asked of an industry, a district or a company is another figure. Empty where it has none."""
    rest = _table().asked.sub(" ", text)
    for place in sorted(places, key=len, reverse=True):
        rest = rest.replace(place, " ")
    for word in words_of(text):
        rest = rest.replace(word.text, " ") if word.text.isascii() and is_place(word) else rest
    words = [word.strip("'’.-") for word in _ENGLISH.findall(rest)]
    left = [word for word in words if word.lower().removesuffix("'s").removesuffix("’s") not in _TALK_WORDS]
    english = " ".join(left)
    return "".join(HAN.findall(_TALK.sub("", rest))) + ("" if not left or _names_a_place(english) else english)


def _names_a_place(words: str) -> bool:
    """Whether English words are the name of a province or city: each Chinese word for them begins with one."""
    first = next((term for term, _ in renderings(words)), "")
    return bool(first) and len(words.split()) <= 2 and any(first.startswith(name) for name in localities(first))
