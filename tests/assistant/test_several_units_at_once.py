"""Two or three units asked for at once: of each its own rows, or, where they are asked for together, those of all."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant
from tests.assistant.ledger_rows import rows
from tests.assistant.test_ledger_answers import tasks_of

ROWS = rows()


def _totals(answer: str) -> list[int]:
    """The number of rows that each unit is told to have, in the order of the answer."""
    return [int(total) for total in re.findall(r"[（(]\d[)）] ?[^：:\n]+[：:] ?共?(\d+)", answer)]


@pytest.mark.parametrize(
    "way",
    [
        "{}和{}分别牵头哪些任务",
        "{}、{}各牵头多少项任务",
        "Which tasks do {} and {} each lead?",
        "{}与{}各自牵头哪些任务",
    ],
)
def test_units_asked_for_apart_have_their_own_rows(way: str, bundled: Assistant) -> None:
    """What each leads is listed in full; rows that name both are not the answer."""
    first, second = ([row for row in ROWS if unit in row.leads] for unit in ("税务局", "陆港集团"))
    answer = bundled.answer(way.format("税务局", "陆港集团"))
    assert _totals(answer.answer) == [len(first), len(second)]
    assert tasks_of(answer) == {row.task for row in (*first, *second)}


def test_which_items_each_unit_sees_to(bundled: Assistant) -> None:
    """各管哪几项 asks for the rows of each unit, not for a list that has two items."""
    first, second = ([row for row in ROWS if unit in row.units] for unit in ("金融办", "人民银行"))
    answer = bundled.answer("金融办和人民银行各管哪几项")
    assert _totals(answer.answer) == [len(first), len(second)]


@pytest.mark.parametrize("way", ["{}和{}都参与的任务有哪些", "{}、{}共同负责的任务", "{}和{}一起做的任务有哪些"])
def test_units_asked_for_together_share_their_rows(way: str, bundled: Assistant) -> None:
    """Without a word for "each", the rows that name both are asked for."""
    answer = bundled.answer(way.format("税务局", "财政局"))
    both = [row for row in ROWS if {"税务局", "财政局"} <= row.units]
    helped = [row for row in both if {"税务局", "财政局"} <= row.participants]
    assert answer.total == len(helped if "参与" in way else both)


def test_who_else_leads_leaves_the_unit_out(bundled: Assistant) -> None:
    """The other units that lead rows of the annex are told, the one that is known is not."""
    answer = bundled.answer("除了商务局，附件1还有谁牵头任务")
    named = set(re.findall(r"^\d+\. ([^：]+)：", answer.answer, re.MULTILINE))
    leads = {unit for row in ROWS if row.annex == 1 for unit in row.leads}
    assert answer.status == "answered"
    assert "商务局" not in named
    assert len(named) == len(leads - {"商务局"})


def test_units_are_counted_by_a_name_that_their_rows_print(bundled: Assistant) -> None:
    """A unit that leads a row under its short name is quoted by it, whatever others call it."""
    answer = bundled.answer("附件1有哪些单位牵头任务")
    assert answer.status == "answered"
    assert "集聚区" in answer.answer


@pytest.mark.parametrize(("way", "role"), [("{}都牵哪些头", "leads"), ("{}各项任务的牵头情况和时限", "units")])
def test_what_a_unit_leads_and_who_leads_its_tasks_are_two_things(way: str, role: str, bundled: Assistant) -> None:
    """牵哪些头 asks what it leads; 牵头情况 is a field of all its tasks."""
    held = [row for row in ROWS if "税务局" in getattr(row, role)]
    assert bundled.answer(way.format("税务局")).total == len(held)
