"""What people use instead, each set up for Chinese as its documentation says: on jieba's words and the same vectors.

Their packages are in `requirements-peers.txt`; only this module imports them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Self

from index.types import Embedder, Entry

LIMIT = 10
DEPTH = 100
"""How many each leg gives, as in `index.rank`."""


def words(text: str) -> list[str]:
    """jieba's words of a text, without white space."""
    import rjieba

    return [word for word in rjieba.cut(text.lower()) if not word.isspace()]


@cache
def embedder() -> Embedder:
    """The shipped model."""
    from index.embed import load_embedder

    return load_embedder()


class LangChain:
    """langchain's FAISS store and BM25 retriever in an ensemble; the retriever cannot be kept and is built anew."""

    def __init__(self, folder: Path) -> None:
        from langchain_community.vectorstores import FAISS

        self._folder = folder
        self._store: Any = FAISS.load_local(str(folder), _vectors(), allow_dangerous_deserialization=True)
        self._combine()

    @classmethod
    def build(cls, folder: Path, entries: Iterable[Entry]) -> Self:
        from langchain_community.vectorstores import FAISS
        from langchain_community.vectorstores.utils import DistanceStrategy

        system = cls.__new__(cls)
        documents = [_document(entry) for entry in entries]
        system._folder = folder
        system._store = FAISS.from_documents(
            documents,
            _vectors(),
            ids=[document.id for document in documents],
            distance_strategy=DistanceStrategy.MAX_INNER_PRODUCT,
        )
        system._store.save_local(str(folder))
        system._combine()
        return system

    def search(self, text: str) -> list[str]:
        """The ids of the ten best entries, by the ranks in both."""
        return [document.id for document in self._ensemble.invoke(text)[:LIMIT]]

    def add(self, entries: Sequence[Entry]) -> None:
        documents = [_document(entry) for entry in entries]
        self._store.add_documents(documents, ids=[document.id for document in documents])
        self._changed()

    def remove(self, document_id: str) -> None:
        gone = [
            name
            for name, document in self._store.docstore._dict.items()
            if document.metadata["document_id"] == document_id
        ]
        self._store.delete(gone)
        self._changed()

    def _changed(self) -> None:
        self._store.save_local(str(self._folder))
        self._combine()

    def _combine(self) -> None:
        from langchain_classic.retrievers import EnsembleRetriever
        from langchain_community.retrievers import BM25Retriever

        documents = list(self._store.docstore._dict.values())
        by_words = BM25Retriever.from_documents(documents, preprocess_func=words, k=DEPTH)
        by_meaning = self._store.as_retriever(search_kwargs={"k": DEPTH})
        self._ensemble = EnsembleRetriever(retrievers=[by_words, by_meaning], weights=[0.5, 0.5])


class Haystack:
    """haystack's store in memory, kept as one JSON file; BM25 over words with blanks between them."""

    def __init__(self, folder: Path) -> None:
        from haystack.document_stores.in_memory import InMemoryDocumentStore

        self._folder = folder
        self._store: Any = InMemoryDocumentStore.load_from_disk(str(folder / "store.json"))
        self._combine()

    @classmethod
    def build(cls, folder: Path, entries: Iterable[Entry]) -> Self:
        from haystack.document_stores.in_memory import InMemoryDocumentStore

        folder.mkdir()
        system = cls.__new__(cls)
        system._folder = folder
        system._store = InMemoryDocumentStore(
            bm25_tokenization_regex=r"\S+", embedding_similarity_function="dot_product"
        )
        system._combine()
        system.add(list(entries))
        return system

    def search(self, text: str) -> list[str]:
        """The ids of the ten best entries, by the ranks in both."""
        vector = self._embedder.encode_queries([text])[0].tolist()
        found = (
            self._store.bm25_retrieval(" ".join(words(text)), top_k=DEPTH),
            self._store.embedding_retrieval(vector, top_k=DEPTH),
        )
        scores: dict[str, float] = {}
        for ranked in found:
            for rank, document in enumerate(ranked):
                scores[document.id] = scores.get(document.id, 0.0) + 1 / (60 + rank)
        return sorted(scores, key=lambda name: -scores[name])[:LIMIT]

    def add(self, entries: Sequence[Entry]) -> None:
        from haystack import Document

        from index.entries import embedded_text, indexed_text

        vectors = self._embedder.encode_passages([embedded_text(entry) for entry in entries])
        self._store.write_documents(
            [
                Document(
                    id=entry.id,
                    content=" ".join(words(indexed_text(entry))),
                    meta={"document_id": entry.document_id},
                    embedding=vector.tolist(),
                )
                for entry, vector in zip(entries, vectors, strict=True)
            ]
        )
        self._store.save_to_disk(str(self._folder / "store.json"))

    def remove(self, document_id: str) -> None:
        condition = {"field": "meta.document_id", "operator": "==", "value": document_id}
        gone = self._store.filter_documents(filters=condition)
        self._store.delete_documents([document.id for document in gone])
        self._store.save_to_disk(str(self._folder / "store.json"))

    def _combine(self) -> None:
        self._embedder = embedder()


class Txtai:
    """txtai's hybrid index: BM25 and vectors, its scores normalised and added."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._start()
        self._index.load(str(folder / "index"))
        self._owners: dict[str, str] = json.loads((folder / "owners.json").read_text(encoding="utf-8"))

    @classmethod
    def build(cls, folder: Path, entries: Iterable[Entry]) -> Self:
        folder.mkdir()
        system = cls.__new__(cls)
        system._folder, system._owners = folder, {}
        system._start()
        system._put(list(entries), system._index.index)
        return system

    def search(self, text: str) -> list[str]:
        """The ids of the ten best entries."""
        return [name for name, _ in self._index.search(self._seen(text, text), LIMIT)]

    def add(self, entries: Sequence[Entry]) -> None:
        self._put(entries, self._index.upsert)

    def remove(self, document_id: str) -> None:
        gone = [name for name, owner in self._owners.items() if owner == document_id]
        self._index.delete(gone)
        for name in gone:
            del self._owners[name]
        self._save()

    def _start(self) -> None:
        # An index that is loaded finds its function by name, which txtai does not do unasked.
        os.environ["ALLOW_RESOLVE_TRANSFORM"] = "True"
        from txtai import Embeddings

        tokenizer = {"alphanum": False, "stopwords": False}
        scoring = {"method": "bm25", "terms": True, "normalize": True, "tokenizer": tokenizer}
        self._index: Any = Embeddings(
            method="external", transform=f"{__name__}.{vectors.__name__}", hybrid=True, content=False, scoring=scoring
        )

    def _seen(self, embedded: str, indexed: str) -> str:
        spaced = " ".join(words(indexed))
        _EMBEDDED[spaced] = embedded
        return spaced

    def _put(self, entries: Sequence[Entry], put: Any) -> None:
        from index.entries import embedded_text, indexed_text

        self._owners |= {entry.id: entry.document_id for entry in entries}
        put([(entry.id, self._seen(embedded_text(entry), indexed_text(entry)), None) for entry in entries])
        _EMBEDDED.clear()
        self._save()

    def _save(self) -> None:
        self._index.save(str(self._folder / "index"))
        (self._folder / "owners.json").write_text(json.dumps(self._owners, ensure_ascii=False), encoding="utf-8")


# txtai has one text for both legs: words with blanks between them, which stand for what is embedded.
_EMBEDDED: dict[str, str] = {}


def vectors(texts: Sequence[str]) -> Any:
    """What txtai embeds by, found by its name when an index is loaded."""
    return embedder().encode_passages([_EMBEDDED.get(text, text) for text in texts])


def _document(entry: Entry) -> Any:
    from langchain_core.documents import Document

    from index.entries import indexed_text

    return Document(indexed_text(entry), id=entry.id, metadata={"document_id": entry.document_id})


def _vectors() -> Any:
    from langchain_core.embeddings import Embeddings

    class Shipped(Embeddings):
        """The shipped model as langchain wants it."""

        def __init__(self) -> None:
            self._embedder = embedder()

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [[float(value) for value in row] for row in self._embedder.encode_passages(texts)]

        def embed_query(self, text: str) -> list[float]:
            return [float(value) for value in self._embedder.encode_queries([text])[0]]

    return Shipped()
