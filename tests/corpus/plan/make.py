"""Makes the same plan as TXT, HTML, DOCX, PDF and scanned PDF, from `plan.txt`, which is written by hand.

Run once when plan.txt changes: python tests/corpus/plan/make.py (needs LibreOffice Writer and a Chinese font).
"""

from __future__ import annotations

import html
import subprocess
import tempfile
from pathlib import Path

import docx
import pypdfium2
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

HERE = Path(__file__).parent
CENTRED = ("青川市", "（2024—2026年）", "附件", "低空物流重点任务清单")


def parts() -> list[str | list[list[str]]]:
    """The paragraphs of plan.txt, and its table as rows of cells."""
    found: list[str | list[list[str]]] = []
    for line in (HERE / "plan.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        if "\t" not in line:
            found.append(line.strip())
        elif found and isinstance(found[-1], list):
            found[-1].append(line.split("\t"))
        else:
            found.append([line.split("\t")])
    return found


def is_centred(text: str) -> bool:
    """Whether a paragraph is set in the middle: titles and the heads of annexes."""
    return len(text) < 40 and text.startswith(CENTRED) and not text.endswith(("。", "："))


def make_html() -> None:
    """A page as content management systems publish it: navigation, a head with labels, the document, a footer."""
    body = []
    for part in parts():
        if isinstance(part, str):
            style = "text-align: center;" if is_centred(part) else "text-indent: 2em;"
            body.append(f'<p style="{style}">{html.escape(part)}</p>')
        else:
            rows = "".join("<tr>" + "".join(f"<td><p>{html.escape(c)}</p></td>" for c in row) + "</tr>" for row in part)
            body.append(f'<table border="1">{rows}</table>')
    (HERE / "plan.html").write_text(
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>青川市低空物流_青川市人民政府</title>"
        "<style>p { margin: 0 }</style><script>document.write('不应出现')</script></head><body>"
        "<div class='nav'><a href='/'>首页</a> <a href='/zwgk'>政务公开</a> <a href='/hd'>互动交流</a></div>"
        f"<div class='article'><div id='zoom'>{''.join(body)}</div></div>"
        "<div class='footer'>主办单位：青川市人民政府办公室　网站标识码：0000000000</div></body></html>\n",
        encoding="utf-8",
    )


def make_docx() -> None:
    """Paragraphs in 仿宋 with indented first lines, centred titles, a ruled table with a repeated header."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Noto Sans CJK SC", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Sans CJK SC")
    for part in parts():
        if isinstance(part, str):
            paragraph = document.add_paragraph(part)
            if is_centred(part):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            elif part.startswith(("青川市人民政府办公室", "2024年5月")) and len(part) < 15:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            elif not part.endswith("："):
                paragraph.paragraph_format.first_line_indent = Pt(28)
        else:
            table = document.add_table(rows=0, cols=len(part[0]), style="Table Grid")
            for row in part:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
            properties = table.rows[0]._tr.get_or_add_trPr()
            properties.append(properties.makeelement(qn("w:tblHeader"), {}))
    document.save(str(HERE / "plan.docx"))


def make_report() -> None:
    """A digest in two columns with running heads and page numbers, and a table that runs over two pages."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Noto Sans CJK SC", Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Sans CJK SC")
    section = document.sections[0]
    section.header.paragraphs[0].text = "青川市低空物流简报　2024年第3期"
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = footer.add_run()
        element = run._r.makeelement(qn("w:fldChar" if kind else "w:instrText"), {})
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
    columns = section._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    for text in (HERE / "report.txt").read_text(encoding="utf-8").splitlines():
        if text.strip():
            document.add_paragraph(text.strip()).paragraph_format.first_line_indent = Pt(24)
    wide = document.add_section(WD_SECTION.NEW_PAGE)
    wide._sectPr.find(qn("w:cols")).set(qn("w:num"), "1")
    table = document.add_table(rows=0, cols=3, style="Table Grid")
    for row in [
        ("序号", "起降点", "建成时间"),
        *((str(n), f"第{n}号起降点（{n % 8 + 1}号乡镇）", "2025年6月") for n in range(1, 51)),
    ]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {}))
    with tempfile.TemporaryDirectory() as folder:
        document.save(str(Path(folder) / "report.docx"))
        convert(Path(folder) / "report.docx", HERE)


def convert(path: Path, folder: Path) -> None:
    """Prints a file to PDF with LibreOffice."""
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)], check=True)


def make_pdfs() -> None:
    """The DOCX printed by LibreOffice, and that again as pictures of 200 dots an inch."""
    with tempfile.TemporaryDirectory() as folder:
        convert(HERE / "plan.docx", Path(folder))
        content = (Path(folder) / "plan.pdf").read_bytes()
    (HERE / "plan.pdf").write_bytes(content)
    pages = [page.render(scale=200 / 72, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(content)]
    pages[0].save(HERE / "scanned.pdf", save_all=True, append_images=pages[1:], resolution=200, quality=40)


if __name__ == "__main__":
    make_html()
    make_docx()
    make_pdfs()
    make_report()
