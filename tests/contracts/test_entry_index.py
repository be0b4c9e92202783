"""What every EntryIndex promises, whatever stands behind it: another backend is another entry of `BACKENDS`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from index.local import LocalIndex, create_index
from index.milvus_generations import MilvusGenerations
from index.place import Place
from index.terms import terms
from index.types import Embedder, Entry, EntryIndex, Query, Vectors


class TermVectors:
    """A small real embedder: each term of a text adds a direction of its own, chosen by the term's characters."""

    name = "term-vectors"
    dimension = 64

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """As passages."""
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, zero for a text without terms."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in enumerate(texts):
            for term in terms(text):
                seed = sum(ord(character) * 31**at for at, character in enumerate(term)) % 2**32
                vectors[row] += np.random.default_rng(seed).standard_normal(self.dimension)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.where(lengths > 0, lengths, 1), np.float32)


def local(folder: Path, embedder: Embedder) -> EntryIndex:
    """tantivy and FAISS in a folder."""
    create_index(folder / "index", embedder)
    return LocalIndex(folder / "index", embedder)


def milvus_lite(folder: Path, embedder: Embedder) -> EntryIndex:
    """Tables of their own in the Milvus engine that runs in this process; one for all tests, as it starts threads."""
    return MilvusGenerations(Place(folder, milvus=str(folder.parent / "milvus.db")), embedder).next(None).passages


BACKENDS: dict[str, Callable[[Path, Embedder], EntryIndex]] = {"local": local, "milvus-lite": milvus_lite}
ENTRIES = [
    Entry("plan#0", "plan", "由市商务局牵头，申请免税经营资质。", "关于免税购物试点的通知", "一、主要任务"),
    Entry("plan#1", "plan", "完善冷链仓储设施，扩大水果进口。", "关于免税购物试点的通知", "一、主要任务"),
    Entry("pilot#0", "pilot", "建设线上单一窗口平台，推广9710、9810出口。", "综合试验区实施方案", "（一）线上平台"),
    Entry("pilot#1", "pilot", "市財政局安排專項資金，支持Ｂ２Ｂ企業。", "综合试验区实施方案", "（二）保障措施"),
    Entry("伊犁·方案", "伊犁", "推进口岸联检，压缩通关时间。", "口岸方案", ""),
]


@pytest.fixture(params=sorted(BACKENDS))
def index(request: pytest.FixtureRequest, tmp_path: Path) -> EntryIndex:
    """Each backend in turn, holding the entries."""
    made = BACKENDS[request.param](tmp_path, TermVectors())
    made.add(ENTRIES)
    return made


def ids(index: EntryIndex, text: str, limit: int = 10, within: frozenset[str] | None = None) -> list[str]:
    """What is found, best first."""
    return [hit.id for hit in index.search(Query(text), limit, within)]


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("谁牵头申请免税经营资质？", "plan#0"),
        ("９７１０出口", "pilot#0"),
        ("b2b企业的专项资金", "pilot#1"),
        ("口岸通关", "伊犁·方案"),
        ("综合试验区的线上平台", "pilot#0"),
    ],
)
def test_words_find_their_entry(index: EntryIndex, question: str, best: str) -> None:
    """In the text, in headings and titles, in any width and script, under any id."""
    assert ids(index, question)[0] == best


def test_scores_fall_and_the_limit_holds(index: EntryIndex) -> None:
    """Best first, no more than wanted, every id once."""
    hits = index.search(Query("免税进口平台资金"), 3)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.id for hit in hits}) == len(hits) == 3
    assert index.search(Query("免税"), 0) == []


def test_the_restriction_reaches_both_legs(index: EntryIndex) -> None:
    """Nothing outside is found, however well it fits; what is inside is found in full."""
    assert set(ids(index, "免税经营资质", within=frozenset({"pilot"}))) == {"pilot#0", "pilot#1"}
    assert ids(index, "免税经营资质", within=frozenset()) == []
    assert ids(index, "免税经营资质", within=frozenset({"unknown"})) == []


def test_a_removed_document_cannot_be_found_at_once(index: EntryIndex) -> None:
    """Neither by words nor by meaning, nor when it is asked for by name; the others stay."""
    index.remove(frozenset({"plan"}))
    for within in (None, frozenset({"plan"}), frozenset({"plan", "pilot"})):
        assert not any(name.startswith("plan") for name in ids(index, "申请免税经营资质", within=within))
    assert ids(index, "9710出口")[0] == "pilot#0"


def test_what_is_added_later_is_ranked_with_the_rest(index: EntryIndex) -> None:
    """A fresh entry comes first for its own words, and does not displace others for theirs."""
    index.add([Entry("new#0", "new", "设立离境退税商店。", "退税通知", "")])
    assert ids(index, "离境退税商店")[0] == "new#0"
    assert ids(index, "申请免税经营资质")[0] == "plan#0"


def test_a_document_can_come_back(index: EntryIndex) -> None:
    """Removed and added again, it is found with its new words only."""
    index.remove(frozenset({"plan"}))
    index.add([Entry("plan#0", "plan", "由市税务局办理。", "通知", "")])
    assert ids(index, "税务局办理")[0] == "plan#0"
    assert "plan#1" not in ids(index, "水果进口")


def test_expansions_add_and_never_filter(index: EntryIndex) -> None:
    """Renderings find Chinese text for a foreign question; a rendering that stands nowhere excludes nothing."""
    query = Query("cold chain for fruit", (("冷链", 1.0), ("水果", 0.7), ("绝无此词", 1.0)))
    hits = index.search(query, 5)
    assert hits[0].id == "plan#1"
    assert len(hits) == 5


@pytest.mark.parametrize("question", ["", " ", "？！", "☃", "' OR 1=1 --", "a AND (b", '+-&|!(){}[]^"~*?:\\/'])
def test_no_question_is_an_error(index: EntryIndex, question: str) -> None:
    """Signs of query languages are text like any other."""
    assert all(hit.lexical is None or hit.lexical > 0 for hit in index.search(Query(question), 3))


def test_terms_are_looked_up_at_once(index: EntryIndex) -> None:
    """Those that an entry has, and no others."""
    assert index.held(["口岸", "关", "犀牛", "海关", ""]) == {"口岸", "关"}
    assert index.held([]) == frozenset()
