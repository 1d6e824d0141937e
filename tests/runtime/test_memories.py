"""Memories: every width at every edge, growth, bulk operations, and what stays uncommitted."""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from refwasm.errors import Exhaustion, Trap
from refwasm.numerics.floats import bits_of_float, float_of_bits
from refwasm.runtime import buffers
from refwasm.runtime.instances import PAGE, DataInst, MemInst
from refwasm.runtime.memories import (
    alloc_mem,
    data_drop,
    fload,
    fstore,
    iload,
    istore,
    memory_copy,
    memory_fill,
    memory_grow,
    memory_init,
    memory_size,
)
from refwasm.syntax.types import I32, I64, Limits, MemType

WIDTHS = (8, 16, 32, 64, 128)
SIGNALLING = {32: 0x7FA00001, 64: 0xFFF4000000000001}


def memory(pages: int = 1, most: int | None = None, *, wide: bool = False) -> MemInst:
    return alloc_mem(MemType(I64 if wide else I32, Limits(pages, most)))


def resident() -> int:
    """Bytes of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096


@pytest.mark.parametrize("N", WIDTHS)
def test_last_place_that_fits(N: int) -> None:
    mem, last = memory(), PAGE - N // 8
    c = int.from_bytes(range(1, N // 8 + 1), "little")
    istore(N, mem, last, c)
    assert iload(N, mem, last) == c
    assert bytes(mem.data[last:]) == bytes(range(1, N // 8 + 1))
    assert mem.data[last - 1] == 0


@pytest.mark.parametrize("N", WIDTHS)
@pytest.mark.parametrize("beyond", [1, 7, PAGE, 2**31, 2**32, 2**63 - PAGE, 2**63, 2**64, 2**65])
def test_outside_traps_and_writes_nothing(N: int, beyond: int) -> None:
    mem = memory()
    ea = PAGE - N // 8 + beyond
    for attempt in (lambda: iload(N, mem, ea), lambda: istore(N, mem, ea, 2**N - 1)):
        with pytest.raises(Trap, match="^out of bounds memory access$"):
            attempt()
    assert bytes(mem.data) == bytes(PAGE)


@pytest.mark.parametrize("N", WIDTHS)
def test_empty_memory_has_no_place(N: int) -> None:
    mem = memory(0)
    for attempt in (lambda: iload(N, mem, 0), lambda: istore(N, mem, 0, 0)):
        with pytest.raises(Trap):
            attempt()


@pytest.mark.parametrize("N", WIDTHS)
def test_every_start_reads_the_bytes_there(N: int) -> None:
    mem = memory()
    mem.data[:64] = bytes(range(100, 164))
    for ea in range(64 - N // 8):
        assert iload(N, mem, ea) == int.from_bytes(bytes(mem.data[ea : ea + N // 8]), "little")


@pytest.mark.parametrize("N", WIDTHS)
def test_a_value_too_wide_is_a_mistake_not_a_trap(N: int) -> None:
    with pytest.raises((struct.error, ValueError, OverflowError)):
        istore(N, memory(), 0, 2**N)


def test_a_float_too_large_for_32_bits_is_a_mistake_not_a_trap() -> None:
    mem = memory()
    with pytest.raises(OverflowError):
        fstore(32, mem, 0, 1e300)
    assert mem.data[:8] == bytes(8)


@pytest.mark.parametrize("N", [32, 64])
@pytest.mark.parametrize("sign", [0, 1])
def test_floats_keep_every_bit(N: int, sign: int) -> None:
    mem, top = memory(), sign << N - 1
    exponent = 0x7F8 << 20 if N == 32 else 0x7FF << 52
    for bits in (0, 1, exponent, exponent | 1, exponent - 1, SIGNALLING[N] % 2 ** (N - 1)):
        z = float_of_bits(N, bits | top)
        fstore(N, mem, 3, z)
        assert iload(N, mem, 3) == bits | top
        assert bits_of_float(N, fload(N, mem, 3)) == bits | top


@pytest.mark.parametrize("N", [32, 64])
@pytest.mark.parametrize("z", [1.5, float("nan")])
@pytest.mark.parametrize("beyond", [1, 2**63, 2**64])
def test_floats_outside_trap(N: int, z: float, beyond: int) -> None:
    mem, ea = memory(), PAGE - N // 8 + beyond
    for attempt in (lambda: fload(N, mem, ea), lambda: fstore(N, mem, ea, z)):
        with pytest.raises(Trap, match="^out of bounds memory access$"):
            attempt()


# Growth


@pytest.mark.parametrize(
    ("pages", "most", "wide", "by", "result"),
    [
        (0, None, False, 0, 0),
        (0, None, False, 1, 0),
        (1, 3, False, 2, 1),
        (1, 3, False, 3, 2**32 - 1),
        (1, 3, True, 3, 2**64 - 1),
        (1, None, False, 65535, 1),
        (1, None, False, 65536, 2**32 - 1),
        (0, None, False, 2**32 - 1, 2**32 - 1),
        (1, None, True, 65536, 1),
        (1, None, True, 2**48, 2**64 - 1),  # more than there are pages
        (1, None, True, 2**47, 2**64 - 1),  # more than the host can address
        (0, None, True, 2**46, 2**64 - 1),
    ],
)
def test_grow(pages: int, most: int | None, wide: bool, by: int, result: int) -> None:
    mem = memory(pages, most, wide=wide)
    assert memory_grow(mem, by) == result
    size = pages + by if result == pages else pages
    assert memory_size(mem) == size
    assert len(mem.data) == size * PAGE
    assert mem.type.limits == Limits(size, most)


def test_growth_keeps_contents_and_appends_zeros() -> None:
    mem = memory()
    memory_fill(mem, 0, 7, PAGE)
    assert memory_grow(mem, 2) == 1
    assert bytes(mem.data) == b"\7" * PAGE + bytes(2 * PAGE)


def test_growth_under_a_view() -> None:
    mem = memory()
    istore(32, mem, 0, 77)
    with memoryview(mem.data) as view:
        assert memory_grow(mem, 1) == 1
        assert view[0] == 77
    assert iload(32, mem, 0) == 77
    istore(8, mem, 2 * PAGE - 1, 1)


@pytest.mark.parametrize("most", [2**32, 5 * PAGE])
def test_growth_by_reservation(most: int) -> None:
    data: buffers.Buffer = buffers.zeros(PAGE)
    data[PAGE - 1] = 9
    for pages in range(2, 6):
        data = buffers.reserved(data, pages * PAGE, most)
        assert len(data) == pages * PAGE
        data[pages * PAGE - 1] = pages
    assert [data[k * PAGE - 1] for k in range(1, 6)] == [9, 2, 3, 4, 5]
    assert data[:10] == bytes(10)


def test_a_reservation_that_cannot_be_had_is_as_small_as_it_must_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(buffers, "LEAST_RESERVATION", 2**62)
    data: buffers.Buffer = buffers.zeros(PAGE)
    data[5] = 7
    data = buffers.reserved(data, 2 * PAGE, 2**62)
    assert len(data) == 2 * PAGE
    assert (data[5], data[2 * PAGE - 1]) == (7, 0)


def test_zeros_where_mappings_have_no_flags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert buffers.zeros(PAGE)[:] == bytes(PAGE)


def test_growth_by_reservation_is_bounds_checked_at_the_size() -> None:
    mem = memory()
    mem.data = buffers.reserved(mem.data, 2 * PAGE, 2**32)
    istore(32, mem, 2 * PAGE - 4, 5)
    with pytest.raises(Trap):
        istore(32, mem, 2 * PAGE - 3, 5)
    with pytest.raises(Trap):
        iload(8, mem, 2 * PAGE)


def test_growth_by_reservation_moves_nothing_where_it_fits() -> None:
    data = buffers.reserved(buffers.zeros(PAGE), 2 * PAGE, 2**32)
    later = buffers.reserved(data, 3 * PAGE, 2**32)
    later[0] = 1
    assert data[0] == 1


@pytest.mark.parametrize("limit", [0, PAGE - 1, PAGE, 3 * PAGE - 1])
def test_max_memory_bounds_growth(limit: int) -> None:
    mem = alloc_mem(MemType(I32, Limits(0, None)), limit)
    fits = limit // PAGE
    assert memory_grow(mem, fits + 1) == 2**32 - 1
    assert memory_grow(mem, fits) == 0


@pytest.mark.parametrize(
    ("limits", "wide", "limit"),
    [(Limits(2, None), False, PAGE), (Limits(2**47, None), True, None)],
)
def test_minimum_that_the_host_cannot_give(limits: Limits, wide: bool, limit: int | None) -> None:
    with pytest.raises(Exhaustion, match="^out of memory"):
        alloc_mem(MemType(I64 if wide else I32, limits), limit)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize("grow", [buffers.moved, lambda b, n: buffers.reserved(b, n, 2**32)])
def test_pages_cost_nothing_until_touched(
    grow: Callable[[buffers.Buffer, int], buffers.Buffer],
) -> None:
    before = resident()
    mem = memory(65536)
    small = buffers.zeros(PAGE)
    small[0] = 1
    grown = grow(small, 65536 * PAGE)
    istore(32, mem, 2**32 - 4, 1)
    grown[2**32 - 1] = grown[2**31] = 1
    assert grown[0] == 1
    assert resident() - before < 2**23


def test_a_thousand_growths_by_a_page() -> None:
    mem = memory()
    for size in range(1, 1001):
        assert memory_grow(mem, 1) == size
        mem.data[size * PAGE] = size % 256
    assert all(mem.data[size * PAGE] == size % 256 for size in range(1, 1001))


# Bulk operations


def test_fill_takes_the_low_byte() -> None:
    mem = memory()
    memory_fill(mem, 10, 0x1FF, 3)
    assert bytes(mem.data[8:15]) == b"\0\0\xff\xff\xff\0\0"


def test_fill_longer_than_a_chunk() -> None:
    mem = memory(40)
    memory_fill(mem, 1, 5, 40 * PAGE - 2)
    assert bytes(mem.data) == b"\0" + b"\5" * (40 * PAGE - 2) + b"\0"


@pytest.mark.parametrize(("i", "j"), [(4, 0), (0, 4), (5, 5), (1, 0), (0, 1)])
@pytest.mark.parametrize("n", [0, 1, 8, 3 * PAGE - 8])
def test_copy_as_if_all_at_once(i: int, j: int, n: int) -> None:
    mem = memory(3)
    contents = bytearray(k * 7 % 251 for k in range(3 * PAGE))
    mem.data[:] = contents
    memory_copy(mem, mem, i, j, n)
    contents[i : i + n] = contents[j : j + n]
    assert bytes(mem.data) == contents


def test_copy_between_memories() -> None:
    mem1, mem2 = memory(), memory(2)
    mem2.data[PAGE : PAGE + 4] = b"abcd"
    memory_copy(mem1, mem2, PAGE - 4, PAGE, 4)
    assert bytes(mem1.data[PAGE - 4 :]) == b"abcd"


def test_init_copies_part_of_the_segment() -> None:
    mem = memory()
    memory_init(mem, DataInst(b"abcdef"), 2, 1, 3)
    assert bytes(mem.data[:6]) == b"\0\0bcd\0"


BULK: list[tuple[str, Callable[[MemInst, int, int], None], int]] = [
    ("fill", lambda mem, i, n: memory_fill(mem, i, 1, n), PAGE),
    ("copy to", lambda mem, i, n: memory_copy(mem, memory(3), i, 0, n), PAGE),
    ("copy from", lambda mem, i, n: memory_copy(memory(3), mem, 0, i, n), PAGE),
    ("init to", lambda mem, i, n: memory_init(mem, DataInst(bytes(2 * PAGE)), i, 0, n), PAGE),
    ("init from", lambda mem, i, n: memory_init(memory(3), DataInst(bytes(99)), 0, i, n), 99),
]


@pytest.mark.parametrize(("name", "run", "size"), BULK, ids=[row[0] for row in BULK])
def test_bulk_bounds(name: str, run: Callable[[MemInst, int, int], None], size: int) -> None:
    mem = memory()
    for i, n in ((0, 0), (size, 0), (0, size), (size - 1, 1)):
        run(mem, i, n)
    mem.data[:] = bytes(PAGE)
    for i, n in ((size + 1, 0), (size, 1), (0, size + 1), (2**64 - 1, 1), (1, 2**64 - 1)):
        with pytest.raises(Trap, match="^out of bounds memory access$"):
            run(mem, i, n)
    assert bytes(mem.data) == bytes(PAGE)


def test_dropped_segment_is_empty() -> None:
    mem, data = memory(), DataInst(b"abc")
    data_drop(data)
    memory_init(mem, data, 0, 0, 0)
    for j, n in ((0, 1), (1, 0)):
        with pytest.raises(Trap):
            memory_init(mem, data, 0, j, n)
