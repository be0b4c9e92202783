"""What documents say of themselves before anything else: title, issuers, first lines and the places they are of."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from weakref import WeakKeyDictionary

from corpus.types import Document
from index.library import Library, opening_of

MOST_TEXTS = 500
"""So many texts are read through for a word; of more, only what is known of them without reading."""
_PLACE = re.compile(
    r"(?:20\d\d年?)?((?!关于|中国|国家|国务|全国|促进|推进|加[快强]|支持)[\u4e00-\u9fff]{2,4}?)(?<![全我本各])"
    "(?:自治[区州县]|新区|省|市(?![场民政值])|县|区(?!域)|州|盟|旗)"
)


@lru_cache(maxsize=20_000)
def _head(title: str, issuer: str, opening: str) -> str:
    return f"{title} {issuer} {opening}"


def head_of(document: Document) -> str:
    """What a document says it is about: its title, its issuers, its first lines and the places it is of."""
    return _head(document.metadata.title, document.metadata.issuer or "", opening_of(document))


@lru_cache(maxsize=4096)
def place_of(title: str) -> str:
    """The place whose paper a title says it is, without what kind of place it is; empty where it begins with none.

    Every sentence of the paper is of that place, whether it names it or not."""
    named = _PLACE.match(title)
    return named[1] if named else ""


def heads_of(document_ids: Collection[str], library: Library) -> dict[str, str]:
    """`head_of` of these documents, by id, without reading them again."""
    known = _HEADS.setdefault(library, {})
    if missing := [name for name in document_ids if name not in known]:
        openings = library.openings(missing)
        about = {name: library.summary(name) for name in missing}
        # A document that was removed since the library was opened has no lines any more; its records are still there.
        known |= {name: _head(each.title, each.issuer or "", openings.get(name, "")) for name, each in about.items()}
    return {name: known[name] for name in document_ids}


_HEADS: WeakKeyDictionary[Library, dict[str, str]] = WeakKeyDictionary()
