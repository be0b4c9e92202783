"""A cell that a question points at by the names of its row and its column, as the table prints them: whose 建设单位 is
it, which 资金来源 has a project, what is the 合计 of a column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answers.figure_conditions import IN_CONDITION, YEAR
from assistant.answers.table_enumerations import caption
from assistant.answers.table_questions import FIRST, LAST
from assistant.language.figures_of_names import of_another_figure
from assistant.language.ranks import RANKED
from assistant.matching.heads import head_of
from assistant.matching.library_cache import KeptWith
from assistant.matching.relevance import Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Evidence, Statement
from assistant.wording.gist import gist
from corpus.figures import CHANGE, RANK, SUMS, UNIT_OF_ALL, figure_table
from corpus.types import CellPosition, Span, Table
from index.library import Library
from index.terms import folded

DOCUMENTS = 5
"""How many of the documents that search proposes are looked through."""
MOST_CELLS = 6
LEAST_NAME = 2
OWN = 0.8
"""So many different cells for each row has the column that its rows are called by."""

_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_SERIAL = re.compile("序号|编号|№|位次|名次|排名")
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
_UNIT_COLUMN = re.compile("计?量?单位")
_WHOLE = re.compile(
    r"合计|总计|总共|一共|加起来|全[市省县区](?:合计)?|(?<![a-z])(?:in total|total|altogether)(?![a-z])"
)
TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
# Words around the names of a row and a column that ask for what stands where they meet.
_POINTS = re.compile(
    r"(?:那|这)?(?:一|个)?(?:行|栏|列|格)|表(?:格)?(?:里面?|中|上)?|附[表件]\d?|填|写|列|数据|数字|数值|数量|情况|具体|分别|各?是?多少|几(?=[^\u4e00-\u9fff]|$)|怎么样?|如何|什么|哪[个家些里儿天年]?"
    r"|请问|查一?下?|告诉我?|(?<![a-z])(?:what|which|how|many|much|is|are|was|the|of|in|for|row|column|table|please|does|do|have|has)(?![a-z])"
    r"|[的了里中各每上是为有在由都吗呢啊谁数？?，。、：:“”\s]",
)
_BEFORE = re.compile("原(?:定|计划|来)?|调整前|变更前")
_DIGITS = re.compile(r"-?[\d,]+(?:\.\d+)?")
_COUNTED_BY_PIECE = frozenset({"工作日", "自然日", "小时", "月", "季度"})
_NO_SUM = re.compile("率|比|分$|得分|价|均|位次|排名|增[长速幅]|%|％|‰")


@dataclass(frozen=True, slots=True)
class Named:
    """A table with the names of its rows and columns, folded: `at` is the column of the rows' names, `sums` the row
    that sums up the others, `above` what is said over it, `unit` that of all figures that tell none."""

    table: Table
    at: int
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    sums: int | None
    above: str
    unit: str


def answer_cell(question: Question, proposed: Callable[[], Sequence[str]], library: Library) -> Draft | None:
    """The cells that a question names by row and column; None where it names none, asks which row meets a condition,
    or says more than which table it means. `proposed` gives the documents that search proposes, best first."""
    if Ask.COMPARISON in question.asks or question.inherited or question.demands:
        return None
    text = _plain(TITLE.sub(" ", question.text))
    named = sorted(question.document_ids - {""})  # filters that no document passes leave the name of none
    if question.document_ids and not named:
        return None
    for name in named or list(dict.fromkeys(proposed()))[:DOCUMENTS]:
        for one in tables_named(library, name):
            draft = _answer(question, text, one, name, library)
            if draft is not None:
                return draft
    return None


def _answer(question: Question, text: str, named: Named, document_id: str, library: Library) -> Draft | None:
    columns, rest = _written(text, named.columns, named.at)
    if not columns:
        return None
    rows, rest = _written(rest, named.rows, None)
    whole = False
    group: list[int] = []
    if not rows and _WHOLE.search(rest):
        whole, rest = True, _WHOLE.sub(" ", rest)
        group, rest = _of_group(rest, named, columns)
        rows = [named.sums] if named.sums is not None and not group else []
    if any(words.search(rest) for words in (FIRST, LAST, RANKED, IN_CONDITION)):
        return None
    told = _plain(" ".join((named.above, *named.columns)))
    if any(of_another_figure(named.rows[row], text, told) for row in rows):
        return None
    if not (rows or whole) or not _tells_no_more(rest, question, named, document_id, rows, library):
        return None
    columns = sorted({*columns, *_meant(rest, named)}) if rows else columns
    if not rows:
        return _added(question, named, columns, document_id, group)
    cells = [(row, column) for row in rows for column in columns if named.table.rows[row][column].text.strip()]
    if not 0 < len(cells) <= MOST_CELLS:
        return None
    return Draft("answered", told_cells(question, named, cells, document_id))


def told_cells(
    question: Question, named: Named, cells: Iterable[tuple[int, int]], document_id: str
) -> tuple[Statement, ...]:
    """A line for each of some cells, by row and column; in English with what can be said in it."""
    statements = [_statement(question, named, row, column, document_id) for row, column in cells]
    if question.language == "en":
        # What is rendered is what the cell prints: the unit stands elsewhere.
        quotes = [(one.values[0], one.evidence[0]) for one in statements]
        rendered = gist(quotes)
        statements += [rendered] if rendered else []
    return tuple(statements)


def _written(text: str, names: Sequence[str], but: int | None) -> tuple[list[int], str]:
    """Which of the names a folded text writes, longer ones first, in their order, and the text without them; a name
    that several have is none."""
    found = []
    for at in sorted(range(len(names)), key=lambda position: -len(names[position])):
        name = names[at]
        if at == but or len(name) < LEAST_NAME or names.count(name) > 1:
            continue
        match = re.search(rf"(?<!\d){re.escape(name)}(?!\d)" if name[-1].isdigit() else re.escape(name), text)
        if match is not None:
            found.append(at)
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return sorted(found), text


def _meant(rest: str, named: Named) -> Iterator[int]:
    """The columns of whose name a question writes the last word: 电话 for 值班电话; none where several end so."""
    for word in re.split("[和与及跟]|\\s+", _POINTS.sub(" ", rest)):
        ending = [at for at, name in enumerate(named.columns) if len(word) >= LEAST_NAME and name.endswith(word)]
        if len(ending) == 1 and ending[0] != named.at:
            yield ending[0]


def _tells_no_more(
    rest: str, question: Question, named: Named, document_id: str, rows: Sequence[int], library: Library
) -> bool:
    """Whether what a question says beside the row and the column only tells which table is meant; where it says
    nothing of the document, the row must be called by more than a year or a sum."""
    left = " ".join(one for one in _POINTS.sub(" ", rest).split() if len(one) > 1)
    relevance = Relevance(left, library)
    head = f"{head_of(library.document(document_id))} {' '.join(named.table.section)} {named.above}"
    if relevance.terms and relevance.within(_plain(head)).terms:
        return False
    called = [named.rows[row] for row in rows if row != named.sums and not YEAR.fullmatch(named.rows[row].rstrip("年"))]
    return bool(question.document_ids or relevance.terms or any(len(name) > LEAST_NAME for name in called))


def _statement(question: Question, named: Named, row: int, column: int, document_id: str) -> Statement:
    cells = named.table.rows[row]
    label = " ".join(cells[named.at].text.split())
    head = _BRACKETS.sub("", "".join(named.table.header[column].text.split()))
    cell = " ".join(cells[column].text.split())
    value = f"{cell}{_unit(named, row, column)}"
    text = f"{label}：{head}为{value}。" if question.language == "zh" else f"{label}: {head} {value}."
    return Statement(text, _evidence(named, row, document_id), (cell,))


def _of_group(rest: str, named: Named, columns: Sequence[int]) -> tuple[list[int], str]:
    """The rows that have in another column what a folded text writes (临港片区), and the text without it; none where it
    writes none."""
    cells = {
        (at, text)
        for row in named.table.rows
        for at, cell in enumerate(row)
        if at != named.at and at not in columns and len(text := _plain(cell.text)) >= LEAST_NAME
    }
    written = [(at, text) for at, text in cells if text in rest and not _DIGITS.fullmatch(text)]
    if not written:
        return [], rest
    at, text = max(written, key=lambda one: (len(one[1]), -one[0]))
    rows = [number for number, row in enumerate(named.table.rows) if _plain(row[at].text) == text]
    return rows, rest.replace(text, " ")


def _added(
    question: Question, named: Named, columns: Sequence[int], document_id: str, group: Sequence[int]
) -> Draft | None:
    """The figures of a column whose table gives no sum (or of a group of its rows, if any), with what they add up to;
    None where they are no amounts."""
    (column, *others) = columns
    rows = group or range(len(named.table.rows))
    cells = ["".join(named.table.rows[row][column].text.split()) for row in rows]
    head = "".join(named.table.header[column].text.split())
    if (
        others
        or (len(cells) < LEAST_NAME and not group)
        or _NO_SUM.search(head)
        or not all(map(_DIGITS.fullmatch, cells))
    ):
        return None
    unit = _unit(named, rows[0], column)
    if any(_unit(named, row, column) != unit for row in rows):
        return None
    decimals = max(len(cell.partition(".")[2]) for cell in cells)
    total = f"{sum(float(cell.replace(',', '')) for cell in cells):.{decimals}f}{unit}"
    statements = [_statement(question, named, row, column, document_id) for row in rows]
    listed = [
        Statement(f"{number}. {one.text}", one.evidence, one.values) for number, one in enumerate(statements, start=1)
    ]
    quotes = tuple(_evidence(named, row, document_id)[0] for row in rows)
    zh = question.language == "zh"
    text = (
        f"{'' if group else '表中没有合计；'}所列{len(cells)}项相加为{total}："
        if zh
        else f"{'The' if group else 'No total is stated; the'} {len(cells)} add up to {total}:"
    )
    return Draft("answered", (Statement(text, quotes), *listed))


def _evidence(named: Named, row: int, document_id: str) -> tuple[Evidence, ...]:
    table = named.table
    cells = table.rows[row]
    span = Span(min(one.span.start for one in cells), max(one.span.end for one in cells))
    heads = Span(min(one.span.start for one in table.header), max(one.span.end for one in table.header))
    position = CellPosition(table.index, row, 0)
    return (
        Evidence(document_id, span, table.section, cell=position),
        Evidence(document_id, heads, table.section),
    )


def _unit(named: Named, row: int, column: int) -> str:
    """The unit of a figure: that of its column, of its row, of all."""
    cell = "".join(named.table.rows[row][column].text.split())
    heads = ["".join(one.text.split()) for one in named.table.header]
    if not _DIGITS.fullmatch(cell) or RANK.search(heads[column]) or _SERIAL.search(heads[column]):
        return ""
    own = re.search(r"[（(]([^（）()]{1,8})[)）]$", heads[column]) or re.search(
        r"[（(](?:[^（）()，]*，)?([^（）()，\d]{1,6})[)）]$", "".join(named.table.rows[row][named.at].text.split())
    )
    if own:
        unit = own[1].rpartition("，")[2]
        return f"个{unit}" if unit in _COUNTED_BY_PIECE else unit
    if CHANGE.search(heads[column]):
        return ""
    of_row = next((at for at, head in enumerate(heads) if _UNIT_COLUMN.fullmatch(head)), None)
    if of_row is not None and of_row != column:
        unit = "".join(named.table.rows[row][of_row].text.split())
        if len(unit) <= LEAST_NAME * 3:
            return unit
    return named.unit


def _read(library: Library, document_id: str) -> tuple[Named, ...]:
    """The tables of a document that are no lists of tasks."""
    tasks = {record.cell.table for record in library.records([document_id]) if record.cell}
    text = library.document(document_id).text
    return tuple(_named(library, document_id, text, tasks))


tables_named = KeptWith(_read, most=512)
"""The tables of a document that are no lists of tasks, with the names of their rows and columns."""


def _read_all(library: Library, document_id: str) -> tuple[Named, ...]:
    return tuple(_named(library, document_id, library.document(document_id).text, set()))


every_table_named = KeptWith(_read_all, most=512)
"""All tables of a document, lists of tasks too, with the names of their rows and columns."""


def _named(library: Library, document_id: str, text: str, tasks: set[int]) -> Iterator[Named]:
    for table in library.tables(document_id):
        if len(table.rows) < LEAST_NAME or len(table.header) < LEAST_NAME:
            continue
        if table.index in tasks and figure_table(table) is None and not _tells_changes(table):
            continue
        heads = [_plain(_BRACKETS.sub("", cell.text)) for cell in table.header]
        at = _called_by(table, heads)
        if at is None:
            continue
        rows = tuple(_plain(_BRACKETS.sub("", row[at].text)) for row in table.rows)
        above = caption(text, table.header[0].span.start).of(text)
        stated = UNIT_OF_ALL.search(above)
        sums = next((row for row, name in enumerate(rows) if SUMS.fullmatch(name)), None)
        unit = stated["unit"] if stated else ""
        yield Named(table, at, rows, tuple(heads), sums, f"{above} {' '.join(heads)}", unit)


def _tells_changes(table: Table) -> bool:
    """Whether a list of tasks tells of each when it was due at first, too, which is no part of a task's record."""
    return any(_BEFORE.match(cell.text.strip()) for cell in table.header)


def _called_by(table: Table, heads: Sequence[str]) -> int | None:
    """The column by which the rows are called: the first that has a name of its own for nearly each of them."""
    for at, head in enumerate(heads):
        cells = ["".join(row[at].text.split()) for row in table.rows]
        if head and not _SERIAL.search(head) and len(set(cells)) >= OWN * len(cells):
            return at
    return None


def _plain(text: str) -> str:
    """A text as names are looked for in it: folded, without white space that Chinese has none of."""
    return _BETWEEN.sub("", " ".join(folded(text).split()))
