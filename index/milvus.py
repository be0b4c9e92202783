"""The index of a cluster: both legs in Milvus, the statistics of its words beside them.

Milvus multiplies vectors, and no more is asked of it. Its own BM25 knows how rare a term is in one segment or on one
shard, so that what was just added is scored by itself; here the counts of all entries are kept as rows, and a query's
sparse vector carries them. Each index has three tables:

- `entries`: an entry's id, document, dense vector and BM25 weights (`index.bm25`),
- `documents`: the same weights of whole documents, and marks of documents that were removed,
- `counts`: how many entries and documents hold a term (`index.milvus_counts`).

A row says `since` which generation it is held; a mark, from which one the document's earlier rows are gone. So a reader
sees exactly the rows and counts of its generation, on however many hosts, whatever is being written; what a process
that died leaves behind is undone by the next that writes. Rows that a mark hides are deleted by the next change.

Exact are: what can be found; lexical scores, which are those of the index on one machine, except that a removed entry
stops to count here, where tantivy counts it until it merges; with milvus-lite also cosines. A row's weights know the
average length of the time when they were written: where it has moved by more than DRIFT, scores are computed anew, of
OVERSAMPLED times as many candidates as are wanted. On a server, cosines are of vectors of 8 bits found by HNSW. Fusion
is not Milvus's own: its rankers cannot give the scores that `index.rank` gives on one machine.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from index import bm25
from index.entries import embedded_text, indexed_text
from index.errors import IndexDamaged, IndexMismatch
from index.local import DOCUMENT_WEIGHT
from index.milvus_counts import CountTable, Tally
from index.milvus_tables import LARGEST, ROW, Field, Row, Server, Table, batches
from index.rank import FUSION_DEPTH, fuse, term_weights
from index.terms import joined_terms, terms
from index.types import Embedder, Entry, Hit, Query, Vectors

FORMAT = 1
DRIFT = 0.001
"""The share by which the average length may move before scores are computed anew; a score moves by half of it."""
OVERSAMPLED = 2

_BATCH = 50_000  # entries whose terms are held in memory at once
_ROWS = 1_000  # entries that are embedded and sent at once
_KEYS = 1_000  # documents that are named in one filter
_NOTHING = {bm25.NOTHING: 1e-6}  # a vector must not be empty
_MARK = -1  # what a mark has for its number of terms


class MilvusIndex:
    """An EntryIndex in tables of a Milvus server, as one generation has it; fit for many searching threads, or one
    changing it."""

    def __init__(self, server: Server, prefix: str, generation: int, embedder: Embedder, folder: Path) -> None:
        """Opens the tables whose names begin with `prefix`; `folder` is the collection's, for errors.

        Raises IndexMismatch for another model or format, IndexDamaged where there are no tables, MilvusUnavailable.
        """
        self._entries = Table(server, f"{prefix}_entries")
        self._documents = Table(server, f"{prefix}_documents")
        self._counts = CountTable(server, f"{prefix}_counts", generation)
        self._generation = generation
        self._embedder = embedder
        for table in self._tables():
            if not table.load():
                raise IndexDamaged(folder, f"Milvus at {server.shown} has no {table.name}")
        built = next((row["id"] for row in self._documents.select("since == 0", ["id"])), "")
        if built != _built_with(embedder):
            raise IndexMismatch(folder, "format, dimension and model", built, _built_with(embedder))
        # A table that was read once as it is now gives all that was written before to later searches.
        any(self._entries.select(f"since == {generation}", ["since"]))
        self._refresh()

    def __len__(self) -> int:
        """How many entries can be found."""
        return self._counts.all.entries

    def frequency(self, word: str) -> int:
        """At most how many entries hold `word`: as many as hold the rarest of its terms of the greatest length."""
        found = terms(word)
        longest = max(map(len, found), default=0)
        counted = self._counts.of([bm25.dimension(term) for term in found if len(term) == longest])
        return min((counts.entries for counts in counted.values()), default=0)

    def held(self, found: Collection[str]) -> frozenset[str]:
        """Which of these terms any entry holds."""
        dimensions = {term: bm25.dimension(term) for term in found}
        counted = self._counts.of(dimensions.values()) if found else {}
        return frozenset(term for term, each in dimensions.items() if counted[each].entries)

    def search(self, query: Query, limit: int, document_ids: frozenset[str] | None = None) -> list[Hit]:
        """The best entries by words and by meaning, best first; `document_ids` restricts, None means all."""
        return fuse(self.candidates(query, max(limit, FUSION_DEPTH), document_ids))[:limit] if limit > 0 else []

    def candidates(self, query: Query, depth: int, document_ids: frozenset[str] | None = None) -> list[Hit]:
        """What either leg has among its best `depth`, in no order, with the scores of both legs."""
        if not query.text.strip() or document_ids == frozenset() or not len(self):
            return []
        within = "" if document_ids is None else f"document in {sorted(map(_key, document_ids))}"
        vector = self._embedder.encode_queries([query.text])[0]
        by_words = self._by_words(query, depth, within)
        near = {row[ROW]: row for row in self._found(self._entries, "vector", vector, depth, ["id"], within)}
        names = {key: row["id"] for key, row in near.items()} | {key: name for key, (name, _) in by_words.items()}
        cosines = {key: row["distance"] for key, row in near.items()}
        cosines |= self._cosines([key for key in by_words if key not in near], vector)
        return [
            Hit(name, 0.0, by_words[key][1] if key in by_words else None, cosines[key]) for key, name in names.items()
        ]

    def add(self, entries: Iterable[Entry]) -> None:
        """Adds entries; those of one document come together. A document that is there already is added to."""
        self.change(entries, frozenset())

    def remove(self, document_ids: frozenset[str]) -> None:
        """Removes all entries of these documents; the others are not touched."""
        self.change((), document_ids)

    def change(self, entries: Iterable[Entry], removed: frozenset[str]) -> None:
        """Removes documents, then adds entries, which may be of the same documents anew."""
        for some in batches(sorted(map(_key, removed)), _KEYS):
            self._remove(some)
        stream = iter(entries)
        while batch := list(islice(stream, _BATCH)):
            self._add(batch)
        for table in self._tables():
            table.settle()

    def undo_and_delete(self) -> None:
        """Brings the tables to exactly what this generation holds: undoes what later ones wrote that were never named,
        and deletes what only earlier ones held, which nobody may be reading any more."""
        for table in (self._entries, self._documents):
            table.delete(f"since > {self._generation}")
        self._counts.undo()
        for some in batches(sorted(self._gone), _KEYS):
            for table in (self._entries, self._documents):
                table.delete(f"document in {some} and since < {self._generation}")
        # Last: as long as they stand, this can be done again.
        self._documents.delete(f"terms == {_MARK}")
        self._refresh()

    def _tables(self) -> tuple[Table, ...]:
        return self._entries, self._documents, self._counts.table

    def _refresh(self) -> None:
        marks = self._documents.select(f"terms == {_MARK} and since <= {self._generation}", ["document"])
        self._gone = frozenset(row["document"] for row in marks)
        self._counts.refresh()

    def _hidden(self) -> list[str]:
        """The filter that leaves out what earlier generations hold of removed documents, where there are any."""
        return [f"not (document in {sorted(self._gone)} and since < {self._generation})"] if self._gone else []

    def _by_words(self, query: Query, depth: int, within: str) -> dict[int, tuple[str, float]]:
        weights = term_weights(query)
        known = self._counts.of({bm25.dimension(term) for term in weights})
        all_of, lengths = self._counts.all, self._counts.terms
        holding = {term: known[bm25.dimension(term)].entries for term in weights}
        weights = bm25.looked_for(weights, holding, all_of.entries)
        factors: dict[int, float] = defaultdict(float)
        for term, factor in weights.items():
            factors[bm25.dimension(term)] += factor
        counted = {each: known[each] for each in factors if known[each].entries}
        if not counted:
            return {}
        rare = {each: factors[each] * bm25.rarity(counts.entries, all_of.entries) for each, counts in counted.items()}
        average = _average(lengths.entries, all_of.entries)
        found = self._scored(self._entries, rare, average, depth, ["id"], within)
        rare = {
            each: factors[each] * bm25.rarity(counts.documents, all_of.documents) for each, counts in counted.items()
        }
        average = _average(lengths.documents, all_of.documents)
        documents = self._scored(self._documents, rare, average, depth, [], within)
        whole = {row["document"]: score for row, score in documents}
        most = bm25.most(weights, holding, all_of.entries)
        return {
            row[ROW]: (row["id"], (score + DOCUMENT_WEIGHT * whole.get(row["document"], 0.0)) / most)
            for row, score in found
        }

    def _scored(
        self, table: Table, rare: dict[int, float], average: float, depth: int, fields: Sequence[str], within: str
    ) -> list[tuple[Row, float]]:
        """The best rows by their words, with their scores."""
        wanted = ["document", "terms", "average", *fields]
        found = self._found(table, "words", rare, depth * OVERSAMPLED, wanted, within)
        old = [row[ROW] for row in found if abs(row["average"] / average - 1) > DRIFT]
        weights = {row[ROW]: row["words"] for row in table.get(old, [ROW, "words"])}
        scores = [
            (row, _score(row, weights[row[ROW]], rare, average) if row[ROW] in weights else row["distance"])
            for row in found
        ]
        return sorted(scores, key=lambda each: -each[1])[:depth]

    def _found(
        self, table: Table, field: str, vector: object, limit: int, fields: Sequence[str], within: str
    ) -> list[Row]:
        """The best rows that this generation holds."""
        filters = [*filter(None, [within]), *self._hidden()]
        wanted, limit = ["since", *fields], min(limit, LARGEST)
        rows = table.search(field, vector, limit, wanted, " and ".join(filters))
        held = [row for row in rows if row["since"] <= self._generation]
        # Somebody is writing. At other times a filter over all rows would only cost time.
        if len(held) < len(rows) == limit:
            filters.append(f"since <= {self._generation}")
            held = table.search(field, vector, limit, wanted, " and ".join(filters))
        return held

    def _cosines(self, keys: Sequence[int], vector: Vectors) -> dict[int, float]:
        if not keys:
            return {}
        rows = self._entries.search("vector", vector, len(keys), [], f"{ROW} in {list(keys)}")
        return dict.fromkeys(keys, 0.0) | {row[ROW]: row["distance"] for row in rows}

    def _remove(self, documents: Sequence[int]) -> None:
        """Hides what earlier generations hold of these documents, deletes what this one does, and counts less."""
        those = f"document in {list(documents)}"
        held = " and ".join([those, f"since <= {self._generation} and terms >= 0", *self._hidden()])
        lost, earlier = Tally(), set()
        for table, count in ((self._entries, lost.entry), (self._documents, lost.document)):
            for row in table.select(held, ["document", "since", "terms", "words"]):
                if row["since"] < self._generation:
                    earlier.add(row["document"])
                count(row["words"].keys() - _NOTHING.keys(), row["terms"], -1)
            table.delete(f"{those} and since == {self._generation} and terms >= 0")
        self._counts.add(lost)
        self._documents.insert([_row("", each, self._generation, terms=_MARK) for each in sorted(earlier)])
        self._refresh()

    def _add(self, entries: Sequence[Entry]) -> None:
        words = joined_terms([indexed_text(entry) for entry in entries])
        whole: dict[str, Counter[int]] = defaultdict(Counter)
        gained = Tally()
        for entry, text in zip(entries, words, strict=True):
            found = bm25.frequencies(text.split())
            whole[entry.document_id].update(found)
            gained.entry(found, found.total())
        for found in whole.values():
            gained.document(found, found.total())
        self._counts.add(gained)
        all_of, lengths = self._counts.all, self._counts.terms
        average = _average(lengths.documents, all_of.documents)
        self._documents.insert(
            [_weighed_row(name, name, self._generation, found, average) for name, found in whole.items()]
        )
        average = _average(lengths.entries, all_of.entries)
        for some, texts in zip(batches(entries, _ROWS), batches(words, _ROWS), strict=True):
            vectors = self._embedder.encode_passages([embedded_text(entry) for entry in some])
            found_in = [bm25.frequencies(text.split()) for text in texts]
            self._entries.insert(
                [
                    _weighed_row(entry.id, entry.document_id, self._generation, found, average, vector=vector)
                    for entry, found, vector in zip(some, found_in, vectors, strict=True)
                ]
            )


def create_tables(server: Server, prefix: str, embedder: Embedder) -> None:
    """Makes the tables of an empty index; the names of all begin with `prefix`. Raises MilvusUnavailable."""
    common = [
        Field("id", "text"),
        Field("document", "integer", indexed=True),
        Field("since", "integer"),
        Field("terms", "integer"),
        Field("average", "real"),
        Field("words", "sparse"),
    ]
    Table(server, f"{prefix}_entries").create([*common, Field("vector", "dense", embedder.dimension)])
    CountTable(server, f"{prefix}_counts", 0).create()
    documents = Table(server, f"{prefix}_documents")
    documents.create(common)
    documents.insert([_row(_built_with(embedder), 0, 0)])


def _built_with(embedder: Embedder) -> str:
    return f"{FORMAT}, {embedder.dimension}, {embedder.name}"


def _key(document_id: str) -> int:
    """A document's id as Milvus finds it: 63 bits, so that ids of any characters can stand in a filter."""
    return int.from_bytes(blake2b(document_id.encode(), digest_size=8).digest(), "big") >> 1


def _weighed_row(name: str, document_id: str, since: int, found: Counter[int], average: float, **more: object) -> Row:
    """The row of a text in which the terms of these dimensions were found so often."""
    slowness = bm25.damping(bm25.kept_length(found.total()), average)
    weights = {each: bm25.weight(count, slowness) for each, count in found.items()}
    row = _row(name, _key(document_id), since, **more)
    return row | {"words": weights or _NOTHING, "terms": found.total(), "average": average}


def _row(name: str, document: int, since: int, **more: object) -> Row:
    """A row without words."""
    values = {"id": name, "document": document, "since": since, "words": _NOTHING, "terms": 0, "average": 1.0}
    return values | more


def _average(lengths: int, count: int) -> float:
    return lengths / count if lengths else 1.0


def _score(row: Row, weights: Mapping[int, float], rare: Mapping[int, float], average: float) -> float:
    length = bm25.kept_length(row["terms"])
    before, now = bm25.damping(length, row["average"]), bm25.damping(length, average)
    return sum(factor * bm25.moved(weights[each], before, now) for each, factor in rare.items() if each in weights)
