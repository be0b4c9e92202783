"""The option that rewrites the golden files of this package, and the profile for long runs of its property tests."""

from __future__ import annotations

import pytest
from hypothesis import settings

# For `--hypothesis-profile=long`: about an hour of damaged files on one core; 5,000 took seven minutes.
settings.register_profile("long", max_examples=40_000, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`python -m pytest tests/corpus --refresh-golden` rewrites them; look at the diff before you keep it."""
    parser.addoption("--refresh-golden", action="store_true", default=False, help="rewrite the golden files")


@pytest.fixture
def refresh_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written and not compared."""
    return bool(request.config.getoption("--refresh-golden", default=False))
