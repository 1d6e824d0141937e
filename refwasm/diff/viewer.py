"""Viewer modules: what tables hold, for interfaces that show none, as far as instructions can tell.

A viewer imports the tables that a module exports, and exports a function of the same name for each. It
gives a number that depends on the size of the table and on what each of its first elements is: null, or
of which abstract type.
"""

from __future__ import annotations

from refwasm.binary.encode_module import encode_module
from refwasm.engines.carriers import NUMBER as NUMBERS
from refwasm.engines.carriers import Code, carrier, instr
from refwasm.generated import opcodes as o
from refwasm.runtime.instances import TableInst
from refwasm.script.commands import HostConst
from refwasm.script.native import from_native
from refwasm.script.values import RefValue
from refwasm.syntax import types as T
from refwasm.syntax.instructions import Expr
from refwasm.syntax.modules import Export, Func, Import, Kind, Module

ORIGIN = "refwasm: viewed"  # what a viewer imports from
MOST = 1000  # elements of a table that are looked at
FACTOR = 31

# Locals of a function: the number so far, the index, the element.
NUMBER, INDEX, ELEMENT = range(3)


def viewer(module: Module) -> bytes | None:
    """The viewer, in binary, for the tables that `module`, which is valid, exports; None without any."""
    tables = [item.type for item in module.imports if isinstance(item.type, T.TableType)]
    tables += [table.type for table in module.tables]
    shown = {e.name: tables[e.index] for e in module.exports if e.kind is Kind.TABLE}
    if not shown:
        return None
    comps = tuple(subtype.comp for rectype in module.types for subtype in rectype.subtypes)
    own = T.RecType((T.SubType(True, (), T.FuncType((), (T.I64,))),))
    open_types = [T.TableType(t.addr, T.Limits(0, None), t.elem) for t in shown.values()]
    made = Module(
        types=(*module.types, own),
        imports=tuple(Import(ORIGIN, name, t) for name, t in zip(shown, open_types, strict=True)),
        funcs=tuple(
            Func(len(comps), _locals(t), Expr(_code(x, t, comps))) for x, t in enumerate(open_types)
        ),
        exports=tuple(Export(name, Kind.FUNC, x) for x, name in enumerate(shown)),
    )
    return encode_module(made)


def _locals(t: T.TableType) -> tuple[tuple[int, T.ValType], ...]:
    return (1, T.I64), (1, t.addr), (1, T.RefType(True, t.elem.heap))


def _code(x: int, t: T.TableType, comps: tuple[T.CompType, ...]) -> Code:
    """The body for table `x`."""
    wide = t.addr is T.I64
    const, ge = (o.I64_CONST, o.I64_GE_U) if wide else (o.I32_CONST, o.I32_GE_U)
    add = o.I64_ADD if wide else o.I32_ADD
    index, size = instr(o.LOCAL_GET, INDEX), instr(o.TABLE_SIZE, x)
    return [
        size,
        *([] if wide else [instr(o.I64_EXTEND_I32_U)]),
        instr(o.LOCAL_SET, NUMBER),
        instr(o.BLOCK, None),
        instr(o.LOOP, None),
        *(index, size, instr(ge), instr(o.BR_IF, 1)),
        *(index, instr(const, MOST), instr(ge), instr(o.BR_IF, 1)),
        *(index, instr(o.TABLE_GET, x), instr(o.LOCAL_SET, ELEMENT)),
        *carrier(t.elem, comps, ()).leave(ELEMENT),
        instr(o.I64_EXTEND_I32_U),
        *(instr(o.LOCAL_GET, NUMBER), instr(o.I64_CONST, FACTOR), instr(o.I64_MUL)),
        *(instr(o.I64_ADD), instr(o.LOCAL_SET, NUMBER)),
        *(index, instr(const, 1), instr(add), instr(o.LOCAL_SET, INDEX)),
        instr(o.BR, 0),
        instr(o.END),
        instr(o.END),
        instr(o.LOCAL_GET, NUMBER),
        instr(o.END),
    ]


def number_of(table: TableInst) -> int:
    """The number that a viewer gives for `table`."""
    number = table.size
    for i in range(min(table.size, MOST)):
        elem = table.elems[i] if i < len(table.elems) else table.rest
        number = (number * FACTOR + _sort(from_native(elem, table.type.elem))) % (1 << 64)
    return number


def _sort(value: object) -> int:
    """The number by which the code of a viewer tells what `value` is."""
    match value:
        case HostConst(_, extern):
            return NUMBERS[T.EXTERN if extern else T.ANY]
        case RefValue(heap):
            return NUMBERS[heap]
        case _:
            return NUMBERS[None]
