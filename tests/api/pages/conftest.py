"""Browsers and servers for the tests of what people see: Debian's chromium over real HTTP."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tarfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from starlette.types import ASGIApp

from tests.api.pages.canned_server import canned_app

CHROMIUM = "/usr/bin/chromium"
AXE = "axe-core@4.10.3"

OpenPage = Callable[..., Page]
Serve = Callable[[ASGIApp], str]


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """The application on a free port of this machine; gives its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    running = threading.Thread(target=server.run, args=([listening],), daemon=True)
    running.start()
    deadline = time.monotonic() + 30
    while not server.started:
        assert running.is_alive(), "the server stopped while starting"
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    running.join(10)
    listening.close()


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts applications that stop with the test."""
    open_servers = []

    def start(app: ASGIApp) -> str:
        server = served(app)
        open_servers.append(server)
        return server.__enter__()

    yield start
    for server in reversed(open_servers):
        server.__exit__(None, None, None)


@pytest.fixture(scope="session")
def canned() -> Iterator[str]:
    """The address of the pages over the made-up document."""
    with served(canned_app()) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's chromium, for one module: while it runs, no other test of this process can have an event loop."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"NO BROWSER: {CHROMIUM} is missing, the pages are untested. Run: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Opens an address in a context of its own. What the console reports as an error (a script that fails, a breach of
    the content security policy) fails the test, refused requests apart: tests provoke those."""
    contexts, complaints = [], []

    def listen(message: ConsoleMessage) -> None:
        refused = "Failed to load resource" in message.text or "blocked by CORS policy" in message.text
        if message.type == "error" and not refused:
            complaints.append(message.text)

    def start(address: str, width: int = 1280, height: int = 800, language: str = "zh-CN", **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, locale=language, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        context.on("console", listen)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        page = context.new_page()
        page.goto(address)
        return page

    yield start
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core, fetched for this run only: nothing of it is part of the project."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("NO NPM: accessibility is unchecked, because axe-core cannot be fetched. Run: apt-get install npm")
    folder = tmp_path_factory.mktemp("axe")
    command = [npm, "pack", AXE, "--silent", "--fetch-retries=1", "--fetch-timeout=20000"]
    try:
        subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=60)
    except subprocess.SubprocessError as problem:
        pytest.skip(f"NO AXE-CORE: accessibility is unchecked, the npm registry did not give {AXE}: {problem}")
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        source = archive.extractfile("package/axe.min.js")
        assert source
        return source.read().decode()
