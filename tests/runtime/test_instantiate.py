"""Instantiation, end to end in the reference tier."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Sequence

import pytest

from refwasm.errors import Exhaustion, Trap, UncaughtException
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.instances import (
    PAGE,
    ExternVal,
    GlobalInst,
    HostFunc,
    Store,
    TagInst,
)
from refwasm.runtime.instantiate import externtype, instantiate
from refwasm.runtime.tables import table_get
from refwasm.runtime.values import Value
from refwasm.syntax import types as T

from .make import call, glob, grown, grown_table, host, instance, memory, table, valid
from .types import NULLARY, UNARY

# Initialisers and segments


def test_globals_see_those_before_them() -> None:
    inst = instance(
        '(import "m" "g" (global $g i32))'
        '(global $a (export "a") i32 (i32.add (global.get $g) (i32.const 1)))'
        '(global (export "b") i32 (i32.mul (global.get $a) (global.get $a)))',
        glob(T.I32, 4),
    )
    values = [g.value for g in (inst.exports["a"], inst.exports["b"]) if isinstance(g, GlobalInst)]
    assert values == [5, 25]


def test_tables_begin_as_their_initialiser() -> None:
    inst = instance('(func $f) (table (export "t") 3 funcref (ref.func $f)) (table 1 externref)')
    assert [table_get(inst.tables[0], i) for i in range(3)] == [inst.funcs[0]] * 3
    assert table_get(inst.tables[1], 0) is None


def test_segments_are_written_in_order_and_dropped() -> None:
    inst = instance(
        '(memory 1) (data (i32.const 1) "abc") (data (i32.const 2) "X") (data "passive")'
        "(func $f) (func $g) (table 3 funcref)"
        "(elem (i32.const 0) $f $f) (elem (i32.const 1) $g) (elem func $f) (elem declare func $g)"
    )
    f, g = inst.funcs
    assert bytes(inst.mems[0].data[:5]) == b"\0aXc\0"
    assert [table_get(inst.tables[0], i) for i in range(3)] == [f, g, None]
    assert [d.data for d in inst.datas] == [b"", b"", b"passive"]
    assert [e.refs for e in inst.elems] == [[], [], [f], []]


def test_segment_types_are_closed() -> None:
    inst = instance("(type $t (func)) (func $f (type $t)) (elem (ref $t) (ref.func $f))")
    assert inst.elems[0].type == T.RefType(False, inst.types[0])


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        (f'(data (i32.const {PAGE}) "x")', "out of bounds memory access"),
        (f'(data (i32.const {PAGE + 1}) "")', "out of bounds memory access"),
        ('(data (i32.const -1) "xy")', "out of bounds memory access"),
        ("(elem (i32.const 4) 0)", "out of bounds table access"),
        ("(elem (i32.const 5))", "out of bounds table access"),
        ("(func $s unreachable) (start $s)", "unreachable"),
    ],
)
def test_what_was_written_before_a_trap_stays(fields: str, text: str) -> None:
    mem, t, f = memory(1), table(4), host((), ())
    with pytest.raises(Trap, match=f"^{text}"):
        instance(
            '(import "m" "f" (func)) (import "m" "m" (memory 1)) (import "m" "t" (table 4 funcref))'
            f'(elem (i32.const 1) 0) (data (i32.const 1) "ab") {fields}',
            f, mem, t,
        )  # fmt: skip
    assert table_get(t, 1) is f
    elements_failed = text.startswith("out of bounds table")
    assert bytes(mem.data[:4]) == (b"\0\0\0\0" if elements_failed else b"\0ab\0")


@pytest.mark.parametrize("at", [0, PAGE])
def test_empty_segments_at_the_end(at: int) -> None:
    instance(f'(memory 1) (data (i32.const {at}) "") (table 0 funcref) (elem (i32.const 0))')


def test_start_runs_after_the_segments() -> None:
    seen: list[int] = []

    def look(args: Sequence[Value]) -> None:
        seen.append(mem.data[0])

    mem = memory(1)
    instance(
        '(import "m" "f" (func)) (import "m" "m" (memory 1)) (data (i32.const 0) "a") (start 0)',
        HostFunc(NULLARY, look),
        mem,
    )
    assert seen == [ord("a")]


def test_an_exception_may_leave_start() -> None:
    with pytest.raises(UncaughtException):
        instance("(tag $e) (func $s (throw $e)) (start $s)")


@pytest.mark.parametrize(
    ("fields", "store"),
    [
        ("(memory 2)", Store(max_memory=PAGE)),
        ("(memory i64 0x800000000000)", Store()),
        ("(table 11 funcref)", Store(max_table=10)),
        ("(table 0xffffffff funcref)", Store()),
        ("(table i64 0xffffffffffffffff funcref)", Store()),
    ],
)
def test_more_than_the_host_gives(fields: str, store: Store) -> None:
    with pytest.raises(Exhaustion, match="^out of memory"):
        instance(fields, store=store)


def test_the_store_bounds_growth() -> None:
    text = (
        '(memory 0) (func (export "m") (result i32) (memory.grow (i32.const 2)))'
        '(table 0 funcref) (func (export "t") (result i32) (table.grow (ref.null func) (i32.const 2)))'
    )
    inst = instance(text, store=Store(max_memory=PAGE, max_table=1))
    assert call(inst, "m") == call(inst, "t") == [2**32 - 1]
    inst = instance(text)
    assert call(inst, "m") == call(inst, "t") == [0]


# Instances


def test_exports_are_the_items_themselves() -> None:
    mem, f = memory(1), host((), ())
    inst = instance(
        '(import "m" "m" (memory $m 1)) (import "m" "f" (func $f)) (export "m" (memory $m))'
        '(export "f" (func $f)) (export "again" (func $f)) (table (export "t") 0 funcref)'
        '(global (export "g") i32 (i32.const 0)) (tag (export "e")) (func (export "own"))',
        mem,
        f,
    )
    assert inst.exports == {
        "m": mem,
        "f": f,
        "again": f,
        "t": inst.tables[0],
        "g": inst.globals[0],
        "e": inst.tags[0],
        "own": inst.funcs[1],
    }


def test_instances_of_one_module_share_nothing_that_changes() -> None:
    module = valid('(memory 1) (global (mut i32) (i32.const 0)) (data "abc") (tag) (func)')
    a, b = (instantiate(Store(), module, (), Interpreter()) for _ in range(2))
    for x, y in zip(
        (*a.mems, *a.globals, *a.datas, *a.tags, *a.funcs),
        (*b.mems, *b.globals, *b.datas, *b.tags, *b.funcs),
        strict=True,
    ):
        assert x is not y


@pytest.mark.parametrize(
    ("item", "t"),
    [
        (host((T.I32,), (T.I32,)), T.FuncUse(UNARY)),
        (TagInst(NULLARY), T.TagType(NULLARY)),
        (glob(T.I32, 0, mutable=True), T.GlobalType(True, T.I32)),
        (grown(memory(1, 3), 1), T.MemType(T.I32, T.Limits(2, 3))),
        (grown_table(table(1), 4), T.TableType(T.I32, T.Limits(5, None), T.FUNCREF)),
    ],
)
def test_externtype(item: ExternVal, t: T.ExternType) -> None:
    assert externtype(item) == t


def test_nothing_keeps_an_instance_that_nobody_uses() -> None:
    inst = instance('(memory 2) (func (export "f")) (table 1 funcref) (elem (i32.const 0) 0)')
    call(inst, "f")
    watch = weakref.finalize(inst.mems[0].data, lambda: None)
    del inst
    gc.collect()
    assert not watch.alive


@pytest.mark.parametrize(("memories", "plain"), [(1, True), (2, False)])
def test_only_a_memory_that_is_alone_takes_space_untouched(memories: int, plain: bool) -> None:
    inst = instance("(memory 1)" * memories)
    assert all(isinstance(mem.data, bytearray) is plain for mem in inst.mems)


# Several memories and tables, 64-bit addresses, calls across instances


@pytest.mark.parametrize(
    ("text", "args", "results"),
    [
        (
            (
                '(memory 1) (memory $b 1) (data (memory $b) (i32.const 0) "b")'
                '(func (export "f") (result i32) (i32.load8_u $b (i32.const 0)))'
            ),
            (),
            [ord("b")],
        ),
        (
            (
                '(memory i64 1) (func (export "f") (param i64) (result i64)'
                "(i64.store (local.get 0) (i64.const -2)) (i64.load (local.get 0)))"
            ),
            (PAGE - 8,),
            [2**64 - 2],
        ),
        (
            (
                '(table $t i64 3 funcref) (func (export "f") (result i64)'
                "(table.grow $t (ref.null func) (i64.const 4)))"
            ),
            (),
            [3],
        ),
        (
            (
                '(memory 2) (func (export "f") (result i32)'
                "(memory.fill (i32.const 0) (i32.const 7) (i32.const 65537))"
                "(memory.copy (i32.const 65536) (i32.const 65535) (i32.const 8))"
                "(i32.load (i32.const 65536)))"
            ),
            (),
            [0x0707],
        ),
    ],
)
def test_running(text: str, args: tuple[Value, ...], results: list[Value]) -> None:
    assert call(instance(text), "f", *args) == results


@pytest.mark.parametrize(
    ("at", "offset"),
    [(2**64 - 1, 1), (2**64 - 1, 2**64 - 1), (2**63, 0), (PAGE - 3, 0), (0, PAGE - 3)],
)
def test_addresses_do_not_wrap(at: int, offset: int) -> None:
    inst = instance(
        '(memory i64 1) (func (export "f") (param i64) (result i32)'
        f"(i32.load offset={offset} (local.get 0)))"
    )
    with pytest.raises(Trap, match="^out of bounds memory access"):
        call(inst, "f", at)


def test_tables_call_across_instances() -> None:
    t = table(2)
    instance(
        '(import "m" "t" (table 2 funcref)) (func $f (result i32) (i32.const 42))'
        "(elem (i32.const 1) $f)",
        t,
    )
    caller = instance(
        '(import "m" "t" (table 2 funcref))'
        '(func (export "f") (param i32) (result i32) (call_indirect (result i32) (local.get 0)))',
        t,
    )
    assert call(caller, "f", 1) == [42]
    with pytest.raises(Trap, match="^uninitialized element 0"):
        call(caller, "f", 0)
