"""Types from bytes (section "Binary Format", "Types")."""

from __future__ import annotations

import re
from functools import lru_cache

from refwasm.binary.reader import Reader
from refwasm.errors import Malformed
from refwasm.syntax import types as s
from refwasm.syntax.features import lacking
from refwasm.syntax.types import (
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
    RecType,
    RefType,
    StorageType,
    StructType,
    SubType,
    TableType,
    TagType,
    ValType,
)

# Types share their first byte with type indices, which are not negative as signed integers.
ABSTRACT: dict[int, AbsHeapType] = {
    0x69: s.EXN,
    0x6A: s.ARRAY,
    0x6B: s.STRUCT,
    0x6C: s.I31,
    0x6D: s.EQ,
    0x6E: s.ANY,
    0x6F: s.EXTERN,
    0x70: s.FUNC,
    0x71: s.NONE,
    0x72: s.NOEXTERN,
    0x73: s.NOFUNC,
    0x74: s.NOEXN,
}
CAME_WITH = {  # the feature of each code of a type that was not there from the first
    **dict.fromkeys((0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x71, 0x72, 0x73, 0x77, 0x78), "gc"),
    **dict.fromkeys((0x69, 0x74), "exceptions"),
    **dict.fromkeys((0x6F, 0x70), "reference-types"),  # in a table, 0x70 is older
    **dict.fromkeys((0x4E, 0x4F, 0x50, 0x5E, 0x5F), "gc"),
    **dict.fromkeys((0x63, 0x64), "function-references"),
    0x7B: "simd",
}
VALUE: dict[int, ValType] = {
    0x7B: s.V128,
    0x7C: s.F64,
    0x7D: s.F32,
    0x7E: s.I64,
    0x7F: s.I32,
    **{code: RefType(True, heap) for code, heap in ABSTRACT.items()},
}
STORAGE: dict[int, StorageType] = {0x77: s.I16, 0x78: s.I8, **VALUE}
REF_NULL, REF = 0x63, 0x64
FUNCREF_CODE = 0x70
# The types that need no feature, and the spelling of a function type of up to eight of them each.
NUMBERS = {code: VALUE[code] for code in (0x7C, 0x7D, 0x7E, 0x7F)}
_FEW = b"|".join(rb"\x%02x[\x7c-\x7f]{%d}" % (n, n) for n in range(9))
PLAIN = re.compile(rb"\x60(?:%s)(?:%s)" % (_FEW, _FEW))
SUB_FINAL, SUB, REC = 0x4F, 0x50, 0x4E
# Common types of two bytes: of memories and of tables of functions with a small minimum alone, and of globals.
LEAST = {
    bytes((0, n)): (MemType(s.I32, limits), TableType(s.I32, limits, s.FUNCREF))
    for n, limits in enumerate(Limits(n, None) for n in range(17))
}
NUMBER_GLOBALS = {
    bytes((code, mutable)): GlobalType(bool(mutable), t)
    for code, t in NUMBERS.items()
    for mutable in (0, 1)
}


def type_code(r: Reader) -> int:
    """The byte that begins a type. A longer spelling of the same integer is refused."""
    code = r.byte()
    if code >= 0x80:
        raise Malformed("integer representation too long: a type's code is one byte", offset=r.pos)
    return code


def check_code(r: Reader, code: int | None, start: int, what: str) -> None:
    """Refuse a type whose code, at `start`, came with a feature that is off."""
    name = CAME_WITH.get(code or 0)
    if name is not None and name not in r.features:
        raise lacking(Malformed(f"malformed {what} {code:02x}", offset=start), name)


def peek(r: Reader) -> int | None:
    """The next byte, left in place; None at the end."""
    return r.data[r.pos] if r.pos < len(r.data) else None


def heaptype(r: Reader) -> HeapType:
    """A heap type.

    Spec: binary-heaptype
    """
    start = r.pos
    code = peek(r)
    check_code(r, code, start, "reference type")
    if code in ABSTRACT:
        r.pos += 1
        return ABSTRACT[code]
    x = r.signed(33)
    if x < 0:
        r.pos = start
        raise Malformed(f"malformed heap type {type_code(r):02x}", offset=start)
    if "function-references" not in r.features:
        raise lacking(
            Malformed(f"malformed reference type {x}", offset=start), "function-references"
        )
    return x


def reftype(r: Reader) -> RefType:
    """A reference type.

    Spec: binary-reftype
    """
    start = r.pos
    code = type_code(r)
    check_code(r, code, start, "reference type")
    t = VALUE.get(code)
    if isinstance(t, RefType):
        return t
    if code in (REF_NULL, REF):
        return RefType(code == REF_NULL, heaptype(r))
    raise Malformed(f"malformed reference type {code:02x}", offset=start)


def valtype(r: Reader) -> ValType:
    """A value type.

    Spec: binary-valtype
    """
    code = peek(r)
    t = NUMBERS.get(code or 0)
    if t is None:
        check_code(r, code, r.pos, "reference type")
        t = VALUE.get(code or 0)
        if t is None:
            return reftype(r)
    r.pos += 1
    return t


def storagetype(r: Reader) -> StorageType:
    """A storage type.

    Spec: binary-storagetype
    """
    start = r.pos
    code = type_code(r)
    check_code(r, code, start, "storage type")
    if code in STORAGE:
        return STORAGE[code]
    if code in (REF_NULL, REF):
        return RefType(code == REF_NULL, heaptype(r))
    raise Malformed(f"malformed storage type {code:02x}", offset=start)


def mutability(r: Reader) -> bool:
    """Whether what precedes is mutable.

    Spec: binary-mut
    """
    flag = r.byte()
    if flag > 1:
        raise Malformed(f"malformed mutability {flag:02x}", offset=r.pos - 1)
    return flag == 1


def fieldtype(r: Reader) -> FieldType:
    """A field type.

    Spec: binary-fieldtype
    """
    t = storagetype(r)
    return FieldType(mutability(r), t)


def comptype(r: Reader) -> CompType:
    """A composite type.

    Spec: binary-comptype
    """
    start = r.pos
    code = type_code(r)
    check_code(r, code, start, "definition type")
    match code:
        case 0x5E:
            return ArrayType(fieldtype(r))
        case 0x5F:
            return StructType(r.vector(fieldtype))
        case 0x60:
            return FuncType(r.vector(valtype), r.vector(valtype))
        case _:
            raise Malformed(f"malformed definition type {code:02x}", offset=start)


def subtype(r: Reader) -> SubType:
    """A sub type.

    Spec: binary-subtype
    """
    code = peek(r)
    check_code(r, code, r.pos, "definition type")
    if code in (SUB, SUB_FINAL):
        r.pos += 1
        return SubType(code == SUB_FINAL, r.indices(), comptype(r))
    return SubType(True, (), comptype(r))


def rectype(r: Reader) -> RecType:
    """A recursive type.

    Spec: binary-rectype
    """
    start = r.pos
    if (plain := PLAIN.match(r.data, start)) is not None:
        r.pos = plain.end()
        return RecType(_plain(plain[0]), start)
    check_code(r, peek(r), start, "definition type")
    if peek(r) == REC:
        r.pos += 1
        return RecType(r.vector(subtype), start)
    return RecType((subtype(r),), start)


@lru_cache(1024)
def _plain(spelling: bytes) -> tuple[SubType, ...]:
    """The group that is one function type without references, by its bytes."""
    return (subtype(Reader(spelling)),)


def _limits(r: Reader) -> tuple[s.NumType, Limits]:
    wide = "memory64" in r.features.on
    bits = 64 if wide else 32
    flags = r.byte() if wide else _has_maximum(r)
    if flags & ~0b101:
        raise Malformed(f"malformed limits flags {flags:02x}", offset=r.pos - 1)
    least = r.unsigned(bits)
    most = r.unsigned(bits) if flags & 0b001 else None
    return (s.I64 if flags & 0b100 else s.I32), Limits(least, most)


def _has_maximum(r: Reader) -> int:
    """All that the flags of limits say without memory64: a number of one bit."""
    try:
        return r.unsigned(1)
    except Malformed as error:
        raise lacking(error, "memory64") if peek(r) in (0b100, 0b101) else error from None


def memtype(r: Reader) -> MemType:
    """A memory type.

    Spec: binary-memtype
    """
    start = r.pos
    short = LEAST.get(r.data[start : start + 2])
    if short is not None:
        r.pos += 2
        return short[0]
    return MemType(*_limits(r))


def tabletype(r: Reader) -> TableType:
    """A table type.

    Spec: binary-tabletype
    """
    if peek(r) == FUNCREF_CODE:
        r.pos += 1
        start = r.pos
        short = LEAST.get(r.data[start : start + 2])
        if short is not None:
            r.pos += 2
            return short[1]
        return TableType(*_limits(r), s.FUNCREF)
    t = reftype(r)
    return TableType(*_limits(r), t)


def globaltype(r: Reader) -> GlobalType:
    """A global type.

    Spec: binary-globaltype
    """
    start = r.pos
    short = NUMBER_GLOBALS.get(r.data[start : start + 2])
    if short is not None:
        r.pos += 2
        return short
    t = valtype(r)
    return GlobalType(mutability(r), t)


def zero_byte(r: Reader, name: str | None = None) -> int:
    """A byte reserved for later versions, or for the feature `name`, which is off."""
    if r.byte() != 0:
        error = Malformed("zero byte expected", offset=r.pos - 1)
        raise error if name is None else lacking(error, name)
    return 0


def tagtype(r: Reader) -> TagType:
    """A tag type.

    Spec: binary-tagtype
    """
    zero_byte(r)
    return TagType(r.u32())


def externtype(r: Reader) -> ExternType:
    """An external type.

    Spec: binary-externtype
    """
    match r.byte():
        case 0x00:
            return FuncUse(r.u32())
        case 0x01:
            return tabletype(r)
        case 0x02:
            return memtype(r)
        case 0x03:
            return globaltype(r)
        case 0x04 if "exceptions" in r.features:
            return tagtype(r)
        case code:
            error = Malformed(f"malformed import kind {code:02x}", offset=r.pos - 1)
            raise lacking(error, "exceptions") if code == 0x04 else error
