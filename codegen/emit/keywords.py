"""refwasm/generated/keywords.py: the rows that a keyword of the text format may mean."""

from __future__ import annotations

from codegen.table import Row, Table
from codegen.writer import Writer, header, literal, tuple_of

TARGET = "refwasm/generated/keywords.py"


def emit(table: Table) -> str:
    """The table of keywords; where several rows share one, the operands tell which is meant."""
    by_keyword: dict[str, list[Row]] = {}
    for row in table.rows:
        by_keyword.setdefault(row.keyword, []).append(row)
    out = Writer()
    out.line(header("The keywords of instructions.", "codegen/emit/keywords.py"))
    out.line("from refwasm.generated import opcodes as o")
    out.line("from refwasm.syntax.instructions import Op\n")
    with out.block("KEYWORDS: dict[str, tuple[Op, ...]] = {", "}"):
        for word, rows in by_keyword.items():
            out.line(f"{literal(word)}: {tuple_of(f'o.{row.ident}' for row in rows)},")
    return out.text()
