"""Fuel and deadlines: both tiers stop at the same place, and go on with what they left."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest

from refwasm.compile.limits import Limits
from refwasm.compile.tiers import Compiler
from refwasm.errors import Exhaustion, WasmError
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.clock import PIECE
from refwasm.runtime.instances import ModuleInst
from refwasm.runtime.meter import ROUNDS, paying, short
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
FEW = "(i32.lt_u (global.get 0) (i32.const 50))"
FUNCTIONS = {
    "a loop": f'(func (export "f") (loop {COUNT} (br 0)))',
    "a loop that ends": f'(func (export "f") (loop {COUNT} (br_if 0 (i32.lt_u (global.get 0)'
    " (i32.const 50)))))",
    "a loop of many instructions": f'(func (export "f") (loop {COUNT * 4} (br_if 0 {FEW})))',
    "a loop that is left within": f'(func (export "f") (block (loop (br_if 1 (i32.eqz {FEW})) {COUNT} (br 0))))',
    "a loop that leaves several": f'(func (export "f") (block $a (loop $b (block $c (loop (br_if $a (i32.eqz'
    f" {FEW})) (br_if $c (i32.rem_u (global.get 0) (i32.const 5))) (br 0))) {COUNT} (br $b))))",
    "a loop that returns": f'(func (export "f") (result i32) (loop (br_if 1 (global.get 0) {FEW}) (drop) {COUNT}'
    " (br 0)) (unreachable))",
    "a loop above operands": f'(func (export "f") (result i32) (global.get 0) (loop {COUNT} (br_if 0 {FEW}))'
    " (i32.add (global.get 0)))",
    "a loop that drops what may trap": f'(func (export "f") (loop (i32.rem_u (i32.const 1) (i32.sub'
    f" (i32.const 33) (global.get 0))) {COUNT} (br 0)))",
    "a short loop in an endless one": f'(func (export "f") (local i32) (loop $a (local.set 0 (i32.const 3))'
    f" (loop $b {COUNT} (br_if $b (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))) (br $a)))",
    "a short loop that catches": f'(tag $t) (func (export "f") (loop $a (block $h (try_table (catch $t $h) (loop'
    f" {COUNT} (br_if 0 (i32.rem_u (global.get 0) (i32.const 5))) ) (throw $t))) (br $a)))",
    "loops without branches": f'(func $f (export "f") {COUNT} (loop (loop {COUNT})) (loop)'
    f" {COUNT} (call $f))",
    "nested loops": f'(func (export "f") (loop $a (loop $b {COUNT} (br_if $b (i32.rem_u'
    " (global.get 0) (i32.const 3)))) (br $a)))",
    "loops that begin another at once": f'(func (export "f") (loop $a (loop $b (block $c (loop $d'
    f" {COUNT} (br_if $d (i32.rem_u (global.get 0) (i32.const 3))) (br_if $c (i32.rem_u (global.get 0)"
    " (i32.const 5))) (br_if $b (i32.rem_u (global.get 0) (i32.const 7))))) (br $a))))",
    "loops behind what may branch": f'(func (export "f") (loop $a (br_if $a (i32.rem_u (global.get 0)'
    f" (i32.const 2))) (loop $b {COUNT} (br_if $a (i32.rem_u (global.get 0) (i32.const 3))) (br $b))))",
    "calls by turns": f'(func $f (export "f") {COUNT} (call $g))(func $g {COUNT} (call $f))',
    "calls of later functions": f'(func $f (export "f") {COUNT} (call $g) (call $g) (call $h))'
    f" (func $g {COUNT} (call $h) (call $h)) (func $h {COUNT} (call $i) (call $i))"
    f" (func $i {COUNT} (call $g))",
    "tail calls of later functions": f'(func $f (export "f") {COUNT} (return_call $g))'
    f" (func $g {COUNT} (if (i32.rem_u (global.get 0) (i32.const 3)) (then (return_call $h)))"
    f" (return_call $f)) (func $h {COUNT} (return_call $f))",
    "calls": f'(func $f (export "f") {COUNT} (call $g) (call $g) (block (call $g)) (call $f))'
    f"(func $g {COUNT})",
    "calls after what may trap": '(func $f (export "f") (result i32) (i32.add (i32.div_u (i32.const 1)'
    " (global.get 0)) (call $f)))",
    "tail calls": f'(func $f (export "f") {COUNT} (return_call $f))',
    "tail calls among states": f'(func $f (export "f") {COUNT} (block $a (block $b (block $c (block $d (block $e'
    " (br_table $a $b $c $d $e (i32.rem_u (global.get 0) (i32.const 7))))))) (return_call $f))"
    " (return_call $f))",
    "tail calls in a loop": f'(func $f (export "f") (loop {COUNT} (br_if 0 (i32.rem_u (global.get 0) (i32.const 3)))'
    f" (if (i32.rem_u (global.get 0) (i32.const 2)) (then (return_call $f))) {COUNT} (br 0)))",
    "tail calls in handlers": f'(tag $t) (func $f (export "f") {COUNT} (block $h (try_table (catch $t $h)'
    f" (if (i32.rem_u (global.get 0) (i32.const 3)) (then (throw $t))) (return_call $f)))"
    " (return_call $f))",
    "tail calls of one that is called": f'(func $f (export "f") {COUNT} (if (i32.rem_u (global.get 0)'
    " (i32.const 4)) (then (return_call $f))) (call $g) (return_call $f)) (func $g (call $f))",
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
        ("(loop (if (i32.const 1) (then (call $f))) (call $f))", {0}),
        ("(loop) (block (call $f))", {0}),
        ("(if (i32.const 1) (then (loop))) (return_call $f)", {-1, 2}),
        ("(call $f) (if (i32.const 1) (then (return_call $f)))", {-1}),
        ("(call $g) (call $f)", {1}),
        ("(call $g) (call $g)", {1}),
        ("(if (i32.const 1) (then (call $g)) (else (call $g)))", {4}),
        ("(loop (call $g))", {0}),
        ("(return_call $g)", set()),
        ("(call_ref $t (ref.func $g))", {1}),
        ("(loop (loop (nop)) (loop (nop)))", {1, 4}),
        ("(loop (nop) (block (loop (nop))))", {3}),
        ("(loop (block (br_if 0 (i32.const 1)) (loop (nop))))", {0, 4}),
        ("(loop (call $g) (loop (nop)))", {0, 2}),
        ("(loop (if (i32.const 1) (then (loop (nop)))))", {0, 3}),
        ("(loop (block) (loop (nop)))", {0, 3}),
        ("(loop (unreachable) (loop (nop)))", {0, 2}),
    ],
)
def test_what_uses_a_unit(body: str, sites: set[int]) -> None:
    """Loops; calls, one on each way through a body, unless a loop does; one of a later function is free."""
    text = f'(type $t (func)) (func $f (export "f") {body}) (func $g) (elem declare func $g)'
    inst = instance(Interpreter(), text)
    assert paying(wasm(inst).code, wasm(inst).index) == sites


@pytest.mark.parametrize(
    "budget", [{"fuel": -1}, {"deadline": -0.5}, {"fuel": -1, "deadline": 1.0}]
)
@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_a_budget_is_not_negative(
    make: Callable[..., Interpreter | Compiler], budget: dict[str, float]
) -> None:
    with pytest.raises(ValueError, match="not negative"):
        make(**budget)


NOPS = "(nop) " * 10


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("(loop (br 0))", {0: 1}),
        (f"(loop {NOPS} (nop) (br 0))", {0: 12}),
        (f"(loop {NOPS} (nop) (nop) (br 0))", {}),
        (f"(loop {NOPS} (br_if 0 (i32.const 1)))", {0: 12}),
        ("(loop (br_if 0 (i32.const 1)) (br_if 0 (i32.const 1)))", {}),
        ("(loop (br_if 0 (i32.const 1)) (nop))", {}),
        ("(loop (br_if 1 (i32.const 1)) (br 0))", {0: 3}),
        ("(loop (i32.const 5) (br 0))", {0: 2}),
        ("(drop (loop (result i32) (i32.const 5) (br_if 0 (i32.const 1))))", {}),
        ("(i32.const 1) (loop (param i32) (br 0))", {}),
        ("(loop (br_table 0 1 (i32.const 1)))", {}),
        ("(loop (block) (br 0))", {}),
        ("(loop (call $g) (br 0))", {}),
        ("(loop (call_ref $t (ref.func $g)) (br 0))", {}),
        ("(loop (unreachable) (br 0))", {}),
        ("(loop $a (loop (br 0)))", {1: 2}),
        ("(loop $a (loop (br $a)))", {}),
        ("(loop (nop))", {}),
    ],
)
def test_short_loops(body: str, found: dict[int, int]) -> None:
    """They have no blocks and calls, and their last instruction alone repeats them, with nothing."""
    text = f'(type $t (func)) (func $f (export "f") {body}) (func $g) (elem declare func $g)'
    code = wasm(instance(Interpreter(), text)).code
    assert short(code, paying(code, 0)) == found


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
    assert inst.globals[0].value == ROUNDS * (2 * PIECE + 5)


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
def test_what_a_host_function_calls_back_shares_what_it_was_invoked_with(
    make: Callable[..., Interpreter | Compiler],
) -> None:
    tier = make(fuel=100)
    inner = export(tier, "g", f'{GLOBAL} (func (export "g") (loop {COUNT * 4} (br_if 0 {FEW})))')

    def call(args: Sequence[Value]) -> Sequence[Value]:
        for _ in range(20):
            inner.module.globals[0].value = 0
            tier.invoke(inner, [])
        return args

    with pytest.raises(Exhaustion, match="out of fuel"):
        tier.invoke(host((), (), call), [])


ENDLESS = {
    "a loop": "(loop (br 0))",
    "a loop that fills": "(loop (memory.fill (i32.const 0) (i32.const 1) (i32.const 0x100_0000))"
    " (br 0))",
    "a loop around another": "(loop $a (loop $b (br $a)))",
    "calls": "(call $twice (i32.const 60))",
    "calls by turns": "(call $one (i32.const 60))",
    "tail calls": "(return_call $tail)",
    "tail calls by turns": "(return_call $other)",
    "calls by a table": "(call_indirect (param i32) (i32.const 60) (i32.const 0))",
}
LESS = "(i32.sub (local.get 0) (i32.const 1))"
OTHERS = f"""(memory 256) (table funcref (elem $by))
    (func $twice (param i32) (if (local.get 0) (then (call $twice {LESS}) (call $twice {LESS}))))
    (func $one (param i32) (if (local.get 0) (then (call $two {LESS}) (call $two {LESS}))))
    (func $two (param i32) (if (local.get 0) (then (call $one {LESS}) (call $one {LESS}))))
    (func $by (param i32) (if (local.get 0) (then
      (call_indirect (param i32) {LESS} (i32.const 0))
      (call_indirect (param i32) {LESS} (i32.const 0)))))
    (func $tail (return_call $tail))
    (func $other (return_call $another)) (func $another (return_call $other))"""


@pytest.mark.parametrize("budget", [{}, {"fuel": 10**12}], ids=["deadline", "both"])
@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS)
def test_a_deadline(
    make: Callable[..., Interpreter | Compiler], body: str, budget: dict[str, int]
) -> None:
    tier = make(deadline=0.02, **budget)
    f = export(tier, "f", f'(func (export "f") {body}) {OTHERS}')
    g = export(tier, "g", '(func (export "g") (result i32) (loop) (i32.const 3))')
    start = time.monotonic()
    with pytest.raises(Exhaustion, match="^deadline exceeded$"):
        tier.invoke(f, [])
    assert time.monotonic() - start < 5
    assert tier.meter is not None
    tier.meter.deadline = 60
    assert tier.invoke(g, []) == [3]
