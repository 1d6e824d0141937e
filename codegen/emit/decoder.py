"""refwasm/generated/decoder.py: what each opcode's bytes mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from codegen.signature import Immediate
from codegen.table import EDITIONS, Row, Table
from codegen.writer import Writer, header

TARGET = "refwasm/generated/decoder.py"

INDEX = "r.u32()"
RANGES = 8  # in one class of bytes
# How an immediate of each kind is read; `r` is the reader.
READ = {
    "i32": "r.signed(32) & 0xFFFF_FFFF",
    "i64": "r.signed(64) & 0xFFFF_FFFF_FFFF_FFFF",
    "f32": "r.fixed(4)",
    "f64": "r.fixed(8)",
    "v128": "r.fixed(16)",
    "u32": INDEX,
    "memidx": "read.memidx(r)",
    "tableidx": "read.tableidx(r)",
    "laneidx": "r.unsigned(8)",
    "laneidxs": "read.laneidxs(r)",
    "labelidxs": "r.indices()",
    "memarg": "read.memarg(r)",
    "blocktype": "read.blocktype(r)",
    "heaptype": "types.heaptype(r)",
    "resulttypes": "read.resulttypes(r)",
    "catches": "read.catches(r)",
}
# The expression in refwasm.binary.spellings for each kind that has one; indices have U32.
SPELLING = {
    "i32": "I32",
    "i64": "I64",
    "f32": "BYTES4",
    "f64": "BYTES8",
    "v128": "BYTES16",
    "u32": "U32",
    "laneidx": "U8",
    "laneidxs": "LANES",
    "memarg": "MEMARG",
    "blocktype": "BLOCKTYPE",
    "heaptype": "HEAPTYPE",
    "resulttypes": "RESULTTYPE",
    "cast": "CAST",
}


def emit(table: Table) -> str:
    """The reader of each row's immediates, and the expressions that cut bodies."""
    out = Writer()
    out.line(header("Instructions by their opcodes.", "codegen/emit/decoder.py"))
    out.line("from collections.abc import Callable\n")
    out.line("from refwasm.binary import decode_immediates as read")
    out.line("from refwasm.binary import decode_types as types")
    out.line("from refwasm.binary import spellings as s")
    out.line("from refwasm.binary.reader import Reader")
    out.line("from refwasm.generated import opcodes as o")
    out.line("from refwasm.syntax.instructions import Immediate, Op\n")
    out.line("Args = tuple[Immediate, ...]")
    for shape in {shape_name(row): row for row in table.rows}.values():
        _reader(out, shape)
    out.line("\n")
    out.line("# An opcode's record, and what reads its immediates.")
    _rows(out, "ROWS", [row for row in table.rows if row.prefix is None])
    prefixes = sorted({row.prefix for row in table.rows if row.prefix is not None})
    for prefix in prefixes:
        _rows(out, f"ROWS_{prefix:02X}", [row for row in table.rows if row.prefix == prefix])
    pairs = (f"0x{prefix:02X}: ROWS_{prefix:02X}" for prefix in prefixes)
    out.items("PREFIXED = {", pairs, "}")
    out.line(
        "\n# The instructions of the editions whose spelling is regular, by the kinds of their immediates."
    )
    with out.block('REGULAR = b"|".join(', ")"), out.block("(", ")"):
        for line in _expressions(row for row in table.rows if row.since in EDITIONS):
            out.line(line)
    return out.text()


def binary_order(row: Row) -> tuple[Immediate, ...]:
    """The immediates in the order of the binary format, unless one function reads them all."""
    if row.binary is None:
        return row.immediates
    by_name = {immediate.name: immediate for immediate in row.immediates}
    return tuple(by_name[name] for name in row.binary.split())


def whole(row: Row) -> str | None:
    """The function that reads or writes all immediates at once: `cast` of "cast(l rt1 rt2)"."""
    return row.binary.partition("(")[0] if row.binary and "(" in row.binary else None


def shape_name(row: Row) -> str:
    """A name for what rows with the same immediates share: their kinds in the binary's order."""
    if name := whole(row):
        return name
    order = binary_order(row)
    kinds = "_".join(i.kind for i in order) or "none"
    return kinds if order == row.immediates else f"{kinds}_reordered"


def _reader(out: Writer, row: Row) -> None:
    """The function that reads the immediates of rows like `row`."""
    out.line("\n")
    with out.block(f"def {shape_name(row)}(r: Reader) -> Args:"):
        if name := whole(row):
            out.line(f"return read.{name}(r)")
            return
        order = binary_order(row)
        reads = [READ.get(i.kind, INDEX) for i in order]
        if order == row.immediates:
            out.line(f"return ({', '.join(reads)}{',' * (len(reads) == 1)})")
            return
        out.line(f"{', '.join(i.name for i in order)} = {', '.join(reads)}")
        out.line(f"return {', '.join(i.name for i in row.immediates)}")


def _rows(out: Writer, name: str, rows: Iterable[Row]) -> None:
    with out.block(f"{name}: dict[int, tuple[Op, Callable[[Reader], Args]]] = {{", "}"):
        for row in sorted(rows, key=lambda row: row.code):
            code = f"0x{row.code:02X}" if row.prefix is None else f"{row.code}"
            out.line(f"{code}: (o.{row.ident}, {shape_name(row)}),")


def _expressions(rows: Iterable[Row]) -> Iterator[str]:
    """An alternative for each leading part of an opcode and each sequence of kinds."""
    groups: dict[tuple[bytes, bytes, str], list[int]] = {}
    for row in rows:
        name = whole(row)
        kinds = [name] if name else [i.kind for i in binary_order(row)]
        if any(kind not in SPELLING and not kind.endswith("idx") for kind in kinds):
            continue
        first, varied, last = _opcode(row)
        tail = "".join(f" + s.{SPELLING.get(kind, 'U32')}" for kind in kinds)
        groups.setdefault((first, last, tail), []).append(varied)
    for (first, last, tail), codes in groups.items():
        for part in _classes(codes):
            yield f'rb"{_escaped(first)}{part}{_escaped(last)}"{tail},'


def _opcode(row: Row) -> tuple[bytes, int, bytes]:
    """The opcode's bytes: what precedes the one in which rows differ most, that, and the rest."""
    if row.prefix is None:
        return b"", row.code, b""
    if row.code < 0x80:
        return bytes([row.prefix]), row.code, b""
    assert row.code < 0x4000
    return bytes([row.prefix]), row.code & 0x7F | 0x80, bytes([row.code >> 7])


def _escaped(data: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in data)


def _classes(codes: Iterable[int]) -> Iterator[str]:
    """Classes of bytes, consecutive ones as ranges; as many as keep lines short."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    for i in range(0, len(ranges), RANGES):
        text = "".join(_range(a, b) for a, b in ranges[i : i + RANGES])
        yield text if len(text) == 4 else f"[{text}]"


def _range(first: int, last: int) -> str:
    dash = "-" if last - first > 1 else ""
    return dash.join(_escaped(bytes([code])) for code in sorted({first, last}))
