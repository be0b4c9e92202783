"""Who is responsible, out of the words that say so: brackets, labels, cells and clauses.

Roles are lead (牵头, 主办), responsible (负责, 责任单位) and support (配合, 参加, 协办). What they make of the units:

- a lead is whoever is called one ("stated") or bears a mark such as ▲ ("marked"); everybody else takes part;
- of units that are merely responsible a sole one leads ("sole"), or the one that others support ("stated");
- several of them lead only where the document says that the first one listed does ("first_listed"); otherwise they
  are jointly responsible and nobody leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from corpus.calendar_terms import calendar_terms
from corpus.dates import read_deadline_field
from corpus.numbering import numbering
from corpus.role_labels import NAME, Role, label_at, label_role, oversees, role_labels
from corpus.types import Deadline, LeadBasis, Span
from corpus.unit_shapes import UnitMention, has_unit_shape, list_shaped_units, list_units


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who does it: units with their places, why the leads lead, and deadlines named beside the units.

    Spans count in the text that was read. `basis` is None exactly when `leads` is empty.
    """

    leads: tuple[UnitMention, ...]
    participants: tuple[UnitMention, ...]
    basis: LeadBasis | None
    deadlines: tuple[Deadline, ...] = ()


@dataclass(slots=True)
class Roles:
    """Units by role while a text is being read, in order of appearance."""

    units: list[tuple[Role, UnitMention]] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)

    def add(self, role: Role, units: Iterable[UnitMention]) -> None:
        """Adds units; a bracket after a name (牵头) overrides the role."""
        for unit in units:
            noted = role
            if unit.note:
                noted = Role.LEAD if re.search("牵头|主办|主责|组长|第一|主要", unit.note) else role
                noted = Role.SUPPORT if re.search("配合|协|参", unit.note) else noted
            self.units.append((noted, unit))

    def assignment(self, *, first_leads: bool = False) -> Assignment | None:
        """Applies the rules above; None where there is no unit."""
        unique: dict[str, tuple[Role, UnitMention]] = {}
        for role, unit in self.units:
            if unit.name not in unique or role is Role.LEAD:
                unique[unit.name] = (role, unit)
        units = sorted(unique.values(), key=lambda pair: pair[1].start)
        if not units:
            return None
        leads = [unit for role, unit in units if role is Role.LEAD]
        responsible = [unit for role, unit in units if role is Role.RESPONSIBLE]
        marked = [unit for _, unit in units if unit.marked]
        basis: LeadBasis | None = None
        if leads:
            basis = "stated"
        elif marked:
            leads, basis = marked, "marked"
        elif len(responsible) == 1:
            leads, basis = responsible, "sole" if len(units) == 1 else "stated"
        elif first_leads and responsible:
            leads, basis = responsible[:1], "first_listed"
        names = {unit.name for unit in leads}
        others = tuple(unit for _, unit in units if unit.name not in names)
        return Assignment(tuple(leads), others, basis, tuple(self.deadlines))


_NOT_A_ROLE = r"(?!人|者|同志|制度?|部门|单位|机构|机关|企业|作用|搞|任|[的地])"
_LEAD = rf"(?:总?牵头|主办|主责|牵总){_NOT_A_ROLE}(?:会同)?(?:组织)?(?:负责|落实|实施|推进|办理|协调|抓总|承担|建设)*"
_DUTY = (
    r"(?:(?:按照?|依据?|根据)?(?:各自|部门|工作|有关|相关)*(?:职责|职能|责任|任务|工作)(?:职责)?(?:和)?(?:分工|范围|权限|要求)?|各司其职)?[，,]?"
    r"(?:共同|分别|分工|具体|主要|统筹|联合|组织|各自|协同|切实|统一|归口|直接|全面|抓好|配合)*"
)
_STOP = r"(?=[，,；;、。 ）)]|$)"  # 实施 and the like stand inside names and sentences too
_RESPONSIBLE = (
    rf"{_DUTY}(?:负责{_NOT_A_ROLE}(?:落实|实施|组织实施|推进)*"
    rf"|(?:抓落实|组织实施|实施|落实|推进|承担|承办|办理){_STOP})"
)
_SUPPORT = (
    rf"{_DUTY}(?:积极|密切|共同|协同)*"
    rf"(?:(?:配合|参加|协办)|(?:参与|协助|协同|支持|指导)(?:落实|实施|负责|做好|推进)*{_STOP})"
)
_ROLE_WORDS = re.compile(
    rf"(?P<lead>{_LEAD}|负总责)|(?P<responsible>{_RESPONSIBLE})|(?P<support>{_SUPPORT})|(?P<with>会同|(?<=[部委局办厅署院府会行门])商(?!务|贸|业|会|城)(?=[\u4e00-\u9fff]{{2,12}}(?:部|委|局|办|厅|署)))"
)
_ROLE_OF_GROUP = {"lead": Role.LEAD, "responsible": Role.RESPONSIBLE, "support": Role.SUPPORT, "with": Role.LEAD}

# Another label (申报时间：…) ends what a label gives.
_OTHER_LABEL = re.compile(r"[；;，,。 \n][\u4e00-\u9fff]{2,8}[:：]")
# Who holds an event or runs a site: 主办：A　承办：B.
_HOSTS = re.compile(r"主办(?:单位|方)?[：:][^\n]{2,60}[ \u3000\n]承办(?:单位|方)?[：:]")
_SLASHED = re.compile(rf"(?P<names>(?:{NAME.pattern})(?:[/／](?:{NAME.pattern})){{1,3}})[:：]")
_NO_LABEL = re.compile(
    r"(?:以下简称|包括|不含|不包括|含|见|如|即|注|详见|联系|电话|地址|指|原|现|下称|简称|附|例如|其中|按|根据|参照|或)"
)

_AFTER_ROLE = re.compile(r"[，,；;、。 ]+")
_SHORT_CLAUSE = re.compile(r"[^，,；;。]{1,12}(?=[，,；;。]|$)")
# What else stands in a list of units: the mark of an unfinished list, or a rule about the list.
_NO_UNIT = re.compile(r"下同|^等$|不再|第一位|首位|以下|为牵头|^无$|^[—–-]+$")
_OPEN_DEADLINE = re.compile(r"^(?:长期|持续|常态化|适时|立即|即时|尽快|全年)[\u4e00-\u9fff]{0,6}$")
_RELATIVE_DEADLINE = re.compile(r"^[^，。；、]{0,20}(?:日|天|月|年|周|季度)(?:之|以)?内(?:完成|办结)?$")
_RECURRING_DEADLINE = re.compile(r"^(?:每(?:年|半年|季度?|月|周|旬|日|两年)|按[年季月]|定期)[^，。；、]{0,12}$")
_ITEMS = ("一、", "（一）", "1.", "1 ", "1.1", "1）", "（1）", "①")
# Before a bracket with their names: 有关部门（市商务局、市财政局） explains and assigns nothing.
_NAMED = re.compile(r"(?:部门|单位|机构|机关|成员|名单|名录|名称|层面|范围|分工|职责|[局委部厅办署院])$")
_AFTER_SENTENCE = re.compile(r"[。；;！？!?”’\n]$|^$")


def read_labelled(text: str, start: int, end: int, issued: date | None = None) -> Roles | None:
    """The roles in `text[start:end]` where labels such as 责任单位： give them; None where there is no label."""
    if slashed := _slashed(text, start, end, issued):
        return slashed
    labels = list(role_labels(text, start, end))
    if not any(isinstance(label.role, Role) for label in labels) or _HOSTS.search(text, start, end):
        return None
    roles = Roles()
    doers = any(isinstance(label.role, Role) and not oversees(label.name) for label in labels)
    lead = text[start : labels[0].start]
    if lead.strip(" ，,；;。、"):
        _read_misc(text, start, labels[0].start, issued, roles)
    for position, label in enumerate(labels):
        stop = labels[position + 1].start if position + 1 < len(labels) else end
        if other := _OTHER_LABEL.search(text, label.end, stop):
            stop = other.start()
        if label.role == "deadline":
            _add_deadlines(text, label.end, stop, issued, roles)
        elif isinstance(label.role, Role) and not (doers and oversees(label.name)):
            read_units(text, label.end, stop, label.role, issued, roles)
    return roles if roles.units else None


def _slashed(text: str, start: int, end: int, issued: date | None) -> Roles | None:
    """牵头单位/配合单位/完成时限：市商务局/市财政局/6月底: as many values as labels, in their order."""
    match = _SLASHED.match(text, start, end)
    if match is None:
        return None
    names = re.split("[/／]", match["names"])
    values = list(re.compile("[^/／]+").finditer(text, match.end(), end))
    if len(names) != len(values):
        return None
    roles = Roles()
    for name, value in zip(names, values, strict=True):
        role = label_role(name)
        if role == "deadline":
            _add_deadlines(text, *value.span(), issued, roles)
        elif isinstance(role, Role):
            _add_units(text, *value.span(), role, issued, roles)
    return roles if roles.units else None


def read_deadline_label(text: str, start: int, end: int, issued: date | None = None) -> list[Deadline]:
    """The deadlines of `text[start:end]` where it is a label such as 完成时限： with its value, else nothing."""
    label = label_at(text, start, end)
    if label is None or label.role != "deadline":
        return []
    roles = Roles()
    _add_deadlines(text, label.end, end, issued, roles)
    return roles.deadlines


def read_units(text: str, start: int, end: int, role: Role, issued: date | None, roles: Roles) -> None:
    """Adds to `roles` what a place for units holds: names, maybe with words of their own for the role, maybe a date."""
    if word := _ROLE_WORDS.search(text, start, end):
        # 市商务局，各区政府负责落实: what stands before the clause with the word is named by the label.
        clause = max(text.rfind(comma, start, word.start()) for comma in "，,；;。")
        if clause > start and list_shaped_units(text[start:clause]):
            _add_units(text, start, clause, role, issued, roles)
            start, role = clause + 1, Role.RESPONSIBLE if role is Role.LEAD else role
        if _read_clauses(text, start, end, issued, roles, strict=False):
            return
    _add_units(text, start, end, role, issued, roles)


def read_bracket(text: str, start: int, end: int, issued: date | None = None) -> Roles | None:
    """The roles in the bracket whose inside is `text[start:end]`; None where it says nothing of responsibility.

    Without labels every word must fit: names of units, words for roles, dates. Bare names count only after the end
    of a sentence or at the end of a numbered line, and only when all of them have the shape of a unit.
    """
    if _NO_LABEL.match(text, start, end) or end - start > 600:
        return None
    labelled = read_labelled(text, start, end, issued)
    if labelled:
        return labelled
    roles = Roles()
    if _read_clauses(text, start, end, issued, roles, strict=True):
        return roles
    if _AFTER_SENTENCE.search(text[max(0, start - 2) : start - 1]) or _ends_item(text, start - 1, end + 1):
        return read_names(text, start, end, issued)
    if text[end + 1 : end + 2] in ("", "\n", "。"):  # …（投资促进局，3月底前）: names and a day are no remark
        named = read_names(text, start, end, issued)
        return named if named and named.deadlines else None
    return None


def read_names(text: str, start: int, end: int, issued: date | None = None) -> Roles | None:
    """The roles where `text[start:end]` is names of units, and perhaps a date, and nothing else."""
    roles = Roles()
    _add_units(text, start, end, Role.RESPONSIBLE, issued, roles)
    shaped = [has_unit_shape(unit.name) for _, unit in roles.units]
    return roles if shaped and all(shaped) else None


def _ends_item(text: str, opening: int, after: int) -> bool:
    """Whether a bracket closes a numbered line that names a task and no units: 3.健全投入机制（市财政局）."""
    if text[after : after + 1] not in ("", "\n"):
        return False
    begin = text.rfind("\n", 0, opening) + 1
    number = numbering(text[begin : begin + 12])
    words = text[begin + (number.length if number else 0) : opening].strip()
    return number is not None and number.kind in _ITEMS and len(words) >= 4 and not _NAMED.search(words)


def _add_units(text: str, start: int, end: int, role: Role, issued: date | None, roles: Roles) -> None:
    names = []
    for unit in list_units(text[start:end], start):
        if _NO_UNIT.search(unit.name):
            continue
        if _is_deadline(unit.name, issued):
            roles.deadlines += _shifted(read_deadline_field(unit.name, issued), unit.start)
        else:
            names.append(unit)
    roles.add(role, names)


def _is_deadline(words: str, issued: date | None) -> bool:
    if has_unit_shape(words):
        return False
    return (
        bool(_OPEN_DEADLINE.match(words) or _RECURRING_DEADLINE.match(words))
        or bool(_RELATIVE_DEADLINE.match(words))
        or next(calendar_terms(words, issued or date(2000, 1, 1)), None) is not None
    )


def _add_deadlines(text: str, start: int, end: int, issued: date | None, roles: Roles) -> None:
    words = text[start:end].rstrip(" ，,；;。、")
    roles.deadlines += _shifted(read_deadline_field(words, issued), start)


def _shifted(deadlines: Iterable[Deadline], offset: int) -> Iterator[Deadline]:
    for found in deadlines:
        span = Span(found.span.start + offset, found.span.end + offset)
        yield Deadline(found.text, found.start, found.end, span, found.kind)


def _read_clauses(text: str, start: int, end: int, issued: date | None, roles: Roles, *, strict: bool) -> bool:
    """Reads "A牵头，B、C配合" and the like; False where the words do not fit, and `roles` is then not to be used."""
    position, with_others, stated = start, False, False
    while match := _next_role(text, position, end):
        units = _role_units(text, position, match.start(), issued, roles)
        if units is None:
            if strict:
                return False
            units = []
        group = match.lastgroup or ""
        if with_others:
            roles.add(Role.SUPPORT, units)
            with_others = group == "with"
        elif not units:
            if strict and not stated:
                return False
        else:
            role = _ROLE_OF_GROUP[group]
            roles.add(role, units)
            with_others = group == "with"
            stated = True
        position = match.end()
        after = _AFTER_ROLE.match(text, position, end)
        if after is None and position < end and not with_others and strict:
            clause = _SHORT_CLAUSE.match(text, position, end)
            if clause is None:
                return False
            position = clause.end()
        if after:
            position = after.end()
    if position < end and (named := read_deadline_label(text, position, end, issued)):
        roles.deadlines += named
    elif position < end:
        units = _role_units(text, position, end, issued, roles)
        if units:
            roles.add(Role.SUPPORT if with_others or stated else Role.RESPONSIBLE, units)
        elif units is None and strict and end - position > 20:
            return False
    if not stated:
        return False
    return not strict or any(has_unit_shape(unit.name) for _, unit in roles.units)


def _next_role(text: str, position: int, end: int) -> re.Match[str] | None:
    """The next words for a role that stand after a name rather than inside one."""
    for match in _ROLE_WORDS.finditer(text, position, end):
        noted = text[match.start() - 1] in "（(〔[" and text[match.end() : match.end() + 1] in tuple("）)〕]")
        if not noted and not _OPEN_WORD.search(text, max(position, match.start() - 4), match.start()):
            return match
    return None


_OPEN_WORD = re.compile(r"(?:长期|持续|常态化|适时|有序|稳步)$")
_SENTENCE_WORDS = re.compile(
    r"[的了是将把被]|以及其|进行|开展|加强|完善|按照|根据|依托|通过|鼓励|引导|项目|任务|对[^外]"
)


def _role_units(text: str, start: int, end: int, issued: date | None, roles: Roles) -> list[UnitMention] | None:
    """The units in a stretch before a word for a role; None where some of it can be neither a unit nor a date."""
    units: list[UnitMention] = []
    plain = True
    for unit in list_units(text[start:end], start):
        if _NO_UNIT.search(unit.name):
            continue
        if _is_deadline(unit.name, issued):
            roles.deadlines += _shifted(read_deadline_field(unit.name, issued), unit.start)
        elif has_unit_shape(unit.name) or (len(unit.name) <= 16 and not _SENTENCE_WORDS.search(unit.name)):
            units.append(unit)
        else:
            plain = False
    return units if plain else None


def _read_misc(text: str, start: int, end: int, issued: date | None, roles: Roles) -> None:
    """Words before the first label: a date ("6月底完成，"), or units whose label was left out."""
    for unit in list_units(text[start:end], start):
        if _is_deadline(unit.name, issued):
            roles.deadlines += _shifted(read_deadline_field(unit.name, issued), unit.start)
        elif has_unit_shape(unit.name):
            roles.add(Role.RESPONSIBLE, [unit])
