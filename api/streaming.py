"""Server-Sent Events: an answer as it is said, with comments that keep the connection alive."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

from fastapi.sse import format_sse_event
from starlette.responses import StreamingResponse

KEEP_ALIVE_SECONDS = 15.0
# A piece is a sentence with its markers, or a line: what a reader takes in at once.
PIECE = re.compile(r".+?(?:[。！？；!?;](?:\s*\[\d+\])*\n*|\n+|\.(?:\s*\[\d+\])*(?:\n+|(?=\s|$))|$)", re.DOTALL)
MARKER = re.compile(r"\[(\d+)\]")


def event(name: str, value: Any) -> bytes:
    """One event whose data is JSON."""
    return format_sse_event(event=name, data_str=json.dumps(value, ensure_ascii=False))


def pieces(text: str) -> list[str]:
    """The text in the pieces in which it is sent; joined they are the text."""
    return PIECE.findall(text)


def answer_events(answer: dict[str, Any]) -> Iterator[bytes]:
    """`delta` events that add up to the answer's text, each followed by the citations it is the first to mark,
    then `done` with the whole answer."""
    waiting = {citation["marker"]: citation for citation in answer["citations"]}
    for piece in pieces(answer["answer"]):
        yield event("delta", {"text": piece})
        for marker in MARKER.findall(piece):
            if citation := waiting.pop(int(marker), None):
                yield event("citation", citation)
    for citation in waiting.values():
        yield event("citation", citation)
    yield event("done", answer)


async def kept_alive(events: AsyncIterator[bytes], seconds: float = KEEP_ALIVE_SECONDS) -> AsyncIterator[bytes]:
    """The same events, with a comment whenever none came for `seconds`."""
    upcoming: asyncio.Future[bytes] | None = None
    try:
        while True:
            upcoming = asyncio.ensure_future(anext(events))
            while not (await asyncio.wait({upcoming}, timeout=seconds))[0]:
                yield b": keep-alive\n\n"
            try:
                yield upcoming.result()
            except StopAsyncIteration:
                return
    finally:
        # The client went away, or all is sent: nothing may go on working for it.
        if upcoming and not upcoming.done():
            upcoming.cancel()


class EventStream(StreamingResponse):
    """A response that no proxy should buffer or keep."""

    media_type = "text/event-stream"

    def __init__(self, events: AsyncIterator[bytes], seconds: float = KEEP_ALIVE_SECONDS) -> None:
        super().__init__(kept_alive(events, seconds), headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no"})
