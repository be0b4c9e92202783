"""One question put to one table of figures: the rows and columns that it names or means, the row that comes first or
last, the rows that meet a condition, and the cells in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from assistant.answers.figure_conditions import (
    CHANGED,
    FELL,
    IN_CONDITION,
    ROSE,
    YEAR,
    asks_how_much_more,
    base,
    condition,
)
from assistant.answers.tables_in_english import column_ranked, is_kind_asked_for
from assistant.language.extremes import per_unit_asked
from assistant.language.figures_of_names import of_another_figure
from assistant.language.ranks import RANKED, place_asked
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import LISTS, Question
from assistant.types import Language
from assistant.wording.compose import total_words
from assistant.wording.findings import Draft, Evidence, Statement
from assistant.wording.gist import gist
from corpus.figures import CHANGE, RANK, SUMS, Figure, FigureRow, FigureTable
from corpus.types import CellPosition
from index.glossary import renderings
from index.terms import folded

NAMED = 0.75
"""A question names a row or a column when it holds this share of the words of its name."""
AHEAD, LEAST_TOLD = 0.25, 2
"""A row that is not named is meant when it is ahead of all others by this share of what the question says beside the
document, in two words at least."""
SPOKEN_OF = 0.45
"""A table is the one that is asked about when it, with its title, speaks of this share of the topic."""
KIND = 2
"""So many characters at the end of a name tell what kind of thing it is: 街道, 项目."""
MOST_COLUMNS = 6
"""So many figures of a row are given where no column is named."""

# The first quarter, the last year, the first three months: of times and parts, which no column ranks.
_OF_A_SERIES = (
    r"(?! (?:(?:two|three|four|five|six|nine|ten|\d+) )?(?:quarter|half|batch|group|phase|stage|step|round|year|month"
    r"|week|day|time|instal?lment|tranche|payment|meeting|session|edition|paragraph|article|item|part|section|chapter"
    r"|annex|table|class|aid)(?:e?s)?(?![a-z]))"
)
FIRST = re.compile(
    r"最(?:高|多|大|好|快|早|前|贵|优|强|靠前)|第一(?![个次批季阶])|居首|榜首|领先"
    r"|(?<![a-z])(?:highest|(?<!at )most|largest|biggest|greatest|longest|fastest|quickest|best(?! practice)|top|first)"
    rf"(?![a-z]){_OF_A_SERIES}",
    re.I,
)
LAST = re.compile(
    r"最(?:低|少|小|差|慢|后|便宜|弱|靠后|落后)|倒数第一|垫底|末位"
    rf"|(?<![a-z])(?:lowest|(?<!at )least|fewest|smallest|shortest|slowest|worst|bottom|last)(?![a-z]){_OF_A_SERIES}",
    re.I,
)
_MONEY = re.compile("资金|投资|金额|经费|钱|预算|总额|款|(?<![a-z])(?:funds?|money|invest|amount|budget)", re.I)
_WHOLE = re.compile(r"合计|总计|总共|一共|总额|加起来|(?<![a-z])(?:in total|total|altogether|in all)(?![a-z])", re.I)
_HEADS_ROWS = re.compile(r"[（(]共?\d+[个项家件条][)）]$")
_PRICED = re.compile(
    "最(?:贵|便宜|省钱|划算)|(?:价格?|单价|租金)[^，。？?]{0,4}最[高低]|最[高低]的?(?:价|单价|租金)"
    "|(?<![a-z])(?:dearest|cheapest|most expensive)(?![a-z])",
    re.I,
)
_BY_WHAT = re.compile("([\u4e00-\u9fff]{2,8})(?:的|是)?最[高低大小快慢]")
_OF_AMOUNTS = re.compile("最[多少大小高低]|(?<![a-z])(?:most|least|fewest|highest|lowest|largest)(?![a-z])", re.I)
_PRICE = re.compile("价|费|租金|[（(][^（）()]*元[^（）()]*[)）]")
_LOW = re.compile("最(?:[低少小]|便宜)|lowest|least|fewest|smallest", re.I)
_BY_AMOUNT = re.compile(
    "最(?:[高低多少大小贵]|便宜)"
    r"|(?<![a-z])(?:most|least|fewest|highest|lowest|largest|smallest|biggest|cheapest|dearest)(?![a-z])",
    re.I,
)

Part = TypeVar("Part")


def labels(table: FigureTable) -> tuple[str, ...]:
    """The names of the rows of a table, in its order."""
    return tuple(row.label for row in table.rows)


class TableQuestion:
    """A question put to one table: the rows and columns that it names, in the table's order."""

    def __init__(self, question: Question, table: FigureTable, relevance: Relevance, unit: str, title: str) -> None:
        """`unit` is that of all figures that tell none, empty where the table has none; `title` is that of the
        document, with the table's own."""
        self._question, self._table, self._relevance, self._unit, self._title = question, table, relevance, unit, title
        self._text = " ".join((question.text, *(term for term, _ in renderings(question.text))))
        self._plain = "".join(folded(self._text).split())
        self._years = set(YEAR.findall(question.text))
        self.rows = self._named(table.rows, [row.label for row in table.rows])
        self.columns = self._named(range(len(table.columns)), table.columns) or self._left_to(title)
        if not self.rows and self.columns:
            self.rows = self._told_of(title)
        if any(words.search(question.text) for words in (FELL, ROSE, CHANGED)):
            # By how much an amount changed stands in the column after it.
            changes = {at + 1 for at in self.columns if CHANGE.search("".join(table.columns[at + 1 : at + 2]))}
            self.columns = sorted({*self.columns, *changes})
        self.topic = relevance
        """What a table must speak of: the topic without what the figures must be."""
        self.conditioned = False
        """Whether the rows that answered are those that meet a condition."""
        ends = {row.label[-2:] for row in table.rows if len(row.label) > KIND}
        self._kinds = {end for end in ends if re.search(rf"哪[一些几]?个?{re.escape(end)}", self._plain)}
        self.priced = False
        """Whether all rows answer with what one unit costs."""
        self._kinds_meant = is_kind_asked_for(question.text, _plain(table.called), labels(table))
        self.heads_rows = bool(self._kinds) or self._kinds_meant or _is_asked_for(_plain(table.called), self._plain)
        """Whether the question says what the rows, or some of them, are: 哪个镇街, 哪个街道, which 单位."""
        self._points = any(self._writes(row.label) for row in table.rows)

    def answer(self, document_id: str) -> Draft | None:
        """The table's answer, or None where the question asks it nothing that it holds."""
        text = self._question.text
        others = [row for row in self._table.rows if not row.sums and not _HEADS_ROWS.search(row.label)]
        others = [row for row in others if row.label[-2:] in self._kinds] or others
        meeting = self._meeting(others)
        if meeting:
            chosen, self.conditioned = meeting, True
        elif FIRST.search(text) or LAST.search(text) or RANKED.search(text):
            chosen = self._ends(others)
        elif sums := self._summed():
            chosen = sums
        elif prices := self._priced():
            self.columns, self.priced = prices, True
            return self._worded(others, document_id)  # how much 保障房 costs is told by all that are sold
        else:
            # A year alone points at no figure: other things happened in it, too.
            chosen = [row for row in self.rows if self.columns or not YEAR.fullmatch(row.label.rstrip("年"))]
            years = set(YEAR.findall(" ".join((*self._table.columns, *labels(self._table)))))
            told = _plain(" ".join((self._title, *self._table.columns)))
            chosen = [row for row in chosen if not of_another_figure(_plain(row.label), _plain(text), told)]
            if asks_how_much_more(text) and not any(CHANGE.search(self._table.columns[at]) for at in self.columns):
                chosen = []  # how much there was is not by how much it grew
            if years and not self._years <= years:
                chosen = []  # the table is by year and has not the one asked for
            if (
                self._question.inherited
                and not self.columns
                and len(self._table.table.header) > 2 + len(self._table.columns)
            ):
                chosen = []  # what the question before asked of another row may stand in a column of words
        if self._question.asks & LISTS and any(_HEADS_ROWS.search(row.label) for row in chosen):
            return None  # 新建项目有哪些 asks for the rows below 新建项目（4个）
        if not chosen or (len(chosen) == len(self._table.rows) > 2):
            return None
        return self._worded(chosen, document_id)

    def _summed(self) -> list[FigureRow]:
        """The row that sums up all others, where the question asks for all of the money and names no row."""
        if not self._unit.endswith("元") or not _MONEY.search(self._question.text):
            return []
        if self.rows or self._question.asks & LISTS or not _WHOLE.search(self._question.text):
            return []
        # All that 云埭县 is given is no sum of all, where other rows are another county's.
        cells = {_plain(cell.text) for row in self._table.table.rows for cell in row}
        if any(len(cell) > 1 and not SUMS.fullmatch(cell) and cell in self._plain for cell in cells):
            return []
        return [row for row in self._table.rows if row.sums][-1:]

    def leaves_out(self, answer: Draft, told: Sequence[str], title: str) -> bool:
        """Whether the question, the names of the rows and the document's `title` apart, is about something of which the
        table says nothing."""
        if (self._kinds or self._kinds_meant) and self._table.ranked is not None:
            return False  # which 街道 comes last is what a table that ranks them speaks of
        names = " ".join(statement.values[0] for statement in answer.statements if statement.values)
        rest = self.topic.within(f"{names} {title}")
        kept = {term.word for term in rest.terms}
        if self._question.inherited or len(kept) == len(self.topic.terms) or not kept:
            return False
        return rest.score(Candidate(" ".join(told))).coverage < SPOKEN_OF

    def _named(self, parts: Sequence[Part], names: Sequence[str]) -> list[Part]:
        """The rows or columns that the question names: those whose name or year it writes, else the one that its other
        words mean best."""
        # 2027年航线 is not 2027年, too, and of that year no other column is meant.
        full = [_plain(name) for name in names if len(_plain(name)) > 1 and _plain(name) in self._plain]
        years = {year for name in full for year in YEAR.findall(name)}
        written = [
            part
            for part, name in zip(parts, names, strict=True)
            if self._writes(name)
            and not any(_plain(name) != one and _plain(name) in one for one in full)
            and (_plain(name) in full or not years & set(YEAR.findall(name)))
        ]
        if written:
            return written
        meant = [
            (self._relevance.score(Candidate(name)).coverage, part)
            for part, name in zip(parts, names, strict=True)
            if not YEAR.search(name) and self._means(name)
        ]
        best = max((share for share, _ in meant), default=0.0)
        return [part for share, part in meant if share == best]

    def _writes(self, name: str) -> bool:
        if years := set(YEAR.findall(name)):
            return bool(years & self._years)
        plain = _plain(name)
        return len(plain) > 1 and plain in self._plain

    def _means(self, name: str) -> bool:
        own = self._relevance.of(name)
        return bool(own.terms) and own.score(Candidate(self._text)).coverage >= NAMED

    def _left_to(self, title: str) -> list[int]:
        """The column that speaks, with its unit, of what the question says beside the row and the document (the base
        price of 听荷苑 by 配售基准价), where there is one."""
        columns = self._table.columns
        rest = self._relevance.within(" ".join((title, *(row.label for row in self.rows))))
        if not self.rows or not rest.terms or len(rest.terms) == len(self._relevance.terms):
            return []
        units = (
            next((one.unit for row in self._table.rows if (one := row.figures[at])), "") for at in range(len(columns))
        )
        shares = rest.shares_of([f"{name} {unit}" for name, unit in zip(columns, units, strict=True)])
        best = max(shares, default=0.0)
        return [shares.index(best)] if best >= NAMED and shares.count(best) == 1 else []

    def _told_of(self, title: str) -> list[FigureRow]:
        """The one row whose name speaks of what the question says beside the document and the columns, though it says
        more (企业用上国际专用通道: 国际互联网数据专用通道接入企业); empty where none or several do."""
        columns = (name for at, name in enumerate(self._table.columns) if at in self.columns)
        rest = self._relevance.within(" ".join((title, *columns)))
        if len(rest.terms) < LEAST_TOLD:
            return []
        shares = rest.shares_of([row.label for row in self._table.rows])
        best, *others = sorted(shares, reverse=True)
        clear = best >= NAMED and best - max(others, default=0.0) >= AHEAD
        return [self._table.rows[shares.index(best)]] if clear else []

    def _measured(self) -> int | None:
        """The one column whose name holds, in their order, the characters before 最 that measure: 出口额比上年增长 for
        出口增长最快, 总投资 for 投资最大."""
        for match in _BY_WHAT.finditer(self._plain):
            for begin in range(len(match[1]) - LEAST_TOLD + 1):
                wanted = match[1][begin:]
                held = [at for at, name in enumerate(self._table.columns) if _in_order(wanted, _plain(name))]
                if len(held) == 1:
                    return held[0]
        return None

    def _of_money(self) -> list[int]:
        """The columns of prices, where the dearest or the cheapest is asked for."""
        if not _PRICED.search(self._question.text):
            return []
        return self._headed(_PRICE)

    def _priced(self) -> list[int]:
        """The column of prices for one unit, where such a price is asked for and no row is pointed at."""
        per_unit = None if self.rows or self._points else per_unit_asked(self._question.text)
        if per_unit is None:
            return []
        columns = self._headed(per_unit)
        return columns if len(columns) == 1 else []

    def _headed(self, pattern: re.Pattern[str]) -> list[int]:
        """The columns whose heads, with what stands in brackets there, have a pattern."""
        heads = ("".join(cell.text.split()) for cell in self._table.table.header)
        told = [_plain(head) for head in heads if pattern.search(head)]
        return [at for at, name in enumerate(self._table.columns) if _plain(name) in told]

    def _ends(self, rows: Sequence[FigureRow]) -> list[FigureRow]:
        """The rows that are asked for by their place: the first or the last, or both (哪个最多，哪个最少)."""
        text = self._question.text
        first, last = LAST.sub(" ", text), FIRST.sub(" ", text)
        if not (FIRST.search(first) and LAST.search(last)):
            return self._extreme(rows, text)
        ends = [self._extreme(rows, one) for one in (first, last)]
        return [row for end in ends for row in end] if all(ends) else []

    def _extreme(self, rows: Sequence[FigureRow], text: str) -> list[FigureRow]:
        """The row that comes first, last or at a given rank by the column that is named, else by the ranks."""
        ranked = self._table.ranked
        place = place_asked(text)
        columns = [at for at in self.columns if at != ranked]
        if len(columns) != 1 and (measured := self._measured()) is None and self._question.language == "en":
            beside = " ".join((self._title, *labels(self._table)))
            measured = column_ranked(text, self._relevance, beside, self._table.columns)
            if measured is not None and measured != ranked:
                columns = self.columns = [measured]
        elif len(columns) != 1 and measured is not None:
            columns = self.columns = [measured]
        if not columns and (FELL.search(text) or ROSE.search(text)):
            changes = [at for at, name in enumerate(self._table.columns) if CHANGE.search(name)]
            columns = self.columns = changes if len(changes) == 1 else []
        if not columns and len(priced := self._of_money()) == 1:
            columns = self.columns = priced
        by = ranked if ranked is not None and not (columns and _BY_AMOUNT.search(text)) else None
        if by is None and len(columns) == 1:
            by = columns[0]
        if by is None or not rows:
            return []
        if by == ranked and not columns and not self.heads_rows and _OF_AMOUNTS.search(text):
            return []  # what there is most of is not what ranks first
        valued = [(figure.value, row) for row in rows if (figure := row.figures[by]) is not None]
        if not valued:
            return []
        last = bool(LAST.search(text))
        smallest = (not last) if by == ranked else bool(_LOW.search(text)) or (last and not FIRST.search(text))
        if by != ranked and FELL.search(text) and not ROSE.search(text) and CHANGE.search(self._table.columns[by]):
            smallest = not smallest  # what fell most has the lowest figure
        if place is not None and place > 1:
            in_order = sorted({value for value, _ in valued}, reverse=by != ranked and not smallest)
            wanted = float(place) if by == ranked else in_order[min(place, len(in_order)) - 1]
        else:
            wanted = (min if smallest else max)(value for value, _ in valued)
        return [row for value, row in valued if value == wanted]

    def _meeting(self, rows: Sequence[FigureRow]) -> list[FigureRow]:
        """The rows that meet the condition that the question sets (超过10%, 下降的有哪些); empty where it sets none,
        points at rows by name, or the condition is of no column."""
        demanded = condition(self._question)
        if demanded is None or self._points:
            return []
        test, unit = demanded
        words = (term.word for term in self._relevance.terms)
        self.topic = self._relevance.without(frozenset(word for word in words if IN_CONDITION.search(word)))
        columns = self._conditioned(unit)
        if len(columns) != 1:
            return []
        (column,) = columns
        self.columns = [column]
        figures = [(row, figure) for row in rows if (figure := row.figures[column]) is not None]
        return [row for row, figure in figures if test(figure.value, figure.unit or "")]

    def _conditioned(self, unit: str) -> list[int]:
        """The columns that a condition is of: those of changes where it is one of change, else those of its unit; of
        several the ones that the question names."""
        names = self._table.columns
        text = self._question.text
        if FELL.search(text) or ROSE.search(text):
            columns = [at for at, name in enumerate(names) if CHANGE.search(name)]
        elif unit:
            units = [{one.unit for row in self._table.rows if (one := row.figures[at])} for at in range(len(names))]
            columns = [at for at, held in enumerate(units) if base(unit) in {base(one or "") for one in held}]
            # 家 of 165家次 is not the unit of the column that is named.
            columns = [at for at in columns if at in self.columns] or list(self.columns) or columns
        else:
            # 3,000 work orders are of the column 工单量
            columns = list(self.columns) or [at for at, name in enumerate(names) if self._relevance_of(name) == 1.0]
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


def _plain(name: str) -> str:
    """A name as it is looked for: folded, without what stands in brackets and without white space."""
    return "".join(folded(re.sub(r"[（(][^（）()]*[)）]", "", name)).split())


def _in_order(characters: str, name: str) -> bool:
    """Whether a name has some characters in their order."""
    letters = iter(name)
    return all(one in letters for one in characters)


def _is_asked_for(kind: str, text: str) -> bool:
    """Whether a folded text asks which things of a kind there are or come first: 哪个镇街, 单位有哪些."""
    name = re.escape(kind)
    asks = rf"(?:哪[一些几]?个?|几个?|多少个?|which){name}|{name}(?:分别)?(?:是|有|叫)(?:哪|谁|几|多少|什么)"
    return len(kind) > 1 and bool(re.search(asks, text))


def _line(label: str, told: Sequence[tuple[str, Figure]], language: Language) -> str:
    if language == "zh":
        figures = "，".join(
            f"{name}{'' if name[-1] in '年标' or CHANGE.search(name) else '为'}{one.printed}{one.unit}"
            for name, one in told
        )
        return f"{label}：{figures}。"
    return f"{label}: " + ", ".join(f"{name} {one.printed}{one.unit}" for name, one in told) + "."
