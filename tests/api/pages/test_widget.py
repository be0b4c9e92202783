"""The widget on a page of another origin: one script tag, no influence from or on its host, events for the host."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

import corpus
from api.app import create_app
from api.keys import Keys
from api.settings import Settings
from api.widget import widget_script
from index.build import ingest
from tests.api.pages.canned_server import canned_app
from tests.api.pages.conftest import OpenPage, Serve

LISTEN = """
window.heard = [];
for (const name of ["ask", "answer", "citation", "feedback", "error", "toggle"]) {
  addEventListener(`zhengwen:${name}`, event => heard.push([name, Object.keys(event.detail).sort().join()]));
}
"""


def host(server: str, markup: str, attributes: str = "") -> Starlette:
    """A page with a hostile style sheet and a policy that allows the server's script, no inline one, and one style."""

    def page(_: Request) -> Response:
        policy = f"default-src 'none'; script-src {server} 'self'; style-src 'self'; connect-src {server}"
        content = (
            f'<!doctype html><html lang="zh"><title>外单位主页</title><link rel="stylesheet" href="/host.css">'
            f'<script src="/listen.js"></script><script src="{server}/widget.js" {attributes} defer></script>'
            f"<main><h1>外单位主页</h1>{markup}</main></html>"
        )
        return HTMLResponse(content, headers={"Content-Security-Policy": policy})

    style = "* { color: rgb(1, 2, 3) !important; font-size: 40px; } button { display: none; }"
    return Starlette(
        routes=[
            Route("/", page),
            Route("/listen.js", lambda _: Response(LISTEN, media_type="text/javascript")),
            Route("/host.css", lambda _: Response(style, media_type="text/css")),
            Route("/favicon.ico", lambda _: Response(status_code=204)),
        ]
    )


def ask(page: Page, question: str) -> None:
    """Types a question and sends it."""
    page.get_by_role("textbox", name=re.compile("问题|Question")).fill(question)
    page.keyboard.press("Enter")


def foreign(serve: Serve, open_page: OpenPage, markup: str = "", attributes: str = "", width: int = 1280) -> Page:
    """The host's page, on an origin of its own."""
    server = serve(canned_app(origins=("*",)))
    return open_page(serve(host(server, markup.replace("SERVER", server), attributes.replace("SERVER", server))), width)


def test_the_script_is_small_and_whole() -> None:
    """Under 30 KB gzipped, with no import left that a second request would have to answer."""
    script = widget_script()
    assert len(gzip.compress(script.encode())) < 30_000
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)
    assert "innerHTML" not in script


@pytest.mark.browser
def test_one_script_tag_puts_the_widget_on_any_page(serve: Serve, open_page: OpenPage) -> None:
    """A button opens the panel; a question is answered across origins; the citation leads to the server's reader."""
    page = foreign(serve, open_page, attributes='data-server="SERVER" data-title="滨海政策问答" data-lang="zh"')
    page.get_by_role("button", name="打开问答").click()
    panel = page.get_by_role("dialog", name="滨海政策问答")
    expect(panel.get_by_role("textbox", name="问题")).to_be_focused()
    ask(page, "1号深水泊位由谁牵头？")
    panel.get_by_role("button", name="引文 1").click()
    link = panel.get_by_role("link", name="在原文中查看")
    expect(link).to_have_attribute("href", re.compile(r"^http://127.0.0.1:\d+/documents/harbour-plan#c=\d+-\d+$"))
    assert link.get_attribute("href") != page.url
    panel.get_by_role("button", name="有帮助", exact=True).click()
    expect(panel.get_by_text("已记下")).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(page.get_by_role("button", name="打开问答")).to_be_focused()
    assert page.evaluate("heard") == [
        ["toggle", "open"],
        ["ask", "question"],
        ["answer", "answer"],
        ["citation", "citation"],
        ["feedback", "answer_id,comment,rating"],
        ["toggle", "open"],
    ]


@pytest.mark.browser
def test_a_key_for_one_origin_works_on_its_pages_only(serve: Serve, open_page: OpenPage, tmp_path: Path) -> None:
    """Over the real server: the page that the key was made for gets answers, another page the refusal in words."""
    folder = tmp_path / "data"
    ingest([Path(corpus.__file__).parent / "documents" / "yiwu-import-demo-zone-2021.txt"], folder)
    server = serve(create_app(Settings(data=folder)))
    element = f'<zhengwen-chat data-server="{server}"></zhengwen-chat>'
    ours, theirs = serve(host(server, element)), serve(host(server, element))
    _, token = Keys(folder / "keys.json").add("our page", ("ask", "read"), "default", [ours])
    for address in (ours, theirs):
        page = open_page(address)
        page.evaluate("token => { document.querySelector('zhengwen-chat').dataset.key = token; }", token)
        ask(page, "免税牌照的申请由谁牵头，什么时候完成？")
        if address == theirs:
            expect(page.locator(".trouble")).to_be_visible()
            expect(page.locator("[part=marker]")).to_have_count(0)
            continue
        page.locator("[part=marker]").first.click()
        expect(page.locator(".quoted")).to_contain_text("争取免税牌照")


@pytest.mark.browser
def test_an_element_stands_where_the_host_puts_it(serve: Serve, open_page: OpenPage) -> None:
    """An element in the page is used instead of the floating button; attributes may change at any time."""
    page = foreign(serve, open_page, '<zhengwen-chat data-server="SERVER" data-lang="en"></zhengwen-chat>')
    expect(page.get_by_role("button", name="Open the assistant")).to_have_count(0)
    ask(page, "who leads it?")
    expect(page.get_by_role("button", name="Citation 1")).to_be_visible()
    page.evaluate("document.querySelector('zhengwen-chat').dataset.lang = 'zh'")
    expect(page.get_by_role("button", name="新对话")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(1)


@pytest.mark.browser
def test_the_hosts_style_stays_outside_and_its_variables_reach_in(serve: Serve, open_page: OpenPage) -> None:
    """Selectors of the host do not match inside; --zhengwen-accent and data-theme do what they say."""
    page = foreign(serve, open_page, '<zhengwen-chat data-server="SERVER" data-theme="dark"></zhengwen-chat>')
    send = page.get_by_role("button", name="发送")
    expect(send).to_be_visible()
    page.evaluate("document.querySelector('zhengwen-chat').style.setProperty('--zhengwen-accent-dark', 'rgb(9, 8, 7)')")
    expect(send).to_have_css("background-color", "rgb(9, 8, 7)")
    expect(page.get_by_role("heading", name="请问有什么政策要查？")).not_to_have_css("color", "rgb(1, 2, 3)")


@pytest.mark.browser
def test_on_a_phone_the_panel_takes_the_screen(serve: Serve, open_page: OpenPage) -> None:
    """No strip of the host's page remains beside the panel, and rows of a list become cards without scrolling aside."""
    page = foreign(serve, open_page, attributes='data-server="SERVER"', width=390)
    page.get_by_role("button", name="打开问答").click()
    box = page.get_by_role("dialog").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 800}
    ask(page, "列表")
    expect(page.get_by_role("cell", name="完善1号深水泊位")).to_be_visible()
    assert page.evaluate(
        "(t => t.scrollWidth <= t.clientWidth)"
        "(document.querySelector('zhengwen-chat').shadowRoot.querySelector('.scroller'))"
    )


@pytest.mark.browser
def test_a_server_that_is_away_is_said_in_words(serve: Serve, open_page: OpenPage) -> None:
    """The host's page works on; the widget explains and offers to try again, and the host hears of it."""
    page = foreign(serve, open_page, '<zhengwen-chat data-server="SERVER"></zhengwen-chat>')
    page.route("**/v1/**", lambda route: route.abort())
    ask(page, "1号深水泊位由谁牵头？")
    expect(page.get_by_role("alert").filter(has_text="连接不上服务")).to_be_visible()
    assert ["error", "message"] in page.evaluate("heard")
