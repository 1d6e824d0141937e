"""refwasm/generated/INSTRUCTIONS.md: the flat index for people."""

from __future__ import annotations

from codegen.table import EDITIONS, PROPOSAL, Row, Table

TARGET = "refwasm/generated/INSTRUCTIONS.md"

_HEAD = """\
# Instructions

Written by `python -m codegen` (codegen/emit/instructions_md.py) from opcodes.yaml. Do not edit.

{count} instructions by opcode{others}.

*Type*: operands, an arrow, results, bottom to top; `at` is an address type, `*ts` a sequence. *Meaning*: Python, its last expression the result; the functions are those of
`refwasm/numerics` and `refwasm/runtime`, the other words are defined in CONTRIBUTING.md. *Anchors*
are those of the standard, chapters "Validation" and "Execution".

| opcode | instruction | immediates | type | edition | feature | traps | meaning | anchors |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""


def emit(table: Table) -> str:
    """One line per row, in the order of the opcodes."""
    rows = sorted(table.rows, key=lambda row: (row.prefix or row.code, row.code))
    count = sum(row.since in EDITIONS for row in rows)
    others = f", with {len(rows) - count} of proposals" if count < len(rows) else ""
    return _HEAD.format(count=count, others=others) + "".join(_line(table, row) for row in rows)


def _line(table: Table, row: Row) -> str:
    opcode = f"{row.code:02X}" if row.prefix is None else f"{row.prefix:02X} {row.code}"
    cells = (
        _code(opcode),
        _code(row.key),
        _code(" ".join(f"{i.name}:{i.kind_text}" for i in row.immediates)),
        _code(row.stack),
        row.since if row.since in EDITIONS else PROPOSAL,
        row.feature,
        "; ".join(table.traps(row)),
        _code("; ".join(row.exec.split("\n"))),
        " ".join(table.spec(row)),
    )
    return f"| {' | '.join(cells)} |\n"


def _code(text: str) -> str:
    """`text` as code in a cell of a table."""
    return f"`{text.replace('|', chr(92) + '|')}`" if text else ""
