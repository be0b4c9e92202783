"""The documents, annexes and tables that a question can name: "附件2", "改革事项", "the 2018 plan"."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

from assistant.questions.document_parts import (
    ALL_ANNEXES,
    ANNEX,
    LIST_NOUN,
    PartsNamed,
    Place,
    annex_number,
    parts_named,
)
from assistant.questions.titles_bare import BareTitles
from assistant.questions.titles_given import Titled, titles_given
from corpus.localities import localities, places_in
from corpus.normalise import fold
from corpus.starting import quick
from corpus.types import Section, Table
from index.glossary import renderings
from index.types import DocumentSummary

_TITLE_NOUN = (
    "(?:实施方案|行动计划|工作方案|实施细则|若干措施|方案|计划(?!引进|[开拓办举招买购造修装搬]|新[增建设开]|投[资入]|培育|建[设成]|实现|招[引聘]|开[工行通]|吸引)"
    "|规划|通知|意见|批复|办法|规定|纲要|决定"
    "|政策|措施|细则|条例|规则|报告)"
)
_DOCUMENT_NOUN = (
    rf"(?:{_TITLE_NOUN}|文件|报告|纪要|摘登"
    r"|plan|document|notice|programme|program|scheme|report|opinion|circular|reply|paper)"
)
# By 2025年前 and 2025年底 something is done; a paper is of the year.
_YEAR_OF_DOCUMENT = re.compile(
    rf"((?:19|20)\d\d)(?!\s*年?(?:以?[前后内]|[之底末初中]))\s*年?(?:版|度)?的?(?:那|这)?(?:份|个)?"
    rf"(?:[\u4e00-\u9fff]{{0,12}}?){_DOCUMENT_NOUN}"
    rf"|(?<![A-Za-z]){_DOCUMENT_NOUN} (?:of|from|issued in|dated) ((?:19|20)\d\d)",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(rf"([\u4e00-\u9fff]{{3,12}}?)的?{_TITLE_NOUN}(?!的?标题)")
_LEVEL = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[的在按照据看是从对我们这那了和与]))"
    r"(国务院|国家|省|市|区|县)(?:里|级|政府|上)?[的那这]?份? ?(?:实施)?(?:方案|文件|plan|通知|意见)"
    r"|(?<![A-Za-z])(provincial|municipal|city|state council|county|district)"
    r"(?:'s)?(?: government)?(?:'s)? (?:plan|document|notice|scheme|opinions?)",
    re.IGNORECASE,
)
_LEVELS = {
    "国务院": re.compile("国务院"),
    "国家": re.compile("国务院|国家|部$|委员会$"),
    "state council": re.compile("国务院"),
    "省": re.compile("省(?:人民)?政府|省政府|自治区人民政府"),
    "provincial": re.compile("省(?:人民)?政府|省政府|自治区人民政府"),
    "市": re.compile("市人民政府|市政府|市委"),
    "municipal": re.compile("市人民政府|市政府|市委"),
    "city": re.compile("市人民政府|市政府|市委"),
    "区": re.compile("区人民政府|区政府"),
    "district": re.compile("区人民政府|区政府"),
    "县": re.compile("县人民政府|县政府"),
    "county": re.compile("县人民政府|县政府"),
}
_TITLE = re.compile("《((?:[^《》]|《[^《》]*》){2,})》")
_ENGLISH_LIST = re.compile(
    r"(?<![A-Za-z])([a-z]+) (?:list|items?|matters?|measures?|tasks?|annex|table)(?![A-Za-z])", re.IGNORECASE
)
# 2023年重点任务清单 is no list of another year; 民政局牵头任务清单 asks for a list and names none.
_LIST_OF_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
_LISTING = quick(
    r"(?<!牵头)(?<!参与)(?<!配合)(?<!负责)(?<!承担)(?<!牵头的)(?<!参与的)(?<!配合的)(?<!负责的)"
    r"(?:(?:重点|主要|工作)?(?:任务|工作|事项)(?:清单|台账)|(?<!任务)(?<!工作)(?<!事项)(?<!材料)(?<!资料)(?<!文件)(?<!证件)(?<!物资)(?<!设备)(?<!要件)(?:清单|台账|任务表))(?:里面?|上|中)?"
    r"|(?<![a-z])(?:task list|list of tasks)(?![a-z])",
    re.IGNORECASE,
)
BEFORE_NAME = 12
"""Characters before the name of a document that may say whose it is."""
_CLAUSE_ENDS = re.compile("[，,。；;：:？?！!]")
# What a question says of any document: 那份, 的, and what kind of document it is.
_SAYS_NOTHING = re.compile(rf"\d+|[年的那这份个版度]|{_TITLE_NOUN}")
LEAST_SAID, DESCRIBED = 2, 0.4
"""A description has so many pairs of characters; a title that it fits holds this share of them."""
TOLD = 0.5
"""A document is told by the end of a description where that is so much of it, places and years apart: 科技创新 of
标志性产业链科技创新方案 tells none."""
# What stands for a title where a text has none: its first sentence, or the start of it.
_SENTENCE = re.compile(
    "[，,。；;]|^为(?:了|深入|进一步|全面|认真|切实|充分|积极|加快|推[进动]|贯彻|落实|打造|抢抓|促进|加强|规范|做好)"
)


_BROUGHT_ABOUT = re.compile(
    "(?:形成|培育|打造|引进|招引|引育|新增|储备|谋划|实施|推广|复制|落地|签约|开工|推出|建成|创建|争创|申报)(?:出|了)?"
    "(?:多少|几)[个项]?$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names: places, whole documents, and the spans of the question that name them."""

    places: tuple[Place, ...]
    document_ids: frozenset[str]
    spans: tuple[tuple[int, int], ...]
    absent: tuple[str, ...] = ()
    """Annexes that the question names and the collection does not have."""


# The county or city with which a title or an issuer begins.
_HOME = re.compile("([\u4e00-\u9fff]{2,3}?)(?:新区|[省市区县州旗])")


class Places:
    """Every name by which a question can point into a collection; built once for a generation."""

    def __init__(
        self,
        documents: Sequence[DocumentSummary],
        outlines: Iterable[tuple[str, Sequence[Section], Sequence[Table]]],
        known: Mapping[str, PartsNamed] = MappingProxyType({}),
    ) -> None:
        """`outlines` has the id, the sections and the tables of each document, except for those whose parts are
        `known`."""
        self._titles = {summary.id: fold(summary.title) for summary in documents}
        titles = {name: title for name, title in self._titles.items() if not _SENTENCE.search(title)}
        self._bare = BareTitles(titles)
        self._all_titles = "\n".join(titles.values())
        self._titled_from = list(titles)
        self._title_starts = list(accumulate((len(title) + 1 for title in titles.values()), initial=0))
        self._years = {summary.id: summary.issued.year if summary.issued else None for summary in documents}
        self._numbers = {summary.id: _plain_number(summary.number or "").rstrip("号") for summary in documents}
        self._issuers = {summary.id: summary.issuers[0] if summary.issuers else "" for summary in documents}
        self._homes: dict[str, set[str]] = {}
        for name, title in self._titles.items():
            for begins in (title, self._issuers[name]):
                if home := _HOME.match(begins):
                    self._homes.setdefault(home[1], set()).add(name)
        self._annexes: dict[int | None, list[Place]] = {}
        self._labels: dict[str, list[Place]] = {}
        self._lists: list[Place] = []
        self.parts = {**known, **{name: parts_named(name, outline, tables) for name, outline, tables in outlines}}
        """What each document has that can be named, by its id."""
        for name in sorted(self.parts):
            for annex, place in self.parts[name].annexes:
                self._annexes.setdefault(annex, []).append(place)
            for label, place in self.parts[name].labels:
                self._labels.setdefault(label, []).append(place)
            self._lists += self.parts[name].lists

    def blind(self, text: str) -> str:
        """`text` with the names of places hidden, so that their words are not read as asking words."""
        for start, end in (*self._label_spans(text), *self._title_spans(text)):
            text = text[:start] + "□" * (end - start) + text[end:]
        return text

    def titled(self, text: str) -> Titled:
        """The documents that `text` names by their titles beside what it asks."""
        in_brackets, bare = titles_given(text, self._titles), self._bare.given(text)
        return in_brackets if in_brackets.spans and not bare.covers(in_brackets) else bare

    def named(self, text: str, given: frozenset[str] = frozenset()) -> Named:
        """The places and documents that `text` names, where the documents `given` are known to be meant."""
        places: list[Place] = []
        spans: list[tuple[int, int]] = []
        documents = set(given)
        absent: list[str] = []
        for start, end in self._title_spans(text):
            folded = fold(text[start:end])
            documents.update(document_id for document_id, title in self._titles.items() if folded in title)
        for match in _YEAR_OF_DOCUMENT.finditer(text):
            year = match.group(1) or match.group(2)
            where = localities(_CLAUSE_ENDS.split(text[: match.start()])[-1]) if match.group(1) else frozenset()
            of_year = self._of_description(
                match.group(),
                {
                    document_id
                    for document_id, title in self._titles.items()
                    if (year in title or self._years[document_id] == int(year)) and self._is_of(document_id, where)
                },
            )
            if of_year and len(of_year) < len(self._titles):
                documents |= of_year
                at = match.start(1) if match.group(1) else match.start(2)
                spans.append((at, at + 4 + (text[at + 4 : at + 5] == "年")))
        plain = _plain_number(text)
        documents.update(name for name, printed in self._numbers.items() if printed and printed in plain)
        if not documents:
            documents |= self._described(text)
        for match in ANNEX.finditer(text):
            found = self._annexes.get(annex_number(match.group()), [])
            if documents:  # what another document has is not meant
                found = [place for place in found if place.document_id in documents]
            if found:
                places += found
                spans.append(match.span())
            else:
                absent.append(match.group())
        for match in ALL_ANNEXES.finditer(text):
            found = [
                one for own in self._annexes.values() for one in own if one.document_id in documents or not documents
            ]
            if len({place.document_id for place in found}) == 1:
                places += found
                spans.append(match.span())
        labelled = self._label_spans(text)
        elsewhere = self._of_other_places(text)
        for (start, end), label in labelled.items():
            # 郁溪的整改清单 is no list of another county's paper.
            meant = [one for one in self._labels[label] if one.document_id not in elsewhere]
            places += [place for place in meant if place not in places]
            if meant:
                spans.append((start, end))
        if not places and not absent and (listing := _LISTING.search(text)):
            lists = self._told_by_title(
                text,
                [
                    place
                    for place in self._lists
                    if (not documents or place.document_id in documents) and place.document_id not in elsewhere
                ],
            )
            years = {int(year) for year in _LIST_OF_YEAR.findall(text)}
            lists = [one for one in lists if not years or self._years[one.document_id] in (None, *years)]
            if len(lists) == 1:
                places += lists
                spans.append(listing.span())
        if documents:
            places = [place for place in places if place.document_id in documents] or places
        return Named(tuple(places), frozenset(documents), tuple(spans), tuple(absent))

    def year_of(self, named: Named, text: str) -> int | None:
        """The year in which the documents that are named were issued, else the last one in which a county or city that
        `text` names has issued one; None where none is named, or those of several years are."""
        documents = named.document_ids or {place.document_id for place in named.places}
        if not documents:
            of_places = [self._years[one] for place, own in self._homes.items() if place in text for one in own]
            return max((year for year in of_places if year), default=None)
        years = {self._years[document_id] for document_id in documents}
        return next(iter(years)) if len(years) == 1 else None

    def _of_other_places(self, text: str) -> set[str]:
        """The documents of other counties and cities than the ones that `text` names; none where it names none that
        has a document."""
        named = [documents for place, documents in self._homes.items() if place in text]
        return set(self._titles).difference(*named) if named else set()

    def _told_by_title(self, text: str, places: list[Place]) -> list[Place]:
        """Of several places those in the documents whose titles share most pairs of characters with `text`."""
        pairs = _pairs(_SAYS_NOTHING.sub("", text))
        told = {place.document_id: len(pairs & _pairs(self._titles[place.document_id])) for place in places}
        most = max(told.values(), default=0)
        return [place for place in places if told[place.document_id] == most] if most else places

    def _of_description(self, words: str, documents: set[str]) -> set[str]:
        """Of the documents those whose titles hold most of what is said of the document (the pairs of characters in
        2004年的国务院工作规则); none where no title holds any, all where nothing is said."""
        pairs = _pairs(_SAYS_NOTHING.sub("", words))
        if len(pairs) < LEAST_SAID:
            return documents
        told = {name: len(pairs & _pairs(self._titles[name])) for name in documents}
        most = max(told.values(), default=0)
        return {name for name, shared in told.items() if shared == most} if DESCRIBED * len(pairs) <= most else set()

    def _described(self, text: str) -> set[str]:
        """The documents meant by 省里的方案, 进口示范区方案, the provincial plan: by who issued them, by short titles.

        Empty unless some documents, and not all, are meant.
        """
        for match in _DESCRIBED.finditer(text):
            words = re.sub("那份|这份|那个|这个|里面?的?|的$|级的?$", "", match.group(1))
            said = len(_without_places(words))
            before = text[max(0, match.start(1) - BEFORE_NAME) : match.start(1)]
            before = _CLAUSE_ENDS.split(before)[-1]
            for at in range(len(words) - 2):
                if len(words) - at < TOLD * said:
                    break
                short = re.compile(".{0,6}".join(map(re.escape, words[at:])))
                # What was cut off to find a title may say where: 济南人工智能计划, 柳州2024年政府工作报告 are no other
                # city's.
                where = localities(before + words[:at])
                meant = {document_id for document_id in self._titled(short) if self._is_of(document_id, where)}
                if meant:
                    if len(meant) < len(self._titles):
                        return meant
                    break
        for match in _LEVEL.finditer(text):
            level = _LEVELS[(match.group(1) or match.group(2)).lower()]
            meant = {document_id for document_id, issuer in self._issuers.items() if level.search(issuer)}
            if meant and len(meant) < len(self._titles):
                return meant
        return set()

    def _is_of(self, document_id: str, where: Set[str]) -> bool:
        """Whether a document is of one of these places by its title or its issuer; each is where none is named."""
        return not where or bool(where & localities(self._titles[document_id] + self._issuers[document_id]))

    def _titled(self, pattern: re.Pattern[str]) -> set[str]:
        """The documents in whose titles a pattern is found, which does not go beyond a line."""
        found = [match.start() for match in pattern.finditer(self._all_titles)]
        return {self._titled_from[bisect(self._title_starts, at) - 1] for at in found}

    def _label_spans(self, text: str) -> dict[tuple[int, int], str]:
        """Where a table is named by the word that tells it from others: 改革事项, 改革清单, the reform items."""
        found: dict[tuple[int, int], str] = {}
        for label in sorted(self._labels, key=len, reverse=True):
            named = re.compile(rf"{re.escape(label)}(?:{LIST_NOUN}(?:清单|台账|表)?|清单|台账)")
            for match in named.finditer(text):
                span = match.span()
                if _BROUGHT_ABOUT.search(text, 0, match.start()):
                    continue  # 形成多少个改革项目: how many come of it, whatever a list is called
                if not any(start < span[1] and span[0] < end for start, end in found):
                    found[span] = label
        for match in _ENGLISH_LIST.finditer(text):
            terms = {term for term, _ in renderings(match.group(1))}
            for label in terms & self._labels.keys():
                found.setdefault(match.span(), label)
        return found

    def _title_spans(self, text: str) -> list[tuple[int, int]]:
        return [
            match.span(1)
            for match in _TITLE.finditer(text)
            if any(fold(match.group(1)) in title for title in self._titles.values())
        ]


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring Han characters of a text."""
    return {text[at : at + 2] for at in range(len(text) - 1) if re.fullmatch("[\u4e00-\u9fff]{2}", text[at : at + 2])}


def _without_places(text: str) -> str:
    """A text without the names of places."""
    for start, end in reversed(places_in(text)):
        text = text[:start] + text[end + (text[end : end + 1] in ("省", "市", "区", "县")) :]
    return text


def _plain_number(text: str) -> str:
    """A document number whatever its brackets: 浙政函(2018)183号."""
    return re.sub(r"[〔\[【（(［]", "(", re.sub(r"[〕\]】）)］]", ")", fold(text)))
