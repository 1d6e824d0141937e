"""The machine as a tier: errors have their place, and it can be used again after any of them."""

from __future__ import annotations

import gc
from collections.abc import Sequence

import pytest

from refwasm.errors import Exhaustion, Trap
from refwasm.generated.interpreter import FORMS
from refwasm.generated.opcodes import OPS
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.instances import GlobalInst, MemInst
from refwasm.runtime.values import Value
from tests.interpret.modules import export, host, instance, wasm


def test_every_row_has_a_form() -> None:
    assert set(FORMS) == set(OPS)


TRAPS = {
    "in a step": ("i32.const 1 i32.const 0 i32.div_s drop", "integer divide by zero", "i32.div_s"),
    "at the end of a block": ("nop unreachable", "unreachable", "unreachable"),
    "in a callee": ("call $g", "out of bounds memory access", "i32.load8_u"),
    "in the way of a call": (
        "i32.const 7 call_indirect (type $t)", "undefined element", "call_indirect",
    ),
    "in a null reference": ("ref.null $t call_ref $t", "null function reference", "call_ref"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "text", "name"), TRAPS.values(), ids=TRAPS.keys())
def test_traps_have_their_place(body: str, text: str, name: str) -> None:
    before = "(type $t (func)) (table 1 funcref) (memory 0) (func $g i32.const 0 i32.load8_u drop) "
    tier = Interpreter()
    source = f'{before} (func (export "f") {body})'
    func = export(tier, "f", source)
    for _ in range(2):
        with pytest.raises(Trap, match=text) as caught:
            tier.invoke(func, [])
        assert caught.value.instruction == name
        assert caught.value.offset == f"(module {source})".index(name)
        assert tier.state.frames == []


def test_what_a_trap_leaves_behind() -> None:
    tier = Interpreter()
    text = """(memory (export "m") 1) (global (export "g") (mut i32) (i32.const 0))
      (func (export "f") (param i32) (local $x i32)
        (global.set 0 (local.get 0)) (i32.store (i32.const 8) (local.get 0))
        (local.set $x (i32.div_u (i32.const 1) (local.get 0))) (global.set 0 (local.get $x)))"""
    inst = instance(tier, text)
    glob, mem = inst.exports["g"], inst.exports["m"]
    assert isinstance(glob, GlobalInst) and isinstance(mem, MemInst)
    tier.invoke(wasm(inst), [1])
    assert (glob.value, mem.data[8]) == (1, 1)
    with pytest.raises(Trap, match="integer divide by zero"):
        tier.invoke(wasm(inst), [0])
    assert (glob.value, mem.data[8]) == (0, 0)


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_the_host_raises_passes_through(error: type[BaseException]) -> None:
    def interrupt(args: Sequence[Value]) -> Sequence[Value]:
        raise error

    tier = Interpreter()
    text = """(import "" "" (func $h)) (func $g (param i32)
        (if (local.get 0) (then (call $g (i32.sub (local.get 0) (i32.const 1)))) (else (call $h))))
      (func (export "f") (call $g (i32.const 9)))
      (func (export "one") (result i32) i32.const 1)"""
    inst = instance(tier, text, host((), (), interrupt))
    for _ in range(2):
        with pytest.raises(error):
            tier.invoke(wasm(inst), [])
        assert (tier.state.frames, tier.state.crossings) == ([], 0)
        assert tier.invoke(wasm(inst, "one"), []) == [1]


def test_max_depth_counts_calls() -> None:
    text = """(func $f (export "f") (param i32)
      (if (local.get 0) (then (call $f (i32.sub (local.get 0) (i32.const 1))))))"""
    tier = Interpreter(max_depth=5)
    func = export(tier, "f", text)
    tier.invoke(func, [4])
    with pytest.raises(Exhaustion, match="call stack exhausted"):
        tier.invoke(func, [5])
    with pytest.raises(Exhaustion, match="call stack exhausted"):
        Interpreter(max_depth=0).invoke(func, [0])


def test_constant_expressions() -> None:
    tier = Interpreter(trace=True)
    text = """(global $a i32 (i32.const 20))
      (global (export "g") i32 (i32.add (global.get $a) (i32.mul (i32.const 2) (i32.const 11))))"""
    glob = instance(tier, text).exports["g"]
    assert isinstance(glob, GlobalInst)
    assert glob.value == 42
    assert tier.executed() == ("end", "global.get", "i32.add", "i32.const", "i32.mul")


def test_a_machine_holds_no_instance() -> None:
    own = 4321  # pages at most; other tests in this process leave memories behind as well

    def alive() -> int:
        gc.collect()
        return sum(type(o) is MemInst and o.type.limits.max == own for o in gc.get_objects())

    tier = Interpreter(trace=True)
    func = export(tier, "f", f'(memory 1 {own}) (func (export "f") nop)')
    tier.invoke(func, [])
    tier.executed()
    assert alive() == 1
    del func
    assert alive() == 0
