"""What a benchmark works on: documents cut into passages, queries cut out of them, documents that come later."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, count
from pathlib import Path

from assistant.language.sentences import sentences
from corpus.catalogue import BUNDLED, read_catalogue
from corpus.errors import CorpusError
from corpus.readers import ENDINGS
from corpus.reading import read_document
from corpus.types import Reading
from eval.errors import EvaluationError
from index.entries import passage_entry
from index.types import Entry

DOCUMENT_PASSAGES = 20
LATER_DOCUMENTS = 5
QUERIES = 200
_CLAUSE = re.compile(r"[^\s，。；：、！？,.;:!?（）()]{6,24}")

Paper = tuple[Entry, ...]
"""The passages of one document; never empty."""


@dataclass(frozen=True, slots=True)
class Workload:
    """One size: every query is a clause that stands in at least one of `entries`, and no document of `later` is among
    those of `entries`."""

    entries: tuple[Entry, ...]
    queries: tuple[str, ...]
    later: tuple[Paper, ...]

    @property
    def characters(self) -> int:
        """Code points of all passages, without titles and headings."""
        return sum(len(entry.text) for entry in self.entries)

    def found(self, hits: Sequence[Sequence[str]]) -> float:
        """The share with a passage among its hits (ids) that holds the query word for word, of the queries that have
        hits: the first ones, where not all were asked."""
        texts = {entry.id: entry.text for entry in self.entries}
        asked = zip(self.queries[: len(hits)], hits, strict=True)
        right = (any(query in texts[name] for name in names) for query, names in asked)
        return sum(right) / len(hits)


def papers(folder: Path | None, passages: int) -> list[Paper]:
    """Documents with at least so many passages, and the ones that come later; those in `folder`, in order of their
    paths, or recombined ones. Raises EvaluationError where the folder has too few."""
    taken: list[Paper] = []
    total, later = 0, 0
    for paper in recombined() if folder is None else read(folder):
        taken.append(paper)
        later += total >= passages
        total += len(paper)
        if later == LATER_DOCUMENTS:
            return taken
    raise EvaluationError(
        f"{folder}: {total} passages in {len(taken)} documents are too few for {passages} and {LATER_DOCUMENTS} "
        "documents that come later; choose a smaller --size or more documents"
    )


def workload(shelf: Sequence[Paper], size: int) -> Workload:
    """The first `size` passages of the shelf, up to 200 different queries, and the documents after them."""
    entries = tuple(chain.from_iterable(shelf))[:size]
    known = {entry.document_id for entry in entries}
    clauses = sorted({clause for entry in entries for clause in _CLAUSE.findall(entry.text)})
    if not clauses:
        raise EvaluationError("the passages hold no clause of 6 to 24 characters to search for; choose other --texts")
    queries = random.Random(size).sample(clauses, min(QUERIES, len(clauses)))
    later = tuple(paper for paper in shelf if paper[0].document_id not in known)[:LATER_DOCUMENTS]
    return Workload(entries, tuple(queries), later)


def read(folder: Path) -> Iterator[Paper]:
    """The documents in a folder; what cannot be read is named on standard error."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in ENDINGS):
        name = str(path.relative_to(folder))
        try:
            reading = read_document(path, document_id=name)
        except CorpusError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        if paper := tuple(passage_entry(part, reading.document.metadata.title) for part in reading.passages):
            yield paper


def recombined() -> Iterator[Paper]:
    """Documents without end, the same in every run: sentences of the bundled ones in passages of lengths and under
    headings that occur there. Fewer different words than in real documents: every word stands in more passages."""
    readings = _bundled()
    titles = [reading.document.metadata.title for reading in readings]
    shapes = [passage_entry(passage, "") for reading in readings for passage in reading.passages]
    pool = sentence_pool()
    drawn = random.Random(0)
    for number in count(1):
        document, title = f"document-{number}", f"{drawn.choice(titles)}（{number}）"
        passages = []
        for place in range(DOCUMENT_PASSAGES):
            shape, text = drawn.choice(shapes), drawn.choice(pool)
            while len(text) < len(shape.text):
                text += drawn.choice(pool)
            passages.append(Entry(f"{document}/{place}", document, text, title, shape.headings))
        yield tuple(passages)


@cache
def sentence_pool() -> list[str]:
    """The sentences of the bundled documents, in their order."""
    return [
        sentence.text
        for reading in _bundled()
        for passage in reading.passages
        for sentence in sentences(passage, reading.document.text)
    ]


@cache
def _bundled() -> list[Reading]:
    return [read_document(BUNDLED / entry.file) for entry in read_catalogue(BUNDLED).values()]
