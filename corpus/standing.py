"""Rules that a document states once and that hold for more than one statement.

- which of the units listed leads: 排在第一位的为牵头单位，下同;
- units that are responsible everywhere: 以下均需各地区、各部门落实，不再列出;
- a lead for everything that names none: 以下任务均由市商务局牵头.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.normalise import ReadingView
from corpus.outline import section_at
from corpus.responsibility import Assignment, Roles
from corpus.types import LeadBasis, Section, Table
from corpus.unit_shapes import UnitMention, list_units

_FIRST = (
    r"(?:排(?:名|列)?(?:在)?(?:最)?(?:第一|首|前)|列(?:在)?(?:第一|首)|名列第一|位列第一|居首|位居首"
    r"|第一(?:个|家|位)?(?:单位|部门)|首(?:个|家|位)(?:单位|部门)?|第一责任(?:单位|部门))"
)
_LEADS = r"(?:牵头|总?牵头|主办|主要责任|主责|总负责)"
FIRST_LEADS = re.compile(
    rf"[^。；，,、：:\n（(]{{0,24}}{_FIRST}[^。；\n]{{0,14}}(?:为|是|即|作为|系|负责)[^。；\n）)]{{0,4}}"
    rf"{_LEADS}[^。；\n）)]{{0,6}}(?:[，,]\s*[^，。；）)\n]{{0,6}}下同)?"
    rf"|{_LEADS}(?:单位|部门)(?:为|是|均为)[^。；\n）)]{{0,12}}{_FIRST}[^。；\n）)]{{0,8}}(?:[，,]\s*下同)?"
)
EVERYWHERE = re.compile(
    r"(?:(?:具体|各项|以上|上述)?(?:任务|工作|措施|事项)均涉及(?P<all>[^，。；;）)〕\n]{2,80}?[）)]?[^，。；;）)〕\n]{0,20})"
    r"[，,]\s*不再(?:做|作|逐一|逐项|重复|一一|另行|单独)*(?:分工|列出|列示|标注|注明|列|表述)(?:[，,]\s*下同)?)|以下[^，。；）)\n]{0,10}?均?(?:需|由|须|涉及|要)(?P<units>[^。；;）)\n]{2,120}?)"
    r"(?:按照?职责分工|共同|分别|结合实际|分工)*(?:落实|负责|配合|参与|抓好|承担|实施)[^，。；）)]{0,12}"
    r"[，,]\s*不再(?:逐一|逐项|重复|一一|另行|单独)*(?:列出|列示|标注|注明|列|表述)"
)
LEAD_OF_ALL = re.compile(
    r"(?:以下|下列|上述|本(?:方案|清单|计划|表)(?:中|所列)?|所列|除[^，。；]{2,20}外)(?:的)?(?:各|所有|全部)?(?:项)?"
    r"(?:任务|工作|措施|事项|内容)?[^。；\n]{0,12}(?:均|统一|全部|都)由(?P<units>[^，。；\n]{2,60}?)牵头"
)


@dataclass(frozen=True, slots=True)
class StandingRules:
    """The rules of one document: each with the range of view offsets in which it holds; `stated` is where."""

    first_leads: tuple[tuple[int, int], ...] = ()
    everywhere: tuple[tuple[int, int, tuple[UnitMention, ...]], ...] = ()
    leads: tuple[tuple[int, int, tuple[UnitMention, ...]], ...] = ()

    stated: tuple[tuple[int, int], ...] = ()

    def applied(self, roles: Roles, place: int) -> Assignment | None:
        """What `roles`, stated at `place`, come to under the rules that hold there."""
        assignment = roles.assignment(first_leads=any(start <= place <= end for start, end in self.first_leads))
        if assignment is None:
            return None
        named = {unit.name for unit in (*assignment.leads, *assignment.participants)}
        added = tuple(unit for unit in _holding(self.everywhere, place) if unit.name not in named)
        if added:
            participants = assignment.participants + added
            basis: LeadBasis | None = "stated" if assignment.basis == "sole" else assignment.basis
            assignment = replace(assignment, participants=participants, basis=basis)
        leads = tuple(_holding(self.leads, place))
        if leads and not assignment.leads:
            names = {unit.name for unit in leads}
            others = tuple(unit for unit in assignment.participants if unit.name not in names)
            assignment = replace(assignment, leads=leads, participants=others, basis="stated")
        return assignment

    def without(self, text: str) -> str:
        """`text` with commas in place of the rules' own words, which name units that these words do not assign."""
        for start, end in self.stated:
            text = text[:start] + "，" * (end - start) + text[end:]
        return text


def _holding(rules: Iterable[tuple[int, int, tuple[UnitMention, ...]]], place: int) -> Iterator[UnitMention]:
    return (unit for start, end, units in rules if start <= place <= end for unit in units)


def standing_rules(view: ReadingView, sections: Sequence[Section], tables: Sequence[Table] = ()) -> StandingRules:
    """The rules that the text states.

    A rule with 下同 or 以下 holds from its place on; one in a table or an annex holds there; any other for the whole
    document.
    """
    text = view.text
    inside = [view.view(table.span.start, table.span.end) for table in tables]
    first, everywhere, leads = (list(rule.finditer(text)) for rule in (FIRST_LEADS, EVERYWHERE, LEAD_OF_ALL))
    scopes = (
        next(
            ((span.start, span.end) for span in inside if span.start <= match.start() < span.end),
            _scope(view, sections, match),
        )
        for match in first
    )
    return StandingRules(
        tuple(scopes),
        tuple(_with_units(match, (match.start(), len(text))) for match in everywhere),
        tuple(_with_units(match, _scope(view, sections, match)) for match in leads),
        tuple(match.span() for match in (*first, *everywhere, *leads)),
    )


def _scope(view: ReadingView, sections: Sequence[Section], match: re.Match[str]) -> tuple[int, int]:
    if re.search("下同|以下|下列", match.group()):
        return match.start(), len(view.text)
    section = section_at(sections, view.source(*match.span()))
    while section.level > 1 and section.parent is not None:
        section = sections[section.parent]
    if section.number and section.number.startswith("附"):
        span = view.view(section.span.start, section.span.end)
        return span.start, span.end
    return 0, len(view.text)


def _with_units(match: re.Match[str], scope: tuple[int, int]) -> tuple[int, int, tuple[UnitMention, ...]]:
    name = "units" if match["units"] else "all"
    return *scope, tuple(list_units(match[name], match.start(name)))
