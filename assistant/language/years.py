"""The years that a question means and that a sentence speaks of; in a report 今年 is the year that it plans."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.characters import same_width
from corpus.starting import quick
from corpus.types import Document

# In a document a year is followed by 年 or by no Chinese word at all (2023—2025); 2000套 is none. Askers leave 年 out.
_YEAR = quick(r"(?<![\d.,])((?:19|20)\d\d)(?=\s*年|[至到]|(?!\d|[.,]\d|[%％‰]|\s*[\u4e00-\u9fff]))")
_ASKED_YEAR = quick(
    r"(?<![\d.,])((?:19|20)\d\d)(?!\d|[.,]\d|[%％‰]|\s*(?:[万亿千百余多元套个家人名户吨亩台辆条项件米]|公里|平方))"
)
# What a figure is compared with: 由2024年的1600元降为1200元, 比2023年增长5%; but 从2024年起 begins.
_COMPARED_WITH = re.compile(
    r"(?:比|较|相比于?|由|从|自)\s*((?:19|20)\d\d)年(?!\s*\d{1,2}月|[^，。；]{0,4}(?:起|开始|以来|[至到]))"
)
_RELATIVE = (
    (re.compile(r"前年"), -2),
    (re.compile(r"去年|上年|上一年|(?<![a-z])last year(?![a-z])", re.IGNORECASE), -1),
    (re.compile(r"今年|本年度?|(?<![a-z])this year(?![a-z])", re.IGNORECASE), 0),
    (re.compile(r"明年|(?<![a-z])next year(?![a-z])", re.IGNORECASE), 1),
)
_OFFSETS = {"前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2}
# 去年 in 比去年增长 is what a figure is compared with, in 去年完工的道路 of the roads; 今年 in 今年以来 begins.
_SAYS_RELATIVE = re.compile(rf"(?<![比较同与跟和由从自])({'|'.join(_OFFSETS)})(?!同期|以来|起|[^，。；]{{2,14}}的)")
# 近期（2021年）, 2021年目标: what a paper without a date sets out to do next.
_OF_AIMS = re.compile(
    r"(?:近期|今年|年内)[（(](20\d\d)年[)）]|(?<![到至—~～-])(20\d\d)年度?(?:的)?(?:工作)?(?:目标|重点任务|重点工作|工作要点|工作安排)"
)
WORDS = frozenset(("前年", "去年", "上年", "今年", "本年", "明年", "last year", "this year", "next year"))
"""The words for years that are not years by number."""
_PLANNED = re.compile(
    r"(20\d\d)年(?:的)?(?:全市|全区|全省|政府)?(?:工作(?:安排|任务|总体|重点|打算|思路|目标)|重点工作|主要(?:任务|工作)|目标任务|总体要求|经济社会发展)"
)

# Where a report turns from what was done to what is planned: a heading such as 二、2024年工作安排.
_TURN = re.compile(
    r"^[ \t\u3000]*(?:[一二三四五六七][、.．])?[ \u3000]*(20\d\d)年(?:的)?(?![^\n]{0,20}(?:回顾|报告|总结))"
    r"[^\n，。；]{0,14}(?:工作|任务|要求|目标|安排|打算|重点)[^\n，。；]{0,14}$",
    re.MULTILINE,
)
# A report without such headings turns where it says what the year is, or what is aimed at in it.
_TURN_IN_WORDS = re.compile(
    r"(?:做好(?:今年|20\d\d年)|(?:今年|20\d\d年))(?![^，。；\n]{0,14}报告)[^，。；\n]{0,14}(?:总体要求|预期目标|总体思路)"
)
_YEAR_OPENS = re.compile(r"^[ \t\u3000]*(20\d\d)年[，,]?是", re.MULTILINE)
_LOOKS_BACK = re.compile("一年来|过去(?:的)?一年|回顾")
# When a meeting was held, in the head of its minutes or record.
_HELD = re.compile(r"^[ \t\u3000]*(?:会议|发布)?(?:时\s*间|日\s*期)\s*[：:]\s*(20\d\d)\s*年", re.MULTILINE)
HEAD = 800
"""Characters of a document that are its head."""
AROUND = 250
"""A sentence without a year of its own may have that of as many characters before it."""

_ASKS_AIM = re.compile(
    r"目标|力争|争取|打算|预期|准备(?!金)|拟(?=[建投新增])|要(?:达到|实现|完成|突破|建成?|新增|筹建|做到|搞到)"
    r"|(?<=[年上度])(?:想|要|得|准备)(?:卖|挣|赚|收|建|修|招|搞|做|弄|干|开|装|种|养|引|买|办|改|发|到)(?!求)"
    r"|(?<!动)(?<!规)(?<![点总作体])计划(?=要?(?:新|建|完|达|投|开|改|引|培|购|筹|培|实现|安排))"
    r"|(?<![a-z])(?:targets?|goals?|aims? (?:to|for|at)|plan(?:s|ned|ning)? (?:to|for)"
    r"|(?:is|are|expects?|hopes?|intends?|seeks?|sets? out) to|wants?(?! to know)|hopes? for)"
    r"(?![a-z])",
    re.IGNORECASE,
)
_ASKS_REACHED = re.compile(
    r"实际(?:上)?(?:完成|达到|实现|做到|落实|建成|新增)|实际[上数]?[是为有](?:多少|几)|(?:完成|达到|实现|做到|建成|增长?|涨|降|新增|办理)了"
    r"|已经?(?:完成|达到|建|办|有|实现)"
    r"|累计|(?:现在|目前|眼下|如今|迄今|至今)(?:已经?|一共|总共|共)*有(?:了)?(?:多少|几)"
    r"|(?<![a-z])(?:did|was|were|had|reached|achieved|attained|delivered|spent|so far|already|to date"
    r"|actual(?:ly)?(?! (?:use|utili)))(?![a-z])",
    re.IGNORECASE,
)
_AIMS = re.compile(
    r"力争|争取|下一步|(?<![\u4e00-\u9fff])年内(?=[，,]|[^，。；]{0,8}(?:完成|实现|建成|新增|达到|突破|落地))|(?<!已)到20\d\d年|目标|计划(?:完成|实现|达到|新|建|投|培|引)|将(?:达到|突破|实现)|确保|预期|左右|打算|要(?:完成|实现|达到)"
)
_REACHED = re.compile(
    r"同比|比上年|较上年|[增下][长降]\d[\d.]*%(?!左右|以上)|居全[国省市区]|累计|截[至止]|[完达实建办获][成到现结得批]了|已(?:经|完成|建成|达|有|累计)"
    r"|首次|创历史|均?高于全[国省市]"
)


# What was done in the end: no rule tells it, whatever amounts the rule has.
_ASKS_DONE = re.compile(
    r"实际(?!控制|投资|使用)|(?:一共|总共)[\u4e00-\u9fff]{0,2}[到了]|[\u4e00-\u9fff]{2}了(?:多少|几(?![天年月周次遍回]))"
    r"|(?<![a-z])(?:actually(?! (?:use|utili))|in fact|so far|to date)(?![a-z])",
    re.IGNORECASE,
)
_SETS_RULE = re.compile(
    r"应当|不得|不[少低多高]于|不超过|每(?:年|月|季度|周)(?:安排|给予|上线|补)|(?:最高|给予|予以)[^，。；]{0,12}(?:[补奖]|元)"
    r"|以上的[，,]"
)
_TELLS_FACT = re.compile(r"同比|增长|下降|完成(?!时限)|已|[了过]|达到?\d|累计|截[至止]|实现|[今去]年|全年|季度|上半年")


# What a change is counted from: 比去年高多少, 较2024年实际多几场.
_BASIS = re.compile(
    r"(?:[比较跟与和]|相比于?)(?:前年|去年|上年|上一年|(?:19|20)\d\d年?)(?:末|底|同期|全年|实际)*的?(?:相?比)?"
    r"|(?<![a-z])(?:than|from|over|compared (?:with|to))(?: in)? (?:last year|(?:19|20)\d\d)(?![a-z\d])",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def without_basis(text: str) -> str:
    """A question without the year that it counts a change from."""
    return _BASIS.sub(" ", text)


_YEAR_ASKED = re.compile(
    r"(?<!\d)(?:19|20)\d\d年?(?:度|末|底)?的?|(?:[前去今明后]年|上年|本年)度?的?|(?:预期|工作)?目标", re.IGNORECASE
)


def without_year_asked(topic: str) -> str:
    """What a question is about, without the year for which it asks for a figure and that it is an aim."""
    return " ".join(_YEAR_ASKED.sub(" ", topic).split())


# What an asker says of his own figure before he asks what a rule gives for it: 去年研发花了3000万，能补多少.
_GIVEN_BY_RULE = re.compile(
    "补[助贴多几给]|奖[励补多]|能?拿多少|资助|扶持|贴息|减免|返还|退还|支持|认定|罚|[征缴]|封顶"
    "|(?<![a-z])(?:subsid(?:y|ies)|grants?|rewards?|rebates?|refunds?|entitled|eligible|qualify|get back)(?![a-z])",
    re.IGNORECASE,
)
_OWN_FIGURE = re.compile(
    r"(?:前年|去年|上年度?|上一年度?|今年|本年度?)(?=[^，。；？?]{0,24}?(?:\d|[一二两三四五六七八九十百千]+[万亿千百]))(?![^，。；？?]*(?:多少|几|哪|什么|怎))"
    r"|(?<![a-z])(?:last|this|the previous|the past) year(?![a-z])(?<=[^.;?!]{40})(?=[.;,!])"
)


@lru_cache(maxsize=256)
def without_own_case(text: str) -> str:
    """A question for what a rule gives, without the year in which the asker had the figure that he tells: 去年研发花了
    3000万，能补多少 asks for no figure of last year."""
    return _OWN_FIGURE.sub("", text) if _GIVEN_BY_RULE.search(text) else text


@lru_cache(maxsize=256)
def asks_past(text: str) -> bool:
    """Whether a question asks for a year that is over (去年, last year) or for what was reached (实际完成): an aim does
    not answer it."""
    if _ASKS_REACHED.search(text) and not _ASKS_AIM.search(text):
        return True
    offsets = [offset for pattern, offset in _RELATIVE if pattern.search(text)]
    return bool(offsets) and max(offsets) < 0


@lru_cache(maxsize=256)
def asks_aim(text: str) -> bool:
    """Whether a question asks for what is to be reached (今年目标, plans to build): what was reached does not answer,
    unless both are asked for."""
    return bool(_ASKS_AIM.search(text)) and not _ASKS_REACHED.search(text)


@lru_cache(maxsize=256)
def asks_done(text: str) -> bool:
    """Whether a question asks for what was done in the end (实际拨付, 服务了多少家)."""
    return bool(_ASKS_DONE.search(text)) and not _ASKS_AIM.search(text)


def sets_rule(text: str) -> bool:
    """Whether a sentence sets a rule or a norm and tells nothing that was done."""
    return bool(_SETS_RULE.search(text)) and not _TELLS_FACT.search(text)


def unresolved(text: str, document: Document) -> bool:
    """Whether a question counts from a year (去年) that a document does not tell."""
    return not _ASKED_YEAR.search(text) and names_year(text) and not asked_years(text, document)


def aims(text: str) -> bool:
    """Whether a sentence says what is to be reached rather than what was."""
    return bool(_AIMS.search(text)) and not _REACHED.search(text)


def reaches(text: str, document: Document, at: int) -> bool:
    """Whether the sentence at `at` of a document says what was reached: in words, or in the part of a report that looks
    back."""
    if _AIMS.search(text):
        return False
    turn = _turn(document.text)
    return bool(_REACHED.search(text)) or (turn is not None and 0 <= at < turn[0])


def looks_back(document: Document, at: int) -> bool | None:
    """Whether the part of a report that stands at `at` tells of the year before the one that it plans; None where a
    document has no such parts."""
    turn = _turn(document.text)
    return None if turn is None else at < turn[0]


def named_years(text: str) -> frozenset[str]:
    """The years that a text names by number."""
    return frozenset(_YEAR.findall(text))


@lru_cache(maxsize=256)
def names_year(text: str) -> bool:
    """Whether a text names a year, by number or as 去年 or this year."""
    return bool(_ASKED_YEAR.search(text)) or any(pattern.search(text) for pattern, _ in _RELATIVE)


def asked_years(text: str, document: Document) -> tuple[str, ...]:
    """The years that a question means when it is asked of `document`, in the order of the calendar; relative words
    (去年, this year) count from the year that the document plans, else from that of its issue."""
    return _years_meant(text, _own_year(document))


@lru_cache(maxsize=256)  # every sentence is held against the years of the question
def _years_meant(text: str, planned: int | None) -> tuple[str, ...]:
    years = set(_ASKED_YEAR.findall(text))
    if planned is not None:
        years |= {str(planned + offset) for pattern, offset in _RELATIVE if pattern.search(text)}
    return tuple(sorted(years))


def spoken_years(text: str, headings: str, document: Document, at: int) -> frozenset[str]:
    """The years of the nearest context that names any: the sentence at `at`, its headings, the part of a report that it
    stands in, the document's title; empty where none does, and the sentence may speak of every year. A year that its
    figures are only compared with does not say of which year they are."""
    compared = frozenset[str]()
    for part in (text, headings):
        found = named_years(part) | _counted_from(part, document)
        if not found <= frozenset(_COMPARED_WITH.findall(part)):
            return found
        compared |= found
    turn = _turn(document.text)
    if turn is not None and at >= 0:
        return compared | {str(turn[1] if at >= turn[0] else turn[1] - 1)}
    titled = named_years(document.metadata.title)
    return compared | (titled or years_before(document, at)) if compared and at >= 0 else titled


def _counted_from(text: str, document: Document) -> frozenset[str]:
    """The years that a text tells by the year of its document: 明年年底 in what was said in 2024. What it only compares
    with (比上年增长) is none."""
    offsets = {_OFFSETS[word] for word in _SAYS_RELATIVE.findall(text)}
    planned = _own_year(document) if offsets else None
    return frozenset(str(planned + offset) for offset in offsets) if planned is not None else frozenset()


def _own_year(document: Document) -> int | None:
    """The year that a document calls 今年: that which it plans, else that of its issue or of the meeting, else the only
    one whose aims it sets (2021年目标)."""
    issued = document.metadata.issued or document.metadata.published
    turn = _turn(document.text)
    planned = _planned_year(document.text) or (turn[1] if turn else issued.year if issued else None)
    return planned or _held_in(document.text) or _year_of_aims(document.text)


def years_before(document: Document, at: int) -> frozenset[str]:
    """The years that the lines before `at` name, and that of the document's issue."""
    issued = document.metadata.issued or document.metadata.published
    return named_years(same_width(document.text[max(0, at - AROUND) : at])) | (
        frozenset({str(issued.year)}) if issued else frozenset()
    )


def speaks_of(document: Document, years: tuple[str, ...]) -> bool:
    """Whether a document names one of the years at all, or is a report that looks back on one."""
    named = _all_years(document.text)
    turn = _turn(document.text)
    if turn is not None and str(turn[1] - 1) in years:
        return True
    return any(year in document.metadata.title or year in named for year in years)


@lru_cache(maxsize=256)
def _planned_year(text: str) -> int | None:
    planned = [int(year) for year in _PLANNED.findall(same_width(text))]
    return max(planned, default=None)


@lru_cache(maxsize=256)
def _year_of_aims(text: str) -> int | None:
    """The only year whose aims or nearest steps a text sets; None where there are several or none."""
    found = {year for years in _OF_AIMS.findall(same_width(text)) for year in years if year}
    return int(found.pop()) if len(found) == 1 else None


@lru_cache(maxsize=256)
def _held_in(text: str) -> int | None:
    """The year in which what a record or minutes tell was said (时间：2024年7月9日), where their head says so."""
    found = _HELD.search(same_width(text[:HEAD]))
    return int(found[1]) if found else None


@lru_cache(maxsize=256)
def _turn(text: str) -> tuple[int, int] | None:
    """Where a report that looks back first turns to a year that it plans, and that year; None for other documents."""
    plain = same_width(text)
    found = _TURN.search(plain)
    if found is None:
        return _turn_in_words(plain)
    if not _LOOKS_BACK.search(text, 0, found.start()):
        return None
    return found.start(), int(found[1])


def _turn_in_words(text: str) -> tuple[int, int] | None:
    """The turn of a report that has no heading for it: the last paragraph 2024年是… before the aims of this year."""
    aimed = _TURN_IN_WORDS.search(text)
    if aimed is None or not _LOOKS_BACK.search(text, 0, aimed.start()):
        return None
    opened = list(_YEAR_OPENS.finditer(text, 0, aimed.start()))
    return (opened[-1].start(), int(opened[-1][1])) if opened else None


@lru_cache(maxsize=256)
def _all_years(text: str) -> frozenset[str]:
    """Every year that a text names, inside longer numbers, too."""
    return frozenset(re.findall(r"(?=((?:19|20)\d\d))", same_width(text)))


_UNTIL = re.compile(
    r"(?:到|至|截[止至])\s*(?P<zh>20\d\d)\s*年|(?<![a-z])by (?:the end of )?(?P<en>20\d\d)", re.IGNORECASE
)


def until_another_year(asked: str, told: str) -> bool:
    """Whether a text tells what is aimed at until another year than the one that a question asks of."""
    wanted, found = ({year["zh"] or year["en"] for year in _UNTIL.finditer(text)} for text in (asked, told))
    return bool(wanted and found) and not wanted & found
