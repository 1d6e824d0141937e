"""What all tests may use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOLD = Path(__file__).parent / "gold"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--refresh-gold` accepts what renderers write now; look at the difference before a commit."""
    parser.addoption("--refresh-gold", action="store_true", help="rewrite the files of tests/gold")


@pytest.fixture
def gold(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of tests/gold of that name; the actual one is left beside it."""

    def compare(name: str, actual: str) -> None:
        path = GOLD / name
        other = path.with_suffix(f".actual{path.suffix}")
        if request.config.getoption("--refresh-gold"):
            path.write_text(actual, "utf-8")
        expected = path.read_text("utf-8") if path.exists() else ""
        if actual != expected:
            other.write_text(actual, "utf-8")
        else:
            other.unlink(missing_ok=True)
        assert actual == expected

    return compare
