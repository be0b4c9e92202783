"""Task tables that have a column for each unit and signs in its cells: ▲ for who leads, △ for who takes part.

What a sign means is read from the legend above or below the table; without one a filled sign beside a hollow one
leads, and signs of one kind make the units jointly responsible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.normalise import ReadingView
from corpus.role_labels import Role, label_role
from corpus.types import Table
from corpus.unit_shapes import UnitMention, list_shaped_units

SIGNS = "▲△★☆●○◆◇◎■□※√✓✔*〇"
_FILLED, _HOLLOW = "▲★●◆■", "△☆○◇□〇"
_SIGN = re.compile(rf"[{re.escape(SIGNS)}]")
_LEGEND = re.compile(
    rf"(?P<sign>[{re.escape(SIGNS)}])[”\"’』」）)]?\s*(?:号|标记|标注)?的?\s*(?:为|表示|代表|指|是|系|即|[:：=＝]|[—–-]{{1,2}})?\s*"
    r"[“\"]?(?P<words>(?:第一|主要|总)?(?:牵头|主办|主责|责任|负责|配合|协办|协同|协助|参与|参加|承办|支持|指导)"
    r"(?:单位|部门|责任|方)?)"
)
# How far from its table a legend stands, in characters.
_ABOVE, _BELOW = 200, 400


@dataclass(frozen=True, slots=True)
class MarkedUnits:
    """The columns of units with what each sign in their cells says; `units` has the unit by column."""

    units: Mapping[int, UnitMention]
    roles: Mapping[str, Role]

    def of_row(self, table: Table, position: int) -> Iterator[tuple[Role, UnitMention]]:
        """The units that bear a sign in a row, with the role that it gives them."""
        for column, unit in self.units.items():
            sign = table.rows[position][column].text.strip()
            if sign:
                yield self.roles[sign], unit


def marked_units(view: ReadingView, table: Table) -> MarkedUnits | None:
    """The columns of a table that stand for units and hold signs, two at least; None where there are none."""
    if not table.header or not table.rows:
        return None
    columns = [column for column in range(len(table.header)) if _holds_signs(table, column)]
    legend = _legend(view, table)
    signs = {row[column].text.strip() for row in table.rows for column in columns} - {""}
    units: dict[int, UnitMention] = {}
    for column in columns:
        cell = table.header[column]
        start = view.view(cell.span.start, cell.span.end).start
        shaped = list_shaped_units(cell.text, start)
        if len(shaped) == 1:
            units[column] = shaped[0]
        elif signs <= set(legend) and cell.text and not shaped:
            units[column] = UnitMention(cell.text, start, start + len(cell.text))
    if len(units) < 2:
        return None
    told_apart = not legend and any(sign in _FILLED for sign in signs) and any(sign in _HOLLOW for sign in signs)
    roles = {sign: legend.get(sign) or (_conventional(sign) if told_apart else Role.RESPONSIBLE) for sign in signs}
    return MarkedUnits(units, roles)


def holds_only_signs(texts: list[str]) -> bool:
    """Whether the cells of a column are signs or empty, and not all of them empty."""
    filled = [text.strip() for text in texts if text.strip()]
    return bool(filled) and all(_SIGN.fullmatch(text) for text in filled)


def _holds_signs(table: Table, column: int) -> bool:
    return holds_only_signs([row[column].text for row in table.rows])


def _conventional(sign: str) -> Role:
    if sign in _FILLED:
        return Role.LEAD
    return Role.SUPPORT if sign in _HOLLOW else Role.RESPONSIBLE


def _legend(view: ReadingView, table: Table) -> dict[str, Role]:
    """What the signs mean, as the text right above and below the table says."""
    span = view.view(table.span.start, table.span.end)
    around = (view.text[max(0, span.start - _ABOVE) : span.start], view.text[span.end : span.end + _BELOW])
    found: dict[str, Role] = {}
    for text in around:
        for match in _LEGEND.finditer(text):
            role = label_role(match["words"])
            if isinstance(role, Role):
                found.setdefault(match["sign"], role)
    return found
