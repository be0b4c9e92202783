"""Statements of responsibility in sentences: 由A牵头，B配合…; A负责…; A会同B…; 办公室设在A，承担…; A：组织….

Offsets count in the reading view. What stands before the word for a role must be units and nothing else, which is what
keeps 企业负责人, 对质量负责 and 各地要明确专人负责 out. Reports of what was done (A会同B提出了意见) are no duties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.bare_duties import dated, says_no_task
from corpus.calendar_terms import calendar_terms
from corpus.clauses import (
    BEFORE_DONE,
    DONE,
    dated_demand,
    obliged,
    obliged_by_a_day,
    passive_duty,
    requests,
    trimmed,
    within_a_time,
)
from corpus.numbering import numbering
from corpus.responsibility import Roles
from corpus.role_labels import Role
from corpus.statements import Statement
from corpus.unit_shapes import UnitMention, has_unit_shape, is_generic, list_shaped_units, list_units

_SENTENCE = re.compile(r"[^。！？\n；;]+")
_WORTH_READING = re.compile(
    r"负责|负总责|牵头|会同|主办.{2,60}(?:会办|办结)|(?:^|[，：、 .．）])(?:另|同时|并)?(?:请|责成|责令|交由|要求).{3}"
    r"|[后\d][^，。]{0,8}内，"
    r"|办公室设在|[局委办厅府关署道会团县市区镇乡室部班](?:也|均|都)?(?:要|应当?|须|务必)|[局委办厅部府会关院司团道镇位县市区乡](?:也|均|都)?(?:要|应|须|务必).{0,80}\d.{0,8}[前内底]|[于在自].{0,40}\d.{0,8}[前内]"
    r"|由[^。]{2,120}(?:每[年半季月周旬日天两双]|定期|按[年季月]|管理|实施|制定|承担|组织|统筹|承办|协调|落实|解释|进行|处理|审[核查批]|核定|确定|认定|办理|受理|登记|换?发|上报|规定)"
)
_ROLE_VERB = re.compile(
    r"(?P<as>作为(?:牵头|主管|责任|主责)(?:单位|部门))|(?P<lead>牵头|主办(?=[，,][^。；]{2,60}?(?:会办|办结)))|(?P<total>负总责)|(?P<duty>负责)|(?P<with>会同)"
)
_NO_ROLE = re.compile(
    r"人(?!才|口|民|力|员(?:培|管|疏|调|转|安))|者|同志|制(?![定作订造])|单位|部门|机构|的|任(?!务)|作用|抓总|下|精神|态度|企业|[，,]?(?:所|其)"
)
_ADVERBS = re.compile(
    r"(?:要|应当?(?!急|用)|须|正在|必须|可|将|具体|主要|统一|分别|共同|各自|统筹|全面|直接|依法|继续|切实|归口|总|联合|组织|进一步|积极|抓紧|严格"
    r"|按(?:照)?(?:各自|职责|职能|工作|有关|规定)*(?:职责|分工|职能|要求)*(?:分工)?|根据职责|依职责|在.{1,16}[下中内])*+$"
)
_BOUNDARY = re.compile(r"[，,：:“”（(、]?(?:由|责成|责令|交由)|——|[，,：:]请?|(?:^|(?<=[。；\n]))请")
_ENUMERATION = re.compile(
    r"(?:[一二三四五六七八九十]+(?:是|要)|首先|其中|同时|此外|另外|另|原则上|具体|并|以及)[，：]?"
)
# How the points of a sentence are counted, before whom they name: 二是各区政府要….
_POINT = re.compile(r"\s*[一二三四五六七八九十]{1,2}(?:是|要|来)[，：:]?(?=[\u4e00-\u9fff])")
# 负责南亚事务的官员: a person, not a duty.
_ATTRIBUTE = re.compile(
    r"[^，。]{1,24}的[^，。]{0,6}(?:同志|助理|官员|人员|(?<!组织)领导|专家|干部|部长|局长|主任|市长|负责人|部门|机构|单位)"
)
_HOST = re.compile(r"办公室设在(?P<host>[\u4e00-\u9fffA-Za-z（）()]{2,24}?)(?=[，,。；;]|$)")
_PERSON = re.compile(r"兼任|担任|任(?:办公室)?主任|任组长|同志|负责人")
_HOST_DUTY = re.compile(r"承担|负责|统筹|协调|会同|具体")
_NEXT_ROLE = re.compile(
    r"[，,、；; ]*(?:由)?(?P<units>[^，,。；;：:]{2,80}?)(?:按照?职责分工|共同|分别|具体|积极|等)*"
    r"(?P<role>(?:配合|参加|参与|协助|协同|会办|负责实施|具体实施|实施|落实|组成)(?=[，,。；;]|$)|负责(?!人|同志|制|的))"
)
_LAST_ROLE = re.compile(
    r"[，,](?P<units>[^，,。；;：:]{2,200}?)(?:(?:积极|密切|共同|协同)*(?:配合|参加|参与|协助|协同)|(?:积极|共同)*(?:予以|给予|做好)"
    r"(?:服务|要素|资金|人员|相关|各项)*(?:保障|配合|支持|服务|协助)(?:工作)?)$"
)
# …，B、C参与，三个月内完成: the clause after it belongs to the duty again.
_INNER_ROLE = re.compile(r"[，,](?P<units>[^，,。；;：:]{2,200}?)(?:配合|参加|参与|协助|协同)(?=[，,])")
# Verbs that follow a unit's name; 组织部 and 研究院 are names.
_VERB = re.compile(
    r"研究(?!院|所|室|中心)|制定|制订|确定|核定|规定|建立|开展|组织(?!部)|加强|推进|推动|落实|做好|完善|对|按照|根据|依据|及时|共同|联合(?!会)"
    r"|编制|提出|出台|下达|迅速|启动|实施|审核|审批|发布|公布|查处|处理|处置|负责|协调(?!小组|领导|机制|办)|督促|指导(?!中心|站)|监督检查"
    r"|检查|评估|认定|明确|统筹|适时|抓紧|进行|向|在|为|将|就|通过|完成|支持|提供|给予|拟定|起草|修订|继续|积极|采取|形成|探索"
    r"|关闭|封闭|停止|暂停|撤销|收回|召开|召集|宣布|通知|通报|报告|报送|上报|核实|核定|核查|受理(?!中心|处)|办理|签订|新增|扩大|拓展|打造"
    r"|培育|引导|鼓励|抽调|抽取|转移|疏散|调集"
    r"|于|自(?!然|治|贸|由)|按|从|依|\d"
)
# 有关部门 is complete as it stands; what follows is what they do.
_WHOLE_GROUP = re.compile(r"(?:部门|单位|机构|企业|方面)$")
# 公安、民政、税务等部门: fields of work, which are no names alone.
_OF_FIELDS = re.compile(r"(?:[\u4e00-\u9fff]{2,8}、){1,12}[\u4e00-\u9fff]{2,8}等(?:有关|相关|多个|\d+个)?(?:部门|单位)")
_REST_OF_GROUP = re.compile(r"等(?:有关|相关|多个|\d+个)?(?:部门|单位)")
_BY_A_DAY = re.compile(r"于(?=\d|每|次年|翌年|[本当]月)")
_THEN_DUTY = re.compile(r"(?:要|应)?(?:具体)?负责")
_WITH = re.compile(r"[，,]?会同")
_ACTS = re.compile(r"要|应(?!急|用)|将|须|负责|牵头|统筹|具体")
_ONLY_DONE = re.compile(
    r"(?:于|在)?[^，。；：]{0,18}?(?:前|底|末|内|\d日)?(?:全面|全部|基本)?(?:完成|落实|办结|推进)(?:到位)?"
)
_LISTED_DUTY = re.compile(r"(?P<units>[^：:。，；—–\n]{2,60})(?:[：:]|[—–]{1,2}|--)(?P<duty>[^\n]{4,}?)[；;]?")


# The longest list of units that is read before a word for a role, in characters.
_REACH = 240


def sentence_statements(text: str, start: int, end: int, *, owned: bool = False) -> Iterator[Statement]:
    """The sentences of `text[start:end]` in which a unit leads, is responsible, or acts together with others.

    Where a bracket owns the item (`owned`), a clause far from its subject says how the owner works: no statement.
    """
    before = ""
    said: int | None = None
    for sentence in _SENTENCE.finditer(text, start, end):
        read = False
        if _WORTH_READING.search(sentence.group()):
            for found in _read(text, sentence, before, owned=owned):
                units = [unit for _, unit in found.roles.units]
                if said is not None and says_no_task(text, *found.task, units):
                    # 开通服务专线。由A会同B于4月15日前完成: what is to be done stands in the sentences before.
                    found = replace(found, task=(said, _end_of(text, said, found)), whole=(said, found.whole[1]))
                read = True
                yield found
        if sentence.group().strip():
            before = sentence.group()
            begin = trimmed(text, *sentence.span())[0]
            goes_on = said is not None and "\n" not in text[said:begin]
            said = None if read else said if goes_on else begin


def _read(text: str, sentence: re.Match[str], before: str, *, owned: bool) -> list[Statement]:
    """The statements of one sentence, `before` being the one before it."""
    if host := _host(text, *sentence.span()):
        return [host]
    begin = point.end() if (point := _POINT.match(text, *sentence.span())) else sentence.start()
    if found := list(_duties(text, *sentence.span(), near_only=owned)):
        first = min(unit.start for _, unit in found[0].roles.units)
        ahead = passive_duty(text, sentence.start(), first) if text[first - 1] in "，," else None
        return [ahead, *found] if ahead else found
    if not owned and (asked := requests(text, begin, sentence.end())):
        return asked
    if not owned and (timed := within_a_time(text, begin, sentence.end())):
        return [timed]
    if not owned and (
        demand := dated_demand(text, begin, sentence.end()) or obliged_by_a_day(text, begin, sentence.end())
    ):
        return [demand]
    passive = passive_duty(text, *sentence.span())
    if passive is None and not owned and (must := obliged(text, begin, sentence.end())):
        return [must]
    if passive is None and sentence.group().lstrip().startswith("负责"):
        passive = _headed(text, before, sentence)
    return [passive] if passive else []


def _end_of(text: str, begin: int, found: Statement) -> int:
    """Where the task of a statement ends that begins in the sentences before: with them, unless it dates itself."""
    return found.task[1] if dated(text, *found.task) else trimmed(text, begin, found.whole[0])[1]


def listed_duty(text: str, start: int, end: int) -> Statement | None:
    """A paragraph of a list of duties, "（3）市财政局：落实资金…" or "市财政局——落实资金…": the caller knows that it
    stands in such a list."""
    opening = numbering(text[start : min(end, start + 12)])
    match = _LISTED_DUTY.fullmatch(text, start + (opening.length if opening else 0), end)
    if match is None:
        return None
    units = list_shaped_units(match["units"], match.start("units"))
    if not units:
        return None
    roles = Roles()
    roles.add(Role.RESPONSIBLE, units)
    return Statement(trimmed(text, *match.span("duty")), (start, end), roles)


def _headed(text: str, before: str, sentence: re.Match[str]) -> Statement | None:
    """负责资金保障 after a sentence that is a unit's name and nothing else: "市财政局。负责…"."""
    opening = numbering(before.strip())
    name = before.strip()[opening.length if opening else 0 :].rstrip("：:")
    if not has_unit_shape(name):
        return None
    at = text.rindex(name, 0, sentence.start())
    roles = Roles()
    roles.add(Role.RESPONSIBLE, [UnitMention(name, at, at + len(name))])
    begin = sentence.start() + sentence.group().index("负责")
    return Statement(trimmed(text, begin + 2, sentence.end()), (at, sentence.end()), roles)


def _host(text: str, start: int, end: int) -> Statement | None:
    """领导小组办公室设在市商务局，承担日常工作: the host carries what its office does."""
    host = _HOST.search(text, start, end)
    if host is None or not has_unit_shape(host["host"]):
        return None
    roles = Roles()
    roles.add(Role.RESPONSIBLE, [UnitMention(host["host"], *host.span("host"))])
    position = host.end()
    for clause in re.compile(r"[^，,]+").finditer(text, position, end):
        if _PERSON.search(clause.group()) or not _HOST_DUTY.search(clause.group()):
            continue
        if clause.group().startswith("由"):  # a bureau of the host, which is read as any other sentence
            return None
        if with_others := _WITH.match(clause.group()):
            roles.add(Role.SUPPORT, _partners(text, clause.start() + with_others.end(), end))
        return Statement(trimmed(text, clause.start(), end), (start, end), roles)
    return None


def _duties(text: str, start: int, end: int, *, near_only: bool) -> Iterator[Statement]:
    """The duties of a sentence: A负责…，B负责… are two, each with the words up to the next owner."""
    position = start
    for stop in (*_new_owners(text, start, end), end):
        found = _duty(text, position, stop - (stop < end), near_only=near_only)
        if found:
            yield found
            position = stop


def _new_owners(text: str, start: int, end: int) -> Iterator[int]:
    """Where, after a comma, units begin that lead or are responsible for what follows them."""
    for verb in _ROLE_VERB.finditer(text, start, end):
        if verb.lastgroup == "with" or _NO_ROLE.match(text, verb.end()):
            continue
        near = max(start, verb.start() - _REACH)
        subject = _subject(text, near, _before_adverbs(text, near, verb.start()))
        if subject and subject[0] > start and text[subject[0] - 1] in "，,":
            yield subject[0]


def _duty(text: str, start: int, end: int, *, near_only: bool) -> Statement | None:
    whole = (start, end)
    if opening := numbering(text[start : start + 12]):
        start += opening.length
    for verb in _ROLE_VERB.finditer(text, start, end):
        if verb.lastgroup != "as" and _NO_ROLE.match(text, verb.end()):
            continue
        near = max(start, verb.start() - _REACH)
        subject = _subject(text, near, _before_adverbs(text, near, verb.start()))
        if subject is None and not near_only and text[verb.start() - 1] in "，,":
            subject = _distant_subject(text, start, verb.start())
        if subject is None:
            continue
        begin, units = subject
        roles = Roles()
        roles.add(Role.RESPONSIBLE if verb.lastgroup == "duty" else Role.LEAD, units)
        after = verb.end()
        if verb.lastgroup == "with" or (joined := _WITH.match(text, after, end)):
            after = after if verb.lastgroup == "with" else joined.end()  # type: ignore[union-attr]
            partners = _partners(text, after, end)
            if not partners and verb.lastgroup == "with":
                continue
            roles.add(Role.SUPPORT, partners)
            after = partners[-1].end if partners else after
            if rest := _REST_OF_GROUP.match(text, after):
                after = rest.end()
        after = _more_roles(text, after, end, roles)
        stop = _last_role(text, after, end, roles)
        if stop == end:
            _inner_role(text, after, end, roles)
        if (
            _ATTRIBUTE.match(text, after, end)
            or DONE.match(text, after, end)
            or BEFORE_DONE.search(text[start:begin])
            or "已" in text[after:end][:12]
        ):
            continue
        task = _task(text, start, begin, after, stop)
        if task:
            return Statement(task, whole, roles)
    return None


def _task(text: str, start: int, begin: int, after: int, end: int) -> tuple[int, int] | None:
    """The duty after the last role; the whole sentence where its subject matter stands before the units."""
    duty = trimmed(text, after, end)
    if _BY_A_DAY.match(text, *duty):
        duty = duty[0] + 1, duty[1]
    if opening := _THEN_DUTY.match(text, *duty):
        duty = opening.end(), duty[1]
    passive = text[begin - 1 : begin] == "由"
    alone = _ONLY_DONE.fullmatch(text, *duty)  # 开展考核，市水利局主办，市统计局会办，7月底前办结
    topic = text[start : begin - passive].strip("，,：: ") if passive or alone else ""
    if len(topic) >= 3:
        return trimmed(text, start, end)
    return duty if duty[1] - duty[0] >= 3 else None


def _before_adverbs(text: str, start: int, end: int) -> int:
    adverbs = _ADVERBS.search(text[start:end])
    stop = start + adverbs.start() if adverbs else end
    while stop > start and text[stop - 1] in "，,：:":
        stop -= 1
    return stop


def _subject(text: str, start: int, end: int) -> tuple[int, list[UnitMention]] | None:
    """The units that fill everything from some boundary to `end`; the farthest boundary that works."""
    boundaries = {start, *(match.end() for match in _BOUNDARY.finditer(text, start, end))}
    if opening := _ENUMERATION.match(text, start, end):
        boundaries.add(opening.end())
    for term in calendar_terms(text[start:end]):
        boundaries.add(start + term.end)
    for begin in sorted(boundaries):
        if not 2 <= end - begin <= 160:
            continue
        units = list_shaped_units(text[begin:end], begin)
        if units and units[0].start - begin <= 2 and end - units[-1].end <= 8:
            return begin, units
    return None


def _distant_subject(text: str, start: int, end: int) -> tuple[int, list[UnitMention]] | None:
    """The unit that opens the sentence and whose later clause this is: 司法部要加强指导，会同有关部门…."""
    for size in range(3, min(26, end - start)):
        name = text[start : start + size]
        if has_unit_shape(name) and _ACTS.match(text, start + size) and not is_generic(name):
            return start, [UnitMention(name, start, start + size)]
    return None


def _partners(text: str, start: int, end: int) -> list[UnitMention]:
    """The units right after 会同: whole pieces, and of the last piece the shortest beginning that is a unit."""
    if group := _OF_FIELDS.match(text, start, end):
        return list_units(group.group(), start)
    found: list[UnitMention] = []
    position = start
    for piece in re.compile(r"[^、]+、?").finditer(text, start, min(end, start + 240)):
        words = piece.group().rstrip("、")
        if has_unit_shape(words.removesuffix("等")) and piece.group() != words:
            found += list_units(text[position : piece.end() - 1], position)
            position = piece.end()
            continue
        stop = _unit_length(text, position, min(end, position + 36))
        if stop:
            found += list_units(text[position : position + stop], position)
        break
    return found


def _unit_length(text: str, start: int, end: int) -> int:
    """How many characters from `start` are a unit's name: the longest beginning of that shape before a verb."""
    best = 0
    for size in range(2, end - start + 1):
        if best and _VERB.match(text, start + best):
            break
        if (
            has_unit_shape(text[start : start + size].removesuffix("等"))
            and text[start + size : start + size + 1] != "门"
        ):
            best = size
            if _WHOLE_GROUP.search(text[start : start + size]) and is_generic(text[start : start + size]):
                break
    return best


def _more_roles(text: str, start: int, end: int, roles: Roles) -> int:
    """Reads "，B、C配合" after the first role; returns where the rest begins."""
    while match := _NEXT_ROLE.match(text, start, end):
        units = list_shaped_units(match["units"], match.start("units"))
        if not units:
            break
        roles.add(Role.SUPPORT, units)
        start = match.end()
    return start


def _last_role(text: str, start: int, end: int, roles: Roles) -> int:
    """Reads "，B、C参加" at the end of the sentence; returns where the duty before it ends."""
    match = _LAST_ROLE.search(text, start, end)
    if match is None:
        return end
    units = list_shaped_units(match["units"], match.start("units"))
    if not units:
        return end
    roles.add(Role.SUPPORT, units)
    return match.start()


def _inner_role(text: str, start: int, end: int, roles: Roles) -> None:
    """Reads "，B、C参与，" inside the duty, which stays as it is."""
    match = _INNER_ROLE.search(text, start, end)
    if match:
        roles.add(Role.SUPPORT, list_shaped_units(match["units"], match.start("units")))
