"""Streams: what is sent adds up to the answer, and silence is filled with comments."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from hypothesis import given
from hypothesis import strategies as st

from api.streaming import kept_alive, pieces


@given(st.text(alphabet="商务局。！?.\n[1] a", max_size=80))
def test_the_pieces_of_a_text_join_to_it(text: str) -> None:
    """Nothing is lost or added where a text is cut."""
    assert "".join(pieces(text)) == text


def test_a_sentence_keeps_its_markers() -> None:
    """A piece ends behind the markers of its sentence."""
    assert pieces("由市商务局牵头。[1][2]2023年9月底前完成。[3]\n- 一") == [
        "由市商务局牵头。[1][2]",
        "2023年9月底前完成。[3]\n",
        "- 一",
    ]


def test_a_slow_answer_is_kept_alive() -> None:
    """Comments come while nothing else does, and the events come unchanged."""

    async def slow() -> AsyncIterator[bytes]:
        yield b"first"
        await asyncio.sleep(0.2)
        yield b"second"

    async def collected() -> list[bytes]:
        return [part async for part in kept_alive(slow(), seconds=0.05)]

    parts = asyncio.run(collected())
    assert [part for part in parts if not part.startswith(b":")] == [b"first", b"second"]
    assert parts.count(b": keep-alive\n\n") >= 2


def test_a_client_that_leaves_stops_the_work() -> None:
    """Closing the stream cancels what was to come."""
    stopped: list[bool] = []

    async def endless() -> AsyncIterator[bytes]:
        try:
            yield b"first"
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            stopped.append(True)
            raise

    async def leave() -> None:
        stream = kept_alive(endless(), seconds=0.05)
        assert await anext(stream) == b"first"
        assert await anext(stream) == b": keep-alive\n\n"
        await stream.aclose()  # type: ignore[attr-defined]
        await asyncio.sleep(0)

    asyncio.run(leave())
    assert stopped == [True]
