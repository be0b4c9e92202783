"""The index of one machine: found by words and meaning, changed without touching what readers have open."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.embed import StaticEmbedder
from index.errors import IndexDamaged, IndexMismatch
from index.local import LocalIndex, copy_index, create_index
from index.types import Entry, Hit, Query, Vectors


@pytest.fixture
def index(tmp_path: Path, embedder: StaticEmbedder, entries: list[Entry]) -> LocalIndex:
    """An index of the six entries."""
    create_index(tmp_path / "index", embedder)
    index = LocalIndex(tmp_path / "index", embedder)
    index.add(entries)
    return index


def found(index: LocalIndex, question: str, limit: int = 3) -> list[str]:
    """The ids of the best entries."""
    return [hit.id for hit in index.search(Query(question), limit)]


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("谁牵头申请免税经营资质？", "plan#0"),
        ("线上单一窗口", "pilot#0"),
        ("財政局的专项资金", "pilot#1"),
        ("b2b出口怎么申报", "pilot#2"),
        ("９７１０", "pilot#0"),
    ],
)
def test_the_right_entry_comes_first(index: LocalIndex, question: str, best: str) -> None:
    """Words, numbers, full width and traditional characters find the entry that holds them."""
    assert found(index, question)[0] == best


def test_what_most_entries_hold_is_not_looked_for_among_many(
    index: LocalIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A single character beside rarer terms; not in a small index, and not where there are no rarer terms."""
    index.add([Entry(f"law#{at}", "law", f"事项之{'甲乙丙丁戊己庚辛'[at]}", "", "") for at in range(8)])

    def by_words(question: str) -> dict[str, float]:
        hits = index.candidates(Query(question), 20)
        return {hit.id: hit.lexical for hit in hits if hit.lexical is not None}

    assert by_words("之甲") != by_words("甲")
    monkeypatch.setattr("index.bm25.MANY", 1)
    assert by_words("之 甲") == by_words("甲")
    assert by_words("甲之甲").keys() == by_words("甲").keys()
    assert len(by_words("之")) == 8


def test_scores_fall_and_legs_are_reported(index: LocalIndex) -> None:
    """Hits come best first, at most as many as wanted, each with the scores of both legs where both know it."""
    hits = index.search(Query("商务局牵头申请免税"), 4)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(hits) == 4
    assert hits[0].lexical is not None
    assert hits[0].dense is not None


def test_an_index_opened_again_answers_the_same(index: LocalIndex, tmp_path: Path, embedder: StaticEmbedder) -> None:
    """Everything that a search needs is in the folder."""
    question = Query("跨境电商企业的出口")
    assert LocalIndex(tmp_path / "index", embedder).search(question, 6) == index.search(question, 6)


def test_entries_added_one_by_one_are_found_like_those_added_at_once(
    index: LocalIndex, tmp_path: Path, embedder: StaticEmbedder, entries: list[Entry]
) -> None:
    """Parts are joined as they come; ids, documents and vectors stay together."""
    create_index(tmp_path / "slow", embedder)
    slow = LocalIndex(tmp_path / "slow", embedder)
    for entry in entries:
        slow.add([entry])
    for question in ("免税", "水果进口", "通知施行", "海关申报"):
        assert found(slow, question, 1) == found(index, question, 1)
    assert len(list((tmp_path / "slow" / "parts").iterdir())) == 2, "six entries: four that were joined, and two"


def test_a_removed_document_is_gone_from_both_legs(index: LocalIndex) -> None:
    """After removal neither words nor meaning find it, and what stays is found as before."""
    index.remove(frozenset({"plan"}))
    assert {name.split("#")[0] for name in found(index, "市商务局牵头申请免税经营资质", 10)} == {"pilot"}
    assert found(index, "线上单一窗口", 1) == ["pilot#0"]


def test_a_document_is_replaced_in_one_change(index: LocalIndex, entries: list[Entry]) -> None:
    """The old entries of a document go as its new ones come."""
    new = Entry("plan#0", "plan", "由市税务局办理离境退税。", entries[0].title, "一、主要任务")
    index.change([new], frozenset({"plan"}))
    assert [name for name in found(index, "税务局离境退税水果", 10) if name.startswith("plan")] == ["plan#0"]


def test_a_copy_changes_alone(index: LocalIndex, tmp_path: Path, embedder: StaticEmbedder) -> None:
    """A changed copy shares files with its source, which goes on answering as it did."""
    before = index.search(Query("免税"), 6)
    copy_index(tmp_path / "index", tmp_path / "next")
    changed = LocalIndex(tmp_path / "next", embedder)
    changed.remove(frozenset({"plan"}))
    assert index.search(Query("免税"), 6) == before
    assert LocalIndex(tmp_path / "index", embedder).search(Query("免税"), 6) == before
    assert all(hit.id.startswith("pilot") for hit in changed.search(Query("免税"), 6))


def test_only_the_documents_asked_for_are_searched(index: LocalIndex) -> None:
    """The restriction holds in both legs, also for documents that do not exist and for none at all."""
    only = index.search(Query("免税经营资质"), 10, frozenset({"pilot"}))
    assert {hit.id for hit in only} == {"pilot#0", "pilot#1", "pilot#2"}
    assert index.search(Query("免税"), 10, frozenset({"missing"})) == []
    assert index.search(Query("免税"), 10, frozenset()) == []


def test_an_expansion_adds_and_never_filters(index: LocalIndex) -> None:
    """An English question reaches a Chinese entry through the rendering that comes with it."""
    hits = index.search(Query("fruit import cold chain", (("水果", 0.8), ("进口", 0.5), ("不存在", 1.0))), 1)
    assert hits[0].id == "plan#1"
    assert hits[0].lexical is not None


@pytest.mark.parametrize("question", ["", "  \n", "？！", "☃"])
def test_a_question_without_terms_is_no_error(index: LocalIndex, question: str) -> None:
    """Nothing to search for finds nothing by words, and does not fail."""
    assert all(hit.lexical is None for hit in index.search(Query(question), 3))


def test_an_empty_index_finds_nothing(tmp_path: Path, embedder: StaticEmbedder) -> None:
    """A collection without documents can be searched."""
    create_index(tmp_path / "empty", embedder)
    assert LocalIndex(tmp_path / "empty", embedder).search(Query("免税"), 3) == []


def test_an_index_of_another_model_is_not_opened(
    index: LocalIndex, tmp_path: Path, other_embedder: StaticEmbedder
) -> None:
    """The error names both models."""
    with pytest.raises(IndexMismatch, match=r"characters@.*others@"):
        LocalIndex(tmp_path / "index", other_embedder)


def test_a_damaged_manifest_is_named(index: LocalIndex, tmp_path: Path, embedder: StaticEmbedder) -> None:
    """A folder that is no index, or lost a part, says so."""
    with pytest.raises(IndexDamaged, match=r"manifest\.json"):
        LocalIndex(tmp_path, embedder)
    part = next((tmp_path / "index" / "parts").iterdir())
    (part / "numbers.npy").unlink()
    with pytest.raises(IndexDamaged, match="numbers"):
        LocalIndex(tmp_path / "index", embedder)


def test_a_change_that_failed_can_be_made_again(
    index: LocalIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It leaves what there was, and nothing in its way."""
    new = Entry("new#0", "new", "设立离境退税商店。", "退税通知", "")

    def fails(texts: object) -> Vectors:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(index._embedder, "encode_passages", fails)
        with pytest.raises(MemoryError):
            index.add([new])
    assert "new#0" not in found(index, "离境退税商店", 10)
    index.add([new])
    assert found(LocalIndex(tmp_path / "index", index._embedder), "离境退税商店")[0] == "new#0"


def test_a_collection_is_the_same_however_few_entries_are_in_memory(
    tmp_path: Path, embedder: StaticEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut into groups anywhere, also inside documents and parts, entries have the scores that they have together."""
    entries = [
        Entry(f"law#{at}", f"law-{at // 7}", f"第{at}条 事项{'甲乙丙丁戊己庚辛'[at % 8]}，期限{at}日。", "规定", "")
        for at in range(40)
    ]

    def built(name: str) -> list[Hit]:
        create_index(tmp_path / name, embedder)
        made = LocalIndex(tmp_path / name, embedder)
        made.add(entries)
        return made.search(Query("第3条的期限"), 40)

    together = built("together")
    monkeypatch.setattr("index.local._AT_ONCE", 3)
    monkeypatch.setattr("index.local._MANY", 10)
    monkeypatch.setattr("index.parts._AT_ONCE", 4)
    monkeypatch.setattr("index.dense._AT_ONCE", 5)
    assert [hit.id for hit in together] == [hit.id for hit in built("apart")]
    assert len(together) == 40
