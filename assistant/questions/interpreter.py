"""Questions understood with the names that a collection has: its units, its documents and their parts, its places."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from assistant.questions.coordination import Usage
from assistant.questions.document_parts import PartsNamed
from assistant.questions.document_references import Places
from assistant.questions.question import Question
from assistant.questions.romanised_names import RomanisedNames
from assistant.questions.understanding import understand
from corpus.units import UnitDirectory
from index.library import Library


class Interpreter:
    """Understands questions about one open collection. `usage` tells which words its documents use together."""

    def __init__(self, library: Library, before: Interpreter | None = None) -> None:
        """What the interpreter `before` has read is not read again where the documents are the same."""
        self._library = library
        summaries = library.documents()
        known = before._parts_of(library.unchanged_since(before._library)) if before else {}
        self._places = Places(summaries, library.outlines(known.keys()), known)
        records = library.records()
        context = " ".join(f"{summary.title} {summary.issuer or ''}" for summary in summaries)
        directory = UnitDirectory((unit for record in records for unit in record.units), context)
        dated = {record.document_id for record in records if record.deadline and record.deadline.end}
        # "By September" without a year means the year that the collection's tasks are of, not today's.
        reference = max(
            (summary.issued for summary in summaries if summary.issued and (summary.id in dated or not dated)),
            default=date.today(),
        )
        titles = tuple(summary.title for summary in summaries)
        self.usage = Usage(
            lambda word, after: library.rarity(f"{word[-2:]}{after[:2]}") < 1.0,
            lambda word: len(word) > 1 and any(title.startswith(word) for title in titles),
        )
        places = self._places
        in_chinese = RomanisedNames([context, " ".join(directory.names)], library).in_chinese
        # A follow-up is understood again and again: as it is, with what it leaves out, and as the turn before the next.
        # Not a method: a cycle through the cache would keep old generations in memory until it is looked for.
        self._understand = lru_cache(maxsize=256)(
            lambda text: understand(text, directory, places, reference, in_chinese)
        )

    def understand(self, text: str) -> Question:
        """The value of a question in ordinary digits and simplified characters."""
        return self._understand(text)

    def _parts_of(self, document_ids: frozenset[str]) -> dict[str, PartsNamed]:
        return {name: parts for name, parts in self._places.parts.items() if name in document_ids}
