"""Who may do what in which collection, and how often: decided here for every route.

Without any key the server is open, which `zhengwen serve` allows on a loopback address only. From the first key on
every request needs one. A refusal never tells whether a collection, a document or a key exists.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import Security
from fastapi.security import HTTPBearer
from fastapi.security.utils import get_authorization_scheme_param
from limits import RateLimitItem, parse
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import HTTPConnection

from api.keys import EVERY_COLLECTION, Key, Keys, Scope
from api.problems import Problem
from api.workspace import Workspace, Workspaces
from index.place import DEFAULT

COLLECTION_HEADER = "Zhengwen-Collection"


class Rates:
    """How often a key, and a visitor with a public key, may ask; counted in memory or in a shared store."""

    def __init__(self, key: str, address: str, wrong: str, storage: str) -> None:
        """Rates such as "600/minute", empty for none; `storage` is memory:// or, for several processes, redis://."""
        self._limiter = MovingWindowRateLimiter(storage_from_string(storage))
        self._key = parse(key) if key else None
        self._address = parse(address) if address else None
        self._wrong = parse(wrong) if wrong else None

    def count(self, key: Key, address: str) -> None:
        """Counts a request. Raises Problem when there are too many."""
        self._hit(self._key, key.id)
        if key.origins:
            self._hit(self._address, key.id, address)

    def count_wrong(self, address: str) -> None:
        """Counts a request with a wrong key. Raises Problem when there are too many."""
        self._hit(self._wrong, "wrong", address)

    def _hit(self, rate: RateLimitItem | None, *identity: str) -> None:
        if rate is None or self._limiter.hit(rate, *identity):
            return
        free = self._limiter.get_window_stats(rate, *identity).reset_time
        wait = max(1, round(free - time.time()))
        raise Problem("too-many-requests", f"Wait {wait} seconds and try again.", {"Retry-After": str(wait)})


@dataclass(frozen=True, slots=True)
class Gate:
    """What a request passes on its way to a collection."""

    keys: Keys
    workspaces: Workspaces
    rates: Rates

    def admit(self, request: HTTPConnection, *scopes: Scope) -> Workspace:
        """The collection that the request may use for all of this. Raises Problem."""
        wanted = request.headers.get(COLLECTION_HEADER)
        if not self.keys.required():
            return self._workspace(wanted or DEFAULT)
        key = self._key(request)
        request.scope["zhengwen.key"] = key.id
        if key.origins and request.headers.get("origin") not in key.origins:
            raise Problem("forbidden", "This key works on the web pages it was made for only.")
        if missing := set(scopes) - set(key.scopes):
            raise Problem("forbidden", f"This key may {' and '.join(key.scopes)}; this needs `{min(missing)}`.")
        name = wanted or (DEFAULT if key.collection == EVERY_COLLECTION else key.collection)
        if not key.opens(name):
            raise Problem("forbidden", "This key is for another collection.")
        return self._workspace(name)

    def _key(self, request: HTTPConnection) -> Key:
        address = request.client.host if request.client else ""
        kind, token = get_authorization_scheme_param(request.headers.get("authorization"))
        challenge = {"WWW-Authenticate": "Bearer"}
        if kind.lower() != "bearer" or not token:
            raise Problem("key-required", "Send a key as `Authorization: Bearer zw_...`.", challenge)
        key = self.keys.find(token)
        if key is None:
            self.rates.count_wrong(address)
            raise Problem("key-invalid", "This key does not exist or was revoked; ask for another.", challenge)
        self.rates.count(key, address)
        return key

    def _workspace(self, name: str) -> Workspace:
        found = self.workspaces.find(name)
        if found is None:
            raise Problem("unknown-collection", f"There is no collection {name!r}; leave out {COLLECTION_HEADER}.")
        return found


bearer = HTTPBearer(auto_error=False, description="made with `zhengwen keys add`; an open server needs none")


def allowed(scope: Scope) -> Callable[..., Awaitable[Workspace]]:
    """A dependency that gives a route its collection, if the request's key has this scope."""

    async def workspace(request: HTTPConnection, _: object = Security(bearer)) -> Workspace:
        gate: Gate = request.app.state.gate
        found = gate.admit(request, scope)
        request.scope["zhengwen.collection"] = found.name
        return found

    return workspace
