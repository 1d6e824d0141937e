"""A run with the instructions that led to its end, as values of scripts."""

from __future__ import annotations

import pytest

from refwasm.errors import Trap
from refwasm.runtime.instances import ModuleInst
from refwasm.script.commands import Const, ModuleCommand, NumConst
from refwasm.script.engine import Undefined
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.traced import Step, traced_invoke
from refwasm.syntax.types import F32, I32


def instance(engine: NativeEngine, fields: str) -> ModuleInst:
    [command] = parse_script(f"(module {fields})")
    assert isinstance(command, ModuleCommand)
    return engine.instantiate(engine.define(command.definition))


def steps(fields: str, *args: Const) -> list[str]:
    engine = NativeEngine()
    return [str(s) for s in traced_invoke(engine, instance(engine, fields), "f", args)[1]]


def test_values_have_the_types_that_validation_finds() -> None:
    text = """(global $g (mut externref) (ref.null extern))
      (func (export "f") (param f32)
        (drop (v128.const i64x2 1 2))
        (drop (select (local.get 0) (f32.const 2) (i32.const 0)))
        (drop (global.get $g))
        (drop (ref.i31 (i32.const 7))))"""
    assert steps(text, NumConst(F32, 0x3F800000)) == [
        "v128.const i32x4 0x00000001 0x00000000 0x00000002 0x00000000 ->"
        " (v128.const i32x4 0x00000001 0x00000000 0x00000002 0x00000000)",
        "drop: (v128.const i32x4 0x00000001 0x00000000 0x00000002 0x00000000)",
        "local.get 0 -> (f32.const 0x1p+0)",
        "f32.const 2 -> (f32.const 0x1p+1)",
        "i32.const 0 -> (i32.const 0)",
        "select: (f32.const 0x1p+0) (f32.const 0x1p+1) (i32.const 0) -> (f32.const 0x1p+1)",
        "drop: (f32.const 0x1p+1)",
        "global.get 0 -> (ref.null extern)",
        "drop: (ref.null extern)",
        "i32.const 7 -> (i32.const 7)",
        "ref.i31: (i32.const 7) -> (ref.i31)",
        "drop: (ref.i31)",
        "end",
    ]


def test_a_trap_is_the_outcome() -> None:
    engine = NativeEngine()
    inst = instance(engine, '(func $a (export "f") (drop (i32.div_u (i32.const 1) (i32.const 0))))')
    outcome, found = traced_invoke(engine, inst, "f", (), last=1)
    assert isinstance(outcome, Trap)
    one, zero = NumConst(I32, 1), NumConst(I32, 0)
    offset = found[0].offset
    assert found == [Step("i32.div_u", "i32.div_u", offset, "0 $a", 1, (one, zero), (), False)]


def test_results_are_the_outcome_and_the_engine_goes_on_as_before() -> None:
    engine = NativeEngine(trace=True)
    inst = instance(
        engine,
        '(global $n (mut i32) (i32.const 0)) (func (export "f") (result i32)'
        "  (global.set $n (i32.add (global.get $n) (i32.const 1))) (global.get $n))",
    )
    tier = engine.tier
    assert engine.invoke(inst, "f", ()) == (NumConst(I32, 1),)
    assert traced_invoke(engine, inst, "f", ())[0] == (NumConst(I32, 2),)
    assert engine.tier is tier
    assert engine.invoke(inst, "f", ()) == (NumConst(I32, 3),)
    assert "global.set" in engine.executed()


def test_blocks_and_what_cannot_be_reached() -> None:
    text = """(func (export "f") (param i32)
      (block (block (br_table 1 0 (local.get 0)) (drop (i32.const 1))) (br 0) (unreachable)))"""
    found = steps(text, NumConst(I32, 3))
    assert found == ["block", "block", "local.get 0 -> (i32.const 3)", "br_table 1 0: (i32.const 3)",
                     "br 0", "end"]  # fmt: skip


def test_what_is_not_there() -> None:
    engine = NativeEngine()
    with pytest.raises(Undefined):
        traced_invoke(engine, instance(engine, ""), "f", ())
