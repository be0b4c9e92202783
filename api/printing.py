"""What the commands print: plain text that a person reads, or JSON with `--json`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from io import StringIO
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from rich.table import Table

    from api.doctor import Finding
    from api.keys import Key
    from assistant.types import Answer
    from corpus.types import TaskRecord
    from index.library import Library
    from index.types import DocumentSummary, IngestReport


def print_json(value: Any) -> None:
    """JSON as people read it."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_answer(answer: Answer, as_json: bool) -> None:
    """The answer's text, then each citation: marker, source, quote."""
    if as_json:
        from assistant.types import answer_json

        print_json(answer_json(answer))
        return
    print(answer.answer)
    for citation in answer.citations:
        number = f" {citation.document_number}" if citation.document_number else ""
        place = "".join(f" · {heading}" for heading in citation.section)
        print(f"\n[{citation.marker}] 《{citation.title}》{number}{place}")
        print(f"    {' '.join(citation.quote.split())}")
    if answer.follow_ups:
        print("\n" + "\n".join(f"→ {question}" for question in answer.follow_ups))


def print_report(report: IngestReport, as_json: bool) -> None:
    """What became of each file; those that failed on standard error, with the reason."""
    if as_json:
        print_json(asdict(report))
        return
    rows = [
        (
            file.document_id or "",
            file.outcome,
            *(map(str, (file.passages, file.records)) if file.outcome in ("added", "replaced") else ("", "")),
            "; ".join(filter(None, (file.reason, *file.warnings))),
        )
        for file in report.files
        if file.outcome != "failed"
    ]
    if rows:
        print(rendered(table(("document", "outcome", "passages", "tasks", "remarks"), rows)))
    for file in report.failed:
        print(f"{file.path}: {file.reason}", file=sys.stderr)


def print_documents(summaries: Sequence[DocumentSummary], as_json: bool) -> None:
    """The collection as a table."""
    if as_json:
        print_json([asdict(summary) for summary in summaries])
        return
    rows = (
        (
            summary.id,
            summary.title,
            summary.number or "",
            summary.issuer or "",
            str(summary.issued or ""),
            str(summary.passages),
            str(summary.records),
        )
        for summary in summaries
    )
    print(rendered(table(("id", "title", "number", "issuer", "issued", "passages", "records"), rows)))


def print_document(library: Library, document_id: str, as_json: bool) -> None:
    """What was read of a document, for a person to check: metadata, outline, tables, citations, records, warnings.

    Raises UnknownDocument.
    """
    document = library.document(document_id)
    sections, records = library.sections(document_id), library.records([document_id])
    tables, cited = library.tables(document_id), library.cited(document)
    warnings = next(found.warnings for found in library.documents() if found.id == document_id)
    metadata = document.metadata
    if as_json:
        from api.ledger import row_json

        print_json(
            {
                "id": document.id,
                "media_type": document.media_type,
                "characters": len(document.text),
                "metadata": asdict(metadata),
                "cites": [
                    {"title": reference.title, "number": reference.number, "document_id": name}
                    for reference, name in zip(metadata.references, cited, strict=True)
                ],
                "cited_by": library.cited_by(document_id),
                "sections": [asdict(section) for section in sections],
                "tables": [asdict(found) for found in tables],
                "records": [row_json(record, library) for record in records],
                "warnings": warnings,
            }
        )
        return
    fields = {
        "title": metadata.title,
        "number": metadata.number,
        "issuer": metadata.issuer,
        "issued": metadata.issued,
        "published": metadata.published,
        "recipients": metadata.recipients,
        "status": metadata.status,
        "source": metadata.source,
        "media type": document.media_type,
        "characters": len(document.text),
        "passages": len(library.passages(document_id)),
    }
    for name, value in fields.items():
        print(f"{name:<12} {value if value is not None else '-'}")
    for warning in warnings:
        print(f"{'warning':<12} {warning}")
    print("\noutline")
    for section in sections[1:]:
        speaker = f"  ({section.speaker})" if section.speaker else ""
        print(f"{'  ' * section.level}{section.path[-1]}{speaker}  [{section.span.start}-{section.span.end}]")
    print(f"\ntables ({len(tables)})")
    for found in tables:
        names = " | ".join(cell.text for cell in found.header) or "no header"
        place = found.section[-1] if found.section else "-"
        print(f"  {place}: {names}  ({len(found.rows)} rows)  [{found.span.start}-{found.span.end}]")
    print(f"\ncites ({len(cited)})")
    for reference, target in zip(metadata.references, cited, strict=True):
        number = f" {reference.number}" if reference.number else ""
        print(f"  《{reference.title}》{number}  {f'-> {target}' if target else 'not in the collection'}")
    print("\ncited by")
    for name in library.cited_by(document_id):
        print(f"  {name}")
    print(f"\ntasks ({len(records)})")
    if records:
        print(rendered(ledger(records)))


def tasks_in_format(
    records: Sequence[TaskRecord], library: Library, format: Literal["table", "json", "csv", "xlsx", "ics"]
) -> bytes:
    """The records as a file of that format; the table and the JSON are UTF-8 text."""
    from api.ledger import row_json, to_csv, to_ics, to_xlsx

    if format == "table":
        return f"{rendered(ledger(records))}\n{len(records)} tasks\n".encode()
    if format == "json":
        value = {"tasks": [row_json(record, library) for record in records], "total": len(records), "next": None}
        return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
    sources = {record.document_id: library.document(record.document_id).metadata for record in records}
    return {"csv": to_csv, "xlsx": to_xlsx, "ics": to_ics}[format](records, sources)


def print_findings(findings: Sequence[Finding], as_json: bool) -> None:
    """What the doctor found, one line each."""
    if as_json:
        print_json([asdict(finding) for finding in findings])
        return
    for finding in findings:
        print(f"{'ok ' if finding.fine else 'BAD'} {finding.subject:<12} {finding.report}")


def print_keys(keys: Sequence[Key], as_json: bool) -> None:
    """API keys without their secrets."""
    fields = ("id", "name", "scopes", "collection", "origins", "created", "revoked")
    if as_json:
        print_json([{name: getattr(key, name) for name in fields} for key in keys])
        return
    rows = (
        (
            key.id,
            key.name,
            ", ".join(key.scopes),
            key.collection,
            ", ".join(key.origins),
            f"{key.created:%Y-%m-%d}",
            f"{key.revoked:%Y-%m-%d}" if key.revoked else "",
        )
        for key in keys
    )
    print(rendered(table(fields, rows)))


def ledger(records: Iterable[TaskRecord]) -> Table:
    """Task records as a table; ▲ marks the leads."""
    rows = (
        (
            record.number or "",
            record.task,
            "、".join((*(f"▲{unit}" for unit in record.lead_units), *record.participating_units)),
            record.deadline.text if record.deadline else "",
            record.document_id,
        )
        for record in records
    )
    return table(("序号", "任务", "责任单位 (▲牵头)", "完成时限", "文件"), rows)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table without frames, every cell literal text."""
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, pad_edge=False, header_style="bold")
    for name in header:
        made.add_column(name, overflow="fold")
    for row in rows:
        made.add_row(*map(Text, row))
    return made


def rendered(made: Table) -> str:
    """A table as text as wide as the terminal; wide enough for every cell where there is none."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    console = Console(file=StringIO(), force_terminal=terminal, width=None if terminal else 240)
    console.print(made)
    text = console.file.getvalue() if isinstance(console.file, StringIO) else ""
    return "\n".join(row.rstrip() for row in text.splitlines())
