"""Answers are computed a few at a time; who waits holds no thread."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest
from fastapi.testclient import TestClient

from api.answering import Answering, places_to_answer
from api.app import create_app
from api.conversing import Asked, converse
from api.routes import ask, openai
from api.settings import Settings
from api.workspace import Workspace
from assistant.types import Answer


@pytest.mark.parametrize("places", [1, 2])
def test_so_many_at_once_and_first_come_first_served(places: int) -> None:
    """Of ten pieces of work never more than so many run; with one place they begin in the order in which they came."""
    running, most, begun = [0], [0], []
    lock = threading.Lock()

    def work(number: int) -> int:
        with lock:
            begun.append(number)
            running[0] += 1
            most[0] = max(most[0], running[0])
        time.sleep(0.02)
        with lock:
            running[0] -= 1
        return number

    async def everybody() -> None:
        answering = Answering(places)
        async with anyio.create_task_group() as group:
            for number in range(10):
                group.start_soon(answering.run, lambda number=number: work(number))
                await anyio.sleep(0.001)

    anyio.run(everybody)
    assert most[0] == places
    if places == 1:
        assert begun == list(range(10))


def test_who_goes_away_leaves_the_queue() -> None:
    """Work that nobody waits for any more never begins."""
    begun: list[str] = []

    async def one_leaves() -> None:
        answering = Answering(1)
        async with anyio.create_task_group() as group:
            group.start_soon(answering.run, lambda: time.sleep(0.1))
            await anyio.sleep(0.02)
            with anyio.move_on_after(0.01):
                await answering.run(lambda: begun.append("left"))
            await answering.run(lambda: begun.append("stayed"))

    anyio.run(one_leaves)
    assert begun == ["stayed"]


def test_processes_share_the_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each process has its share, at least one; a language model's answers mostly wait for it, so there are more."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(4)))
    assert [places_to_answer(processes) for processes in (1, 2, 8)] == [4, 2, 1]
    assert places_to_answer(2, language_model=True) > 4


def test_every_way_to_ask_waits_for_its_turn(shared_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On one processor the JSON answer, the events and the OpenAI route together compute one answer at a time."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    running, most, lock = [0], [0], threading.Lock()

    def counted(workspace: Workspace, asked: Asked) -> Answer:
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        time.sleep(0.02)
        try:
            return converse(workspace, asked)
        finally:
            with lock:
                running[0] -= 1

    for module in (ask, openai):
        monkeypatch.setattr(module, "converse", counted)
    question = "冷链骨干基地由谁牵头？"
    requests: list[tuple[str, dict[str, object]]] = [
        ("/v1/ask", {"question": question}),
        ("/v1/ask", {"question": question, "stream": True}),
        ("/v1/chat/completions", {"model": "zhengwen", "messages": [{"role": "user", "content": question}]}),
        ("/v1/chat/completions", {"messages": [{"role": "user", "content": question}], "stream": True}),
    ]
    with TestClient(create_app(Settings(data=shared_data))) as client, ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda request: client.post(request[0], json=request[1]), requests * 2))
    assert all(answer.status_code == 200 and "市发展改革委" in answer.text for answer in answers)
    assert most[0] == 1
