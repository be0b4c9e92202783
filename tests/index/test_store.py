"""The database gives back what was read, changes as a whole, and keeps what users leave behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from corpus.types import Reading
from index.errors import CollectionChanged, FolderNotWritable, UnknownDocument, UnknownPassage, UnknownRecord
from index.journal import Feedback, Journal
from index.place import Place
from index.store import Source, Store

SmallReading = Callable[..., Reading]
NOW = datetime(2021, 9, 1, 8, 30, tzinfo=UTC)


def source(reading: Reading) -> Source:
    """A file that the reading could come from."""
    name = reading.document.id
    return Source(name, f"/files/{name}.txt", reading.document.digest, reading.document.digest + ".txt")


@pytest.fixture
def readings(small_reading: SmallReading) -> list[Reading]:
    """Two small documents."""
    return [
        small_reading("方案", ["实施方案", "申请免税经营资质。", "扩大水果进口。"], date(2021, 5, 18)),
        small_reading("a-b", ["通知", "安排专项资金。"]),
    ]


@pytest.fixture
def store(place: Place, readings: list[Reading]) -> Iterator[Store]:
    """A store that holds both."""
    store = Store.open(place)
    store.replace("1", [(reading, source(reading)) for reading in readings], [], NOW, after=None)
    yield store
    store.close()


@pytest.fixture
def journal(place: Place) -> Iterator[Journal]:
    """An empty journal."""
    journal = Journal.open(place)
    yield journal
    journal.close()


def test_everything_read_comes_back(store: Store, readings: list[Reading]) -> None:
    """Document, outline, tables, passages and records are those that were stored."""
    for reading in readings:
        name = reading.document.id
        assert store.document(name) == reading.document
        assert store.sections(name) == reading.sections
        assert store.tables(name) == reading.tables
        assert store.passages_of(name) == reading.passages
        assert all(store.passage(passage.id) == passage for passage in reading.passages)
    assert store.records() == (*readings[1].records, *readings[0].records)
    assert store.record("方案:1") == readings[0].records[0]


def test_summaries_tell_without_the_text(store: Store) -> None:
    """A summary has what a list shows, in order of ids, with the moment of adding in UTC."""
    second, first = store.summaries()
    assert (first.id, first.title, first.issuer, first.issued) == (
        "方案",
        "实施方案",
        "义乌市人民政府",
        date(2021, 5, 18),
    )
    assert (first.passages, first.records, first.characters, first.added) == (3, 2, 22, NOW)
    assert (second.id, second.issued) == ("a-b", None)


def test_unknown_ids_are_named(store: Store) -> None:
    """Each lookup says which id it does not know."""
    with pytest.raises(UnknownDocument, match="nothing"):
        store.document("nothing")
    with pytest.raises(UnknownPassage, match="nothing"):
        store.passage("nothing")
    with pytest.raises(UnknownRecord, match="nothing"):
        store.record("nothing")


def test_a_document_is_replaced_with_all_its_rows(store: Store, small_reading: SmallReading) -> None:
    """Passages and records of the former reading do not stay behind."""
    new = small_reading("方案", ["实施方案", "只有一项。"])
    store.replace("2", [(new, source(new))], [], NOW, after="1")
    assert store.passages_of("方案") == new.passages
    assert [record.id for record in store.records()] == ["a-b:1", "方案:1"]
    assert store.generation() == "2"


def test_a_removed_document_leaves_no_rows(store: Store) -> None:
    """Removing takes passages, records and source along."""
    store.replace("2", [], ["方案"], NOW, after="1")
    assert [item.document_id for item in store.sources()] == ["a-b"]
    assert store.passages(["方案#0"]) == {}
    assert [record.document_id for record in store.records()] == ["a-b"]


def test_a_change_that_fails_changes_nothing(
    store: Store, small_reading: SmallReading, readings: list[Reading]
) -> None:
    """Rows and generation change together or not at all."""
    clash = small_reading("c", ["标题", "正文。"])
    stolen = Reading(clash.document, clash.sections, (), readings[0].passages, ())
    with pytest.raises(IntegrityError):
        store.replace("2", [(stolen, source(stolen))], ["a-b"], NOW, after="1")
    assert store.generation() == "1"
    assert len(store.summaries()) == 2


def test_a_writer_that_lost_its_hold_changes_nothing(store: Store) -> None:
    """What was made after another generation than the present one is refused: somebody else was faster."""
    with pytest.raises(CollectionChanged, match="0"):
        store.replace("3", [], ["方案"], NOW, after="0")
    assert store.generation() == "1"
    assert len(store.summaries()) == 2


def test_ids_are_ordered_by_their_characters(place: Place, small_reading: SmallReading) -> None:
    """Every database gives the same order, whatever the language of its host; "B" comes before "a"."""
    names = ["B", "a", "Ä", "方案", "一", "a-b", "a_b", "ab"]
    readings = [small_reading(name, [f"标题{number}", "正文。"]) for number, name in enumerate(names)]
    store = Store.open(place)
    store.replace("1", [(reading, source(reading)) for reading in readings], [], NOW, after=None)
    assert [summary.id for summary in store.summaries()] == sorted(names)
    assert [record.document_id for record in store.records()] == sorted(names)
    store.close()


def test_text_that_no_database_takes_matches_nothing(store: Store, journal: Journal) -> None:
    """U+0000 and lone surrogates in an id are an unknown id; in a comment they are replaced."""
    for name in ("方案\x00", "\ud800", "x" * 1000):
        with pytest.raises(UnknownDocument):
            store.document(name)
        assert journal.turns(name) == []
    journal.add_feedback(Feedback("answer", "up", "好\x00", NOW))
    assert journal.feedback()[0].comment == "好\ufffd"


def test_a_conversation_goes_on_in_several_places_at_once(journal: Journal) -> None:
    """Turns that arrive at the same moment are all kept, each at a position of its own."""
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda number: journal.append_turn("busy", str(number)), range(40)))
    assert sorted(journal.turns("busy"), key=int) == [str(number) for number in range(40)]


def test_a_job_is_put_by_several_at_once(journal: Journal) -> None:
    """The last one stays, and nobody fails."""
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda number: journal.put_job("job", str(number)), range(40)))
    assert journal.job("job") in {str(number) for number in range(40)}


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The error has the path and what to do, whatever stands in the way."""
    file = tmp_path / "file"
    file.write_text("")
    for folder in (file, file / "below", Path("/proc/zhengwen")):
        with pytest.raises(FolderNotWritable, match="ZHENGWEN_DATA"):
            Store.open(folder)


def test_conversations_keep_their_order_and_can_be_forgotten(journal: Journal, place: Place) -> None:
    """Turns come back oldest first, to whoever opens the journal; a removed conversation is gone, the others stay."""
    for body in ("一", "二", "三"):
        journal.append_turn("first", body)
    journal.append_turn("second", "别的")
    other = Journal.open(place)
    assert other.turns("first") == ["一", "二", "三"]
    other.close()
    assert journal.remove_conversation("first")
    assert not journal.remove_conversation("first")
    assert journal.turns("first") == []
    assert journal.turns("second") == ["别的"]


def test_feedback_and_jobs_are_kept(journal: Journal) -> None:
    """Feedback comes back as given; a job's last state replaces the one before."""
    given = [Feedback("answer", "down", "缺一行", NOW), Feedback("answer", "up", None, NOW)]
    for feedback in given:
        journal.add_feedback(feedback)
    assert journal.feedback() == given
    assert journal.job("job") is None
    journal.put_job("job", "running")
    journal.put_job("job", "done")
    assert journal.job("job") == "done"


def test_many_documents_at_once_are_those_read_one_by_one(store: Store, readings: list[Reading]) -> None:
    """Documents and outlines; what does not exist is left out."""
    names = sorted(reading.document.id for reading in readings)
    found = {document.id: document for document in store.documents([names[0], "none"])}
    assert found == {names[0]: replace(store.document(names[0]), blocks=())}
    assert list(store.outlines()) == [(name, store.sections(name), store.tables(name)) for name in names]
