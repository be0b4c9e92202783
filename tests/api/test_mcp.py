"""The Model Context Protocol way in, spoken to by the official client over both transports."""

from __future__ import annotations

import json
import socket
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
import uvicorn
from mcp import ClientSession, MCPError, StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client

from api.app import create_app
from api.keys import Keys
from api.settings import Settings

QUESTION = "冷链骨干基地由谁牵头, 什么时候建成?"
Connect = Callable[[], AbstractAsyncContextManager[ClientSession]]


@pytest.fixture(scope="module")
def address(shared_data: Path) -> Iterator[str]:
    """Where a real server listens."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(Settings(data=shared_data)), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    end = time.monotonic() + 20
    while not server.started and time.monotonic() < end:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)
    listening.close()


@asynccontextmanager
async def over_http(address: str, headers: dict[str, str] | None = None) -> AsyncIterator[ClientSession]:
    """A session over streamable HTTP."""
    async with (
        httpx2.AsyncClient(headers=headers, timeout=30) as client,
        streamable_http_client(f"{address}/mcp", http_client=client) as (reading, writing, *_),
        ClientSession(reading, writing) as session,
    ):
        await session.initialize()
        yield session


@asynccontextmanager
async def over_stdio(folder: Path) -> AsyncIterator[ClientSession]:
    """A session with `zhengwen mcp` as a process of its own."""
    command = StdioServerParameters(
        command=sys.executable, args=["-c", "from api.cli import main; main()", "mcp", "--data", str(folder)]
    )
    async with stdio_client(command) as (reading, writing), ClientSession(reading, writing) as session:
        await session.initialize()
        yield session


@pytest.fixture(params=["http", "stdio"])
def connect(request: pytest.FixtureRequest, shared_data: Path) -> Connect:
    """Opens a session over either transport."""
    if request.param == "stdio":
        return lambda: over_stdio(shared_data)
    address: str = request.getfixturevalue("address")
    return lambda: over_http(address)


def run(connect: Connect, work: Callable[[ClientSession], Coroutine[Any, Any, None]]) -> None:
    """Does the work in a session."""

    async def session() -> None:
        async with connect() as opened:
            await work(opened)

    anyio.run(session)


async def called(session: ClientSession, tool: str, **arguments: Any) -> dict[str, Any]:
    """What a tool gives."""
    result = await session.call_tool(tool, arguments)
    assert not result.is_error, result.content
    found: dict[str, Any] = result.structured_content or json.loads(result.content[0].text)  # type: ignore[union-attr]
    return found


def test_the_four_tools_work(connect: Connect) -> None:
    """Ask cites verbatim, search finds, the ledger filters, documents are listed and read."""

    async def work(session: ClientSession) -> None:
        tools = (await session.list_tools()).tools
        assert {tool.name for tool in tools} == {"ask", "search", "list_tasks", "get_document"}
        assert all(tool.description and tool.input_schema for tool in tools)
        answer = await called(session, "ask", question=QUESTION)
        assert "市发展改革委" in answer["answer"]
        citation = answer["citations"][0]
        text = (await called(session, "get_document", document_id=citation["document_id"]))["text"]
        assert text[citation["start"] : citation["end"]] == citation["quote"]
        part = await called(session, "get_document", document_id=citation["document_id"], offset=5, limit=7)
        assert (part["text"], part["start"], part["end"]) == (text[5:12], 5, 12)
        assert (await called(session, "search", query="冷链", limit=1))["results"]
        tasks = await called(session, "list_tasks", lead="市发展改革委")
        assert tasks["total"] == len(tasks["tasks"]) == 1
        listed = await called(session, "get_document")
        assert [document["id"] for document in listed["documents"]] == ["qingchuan-plan", "qingchuan-reply"]

    run(connect, work)


def test_a_conversation_goes_on(connect: Connect) -> None:
    """The conversation's id carries a follow-up."""

    async def work(session: ClientSession) -> None:
        first = await called(session, "ask", question="冷链骨干基地由谁牵头?")
        second = await called(
            session, "ask", question="那什么时候完成?", conversation_id=first["conversation_id"], language="en"
        )
        assert "September 2023" in second["answer"]

    run(connect, work)


def test_what_cannot_be_done_is_told_in_a_sentence(connect: Connect) -> None:
    """An unknown document and an empty question are errors of the tool, not of the connection."""

    async def work(session: ClientSession) -> None:
        for tool, arguments in (
            ("get_document", {"document_id": "no-such"}),
            ("list_tasks", {"document_id": "no-such"}),
            ("ask", {"question": ""}),
        ):
            result = await session.call_tool(tool, arguments)
            assert result.is_error, tool
            assert result.content

    run(connect, work)


def test_the_gate_stands_before_it(address: str, shared_data: Path) -> None:
    """With keys, a call needs one that may ask and read."""
    keys = Keys(shared_data / "keys.json")
    try:
        _, token = keys.add("agent", ("ask", "read"), "default")
        _, asker = keys.add("asker", ("ask",), "default")

        async def listed(headers: dict[str, str] | None) -> None:
            async with over_http(address, headers) as session:
                await session.list_tools()

        anyio.run(listed, {"Authorization": f"Bearer {token}"})
        for headers in (None, {"Authorization": "Bearer zw_no"}, {"Authorization": f"Bearer {asker}"}):
            with pytest.raises((MCPError, BaseExceptionGroup, httpx2.HTTPStatusError)):
                anyio.run(listed, headers)
    finally:
        (shared_data / "keys.json").unlink()
