"""refwasm as the engine of scripts, and the host module that scripts may import from."""

from __future__ import annotations

import pytest

from refwasm.runtime.instances import GlobalInst, HostFunc, MemInst, TableInst
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.script.run import run_script
from refwasm.script.spectest import PARAMS
from refwasm.source import Source


def run(text: str) -> list[Result]:
    """The results of the script `text`."""
    return list(run_script("s", Source("s", text), parse_script(text), NativeEngine(trace=True)))


@pytest.mark.parametrize(
    "script",
    [
        '(module (func (export "f") (param i32 i64 f32 f64) (result f64 f32 i64 i32)'
        " (local.get 3) (local.get 2) (local.get 1) (local.get 0)))"
        '(assert_return (invoke "f" (i32.const -1) (i64.const -2) (f32.const nan:0x1) (f64.const 3))'
        "  (f64.const 3) (f32.const nan:0x1) (i64.const -2) (i32.const -1))",
        '(module (func (export "f") (param externref) (result externref) (local.get 0)))'
        '(assert_return (invoke "f" (ref.extern 3)) (ref.extern 3))'
        '(assert_return (invoke "f" (ref.null extern)) (ref.null extern))',
        '(module (func (export "f") (param anyref) (result anyref) (local.get 0))'
        ' (func (export "x") (param anyref) (result externref) (extern.convert_any (local.get 0)))'
        ' (func (export "i") (result anyref) (ref.i31 (i32.const 1))))'
        '(assert_return (invoke "f" (ref.host 3)) (ref.host 3))'
        '(assert_return (invoke "x" (ref.host 3)) (ref.extern 3))'
        '(assert_return (invoke "i") (ref.i31))',
        '(module (global (export "g") v128 (v128.const i64x2 1 2)))'
        '(assert_return (get "g") (v128.const i64x2 1 2))',
        '(module (elem declare func $f) (func $f (export "f") (result funcref) (ref.func $f)))'
        '(assert_return (invoke "f") (ref.func))',
        '(module (type $s (struct)) (type $a (array i8))'
        ' (func (export "s") (result anyref) (struct.new $s))'
        ' (func (export "a") (result eqref) (array.new_fixed $a 0)))'
        '(assert_return (invoke "s") (ref.struct)) (assert_return (invoke "a") (ref.array))',
        '(module $a (func (export "f") (result i32) (i32.const 7))) (register "a" $a)'
        '(module (import "a" "f" (func $f (result i32))) (export "g" (func $f)))'
        '(assert_return (invoke "g") (i32.const 7)) (assert_return (invoke $a "f") (i32.const 7))',
        '(module (func (import "spectest" "print_i32") (param i32)) (start $m)'
        " (func $m (call 0 (i32.const 1))))",
        '(module (memory (export "m") (import "spectest" "memory") 1 2))'
        '(assert_unlinkable (module (memory (import "spectest" "memory") 3)) "incompatible import type")'
        '(assert_unlinkable (module (memory (import "spectest" "none") 1)) "unknown import")'
        '(assert_unlinkable (module (memory (import "none" "memory") 1)) "unknown import")',
        '(assert_malformed (module quote "(func") "unexpected")'
        '(assert_malformed (module binary "") "unexpected end")'
        '(assert_malformed (module quote "\\ff") "malformed UTF-8 encoding")',
    ],
    ids=["numbers", "extern", "host", "vector", "function", "aggregates", "names", "print", "link",
         "malformed"],
)  # fmt: skip
def test_all_passes(script: str) -> None:
    assert [r for r in run(script) if r.status is not Status.PASS] == []


@pytest.mark.parametrize(
    ("action", "got"),
    [
        ('(invoke "none")', 'no exported function "none"'),
        ('(invoke "g")', 'no exported function "g"'),
        ('(get "f")', 'no exported global "f"'),
        ('(invoke "f")', '"f" takes 1 argument, not 0'),
        ('(invoke "f" (i64.const 1))', "wrong type of argument: (i64.const 1) for a parameter i32"),
        ('(invoke "f" (v128.const i64x2 1 2))', "wrong type of argument"),
        ('(invoke "f" (ref.null func))', "wrong type of argument"),
        ('(invoke "r" (ref.host 1))', "wrong type of argument: (ref.host 1)"),
        (
            '(invoke "r" (ref.null func))',
            "wrong type of argument: (ref.null func) for a parameter externref",
        ),
        ('(invoke "s" (ref.null nofunc))', "wrong type of argument: (ref.null nofunc)"),
        ('(invoke "t" (ref.null none))', "wrong type of argument: (ref.null none)"),
        ('(invoke "t" (ref.null extern))', "wrong type of argument: (ref.null extern)"),
    ],
)
def test_scripts_that_ask_for_what_is_not_there(action: str, got: str) -> None:
    module = (
        '(module (func (export "f") (param i32)) (global (export "g") i32 (i32.const 0))'
        ' (func (export "r") (param externref))'
        ' (type $s (struct)) (func (export "s") (param (ref null $s)))'
        ' (type $t (func)) (func (export "t") (param (ref null $t))))'
    )
    _, result = run(f"{module} {action}")
    assert result.status is Status.FAIL
    assert result.got.startswith(got)


@pytest.mark.parametrize(
    ("t", "heaps"),
    [
        ("externref", ["extern", "noextern"]),
        ("eqref", ["any", "eq", "i31", "struct", "array", "none"]),
        ("(ref null $s)", ["any", "struct", "none", "0"]),
        ("(ref null $t)", ["func", "nofunc"]),
        ("exnref", ["exn", "noexn"]),
    ],
)
def test_a_null_is_of_every_type_in_its_hierarchy(t: str, heaps: list[str]) -> None:
    module = f'(module (type $s (struct)) (type $t (func)) (func (export "f") (param {t})))'
    _, *results = run(module + "".join(f'(invoke "f" (ref.null {heap}))' for heap in heaps))
    assert [r.status for r in results] == [Status.PASS] * len(heaps)


def test_what_ran_is_told_only_if_asked_for() -> None:
    script = '(module (func (export "f") (nop))) (invoke "f")'
    assert run(script)[1].instructions == ("end", "nop")
    engine = NativeEngine()
    quiet = list(run_script("s", Source("s", script), parse_script(script), engine))
    assert quiet[1].instructions == ()


def test_spectest() -> None:
    exports = NativeEngine().registry["spectest"]
    kinds = {name: type(item) for name, item in exports.items()}
    assert kinds == {
        **dict.fromkeys(PARAMS, HostFunc),
        **dict.fromkeys(("global_i32", "global_i64", "global_f32", "global_f64"), GlobalInst),
        "table": TableInst,
        "table64": TableInst,
        "memory": MemInst,
    }


def test_scripts_share_nothing() -> None:
    grow = (
        '(module (memory (import "spectest" "memory") 1 2)'
        ' (func (export "f") (result i32) (memory.grow (i32.const 1))))'
        '(assert_return (invoke "f") (i32.const 1))'
    )
    for _ in range(2):
        assert run(grow)[1].status is Status.PASS


def test_what_ran_before_counts_for_the_first_assertion_that_observes_it() -> None:
    results = run(
        "(module (global $g (mut i32) (i32.add (i32.const 1) (i32.const 2)))"
        ' (func (export "set") (global.set $g (i32.const 4)))'
        ' (func (export "get") (result i32) (global.get $g)))'
        '(invoke "set")'
        '(assert_malformed (module quote "(") "unexpected")'
        '(assert_return (invoke "get") (i32.const 4))'
        '(assert_return (invoke "get") (i32.const 4))'
        '(module (func (export "get") (result i32) (i32.const 5)))'
        '(assert_return (invoke "get") (i32.const 5))'
    )
    ran = [set(r.instructions) - {"end"} for r in results if r.kind.startswith("assert")]
    assert ran == [
        set(),
        {"i32.add", "i32.const", "global.set", "global.get"},
        {"global.get"},
        {"i32.const"},
    ]
