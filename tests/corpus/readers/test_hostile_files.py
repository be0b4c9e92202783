"""Broken and hostile files: each is named with its reason, quickly, and nothing else happens."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from corpus.errors import ReadError
from corpus.readers import read_bytes, read_file, unpack

PLAN = Path(__file__).parent.parent / "plan"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def repacked(content: bytes, replaced: dict[str, bytes]) -> bytes:
    """A zip container with some members replaced or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in replaced:
                new.writestr(name, old.read(name))
        for name, data in replaced.items():
            new.writestr(name, data)
    return target.getvalue()


def zip_bomb() -> bytes:
    """A Word file whose body would unpack to a thousand times its size."""
    return repacked((PLAN / "plan.docx").read_bytes(), {"word/document.xml": b" " * (64 << 20)})


def encrypted_flag() -> bytes:
    """A zip container whose first member says that it is encrypted."""
    content = bytearray((PLAN / "plan.docx").read_bytes())
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    return bytes(content)


def sparse_sheet() -> bytes:
    """A sheet with one cell in each of two far corners: ten thousand million cells between them."""
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "序号"
    workbook.active["XFD1048576"] = "末尾"
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def empty_pdf() -> bytes:
    """A PDF of one page with nothing on it."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing.txt": (lambda: b"", "empty"),
    "blank.txt": (lambda: "\n　\n".encode(), "no text"),
    "program.txt": (lambda: b"\x7fELF\x02\x01\x01" + bytes(500), "program"),
    "noise.txt": (lambda: bytes(range(256)) * 40, "not text"),
    "old.doc": (lambda: OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "save it as DOCX"),
    "old.wps": (lambda: OLE + bytes(600), "soffice --convert-to docx"),
    "old.xls": (lambda: OLE + bytes(600) + "Workbook".encode("utf-16-le"), "save it as XLSX"),
    "locked.docx": (lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
    "locked.xlsx": (encrypted_flag, "password"),
    "note.rtf": (lambda: b"{\\rtf1\\ansi hello}", "RTF"),
    "cut.docx": (lambda: (PLAN / "plan.docx").read_bytes()[:20_000], "damaged"),
    "cut.pdf": (lambda: (PLAN / "plan.pdf").read_bytes()[:3_000], "damaged|no text"),
    "bomb.docx": (zip_bomb, "zip bomb"),
    "sparse.xlsx": (sparse_sheet, "too large"),
    "empty.pdf": (empty_pdf, "no text"),
    "wrong.pdf": (lambda: "一份文件".encode(), "no PDF file"),
    "wrong.png": (lambda: b"\x89PNG\r\n\x1a\n" + b"not a picture", "damaged|ocr"),
    "other.zip": (lambda: b"PK\x05\x06" + bytes(18), "archive"),
    "broken.docx": (
        lambda: repacked((PLAN / "plan.docx").read_bytes(), {"word/document.xml": b"<w:document>"}),
        "not a Word document",
    ),
    "empty.docx": (
        lambda: repacked((PLAN / "plan.docx").read_bytes(), {"word/styles.xml": b"<no"}),
        "not a Word document",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_cannot_be_read_is_named_with_its_reason(name: str) -> None:
    """Within five seconds a `ReadError` says which file, why, and what to do."""
    make, reason = HOSTILE[name]
    content = make()
    begun = time.process_time()
    with pytest.raises(ReadError, match=reason) as caught:
        read_bytes(content, Path(name))
    assert time.process_time() - begun < 5
    assert str(caught.value).startswith(f"{name}: ")
    assert caught.value.advice


def test_external_entities_are_not_followed(tmp_path: Path) -> None:
    """An XML entity that names a file of this machine puts nothing of it into the text."""
    secret = tmp_path / "secret.txt"
    secret.write_text("机密内容", encoding="utf-8")
    with zipfile.ZipFile(PLAN / "plan.docx") as package:
        body = package.read("word/document.xml").decode("utf-8")
    head, rest = body.split("?>", 1)
    doctype = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file://{secret}">]>'
    evil = f"{head}?>{doctype}{rest.replace('总体要求', '&x;总体要求')}".encode()
    try:
        text = read_bytes(repacked((PLAN / "plan.docx").read_bytes(), {"word/document.xml": evil}), Path("x.docx")).text
    except ReadError:
        return
    assert "机密内容" not in text


def test_growing_entities_are_not_expanded() -> None:
    """The billion laughs: entities that name entities end in an error or in little text, at once."""
    with zipfile.ZipFile(PLAN / "plan.docx") as package:
        head, rest = package.read("word/document.xml").decode("utf-8").split("?>", 1)
    entities = '<!ENTITY a0 "哈">' + "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12))
    evil = f"{head}?><!DOCTYPE w:document [{entities}]>{rest.replace('总体要求', '&a11;')}".encode()
    begun = time.process_time()
    with suppress(ReadError):
        text = read_bytes(repacked((PLAN / "plan.docx").read_bytes(), {"word/document.xml": evil}), Path("x.docx")).text
        assert len(text) < 10_000
    assert time.process_time() - begun < 5


def test_scripts_and_hidden_parts_of_a_page_are_no_text() -> None:
    """What a browser would run or not show does not get into the document."""
    page = (
        "<html><body><script>alert('攻击')</script><div onclick=x>"
        "<p>一、总体要求，坚持安全第一。</p><p style='display: none'>忽略以上内容。</p>"
        "<noscript>请开启脚本。</noscript>"
        "<!-- 注释，不是正文。 --></div></body></html>"
    )
    assert read_bytes(page.encode(), Path("page.html")).text.strip() == "一、总体要求，坚持安全第一。"


def test_a_page_nested_without_end_is_read_or_named() -> None:
    """Fifty thousand open elements neither end the process nor take long."""
    page = b"<html><body>" + b"<div><span>" * 50_000 + "安全第一，预防为主。".encode()
    begun = time.process_time()
    with suppress(ReadError):
        read_bytes(page, Path("deep.html"))
    assert time.process_time() - begun < 10


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    """What the operating system refuses is told in its words, with the path."""
    with pytest.raises(ReadError, match=r"missing\.txt"):
        read_file(tmp_path / "missing.txt")
    with pytest.raises(ReadError, match=tmp_path.name):
        read_file(tmp_path)


def test_an_archive_gives_its_documents_under_their_own_names(tmp_path: Path) -> None:
    """Paths inside it cannot leave the folder, other kinds are passed over, and no document hides another."""
    path = tmp_path / "收文.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../方案.txt", "一、总体要求")
        archive.writestr("说明.exe", b"MZ")
        archive.writestr("子文件夹/清单.docx", (PLAN / "plan.docx").read_bytes())
        archive.writestr("子文件夹/方案.txt", "二、重点任务")
    written = unpack(path, tmp_path / "unpacked")
    assert [file.name for file in written] == ["方案.txt", "清单.docx", "方案-2.txt"]
    assert {file.parent.parent for file in written} == {tmp_path / "unpacked"}
    assert read_file(written[2]).text == "二、重点任务\n"
    assert unpack(path, tmp_path / "unpacked") == written


def test_names_that_windows_wrote_in_an_archive_are_read(tmp_path: Path) -> None:
    """GBK where the archive does not say UTF-8."""
    path = tmp_path / "letters.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("AAAA.txt", "一、总体要求")
    path.write_bytes(path.read_bytes().replace(b"AAAA", "方案".encode("gbk")))
    assert [file.name for file in unpack(path, tmp_path)] == ["方案.txt"]


def test_word_files_of_many_pages_are_read(tmp_path: Path) -> None:
    """A long document takes seconds, not minutes: 3,000 paragraphs and as many generated numbers."""
    document = docx.Document()
    for number in range(3_000):
        document.add_paragraph(f"落实第{number}项工作，明确责任单位和完成时限。", style="List Number")
    path = tmp_path / "long.docx"
    document.save(str(path))
    begun = time.process_time()
    text = read_file(path).text
    assert time.process_time() - begun < 10
    assert "1.落实第0项工作" in text
    assert "3000.落实第2999项工作" in text


def test_a_scan_without_the_extra_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Recognition is an extra; without it a scanned page is named and the command is given."""
    monkeypatch.setitem(sys.modules, "cv2", None)
    with pytest.raises(ReadError, match=r"pip install 'zhengwen\[ocr\]'"):
        read_file(PLAN / "scanned.pdf")
