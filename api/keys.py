"""API keys: what they may do, in which collection, from which origins; only their hashes are kept.

A key is `zw_ID_SECRET`. The secret has 256 random bits, so that one round of SHA-256 is enough: there is nothing to
guess, unlike with passwords. Revoked keys are kept, so that a server whose last key was revoked stays closed.
"""

from __future__ import annotations

import hmac
import os
import re
import secrets
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal, Protocol

from filelock import FileLock

from index.journal import Journal
from index.serialise import from_json, to_json

Scope = Literal["ask", "read", "manage"]
SCOPES: tuple[Scope, ...] = ("ask", "read", "manage")
EVERY_COLLECTION = "*"
FRESH_SECONDS = 1.0
TOKEN = re.compile(r"zw_([0-9a-f]{8})_([A-Za-z0-9_-]{43})")


class KeyRefused(Exception):
    """A key cannot be made or revoked; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key without its secret. `collection` is the name of the only collection it opens, or "*" for all. `origins`
    are the web pages' origins that may use it; a key with origins is public and works from nowhere else."""

    id: str
    name: str
    digest: str
    scopes: tuple[Scope, ...]
    created: datetime
    collection: str
    origins: tuple[str, ...] = ()
    revoked: datetime | None = None

    def opens(self, collection: str) -> bool:
        """Whether the key is for this collection."""
        return self.collection in (EVERY_COLLECTION, collection)


class Shelf(Protocol):
    """Where keys are kept."""

    def all(self) -> tuple[Key, ...]:
        """Every key ever made, oldest first."""

    def put(self, key: Key) -> None:
        """Keeps a key in place of the one of the same id."""


class Keys:
    """The keys of a server; one that is revoked stops working at once, in PostgreSQL within a second."""

    def __init__(self, where: Path | Journal) -> None:
        """In a file, or with a journal in its database."""
        self._shelf: Shelf = KeyFile(where) if isinstance(where, Path) else KeysInDatabase(where)

    def all(self) -> tuple[Key, ...]:
        """Every key ever made, oldest first."""
        return self._shelf.all()

    def required(self) -> bool:
        """Whether a request needs a key: from the first one on, also after the last is revoked."""
        return bool(self.all())

    def find(self, token: str) -> Key | None:
        """The valid key that a client presents, or None."""
        match = TOKEN.fullmatch(token)
        if match is None:
            return None
        digest = sha256(match[2].encode()).hexdigest()
        found = next((key for key in self.all() if key.id == match[1]), None)
        if found is None or found.revoked or not hmac.compare_digest(found.digest, digest):
            return None
        return found

    def add(self, name: str, scopes: Sequence[Scope], collection: str, origins: Iterable[str] = ()) -> tuple[Key, str]:
        """A new key and its token, which nobody can find out again. Raises KeyRefused."""
        origins = tuple(origins)
        for origin in origins:
            if not re.fullmatch(r"https?://[^/\s]+", origin):
                raise KeyRefused(f"{origin!r} is no origin: write it as https://www.example.org, without a path")
        if origins and "manage" in scopes:
            raise KeyRefused("a key for web pages is public and must not manage: leave out --scope manage")
        secret = secrets.token_urlsafe(32)
        key = Key(
            secrets.token_hex(4),
            name,
            sha256(secret.encode()).hexdigest(),
            tuple(scope for scope in SCOPES if scope in scopes),
            datetime.now(UTC),
            collection,
            origins,
        )
        self._shelf.put(key)
        return key, f"zw_{key.id}_{secret}"

    def revoke(self, key_id: str) -> None:
        """The key stops working. Raises KeyRefused for an unknown one."""
        found = next((key for key in self.all() if key.id == key_id), None)
        if found is None:
            raise KeyRefused(f"no key has the id {key_id!r}: `zhengwen keys list` shows them")
        self._shelf.put(replace(found, revoked=found.revoked or datetime.now(UTC)))


class KeyFile:
    """Keys in a file, which is read again when it changes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read: tuple[object, tuple[Key, ...]] = (None, ())

    def all(self) -> tuple[Key, ...]:
        """As promised by Shelf."""
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return ()
        version = (status.st_mtime_ns, status.st_size, status.st_ino)
        if self._read[0] != version:
            self._read = version, from_json(tuple[Key, ...], self._path.read_text("utf-8"))
        return self._read[1]

    def put(self, key: Key) -> None:
        """As promised by Shelf; waits for other processes."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(self._path.with_suffix(".lock"), timeout=10):
            kept = {known.id: known for known in self.all()} | {key.id: key}
            fresh = self._path.with_suffix(".new")
            with open(fresh, "w", encoding="utf-8", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
                file.write(to_json(tuple[Key, ...], tuple(kept.values())))
            fresh.replace(self._path)


class KeysInDatabase:
    """Keys in a database that several hosts share, read again every second."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._read: tuple[float, tuple[Key, ...]] = (-FRESH_SECONDS, ())

    def all(self) -> tuple[Key, ...]:
        """As promised by Shelf."""
        if time.monotonic() - self._read[0] >= FRESH_SECONDS:
            self._read = time.monotonic(), tuple(from_json(Key, body) for body in self._journal.all_keys())
        return self._read[1]

    def put(self, key: Key) -> None:
        """As promised by Shelf."""
        self._journal.put_key(key.id, key.created, to_json(Key, key))
        self._read = (-FRESH_SECONDS, ())
