"""The README is true: its commands and examples run, its settings are the settings."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.settings import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(sh|python)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def settings_table() -> list[str]:
    """The rows of the README's table, as the settings have them."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = field.default
        shown = ", ".join(default) if isinstance(default, tuple) else str("" if default is None else default)
        shown = shown.lower() if isinstance(default, bool) else shown
        rows.append(f"| `ZHENGWEN_{name.upper()}` | {f'`{shown}`' if shown else ''} | {field.description} |")
    return rows


def test_every_setting_is_listed() -> None:
    """In the order of the code, with default and description; paste what is missing from the failure."""
    assert "\n".join(settings_table()) in README


@pytest.fixture
def working_folder(tmp_path: Path) -> Path:
    """A place where the examples find the repository's documents and leave their own."""
    folder = tmp_path / "readme"
    shutil.copytree(ROOT / "corpus" / "documents", folder / "corpus" / "documents")
    (folder / "build").mkdir()
    return folder


@pytest.fixture
def environment(working_folder: Path) -> dict[str, str]:
    """The console script on the path, and the packages of this checkout."""
    scripts = working_folder / "bin"
    scripts.mkdir()
    (scripts / "zhengwen").write_text(f'#!/bin/sh\nexec {sys.executable} -m api.cli "$@"\n')
    (scripts / "zhengwen").chmod(0o755)
    path = f"{scripts}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def address(working_folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """A server as the quick start gives it, with the bundled documents, on a port of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = ["zhengwen", "serve", "--port", str(port), "--data", "served"]
    server = subprocess.Popen(command, cwd=working_folder, env=environment, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1).close()
                break
            except OSError:
                assert server.poll() is None, "the server ended"
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def test_the_examples_run(working_folder: Path, environment: dict[str, str], address: str) -> None:
    """As printed, one after the other, in the order of the README, since later ones lean on what earlier ones left;
    each says something."""
    assert BLOCKS
    for language, block in BLOCKS:
        code = block.replace("http://127.0.0.1:8000", address)
        command = ["bash", "-euo", "pipefail", "-c", code] if language == "sh" else [sys.executable, "-c", code]
        shown = subprocess.run(
            command, cwd=working_folder, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        assert shown.returncode == 0, f"{block}\n{shown.stderr}"
        assert shown.stdout.strip(), block
