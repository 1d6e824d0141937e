"""Structures and arrays: their instances, and the meaning of their instructions.

Fields and elements are held as stored: a packed one by its low bits, unsigned.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from refwasm.errors import Exhaustion, trap_if
from refwasm.numerics.floats import float_of_bits
from refwasm.runtime.effects import reads
from refwasm.runtime.instances import DataInst, ElemInst
from refwasm.runtime.memories import OUT_OF_BOUNDS as OUT_OF_MEMORY_BOUNDS
from refwasm.runtime.tables import OUT_OF_BOUNDS as OUT_OF_TABLE_BOUNDS
from refwasm.runtime.values import I31, Ref, Value, default
from refwasm.syntax import types as T
from refwasm.syntax.deftypes import DefType

OUT_OF_BOUNDS = "out of bounds array access"
LARGEST = 2**30  # bytes that an array may have

# To mypy all are lists: what is used here of bytearray and array is what they have in common.
Elements = list[Value]


class StructInst(list[Value]):
    """A structure: the list of its fields, which takes 48 bytes less than to hold that list.

    To all but subscripts it is a value like others: equal to itself alone, never false, no sequence.
    Spec: syntax-structinst
    """

    __slots__ = ("type",)
    type: DefType

    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__  # type: ignore[assignment]  # that of a list is None
    __repr__ = object.__repr__
    __iter__ = None  # type: ignore[assignment]  # so that no host takes one for a list of results

    def __bool__(self) -> bool:
        return True


@dataclass(slots=True, eq=False, repr=False)
class ArrayInst:
    """An array; numbers lie in a bytearray or array of their width.  Spec: syntax-arrayinst"""

    type: DefType
    elements: Elements


@reads
def pack(zt: T.StorageType, v: Value) -> Value:
    """`v` as a field of storage type `zt` holds it.  Spec: aux-packfield"""
    return v % (1 << zt.bits) if isinstance(zt, T.PackedType) and isinstance(v, int) else v


@reads
def ref_i31(i: int) -> I31:
    """A reference to the low 31 bits of `i`.  Spec: exec-ref.i31"""
    return I31(i % 2**31)


@reads
def i31(r: Ref) -> int:
    """The 31-bit integer that `r` refers to, unsigned.  Spec: exec-i31.get"""
    trap_if(r is None, "null i31 reference")
    assert isinstance(r, I31)
    return r.i


# Structures


@reads
def struct(s: Ref) -> StructInst:
    """The structure that `s` refers to.  Spec: exec-struct.get"""
    trap_if(s is None, "null structure reference")
    assert isinstance(s, StructInst)
    return s


def struct_new(
    deftype: DefType, packs: Sequence[tuple[int, T.PackedType]], args: Iterable[Value]
) -> StructInst:
    """A new structure with fields `args`, of which those numbered in `packs` are packed.

    Spec: exec-struct.new
    """
    s = StructInst(args)
    s.type = deftype
    for i, zt in packs:
        s[i] = pack(zt, s[i])
    return s


def struct_new_default(deftype: DefType, zts: Sequence[T.StorageType]) -> StructInst:
    """A new structure with the default values of its types `zts`.  Spec: exec-struct.new_default"""
    return struct_new(deftype, (), [default(zt) for zt in zts])  # as packed as they need be


# Arrays


def _elements(zt: T.StorageType) -> Elements:
    """No elements yet, of storage type `zt`."""
    match zt:
        case T.PackedType(bits=8):
            return cast(Elements, bytearray())
        case T.PackedType():
            return cast(Elements, array("H"))
        case T.NumType(name="i32"):
            return cast(Elements, array("I"))
        case T.NumType(name="i64"):
            return cast(Elements, array("Q"))
        case T.NumType():
            return cast(Elements, array("d"))  # an array("f") would make signalling NaNs quiet
        case _:
            return []


def _width(zt: T.StorageType) -> int:
    """The bytes that an element of the numeric storage type `zt` has in a data segment."""
    assert isinstance(zt, T.NumType | T.VecType | T.PackedType)
    return zt.bits // 8


def _from_bytes(zt: T.StorageType, data: bytes) -> Elements:
    """The elements of the numeric storage type `zt` that `data` encodes.  Spec: aux-bytes"""
    if zt is T.V128:
        return [int.from_bytes(data[k : k + 16], "little") for k in range(0, len(data), 16)]
    if zt is T.F32:
        return [float_of_bits(32, cast(int, i)) for i in _from_bytes(T.I32, data)]
    elements = _elements(zt)
    if isinstance(elements, array):
        elements.frombytes(data)
        if sys.byteorder == "big":
            elements.byteswap()
    else:
        elements += data
    return elements


def _repeated(like: Elements, v: Value, n: int) -> Elements:
    """`v`, `n` times, in the same kind of sequence as `like`."""
    elements = like[:0]
    elements.append(v)
    return elements * n


def _allocatable(zt: T.StorageType, n: int) -> None:
    """Raise Exhaustion if `n` elements of type `zt` are more than an array may have."""
    if n * (8 if isinstance(zt, T.RefType) else _width(zt)) > LARGEST:
        raise Exhaustion(f"out of memory: an array of {n} elements")


def array_new(deftype: DefType, zt: T.StorageType, v: Value, n: int) -> ArrayInst:
    """A new array of `n` times `v`.  Spec: exec-array.new"""
    _allocatable(zt, n)
    return ArrayInst(deftype, _repeated(_elements(zt), pack(zt, v), n))


def array_new_fixed(deftype: DefType, zt: T.StorageType, args: Iterable[Value]) -> ArrayInst:
    """A new array of `args`.  Spec: exec-array.new_fixed"""
    elements = _elements(zt)
    elements.extend(pack(zt, v) for v in args)
    return ArrayInst(deftype, elements)


def array_new_data(
    deftype: DefType, zt: T.StorageType, data: DataInst, i: int, n: int
) -> ArrayInst:
    """A new array of the `n` elements encoded at byte `i` of `data`.  Spec: exec-array.new_data"""
    end = i + n * _width(zt)
    trap_if(end > len(data.data), OUT_OF_MEMORY_BOUNDS)
    elements = _elements(zt)
    elements.extend(_from_bytes(zt, data.data[i:end]))
    return ArrayInst(deftype, elements)


def array_new_elem(
    deftype: DefType, zt: T.StorageType, elem: ElemInst, i: int, n: int
) -> ArrayInst:
    """A new array of the `n` references at `i` of `elem`.  Spec: exec-array.new_elem"""
    trap_if(i + n > len(elem.refs), OUT_OF_TABLE_BOUNDS)
    return array_new_fixed(deftype, zt, elem.refs[i : i + n])


def _array(a: Ref) -> ArrayInst:
    """The array that `a` refers to."""
    trap_if(a is None, "null array reference")
    assert isinstance(a, ArrayInst)
    return a


@reads
def array_get(a: Ref, i: int) -> Value:
    """The element at `i`, as stored.  Spec: exec-array.get"""
    elements = _array(a).elements
    trap_if(i >= len(elements), OUT_OF_BOUNDS)
    return elements[i]


def array_set(a: Ref, i: int, v: Value) -> None:
    """Replace the element at `i` by `v`, as stored.  Spec: exec-array.set"""
    elements = _array(a).elements
    trap_if(i >= len(elements), OUT_OF_BOUNDS)
    elements[i] = v


@reads
def array_len(a: Ref) -> int:
    """The number of elements.  Spec: exec-array.len"""
    return len(_array(a).elements)


def array_fill(a: Ref, i: int, v: Value, n: int) -> None:
    """Replace `n` elements from `i` on by `v`, as stored.  Spec: exec-array.fill"""
    elements = _array(a).elements
    trap_if(i + n > len(elements), OUT_OF_BOUNDS)
    elements[i : i + n] = _repeated(elements, v, n)


def array_copy(a1: Ref, i1: int, a2: Ref, i2: int, n: int) -> None:
    """Copy `n` elements from `i2` in `a2` to `i1` in `a1`, as if all at once.

    Spec: exec-array.copy
    """
    elements1, elements2 = _array(a1).elements, _array(a2).elements
    trap_if(i1 + n > len(elements1), OUT_OF_BOUNDS)
    trap_if(i2 + n > len(elements2), OUT_OF_BOUNDS)
    elements1[i1 : i1 + n] = elements2[i2 : i2 + n]


def array_init_data(a: Ref, zt: T.StorageType, i: int, data: DataInst, j: int, n: int) -> None:
    """Write the `n` elements encoded at byte `j` of `data` at `i`.  Spec: exec-array.init_data"""
    elements = _array(a).elements
    end = j + n * _width(zt)
    trap_if(i + n > len(elements), OUT_OF_BOUNDS)
    trap_if(end > len(data.data), OUT_OF_MEMORY_BOUNDS)
    new = elements[:0]
    new.extend(_from_bytes(zt, data.data[j:end]))
    elements[i : i + n] = new


def array_init_elem(a: Ref, i: int, elem: ElemInst, j: int, n: int) -> None:
    """Write the `n` references at `j` of `elem` at `i`.  Spec: exec-array.init_elem"""
    elements = _array(a).elements
    trap_if(i + n > len(elements), OUT_OF_BOUNDS)
    trap_if(j + n > len(elem.refs), OUT_OF_TABLE_BOUNDS)
    elements[i : i + n] = elem.refs[j : j + n]
