"""Every reader passes the same contract, on the same plan in its own format."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from corpus.errors import ReadError
from corpus.readers import read_bytes
from tests.contracts.reader_contract import ReaderContract

PLAN = Path(__file__).parent.parent / "plan"


def table_rows() -> list[list[str]]:
    """The rows of the plan's table."""
    text = (PLAN / "plan.txt").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if "\t" in line]


class TestText(ReaderContract):
    """Plain text."""

    @pytest.fixture
    def sample(self) -> Path:
        """The plan as it was written."""
        return PLAN / "plan.txt"


class TestHtml(ReaderContract):
    """A page of a government site."""

    @pytest.fixture
    def sample(self) -> Path:
        """The plan inside navigation and a footer."""
        return PLAN / "plan.html"


class TestWord(ReaderContract):
    """A Word document."""

    @pytest.fixture
    def sample(self) -> Path:
        """The plan with centred titles and a ruled table."""
        return PLAN / "plan.docx"


class TestPdf(ReaderContract):
    """A PDF file with a text layer."""

    @pytest.fixture
    def sample(self) -> Path:
        """The plan printed by LibreOffice."""
        return PLAN / "plan.pdf"


class TestMarkdown(ReaderContract):
    """Markdown."""

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        """The plan's task list with headings and a pipe table."""
        rows = table_rows()
        lines = ["# 低空物流重点任务清单", "", "## 一、任务", "", "牵头单位 **市交通运输局** 等。", ""]
        lines += ["|" + "|".join(row) + "|" for row in [rows[0], ["---"] * len(rows[0]), *rows[1:]]]
        path = tmp_path / "plan.md"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path


class TestSheets(ReaderContract):
    """A workbook."""

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        """The plan's table below a merged title."""
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet.append(["低空物流重点任务清单"])
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=5)
        for row in table_rows():
            sheet.append([int(cell) if cell.isdecimal() else cell for cell in row])
        path = tmp_path / "plan.xlsx"
        workbook.save(path)
        return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_every_encoding_that_offices_use(encoding: str) -> None:
    """The same characters come out, and no mark of the encoding with them."""
    text = (PLAN / "plan.txt").read_text(encoding="utf-8")
    assert read_bytes(text.encode(encoding), Path("plan.txt")).text == text


def test_traditional_text_is_read_in_big5() -> None:
    """Big5 is told from GB18030 by what the characters would mean."""
    text = "臺北市政府函\n\n主旨：關於推動電子商務發展計畫，請各機關配合辦理。\n\n說明：依據行政院會議決議辦理。\n" * 3
    assert read_bytes(text.encode("big5"), Path("letter.txt")).text == text


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030", "big5", "nonsense"])
def test_a_page_that_declares_an_older_encoding_is_read(declared: str) -> None:
    """Pages that call themselves GB2312 use characters of its successors; a wrong name does not matter."""
    page = (
        f"<html><head><meta charset={declared}></head><body><p>朱镕基同志在䶮县调研，听取了工作汇报。</p></body></html>"
    )
    assert "朱镕基同志在䶮县调研" in read_bytes(page.encode("gb18030"), Path("page.html")).text


def test_what_a_file_holds_decides_and_not_its_ending(tmp_path: Path) -> None:
    """A web page called .txt and a Word file called .pdf are read as what they are or named."""
    html = (PLAN / "plan.html").read_bytes()
    assert read_bytes(html, Path("plan.txt")).media_type == "text/html"
    assert (
        read_bytes((PLAN / "plan.docx").read_bytes(), Path("plan.pdf"))
        .text.lstrip()
        .startswith("青川市人民政府办公室文件")
    )
    with pytest.raises(ReadError, match="no PDF file"):
        read_bytes("只是文字".encode(), Path("plan.pdf"))
