"""Files to readings, by processes of their own where there are many of them or they must be bounded."""

from __future__ import annotations

import multiprocessing
import os
import resource
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from corpus.catalogue import CatalogueEntry
from corpus.errors import CorpusError
from corpus.reading import read_document
from corpus.types import Reading
from index.patience import LONGEST_READING, OutOfTime, patience
from index.serialise import from_json

# Starting a process costs as much as reading several files.
_FILES_WORTH_PROCESSES = 8
MOST_MEMORY = 4 << 30
"""Bytes that one reader process may hold. The largest sheets and scans that the readers take need half of it."""


@dataclass(frozen=True, slots=True)
class FileToRead:
    """A file to be read, with the id its document will have, the catalogue's entry for it as JSON (empty for none),
    and the id under which the file was known before.

    A kept copy has `known_as`, the path of the file that it is a copy of; its entry counts, and no catalogue.toml.
    """

    path: Path
    digest: str
    document_id: str
    entry: str
    replaces: str | None
    known_as: Path | None = None


def readings(files: Sequence[FileToRead], processes: int | None = None) -> Iterator[tuple[FileToRead, Reading | str]]:
    """Each file with its reading, or with the reason why there is none; by so many processes of their own, or by one
    for each processor where the files are worth that."""
    if processes is None and len(files) < _FILES_WORTH_PROCESSES:
        yield from ((file, read(file)) for file in files)
        return
    if not files:
        return
    broken: list[FileToRead] = []
    with _processes(min(len(files), processes or os.cpu_count() or 1)) as pool:
        running: list[tuple[FileToRead, Future[Reading | str]]] = [(file, pool.submit(read, file)) for file in files]
        for file, future in running:
            try:
                yield file, future.result()
            except BrokenProcessPool:
                broken.append(file)
    # A file that kills its reader takes the whole pool with it: the others are read again, each by its own process.
    for file in broken:
        with _processes(1) as pool:
            try:
                yield file, pool.submit(read, file).result()
            except BrokenProcessPool:
                yield file, "the process that read it died: the file may be damaged or too large for the memory"


def _processes(count: int) -> ProcessPoolExecutor:
    # Forking would copy the threads' locks of the libraries that are loaded here.
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"), initializer=_bounded)


def _bounded() -> None:
    """Of a reader's own memory: what needs more fails with its name, and the machine goes on."""
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def read(file: FileToRead) -> Reading | str:
    try:
        with patience(LONGEST_READING):
            if file.known_as is None:
                return read_document(file.path, document_id=file.document_id)
            entry = from_json(CatalogueEntry, file.entry) if file.entry else None
            return read_document(file.path, document_id=file.document_id, catalogue_entry=entry, known_as=file.known_as)
    except CorpusError as error:
        return str(error)
    except OutOfTime:
        return f"{file.path.name}: reading it took more than {LONGEST_READING // 60} minutes; split it"
    except Exception as error:  # a file must not end a batch, whatever a library makes of it
        return f"{type(error).__name__}: {error}"
