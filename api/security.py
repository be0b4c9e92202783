"""What browsers are told and held to: where content may come from, which origins may call, which hosts are answered."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.keys import Keys
from api.problems import Problem

# Nothing inline, nothing from elsewhere.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class SecurityHeaders:
    """Adds HEADERS to every response that does not set them itself, and answers to its own `hosts` only, if any are
    named: a web page whose name was made to point at this machine must not read an open server's documents."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = ()) -> None:
        self.app, self.hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        host = hostname(f"//{Headers(scope=scope).get('host', '')}")
        if self.hosts and host not in self.hosts:
            refusal = Problem("bad-request", "This host name is not answered to; ZHENGWEN_HOSTS lists those that are.")
            await refusal.response()(scope, receive, send_with_headers)
        else:
            await self.app(scope, receive, send_with_headers)


class CrossOrigin(CORSMiddleware):
    """Lets pages of other origins call: those of the settings, and those that a key was made for.

    A page of any other origin may not change anything either, also where the browser would not ask beforehand.
    """

    def __init__(self, app: ASGIApp, origins: Collection[str], keys: Keys) -> None:
        super().__init__(
            app,
            allow_origins=tuple(origins),
            allow_methods=("GET", "POST", "DELETE"),
            allow_headers=("Authorization", "Content-Type", "Idempotency-Key", "If-None-Match", "Zhengwen-Collection"),
            expose_headers=("ETag", "Location", "Retry-After", "X-Request-ID"),
            max_age=600,
        )
        self._keys = keys

    def is_allowed_origin(self, origin: str) -> bool:
        """Whether pages of this origin may call. Without keys, those of this machine may."""
        if super().is_allowed_origin(origin):
            return True
        keys = self._keys.all()
        if not keys:
            return hostname(origin) in LOOPBACK
        return any(origin in key.origins for key in keys if not key.revoked)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        origin = headers.get("origin")
        if origin is None or scope["method"] in SAFE or self._own(origin, headers) or self.is_allowed_origin(origin):
            await super().__call__(scope, receive, send)
            return
        refusal = Problem("forbidden", "Pages of this origin may not call; ZHENGWEN_CORS_ORIGINS lists those that may.")
        await refusal.response()(scope, receive, send)

    @staticmethod
    def _own(origin: str, headers: Headers) -> bool:
        """Whether the page comes from this server, whatever its reverse proxy speaks."""
        return origin.partition("//")[2] == headers.get("host")


def hostname(address: str) -> str | None:
    """The host of an address; None where it names none."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
