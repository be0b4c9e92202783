"""What holds for every page: accessible, fast, from one origin, readable at every width, light and dark."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.api.pages.canned_server import DOCUMENT, TITLE
from tests.api.pages.conftest import OpenPage

pytestmark = pytest.mark.browser
PAGES = ("/", "/tasks", "/documents", f"/documents/{DOCUMENT}#c=30-60")
AUDIT = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(node => node.html).slice(0, 3).join(" | ")}`)"""


def settle(page: Page) -> None:
    """Waits until the page shows what it fetched; on the chat page, an answer with an open quote and a list."""
    if urlsplit(page.url).path != "/":
        expect(page.locator("#ledger td.task, #list li, #text p").first).to_be_visible()
        return
    for question in ("1号深水泊位由谁牵头？", "列表", "出错"):
        page.get_by_role("textbox").fill(question)
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=re.compile("发送|Send"))).to_be_visible()
    page.locator(".marker").first.click()
    expect(page.locator(".quoted")).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(canned: str, open_page: OpenPage, axe: str, path: str) -> None:
    """No rule of axe-core is broken, light or dark."""
    page = open_page(canned + path, color_scheme="light")
    settle(page)
    page.evaluate(axe)
    assert page.evaluate(AUDIT) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(AUDIT) == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(canned: str, open_page: OpenPage, path: str) -> None:
    """From the narrowest phone to a desktop, in the language with the longer words."""
    page = open_page(canned + path, language="en-GB")
    settle(page)
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_quick_strict_and_load_from_one_origin(canned: str, open_page: OpenPage, path: str) -> None:
    """The first paint comes within a second, the policy allows nothing inline, no request leaves the origin."""
    page = open_page("about:blank")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    response = page.goto(canned + path)
    settle(page)
    assert response
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime") < 1000
    assert requested
    assert all(url.startswith(canned) for url in requested)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_speaks_both_languages(canned: str, open_page: OpenPage, path: str) -> None:
    """After switching to English no word of the page itself is left in Chinese; what documents say stays as it is."""
    page = open_page(canned + path)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("link", name="Task ledger")).to_be_visible()
    left = page.evaluate(
        """title => [...document.querySelectorAll("body *")].filter(node =>
          !node.closest("[lang=zh-CN], [role=status], #language, noscript, script") && !node.children.length
          && /[\\u4e00-\\u9fff]/.test([node.textContent, node.getAttribute("placeholder"),
            node.getAttribute("aria-label")?.replace(title, "")].join())).map(node => node.outerHTML)""",
        TITLE,
    )
    assert left == []
