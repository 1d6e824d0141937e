"""Closed types for tests, made as modules make them."""

from __future__ import annotations

from refwasm.syntax.deftypes import DefType, close_rectype
from refwasm.syntax.types import (
    I32,
    ArrayType,
    CompType,
    FieldType,
    FuncType,
    RecType,
    StorageType,
    StructType,
    SubType,
)


def closed(*group: SubType, before: tuple[DefType, ...] = ()) -> list[DefType]:
    """The members of a recursion group that comes after the types `before`."""
    return close_rectype(RecType(group), len(before), before)


def alone(comp: CompType) -> DefType:
    """A final type without supertypes."""
    return closed(SubType(True, (), comp))[0]


def array_of(zt: StorageType) -> DefType:
    return alone(ArrayType(FieldType(True, zt)))


def struct_of(*zts: StorageType) -> DefType:
    return alone(StructType(tuple(FieldType(True, zt) for zt in zts)))


def chain(n: int) -> list[DefType]:
    """`n` structure types, each declared below the one before."""
    types: list[DefType] = []
    empty = StructType(())
    for k in range(n):
        supers = (k - 1,) if k else ()
        types += close_rectype(RecType((SubType(False, supers, empty),)), k, types)
    return types


UNARY = alone(FuncType((I32,), (I32,)))
NULLARY = alone(FuncType((), ()))
