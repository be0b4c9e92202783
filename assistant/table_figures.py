"""Answers from tables of figures: the cells that a question points at by row and column, the row that comes first or
last, the rows that meet a condition."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from operator import ge, gt, le, lt
from typing import TypeVar

from assistant.asking import Ask
from assistant.compose import total_words
from assistant.findings import Draft, Evidence, Statement
from assistant.gist import gist
from assistant.heads import head_of
from assistant.kept import KeptWith
from assistant.question import Question
from assistant.ranking import Found
from assistant.relevance import Candidate, Relevance
from assistant.tabled import caption
from assistant.types import Language
from corpus.figures import CHANGE, RANK, Figure, FigureRow, FigureTable, figure_table
from corpus.types import CellPosition, Passage
from index.glossary import renderings
from index.library import Library
from index.terms import folded

NAMED = 0.75
"""A question names a row or a column when it holds this share of the words of its name."""
SPOKEN_OF = 0.45
"""A table is the one that is asked about when it, with its title, speaks of this share of the topic."""
SPEAKS_MORE = 0.05
"""A sentence of another document is to be preferred to a table when it speaks of this much more of the topic."""
BESIDE_NAME, LEAST_BESIDE = 0.2, 0.1
"""It speaks of this share of what the topic says beside the document's title: of the greater one where rows are asked
for that meet a condition, which those of any table may."""
MOST_COLUMNS = 6
"""So many figures of a row are given where no column is named."""

# Above a table: 单位：万元. Where it names several units (亩、%), the columns tell which.
_UNIT_OF_ALL = re.compile(r"单\s*位[：:]\s*(?P<unit>[^\s、，,；;/或和及（）()：:]{1,6})\s*[)）]?$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIRST = re.compile(
    r"最(?:高|多|大|好|快|早|前)|第一(?![个次批季阶])|居首|榜首|领先|(?<![a-z])(?:highest|most|largest|biggest|best|top|first)(?![a-z])",
    re.I,
)
_LAST = re.compile(
    r"最(?:低|少|小|差|慢|后)|倒数第一|垫底|末位|(?<![a-z])(?:lowest|least|fewest|smallest|worst|bottom|last)(?![a-z])",
    re.I,
)
_LOW = re.compile("最[低少小]|lowest|least|fewest|smallest", re.I)
_RANKED = re.compile(r"排(?:名|在)?第?([一二三四五六七八九十\d]+)")
_NONE = re.compile(
    r"(?:没有?|未|不)(?:再)?(?:增加|加|扩招|增长|安排|新增|变)|一个[^，。？]{0,6}(?:没|未)|为?(?:零|0)(?!\d)"
    r"|(?<![a-z])(?:no|none|zero|not any)(?![a-z])",
    re.I,
)
_AT_LEAST = re.compile(r"以上|不低于|不少于|达到|及以上|(?<![a-z])(?:at least|or more)(?![a-z])", re.I)
_AT_MOST = re.compile(r"以下|以内|不超过|不高于|不多于|(?<![a-z])(?:at most|up to|or less)(?![a-z])", re.I)
_MORE = re.compile(r"超过|高于|大于|多于|(?<![a-z])(?:more than|over|above|exceed\w*)(?![a-z])", re.I)
_LESS = re.compile(r"低于|小于|少于|不到|不足|(?<![a-z])(?:less than|under|below|fewer than)(?![a-z])", re.I)
_NUMBER = re.compile(
    r"(?<![\d.])(?P<number>\d+(?:\.\d+)?)(?![\d年月])\s*"
    r"(?P<unit>%|％|[亿万]?[元吨人亩家项个户]|(?:per ?cent|percent)(?![a-z]))?",
    re.IGNORECASE,
)
# What is said of figures that changed.
_FELL = re.compile(
    r"下降|减少|下滑|回落|下跌|负增长|缩减|萎缩|(?:往下|在)[掉跌降]|[掉跌降](?:了|的|多少)|变少"
    r"|(?<![a-z])(?:f[ae]ll(?:en|s|ing)?|declin\w+|decreas\w+|dropp?(?:ed|s|ing)?|shrank|shrunk|went down"
    r"|contracted)(?![a-z])",
    re.I,
)
_ROSE = re.compile(
    r"增长|增加|上升|上涨|提高|增幅|增速|涨幅|[涨升](?:了|的|得|幅)"
    r"|(?<![a-z])(?:grew|grow(?:n|s|th)|rose|risen|increas\w+|went up|climbed|gain(?:ed|s))(?![a-z])",
    re.I,
)
_CHANGED = re.compile(
    r"变化|变动|同比|[比较]上年|[比较]去年|(?<![a-z])(?:change[ds]?|year[- ]on[- ]year)(?![a-z])", re.I
)
# The words of a topic that say what the figures must be.
_IN_CONDITION = re.compile(
    rf"{_FELL.pattern}|{_ROSE.pattern}|{_MORE.pattern}|{_LESS.pattern}|[掉跌降涨升]|^(?:\d[\d.]*|more|less|percent)$",
    re.IGNORECASE,
)
_WHICH_YEAR = re.compile("哪一?年.*最|最.*哪一?年")
_OTHERS = frozenset({Ask.LEAD, Ask.PARTICIPANTS, Ask.SPEAKER, Ask.DEADLINE, Ask.PERSON})


def answer_figures(
    question: Question,
    passages: Sequence[Passage],
    library: Library,
    relevance: Relevance,
    read: Callable[[], Sequence[Found]],
) -> Draft | None:
    """What a table says that search found for the question; None where no table of figures is asked about, or where the
    best of the sentences `read` is of another document and speaks of clearly more: of the place, say."""
    if (question.asks & _OTHERS and not _WHICH_YEAR.search(question.text)) or not relevance.terms:
        return None
    sections = dict.fromkeys((one.document_id, one.section) for one in passages)
    tables = [(name, table) for name, section in sections for table in _tables(library, (name, section))]
    best: tuple[float, Draft, Candidate] | None = None
    for document_id, table in tables:
        document = library.document(document_id)
        above = caption(document.text, table.header.start).of(document.text)
        stated = _UNIT_OF_ALL.search(above)
        asked = _Asked(question, table, relevance, stated["unit"] if stated else "")
        answer = asked.answer(document_id)
        if answer is None:
            continue
        header = (cell.text for cell in table.table.header)
        told = " ".join((*table.table.section, above, *header, *_labels(table)))
        candidate = Candidate(told, title=head_of(document))
        fit = asked.topic.score(candidate).coverage
        own = asked.topic.within(document.metadata.title)
        if own.terms and own.score(Candidate(told)).coverage < (BESIDE_NAME if asked.conditioned else LEAST_BESIDE):
            continue
        if not asked.columns and asked.leaves_out(answer, (*table.table.section, above, *table.columns)):
            continue  # 茶崖镇冷链中心 is not what the row 茶崖镇 tells
        if fit >= SPOKEN_OF and (best is None or fit > best[0]):
            best = fit, answer, candidate
    if best is None:
        return None
    _, answer, candidate = best
    others = [one for one in read()[:1] if one.sentence.passage.document_id != _told_of(answer)]
    spoken = relevance.shares([candidate, *(one.candidate for one in others)])
    return None if max(spoken[1:], default=0.0) > spoken[0] + SPEAKS_MORE else answer


def _told_of(answer: Draft) -> str:
    """The document that an answer from a table is of."""
    return next(one.document_id for statement in answer.statements for one in statement.evidence)


Part = TypeVar("Part")


def _read(library: Library, place: tuple[str, tuple[str, ...]]) -> tuple[FigureTable, ...]:
    """The tables of figures in a section of a document."""
    document_id, section = place
    within = [one for one in library.tables(document_id) if one.section == section]
    return tuple(table for table in map(figure_table, within) if table is not None)


_tables = KeptWith(_read, most=1024)


def _compared(compare: Callable[[float, float], bool], bound: float, sign: float, value: float) -> bool:
    return compare(sign * value, bound)


def _labels(table: FigureTable) -> tuple[str, ...]:
    return tuple(row.label for row in table.rows)


class _Asked:
    """A question put to one table: the rows and columns that it names, in the table's order."""

    def __init__(self, question: Question, table: FigureTable, relevance: Relevance, unit: str) -> None:
        """`unit` is that of all figures that tell none, empty where the table has none."""
        self._question, self._table, self._relevance, self._unit = question, table, relevance, unit
        self._text = " ".join((question.text, *(term for term, _ in renderings(question.text))))
        self._years = set(_YEAR.findall(question.text))
        self.rows = self._named(table.rows, [row.label for row in table.rows])
        self.columns = self._named(range(len(table.columns)), table.columns)
        if any(words.search(question.text) for words in (_FELL, _ROSE, _CHANGED)):
            # By how much an amount changed stands in the column after it.
            changes = {at + 1 for at in self.columns if CHANGE.search("".join(table.columns[at + 1 : at + 2]))}
            self.columns = sorted({*self.columns, *changes})
        self.topic = relevance
        """What a table must speak of: the topic without what the figures must be."""
        self.conditioned = False
        """Whether the rows that answered are those that meet a condition."""
        self._points = any(self._writes(row.label) for row in table.rows)

    def answer(self, document_id: str) -> Draft | None:
        """The table's answer, or None where the question asks it nothing that it holds."""
        text = self._question.text
        others = [row for row in self._table.rows if not row.sums]
        meeting = self._meeting(others)
        if meeting:
            chosen, self.conditioned = meeting, True
        elif _FIRST.search(text) or _LAST.search(text) or _RANKED.search(text):
            chosen = self._extreme(others)
        else:
            # A year alone points at no figure: other things happened in it, too.
            chosen = [row for row in self.rows if self.columns or not _YEAR.fullmatch(row.label.rstrip("年"))]
            years = set(_YEAR.findall(" ".join((*self._table.columns, *_labels(self._table)))))
            if years and not self._years <= years:
                chosen = []  # the table is by year and has not the one asked for
        if not chosen or (len(chosen) == len(self._table.rows) > 2):
            return None
        return self._worded(chosen, document_id)

    def leaves_out(self, answer: Draft, told: Sequence[str]) -> bool:
        """Whether the question, the names of the rows apart, is about something that the table does not speak of."""
        labels = " ".join(statement.values[0] for statement in answer.statements if statement.values)
        rest = self.topic.within(labels)
        kept = {term.word for term in rest.terms}
        if self._question.inherited or len(kept) == len(self.topic.terms) or not kept:
            return False
        return rest.score(Candidate(" ".join(told))).coverage < SPOKEN_OF

    def _named(self, parts: Sequence[Part], names: Sequence[str]) -> list[Part]:
        """The rows or columns that the question names: those whose name or year it writes, else the one that its other
        words mean best."""
        written = [part for part, name in zip(parts, names, strict=True) if self._writes(name)]
        if written:
            return written
        meant = [
            (self._relevance.score(Candidate(name)).coverage, part)
            for part, name in zip(parts, names, strict=True)
            if not _YEAR.search(name) and self._means(name)
        ]
        best = max((share for share, _ in meant), default=0.0)
        return [part for share, part in meant if share == best]

    def _writes(self, name: str) -> bool:
        if years := set(_YEAR.findall(name)):
            return bool(years & self._years)
        plain = folded(re.sub(r"[（(].*?[)）]", "", name))
        return len(plain) > 1 and plain in folded(self._text)

    def _means(self, name: str) -> bool:
        own = self._relevance.of(name)
        return bool(own.terms) and own.score(Candidate(self._text)).coverage >= NAMED

    def _extreme(self, rows: Sequence[FigureRow]) -> list[FigureRow]:
        """The row that comes first, last or at a given rank by the column that is named, else by the ranks."""
        text, ranked = self._question.text, self._table.ranked
        place = _RANKED.search(text)
        columns = [at for at in self.columns if at != ranked]
        by = ranked if ranked is not None and not (columns and re.search("最[高低多少大小]", text)) else None
        if by is None and len(columns) == 1:
            by = columns[0]
        if by is None or not rows:
            return []
        valued = [(figure.value, row) for row in rows if (figure := row.figures[by]) is not None]
        if not valued:
            return []
        if by == ranked and place and place[1] not in "一1":
            wanted = float(place[1]) if place[1].isdigit() else float("零一二三四五六七八九十".find(place[1]))
        else:
            last = bool(_LAST.search(text))
            smallest = (not last) if by == ranked else bool(_LOW.search(text)) or (last and not _FIRST.search(text))
            wanted = (min if smallest else max)(value for value, _ in valued)
        return [row for value, row in valued if value == wanted]

    def _meeting(self, rows: Sequence[FigureRow]) -> list[FigureRow]:
        """The rows that meet the condition that the question sets (超过10%, 下降的有哪些); empty where it sets none,
        points at rows by name, or the condition is of no column."""
        condition = self._condition()
        if condition is None or self._points:
            return []
        test, unit = condition
        words = (term.word for term in self._relevance.terms)
        self.topic = self._relevance.without(frozenset(word for word in words if _IN_CONDITION.search(word)))
        columns = self._conditioned(unit)
        if len(columns) != 1:
            return []
        (column,) = columns
        self.columns = [column]
        return [row for row in rows if (figure := row.figures[column]) is not None and test(figure.value)]

    def _condition(self) -> tuple[Callable[[float], bool], str] | None:
        """What the figures must be, and the unit of the bound where one is given."""
        text = self._question.text
        bound = _NUMBER.search(_YEAR.sub(" " * 4, text))
        if bound:
            number, unit = float(bound["number"]), bound["unit"] or ""
            below = -1.0 if _FELL.search(text) and not _ROSE.search(text) else 1.0  # 下降超过5% is less than -5
            for pattern, compare in ((_AT_LEAST, ge), (_AT_MOST, le), (_MORE, gt), (_LESS, lt)):
                if pattern.search(text):
                    return partial(_compared, compare, number, below), unit
        if _NONE.search(text):
            return (lambda value: value == 0.0), ""
        if self._question.asks & {Ask.LIST, Ask.COUNT} and _FELL.search(text):
            return (lambda value: value < 0), "%"
        if self._question.asks & {Ask.LIST, Ask.COUNT} and _ROSE.search(text) and not bound:
            return (lambda value: value > 0), "%"
        return None

    def _conditioned(self, unit: str) -> list[int]:
        """The columns that a condition is of: those of changes where it is one of change, else those of its unit; of
        several the ones that the question names."""
        names = self._table.columns
        text = self._question.text
        if _FELL.search(text) or _ROSE.search(text):
            columns = [at for at, name in enumerate(names) if CHANGE.search(name)]
        elif unit:
            units = [{one.unit for row in self._table.rows if (one := row.figures[at])} for at in range(len(names))]
            columns = [at for at, held in enumerate(units) if unit in held] or list(self.columns)
        else:
            columns = list(self.columns)
        if len(columns) > 1:
            said = [self._relevance_of(names[at]) for at in columns]
            columns = [at for at, share in zip(columns, said, strict=True) if share == max(said) > 0]
        return columns

    def _relevance_of(self, name: str) -> float:
        """The share of the words of a column's amount that the question says."""
        plain = folded(CHANGE.sub("", name).rstrip("额量数值"))
        if plain and plain in folded(self._text):
            return 1.0
        own = self._relevance.of(CHANGE.sub(" ", name))
        return own.score(Candidate(self._text)).coverage if own.terms else 0.0

    def _worded(self, rows: Sequence[FigureRow], document_id: str) -> Draft:
        """A line for each row with the figures that are asked for, quoted with the names of the columns."""
        language = self._question.language
        named = [at for at in self.columns if at != self._table.ranked]
        columns = named or list(range(min(len(self._table.columns), MOST_COLUMNS)))
        section, table = self._table.table.section, self._table.table
        heading = Evidence(document_id, self._table.header, section)
        statements = []
        for row in rows:
            told = [
                (self._table.columns[at], self._with_unit(figure, self._table.columns[at]))
                for at in columns
                if (figure := row.figures[at]) is not None
            ]
            cell = CellPosition(table.index, row.number, 0)
            evidence = (Evidence(document_id, row.span, section, cell=cell), heading)
            values = (row.label, *(figure.printed for _, figure in told))
            statements.append(Statement(_line(row.label, told, language), evidence, values))
        lines = statements
        if len(statements) > 1 or Ask.COUNT in self._question.asks:
            total = f"共{len(rows)}个：" if language == "zh" else f"{total_words(len(rows))}:"
            numbered = [
                Statement(f"{number}. {one.text}", one.evidence, one.values) for number, one in enumerate(statements, 1)
            ]
            statements = [Statement(total), *numbered]
        if language == "en":
            names = [(row.label, one.evidence[0]) for row, one in zip(rows, lines, strict=True)]
            in_english = gist([*names, *((self._table.columns[at], heading) for at in columns)])
            statements += [in_english] if in_english else []
        return Draft("answered", tuple(statements))

    def _with_unit(self, figure: Figure, column: str) -> Figure:
        """A figure with the unit that the line above the table gives to all that tell none."""
        tells = figure.unit or not figure.printed[-1].isdigit() or CHANGE.search(column) or RANK.search(column)
        return figure if tells else replace(figure, unit=self._unit)


def _line(label: str, told: Sequence[tuple[str, Figure]], language: Language) -> str:
    if language == "zh":
        figures = "，".join(
            f"{name}{'' if name[-1] in '年标' or CHANGE.search(name) else '为'}{one.printed}{one.unit}"
            for name, one in told
        )
        return f"{label}：{figures}。"
    return f"{label}: " + ", ".join(f"{name} {one.printed}{one.unit}" for name, one in told) + "."
