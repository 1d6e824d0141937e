"""Calls within each other: 10 000 succeed, and endless ones end at the same call in each tier."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import pytest

from refwasm.compile.limits import Limits
from refwasm.compile.tiers import Compiler
from refwasm.errors import Exhaustion, WasmError
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.instances import ModuleInst, WasmFunc
from refwasm.runtime.values import Value
from tests.compile.test_tiers import OUTER, STATES
from tests.interpret.modules import host, instance, wasm

DEPTH = 10_000
MAKERS: dict[str, Callable[..., Interpreter | Compiler]] = {
    "interpret": Interpreter,
    "compile": Compiler,
    "auto": lambda **more: Compiler(auto=True, **more),
    "from loops on": lambda **more: Compiler(auto=True, patience=OUTER, **more),
    "states": lambda **more: Compiler(limits=STATES, **more),
    "across tiers": lambda **more: Compiler(limits=Limits(instructions=12), **more),
    "without compiling": lambda **more: Compiler(limits=Limits(instructions=0), **more),
}
COUNT = "(global.set 0 (i32.add (global.get 0) (i32.const 1)))"
# Functions $f that call each other `global 0` times before they return; then they count down.
LONG = "(nop)" * 12
MORE = "(i32.lt_u (global.get 0) (global.get 1))"
RECURSIONS = {
    "direct": f"(func $f {COUNT} (if {MORE} (then (call $f))))",
    "with results": f"(func $g (result i32) {COUNT} (if (result i32) {MORE} (then (i32.add"
    " (i32.const 1) (call $g))) (else (i32.const 1)))) (func $f (drop (call $g)))",
    "indirect": f"(table funcref (elem $f)) (func $f {COUNT} (if {MORE} (then (call_indirect"
    " (i32.const 0)))))",
    "by reference": f"(type $t (func)) (elem declare func $f) (func $f {COUNT} (if {MORE} (then"
    " (call_ref $t (ref.func $f)))))",
    "by turns": f"(func $f {COUNT} (if {MORE} (then (call $g)))) (func $g {LONG} {COUNT}"
    f" (if {MORE} (then (call $h)))) (func $h {COUNT} (if {MORE} (then (call $f))))",
    "in a loop": f"(func $f {COUNT} (loop (if {MORE} (then (call $f) (br 1)))))",
    "in handlers": f"(tag $t) (func $f {COUNT} (block $h (try_table (catch $t $h)"
    f" (if {MORE} (then (call $f))) (throw $t))))",
    "of functions with tail calls": f"(func $f {COUNT} (if {MORE} (then (call $g)))) (func $g"
    f" (return_call $h)) (func $h {LONG} {COUNT} (if {MORE} (then (call $f))))",
}


def module(text: str, limit: int) -> str:
    """A module whose export "f" calls as `text` says until there were `limit` calls."""
    return (
        f"(global (mut i32) (i32.const 0)) (global (mut i32) (i32.const {limit})) {text}"
        ' (func (export "f") (global.set 0 (i32.const 0)) (call $f))'
    )


def calls(tier: Interpreter | Compiler, inst: ModuleInst, *args: Value) -> tuple[object, object]:
    """How the export "f" ended, and how many calls there were."""
    ended: object = None
    try:
        tier.invoke(wasm(inst), args)
    except WasmError as error:
        ended = type(error), str(error)
    return ended, inst.globals[0].value


EXHAUSTED = Exhaustion, "call stack exhausted"


@pytest.mark.parametrize("text", RECURSIONS.values(), ids=RECURSIONS)
def test_many_calls_succeed(text: str) -> None:
    for make in MAKERS.values():
        tier = make()
        inst = instance(tier, module(text, DEPTH))
        assert calls(tier, inst) == (None, DEPTH)


@pytest.mark.parametrize("text", RECURSIONS.values(), ids=RECURSIONS)
def test_endless_calls_end_at_the_same_one(text: str) -> None:
    found = []
    for make in MAKERS.values():
        tier = make()
        inst = instance(tier, module(text, 1 << 30))
        found += [calls(tier, inst), calls(tier, inst)]
    assert found == [(EXHAUSTED, found[0][1])] * len(found)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_calls_in_a_thread(make: Callable[[], Interpreter | Compiler]) -> None:
    found = []

    def run() -> None:
        for limit in (DEPTH, 1 << 30):
            tier = make()
            found.append(calls(tier, instance(tier, module(RECURSIONS["by turns"], limit))))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert found[0] == (None, DEPTH)
    assert found[1][0] == EXHAUSTED


def test_calls_across_instances() -> None:
    found = []
    for make in MAKERS.values():
        tier = make()
        text = (
            f'(type $t (func)) (global (export "n") (mut i32) (i32.const 0)) (table (export "t") 1'
            f' funcref) (func (export "f") {COUNT} (call_indirect (type $t) (i32.const 0)))'
        )
        first = instance(tier, text)
        table, number = first.exports["t"], first.exports["n"]
        other = instance(
            tier,
            '(import "" "t" (table 1 funcref)) (import "" "n" (global (mut i32))) (import "" "f"'
            f' (func $f)) (func $g (export "f") {COUNT} (call $f)) (elem (i32.const 0) $g)',
            table,
            number,
            wasm(first),
        )
        found += [calls(tier, first), calls(tier, other)]
    assert {ended for ended, _ in found} == {EXHAUSTED}
    assert found == found[:2] * len(MAKERS)


@pytest.mark.parametrize("max_depth", [37, 20_000])
@pytest.mark.parametrize(
    "call_host",
    ["(call $h)", "(return_call $h)", "(return_call_ref $t (ref.func $h))", "(call $tail)"],
)
def test_calls_through_the_host(call_host: str, max_depth: int) -> None:
    found = []
    for make in MAKERS.values():
        tier = make(max_depth=max_depth)
        made: list[WasmFunc] = []

        def call(
            args: Sequence[Value],
            tier: Interpreter | Compiler = tier,
            made: list[WasmFunc] = made,
        ) -> Sequence[Value]:
            return tier.invoke(made[0], args)

        inst = instance(
            tier,
            '(type $t (func)) (import "" "" (func $h (type $t))) (global (mut i32) (i32.const 0))'
            f' (func $f (export "f") {COUNT} (call $g)) (func $g {LONG} {call_host})'
            " (func $tail (return_call $h)) (elem declare func $h)",
            host((), (), call),
        )
        made.append(wasm(inst))
        found += [calls(tier, inst), calls(tier, inst)]
    assert {ended for ended, _ in found} == {EXHAUSTED}
    assert len({n for _, n in found[::2]}) == 1


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_tail_calls_take_no_space(make: Callable[[], Interpreter | Compiler]) -> None:
    tier = make()
    text = (
        f"(global (mut i32) (i32.const 0)) (table funcref (elem $f)) (type $t (func))"
        f' (func $f (export "f") {COUNT} (if (i32.lt_u (global.get 0) (i32.const 60000)) (then'
        f" (return_call $g)))) (func $g {LONG} (return_call $h)) (func $h (return_call_indirect"
        " (type $t) (i32.const 0)))"
    )
    assert calls(tier, instance(tier, text)) == (None, 60_000)
