"""Web pages as crawled from government sites: the document and its head, without navigation and styling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from corpus.errors import ReadError
from corpus.labels import LABEL, labelled
from corpus.readers.extract import CellText, Extract, Source, TextBuilder
from corpus.readers.text import decode
from corpus.types import BlockKind

MEDIA_TYPE = "text/html"

_SKIPPED = {
    *(
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "aside",
        "footer",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
    ),
    *("button", "select", "option", "input", "textarea", "head", "map", "audio", "video", "img"),
}
_CONTAINERS = {"div", "td", "article", "section", "main", "center", "form", "dd", "body", "li"}
_BLOCKS = _CONTAINERS | {"p", "ul", "ol", "dl", "dt", "table", "tbody", "tr", "th", "hr", "pre", "blockquote", "header"}
_BLOCKS |= {"address", "figure", "figcaption", "fieldset", "details", "summary", "caption", "thead", "tfoot", "html"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Names that the content management systems of government sites give to the element that holds the document.
_CONTENT_NAMES = re.compile(
    r"^(?:UCAP-CONTENT|zoom\w*|TRS_\w*|.*article[-_]?(?:con|content|body|text)\w*|pages_content|content[-_]?(?:text|main|body)"
    r"|con[-_]text|news[-_]?(?:con|content|text)|xxgk[-_]\w*con\w*|view[-_]?content|detail[-_]?(?:con|content))$",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_META = {
    "title": ("ArticleTitle", "article:title"),
    "published": ("PubDate", "publishdate", "article:published_time"),
    "source": ("Url", "og:url"),
}
_SENTENCE = re.compile("[，。；]")
_SITE = re.compile(r"\s*[_|–—-]+\s*")


def read(source: Source) -> Extract:
    """The element that holds the document, its paragraphs, headings, lists and tables; scripts are never run."""
    try:
        page = html.document_fromstring(_characters(source))
    except (etree.LxmlError, ValueError) as problem:
        raise ReadError(
            source.path, f"the page cannot be parsed ({problem})", "save it again from the browser"
        ) from problem
    content = _content(page)
    stated, head = _stated(page, content)
    walk = _Walk()
    for line in head:
        walk.builder.paragraph(line)
    walk.element(content)
    walk.flush()
    return walk.builder.extract(MEDIA_TYPE, stated)


def _characters(source: Source) -> str:
    declared = _CHARSET.search(source.content[:4096])
    text = decode(source, declared[1].decode("ascii").lower() if declared else None)
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _is_hidden(element: html.HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED or element.get("hidden") is not None:
        return True
    return "display:none" in (element.get("style") or "").replace(" ", "").lower()


def _content(page: html.HtmlElement) -> html.HtmlElement:
    """The innermost element that holds nearly all sentences of the page."""
    body = page.find("body")
    node = page if body is None else body
    weights = _weights(node)
    whole = weights.get(node, 0.0)
    for element, weight in weights.items():
        names = (element.get("id") or "", *(element.get("class") or "").split())
        if weight >= 0.6 * whole > 0 and any(_CONTENT_NAMES.match(name) for name in names):
            node = element
            break
    while True:
        inner = [
            child for child in _inner_containers(node) if weights.get(child, 0.0) >= 0.9 * weights.get(node, 1.0) > 0
        ]
        if not inner:
            return node
        node = inner[0]


def _inner_containers(node: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The nearest containers below an element, tables and inline elements passed through."""
    for child in node:
        if _is_hidden(child):
            continue
        if child.tag in _CONTAINERS and child.tag != "li":
            yield child
        elif child.tag in ("table", "tbody", "tr", "span", "font", "header"):
            yield from _inner_containers(child)


def _weights(node: html.HtmlElement) -> dict[html.HtmlElement, float]:
    """For every element, how much prose it holds: text in links counts nothing, text without a comma little."""
    weights: dict[html.HtmlElement, float] = {}

    def weigh(element: html.HtmlElement) -> float:
        total = _prose(element.text)
        for child in element:
            if not _is_hidden(child) and child.tag != "a":
                total += weigh(child)
            total += _prose(child.tail)
        weights[element] = total
        return total

    weigh(node)
    return weights


def _prose(text: str | None) -> float:
    stripped = text.strip() if text else ""
    return len(stripped) * (1.0 if _SENTENCE.search(stripped) else 0.1)


def _stated(page: html.HtmlElement, content: html.HtmlElement) -> tuple[dict[str, str], list[str]]:
    """What the page says about the document outside its text, and those lines as printed."""
    inside = set(content.iter())
    lines = _labelled(page, inside)
    stated = labelled(lines)
    for name, keys in _META.items():
        for meta in page.iter("meta"):
            if meta.get("name") in keys or meta.get("property") in keys:
                stated.setdefault(name, (meta.get("content") or "").strip())
    if "title" not in stated:
        heading = next((" ".join(h.text_content().split()) for h in page.iter("h1") if h not in inside), "")
        own = [" ".join(h.text_content().split()) for h in content.iter("h1")]
        title = (
            heading or (own[0] if len(own) == 1 else "") or max(_SITE.split(page.findtext(".//title") or ""), key=len)
        )
        if len(title) > 5:
            stated["page_title"] = title
    return {name: value for name, value in stated.items() if value}, lines if len(lines) > 1 else []


def _labelled(page: html.HtmlElement, inside: set[html.HtmlElement]) -> list[str]:
    """The pairs of label and value of the page's head: 发文字号：国令第706号."""
    found: list[str] = []
    waiting = ""
    for element in page.iter("td", "th", "li", "p", "dt", "dd", "span", "div"):
        if element in inside or any(child.tag in _BLOCKS for child in element) or _is_hidden(element):
            continue
        text = " ".join(element.text_content().split())
        if waiting and not LABEL.match(text):
            if text:
                found.append(waiting + text)
            waiting = ""
        elif LABEL.match(text) and len(text) < 200:
            if text.endswith(("：", ":")):
                waiting = text
            elif text not in found:
                found.append(text)
                waiting = ""
    return found


@dataclass(slots=True)
class _Walk:
    """Goes through the document's element and writes what it finds."""

    builder: TextBuilder = field(default_factory=TextBuilder)
    _line: list[str] = field(default_factory=list)
    _bold: int = 0
    _shown: int = 0
    _centred: bool = False
    _level: int | None = None
    _item: bool = False

    def element(self, element: html.HtmlElement, bold: bool = False) -> None:
        """Writes an element with all below it, but not what follows it."""
        self._text(element.text, bold)
        for child in element:
            if not _is_hidden(child):
                self._child(child, bold)
            self._text(child.tail, bold)

    def flush(self) -> None:
        """Ends the paragraph."""
        text = re.sub(r"[ \t\r\n\f]+", " ", "".join(self._line)).strip(" \u00a0")
        if text.strip("\u3000 \u00a0"):
            kind, level = BlockKind.PARAGRAPH, None
            if self._level is not None:
                kind, level = BlockKind.HEADING, self._level
            elif self._item:
                kind = BlockKind.LIST_ITEM
            elif self._stands_out(text):
                kind = BlockKind.HEADING
            self.builder.paragraph(text, kind, level=level)
        self._line.clear()
        self._bold = self._shown = 0
        self._item = False

    def _child(self, child: html.HtmlElement, bold: bool) -> None:
        tag = child.tag
        if tag == "br":
            self.flush()
        elif tag == "table" and not _is_layout(child):
            self.flush()
            self._table(child)
        elif tag in _BLOCKS or tag in _HEADINGS:
            self.flush()
            centred, level = self._centred, self._level
            self._centred = _is_centred(child, centred)
            self._level = _HEADINGS.get(tag, level)
            self._item = tag == "li"
            self.element(child, bold or tag == "th" or _is_bold(child))
            self.flush()
            self._centred, self._level = centred, level
        else:
            self.element(child, bold or _is_bold(child))

    def _text(self, text: str | None, bold: bool) -> None:
        if text:
            self._line.append(text)
            size = len(text.strip())
            self._shown += size
            self._bold += size if bold else 0

    def _stands_out(self, text: str) -> bool:
        """Whether a short line is set as headings are: bold throughout or centred."""
        if len(text) > 60 or text[-1] in "。；！？，、;":
            return False
        return self._centred or (self._shown > 0 and self._bold >= self._shown)

    def _table(self, table: html.HtmlElement) -> None:
        caption = table.find("caption")
        if caption is not None:
            self.builder.paragraph(_cell_text(caption))
        taken: dict[tuple[int, int], bool] = {}
        rows: list[list[CellText]] = []
        for number, row in enumerate(_rows(table)):
            cells: list[CellText] = []
            column = 0
            for cell in row:
                if cell.tag not in ("td", "th"):
                    continue
                while (number, column) in taken:
                    column += 1
                height, width = _reach(cell, "rowspan"), _reach(cell, "colspan")
                for below in range(height):
                    taken.update({(number + below, column + right): True for right in range(width)})
                cells.append(CellText(_cell_text(cell), column, height, width))
                column += width
            rows.append(cells)
        self.builder.table(rows)


def _rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The rows of a table itself, not those of tables inside its cells."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _reach(cell: html.HtmlElement, name: str) -> int:
    """A cell's rowspan or colspan; nonsense counts as 1, as browsers have it."""
    value = (cell.get(name) or "").strip()
    return min(max(int(value), 1), 1000) if value.isascii() and value.isdecimal() else 1


def _cell_text(cell: html.HtmlElement) -> str:
    parts: list[str] = []
    for element in cell.iter():
        if element is not cell and element.tag in _BLOCKS | {"br"}:
            parts.append("\n")
        if isinstance(element.tag, str) and element.tag not in _SKIPPED and element.text:
            parts.append(element.text)
        if element is not cell and element.tail:
            parts.append(element.tail)
    return " ".join("".join(parts).split())


def _is_layout(table: html.HtmlElement) -> bool:
    """Whether a table only places other content: it has one column, or other tables with nearly all its text."""
    rows = list(_rows(table))
    if all(sum(1 for cell in row if cell.tag in ("td", "th")) <= 1 for row in rows):
        return True
    inner = sum(len(nested.text_content()) for nested in table.iterdescendants("table"))
    return inner > 0.8 * len(table.text_content())


def _is_bold(element: html.HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.tag in ("b", "strong") or bool(re.search(r"font-weight:(?:bold|[6-9]00)", style))


def _is_centred(element: html.HtmlElement, inherited: bool) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    stated = re.search(r"text-align:(\w+)", style)
    align = stated[1] if stated else (element.get("align") or "").lower()
    return align == "center" if align else inherited or element.tag == "center"
