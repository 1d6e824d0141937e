"""Small tables: text in, `Table` out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.table import Table, load_table

FUNCTIONS = '''
def idiv_s(N: int, i1: int, i2: int) -> int:
    """The quotient.  Spec: op-idiv"""
    trap_if(i2 == 0, "integer divide by zero")
    return 0
'''

FEATURES = """
- features:
    one: {since: 1, about: "the first"}
    two: {since: 2, needs: [one], about: "the second"}
    three: {since: 3, about: "the third"}
    threads: {since: proposal, about: "not yet"}
"""

Load = Callable[..., Table]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Load a table from its text and some features, beside a package with the functions given."""

    def load_text(text: str, functions: str = FUNCTIONS) -> Table:
        package = tmp_path / "refwasm" / "numerics"
        package.mkdir(parents=True, exist_ok=True)
        (package / "integers.py").write_text(functions, encoding="utf-8")
        path = tmp_path / "opcodes.yaml"
        path.write_text(text + FEATURES, encoding="utf-8")
        return load_table(path)

    return load_text


@pytest.fixture(scope="session")
def table() -> Table:
    """The table of the project."""
    return load_table(Path(__file__).parents[2] / "opcodes.yaml")
