"""Which row of a table a turn of a conversation goes on from, and what it asks of that or of another one.

Who reads a list of tasks goes on asking about a row of it: who is in charge, why is it late, and the one after it? What
the answer before cited tells which row that is; the names of the columns tell what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from assistant.answers.row_columns import whole_of
from assistant.answers.row_extremes import Extreme, extreme_of_rows, extreme_rows
from assistant.answers.row_names import plain_text, row_named, without_name
from assistant.answers.table_cells import Named, every_table_named
from assistant.language.columns import columns_asked
from assistant.questions.question import RowsMeant
from assistant.types import Answer, Turn
from assistant.wording.findings import Draft
from corpus.types import CellPosition
from index.library import Library

LEAST_NAME, LEAST_SHORT = 2, 3
"""So many characters name a row, and so many of its name a row that is named in short."""
MOST_ROWS = 12
MOST_TOLD_APART = 2
"""So many cells of a row that an answer gives are what was asked for."""

_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
_ORDINALS = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"], start=1
    )
}
_ORDINAL = re.compile(
    r"第\s*(?P<zh>[一二三四五六七八九十]|\d{1,2})\s*(?:个|项|条|家|行|处|笔)(?:项目|任务|问题|事项)?"
    r"|(?<![a-z])the (?P<en>first|second|third|fourth|fifth|sixth|seventh|eighth)(?: one| item| task| row)?(?![a-z])",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"再?(?:回到|说回|回过头来?[看说]?)|再[看说问](?:一?下|[看说问])?|(?:刚才|刚刚|前面|之前|上面|最[早初]|一开始)(?:[说问提]到?)?过?的?(?:那(?:个|项|件|条))?"
    r"|再?(?:说|讲|重复|报)一[遍次下]|(?<![a-z])(?:going )?(?:back to|returning to|again)(?![a-z])",
    re.IGNORECASE,
)
_AND_WHAT = re.compile(
    r"(?:那么?|还有|至于|换成|改成)?[，,]?\s*(?P<zh>.{2,40}?)(?:呢|怎么样|又?如何)[？?]?"
    r"|(?:and |so |but )?(?:what|how) about (?:the )?(?P<en>[^?]{2,60})\??"
    r"|and (?:the |for (?:the )?)?(?P<and>[^?,，？]{2,60})\??",
    re.IGNORECASE,
)
_AND_ASKED = re.compile(r"(?:那么?|还有)?(?P<named>[^，,？?]{2,40}?)(?:呢)?[，,]\s*(?P<asked>.{2,})")
_OTHERS = re.compile(
    r"(?:那么?|还有)?(?:其他|其它|其余|剩下|余下|别|另外)的?(?:几?[个项家条]|单位|部门|项目|任务|问题|地方|乡镇|镇街|街道|县区|区县|地区|企业|的)*"
    r"(?:都|分别|各)?(?:呢|怎么样|如何|是多少|情况(?:呢|如何|怎么样))?[？?]?"
    r"|(?:and |what about )?(?:the )?(?:others?|rest|other (?:ones|rows|items|units|projects))(?: then)?\??",
    re.IGNORECASE,
)
_EACH = re.compile(
    "分别|各自?|都|[它他]们|这些|那些|(?<![a-z])(?:each|they|them|their|respectively|these|those|all)(?![a-z])",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[那么还有至于换成改呢的？?怎样又如何了，,\s]*|(?:and|so|but|what|how|about|the|for|[\s?,])*")
_OPENED = re.compile("^“([^“”]*)”[：:]?")


@dataclass(frozen=True, slots=True)
class _Told:
    """Rows of one table, in the order in which an answer gave them."""

    document_id: str
    named: Named
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LastRows:
    """Two rows of one table by their `names`, the one told first before the other, and the name of the one `column`
    that was asked for last, "" where it was none or several."""

    names: tuple[str, str]
    column: str


def last_rows(turns: Sequence[Turn], library: Library) -> LastRows | None:
    """The two rows that were told last, each alone or both together; None where the turns told others between them, or
    none."""
    rows: dict[int, None] = {}
    last: _Told | None = None
    for turn in reversed(turns):
        told = _told(turn.answer, library)
        alone = 1 if rows else 2  # an answer that sets them side by side tells both
        if told is None or len(told.rows) > alone or (last is not None and told.named.table is not last.named.table):
            return None
        last = last or told
        rows.update(dict.fromkeys(reversed(told.rows)))
        if len(rows) == 2:
            break
    if last is None or len(rows) != 2:
        return None
    columns = _asked_before(turns, last)
    other, one = (_plain(last.named.table.rows[at][last.named.at].text) for at in rows)
    head = _plain(_BRACKETS.sub("", last.named.table.header[columns[0]].text)) if len(columns) == 1 else ""
    return LastRows((one, other), head)


def _plain(text: str) -> str:
    return "".join(text.split()).replace("“", "").replace("”", "")


def of_rows_told(text: str, turns: Sequence[Turn], library: Library) -> tuple[str, RowsMeant] | None:
    """`text` as it is asked of the rows that the turns before told, with these and the columns that it asks for; None
    where they told none, or it asks for anything else."""
    told = _last_told(turns, library)
    if told is None:
        return None
    condensed = plain_text(text)
    zh = bool(re.search("[\u4e00-\u9fff]", text))
    if _OTHERS.fullmatch(text.strip()) and len(told.rows) < len(told.named.table.rows):
        rows = tuple(
            at for at, name in enumerate(told.named.rows) if at not in told.rows and at != told.named.sums and name
        )
        columns = _asked_before(turns, told)
        return _meant(told, rows, columns, None, zh) if len(rows) <= MOST_ROWS else None
    named = row_named(condensed, told.named)
    if named is not None and told.named.rows[named[0]] not in told.named.columns:  # 合计 is most often a column
        return _meant(told, (named[0],), _columns_of(named[1], told, named[0], turns), None, zh)
    ordinal = _ORDINAL.search(text)
    if ordinal is not None:
        number = _ORDINALS.get((ordinal["zh"] or ordinal["en"]).lower()) or int(ordinal["zh"])
        among = told if len(told.rows) > 1 else _one_by_one(turns, told, library)
        if among is None or not 0 < number <= len(among.rows):
            return None
        row = among.rows[number - 1]
        rest = f"{text[: ordinal.start()]} {text[ordinal.end() :]}"
        return _meant(among, (row,), _columns_of(rest, among, row, turns), None, zh)
    extreme = extreme_of_rows(text)
    if extreme is not None:
        return _at_an_end(extreme, told, turns, library, zh)
    if len(told.rows) > 1 and not _EACH.search(text):
        return None
    columns = _columns(text, told, told.rows[0])
    if columns:
        return _meant(told, told.rows, columns, text, zh) if len(told.rows) <= MOST_ROWS else None
    short = _AND_WHAT.fullmatch(text.strip()) or _AND_ASKED.fullmatch(_BACK.sub("", text).strip())
    at = None if short is None else _in_short(plain_text(next(filter(None, short.groups()))), told)
    if short is None or at is None:
        return None
    asked = short.groupdict().get("asked")
    return _meant(told, (at,), _columns(asked, told, at) if asked else _asked_before(turns, told), None, zh)


def _at_an_end(
    extreme: Extreme, told: _Told, turns: Sequence[Turn], library: Library, zh: bool
) -> tuple[str, RowsMeant] | None:
    """The rows at one end of the column that a turn asks for, or that the turn before did: of those told where they are
    several, else of all."""
    kind = told.named.columns[told.named.at]
    rest = extreme.rest.removeprefix(kind).strip()
    meant = (
        () if rest else _asked_before(turns, told),
        _columns(f"什么时候{rest}" if extreme.of_days else rest, told, told.rows[0]),
        _columns(rest, told, told.rows[0]) if rest else (),
    )
    rows = told.rows if len(told.rows) > 1 else [at for at in range(len(told.named.rows)) if at != told.named.sums]
    issued = library.summary(told.document_id).issued
    for column in chain(*meant):
        found = extreme_rows(told.named, rows, column, extreme.end, issued)
        if found:
            return _meant(told, found, (column,), None, zh)
    return None


def _columns_of(rest: str, told: _Told, row: int, turns: Sequence[Turn]) -> tuple[int, ...]:
    """The columns that a turn asks for of a row that it names, by what it says beside the name; those that the turn
    before asked for where that is nothing."""
    rest = _BACK.sub(" ", rest)
    columns = _columns(rest, told, row)
    return _asked_before(turns, told) if not columns and _NOTHING.fullmatch(rest.lower()) else columns


def _meant(
    told: _Told, rows: Sequence[int], columns: Sequence[int], text: str | None, zh: bool
) -> tuple[str, RowsMeant] | None:
    """The rows and columns, and the question as it stands alone: `text`, or the names of the columns."""
    if not rows or not columns:
        return None
    table, gap = told.named.table, "" if zh else " "
    names = [gap.join(table.rows[row][told.named.at].text.split()) for row in rows]
    heads = [gap.join(table.header[column].text.split()) for column in columns]
    asked = text.strip(" ，,") if text else f"{'、'.join(heads)}是什么？" if zh else f"{', '.join(heads)}?"
    topic = ("、" if zh else ", ").join(names).replace("“", "").replace("”", "")
    meant = RowsMeant(told.document_id, table.index, tuple(rows), tuple(columns))
    return f"“{topic}”{'：' if zh else ': '}{asked}", meant


def _last_told(turns: Sequence[Turn], library: Library) -> _Told | None:
    """The rows that the last answer which found something told."""
    for turn in reversed(turns):
        told = _told(turn.answer, library)
        if told is not None:
            return told
        if turn.answer.status != "not_found":
            return _called(turn.answer, library)
    return None


def asked_of_each(text: str, draft: Draft, library: Library) -> RowsMeant | None:
    """The rows that an answer tells, with the columns that `text` asks for of each; None where it tells no several rows
    of one table, too many, or no column is asked for."""
    evidence = [one for each in draft.statements for one in each.evidence]
    told = _rows_at([(one.document_id, one.span.start, one.span.end, one.cell) for one in evidence], library)
    if told is None or not 1 < len(told.rows) <= MOST_ROWS:
        return None
    columns = _columns(text, told, told.rows[0])
    return RowsMeant(told.document_id, told.named.table.index, told.rows, columns) if columns else None


def _told(answer: Answer, library: Library) -> _Told | None:
    """The rows that an answer cites; None where it cites none, or rows of several tables."""
    return _rows_at([(one.document_id, one.start, one.end, one.cell) for one in answer.citations], library)


def _rows_at(quotes: Sequence[tuple[str, int, int, CellPosition | None]], library: Library) -> _Told | None:
    """The rows that quotes hold, each from where to where of which document; None as above."""
    found: dict[tuple[str, int], dict[int, None]] = {}
    tables: dict[tuple[str, int], Named] = {}
    for document_id, start, end, cell in quotes:
        for named in every_table_named(library, document_id):
            if cell is None:  # of a list of all rows, or of those of one kind
                row = _whole_row(named, start, end)
            elif named.table.index == cell.table:
                row = _row_ending(named, start, end)
            else:
                continue
            if row is not None:
                key = document_id, named.table.index
                tables[key] = named
                found.setdefault(key, {})[row] = None
    if len(found) != 1:
        return None
    ((key, rows),) = found.items()
    return _Told(key[0], tables[key], tuple(rows))


def _row_ending(named: Named, start: int, end: int) -> int | None:
    """The row that a quote holds: the last of which a cell of its own stands there, for a cell that is merged over
    several rows begins above them."""
    rows = named.table.rows
    for at in range(len(rows) - 1, -1, -1):
        if any(
            start <= cell.span.start and cell.span.start < cell.span.end <= end and (at == 0 or cell.span != above.span)
            for cell, above in zip(rows[at], rows[at - 1], strict=True)
        ):
            return at
    return None


def _whole_row(named: Named, start: int, end: int) -> int | None:
    """The row of which a quote has all cells."""
    for at, cells in enumerate(named.table.rows):
        span = whole_of(cells)
        if (span.start, span.end) == (start, end):
            return at
    return None


def _called(answer: Answer, library: Library) -> _Told | None:
    """The one row that a question calls by its name, of the documents that its answer cites."""
    text = plain_text(answer.standalone_question)
    found = [
        _Told(name, named, (row[0],))
        for name in dict.fromkeys(one.document_id for one in answer.citations)
        for named in every_table_named(library, name)
        if (row := row_named(text, named)) is not None and len(named.rows[row[0]]) > LEAST_SHORT
    ]
    return found[0] if len(found) == 1 else None


def _one_by_one(turns: Sequence[Turn], last: _Told, library: Library) -> _Told | None:
    """The rows that the answers told one by one, in the order in which they were asked of; None where it was one."""
    rows: dict[int, None] = {}
    for turn in turns:
        told = _told(turn.answer, library)
        if told and told.named is last.named and len(told.rows) == 1:
            rows[told.rows[0]] = None
        elif named := row_named(plain_text(turn.answer.standalone_question), last.named):
            rows[named[0]] = None
    return _Told(last.document_id, last.named, tuple(rows)) if len(rows) > 1 else None


def _asked_before(turns: Sequence[Turn], told: _Told) -> tuple[int, ...]:
    """The columns that the last question asked for which asked for some of this table."""
    for turn in reversed(turns):
        text = _OPENED.sub("", turn.answer.standalone_question)
        plain = text
        for row in told.rows:
            plain = without_name(plain, told.named.table.rows[row][told.named.at].text)
        columns = _columns(plain, told, told.rows[0])
        if columns:
            return columns
        written = [
            at
            for at, name in enumerate(told.named.columns)
            if len(name) >= LEAST_NAME and at != told.named.at and name in plain_text(text)
        ]
        if written:
            return tuple(written)
        said = plain_text(turn.answer.answer)
        if len(told.rows) == 1:
            cells = told.named.table.rows[told.rows[0]]
            shown = [
                at
                for at, name in enumerate(told.named.columns)
                if at != told.named.at
                and len(name) >= LEAST_NAME
                and name in said
                and (cell := plain_text(cells[at].text))
                and cell in said
            ]
            # Where the whole row was told, so is the other one.
            if 0 < len(shown) <= MOST_TOLD_APART or len(shown) >= max(1, len(told.named.columns) - MOST_TOLD_APART):
                return tuple(shown)
    return ()


def _columns(text: str, told: _Told, row: int) -> tuple[int, ...]:
    table = told.named.table
    heads = [cell.text for cell in table.header]
    return columns_asked(text, heads, [cell.text.strip() for cell in table.rows[row]], told.named.at)


def _in_short(said: str, told: _Told) -> int | None:
    """The one other row whose name has the characters of `said` in their order, of two characters together."""
    names = {at: name for at, name in enumerate(told.named.rows) if at not in told.rows}
    if len(said) < LEAST_SHORT:
        found = [at for at, name in names.items() if len(said) >= LEAST_NAME and said in name]
    else:
        found = [at for at, name in names.items() if _in_order(said, name)]
    return found[0] if len(found) == 1 else None


def _in_order(characters: str, name: str) -> bool:
    letters = iter(name)
    return all(one in letters for one in characters)
