"""Tables: bounds, growth, bulk operations, and elements that take no space."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from refwasm.errors import Exhaustion, Trap
from refwasm.runtime.instances import ElemInst, TableInst
from refwasm.runtime.tables import (
    alloc_table,
    elem_drop,
    table_copy,
    table_fill,
    table_get,
    table_grow,
    table_init,
    table_set,
    table_size,
)
from refwasm.runtime.values import I31, Ref
from refwasm.syntax.types import ANYREF, EXTERNREF, I32, I64, Limits, TableType

A, B, C, D, E = (I31(k) for k in range(5))


def table(n: int, r: Ref = None, most: int | None = None, *, wide: bool = False) -> TableInst:
    return alloc_table(TableType(I64 if wide else I32, Limits(n, most), ANYREF), r, 10_000_000)


def contents(t: TableInst) -> list[Ref]:
    return [table_get(t, i) for i in range(t.size)]


def test_begins_as_its_initial_value() -> None:
    assert contents(table(3, A)) == [A, A, A]


def test_set_then_get() -> None:
    t = table(4)
    table_set(t, 2, A)
    assert contents(t) == [None, None, A, None]


@pytest.mark.parametrize("i", [3, 4, 2**32 - 1, 2**63, 2**64 - 1])
def test_outside_traps(i: int) -> None:
    t = table(3, wide=True)
    attempts: list[Callable[[], object]] = [lambda: table_get(t, i), lambda: table_set(t, i, A)]
    for attempt in attempts:
        with pytest.raises(Trap, match="^out of bounds table access$"):
            attempt()
    assert contents(t) == [None] * 3


@pytest.mark.parametrize(
    ("size", "most", "wide", "by", "result"),
    [
        (0, None, False, 0, 0),
        (2, None, False, 3, 2),
        (2, 4, False, 2, 2),
        (2, 4, False, 3, 2**32 - 1),
        (2, 4, True, 3, 2**64 - 1),
        (16, None, False, 2**32 - 16, 2**32 - 1),
        (1, None, True, 2**64 - 1, 2**64 - 1),
        (1, None, False, 10_000_000, 2**32 - 1),  # the store's limit
        (1, None, False, 9_999_999, 1),
    ],
)
def test_grow(size: int, most: int | None, wide: bool, by: int, result: int) -> None:
    t = table(size, most=most, wide=wide)
    assert table_grow(t, by, None) == result
    after = size + by if result == size else size
    assert table_size(t) == after
    assert t.type.limits == Limits(after, most)


def test_growth_appends_the_value_given() -> None:
    t = table(1, A)
    for r in (A, B, B, None):
        table_grow(t, 1, r)
    table_grow(t, 0, C)
    table_grow(t, 1, D)
    table_set(t, 0, E)
    assert contents(t) == [E, A, B, B, None, D]


def test_fill() -> None:
    t = table(5, A)
    table_fill(t, 1, B, 3)
    assert contents(t) == [A, B, B, B, A]


@pytest.mark.parametrize(("i", "j"), [(0, 2), (2, 0), (1, 1)])
def test_copy_as_if_all_at_once(i: int, j: int) -> None:
    t = table(5)
    table_init(t, ElemInst(ANYREF, [A, B, C, D, E]), 0, 0, 5)
    expected: list[Ref] = [A, B, C, D, E]
    expected[i : i + 3] = expected[j : j + 3]
    table_copy(t, t, i, j, 3)
    assert contents(t) == expected


def test_copy_between_tables_neither_of_them_written_before() -> None:
    t1, t2 = table(3, A), table(5, B)
    table_copy(t1, t2, 1, 3, 2)
    assert contents(t1) == [A, B, B]


def elem() -> ElemInst:
    return ElemInst(ANYREF, [A, B, C])


BULK: list[tuple[str, Callable[[TableInst, int, int], None], int]] = [
    ("fill", lambda t, i, n: table_fill(t, i, A, n), 4),
    ("copy to", lambda t, i, n: table_copy(t, table(9), i, 0, n), 4),
    ("copy from", lambda t, i, n: table_copy(table(9), t, 0, i, n), 4),
    ("init to", lambda t, i, n: table_init(t, ElemInst(ANYREF, [A] * 9), i, 0, n), 4),
    ("init from", lambda t, i, n: table_init(table(9), elem(), 0, i, n), 3),
]


@pytest.mark.parametrize(("name", "run", "size"), BULK, ids=[row[0] for row in BULK])
def test_bulk_bounds(name: str, run: Callable[[TableInst, int, int], None], size: int) -> None:
    for i, n in ((0, 0), (size, 0), (0, size), (size - 1, 1)):
        run(table(4), i, n)
    t = table(4)
    for i, n in ((size + 1, 0), (size, 1), (0, size + 1), (2**64 - 1, 1), (1, 2**64 - 1)):
        with pytest.raises(Trap, match="^out of bounds table access$"):
            run(t, i, n)
    assert contents(t) == [None] * 4


def test_dropped_segment_is_empty() -> None:
    e = elem()
    elem_drop(e)
    table_init(table(1), e, 0, 0, 0)
    with pytest.raises(Trap):
        table_init(table(1), e, 0, 0, 1)


def test_what_was_never_written_takes_no_space() -> None:
    t = table(10_000_000 - 5, A)
    table_grow(t, 5, A)
    assert table_get(t, 9_999_999) == A
    table_fill(t, 10_000_000, B, 0)
    table_copy(t, t, 10_000_000, 10_000_000, 0)
    assert t.elems == []


@pytest.mark.parametrize(
    ("n", "wide"), [(2**32 - 1, False), (2**64 - 1, True), (10_000_001, False)]
)
def test_minimum_above_the_limit(n: int, wide: bool) -> None:
    with pytest.raises(Exhaustion, match="^out of memory"):
        alloc_table(TableType(I64 if wide else I32, Limits(n, None), EXTERNREF), None, 10_000_000)
