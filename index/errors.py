"""What can go wrong with a collection, each error naming the folder or id and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class LibraryError(Exception):
    """Anything that keeps a collection from being opened, searched or changed."""


class CollectionMissing(LibraryError):
    """The folder holds no collection yet."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} holds no documents: put some in with `zhengwen ingest PATH... --data {folder}`")


class FolderNotWritable(LibraryError):
    """The folder cannot be created or written."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder} cannot be written ({reason}): choose another folder with --data or ZHENGWEN_DATA")


class CollectionBusy(LibraryError):
    """Another process is changing the collection."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is being changed by another process: try again when it has finished")


class CollectionChanged(CollectionBusy):
    """Another process changed the collection although this one held it: its lock was lost with its connection."""

    def __init__(self, generation: str | None) -> None:
        LibraryError.__init__(
            self,
            f"the collection is no longer at generation {generation}: the connection that held it for this change was "
            "lost; nothing was changed, try again",
        )


class DatabaseUnreachable(LibraryError):
    """The PostgreSQL database cannot be reached, or broke off."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"the database {name} cannot be used ({' '.join(reason.split())}): "
            "check that it runs, and host, user and password in ZHENGWEN_DATABASE"
        )


class DatabaseDriverMissing(LibraryError):
    """PostgreSQL is asked for and its driver is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "ZHENGWEN_DATABASE names a PostgreSQL database, for which the driver is missing: "
            "pip install 'zhengwen[postgres]'"
        )


class DatabaseRevision(LibraryError):
    """The tables are of another release."""

    def __init__(self, name: str, found: str | None, wanted: str, newer: bool) -> None:
        advice = (
            "it was written by a newer release: install that one"
            if newer
            else "bring it up to date with `zhengwen database upgrade`"
        )
        super().__init__(f"the database {name} is of revision {found or 'none'}, this release needs {wanted}: {advice}")


class IndexMismatch(LibraryError):
    """The index was built with another model or another format than the one in use."""

    def __init__(self, folder: Path, field: str, built: object, wanted: object) -> None:
        super().__init__(
            f"the index in {folder} was built with {field} {built}, but {wanted} is in use: "
            "use the former again, or have the collection indexed anew with `zhengwen ingest --reindex`"
        )


class IndexElsewhere(LibraryError):
    """The database names an index that the folder does not hold."""

    def __init__(self, folder: Path, generation: str, database: str) -> None:
        super().__init__(
            f"{folder} does not hold generation {generation} of the index, which the database {database} names: "
            "set ZHENGWEN_DATA to the folder that all processes of this database share"
        )


class IndexDamaged(LibraryError):
    """A file of the index is missing or does not hold what its manifest says."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"the index in {folder} is damaged ({reason}): have it written anew with `zhengwen ingest --reindex`"
        )


class OriginalMissing(LibraryError):
    """Originals that documents were read from are gone, or hold other bytes."""

    def __init__(self, folder: Path, missing: Sequence[tuple[str, str]]) -> None:
        document, name = missing[0]
        others = f" and the originals of {len(missing) - 1} more documents" if len(missing) > 1 else ""
        super().__init__(
            f"{folder / name}, which {document} was read from,{others} are missing or damaged: put them back, take "
            "the documents out with `zhengwen documents remove ID`, or index what was read before with "
            "`zhengwen ingest --reindex`; nothing was changed"
        )


class OriginalUnreadable(LibraryError):
    """An original that could once be read no longer can."""

    def __init__(self, document_id: str, reason: str) -> None:
        super().__init__(
            f"{document_id} cannot be read again ({reason}): take it out with `zhengwen documents remove {document_id}`"
            ", or index what was read before with `zhengwen ingest --reindex`; nothing was changed"
        )


class TermsMissing(LibraryError):
    """The self-test failed: Chinese text does not become searchable terms."""

    def __init__(self, text: str) -> None:
        super().__init__(f"Chinese text yields no search terms ({text!r}): the lexical index would find nothing")


class NothingHasThisId(LibraryError):
    """No document, passage or task record has this id, or has it any longer."""


class UnknownDocument(NothingHasThisId):
    """No document has this id."""

    def __init__(self, document_id: str) -> None:
        super().__init__(f"no document has the id {document_id!r}: `zhengwen documents` lists them")


class UnknownPassage(NothingHasThisId):
    """No passage has this id."""

    def __init__(self, passage_id: str) -> None:
        super().__init__(f"no passage has the id {passage_id!r}")


class UnknownRecord(NothingHasThisId):
    """No task record has this id."""

    def __init__(self, record_id: str) -> None:
        super().__init__(f"no task record has the id {record_id!r}: `zhengwen tasks` lists them")


class RerankerUnavailable(LibraryError):
    """A cross-encoder cannot be loaded."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"the cross-encoder {name} cannot be loaded ({reason}): "
            "set ZHENGWEN_RERANKER to the name or folder of one for sentence-transformers, or leave it out"
        )


class ModelUnavailable(LibraryError):
    """An embedding model cannot be loaded."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"the embedding model {name} cannot be loaded ({reason}): "
            "set ZHENGWEN_MODEL to a sentence-transformers model's name or folder, or leave it out for the shipped one"
        )


class MilvusUnavailable(LibraryError):
    """The Milvus server cannot be reached, or refuses."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            f"Milvus at {address} does not do its part ({reason}): start it or put ZHENGWEN_MILVUS right; a .db folder "
            "of milvus-lite serves one process at a time"
        )
