"""Which rows of tables can tell who leads a task and who takes part."""

from __future__ import annotations

import re

from assistant.matching.library_cache import KeptWith
from corpus.types import Passage
from index.library import Library

_WHO = re.compile(
    "单位|部门|机构|牵头|责任|负责|主办|承办|协办|联办|配合|参与|分工|主体|处室|科室|专班|小组|组[长成别]|成员|职务|领导|[长人员]$"
    "|lead|unit|department|responsib|particip|support|agenc|owner|member|who",
    re.IGNORECASE,
)


def can_tell_parts(passage: Passage, library: Library) -> bool:
    """False of a row whose table names its columns and none for who does something: 数据来源 names units that lead
    nothing."""
    return passage.cell is None or passage.cell.table not in _silent_tables(library, passage.document_id)


def _read(library: Library, document_id: str) -> frozenset[int]:
    return frozenset(
        table.index
        for table in library.tables(document_id)
        if table.header and not any(_WHO.search("".join(cell.text.split())) for cell in table.header)
    )


_silent_tables = KeptWith(_read, most=512)
