"""The rows of a table that a question picks by what stands in them: which firms of the list are in 河东区, how many of
the warehouses are in Germany. They are given in full, counted, with the cells by which they were picked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.answers.enumerations import Series
from assistant.answers.outline_answers import Enumeration
from assistant.answers.table_enumerations import LEAST_ROWS, tables_of
from assistant.language.listed_things import listed_things
from assistant.matching.heads import head_of
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.question import LISTS, Question
from corpus.types import Passage
from index.glossary import renderings
from index.library import Library
from index.terms import folded

NAMED = 0.45
"""What stands above and in a table, but for the cells that are named, speaks of this share of the rest of the topic."""
LONGEST_VALUE = 16
"""A longer cell is no value that rows share but a text."""
# What is required is told by rows that say so, and by no others in which somebody stands to whom it applies.
_REQUIRED = ("条件", "资格", "要求", "材料", "资料", "情形", "标准")
_PARTS = re.compile(r"[、，,；;/\s]+")
_DENIED = re.compile("(?:还)?没有?(?=[\u4e00-\u9fff])|尚未|没能")
_CELL = re.compile("[\t|｜]")
_WORD = re.compile("[a-z\u3400-\u9fff]{2}")
_GOVERNMENT = re.compile("(?<=..[县区市州旗乡镇])(?:人民)?政府$")
_OF_ANY = re.compile("有关|相关|各|所在|属地|当地|所属|其他|事发|辖区|沿[海江线]")
LEAST_COLUMN = 4
"""A column is named by so many characters at least."""
_KIND_OF_PLACE = re.compile("(?<=..)[省市县区州国]$")


def rows_named(
    question: Question, relevance: Relevance, passages: Sequence[Passage], library: Library
) -> Enumeration | None:
    """The rows whose cells hold what the question names, of the table that speaks most of the rest of it; None where no
    table has some such rows and others."""
    if not relevance.terms:
        return None
    own = question.text[question.opening :]
    text = folded(" ".join((own, *(term for term, _ in renderings(own)))))
    text = f"{text} {_DENIED.sub('不', text)} {_DENIED.sub('未', text)}"  # 没调整的 are those with 不调整 or 未调整
    required = {form for thing in listed_things(own) for form in thing.forms}.intersection(_REQUIRED)
    best: tuple[float, Enumeration] | None = None
    for document_id in dict.fromkeys(one.document_id for one in passages):
        head = head_of(library.document(document_id))
        for series in tables_of(library, document_id):
            found = _picked(series, text, head)
            if found is None:
                continue
            picked, values = found
            rest = relevance.within(" ".join(values))
            above = " ".join((*series.section.path, series.label, series.intro))
            columns = "".join(column for item in series.items[:1] for column, _ in item.beside)
            if required and not any(one in above + columns for one in required):
                continue
            names = " ".join(item.text for item in picked.items[:LEAST_ROWS])
            share = rest.score(Candidate(f"{above} {names}", title=head)).coverage if rest.terms else NAMED
            if share >= NAMED and (best is None or share > best[0]):
                best = share, replace(picked, score=min(1.0, share))
    return best[1] if best else None


def rows_outside(question: Question, documents: Iterable[str], library: Library) -> Enumeration | None:
    """The rows that hold what the question names in the column that it names, too (整改责任单位是…的问题), of a table
    that is no part of the ledger; None where it names no such column, or several tables have one."""
    if not question.asks & LISTS:
        return None
    text = folded(question.text[question.opening :])
    found: list[Enumeration] = []
    for document_id in documents:
        ledger = {record.section for record in library.records([document_id])}
        for series in tables_of(library, document_id):
            if series.section.path not in ledger:
                found += _in_column(series, text)
    return found[0] if len(found) == 1 else None


def _in_column(series: Series, text: str) -> Iterator[Enumeration]:
    """For every column that a folded text names, the rows with a value there that it names; not where all have one."""
    for at, (column, _) in enumerate(series.items[0].beside):
        if len(column) < LEAST_COLUMN or column not in text:
            continue
        named = [{one for one in _values(item.beside[at][1]) if one in text} for item in series.items]
        rows = tuple(item for item, values in zip(series.items, named, strict=True) if values)
        if 0 < len(rows) < len(series.items):
            value = max({one for values in named for one in values}, key=len)
            label = f"{series.label.rstrip('：: 。')}：{value}"
            yield Enumeration(series.document_id, series.section, rows, 1.0, label, series.label_span)


def _picked(series: Series, text: str, head: str) -> tuple[Enumeration, list[str]] | None:
    """The rows of a table whose cells are named in a folded text, with the names; None where that is all or none.

    A row is picked when for every column of which a value is named it holds one that is."""
    # The first lines of a paper that begins with a table are its rows.
    told = folded(f"{_CELL.split(head)[0]} {series.label} {series.intro} {' '.join(series.section.path)}")
    columns = list(zip(*(item.beside for item in series.items), strict=True))
    names: list[str] = []
    kept = set(range(len(series.items)))
    for column in columns:
        values = [_values(value) for _, value in column]
        asked = {one for each in values for one in each if one in text and one not in told}
        # A shorter value within a longer one is not named by it: 东区 in 河东区.
        asked = {one for one in asked if not any(one != other and one in other for other in asked)}
        rows = {at for at, each in enumerate(values) if asked & each}
        if asked and len(rows) < len(series.items):
            names += sorted(asked)
            kept &= rows
    if not names or not kept:
        return None
    items = tuple(series.items[at] for at in sorted(kept))
    label = f"{series.label.rstrip('：: 。')}：{'、'.join(names)}"
    return Enumeration(series.document_id, series.section, items, 1.0, label, series.label_span), names


def _values(cell: str) -> frozenset[str]:
    """What a cell names, folded: itself and its parts, places with and without what kind of place they are."""
    if len(cell) > LONGEST_VALUE:
        return frozenset()
    whole = folded(cell)
    parts = {whole, *(folded(one) for one in _PARTS.split(cell))}
    parts |= {
        _GOVERNMENT.sub("", one) for one in parts if not _OF_ANY.match(one)
    }  # 荻港县的项目 are those of 荻港县政府
    parts |= {_KIND_OF_PLACE.sub("", one) for one in parts}
    return frozenset(one for one in parts if _WORD.search(one))
