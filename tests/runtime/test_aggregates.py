"""Structures, arrays and small integers: packing, bounds, bit-exact floats, and their size."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from array import array
from collections.abc import Callable

import pytest

from refwasm.errors import Exhaustion, Trap
from refwasm.numerics.floats import bits_of_float, float_of_bits
from refwasm.runtime import aggregates as G
from refwasm.runtime.instances import DataInst, ElemInst
from refwasm.runtime.values import I31, Ref, Value, default
from refwasm.syntax.types import ANYREF, F32, F64, I8, I16, I32, I64, V128, StorageType
from refwasm.validation.types import packed_fields

from .types import array_of, struct_of

A, B, C = (I31(k) for k in range(3))
SIGNALLING = float_of_bits(32, 0x7FA00001)


@pytest.mark.parametrize(
    ("zt", "v", "held"),
    [
        (I8, 0x1FF, 0xFF),
        (I16, 0x12345, 0x2345),
        (I32, 2**32 - 1, 2**32 - 1),
        (F64, 1.5, 1.5),
        (ANYREF, A, A),
        (ANYREF, None, None),
    ],
)
def test_pack(zt: StorageType, v: Value, held: Value) -> None:
    assert G.pack(zt, v) == held


@pytest.mark.parametrize(
    ("i", "held"), [(0, 0), (2**31 - 1, 2**31 - 1), (2**31, 0), (2**32 - 1, 2**31 - 1)]
)
def test_i31_keeps_31_bits(i: int, held: int) -> None:
    assert G.i31(G.ref_i31(i)) == held


NULLS: list[tuple[Callable[[], object], str]] = [
    (lambda: G.i31(None), "null i31 reference"),
    (lambda: G.struct(None), "null structure reference"),
    (lambda: G.array_get(None, 0), "null array reference"),
    (lambda: G.array_set(None, 0, 0), "null array reference"),
    (lambda: G.array_len(None), "null array reference"),
    (lambda: G.array_fill(None, 0, 0, 0), "null array reference"),
    (lambda: G.array_copy(None, 0, ints(1), 0, 0), "null array reference"),
    (lambda: G.array_copy(ints(1), 0, None, 0, 0), "null array reference"),
    (lambda: G.array_init_data(None, I8, 0, DataInst(b""), 9, 0), "null array reference"),
    (lambda: G.array_init_elem(None, 0, ElemInst(ANYREF, []), 9, 0), "null array reference"),
]


@pytest.mark.parametrize(("attempt", "text"), NULLS)
def test_null_traps_first(attempt: Callable[[], object], text: str) -> None:
    with pytest.raises(Trap, match=f"^{text}$"):
        attempt()


# Structures


def test_struct_holds_fields_packed() -> None:
    zts = (I8, I64, ANYREF)
    s = G.struct_new(struct_of(*zts), packed_fields(zts), (0x101, 2**64 - 1, A))
    assert G.struct(s)[:] == [1, 2**64 - 1, A]


def test_struct_of_defaults() -> None:
    zts = (I8, I16, I32, I64, F32, F64, V128, ANYREF)
    assert G.struct_new_default(struct_of(*zts), zts)[:] == [0, 0, 0, 0, 0.0, 0.0, 0, None]


def test_struct_is_a_value_and_no_sequence() -> None:
    s, like = (G.struct_new_default(struct_of(I8), (I8,)) for _ in range(2))
    assert s == s and s != like and len({s, like}) == 2
    assert G.struct_new(struct_of(), (), ())
    with pytest.raises(TypeError, match="not iterable"):
        list(s)


PAIRS: dict[str, tuple[tuple[StorageType, StorageType], Callable[[int], tuple[Value, Value]], int]]
PAIRS = {  # storage types, values, bytes of one object with the place that holds it
    "i64": ((I64, I64), lambda k: (2**60 + k, 2**64 - 1 - k), 192),
    "i32": ((I32, I32), lambda k: (2**20 + k, 2**32 - 1 - k), 176),
    "f64": ((F64, F64), lambda k: (k + 0.5, -k - 0.5), 160),
    "reference": ((I32, ANYREF), lambda k: (2**31 + k, None), 128),
}


@pytest.mark.parametrize("pair", PAIRS)
def test_two_fields_take_little(pair: str) -> None:
    zts, values, limit = PAIRS[pair]
    deftype, n = struct_of(*zts), 20_000
    assert (
        bytes_of(lambda: [G.struct_new(deftype, packed_fields(zts), values(k)) for k in range(n)])
        / n
        <= limit
    )


def bytes_of(made: Callable[[], object]) -> int:
    """The bytes that are held for what `made` returns."""
    tracemalloc.start()
    try:
        kept = made()
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    del kept
    return taken


def struct_before(s: Ref) -> Ref:
    return G.struct_new(LINK, (), (s,))


def array_before(s: Ref) -> Ref:
    return G.array_new_fixed(ROW, ANYREF, (s,))


LINK, ROW = struct_of(ANYREF), array_of(ANYREF)
CHAINS: list[tuple[Callable[[Ref], Ref], ...]]
CHAINS = [(struct_before,), (array_before,), (struct_before, array_before)]


@pytest.mark.parametrize("links", CHAINS)
def test_a_long_list_is_freed_without_recursion(links: tuple[Callable[[Ref], Ref], ...]) -> None:
    s: Ref = None
    for _ in range(300_000 // len(links)):
        for link in links:
            s = link(s)
    gc.collect()
    del s


# Arrays


def ints(*elements: int, zt: StorageType = I32) -> G.ArrayInst:
    return G.array_new_fixed(array_of(zt), zt, elements)


def refs(*elements: I31) -> G.ArrayInst:
    return G.array_new_fixed(array_of(ANYREF), ANYREF, elements)


@pytest.mark.parametrize(
    ("zt", "v", "kind", "width"),
    [
        (I8, 255, bytearray, 1),
        (I16, 65535, array, 2),
        (I32, 2**32 - 1, array, 4),
        (I64, 2**64 - 1, array, 8),
        (F32, SIGNALLING, array, 8),
        (F64, 0.1, array, 8),
        (V128, 2**128 - 1, list, 0),
        (ANYREF, A, list, 0),
    ],
)
def test_new_arrays_are_compact_and_exact(
    zt: StorageType, v: Value, kind: type, width: int
) -> None:
    a = G.array_new(array_of(zt), zt, v, 3)
    G.array_set(a, 0, G.array_get(a, 2))
    assert G.array_len(a) == 3
    for i in range(3):
        got = G.array_get(a, i)
        assert same(got, v)
    assert type(a.elements) is kind
    assert not width or len(memoryview(a.elements).cast("B")) == 3 * width  # type: ignore[arg-type]  # has a buffer


def same(v1: Value, v2: Value) -> bool:
    """Equal, floats by their bits."""
    if isinstance(v1, float) and isinstance(v2, float):
        return bits_of_float(64, v1) == bits_of_float(64, v2)
    return v1 == v2


def test_array_set_and_get_outside() -> None:
    a = ints(1, 2)
    for i in (2, 2**32 - 1):
        with pytest.raises(Trap, match="^out of bounds array access$"):
            G.array_get(a, i)
        with pytest.raises(Trap, match="^out of bounds array access$"):
            G.array_set(a, i, 0)


def test_array_fill() -> None:
    for a in (ints(1, 2, 3, 4), ints(1, 2, 3, 4, zt=I8)):
        G.array_fill(a, 1, 9, 2)
        assert list(a.elements) == [1, 9, 9, 4]


@pytest.mark.parametrize("zt", [I8, I16, I64])
@pytest.mark.parametrize(("i", "j"), [(0, 1), (1, 0), (2, 2)])
def test_array_copy_as_if_all_at_once(zt: StorageType, i: int, j: int) -> None:
    a = ints(1, 2, 3, 4, 5, zt=zt)
    expected = [1, 2, 3, 4, 5]
    expected[i : i + 3] = expected[j : j + 3]
    G.array_copy(a, i, a, j, 3)
    assert list(a.elements) == expected


@pytest.mark.parametrize(
    ("zt", "data", "elements"),
    [
        (I8, b"\x01\xff", [1, 255]),
        (I16, b"\x01\x02\xff\xff", [0x201, 0xFFFF]),
        (I32, b"\x01\x02\x03\x04", [0x04030201]),
        (I64, b"\x01" + bytes(6) + b"\x80", [0x8000000000000001]),
        (F32, b"\x00\x00\xc0\x3f\x01\x00\xa0\x7f", [1.5, SIGNALLING]),
        (F64, b"\x00" * 6 + b"\xf8\x3f", [1.5]),
        (V128, b"\x01" + bytes(14) + b"\x80", [1 | 1 << 127]),
    ],
)
def test_arrays_from_data(zt: StorageType, data: bytes, elements: list[Value]) -> None:
    segment = DataInst(b"?" + data + b"?")
    made = G.array_new_data(array_of(zt), zt, segment, 1, len(elements))
    written = G.array_new(array_of(zt), zt, default(zt), len(elements))
    G.array_init_data(written, zt, 0, segment, 1, len(elements))
    for a in (made, written):
        assert type(a.elements) is type(written.elements)
        assert len(a.elements) == len(elements)
        assert all(map(same, a.elements, elements))


@pytest.mark.parametrize("zt", [I16, I32, I64])
def test_data_is_little_endian_whatever_the_machine(
    zt: StorageType, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = {"little": "big", "big": "little"}[sys.byteorder]
    here = G.array_new_data(array_of(zt), zt, DataInst(bytes(range(16))), 0, 2)
    monkeypatch.setattr(sys, "byteorder", other)
    there = G.array_new_data(array_of(zt), zt, DataInst(bytes(range(16))), 0, 2)
    assert isinstance(here.elements, array) and isinstance(there.elements, array)
    there.elements.byteswap()  # the memory of such a machine, read here
    assert there.elements == here.elements


def test_arrays_from_elements() -> None:
    elem = ElemInst(ANYREF, [A, B, C])
    assert G.array_new_elem(array_of(ANYREF), ANYREF, elem, 1, 2).elements == [B, C]
    a = refs(A, A, A)
    G.array_init_elem(a, 1, elem, 2, 1)
    assert a.elements == [A, C, A]


ARRAY, MEMORY, TABLE = (f"^out of bounds {what} access$" for what in ("array", "memory", "table"))
DATA, ELEM = DataInst(bytes(8)), ElemInst(ANYREF, [A, B, C])
BULK: list[tuple[str, Callable[[int, int], object], int, str]] = [
    ("fill", lambda i, n: G.array_fill(ints(1, 2), i, 0, n), 2, ARRAY),
    ("copy to", lambda i, n: G.array_copy(ints(1, 2), i, ints(*range(9)), 0, n), 2, ARRAY),
    ("copy from", lambda i, n: G.array_copy(ints(*range(9)), 0, ints(1, 2), i, n), 2, ARRAY),
    ("init_data to", lambda i, n: G.array_init_data(ints(1, 2), I8, i, DATA, 0, n), 2, ARRAY),
    ("init_elem to", lambda i, n: G.array_init_elem(refs(A, B), i, ELEM, 0, n), 2, ARRAY),
    (
        "init_elem from",
        lambda j, n: G.array_init_elem(refs(*[A] * 9), 0, ELEM, j, n),
        3,
        TABLE,
    ),
    ("new_elem", lambda i, n: G.array_new_elem(array_of(ANYREF), ANYREF, ELEM, i, n), 3, TABLE),
    ("new_data", lambda i, n: G.array_new_data(array_of(I8), I8, DATA, i, n), 8, MEMORY),
    (
        "init_data from",
        lambda j, n: G.array_init_data(ints(*[0] * 99, zt=I8), I8, 0, DATA, j, n),
        8,
        MEMORY,
    ),
]


@pytest.mark.parametrize(("name", "run", "size", "text"), BULK, ids=[row[0] for row in BULK])
def test_bulk_bounds(name: str, run: Callable[[int, int], object], size: int, text: str) -> None:
    for i, n in ((0, 0), (size, 0), (0, size), (size - 1, 1)):
        run(i, n)
    for i, n in ((size + 1, 0), (size, 1), (0, size + 1)):
        with pytest.raises(Trap, match=text):
            run(i, n)


@pytest.mark.parametrize("zt", [I16, I32, I64, V128])
def test_data_is_counted_in_bytes(zt: StorageType) -> None:
    width = zt.bits // 8  # type: ignore[union-attr]  # of those above
    data = DataInst(bytes(2 * width))
    G.array_new_data(array_of(zt), zt, data, 0, 2)
    with pytest.raises(Trap):
        G.array_new_data(array_of(zt), zt, data, 1, 2)


@pytest.mark.parametrize("zt", [I8, I64, ANYREF])
def test_an_array_too_large_for_the_host(zt: StorageType) -> None:
    with pytest.raises(Exhaustion, match="^out of memory"):
        G.array_new(array_of(zt), zt, default(zt), 2**32 - 1)
