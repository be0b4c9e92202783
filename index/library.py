"""The opened collection: what was read of the documents, and the search over it. Nothing here writes."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import chain, groupby
from pathlib import Path

from corpus.links import Origin, TaskPairs, link_documents
from corpus.localities import home
from corpus.types import Document, Passage, Section, Table, TaskRecord
from index.citing import Citations
from index.cross import JUDGED, judged
from index.database import has_database
from index.embed import load_embedder
from index.entries import passage_entry, record_entry
from index.errors import CollectionMissing, UnknownDocument, UnknownRecord
from index.generation import generations_of, originals_folder
from index.place import Place, place_of
from index.rank import FUSION_DEPTH, RERANK_DEPTH, repeats_last, rerank
from index.records import Records
from index.store import Store
from index.terms import check_terms, folded
from index.types import DocumentSummary, Embedder, Entry, Filters, Hit, Query, Reranker
from index.words import stands_alone

EVERY_DOCUMENT = Filters()
OPENING = 300
"""Characters at a document's start that say what it is about."""
_WORDS = 8192
_LIKELIEST, _AROUND = 10, 8
_DOCUMENTS, _PASSAGES, _CHARACTERS = 512, 4096, 4_000_000
"""How many outlines, passages (and as many entries of task records) and characters of documents are kept in memory
after they were read: about 40 MB."""
_TABLES_OF, _PASSAGES_OF = 64, 256
"""Documents whose tables and whose passages are kept: those of a question or two, which looks at each several times."""
# By digest and not by lru_cache, which would keep the whole documents in memory.
_KNOWN_OPENINGS: dict[str, str] = {}
_MANY_OPENINGS = 20_000


class Library:
    """One generation of a collection, open for reading. Safe to share between threads.

    A document that is removed while this is open is no longer found by searching here either.
    """

    def __init__(
        self,
        place: Place,
        store: Store,
        generation: str,
        embedder: Embedder,
        reranker: Reranker | None = None,
        before: Library | None = None,
    ) -> None:
        """Opens one generation; `Library.open` finds the current one. What was read of the generation `before` is not
        read again as far as its documents are the same."""
        self.generation = generation
        self._place = place
        self._store = store
        self._embedder, self._reranker = embedder, reranker
        opened = generations_of(place, embedder).open(generation)
        self._passages, self._records = opened.passages, opened.records
        # A generation never changes: what was read of it once need not be read again.
        self._frequency = lru_cache(maxsize=_WORDS)(opened.passages.frequency)
        self._read: dict[str, Document] = {}
        self._openings: dict[str, str] = {}
        self._read_sections = lru_cache(maxsize=_DOCUMENTS)(store.sections)
        self._read_passages = lru_cache(maxsize=_PASSAGES_OF)(store.passages_of)
        self._read_tables = lru_cache(maxsize=_TABLES_OF)(store.tables)
        self._entries: dict[str, tuple[Passage, Entry]] = {}
        self._record_entries: dict[str, Entry] = {}
        self._read_records: dict[str, tuple[TaskRecord, ...]] = {}
        self._read_origins: dict[str, Origin] = {}
        self._pairs = TaskPairs()
        # Read before anything else: whoever compares them later knows that all the rest is not older than they are.
        self._summaries = store.summaries()
        self._summary_of = {summary.id: summary for summary in self._summaries}
        if before is not None:
            self._take_over(before)

    @classmethod
    def open(
        cls, where: Path | Place, *, embedder: Embedder | None = None, reranker: Reranker | None = None
    ) -> Library:
        """The collection that stands there; `embedder` must be the model it was built with (None: the shipped one).
        `reranker` has the last word on the order of the best passages.

        Raises CollectionMissing, IndexMismatch, IndexDamaged, ModelUnavailable or TermsMissing, and what
        `open_database` raises.
        """
        place = place_of(where)
        if not has_database(place):
            raise CollectionMissing(place.folder)
        check_terms()
        store = Store.open(place, writing=False)
        try:
            return _opened(place, store, embedder or load_embedder(), reranker)
        except Exception:
            store.close()
            raise

    def refreshed(self) -> Library:
        """This library, or the newly opened one when the collection has changed since; cheap when it has not."""
        if self._store.generation() == self.generation:
            return self
        return _opened(self._place, self._store, self._embedder, self._reranker, before=self)

    def unchanged_since(self, before: Library) -> frozenset[str]:
        """The documents that are in both, and were not put in anew in between."""
        return frozenset(name for name, summary in self._summary_of.items() if before._summary_of.get(name) == summary)

    def documents(self) -> tuple[DocumentSummary, ...]:
        """Every document, by id."""
        return self._summaries

    def document(self, document_id: str) -> Document:
        """The document with its text, and without its blocks: `printed` has those. Raises UnknownDocument."""
        self.have_read([document_id])
        return self._read.get(document_id) or replace(self._store.document(document_id), blocks=())

    def printed(self, document_id: str) -> Document:
        """The document with the blocks that it was read from: where its text stood on pages. Raises UnknownDocument."""
        return self._store.document(document_id)

    def summary(self, document_id: str) -> DocumentSummary:
        """What a list shows of one document. Raises UnknownDocument."""
        if document_id not in self._summary_of:
            raise UnknownDocument(document_id)
        return self._summary_of[document_id]

    def original(self, document_id: str) -> Path:
        """The file that the document was read from, as it was. Raises UnknownDocument."""
        return originals_folder(self._place.folder) / self._store.original(document_id)

    def cited(self, document: Document) -> tuple[str | None, ...]:
        """For each of the document's references the id of the document that it names, None where it is not here."""
        return tuple(self._citations.cited(reference, document.id) for reference in document.metadata.references)

    def cited_by(self, document_id: str) -> tuple[str, ...]:
        """The documents that cite this one, by id."""
        return self._citing.get(document_id, ())

    def sections(self, document_id: str) -> tuple[Section, ...]:
        """The document's outline, in text order; the first is the root. Raises UnknownDocument."""
        return self._read_sections(document_id)

    def tables(self, document_id: str) -> tuple[Table, ...]:
        """The document's tables. Raises UnknownDocument."""
        return self._read_tables(document_id)

    def outlines(
        self, known: Collection[str] = frozenset()
    ) -> Iterator[tuple[str, tuple[Section, ...], tuple[Table, ...]]]:
        """The id, the outline and the tables of every document but the `known` ones, by id, read as they are asked
        for."""
        wanted = self._summary_of.keys() - known
        return (outline for outline in self._store.outlines(wanted if known else None) if outline[0] in wanted)

    def openings(self, document_ids: Collection[str]) -> dict[str, str]:
        """`opening_of` these documents, by id; of those that are gone there is none."""
        missing = [name for name in document_ids if name not in self._openings]
        for document in self._store.documents(missing) if missing else ():
            self._openings[document.id] = opening_of(document)
        return {name: self._openings[name] for name in document_ids if name in self._openings}

    def have_read(self, document_ids: Collection[str]) -> None:
        """Makes the next look at each of these documents cheap; many at once are read much sooner."""
        missing = [name for name in document_ids if name not in self._read]
        if not missing:
            return
        # Other threads read along: what is there is never changed, only replaced.
        kept = self._read
        if sum(len(document.text) for document in kept.values()) > _CHARACTERS:
            kept = {}
        fresh = self._store.documents(missing[:_DOCUMENTS])
        self._read = {**kept, **{document.id: document for document in fresh}}

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The document's passages in text order. Raises UnknownDocument."""
        return self._read_passages(document_id)

    def passage(self, passage_id: str) -> Passage:
        """One passage. Raises UnknownPassage."""
        known = self._entries.get(passage_id)
        return known[0] if known else self._store.passage(passage_id)

    def records(self, document_ids: Collection[str] | None = None) -> tuple[TaskRecord, ...]:
        """The task records of these documents (None: all), by document id and then in text order.

        Their `linked` names records of the same task, in other documents of the collection too.
        """
        if document_ids is None:
            return self.tasks.every
        found = (self.tasks.by_document.get(name, ()) for name in sorted(set(document_ids)))
        return tuple(chain.from_iterable(found))

    def record(self, record_id: str) -> TaskRecord:
        """One task record. Raises UnknownRecord."""
        if record_id not in self.tasks.by_id:
            raise UnknownRecord(record_id)
        return self.tasks.by_id[record_id]

    def search_passages(self, query: Query, limit: int, filters: Filters = EVERY_DOCUMENT) -> list[Hit]:
        """The best passages, best first; `Hit.id` is a passage id."""
        within = self._within(filters)
        depth = max(limit, FUSION_DEPTH if self._times_cited else RERANK_DEPTH)
        if filters.sections and within is not None:
            # Both legs give all that these documents have, so that nothing below the headings is missed.
            depth = max(depth, sum(each.passages for each in self._summaries if each.id in within))
        hits = self._passages.search(query, depth, within)
        entries = self._entries_of([hit.id for hit in hits])
        kept = (hit for hit in hits if hit.id in entries)
        below = [hit for hit in kept if not filters.sections or stands_below(self.passage(hit.id).section, filters)]
        found = repeats_last(rerank(query, below, entries, self._times_cited), entries, max(limit, JUDGED))
        return (judged(query.text, found, entries, self._reranker) if self._reranker else found)[:limit]

    def search_records(self, query: Query, limit: int, filters: Filters = EVERY_DOCUMENT) -> list[Hit]:
        """The best task records, best first; `Hit.id` is a record id."""
        depth = max(limit, RERANK_DEPTH, len(self.tasks.every) if filters.sections else 0)
        hits = self._records.search(query, depth, self._within(filters))
        found = [self.tasks.by_id[hit.id] for hit in hits if hit.id in self.tasks.by_id]
        found = [record for record in found if not filters.sections or stands_below(record.section, filters)]
        entries = self._record_entries_of(found)
        return rerank(query, [hit for hit in hits if hit.id in entries], entries)[:limit]

    def rarity(self, word: str) -> float:
        """How much finding `word` in a passage tells: 1 where none or one has it, 0 where all have (scaled IDF)."""
        total = len(self._passages)
        return 1.0 - math.log1p(self._frequency(word)) / math.log1p(total) if total else 1.0

    def held(self, found: Collection[str]) -> frozenset[str]:
        """Which of these characters and pairs of characters any passage has."""
        return self._passages.held(found)

    def stands(self, name: str) -> bool:
        """Whether one of the passages that are the likeliest to have these characters has them, and not as pieces of
        other words (长极 in 增长极)."""
        hits = self._passages.search(Query(name), _LIKELIEST)
        wanted = folded(name)
        for entry in self._entries_of([hit.id for hit in hits]).values():
            text = "".join(folded(f"{entry.text} {entry.headings}").split())
            at = text.find(wanted)
            if at >= 0 and stands_alone(text[max(0, at - _AROUND) : at + len(wanted) + _AROUND], wanted):
                return True
        return False

    def close(self) -> None:
        """Let go of the database; the library cannot be used after that."""
        self._store.close()

    def _take_over(self, before: Library) -> None:
        same = self.unchanged_since(before)
        self._read_records = {name: found for name, found in before._read_records.copy().items() if name in same}
        self._read_origins = {name: origin for name, origin in before._read_origins.copy().items() if name in same}
        self._pairs = before._pairs
        self._read = {name: document for name, document in before._read.copy().items() if name in same}
        self._openings = {name: text for name, text in before._openings.copy().items() if name in same}
        self._entries = {name: found for name, found in before._entries.copy().items() if found[0].document_id in same}

    def _entries_of(self, passage_ids: Sequence[str]) -> dict[str, Entry]:
        """What is indexed of these passages, by id, without those that were removed since this was opened."""
        kept = self._entries
        if self._store.generation() != self.generation or len(kept) > _PASSAGES:
            kept = self._entries = {}
        missing = [name for name in passage_ids if name not in kept]
        if missing:
            for name, passage in self._store.passages(missing).items():
                kept[name] = passage, passage_entry(passage, self._title(passage.document_id))
        return {name: kept[name][1] for name in passage_ids if name in kept}

    def _record_entries_of(self, records: Sequence[TaskRecord]) -> dict[str, Entry]:
        """What is indexed of these task records, by id."""
        kept = self._record_entries
        if len(kept) > _PASSAGES:
            kept = self._record_entries = {}
        for record in records:
            if record.id not in kept:
                kept[record.id] = record_entry(record, self._title(record.document_id))
        return {record.id: kept[record.id] for record in records}

    def _within(self, filters: Filters) -> frozenset[str] | None:
        if filters == EVERY_DOCUMENT:
            return None
        passing = (summary.id for summary in self._summaries if passes(summary, filters))
        if not filters.sections:
            return frozenset(passing)
        return frozenset(
            name for name in passing if any(stands_below(each.path, filters) for each in self.sections(name))
        )

    def _title(self, document_id: str) -> str:
        known = self._summary_of.get(document_id)
        return known.title if known else ""

    @cached_property
    def _citations(self) -> Citations:
        return Citations(self._summaries)

    @cached_property
    def _citing(self) -> dict[str, tuple[str, ...]]:
        return self._citations.citing(self._store.references())

    @cached_property
    def _times_cited(self) -> dict[str, int]:
        return {name: len(citing) for name, citing in self._citing.items()}

    @cached_property
    def tasks(self) -> Records:
        """All task records, and where to look for some of them."""
        missing = [each.id for each in self._summaries if each.records and each.id not in self._read_records]
        if missing:
            fresh = self._store.records(missing if self._read_records else None)
            by_document = groupby(fresh, lambda record: record.document_id)
            self._read_records |= {name: tuple(records) for name, records in by_document}
        self._read_origins |= self._store.origins(self._summary_of.keys() - self._read_origins.keys())
        held = (self._read_records.get(each.id, ()) for each in self._summaries if each.id in self._read_origins)
        origins = {name: self._read_origins[name] for name in self._summary_of if name in self._read_origins}
        return Records(link_documents(chain.from_iterable(held), origins, self._pairs))


def opening_of(document: Document) -> str:
    """What tells a document from others beside its title: its first OPENING characters and the places it is of."""
    known = _KNOWN_OPENINGS.get(document.digest)
    if known is None:
        known = " ".join((document.text[:OPENING], *home(document.text)))
        if len(_KNOWN_OPENINGS) >= _MANY_OPENINGS:
            _KNOWN_OPENINGS.clear()
        _KNOWN_OPENINGS[document.digest] = known
    return known


def passes(summary: DocumentSummary, filters: Filters) -> bool:
    """Whether a document is one that may be found. A document without a date of issue lies in no interval."""
    if filters.document_ids and summary.id not in filters.document_ids:
        return False
    if filters.issuers and not {folded(name) for name in summary.issuers} & {folded(name) for name in filters.issuers}:
        return False
    if filters.issued_from is None and filters.issued_to is None:
        return True
    return (
        summary.issued is not None
        and (filters.issued_from is None or filters.issued_from <= summary.issued)
        and (filters.issued_to is None or summary.issued <= filters.issued_to)
    )


def stands_below(headings: Sequence[str], filters: Filters) -> bool:
    """Whether what stands under these headings may be found."""
    wanted = [folded(section) for section in filters.sections]
    return not wanted or any(words in folded(heading) for heading in headings for words in wanted)


def _opened(
    place: Place, store: Store, embedder: Embedder, reranker: Reranker | None, before: Library | None = None
) -> Library:
    while True:
        generation = store.generation()
        if generation is None:
            raise CollectionMissing(place.folder)
        try:
            return Library(place, store, generation, embedder, reranker, before)
        except Exception:
            # A writer may have replaced and cleared this generation between the two steps.
            if store.generation() == generation:
                raise
