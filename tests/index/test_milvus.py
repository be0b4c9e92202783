"""The index on Milvus, run on milvus-lite: the scores of one machine, and generations that do not meet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from index.embed import StaticEmbedder
from index.errors import IndexDamaged, IndexMismatch, MilvusUnavailable
from index.generation import LocalGenerations
from index.local import LocalIndex, create_index
from index.milvus import MilvusIndex
from index.milvus_generations import MilvusGenerations
from index.milvus_tables import connected
from index.place import Place
from index.types import Entry, EntryIndex, Hit, Query

QUESTIONS = [
    Query("谁牵头申请免税经营资质？"),
    Query("跨境电商出口海关通关"),
    Query("水果进口和财政资金"),
    Query("fruit for the customs", (("水果", 0.8), ("海关", 0.5), ("绝无此词", 1.0))),
    Query("的的的"),
]


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder of milvus-lite for all tests of this file: each makes tables of its own."""
    return str(tmp_path_factory.mktemp("milvus") / "lite.db")


@pytest.fixture
def generations(address: str, tmp_path: Path, embedder: StaticEmbedder) -> MilvusGenerations:
    """The generations of a new collection."""
    return MilvusGenerations(Place(tmp_path, milvus=address), embedder)


@pytest.fixture
def notices() -> list[Entry]:
    """Thirty documents whose lengths and words differ, so that averages and rarities move as they are added."""
    words = ["免税经营资质", "水果进口", "海关通关", "财政资金", "跨境电商出口", "牵头申请", "口岸", "的"]
    return [
        Entry(
            f"notice-{number}#{piece}",
            f"notice-{number}",
            "，".join(words[(number * piece + step) % len(words)] for step in range(1 + (number * 7 + piece) % 23)),
            f"第{number}号通知",
            "一、任务" if number % 3 else "",
        )
        for number in range(30)
        for piece in range(1 + number % 4)
    ]


def of(entries: Iterable[Entry], *numbers: int) -> list[Entry]:
    """The entries of these notices."""
    return [entry for entry in entries if entry.document_id in {f"notice-{number}" for number in numbers}]


def fresh(folder: Path, embedder: StaticEmbedder, entries: list[Entry]) -> LocalIndex:
    """An index on this machine of exactly these entries."""
    create_index(folder, embedder)
    index = LocalIndex(folder, embedder)
    index.add(entries)
    return index


def scores(hits: Iterable[Hit]) -> dict[str, tuple[float, float, float]]:
    """All three scores by id; -1 where words did not find it."""
    return {hit.id: (hit.score, -1.0 if hit.lexical is None else hit.lexical, hit.dense or 0.0) for hit in hits}


def assert_same(index: EntryIndex, other: EntryIndex) -> None:
    """Both find the same with the same scores, to the precision of single floats."""
    assert len(index) == len(other)
    for query in QUESTIONS:
        found, expected = scores(index.search(query, 100)), scores(other.search(query, 100))
        assert found.keys() == expected.keys()
        for name, values in expected.items():
            assert found[name] == pytest.approx(values, rel=1e-4, abs=1e-5), (query.text, name)
        assert index.frequency(query.text) == other.frequency(query.text)


def test_scores_are_those_of_one_machine(
    generations: MilvusGenerations, tmp_path: Path, embedder: StaticEmbedder, notices: list[Entry]
) -> None:
    """What was added at once scores exactly as it does with tantivy and FAISS."""
    index = generations.next(None).passages
    index.add(notices)
    assert_same(index, fresh(tmp_path / "local", embedder, notices))


def test_scores_do_not_depend_on_how_the_collection_came_to_be(
    generations: MilvusGenerations, tmp_path: Path, embedder: StaticEmbedder, notices: list[Entry]
) -> None:
    """Added in several generations, replaced and removed: everything counts as if it had been added at once."""
    old = Entry("notice-3#9", "notice-3", "旧的水果进口任务，海关通关。" * 20, "旧通知", "")
    current = generations.next(None)
    current.passages.add([*of(notices, 0, 1, 2), old])
    for numbers in ([4, 5], [6], list(range(7, 30))):
        current = generations.next(current.name)
        current.passages.change(of(notices, *numbers), frozenset())
    current = generations.next(current.name)
    current.passages.change(of(notices, 3), frozenset({"notice-3", "notice-8", "unknown"}))
    expected = [entry for entry in notices if entry.document_id != "notice-8"]
    local = fresh(tmp_path / "local", embedder, expected)
    assert_same(current.passages, local)
    assert_same(generations.open(current.name).passages, local)
    assert_same(generations.next(current.name).passages, local)
    # And the same when a document is taken out again that the generation itself had added.
    following = generations.next(current.name).passages
    following.change([old], frozenset({"notice-3"}))
    following.change(of(notices, 3), frozenset({"notice-3"}))
    assert_same(following, local)


def test_among_many_entries_the_same_terms_are_looked_for(
    generations: MilvusGenerations,
    tmp_path: Path,
    embedder: StaticEmbedder,
    notices: list[Entry],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What most entries hold is left out on both, and so scores stay the same in large collections."""
    index, local = generations.next(None).passages, fresh(tmp_path / "local", embedder, notices)
    index.add(notices)
    query = Query("第一号口岸的通知")
    among_few = scores(index.search(query, 100))
    monkeypatch.setattr("index.bm25.MANY", 1)
    assert_same(index, local)
    assert scores(index.search(query, 100)) != among_few


def test_a_generation_does_not_see_the_next_one(
    generations: MilvusGenerations, tmp_path: Path, embedder: StaticEmbedder, notices: list[Entry]
) -> None:
    """While it is being written and after it is complete, a reader finds and counts what it did before."""
    first = generations.next(None)
    first.passages.add(of(notices, *range(10)))
    local = fresh(tmp_path / "local", embedder, of(notices, *range(10)))
    second = generations.next(first.name)
    second.passages.change(of(notices, *range(5, 30)), frozenset(f"notice-{number}" for number in range(10)))
    assert_same(first.passages, local)
    assert_same(generations.open(first.name).passages, local)
    assert_same(second.passages, fresh(tmp_path / "next", embedder, of(notices, *range(5, 30))))


def test_rows_of_the_next_generation_take_no_places(generations: MilvusGenerations, notices: list[Entry]) -> None:
    """However many fit better while they are being written, a reader's candidates stay as they are."""
    first = generations.next(None)
    first.passages.add(of(notices, 7, 11))
    assert isinstance(first.passages, MilvusIndex)
    before = {hit.id for hit in first.passages.candidates(Query("水果进口"), 2)}
    better = [Entry(f"fruit#{number}", "fruit", "水果进口", "水果进口", "水果进口") for number in range(50)]
    generations.next(first.name).passages.add(better)
    assert {hit.id for hit in first.passages.candidates(Query("水果进口"), 2)} == before
    assert len(before) >= 2


def test_what_a_dead_writer_left_is_undone(
    generations: MilvusGenerations, tmp_path: Path, embedder: StaticEmbedder, notices: list[Entry]
) -> None:
    """A generation that was never named leaves neither rows nor counts nor marks."""
    first = generations.next(None)
    first.passages.add(of(notices, *range(10)))
    dead = generations.next(first.name)
    dead.passages.change(of(notices, *range(5, 15)), frozenset(f"notice-{number}" for number in range(8)))
    second = generations.next(first.name)
    assert second.name == dead.name
    assert_same(second.passages, fresh(tmp_path / "local", embedder, of(notices, *range(10))))
    second.passages.change(of(notices, 20), frozenset({"notice-1"}))
    wanted = of(notices, 0, *range(2, 10), 20)
    assert_same(generations.open(second.name).passages, fresh(tmp_path / "next", embedder, wanted))


def test_collections_on_one_server_share_nothing(
    generations: MilvusGenerations, address: str, tmp_path: Path, embedder: StaticEmbedder, notices: list[Entry]
) -> None:
    """Each finds its own entries, and records apart from passages."""
    one, other = generations.next(None), MilvusGenerations(Place(tmp_path, milvus=address), embedder).next(None)
    one.passages.add(of(notices, 1))
    one.records.add(of(notices, 2))
    other.passages.add(of(notices, 3))
    found = [
        {hit.id.split("#")[0] for hit in index.search(Query("通知任务水果"), 10)}
        for index in (one.passages, one.records, other.passages, other.records)
    ]
    assert found == [{"notice-1"}, {"notice-2"}, {"notice-3"}, set()]


def test_another_model_is_refused(
    generations: MilvusGenerations, address: str, tmp_path: Path, other_embedder: StaticEmbedder
) -> None:
    """The error names both models."""
    name = generations.next(None).name
    with pytest.raises(IndexMismatch, match=r"characters@.*others@"):
        MilvusGenerations(Place(tmp_path, milvus=address), other_embedder).open(name)


def test_each_backend_refuses_what_stands_on_the_other(
    generations: MilvusGenerations, tmp_path: Path, embedder: StaticEmbedder
) -> None:
    """A collection whose setting was changed says so instead of finding nothing."""
    with pytest.raises(IndexMismatch, match=r"on this machine, but Milvus \(ZHENGWEN_MILVUS\)"):
        generations.open("00000001")
    with pytest.raises(IndexMismatch, match="ZHENGWEN_MILVUS is empty"):
        LocalGenerations(Place(tmp_path), embedder).open("milvus_0123456789ab_00000001")


def test_lost_tables_are_named(generations: MilvusGenerations) -> None:
    """A collection whose tables are not on the server is damaged, not empty."""
    with pytest.raises(IndexDamaged, match="zhengwen_0123456789ab_passages_entries"):
        generations.open("milvus_0123456789ab_00000001")


def test_a_server_that_does_not_answer_is_one_clear_error() -> None:
    """The address is named without its password."""
    with pytest.raises(MilvusUnavailable, match=r"//127\.0\.0\.1:9 .*ZHENGWEN_MILVUS") as caught:
        connected("http://somebody:secret@127.0.0.1:9")
    assert "secret" not in str(caught.value)
