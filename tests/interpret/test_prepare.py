"""Blocks of a body: values end up where they belong, wherever they were in between."""

from __future__ import annotations

import time

import pytest

from refwasm.errors import Exhaustion
from refwasm.interpret import prepare
from refwasm.interpret.machine import Interpreter
from tests.interpret.modules import export, run

# A body with a parameter n and two locals a, b: arguments, results.
I32 = "(param $n i32) (result i32) (local $a i32) (local $b i32)"
BODIES = {
    "an operand keeps the local's old value": (
        f"{I32} local.get $n (local.set $n (i32.const 9)) local.get $n i32.sub",
        {7: -2 % 2**32},
    ),
    "a folded set keeps the operand's old value": (
        f"{I32} local.get $n local.get $n i32.const 1 i32.add local.set $n local.get $n i32.sub",
        {7: -1 % 2**32},
    ),
    "a folded tee keeps the operand's old value": (
        f"{I32} local.get $n local.get $n i32.const 1 i32.add local.tee $n i32.sub",
        {7: -1 % 2**32},
    ),
    "a local set to itself": (f"{I32} local.get $n local.set $n local.get $n", {7: 7}),
    "a tee of a local": (
        f"{I32} local.get $n local.tee $a (local.set $n (i32.const 1)) local.get $a i32.add",
        {7: 14},
    ),
    "a tee of a constant": (
        f"{I32} i32.const 3 local.tee $a (local.set $a (i32.const 1)) local.get $a i32.add",
        {0: 4},
    ),
    "a tee of a constant keeps the operand's old value": (
        f"{I32} local.get $n i32.const 4 local.tee $n i32.lt_s",
        {0: 1, 7: 0},
    ),
    "a tee and a set keep the operands' old values": (
        f"{I32} local.get $n local.get $a i32.const 4 local.tee $n local.set $a i32.sub"
        " local.get $n i32.add local.get $a i32.add",
        {7: 15},
    ),
    "an operand of the folded step is the local": (
        f"{I32} (local.set $n (i32.sub (i32.const 1) (local.get $n))) local.get $n",
        {7: -6 % 2**32},
    ),
    "operands stay below a branch that is not taken": (
        f"{I32} local.get $n (block (br_if 0 (local.get $n)) (local.set $n (i32.const 5)))"
        "local.get $n i32.sub",
        {0: -5 % 2**32, 4: 0},
    ),
    "a result is dropped": (f"{I32} local.get $n local.get $a drop", {7: 7}),
    "what is dropped does not come back": (
        f"{I32} local.get $n drop i32.const 1 (local.set $n (i32.const 2))",
        {7: 1},
    ),
    "a branch carries values over others": (
        f"{I32} (block (result i32) i32.const 1 i32.const 2 local.get $n br 0) i32.const 3 i32.add",
        {7: 10},
    ),
    "branches carry values from one height to one place": (
        f"{I32} (block (result i32) i32.const 9 i32.const 1"
        "  (br_if 0 (local.get $n)) (br_if 0 (i32.eqz (local.get $b))) i32.add)",
        {0: 1, 7: 1},
    ),
    "targets of a table that are one carry values alike": (
        f"{I32} (block (result i32) (block (result i32) i32.const 9 i32.const 1 local.get $n"
        "  br_table 0 1 0 1) i32.const 5 i32.add)",
        {0: 6, 1: 1, 2: 6, 3: 1},
    ),
    "a branch carries two values": (
        f"{I32} (block (result i32 i32) i32.const 1 i32.const 2 i32.const 30 local.get $n br 0)"
        "i32.sub",
        {7: 23},
    ),
    "a branch to the function": (f"{I32} i32.const 1 local.get $n br 0", {7: 7}),
    "a return from below operands": (f"{I32} i32.const 1 local.get $n return", {7: 7}),
    "a block that ends the function": (
        f"{I32} i32.const 1 (block (br 0)) local.get $n i32.add (block br 0)",
        {7: 8},
    ),
    "a loop": (
        f"{I32} (loop (local.set $a (i32.add (local.get $a) (local.get $n)))"
        "(br_if 0 (local.tee $n (i32.sub (local.get $n) (i32.const 1))))) local.get $a",
        {4: 10, 1: 1},
    ),
    "a loop with a parameter": (
        f"{I32} i32.const 0 (loop (param i32) (result i32) local.get $n i32.add"
        "(br_if 0 (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))",
        {4: 10, 1: 1},
    ),
    "an if without else": (
        f"{I32} i32.const 5 local.get $n (if (param i32) (result i32) (then i32.const 1 i32.add))",
        {0: 5, 1: 6},
    ),
    "an if with else": (
        f"{I32} (if (result i32) (local.get $n) (then i32.const 1) (else i32.const 2))",
        {0: 2, 1: 1},
    ),
    "an if whose branches both leave": (
        f"{I32} (if (local.get $n) (then (return (i32.const 1))) (else (return (i32.const 2))))"
        "unreachable",
        {0: 2, 1: 1},
    ),
    "a table of branches": (
        f"{I32} (block $x (result i32) (block $y (result i32) i32.const 5 i32.const 6"
        "(br_table $x $y 2 (local.get $n))) i32.const 10 i32.add) i32.const 100 i32.add",
        {0: 106, 1: 116, 2: 6, 3: 6, 2**32 - 1: 6},
    ),
    "unreachable code is not looked at": (
        f"{I32} local.get $n return drop drop (loop br 0) i32.add (if (then) (else)) select",
        {7: 7},
    ),
    "a null reference carried on": (
        f"{I32} (block (result i32) i32.const 3 ref.null func br_on_null 0 drop drop i32.const 4)",
        {0: 3},
    ),
    "a non-null reference carried away": (
        "(param i32) (result i32) (call_ref $t (i32.const 8) (block (result (ref $t))"
        "(br_on_non_null 0 (ref.func $g)) unreachable)))"
        " (type $t (func (param i32) (result i32))) (elem declare func $g)"
        " (func $g (type $t) local.get 0",
        {0: 8},
    ),
    "more operands elsewhere than are kept track of": (
        f"{I32} {'local.get $n ' * 40} (local.set $n (i32.const 0)) {'i32.add ' * 39}",
        {1: 40},
    ),
    "more constants than have registers": (
        f"{I32} i32.const 0 {' '.join(f'i32.const {i} i32.add' for i in range(300))}",
        {0: 44850},
    ),
}


@pytest.fixture(params=[(16, 256), (1, 1), (0, 0)], ids=["usual", "few", "none"])
def places(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many operands may be elsewhere; results may not depend on it."""
    monkeypatch.setattr(prepare, "ELSEWHERE", request.param[0])
    monkeypatch.setattr(prepare, "CONSTANTS", request.param[1])


@pytest.mark.usefixtures("places")
@pytest.mark.parametrize(("body", "results"), BODIES.values(), ids=BODIES.keys())
def test_bodies(body: str, results: dict[int, int]) -> None:
    got = {n: run(f'(func (export "f") {body})', n) for n in results}
    assert got == {n: [result] for n, result in results.items()}


def test_locals_begin_as_the_zero_of_their_type() -> None:
    body = "(local i32 i32 i64 f32 f64 v128 funcref)"
    gets = "".join(f"local.get {x} " for x in range(7))
    results = run(f'(func (export "f") (result i32 i32 i64 f32 f64 v128 funcref) {body} {gets})')
    assert list(map(repr, results)) == ["0", "0", "0", "0.0", "0.0", "0", "None"]


def test_several_results_in_order() -> None:
    text = '(func (export "f") (param i32 i64) (result i64 i32 i32) local.get 1 local.get 0 i32.const 3)'
    assert run(text, 1, 2) == [2, 1, 3]


def test_preparation_waits_for_the_first_call() -> None:
    tier = Interpreter()
    func = export(tier, "f", '(func (export "f") nop)')
    assert func.prepared is None
    tier.invoke(func, [])
    body = func.prepared
    tier.invoke(func, [])
    assert func.prepared is body


def test_another_machine_prepares_anew() -> None:
    tier = Interpreter()
    func = export(tier, "f", '(func (export "f") (result i32) i32.const 1)')
    assert tier.invoke(func, []) == Interpreter().invoke(func, []) == tier.invoke(func, []) == [1]


@pytest.mark.parametrize("count", [2**32 - 1, 2**24])
def test_a_frame_that_is_too_large_exhausts(count: int) -> None:
    tier = Interpreter()
    func = export(tier, "f", '(func (export "f") (local i32) nop)')
    func.code.locals = ((count, func.code.locals[0][1]),)
    with pytest.raises(Exhaustion, match="call stack exhausted"):
        tier.invoke(func, [])


NESTED = {
    "loops": ("loop ", "end "),
    "ifs": ("i32.const 1 if ", "end "),
    "handlers": ("try_table (catch_all 0) ", "end "),
    "operands": ("i32.const 1 ", "drop "),
    "handlers in blocks": ("block try_table (catch_all 0) ", "end end "),
}


@pytest.mark.parametrize(
    ("n", "before", "after"),
    [(30_000, "block ", "end "), *((10_000, *nest) for nest in NESTED.values())],
    ids=["blocks", *NESTED.keys()],
)
def test_deep_nesting_takes_linear_time(n: int, before: str, after: str) -> None:
    tier = Interpreter()
    func = export(tier, "f", f'(func (export "f") {before * n} {after * n})')
    start = time.process_time()
    assert tier.invoke(func, []) == []
    assert time.process_time() - start < 4
