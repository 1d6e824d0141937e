"""Exceptions as they were before 3.0, where hosts, instances, traces and depth are concerned.

What each instruction means stands in the shipped script legacy-exceptions.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress

import pytest

from refwasm.errors import Trap, UncaughtException
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.exceptions import ExnInst
from refwasm.runtime.instances import FuncInst
from refwasm.runtime.values import Value
from refwasm.syntax.features import features_of
from refwasm.syntax.types import I32
from tests.interpret.modules import export, host, instance, wasm

LEGACY = features_of("3", ["+legacy-exceptions"])


def run(text: str, *args: Value) -> list[Value]:
    """The results of the function exported as "f"."""
    tier = Interpreter()
    return tier.invoke(export(tier, "f", text, features=LEGACY), args)


def test_an_exception_crosses_the_host() -> None:
    tier, found = Interpreter(), list[FuncInst]()

    def call(args: Sequence[Value]) -> Sequence[Value]:
        return tier.invoke(found[0], args)

    text = """(import "" "" (func $h (param i32))) (tag $e (param i32))
      (func (export "throw") (param i32)
        (try (do (throw $e (local.get 0))) (catch_all (rethrow 0))))
      (func (export "f") (param i32) (result i32)
        (try (result i32)
          (do (try (do (call $h (local.get 0))) (delegate 0)) (i32.const 1)) (catch $e)))"""
    inst = instance(tier, text, host((I32,), (), call), features=LEGACY)
    found.append(wasm(inst, "throw"))
    assert tier.invoke(wasm(inst), [42]) == [42]
    assert tier.state.frames == []


def test_rethrow_throws_the_same_exception() -> None:
    text = """(tag $e (param i32)) (func (export "f")
      (try (do (throw $e (i32.const 5))) (catch $e (drop) (rethrow 0))))"""
    tier = Interpreter()
    with pytest.raises(UncaughtException) as caught:
        tier.invoke(export(tier, "f", text, features=LEGACY), [])
    assert isinstance(caught.value.exception, ExnInst)
    assert caught.value.exception.args == (5,)


@pytest.mark.parametrize("clause", ["(catch_all)", "(delegate 0)"])
def test_a_trap_is_not_caught(clause: str) -> None:
    with pytest.raises(Trap, match="unreachable"):
        run(f'(func (export "f") (try (do unreachable) {clause}))')


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ("(try (do nop) (catch $e (unreachable)))", "try nop catch end"),
        ("(try (do nop) (delegate 0))", "try nop delegate end"),
        ("(try (do throw $e) (catch $e nop))", "try throw catch nop end"),
        ("(try (do throw $e) (catch $f (unreachable)) (catch_all))", "try throw catch_all end"),
        ("(try (do throw $e) (delegate 0))", "try throw"),
        ("(try (do throw $e) (catch_all (rethrow 0)))", "try throw catch_all rethrow"),
    ],
)
@pytest.mark.parametrize("history", [0, 100])
def test_traces(body: str, rows: str, history: int) -> None:
    tier = Interpreter(trace=True, history=history)
    text = f'(tag $e) (tag $f) (func (export "f") {body})'
    func = export(tier, "f", text, features=LEGACY)
    for _ in range(2):
        with suppress(UncaughtException):
            tier.invoke(func, [])
        assert tier.executed() == tuple(sorted(rows.split()))


NESTED = {
    "catch blocks": ("try ", "catch_all end "),
    "in catch blocks": ("try throw $e catch_all ", "end "),
    "delegates": ("try ", "delegate 0 "),
    "delegates to the function": ("block try ", "delegate 1 end "),
    "handlers and delegates": ("try try ", "delegate 0 catch_all end "),
    "rethrown": ("try ", "catch_all rethrow 0 end "),
}


@pytest.mark.parametrize(("before", "after"), NESTED.values(), ids=NESTED.keys())
def test_deep_nesting_takes_linear_time(before: str, after: str) -> None:
    n = 5_000
    tier = Interpreter()
    text = f'(tag $e) (func (export "f") {before * n} {after * n})'
    func = export(tier, "f", text, features=LEGACY)
    start = time.process_time()
    assert tier.invoke(func, []) == []
    assert time.process_time() - start < 2


def test_a_delegate_passes_all_handlers_at_once() -> None:
    n = 2_000
    text = f"""(tag $e) (func (export "f") (result i32)
      (try $l (result i32)
        (do {"(try (do " * n} (try (do (throw $e)) (delegate $l)) {") (catch_all unreachable))" * n}
          (i32.const 0))
        (catch $e (i32.const 1))))"""
    assert run(text) == [1]
