"""refwasm/generated/encoder.py: the bytes of each instruction."""

from __future__ import annotations

from codegen.emit.decoder import binary_order, shape_name, whole
from codegen.table import Row, Table
from codegen.writer import Writer, header

TARGET = "refwasm/generated/encoder.py"

# The function that writes immediates of a kind, in refwasm.binary.encode_immediates; others are indices.
NAMED = (
    "i32", "i64", "f32", "f64", "v128", "memarg", "blocktype", "heaptype", "resulttypes",
    "labelidxs", "laneidxs", "catches",
)  # fmt: skip


def emit(table: Table) -> str:
    """The writer of each row's immediates."""
    out = Writer()
    out.line(header("The bytes of instructions.", "codegen/emit/encoder.py"))
    out.line("from collections.abc import Callable\n")
    out.line("from refwasm.binary import encode_immediates as write")
    out.line("from refwasm.generated import opcodes as o")
    out.line("from refwasm.syntax.instructions import Immediate, Op\n")
    out.line("Args = tuple[Immediate, ...]")
    for shape in {shape_name(row): row for row in table.rows}.values():
        _writer(out, shape)
    out.line("\n")
    out.line("# The opcode, and what writes the immediates that follow it.")
    with out.block("ROWS: dict[Op, tuple[bytes, Callable[[Args], bytes]]] = {", "}"):
        for row in table.rows:
            out.line(f'o.{row.ident}: (b"{_opcode(row)}", {shape_name(row)}),')
    return out.text()


def _writer(out: Writer, row: Row) -> None:
    """The function that writes the immediates of rows like `row`."""
    out.line("\n")
    with out.block(f"def {shape_name(row)}(args: Args) -> bytes:"):
        if not row.immediates:
            out.line('return b""')
            return
        names = [i.name for i in row.immediates]
        out.line(f"({names[0]},) = args" if len(names) == 1 else f"{', '.join(names)} = args")
        if name := whole(row):
            out.line(f"return write.{name}({', '.join(names)})")
            return
        parts = (
            f"write.{i.kind if i.kind in NAMED else 'index'}({i.name})" for i in binary_order(row)
        )
        out.line(f"return {' + '.join(parts)}")


def _opcode(row: Row) -> str:
    """The opcode's bytes, escaped."""
    if row.prefix is None:
        return f"\\x{row.code:02x}"
    code = bytearray()
    rest = row.code
    while rest >= 0x80:
        code.append(rest & 0x7F | 0x80)
        rest >>= 7
    code.append(rest)
    return "".join(f"\\x{byte:02x}" for byte in (row.prefix, *code))
