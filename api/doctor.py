"""What an operator wants to know before users do: versions, folders, model, index, options, each with what to do."""

from __future__ import annotations

import os
import platform
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from api.language_model import ExtraMissing, language_model
from api.settings import Settings
from index.cross import load_reranker
from index.database import has_database, name_of, open_database, revision_of
from index.embed import load_embedder
from index.errors import LibraryError
from index.library import Library
from index.terms import check_terms, terms

# Below this, an ingestion may fill the disk: a generation is written beside the one in use.
FREE_BYTES = 1 << 30
OPTIONS = {
    "ocr": ("rapidocr", "scanned files are refused: pip install 'zhengwen[ocr]'"),
    "milvus": ("pymilvus", "only local indexes: pip install 'zhengwen[milvus]' for a Milvus cluster"),
    "postgres": ("psycopg", "only SQLite: pip install 'zhengwen[postgres]' for PostgreSQL"),
    "llm": ("openai", "no language model can word answers: pip install 'zhengwen[llm]'"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the diagnosis; `report` says what to do where it is not `fine`."""

    subject: str
    fine: bool
    report: str


def diagnose(settings: Settings) -> list[Finding]:
    """Everything that is looked at; nothing raises and nothing is changed."""
    return [
        Finding("version", True, f"zhengwen {version('zhengwen')} on Python {platform.python_version()}"),
        *(attempt(subject, look, settings) for subject, look in LOOKS.items()),
        *(option(extra) for extra in OPTIONS),
    ]


def attempt(subject: str, look: Callable[[Settings], str], settings: Settings) -> Finding:
    """What a look found; an error is a finding."""
    try:
        return Finding(subject, True, look(settings))
    except (LibraryError, ExtraMissing, OSError) as error:
        return Finding(subject, False, str(error))


def folder(settings: Settings) -> str:
    """Whether the data folder can be written and has room."""
    place = settings.data.absolute()
    present = next(parent for parent in (place, *place.parents) if parent.exists())
    if not os.access(present, os.W_OK):
        raise OSError(f"{present} cannot be written: choose another folder with --data or ZHENGWEN_DATA")
    free = shutil.disk_usage(present).free
    if free < FREE_BYTES:
        raise OSError(f"{present} has only {free >> 20} MB free: an ingestion may need {FREE_BYTES >> 20} MB")
    return f"{place}, {free >> 30} GB free"


def database(settings: Settings) -> str:
    """Whether the database can be reached and its tables are of this release."""
    if not settings.database:
        return f"SQLite, {name_of(settings.place)}"
    if not has_database(settings.place):
        return f"PostgreSQL, {name_of(settings.place)}, without tables yet: the first `zhengwen ingest` makes them"
    engine = open_database(settings.place, writing=False)
    try:
        with engine.connect() as connection:
            release = connection.exec_driver_sql("SHOW server_version").scalar()
        return f"PostgreSQL {release}, {name_of(settings.place)}, revision {revision_of(engine)}"
    finally:
        engine.dispose()


def model(settings: Settings) -> str:
    """Whether the embedding model loads and gives vectors."""
    embedder = load_embedder(settings.model)
    shape = embedder.encode_queries(["谁牵头"]).shape
    return f"{embedder.name}, {shape[1]} dimensions"


def reranker(settings: Settings) -> str:
    """Whether the cross-encoder, where one is named, loads and gives scores."""
    chosen = load_reranker(settings.reranker)
    if chosen is None:
        return "none is named"
    chosen.scores("谁牵头", ["由市商务局牵头。"])
    return chosen.name


def tokens(settings: Settings) -> str:
    """Whether Chinese text becomes search terms."""
    check_terms()
    return f"Chinese text yields terms: {' '.join(terms('牵头单位'))}"


def index(settings: Settings) -> str:
    """Whether the collection opens with the configured model."""
    library = Library.open(settings.place, embedder=load_embedder(settings.model))
    found = library.documents()
    passages, records = sum(one.passages for one in found), sum(one.records for one in found)
    return f"generation {library.generation}: {len(found)} documents, {passages} passages, {records} task records"


def backend(settings: Settings) -> str:
    """Where the index stands, and whether what it stands on answers."""
    if not settings.milvus:
        return "FAISS and tantivy in the data folder"
    from index.milvus_tables import connected

    server = connected(settings.milvus)
    return f"Milvus {server.version()} at {server.shown}"


def wording(settings: Settings) -> str:
    """Whether the language model answers in time; the key is never shown."""
    model = language_model(settings)
    if model is None:
        return "none: answers are worded offline"
    named = f"{settings.llm_model} at {settings.llm_url}"
    start = time.perf_counter()
    try:
        said = model.reply("Answer with one word.", "OK?")
    except Exception as error:  # as many kinds as there are servers
        status = getattr(error, "status_code", None)
        raise OSError(
            f"{named} does not answer ({type(error).__name__}{f', status {status}' if status else ''}): answers are "
            "worded offline; check ZHENGWEN_LLM_URL, ZHENGWEN_LLM_MODEL, ZHENGWEN_LLM_KEY and ZHENGWEN_LLM_SECONDS"
        ) from None
    if not said.strip():
        raise OSError(f"{named} says nothing: answers are worded offline; check ZHENGWEN_LLM_MODEL")
    return f"{named} answers within {time.perf_counter() - start:.1f} s"


LOOKS: dict[str, Callable[[Settings], str]] = {
    "data": folder,
    "database": database,
    "model": model,
    "reranker": reranker,
    "tokens": tokens,
    "backend": backend,
    "index": index,
    "wording": wording,
}


def option(extra: str) -> Finding:
    """Whether an extra is installed; it is no fault when it is not."""
    module, without = OPTIONS[extra]
    if find_spec(module) is None:
        return Finding(extra, True, f"not installed; {without}")
    try:
        return Finding(extra, True, f"{module} {version(module)}")
    except PackageNotFoundError:
        return Finding(extra, True, f"{module} is installed")
