"""What a document says outside a table about one of its rows, by the row's number: 第10项…7月完成试点，10月底前推开."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.reading import quoted
from assistant.language.sentences import Sentence, sentences
from assistant.matching.needs import tells_when
from assistant.questions.question import Question
from assistant.types import Language
from assistant.wording.findings import Statement
from corpus.types import TaskRecord
from index.library import Library

_NUMBERED = re.compile(r"(?:第|序号)\s*(\d{1,3})(?=\s*(?:项|行|[、，,和及]))")


def dated_in_remarks(question: Question, record: TaskRecord, library: Library) -> list[Statement]:
    """The clauses that date the task of a numbered row elsewhere than in its table; empty where none do, or where rows
    of several tables have its number."""
    number = re.sub(r"\D", "", record.number or "")
    if record.cell is None or not number:
        return []
    others = (one for one in library.records([record.document_id]) if one.cell is not None and one.id != record.id)
    if any(
        re.sub(r"\D", "", one.number or "") == number and one.spans["number"] != record.spans["number"]
        for one in others
    ):
        return []
    text = library.document(record.document_id).text
    found: list[Sentence] = []
    for passage in library.passages(record.document_id):
        if passage.cell is not None:
            continue
        named = False
        for sentence in sentences(passage, text):
            named = number in _NUMBERED.findall(sentence.text) or (named and sentence.before.endswith(("；", ";")))
            if named and tells_when(question.text, sentence.text) and sentence.text not in record.task:
                found.append(sentence)
    return [_of_item(one, number, question.language) for one in quoted(found, question)]


def _of_item(statement: Statement, number: str, language: Language) -> Statement:
    """A statement that says of which row it is."""
    named = f"第{number}项" in statement.text
    told = "文件另写明" if language == "zh" else "The document also says"
    of_item = "" if named else (f"（第{number}项）" if language == "zh" else f" of item {number}")
    text = statement.text.removeprefix("The document states: ")
    return replace(statement, text=f"{told}{of_item}：{text}" if language == "zh" else f"{told}{of_item}: {text}")
