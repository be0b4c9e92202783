"""Plain text in any encoding that Chinese offices use."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from corpus.errors import ReadError
from corpus.readers.extract import Extract, Source, TextBuilder

MEDIA_TYPE = "text/plain"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHERS = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
# Enough characters to tell GB18030 from Big5; judging all of a large file would cost seconds.
_SAMPLE = 1 << 16


def read(source: Source) -> Extract:
    """The text as it stands, its paragraphs and tables found from the printed lines."""
    builder = TextBuilder()
    builder.printed(decode(source))
    return builder.extract(MEDIA_TYPE)


def decode(source: Source, declared: str | None = None) -> str:
    """The file's characters, line ends as \\n; its encoding is told by its mark, the declared name or the content.

    Raises `ReadError` if the bytes are not text.
    """
    try:
        text = _characters(source.content, declared)
    except UnicodeDecodeError as problem:
        raise ReadError(
            source.path,
            f"byte {problem.start} is not text in UTF-8, GB18030, Big5 or UTF-16",
            "save the file as UTF-8 text and add it again",
        ) from problem
    if text.count("\0") > len(text) // 1000:
        raise ReadError(source.path, "the file is not text", "check the file and its ending")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _characters(content: bytes, declared: str | None) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding)
    try:
        if b"\0" not in content[:_SAMPLE]:
            return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        # A text in UTF-8 with a damaged place is still UTF-8: it shows by how much of it was read before.
        if problem.start > _SAMPLE:
            return content.decode("utf-8", errors="replace")
    if declared:
        # What calls itself GB2312 uses characters of its successors all the time.
        name = "gb18030" if declared.lower() in ("gb2312", "gbk", "gb_2312-80") else declared
        try:
            return content.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
    best = from_bytes(content[:_SAMPLE], cp_isolation=_OTHERS).best()
    return content.decode(best.encoding if best else "gb18030")
