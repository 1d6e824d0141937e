"""refwasm/generated/opcodes.py: an `Op` for each row."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.action import parse_action
from codegen.effects import HEAP, effects
from codegen.table import Row, Table
from codegen.writer import Writer, header, literal, tuple_of

TARGET = "refwasm/generated/opcodes.py"


def emit(table: Table) -> str:
    """The module of records that every phase names instructions by."""
    out = Writer()
    out.line(header("The instructions, one `Op` per row of the table.", "codegen/emit/opcodes.py"))
    out.line("from refwasm.syntax.instructions import Op\n")
    for row in table.rows:
        out.items(f"{row.ident} = Op(", _arguments(table, row), ")")
    out.line()
    out.items("OPS: tuple[Op, ...] = (", (row.ident for row in table.rows), ")")
    return out.text()


def _arguments(table: Table, row: Row) -> Iterator[str]:
    yield literal(row.key)
    yield "None" if row.prefix is None else f"0x{row.prefix:02X}"
    yield f"0x{row.code:02X}" if row.prefix is None else str(row.code)
    yield f"rule={literal(row.rule)}"
    yield f"since={literal(row.since)}"
    yield f"feature={literal(row.feature)}"
    if row.also:
        yield f"also={literal(row.also)}"
    if row.immediates:
        pairs = (f"({literal(i.name)}, {literal(i.kind_text)})" for i in row.immediates)
        yield f"immediates={tuple_of(pairs)}"
    if row.stack:
        yield f"stack={literal(row.stack)}"
    if row.constant:
        yield f"constant={literal(row.constant)}"
    if row.closes:
        yield "closes=True"
    if row.after:
        yield f"after={tuple_of(map(literal, row.after))}"
    if row.continues:
        yield "continues=True"
    if row.opens is not None:
        yield "opens=True"
    found = effects(parse_action(row), table.library)
    for name, texts in (
        ("reads", _store(row, found.reads)),
        ("writes", _store(row, found.writes)),
        ("traps", table.traps(row)),
        ("spec", table.spec(row)),
    ):
        if texts:
            yield f"{name}={tuple_of(map(literal, texts))}"


def _store(row: Row, resources: frozenset[str]) -> tuple[str, ...]:
    """Those of `resources` that are of the store; with what operands reach if one or the result has a defined type.

    Or if that is all there is.
    """
    types = (value.type for value in (*row.signature.params, *row.signature.results))
    held = resources - {"locals"}
    if any("(ref" in t for t in types) or held == {HEAP}:
        return tuple(sorted(held))
    return tuple(sorted(held - {HEAP}))
