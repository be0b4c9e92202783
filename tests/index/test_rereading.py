"""A collection made anew: from its originals as this release reads them, or as they were read before."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.reading import read_document
from corpus.types import Reading
from index.build import ingest, remove
from index.embed import StaticEmbedder
from index.errors import CollectionMissing, IndexDamaged, IndexMismatch, OriginalMissing, OriginalUnreadable
from index.library import Library
from index.place import Place
from index.rereading import rebuild, reindex
from index.types import Progress, Query

Anew = Callable[..., str]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where a collection goes that is a folder alone."""
    return tmp_path / "home"


@pytest.fixture
def older(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Files are read by a release that finds no task records; calling it puts this one back."""

    def read(*args: object, **kwargs: object) -> Reading:
        return replace(read_document(*args, **kwargs), records=())  # type: ignore[arg-type]

    monkeypatch.setattr("index.reading.read_document", read)
    return monkeypatch.undo


def best(library: Library, question: str) -> str:
    """The text of the passage that comes first."""
    return library.passage(library.search_passages(Query(question), 1)[0].id).text


def test_the_originals_are_read_again(
    files: Path, place: Place, embedder: StaticEmbedder, older: Callable[[], None]
) -> None:
    """What this release reads better is there afterwards, from the kept copies alone, and nothing was before."""
    ingest([files], place, embedder=embedder)
    shutil.rmtree(files)
    library = Library.open(place, embedder=embedder)
    assert library.records() == ()
    older()
    reindex(place, embedder=embedder)
    assert library.refreshed().records() == ()
    steps: list[Progress] = []
    name = rebuild(place, embedder=embedder, progress=steps.append)
    after = library.refreshed()
    assert after.generation == name
    assert [record.document_id for record in after.records()][:1] == ["plan"]
    assert "商务局" in best(after, "免税经营资质由谁牵头")
    assert [(step.done, step.total, step.path, step.stage) for step in steps] == [
        (done, 2, path, stage) for stage in ("reading", "indexing") for done, path in ((1, "pilot"), (2, "plan"))
    ]
    library.close()


def test_documents_keep_their_names_and_the_catalogue(files: Path, home: Path, embedder: StaticEmbedder) -> None:
    """Ids, a title that only the file's name gives, and what the catalogue said then, are those of before."""
    (files / "值班记录.txt").write_text("夜间无异常。值班人员已巡查两次。\n", encoding="utf-8")
    (files / "catalogue.toml").write_text('["免税试点"]\nfile = "plan.txt"\nissued = 2021-08-01\n', encoding="utf-8")
    ingest([files], home, embedder=embedder)
    before = Library.open(home, embedder=embedder).documents()
    shutil.rmtree(files)
    rebuild(home, embedder=embedder)
    after = Library.open(home, embedder=embedder).documents()
    assert [(one.id, one.title, one.issued) for one in after] == [(one.id, one.title, one.issued) for one in before]
    assert {"免税试点", "值班记录"} <= {one.id for one in after}
    assert "值班记录" in {one.title for one in after}


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_text("other bytes")])
def test_a_missing_original_changes_nothing(
    files: Path, home: Path, embedder: StaticEmbedder, older: Callable[[], None], damage: Callable[[Path], object]
) -> None:
    """One error names the file, the document and what to do; the collection answers as before, and can be indexed."""
    ingest([files], home, embedder=embedder)
    older()
    library = Library.open(home, embedder=embedder)
    original = library.original("plan")
    damage(original)
    with pytest.raises(OriginalMissing, match=f"{original.name}.*plan.*remove.*--reindex.*nothing was changed"):
        rebuild(home, embedder=embedder)
    assert library.refreshed().generation == library.generation
    assert "商务局" in best(library, "免税经营资质由谁牵头")
    reindex(home, embedder=embedder)
    assert [one.id for one in library.refreshed().documents()] == ["pilot", "plan"]


def test_an_original_that_can_no_longer_be_read_changes_nothing(
    files: Path, home: Path, embedder: StaticEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The document and the reason are named; not even the other document is replaced."""
    ingest([files], home, embedder=embedder)
    library = Library.open(home, embedder=embedder)

    def read(path: Path, **named: object) -> Reading:
        if named["document_id"] == "plan":
            raise MemoryError("too much")
        return replace(read_document(path), records=())

    monkeypatch.setattr("index.reading.read_document", read)
    with pytest.raises(OriginalUnreadable, match=r"plan.*too much.*nothing was changed"):
        rebuild(home, embedder=embedder)
    assert library.refreshed().generation == library.generation


@pytest.mark.parametrize("anew", [rebuild, reindex])
def test_a_collection_goes_over_to_another_model(
    files: Path, home: Path, embedder: StaticEmbedder, other_embedder: StaticEmbedder, anew: Anew
) -> None:
    """The other model finds what was there, without the files, and only what was still there."""
    ingest([files], home, embedder=embedder)
    remove(["pilot"], home, embedder=embedder)
    before = Library.open(home, embedder=embedder)
    shutil.rmtree(files)
    name = anew(home, embedder=other_embedder)
    after = Library.open(home, embedder=other_embedder)
    assert after.generation == name > before.generation
    assert "商务局" in best(after, "免税经营资质由谁牵头")
    assert {hit.id.split("#")[0] for hit in after.search_passages(Query("跨境电商"), 50)} <= {"plan"}
    assert [each.id for each in after.records()] == [each.id for each in before.records()]
    with pytest.raises(IndexMismatch, match="--reindex"):
        Library.open(home, embedder=embedder)


@pytest.mark.parametrize("anew", [rebuild, reindex])
def test_a_damaged_index_is_written_anew(files: Path, home: Path, embedder: StaticEmbedder, anew: Anew) -> None:
    """Either makes the index again."""
    ingest([files], home, embedder=embedder)
    for manifest in home.rglob("manifest.json"):
        manifest.write_text("{", encoding="utf-8")
    with pytest.raises(IndexDamaged, match="--reindex"):
        Library.open(home, embedder=embedder)
    anew(home, embedder=embedder)
    assert "商务局" in best(Library.open(home, embedder=embedder), "免税经营资质由谁牵头")


@pytest.mark.parametrize("anew", [rebuild, reindex])
def test_there_is_nothing_to_make_anew_without_a_collection(home: Path, embedder: StaticEmbedder, anew: Anew) -> None:
    """A folder without a collection is named, and stays as it is."""
    with pytest.raises(CollectionMissing):
        anew(home, embedder=embedder)
    assert not home.exists()
