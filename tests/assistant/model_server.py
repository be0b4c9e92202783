"""A real HTTP server that speaks the OpenAI API as a script tells it, for tests of what a language model may do."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Script = Callable[[Mapping[str, Any]], "str | Raw"]
"""From the data that the model is sent (question, statements, words) to what it says, or to bytes as they are sent."""


class Raw:
    """Anything that a server may send instead of a reply: a status, then pieces of bytes, some time apart."""

    def __init__(
        self, *pieces: bytes, status: int = 200, seconds: float = 0.0, kind: str = "text/event-stream"
    ) -> None:
        self.pieces, self.status, self.seconds, self.kind = pieces, status, seconds, kind


class ModelServer:
    """The server; `script` may be exchanged at any time, `asked` holds what it was sent."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: list[dict[str, Any]] = []
        self.authorization: list[str] = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                owner.asked.append(body)
                owner.authorization.append(self.headers.get("Authorization", ""))
                assert self.path == "/v1/chat/completions"
                try:
                    data = json.loads(body["messages"][-1]["content"])
                except ValueError:
                    data = {}
                said = owner.script(data)
                raw = said if isinstance(said, Raw) else Raw(*chunks(said))
                self.send_response(raw.status)
                self.send_header("Content-Type", raw.kind)
                self.end_headers()
                # The client may be gone: that is what some scripts are about.
                with contextlib.suppress(OSError):
                    for piece in raw.pieces:
                        self.wfile.write(piece)
                        self.wfile.flush()
                        time.sleep(raw.seconds)

            def log_message(self, *_: object) -> None:
                """Nothing is written to the terminal."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    @contextlib.contextmanager
    def running(self) -> Iterator[ModelServer]:
        """Serves until the block ends."""
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()


def chunks(text: str, size: int = 7) -> Iterator[bytes]:
    """The text as a stream of chat completion chunks."""
    for start in range(0, len(text), size):
        delta = {"role": "assistant", "content": text[start : start + size]}
        choice = {"index": 0, "delta": delta, "finish_reason": None}
        head = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "m"}
        yield f"data: {json.dumps({**head, 'choices': [choice]})}\n\n".encode()
    yield b"data: [DONE]\n\n"
