"""What stands under a heading that a question writes out: the headings below it, else the items of its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from assistant.answers.enumerations import Series, heading_words, series_of
from assistant.answers.outline_answers import LEAST_WRITTEN, Enumeration, answer_enumeration, items_under, named_section
from assistant.answers.outline_parts import content_in_full
from assistant.answers.table_enumerations import tables_of
from assistant.language.counting import counted
from assistant.language.numbering import unnumbered
from assistant.matching.library_cache import KeptWith
from assistant.matching.query_expansion import query_of
from assistant.matching.relevance import Relevance
from assistant.questions.asking import Ask
from assistant.questions.contents_asked import asks_for_rows, between_frames, names_a_section, rest_of_frame
from assistant.questions.question import Question
from assistant.wording.compose import task_words, unit_words
from assistant.wording.findings import Draft, Statement, evidence_of_record
from corpus.types import Section
from index.library import Library
from index.types import Filters, Query

PAPERS = 10
"""So many of the documents that search proposes are looked through for the heading."""

MOST_BESIDE = 12
"""So many characters may tell the paper beside a heading that stands between quotation marks."""
_QUOTED = re.compile('[“‘"]([^“”‘’"]{2,30})[”’"]')
_AND_WHOSE = re.compile(
    "[，,、；;。？?和及与并]*(?:分别|各自|都|又|具体)*(?:是|由|归)?(?:谁|哪些?个?家?(?:单位|部门))(?:来|去)?(?:分别)?"
    "(?:牵头|负责|承担|落实|实施|管)*(?:的)?[呢啊]?[？?。]*$"
)
_MARKS = str.maketrans("", "", " \t\n　，。、；：:,;.“”\"'‘’（）()《》")


def answer_contents(question: Question, proposed: Callable[[], Sequence[str]], library: Library) -> Draft | None:
    """What stands under the heading that the question writes out and asks for the contents of; None where it writes
    out none, or asks for anything else. `proposed` gives the documents that search proposes, best first."""
    own = question.text[question.opening :]
    asked = own
    if Ask.RESPONSIBLE in question.asks or Ask.LEAD in question.asks:
        own = _AND_WHOSE.sub("", own)  # 包括哪些内容，由谁负责
        if own == asked:
            return None
    if "" in question.document_ids or rest_of_frame(own) is None:
        return None
    number = counted(own)
    # One after the other: most searches for more papers than the first ones would be for nothing.
    for name in islice(sorted(question.document_ids) or _papers(own, proposed, library), PAPERS):
        for section in _written(own, name, library, sole=question.document_ids == {name}):
            told = _under(section, name, library)
            if told is not None and number in (None, len(told.items)):
                draft = answer_enumeration(question, told)
                return draft if own == asked else _with_units(draft, question, section, name, library)
    return _of_section(question, between_frames(own), library) if names_a_section(own) else None


def _with_units(draft: Draft, question: Question, section: Section, document_id: str, library: Library) -> Draft:
    """The contents of a section with who is responsible for the tasks in it; where it has none its whole text."""
    within = [one for one in library.records([document_id]) if one.section[: len(section.path)] == section.path]
    if not within:
        return content_in_full(question, section, library.document(document_id))  # the text may name some
    zh = question.language == "zh"
    told = [
        Statement(
            f"\n{task_words(one)}由{unit_words(one.units, 'zh')}负责。"
            if zh
            else f"\n{task_words(one)}: {unit_words(one.units, 'en')}.",
            evidence_of_record(one),
            one.units,
        )
        for one in within
    ]
    return replace(draft, statements=(*draft.statements, *told))


def _of_section(question: Question, words: str, library: Library) -> Draft | None:
    """What stands under the heading that an English question names in words of its own: the section on safeguards."""
    if not words:
        return None
    hits = library.search_passages(query_of(words, "", frozenset()), 2 * PAPERS, _within(question))
    passages = [library.passage(hit.id) for hit in hits]
    named = named_section(replace(question, topic=words), Relevance(words, library), passages, library)
    told = _under(named[1], named[0], library) if named else None
    return answer_enumeration(question, told) if told else None


def _under(section: Section, document_id: str, library: Library) -> Enumeration | None:
    """The headings under a heading, else the rows of its table or what its text enumerates; None where that is nothing
    or several things."""
    outline = library.sections(document_id)
    if not _below(outline.index(section), outline):
        if table := _table(section, document_id, library):
            return Enumeration(document_id, section, table.items, 1.0, table.label, table.label_span)
        listed = [one for one in series_of(library.document(document_id), outline) if one.section == section]
        if len(listed) == 1:
            return Enumeration(document_id, section, listed[0].items, 1.0)
    return items_under(section, document_id, library)


def _within(question: Question) -> Filters:
    return Filters(document_ids=question.document_ids) if question.document_ids else Filters()


def _papers(text: str, proposed: Callable[[], Sequence[str]], library: Library) -> Iterator[str]:
    """The documents that search proposes on the topic, then those that it finds by the words between the frame: a
    heading may have such as name no topic (具体申报方式)."""
    seen = list(proposed())
    yield from seen
    words = between_frames(text) if len(seen) < len(library.documents()) else ""
    hits = library.search_passages(Query(words), 2 * PAPERS) if words else ()
    yield from dict.fromkeys(name for hit in hits if (name := library.passage(hit.id).document_id) not in seen)


def _written(text: str, document_id: str, library: Library, *, sole: bool) -> Iterator[Section]:
    """The sections of a document whose heading `text` writes out, with nothing beside it but what asks for the
    contents and names the paper; the longest heading first. Of the `sole` paper that the question names a heading may
    be short (要求), and one between quotation marks is meant whatever tells the paper."""
    title = library.summary(document_id).title.translate(_MARKS)
    outline = library.sections(document_id)
    places = [at for at, letter in enumerate(text) if letter.translate(_MARKS)]
    told = "".join(text[at] for at in places)
    quoted = {words.translate(_MARKS) for words in _QUOTED.findall(text)} if sole else set()
    least = 2 if sole else LEAST_WRITTEN
    named = [(words, at) for words, at in _headings(library, document_id) if words in told and len(words) >= least]
    for words, at in sorted(named, key=lambda one: (-len(one[0]), -_length(outline[one[1]]))):
        start = told.find(words)
        frame = f"{text[: places[start]]} {text[places[start + len(words) - 1] + 1 :]}"
        rest = rest_of_frame(frame)
        above = "".join(outline[at].path[:-1]).translate(_MARKS)
        table = _table(outline[at], document_id, library)
        for column in table.intro.split() if table and rest else ():
            rest = (rest or "").replace(column, "")  # 问题清单里有几个问题
        told_apart = rest is not None and (_in_order(rest, title) or rest in above)
        if rest is None or not (told_apart or (words in quoted and len(rest) <= MOST_BESIDE)):
            continue
        items = len(table.items) if table else _below(at, outline)
        if not asks_for_rows(words, frame) or _rows_under(outline[at], document_id, library) < items:
            yield outline[at]


def _read(library: Library, document_id: str) -> tuple[tuple[str, int], ...]:
    headed = ((at, one) for at, one in enumerate(library.sections(document_id)) if one.heading is not None)
    named = ((unnumbered(heading_words(one)), at) for at, one in headed)
    # 推动平台创新，形成特殊贸易功能的“义乌平台” is called by what stands before its comma, too.
    forms = ((form.translate(_MARKS), at) for words, at in named for form in {words, words.partition("，")[0]})
    return tuple((form, at) for form, at in forms if len(form) >= 2)


_headings = KeptWith(_read, most=256)
"""The headings of a document, numbering and marks apart, each with its place in the outline."""


def _in_order(words: str, title: str) -> bool:
    """Whether the characters of some words stand in a title in this order: 进口示范区方案; true of none."""
    if len(words) == 1:
        return False
    letters = iter(title)
    return all(letter in letters for letter in words)


def _table(section: Section, document_id: str, library: Library) -> Series | None:
    """The one table under a heading; None where there is none or there are several."""
    under = [one for one in tables_of(library, document_id) if one.section == section]
    return under[0] if len(under) == 1 else None


def _rows_under(section: Section, document_id: str, library: Library) -> int:
    return sum(record.section[: len(section.path)] == section.path for record in library.records([document_id]))


def _below(position: int, outline: Sequence[Section]) -> int:
    return sum(one.parent == position and one.heading is not None for one in outline)


def _length(section: Section) -> int:
    return section.span.end - section.span.start
