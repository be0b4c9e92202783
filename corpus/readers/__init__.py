"""From the bytes of a file to a `Document`: one module a format, found by what the file holds."""

from __future__ import annotations

import hashlib
import re
from importlib import import_module
from pathlib import Path
from typing import cast

from corpus.errors import ReadError
from corpus.metadata import metadata
from corpus.readers.extract import Extract, Reader, Source
from corpus.readers.package import open_package
from corpus.types import Document

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# By media type, the module whose `read` takes it. Imported when the first such file comes.
READERS = {
    "text/plain": "corpus.readers.text",
    "text/markdown": "corpus.readers.markdown",
    "text/html": "corpus.readers.html",
    WORD: "corpus.readers.word",
}
_HTML = re.compile(rb"(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)", re.DOTALL)
LARGEST_FILE = 256 * 1024 * 1024
"""Bytes; a larger file is refused, not read."""


def read_file(path: Path, document_id: str | None = None) -> Document:
    """The document in `path`, whose id is the file's name without its ending unless given.

    Raises `ReadError` with the reason and what to do about it.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise ReadError(path, f"the file has {size >> 20} MB, more than {LARGEST_FILE >> 20}", "split it")
        content = path.read_bytes()
    except OSError as problem:
        raise ReadError(path, problem.strerror or str(problem), "check the path and its permissions") from problem
    return read_bytes(content, path, document_id)


def read_bytes(content: bytes, path: Path, document_id: str | None = None) -> Document:
    """The document whose file `path` would hold `content`; nothing is read from disk. Raises `ReadError`."""
    source = Source(path, content)
    extract = extract_from(source)
    if not extract.text.strip():
        raise ReadError(path, "there is no text in it", "check that the file is the one you meant")
    return Document(
        id=document_id or path.stem,
        text=extract.text,
        blocks=extract.blocks,
        metadata=metadata(extract.text, extract.blocks, extract.stated, fallback_title=path.stem),
        media_type=extract.media_type,
        digest=hashlib.sha256(content).hexdigest(),
        warnings=extract.warnings,
    )


def extract_from(source: Source) -> Extract:
    """The text and blocks of a file, by the reader for what it holds. Raises `ReadError`."""
    if not source.content:
        raise ReadError(source.path, "the file is empty", "check that the file was copied completely")
    reader = cast(Reader, import_module(READERS[_media_type(source)]).read)
    return reader(source)


def _media_type(source: Source) -> str:
    """The key of READERS for what a file holds; its ending decides only between kinds of text."""
    if source.content.startswith(b"PK\x03\x04"):
        return _package_type(source)
    start = source.content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    suffix = source.path.suffix.lower()
    if suffix in (".html", ".htm", ".shtml", ".xhtml") or _HTML.match(start):
        return "text/html"
    return "text/markdown" if suffix in (".md", ".markdown") else "text/plain"


def _package_type(source: Source) -> str:
    """The media type of a zip container, by the parts that it holds."""
    with open_package(source) as package:
        names = package.namelist()
    if any(name.startswith("word/") for name in names):
        return WORD
    raise ReadError(source.path, "it is not a document of a known kind", "save it as DOCX, XLSX, PDF, HTML or text")
