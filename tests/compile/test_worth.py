"""Calls that go over to compiled code at a loop: the same results, errors and places, and no sooner."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from refwasm.compile.entry import Entry
from refwasm.compile.limits import Limits
from refwasm.compile.places import PLACES
from refwasm.compile.tiers import PATIENCE, Compiler
from refwasm.compile.worth import Loop, Patience, loops
from refwasm.errors import Exhaustion, Trap, WasmError
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.clock import PIECE
from refwasm.runtime.instances import ModuleInst, Store
from refwasm.runtime.instantiate import Tier, instantiate
from refwasm.runtime.meter import ROUNDS
from refwasm.runtime.values import Value
from refwasm.syntax.features import features_of
from refwasm.syntax.types import I32
from refwasm.text.parse_module import parse_module
from refwasm.validation.modules import validate_module
from tests.compile.test_meter import GLOBAL
from tests.compile.test_tiers import INNER, OUTER, outcome
from tests.interpret.modules import export, host, instance, wasm

LEGACY = features_of("3", ["+legacy-exceptions"])
NEXT = "(local.tee $n (i32.sub (local.get $n) (i32.const 1)))"
COUNT = "(global.set $c (i32.add (i32.mul (global.get $c) (i32.const 3)) (local.get $n)))"
# Bodies of "f", whose parameter is $n; $throws throws $t with an i32 if its argument is odd.
BODIES = {
    "operands below": f"(i32.add (i32.const 7) (loop $l (result i32) {COUNT} (br_if $l {NEXT})"
    " (i32.const 5)))",
    "parameters": "(i32.const 1) (local.get $n) (loop $l (param i32 i32) (result i32) (i32.mul)"
    f" (i32.const 3) {COUNT} (br_if $l {NEXT}) (i32.add))",
    "loops in loops": f"(local $m i32) (loop $l (local.set $m (i32.const 3)) (loop $k {COUNT}"
    " (br_if $k (local.tee $m (i32.sub (local.get $m) (i32.const 1))))) (nop) (br_if $l"
    f" {NEXT})) (local.get $m)",
    "adjacent loops": f"(loop $l (loop $k {COUNT} (br_if $k (i32.rem_u {NEXT} (i32.const 4))))"
    " (br_if $l (local.get $n))) (local.get $n)",
    "three loops with one beginning": "(loop $a (result i32) (loop $b (loop $c (drop (i32.const 0))"
    f" {COUNT} (br_if $c (i32.rem_u {NEXT} (i32.const 4))) (br_if $b (i32.rem_u {NEXT}"
    " (i32.const 3)))) (br_if $a (i32.gt_s (local.get $n) (i32.const 0)))) (local.get $n))",
    "operands below two loops": "(i32.const 1) (loop $l (param i32) (result i32) (i32.add (i32.const"
    f" 2)) (i32.const 40) (loop $k (result i32) {COUNT} (br_if $k (i32.rem_u {NEXT} (i32.const 3)))"
    " (i32.const 1)) (i32.add) (i32.add) (br_if $l (i32.gt_s (local.get $n) (i32.const 0))))",
    "one loop after the other": f"(loop $l {COUNT} (br_if $l (i32.rem_u {NEXT} (i32.const 7)))) (loop"
    f" $k {COUNT} (br_if $k (i32.gt_s {NEXT} (i32.const 0)))) (local.get $n)",
    "a loop in a branch": f"(if (result i32) (i32.and (local.get $n) (i32.const 1)) (then (loop $l"
    f" (result i32) {COUNT} (br_if $l {NEXT}) (i32.const 1))) (else (loop $k (result i32) {COUNT}"
    f" (br_if $k {NEXT}) (i32.const 2))))",
    "a branch by index out of loops": f"(block $a (loop $b (block $c (loop $d {COUNT} (br_table $d $c"
    f" $b $d $a (i32.rem_u {NEXT} (i32.const 6))))) (br $b))) (local.get $n)",
    "a handler around": "(block $h (result i32) (try_table (catch $t $h) (loop $l (call $throws"
    f" (i32.rem_u {NEXT} (i32.const 2))) {COUNT} (br_if $l (local.get $n)))) (i32.const 3))",
    "a handler around, in a loop": "(loop $l (drop (block $h (result i32) (try_table (catch $t $h)"
    f" (loop $k {COUNT} (call $throws {NEXT}) (br_if $k (local.get $n)))) (i32.const 3))) (br_if $l"
    " (i32.gt_s (local.get $n) (i32.const 0)))) (local.get $n)",
    "a handler that repeats a loop": f"(loop $l (result i32) (try_table (catch_all $l) {COUNT} (if"
    f" (i32.gt_s {NEXT} (i32.const 0)) (then (throw $t (i32.const 1))))) (local.get $n))",
    "an exception that leaves": f"(loop $l {COUNT} (call $throws (i32.eq (local.get $n) (i32.const"
    f" 2))) (br_if $l {NEXT})) (local.get $n)",
    "a trap": f"(loop $l {COUNT} (drop (i32.div_u (i32.const 1) (i32.sub (local.get $n) (i32.const"
    f" 2)))) (br_if $l {NEXT})) (local.get $n)",
    "a tail call": f"(loop $l {COUNT} (br_if $l (i32.rem_u {NEXT} (i32.const 5)))) (if (i32.gt_s"
    " (local.get $n) (i32.const 0)) (then (return_call $f (local.get $n)))) (local.get $n)",
    "a tail call of another function": f"(loop $l {COUNT} (br_if $l (i32.gt_s {NEXT} (i32.const 3))))"
    " (return_call $id (local.get $n))",
    "a call of itself": f"(loop $l {COUNT} (if (i32.gt_s (local.get $n) (i32.const 2)) (then (drop"
    f" (call $f (i32.sub (local.get $n) (i32.const 2)))))) (br_if $l (i32.gt_s {NEXT} (i32.const"
    " 0)))) (local.get $n)",
    "legacy handlers": "(try (result i32) (do (loop $l (result i32) (try (do (call $throws (local.get"
    f" $n))) (catch $t (drop) {COUNT})) (br_if $l {NEXT}) (throw $t (i32.const 8)))) (catch $t (loop"
    f" $k (result i32) {COUNT} (br_if $k (i32.lt_s {NEXT} (i32.const -9))) (local.get $n))"
    " (i32.add)))",
    "a loop in a legacy handler": "(try (result i32) (do (throw $t (local.get $n))) (catch $t (drop)"
    f" (try (result i32) (do (loop $l {COUNT} (br_if $l {NEXT})) (rethrow 1)) (catch $t))))",
}


def module(body: str) -> str:
    """A module with `body` as the function "f"."""
    return (
        "(global $c (mut i32) (i32.const 1)) (tag $t (param i32)) (func $throws (param i32) (if"
        " (i32.and (local.get 0) (i32.const 1)) (then (throw $t (local.get 0))))) (func $id (param"
        " i32) (result i32) (local.get 0))"
        f' (func $f (export "f") (param $n i32) (result i32) {body})'
    )


def rests(inst: ModuleInst) -> list[str]:
    """The rests of calls that were compiled for `inst`, by function and site."""
    entry = wasm(inst).prepared
    assert isinstance(entry, Entry)
    names = [file.split()[1] for file in entry.namespace.get(PLACES, ())]
    return [name for name in names if "_from" in name]


def several(body: str) -> Callable[[Tier], ModuleInst]:
    """What instantiates the module of `body`, read once, for a tier."""
    text = f"(module {module(body)})"
    valid = validate_module(parse_module(text, features=LEGACY), features=LEGACY)
    return lambda tier: instantiate(Store(), valid, (), tier)


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_call_that_goes_over_ends_as_it_would(body: str) -> None:
    made = several(body)
    gone = []
    for n in (3, 10, 21):
        reference = Interpreter()
        inst = made(reference)
        wanted = [outcome(reference, inst, k) for k in (n, n, 5)]
        for patience in (OUTER, INNER, *(Patience(k, 0) for k in range(2, 5))):
            tier = Compiler(auto=True, patience=patience)
            inst = made(tier)
            assert [outcome(tier, inst, k) for k in (n, n, 5)] == wanted
            gone += rests(inst)
    assert gone


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_fuel_ends_it_at_the_same_place(body: str) -> None:
    made = several(body)
    for fuel in range(0, 45, 3):
        tiers: list[Interpreter | Compiler] = [Interpreter(fuel=fuel)]
        tiers += (Compiler(auto=True, patience=p, fuel=fuel) for p in (OUTER, INNER))
        found = []
        for tier in tiers:
            inst = made(tier)
            found.append([placed(tier, inst, k) for k in (30, 9)])
        assert found == found[:1] * len(tiers)


def placed(tier: Interpreter | Compiler, inst: ModuleInst, n: int) -> object:
    """The result of "f" for `n`, or the error, with its place if it is of the meter's; and the globals."""
    result: object
    try:
        result = tier.invoke(wasm(inst), [n])
    except Exhaustion as error:
        result = str(error), error.instruction, error.offset
    except WasmError as error:
        result = type(error), str(error)
    return result, [g.value for g in inst.globals]


LOOP = f"(loop $l {COUNT} (br_if $l {NEXT})) (local.get $n)"
NESTED = (
    "(local $m i32) (loop $l (local.set $m (i32.const 1000)) (loop $k (br_if $k (local.tee $m"
    f" (i32.sub (local.get $m) (i32.const 1))))) (nop) (br_if $l {NEXT})) (local.get $m)"
)


def test_a_call_goes_over_when_that_is_worth_while() -> None:
    found = []
    for n in (10, PATIENCE.calls - 20, PATIENCE.calls * 3):
        tier = Compiler(auto=True)
        inst = instance(tier, module(LOOP))
        tier.invoke(wasm(inst), [n])
        found.append(rests(inst))
    assert found == [[], [], ["f2_from0"]]


def test_what_is_counted_adds_up_over_calls() -> None:
    tier = Compiler(auto=True)
    inst = instance(tier, module(LOOP))
    for _ in range(PATIENCE.calls // 10):
        tier.invoke(wasm(inst), [10])
    entry = wasm(inst).prepared
    assert isinstance(entry, Entry)
    before = entry.spread
    for _ in range(PATIENCE.calls // 10):
        tier.invoke(wasm(inst), [10])
    assert entry.spread is not before


def test_a_call_that_went_over_at_an_inner_loop_comes_back_at_the_outer_one() -> None:
    tier = Compiler(auto=True)
    inst = instance(tier, module(NESTED))
    assert tier.invoke(wasm(inst), [5]) == [0]
    assert rests(inst) == ["f2_from3", "f2_from0"]


def test_without_a_form_it_goes_on_in_the_interpreter() -> None:
    tier = Compiler(auto=True, patience=OUTER, limits=Limits(instructions=5))
    inst = instance(tier, module(LOOP))
    reference = Interpreter()
    other = instance(reference, module(LOOP))
    for n in (20, 30):
        assert outcome(tier, inst, n) == outcome(reference, other, n)
    assert tier.fallbacks == {"a large body": 1}


def test_a_deep_chain_of_calls_that_go_over() -> None:
    depth = 290
    functions = "".join(
        f"(func $f{k} (local $n i32) (local.set $n (i32.const 3)) (loop $l (if (i32.eq (local.get $n)"
        f" (i32.const 2)) (then (call $f{k + 1}))) (br_if $l {NEXT})))"
        for k in range(depth)
    )
    tier = Compiler(auto=True, patience=Patience(2, 0), max_depth=depth + 2)
    f = export(tier, "f", f'(func (export "f") (call $f0)) {functions} (func $f{depth} (nop))')
    assert tier.invoke(f, []) == []


def test_errors_tell_their_places() -> None:
    body = f"(loop $l (drop (i32.div_u (i32.const 1) (i32.sub (local.get $n) (i32.const 2)))) (br_if $l {NEXT}))"
    tier = Compiler(auto=True, patience=OUTER)
    f = export(tier, "f", f'(func (export "f") (param $n i32) {body})')
    with pytest.raises(Trap, match="^integer divide by zero$") as caught:
        tier.invoke(f, [9])
    assert caught.value.instruction == "i32.div_u"
    assert caught.value.offset is not None


def test_a_deadline_ends_a_call_that_went_over() -> None:
    tier = Compiler(auto=True, patience=OUTER, deadline=0.05)
    f = export(tier, "f", '(func (export "f") (loop (br 0)))')
    with pytest.raises(WasmError, match="^deadline exceeded$"):
        tier.invoke(f, [])


def test_units_are_counted_across_pieces() -> None:
    tier = Compiler(auto=True, fuel=2 * PIECE + 5)
    text = '(func (export "f") (loop (global.set 0 (i32.add (global.get 0) (i32.const 1))) (br 0)))'
    inst = instance(tier, GLOBAL + text)
    with pytest.raises(WasmError, match="^out of fuel$"):
        tier.invoke(wasm(inst), [])
    assert inst.globals[0].value == ROUNDS * (2 * PIECE + 5)


def test_the_host_may_call_what_is_about_to_go_over() -> None:
    made: list[ModuleInst] = []

    def call(args: Sequence[Value]) -> Sequence[Value]:
        [n] = args
        assert isinstance(n, int)
        return tier.invoke(wasm(made[0]), [n - 1]) if n else [100]

    text = (
        '(import "" "" (func $h (param i32) (result i32))) (func (export "f") (param i32) (result'
        " i32) (local $n i32) (local $r i32) (local.set $n (i32.const 2)) (loop $l (local.set $r"
        f" (i32.add (local.get $r) (call $h (local.get 0)))) (br_if $l {NEXT})) (local.get $r))"
    )
    tiers: list[Interpreter | Compiler] = [Interpreter()]
    tiers += (Compiler(auto=True, patience=Patience(k, 0)) for k in (1, 2, 5))
    for tier in tiers:
        made[:] = [instance(tier, text, host((I32,), (I32,), call))]
        assert tier.invoke(wasm(made[0]), [5]) == [6400]


def test_loops_that_are_repeated() -> None:
    body = "(loop (nop)) (loop $a (loop $b (br_if $b (local.get $n))) (br $a)) (loop $c (unreachable) (br $c))"
    f = export(Interpreter(), "f", f'(func (export "f") (param $n i32) {body})')
    assert loops(f.code) == {4: Loop(6, (), 3), 5: Loop(3, (4,), 5)}
