"""What documents enumerate that may be asked for, and how well each enumeration answers to the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers.enumerations import Item, Series, heading_words, item_name, openings_with
from assistant.answers.enumerations_compared import Compared, Enumerating, enumerating, is_headed
from assistant.answers.outline_answers import DOCUMENTS
from assistant.language.counting import counts
from assistant.language.listed_things import ListedThing, is_rendered
from assistant.language.parts_of_years import is_of_another_part, parts_asked
from assistant.matching.jurisdictions import localities_asked
from assistant.matching.relevance import Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from corpus.localities import elsewhere
from corpus.types import Document, Passage, Section
from index.library import Library

OWN, SO_MANY = 0.5, 0.2
"""What it is worth, in shares of the topic, that an enumeration is announced by what the question names beyond the
document, and that it has as many items as the question says."""
WRITTEN, LEAST_WRITTEN = 0.2, 4
"""What it is worth that the question writes the heading out, which has so many characters at least."""
ANNOUNCED, COUNTED, NAMED = 0.1, 0.2, 0.3
"""What it is worth that what announces the items says what the question lists (平台), that it counts it (三大平台), and
that the items themselves are called so (…平台)."""
_NUMBERING = re.compile(
    r"^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、\s]|第[一二三四五六七八九十]{1,3}[章节条])*\s*(?:关于)?"
)
_ASKS_CHAPTERS = re.compile(r"(?:多少|几|哪些|哪几)个?章|(?<![a-z])chapters(?![a-z])", re.IGNORECASE)
_QUOTED = re.compile("(?<=“)[^“”]{2,}(?=”)")
LEAST_ALIKE = 3
"""So many headings called alike are a list where the question does not say how many there are."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An enumeration with the share of the topic that it speaks of; `own`, that of what the document's head does not
    tell, and `said`, that of what its title does not tell, both by what announces the items; what it is worth that it
    is `called` what the question lists; whether it has `so_many` items, and whether the question has `written` its
    heading out. `head` is what the document says of itself."""

    series: Series
    share: float
    own: float
    said: float
    called: float
    so_many: bool
    head: str
    written: bool = False

    @property
    def worth(self) -> float:
        return self.share + OWN * self.own + self.called + SO_MANY * self.so_many + WRITTEN * self.written


def offers_of(
    question: Question,
    relevance: Relevance,
    passages: Sequence[Passage],
    library: Library,
    things: Sequence[ListedThing],
    known: int | None,
) -> list[Offer]:
    """What the documents that search proposes enumerate, those of another place than the question names left out."""
    names = _QUOTED.findall(question.text[question.opening :])
    where, parts = localities_asked(question), parts_asked(question.text[question.opening :])
    competing: list[tuple[Enumerating, str, list[Compared]]] = []
    for document_id in list(dict.fromkeys(passage.document_id for passage in passages))[:DOCUMENTS]:
        document, outline = library.document(document_id), library.sections(document_id)
        known_of, title = enumerating(library, document_id), document.metadata.title
        head = known_of.head
        every = [one for one in known_of.announced if all(name in one.series.label for name in names)]
        of_question = (*_called_alike(things, document, outline, known_of), *_chapters(question, document, outline))
        every += [Compared.of(one, head) for one in of_question]
        every += known_of.tables
        if where:
            every = [
                one
                for one in every
                if not elsewhere(where, head, " ".join(one.series.section.path), text_of(one.series))
            ]
        if parts:
            every = [one for one in every if not is_of_another_part(parts, text_of(one.series), "", title)]
        competing.append((known_of, title, every))
    relevance.look_through(
        [each for _, _, every in competing for one in every for each in (one.candidate, one.announcing)],
        [opening for known_of, title, _ in competing for opening in (known_of.titled, title)],
    )
    offers: list[Offer] = []
    for known_of, title, every in competing:
        announcing = [one.announcing for one in every]
        shares, announced = relevance.shares([one.candidate for one in every]), relevance.shares(announcing)
        telling = relevance.within(known_of.titled)
        # Where the document's head tells all, it is the document that is meant, and each of its lists is told alike.
        told_by_head = [0.0] * len(every) if known or Ask.COUNT in question.asks else announced
        owns = telling.shares(announcing) if telling.terms else told_by_head
        untitled = relevance.within(title)
        said = untitled.shares(announcing) if untitled.terms else announced
        offers += [
            Offer(
                one.series,
                share,
                own,
                bare,
                _called(one, things),
                len(one.series.items) == known,
                known_of.head,
                _is_written(one.series.label, question.text, things),
            )
            for one, share, own, bare in zip(every, shares, owns, said, strict=True)
        ]
    return offers


def _called_alike(
    things: Sequence[ListedThing], document: Document, outline: Sequence[Section], known: Enumerating
) -> Iterator[Series]:
    """The headings, else the paragraphs, that are called what the question lists: as many as it says, else all of one
    level."""
    for thing in things:
        for form in thing.forms:
            for group in known.groups:
                named = [one for words, one in group if form in words]
                if _is_list(len(named), thing.number) and 2 * len(named) >= len(group):
                    items = tuple(Item(item_name(one), one.heading) for one in named if one.heading is not None)
                    shared = all(one.parent == named[0].parent for one in named)
                    above = outline[(named[0].parent or 0) if shared else 0]
                    label = heading_words(above) or form
                    yield Series(document.id, above, label, above.heading, "", "", items)
                    break
            if thing.number is not None:
                for section, opening in openings_with(form, document, known.openings):
                    if len(opening) == thing.number:
                        label = heading_words(section) or form
                        yield Series(document.id, section, label, section.heading, "", "", tuple(opening))


def _chapters(question: Question, document: Document, outline: Sequence[Section]) -> Iterator[Series]:
    """The chapters of a document, where its chapters are what is counted."""
    if not _ASKS_CHAPTERS.search(question.text):
        return
    chapters = [one for one in outline if one.heading is not None and (one.number or "").strip().endswith("章")]
    if len(chapters) > 1:
        items = tuple(Item(item_name(one), one.heading) for one in chapters if one.heading is not None)
        yield Series(document.id, outline[0], document.metadata.title, None, "章 章节 第一章", "", items)


def _is_list(count: int, number: int | None) -> bool:
    return count == number if number is not None else count >= LEAST_ALIKE


def _is_written(label: str, text: str, things: Sequence[ListedThing]) -> bool:
    """Whether a question writes a heading out, or lists what is rendered by it (support policies), numbering apart."""
    name = _NUMBERING.sub("", label).strip()
    return len(name) >= LEAST_WRITTEN and (name in text or any(is_rendered(name, thing) for thing in things))


def _called(one: Compared, things: Sequence[ListedThing]) -> float:
    """What it is worth that the items, or what announces them, are called what the question lists."""
    announcing = one.announced
    worth = 0.0
    for thing in things:
        headed = is_headed(one.series, [thing])
        for form in thing.forms:
            if 5 * sum([form in item for item in one.beginnings]) >= 4 * len(one.beginnings):
                worth = max(worth, NAMED)
            elif form in announcing:
                says = thing.number and counts(thing.number).search(announcing)
                worth = max(worth, COUNTED if says and announcing.startswith(form, says.end()) else ANNOUNCED)
            elif headed:
                worth = max(worth, ANNOUNCED)
    return worth


def text_of(series: Series) -> str:
    return f"{series.label} {series.intro} {series.before} {' '.join(item.text for item in series.items)}"
