"""A server opens a generation after each change: the ones before must not stay in memory."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import weakref
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.matching.heads import heads_of
from index.build import ingest
from index.library import Library


def test_an_assistant_that_nobody_needs_is_gone_at_once(written_library: Library) -> None:
    """Without waiting for the collector of cycles, which rarely looks at what has lived for long."""
    gc.collect()
    gc.disable()
    try:
        assistant = Assistant(written_library)
        assistant.answer("鲜花进境由谁牵头？")
        gone = weakref.ref(assistant)
        del assistant
        assert gone() is None
    finally:
        gc.enable()


@pytest.mark.parametrize(
    "question", ["松原湾2023年南渡片区用地多少亩？", "望川那个会谁请假了？", "哪份文件讲了进口贸易？"]
)
def test_a_collection_that_nobody_needs_is_gone_with_what_was_worked_out_for_it(question: str, tmp_path: Path) -> None:
    """Tables of figures, lists of people and openings are kept for a collection, not for the process."""
    (tmp_path / "minutes.md").write_text(
        "# 望川市人民政府进口贸易专题会议纪要\n\n出席：林成筠、韩维舟\n\n请假：丁少游\n\n## 用地\n\n"
        "| 年度 | 南渡片区（亩） | 官塘片区（亩） |\n| --- | --- | --- |\n| 2022 | 380 | 220 |\n| 2023 | 400 | 250 |\n",
        encoding="utf-8",
    )
    ingest([tmp_path / "minutes.md"], tmp_path / "data")
    library = Library.open(tmp_path / "data")
    assert Assistant(library).answer(question.replace("松原湾", "望川")).status == "answered"
    gone = weakref.ref(library)
    del library
    gc.collect()
    assert gone() is None


def test_a_prepared_assistant_has_read_what_first_questions_need(tmp_path: Path) -> None:
    """In a process of its own, in which nothing was asked before: neither language waits for tables of words, nor a
    list for what the documents say of themselves; to open the assistant alone reads none of it."""
    (tmp_path / "plan.md").write_text(
        "# 望川市进口贸易行动计划\n\n## 重点任务\n\n1. 设立鲜花进境监管场地。（牵头单位：望川市商务局）\n",
        encoding="utf-8",
    )
    ingest([tmp_path / "plan.md"], tmp_path / "data")
    command = [sys.executable, "-c", _PREPARED, str(tmp_path / "data")]
    opened, prepared = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert opened == [0, 0, 0, 0, 0]
    assert prepared == [1, 1, 1, 1, 1]


_PREPARED = """
import json, sys
from pathlib import Path
from assistant import Assistant
from assistant.language import lay_words
from assistant.matching import heads
from assistant.questions import romanised_names
from index import glossary
from index.library import Library

library = Library.open(Path(sys.argv[1]))
assistant = Assistant(library)

def read():
    pinyin = (romanised_names._characters, romanised_names._everyday)
    tables = (glossary.dictionary_terms, lay_words._thesaurus, *pinyin)
    return [*(table.cache_info().currsize for table in tables), len(heads._HEADS.get(library, ()))]

opened = read()
assistant.prepare()
print(json.dumps([opened, read()]))
"""


def test_openings_of_a_removed_document_are_its_title(
    written_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tasks are still there until the collection is opened anew; a list over them must not fail."""
    name = written_library.documents()[0].id
    monkeypatch.setattr(written_library, "openings", lambda _: {})
    assert written_library.documents()[0].title in heads_of([name], written_library)[name]
