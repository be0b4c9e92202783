"""The collection over HTTP: lists, texts, originals, uploads and their jobs."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.jobs import ATTEMPTS, Jobs, run
from api.settings import Settings
from index.journal import Journal

NOTICE = "青川市商务局关于开展冷链统计的通知\n\n一、由市统计局牵头，2023年10月底前完成冷链统计。\n"
Finished = Callable[[TestClient, str], dict[str, Any]]


def upload(client: TestClient, *files: tuple[str, bytes], field: str = "files") -> Any:
    """The response to a multipart upload."""
    return client.post("/v1/documents", files=[(field, (name, io.BytesIO(content))) for name, content in files])


def test_the_list_pages_and_names_every_document(client: TestClient) -> None:
    """`next` leads on until it is null; every document is named once."""
    address: str | None = "/v1/documents?limit=1"
    found = []
    while address:
        page = client.get(address).json()
        assert page["total"] == 2
        found += [document["id"] for document in page["documents"]]
        address = page["next"]
    assert found == ["qingchuan-plan", "qingchuan-reply"]


def test_a_document_says_what_was_read(client: TestClient) -> None:
    """Metadata, outline, counts and citations to and fro; the outline's spans lie in the text."""
    document = client.get("/v1/documents/qingchuan-plan").json()
    assert document["number"] == "青政办发〔2023〕7号"
    assert document["issued"] == "2023-03-15"
    text = client.get("/v1/documents/qingchuan-plan/text").text
    headings = [section["path"][-1] for section in document["sections"] if section["path"]]
    assert any("主要任务" in heading for heading in headings)
    assert all(0 <= section["start"] <= section["end"] <= len(text) for section in document["sections"])
    assert document["counts"]["records"] == document["records"] > 0
    assert document["cited_by"] == ["qingchuan-reply"]
    cited = client.get("/v1/documents/qingchuan-reply").json()["references"]
    assert [(found["title"], found["document_id"]) for found in cited] == [
        ("关于申请设立冷链物流示范园区的请示", None),
        ("青川市冷链物流提升行动方案", "qingchuan-plan"),
    ]


def test_the_text_is_the_canonical_one_and_cached_by_tag(client: TestClient) -> None:
    """UTF-8 plain text with an entity tag; asked again with it, the server sends nothing."""
    response = client.get("/v1/documents/qingchuan-plan/text")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    again = client.get("/v1/documents/qingchuan-plan/text", headers={"If-None-Match": response.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_original_is_a_download_with_the_bytes_as_they_were(client: TestClient, texts: Path) -> None:
    """The file that was read, never shown by a browser in the server's name."""
    response = client.get("/v1/documents/qingchuan-plan/original")
    assert response.content == (texts / "qingchuan-plan.txt").read_bytes()
    assert response.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(("method", "address"), [("GET", ""), ("GET", "/text"), ("GET", "/original"), ("DELETE", "")])
def test_an_unknown_document_is_a_problem(client: TestClient, method: str, address: str) -> None:
    """404 with the kind of the problem, for every route of a document."""
    problem = client.request(method, f"/v1/documents/no-such-document{address}")
    assert (problem.status_code, problem.json()["type"]) == (404, "/problems/unknown-document")
    assert problem.headers["content-type"] == "application/problem+json"


def test_an_upload_becomes_a_job_and_then_a_document(own_client: TestClient, finished_job: Finished) -> None:
    """202 with a job; when it is done the document answers, and uploading it changed replaces it."""
    response = upload(own_client, ("../../statistics.txt", NOTICE.encode()))
    assert response.status_code == 202
    job = finished_job(own_client, response.headers["location"])
    assert (job["status"], job["done"], job["total"]) == ("done", 1, 1)
    assert job["files"][0]["outcome"] == "added"
    document_id = job["files"][0]["document_id"]
    assert document_id == "statistics"
    assert own_client.get(f"/v1/documents/{document_id}/text").text == NOTICE
    assert "市统计局" in own_client.post("/v1/ask", json={"question": "冷链统计由谁牵头?"}).json()["answer"]
    changed = NOTICE.replace("10月", "11月")
    job = finished_job(own_client, upload(own_client, ("statistics.txt", changed.encode())).json()["url"])
    assert (job["files"][0]["outcome"], job["files"][0]["document_id"]) == ("replaced", document_id)
    assert own_client.get(f"/v1/documents/{document_id}/text").text == changed


def test_a_file_that_cannot_be_read_is_named_and_the_others_land(
    own_client: TestClient, finished_job: Finished
) -> None:
    """A job tells the reason of each file; whatever the field is called."""
    response = upload(own_client, ("noise.pdf", b"\x00\x01\x02"), ("good.txt", NOTICE.encode()), field="upload")
    job = finished_job(own_client, response.json()["url"])
    outcomes = {file["name"]: file for file in job["files"]}
    assert job["status"] == "done"
    assert outcomes["noise.pdf"]["outcome"] == "failed"
    assert outcomes["noise.pdf"]["reason"]
    assert outcomes["good.txt"]["outcome"] == "added"


def test_a_removed_document_cannot_be_found(own_client: TestClient) -> None:
    """After DELETE neither the document nor a passage nor a record of it is left."""
    assert own_client.delete("/v1/documents/qingchuan-plan").status_code == 204
    assert own_client.get("/v1/documents/qingchuan-plan").status_code == 404
    results = own_client.get("/v1/search", params={"q": "冷链骨干基地", "limit": 100}).json()["results"]
    assert {result["document_id"] for result in results} <= {"qingchuan-reply"}
    tasks = own_client.get("/v1/tasks").json()["tasks"]
    assert {task["document_id"] for task in tasks} <= {"qingchuan-reply"}


@pytest.mark.parametrize(
    ("request_", "status", "kind"),
    [
        ({"json": {"files": []}}, 415, "unsupported-media-type"),
        ({"files": [("note", (None, b"no file"))]}, 422, "invalid-request"),
        ({"content": b"--x", "headers": {"Content-Type": "multipart/form-data"}}, 400, "bad-request"),
        ({"files": [("files", (f"{number}.txt", b"1")) for number in range(21)]}, 400, "bad-request"),
    ],
)
def test_an_upload_that_is_none_is_a_problem(
    client: TestClient, request_: dict[str, Any], status: int, kind: str
) -> None:
    """A wrong media type, no file, a broken body and too many files each have their problem."""
    response = client.post("/v1/documents", **request_)
    assert (response.status_code, response.json()["type"]) == (status, f"/problems/{kind}")


def test_an_upload_above_the_limit_is_refused_and_leaves_nothing(shared_data: Path) -> None:
    """413 while the body arrives, whether or not its length was announced."""
    with TestClient(create_app(Settings(data=shared_data, upload_megabytes=1))) as client:
        response = upload(client, ("large.txt", b"a" * (1 << 20)))
        assert (response.status_code, response.json()["type"]) == (413, "/problems/upload-too-large")
        chunks = (b"a" * (1 << 16) for _ in range(20))
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        assert client.post("/v1/documents", content=chunks, headers=headers).status_code == 413
    assert not [path for path in (shared_data / "uploads").glob("*") if path.name != ".lock"]


def test_a_repeated_upload_is_done_once(own_client: TestClient) -> None:
    """The same Idempotency-Key with the same files is the same job; with others it is a conflict."""

    def send(content: str, key: str) -> Any:
        files = [("files", ("statistics.txt", io.BytesIO(content.encode())))]
        return own_client.post("/v1/documents", files=files, headers={"Idempotency-Key": key})

    first, again, other = send(NOTICE, "a-1"), send(NOTICE, "a-1"), send(NOTICE, "a-2")
    assert first.json()["id"] == again.json()["id"] != other.json()["id"]
    changed = send(NOTICE + "。", "a-1")
    assert (changed.status_code, changed.json()["type"]) == (409, "/problems/conflict")
    assert send(NOTICE, "two words").status_code == 422


def test_a_job_survives_a_restart(texts: Path, tmp_path: Path, finished_job: Finished) -> None:
    """A job that was taken before the server died is done by the next one."""
    jobs = Jobs(tmp_path, Journal.open(tmp_path))
    with (texts / "qingchuan-plan.txt").open("rb") as content:
        job = jobs.submit([("plan.txt", content)])
    with TestClient(create_app(Settings(data=tmp_path))) as client:
        assert finished_job(client, f"/v1/jobs/{job.id}")["files"][0]["document_id"] == "plan"


def test_a_job_that_always_kills_its_reader_is_reported(tmp_path: Path) -> None:
    """After the last attempt the job fails with its reason and its files are let go of."""
    jobs = Jobs(tmp_path, Journal.open(tmp_path))
    job = jobs.submit([("bomb.txt", io.BytesIO(b"1"))])
    jobs.keep(replace(job, status="running", attempts=ATTEMPTS))
    run(jobs, job.id, None)
    finished = jobs.find(job.id)
    assert finished is not None
    assert (finished.status, finished.files[0].outcome) == ("failed", "failed")
    assert "broken off" in (finished.files[0].reason or "")
    assert not jobs.waiting()


def test_an_unfinished_upload_is_no_job(tmp_path: Path) -> None:
    """Files of a request that broke off are never ingested."""
    jobs = Jobs(tmp_path, Journal.open(tmp_path))

    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        jobs.submit([("a.txt", io.BytesIO(b"1")), ("b.txt", Broken())])
    assert not jobs.waiting()
    assert not list(jobs.folder.iterdir())


def test_an_unknown_job_is_a_problem(client: TestClient) -> None:
    """404 with its own kind."""
    assert client.get("/v1/jobs/0").json()["type"] == "/problems/unknown-job"


def test_a_folder_that_cannot_be_written_is_one_clear_problem(tmp_path: Path, texts: Path) -> None:
    """An upload to a collection whose upload folder cannot be made says so and changes nothing."""
    jobs_place = tmp_path / "uploads"
    with TestClient(create_app(Settings(data=tmp_path)), raise_server_exceptions=False) as client:
        shutil.rmtree(jobs_place, ignore_errors=True)
        jobs_place.write_text("a file where a folder should be")
        response = upload(client, ("a.txt", b"1"))
        assert (response.status_code, response.json()["type"]) == (507, "/problems/storage-failed")
        jobs_place.unlink()
