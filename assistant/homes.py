"""The places that the documents of a collection are of, beyond the provinces and cities that are known by name.

A county, a new district or a town is known by who issues its papers (砚岭县人民政府, 澜江新区管理委员会) or by their
titles. What another place's paper says answers no question about it, unless the paper names it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.kept import KeptWith
from assistant.question import Question
from assistant.ranking import heads_of, localities_asked
from corpus.localities import localities
from index.glossary import renderings
from index.library import Library

# 青岛市崂山区科技局: where a name begins, then one after the other.
_BEGINS = re.compile(r"^(?:(?:19|20)\d\d年(?:度)?)?(?:中共)?|(?:印发|转发)《?|同意|支持|《")
_PLACE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:省|市|县|区|州|旗|新区|新城|镇|乡|自治[区州县]"
    r"|(?:高新|经济|综合|自由)?[\u4e00-\u9fff]{0,6}(?:开发|保税|试验|示范|自贸)区)(?=[\u4e00-\u9fff\d(（])"
)
_NO_NAME = re.compile("[全我本各该为对在省市县区]")


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


class Homes:
    """Which documents of a collection are of which places."""

    def __init__(self, library: Library) -> None:
        self._of = {about.id: names_of(about.title, about.issuer) for about in library.documents()}
        self._names = frozenset[str]().union(*self._of.values())

    def asked(self, question: Question) -> frozenset[str]:
        """The places that a question names, of which one at least is known only by the papers of the collection; else
        none: other questions are bound by the names of provinces and cities."""
        words = f"{question.text} {question.topic} {' '.join(term for term, _ in renderings(question.text))}"
        named = frozenset(name for name in self._names if name in words)
        return named | localities_asked(question) if named - localities(" ".join(named)) else frozenset()

    def elsewhere(self, asked: Collection[str], document_id: str, head: str, text: str) -> bool:
        """Whether a text in a document with this `head` is of other places than the ones asked for (none: any will do)
        and names none of these."""
        if not asked or any(name in head or name in text for name in asked):
            return False
        return bool(self._of.get(document_id) or localities(head))


MOST_TEXTS = 500
"""So many texts of other places' papers are read for the name of a place; of more papers, their tasks and headings."""

_homes = KeptWith[None, Homes](lambda library, _: Homes(library), most=1)


def of_the_places(question: Question, library: Library, document_ids: Collection[str]) -> frozenset[str]:
    """Of these documents those that may speak of the places that a question names."""
    homes = _homes(library, None)
    asked = homes.asked(question)
    if not asked:
        return frozenset(document_ids)
    heads = heads_of(document_ids, library)
    others = [name for name in document_ids if homes.elsewhere(asked, name, heads[name], "")]
    if len(others) > MOST_TEXTS:
        naming = {record.document_id for place in asked for record in library.tasks.saying(place)}
    else:
        library.have_read(others)
        naming = {name for name in others if any(place in library.document(name).text for place in asked)}
    return frozenset(document_ids) - (frozenset(others) - naming)
