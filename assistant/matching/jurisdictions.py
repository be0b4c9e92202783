"""The places that a question names, and what is of them: documents, records, sentences.

What the paper of another place says answers no question about a place, unless it names it. Provinces and cities are
known by name (corpus/localities.py), and of their papers every sentence and record is judged by itself. A county, a new
district or a town is known by the papers of the collection alone: by who issues them (砚岭县人民政府,
澜江新区管理委员会) or by their titles.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from assistant.language.joined_places import joined_in_full, joined_with
from assistant.matching.heads import MOST_TEXTS, heads_of
from assistant.matching.library_cache import KeptWith
from assistant.questions.question import Question
from corpus.localities import elsewhere, localities, of_others
from corpus.types import TaskRecord
from index.glossary import renderings
from index.library import Library

MOST_RECORDS = 1_000
"""More records than this are looked through for a place all at once."""

# 青岛市崂山区科技局: where a name begins, then one after the other.
_BEGINS = re.compile(r"^(?:(?:19|20)\d\d年(?:度)?)?(?:中共)?|(?:印发|转发)《?|同意|支持|《")
_PLACE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:省|市|县|区|州|旗|新区|新城|镇|乡|自治[区州县]"
    r"|(?:高新|经济|综合|自由)?[\u4e00-\u9fff]{0,6}(?:开发|保税|试验|示范|自贸)区)(?=[\u4e00-\u9fff\d(（])"
)
# 开展综合保税区外维修, 以深圳市名义, 加快进口贸易示范区: what is done there, and how.
_NO_NAME = re.compile(
    "[全我本各该为对在省市县区]|^[以将把由与和及向从按经]|^(?:开[展放设]|推[进动广行]|加[快强大]|建[设立成]|设立|促进|支持|深化|实施|完善"
    "|扩大|发展|打造|构建|培育|创[建新]|申[报办请]|举办|调整|暂停|试[行点]|探索|组[建织]|成立|规划|全面|做[好大强]|落实|同意|批准|国家|国际|中国|综合|高新)"
)
_KINDS = ("", "省", "市", "县", "区", "州", "旗", "新区", "自治区", "自治州", "自治县")
# The place that a unit's name begins with, in full: 柘川市商务局. 开发区 and the like are units themselves.
_UNITS_PLACE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,5}?)(?:省|市|县|自治州|盟|旗)(?=[\u4e00-\u9fff]{2})")


def localities_asked(question: Question) -> frozenset[str]:
    """The provinces and cities that a question names, in either language."""
    return localities_in(question.text)


# 换成大连: what stands before a name is no part of it.
_INSTEAD = re.compile("^(?:那么?|还有)?(?:换成|改成|换作|换了|改为|换到)")


@lru_cache(maxsize=256)
def localities_in(question: str) -> frozenset[str]:
    """The provinces and cities that a text names, in either language."""
    question = _INSTEAD.sub("", question)
    return localities(question) | localities(" ".join(term for term, _ in renderings(question)))


def names_of(title: str, issuer: str | None) -> frozenset[str]:
    """The names of the places that a document's issuer and title tell it to be of, without what kind of place each
    is."""
    found = set()
    for text in (issuer or "", title):
        for begins in _BEGINS.finditer(text):
            at = begins.end()
            while (match := _PLACE.match(text, at)) is not None and not _NO_NAME.search(match["name"]):
                found.add(match["name"])
                at = match.end()
    return frozenset(found)


_OF_ALL = re.compile("省|自治区|国务院|国家|中共中央|全国")


class _Papers:
    """Which papers of a collection are of which places, by the names that only the papers themselves tell."""

    def __init__(self, library: Library) -> None:
        self._of = {about.id: names_of(about.title, about.issuer) for about in library.documents()}
        self.names = frozenset[str]().union(*self._of.values())

    def asked(self, question: Question) -> frozenset[str]:
        """The places that a question names, of which one at least is known only by the papers of the collection; else
        none: other questions are bound by the names of provinces and cities."""
        words = f"{question.text} {question.topic} {' '.join(term for term, _ in renderings(question.text))}"
        named = frozenset(name for name in self.names if name in words)
        return named | localities_asked(question) if named - localities(" ".join(named)) else frozenset()

    def of_another(self, before: Mapping[str, str], given: Collection[str]) -> bool:
        """Whether none of the documents `given` is of a place of those `before`, which have these heads, or of one that
        their heads name (a province's paper on its city), and all are of some county or city."""
        places = frozenset[str]().union(*(self._of.get(name, ()) for name in before))
        others = [self._of.get(name, frozenset[str]()) for name in given]
        named = frozenset(name for of in others for name in of if any(name in head for head in before.values()))
        return bool(places and others) and all(of and not of & (places | named) for of in others)

    def named(self, text: str) -> bool:
        """Whether a text names a place that has a paper."""
        return any(name in text for name in self.names)

    def of_others(self, asked: Collection[str], heads: Mapping[str, str]) -> list[str]:
        """Of the documents with these `heads` those of other places than the ones asked for."""
        # Place by place: of a large collection a look at each document by itself takes three times as long.
        naming = {name for place in asked for name, head in heads.items() if place in head}
        return [name for name in heads if name not in naming and (self._of.get(name) or localities(heads[name]))]


_papers = KeptWith[None, _Papers](lambda library, _: _Papers(library), most=1)


def place_names(library: Library) -> frozenset[str]:
    """The names of the counties and cities whose papers a collection has, without what kind of place each is."""
    return _papers(library, None).names


def of_another_place(said: str, before: Collection[str], given: Collection[str], library: Library) -> bool:
    """Whether the documents `given` are of another county or city than those `before`, which a conversation is about,
    and a turn that has `said` no place did not mean theirs. What a province or the state rules holds in all of them."""
    papers = _papers(library, None)
    if localities_in(said) or papers.named(said) or not papers.of_another(heads_of(before, library), given):
        return False
    about = [library.summary(name) for name in given]
    return not any(_OF_ALL.search(f"{one.issuer or ''} {one.title}") for one in about)


def of_another_locality(said: str, before: Collection[str], given: Collection[str], library: Library) -> bool:
    """Whether the documents `given` are of other provinces and cities than those `before`, by what they say of
    themselves, and a turn that has `said` no place asked for none."""
    if localities_in(said) or not (before and given) or set(before) & set(given):
        return False
    heads = heads_of({*before, *given}, library)
    places = frozenset[str]().union(*(localities(heads[name]) for name in before))
    others = [localities(heads[name]) for name in given]
    return bool(places) and all(of and not of & places for of in others)


def documents_there(question: Question, library: Library, document_ids: Collection[str]) -> frozenset[str]:
    """Of these documents those that may speak of the places that a question names."""
    papers = _papers(library, None)
    asked = papers.asked(question)
    if not asked:
        return frozenset(document_ids)
    others = papers.of_others(asked, heads_of(document_ids, library))
    if len(others) > MOST_TEXTS:
        naming = {record.document_id for place in asked for record in library.tasks.saying(place)}
    else:
        library.have_read(others)
        naming = {name for name in others if any(place in library.document(name).text for place in asked)}
    return frozenset(document_ids) - (frozenset(others) - naming)


def records_there(question: Question, library: Library, records: Sequence[TaskRecord]) -> list[TaskRecord]:
    """Of these records those that may be of the places that a question names."""
    documents = {record.document_id for record in records}
    near = documents_there(question, library, documents)
    # Of a large ledger every look at all records takes a millisecond.
    records = [record for record in records if record.document_id in near] if len(near) < len(documents) else [*records]
    where = localities_asked(question)
    if not where:
        return records
    heads = heads_of(near, library)
    others = {name for name, head in heads.items() if of_others(where, head)}
    away = [record for record in records if record.document_id in others]
    if len(away) > MOST_RECORDS:
        written = [word for name in where for word in (name, *joined_with(name))]
        saying = {record.id for word in written for record in library.tasks.saying(word)}
        away = [record for record in away if record.id in saying]
    named = {
        record.id
        for record in away
        if not elsewhere(where, heads[record.document_id], " ".join(record.section), _in_full(record.task))
    }
    return [record for record in records if record.document_id not in others or record.id in named]


def _in_full(task: str) -> str:
    """A task with the full names of the places that it joins in one word (港澳)."""
    return f"{task} {joined_in_full(task)}"


def place_words(question: Question, library: Library) -> frozenset[str]:
    """The words by which a question names places, with what kind of place each is and without: every paper of a place
    is of it, whatever it speaks of."""
    names = _papers(library, None).asked(question) | localities_asked(question)
    return frozenset(f"{name}{kind}" for name in names for kind in _KINDS)


def records_of_units_place(question: Question, library: Library, records: list[TaskRecord]) -> list[TaskRecord]:
    """The records of the place that a unit's name begins with: 市人社局 in another city's plan is not 柘川市人社局."""
    for bound in question.units:
        place = _UNITS_PLACE.match(bound.words)
        if place is None:
            continue
        heads = heads_of({record.document_id for record in records}, library)
        own = [
            record
            for record in records
            if place["name"] in heads[record.document_id]
            or any(unit.startswith(place.group()) for unit in record.units)
        ]
        if any(place["name"] in f"{one.title}{one.issuer or ''}" for one in library.documents()):
            records = own
    return records
