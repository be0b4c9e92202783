"""Broken and hostile files: each is named with its reason, quickly, and nothing else happens."""

from __future__ import annotations

import io
import re
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from corpus.errors import ReadError
from corpus.readers import ENDINGS, read_bytes, read_file, unpack
from index.build import ingest
from index.library import Library

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


def dense_sheet() -> bytes:
    """A workbook of ten million filled cells, not compressed, so that nothing about it looks like a bomb."""
    row = b"<row>" + b"<c><v>1</v></c>" * 1_000 + b"</row>"
    return with_sheets([row * 10_000])


def many_sheets() -> bytes:
    """Three sheets of four hundred thousand cells: none of them is too large by itself."""
    row = b"<row>" + b"<c><v>1</v></c>" * 1_000 + b"</row>"
    return with_sheets([row * 400] * 3)


def with_sheets(rows: list[bytes]) -> bytes:
    """A workbook with these rows on its sheets."""
    workbook = openpyxl.Workbook()
    for _ in rows[1:]:
        workbook.create_sheet()
    plain, target = io.BytesIO(), io.BytesIO()
    workbook.save(plain)
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    sheets = {f"xl/worksheets/sheet{number}.xml": inside for number, inside in enumerate(rows, 1)}
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, head + sheets[name] + b"</sheetData></worksheet>" if name in sheets else old.read(name))
    return target.getvalue()


def swollen_word() -> bytes:
    """A Word file whose body has more markup than a parser should hold, though it is not packed like a bomb."""
    target = io.BytesIO()
    with zipfile.ZipFile(PLAN / "plan.docx") as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, b"<a/>" * (17 << 20) if name == "word/document.xml" else old.read(name))
    return target.getvalue()


def pdf(pages: list[str], trailer: str = "") -> bytes:
    """A PDF with a line of Latin type on each page."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, text in enumerate(pages):
        shown = f"BT /F 12 Tf 72 700 Td ({text}) Tj ET"
        uses = f"/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * number} 0 R"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{uses}>>")
        objects.append(f"<</Length {len(shown)}>>\nstream\n{shown}\nendstream")
    content, places = io.BytesIO(b"%PDF-1.4\n"), []
    content.seek(0, io.SEEK_END)
    for number, value in enumerate(objects, 1):
        places.append(content.tell())
        content.write(f"{number} 0 obj\n{value}\nendobj\n".encode())
    table, start = "".join(f"{place:010d} 00000 n \n" for place in places), content.tell()
    size = len(objects) + 1
    content.write(f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode())
    content.write(f"trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode())
    return content.getvalue()


def locked_pdf() -> bytes:
    """A PDF that opens with a password only: its check values belong to no empty one."""
    check = "ab" * 32
    lock = f"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<{check}>/U<{check}>/P -4>>"
    return pdf(["Secret"], lock)


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
    "dense.xlsx": (dense_sheet, "sheet1.xml has 143 MB, more than 64"),
    "many.xlsx": (many_sheets, "more than 1,000,000 cells"),
    "swollen.docx": (swollen_word, "document.xml has 68 MB, more than 64"),
    "empty.pdf": (empty_pdf, "no text"),
    "locked.pdf": (locked_pdf, "password"),
    "endless.pdf": (lambda: pdf(["Line"] * 2_001), "more than 2000 pages"),
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
    """In seconds, and with little more memory than the file has bytes, a `ReadError` says which file, why,
    and what to do."""
    make, reason = HOSTILE[name]
    content = make()
    begun = time.process_time()
    tracemalloc.start()
    try:
        with pytest.raises(ReadError, match=reason) as caught:
            read_bytes(content, Path(name))
        assert tracemalloc.get_traced_memory()[1] < 2 * len(content) + (64 << 20)
    finally:
        tracemalloc.stop()
    assert time.process_time() - begun < 30  # memory is traced meanwhile, and the machine may be busy
    assert str(caught.value).startswith(f"{name}: ")
    assert caught.value.advice


def test_the_rest_of_a_batch_lands(tmp_path: Path) -> None:
    """All of them in one folder with a good file in their midst: that one is in the collection, each of the others is
    named with its reason."""
    for name, (make, _) in HOSTILE.items():
        (tmp_path / name).write_bytes(make())
    (tmp_path / "方案.txt").write_bytes((PLAN / "plan.txt").read_bytes())
    report = ingest([tmp_path], tmp_path / "data")
    assert [file.document_id for file in report.files if file.outcome == "added"] == ["方案"]
    reasons = {Path(file.path).name: file.reason or "" for file in report.failed}
    read = {name for name in HOSTILE if Path(name).suffix in ENDINGS}
    assert read <= reasons.keys()
    for name in read:
        assert re.search(HOSTILE[name][1], reasons[name]), (name, reasons[name])
    assert [found.id for found in Library.open(tmp_path / "data").documents()] == ["方案"]


def test_a_long_pdf_is_read(tmp_path: Path) -> None:
    """Five hundred pages in seconds, every page with its number, and no page's line taken for a running head."""
    words = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa")
    lines = [" ".join(words[int(digit)] for digit in f"{number:03d}") for number in range(500)]
    begun = time.process_time()
    document = read_bytes(pdf([f"{page}. Task {line} is due." for page, line in enumerate(lines, 1)]), Path("long.pdf"))
    assert time.process_time() - begun < 60
    assert {block.page for block in document.blocks} == set(range(1, 501))
    assert all(line in document.text for line in lines)


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
