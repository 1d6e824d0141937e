"""refwasm/generated/features.py: the features that the table states."""

from __future__ import annotations

from codegen.table import Table
from codegen.writer import Writer, header, literal, tuple_of

TARGET = "refwasm/generated/features.py"


def emit(table: Table) -> str:
    """A mapping from the name of each feature to what the table says of it."""
    out = Writer()
    out.line(header("The features of WebAssembly.", "codegen/emit/features.py"))
    out.line('# By name: the edition or "proposal", what it needs, and what it brings.')
    with out.block("FEATURES: dict[str, tuple[str, tuple[str, ...], str]] = {", "}"):
        for f in table.features:
            needs = tuple_of(map(literal, f.needs))
            items = (literal(f.since), needs, literal(f.about))
            out.items(f"{literal(f.name)}: (", items, "),")
    return out.text()
