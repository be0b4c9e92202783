"""Outline, metadata and tables of real documents, against files that were read by eye before they were kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.catalogue import BUNDLED
from corpus.reading import read_document
from corpus.types import Cell, Reading

GOLDEN = Path(__file__).parent / "golden" / "structure"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "documents"

# Of each kind and age: regulations with articles, replies, reports, forwarded opinions, tables, plans, work reports.
SHARED_DOCUMENTS = (
    "state_council/content_5341736.html",
    "state_council/content_5343366.html",
    "state_council/content_5345284.html",
    "state_council/content_5345397.html",
    "state_council/content_5345410.html",
    "state_council/content_5347765.html",
    "state_council/content_5350427.html",
    "state_council/content_5354528.html",
    "state_council/content_5365945.html",
    "reports/2025年云南省政府工作报告.docx",
    "reports/乐山.docx",
    "reports/嘉兴.docx",
    "local/山东省“十四五”科技创新规划.txt",
    "local/第一章总则.txt",
)


def summary(reading: Reading) -> dict[str, object]:
    """What a person checks: structure in full, words only where they are short."""
    document, text = reading.document, reading.document.text
    metadata = document.metadata
    return {
        "metadata": {
            "title": metadata.title,
            "number": metadata.number,
            "issuers": list(metadata.issuers),
            "issued": str(metadata.issued),
            "published": str(metadata.published),
            "recipients": metadata.recipients,
            "status": metadata.status,
            "references": [f"{r.title} {r.number or ''}".strip() for r in metadata.references],
            "spans": {name: bare(span.of(text))[:30] for name, span in sorted(metadata.spans.items())},
        },
        "outline": [
            f"{'  ' * section.level}{(section.path or ('(root)',))[-1][:40]} | {section.number or ''} | "
            f"{section.speaker or ''} | …{bare(section.span.of(text)[-14:])}"
            for section in reading.sections
        ],
        "tables": [
            {
                "section": [heading[:30] for heading in table.section],
                "header": shown(table.header),
                "rows": len(table.rows),
                "first": shown(table.rows[0]),
                "last": shown(table.rows[-1]),
            }
            for table in reading.tables
        ],
        "passages": len(reading.passages),
    }


def bare(text: str) -> str:
    """A quote without its white space."""
    return "".join(text.split())


def shown(row: tuple[Cell, ...]) -> list[str]:
    """The beginnings of a row's cells."""
    return [cell.text[:20] for cell in row]


def compare(reading: Reading, name: str, refresh: bool) -> None:
    """Compares the summary with the golden file, or writes it."""
    path = GOLDEN / f"{name}.json"
    found = json.dumps(summary(reading), ensure_ascii=False, indent=1) + "\n"
    if refresh:
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8"), f"{name} reads differently: see the diff of --refresh-golden"


@pytest.mark.parametrize("path", sorted(BUNDLED.glob("*.txt")), ids=lambda path: path.stem)
def test_a_bundled_document_reads_as_it_was_checked(path: Path, refresh_golden: bool) -> None:
    """Every heading, speaker, table and metadata value of the bundled documents is the one a person saw."""
    compare(read_document(path), path.stem, refresh_golden)


@pytest.mark.parametrize("name", SHARED_DOCUMENTS)
def test_a_document_of_the_development_set_reads_as_it_was_checked(name: str, refresh_golden: bool) -> None:
    """The same for web pages, Word files and texts from other offices."""
    if not SHARED.is_dir():
        pytest.skip("NOT CHECKED: the development documents (../shared/data/documents) are not on this machine")
    compare(read_document(SHARED / name), Path(name).stem, refresh_golden)
