"""What a passage takes: the bytes that sizing a cluster starts from, measured over a collection on this machine.

python -m eval.bench.sizes build/bundled
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from statistics import fmean

from index import bm25
from index.embed import load_embedder
from index.entries import embedded_text, indexed_text, passage_entry
from index.library import Library
from index.terms import terms
from index.types import Entry

POSTING_BYTES = 8  # of a sparse vector: a 4-byte dimension and a 4-byte weight
TEXT_TABLES = ("documents", "passages", "records")


def measured(folder: Path) -> dict[str, float]:
    """Figures for each passage of the collection in `folder`, whose rows are in SQLite and whose index is local."""
    with closing(Library.open(folder)) as library:
        titles = {summary.id: summary.title for summary in library.documents()}
        documents = {
            name: [passage_entry(passage, title) for passage in library.passages(name)]
            for name, title in titles.items()
        }
    entries = [entry for some in documents.values() for entry in some]
    count = len(entries)
    embedder = load_embedder()
    started = time.process_time()
    found = [bm25.frequencies(terms(indexed_text(entry))) for entry in entries]
    cut = time.process_time()
    embedder.encode_passages([embedded_text(entry) for entry in entries])
    embedded = time.process_time()
    return {
        "documents": len(documents),
        "passages": count,
        "characters": fmean(len(entry.text) for entry in entries),
        "terms": fmean(each.total() for each in found),
        "sparse bytes": POSTING_BYTES * fmean(map(len, found)),
        "sparse bytes of whole documents": POSTING_BYTES * sum(map(distinct, documents.values())) / count,
        "dense bytes, float32": 4 * embedder.dimension,
        "dense bytes, 8 bits": embedder.dimension,
        "SQL bytes": sql_bytes(folder) / count,
        "CPU microseconds to cut terms": 1e6 * (cut - started) / count,
        "CPU microseconds to embed": 1e6 * (embedded - cut) / count,
        "distinct terms": len({each for some in found for each in some}),
    }


def distinct(entries: Iterable[Entry]) -> int:
    """How many dimensions the entries have together."""
    return len({each for entry in entries for each in bm25.frequencies(terms(indexed_text(entry)))})


def sql_bytes(folder: Path) -> int:
    """The bytes of the rows of documents, passages and task records, without indexes and pages' free room."""
    with closing(sqlite3.connect(folder / "zhengwen.sqlite")) as database:
        total = 0
        for table in TEXT_TABLES:
            columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            lengths = " + ".join(f"coalesce(length(CAST({column} AS BLOB)), 0)" for column in columns)
            total += database.execute(f"SELECT coalesce(sum({lengths}), 0) FROM {table}").fetchone()[0]
    return total


if __name__ == "__main__":
    print(json.dumps({name: round(value, 1) for name, value in measured(Path(sys.argv[1])).items()}, indent=1))
