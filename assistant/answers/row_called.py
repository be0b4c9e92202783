"""The row of a table that a question calls by its name, with the columns that it asks of: when 听荷苑 is handed over,
who approves level Ⅲ, from how many households on an incident is 重大."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers.days_of_row import tells_in_days
from assistant.answers.row_columns import row_in_words, whole_of
from assistant.answers.table_cells import DOCUMENTS, Named, tables_named
from assistant.language.contrasts import is_of_another
from assistant.matching.heads import head_of
from assistant.matching.needs import counts_time
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import FIGURES, Ask
from assistant.questions.question import LISTS, Question
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import Cell, CellPosition
from index.library import Library
from index.terms import folded

TOLD, ROW_TOLD = 0.75, 0.65
"""A column tells what a question says beside the row and the paper when it speaks of the first of these shares of that;
a row when all its columns together speak of the second."""
NEAR_BEST = 0.05
MOST_ROWS = 3
LEAST_NAME = 2

_OTHERS = frozenset({Ask.COMPARISON, Ask.SPEAKER, Ask.PURPOSE, Ask.TITLE, Ask.DOCUMENT_NUMBER, Ask.ISSUED, Ask.BASIS})
# What bounds a level or a class is the whole of its row.
_BOUNDS = re.compile(
    r"什么(?:样的?)?(?:情况|条件|情形|标准|程度)|何种(?:情况|条件|情形)|哪些(?:情况|条件|情形)|怎么?样?(?:才)?(?:能)?(?:算|叫|认定|界定|划分)"
    r"|[到达满]多[大少高严]|标准是|(?<![a-z])(?:what counts|under what|in what case|criteri|condition|qualif)",
    re.IGNORECASE,
)
_LEVEL = re.compile("[一二三四]级")
_GRADED = ("响应", "应急响应", "预警", "应急预警", "事件", "突发事件", "事故", "灾害", "险情")
_BRACKETED = re.compile(r"[（(]([^（）()]*)[)）]")
_OF_A_PLACE = re.compile("^[省市区县州](?=[\u4e00-\u9fff]{3,}(?:[局委厅办队院所]|中心|公司|集团)$)")
_TIME = re.compile(r"\d\s*(?:年|月|日|小时|分钟|天|季度)|[年月季]底|季度|随时|即时|长期")
_DIGIT = re.compile(r"\d")
_COUNTS = re.compile(
    r"多少(?!个?(?:单位|部门))|几[件户人套家台辆次]|(?<![a-z])how (?:many|much)(?![a-z])", re.IGNORECASE
)
_MEASURED = re.compile("(?:多少|几)(?:[十百千万亿]+)?([件户人套家台辆次个公里亩吨升米元])")
_HOW_OFTEN = re.compile("(?:多久|多长时间|几[天日年月周]|隔多久)要?([\u4e00-\u9fff]{1,6}?)(?:上|一)?[一几]?[次回]")
_OFTEN = re.compile("每.*次|[次日周月季年]/|/[次日周月季年]|频[次率]")
_CALLS = re.compile(r"电话|手机|邮箱|地址|传真|网址|联系|联络")


@dataclass(frozen=True, slots=True)
class _Called:
    """A row that is called by its name, with the columns that are asked of, and how much of the topic it tells."""

    named: Named
    row: int
    columns: tuple[int, ...]
    document_id: str
    fit: float


def answer_called_row(
    question: Question, relevance: Relevance, proposed: Sequence[str], library: Library
) -> Draft | None:
    """The cells of the row that the question calls by its name; None where it calls none, or says more than the row and
    the names of its columns tell. `proposed` are the documents that search proposes, best first."""
    listed = question.asks & LISTS and (
        question.about_tasks or not (_BOUNDS.search(question.text) or _COUNTS.search(question.text))
    )
    if listed or question.asks & _OTHERS or question.demands or not relevance.terms:
        return None
    text = _plain(" ".join((question.text, question.inherited)))
    named = sorted(question.document_ids - {""}) or list(dict.fromkeys(proposed))[:DOCUMENTS]
    found = [
        one
        for name in named
        for table in tables_named(library, name)
        for one in _called(question, text, table, name, relevance, library)
    ]
    best = max((one.fit for one in found), default=0.0)
    chosen = [one for one in found if one.fit == best]
    first = next(iter(chosen), None)
    if first is None or len(chosen) > MOST_ROWS or any(one.named is not first.named for one in chosen):
        return None
    return Draft("answered", tuple(_statement(one, question) for one in chosen))


def _called(
    question: Question, text: str, named: Named, document_id: str, relevance: Relevance, library: Library
) -> Iterator[_Called]:
    """The rows of a table that a folded text calls by their names."""
    table = named.table
    labels = [row[named.at].text for row in table.rows]
    written = {at: form for at, label in enumerate(labels) if (form := _written(label, text))}
    # 重大 within 特别重大 is not named by it.
    written = {
        at: form
        for at, form in written.items()
        if not any(form != other and form in other for other in written.values())
        and not is_of_another(question.text, labels[at], "")
    }
    if not written or len(written) == len(labels):
        return
    about, head = library.summary(document_id), head_of(library.document(document_id))
    title = f"{about.title} {about.issuer or ''}"
    above = f"{head} {' '.join(table.section)} {named.above}"
    for at, form in written.items():
        graded = " ".join(f"{form}{noun}" for noun in _GRADED) if _LEVEL.fullmatch(form) else ""
        # The first lines speak of more than what the paper is about.
        rest = relevance.within(f"{form} {labels[at]} {graded} {title} {' '.join(table.section)}")
        columns = _asked(question, rest, table.header, table.rows[at], named.at)
        if not columns and not rest.within(head).terms:
            columns = _measured(question, table.header, table.rows[at])
        if columns:
            told = " ".join((labels[at], above, *(cell.text for cell in table.rows[at])))
            yield _Called(named, at, columns, document_id, relevance.score(Candidate(told)).coverage)


def _written(label: str, text: str) -> str:
    """The form of a row's name that a folded text has, empty where it has none."""
    whole = _plain(_BRACKETED.sub("", label))
    forms = [whole, *(inner for inner in map(_plain, _BRACKETED.findall(label)) if _LEVEL.fullmatch(inner))]
    forms.append(_OF_A_PLACE.sub("", whole))
    able = (form for form in forms if len(form) >= LEAST_NAME and not form.isdigit())
    return next((form for form in able if _stands_in(form, text)), "")


def _stands_in(form: str, text: str) -> bool:
    # A word in Latin letters ends where the letters do; beside 二级 may stand any, in a question in English.
    before = "(?<![a-z0-9])" if form[0].isascii() else ""
    after = "(?![a-z0-9])" if form[-1].isascii() else ""
    return bool(re.search(rf"{before}{re.escape(form)}{after}", text))


def _asked(
    question: Question, rest: Relevance, header: Sequence[Cell], row: Sequence[Cell], called: int
) -> tuple[int, ...]:
    """The columns that answer to what the question says beside the row and the paper; all of them where it asks what
    bounds the row. None where the row does not tell that."""
    free = [at for at in range(len(row)) if at != called and row[at].text.strip(" —–-/")]
    texts = {at: f"{header[at].text} {row[at].text}" for at in free}
    if rest.terms and rest.score(Candidate(" ".join(texts.values()))).coverage < ROW_TOLD:
        return ()
    if _BOUNDS.search(question.text):
        return tuple(free)
    able = [at for at in free if _can_tell(question, header[at].text, row[at].text)]
    if not rest.terms:
        return tuple(able) if len(able) == 1 or question.asks <= {Ask.CONTENT, Ask.DEFINITION} else ()
    shares = rest.shares_of([texts[at] for at in able])
    best = max(shares, default=0.0)
    if best >= TOLD:
        return tuple(at for at, share in zip(able, shares, strict=True) if share >= best - NEAR_BEST)
    return tuple(able)


def _measured(question: Question, header: Sequence[Cell], row: Sequence[Cell]) -> tuple[int, ...]:
    """The columns of figures of the measure that the question counts in: 工单量（件） for 多少件."""
    counted = _MEASURED.search(question.text)
    unit = re.compile(f"[（(][^（）()]*{counted[1]}[)）]") if counted else None
    return tuple(
        at for at, head in enumerate(header) if unit and unit.search(head.text) and _DIGIT.search(row[at].text)
    )


def _can_tell(question: Question, head: str, cell: str) -> bool:
    """Whether a cell can be what the question asks for: a time for when, a number for how much."""
    if Ask.DEADLINE in question.asks and question.asks <= {Ask.DEADLINE}:
        return tells_in_days(head, cell) if counts_time(question.text) else bool(_TIME.search(cell))
    if question.asks and question.asks <= FIGURES:
        return bool(_DIGIT.search(cell))
    if question.asks == {Ask.FREQUENCY}:
        done = _HOW_OFTEN.search(question.text)
        return bool(_OFTEN.search(f"{cell} {head}")) and (done is None or done[1] in f"{head}{cell}")
    if question.asks == {Ask.CONTACT}:
        return bool(_CALLS.search(head))
    return True


def _statement(called: _Called, question: Question) -> Statement:
    table = called.named.table
    cells = table.rows[called.row]
    text = row_in_words(table.header, cells, called.named.at, called.columns)
    quote = f"The document states: “{text}”." if question.language == "en" else f"{text}。"
    position = CellPosition(table.index, called.row, 0)
    evidence = (
        Evidence(called.document_id, whole_of(cells), table.section, cell=position),
        Evidence(called.document_id, whole_of(table.header), table.section),
    )
    values = tuple(" ".join(cells[at].text.split()) for at in called.columns)
    return Statement(quote, evidence, values)


def _plain(text: str) -> str:
    return "".join(folded(text).split())
