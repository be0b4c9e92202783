"""The direction of imports is part of the design: corpus <- index <- assistant <- api."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ALLOWED = {
    "corpus": {"corpus"},
    "index": {"corpus", "index"},
    "assistant": {"corpus", "index", "assistant"},
    # `eval` reaches a running server over HTTP; in process it drives the same assistant as everyone else.
    "eval": {"corpus", "index", "assistant", "eval"},
    "api": {"corpus", "index", "assistant", "eval", "api"},
}


def imported_packages(source: Path) -> set[str]:
    """The top-level names that a module imports, wherever in the module the import stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_a_package_imports_only_those_below_it(package: str) -> None:
    """No module of a package imports a package that stands above it."""
    modules = sorted((ROOT / package).rglob("*.py"))
    assert modules, f"{package} has no modules"
    for module in modules:
        above = imported_packages(module) & (ALLOWED.keys() - ALLOWED[package])
        assert not above, f"{module.relative_to(ROOT)} imports {', '.join(sorted(above))}"


PARTS = ("language", "questions", "matching", "wording", "answers")
"""The packages of the assistant, each of which may import those before it."""


def imported_parts(source: Path) -> set[str]:
    """What a module imports of the assistant: the names of its packages, and of the modules beside them."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            modules = [f"{node.module}.{alias.name}" for alias in node.names]
        names.update(module.split(".")[1] for module in modules if module.startswith("assistant."))
    return names


@pytest.mark.parametrize("part", PARTS)
def test_a_step_of_the_assistant_imports_only_those_before_it(part: str) -> None:
    """No module of a step imports a later step, nor the modules that put the steps together."""
    modules = sorted((ROOT / "assistant" / part).rglob("*.py"))
    assert len(modules) > 1, f"assistant/{part} has no modules"
    allowed = {*PARTS[: PARTS.index(part) + 1], "types"}
    for module in modules:
        above = imported_parts(module) - allowed
        assert not above, f"{module.relative_to(ROOT)} imports {', '.join(sorted(above))}"
