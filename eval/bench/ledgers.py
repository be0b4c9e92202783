"""How long the task records of many documents take: the bundled ones or a folder's, read again and again.

A document is read as it is on ingestion, without what is done with it afterwards (index and database).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time

from corpus.catalogue import BUNDLED
from corpus.errors import CorpusError
from corpus.readers import ENDINGS
from corpus.reading import read_document
from corpus.tasks import task_records
from eval.errors import EvaluationError

_CHUNK = 8


def timed_records(folder: Path | None, documents: int) -> dict[str, float]:
    """Wall seconds for so many documents in as many processes as there are cores, each read and its records found
    twice; and the seconds of one core's work that finding them once took.

    Raises EvaluationError where the folder has nothing that can be read.
    """
    paths = list(islice(cycle(_readable(folder or BUNDLED)), documents))
    cores = len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        list(pool.map(_read, paths[:cores]))  # a process that has just started still imports
        start = perf_counter()
        found = list(pool.map(_read, paths, chunksize=_CHUNK))
        seconds = perf_counter() - start
    return {
        "documents": documents,
        "processes": cores,
        "characters": sum(characters for characters, _, _ in found),
        "records": sum(records for _, records, _ in found),
        "seconds": seconds,
        "records_core_s": sum(spent for _, _, spent in found),
    }


def _readable(folder: Path) -> list[Path]:
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in ENDINGS and path.is_file()]
    found = list(_read_once(paths))
    if not found:
        raise EvaluationError(f"{folder} has no document that can be read")
    return found


def _read_once(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        try:
            read_document(path)
        except CorpusError:
            continue
        yield path


def _read(path: Path) -> tuple[int, int, float]:
    """Characters, records, and the seconds of work that finding the records took, once more than reading does it."""
    reading = read_document(path)
    start = process_time()
    records = task_records(reading.document, reading.sections, reading.tables)
    return len(reading.document.text), len(records), process_time() - start
