"""What can go wrong while a document is read, each with the file and what to do next."""

from __future__ import annotations

from pathlib import Path


class CorpusError(Exception):
    """Base of all errors of this package."""


class ReadError(CorpusError):
    """A file could not be read: which one, why, and what its owner can do about it."""

    def __init__(self, path: Path, reason: str, advice: str) -> None:
        super().__init__(f"{path.name}: {reason}; {advice}")
        self.path = path
        self.reason = reason
        self.advice = advice


class CatalogueError(CorpusError):
    """A catalogue file that cannot be understood: which entry and field, and what is expected there."""

    def __init__(self, path: Path, entry: str, reason: str) -> None:
        super().__init__(f"{path}: [{entry}] {reason}")
        self.path = path
        self.entry = entry
        self.reason = reason
