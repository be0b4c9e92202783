"""Tables: the cell that stands in a named row under a named head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eval.cases import Case
from eval.computed.source import Source, computed
from eval.computed.tables import tables

ORDINAL = re.compile(r"序号|编号|排名|位次|名次|No\.?")
FIGURE = re.compile(r"[\d.,，%‰+\-－—/～~]+")
UNITS = re.compile(r".*(?:单位|部门)")
SHORTEST_NAME = 3
LONGEST_CELL = 60

ASKED = ("{key}的{head}是什么？", "{name}里，{key}的{head}是？", "查一下{key}，{head}")
ASKED_FIGURE = ("{key}的{head}是多少？", "{name}里，{key}的{head}是多少", "查一下{key}，{head}")


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """One question for each named row and each further column; the name stands in the document exactly once."""
    for source in sources:
        for head, *rows in tables(source):
            named = naming_column(head, rows)
            if named is None:
                continue
            for number, row in enumerate(rows):
                if not source.once(row[named]) or len(set(map(len, rows))) > 1:
                    continue
                for column, cell in enumerate(row):
                    if column == named or ORDINAL.fullmatch(head[column]) or not 0 < len(cell) <= LONGEST_CELL:
                        continue
                    if cell in ("—", "-", "/", "同上"):
                        continue
                    asked = ASKED_FIGURE if FIGURE.fullmatch(cell) else ASKED
                    bare = re.sub(r"[（(].*?[）)]", "", head[column])
                    question = asked[(number + column) % len(asked)]
                    question = question.format(name=source.name, key=row[named], head=bare)
                    quotes = ["".join(row)]
                    # Who leads is marked in the cell (▲) and told in words by an answer.
                    units = re.split("[、，,]", cell.replace("▲", "")) if UNITS.fullmatch(head[column]) else [cell]
                    yield computed(source, "cells", question, [[one] for one in units], quotes, type="measure")


def naming_column(head: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """The first column whose cells name their rows: words, all different."""
    for column in range(len(head)):
        cells = [row[column] for row in rows]
        words = all(len(cell) >= SHORTEST_NAME and not FIGURE.fullmatch(cell) for cell in cells)
        if words and len(set(cells)) == len(cells):
            return column
    return None
