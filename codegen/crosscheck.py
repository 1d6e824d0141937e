"""The table against the standard's own index of instructions, both ways, cell by cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from codegen.crosscheck_data import ERRATA, FORMS, IMMEDIATES, KEYS, SHORTHAND
from codegen.files import TableError, read_text
from codegen.table import EDITIONS, Row, Table

# Types that the index writes as the table does.
PLAIN = {"i32", "i64", "f32", "f64", "v128", "at", "(ref null x)", "(ref null y)", "(ref x)"}
PLAIN |= {"(ref i31)", *SHORTHAND}
# The columns, and with them the kinds of difference that are found.
COLUMNS = (
    "keyword", "immediates", "opcode", "since", "type", "validation", "execution", "operator",
)  # fmt: skip

Cells = dict[str, str]  # a row in the index's notation, by column; and its "place", file:line

_SIGN = re.compile(r"_([su])(?=_|$)")  # in keywords, and in names of functions
_SIGNS = {"s": "signed", "u": "unsigned"}
_WORD = re.compile(r"\w+")

DATA = "codegen/crosscheck_data.py"
HEAD = (
    "instruction", "opcode", "since", "type", "validation", "execution", "operator",
)  # fmt: skip


@dataclass(frozen=True)
class Result:
    """How many rows of the index the table equals, and what differs, one line each."""

    equal: int
    total: int
    proposals: int
    differences: tuple[str, ...]

    def __str__(self) -> str:
        others = f", {self.proposals} of proposals apart" if self.proposals else ""
        return f"{self.equal}/{self.total} rows equal the index{others}"


def crosscheck(table: Table, index: dict[str, Cells]) -> Result:
    """Compare all rows of editions; those of proposals are only counted."""
    rows = {row.key: row for row in table.rows if row.since in EDITIONS}
    index, stale = _corrected(index)
    wrong: dict[str, list[str]] = {}
    for key in [*rows, *(key for key in index if key not in rows)]:
        found = list(_differences(table, rows.get(key), index.get(key)))
        if found:
            wrong[key] = found
    used = {_form(row) for row in rows.values()}
    unused = [
        f"{DATA}: {name}: no row has the type '{stack}'" for name, stack in FORMS.keys() - used
    ]
    lines = [
        f"{_place(table, rows.get(key), index.get(key))}: {key}: {difference}"
        for key, found in wrong.items()
        for difference in found
    ]
    equal = sum(key not in wrong for key in index)
    proposals = len(table.rows) - len(rows)
    return Result(equal, len(index), proposals, (*lines, *stale, *sorted(unused)))


def _place(table: Table, row: Row | None, cells: Cells | None) -> str:
    """The line of the row in the table, or where there is none, that in the index."""
    if row is not None:
        return f"{table.path.name}:{row.line}"
    return cells["place"] if cells else DATA


def read_index(path: Path) -> dict[str, Cells]:
    """The index, by the table's keys. Raises TableError where it is no such list, or OSError."""
    index: dict[str, Cells] = {}
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        head = next(reader, [])
        for name in HEAD:
            if name not in head:
                raise TableError(path, 1, "-", f"there is no column '{name}'")
        for line in reader:
            if len(line) != len(head):
                wrong = f"{len(line)} cells, where the first line has {len(head)}"
                raise TableError(path, reader.line_num, (line or ["-"])[0], wrong)
            cells = _read_entry(dict(zip(head, line, strict=True)))
            cells["place"] = f"{path.name}:{reader.line_num}"
            if index.setdefault(cells["key"], cells) is not cells:
                raise TableError(path, reader.line_num, cells["key"], "stated twice")
    except csv.Error as error:
        raise TableError(path, reader.line_num, "-", str(error)) from None
    return index


def _read_entry(entry: dict[str, str]) -> Cells:
    keyword, _, immediates = entry["instruction"].partition(" ")
    cells = dict(entry, keyword=keyword, immediates=immediates)
    cells["key"] = KEYS.get(cells.pop("instruction"), keyword)
    cells["type"] = _expanded(cells["type"])
    return cells


def _corrected(index: dict[str, Cells]) -> tuple[dict[str, Cells], list[str]]:
    """The index with its errata applied, and those errata that do not apply."""
    corrected = {key: dict(cells) for key, cells in index.items()}
    stale = []
    for erratum in ERRATA:
        for key in erratum.keys:
            cells = corrected.get(key)
            if cells is None or cells[erratum.column] != erratum.index:
                stale.append(f"{DATA}: {key}: the erratum for {erratum.column} is no longer needed")
            else:
                cells[erratum.column] = erratum.right
    return corrected, stale


def _differences(table: Table, row: Row | None, cells: Cells | None) -> Iterator[str]:
    if row is None:
        yield "in the index, not in the table"
    elif cells is None:
        yield "in the table, not in the index"
    else:
        own = _cells(table, row)
        for column in COLUMNS:
            if own[column] != cells[column]:
                yield f"{column} is '{own[column]}', in the index '{cells[column]}'"


def _cells(table: Table, row: Row) -> Cells:
    anchors = dict(anchor.split("-", 1) for anchor in table.spec(row))
    return {
        "keyword": row.keyword,
        "immediates": _immediates(row),
        "opcode": _opcode(row),
        "since": f"{row.since}.0",
        "type": _type(row),
        "validation": f"valid-{anchors['valid']}" if "valid" in anchors else "",
        "execution": f"exec-{anchors['exec']}" if "exec" in anchors else "",
        "operator": f"op-{anchors['op']}{_other_sign(row)}" if "op" in anchors else "",
    }


def _other_sign(row: Row) -> str:
    """What sets the operator apart from that of the keyword, if its functions read other signs."""
    named = set(_SIGN.findall(row.keyword))
    used = {sign for word in _WORD.findall(row.exec) for sign in _SIGN.findall(word)}
    if not named or not used or used == named:
        return ""
    return f" {' and '.join(_SIGNS[sign] for sign in sorted(used))}"


def _immediates(row: Row) -> str:
    if row.text is not None:
        return "(ref null t)" if row.params.get("nullable") else "(ref t)"
    indices = iter("xy")
    words = []
    for immediate in row.immediates:
        word = IMMEDIATES[immediate.kind]
        words.append(word.replace("x", next(indices)) if word.startswith("x") else word)
    return " ".join(words)


def _opcode(row: Row) -> str:
    """The bytes in hexadecimal: a byte, or the prefix and an unsigned LEB128 number."""
    if row.prefix is None:
        return f"{row.code:02X}"
    octets, code = [row.prefix], row.code
    while code > 0x7F:
        octets.append(code & 0x7F | 0x80)
        code >>= 7
    return " ".join(f"{octet:02X}" for octet in (*octets, code))


def _type(row: Row) -> str:
    """The type in the index's notation: as it stands if plain, by its correspondence if not."""
    if row.closes:
        return ""
    if (form := _form(row)) is not None:
        return _expanded(FORMS[form])
    operands = (*row.signature.params, *row.signature.results)
    if row.signature.sets or any(o.many or o.type not in PLAIN for o in operands):
        return f"{row.stack}, which has no correspondence"
    params = [operand.type for operand in row.signature.params]
    results = [operand.type for operand in row.signature.results]
    if row.signature.polymorphic:
        params, results = ["t_1^*", *params], ["t_2^*"]
    return _expanded(f"[{' '.join(params)}] -> [{' '.join(results)}]")


def _form(row: Row) -> tuple[str, str] | None:
    """The key of the row's correspondence, if it has one."""
    for name in (row.key, row.rule):
        if (name, row.stack) in FORMS:
            return (name, row.stack)
    return None


def _expanded(text: str) -> str:
    """`text` with the abbreviations of reference types written out."""
    words = text.replace("[", "[ ").replace("]", " ]").split()
    return " ".join(SHORTHAND.get(word, word) for word in words)
