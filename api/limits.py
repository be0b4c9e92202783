"""How large a request body may be, counted while it arrives."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

JSON_BYTES = 1 << 20


class BodyLimit:
    """Refuses a body above the limit of its kind, also when its length was not announced or announced falsely."""

    def __init__(self, app: ASGIApp, upload_bytes: int) -> None:
        self.app, self.upload_bytes = app, upload_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        uploading = headers.get(b"content-type", b"").startswith(b"multipart/")
        limit = self.upload_bytes if uploading else JSON_BYTES
        advice = "send fewer or smaller files" if uploading else "send a shorter body"
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            if message["type"] == "http.request":
                received += len(message.get("body", b""))
                announced = headers.get(b"content-length", b"0")
                if received > limit or (announced.isdigit() and int(announced) > limit):
                    raise HTTPException(413, f"A body here may have {limit >> 20} MB at most; {advice}.")
            return message

        await self.app(scope, counted, send)
