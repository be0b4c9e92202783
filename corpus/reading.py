"""One file, read and understood: the whole of this package on one screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.catalogue import CatalogueEntry, apply, read_catalogue
from corpus.metadata import unstated
from corpus.outline import outline
from corpus.readers import read_file
from corpus.split import passages
from corpus.tables import gaps, tables
from corpus.tasks import task_records
from corpus.types import Document, Reading


def read_document(
    path: Path,
    *,
    document_id: str | None = None,
    catalogue_entry: CatalogueEntry | None = None,
    known_as: Path | None = None,
) -> Reading:
    """Everything that is understood of the document in `path`. Raises `corpus.errors.ReadError`.

    An entry for the file, given or in the catalogue.toml beside it, overrules what the text says of the document;
    `document_id` overrules the entry's id. `known_as` is the path whose name counts where the file is a copy.
    """
    document = read_file(path, known_as=known_as)
    entry = catalogue_entry or read_catalogue(path.parent).get(path.name)
    if entry:
        document = apply(document, entry)
    return understand(replace(document, id=document_id) if document_id else document)


def understand(document: Document) -> Reading:
    """Outline, tables, passages and task records of a document that was read."""
    sections = outline(document)
    found = tables(document, sections)
    return Reading(
        document=document,
        sections=sections,
        tables=found,
        passages=passages(document, sections, found),
        records=task_records(document, sections, found),
        warnings=(*unstated(document.metadata), *gaps(found)),
    )
