"""What is indexed of a passage or a task record: its words, and the context that they stand in."""

from __future__ import annotations

from corpus.types import Passage, TaskRecord
from index.types import Entry


def passage_entry(passage: Passage, title: str) -> Entry:
    """A passage's words, its headings and speaker, and its document's title."""
    headings = "\n".join((*passage.section, *filter(None, [passage.speaker])))
    return Entry(passage.id, passage.document_id, passage.text, title, headings)


def record_entry(record: TaskRecord, title: str) -> Entry:
    """The words of a task, its headings, and its document's title."""
    return Entry(record.id, record.document_id, record.task, title, "\n".join(record.section))


def indexed_text(entry: Entry) -> str:
    """What of an entry the lexical leg sees: a question often names the document or the chapter and not the words."""
    return f"{entry.title}\n{entry.headings}\n{entry.text}"


def embedded_text(entry: Entry) -> str:
    """What of an entry is embedded: its headings say what its words are about."""
    return f"{entry.headings}\n{entry.text}" if entry.headings else entry.text
