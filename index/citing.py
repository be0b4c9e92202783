"""Which documents of a collection cite one another, by number (文号) or by title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from corpus.normalise import fold
from corpus.titles import bare
from corpus.types import Reference
from index.types import DocumentSummary, Entry

# What a notice passes on is cited by its own title: 《某办法》 for 关于印发《某办法》的通知.
_PASSED_ON = re.compile(r"(?:印发|转发|批转|公布|发布|颁布|通过)《(?P<title>.{4,}?)》(?:的|[^《》]*$)")
_PASSED_ON_PLAIN = re.compile(r"(?:印发|公布|发布|颁布)(?P<title>[^《》]{4,}?)的(?:通知|公告|通告|决定|函)$")
_KEPT = 50_000  # names, which come again whenever a document of a large collection changes
_STATE = "中华人民共和国"
_ABOUT = re.compile(r"[^《》]{2,60}?(?=关于)")
_QUOTED = re.compile("《([^《》]{2,60})》")
# How articles of law are handed out one by one: 对外贸易法第三条：国家实行…
_ARTICLE = re.compile(
    r"(?P<law>[^\n：:；;。]{2,80}?)第[零〇一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?\s*[:：]"
)
_SIGNS = re.compile(r"[\s第号〔〕\[\]【】()﹝﹞]")


class Citations:
    """The documents of one collection by what others call them."""

    def __init__(self, documents: Iterable[DocumentSummary]) -> None:
        self._by_number: dict[str, list[str]] = defaultdict(list)
        self._by_title: dict[str, list[str]] = defaultdict(list)
        self._numbers: dict[str, str] = {}
        for document in documents:
            if document.number:
                self._numbers[document.id] = _number(document.number)
                self._by_number[_number(document.number)].append(document.id)
            for name in _names(document.title):
                self._by_title[name].append(document.id)

    def cited(self, reference: Reference, citing: str) -> str | None:
        """The document that `reference` names in the document `citing`, if it is in the collection.

        A number decides where both have one. A title that several documents go by names none of them.
        """
        number = _number(reference.number) if reference.number else None
        found = self._by_number.get(number, []) if number else []
        if not found:
            named = self._by_title.get(_name(reference.title), [])
            found = [name for name in named if not number or self._numbers.get(name, number) == number]
        others = [name for name in found if name != citing]
        return others[0] if len(others) == 1 else None

    def citing(self, references: Mapping[str, Sequence[Reference]]) -> dict[str, tuple[str, ...]]:
        """For each cited document the ones that cite it, in the order of `references`, which are by citing document."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for citing, named in references.items():
            for reference in named:
                if cited := self.cited(reference, citing):
                    found[cited][citing] = None
        return {cited: tuple(names) for cited, names in found.items()}


def times_cited(entries: Iterable[Entry]) -> dict[str, int]:
    """For each document of these entries that others name in 《》, by its id, how many do: for texts that come without
    anything else, where `Citations` would need numbers and summaries.

    A document goes by the title of its entries; without one, by the name before its article where an entry begins with
    an article's number. Entries of one name are one document here, whatever their ids.
    """
    names: dict[str, str] = {}
    quoted: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        article = None if entry.title else _ARTICLE.match(entry.text)
        own = _name(article["law"] if article else entry.title) or entry.document_id
        names[entry.document_id] = own
        for name in _QUOTED.findall(entry.text):
            quoted[_name(name)].add(own)
    counts = {document: len(quoted[own] - {own}) for document, own in names.items() if own in quoted}
    return {document: count for document, count in counts.items() if count}


@lru_cache(maxsize=_KEPT)
def _number(text: str) -> str:
    """国办发[1997] 2号 and 国办发〔1997〕2号 are one number."""
    return _SIGNS.sub("", fold(text))


@lru_cache(maxsize=_KEPT)
def _name(title: str) -> str:
    """A law goes by its name with the state's in front of it and without."""
    return bare(fold(title)).removeprefix(_STATE)


@lru_cache(maxsize=_KEPT)
def _names(title: str) -> frozenset[str]:
    """A title in full, without the body before 关于, and that of what it passes on; each as `_name` has it."""
    whole = fold(title)
    short = _ABOUT.match(whole)
    passed = _PASSED_ON.search(whole) or _PASSED_ON_PLAIN.search(whole)
    names = [whole, whole[short.end() :] if short else whole, passed["title"] if passed else whole]
    return frozenset(bare(name).removeprefix(_STATE) for name in names)
