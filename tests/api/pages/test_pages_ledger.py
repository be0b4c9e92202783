"""The ledger page: every task, found by what a supervisor asks for, counted, charted and taken away."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.api.pages.canned_server import canned_app, ledger_text
from tests.api.pages.conftest import OpenPage, Serve

pytestmark = pytest.mark.browser
RECORDS = ledger_text(60)[1]


def asked(page: Page, link: str = "CSV") -> dict[str, list[str]]:
    """What an export link asks the server for."""
    return parse_qs(urlsplit(page.get_by_role("link", name=link).get_attribute("href") or "").query)


def tasks(page: Page) -> list[str]:
    """The tasks of the rows that are drawn."""
    return page.locator("#ledger td.task > a").all_text_contents()


def test_unit_and_role_narrow_the_ledger(canned: str, open_page: OpenPage) -> None:
    """Choosing a unit, then its role, shows exactly the records where it has that role; the export asks the same."""
    page = open_page(f"{canned}/tasks")
    expect(page.locator("#summary")).to_contain_text("共 60 项")
    page.get_by_label("单位", exact=True).fill("财政局")
    page.get_by_label("单位", exact=True).press("Tab")
    leads = sum("财政局" in each["lead_units"] for each in RECORDS)
    joins = sum("财政局" in each["participating_units"] for each in RECORDS)
    expect(page.locator("#summary")).to_contain_text(f"60 项中的 {leads + joins} 项")
    assert asked(page)["unit"] == ["财政局"]
    page.get_by_label("角色").select_option("牵头")
    expect(page.locator("#ledger td.task")).to_have_count(leads)
    assert asked(page)["lead"] == ["财政局"]
    page.get_by_label("角色").select_option("参与")
    expect(page.locator("#ledger td.task")).to_have_count(joins)
    assert asked(page)["participant"] == ["财政局"]


def test_overdue_is_measured_by_the_chosen_day(canned: str, open_page: OpenPage) -> None:
    """A task whose last day is that day is not yet overdue; the day after it is."""
    page = open_page(f"{canned}/tasks?today=2021-03-09&state=overdue")
    due = sorted(each["deadline"]["to"] for each in RECORDS if each["deadline"])
    expect(page.locator("#ledger td.task")).to_have_count(sum(day < "2021-03-09" for day in due))
    assert asked(page)["due_before"] == ["2021-03-08"]
    first = due[0]
    page.get_by_label("时限计算到").fill(first)
    expect(page.locator("#empty")).to_be_visible()
    page.get_by_label("状态").select_option("未到时限")
    expect(page.locator("#summary")).to_contain_text(f"60 项中的 {len(due)} 项")
    assert asked(page)["due_after"] == [first]
    page.get_by_label("状态").select_option("未写明时限")
    expect(page.locator("#ledger td.task")).to_have_count(60 - len(due))
    assert asked(page)["missing"] == ["deadline"]


def test_words_search_every_field(canned: str, open_page: OpenPage) -> None:
    """All words must occur, in any field, whatever their width or case."""
    page = open_page(f"{canned}/tasks")
    page.get_by_label("搜索").fill("１号 冷链仓储 港务局")
    wanted = [each["task"] for each in RECORDS if "1号冷链仓储" in each["task"] and "港务局" in str(each)]
    expect(page.locator("#ledger td.task")).to_have_text(wanted)


def test_sorting_puts_records_without_a_value_last(canned: str, open_page: OpenPage) -> None:
    """By deadline in both directions; the order is told to assistive technology."""
    page = open_page(f"{canned}/tasks")
    dated = sorted((each["deadline"]["to"], place) for place, each in enumerate(RECORDS) if each["deadline"])
    page.get_by_role("button", name="时限").click()
    expect(page.get_by_role("columnheader", name="时限")).to_have_attribute("aria-sort", "ascending")
    assert tasks(page)[: len(dated)][:40] == [RECORDS[place]["task"] for _, place in dated][:40]
    page.get_by_role("button", name="时限").click()
    assert tasks(page)[0] == RECORDS[dated[-1][1]]["task"]
    expect(page.get_by_role("button", name="时限")).to_be_focused()


def test_totals_filter_and_the_chart_counts(canned: str, open_page: OpenPage) -> None:
    """A unit's bar says what it leads and joins and chooses the unit; the chart counts what is shown."""
    page = open_page(f"{canned}/tasks?today=2022-01-01")
    leads = sum(each["lead_units"] == ["财政局"] for each in RECORDS)
    joins = sum("财政局" in each["participating_units"] for each in RECORDS)
    total = page.get_by_role("button", name=re.compile(f"财政局.*牵头 {leads}，参与 {joins}"))
    total.click()
    expect(total).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#summary")).to_contain_text(f"60 项中的 {leads + joins} 项")
    shown = [
        each for each in RECORDS if "财政局" in each["lead_units"] + each["participating_units"] and each["deadline"]
    ]
    late = sum(each["deadline"]["to"] < "2022-01-01" for each in shown)
    label = f"写明日期的 {len(shown)} 项任务按完成时限分布，其中已过时限 {late} 项"
    expect(page.get_by_role("img", name=label)).to_be_visible()


def test_a_row_opens_its_source(canned: str, open_page: OpenPage) -> None:
    """The task's link leads to its row in the document."""
    page = open_page(f"{canned}/tasks")
    page.get_by_role("link", name="探索1号冷链仓储").click()
    expect(page.locator("mark").nth(1)).to_have_text("探索1号冷链仓储")
    expect(page.locator("mark").first).to_be_in_viewport()


def test_filters_can_be_sent_to_somebody(canned: str, open_page: OpenPage) -> None:
    """The address holds the filters; they can be cleared."""
    page = open_page(f"{canned}/tasks")
    page.get_by_label("搜索").fill("岸电")
    expect(page).to_have_url(re.compile(r"\?words="))
    page.reload()
    expect(page.get_by_label("搜索")).to_have_value("岸电")
    page.get_by_role("button", name="清除筛选").click()
    expect(page.locator("#summary")).to_contain_text("共 60 项")


def test_of_twenty_thousand_records_few_rows_exist_at_a_time(serve: Serve, open_page: OpenPage) -> None:
    """However far one scrolls; the last is reached, and filters look at all of them."""
    page = open_page(f"{serve(canned_app(20_000))}/tasks")
    expect(page.locator("#summary")).to_contain_text("共 20000 项", timeout=30_000)
    assert page.locator("#ledger tbody tr").count() < 1000
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    expect(page.locator("#ledger td.task").filter(visible=True).first).to_be_visible()
    page.wait_for_function("() => document.querySelectorAll('#ledger td.task').length < 500")
    page.keyboard.press("End")
    page.wait_for_timeout(300)
    page.keyboard.press("End")
    expect(page.get_by_role("row").last).to_contain_text("20000")
    page.evaluate("scrollTo(0, 0)")
    page.get_by_label("搜索").fill("1号深水泊位 港务局")
    expect(page.locator("#summary")).to_contain_text(re.compile("20000 项中的"))
    most = page.evaluate(
        """() => new Promise(done => {
          let most = 0; let steps = 0;
          const step = () => {
            most = Math.max(most, document.querySelectorAll("#ledger tbody tr").length);
            scrollBy(0, 400);
            if (++steps < 60) requestAnimationFrame(step); else done(most);
          };
          document.querySelector("[type=reset]").click();
          setTimeout(() => requestAnimationFrame(step), 500);
        })"""
    )
    assert 0 < most < 1000


def test_the_ledger_with_the_keyboard_alone(canned: str, open_page: OpenPage) -> None:
    """Skip to the content, search, choose a unit, sort, open a task: the focus is always somewhere sensible."""
    page = open_page(f"{canned}/tasks")
    expect(page.locator("#summary")).to_contain_text("共 60 项")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.get_by_label("搜索").focus()
    page.keyboard.type("泊位")
    expect(page.locator("#summary")).to_contain_text("60 项中的")
    page.keyboard.press("Tab")
    page.keyboard.type("财政局")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=re.compile("财政局.*牵头"))).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="时限").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="时限")).to_be_focused()
    first = tasks(page)[0]
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=first)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("mark").nth(1)).to_have_text(first)


def test_a_screen_reader_hears_a_table_of_tasks(canned: str, open_page: OpenPage) -> None:
    """Names, roles and counts are there although only the rows near the window exist, also as cards on a phone."""
    for width in (1280, 390):
        page = open_page(f"{canned}/tasks", width)
        table = page.get_by_role("table", name="任务台账")
        expect(table).to_have_attribute("aria-rowcount", "61")
        tree = table.aria_snapshot()
        assert "columnheader" in tree
        assert re.search(r'row ".*完善1号深水泊位.*财政局.*2021年3月', tree)
        assert 'link "完善1号深水泊位"' in tree


def test_a_row_names_the_other_place_of_its_task(canned: str, open_page: OpenPage) -> None:
    """Where it is and what is not the same there, with a link to its very words; other rows say nothing of it."""
    page = open_page(f"{canned}/tasks")
    linked = page.locator("#ledger td.task small")
    expect(linked).to_have_count(1)
    expect(linked).to_have_text("同一任务另见：附件1 1（牵头不同；彼处另写有时限）")
    (span,) = RECORDS[0]["spans"]["statement"]
    address = f"/documents/harbour-plan#c={span['start']}-{span['end']}"
    expect(linked.get_by_role("link")).to_have_attribute("href", address)
