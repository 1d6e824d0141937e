"""Calls, tail calls and exceptions between frames, instances and the host."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from refwasm.errors import Exhaustion, Trap, UncaughtException
from refwasm.interpret.control import CROSSINGS
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.exceptions import ExnInst
from refwasm.runtime.instances import FuncInst, TagInst
from refwasm.runtime.values import Value
from refwasm.syntax.types import I32
from tests.interpret.modules import export, host, instance, run, wasm

FIB = """
(func $f (export "f") (param i32) (result i32)
  (if (result i32) (i32.lt_s (local.get 0) (i32.const 2)) (then (local.get 0))
    (else (i32.add (call $f (i32.sub (local.get 0) (i32.const 1)))
                   (call $f (i32.sub (local.get 0) (i32.const 2)))))))"""

# Sums n + (n-1) + ... + 1, the callee found in three ways.
SUM = """
(type $t (func (param i32) (result i32))) (table funcref (elem $f))
(func $f (export "f") (type $t) (i32.eqz (local.get 0)) if i32.const 0 return end
  (i32.add (local.get 0) {}))"""
LESS = "(i32.sub (local.get 0) (i32.const 1))"
CALLS = {
    "direct": f"(call $f {LESS})",
    "indirect": f"(call_indirect (type $t) {LESS} (i32.const 0))",
    "by reference": f"(call_ref $t {LESS} (ref.func $f))",
}


def test_two_calls() -> None:
    assert run(FIB, 12) == [144]


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_depth_10_000_succeeds(call: str) -> None:
    assert run(SUM.format(call), 10_000) == [50_005_000]


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_endless_recursion_exhausts(call: str) -> None:
    tier = Interpreter()
    func = export(tier, "f", SUM.format(call))
    with pytest.raises(Exhaustion, match="call stack exhausted") as caught:
        tier.invoke(func, [2**32 - 1])
    assert caught.value.instruction == call[1:].split()[0]
    assert tier.invoke(func, [4]) == [10]


def test_endless_recursion_across_instances_exhausts() -> None:
    tier = Interpreter()
    one = instance(
        tier,
        '(table (export "t") 1 funcref) (func $g (export "g") (call_indirect (i32.const 0)))',
    )
    text = '(import "" "" (table 1 funcref)) (import "" "" (func $g)) (elem (i32.const 0) func $f)'
    two = instance(
        tier, f'{text} (func $f (export "f") (call $g))', one.exports["t"], one.exports["g"]
    )
    with pytest.raises(Exhaustion, match="call stack exhausted"):
        tier.invoke(wasm(two), [])


def back(tier: Interpreter, found: list[FuncInst]) -> FuncInst:
    """A host function that calls what is `found` with the same argument."""
    return host((I32,), (I32,), lambda args: tier.invoke(found[0], args))


THROUGH = """(import "" "" (func $h (param i32) (result i32)))
(func $f (export "f") (param i32) (result i32) (i32.eqz (local.get 0)) if i32.const 0 return end
  (i32.add (i32.const 1) (call $h (i32.sub (local.get 0) (i32.const 1)))))"""


def test_recursion_through_the_host() -> None:
    tier, found = Interpreter(), list[FuncInst]()
    found.append(export(tier, "f", THROUGH, back(tier, found)))
    assert tier.invoke(found[0], [CROSSINGS]) == [CROSSINGS]
    with pytest.raises(Exhaustion, match="call stack exhausted"):
        tier.invoke(found[0], [2**32 - 1])
    assert tier.invoke(found[0], [3]) == [3]


def test_a_host_that_recurses_exhausts() -> None:
    def call(args: Sequence[Value]) -> Sequence[Value]:
        return call(args)

    tier = Interpreter()
    func = export(tier, "f", THROUGH, host((I32,), (I32,), call))
    with pytest.raises(Exhaustion, match="call stack exhausted"):
        tier.invoke(func, [1])
    assert tier.invoke(func, [0]) == [0]


def test_a_step_that_recurses_exhausts(monkeypatch: pytest.MonkeyPatch) -> None:
    tier = Interpreter()
    func = export(tier, "f", FIB)
    tier.invoke(func, [1])

    def step(R: list[object]) -> None:
        step(R)

    entry = tier.state.prepare(func).entry
    entry.steps = (step,)
    monkeypatch.setattr(func.prepared, "entry", entry)
    with pytest.raises(Exhaustion, match="call stack exhausted"):
        tier.invoke(func, [1])


def test_a_host_function_called_by_the_host() -> None:
    assert Interpreter().invoke(host((I32,), (I32,), lambda args: args), [5]) == [5]


def test_several_results_of_a_host_function() -> None:
    pair = host((), (I32, I32), lambda args: (1, 2))
    text = '(import "" "" (func $h (result i32 i32))) (func (export "f") (result i32 i32 i32)'
    tier = Interpreter()
    assert tier.invoke(export(tier, "f", f"{text} i32.const 0 call $h)", pair), []) == [0, 1, 2]


# Counts n down, the callee found in three ways.
DOWN = """
(type $t (func (param i32) (result i32))) (table funcref (elem $f))
(func $f (export "f") (type $t) (if (result i32) (local.get 0)
  (then ({})) (else i32.const 7)))"""
TAIL_CALLS = {
    "direct": (f"return_call $f {LESS}", 200_000),
    "indirect": (f"return_call_indirect (type $t) {LESS} (i32.const 0)", 50_000),
    "by reference": (f"return_call_ref $t {LESS} (ref.func $f)", 50_000),
}


@pytest.mark.parametrize(("call", "n"), TAIL_CALLS.values(), ids=TAIL_CALLS.keys())
def test_tail_calls_take_no_frames(call: str, n: int) -> None:
    assert run(DOWN.format(call), n, tier=Interpreter(max_depth=2)) == [7]


def test_tail_calls_across_instances() -> None:
    tier = Interpreter(max_depth=2)
    one = instance(
        tier,
        '(table (export "t") 1 funcref) (type $t (func (param i32) (result i32)))'
        '(func (export "g") (type $t) (return_call_indirect (type $t) (local.get 0) (i32.const 0)))',
    )
    two = instance(
        tier,
        '(import "" "" (table 1 funcref)) (import "" "" (func $g (param i32) (result i32)))'
        '(elem (i32.const 0) func $f) (func $f (export "f") (param i32) (result i32)'
        f"(if (result i32) (local.get 0) (then (return_call $g {LESS})) (else i32.const 7)))",
        one.exports["t"],
        one.exports["g"],
    )
    assert tier.invoke(wasm(two), [10_000]) == [7]


def test_a_tail_call_of_the_host() -> None:
    tier = Interpreter()
    text = """(import "" "" (func $h (result i32 i32)))
        (func $g (result i32 i32) return_call $h)
        (func (export "f") (result i32 i32) call $g)"""
    func = export(tier, "f", text, host((), (I32, I32), lambda args: (1, 2)))
    assert tier.invoke(func, []) == [1, 2]


def test_a_tail_call_of_too_large_a_frame_exhausts() -> None:
    tier = Interpreter()
    inst = instance(
        tier, '(func $g (export "g") (local i32) nop) (func (export "f") (return_call $g))'
    )
    tier.invoke(wasm(inst, "g"), [])
    tier.state.prepare(wasm(inst, "g"))
    body = wasm(inst, "g").prepared
    setattr(body, "depth", 0)  # noqa: B010 - to mypy it is an object
    with pytest.raises(Exhaustion, match="call stack exhausted"):
        tier.invoke(wasm(inst), [])


# Exceptions: $e with an i32 and $e2 with an i64; `f` is given the way to throw one.
THROWS = """(import "" "" (tag $e (param i32))) (import "" "" (tag $e2 (param i64)))
(import "" "" (func $h)) (type $v (func))
(func $deep (param i32) (if (local.get 0) (then (call $deep (i32.sub (local.get 0) (i32.const 1))))
  (else (throw $e (i32.const 5)))))
(func $tail (block (try_table (catch_all 0) return_call $deep1)))
(func $deep1 (call $deep (i32.const 1)))
(func $htail (block (try_table (catch_all 0) return_call $h)))
"""
CATCHES = {
    "by its tag": ("(throw $e (i32.const 5))", "(catch $e 0)", "", "", 5),
    "in a callee": ("(call $deep (i32.const 9))", "(catch $e2 1) (catch $e 0)", "", "", 5),
    "from the host": ("(call $h)", "(catch $e 0)", "", "", 6),
    "by any": ("(throw $e (i32.const 5))", "(catch_all 2)", "", "", 9),
    "by another tag": ("(throw $e2 (i64.const 5))", "(catch $e 0) (catch $e2 1)", "", "", 8),
    "the first clause": ("(throw $e (i32.const 5))", "(catch_all 2) (catch $e 0)", "", "", 9),
    "the frame is gone": ("(call $tail)", "(catch $e 0)", "", "", 5),
    "the frame is gone before the host throws": ("(call $htail)", "(catch $e 0)", "", "", 6),
    "outside, not inside": (
        "(throw $e (i32.const 5))", "(catch $e 0)", "(try_table (catch $e2 2)", ")", 5,
    ),
    "inside, not outside": (
        "(throw $e2 (i64.const 5))", "(catch_all 2)", "(try_table (catch $e2 2)", ")", 8,
    ),
    "after the inner one ended": (
        "(throw $e (i32.const 5))", "(catch $e 0)", "(try_table (catch_all 3))", "", 5,
    ),
}  # fmt: skip


def thrower(tier: Interpreter, tags: list[TagInst]) -> FuncInst:
    """A host function that throws $e."""

    def call(args: Sequence[Value]) -> Sequence[Value]:
        raise UncaughtException(ExnInst(tags[0], (6,)))

    return host((), (), call)


def tag_instances(tier: Interpreter) -> list[TagInst]:
    """The tags $e and $e2, and one of the same type as the first."""
    params = ("i32", "i64", "i32")
    text = "".join(f'(tag (export "{x}") (param {t}))' for x, t in enumerate(params))
    tags = [instance(tier, text).exports[str(x)] for x in range(3)]
    return [tag for tag in tags if isinstance(tag, TagInst)]


@pytest.mark.parametrize(
    ("throw", "clauses", "before", "after", "result"), CATCHES.values(), ids=CATCHES.keys()
)
def test_catching(throw: str, clauses: str, before: str, after: str, result: int) -> None:
    tier = Interpreter()
    tags = tag_instances(tier)
    text = f"""{THROWS} (func (export "f") (result i32)
        (block (block (result i64) (block (result i32)
          (i32.const 77)
          (try_table {clauses} {before} {throw} {after})
          unreachable)
          return)
          drop (return (i32.const 8)))
        (i32.const 9))"""
    func = export(tier, "f", text, tags[0], tags[1], thrower(tier, tags))
    assert tier.invoke(func, []) == [result]
    assert tier.state.frames == []


def test_references_to_exceptions() -> None:
    text = """(tag $e (param i32)) (func (export "f") (result i32)
      (block $again (result i32)
        (try_table (catch $e $again)
          (block $ref (result exnref)
            (block $both (result i32 exnref)
              (try_table (catch_ref $e $both) (throw $e (i32.const 5)))
              unreachable)
            throw_ref)
          unreachable)
        unreachable))"""
    assert run(text) == [5]


def test_catch_all_ref() -> None:
    text = """(tag $e) (func (export "f") (result i32)
      (ref.is_null (block (result exnref) (try_table (catch_all_ref 0) (throw $e)) unreachable)))"""
    assert run(text) == [0]


def test_a_tag_of_the_same_type_does_not_match() -> None:
    tier = Interpreter()
    tags = tag_instances(tier)
    text = """(import "" "" (tag $e (param i32))) (import "" "" (tag $other (param i32)))
      (func (export "f") (result i32)
        (block (result i32) (try_table (catch $other 0) (throw $e (i32.const 5))) (i32.const 1)))"""
    with pytest.raises(UncaughtException) as caught:
        tier.invoke(export(tier, "f", text, tags[0], tags[2]), [])
    assert isinstance(caught.value.exception, ExnInst)
    assert caught.value.exception.tag is tags[0]
    assert caught.value.exception.args == (5,)
    assert caught.value.instruction == "throw"


def test_an_exception_crosses_the_host() -> None:
    tier, found = Interpreter(), list[FuncInst]()
    text = """(import "" "" (func $h (param i32) (result i32))) (tag $e (param i32))
      (func (export "throw") (param i32) (result i32) (throw $e (local.get 0)))
      (func (export "f") (param i32) (result i32) (block (result i32)
        (try_table (catch $e 0) (call $h (local.get 0)) drop) (i32.const 1)))"""
    inst = instance(tier, text, back(tier, found))
    found.append(wasm(inst, "throw"))
    assert tier.invoke(wasm(inst), [42]) == [42]


def test_a_trap_is_not_caught() -> None:
    text = '(func (export "f") (block (try_table (catch_all 0) unreachable)))'
    with pytest.raises(Trap, match="unreachable"):
        run(text)


def test_throwing_null() -> None:
    with pytest.raises(Trap, match="null exception reference"):
        run('(func (export "f") (throw_ref (ref.null exn)))')
