"""`zhengwen bench load`: a real server under many clients, while documents come and go."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.bench.documents import questions, write_documents
from eval.bench.processes import own_memory
from eval.errors import EvaluationError

if TYPE_CHECKING:
    import httpx

PATIENCE = 120.0
"""Seconds until a request counts as failed."""
START = 120.0
"""Seconds that a server may take until it is ready."""
_PAGES = 10  # pages of the ledger that are asked for under each filter
_FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"lead": "临海市商务局"},
    {"unit": "财政局"},
    {"due_before": "2022-12-31"},
    {"q": "冷链物流"},
)
_LOOKS = 10  # at memory, while clients ask
_ASKED = 500  # different questions that the clients draw from


@dataclass(frozen=True, slots=True)
class Load:
    """What is asked of the server: how many clients for how long, and how many event streams are opened at once."""

    clients: int = 50
    seconds: float = 60.0
    streams: int = 1000
    workers: int = 1


@dataclass(slots=True)
class LoadFigures:
    """Milliseconds of every answer in the order of its end and, before anything else is asked, of pages of the task
    ledger; how often what went wrong, documents added and removed meanwhile, and the `memory` of all server processes:
    before, at each tenth of the time, after."""

    answer_ms: list[float] = field(default_factory=list)
    ledger_ms: list[float] = field(default_factory=list)
    errors: dict[str, int] = field(default_factory=dict)
    changes: int = 0
    memory_bytes: list[int] = field(default_factory=list)
    streams_done: int = 0
    streams_s: float = 0.0


def measured_load(folder: Path, load: Load) -> LoadFigures:
    """Serves the collection in `folder` and asks. Raises EvaluationError where the server does not start."""
    figures = LoadFigures()
    with served(folder, load.workers) as (url, server):
        asyncio.run(_asked(url, server, folder, load, figures))
    return figures


@contextmanager
def served(folder: Path, workers: int) -> Iterator[tuple[str, int]]:
    """The address and the process id of a server over the collection in `folder`, ended afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "api.cli", "serve", "--data", str(folder), "--port", str(port)]
    # One address asks more often here than one may.
    environment = {**os.environ, "ZHENGWEN_RATE_KEY": "", "ZHENGWEN_RATE_ADDRESS": "", "ZHENGWEN_LOG_LEVEL": "warning"}
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [*command, "--workers", str(workers)], stdout=log, stderr=log, env=environment, start_new_session=True
        )
    try:
        _ready(f"http://127.0.0.1:{port}", server, folder / "server.log")
        yield f"http://127.0.0.1:{port}", server.pid
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)


def memory(process: int) -> int:
    """Bytes that a process and what it started hold for themselves. Left out are pages of files, which the system takes
    back when it needs them, and the processes that read uploads, which come and go."""
    total, waiting = 0, [process]
    while waiting:
        each = waiting.pop()
        try:
            if b"api.jobs" in Path(f"/proc/{each}/cmdline").read_bytes():
                continue
            for children in Path(f"/proc/{each}/task").glob("*/children"):
                waiting += map(int, children.read_text(encoding="ascii").split())
        except OSError:  # it has ended
            continue
        total += own_memory(each)
    return total


async def _asked(url: str, server: int, folder: Path, load: Load, figures: LoadFigures) -> None:
    import httpx

    limits = httpx.Limits(max_connections=None, max_keepalive_connections=load.clients)
    async with httpx.AsyncClient(base_url=url, timeout=PATIENCE, limits=limits, trust_env=False) as client:
        wrong: Counter[str] = Counter()
        texts = questions(_ASKED)
        await asyncio.gather(*(_answer(client, text, LoadFigures(), Counter()) for text in texts[:20]))
        await _paged(client, figures, wrong)
        figures.memory_bytes.append(memory(server))
        end = time.perf_counter() + load.seconds

        async def ask(number: int) -> None:
            at = number
            while time.perf_counter() < end:
                await _answer(client, texts[at % len(texts)], figures, wrong)
                at += load.clients

        async def change() -> None:
            number = 0
            while time.perf_counter() < end:
                await _changed(client, folder, number, wrong)
                figures.changes += 1
                number += 1

        async def watch() -> None:
            for _ in range(_LOOKS):
                await asyncio.sleep(load.seconds / _LOOKS)
                figures.memory_bytes.append(memory(server))

        await asyncio.gather(change(), watch(), *(ask(number) for number in range(load.clients)))
        start = time.perf_counter()
        done = await asyncio.gather(*(_streamed(client, texts[at % len(texts)], wrong) for at in range(load.streams)))
        figures.streams_done, figures.streams_s = sum(done), time.perf_counter() - start
        figures.memory_bytes.append(memory(server))
        figures.errors = dict(wrong)


def _problem(response: httpx.Response) -> str:
    """What a problem document (RFC 9457) says went wrong; "" where the answer is none."""
    if not response.headers.get("content-type", "").startswith("application/problem+json"):
        return ""
    return str(response.json().get("detail", ""))


async def _answer(client: httpx.AsyncClient, text: str, figures: LoadFigures, wrong: Counter[str]) -> None:
    import httpx

    start = time.perf_counter()
    try:
        response = await client.post("/v1/ask", json={"question": text})
    except httpx.HTTPError as error:
        wrong[type(error).__name__] += 1
        return
    if response.status_code != 200 or "answer" not in response.json():
        wrong[f"status {response.status_code} {_problem(response)}".strip()] += 1
    figures.answer_ms.append((time.perf_counter() - start) * 1000)


async def _paged(client: httpx.AsyncClient, figures: LoadFigures, wrong: Counter[str]) -> None:
    """Pages of the task ledger under each filter, one after the other, from all over it."""
    for wanted in _FILTERS:
        total = 0
        for page in range(_PAGES + 1):
            start = time.perf_counter()
            offset = str(total * page // (_PAGES + 1))
            response = await client.get("/v1/tasks", params={**wanted, "offset": offset})
            if not response.is_success:
                wrong[f"ledger: status {response.status_code}"] += 1
                continue
            total = response.json()["total"]
            if page:  # the first one reads what the others find in memory
                figures.ledger_ms.append((time.perf_counter() - start) * 1000)


async def _streamed(client: httpx.AsyncClient, text: str, wrong: Counter[str]) -> bool:
    """Whether an event stream came to its end with the answer."""
    import httpx

    try:
        headers = {"Accept": "text/event-stream"}
        async with client.stream("POST", "/v1/ask", json={"question": text}, headers=headers) as response:
            body = "".join([part async for part in response.aiter_text()])
    except httpx.HTTPError as error:
        wrong[f"stream: {type(error).__name__}"] += 1
        return False
    if "event: done" not in body:
        wrong["stream: no answer"] += 1
    return "event: done" in body


async def _changed(client: httpx.AsyncClient, folder: Path, number: int, wrong: Counter[str]) -> None:
    """One document comes, and goes once it was read."""
    import httpx

    path = write_documents(folder / "coming", 1, 1_000_000 + number)[0]
    try:
        with path.open("rb") as file:
            response = await client.post("/v1/documents", files={"files": (path.name, file, "text/plain")})
        job: dict[str, Any] = response.json()
        while response.is_success and not job.get("finished"):
            await asyncio.sleep(0.2)
            job = (await client.get(job["url"])).json()
        gone = await client.delete(f"/v1/documents/{path.stem}")
        for name, one in (("upload", response), ("remove", gone)):
            if not one.is_success:
                wrong[f"{name}: status {one.status_code}"] += 1
    except httpx.HTTPError as error:
        wrong[f"change: {type(error).__name__}"] += 1


def _ready(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    import httpx

    end = time.perf_counter() + START
    while time.perf_counter() < end and server.poll() is None:
        try:
            if httpx.get(f"{url}/readyz", timeout=5, trust_env=False).is_success:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.2)
    tail = log.read_text(encoding="utf-8", errors="replace").strip().rpartition("\n")[2]
    raise EvaluationError(f"the server did not get ready within {START:.0f} s: {tail or 'it printed nothing'}")


def main(folder: str, load: str) -> None:
    """Prints the figures of one load (JSON of Load's fields) over the collection in `folder`."""
    print(json.dumps(asdict(measured_load(Path(folder), Load(**json.loads(load)))), ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
