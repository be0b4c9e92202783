"""Files into a collection: every outcome named, nothing read twice, and whole after a death at any moment."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from time import sleep

import pytest

from corpus.reading import read_document
from corpus.types import Reading
from index.build import ingest, remove
from index.embed import StaticEmbedder
from index.errors import (
    CollectionBusy,
    CollectionMissing,
    FolderNotWritable,
    IndexElsewhere,
    IndexMismatch,
    UnknownDocument,
)
from index.generation import writing
from index.library import Library
from index.place import Place
from index.types import FileOutcome, Filters, Progress, Query
from tests.index.two_documents import PLAN

Opened = Callable[[], Library]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where a collection goes that is a folder alone."""
    return tmp_path / "home"


@pytest.fixture
def opened(place: Place, embedder: StaticEmbedder) -> Iterator[Opened]:
    """Opens the collection for as long as the test lasts."""
    with ExitStack() as until_the_end:

        def opening() -> Library:
            library = Library.open(place, embedder=embedder)
            until_the_end.callback(library.close)
            return library

        yield opening


def outcomes(files: tuple[FileOutcome, ...]) -> dict[str, str]:
    """File names and what became of them."""
    return {Path(file.path).name: file.outcome for file in files}


def best(library: Library, question: str) -> str:
    """The text of the passage that comes first."""
    return library.passage(library.search_passages(Query(question), 1)[0].id).text


def test_ingested_files_are_found(files: Path, place: Place, opened: Opened, embedder: StaticEmbedder) -> None:
    """A folder becomes a collection that knows its documents and finds their passages, offsets exact."""
    report = ingest([files], place, embedder=embedder)
    assert outcomes(report.files) == {"pilot.txt": "added", "plan.txt": "added"}
    library = opened()
    assert library.generation == report.generation
    assert [summary.id for summary in library.documents()] == ["pilot", "plan"]
    hit = library.search_passages(Query("谁牵头申请免税经营资质？"), 5)[0]
    passage = library.passage(hit.id)
    assert passage.document_id == "plan"
    assert "申请免税经营资质" in passage.span.of(library.document("plan").text)
    assert library.original("plan").read_text(encoding="utf-8") == PLAN


def test_the_same_bytes_are_not_read_again(files: Path, place: Place, embedder: StaticEmbedder) -> None:
    """An unchanged file changes nothing; the same bytes under another name are named as a duplicate."""
    first = ingest([files], place, embedder=embedder)
    shutil.copyfile(files / "plan.txt", files / "copy.txt")
    second = ingest([files], place, embedder=embedder)
    assert outcomes(second.files) == {"copy.txt": "duplicate", "pilot.txt": "unchanged", "plan.txt": "unchanged"}
    assert "plan" in (second.files[0].reason or "")
    assert second.generation == first.generation


def test_a_changed_file_replaces_its_document(
    files: Path, place: Place, opened: Opened, embedder: StaticEmbedder
) -> None:
    """The old words are not found any more, and an open library notices when it is refreshed."""
    ingest([files], place, embedder=embedder)
    library = opened()
    assert library.refreshed() is library
    (files / "plan.txt").write_text(PLAN.replace("水果", "汽车"), encoding="utf-8")
    report = ingest([files], place, embedder=embedder)
    assert outcomes(report.files) == {"pilot.txt": "unchanged", "plan.txt": "replaced"}
    now = library.refreshed()
    assert "汽车进口" in best(now, "扩大汽车进口")
    assert all("水果" not in now.passage(hit.id).text for hit in now.search_passages(Query("水果进口"), 10))
    assert len(now.documents()) == 2


def test_a_file_that_fails_is_named_and_the_others_land(
    files: Path, place: Place, opened: Opened, embedder: StaticEmbedder
) -> None:
    """Each failure has its reason; it is tried again next time."""
    (files / "broken.txt").write_bytes(b"")
    report = ingest([files, files / "missing.txt"], place, embedder=embedder)
    assert outcomes(report.files) == {
        "broken.txt": "failed",
        "pilot.txt": "added",
        "plan.txt": "added",
        "missing.txt": "failed",
    }
    assert all(file.reason for file in report.failed)
    assert len(opened().documents()) == 2
    (files / "broken.txt").write_text("通知\n\n现已修复。\n", encoding="utf-8")
    assert outcomes(ingest([files], place, embedder=embedder).files)["broken.txt"] == "added"


def test_files_of_the_same_name_get_ids_of_their_own(files: Path, place: Place, embedder: StaticEmbedder) -> None:
    """Ids are unique in the collection, and stay with their file."""
    (files / "other").mkdir()
    (files / "other" / "plan.txt").write_text("另一个通知\n\n支持直播电商。\n", encoding="utf-8")
    report = ingest([files], place, embedder=embedder)
    assert sorted(file.document_id or "" for file in report.files) == ["pilot", "plan", "plan-2"]
    assert ingest([files], place, embedder=embedder).generation == report.generation


def test_many_files_are_read_by_several_processes(files: Path, place: Place, embedder: StaticEmbedder) -> None:
    """Outcomes keep the order of the files, and progress counts every one of them before they are indexed."""
    for number in range(12):
        (files / f"notice-{number:02}.txt").write_text(
            f"第{number}号通知\n\n安排资金{number}万元。\n", encoding="utf-8"
        )
    seen: list[Progress] = []
    report = ingest([files], place, embedder=embedder, progress=seen.append)
    assert [Path(file.path) for file in report.files] == sorted(files.glob("*.txt"))
    assert {file.outcome for file in report.files} == {"added"}
    assert [step.done for step in seen if step.stage == "reading"] == list(range(1, 15))
    assert [(step.done, step.stage) for step in seen][-1] == (14, "indexing")
    assert {step.total for step in seen} == {14}


def test_a_removed_document_cannot_be_found_at_once(
    files: Path, place: Place, opened: Opened, embedder: StaticEmbedder
) -> None:
    """Neither by those who open the collection now nor by those who had it open."""
    ingest([files], place, embedder=embedder)
    before = opened()
    found = before.search_passages(Query("申请免税经营资质"), 10)
    assert "plan" in {before.passage(hit.id).document_id for hit in found}
    remove(["plan"], place, embedder=embedder)
    for library in (before, opened()):
        hits = library.search_passages(Query("申请免税经营资质"), 10)
        assert hits
        assert all(library.passage(hit.id).document_id == "pilot" for hit in hits)
        with pytest.raises(UnknownDocument):
            library.document("plan")
    with pytest.raises(UnknownDocument, match="plan"):
        remove(["plan"], place, embedder=embedder)
    assert [path.suffix for path in (place.folder / "originals").iterdir()] == [".txt"]


def test_old_generations_are_cleared_away(files: Path, place: Place, embedder: StaticEmbedder) -> None:
    """The current generation and the one before it stay, for those who are just opening it."""
    for number in range(4):
        (files / "plan.txt").write_text(PLAN + f"第{number}版。\n", encoding="utf-8")
        ingest([files], place, embedder=embedder)
    assert sorted(path.name[:8] for path in (place.folder / "index").iterdir()) == ["00000003", "00000004"]


def test_a_collection_of_another_model_is_left_alone(
    files: Path, place: Place, opened: Opened, embedder: StaticEmbedder, other_embedder: StaticEmbedder
) -> None:
    """Opening and changing it with the wrong model fail with one clear error, and nothing is written."""
    ingest([files / "plan.txt"], place, embedder=embedder)
    before = sorted(path.name for path in place.folder.rglob("*"))
    with pytest.raises(IndexMismatch, match="others@"):
        Library.open(place, embedder=other_embedder)
    with pytest.raises(IndexMismatch, match="others@"):
        ingest([files], place, embedder=other_embedder)
    assert sorted(path.name for path in place.folder.rglob("*")) == before
    assert len(opened().documents()) == 1


def test_a_folder_that_cannot_be_written_is_one_clear_error(
    files: Path, tmp_path: Path, embedder: StaticEmbedder
) -> None:
    """The path is named, and nothing appears there."""
    (tmp_path / "taken").write_text("")
    for folder in (tmp_path / "taken", tmp_path / "taken" / "below", Path("/proc/zhengwen")):
        with pytest.raises(FolderNotWritable, match=str(folder)):
            ingest([files], folder, embedder=embedder)
    with pytest.raises(CollectionMissing, match="zhengwen ingest"):
        Library.open(tmp_path / "nowhere", embedder=embedder)
    assert not (tmp_path / "nowhere").exists()


def test_a_database_with_another_folder_is_refused(
    files: Path, tmp_path: Path, database: str, embedder: StaticEmbedder
) -> None:
    """Rows in PostgreSQL and an index that is not in this folder are an error that names the folder and the setting."""
    ingest([files], Place(tmp_path / "shared", database=database), embedder=embedder)
    elsewhere = Place(tmp_path / "elsewhere", database=database)
    with pytest.raises(IndexElsewhere, match=r"elsewhere.*ZHENGWEN_DATA"):
        Library.open(elsewhere, embedder=embedder)
    with pytest.raises(IndexElsewhere):
        ingest([files], elsewhere, embedder=embedder)


def test_two_writers_do_not_meet(files: Path, home: Path, embedder: StaticEmbedder) -> None:
    """The second is told at once that the collection is being changed."""
    with writing(home), pytest.raises(CollectionBusy):
        ingest([files], home, embedder=embedder)


# A child that dies by SIGKILL at its n-th touch of the file system or the database, for each n in turn.
DYING = """
import os, shutil, signal, sys
from pathlib import Path
from index.build import ingest
from index.embed import StaticEmbedder
import faiss, filelock, numpy, tantivy, tokenizers

work, model, every = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
touches = {"open", "os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "shutil.copyfile", "sqlite3.connect"}

def run(home, last):
    shutil.copytree(work / "base", home)
    seen = 0
    def hook(event, arguments):
        nonlocal seen
        if event in touches and str(arguments[0]).startswith(str(home)):
            seen += 1
            if seen == last:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)
    ingest([work / "files"], home, embedder=StaticEmbedder(model))
    os._exit(0)

for at in range(1, 10_000, every):
    child = os.fork() or run(work / f"home-{at}", at)
    if os.waitpid(child, 0)[1] == 0:
        break
"""


def test_a_process_killed_at_any_moment_leaves_the_old_or_the_new_collection(
    files: Path, tmp_path: Path, embedder: StaticEmbedder
) -> None:
    """Rows and index agree whenever the writer dies, the old answers go on, and the next attempt succeeds."""
    (tmp_path / "files").rename(tmp_path / "old")
    ingest([tmp_path / "old"], tmp_path / "base", embedder=embedder)
    shutil.copytree(tmp_path / "old", files)
    # The new collection replaces one document, under the path it had, and adds one.
    shutil.rmtree(tmp_path / "base")
    ingest([files], tmp_path / "base", embedder=embedder)
    (files / "plan.txt").write_text(PLAN.replace("水果", "汽车"), encoding="utf-8")
    (files / "new.txt").write_text("新的通知\n\n支持直播电商。\n", encoding="utf-8")
    model = embedder._tokenizer_file.parent.parent
    subprocess.run([sys.executable, "-c", DYING, str(tmp_path), str(model), "7"], check=True, cwd=Path.cwd())
    homes = sorted(tmp_path.glob("home-*"))
    assert len(homes) > 10
    states = set()
    for home in homes:
        library = Library.open(home, embedder=embedder)
        ids = tuple(summary.id for summary in library.documents())
        goods = "汽车" if len(ids) == 3 else "水果"
        assert ids == (("new", "pilot", "plan") if len(ids) == 3 else ("pilot", "plan"))
        assert goods in library.document("plan").text
        assert f"扩大{goods}进口" in best(library, f"扩大{goods}进口")
        listed = {passage.id for name in ids for passage in library.passages(name)}
        assert {hit.id for hit in library.search_passages(Query("通知支持进口平台资金"), 100)} == listed
        states.add(ids)
        library.close()
        ingest([files], home, embedder=embedder)
        assert len(library.refreshed().documents()) == 3
    assert len(states) == 2


def test_an_archive_is_ingested_by_its_documents(files: Path, tmp_path: Path, embedder: StaticEmbedder) -> None:
    """Each document of a ZIP lands under its own name, the same again changes nothing, a broken one is named."""
    shutil.make_archive(str(tmp_path / "letters"), "zip", files)
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 cut off")
    paths = [tmp_path / "letters.zip", tmp_path / "broken.zip"]
    report = ingest(paths, tmp_path / "collection", embedder=embedder)
    assert sorted(outcome.outcome for outcome in report.files) == ["added", "added", "failed"]
    assert "damaged" in next(outcome.reason for outcome in report.files if outcome.reason)
    again = ingest(paths[:1], tmp_path / "collection", embedder=embedder)
    assert {outcome.outcome for outcome in again.files} == {"unchanged"}


def test_a_changed_catalogue_updates_its_documents(files: Path, home: Path, embedder: StaticEmbedder) -> None:
    """The file has the same bytes; what the catalogue beside it now says of it, or no longer says, is taken over, and
    the other document is left alone."""
    ingest([files], home, embedder=embedder)
    catalogue = files / "catalogue.toml"
    catalogue.write_text(
        '[plan]\nfile = "plan.txt"\nnumber = "某政发〔2021〕9号"\nissued = 2021-08-01\n', encoding="utf-8"
    )
    report = ingest([files], home, embedder=embedder)
    assert outcomes(report.files) == {"pilot.txt": "unchanged", "plan.txt": "replaced"}
    found = Library.open(home, embedder=embedder).documents()[1]
    assert (found.number, str(found.issued)) == ("某政发〔2021〕9号", "2021-08-01")
    assert outcomes(ingest([files], home, embedder=embedder).files)["plan.txt"] == "unchanged"
    catalogue.unlink()
    assert outcomes(ingest([files], home, embedder=embedder).files)["plan.txt"] == "replaced"
    assert Library.open(home, embedder=embedder).documents()[1].number is None


def test_a_new_id_in_the_catalogue_renames_the_document(files: Path, home: Path, embedder: StaticEmbedder) -> None:
    """The old id is gone, not left beside the new one."""
    ingest([files], home, embedder=embedder)
    (files / "catalogue.toml").write_text('["免税试点"]\nfile = "plan.txt"\n', encoding="utf-8")
    ingest([files], home, embedder=embedder)
    library = Library.open(home, embedder=embedder)
    assert {summary.id for summary in library.documents()} == {"pilot", "免税试点"}
    assert library.passage(library.search_passages(Query("免税经营资质"), 1)[0].id).document_id == "免税试点"
    assert outcomes(ingest([files], home, embedder=embedder).files) == {
        "pilot.txt": "unchanged",
        "plan.txt": "unchanged",
    }


def test_a_broken_catalogue_leaves_the_documents_as_they_were(
    files: Path, home: Path, embedder: StaticEmbedder
) -> None:
    """Its files fail with the reason, and what was read of them before is still found."""
    ingest([files], home, embedder=embedder)
    (files / "catalogue.toml").write_text("[plan", encoding="utf-8")
    report = ingest([files], home, embedder=embedder)
    assert {outcome.outcome for outcome in report.files} == {"failed"}
    assert all("catalogue.toml" in (outcome.reason or "") for outcome in report.files)
    assert [found.id for found in Library.open(home, embedder=embedder).documents()] == ["pilot", "plan"]


def test_the_report_counts_what_was_read(files: Path, home: Path, embedder: StaticEmbedder) -> None:
    """Passages and records of every file, so that a person sees a document of which nothing was understood."""
    report = ingest([files], home, embedder=embedder)
    library = Library.open(home, embedder=embedder)
    for file, found in zip(report.files, library.documents(), strict=True):
        assert file.document_id == found.id
        assert (file.passages, file.records) == (found.passages, found.records)
    assert sum(file.passages for file in report.files) > 0


def test_a_file_that_takes_too_long_is_named_and_the_others_land(
    files: Path, home: Path, embedder: StaticEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that does not come back, and catches every exception as readers do, is broken off."""

    def endless(path: Path, document_id: str | None = None) -> Reading:
        while path.name == "pilot.txt":
            with suppress(Exception):
                sleep(0.05)
        return read_document(path, document_id=document_id)

    monkeypatch.setattr("index.reading.read_document", endless)
    monkeypatch.setattr("index.reading.LONGEST_READING", 0.3)
    report = ingest([files], home, embedder=embedder)
    assert outcomes(report.files) == {"pilot.txt": "failed", "plan.txt": "added"}
    assert "pilot.txt: reading it took more than" in (report.failed[0].reason or "")


def test_citing_documents_are_found_from_both_sides(tmp_path: Path, embedder: StaticEmbedder) -> None:
    """A notice that names the plan by title and number leads to it, and the plan to the notice."""
    home = tmp_path / "home"
    head = "某市人民政府关于印发《低空物流行动方案》的通知\n\n某政发〔2024〕18号\n\n各县区人民政府：\n\n请认真执行。\n"
    notice = (
        "关于开展督查的通知\n\n各单位：\n\n根据《低空物流行动方案》（某政发[2024] 18号）和《某市公路条例》开展督查。\n"
    )
    for name, text in (("plan.txt", head), ("inspection.txt", notice)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    ingest([tmp_path / "plan.txt", tmp_path / "inspection.txt"], home, embedder=embedder)
    library = Library.open(home, embedder=embedder)
    assert library.cited(library.document("inspection")) == ("plan", None)
    assert library.cited_by("plan") == ("inspection",)
    assert library.cited_by("inspection") == ()
    remove(["inspection"], home, embedder=embedder)
    assert library.refreshed().cited_by("plan") == ()


def test_only_what_stands_below_a_heading_is_found(files: Path, home: Path, embedder: StaticEmbedder) -> None:
    """A section restricts passages and records by the words of a heading, also when better matches stand elsewhere."""
    for number in range(70):
        words = "".join(f"{number}号企业申请免税经营资质，由市商务局牵头。\n" for _ in range(2))
        (files / f"many{number}.txt").write_text(f"关于{number}的通知\n\n一、总则\n{words}", encoding="utf-8")
    ingest([files], home, embedder=embedder)
    library = Library.open(home, embedder=embedder)
    query = Query("申请免税经营资质由市商务局牵头")
    found = library.search_passages(query, 5, Filters(sections=frozenset({"保障措施"})))
    assert {library.passage(hit.id).document_id for hit in found} == {"pilot"}
    assert all("保障措施" in "".join(library.passage(hit.id).section) for hit in found)
    records = library.search_records(query, 5, Filters(sections=frozenset({"主要任务", "保障措施"})))
    assert records
    assert all(library.record(hit.id).document_id in {"plan", "pilot"} for hit in records)
    assert not library.search_passages(query, 5, Filters(sections=frozenset({"没有的章节"})))
    both = Filters(document_ids=frozenset({"plan"}), sections=frozenset({"保障措施"}))
    assert not library.search_passages(query, 5, both)
