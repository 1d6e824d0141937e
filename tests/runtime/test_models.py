"""Seeded sequences of operations on memories and tables, against plain bytes and lists."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from refwasm.errors import Trap
from refwasm.runtime import buffers, memories
from refwasm.runtime.instances import PAGE, DataInst, ElemInst, MemInst, TableInst
from refwasm.runtime.memories import (
    alloc_mem,
    iload,
    istore,
    memory_copy,
    memory_fill,
    memory_grow,
    memory_init,
)
from refwasm.runtime.tables import (
    alloc_table,
    table_copy,
    table_fill,
    table_get,
    table_grow,
    table_init,
    table_set,
)
from refwasm.runtime.values import I31, Ref
from refwasm.syntax.types import ANYREF, I32, Limits, MemType, TableType

GROWN: list[Callable[[buffers.Buffer, int, int], buffers.Buffer]] = [
    lambda buffer, n, most: buffers.moved(buffer, n),
    buffers.reserved,
]
SEGMENT = bytes(range(200))
MOST = 6


def near(rng: random.Random, edge: int) -> int:
    """A number up to `edge`, often within a few of an end of the range or just above."""
    return rng.choice((rng.randrange(4), max(edge - rng.randrange(20), 0), rng.randrange(edge + 3)))


@pytest.mark.parametrize("grown", GROWN, ids=["moved", "reserved"])
@pytest.mark.parametrize("seed", range(4))
def test_memory(
    grown: Callable[[buffers.Buffer, int, int], buffers.Buffer],
    seed: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memories, "grown", grown)
    rng, model = random.Random(seed), bytearray(PAGE)
    mem = alloc_mem(MemType(I32, Limits(1, MOST)))
    for _ in range(300):
        try:
            _step_memory(rng, mem, model)
        except Trap as trap:
            assert trap.message == memories.OUT_OF_BOUNDS
        assert len(mem.data) == len(model)
    assert bytes(mem.data) == model


def _step_memory(rng: random.Random, mem: MemInst, model: bytearray) -> None:
    """One operation on both, on the model only if the memory did not trap."""
    i, j, n = (near(rng, len(model)) for _ in range(3))
    N = rng.choice((8, 16, 32, 64, 128))
    match rng.randrange(6):
        case 0:
            memory_fill(mem, i, j, n)
            model[i : i + n] = bytes((j % 256,)) * n
        case 1:
            memory_copy(mem, mem, i, j, n)
            model[i : i + n] = model[j : j + n]
        case 2:
            memory_init(mem, DataInst(SEGMENT), i, j % 200, n % 200)
            model[i : i + n % 200] = SEGMENT[j % 200 : j % 200 + n % 200]
        case 3:
            c = rng.getrandbits(N)
            istore(N, mem, i, c)
            model[i : i + N // 8] = c.to_bytes(N // 8, "little")
        case 4:
            assert iload(N, mem, i) == int.from_bytes(model[i : i + N // 8], "little")
        case _:
            size, by = len(model) // PAGE, rng.choice((0, 1, 1, 7))
            fits = size + by <= MOST
            assert memory_grow(mem, by) == (size if fits else 2**32 - 1)
            model.extend(bytes(by * PAGE * fits))


@pytest.mark.parametrize("seed", range(8))
def test_table(seed: int) -> None:
    rng = random.Random(seed)
    refs: list[Ref] = [None, *map(I31, range(6))]
    first = rng.choice(refs)
    table = alloc_table(TableType(I32, Limits(40, 90), ANYREF), first, 100)
    model = [first] * 40
    for _ in range(300):
        try:
            _step_table(rng, table, model, refs)
        except Trap as trap:
            assert trap.message == "out of bounds table access"
        assert table.size == len(model)
        assert len(table.elems) <= len(model)
    assert [table_get(table, i) for i in range(table.size)] == model


def _step_table(rng: random.Random, table: TableInst, model: list[Ref], refs: list[Ref]) -> None:
    """One operation on both, on the model only if the table did not trap."""
    i, j, n = (near(rng, len(model)) for _ in range(3))
    r = rng.choice(refs)
    match rng.randrange(6):
        case 0:
            table_fill(table, i, r, n)
            model[i : i + n] = [r] * n
        case 1:
            table_copy(table, table, i, j, n)
            model[i : i + n] = model[j : j + n]
        case 2:
            table_init(table, ElemInst(ANYREF, refs), i, j % 8, n % 8)
            model[i : i + n % 8] = refs[j % 8 : j % 8 + n % 8]
        case 3:
            table_set(table, i, r)
            model[i] = r
        case 4:
            assert table_get(table, i) is model[i]
        case _:
            by = rng.choice((0, 1, 5, 60))
            fits = len(model) + by <= 90
            assert table_grow(table, by, r) == (len(model) if fits else 2**32 - 1)
            model.extend([r] * (by * fits))
