"""From the bytes of a file to a `Document`: one module a format, found by what the file holds."""

from __future__ import annotations

import hashlib
import re
from importlib import import_module
from itertools import chain, count
from pathlib import Path, PurePosixPath
from typing import cast

from corpus.errors import ReadError
from corpus.frame import date_in
from corpus.metadata import metadata
from corpus.readers.extract import Extract, Reader, Source
from corpus.readers.package import open_package
from corpus.types import Document

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# By media type, the module whose `read` takes it. Imported when the first such file comes.
READERS = {
    "text/plain": "corpus.readers.text",
    "text/markdown": "corpus.readers.markdown",
    "text/html": "corpus.readers.html",
    WORD: "corpus.readers.word",
    SHEETS: "corpus.readers.sheets",
    "application/pdf": "corpus.readers.pdf",
    "image/png": "corpus.readers.picture",
    "image/jpeg": "corpus.readers.picture",
}
ENDINGS = frozenset(
    {".txt", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml", ".docx", ".xlsx", ".pdf", ".png", ".jpg", ".jpeg"}
)
"""Of the files that a folder is searched for; `.zip` is opened as well."""
LARGEST_FILE = 256 * 1024 * 1024
"""Bytes; a larger file is refused, not read."""

_HTML = re.compile(rb"(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)", re.DOTALL)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
# What else comes along under a wrong ending, and what its owner can do.
_FOREIGN = (
    (b"{\\rtf", "it is an RTF file", "save it as DOCX"),
    (b"Rar!", "it is a RAR archive", "unpack it and add the files"),
    (b"7z\xbc\xaf", "it is a 7z archive", "unpack it and add the files"),
    (b"\x1f\x8b", "it is a GZIP archive", "unpack it and add the files"),
    (b"GIF8", "it is a GIF picture", "save it as PNG"),
    (b"II*\0", "it is a TIFF picture", "save it as PNG or PDF"),
    (b"MM\0*", "it is a TIFF picture", "save it as PNG or PDF"),
    (b"\x7fELF", "it is a program", "check that the file is the one you meant"),
    (b"MZ", "it is a program", "check that the file is the one you meant"),
)


def read_file(path: Path, document_id: str | None = None, *, known_as: Path | None = None) -> Document:
    """The document in `path`, whose id is the file's name without its ending unless given.

    Where the file is a copy, the name is that of `known_as`.

    Raises `ReadError` with the reason and what to do about it.
    """
    return read_bytes(_content(path), known_as or path, document_id)


def read_bytes(content: bytes, path: Path, document_id: str | None = None) -> Document:
    """The document whose file `path` would hold `content`; nothing is read from disk. Raises `ReadError`."""
    source = Source(path, content)
    extract = extract_from(source)
    if not extract.text.strip():
        raise ReadError(path, "there is no text in it", "check that the file is the one you meant")
    found = metadata(extract.text, extract.blocks, extract.stated, fallback_title=path.stem)
    stated = date_in(extract.stated.get("issued", ""))
    contradicted = stated is not None and stated != found.issued
    return Document(
        id=document_id or path.stem,
        text=extract.text,
        blocks=extract.blocks,
        metadata=found,
        media_type=extract.media_type,
        digest=hashlib.sha256(content).hexdigest(),
        warnings=(
            *extract.warnings,
            *([f"the page gives {stated} as the date of issue, the signature {found.issued}"] if contradicted else ()),
        ),
    )


def unpack(path: Path, folder: Path) -> list[Path]:
    """Writes the documents inside a ZIP archive into `folder`, under their own names, and gives their paths.

    The same archive gives the same paths again. Members of other kinds and archives inside archives are passed over;
    one named like another gets a number. Raises `ReadError` if the archive cannot be opened.
    """
    folder = folder / hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
    written: list[Path] = []
    with open_package(Source(path, _content(path))) as archive:
        for member in archive.infolist():
            name = PurePosixPath(_member_name(member.filename, member.flag_bits))
            if member.is_dir() or name.suffix.lower() not in ENDINGS or name.name.startswith((".", "~$")):
                continue
            folder.mkdir(parents=True, exist_ok=True)
            names = chain([name.name], (f"{name.stem}-{number}{name.suffix}" for number in count(2)))
            target = next(folder / free for free in names if folder / free not in written)
            target.write_bytes(archive.read(member))
            written.append(target)
    return written


def extract_from(source: Source) -> Extract:
    """The text and blocks of a file, by the reader for what it holds. Raises `ReadError`."""
    return cast(Reader, import_module(READERS[media_type(source)]).read)(source)


def media_type(source: Source) -> str:
    """The key of READERS for what a file holds; its ending decides only between kinds of text.

    Raises `ReadError` for what no reader takes.
    """
    content, path = source.content, source.path
    if not content:
        raise ReadError(path, "the file is empty", "check that the file was copied completely")
    if content.startswith(_OLD_OFFICE):
        raise ReadError(path, *_old_office(content))
    for signature, reason, advice in _FOREIGN:
        if content.startswith(signature):
            raise ReadError(path, reason, advice)
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            return name
    if b"%PDF-" in content[:1024]:
        return "application/pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package_type(source)
    suffix = path.suffix.lower()
    if suffix in (".docx", ".xlsx", ".pdf", ".png", ".jpg", ".jpeg"):
        raise ReadError(path, f"it is no {suffix[1:].upper()} file, or its beginning is damaged", "ask for it again")
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if suffix in (".html", ".htm", ".shtml", ".xhtml") or _HTML.match(start):
        return "text/html"
    return "text/markdown" if suffix in (".md", ".markdown") else "text/plain"


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise ReadError(path, f"the file has {size >> 20} MB, more than {LARGEST_FILE >> 20}", "split it")
        return path.read_bytes()
    except OSError as problem:
        raise ReadError(path, problem.strerror or str(problem), "check the path and its permissions") from problem


def _package_type(source: Source) -> str:
    """The media type of a zip container, by the parts that it holds."""
    with open_package(source) as package:
        names = package.namelist()
    if any(name.startswith("word/") for name in names):
        return WORD
    if any(name.startswith("xl/") for name in names):
        return SHEETS
    if source.path.suffix.lower() == ".zip":
        raise ReadError(source.path, "it is an archive, not a document", "unpack it and add the files")
    raise ReadError(source.path, "it is a container of an unknown kind", "save it as DOCX, XLSX, PDF, HTML or text")


def _old_office(content: bytes) -> tuple[str, str]:
    """Why a file in the container of old Office programs cannot be read; those of encrypted new files are the same."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "it is protected by a password", "remove the password and add it again"
    if "Workbook".encode("utf-16-le") in content:
        return "it is an old Excel or WPS file (.xls, .et)", "open it in Excel, WPS or LibreOffice and save it as XLSX"
    return (
        "it is an old Word or WPS file (.doc, .wps)",
        "open it in Word, WPS or LibreOffice and save it as DOCX, or run: soffice --convert-to docx FILE",
    )


def _member_name(name: str, flags: int) -> str:
    """The name of an archive's member; Windows writes GBK where the archive does not say UTF-8."""
    if flags & 0x800:
        return name
    try:
        return name.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return name
