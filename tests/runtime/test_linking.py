"""Linking: which items may be imported as what."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from refwasm.errors import Unlinkable
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.functions import func_deftype
from refwasm.runtime.instances import (
    ExternVal,
    Store,
    TagInst,
)
from refwasm.runtime.instantiate import instantiate, link
from refwasm.syntax import types as T

from .make import glob, grown, grown_table, host, instance, memory, table, valid
from .types import NULLARY

FUNC = "(func (param i32) (result i32))"
NULL_FUNC, NON_NULL_FUNC = T.FUNCREF, T.RefType(False, T.FUNC)

# What is declared, what is given, and whether they match.
LINKING: list[tuple[str, ExternVal, bool]] = [
    ("(func)", host((), ()), True),
    (FUNC, host((T.I32,), (T.I32,)), True),
    (FUNC, host((T.I64,), (T.I32,)), False),
    (FUNC, host((T.I32,), ()), False),
    ("(func (result funcref))", host((), (NON_NULL_FUNC,)), False),  # no declared supertype
    ("(func)", memory(1), False),
    ("(func)", table(1), False),
    ("(func)", glob(T.I32, 0), False),
    ("(func)", TagInst(NULLARY), False),
    ("(memory 1)", memory(1), True),
    ("(memory 1)", memory(2), True),
    ("(memory 1)", memory(1, 5), True),
    ("(memory 2)", memory(1), False),
    ("(memory 2)", grown(memory(1), 1), True),
    ("(memory 0 1)", memory(0, 1), True),
    ("(memory 0 1)", memory(0), False),
    ("(memory 0 1)", memory(0, 2), False),
    ("(memory 0 3)", grown(memory(1, 2), 1), True),
    ("(memory 1)", memory(1, addr=T.I64), False),
    ("(memory i64 1)", memory(1, addr=T.I64), True),
    ("(memory 1)", host((), ()), False),
    ("(table 1 funcref)", table(1), True),
    ("(table 1 funcref)", table(3, 4), True),
    ("(table 2 funcref)", table(1), False),
    ("(table 2 funcref)", grown_table(table(1), 1), True),
    ("(table 1 2 funcref)", table(1, 2), True),
    ("(table 1 2 funcref)", table(1), False),
    ("(table 1 2 funcref)", table(1, 3), False),
    ("(table 1 externref)", table(1), False),
    ("(table 1 (ref null func))", table(1), True),
    ("(table 0 (ref func))", table(0), False),  # invariant
    ("(table 0 funcref)", table(0, elem=NON_NULL_FUNC), False),
    ("(table i64 1 funcref)", table(1), False),
    ("(table i64 1 funcref)", table(1, addr=T.I64), True),
    ("(global i32)", glob(T.I32, 0), True),
    ("(global i32)", glob(T.I64, 0), False),
    ("(global i32)", glob(T.I32, 0, mutable=True), False),
    ("(global (mut i32))", glob(T.I32, 0), False),
    ("(global (mut i32))", glob(T.I32, 0, mutable=True), True),
    ("(global funcref)", glob(NON_NULL_FUNC, host((), ())), True),
    ("(global (ref func))", glob(NULL_FUNC, None), False),
    ("(global (mut funcref))", glob(NON_NULL_FUNC, host((), ()), mutable=True), False),
    ("(global i32)", memory(1), False),
    ("(tag)", TagInst(NULLARY), True),
    ("(tag (param i32))", TagInst(func_deftype((T.I32,), ())), True),
    ("(tag (param i32))", TagInst(NULLARY), False),
    ("(tag)", host((), ()), False),
]


@pytest.mark.parametrize(("declared", "given", "matches"), LINKING)
def test_linking(declared: str, given: ExternVal, matches: bool) -> None:
    module = valid(f'(import "m" "i" {declared})')
    if matches:
        instantiate(Store(), module, [given], Interpreter())
    else:
        with pytest.raises(Unlinkable, match='^incompatible import type for "m"."i": expected '):
            instantiate(Store(), module, [given], Interpreter())


SUBTYPES = "(type $a (sub (func))) (type $b (sub $a (func)))"


@pytest.mark.parametrize(
    ("given", "declared", "matches"),
    [("$a", "$a", True), ("$b", "$b", True), ("$b", "$a", True), ("$a", "$b", False)],
)
def test_linking_functions_by_declared_subtypes(given: str, declared: str, matches: bool) -> None:
    func = instance(f'{SUBTYPES} (func (export "f") (type {given}))').exports["f"]
    module = f'{SUBTYPES} (import "m" "f" (func (type {declared})))'
    if matches:
        assert instance(module, func).funcs == [func]
    else:
        with pytest.raises(Unlinkable, match="^incompatible import type"):
            instance(module, func)


def test_linking_is_by_structure_across_modules() -> None:
    group = "(rec (type $s (struct)) (type $f (func (param (ref $s)))))"
    func = instance(f'(type (func)) {group} (func (export "f") (type $f))').exports["f"]
    instance(f'{group} (import "m" "f" (func (type $f)))', func)
    other = "(rec (type $f (func (param (ref $s)))) (type $s (struct)))"
    with pytest.raises(Unlinkable):
        instance(f'{other} (import "m" "f" (func (type $f)))', func)


@pytest.mark.parametrize("given", [[], [host((), ())]])
def test_too_few_imports(given: Sequence[ExternVal]) -> None:
    missing = ("a", "b")[len(given)]
    with pytest.raises(Unlinkable, match=f'^unknown import "m"."{missing}"'):
        instance('(import "m" "a" (func)) (import "m" "b" (func))', *given)


def test_too_many_imports() -> None:
    with pytest.raises(Unlinkable):
        instance("", host((), ()))


def test_link_by_name() -> None:
    f, g = host((), ()), host((), ())
    module = valid('(import "m" "f" (func)) (import "n" "f" (func)) (import "m" "f" (func))')
    assert link(module, {"m": {"f": f}, "n": {"f": g, "h": f}}) == [f, g, f]
    lacking: list[dict[str, dict[str, ExternVal]]] = [
        {},
        {"m": {}},
        {"m": {"f": f}},
        {"m": {"f": f}, "n": {"g": g}},
    ]
    for registry in lacking:
        with pytest.raises(Unlinkable, match='^unknown import "[mn]"."f"'):
            link(module, registry)


def test_an_unlinkable_module_leaves_no_trace() -> None:
    mem = memory(1)
    with pytest.raises(Unlinkable):
        instance(
            '(import "m" "m" (memory 1)) (import "m" "f" (func)) (data (i32.const 0) "x")', mem, mem
        )
    assert mem.data[0] == 0
