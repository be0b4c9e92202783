"""The chat page: an answer with its citations, kept over reloads, calm when things go wrong."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.api.pages.canned_server import canned_app
from tests.api.pages.conftest import OpenPage, Serve

pytestmark = pytest.mark.browser
FITS = """(() => {
  const log = document.querySelector('zhengwen-chat').shadowRoot.querySelector('.log');
  return document.documentElement.scrollWidth <= innerWidth && log.scrollWidth <= log.clientWidth;
})()"""
FOCUSED = """(() => {
  let focused = document.activeElement;
  while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused.getAttribute('aria-label') ?? focused.textContent;
})()"""
COMPOSE = "field => field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"


def ask(page: Page, question: str) -> None:
    """Types a question and sends it with Enter."""
    field = page.get_by_role("textbox", name=re.compile("问题|Question"))
    field.fill(question)
    field.press("Enter")


def test_a_citation_opens_in_place_and_in_the_reader(canned: str, open_page: OpenPage) -> None:
    """The answer's marker shows the quote in its table; the link leads to the same words, highlighted and in view."""
    page = open_page(canned)
    ask(page, "1号深水泊位由谁牵头？")
    marker = page.get_by_role("button", name="引文 1")
    marker.click()
    quote = page.get_by_role("region", name="引文 1")
    expect(marker).to_have_attribute("aria-expanded", "true")
    expect(quote.get_by_role("row").first).to_contain_text("责任单位")
    expect(quote.locator("mark").first).to_have_text("1")
    expect(quote).to_contain_text("滨政发〔2021〕7号")
    with page.context.expect_page() as opening:
        quote.get_by_role("link", name="在原文中查看").click()
    reader = opening.value
    marks = reader.locator("mark")
    expect(marks.first).to_be_in_viewport()
    assert marks.all_text_contents() == ["1", "建设1号深水泊位", "▲发展改革委、交通运输局、港口集团"]


def test_markers_keep_their_place_and_other_brackets_stay_text(canned: str, open_page: OpenPage) -> None:
    """Numbers in brackets become markers only where they name a citation."""
    page = open_page(canned)
    ask(page, "1号深水泊位由谁牵头？")
    expect(page.locator(".paragraph")).to_have_text(re.compile(r"标注）1；完成时限文件未写明。.*枢纽2。"))


def test_a_list_is_a_table_with_every_row(canned: str, open_page: OpenPage) -> None:
    """Forty tasks are forty rows, each with its own citation, and are not listed a second time as text."""
    page = open_page(canned)
    ask(page, "列表")
    table = page.get_by_role("table")
    expect(table.get_by_role("row")).to_have_count(42)  # with the column names and the place
    expect(page.locator(".lines")).to_have_count(0)
    table.get_by_role("button", name="引文 40").click()
    expect(page.get_by_role("region", name="引文 40").locator(".quoted")).to_contain_text("优化1号保税展示中心")


def test_the_conversation_survives_a_reload_and_ends_with_a_new_one(canned: str, open_page: OpenPage) -> None:
    """A reloaded page shows the same answer, citations included; a new conversation starts empty."""
    page = open_page(canned)
    ask(page, "1号深水泊位由谁牵头？")
    expect(page.get_by_role("button", name="引文 1")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="引文 1").click()
    expect(page.get_by_role("region", name="引文 1")).to_contain_text("滨海市港口提升三年行动方案")
    page.get_by_role("button", name="新对话").click()
    expect(page.get_by_role("heading", name="请问有什么政策要查？")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="请问有什么政策要查？")).to_be_visible()


def test_two_tabs_do_not_share_a_conversation(canned: str, open_page: OpenPage) -> None:
    """A tab that opens beside a conversation starts its own; one that opens after it was closed goes on with it."""
    page = open_page(canned)
    ask(page, "1号深水泊位由谁牵头？")
    expect(page.get_by_role("button", name="引文 1")).to_be_visible()
    beside = page.context.new_page()
    beside.goto(canned)
    expect(beside.get_by_role("group", name="例如")).to_be_visible()
    expect(beside.get_by_role("article")).to_have_count(0)
    beside.close()
    page.close()
    later = beside.context.new_page()
    later.goto(canned)
    expect(later.get_by_role("button", name="引文 1")).to_be_visible()


def test_the_empty_page_offers_questions_from_the_ledger(canned: str, open_page: OpenPage) -> None:
    """Somebody who has never seen the product asks with one touch."""
    page = open_page(canned)
    examples = page.get_by_role("group", name="例如").get_by_role("button")
    expect(examples).to_have_count(3)
    examples.first.click()
    expect(page.get_by_role("article")).to_contain_text("由发展改革委牵头")


def test_stop_and_retry(canned: str, open_page: OpenPage) -> None:
    """An answer that takes too long can be stopped; what had come stays, and the question can be asked again."""
    page = open_page(canned)
    ask(page, "很慢的问题")
    expect(page.locator(".reply")).to_contain_text("由发展改革委牵头")
    page.get_by_role("button", name="停止").click()
    expect(page.get_by_text("已停止。").first).to_be_visible()
    expect(page.get_by_role("button", name="发送")).to_be_visible()
    page.get_by_role("button", name="重试").click()
    expect(page.get_by_role("button", name="停止")).to_be_visible()


@pytest.mark.parametrize(
    ("question", "said"), [("出错", "索引暂时打不开，请稍后重试。"), ("中断", "回答中断了，请重试。")]
)
def test_what_went_wrong_is_said_in_place(canned: str, open_page: OpenPage, question: str, said: str) -> None:
    """A refusal shows the server's own sentence, a stream that breaks off says so; both offer to try again."""
    page = open_page(canned)
    ask(page, question)
    expect(page.get_by_role("alert").filter(has_text=said)).to_be_visible()
    expect(page.get_by_role("button", name="重试")).to_be_enabled()


def test_without_a_network_the_question_is_kept(canned: str, open_page: OpenPage) -> None:
    """Offline is said at once; when the network is back, one touch asks again."""
    page = open_page(canned)
    expect(page.get_by_role("group", name="例如")).to_be_visible()
    page.context.set_offline(True)
    expect(page.locator(".offline")).to_be_visible()
    ask(page, "1号深水泊位由谁牵头？")
    expect(page.locator(".trouble")).to_contain_text("网络已断开")
    page.context.set_offline(False)
    expect(page.locator(".offline")).to_be_hidden()
    page.get_by_role("button", name="重试").click()
    expect(page.get_by_role("button", name="引文 1")).to_be_visible()


def test_nothing_from_an_answer_is_markup(canned: str, open_page: OpenPage) -> None:
    """Tags in an answer are shown as the characters they are; a word without an end stays inside the page."""
    page = open_page(canned, width=390)
    ask(page, "长词 <b>粗</b>")
    expect(page.locator(".reply")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".bubble")).to_have_text("长词 <b>粗</b>")
    assert page.evaluate("document.querySelector('zhengwen-chat').shadowRoot.querySelectorAll('img, b').length") == 0
    assert page.evaluate(FITS)


def test_the_language_can_be_changed_at_any_time(canned: str, open_page: OpenPage) -> None:
    """Controls follow the page's language, also after a reload; an answer keeps the language it was asked in."""
    page = open_page(canned)
    ask(page, "列表")
    expect(page.get_by_role("columnheader", name="牵头单位")).to_be_visible()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="New conversation")).to_be_visible()
    expect(page.get_by_role("columnheader", name="牵头单位")).to_be_visible()
    page.reload()
    expect(page.get_by_role("link", name="Task ledger")).to_be_visible()
    ask(page, "list them")
    expect(page.get_by_role("columnheader", name="Participants")).to_be_visible()


def test_feedback_and_its_word_reach_the_server(serve: Serve, open_page: OpenPage) -> None:
    """A thumb is sent at once, the word to it when it is written."""
    app = canned_app()
    page = open_page(serve(app))
    ask(page, "1号深水泊位由谁牵头？")
    page.get_by_role("button", name="没有帮助").click()
    page.get_by_role("textbox", name="哪里不对").fill("漏了商务局")
    page.get_by_role("button", name="提交").click()
    expect(page.get_by_role("textbox", name="哪里不对")).to_be_hidden()
    expect(page.get_by_text("已记下，谢谢。")).to_be_visible()
    assert [(sent["rating"], sent.get("comment")) for sent in app.state.feedback] == [
        ("down", None),
        ("down", "漏了商务局"),
    ]


def test_feedback_that_is_not_kept_is_not_thanked_for(canned: str, open_page: OpenPage) -> None:
    """A server that is gone keeps nothing: the reader is told so, and what was written stays to be sent again."""
    page = open_page(canned)
    ask(page, "1号深水泊位由谁牵头？")
    helpful = page.get_by_role("button", name="有帮助", exact=True)
    page.route("**/v1/feedback", lambda route: route.abort())
    helpful.click()
    expect(page.get_by_text("连接不上服务")).to_be_visible()
    expect(helpful).to_have_attribute("aria-pressed", "false")
    page.unroute("**/v1/feedback")
    helpful.click()
    expect(page.get_by_text("已记下，谢谢。")).to_be_visible()
    page.route("**/v1/feedback", lambda route: route.abort())
    word = page.get_by_role("textbox", name="哪里不对")
    word.fill("漏了商务局")
    page.get_by_role("button", name="提交").click()
    expect(page.get_by_text("连接不上服务")).to_be_visible()
    expect(word).to_have_value("漏了商务局")


def test_an_answer_is_copied_with_its_citations(canned: str, open_page: OpenPage) -> None:
    """What lands in the clipboard stands on its own: text, title, number, place, quote and address."""
    page = open_page(canned, permissions=["clipboard-read", "clipboard-write"])
    ask(page, "1号深水泊位由谁牵头？")
    page.get_by_role("button", name="复制回答与引文").click()
    expect(page.get_by_text("已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("由发展改革委牵头（文件以▲标注）[1]；")
    assert "[2] 《滨海市港口提升三年行动方案》（滨政发〔2021〕7号），附件1\n“坚持陆海统筹" in copied
    assert f"{canned}/documents/harbour-plan#c=" in copied


def test_enter_that_chooses_a_word_does_not_send(canned: str, open_page: OpenPage) -> None:
    """While an input method composes, Enter belongs to it."""
    page = open_page(canned)
    field = page.get_by_role("textbox", name="问题")
    field.fill("shei qiantou")
    field.evaluate(COMPOSE)
    expect(page.get_by_role("article")).to_have_count(0)
    expect(field).to_have_value("shei qiantou")


def test_a_day_of_work_with_the_keyboard_alone(canned: str, open_page: OpenPage) -> None:
    """Ask, open a citation, close it, follow up and start anew without a mouse; the focus is never lost."""
    page = open_page(canned)
    expect(page.get_by_role("group", name="例如")).to_be_visible()

    def focus_by_tab(name: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            if name in page.evaluate(FOCUSED):
                return
        raise AssertionError(f"Tab never reaches {name}")

    focus_by_tab("问题")
    page.keyboard.type("1号深水泊位由谁牵头？")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="引文 1")).to_be_visible()
    page.get_by_role("log").focus()
    focus_by_tab("引文 1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="引文 1")).to_be_visible()
    focus_by_tab("在原文中查看")
    page.keyboard.press("Escape")
    expect(page.get_by_role("region", name="引文 1")).to_have_count(0)
    expect(page.get_by_role("button", name="引文 1")).to_be_focused()
    focus_by_tab("还有哪些单位参与")
    page.keyboard.press("Enter")
    expect(page.get_by_role("article")).to_have_count(2)
    focus_by_tab("新对话")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="问题")).to_be_focused()


def test_a_screen_reader_is_told_once(canned: str, open_page: OpenPage) -> None:
    """The log is quiet while text streams in; the whole answer is announced when it is complete."""
    page = open_page(canned)
    ask(page, "1号深水泊位由谁牵头？")
    announced = page.locator("[role=status][aria-live=polite]")
    expect(announced).to_have_text(re.compile("由发展改革委牵头（文件以▲标注）；.*回答完成，2 条引文。"))
    expect(page.get_by_role("log")).to_have_attribute("aria-live", "off")
    tree = page.locator("zhengwen-chat").aria_snapshot()
    assert 'heading "您的问题: 1号深水泊位由谁牵头？" [level=2]' in tree
    assert 'button "引文 1：滨海市港口提升三年行动方案"' in tree
