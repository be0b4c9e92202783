"""What a question calls the figure that it asks for: the noun phrase of a measure right before 多少 (旅客吞吐量是多少),
the verb of what was done (出口了多少吨), the part of a whole (其中铁路投资多少).

Such words name the figure. Whatever else a sentence shares with the question, a figure of something else does not
answer."""

from __future__ import annotations

import re
from functools import lru_cache

Stretch = tuple[int, int]
"""Where words stand in a question: start and end."""

# Nouns of a measure, and the characters in which they end.
_MEASURES = (
    "率|额|量|费用?|价格?|值|金|款|税|收入|投资|成本|面积|人数|数量|比例|占比|比重|规模|增速|利润|支出|经费"
    "|长度|高度|深度|速度|密度"
)
_ASKING = r"(?:多少|几(?=[个十百千万亿成])|百分之几|多高|多大)"
_BETWEEN = (
    "(?:同比|比上年|增长|增加|上升|提高|下降|减少|总共|一共|合计|分别|各自?|大约|大概|目前|现在|目标|突破|达到?|做到|要|是|为|有|了"
    "|将|会|应|占|的|又|到底|究竟|[一每](?:个?月|平方米?|平米?|亩|吨|人|户|套|年|次|台|辆|件))"
)
_NAMED = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{0,12}}?(?:{_MEASURES})){_BETWEEN}{{0,4}}{_ASKING}")
# Where the name of a figure begins: behind what it is of (岳阳的…, 2023年…), or what is said of it.
_BEGINS = re.compile("[的和与跟在对从按年月日底季里中内上下]|以及|其中|一共|总共|累计|实现|完成|达到")
_DONE = re.compile(
    r"(?P<verb>[\u4e00-\u9fff]{2})了(?:多少|几(?![天年月周次遍回]))"
    # What is sold is no output of it, and what it lost no turnover.
    "|(?P<trade>出口|进口|销售|转口|捐赠|亏损|盈利|负债|出生|结婚|离婚|退休|辞职|失业|报废|进货)(?:多少|几(?![天年月周次遍回]))"
)
_OF_WHOLE = re.compile(rf"其中的?(?P<part>[\u4e00-\u9fff]{{2,10}}?){_BETWEEN}{{0,3}}{_ASKING}")
# What is counted stands right behind the question word and closes the question: 新增多少个就业岗位, 开几条新航线,
# 新设多少外资企业; units of a measure are no things.
_THINGS = "个条座家所辆架艘台套张栋间处批项门类支只份届场"
_UNITS = (
    "元|块|钱|美[元金]|人民币|公里|千米|[平立]方|米|公顷|亩|吨|公?斤|千瓦|度|小时|分钟?|工作日|[天年月日周次遍倍户位名人]"
    "|百分|个|左右|时间|比例|精力|金额|资金|经费|费用?|面积|家底"
)
_COUNTED = re.compile(
    rf"(?:(?:多少|(?<![那这前近后头好十数])几)[{_THINGS}](?!百分|月|小时|工作日|[十百千万亿])"
    rf"|多少(?![{_THINGS}]|[十百千万亿]*(?:{_UNITS})))"
    r"(?P<thing>[\u4e00-\u9fff]{2,8})(?=[？?。]|$)"
)
# Or it is what something is done to, right before the question word (改造农村危房多少户, 农村危房改造多少户).
_MADE = (
    "(?:新建|改建|扩建|建成|建设|建立|新增|引进|引育|培育|打造|完成|改造|开工|投产|落地|认定|举办|开展|组建|发放|创建|布局"
    "|推广|新开|新设|开通|整治|淘汰|招引|实施|培训|办理|受理|化解|修复|种植|盘活|生产|销售|购置|采购|安装|配备|投放)"
)
_MADE_OF = re.compile(
    rf"(?P<pre>[\u4e00-\u9fff]{{2,8}}?)?{_MADE}(?:了|的)?(?P<thing>[\u4e00-\u9fff]{{2,8}}?)?(?:有|是|要|达到?)?多少"
    rf"[十百千万亿]*(?:[{_THINGS}]|公里|[平立]方|吨|亩|户|人|千瓦|张|米)"
)
# Or it is what there are so many of: 小学在校生有多少人, 注册会计师一共有多少名.
_THERE_ARE = re.compile(
    r"(?P<thing>[\u4e00-\u9fff]{2,12}?(?<![的了中里内者都]))(?:目前|现在|现|全市|大概|大约|一共|总共|共)?有多少(?:个?人|个|名|家|户|所|辆|座|张|位)(?=[？?。]|$)"
)
# Of which part a figure is asked: 集中在新区的有多少套, 来自外省的占多少.
_OF_PART = re.compile(
    r"(?:集中|位于|分布|坐落|落户|投放|安排|布局)(?:在|于)?(?P<part>[\u4e00-\u9fff]{2,10}?)的"
    r"(?:有|是|占|共|一共|总共|大约|大概)*(?:多少|几|百分之几)"
    r"|(?:来自|出自|流向|投向|用于|销往|发往|属于)(?P<kind>[\u4e00-\u9fff]{2,10}?)的"
    r"(?:有|是|占|共|一共|总共|大约|大概)*(?:多少|几|百分之几)"
    r"|(?:里面?|当?中|其中)的?(?P<within>(?:(?![的了])[\u4e00-\u9fff]){2,8}?)(?:一共|总共|大约|大概)?[有占](?:了|到)?(?:多少|百分之几|几成)"
)
# Whether something is given, charged or there: 培训发结业证书吗, 要不要交押金; 有没有 is asked of what is done, too.
_DOUBTED = re.compile(
    r"(?:颁发|发放?|提供|收取?|配有?|包|管|赠送?|附)(?![展生用理控合括得到入下不])"
    r"(?P<thing>[\u4e00-\u9fff]{1,6}?)(?:吗|么|不|嘛)[？?]?$"
    r"|(?:要不要交?|用不用交?|需不需要交?|是否(?:有|提供|收取?|发放|颁发|需要交))"
    r"(?P<other>[\u4e00-\u9fff]{2,6}?)[？?]?$"
)
_OF_WHAT = re.compile("[的和与跟年月日底]|以及|其中|一共|总共|累计")


@lru_cache(maxsize=256)
def thing_counted(question: str) -> Stretch | None:
    """Where a question that closes with what it counts says what that is; None for others."""
    if counted := _COUNTED.search(question):
        return counted.span("thing")
    if there := _THERE_ARE.search(question):
        start = max((of.end() for of in _OF_WHAT.finditer(there["thing"])), default=0)
        return (there.start("thing") + start, there.end("thing")) if start < len(there["thing"]) else None
    if made := _MADE_OF.search(question):
        return made.span("thing") if made["thing"] else made.span("pre") if made["pre"] else None
    return None


@lru_cache(maxsize=256)
def part_of_whole(question: str) -> Stretch | None:
    """Where a question says of which part of a whole it asks the figure (集中在新区的有多少套); None elsewhere."""
    found = _OF_PART.search(question)
    return next((found.span(name) for name in ("part", "kind", "within") if found[name]), None) if found else None


@lru_cache(maxsize=256)
def thing_doubted(question: str) -> Stretch | None:
    """Where a question whether something is given, charged or there says what that is (发证书吗); None elsewhere."""
    found = _DOUBTED.search(question)
    return (found.span("thing") if found["thing"] else found.span("other")) if found else None


@lru_cache(maxsize=256)
def figure_named(question: str) -> tuple[Stretch, ...]:
    """The stretches of a question that name its figure; a sentence has to speak of the words of each. Empty where the
    question does not name it."""
    found = []
    if named := _NAMED.search(question):
        start = max((begins.end() for begins in _BEGINS.finditer(named["name"])), default=0)
        if start < len(named["name"]):
            found.append((named.start("name") + start, named.end("name")))
    if done := _DONE.search(question):
        found.append(done.span("verb") if done["verb"] else done.span("trade"))
    if part := _OF_WHOLE.search(question):
        found.append(part.span("part"))
    return tuple(found)
