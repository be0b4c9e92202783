"""The rows of a table at one end of a column of amounts or of days: which costs most, which is due first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from assistant.answers.rows_meant import answer_rows_meant
from assistant.answers.table_cells import DOCUMENTS, TITLE, Named, every_table_named
from assistant.answers.table_enumerations import caption
from assistant.language.columns import columns_asked
from assistant.matching.heads import head_of
from assistant.matching.relevance import Relevance
from assistant.questions.question import Question, RowsMeant
from assistant.wording.findings import Draft
from corpus.dates import governing_deadline, read_deadline_field
from corpus.types import Document
from index.library import Library

LEAST_VALUES, LEAST_KIND = 2, 2
MOST_ROWS = 6

_WHICH = (
    r"哪(?:一|几|些)?(?:个|项|条|件|家|处|笔|户|份|块|位|座|所|种|类)?|谁|什么"
    r"|(?<![a-z])(?:which|what|who)(?: one)?(?![a-z])"
)
_FIRST_DAY = r"最[早先快急紧近]|(?<![a-z])(?:earliest|soonest|first)(?![a-z])"
_LAST_DAY = r"最[晚迟后]|(?<![a-z])(?:latest|last)(?![a-z])"
_HIGH = (
    r"最[高多大快好长重强贵]|排(?:名|在)?第一|第一名|最靠前"
    r"|(?<![a-z])(?:highest|(?:the )?most(?: expensive)?|largest|biggest|greatest|best|longest|top|dearest)(?![a-z])"
)
_LOW = (
    r"最[低少小慢差短轻弱]|最便宜|垫底|倒数第一|最靠后|最后一名"
    r"|(?<![a-z])(?:lowest|least|fewest|smallest|slowest|worst|shortest|cheapest)(?![a-z])"
)
_EXTREME = re.compile(
    rf"(?:(?P<first>{_FIRST_DAY})|(?P<last>{_LAST_DAY})|(?P<high>{_HIGH})|(?P<low>{_LOW}))的?", re.IGNORECASE
)
_ASKS_WHICH = re.compile(_WHICH, re.IGNORECASE)
# 最多能补多少, 最晚什么时候: a limit or a deadline, no comparison.
_A_LIMIT = re.compile(r"最[高多低少晚早迟](?:可以?|能|给|补|不|要|得|应|报|拿|奖|支持|资助|什么|何|哪[天年月]|几|到)")
_AROUND = re.compile(
    rf"{_WHICH}|(?<![a-z])(?:is|was|are|were|the|one|ones|of|them|these|those|has|have|had|it|and|so|in|all)(?![a-z])|[，,、？?。的是里中上呢那]|(?:排|名)(?=$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?P<number>-?\d[\d,]*(?:\.\d+)?)\s*(?P<scale>[万亿]?)(?:[\u4e00-\u9fff%％‰/／]{0,6})")
_SCALES = {"": 1.0, "万": 1e4, "亿": 1e8}
_RANKS = re.compile("排名|名次|位次")


@dataclass(frozen=True, slots=True)
class Extreme:
    """Which end of a column is asked for: of days, of amounts; `rest` is what the question says beside that."""

    end: str
    rest: str

    @property
    def of_days(self) -> bool:
        return self.end in ("first", "last")


def extreme_of_rows(text: str) -> Extreme | None:
    """The end of a column that a text asks for; None where it asks for none, or only which limit there is."""
    found = _EXTREME.search(text)
    if found is None or _A_LIMIT.search(text):
        return None
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    if not _ASKS_WHICH.search(rest) and not re.search(r"[的呢]", text[found.end() - 1 :]):
        return None
    return Extreme(found.lastgroup or "", " ".join(_AROUND.sub(" ", rest).split()))


def extreme_rows(named: Named, rows: Sequence[int], column: int, end: str, issued: date | None) -> tuple[int, ...]:
    """The rows at one end of a column, all of them where several are; none where too few of its cells can be told
    apart."""
    values: dict[int, float] = {}
    for row in rows:
        cell = "".join(named.table.rows[row][column].text.split())
        value = _day(cell, issued) if end in ("first", "last") else _amount(cell)
        if value is not None:
            values[row] = value
    if len(values) < LEAST_VALUES:
        return ()
    smallest = end in ("first", "low")
    if _RANKS.search(named.table.header[column].text):
        smallest = not smallest
    wanted = (min if smallest else max)(values.values())
    at = tuple(row for row, value in values.items() if value == wanted)
    return at if len(at) < len(values) and len(at) <= MOST_ROWS else ()


def answer_first_due(question: Question, proposed: Callable[[], Sequence[str]], library: Library) -> Draft | None:
    """The rows that are first or last by the days of a column which the question names; None where it asks for nothing
    of the kind, or no paper that is meant has such a table. `proposed` gives the documents that search proposes."""
    if question.inherited or question.demands:
        return None
    extreme = extreme_of_rows(TITLE.sub(" ", question.text))
    if extreme is None or not extreme.of_days:
        return None
    named_documents = sorted(question.document_ids - {""})
    if question.document_ids and not named_documents:
        return None
    on = cache(partial(Relevance, library=library))  # table after table, a few words
    for name in named_documents or list(dict.fromkeys(proposed()))[:DOCUMENTS]:
        document = library.document(name)
        columns = [
            (named, column)
            for named in every_table_named(library, name)
            if (column := _column(extreme.rest, named, document, on)) is not None
        ]
        told = _ends(columns, extreme.end, document.metadata.issued)
        meant = [RowsMeant(name, named.table.index, rows, (column,)) for named, column, rows in told]
        drafts = [answer_rows_meant(replace(question, rows=one), library) for one in meant]
        found = [one for one in drafts if one is not None]
        if found:
            statements = tuple(statement for one in found for statement in one.statements)
            return replace(found[0], statements=statements, tasks=tuple(task for one in found for task in one.tasks))
    return None


def _ends(
    columns: Sequence[tuple[Named, int]], end: str, issued: date | None
) -> list[tuple[Named, int, tuple[int, ...]]]:
    """The rows that are first or last of all rows of some tables, which go on from one another where their columns have
    one name; of the first table where they have not."""
    if not columns:
        return []
    head = columns[0][0].columns[columns[0][1]]
    alike = [(named, column) for named, column in columns if named.columns[column] == head]
    days = {
        (at, row): day
        for at, (named, column) in enumerate(alike)
        for row in range(len(named.rows))
        if row != named.sums and (day := _day("".join(named.table.rows[row][column].text.split()), issued)) is not None
    }
    wanted = (min if end == "first" else max)(days.values(), default=None)
    found = [place for place, day in days.items() if day == wanted]
    if len(days) < LEAST_VALUES or not 0 < len(found) <= MOST_ROWS or len(found) == len(days):
        return []
    return [
        (named, column, rows)
        for at, (named, column) in enumerate(alike)
        if (rows := tuple(row for table, row in found if table == at))
    ]


def _column(rest: str, named: Named, document: Document, on: Callable[[str], Relevance]) -> int | None:
    """The one column of days that a text names, which names nothing else but the paper and the kind of its rows; `on`
    scores what speaks of a word."""
    table, kind = named.table, named.columns[named.at]
    above = caption(document.text, table.header[0].span.start).of(document.text)
    told = f"{head_of(document)} {' '.join(table.section)} {above} {kind}"
    written = [
        at for at, name in enumerate(named.columns) if at != named.at and len(name) > LEAST_KIND and name in rest
    ]
    if len(written) == 1:
        return written[0]
    kinds = [form for form in (kind, kind[-LEAST_KIND:]) if len(form) >= LEAST_KIND]
    words = [word for word in rest.split() if word not in kinds]
    for form in kinds:
        words = [word.removeprefix(form) for word in words]
    untold = [word for word in words if not _told_by(on(word), told)]
    # A word of the first lines may yet be what the column is called by.
    texts = [" ".join(untold)] if untold else [*reversed(words), ""]
    heads = [cell.text for cell in table.header]
    cells = [cell.text.strip() for cell in table.rows[0]]
    columns = (columns_asked(asked, heads, cells, named.at) for text in texts for asked in (text, f"什么时候{text}"))
    return next((found[0] for found in columns if len(found) == 1), None)


def _told_by(relevance: Relevance, above: str) -> bool:
    """Whether what is said above a table has all that a word says."""
    return bool(relevance.terms) and not relevance.within(above).terms


def _amount(cell: str) -> float | None:
    found = _NUMBER.fullmatch(cell)
    return None if found is None else float(found["number"].replace(",", "")) * _SCALES[found["scale"]]


def _day(cell: str, issued: date | None) -> float | None:
    deadline = governing_deadline(read_deadline_field(cell, issued))
    if deadline is None:
        return None
    day = deadline.end or deadline.start
    return None if day is None else float(day.toordinal())
