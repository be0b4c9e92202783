"""The folders of a collection: one for each generation of the index, and the originals.

`index/00000007/` is a generation. It is complete before the database names it, and never changes after that. What the
database does not name is rubbish of a process that died, or a generation that a reader may still be opening.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import CollectionBusy, FolderNotWritable
from index.local import LocalIndex, copy_index, create_index
from index.place import Place, place_of
from index.types import Embedder

PASSAGES = "passages"
RECORDS = "records"


def generation_folder(folder: Path, generation: str) -> Path:
    """Where a generation of the collection in `folder` stands."""
    return folder / "index" / generation


def originals_folder(folder: Path) -> Path:
    """Where copies of the ingested files are kept, each named by the digest of its bytes."""
    return folder / "originals"


@contextmanager
def writing(where: Path | Place) -> Iterator[None]:
    """Holds the collection for one writing process. Raises CollectionBusy, FolderNotWritable."""
    from filelock import FileLock, Timeout

    folder = place_of(where).folder
    lock = FileLock(folder / "writing.lock", timeout=0)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise CollectionBusy(folder) from error
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    try:
        yield
    finally:
        lock.release()


def next_generation(folder: Path, current: str | None, embedder: Embedder) -> tuple[str, LocalIndex, LocalIndex]:
    """A copy of the `current` generation (an empty one for None) to be changed: its name, its two indexes."""
    _clear(folder, {current})
    name = f"{int(current or 0) + 1:08d}"
    target = generation_folder(folder, name)
    for kind in (PASSAGES, RECORDS):
        if current is None:
            create_index(target / kind, embedder)
        else:
            copy_index(generation_folder(folder, current) / kind, target / kind)
    return name, LocalIndex(target / PASSAGES, embedder), LocalIndex(target / RECORDS, embedder)


def check_generation(folder: Path, current: str | None, embedder: Embedder) -> None:
    """Raises IndexMismatch when the current generation was built with another model or format."""
    if current is not None:
        LocalIndex(generation_folder(folder, current) / PASSAGES, embedder)


def settle(folder: Path, *generations: str | None, originals: Collection[str]) -> None:
    """Clears everything but these generations and originals away."""
    _clear(folder, set(generations))
    kept = set(originals)
    for file in originals_folder(folder).glob("*"):
        if file.name not in kept:
            file.unlink(missing_ok=True)


def keep_original(folder: Path, path: Path, digest: str) -> str:
    """Copies a file to the originals, whole or not at all; the name of the copy."""
    name = digest + path.suffix.lower()
    target = originals_folder(folder) / name
    if not target.exists():
        target.parent.mkdir(exist_ok=True)
        partial = target.with_name(name + ".partial")
        shutil.copyfile(path, partial)
        os.replace(partial, target)
    return name


def _clear(folder: Path, kept: Collection[str | None]) -> None:
    for path in (folder / "index").glob("*"):
        if path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)
