"""A collection made anew: from its kept originals, read again, or from what was read of them before."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.types import Reading
from index.database import has_database
from index.embed import load_embedder
from index.entries import passage_entry, record_entry
from index.errors import CollectionMissing, OriginalMissing, OriginalUnreadable
from index.generation import generations_of, originals_folder, writing
from index.place import Place, place_of
from index.reading import FileToRead, readings
from index.serialise import from_json, to_json
from index.store import Source, Store
from index.types import Embedder, Entry, Progress

Report = Callable[[Progress], None]


def rebuild(
    where: Path | Place,
    *,
    embedder: Embedder | None = None,
    progress: Report | None = None,
    processes: int | None = None,
) -> str:
    """Reads the originals of all documents again and indexes them with this model; the generation that answers now.

    This is how a collection gains by a release that reads better. Documents keep their ids, and what the catalogue
    said of them when they were ingested; readers go on with what there was. All or nothing: where an original is
    missing, or one can no longer be read, the collection stays as it is. Raises CollectionMissing, CollectionBusy,
    OriginalMissing, OriginalUnreadable.
    """
    place, embedder, report = place_of(where), embedder or load_embedder(), progress or (lambda _: None)
    if not has_database(place):
        raise CollectionMissing(place.folder)
    with TemporaryDirectory(prefix="zhengwen-") as folder:
        held = _Held(place, Path(folder), processes)
        if place.database:  # others may write while files are read; what they add is read when they no longer may
            store = Store.open(place)
            try:
                held.read(store.sources(), report)
            finally:
                store.close()
        with writing(place):
            store = Store.open(place)
            try:
                sources = store.sources()
                held.read(sources, report)
                return _replaced(place, store, embedder, held, sources, report)
            finally:
                store.close()


def reindex(where: Path | Place, *, embedder: Embedder | None = None, progress: Report | None = None) -> str:
    """Indexes anew, with this model, what was read of the documents; the generation that answers now.

    No file is read again and no document changes: a collection goes over to another model or another format of the
    index sooner, and without its originals. Readers go on with what there was. Raises CollectionMissing,
    CollectionBusy.
    """
    place, embedder = place_of(where), embedder or load_embedder()
    if not has_database(place):
        raise CollectionMissing(place.folder)
    with writing(place):
        store = Store.open(place)
        try:
            return _reindexed(place, store, embedder, progress or (lambda _: None))
        finally:
            store.close()


class _Held:
    """What was read again, a file for each document: all of it would not fit into memory."""

    def __init__(self, place: Place, folder: Path, processes: int | None) -> None:
        self._originals, self._folder, self._processes = originals_folder(place.folder), folder, processes
        self._files: dict[Source, Path] = {}

    def read(self, sources: Sequence[Source], report: Report) -> None:
        """Reads what is not held yet. Raises OriginalMissing before anything is read, and OriginalUnreadable."""
        files = {self._file(source): source for source in sources if source not in self._files}
        missing = [source for file, source in files.items() if not _is_whole(file.path, source.digest)]
        if missing:
            raise OriginalMissing(self._originals, [(source.document_id, source.original) for source in missing])
        for done, (file, found) in enumerate(readings(list(files), self._processes), 1):
            if isinstance(found, str):
                raise OriginalUnreadable(file.document_id, found)
            target = self._folder / str(len(self._files))
            target.write_text(to_json(Reading, found), encoding="utf-8")
            self._files[files[file]] = target
            report(Progress(done, len(files), file.document_id))

    def of(self, sources: Iterable[Source]) -> Iterator[tuple[Reading, Source]]:
        """The readings of these, one after the other."""
        for source in sources:
            yield from_json(Reading, self._files[source].read_text(encoding="utf-8")), source

    def _file(self, source: Source) -> FileToRead:
        path = self._originals / source.original
        return FileToRead(path, source.digest, source.document_id, source.entry, source.document_id, Path(source.path))


def _is_whole(path: Path, digest: str) -> bool:
    try:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest() == digest
    except OSError:
        return False


def _replaced(
    place: Place, store: Store, embedder: Embedder, held: _Held, sources: Sequence[Source], report: Report
) -> str:
    """Writes the next generation from what is held and names it, with its rows, in one transaction."""
    generations, current = generations_of(place, embedder), store.generation()
    generation = generations.empty(current)

    def passages() -> Iterator[Entry]:
        for done, (reading, source) in enumerate(held.of(sources), 1):
            title = reading.document.metadata.title
            yield from (passage_entry(passage, title) for passage in reading.passages)
            report(Progress(done, len(sources), source.document_id, "indexing"))

    generation.passages.change(passages(), frozenset())
    records = (
        record_entry(record, reading.document.metadata.title)
        for reading, _ in held.of(sources)
        for record in reading.records
    )
    generation.records.change(records, frozenset())
    store.replace(generation.name, held.of(sources), (), datetime.now(UTC), after=current)
    generations.settle(current, generation.name)
    return generation.name


def _reindexed(place: Place, store: Store, embedder: Embedder, report: Report) -> str:
    generations, current = generations_of(place, embedder), store.generation()
    generation = generations.empty(current)
    titles = {summary.id: summary.title for summary in store.summaries()}

    def passages() -> Iterator[Entry]:
        for done, (document_id, title) in enumerate(titles.items(), 1):
            yield from (passage_entry(passage, title) for passage in store.passages_of(document_id))
            report(Progress(done, len(titles), document_id, "indexing"))

    generation.passages.change(passages(), frozenset())
    records = (record_entry(record, titles[record.document_id]) for record in store.records())
    generation.records.change(records, frozenset())
    store.replace(generation.name, (), (), datetime.now(UTC), after=current)
    generations.settle(current, generation.name)
    return generation.name
