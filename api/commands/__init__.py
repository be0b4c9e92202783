"""What the commands share: settings, the collection they work on, and failures that a person can put right.

Heavy imports stand inside functions: `zhengwen ask` answers within two seconds of its start.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from api.settings import Settings
    from api.workspace import Workspace
    from index.library import Library
    from index.types import Embedder

Data = Annotated[Path | None, typer.Option("--data", help="The collection's folder (ZHENGWEN_DATA, else data).")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class Failure(Exception):
    """What a person can put right; printed as one line."""


def settings(folder: Path | None) -> Settings:
    """The settings, with the collection's folder from the command line where it is given there."""
    from api.settings import Settings

    return Settings() if folder is None else Settings(data=folder)


def embedder(chosen: Settings) -> Embedder:
    """The embedding model of the settings."""
    from index.embed import load_embedder

    return load_embedder(chosen.model)


def opened(chosen: Settings) -> Library:
    """The collection, open for reading. Raises a LibraryError."""
    from index.cross import load_reranker
    from index.library import Library

    return Library.open(chosen.place, embedder=embedder(chosen), reranker=load_reranker(chosen.reranker))


def existing_workspace(chosen: Settings) -> Workspace:
    """The workspace of a collection that exists: asking makes no folders."""
    from api.language_model import language_model
    from api.workspace import open_workspace
    from index.database import has_database
    from index.errors import CollectionMissing

    if not has_database(chosen.place):
        raise CollectionMissing(chosen.data)
    return open_workspace(
        chosen.place,
        chosen.model,
        chosen.conversation_turns,
        language_model=language_model(chosen),
        reranker=chosen.reranker,
    )
