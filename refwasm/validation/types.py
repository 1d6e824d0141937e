"""Functions on closed types that the table's stack types call."""

from __future__ import annotations

from collections.abc import Sequence

from refwasm.syntax.types import (
    I32,
    I64,
    HeapType,
    NumType,
    PackedType,
    RefType,
    StorageType,
    ValType,
)
from refwasm.validation.matching import top_of
from refwasm.validation.runs import Items, items


def unpacked(zt: StorageType) -> ValType:
    """The type of a value read from storage of type `zt`.

    Spec: aux-unpack
    """
    return I32 if isinstance(zt, PackedType) else zt


def packed_fields(zts: Sequence[StorageType]) -> tuple[tuple[int, PackedType], ...]:
    """The positions and types of those of `zts` that are packed."""
    return tuple([(i, zt) for i, zt in enumerate(zts) if isinstance(zt, PackedType)])


def all_unpacked(zts: Sequence[StorageType]) -> Items:
    """The types of the values that `zts` store."""
    return items(tuple(map(unpacked, zts)))


def nullable(rt: RefType) -> RefType:
    """`rt` with null among its values."""
    return rt if rt.null else RefType(True, rt.heap)


def non_null(rt: RefType) -> RefType:
    """`rt` without null."""
    return RefType(False, rt.heap) if rt.null else rt


def difference(rt1: RefType, rt2: RefType) -> RefType:
    """`rt1` after a cast to `rt2` failed: without null, if `rt2` has it.

    Spec: aux-reftypediff
    """
    return non_null(rt1) if rt2.null else rt1


def with_heap(rt: RefType, ht: HeapType) -> RefType:
    """A reference to `ht`, as nullable as `rt`."""
    return RefType(rt.null, ht)


def top(rt: RefType) -> RefType:
    """The greatest type of the hierarchy of `rt`."""
    return RefType(True, top_of(rt.heap))


def narrower(at1: NumType, at2: NumType) -> NumType:
    """The lesser of two address types.

    Spec: aux-addrtype-min
    """
    return I64 if at1 is I64 and at2 is I64 else I32


def defaultable(t: StorageType) -> bool:
    """Whether `t` has a default value.

    Spec: valid-defaultable
    """
    return not isinstance(t, RefType) or t.null
