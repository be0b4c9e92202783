"""Printed pages as pictures: what was cited is marked where it stands, what cannot be drawn is said."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from api.app import create_app
from api.page_picture import MARK
from api.settings import Settings
from index.build import ingest

PLAN = Path(__file__).parents[1] / "corpus" / "plan" / "plan.pdf"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of an application over one PDF and one text."""
    folder = tmp_path_factory.mktemp("printed")
    (folder / "plain.txt").write_bytes(PLAN.with_suffix(".txt").read_bytes())
    report = ingest([PLAN, folder / "plain.txt"], folder / "data")
    assert not report.failed, report.failed
    with TestClient(create_app(Settings(data=folder / "data"))) as client:
        yield client


def marked(picture: Image.Image) -> int:
    """How many pixels have the colour of the mark."""
    return sum(count for count, colour in picture.getcolors(1 << 24) or [] if colour == MARK)


def test_pages_cover_the_text_in_order(printed: TestClient) -> None:
    """The document tells where each page's text stands; a text file has no pages."""
    pages = printed.get("/v1/documents/plan").json()["pages"]
    assert [page["number"] for page in pages] == list(range(1, len(pages) + 1))
    assert all(page["start"] < page["end"] for page in pages)
    assert printed.get("/v1/documents/plain").json()["pages"] == []


def test_what_was_cited_is_marked_on_its_page(printed: TestClient) -> None:
    """The mark is on the page that the words stand on, and on no other; without a span nothing is marked."""
    text = printed.get("/v1/documents/plan/text").text
    pages = printed.get("/v1/documents/plan").json()["pages"]
    span = {"start": text.index("低空"), "end": text.index("低空") + 2}
    for page in pages:
        answer = printed.get(f"/v1/documents/plan/pages/{page['number']}", params=span)
        assert answer.headers["content-type"] == "image/png"
        here = page["start"] <= span["start"] < page["end"]
        assert (marked(Image.open(io.BytesIO(answer.content))) > 100) == here
    plain = printed.get("/v1/documents/plan/pages/1")
    assert marked(Image.open(io.BytesIO(plain.content))) == 0
    unchanged = printed.get("/v1/documents/plan/pages/1", headers={"If-None-Match": plain.headers["etag"]})
    assert unchanged.status_code == 304


@pytest.mark.parametrize("address", ["plan/pages/999", "plain/pages/1", "nothing/pages/1", "plan/pages/0"])
def test_what_is_no_page_is_refused(printed: TestClient, address: str) -> None:
    """A page past the end, a document without pages, an unknown document, a page 0."""
    answer = printed.get(f"/v1/documents/{address}")
    assert answer.status_code in (404, 422)
    assert answer.headers["content-type"] == "application/problem+json"
