"""How fast documents become passages and records, and which stage takes how much of it.

`python -m eval.bench.reading PHASE ...` runs one phase in a process of its own and prints its figures as JSON.
"""

from __future__ import annotations

import html
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from eval.bench.systems import peak

READING = "reading"
"""From the bytes of a file to its text and blocks."""


@dataclass(frozen=True, slots=True)
class ReadingFigures:
    """Seconds of processor time by stage, from bytes to a changed index; `megabytes` of canonical text in UTF-8, and
    both by media type for the first stage."""

    files: int
    megabytes: float
    stages_s: dict[str, float]
    formats_s: dict[str, float]
    formats_megabytes: dict[str, float]


@dataclass(frozen=True, slots=True)
class BatchFigures:
    """Many documents in one go: seconds by the clock, and the peak in bytes of the process that holds what others
    read and writes the index."""

    files: int
    megabytes: float
    ingest_s: float
    peak_bytes: int


def stages(folder: Path, work: Path) -> ReadingFigures:
    """Every document in `folder`, stage by stage, one after another in this process; `work` is for the index.

    All are gone through once before, so that no stage pays for imports and tables that are built on first use.
    """
    from index.embed import load_embedder
    from index.entries import passage_entry, record_entry
    from index.local import LocalIndex, create_index

    paths = documents(folder)
    list(_through(paths, defaultdict(float), defaultdict(float), defaultdict(float)))
    spent: dict[str, float] = defaultdict(float)
    formats: dict[str, float] = defaultdict(float)
    sizes: dict[str, float] = defaultdict(float)
    readings = list(_through(paths, spent, formats, sizes))
    create_index(work / "index", load_embedder())
    index = LocalIndex(work / "index", load_embedder())
    with _timed(spent, "embedding and indexing"):
        index.add(
            entry
            for reading in readings
            for entry in (
                *(passage_entry(passage, reading.document.metadata.title) for passage in reading.passages),
                *(record_entry(record, reading.document.metadata.title) for record in reading.records),
            )
        )
    return ReadingFigures(len(paths), sum(sizes.values()), dict(spent), dict(formats), dict(sizes))


def batch(folder: Path, count: int, work: Path) -> BatchFigures:
    """`count` documents, those of `folder` over and over with a line of their own, through `zhengwen ingest`."""
    from corpus.readers import read_file
    from index.build import ingest

    texts = [read_file(path).text for path in documents(folder)]
    many = work / "many"
    many.mkdir()
    total = 0
    for number in range(count):
        content = f"{texts[number % len(texts)]}\n第{number}号。\n".encode("utf-8", "surrogatepass")
        total += len(content)
        (many / f"document-{number}.txt").write_bytes(content)
    begun = time.perf_counter()
    report = ingest([many], work / "data")
    seconds = time.perf_counter() - begun
    if report.failed:
        raise SystemExit(f"{report.failed[0].path}: {report.failed[0].reason}")
    return BatchFigures(count, total / 1e6, seconds, peak())


def documents(folder: Path) -> list[Path]:
    """The files in a folder that a reader takes, in order."""
    from corpus.readers import ENDINGS

    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in ENDINGS)


def in_formats(folder: Path) -> None:
    """Writes the bundled documents into `folder` as text, as page and as Word file."""
    import docx

    from corpus.catalogue import BUNDLED, read_catalogue

    for entry in read_catalogue(BUNDLED).values():
        text = (BUNDLED / entry.file).read_text(encoding="utf-8")
        paragraphs = [line for line in re.split(r"\n\s*\n", text) if line.strip()]
        (folder / f"{entry.id}.txt").write_text(text, encoding="utf-8")
        body = "".join(f"<p>{html.escape(line)}</p>" for line in paragraphs)
        (folder / f"{entry.id}.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
        word = docx.Document()
        for line in paragraphs:
            word.add_paragraph(line)
        word.save(str(folder / f"{entry.id}.docx"))


def _through(
    paths: list[Path], spent: dict[str, float], formats: dict[str, float], sizes: dict[str, float]
) -> Iterator[Any]:
    """The reading of every document that can be read, with the seconds of each stage added to `spent`."""
    from corpus.errors import ReadError
    from corpus.metadata import metadata
    from corpus.outline import outline
    from corpus.readers import extract_from
    from corpus.readers.extract import Source
    from corpus.split import passages
    from corpus.tables import tables
    from corpus.tasks import task_records
    from corpus.types import Document, Reading

    for path in paths:
        source = Source(path, path.read_bytes())
        begun = spent[READING]
        try:
            with _timed(spent, READING):
                extract = extract_from(source)
        except ReadError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        formats[extract.media_type] += spent[READING] - begun
        sizes[extract.media_type] += len(extract.text.encode("utf-8", "surrogatepass")) / 1e6
        with _timed(spent, "metadata"):
            found = metadata(extract.text, extract.blocks, extract.stated, fallback_title=path.stem)
        document = Document(path.name, extract.text, extract.blocks, found, extract.media_type, "")
        with _timed(spent, "outline"):
            sections = outline(document)
        with _timed(spent, "tables"):
            rows = tables(document, sections)
        with _timed(spent, "passages"):
            pieces = passages(document, sections, rows)
        with _timed(spent, "task records"):
            records = task_records(document, sections, rows)
        yield Reading(document, sections, rows, pieces, records)


@contextmanager
def _timed(spent: dict[str, float], stage: str) -> Iterator[None]:
    begun = time.process_time()
    try:
        yield
    finally:
        spent[stage] += time.process_time() - begun


def main(phase: str, *arguments: str) -> None:
    """Runs a phase and prints its figures."""
    figures: Any
    match phase, arguments:
        case "stages", (folder, work):
            figures = stages(Path(folder), Path(work))
        case "batch", (folder, count, work):
            figures = batch(Path(folder), int(count), Path(work))
        case _:
            raise SystemExit(f"no phase: {phase} {arguments}")
    print(json.dumps(asdict(figures), ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
