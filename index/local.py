"""Both legs of one machine in one folder: tantivy, FAISS, and the ids they share.

A folder is written once and then only read. To change it, `copy_index` makes another that shares its files by hard
links, and the copy is changed: nothing of what was indexed is written again, and readers of the first never wait.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import chain, count, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import bm25
from index.dense import Rows
from index.entries import embedded_text, indexed_text
from index.errors import IndexDamaged, IndexMismatch
from index.lexical import LexicalIndex
from index.parts import LARGEST, Entries, Gathered, Part, gathered, write_joined
from index.rank import FUSION_DEPTH, best_first, best_of, fused, term_weights
from index.terms import joined_terms, terms
from index.types import Embedder, Entry, Hit, Query, Vectors

FORMAT = 2
_MANIFEST = "manifest.json"
# Fewer entries than this are indexed by one thread, which is as fast and leaves a single segment.
_MANY = 20_000
_AT_ONCE = 5_000  # entries whose terms and vectors are in memory at once; their vectors are made beside their terms
# A document's score helps to find its passages: .688 -> .701 hit@1 on questions about official notices.
DOCUMENT_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder holds. `documents` numbers the documents that can be found; the entries of any other are gone."""

    model: str
    dimension: int
    documents: dict[str, int]
    parts: tuple[str, ...] = ()
    next_number: int = 0
    next_document: int = 0
    format: int = FORMAT


class LocalIndex:
    """An EntryIndex in a folder; fit for many searching threads, or one changing one."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        """Opens the index in `folder`. Raises IndexMismatch for another model or format, IndexDamaged."""
        self._folder = folder
        self._embedder = embedder
        self._manifest = _read(folder)
        for field, built, wanted in (
            ("format", self._manifest.format, FORMAT),
            ("model", self._manifest.model, embedder.name),
            ("dimension", self._manifest.dimension, embedder.dimension),
        ):
            if built != wanted:
                raise IndexMismatch(folder, field, built, wanted)
        self._open()

    def __len__(self) -> int:
        """How many entries can be found."""
        return len(self._lexical)

    def frequency(self, word: str) -> int:
        """At most how many entries hold `word`: as many as hold the rarest of its terms of the greatest length."""
        found = terms(word)
        longest = max(map(len, found), default=0)
        return min((self._lexical.frequency(term) for term in found if len(term) == longest), default=0)

    def held(self, found: Collection[str]) -> frozenset[str]:
        """Which of these terms any entry holds."""
        return frozenset(term for term in found if self._lexical.frequency(term))

    def search(self, query: Query, limit: int, document_ids: frozenset[str] | None = None) -> list[Hit]:
        """The best entries by words and by meaning, best first; `document_ids` restricts, None means all."""
        if limit < 1:
            return []
        numbers, lexical, dense = self._found(query, max(limit, FUSION_DEPTH), document_ids)
        if not numbers:
            return []
        scores = fused(lexical, dense)
        # Only of these the ids are read.
        best = best_of(scores, limit)
        ids = self._ids([numbers[place] for place in best])
        chosen = zip(best, scores[best].tolist(), strict=True)
        hits = [Hit(ids[numbers[place]], score, lexical[place], dense[place]) for place, score in chosen]
        return best_first(hits)[:limit]

    def candidates(self, query: Query, depth: int, document_ids: frozenset[str] | None = None) -> list[Hit]:
        """What either leg has among its best `depth`, in no order, with the scores of both legs."""
        numbers, lexical, dense = self._found(query, depth, document_ids)
        ids = self._ids(numbers)
        return [
            Hit(ids[number], 0.0, by_words, cosine)
            for number, by_words, cosine in zip(numbers, lexical, dense, strict=True)
        ]

    def _found(
        self, query: Query, depth: int, document_ids: frozenset[str] | None
    ) -> tuple[list[int], list[float | None], list[float]]:
        """The numbers of the `candidates`, rising, and the scores of both legs."""
        allowed = None
        if document_ids is not None:
            allowed = {self._manifest.documents[name] for name in document_ids if name in self._manifest.documents}
        if not query.text.strip() or allowed == set():
            return [], [], []
        vector = self._embedder.encode_queries([query.text])[0]
        by_words = self._by_words(query, depth, allowed)
        numbers = sorted(by_words.keys() | self._near(vector, depth, allowed))
        return numbers, [by_words.get(number) for number in numbers], self._cosines(numbers, vector)

    def add(self, entries: Iterable[Entry]) -> None:
        """Adds entries; those of one document come together. A document that is there already is added to."""
        self.change(entries, frozenset())

    def remove(self, document_ids: frozenset[str]) -> None:
        """Removes all entries of these documents; the others are not touched."""
        self.change((), document_ids)

    def change(self, entries: Iterable[Entry], removed: frozenset[str]) -> None:
        """Removes documents, then adds entries, which may be of the same documents anew."""
        stream = iter(entries)
        while (first := list(islice(stream, _MANY))) or removed:
            threads = 1 if len(first) < _MANY else 0
            several = chain(first, islice(stream, LARGEST - len(first)))
            del first  # nobody but `several` holds them: what was indexed is gone
            self._change(several, removed, threads)
            removed = frozenset()

    def _open(self) -> None:
        try:
            self._lexical = LexicalIndex(self._folder / "entries")
            self._lexical_documents = LexicalIndex(self._folder / "documents")
            self._parts = [Part(self._folder / "parts" / name) for name in self._manifest.parts]
        except (OSError, ValueError) as error:
            raise IndexDamaged(self._folder, str(error)) from error
        alive = np.zeros(self._manifest.next_document, np.bool_)
        alive[list(self._manifest.documents.values())] = True
        self._alive = alive

    def _by_words(self, query: Query, limit: int, allowed: set[int] | None) -> dict[int, float]:
        weights = term_weights(query)
        holding = {term: self._lexical.frequency(term) for term in weights}
        weights = bm25.looked_for(weights, holding, len(self))
        # What no entry holds finds nothing, and still takes its time.
        wanted = self._lexical.any_of({term: weight for term, weight in weights.items() if holding[term]})
        found = self._lexical.search(wanted, limit, allowed)
        if not found:
            return {}
        documents = dict(self._lexical_documents.search(wanted, limit, allowed))
        most = bm25.most(weights, holding, len(self))
        owners = self._documents([number for number, _ in found])
        return {
            number: (score + DOCUMENT_WEIGHT * documents.get(owner, 0.0)) / most
            for (number, score), owner in zip(found, owners, strict=True)
        }

    def _near(self, vector: Vectors, limit: int, allowed: set[int] | None) -> set[int]:
        wanted = self._alive
        if allowed is not None:
            wanted = np.zeros_like(self._alive)
            wanted[list(allowed)] = True
        found: list[tuple[float, int]] = []
        for part in self._parts:
            mask: NDArray[np.bool_] = wanted[part.documents]
            rows, cosines = part.dense.search(vector, limit, None if mask.all() else mask)
            found.extend(zip(cosines.tolist(), part.numbers[rows].tolist(), strict=True))
        return {number for _, number in nlargest(limit, found)}

    def _located(self, numbers: Sequence[int]) -> Iterator[tuple[Part, list[int], Rows]]:
        """For each part the positions in `numbers` of those it holds, and their rows in it."""
        wanted = np.asarray(numbers, np.int64)
        for part in self._parts:
            rows = np.searchsorted(part.numbers, wanted)
            inside = np.flatnonzero(rows < len(part.numbers))
            inside = inside[part.numbers[rows[inside]] == wanted[inside]]
            if len(inside):
                yield part, inside.tolist(), rows[inside]

    def _cosines(self, numbers: Sequence[int], vector: Vectors) -> list[float]:
        cosines = np.zeros(len(numbers), np.float32)
        for part, positions, rows in self._located(numbers):
            # Not `@`, which would wait for threads of its own.
            cosines[positions] = np.einsum("ij,j->i", part.dense.vectors(rows), vector)
        told: list[float] = cosines.tolist()
        return told

    def _documents(self, numbers: Sequence[int]) -> list[int]:
        owners = np.zeros(len(numbers), np.int64)
        for part, positions, rows in self._located(numbers):
            owners[positions] = part.documents[rows]
        told: list[int] = owners.tolist()
        return told

    def _ids(self, numbers: Sequence[int]) -> dict[int, str]:
        return {
            numbers[position]: name
            for part, positions, rows in self._located(numbers)
            for position, name in zip(positions, part.ids(rows), strict=True)
        }

    def _change(self, entries: Iterable[Entry], gone: frozenset[str], threads: int) -> None:
        old = self._manifest
        kept = {name: number for name, number in old.documents.items() if name not in gone}
        removed = [old.documents[name] for name in gone if name in old.documents]
        following = count(old.next_document)
        with gathered(self._folder / "parts" / f"{old.next_number:012d}", self._embedder.dimension) as fresh:
            self._index(entries, fresh, kept, removed, following, threads)
            next_document = next(following)
            alive = np.zeros(next_document, np.bool_)
            alive[list(kept.values())] = True
            names = write_joined([part for part in self._parts if alive[part.documents].any()], fresh, alive)
        self._manifest = replace(
            old,
            documents=kept,
            parts=tuple(names),
            next_number=old.next_number + len(fresh),
            next_document=next_document,
        )
        _write(self._folder, self._manifest)
        for part in self._parts:
            if part.folder.name not in names:
                shutil.rmtree(part.folder)
        self._open()

    def _index(
        self,
        entries: Iterable[Entry],
        fresh: Gathered,
        documents: dict[str, int],
        removed: Sequence[int],
        following: Iterator[int],
        threads: int,
    ) -> None:
        """Adds entries to both legs, the dense one being `fresh`; new `documents` get the numbers `following`."""
        begin = self._manifest.next_number
        with (
            self._lexical.changing(removed, threads) as add,
            self._lexical_documents.changing(removed) as add_document,
            ThreadPoolExecutor(1) as beside,
        ):
            document, texts = -1, list[str]()
            stream = iter(entries)
            while some := list(islice(stream, _AT_ONCE)):
                vectors = beside.submit(self._embedder.encode_passages, [embedded_text(entry) for entry in some])
                numbers = range(begin + len(fresh), begin + len(fresh) + len(some))
                owners = [
                    documents[entry.document_id]
                    if entry.document_id in documents
                    else documents.setdefault(entry.document_id, next(following))
                    for entry in some
                ]
                words = joined_terms([indexed_text(entry) for entry in some])
                for number, owner, found in zip(numbers, owners, words, strict=True):
                    add(number, owner, found)
                    if owner != document and texts:
                        add_document(document, document, " ".join(texts))
                        texts = []
                    document = owner
                    texts.append(found)
                ids = [entry.id for entry in some]
                fresh.add(Entries(np.asarray(numbers, np.int64), np.asarray(owners), ids, vectors.result()))
            if texts:
                add_document(document, document, " ".join(texts))


def create_index(folder: Path, embedder: Embedder) -> None:
    """Writes an empty index into `folder`, which must not exist."""
    folder.mkdir(parents=True)
    _write(folder, Manifest(embedder.name, embedder.dimension, {}))


def copy_index(source: Path, target: Path) -> None:
    """Makes `target` the same index as `source`, sharing its unchanging files."""
    for path in sorted(source.rglob("*")):
        copied = target / path.relative_to(source)
        if path.is_dir():
            copied.mkdir(parents=True, exist_ok=True)
        elif path.suffix == ".json":  # the manifests name what belongs to an index: each has its own
            shutil.copyfile(path, copied)
        elif not path.name.endswith(".lock"):
            try:
                os.link(path, copied)
            except OSError:  # a file system without hard links
                shutil.copyfile(path, copied)


def _read(folder: Path) -> Manifest:
    try:
        values = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        return Manifest(**{**values, "parts": tuple(values["parts"])})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IndexDamaged(folder, f"{_MANIFEST}: {error}") from error


def _write(folder: Path, manifest: Manifest) -> None:
    values = {name: getattr(manifest, name) for name in Manifest.__slots__}
    partial = folder / f"{_MANIFEST}.partial"
    partial.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    partial.replace(folder / _MANIFEST)
