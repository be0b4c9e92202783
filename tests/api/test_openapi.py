"""The OpenAPI description holds: whatever is sent, by the rules or against them, gets an answer that it describes."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, assume, given, settings
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from api.app import ROUTES, create_app
from api.keys import Keys
from api.settings import Settings
from index.build import ingest

# pytest parses the modules of its plugins anew the first time each is imported in a new environment, and schemathesis
# imports most of its own when it is used. Beside another thread that parses, too (a server of an earlier test), that is
# a SystemError in Python before 3.11.8 (python/cpython#106905); while tests are collected no other thread runs.
for part in ("core", "engine", "generation", "openapi", "specs", "transport", "wfc"):
    package = import_module(f"schemathesis.{part}")
    for module in walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)


@dataclass(frozen=True, slots=True)
class Described:
    """An application's description, and what a request to it needs."""

    schema: Any
    headers: dict[str, str]


@pytest.fixture(scope="module")
def described(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Described:
    """An application with keys, over a collection of its own which the examples may change."""
    folder = tmp_path_factory.mktemp("described") / "data"
    ingest([texts], folder)
    _, token = Keys(folder / "keys.json").add("examples", ("ask", "read", "manage"), "*")
    app = create_app(Settings(data=folder, rate_key="", rate_wrong_keys="", upload_files=1000))
    return Described(schemathesis.openapi.from_asgi("/openapi.json", app), {"Authorization": f"Bearer {token}"})


def described_routes() -> list[tuple[str, str, schemathesis.GenerationMode]]:
    """Every address with each of its methods, asked by the rules and against them."""
    app = FastAPI()
    for routes in ROUTES:
        app.include_router(routes.router)
    return [
        (address, method, mode)
        for address, methods in app.openapi()["paths"].items()
        for method, operation in methods.items()
        for mode in schemathesis.GenerationMode
        # What takes nothing can be sent nothing wrong.
        if mode is schemathesis.GenerationMode.POSITIVE or operation.keys() & {"parameters", "requestBody"}
    ]


@pytest.mark.parametrize(("address", "method", "mode"), described_routes())
def test_every_answer_is_one_that_the_description_allows(
    described: Described, address: str, method: str, mode: schemathesis.GenerationMode
) -> None:
    """No failure, no undescribed status, media type, header or shape; what is invalid is refused."""

    @settings(
        max_examples=20,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=described.schema[address][method].as_strategy(generation_mode=mode))
    def holds(case: schemathesis.Case[Any]) -> None:
        # A nameless parameter is one that nobody reads, as any other unknown one.
        assume("" not in (case.query or {}))
        unsaid: list[schemathesis.CheckFunction] = []
        if "chat" in address:
            # Not every list of messages ends with a question, which a schema cannot say.
            unsaid.append(positive_data_acceptance)
        if address in ("/v1/search", "/v1/tasks"):
            # In a query string whatever stands for a list of names is a list of names: `document_id=null` is one.
            unsaid.append(negative_data_rejection)
        # Where the key itself is what is wrong, none is sent along: 401 is the answer.
        headers = {} if _wrong_in_header(case) else described.headers
        case.call_and_validate(headers=headers, excluded_checks=unsaid)

    holds()


def _wrong_in_header(case: schemathesis.Case[Any]) -> bool:
    """Whether the example breaks the rules in its headers."""
    if case.meta is None:
        return False
    header = case.meta.components.get(ParameterLocation.HEADER)
    return header is not None and header.mode is schemathesis.GenerationMode.NEGATIVE


def test_the_description_names_every_route_of_the_contract(described: Described) -> None:
    """Every address and method that programs rely on."""
    paths: dict[str, dict[str, Any]] = described.schema.raw_schema["paths"]
    for address, methods in {
        "/v1/ask": {"post"},
        "/v1/documents": {"get", "post"},
        "/v1/documents/{document_id}": {"get", "delete"},
        "/v1/documents/{document_id}/text": {"get"},
        "/v1/documents/{document_id}/original": {"get"},
        "/v1/jobs/{job_id}": {"get"},
        "/v1/tasks": {"get"},
        "/v1/search": {"get"},
        "/v1/conversations/{conversation_id}": {"get", "delete"},
        "/v1/feedback": {"post"},
        "/v1/chat/completions": {"post"},
        "/v1/models": {"get"},
        "/healthz": {"get"},
        "/readyz": {"get"},
        "/metrics": {"get"},
    }.items():
        assert methods <= paths[address].keys(), address
