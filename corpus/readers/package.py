"""Zip containers (DOCX, XLSX, ZIP) opened only after a look at what they would unpack to."""

from __future__ import annotations

import io
import zipfile

from corpus.errors import ReadError
from corpus.readers.extract import Source

LARGEST_UNPACKED = 512 * 1024 * 1024
"""Bytes that a container may unpack to."""
LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one part of markup, of which the parser makes ten times as much in memory."""
MOST_MEMBERS = 20_000
# Deflate reaches about 1,030 to 1 on zeros; office XML stays below 40 to 1.
GREATEST_RATIO = 200
# Small members of any ratio are harmless.
SMALL_MEMBER = 1 << 20


def open_package(source: Source) -> zipfile.ZipFile:
    """The container, checked: not damaged, not encrypted, not a zip bomb. Raises `ReadError`."""
    try:
        package = zipfile.ZipFile(io.BytesIO(source.content))
        members = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as problem:
        raise ReadError(
            source.path, f"the file is damaged ({problem})", "ask for it again or save it anew"
        ) from problem
    if any(member.flag_bits & 1 for member in members):
        raise ReadError(source.path, "it is protected by a password", "remove the password and add it again")
    if len(members) > MOST_MEMBERS:
        raise ReadError(source.path, f"it has {len(members)} parts, more than {MOST_MEMBERS}", "split it")
    largest = max((member for member in members if member.filename.endswith(".xml")), key=_size, default=None)
    unpacked = sum(member.file_size for member in members)
    swollen = any(
        member.file_size > max(SMALL_MEMBER, GREATEST_RATIO * max(member.compress_size, 1)) for member in members
    )
    if swollen or unpacked > LARGEST_UNPACKED:
        raise ReadError(
            source.path, f"it would unpack to {unpacked >> 20} MB (a zip bomb?)", "check where the file comes from"
        )
    if largest is not None and largest.file_size > LARGEST_PART:
        reason = f"{largest.filename} has {largest.file_size >> 20} MB, more than {LARGEST_PART >> 20}"
        raise ReadError(source.path, reason, "split it or keep only what is needed")
    return package


def _size(member: zipfile.ZipInfo) -> int:
    return member.file_size
