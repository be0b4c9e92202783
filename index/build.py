"""Files into a collection: read, embed, write a new generation, and swap it in."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import resource
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.catalogue import CatalogueEntry, read_catalogue
from corpus.errors import CatalogueError, CorpusError
from corpus.readers import ENDINGS, unpack
from corpus.reading import read_document
from corpus.types import Reading
from index.database import has_database
from index.embed import load_embedder
from index.entries import passage_entry, record_entry
from index.errors import CollectionMissing, UnknownDocument
from index.generation import clear_originals, generations_of, keep_original, writing
from index.patience import LONGEST_READING, OutOfTime, patience
from index.place import Place, place_of
from index.serialise import to_json
from index.store import Source, Store
from index.types import Embedder, Entry, FileOutcome, IngestReport, Progress

Report = Callable[[Progress], None]

# Starting a process costs as much as reading several files.
_FILES_WORTH_PROCESSES = 8
MOST_MEMORY = 4 << 30
"""Bytes that one reader process may hold. The largest sheets and scans that the readers take need half of it."""
# Files whose readings are held in memory and committed together.
_BATCH = 256


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be read, with the id its document will have, the catalogue's entry for it as JSON (empty for none),
    and the id under which the file was known before."""

    path: Path
    digest: str
    document_id: str
    entry: str
    replaces: str | None


def ingest(
    paths: Iterable[Path], where: Path | Place, *, embedder: Embedder | None = None, progress: Report | None = None
) -> IngestReport:
    """Reads files, and all files in folders, into a collection; readers go on with what there was.

    A file that cannot be read is reported with its reason and the others still land. A file whose bytes are known is
    not read again. Whatever moment the process dies at, the collection is the old or the new one. Many files are read
    by processes of their own, so a script calls this below `if __name__ == "__main__":`. Raises FolderNotWritable,
    CollectionBusy, IndexMismatch.
    """
    place, embedder = place_of(where), embedder or load_embedder()
    with writing(place):
        store = Store.open(place)
        try:
            _check(place, store, embedder)
            return _ingest(
                _files(paths, place.folder / "unpacked"), place, store, embedder, progress or (lambda _: None)
            )
        finally:
            store.close()


def remove(document_ids: Collection[str], where: Path | Place, *, embedder: Embedder | None = None) -> str:
    """Takes documents out of the collection; the generation that answers now. Raises UnknownDocument."""
    place, embedder = place_of(where), embedder or load_embedder()
    with writing(place):
        store = Store.open(place)
        try:
            _check(place, store, embedder)
            known = {source.document_id for source in store.sources()}
            for document_id in document_ids:
                if document_id not in known:
                    raise UnknownDocument(document_id)
            return _commit(place, store, embedder, [], frozenset(document_ids))
        finally:
            store.close()


def rebuild(where: Path | Place, *, embedder: Embedder | None = None, progress: Report | None = None) -> str:
    """Indexes anew, with this model, what was read of the documents; the generation that answers now.

    No file is read again and no document changes, so this is how a collection goes over to another model or another
    format of the index. Readers go on with what there was. Raises CollectionMissing, CollectionBusy.
    """
    place, embedder = place_of(where), embedder or load_embedder()
    if not has_database(place):
        raise CollectionMissing(place.folder)
    with writing(place):
        store = Store.open(place)
        try:
            return _rebuilt(place, store, embedder, progress or (lambda _: None))
        finally:
            store.close()


def _rebuilt(place: Place, store: Store, embedder: Embedder, report: Report) -> str:
    generations, current = generations_of(place, embedder), store.generation()
    generation = generations.empty(current)
    titles = {summary.id: summary.title for summary in store.summaries()}

    def passages() -> Iterator[Entry]:
        for done, (document_id, title) in enumerate(titles.items(), 1):
            yield from (passage_entry(passage, title) for passage in store.passages_of(document_id))
            report(Progress(done, len(titles), document_id))

    generation.passages.change(passages(), frozenset())
    records = (record_entry(record, titles[record.document_id]) for record in store.records())
    generation.records.change(records, frozenset())
    store.replace(generation.name, (), (), datetime.now(UTC), after=current)
    generations.settle(current, generation.name)
    return generation.name


def _ingest(files: Sequence[Path], place: Place, store: Store, embedder: Embedder, report: Report) -> IngestReport:
    outcomes: dict[Path, FileOutcome] = {}

    def settled(path: Path, outcome: FileOutcome) -> None:
        outcomes[path] = outcome
        report(Progress(len(outcomes), len(files), str(path)))

    for start in range(0, len(files), _BATCH):
        planned = []
        for step in _plan(files[start : start + _BATCH], store.sources()):
            if isinstance(step, _File):
                planned.append(step)
            else:
                settled(Path(step.path), step)
        readings: list[tuple[Reading, Source]] = []
        for file, read in _readings(planned):
            if isinstance(read, str):
                settled(file.path, FileOutcome(str(file.path), "failed", reason=read))
                continue
            kept = keep_original(place.folder, file.path, file.digest)
            readings.append((read, Source(read.document.id, str(file.path.resolve()), file.digest, kept, file.entry)))
            outcome = FileOutcome(
                str(file.path),
                "replaced" if file.replaces else "added",
                read.document.id,
                warnings=(*read.document.warnings, *read.warnings),
                passages=len(read.passages),
                records=len(read.records),
            )
            settled(file.path, outcome)
        if readings:
            report(Progress(len(outcomes), len(files), outcome.path, "indexing"))
            renamed = {file.replaces for file in planned if file.replaces} - {read.document.id for read, _ in readings}
            kept_ids = {file.replaces for file in planned if outcomes[file.path].outcome == "failed"}
            _commit(place, store, embedder, readings, frozenset(renamed - kept_ids))
    generation = store.generation() or _commit(place, store, embedder, [], frozenset())
    return IngestReport(tuple(outcomes[path] for path in files), generation)


def _check(place: Place, store: Store, embedder: Embedder) -> None:
    """Raises IndexMismatch when the current generation was built with another model or format."""
    current = store.generation()
    if current is not None:
        generations_of(place, embedder).open(current)


def _commit(
    place: Place,
    store: Store,
    embedder: Embedder,
    readings: Sequence[tuple[Reading, Source]],
    removed: frozenset[str],
) -> str:
    """Writes the next generation beside the current one and names it, with its rows, in one transaction."""
    generations, current = generations_of(place, embedder), store.generation()
    generation = generations.next(current)
    gone = removed | {reading.document.id for reading, _ in readings}
    titled = [(reading, reading.document.metadata.title) for reading, _ in readings]
    passages = (passage_entry(passage, title) for reading, title in titled for passage in reading.passages)
    records = (record_entry(record, title) for reading, title in titled for record in reading.records)
    generation.passages.change(passages, gone)
    generation.records.change(records, gone)
    store.replace(generation.name, readings, removed, datetime.now(UTC), after=current)
    generations.settle(current, generation.name)
    clear_originals(place.folder, {source.original for source in store.sources()})
    return generation.name


def _files(paths: Iterable[Path], unpacked: Path) -> list[Path]:
    """The files named, and those of known formats in the folders named, each once; archives by what is in them."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            hidden = any(part.startswith((".", "~$")) for part in file.relative_to(path).parts)
            suffix = file.suffix.lower()
            if suffix == ".zip" and file.is_file() and not hidden:
                found.update(dict.fromkeys(_archived(file, unpacked)))
            elif file == path or (file.is_file() and suffix in ENDINGS and not hidden):
                found[file] = None
    return list(found)


def _archived(archive: Path, unpacked: Path) -> list[Path]:
    """The documents of an archive, or the archive itself where it cannot be opened: its reader says why."""
    try:
        return unpack(archive, unpacked) or [archive]
    except CorpusError:
        return [archive]


def _plan(files: Sequence[Path], sources: Sequence[Source]) -> Iterator[_File | FileOutcome]:
    """For each file what is to be read, or what became of it when there is nothing to read."""
    by_path = {source.path: source for source in sources}
    by_digest = {source.digest: source.document_id for source in sources}
    taken = {source.document_id for source in sources}
    for path in files:
        try:
            with path.open("rb") as content:
                digest = hashlib.file_digest(content, "sha256").hexdigest()
        except OSError as error:
            yield FileOutcome(str(path), "failed", reason=error.strerror or str(error))
            continue
        known = by_path.get(str(path.resolve()))
        own = {known.document_id} if known else set()
        entry = _entry(path)
        fingerprint = to_json(CatalogueEntry, entry) if entry else ""
        if known is not None and known.digest == digest and known.entry == fingerprint:
            yield FileOutcome(str(path), "unchanged", known.document_id)
        elif by_digest.get(digest) in {None, *own}:
            named = entry.id if entry else known.document_id if known else path.stem
            document_id = _unique(named, taken - own)
            taken.add(document_id)
            by_digest[digest] = document_id
            yield _File(path, digest, document_id, fingerprint, known.document_id if known else None)
        else:
            other = by_digest[digest]
            yield FileOutcome(str(path), "duplicate", other, f"the same bytes as document {other}")


def _entry(path: Path) -> CatalogueEntry | None:
    """What the catalogue beside a file says of it."""
    try:
        return read_catalogue(path.parent).get(path.name)
    except CatalogueError:  # told, with its reason, when the file is read
        return CatalogueEntry(path.stem, path.name)


def _unique(stem: str, taken: Collection[str]) -> str:
    return next(
        name for name in (stem, *(f"{stem}-{count}" for count in range(2, len(taken) + 3))) if name not in taken
    )


def _readings(files: Sequence[_File]) -> Iterator[tuple[_File, Reading | str]]:
    """Each file with its reading, or with the reason why there is none."""
    if len(files) < _FILES_WORTH_PROCESSES:
        yield from ((file, _read(file)) for file in files)
        return
    broken: list[_File] = []
    with _processes(min(len(files), os.cpu_count() or 1)) as pool:
        running: list[tuple[_File, Future[Reading | str]]] = [(file, pool.submit(_read, file)) for file in files]
        for file, future in running:
            try:
                yield file, future.result()
            except BrokenProcessPool:
                broken.append(file)
    # A file that kills its reader takes the whole pool with it: the others are read again, each by its own process.
    for file in broken:
        with _processes(1) as pool:
            try:
                yield file, pool.submit(_read, file).result()
            except BrokenProcessPool:
                yield file, "the process that read it died: the file may be damaged or too large for the memory"


def _processes(count: int) -> ProcessPoolExecutor:
    # Forking would copy the threads' locks of the libraries that are loaded here.
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"), initializer=_bounded)


def _bounded() -> None:
    """Of a reader's own memory: what needs more fails with its name, and the machine goes on."""
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def _read(file: _File) -> Reading | str:
    try:
        with patience(LONGEST_READING):
            return read_document(file.path, document_id=file.document_id)
    except CorpusError as error:
        return str(error)
    except OutOfTime:
        return f"{file.path.name}: reading it took more than {LONGEST_READING // 60} minutes; split it"
    except Exception as error:  # a file must not end a batch, whatever a library makes of it
        return f"{type(error).__name__}: {error}"
