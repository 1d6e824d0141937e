"""Errors of compiled code tell where they arose, and tracebacks show it."""

from __future__ import annotations

import linecache
import re
import subprocess
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from refwasm.compile.limits import Limits
from refwasm.compile.places import Lines, Shown, Span
from refwasm.compile.template import BEGIN, FINISH
from refwasm.compile.tiers import Compiler
from refwasm.compile.translate import translate
from refwasm.errors import Trap, WasmError
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.instances import ModuleInst, Store, WasmFunc
from refwasm.runtime.instantiate import instantiate
from refwasm.runtime.values import Value
from refwasm.syntax.types import I32
from refwasm.validation.modules import validate_module
from tests.bodies.check import Check
from tests.compile.test_tiers import STATES, TIERS
from tests.interpret.modules import export, host, instance, wasm

ROOT = Path(__file__).resolve().parents[2]
BY_ZERO = "(i32.div_u (i32.const 1) (local.get $z))"
OUTSIDE = "(i32.load (i32.const -1))"
FINE = "(i32.div_u (i32.const 1) (i32.add (local.get $z) (i32.const 1)))"
# Bodies that end in a trap or an exception, and the instruction at which.
BODIES = {
    "a statement": ("(nop) (unreachable)", "unreachable"),
    "a value that is dropped": (f"(drop {BY_ZERO})", "i32.div_u"),
    "a result": (f"(local.set $z {BY_ZERO}) (local.get $z) (drop)", "i32.div_u"),
    "a store": ("(i32.store (i32.const -1) (local.get $z))", "i32.store"),
    "a store of a byte": ("(i32.store8 (i32.const -1) (local.get $z))", "i32.store8"),
    "an operand of a store": (f"(i32.store (i32.const -1) {BY_ZERO})", "i32.div_u"),
    "an address": (f"(i32.store {OUTSIDE} {FINE})", "i32.load"),
    "the second of a kind": (f"(drop (i32.add {FINE} {BY_ZERO}))", "i32.div_u"),
    "the first": (f"(drop (i32.sub {BY_ZERO} {FINE}))", "i32.div_u"),
    "one within another": (f"(drop (i32.div_s {FINE} {BY_ZERO}))", "i32.div_u"),
    "one around another": (f"(drop (i32.rem_u {FINE} (i32.and {FINE} (i32.const 0))))", "i32.rem_u"),
    "a load within an operand": (f"(drop (i32.trunc_f32_s (f32.load {FINE})))", ""),
    "a conversion": ("(drop (i32.trunc_f32_s (f32.const nan)))", "i32.trunc_f32_s"),
    "a condition": (f"(if {BY_ZERO} (then (nop)))", "i32.div_u"),
    "a test": (f"(if (i32.eqz {OUTSIDE}) (then (nop)))", "i32.load"),
    "a choice": (f"(block (block (br_table 0 1 {OUTSIDE})))", "i32.load"),
    "an argument": (f"(call $g {FINE} {BY_ZERO})", "i32.div_u"),
    "a function that is called": ("(call $g (i32.const 1) (local.get $z))", "i32.div_s"),
    "a function that is not there": (
        f"(call_indirect (param i32) {FINE} (i32.const 7))",
        "call_indirect",
    ),
    "too deep a call": ("(call $f (local.get $z))", "call"),
    "an exception": ("(throw $t (local.get $z))", "throw"),
    "one that is thrown again": (
        "(block $h (result exnref) (try_table (catch_all_ref $h) (throw $t (i32.const 1))) (unreachable)) (throw_ref)",
        "throw_ref",
    ),
    "a float": ("(drop (f32.load (i32.const -3)))", "f32.load"),
    "a vector": ("(drop (v128.load8_lane 1 (i32.const -1) (v128.const i64x2 1 2)))", "v128.load8_lane"),
    "a null": ("(drop (struct.get $s 0 (ref.null $s)))", "struct.get"),
    "a cast": ("(drop (ref.cast (ref $s) (ref.null $s)))", "ref.cast"),
    "an element": ("(table.set (i32.const 1) (table.get (i32.const 9)))", "table.get"),
    "a fill": ("(memory.fill (i32.const -1) (i32.const 0) (i32.const 9))", "memory.fill"),
}  # fmt: skip
MODULE = """(memory 1) (table 2 funcref) (type $s (struct (field i32))) (tag $t (param i32))
 (func $g (param i32 i32) (drop (i32.add (i32.div_s (local.get 0) (i32.const 2))
  (i32.div_s (local.get 0) (local.get 1)))))
 (func $f (export "f") (param $z i32) {})"""


@pytest.mark.parametrize("make", TIERS)
@pytest.mark.parametrize(("body", "instruction"), BODIES.values(), ids=BODIES)
def test_an_error_tells_its_place(make, body: str, instruction: str) -> None:
    if not instruction:
        body, instruction = body.replace("f32.load", "f32.load offset=65536"), "f32.load"
    found = []
    for tier in (Interpreter(), make()):
        f = export(tier, "f", MODULE.format(body))
        with pytest.raises(WasmError) as caught:
            tier.invoke(f, [0])
        found.append((caught.value.instruction, caught.value.offset, str(caught.value)))
    assert found[0][0] == instruction
    assert found[0] == found[1]


@pytest.mark.parametrize("make", TIERS)
@pytest.mark.parametrize(
    ("caller", "instruction"),
    [("(call $tail)", "call"), ("(return_call $tail)", None), ("(return_call $h)", None)],
)
def test_what_a_host_function_raises_in_place_of_a_frame_is_of_the_call(
    make, caller: str, instruction: str | None
) -> None:
    found = []
    for tier in (Interpreter(), make()):

        def trap(args: Sequence[Value]) -> Sequence[Value]:
            raise Trap("the host's")

        text = (
            f'(import "" "" (func $h)) (func $tail (return_call $h)) (func (export "f") {caller})'
        )
        f = export(tier, "f", text, host((), (), trap))
        with pytest.raises(Trap) as caught:
            tier.invoke(f, [])
        found.append((caught.value.instruction, caught.value.offset, str(caught.value)))
    assert found[0][0] == instruction
    assert found[0] == found[1]


@pytest.mark.parametrize("make", [Interpreter, *TIERS])
def test_the_caller_handles_what_a_host_function_throws_in_place_of_a_frame(
    make: Callable[[], Interpreter | Compiler],
) -> None:
    tier = make()
    made: list[ModuleInst] = []

    def throw(args: Sequence[Value]) -> Sequence[Value]:
        return tier.invoke(wasm(made[0], "g"), args)

    made.append(
        instance(
            tier,
            '(import "" "" (func $h (param i32) (result i32))) (tag $t (param i32))'
            ' (func (export "g") (param i32) (result i32) (throw $t (local.get 0)))'
            " (func $tail (param i32) (result i32) (block $in (result i32) (try_table (catch $t $in)"
            " (return_call $h (local.get 0))) (unreachable)) (i32.const 100) (i32.add))"
            ' (func (export "f") (param i32) (result i32) (block $out (result i32) (try_table (result i32)'
            " (catch $t $out) (call $tail (local.get 0)))))",
            host((I32,), (I32,), throw),
        )
    )
    assert tier.invoke(wasm(made[0], "f"), [7]) == [7]


def test_marks_change_nothing_else() -> None:
    check = Check()
    marked = 0
    for seed in (0, 16, 32, 80):
        valid = validate_module(check.module(seed), features=check.options(seed).features)
        inst = instantiate(Store(), valid, (), Interpreter())
        for limits in (Limits(), STATES):
            for func in inst.funcs:
                assert isinstance(func, WasmFunc)
                plain, other = (
                    translate(func.code, inst.funcs, inst.types, 9, "f", limits, marking=m)
                    for m in (False, True)
                )
                assert re.sub(f"{BEGIN}[0-9]+ |{FINISH}", "", other.text) == plain.text
                assert other.lines == plain.lines
                marked += other.text != plain.text
    assert marked


def test_spans_are_found_when_they_are_asked_for() -> None:
    tier = Compiler()
    f = export(tier, "f", MODULE.format(f"(drop (i32.sub {BY_ZERO} {OUTSIDE}))"))
    asked = []

    def again() -> str:
        asked.append(1)
        return f" x\n return {BEGIN}3 a({BEGIN}1 b{FINISH}){FINISH} + 1\n"

    assert isinstance(f, WasmFunc)
    lines = Lines(f.code, " x\n return a(b) + 1\n", [-1, 4], again)
    shown = Shown(lines)
    assert not asked
    assert len(shown) == 2
    assert lines.spans() == [[], [Span(10, 11, 1), Span(8, 12, 3)]]
    names = [f.code.instrs[k].op.name for k in (1, 3, 4)]
    assert shown[:] == [" x\n", f" return a(b) + 1  # {', '.join(names)}\n"]
    assert len(asked) == 1


def test_without_ranges_there_is_the_line() -> None:
    """As Python runs with `-X no_debug_ranges`: the instruction of the line in which the value is used."""
    code = (
        "from tests.compile.test_places import *\n"
        "tier = Compiler()\n"
        "f = export(tier, 'f', MODULE.format(f'(drop {BY_ZERO})'))\n"
        "try: tier.invoke(f, [0])\n"
        "except WasmError as e: print(e.instruction)\n"
    )
    command = [sys.executable, "-X", "no_debug_ranges", "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "drop\n"


def test_a_traceback_shows_the_access() -> None:
    tier = Compiler()
    f = export(
        tier, "f", f'(memory 0) (func (export "f") (result i32) (i32.add (i32.const 1) {OUTSIDE}))'
    )
    with pytest.raises(WasmError, match="out of bounds memory access") as caught:
        tier.invoke(f, [])
    last = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert last.filename.startswith("<wasm f0")
    assert linecache.getline(last.filename, 1).startswith("def f0(")
    assert (last.name, last.line) == (
        "f0",
        "return 1 + (UNPACK_32(mem0.data, 4294967295)[0]) & 4294967295  # i32.load, end",
    )


@pytest.mark.parametrize("limits", [Limits(), STATES])
def test_a_traceback_shows_functions_and_instructions(limits) -> None:
    def fail(args: Sequence[Value]) -> Sequence[Value]:
        raise ValueError(args)

    tier = Compiler(limits=limits)
    f = export(
        tier,
        "f",
        '(import "" "" (func $h (param i32))) (func $g (param i32) (loop (call $h (local.get 0))))'
        ' (func (export "f") (nop) (block (br_if 0 (i32.const 0)) (call $g (i32.const 7))))',
        host((I32,), (), fail),
    )
    with pytest.raises(ValueError, match="7") as caught:
        tier.invoke(f, [])
    ours = [s for s in traceback.extract_tb(caught.value.__traceback__) if "<wasm" in s.filename]
    assert [(s.name, s.line) for s in ours] == [
        ("f2", "call1(7, d + 1)  # call"),
        ("f1", "call0(l0, d + 1)  # call"),
    ]
    assert [linecache.getline(s.filename, 1).split("(")[0] for s in ours] == ["def f2", "def f1"]
