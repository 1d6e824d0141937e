"""Recursion groups: well-formed, and their members subtypes of what they declare (section "Types")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from refwasm.errors import require
from refwasm.syntax.deftypes import DefType, close_rectype
from refwasm.syntax.types import (
    NUMVECS,
    ArrayType,
    CompType,
    FuncType,
    RecType,
    RefType,
    StorageType,
    StructType,
    SubType,
)
from refwasm.validation.matching import match_comptype
from refwasm.validation.module_context import ModuleContext

FEW = 16  # types of a function type that is closed once for all modules


def add_rectype(C: ModuleContext, rectype: RecType) -> None:
    """Append the members of `rectype`, closed, to the types of `C`.

    Spec: valid-rectype
    """
    if len(rectype.subtypes) == 1 and (dt := _plain(rectype.subtypes[0])) is not None:
        C.types.append(dt)
        return
    x = len(C.types)
    end = x + len(rectype.subtypes)
    for i, subtype in enumerate(rectype.subtypes):
        _check_indices(subtype, x + i, end)
    C.types += close_rectype(rectype, x, C.types)
    for i, subtype in enumerate(rectype.subtypes):
        _check_super(C, subtype, x + i)


def _plain(subtype: SubType) -> DefType | None:
    """`subtype`, a group of its own, closed, if it is a short function type without references."""
    ct = subtype.comp
    if not isinstance(ct, FuncType) or subtype.supers or len(ct.params) + len(ct.results) > FEW:
        return None
    if NUMVECS.issuperset(ct.params) and NUMVECS.issuperset(ct.results):
        return _closed(subtype)
    return None


@lru_cache(1024)
def _closed(subtype: SubType) -> DefType:
    return close_rectype(RecType((subtype,)), 0, ())[0]


def _check_indices(subtype: SubType, x: int, end: int) -> None:
    """Member `x` mentions types below `end` alone, and declares at most one supertype, before it."""
    for y in (*subtype.supers, *_indices(subtype.comp)):
        require(y < end, f"unknown type {y}")
    require(len(subtype.supers) <= 1, f"sub type {x} has several super types")
    for y in subtype.supers:
        require(y < x, f"forward use of type {y} in sub type definition")


def _indices(ct: CompType) -> Iterator[int]:
    for zt in _storage(ct):
        if isinstance(zt, RefType) and isinstance(zt.heap, int):
            yield zt.heap


def _storage(ct: CompType) -> Iterator[StorageType]:
    match ct:
        case FuncType(ts1, ts2):
            yield from ts1
            yield from ts2
        case StructType(fields):
            yield from (field.storage for field in fields)
        case ArrayType(field):
            yield field.storage


def _check_super(C: ModuleContext, subtype: SubType, x: int) -> None:
    """Member `x` matches the supertype that it declares, which is not final.

    Spec: valid-subtype
    """
    for y in subtype.supers:
        dt = C.types[y]
        require(not dt.final, f"sub type {x} has final super type {y}")
        matches = match_comptype(C.types[x].comp, dt.comp)
        require(matches, f"sub type {x} does not match super type {y}")
