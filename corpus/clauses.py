"""Clauses that name an owner without a word for its role: 由财政部制定…; 请各单位于6月30日前报送….

Offsets count in the reading view. What stands where the owner is named must be units and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from corpus.calendar_terms import calendar_terms
from corpus.numbering import numbering
from corpus.responsibility import Roles
from corpus.role_labels import Role
from corpus.statements import Statement
from corpus.types import Deadline, Span
from corpus.unit_shapes import UnitMention, is_generic, list_shaped_units

# 由A制定, 由A、B统一归口管理, 由A根据有关规定进行审查: words for a duty that count only after 由. A power to punish
# (由A责令改正) is no task.
_PASSIVE_VERB = re.compile(
    r"(?:归口管理|管理|组织(?=实施|开展|协调|编制|落实|评审|评估|评选|评定|考核|检查|督查|核查|验收|申报|推荐|制定)|实施|制定|承担|统筹|承办|协调|落实|解释"
    r"|进行(?=\S*(?:审|查|评|检|监督|指导|管理|处理|验收|考核))|处理|审[核查批]|核定|确定|认定|办理|受理|登记|[换颁]发|上报|规定)"
    r"(?!的|过|部门|单位|局|委|办(?!公室)|部|处|中心|机构|厅|机关|人|员|者|书)"
)
# 由A每季度通报一次: how often it is done makes a duty of what else would be a report.
_HABITUAL = re.compile(r"(?:每(?:年度?|半年|季度?|[两双]?[月周]|旬|[日天])|定期|按[年季月])(?=[^，。；]{2})")
_PASSIVE_ADVERBS = re.compile(
    r"(?:统一|共同|分别|具体|另行|联合|依法|综合|按职责分工?|(?:根据|依据|依照|按照?)[^。；]{2,110}?)*$"
)
_BY = re.compile(r"由(?=[^，。；：]{2,80})")
_CONSULTED = re.compile(r"(?P<units>.{2,40}?[部委局办厅署院府会门关])商(?P<with>[\u4e00-\u9fff]{3,24})")
_SPAN = r"\d{1,3}个?(?:工作日|自然日|小时|日|天|周|月)(?:以|之)?内"
_SPANNED = re.compile(_SPAN)
# 请A于6月30日前报送…, A应当自受理之日起20日内作出…: who does what by a day that is named.
_DEMAND = re.compile(
    r"(?:请)?(?P<units>[^，。；：\n]{2,80}?)(?P<through>(?:委托|组织|聘请|邀请|安排)[^，。；：\n]{2,20}?)?(?:也|均|都)?"
    r"(?:要|应当?|须|需|务必|必须)?(?:认真|抓紧|及时|尽快)?"
    r"(?P<when>(?:于|在|赶在)(?:每(?:年|季度?|月|半年)|次年|翌年)?[^，。；：\n]{0,12}?(?:前|底)|自[^，。；：\n]{2,24}?起[^，。；：\n]{1,8}?内"
    rf"|(?:于|在)[^，。；：\n]{{0,16}}?{_SPAN}"
    r"|(?:\d{4}年|每年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬)?(?:之?前|底前?|末前?))"
    r"(?:（[^（）]{1,20}）)?[，,]?(?P<duty>[^，。；\n]{2})"
)
# 冷链中心应于6月30日前开工: what is built is nobody who builds.
_BUILT = re.compile(r"(?:于|在|到)?[^，。；]{0,16}?(?:开工|建成|竣工|投用|启用|通车|投产|完工|开业|投入使用)")
_OBLIGED_FIRST = re.compile(
    r"(?P<units>[^，,。；：:\n]{2,60}?)(?:也|均|都)?(?:要|应当?(?!急|用|届|城)|须|务必)(?=[\u4e00-\u9fff])"
)
_OBLIGED = re.compile(rf"(?<=[，,：:。；\n]){_OBLIGED_FIRST.pattern}")
# What has a level or a place before what it is: 市公安局, 临汀区政府, and no 监管部门, 企业, 学校. What a report
# expects of a group of companies (包钢集团要全力突围) is no task.
_OFFICE = re.compile(
    r"(?:[省市区县州镇乡][\u4e00-\u9fff]{2,14}|[\u4e00-\u9fff]{2,12}?[省市区县州镇乡][\u4e00-\u9fff]{0,12})"
    r"(?:局|委|办|厅|政府|街道|管委会|署|督查室)|[\u4e00-\u9fff]{2,6}海关|[\u4e00-\u9fff]{2,8}(?:税务|海事|邮政管理|公安)局"
)
# A district by its name: no 园区, 地区 or 全市.
_PLACE = re.compile(
    r"(?![全各我你贵本该其同外跨]|有关|相关|其他)[\u4e00-\u9fff]{1,4}(?<![社园景片库灾校辖山郊街小厂城老新农林牧矿港试盟一二三四五六七八九十两几])(?<!地)(?:县|市|区|镇|乡)(?=、|$)"
    r"|(?:高新|经开|新|开发|综保|保税|自贸)区(?=、|$)"
)
_SHORTEST_DUTY = 6
_CONDITION = re.compile("[的后时][，,]$")
_PLEASE = re.compile(r"(?:^|(?<=[，,：:。；;、\n ）．.]))(?:另|同时|并)?(?:请|责成|责令|交由|要求)(?=[\u4e00-\u9fff])")
# What offices ask a unit by name to do, or the day by which.
_ASKED_TO = re.compile(
    r"(?:于|在)?(?:20\d\d年)?\d{1,2}月|加快|抓紧|尽快|负责|协调(?!小组|办)|做好|组织(?!部)|研究(?!院|所|室)|提出|制定|完成|办理"
    r"|落实|核实|会商|跟踪|督促|指导(?!中心)|推进(?!办)|启动|安排|梳理|编制|起草|拟订|明确|向|将|对|按|根据"
)
_WITHIN = re.compile(
    r"(?P<when>(?:会后|会议结束后|印发后|收到[^，。；]{0,6}后)?\d{1,3}个?(?:工作日|日|天|周|月)(?:以|之)?内)[，,]由?"
)
_MUST = re.compile(r"要|应当?(?!急|用|届|城)|须|务必|负责|将[^，。；]{1,24}(?:报送?|提交|移交|报备|送)")
_NEXT_YEAR = re.compile("[次翌]年")  # of a year that nobody names
_REACH = 60
_COMMA = re.compile(r"[，,：:]")
_SENTENCE_STOP = re.compile(r"[，。；：]")
_ANY_DAY = date(2000, 1, 1)  # whether words name a day does not hang on the year
# Reports of what was done, and whom it was done before: no duties.
DONE = re.compile(
    r"[^，。]{0,16}(?:了|过|(?:提出|拟[定订]|制[定订]|起草|上报|报送|编制|印发|联合)的)|已"
    r"|(?:研究)?提出(?:了)?(?:(?:办理)?意见|(?:以下)?[^，。]{0,4}[：:])"
)
BEFORE_DONE = re.compile(r"(?:已经?|曾)$")


def dated_demand(text: str, start: int, end: int) -> Statement | None:
    """请各单位于6月30日前报送材料: the day and what is to be done by it are the task."""
    begin = start
    while match := _DEMAND.search(text, begin, end):
        units = list_shaped_units(match["units"], match.start("units"))
        spanned = match["when"].endswith("内") or _NEXT_YEAR.search(match["when"])
        often = "每" in match["when"] and not any(is_generic(unit.name) for unit in units)
        named = spanned or often or next(calendar_terms(match["when"], _ANY_DAY), None)
        opens = match.start() == start or text[match.start() - 1] in "，,：:" or not text[start : match.start()].strip()
        done = DONE.match(text, match.end("when"), end) or _BUILT.match(text, match.start("when"), end)
        if units and named and opens and not done:
            roles = Roles()
            if spanned:
                at = match.start("when") + (match["when"][0] in "于在")
                roles.deadlines.append(
                    Deadline(text[at : match.end("when")], None, None, Span(at, match.end("when")), "relative")
                )
            roles.add(Role.RESPONSIBLE, units)
            if spanned and _CONDITION.search(text, start, match.start()):
                return Statement(trimmed(text, start, end), (start, end), roles)
            begin = match.start("through") if match["through"] else match.start("when") + (match["when"][0] in "于在")
            return Statement(trimmed(text, begin, end), (start, end), roles)
        comma = _COMMA.search(text, max(begin, match.start()), end)
        if comma is None:
            return None
        begin = comma.end()
    return None


def obliged_by_a_day(text: str, start: int, end: int) -> Statement | None:
    """市商务局要抓紧制定补贴办法，6月底前报市政府: a unit that must, and a day in the same sentence."""
    for units, must in _obligations(text, start, end):
        dated = any(term.limit in ("before", "end", "within") for term in calendar_terms(text[must:end], _ANY_DAY))
        if dated or _SPANNED.search(text, must, end):
            return _responsible(units, trimmed(text, must, end), (start, end))
    return None


def obliged(text: str, start: int, end: int) -> Statement | None:
    """市公安局、市城管局要加强秩序维护: offices by their own names that must do something, without a day."""
    for units, must in _obligations(text, start, end):
        own = all(_OFFICE.fullmatch(unit.name) and not is_generic(unit.name) for unit in units)
        if own and end - must >= _SHORTEST_DUTY:
            return _responsible(units, trimmed(text, must, end), (start, end))
    return None


def _obligations(text: str, start: int, end: int) -> Iterator[tuple[list[UnitMention], int]]:
    """The units that must do something, and where it begins what they must do."""
    if opening := numbering(text[start : start + 12]):
        start += opening.length
    first = _OBLIGED_FIRST.match(text, start, end)
    for match in (*([first] if first else ()), *_OBLIGED.finditer(text, first.end() if first else start, end)):
        units = list_shaped_units(match["units"], match.start("units")) or _places(match)
        rest = text[match.end() : end]
        if units and not DONE.match(rest) and not _BUILT.match(rest):
            yield units, match.end()


def _places(match: re.Match[str]) -> list[UnitMention]:
    """北渠县、石漾县 before 要: districts, each by its own name, answer for what they must do."""
    places = list(_PLACE.finditer(match["units"]))
    at = match.start("units")
    if "、".join(place.group() for place in places) != match["units"]:
        return []
    return [UnitMention(place.group(), at + place.start(), at + place.end()) for place in places]


def _responsible(units: list[UnitMention], task: tuple[int, int], whole: tuple[int, int]) -> Statement:
    roles = Roles()
    roles.add(Role.RESPONSIBLE, units)
    return Statement(task, whole, roles)


def requests(text: str, start: int, end: int) -> list[Statement]:
    """请市机场公司6月底前完成审查，请市住建局加快办理许可: a statement for each unit that is asked, by its name."""
    asked = list(_PLEASE.finditer(text, start, end))
    found = []
    for position, please in enumerate(asked):
        begin, stop = please.end(), asked[position + 1].start() if position + 1 < len(asked) else end
        for verb in _ASKED_TO.finditer(text, begin + 2, min(stop, begin + _REACH)):
            units = list_shaped_units(text[begin : verb.start()], begin)
            if units and units[0].start == begin and not any(is_generic(unit.name) for unit in units):
                roles = Roles()
                roles.add(Role.RESPONSIBLE, units)
                at = verb.start() + (text[verb.start()] in "于在")
                found.append(Statement(trimmed(text, at, stop), trimmed(text, please.start(), stop), roles))
                break
    return found


def within_a_time(text: str, start: int, end: int) -> Statement | None:
    """会后10个工作日内，市机场公司将整改方案报指挥部: a time, then who hands in or must do what."""
    if opening := numbering(text[start : start + 12]):
        start += opening.length
    match = _WITHIN.match(text, start, end)
    if match is None:
        return None
    when = Deadline(match["when"], None, None, Span(*match.span("when")), "relative")
    for verb in _MUST.finditer(text, match.end() + 2, min(end, match.end() + _REACH)):
        units = list_shaped_units(text[match.end() : verb.start()], match.end())
        if units:
            roles = Roles(deadlines=[when])
            roles.add(Role.RESPONSIBLE, units)
            return Statement(trimmed(text, start, end), (start, end), roles)
    return None


def passive_duty(text: str, start: int, end: int) -> Statement | None:
    """具体办法由财政部制定: the whole sentence is the task."""
    for by in _BY.finditer(text, start + 1, end):
        if BEFORE_DONE.search(text[start : by.start()]):
            continue
        reach = min(end, by.end() + 180)
        if often := _HABITUAL.search(text, by.end() + 2, reach):
            roles = _passive_roles(text, by.end(), often.start())
            if roles:
                return Statement(trimmed(text, start, end), (start, end), roles)
        for verb in _PASSIVE_VERB.finditer(text, by.end() + 2, reach):
            adverbs = _PASSIVE_ADVERBS.search(text, by.end() + 2, verb.start())
            roles = _passive_roles(text, by.end(), adverbs.start() if adverbs else verb.start())
            if roles and not DONE.match(text, verb.end(), end):
                return Statement(trimmed(text, start, end), (start, end), roles)
    return None


def _passive_roles(text: str, start: int, end: int) -> Roles | None:
    """The units that fill the text: A、B, or A商B."""
    roles = Roles()
    if consulted := _CONSULTED.fullmatch(text, start, end):
        lead = list_shaped_units(consulted["units"], consulted.start("units"))
        others = list_shaped_units(consulted["with"], consulted.start("with"))
        if lead and others:
            roles.add(Role.LEAD, lead)
            roles.add(Role.SUPPORT, others)
            return roles
    units = [] if _SENTENCE_STOP.search(text, start, end) else list_shaped_units(text[start:end], start)
    roles.add(Role.RESPONSIBLE, units)
    return roles if units else None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the white space and commas at its ends."""
    while start < end and text[start] in " ，,、：:":
        start += 1
    while end > start and text[end - 1] in " ，,":
        end -= 1
    return start, end
