"""Two real collections: the bundled documents, and short ones written for these tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.questions.document_references import Places
from assistant.questions.question import Question
from assistant.questions.understanding import understand
from assistant.types import Answer, Turn
from corpus.units import UnitDirectory
from index.build import ingest
from index.library import Library

BUNDLED = Path(__file__).parents[2] / "corpus" / "documents"
WRITTEN = Path(__file__).parent / "documents"

Converse = Callable[..., list[Answer]]
Over = Callable[[Mapping[str, str]], Assistant]


def opened(source: Path, folder: Path) -> Library:
    """A library over every document in `source`."""
    report = ingest([source], folder)
    assert not report.failed, report.failed
    return Library.open(folder)


@pytest.fixture(scope="session")
def over(tmp_path_factory: pytest.TempPathFactory) -> Over:
    """An assistant over texts that a test module writes itself, by the names of their files."""

    def assistant(texts: Mapping[str, str]) -> Assistant:
        folder = tmp_path_factory.mktemp("texts")
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        report = ingest([folder / name for name in texts], folder / "data")
        assert not report.failed, report.failed
        return Assistant(Library.open(folder / "data"))

    return assistant


@pytest.fixture(scope="session")
def bundled_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The three bundled documents."""
    return opened(BUNDLED, tmp_path_factory.mktemp("bundled"))


@pytest.fixture(scope="session")
def written_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A plan with annexes, a notice, measures, a reply and a digest of an invented city."""
    return opened(WRITTEN, tmp_path_factory.mktemp("written"))


@pytest.fixture(scope="session")
def bundled(bundled_library: Library) -> Assistant:
    """Answers over the bundled documents."""
    return Assistant(bundled_library)


@pytest.fixture(scope="session")
def written(written_library: Library) -> Assistant:
    """Answers over the documents of this folder."""
    return Assistant(written_library)


@pytest.fixture(scope="session")
def written_places(written_library: Library) -> Places:
    """What questions can point at in the documents of this folder."""
    return Places(written_library.documents(), written_library.outlines())


@pytest.fixture(scope="session")
def reads(written_library: Library, written_places: Places) -> Callable[[str], Question]:
    """A question over the documents of this folder, understood; "this year" is 2024."""
    directory = UnitDirectory(unit for record in written_library.records() for unit in record.units)
    return lambda text: understand(text, directory, written_places, date(2024, 5, 27))


@pytest.fixture(scope="session")
def converse() -> Converse:
    """Asks one question after another in one conversation and gives all the answers."""

    def ask(assistant: Assistant, questions: Sequence[str], conversation_id: str = "c") -> list[Answer]:
        turns: list[Turn] = []
        for question in questions:
            answer = assistant.answer(question, turns=turns, conversation_id=conversation_id)
            turns.append(Turn(question, answer))
        return [turn.answer for turn in turns]

    return ask
