"""Files into a collection: read, embed, write a new generation, and swap it in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

from corpus.catalogue import CatalogueEntry, read_catalogue
from corpus.errors import CatalogueError, CorpusError
from corpus.readers import ENDINGS, unpack
from corpus.types import Reading
from index.embed import load_embedder
from index.entries import passage_entry, record_entry
from index.errors import UnknownDocument
from index.generation import clear_originals, generations_of, keep_original, writing
from index.place import Place, place_of
from index.reading import FileToRead, readings
from index.reading import read as read_file
from index.serialise import to_json
from index.store import Source, Store
from index.types import Embedder, FileOutcome, IngestReport, Progress

Report = Callable[[Progress], None]

# Files whose readings are held in memory and committed together.
_BATCH = 256


def ingest(
    paths: Iterable[Path],
    where: Path | Place,
    *,
    embedder: Embedder | None = None,
    progress: Report | None = None,
    processes: int | None = None,
) -> IngestReport:
    """Reads files, and all files in folders, into a collection; readers go on with what there was.

    A file that cannot be read is reported with its reason and the others still land. A file whose bytes are known is
    not read again. Whatever moment the process dies at, the collection is the old or the new one. Many files are read
    by processes of their own (so many, or one for each processor), so a script calls this below
    `if __name__ == "__main__":`. With PostgreSQL several processes ingest at once: the collection is held only while
    what was read is indexed. Raises FolderNotWritable, CollectionBusy, IndexMismatch.
    """
    place, embedder = place_of(where), embedder or load_embedder()
    with nullcontext() if place.database else writing(place):
        store = Store.open(place)
        try:
            _check(place, store, embedder)
            return _ingest(files_in(paths, place), place, store, embedder, progress or (lambda _: None), processes)
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


def _ingest(
    files: Sequence[Path], place: Place, store: Store, embedder: Embedder, report: Report, processes: int | None
) -> IngestReport:
    outcomes: dict[Path, FileOutcome] = {}

    def settled(path: Path, outcome: FileOutcome) -> None:
        outcomes[path] = outcome
        report(Progress(len(outcomes), len(files), str(path)))

    for start in range(0, len(files), _BATCH):
        batch = files[start : start + _BATCH]
        planned_after = store.generation()
        planned = []
        for step in _plan(batch, store.sources()):
            if isinstance(step, FileToRead):
                planned.append(step)
            else:
                settled(Path(step.path), step)
        found: list[tuple[FileToRead, Reading]] = []
        for file, read in readings(planned, processes):
            if isinstance(read, str):
                settled(file.path, FileOutcome(str(file.path), "failed", reason=read))
            else:
                settled(file.path, _landed(file, read))
                found.append((file, read))
        if not found:
            continue
        with writing(place) if place.database else nullcontext():
            if store.generation() != planned_after:
                for outcome in _planned_anew(found, batch, store.sources()):
                    outcomes[Path(outcome.path)] = outcome
            if not found:
                continue
            report(Progress(len(outcomes), len(files), str(found[-1][0].path), "indexing"))
            gone = {file.replaces for file, _ in found if file.replaces} - {read.document.id for _, read in found}
            _commit(place, store, embedder, [_with_source(place, file, read) for file, read in found], frozenset(gone))
    if store.generation() is None:
        with writing(place) if place.database else nullcontext():
            if store.generation() is None:
                _commit(place, store, embedder, [], frozenset())
    generation = store.generation()
    assert generation is not None
    return IngestReport(tuple(outcomes[path] for path in files), generation)


def _planned_anew(
    found: list[tuple[FileToRead, Reading]], files: Sequence[Path], sources: Sequence[Source]
) -> Iterator[FileOutcome]:
    """Brings what was `found` up to what others did since it was planned; the outcomes that are others now.

    What somebody else put in meanwhile is taken out, and what needs another id is read again.
    """
    steps = {Path(step.path): step for step in _plan(files, sources)}
    for at, (file, _) in reversed(list(enumerate(found))):
        step = steps[file.path]
        if isinstance(step, FileOutcome):
            del found[at]
            yield step
        elif step != file:
            read = read_file(step)
            if isinstance(read, str):
                del found[at]
                yield FileOutcome(str(file.path), "failed", reason=read)
            else:
                found[at] = (step, read)
                yield _landed(step, read)


def _landed(file: FileToRead, read: Reading) -> FileOutcome:
    return FileOutcome(
        str(file.path),
        "replaced" if file.replaces else "added",
        read.document.id,
        warnings=(*read.document.warnings, *read.warnings),
        passages=len(read.passages),
        records=len(read.records),
    )


def _with_source(place: Place, file: FileToRead, read: Reading) -> tuple[Reading, Source]:
    kept = keep_original(place.folder, file.path, file.digest)
    return read, Source(read.document.id, str(file.path.resolve()), file.digest, kept, file.entry)


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


def files_in(paths: Iterable[Path], place: Place) -> list[Path]:
    """The files named, and those of known formats in the folders named, each once; archives by what is in them."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            hidden = any(part.startswith((".", "~$")) for part in file.relative_to(path).parts)
            suffix = file.suffix.lower()
            if suffix == ".zip" and file.is_file() and not hidden:
                found.update(dict.fromkeys(_archived(file, place.folder / "unpacked")))
            elif file == path or (file.is_file() and suffix in ENDINGS and not hidden):
                found[file] = None
    return list(found)


def _archived(archive: Path, unpacked: Path) -> list[Path]:
    """The documents of an archive, or the archive itself where it cannot be opened: its reader says why."""
    try:
        return unpack(archive, unpacked) or [archive]
    except CorpusError:
        return [archive]


def _plan(files: Sequence[Path], sources: Sequence[Source]) -> Iterator[FileToRead | FileOutcome]:
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
            yield FileToRead(path, digest, document_id, fingerprint, known.document_id if known else None)
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
