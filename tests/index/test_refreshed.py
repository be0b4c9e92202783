"""A library that is refreshed reads what changed, and is what one that was opened anew is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant import Assistant
from corpus.types import TaskRecord
from index.build import ingest, remove
from index.library import Library
from index.store import Store

_NOTICE = """{city}市人民政府关于印发{city}市{matter}实施方案的通知

各县（区）人民政府：

一、主要任务
（一）建设{matter}平台。2023年9月底前，建成{matter}平台{number}个。（责任单位：市{office}牵头，市财政局配合）
（二）培育{matter}企业。2024年6月底前，引进企业{number}家。（责任单位：市{office}）

附件1：{matter}任务清单

{city}市人民政府
2023年3月15日
"""


def written(folder: Path, name: str, **words: object) -> Path:
    """A notice with these words in it."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.txt"
    path.write_text(_NOTICE.format(**words), "utf-8")
    return path


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with three notices of one city."""
    for at, (matter, office) in enumerate((("冷链", "商务局"), ("养老", "民政局"), ("数据", "大数据局")), 2):
        written(tmp_path / "texts", f"notice-{at}", city="青川", matter=matter, office=office, number=at)
    return tmp_path / "texts"


def test_a_refreshed_library_is_what_a_new_one_is(texts: Path, tmp_path: Path) -> None:
    """After one document came, one changed and one went: records, links, units, places and answers."""
    data = tmp_path / "data"
    ingest([texts], data)
    library = Library.open(data)
    assistant = Assistant(library)
    assert library.records()
    written(texts, "notice-9", city="青川", matter="冷链", office="商务局", number=7)
    written(texts, "notice-3", city="青川", matter="养老", office="卫生健康局", number=8)
    ingest([texts], data)
    remove(["notice-4"], data)
    refreshed, fresh = library.refreshed(), Library.open(data)
    assert refreshed.documents() == fresh.documents()
    assert refreshed.records() == fresh.records()
    later, anew = Assistant(refreshed, before=assistant), Assistant(fresh)
    for question in ("市卫生健康局牵头哪些任务？", "市民政局牵头哪些任务？", "冷链平台由谁牵头？", "附件1有哪些任务？"):
        answers = [each.answer(question, conversation_id="one") for each in (later, anew)]
        assert (answers[0].answer, answers[0].citations) == (answers[1].answer, answers[1].citations)
    for each in (library, fresh):
        each.close()


def test_only_what_changed_is_read_again(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The records and outlines of documents that stayed are taken over; the store is asked for the new one's only."""
    data = tmp_path / "data"
    ingest([texts], data)
    library = Library.open(data)
    assistant = Assistant(library)
    before = {record.id: record for record in library.records()}
    ingest([written(texts, "notice-9", city="河东", matter="水利", office="水利局", number=9)], data)
    asked: list[list[str]] = []
    records, outlines = Store.records, Store.outlines

    def noted_records(store: Store, names: Collection[str] | None = None) -> tuple[TaskRecord, ...]:
        asked.append(sorted(names or ["all"]))
        return records(store, names)

    def noted_outlines(store: Store, names: Collection[str] | None = None) -> Iterator[Any]:
        asked.append(sorted(names or ["all"]))
        return outlines(store, names)

    monkeypatch.setattr(Store, "records", noted_records)
    monkeypatch.setattr(Store, "outlines", noted_outlines)
    refreshed = library.refreshed()
    Assistant(refreshed, before=assistant)
    assert asked == [["notice-9"], ["notice-9"]]
    assert len(refreshed.records()) > len(before)
    assert all(record.task == before[record.id].task for record in refreshed.records() if record.id in before)
    refreshed.close()
