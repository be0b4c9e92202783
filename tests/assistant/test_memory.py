"""A server opens a generation after each change: the ones before must not stay in memory."""

from __future__ import annotations

import gc
import weakref

import pytest

from assistant import Assistant
from assistant.ranking import heads_of
from index.library import Library


def test_an_assistant_that_nobody_needs_is_gone_at_once(written_library: Library) -> None:
    """Without waiting for the collector of cycles, which rarely looks at what has lived for long."""
    gc.collect()
    gc.disable()
    try:
        assistant = Assistant(written_library)
        assistant.answer("鲜花进境由谁牵头？")
        gone = weakref.ref(assistant)
        del assistant
        assert gone() is None
    finally:
        gc.enable()


def test_openings_of_a_removed_document_are_its_title(
    written_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tasks are still there until the collection is opened anew; a list over them must not fail."""
    name = written_library.documents()[0].id
    monkeypatch.setattr(written_library, "openings", lambda _: {})
    assert written_library.documents()[0].title in heads_of([name], written_library)[name]
