"""Sentences of a passage, in the reading view, each with its span in the canonical text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from assistant.language.announcements import (
    Announcement,
    begins_line,
    begun_before,
    going_on,
    heads_cases,
    inline_announcement,
    is_later_item,
    opened,
    says_of_each,
)
from corpus.characters import same_width
from corpus.titles import without_footnote
from corpus.types import Passage, Span
from index.terms import folded

# A sentence ends at a full stop or a semicolon; the bracket after it (责任单位：…) still belongs to it.
_SENTENCE = re.compile(
    r"[^。！？!?；;\n]+(?:[。！？!?；;]+[”’」』）)》]*(?:[（(][^（）()\n]{2,80}[）)][。；]?)?)?|[。！？!?；;]+"
)
# What was printed in place of a text that was left out, and signs and numbers alone, state nothing.
_SAYS_NOTHING = re.compile(
    r"[（(]?(?:略|此处略|此略|内容略|省略|下同|无)[)）]?[。.；]?|[\W\d]*"
    r"|(?:好的?[，,]?)?(?:谢谢|感谢)[^，。；\d]{0,16}[。！]?|[^，。；\d]{0,12}[，,]?大家[上下中]?[午]?好[。！]?"
)
# Who takes the word: 【郎若渔】谢谢。
_TURN = re.compile(r"【[^【】\n]{2,20}】\s*")
_FOOTNOTE_MARK = re.compile(r"(?<=[\u3400-\u9fff）”])[\[［]\d{1,2}[\]］]")
_RUN = re.compile(r"\S+")
_ASKS = re.compile(r"[？?][”’」』）)]*$")
MOST_ASKED = 200
"""Characters of a question in the text that what follows it answers."""

# What surrounds a document: whom it is addressed to, that it is issued herewith, who signed it when, a table's caption.
_SALUTATION = re.compile(
    r"(?:各[^。；：\d]{1,120}|[^。；：，\d]{2,40}(?:政府|部门|单位|机构|委员会|管委会))[：:]"
    r"|[^。；]{0,80}现(?:将[^。；]{2,80})?(?:予以?)?(?:印发|转发|发)(?:给你们)?[，,]?(?:请[^。；]{0,30})?[。；]?"
    r"|[\u3400-\u9fff（）()]{4,30}(?:政府|办公室|办公厅|委员会|局|委|厅|部)文件[。]?"
    r"|请[^。；，]{0,30}(?:遵照执行|贯彻执行|贯彻落实|组织实施|认真执行|认真落实|抓好落实)[。；]?"
)
_TITLE = re.compile(
    r"(?:[^，。；：]{0,40}关于|[^，。；：]{0,20}(?:印发|转发|发布|公布))[^，。；：]{2,80}的(?:通知|意见|批复|决定|通告|公告|复函|函|通报)"
)
_SIGNED = re.compile(r"(?P<who>.{2,30}?)[\s，]*\d{4}年\d{1,2}月\d{1,2}日[。]?")
_CAPTION = re.compile(r"(?:附\s*)?[表图]\s*[\d一二三四五六七八九十]+[：:\s]?[^。；]{0,40}")
_DAY = re.compile(r"[（(]?\d{4}年\d{1,2}月\d{1,2}日[)）]?[。]?")
# When an ordinance was passed: 2021年6月29日某市第十一届人民代表大会常务委员会第四十一次会议通过.
_PASSED = re.compile(
    r"[（(]?\d{4}年\d{1,2}月\d{1,2}日[^，。；]{0,30}(?:人民代表大会|常务委员会)[^。；]{0,120}(?:通过|批准|修[正订改])[）)]*[。]?"
)
_SURROUNDINGS = (_SALUTATION, _TITLE, _CAPTION, _DAY, _PASSED)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its reading view, its span in the document and the sentence before it in the passage.

    Clauses parted by a semicolon are sentences of their own; `opening` is what the printed sentence said before one, in
    an item of a list what announces the list (有下列情形之一的，处…罚款：), which stands at `announced` where the item
    begins. Where an item says nothing without that, its `text` is both (`joined`)."""

    text: str
    span: Span
    passage: Passage
    before: str = ""
    opening: str = ""
    announced: Span | None = None
    joined: bool = False

    def with_announcement(self) -> Sentence:
        """An item together with what announces its list; itself where it is no item."""
        if self.announced is None or self.joined:
            return self
        return replace(self, text=self.opening + self.text, joined=True)

    @property
    def pieces(self) -> tuple[tuple[str, Span], ...]:
        """What it says and where that stands: the announcement and the item apart, which need not be neighbours."""
        if self.announced is None or not self.joined:
            return ((self.text, self.span),)
        return ((self.opening, self.announced), (self.text.removeprefix(self.opening), self.span))


@lru_cache(maxsize=4096)
def sentences(passage: Passage, document_text: str) -> tuple[Sentence, ...]:
    """The sentences of a passage in order; a table row is one sentence, and so is a header, whose cells need not
    stand in the text in the order of the columns."""
    if passage.cell is not None or "\t" in passage.text:
        return (Sentence(passage.text, passage.span, passage),)
    offsets = _source_offsets(passage, document_text)
    found: list[Sentence] = []
    asked = ""  # the question in the text that the sentences below it answer
    lists: tuple[Announcement, ...] = ()
    inline: tuple[str, Span] | None = None  # what announces a list in running text
    printed = Span(0, 0)  # the clauses so far of the printed sentence, as far as they stand in one item
    for match in _SENTENCE.finditer(passage.text):
        text = match.group().strip()
        turn = _TURN.match(text)
        start = match.start() + len(match.group()) - len(match.group().lstrip()) + (turn.end() if turn else 0)
        text = text[turn.end() :] if turn else text
        if len(text) < 2 or _SAYS_NOTHING.fullmatch(text):
            continue
        span = Span(offsets[start], offsets[start + len(text) - 1] + 1)
        text = _FOOTNOTE_MARK.sub("", text)  # in an answer it would look like a citation's marker
        last = found[-1] if found else None
        goes_on = last is not None and last.text.endswith(("；", ";"))
        opening = last.opening + last.text if last is not None and goes_on else asked
        announced: Span | None = None
        if begins_line(document_text, span.start):
            if last is None:
                lists = begun_before(document_text, span.start, text)
            elif (last.text.endswith(("：", ":")) or heads_cases(last.text)) and (
                begun := opened(text, last.opening + last.text, Span(printed.start, last.span.end))
            ):
                lists = (*lists, begun)
            else:
                lists = going_on(lists, text, last.text)
            if lists:  # the items before it are no part of what it says
                opening, goes_on = lists[-1].text, False
                announced = lists[-1].span if says_of_each(opening) else None
        elif lists and not goes_on:
            opening = lists[-1].text
        if inline and goes_on and is_later_item(text):
            opening, announced = inline
        elif not goes_on:
            length = inline_announcement(text)
            inline = (text[:length], Span(span.start, offsets[start + length - 1] + 1)) if length else None
        printed = Span(printed.start, span.end) if goes_on else span
        found.append(Sentence(text, span, passage, last.text if last else "", opening, announced))
        if _ASKS.search(text):
            asked = (asked if last is not None and _ASKS.search(last.text) else "") + text
            asked = asked[-MOST_ASKED:]
    return tuple(found)


def sentences_of(passages: Iterable[Passage], document_text: str) -> Iterator[Sentence]:
    """The sentences of several passages of one document, in their order."""
    return chain.from_iterable(sentences(passage, document_text) for passage in passages)


def printed_with(sentence: Sentence, document_text: str) -> list[Sentence]:
    """The clauses that semicolons join to one in the printed sentence, in order and without it."""
    clauses = sentences(sentence.passage, document_text)
    first = last = next((at for at, one in enumerate(clauses) if one.span == sentence.span), len(clauses) - 1)
    while first > 0 and clauses[first - 1].text.endswith(("；", ";")):
        first -= 1
    while last < len(clauses) - 1 and clauses[last].text.endswith(("；", ";")):
        last += 1
    return [one for one in clauses[first : last + 1] if one.span != sentence.span]


def _source_offsets(passage: Passage, document_text: str) -> list[int]:
    """Where each character of the passage's reading view stands in the document; white space takes its neighbour's."""
    start = passage.span.start
    printed = passage.span.of(document_text)
    if same_width("".join(printed.split())) == "".join(passage.text.split()):
        places = [start + place for run in _RUN.finditer(printed) for place in range(*run.span())]
    else:  # something between was left out, such as a page's number
        places = list(_places_in(passage.text, document_text, start))
    offsets: list[int] = []
    used, at = 0, start
    for run in _RUN.finditer(passage.text):
        offsets += [at] * (run.start() - len(offsets))
        offsets += places[used : used + len(run.group())]
        used += len(run.group())
        at = places[used - 1] + 1
    return offsets + [at] * (len(passage.text) - len(offsets))


def _places_in(text: str, document_text: str, start: int) -> Iterator[int]:
    """Where each character of `text` that is no white space stands in the document from `start` on."""
    at = start
    for character in "".join(text.split()):
        while same_width(document_text[at]) != character:
            at += 1
        yield at
        at += 1


def is_frame(text: str, title: str, issuer: str) -> bool:
    """Whether a line is part of what surrounds a document rather than of what it says: the salutation, 现将…印发给你们,
    the signature with its date, its title once more, the caption of a table."""
    if any(pattern.fullmatch(text) for pattern in _SURROUNDINGS):
        return True
    if folded(without_footnote(text.rstrip("。"))) in folded(title):
        return True
    signed = _SIGNED.fullmatch(text)
    return signed is not None and bool(issuer) and folded(signed["who"]).strip() in folded(issuer)
