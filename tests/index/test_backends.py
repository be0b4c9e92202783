"""A collection keeps its promises wherever its index stands: on this machine or on Milvus."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from index.build import ingest, remove
from index.embed import StaticEmbedder
from index.errors import IndexMismatch
from index.library import Library
from index.place import Place
from index.rereading import reindex
from index.types import Filters, Query
from tests.index.two_documents import PLAN


@pytest.fixture(params=["local", "milvus-lite"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where the collection goes; the Milvus engine of this process is shared by its tests."""
    return Place(tmp_path / "home", milvus="" if request.param == "local" else str(tmp_path.parent / "milvus.db"))


def found(library: Library, question: str, filters: Filters | None = None) -> list[str]:
    """The documents of the passages that are found, best first."""
    hits = library.search_passages(Query(question), 20, filters or Filters())
    return [library.passage(hit.id).document_id for hit in hits]


def test_ingested_files_are_found(home: Place, files: Path, embedder: StaticEmbedder) -> None:
    """The document that a question is about comes first, and filters hold."""
    ingest([files], home, embedder=embedder)
    library = Library.open(home, embedder=embedder)
    assert found(library, "谁牵头申请免税经营资质？")[0] == "plan"
    assert found(library, "线上单一窗口平台")[0] == "pilot"
    assert set(found(library, "免税经营资质", Filters(document_ids=frozenset({"pilot"})))) == {"pilot"}
    assert library.rarity("9710") > library.rarity("免税") > 0


def test_of_two_that_say_the_same_the_one_that_others_cite_comes_first(
    home: Place, files: Path, embedder: StaticEmbedder
) -> None:
    """Whichever that is; without the citation there is nothing to choose between them."""
    said = "{}养犬管理办法\n\n第一条 制定本办法。\n第二条 养犬人应当赔偿被咬伤的人的损失。\n"
    (files / "first.txt").write_text(said.format("甲市"), encoding="utf-8")
    (files / "second.txt").write_text(said.format("乙市"), encoding="utf-8")
    for cited, first in (("乙市", "second"), ("甲市", "first")):
        notice = f"丙县人民政府关于宠物登记的通知\n\n按照《{cited}养犬管理办法》，通知如下。\n一、落实登记。\n"
        (files / "notice.txt").write_text(notice, encoding="utf-8")
        ingest([files], home, embedder=embedder)
        library = Library.open(home, embedder=embedder)
        assert library.cited_by(first) == ("notice",)
        assert found(library, "养犬人赔偿咬伤的损失")[:2] == [first, *{"first", "second"} - {first}]


def test_a_removed_document_cannot_be_found_at_once(home: Place, files: Path, embedder: StaticEmbedder) -> None:
    """Neither by those who open the collection after it nor by those who had it open; the others stay."""
    ingest([files], home, embedder=embedder)
    before = Library.open(home, embedder=embedder)
    assert found(before, "申请免税经营资质")[0] == "plan"
    remove(["plan"], home, embedder=embedder)
    for library in (before, before.refreshed(), Library.open(home, embedder=embedder)):
        assert set(found(library, "申请免税经营资质，扩大水果进口")) == {"pilot"}
        assert found(library, "申请免税经营资质", Filters(document_ids=frozenset({"plan"}))) == []


def test_a_changed_file_replaces_its_document(home: Place, files: Path, embedder: StaticEmbedder) -> None:
    """Its old words are not found any more, however often it changes."""
    ingest([files], home, embedder=embedder)
    library = Library.open(home, embedder=embedder)
    for goods in ("汽车", "药品", "粮食"):
        (files / "plan.txt").write_text(PLAN.replace("水果", goods), encoding="utf-8")
        ingest([files], home, embedder=embedder)
        library = library.refreshed()
        first = library.search_passages(Query(f"扩大{goods}进口"), 1)[0]
        assert f"扩大{goods}进口" in library.passage(first.id).text
        hits = library.search_passages(Query("水果进口"), 20)
        assert len(hits) == len({hit.id for hit in hits}) == sum(one.passages for one in library.documents())
        assert library.rarity("水果") == 1.0 or not home.milvus, "tantivy counts removed passages until it merges"


def test_a_writer_that_died_leaves_the_old_collection(
    home: Place, files: Path, embedder: StaticEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dead between index and database, it changes nothing, and the next attempt succeeds."""
    ingest([files], home, embedder=embedder)
    (files / "more.txt").write_text(PLAN.replace("水果", "汽车"), encoding="utf-8")
    (files / "plan.txt").write_text(PLAN.replace("水果", "药品"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("index.store.Store.replace", None)
        with pytest.raises(TypeError):
            ingest([files], home, embedder=embedder)
    library = Library.open(home, embedder=embedder)
    assert set(found(library, "水果汽车药品进口")) == {"plan", "pilot"}
    ingest([files], home, embedder=embedder)
    now = library.refreshed()
    assert set(found(now, "水果汽车药品进口")) == {"plan", "pilot", "more"}
    assert len(now.search_passages(Query("通知"), 50)) == sum(one.passages for one in now.documents())


def test_a_collection_goes_over_to_the_other_backend(home: Place, files: Path, embedder: StaticEmbedder) -> None:
    """And back, by `reindex`, without the files; a reader that has it open goes on, and the old setting is refused."""
    ingest([files], home, embedder=embedder)
    other = Place(home.folder, milvus="" if home.milvus else str(home.folder.parents[1] / "milvus.db"))
    for before, now in ((home, other), (other, home)):
        library = Library.open(before, embedder=embedder)
        expected = library.search_passages(Query("跨境电商企业的专项资金"), 20)
        reindex(now, embedder=embedder)
        assert library.search_passages(Query("跨境电商企业的专项资金"), 20) == expected
        with pytest.raises(IndexMismatch, match="ZHENGWEN_MILVUS"):
            library.refreshed()
        hits = Library.open(now, embedder=embedder).search_passages(Query("跨境电商企业的专项资金"), 20)
        assert [hit.id for hit in hits] == [hit.id for hit in expected]
        assert [hit.score for hit in hits] == pytest.approx([hit.score for hit in expected], rel=1e-4)


def test_two_hosts_share_milvus_and_postgresql(
    database: str, files: Path, tmp_path: Path, embedder: StaticEmbedder
) -> None:
    """With neither rows nor index in its own folder, a host finds what another one wrote, and sees it change."""
    milvus = str(tmp_path.parent / "milvus.db")
    one, other = (Place(tmp_path / name, database=database, milvus=milvus) for name in ("one", "other"))
    ingest([files / "plan.txt"], one, embedder=embedder)
    with (
        closing(Library.open(other, embedder=embedder)) as there,
        closing(Library.open(one, embedder=embedder)) as here,
    ):
        assert set(found(there, "谁牵头申请免税经营资质？")) == {"plan"}
        ingest([files / "pilot.txt"], other, embedder=embedder)
        assert found(here.refreshed(), "线上单一窗口平台")[0] == "pilot"
        remove(["plan"], one, embedder=embedder)
        assert set(found(there.refreshed(), "申请免税经营资质")) == {"pilot"}
