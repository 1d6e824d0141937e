"""Memories: allocation, growth, and the meaning of memory instructions.

`ea` is an effective address in bytes, an int of any size: the sum of an address and an offset.
"""

# ruff: noqa: PLR0124 - `z == z` asks for a NaN without a call

from __future__ import annotations

from struct import Struct
from struct import error as StructError

from refwasm.errors import Exhaustion, trap, trap_if
from refwasm.numerics.floats import bits_of_float, float_of_bits
from refwasm.runtime.buffers import CHUNK, grown, zeros
from refwasm.runtime.effects import reads
from refwasm.runtime.instances import PAGE, DataInst, MemInst
from refwasm.syntax.types import Limits, MemType

OUT_OF_BOUNDS = "out of bounds memory access"
OUTSIDE = (StructError, IndexError, OverflowError)  # how Python says it, the last from 2**63 on

UNPACK = {N: Struct("<" + c).unpack_from for N, c in ((16, "H"), (32, "I"), (64, "Q"), (128, "QQ"))}
PACK = {N: Struct("<" + c).pack_into for N, c in ((16, "H"), (32, "I"), (64, "Q"), (128, "QQ"))}
UNPACK_FLOAT = {32: Struct("<f").unpack_from, 64: Struct("<d").unpack_from}
PACK_FLOAT = {32: Struct("<f").pack_into, 64: Struct("<d").pack_into}


def alloc_mem(memtype: MemType, max_memory: int | None = None, *, touched: int = PAGE) -> MemInst:
    """A zeroed memory of type `memtype`, of at most `max_memory` bytes.

    Only one of at most `touched` bytes may take space from the start.
    Raises Exhaustion if the host cannot give the minimum.
    Spec: alloc-mem
    """
    limits = memtype.limits
    most = 2 ** (memtype.addr.bits - 16)
    if limits.max is not None:
        most = min(most, limits.max)
    if max_memory is not None:
        most = min(most, max_memory // PAGE)
    try:
        if limits.min > most:
            raise MemoryError
        return MemInst(memtype, zeros(limits.min * PAGE, touched=touched), most)
    except MemoryError:
        raise Exhaustion(f"out of memory: a memory of {limits.min} pages") from None


@reads
def iload(N: int, mem: MemInst, ea: int) -> int:
    """The `N` bits at `ea`, little-endian, as an unsigned integer.  Spec: exec-load-val"""
    try:
        if N == 8:
            return mem.data[ea]
        i: int = UNPACK[N](mem.data, ea)[0] if N < 128 else _iload128(mem, ea)
    except OUTSIDE:
        trap(OUT_OF_BOUNDS)
    return i


def _iload128(mem: MemInst, ea: int) -> int:
    """`iload` at 128 bits, without the trap."""
    low, high = UNPACK[128](mem.data, ea)
    i: int = low | high << 64
    return i


def istore(N: int, mem: MemInst, ea: int, c: int) -> None:
    """Write the `N` bits of `c`, little-endian, at `ea`.  Spec: exec-store-val"""
    try:
        if N == 8:
            mem.data[ea] = c
        elif N < 128:
            PACK[N](mem.data, ea, c)
        else:
            PACK[128](mem.data, ea, c % 2**64, c >> 64)
    except OUTSIDE:
        # struct says the same of a value that has more bits, which is a mistake of refwasm's own.
        trap_if(ea + N // 8 > len(mem.data), OUT_OF_BOUNDS)
        raise


@reads
def fload(N: int, mem: MemInst, ea: int) -> float:
    """The float that the `N` bits at `ea` represent, a signalling NaN too.  Spec: exec-load-val"""
    try:
        z: float = UNPACK_FLOAT[N](mem.data, ea)[0]
    except OUTSIDE:
        trap(OUT_OF_BOUNDS)
    return z if N == 64 or z == z else float_of_bits(N, iload(N, mem, ea))


def fstore(N: int, mem: MemInst, ea: int, z: float) -> None:
    """Write the `N` bits that represent `z` at `ea`, a signalling NaN too.  Spec: exec-store-val"""
    try:
        if N == 64 or z == z:
            PACK_FLOAT[N](mem.data, ea, z)
        else:
            istore(N, mem, ea, bits_of_float(N, z))
    except OUTSIDE:
        trap_if(ea + N // 8 > len(mem.data), OUT_OF_BOUNDS)
        raise


@reads
def memory_size(mem: MemInst) -> int:
    """The size in pages.  Spec: exec-memory.size"""
    return mem.type.limits.min


def memory_grow(mem: MemInst, n: int) -> int:
    """Append `n` zeroed pages: the size before, or -1 if there cannot be as many.

    Spec: exec-memory.grow
    """
    size = memory_size(mem)
    failed: int = 2**mem.type.addr.bits - 1
    if size + n > mem.most:
        return failed
    try:
        if n > 0:
            mem.data = grown(mem.data, (size + n) * PAGE, mem.most * PAGE)
    except MemoryError:
        return failed
    mem.type = MemType(mem.type.addr, Limits(size + n, mem.type.limits.max))
    return size


def memory_fill(mem: MemInst, i: int, c: int, n: int) -> None:
    """Set `n` bytes from `i` on to the low byte of `c`.  Spec: exec-memory.fill"""
    trap_if(i + n > len(mem.data), OUT_OF_BOUNDS)
    piece = bytes((c % 256,)) * min(n, CHUNK)
    with memoryview(mem.data) as view:
        for at in range(i, i + n, CHUNK):
            size = min(CHUNK, i + n - at)
            view[at : at + size] = piece[:size]


def memory_copy(mem1: MemInst, mem2: MemInst, i: int, j: int, n: int) -> None:
    """Copy `n` bytes from `j` in `mem2` to `i` in `mem1`, as if all at once.

    Spec: exec-memory.copy
    """
    trap_if(i + n > len(mem1.data), OUT_OF_BOUNDS)
    trap_if(j + n > len(mem2.data), OUT_OF_BOUNDS)
    with memoryview(mem1.data) as target, memoryview(mem2.data) as source:
        target[i : i + n] = source[j : j + n]


def memory_init(mem: MemInst, data: DataInst, i: int, j: int, n: int) -> None:
    """Copy `n` bytes from `j` in `data` to `i` in the memory.  Spec: exec-memory.init"""
    trap_if(i + n > len(mem.data), OUT_OF_BOUNDS)
    trap_if(j + n > len(data.data), OUT_OF_BOUNDS)
    with memoryview(mem.data) as target, memoryview(data.data) as source:
        target[i : i + n] = source[j : j + n]


def data_drop(data: DataInst) -> None:
    """Free the bytes of `data`.  Spec: exec-data.drop"""
    data.data = b""
