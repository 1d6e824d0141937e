"""Modules that mean harm when they run: endless, deep, vast."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from refwasm.embedding import func_alloc
from refwasm.errors import Exhaustion, Trap, UncaughtException
from refwasm.runtime.instances import HostFunc
from refwasm.runtime.values import Value
from refwasm.syntax.types import I32, FuncType
from tests.binary.build import leb, module, section, sized
from tests.conformance.suite import FULL
from tests.hostile.machine import Machine, resident
from tests.hostile.texts import DEPTH

FINE = '(func (export "fine") (result i32) (i32.const 7))'
COUNT = "(param i32) (result i32)"
DOWN = "(i32.sub (local.get 0) (i32.const 1))"

# Calls of themselves, by `CALL` with one argument on the stack.
CALLS = {
    "direct": ("call $f", ""),
    "indirect": ("(call_indirect (type $t) (i32.const 0))", "(table funcref (elem $f))"),
    "by reference": ("(call_ref $t (ref.func $f))", "(elem declare func $f)"),
    "by global": ("(call_ref $t (global.get $g))", "(global $g (ref $t) (ref.func $f))"),
    "mutual": ("call $g", f"(func $g {COUNT} (call $f (local.get 0)))"),
    "in a block": ("block (param i32) (result i32) call $f end", ""),
    "in a handler": (
        "drop (block (try_table (catch_all 0) (throw $e))) (call $f (i32.const 1))",
        "(tag $e)",
    ),
    "in a try": ("drop (try_table (result i32) (call $f (i32.const 1)))", ""),
}


@pytest.mark.parametrize("kind", CALLS)
def test_endless_recursion_exhausts_and_the_machine_goes_on(kind: str) -> None:
    call, others = CALLS[kind]
    m = Machine()
    i = m.instance(
        f'(type $t (func {COUNT})) {others} (func $f (export "f") (type $t) local.get 0 {call}) {FINE}'
    )
    for _ in range(2):
        with pytest.raises(Exhaustion, match="^call stack exhausted"):
            m.call(m.exported(i, "f"), 1)
        assert m.call(m.exported(i, "fine")) == [7]


@pytest.mark.parametrize("kind", ["direct", "indirect", "by reference", "by global", "in a block"])
def test_depth_10_000_succeeds(kind: str) -> None:
    call, others = CALLS[kind]
    f = Machine().function(
        f'(type $t (func {COUNT})) {others} (func $f (export "f") (type $t)'
        f" (if (result i32) (local.get 0) (then {DOWN} {call}) (else (i32.const 7))))"
    )
    assert Machine().call(f, 10_000) == [7]


@pytest.mark.parametrize("number", [1_000, 50_000, 1_000_000, 2**32 - 2])
def test_endless_recursion_of_large_frames_exhausts(number: int) -> None:
    body = b"\x01" + leb(number) + b"\x7e\x10\x00\x0b"
    m = Machine()
    f = m.function(
        module(
            section(1, b"\x60\x00\x00"),
            section(3, b"\x00"),
            section(7, b"\x01f\x00\x00"),
            section(10, sized(body)),
        )
    )
    before = resident()
    with pytest.raises(Exhaustion):
        m.call(f)
    assert resident() - before < 500_000_000


def test_endless_recursion_through_the_host_exhausts() -> None:
    m = Machine()

    def back(args: Sequence[Value]) -> Sequence[Value]:
        return m.call(f, *args)

    host = func_alloc(m.store, FuncType((I32,), (I32,)), back)
    i = m.instance(
        f'(import "" "" (func $h {COUNT})) (func $f (export "f") {COUNT} (call $h (local.get 0))) {FINE}',
        host,
    )
    f = m.exported(i, "f")
    limit = sys.getrecursionlimit()
    for _ in range(2):
        with pytest.raises(Exhaustion, match="^call stack exhausted"):
            m.call(f, 1)
        assert m.call(m.exported(i, "fine")) == [7]
    assert sys.getrecursionlimit() == limit


def test_the_host_alone_recurses() -> None:
    m = Machine()

    def back(args: Sequence[Value]) -> Sequence[Value]:
        return m.call(host, *args)

    host: HostFunc = func_alloc(m.store, FuncType((), ()), back)
    with pytest.raises(Exhaustion, match="^call stack exhausted"):
        m.call(host)


def test_deep_calls_then_the_host_then_deep_calls() -> None:
    m = Machine()

    def back(args: Sequence[Value]) -> Sequence[Value]:
        return m.call(f, *args)

    host = func_alloc(m.store, FuncType((I32,), (I32,)), back)
    f = m.function(
        f'(import "" "" (func $h {COUNT})) (func $f (export "f") {COUNT}'
        f" (if (i32.rem_u (local.get 0) (i32.const 1000)) (then (return (call $f {DOWN}))))"
        f" (if (result i32) (local.get 0) (then (call $h {DOWN})) (else (i32.const 7))))",
        host,
    )
    assert m.call(f, 9_999) == [7]
    with pytest.raises(Exhaustion):
        m.call(f, 40_000)
    assert m.call(f, 9_999) == [7]


def test_endless_recursion_across_instances_exhausts() -> None:
    m = Machine()
    first = m.instance(
        '(type $t (func)) (table (export "t") 2 funcref) (elem (i32.const 0) func $f)'
        ' (func $f (export "f") (call_indirect (type $t) (i32.const 1)))' + FINE
    )
    second = (
        '(type $t (func)) (import "" "t" (table 2 funcref)) (import "" "f" (func $f))'
        " (elem (i32.const 1) func $g) (func $g (call $f)) (start $g)"
    )
    table = first.exports["t"]
    for _ in range(2):
        with pytest.raises(Exhaustion, match="^call stack exhausted"):
            m.instance(second, table, m.exported(first, "f"))
        with pytest.raises(Exhaustion, match="^call stack exhausted"):
            m.call(m.exported(first, "f"))
        assert m.call(m.exported(first, "fine")) == [7]


def test_start_functions_that_recurse_exhaust() -> None:
    with pytest.raises(Exhaustion, match="^call stack exhausted"):
        Machine().instance("(func $f (call $f)) (start $f)")


TAIL = {
    "direct": "(return_call $g {})",
    "indirect": "(return_call_indirect (type $t) {} (i32.const 0))",
    "by reference": "(return_call_ref $t {} (ref.func $g))",
}


@pytest.mark.parametrize("kind", TAIL)
@pytest.mark.parametrize("number", [0, 1000])
def test_tail_calls_take_constant_space(kind: str, number: int) -> None:
    m = Machine()
    f = m.function(
        f'(type $t (func {COUNT})) (table funcref (elem $g)) (func $f (export "f") (type $t)'
        f" (local {'i64 ' * number})"
        f" (if (i32.eqz (local.get 0)) (then (return (i32.const 7)))) {TAIL[kind].format(DOWN)})"
        f" (func $g (type $t) (return_call $f (local.get 0)))"
    )
    before = resident()
    assert m.call(f, 30_000) == [7]
    assert resident() - before < 20_000_000


def test_exceptions_leave_many_frames() -> None:
    m = Machine()
    f = m.function(
        f"(tag $e (param i32)) (func $g {COUNT} (if (result i32) (local.get 0)"
        f" (then (call $g {DOWN})) (else (throw $e (i32.const 7)))))"
        f' (func (export "f") {COUNT} (block $h (result i32)'
        " (try_table (result i32) (catch $e $h) (call $g (local.get 0)))))"
    )
    for _ in range(3):
        assert m.call(f, 10_000) == [7]


DEEP = 100_000 if FULL else 2_000


@pytest.mark.parametrize("kind", [k for k, g in DEPTH.items() if g.expected == "valid"])
def test_deep_nesting_runs(kind: str) -> None:
    source = str(DEPTH[kind].make(DEEP))
    if "(func" not in source:
        Machine().instance(source)
        return
    Machine().call(Machine().function(source.replace("(func", '(func (export "f")', 1)))


def test_traps_leave_the_machine_usable() -> None:
    m = Machine()
    i = m.instance(
        f"(tag $e) (memory 1) (table 1 funcref) {FINE}"
        ' (func $t (export "t") unreachable) (func (export "d") (call $t))'
        ' (func (export "m") (drop (i32.load offset=65536 (i32.const -1))))'
        ' (func (export "i") (call_indirect (i32.const 5)))'
        ' (func (export "e") (try_table (throw $e)))'
    )
    for name in "tdmi" * 3:
        with pytest.raises(Trap):
            m.call(m.exported(i, name))
        assert m.call(m.exported(i, "fine")) == [7]
    with pytest.raises(UncaughtException):
        m.call(m.exported(i, "e"))
    assert m.call(m.exported(i, "fine")) == [7]


procfs = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="no /proc to read sizes from"
)
SMALL = 20_000_000  # bytes


@procfs
@pytest.mark.parametrize(
    "fields",
    [
        "(memory 65536)",
        "(memory 0 65536)",
        "(memory i64 65536)",
        "(memory i64 0 281474976710656)",
        "(table 10000000 funcref)",
        "(table i64 10000000 externref)",
        "(table 10000000 (ref func) (ref.func $f))",
    ],
)
def test_what_is_declared_costs_nothing(fields: str) -> None:
    m = Machine()
    before = resident()
    kept = [m.instance(f'(func $f (export "f")) {fields}') for _ in range(3)]
    assert resident() - before < SMALL
    assert m.call(m.exported(kept[0], "f")) == []


@procfs
def test_growth_to_4_gib_costs_nothing_until_touched() -> None:
    m = Machine()
    i = m.instance(
        '(memory 1) (func (export "f") (result i32) (memory.grow (i32.const 65535)))'
        ' (func (export "set") (i32.store (i32.const -4) (i32.const 7)))'
        ' (func (export "get") (result i32) (i32.load (i32.const -4)))'
    )
    before = resident()
    assert m.call(m.exported(i, "f")) == [1]
    assert m.call(m.exported(i, "get")) == [0]
    m.call(m.exported(i, "set"))
    assert m.call(m.exported(i, "get")) == [7]
    assert m.call(m.exported(i, "f")) == [2**32 - 1]
    assert resident() - before < SMALL


@procfs
def test_growth_by_pages_costs_nothing() -> None:
    m = Machine()
    f = m.function(
        '(memory 1) (func (export "f") (result i32) (loop'
        " (br_if 0 (i32.lt_u (memory.grow (i32.const 16)) (i32.const 60000)))) (memory.size))"
    )
    before = resident()
    assert m.call(f) == [60_017]
    assert resident() - before < SMALL


@pytest.mark.parametrize(
    "fields",
    [
        "(memory i64 281474976710656)",
        "(memory i64 281474976710655)",
        "(memory i64 1099511627776)",
        "(table 4294967295 funcref)",
        "(table i64 18446744073709551615 funcref)",
        "(type $a (array i64)) (global (ref $a) (array.new_default $a (i32.const -1)))",
        "(type $a (array (mut v128))) (func $f (drop (array.new_default $a (i32.const -1)))) (start $f)",
    ],
)
def test_what_cannot_be_had_exhausts(fields: str) -> None:
    with pytest.raises(Exhaustion):
        Machine().instance(fields)


@pytest.mark.parametrize(
    ("fields", "call"),
    [
        ("(memory i64 0)", "memory.grow (i64.const 281474976710656)"),
        ("(memory i64 0)", "memory.grow (i64.const -1)"),
        ("(memory i64 1)", "memory.grow (i64.const -1)"),
        ("(table i64 0 funcref)", "table.grow (ref.null func) (i64.const -1)"),
        ("(table i64 1 funcref)", "table.grow (ref.null func) (i64.const 9223372036854775807)"),
    ],
)
def test_growth_that_cannot_be_fails(fields: str, call: str) -> None:
    m = Machine()
    f = m.function(f'{fields} (func (export "f") (result i64) ({call}))')
    assert m.call(f) == [2**64 - 1]


@procfs
def test_a_long_list_can_be_made_and_dropped() -> None:
    m = Machine()
    f = m.function(
        "(type $l (struct (field (ref null $l))))"
        f' (func (export "f") {COUNT} (local $l (ref null $l)) (loop'
        " (local.set $l (struct.new $l (local.get $l)))"
        f" (br_if 0 (local.tee 0 {DOWN}))) (local.set $l (ref.null $l)) (i32.const 7))"
    )
    before = resident()
    assert m.call(f, 50_000) == [7]
    assert resident() - before < 30_000_000


def test_a_branch_table_of_many_labels_runs() -> None:
    f = Machine().function(
        '(func (export "f") (param i32) (result i32) (block $b (block $a (br_table '
        + "$a $b " * 50_000
        + "$a (local.get 0))) (return (i32.const 1))) (i32.const 2))"
    )
    assert [Machine().call(f, i) for i in (0, 1, 99_999, 2**32 - 1)] == [[1], [2], [2], [1]]
