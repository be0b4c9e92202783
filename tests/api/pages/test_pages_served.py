"""The pages over the real server: the bundled documents asked about, a document's whole life, keys."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

import corpus
from api.app import create_app
from api.keys import Keys
from api.settings import Settings
from index.build import ingest
from tests.api.pages.conftest import OpenPage, Serve, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the bundled documents, which no test changes."""
    folder = tmp_path_factory.mktemp("bundled") / "data"
    report = ingest([Path(corpus.__file__).parent / "documents"], folder)
    assert not report.failed, report.failed
    with served(create_app(Settings(data=folder))) as address:
        yield address


def ask(page: Page, question: str) -> None:
    """Asks and waits for the whole answer."""
    page.get_by_role("textbox", name=re.compile("问题|Question")).fill(question)
    page.keyboard.press("Enter")
    expect(page.locator("[part=answer]").last).to_have_attribute("aria-busy", "false")


@pytest.mark.parametrize(
    ("question", "due"),
    [
        ("免税牌照的申请由谁牵头，什么时候完成？", "2021年6月"),
        ("who leads the 免税牌照 application and by when", "June 2021"),
        ("Who leads the duty-free licence application, and by when?", "June 2021"),
    ],
)
def test_who_leads_the_licence_and_by_when(bundled: str, open_page: OpenPage, question: str, due: str) -> None:
    """Lead and date stand in the answer; the annex row opens in place and, highlighted, in its document."""
    page = open_page(bundled)
    ask(page, question)
    reply = page.locator("[part=answer]")
    expect(reply).to_contain_text("商城集团")
    expect(reply).to_contain_text(due)
    page.locator("[part=marker]").first.click()
    quoted = page.locator("[part=quote]")
    expect(quoted.locator(".quoted")).to_contain_text("争取免税牌照，争取在市内、机场设立免税店")
    expect(quoted.get_by_role("columnheader").nth(2)).to_have_text("责任单位")
    with page.context.expect_page() as opening:
        quoted.locator("[part=source]").click()
    reader = opening.value
    expect(reader.locator("mark").first).to_be_in_viewport()
    assert "".join("".join(reader.locator("mark").all_text_contents()).split()).startswith(
        "4争取免税牌照，争取在市内、机场设立免税店▲商城集团、财政局、商务局"
    )


def test_a_list_shows_as_many_rows_as_it_counts(bundled: str, open_page: OpenPage) -> None:
    """All 29 rows of the annex, each with its source; after a reload the same."""
    page = open_page(bundled)
    ask(page, "附件2有哪些改革举措？")
    for _ in range(2):
        expect(page.locator("tbody tr:not(.place)")).to_have_count(29)
        assert page.locator("tbody .sources .marker").count() >= 29
        page.reload()


def test_a_follow_up_is_shown_as_it_was_understood(bundled: str, open_page: OpenPage) -> None:
    """A question that only makes sense after another one says what it was taken for."""
    page = open_page(bundled)
    ask(page, "免税牌照的申请由谁牵头？")
    ask(page, "那什么时候完成？")
    expect(page.locator(".understood").last).to_contain_text("免税")
    expect(page.locator("[part=answer]").last).to_contain_text("2021年6月")


@pytest.mark.parametrize(
    "filters",
    [
        "",
        "unit=商城集团",
        "unit=商城集团&role=lead",
        "unit=商务局&role=with&words=进口",
        "state=overdue&today=2021-09-30",
        "state=ahead&today=2021-09-30&to=2022-12-31",
        "state=undated",
        "words=海关 仓",
    ],
)
def test_the_export_holds_what_the_page_shows(bundled: str, open_page: OpenPage, filters: str) -> None:
    """Under every kind of filter the file has as many records as the page counts."""
    page = open_page(f"{bundled}/tasks?{filters}")
    expect(page.locator("#summary")).to_contain_text("已过时限")
    if "unit" in filters:
        expect(page.locator("#summary")).to_contain_text("项中的")
    page.wait_for_load_state("networkidle")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    rows = list(csv.reader(io.StringIO(download.value.path().read_text("utf-8-sig"))))[1:]
    counted = re.match(r"(?:共|\d+ 项中的) (\d+) 项", page.locator("#summary").inner_text())
    assert counted
    assert len(rows) == int(counted[1]) > 0


def plan(path: Path, *rows: tuple[str, str, str]) -> Path:
    """A Word file with a plan whose tasks stand in a table."""
    document = docx.Document()
    document.add_paragraph("青川市冷链物流提升行动方案")
    document.add_paragraph("一、重点任务")
    table = document.add_table(rows=1, cols=4)
    for cell, name in zip(table.rows[0].cells, ("序号", "工作任务", "责任单位", "完成时限"), strict=True):
        cell.text = name
    for number, row in enumerate(rows, 1):
        for cell, value in zip(table.add_row().cells, (str(number), *row), strict=True):
            cell.text = value
    document.save(str(path))
    return path


def test_the_life_of_a_document(serve: Serve, open_page: OpenPage, tmp_path: Path) -> None:
    """Uploaded, read, asked about, replaced, removed: each step is seen on the page."""
    page = open_page(serve(create_app(Settings(data=tmp_path / "data"))) + "/documents")
    expect(page.get_by_text("还没有文件。")).to_be_visible()
    first = plan(tmp_path / "lengliang.docx", ("建成冷链骨干基地", "▲商务局、财政局", "2023年9月"))
    page.locator("#upload input").set_input_files(first)
    expect(page.locator("#jobs")).to_contain_text("已加入", timeout=60_000)
    item = page.get_by_role("listitem").filter(has=page.get_by_role("heading"))
    expect(item).to_contain_text("1 项任务")
    item.get_by_role("button", name="读到的内容").click()
    expect(item).to_contain_text("1 张表格")

    page.goto(page.url.replace("/documents", "/"))
    ask(page, "冷链骨干基地由谁牵头，什么时候建成？")
    expect(page.locator("[part=answer]")).to_contain_text("2023年9月")

    page.goto(page.url + "documents")
    second = plan(
        tmp_path / "another name.docx",
        ("建成冷链骨干基地", "▲商务局、财政局", "2024年9月"),
        ("培育冷链龙头企业", "▲经信局", "2024年12月"),
    )
    page.get_by_label(re.compile("选择替换")).set_input_files(second)
    expect(page.locator("#jobs")).to_contain_text("已更新", timeout=60_000)
    expect(item).to_have_count(1)
    expect(item).to_contain_text("2 项任务")

    item.get_by_role("button", name="移除").click()
    page.get_by_role("dialog").get_by_role("button", name="取消").click()
    expect(item).to_have_count(1)
    item.get_by_role("button", name="移除").click()
    page.get_by_role("dialog").get_by_role("button", name="移除").click()
    expect(page.get_by_text("还没有文件。")).to_be_visible()


def test_a_file_that_cannot_be_read_says_why(serve: Serve, open_page: OpenPage, tmp_path: Path) -> None:
    """The reason stands beside the file's name, the other files land."""
    page = open_page(serve(create_app(Settings(data=tmp_path / "data"))) + "/documents")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 not a document")
    good = plan(tmp_path / "good.docx", ("建成冷链骨干基地", "▲商务局", "2023年9月"))
    page.locator("#upload input").set_input_files([broken, good])
    jobs = page.locator("#jobs .job li")
    expect(jobs.filter(has_text="good.docx")).to_contain_text("已加入", timeout=60_000)
    expect(jobs.filter(has_text="broken.docx")).to_contain_text("未能读取")
    assert len(jobs.filter(has_text="broken.docx").locator(".reason").inner_text()) > 8


def test_problems_are_told_in_the_readers_language(bundled: str, open_page: OpenPage) -> None:
    """What the API says to programs is said on the page to people, in both languages."""
    page = open_page(f"{bundled}/documents/no-such-document")
    expect(page.get_by_role("alert")).to_have_text("没有这份文件，它可能已被移除。请从“文件”页打开。")
    page.get_by_role("button", name="English").click()
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("There is no such document")


def test_the_reader_shows_the_printed_page(serve: Serve, open_page: OpenPage, tmp_path: Path) -> None:
    """The page of a PDF opens where its text begins, as a picture that was really drawn."""
    ingest([Path(__file__).parents[2] / "corpus" / "plan" / "plan.pdf"], tmp_path / "data")
    page = open_page(serve(create_app(Settings(data=tmp_path / "data"))) + "/documents/plan#c=0-10")
    page.get_by_role("button", name="第 1 页").click()
    picture = page.get_by_role("img", name="第 1 页的原样")
    expect(picture).to_be_visible(timeout=20_000)
    assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") == 1400


def test_a_server_with_keys_asks_for_one(serve: Serve, open_page: OpenPage, tmp_path: Path) -> None:
    """Every page offers a field for the key; once entered it serves them all, downloads included."""
    folder = tmp_path / "data"
    ingest([Path(corpus.__file__).parent / "documents" / "yiwu-import-demo-zone-2021.txt"], folder)
    address = serve(create_app(Settings(data=folder)))
    _, token = Keys(folder / "keys.json").add("office", ("ask", "read", "manage"), "default")
    page = open_page(f"{address}/tasks")
    page.get_by_label("访问密钥").fill(token)
    page.get_by_role("button", name="确定").click()
    expect(page.locator("#summary")).to_contain_text(re.compile(r"共 \d+ 项"))
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "tasks.csv"
    assert download.value.path().read_text("utf-8-sig").startswith("序号,任务")
    page.goto(address)
    ask(page, "免税牌照的申请由谁牵头？")
    page.locator("[part=marker]").first.click()
    expect(page.locator(".quoted")).to_contain_text("争取免税牌照")


def test_the_chat_page_asks_for_the_key_too(serve: Serve, open_page: OpenPage, tmp_path: Path) -> None:
    """Somebody who opens the chat first learns there that a key is needed."""
    address = serve(create_app(Settings(data=tmp_path / "data")))
    Keys(tmp_path / "data" / "keys.json").add("office", ("ask",), "default")
    page = open_page(address)
    expect(page.get_by_label("访问密钥")).to_be_visible()
