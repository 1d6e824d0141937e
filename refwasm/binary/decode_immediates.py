"""Immediates from bytes, by the kinds that the table names (section "Binary Format", "Instructions").

Each kind that is more than an integer is one function here; `generated/decoder.py` calls them.
"""

from __future__ import annotations

from refwasm.binary.decode_types import (
    VALUE,
    check_code,
    heaptype,
    peek,
    reftype,
    valtype,
    zero_byte,
)
from refwasm.binary.reader import Reader
from refwasm.errors import Malformed
from refwasm.syntax.features import lacking
from refwasm.syntax.instructions import BlockType, Catch, IndexedMemArg, MemArg
from refwasm.syntax.types import RefType, ResultType

NO_RESULT = 0x40
HAS_INDEX = 0x40
MAX_ALIGN = 32  # the alignment was less, before there was an index
CATCHES = ("catch", "catch_ref", "catch_all", "catch_all_ref")


def memarg(r: Reader) -> MemArg:
    """A memory argument; bit 6 of the alignment says that a memory index follows.

    Spec: binary-memarg
    """
    start = r.pos
    flags = r.u32()
    several = "multi-memory" in r.features
    if flags >= (0x80 if several else MAX_ALIGN):
        error = Malformed(f"malformed memop flags {flags:#x}", offset=start)
        raise lacking(error, "multi-memory") if HAS_INDEX <= flags < 0x80 else error
    bits = 64 if "memory64" in r.features else 32
    align = flags & ~HAS_INDEX
    if flags & HAS_INDEX:
        return IndexedMemArg(r.u32(), align, r.unsigned(bits))
    return MemArg(0, align, r.unsigned(bits))


def memidx(r: Reader) -> int:
    """The index of a memory, once a reserved byte."""
    return r.u32() if "multi-memory" in r.features else zero_byte(r, "multi-memory")


def tableidx(r: Reader) -> int:
    """The index of a table, once a reserved byte."""
    return r.u32() if "reference-types" in r.features else zero_byte(r, "reference-types")


def blocktype(r: Reader) -> BlockType:
    """A block type.

    Spec: binary-blocktype
    """
    start = r.pos
    code = peek(r)
    if code == NO_RESULT:
        r.pos += 1
        return None
    check_code(r, code, start, "reference type")
    if code in VALUE:
        r.pos += 1
        return VALUE[code]
    x = r.signed(33)
    if x >= 0:
        if "multi-value" not in r.features:
            raise lacking(Malformed("malformed reference type", offset=start), "multi-value")
        return x
    r.pos = start
    return reftype(r)


def resulttypes(r: Reader) -> ResultType:
    """The types that `select` names."""
    return r.vector(valtype)


def laneidxs(r: Reader) -> tuple[int, ...]:
    """The sixteen lanes of a shuffle."""
    return tuple([r.unsigned(8) for _ in range(16)])


def catch(r: Reader) -> Catch:
    """A catch clause.

    Spec: binary-catch
    """
    code = r.byte()
    if code >= len(CATCHES):
        raise Malformed(f"malformed catch clause {code:02x}", offset=r.pos - 1)
    x = r.u32() if code < 2 else None
    return Catch(CATCHES[code], x, r.u32())


def catches(r: Reader) -> tuple[Catch, ...]:
    """Catch clauses."""
    return r.vector(catch)


def cast(r: Reader) -> tuple[int, RefType, RefType]:
    """A label and the types between which to cast; a byte of flags says which may be null.

    Spec: binary-castop
    """
    flags = r.byte()
    if flags & ~0b11:
        raise Malformed(f"malformed br_on_cast flags {flags:02x}", offset=r.pos - 1)
    x = r.u32()
    rt1 = RefType(flags & 0b01 != 0, heaptype(r))
    return x, rt1, RefType(flags & 0b10 != 0, heaptype(r))
