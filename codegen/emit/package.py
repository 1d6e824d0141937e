"""refwasm/generated/__init__.py: what makes the folder a package."""

from __future__ import annotations

from codegen.table import Table

TARGET = "refwasm/generated/__init__.py"


def emit(table: Table) -> str:
    """A docstring and nothing else."""
    return f'"""Written by `python -m codegen` from {table.path.name}; never edited by hand."""\n'
