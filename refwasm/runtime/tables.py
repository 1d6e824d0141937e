"""Tables: allocation, growth, and the meaning of table instructions; `i`, `j`, `n` in elements."""

from __future__ import annotations

from refwasm.errors import Exhaustion, trap_if
from refwasm.runtime.effects import reads
from refwasm.runtime.instances import ElemInst, TableInst
from refwasm.runtime.values import Ref
from refwasm.syntax.types import Limits, TableType

OUT_OF_BOUNDS = "out of bounds table access"


def alloc_table(tabletype: TableType, r: Ref, max_table: int) -> TableInst:
    """A table of type `tabletype` and at most `max_table` elements, all of them `r`.

    Raises Exhaustion if the minimum is above that.
    Spec: alloc-table
    """
    limits = tabletype.limits
    most = min(2**tabletype.addr.bits - 1, max_table)
    if limits.max is not None:
        most = min(most, limits.max)
    if limits.min > most:
        raise Exhaustion(f"out of memory: a table of {limits.min} elements")
    return TableInst(tabletype, [], limits.min, r, most)


def _hold(table: TableInst, i: int, n: int) -> None:
    """Have the `n` elements from `i` on in `elems`."""
    if n > 0:
        table.elems.extend([table.rest] * (i + n - len(table.elems)))


@reads
def table_get(table: TableInst, i: int) -> Ref:
    """The element at `i`.  Spec: exec-table.get"""
    trap_if(i >= table.size, OUT_OF_BOUNDS)
    return table.elems[i] if i < len(table.elems) else table.rest


def table_set(table: TableInst, i: int, r: Ref) -> None:
    """Replace the element at `i` by `r`.  Spec: exec-table.set"""
    trap_if(i >= table.size, OUT_OF_BOUNDS)
    _hold(table, i, 1)
    table.elems[i] = r


@reads
def table_size(table: TableInst) -> int:
    """The number of elements.  Spec: exec-table.size"""
    return table.size


def table_grow(table: TableInst, n: int, r: Ref) -> int:
    """Append `r`, `n` times: the size before, or -1 if there cannot be as many elements.

    Spec: exec-table.grow
    """
    size, tabletype = table.size, table.type
    failed: int = 2**tabletype.addr.bits - 1
    if size + n > table.most:
        return failed
    if r is not table.rest:
        _hold(table, 0, size)
        table.rest = r
    table.size = size + n
    limits = Limits(table.size, tabletype.limits.max)
    table.type = TableType(tabletype.addr, limits, tabletype.elem)
    return size


def table_fill(table: TableInst, i: int, r: Ref, n: int) -> None:
    """Replace `n` elements from `i` on by `r`.  Spec: exec-table.fill"""
    trap_if(i + n > table.size, OUT_OF_BOUNDS)
    _hold(table, i, n)
    table.elems[i : i + n] = [r] * n


def table_copy(table1: TableInst, table2: TableInst, i: int, j: int, n: int) -> None:
    """Copy `n` elements from `j` in `table2` to `i` in `table1`, as if all at once.

    Spec: exec-table.copy
    """
    trap_if(i + n > table1.size, OUT_OF_BOUNDS)
    trap_if(j + n > table2.size, OUT_OF_BOUNDS)
    _hold(table1, i, n)
    _hold(table2, j, n)
    table1.elems[i : i + n] = table2.elems[j : j + n]


def table_init(table: TableInst, elem: ElemInst, i: int, j: int, n: int) -> None:
    """Copy `n` references from `j` in `elem` to `i` in the table.  Spec: exec-table.init"""
    trap_if(i + n > table.size, OUT_OF_BOUNDS)
    trap_if(j + n > len(elem.refs), OUT_OF_BOUNDS)
    _hold(table, i, n)
    table.elems[i : i + n] = elem.refs[j : j + n]


def elem_drop(elem: ElemInst) -> None:
    """Free the references of `elem`.  Spec: exec-elem.drop"""
    elem.refs = []
