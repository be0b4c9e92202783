"""A document as a script sees it, and the gold case that a question with a computed truth becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from eval.cases import Case, CaseLanguage, CaseStatus, CaseType, Evidence, Split


@dataclass(frozen=True)
class Source:
    """A document of the collection: nothing of it is known but its id, its title and its canonical text."""

    id: str
    title: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines that hold something, white space around them taken off; a table's cells are parted by tabs."""
        return tuple(line.strip() for line in self.text.split("\n") if line.strip())

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """The lines outside tables."""
        return tuple(line for line in self.lines if "\t" not in line)

    @property
    def split(self) -> Split:
        """Half of the documents, by a hash of their ids, are kept aside from whoever mends the product."""
        return "test" if sha256(self.id.encode()).digest()[0] % 2 else "dev"

    @property
    def name(self) -> str:
        """How people call it in a question: the title in brackets, without the words around its own brackets."""
        inner = re.search(r"《([^《》]{6,})》", self.title)
        return f"《{inner[1] if inner else self.title}》"

    def once(self, words: str) -> bool:
        """Whether the words stand in the text exactly once, white space apart."""
        return self._condensed.count(re.sub(r"\s+", "", words)) == 1

    @cached_property
    def _condensed(self) -> str:
        return re.sub(r"\s+", "", self.text)


def computed(
    source: Source,
    kind: str,
    turns: str | Iterable[str],
    must: Iterable[Iterable[str]],
    quotes: Iterable[str],
    *,
    type: CaseType,
    status: CaseStatus = "answered",
    must_not: Iterable[str] = (),
) -> Case:
    """The case of a question about `source`; its id is given when all are formed.

    `must` and `must_not` are those of a `Case`, `quotes` are what of the document a right answer cites. The language
    is told from the last turn: with a Chinese character it is Chinese, else English.
    """
    asked = (turns,) if isinstance(turns, str) else tuple(turns)
    lang: CaseLanguage = "zh" if re.search(r"[\u4e00-\u9fff]", re.sub(r"《.*?》", "", asked[-1])) else "en"
    return Case(
        id=f"{kind}/{source.id}",
        type=type,
        lang=lang,
        turns=asked,
        status=status,
        must=tuple(tuple(group) for group in must),
        must_not=tuple(must_not),
        evidence=tuple(Evidence(source.id, quote) for quote in quotes),
        split=source.split,
    )
