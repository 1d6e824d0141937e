"""Types (section "Types")."""

from __future__ import annotations

from collections.abc import Iterable

from refwasm.syntax.types import (
    I64,
    ArrayType,
    CompType,
    ExternType,
    FieldType,
    FuncType,
    FuncUse,
    GlobalType,
    HeapType,
    Limits,
    MemType,
    RefType,
    StorageType,
    StructType,
    SubType,
    TableType,
    TagType,
)
from refwasm.text.print_names import Scope


def heaptype(s: Scope, ht: HeapType) -> str:
    """Spec: text-heaptype"""
    return s.index("typeidx", ht) if isinstance(ht, int) else str(ht)


def storagetype(s: Scope, zt: StorageType) -> str:
    """Spec: text-storagetype"""
    if isinstance(zt, RefType) and isinstance(zt.heap, int):
        return f"(ref {'null ' if zt.null else ''}{heaptype(s, zt.heap)})"
    return str(zt)


def types(s: Scope, word: str, ts: Iterable[StorageType]) -> str:
    """`(word t*)` with a space before it, or nothing if there are none."""
    listed = " ".join([storagetype(s, t) for t in ts])
    return f" ({word} {listed})" if listed else ""


def typeuse(s: Scope, x: object) -> str:
    """Spec: text-typeuse"""
    assert isinstance(x, int), x
    return f"(type {s.index('typeidx', x)})"


def fieldtype(s: Scope, ft: FieldType) -> str:
    """Spec: text-fieldtype"""
    zt = storagetype(s, ft.storage)
    return f"(mut {zt})" if ft.mutable else zt


def comptype(s: Scope, comp: CompType, x: int, notes: dict[int, str]) -> str:
    """The type of index `x`; `notes` are annotations by field.

    Spec: text-comptype
    """
    match comp:
        case FuncType(ts1, ts2):
            return f"(func{types(s, 'param', ts1)}{types(s, 'result', ts2)})"
        case ArrayType(field):
            return f"(array {fieldtype(s, field)})"
        case StructType(fields):
            named = s.fields.get(x, {})
            parts = [
                f" (field {given(named.get(y), notes.get(y))}{fieldtype(s, field)})"
                for y, field in enumerate(fields)
            ]
            return f"(struct{''.join(parts)})"


def given(*names: str | None) -> str:
    """What there is of an identifier and annotations, with a space after each."""
    return "".join([f"{name} " for name in names if name])


def subtype(s: Scope, t: SubType, x: int, notes: dict[int, str]) -> str:
    """The type of index `x`.

    Spec: text-subtype
    """
    comp = comptype(s, t.comp, x, notes)
    if t.final and not t.supers:
        return comp
    supers = "".join([s.index("typeidx", y) + " " for y in t.supers])
    return f"(sub {'final ' if t.final else ''}{supers}{comp})"


def limits(lim: Limits) -> str:
    """Spec: text-limits"""
    return str(lim)


def memtype(mt: MemType) -> str:
    """Spec: text-memtype"""
    return f"{'i64 ' if mt.addr is I64 else ''}{limits(mt.limits)}"


def tabletype(s: Scope, tt: TableType) -> str:
    """Spec: text-tabletype"""
    addr = "i64 " if tt.addr is I64 else ""
    return f"{addr}{limits(tt.limits)} {storagetype(s, tt.elem)}"


def globaltype(s: Scope, gt: GlobalType) -> str:
    """Spec: text-globaltype"""
    t = storagetype(s, gt.type)
    return f"(mut {t})" if gt.mutable else t


def externtype(s: Scope, xt: ExternType) -> str:
    """Spec: text-externtype"""
    match xt:
        case FuncUse(x) | TagType(x):
            return typeuse(s, x)
        case TableType():
            return tabletype(s, xt)
        case MemType():
            return memtype(xt)
        case GlobalType():
            return globaltype(s, xt)
