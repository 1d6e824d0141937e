"""Fuel and deadlines: both tiers stop at the same place, and go on with what they left."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest

from refwasm.compile.limits import Limits
from refwasm.compile.tiers import Compiler
from refwasm.errors import Exhaustion, WasmError
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.instances import ModuleInst
from refwasm.runtime.meter import PIECE, paid_calls
from refwasm.runtime.values import Value
from refwasm.syntax.types import I32
from tests.compile.test_tiers import BODIES, INNER, OUTER, SOME, STATES
from tests.interpret.modules import export, host, instance, wasm

MAKERS: dict[str, Callable[..., Interpreter | Compiler]] = {
    "interpret": Interpreter,
    "compile": Compiler,
    "states": lambda **budget: Compiler(limits=STATES, **budget),
    "some states": lambda **budget: Compiler(limits=SOME, **budget),
    "outer loops": lambda **budget: Compiler(auto=True, patience=OUTER, **budget),
    "inner loops": lambda **budget: Compiler(auto=True, patience=INNER, **budget),
    "both": lambda **budget: Compiler(limits=Limits(instructions=30), **budget),
}
COUNT = "(global.set 0 (i32.add (global.get 0) (i32.const 1)))"
GLOBAL = '(global (export "n") (mut i32) (i32.const 0))'
FUNCTIONS = {
    "a loop": f'(func (export "f") (loop {COUNT} (br 0)))',
    "a loop that ends": f'(func (export "f") (loop {COUNT} (br_if 0 (i32.lt_u (global.get 0)'
    " (i32.const 50)))))",
    "loops without branches": f'(func $f (export "f") {COUNT} (loop (loop {COUNT})) (loop)'
    f" {COUNT} (call $f))",
    "nested loops": f'(func (export "f") (loop $a (loop $b {COUNT} (br_if $b (i32.rem_u'
    " (global.get 0) (i32.const 3)))) (br $a)))",
    "calls": f'(func $f (export "f") {COUNT} (call $g) (call $g) (block (call $g)) (call $f))'
    f"(func $g {COUNT})",
    "tail calls": f'(func $f (export "f") {COUNT} (return_call $f))',
    "tail calls by turns": f'(func $f (export "f") {COUNT} (return_call $g))'
    f"(func $g {COUNT} (return_call_indirect (i32.const 0))) (table funcref (elem $f))",
    "exceptions": f'(tag $t) (func $f (export "f") (loop $l (block $h (try_table (catch $t $h)'
    f" {COUNT} (throw $t))) (br $l)))",
    "traps after some rounds": f'(func (export "f") (loop $l {COUNT} (drop (i32.div_u (i32.const 1)'
    " (i32.sub (global.get 0) (i32.const 60)))) (br $l)))",
}


def outcome(tier: Interpreter | Compiler, inst: ModuleInst, *args: Value) -> object:
    """The results or the error, with its place if it is of the meter's, and the globals."""
    result: object
    try:
        result = tier.invoke(wasm(inst), args)
    except WasmError as error:
        where = error.instruction if isinstance(error, Exhaustion) else ""
        result = type(error), str(error), where
    return result, [g.value for g in inst.globals]


@pytest.mark.parametrize("fuel", [0, 1, 10, 57, 100])
@pytest.mark.parametrize("text", FUNCTIONS.values(), ids=FUNCTIONS)
def test_fuel_runs_out_at_the_same_place(text: str, fuel: int) -> None:
    found = []
    for make in MAKERS.values():
        tier = make(fuel=fuel)
        inst = instance(tier, GLOBAL + text)
        found.append([outcome(tier, inst) for _ in range(3)])
    assert found[1:] == found[:1] * (len(found) - 1)


@pytest.mark.parametrize(
    ("body", "sites"),
    [
        ("(call $f) (call $f)", {0}),
        ("(if (i32.const 1) (then (call $f)) (else (call $f))) (call $f)", {2, 4, 6}),
        ("(call $f) (if (i32.const 1) (then (call $f)) (else (call $f)))", {0}),
        ("(block (br_if 0 (i32.const 1)) (call $f)) (call $f)", {3, 5}),
        ("(loop (if (i32.const 1) (then (call $f))) (call $f))", set()),
        ("(loop) (block (call $f))", set()),
        ("(if (i32.const 1) (then (loop))) (return_call $f)", {5}),
    ],
)
def test_calls_that_use_a_unit(body: str, sites: set[int]) -> None:
    """One on each way through a body, unless a loop does."""
    inst = instance(Interpreter(), f'(func $f (export "f") {body})')
    assert paid_calls(wasm(inst).code) == sites


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_bodies_that_end_use_the_same_fuel(body: str) -> None:
    text = (
        f"{GLOBAL} (tag $t (param i32)) (func $throws (param i32) (if (i32.and (local.get 0)"
        " (i32.const 1)) (then (throw $t (i32.const 2)))))"
        f'(func (export "f") (param i32) (result i32) {body})'
    )
    found = []
    for make in MAKERS.values():
        tiers = [make(fuel=fuel) for fuel in range(0, 60, 3)]
        found.append([outcome(tier, instance(tier, text), 9) for tier in tiers])
    assert found[1:] == found[:1] * (len(found) - 1)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_units_are_counted_across_pieces(make: Callable[..., Interpreter | Compiler]) -> None:
    tier = make(fuel=2 * PIECE + 5)
    inst = instance(tier, GLOBAL + FUNCTIONS["a loop"])
    with pytest.raises(Exhaustion, match="^out of fuel$"):
        tier.invoke(wasm(inst), [])
    assert inst.globals[0].value == 2 * PIECE + 5


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_a_host_function_shares_what_its_caller_has(
    make: Callable[..., Interpreter | Compiler],
) -> None:
    tier = make(fuel=100)
    inner = export(tier, "g", '(func (export "g") (loop (br 0)))')

    def call(args: Sequence[Value]) -> Sequence[Value]:
        with pytest.raises(Exhaustion):
            tier.invoke(inner, [])
        return args

    text = (
        f'(import "" "" (func $h (param i32) (result i32))) {GLOBAL} (func (export "f") (param i32)'
        f" (result i32) (drop (call $h (local.get 0))) (loop {COUNT}) (local.get 0))"
    )
    inst = instance(tier, text, host((I32,), (I32,), call))
    with pytest.raises(Exhaustion, match="out of fuel"):
        tier.invoke(wasm(inst), [1])
    assert inst.globals[0].value == 0


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize(
    "body", ["(nop)", "(memory.fill (i32.const 0) (i32.const 1) (i32.const 0x100_0000))"]
)
def test_a_deadline(make: Callable[..., Interpreter | Compiler], body: str) -> None:
    tier = make(deadline=0.05)
    f = export(tier, "f", f'(memory 256) (func (export "f") (loop {body} (br 0)))')
    g = export(tier, "f", '(func (export "f") (result i32) (loop) (i32.const 3))')
    start = time.monotonic()
    with pytest.raises(Exhaustion, match="^deadline exceeded$"):
        tier.invoke(f, [])
    assert time.monotonic() - start < 5
    assert tier.meter is not None
    tier.meter.deadline = 60
    assert tier.invoke(g, []) == [3]
