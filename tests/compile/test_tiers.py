"""Compiled functions do what interpreted ones do: results, traps, memory, globals, depth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from refwasm.compile.limits import Limits
from refwasm.compile.tiers import MACHINES, PATIENCE, Compiler
from refwasm.compile.translate import Source, translate
from refwasm.compile.worth import Patience
from refwasm.errors import Exhaustion, WasmError
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.instances import HostFunc, ModuleInst
from refwasm.runtime.values import Value
from refwasm.syntax.types import I32
from refwasm.validation.code import Code
from tests.interpret.modules import export, host, instance, wasm

Make = Callable[[], "Interpreter | Compiler"]
STATES = Limits(loops=0, levels=20, targets=1)  # every block is a state
SOME = Limits(loops=3, levels=22)
OUTER = Patience(calls=1, inner=0)  # the first call goes over at the first loop that is repeated
INNER = Patience(calls=20, inner=-20)  # calls go over at inner loops first
TIERS: list[Make] = [
    Interpreter,
    Compiler,
    lambda: Compiler(auto=True),
    lambda: Compiler(auto=True, patience=OUTER),
    lambda: Compiler(auto=True, patience=INNER),
    lambda: Compiler(limits=STATES),
    lambda: Compiler(limits=SOME),
]

# What an operand may do besides giving a value: each writes down that it ran, and when.
EFFECTS = """
 (memory 1) (global $g (mut i32) (i32.const 1)) (table 3 funcref)
 (func $mark (param i32) (result i32)
  (global.set $g (i32.add (i32.mul (global.get $g) (i32.const 7)) (local.get 0)))
  (i32.store8 (i32.const 8) (global.get $g)) (local.get 0))
 (func $boom (param i32) (result i32) (unreachable))
"""
# Expressions for an i32 operand, by whether they read, write or trap.
OPERANDS = [
    "(local.get $a)",
    "(i32.const 3)",
    "(i32.load (local.get $b))",
    "(global.get $g)",
    "(call $mark (local.get $b))",
    "(local.tee $a (i32.add (local.get $a) (i32.const 5)))",
    "(i32.div_u (local.get $a) (local.get $z))",
    "(i32.load (i32.const -1))",
    "(memory.grow (i32.const 1))",
    "(i32.lt_s (local.get $a) (local.get $b))",
]
CONSUMERS = [
    "(i32.sub {} {})",
    "(i32.rotl {} {})",
    "(i32.lt_s {} {})",
    "(i32.div_s {} {})",
    "(select {} {} (local.get $a))",
    "(select (local.get $b) {} {})",
    "(i32.wrap_i64 (i64.or (i64.extend_i32_s {}) (i64.extend_i32_u {})))",
    "(i32.store8 {} {}) (local.get $a)",
    "(i32.store {} {}) (local.get $a)",
    "(f32.store {} (f32.convert_i32_s {})) (local.get $a)",
    "(i32.trunc_sat_f64_s (f64.div (f64.convert_i32_s {}) (f64.convert_i32_s {})))",
    "(i32x4.extract_lane 1 (i32x4.replace_lane 1 (i32x4.splat {}) {}))",
    "(if (result i32) {} (then {}) (else (local.get $b)))",
    "(block $l (result i32) (i32.add (br_if $l {} {}) (i32.const 9)))",
    "{} {} (local.set $a) (drop) (local.get $a)",
    "(ref.is_null (table.get {})) (drop) {}",
]


def outcome(tier: Interpreter | Compiler, inst: ModuleInst, *args: Value) -> object:
    """The results or the error, and what was left behind."""
    result: object
    try:
        result = tier.invoke(wasm(inst), args)
    except WasmError as error:
        result = type(error), str(error)
    memory = [bytes(m.data[:64]) for m in inst.mems]
    return result, memory, [len(m.data) for m in inst.mems], [g.value for g in inst.globals]


def agree(text: str, *calls: Sequence[Value]) -> list[object]:
    """What all tiers make of the calls of "f", one after the other."""
    found = []
    for make in TIERS:
        tier = make()
        inst = instance(tier, text)
        found.append([outcome(tier, inst, *args) for args in calls])
        if isinstance(tier, Compiler):
            assert not tier.fallbacks
    assert found[1:] == found[:1] * (len(found) - 1)
    return found[0]


@pytest.mark.parametrize("consumer", CONSUMERS)
@pytest.mark.parametrize("first", OPERANDS)
def test_operands_are_evaluated_in_order(consumer, first) -> None:
    bodies = "".join(
        f'(func (export "f{k}") (param $a i32) (param $b i32) (param $z i32) (result i32)'
        f" (i32.add (local.get $a) (i32.add (global.get $g) (block (result i32)"
        f" {consumer.format(first, second)}))))"
        for k, second in enumerate(OPERANDS)
    )
    found = []
    for make in (Interpreter, Compiler):
        tier = make()
        inst = instance(tier, EFFECTS + bodies)
        results = []
        for k in range(len(OPERANDS)):
            inst.exports["f"] = inst.exports[f"f{k}"]
            results += [outcome(tier, inst, *args) for args in ((1, 2, 3), (0, 4, 0))]
        found.append(results)
        assert isinstance(tier, Interpreter) or not tier.fallbacks
    assert found[1] == found[0]


BODIES = {
    "a loop left from within": (
        "(local $s i32) (block $out (loop $l (block $skip (br_if $skip (i32.and (local.get 0)"
        " (i32.const 1))) (local.set $s (i32.add (local.get $s) (local.get 0))) (br_if $out"
        " (i32.gt_u (local.get $s) (i32.const 50)))) (br_if $l (local.tee 0 (i32.sub"
        " (local.get 0) (i32.const 1)))))) (local.get $s)"
    ),
    "br_table over several loops": (
        "(local $n i32) (block $a (loop $b (block $c (loop $d (local.set $n (i32.add (local.get $n)"
        " (i32.const 1))) (br_table $a $b $c $d $a (i32.rem_u (i32.mul (local.get $n) (i32.add"
        " (local.get 0) (i32.const 1))) (i32.const 7))))) (br_if $b (i32.lt_u (local.get $n)"
        " (i32.const 30))))) (local.get $n)"
    ),
    "values carried by branches": (
        "(block $a (result i32 i32) (block $b (result i32 i32) (i32.const 1) (i32.const 2)"
        " (br_if $b (local.get 0)) (br $a)) (i32.const 10) (i32.add)) (i32.mul)"
    ),
    "parameters of a loop": (
        "(i32.const 0) (local.get 0) (loop $l (param i32 i32) (result i32) (local.tee 0) (i32.add)"
        " (i32.sub (local.get 0) (i32.const 1)) (local.tee 0) (if (param i32) (result i32)"
        " (then (local.get 0) (br $l)) (else)))"
    ),
    "a pending operand that a branch leaves behind": (
        "(i32.const 100) (local.get 0) (block $b (param i32) (result i32) (local.set 0 (i32.const"
        " 5)) (br_if $b (i32.const 1) (i32.const 1)) (i32.add)) (i32.add) (local.get 0) (i32.add)"
    ),
    "an exception through frames and loops": (
        "(local $n i32) (loop $l (block $h (result i32) (try_table (catch $t $h) (call $throws"
        " (local.get $n))) (i32.const 3)) (local.set $n (i32.add (local.get $n))) (br_if $l"
        " (i32.lt_u (local.get $n) (i32.add (local.get 0) (i32.const 20))))) (local.get $n)"
    ),
    "unreachable code": (
        "(block (br 0) (block (loop (br 1)) (drop (i32.add (unreachable))))) (local.get 0)"
    ),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_control(body) -> None:
    agree(
        "(tag $t (param i32)) (func $throws (param i32) (if (i32.and (local.get 0) (i32.const 1))"
        " (then (throw $t (i32.const 2)))))"
        f'(func (export "f") (param i32) (result i32) {body})',
        *((n,) for n in (1, 2, 3, 9, 40)),
    )


COUNT = "(global.set 0 (i32.add (global.get 0) (i32.const 1)))"
RECURSIONS = {
    "direct": f"{COUNT} (call $f)",
    "indirect": f"{COUNT} (call_indirect (i32.const 0))",
    "with many locals": f"(local {'i32 ' * 500}) {COUNT} (call $f)",
}


@pytest.mark.parametrize("body", RECURSIONS.values(), ids=RECURSIONS)
def test_endless_recursion_ends_at_the_same_call(body) -> None:
    [result] = agree(
        f'(global (mut i32) (i32.const 0)) (table funcref (elem $f))(func $f (export "f") {body})',
        (),
    )
    assert isinstance(result, tuple)
    assert result[0] == (Exhaustion, "call stack exhausted")
    assert result[3][0] > 5000


def recursive_host(tier: Interpreter | Compiler) -> HostFunc:
    """A host function that calls the export "f" of the module which imports it."""

    def call(args: Sequence[Value]) -> Sequence[Value]:
        return tier.invoke(wasm(made[0]), args)

    made: list[ModuleInst] = []
    func = host((I32,), (I32,), call)
    func_module = (
        '(import "" "" (func $h (param i32) (result i32))) (global (mut i32) (i32.const 0))'
        '(func (export "f") (param i32) (result i32) (global.set 0 (i32.add (global.get 0)'
        " (i32.const 1))) (call $h (local.get 0)))"
    )
    made.append(instance(tier, func_module, func))
    with pytest.raises(Exhaustion):
        tier.invoke(wasm(made[0]), [1])
    value = made[0].globals[0].value
    assert isinstance(value, int)
    depths.append(value)
    return func


depths: list[int] = []


def test_recursion_through_the_host_ends_at_the_same_call() -> None:
    for make in TIERS:
        recursive_host(make())
    assert len(set(depths)) == 1


@pytest.mark.parametrize("make", TIERS[1:])
def test_tail_calls_take_no_space(make) -> None:
    f = export(
        make(),
        "f",
        '(func $f (export "f") (param i32) (result i32) (if (result i32) (i32.eqz (local.get 0))'
        " (then (i32.const 5)) (else (return_call $g (i32.sub (local.get 0) (i32.const 1))))))"
        "(func $g (param i32) (result i32) (return_call_indirect (param i32) (result i32)"
        " (local.get 0) (i32.const 0))) (table funcref (elem $f))",
    )
    tier = make()
    assert tier.invoke(f, [50_000]) == [5]


def test_the_tiers_call_each_other() -> None:
    deep = "(nop) " * 30
    text = (
        '(func $f (export "f") (param i32) (result i32) (if (result i32) (local.get 0)'
        " (then (i32.add (i32.const 1) (call $g (i32.sub (local.get 0) (i32.const 1)))))"
        " (else (i32.const 0))))"
        f"(func $g (param i32) (result i32) {deep} (if (result i32) (local.get 0)"
        " (then (i32.add (i32.const 1) (call $f (i32.sub (local.get 0) (i32.const 1)))))"
        " (else (i32.const 0))))"
    )
    limits = Limits(instructions=30)
    tier = Compiler(limits=limits)
    f = export(tier, "f", text)
    assert tier.invoke(f, [2000]) == [2000]
    assert tier.fallbacks == {"a large body": 1}
    errors = []
    for machine in (Interpreter(), Compiler(limits=limits)):
        with pytest.raises(Exhaustion) as caught:
            machine.invoke(export(machine, "f", text), [1 << 20])
        errors.append(str(caught.value))
    assert errors[0] == errors[1]


def test_tiers_that_call_by_turns_keep_what_they_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []

    def counted(code: Code, *args: Any, **more: Any) -> Source:
        compiled.append(code)
        return translate(code, *args, **more)

    monkeypatch.setattr("refwasm.compile.tiers.translate", counted)
    machines = [Compiler() for _ in range(MACHINES)]
    text = '(func $g (result i32) (i32.const 7)) (func (export "f") (result i32) (call $g))'
    f = export(machines[0], "f", text)
    for _ in range(3):
        assert [machine.invoke(f, []) for machine in machines] == [[7]] * len(machines)
    assert len(compiled) == 2 * len(machines)
    f.module.prepared = None  # as if there had been many others
    assert machines[0].invoke(f, []) == [7]


def test_auto_compiles_what_is_called_often() -> None:
    tier = Compiler(auto=True)
    inst = instance(tier, '(func (export "f") (call 1)) (func)')
    compiled = []
    for _ in range(PATIENCE.calls + 2):
        tier.invoke(wasm(inst), [])
        compiled.append("call1" in tier.enter(wasm(inst)).namespace)
    assert compiled == [False] * PATIENCE.calls + [True] * 2


def test_a_tail_call_of_itself_begins_a_function_again() -> None:
    [result] = agree(
        '(func $f (export "f") (param i32 i32) (result i32) (local i32 i64) (local.set 2 (i32.add'
        " (local.get 2) (local.get 0))) (loop (if (i32.gt_u (local.get 0) (i32.const 4)) (then"
        " (return_call $f (i32.sub (local.get 0) (i32.const 1)) (i32.add (local.get 1) (local.get"
        " 2)))))) (i32.add (local.get 1) (local.get 2)))",
        (10_000, 3),
    )
    assert isinstance(result, tuple)
    assert result[0] == [50_004_997]


def test_a_function_may_be_called_again_and_referred_to() -> None:
    [result] = agree(
        '(elem declare func $f) (func $f (export "f") (param i32) (result i32) (if (local.get 0)'
        " (then (return_call $f (i32.sub (local.get 0) (i32.const 1))))) (ref.is_null"
        " (ref.func $f)))",
        (5,),
    )
    assert isinstance(result, tuple)
    assert result[0] == [0]


def test_a_function_may_be_called_and_referred_to() -> None:
    body = '(func (export "f") (result funcref) (call $g) (ref.func $g))'
    for make in TIERS:
        tier = make()
        inst = instance(tier, f"(func $g) (elem declare func $g) {body}")
        assert tier.invoke(wasm(inst), ()) == [inst.funcs[0]]
