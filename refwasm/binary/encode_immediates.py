"""Immediates to bytes, by the kinds that the table names; `generated/encoder.py` calls these.

An immediate's type follows from its row, which the type checker cannot know: hence the assertions.
"""

from __future__ import annotations

from refwasm.binary import encode_types as t
from refwasm.binary.decode_immediates import CATCHES, HAS_INDEX, NO_RESULT
from refwasm.binary.leb128 import signed, unsigned
from refwasm.syntax.instructions import Catch, Immediate, IndexedMemArg, MemArg
from refwasm.syntax.types import AbsHeapType, NumType, RefType, VecType


def index(x: object) -> bytes:
    """An index, a lane, a count."""
    assert isinstance(x, int), x
    return unsigned(x)


def i32(c: Immediate) -> bytes:
    """A constant of 32 bits."""
    assert isinstance(c, int), c
    return signed(c - ((c & 1 << 31) << 1))


def i64(c: Immediate) -> bytes:
    """A constant of 64 bits."""
    assert isinstance(c, int), c
    return signed(c - ((c & 1 << 63) << 1))


def f32(c: Immediate) -> bytes:
    """A pattern of 32 bits."""
    assert isinstance(c, int), c
    return c.to_bytes(4, "little")


def f64(c: Immediate) -> bytes:
    """A pattern of 64 bits."""
    assert isinstance(c, int), c
    return c.to_bytes(8, "little")


def v128(c: Immediate) -> bytes:
    """A pattern of 128 bits."""
    assert isinstance(c, int), c
    return c.to_bytes(16, "little")


def memarg(m: Immediate) -> bytes:
    """A memory argument; memory 0 needs no index, but keeps one that it had.

    Spec: binary-memarg
    """
    assert isinstance(m, MemArg), m
    if m.x == 0 and not isinstance(m, IndexedMemArg):
        return unsigned(m.align) + unsigned(m.offset)
    return unsigned(m.align | HAS_INDEX) + unsigned(m.x) + unsigned(m.offset)


def blocktype(bt: Immediate) -> bytes:
    """A block type.

    Spec: binary-blocktype
    """
    match bt:
        case None:
            return bytes([NO_RESULT])
        case int():
            return signed(bt)
        case _:
            return valtype(bt)


def valtype(vt: object) -> bytes:
    """A value type."""
    assert isinstance(vt, NumType | VecType | RefType), vt
    return t.storagetype(vt)


def heaptype(ht: Immediate) -> bytes:
    """A heap type."""
    assert isinstance(ht, int | AbsHeapType), ht
    return t.heaptype(ht)


def resulttypes(ts: Immediate) -> bytes:
    """The types that `select` names."""
    assert isinstance(ts, tuple), ts
    return t.vector(valtype, ts)


def labelidxs(ls: Immediate) -> bytes:
    """The labels of a `br_table`, save the last."""
    assert isinstance(ls, tuple), ls
    return t.vector(index, ls)


def laneidxs(ls: Immediate) -> bytes:
    """The lanes of a shuffle."""
    assert isinstance(ls, tuple), ls
    return b"".join([index(lane) for lane in ls])


def catch(clause: object) -> bytes:
    """A catch clause.

    Spec: binary-catch
    """
    assert isinstance(clause, Catch), clause
    tag = b"" if clause.x is None else unsigned(clause.x)
    return bytes([CATCHES.index(clause.kind)]) + tag + unsigned(clause.l)


def catches(clauses: Immediate) -> bytes:
    """Catch clauses."""
    assert isinstance(clauses, tuple), clauses
    return t.vector(catch, clauses)


def cast(label: Immediate, rt1: Immediate, rt2: Immediate) -> bytes:
    """A label and the types between which to cast.

    Spec: binary-castop
    """
    assert isinstance(rt1, RefType) and isinstance(rt2, RefType), (rt1, rt2)
    flags = bytes([rt1.null | rt2.null << 1])
    return flags + index(label) + t.heaptype(rt1.heap) + t.heaptype(rt2.heap)
