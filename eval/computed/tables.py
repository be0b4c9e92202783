"""Tables as a script can read them: runs of lines whose cells are parted by tabs, the head first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eval.computed.source import Source

HEAD = re.compile(r"(?!.*\d{3}(?!.?年))(?![\d.,%]+$).{1,20}")


def tables(source: Source) -> Iterator[list[list[str]]]:
    """Tables of at least two rows under a head, all of equally many cells; with joined cells they fall apart and are
    left out."""
    table: list[list[str]] = []
    for line in (*source.text.split("\n"), ""):
        cells = [cell.strip() for cell in line.split("\t")] if "\t" in line else []
        if table and len(cells) != len(table[0]):
            if len(table) > 2 and all(HEAD.fullmatch(cell) for cell in table[0]):
                yield table
            table = []
        if cells:
            table.append(cells)
