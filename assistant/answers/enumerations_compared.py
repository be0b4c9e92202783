"""What documents enumerate as it is compared with questions: all of it that no question changes, worked out once for a
document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.enumerations import Opening, Series, heading_words, paragraph_openings, series_of
from assistant.answers.table_enumerations import tables_of
from assistant.language.listed_things import ListedThing
from assistant.matching.heads import head_of
from assistant.matching.library_cache import KeptWith
from assistant.matching.relevance import Candidate
from corpus.types import Section
from index.library import Library

TELLING = 30
"""Characters of an item that tell what it is about."""
MOST_KEPT = 64
"""Of so many documents it is kept, 50 KB for one of 20 pages."""

_TITLE = re.compile(
    "^(?![一二三四五六七八九十\\d（(第]).{4,}(?:规定|办法|方案|计划|规划|意见|通知|细则|条例|报告|请示|复?函|批复|决定|纲要|规则|章程|制度|标准|指南)$"
)


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """An enumeration as it is compared: all of it as a `candidate`, only what is `announcing` the items, and the
    beginning of each item."""

    series: Series
    candidate: Candidate
    announcing: Candidate
    beginnings: tuple[str, ...]

    @property
    def announced(self) -> str:
        """What announces the items."""
        return f"{self.series.label} {self.series.intro}"

    @classmethod
    def of(cls, series: Series, head: str) -> Compared:
        """An enumeration of a document with this `head`."""
        beginnings = tuple(item.text[:TELLING] for item in series.items)
        return cls(series, candidate_of_series(series, head), _announcing(series), beginnings)


@dataclass(frozen=True, slots=True, eq=False)
class Enumerating:
    """A document as far as it enumerates: its `head`, and that with the titles of documents within it; the `announced`
    enumerations of its text and those of its tables; its headings, each with its words, in `groups` that may be lists;
    and how the paragraphs of its sections open."""

    head: str
    titled: str
    announced: tuple[Compared, ...]
    tables: tuple[Compared, ...]
    groups: tuple[tuple[tuple[str, Section], ...], ...]
    openings: tuple[tuple[Section, tuple[Opening, ...]], ...]


def _read(library: Library, document_id: str) -> Enumerating:
    document, outline = library.document(document_id), library.sections(document_id)
    head = head_of(document)
    titles = [heading_words(one) for one in outline if _is_title(one)]
    return Enumerating(
        head,
        " ".join((head, *titles)),
        tuple(Compared.of(one, head) for one in series_of(document, outline) if one.label),
        tuple(Compared.of(one, head) for one in tables_of(library, document_id)),
        _groups(outline),
        paragraph_openings(document, outline),
    )


enumerating = KeptWith(_read, most=MOST_KEPT)
"""A document as far as it enumerates."""


def candidate_of_series(series: Series, head: str) -> Candidate:
    if _is_title(series.section) and series.label == heading_words(series.section):
        # What is a title of its own tells the document and announces nothing.
        return Candidate("", _items(series), f"{head} {series.label} {series.intro}")
    titles = [heading for heading in series.section.path if _TITLE.search(heading)]
    headings = " ".join((*series.section.path, series.before, _items(series)))
    return Candidate(f"{series.label} {series.intro}", headings, " ".join((head, *titles)))


def is_headed(series: Series, things: Sequence[ListedThing]) -> bool:
    """Whether the heading above the items ends with what the question lists: 组成人员职责 heads duties."""
    heading = heading_words(series.section).rstrip("：:。 ")
    return heading.endswith(tuple(form for thing in things for form in thing.forms))


def _announcing(series: Series) -> Candidate:
    """What announces the items, without them: an enumeration whose items name the topic is one of other things."""
    if _is_title(series.section) and series.label == heading_words(series.section):
        return Candidate("")
    return Candidate(f"{series.label} {series.intro}", " ".join((*series.section.path, series.before)))


def _is_title(section: Section) -> bool:
    """Whether a heading is the title of a document within the document: 进一步支持文化企业发展的规定."""
    return section.heading is not None and not section.number and bool(_TITLE.search(heading_words(section)))


def _items(series: Series) -> str:
    """What the items say, as far as it tells what they are items of."""
    return " ".join(item.text[:TELLING] for item in series.items)[: 10 * TELLING]


def _groups(outline: Sequence[Section]) -> tuple[tuple[tuple[str, Section], ...], ...]:
    """The headings below each heading, and those of each level: 十大行动 may be numbered through several chapters."""
    headings = [
        (heading_words(one), one)
        for one in outline
        if one.heading is not None and not (one.number or "").startswith("附件")
    ]
    parents, levels = {one.parent or 0 for _, one in headings}, {one.level for _, one in headings}
    groups = [[each for each in headings if each[1].parent == parent] for parent in sorted(parents)]
    groups += [[each for each in headings if each[1].level == level] for level in sorted(levels)]
    return tuple(map(tuple, groups))
