"""The task ledger over HTTP and as files."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar
from openpyxl import load_workbook

from api.routes.tasks import XLSX


def tasks(client: TestClient, **filters: Any) -> list[dict[str, Any]]:
    """The records that meet the filters."""
    found: list[dict[str, Any]] = client.get("/v1/tasks", params=filters).raise_for_status().json()["tasks"]
    return found


def test_the_ledger_holds_every_task_with_its_spans(client: TestClient) -> None:
    """Units, deadline and basis of the lead; every field's span is where its words stand."""
    page = client.get("/v1/tasks", params={"document_id": "qingchuan-plan"}).json()
    assert page["total"] == len(page["tasks"])
    text = client.get("/v1/documents/qingchuan-plan/text").text
    base = next(task for task in page["tasks"] if "骨干基地" in task["task"])
    assert base["lead_units"] == ["市发展改革委"]
    assert base["lead_basis"] == "stated"
    assert set(base["participating_units"]) == {"市商务局", "市财政局"}
    assert base["deadline"]["to"] == "2023-09-30"
    (lead,) = base["spans"]["lead_units"]
    assert text[lead["start"] : lead["end"]] == "市发展改革委"


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({"lead": "市发展改革委"}, ["骨干基地"]),
        ({"lead": "市财政局"}, []),
        ({"unit": "市财政局"}, ["骨干基地"]),
        ({"due_before": "2023-09-30"}, ["骨干基地"]),
        ({"due_before": "2023-09-29"}, []),
        ({"due_after": "2024-01-01"}, ["检验检疫"]),
        ({"q": "进口水果 海关"}, ["检验检疫"]),
        ({"q": "进口水果 火箭"}, []),
        ({"missing": "deadline"}, ["龙头企业"]),
    ],
)
def test_filters_are_exact(client: TestClient, filters: dict[str, str], numbers: list[str]) -> None:
    """Each filter finds exactly the tasks of the plan's first part that meet it."""
    plan = tasks(client, document_id="qingchuan-plan", **filters)
    found = [task["task"] for task in plan if "主要任务" in task["section"][0]]
    assert len(found) == len(numbers), found
    assert all(word in task for word, task in zip(numbers, found, strict=True))


def test_pages_join_to_the_whole(client: TestClient) -> None:
    """`next` keeps the filters and leads to the end."""
    whole = [task["id"] for task in tasks(client, unit="市商务局")]
    address: str | None = "/v1/tasks?limit=1&unit=市商务局"
    joined = []
    while address:
        page = client.get(address).json()
        joined += [task["id"] for task in page["tasks"]]
        address = page["next"]
    assert joined == whole


def test_csv_opens_in_spreadsheets_and_holds_every_record(client: TestClient) -> None:
    """A byte order mark, one row a record, the same fields as the JSON."""
    response = client.get("/v1/tasks", params={"format": "csv"})
    assert response.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row["记录编号"] for row in rows] == [task["id"] for task in tasks(client)]
    assert {row["任务"] for row in rows} == {task["task"] for task in tasks(client)}


def test_xlsx_holds_every_record_as_text(client: TestClient) -> None:
    """One row a record below a frozen header."""
    response = client.get("/v1/tasks", headers={"Accept": XLSX})
    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet.freeze_panes == "A2"
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == [task["task"] for task in tasks(client)]


def test_the_calendar_holds_every_dated_task_on_its_last_day(client: TestClient) -> None:
    """All-day events; the description of the calendar counts what has no date."""
    calendar = Calendar.from_ical(client.get("/v1/tasks", params={"format": "ics"}).content)
    dated = [task for task in tasks(client) if task["deadline"] and task["deadline"]["to"]]
    events = calendar.walk("VEVENT")
    assert [event.decoded("dtstart").isoformat() for event in events] == [task["deadline"]["to"] for task in dated]
    assert f"{len(dated)} 项" in str(calendar["x-wr-caldesc"])


@pytest.mark.parametrize(
    ("filters", "status", "kind"),
    [
        ({"due_before": "soon"}, 422, "invalid-request"),
        ({"due_before": "20230930"}, 422, "invalid-request"),
        ({"missing": "everything"}, 422, "invalid-request"),
        ({"format": "pdf"}, 422, "invalid-request"),
        ({"limit": "0"}, 422, "invalid-request"),
        ({"document_id": "no-such"}, 404, "unknown-document"),
    ],
)
def test_a_wrong_filter_is_a_problem(client: TestClient, filters: dict[str, str], status: int, kind: str) -> None:
    """Each wrong value is named; nothing is silently ignored."""
    response = client.get("/v1/tasks", params=filters)
    assert (response.status_code, response.json()["type"]) == (status, f"/problems/{kind}")
