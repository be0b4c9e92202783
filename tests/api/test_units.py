"""The units of the ledger: their names, what they are called in English, how many tasks they lead and join."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_every_unit_of_the_ledger_is_counted(client: TestClient) -> None:
    """Leads and participations add up to those of all records."""
    records = client.get("/v1/tasks", params={"limit": 500}).json()["tasks"]
    units = client.get("/v1/units").raise_for_status().json()["units"]
    assert sum(unit["leads"] for unit in units) == sum(len(record["lead_units"]) for record in records)
    assert sum(unit["participates"] for unit in units) == sum(len(record["participating_units"]) for record in records)
    commerce = next(unit for unit in units if unit["name"] == "市商务局")
    assert "Commerce" in commerce["english"]


def test_a_name_finds_the_names_that_the_ledgers_filter_finds(client: TestClient) -> None:
    """Another name of a unit gives exactly the names under which `unit` finds its records."""
    asked = {"name": "发改委"}
    names = {unit["name"] for unit in client.get("/v1/units", params=asked).json()["units"]}
    assert "市发展改革委" in names
    records = client.get("/v1/tasks", params={"unit": "发改委", "limit": 500}).json()["tasks"]
    everything = client.get("/v1/tasks", params={"limit": 500}).json()["tasks"]
    assert [each["id"] for each in records] == [
        each["id"] for each in everything if names & {*each["lead_units"], *each["participating_units"]}
    ]


def test_a_participant_is_not_the_lead(client: TestClient) -> None:
    """`participant` finds the tasks that a unit joins, not those it leads."""
    found = client.get("/v1/tasks", params={"participant": "市商务局"}).json()["tasks"]
    assert found
    assert all("市商务局" in task["participating_units"] for task in found)
