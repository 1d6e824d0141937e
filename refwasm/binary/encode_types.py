"""Types to bytes, each in its shortest form (section "Binary Format", "Types")."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from refwasm.binary import decode_types as d
from refwasm.binary.leb128 import signed, unsigned
from refwasm.syntax.types import (
    I64,
    AbsHeapType,
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
    NumType,
    RecType,
    RefType,
    StorageType,
    StructType,
    SubType,
    TableType,
    TagType,
)

T = TypeVar("T")

CODE: dict[StorageType | AbsHeapType, bytes] = {
    **{t: bytes([code]) for code, t in d.STORAGE.items()},
    **{t: bytes([code]) for code, t in d.ABSTRACT.items()},
}


def vector(item: Callable[[T], bytes], items: Iterable[T]) -> bytes:
    """A list, its count first.

    Spec: binary-list
    """
    parts = [item(one) for one in items]
    return unsigned(len(parts)) + b"".join(parts)


def name(text: str) -> bytes:
    """A name.

    Spec: binary-name
    """
    encoded = text.encode()
    return unsigned(len(encoded)) + encoded


def heaptype(ht: HeapType) -> bytes:
    """A heap type, not closed.

    Spec: binary-heaptype
    """
    if isinstance(ht, int):
        return signed(ht)
    assert isinstance(ht, AbsHeapType), ht
    return CODE[ht]


def storagetype(t: StorageType) -> bytes:
    """A storage type, and so a value or reference type as well.

    Spec: binary-storagetype
    """
    code = CODE.get(t)
    if code is not None:
        return code
    assert isinstance(t, RefType), t
    return bytes([d.REF_NULL if t.null else d.REF]) + heaptype(t.heap)


def mutability(mutable: bool) -> bytes:
    """Whether what precedes is mutable.

    Spec: binary-mut
    """
    return bytes([mutable])


def fieldtype(field: FieldType) -> bytes:
    """A field type.

    Spec: binary-fieldtype
    """
    return storagetype(field.storage) + mutability(field.mutable)


def comptype(ct: CompType) -> bytes:
    """A composite type.

    Spec: binary-comptype
    """
    match ct:
        case ArrayType(field):
            return b"\x5e" + fieldtype(field)
        case StructType(fields):
            return b"\x5f" + vector(fieldtype, fields)
        case FuncType(ts1, ts2):
            return b"\x60" + vector(storagetype, ts1) + vector(storagetype, ts2)


def subtype(st: SubType) -> bytes:
    """A sub type; one that is final and has no supertypes is spelled as a composite type.

    Spec: binary-subtype
    """
    if st.final and not st.supers:
        return comptype(st.comp)
    head = bytes([d.SUB_FINAL if st.final else d.SUB])
    return head + vector(unsigned, st.supers) + comptype(st.comp)


def rectype(rt: RecType) -> bytes:
    """A recursive type; one with a single member is spelled as that member.

    Spec: binary-rectype
    """
    if len(rt.subtypes) == 1:
        return subtype(rt.subtypes[0])
    return bytes([d.REC]) + vector(subtype, rt.subtypes)


def limits(addr: NumType, sizes: Limits) -> bytes:
    """Limits, with the type of addresses.

    Spec: binary-limits
    """
    flags = 0b100 if addr is I64 else 0
    if sizes.max is None:
        return bytes([flags]) + unsigned(sizes.min)
    return bytes([flags | 0b001]) + unsigned(sizes.min) + unsigned(sizes.max)


def globaltype(gt: GlobalType) -> bytes:
    """A global type.

    Spec: binary-globaltype
    """
    return storagetype(gt.type) + mutability(gt.mutable)


def tabletype(tt: TableType) -> bytes:
    """A table type.

    Spec: binary-tabletype
    """
    return storagetype(tt.elem) + limits(tt.addr, tt.limits)


def tagtype(jt: TagType) -> bytes:
    """A tag type.

    Spec: binary-tagtype
    """
    assert isinstance(jt.type, int), jt
    return b"\x00" + unsigned(jt.type)


def externtype(xt: ExternType) -> bytes:
    """An external type.

    Spec: binary-externtype
    """
    match xt:
        case FuncUse(x):
            assert isinstance(x, int), xt
            return b"\x00" + unsigned(x)
        case TableType():
            return b"\x01" + tabletype(xt)
        case MemType(addr, sizes):
            return b"\x02" + limits(addr, sizes)
        case GlobalType():
            return b"\x03" + globaltype(xt)
        case TagType():
            return b"\x04" + tagtype(xt)
