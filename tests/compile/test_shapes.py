"""Bodies of shapes that CPython could not take as they are: both tiers agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from refwasm.compile.limits import Limits
from refwasm.compile.tiers import Compiler
from refwasm.interpret.machine import Interpreter
from tests.compile.test_tiers import outcome
from tests.interpret.modules import instance

HEAD = '(memory 1) (tag $t (param i32)) (func (export "f") (param $a i32) (result i32)'


class Shape(NamedTuple):
    """A body for every `n`; at `n` it is compiled, and so it is at any other that limits allow."""

    body: Callable[[int], str]
    n: int


def switch(n: int, first: str = "") -> str:
    """A loop of `first` and a `br_table` to `n` nested blocks, each of which ends in a case."""
    cases = "".join(
        f") (local.set $x (i32.xor (i32.mul (local.get $x) (i32.const 3)) (i32.const {k})))"
        + (" (br $go)" if k % 3 else "")
        for k in range(n)
    )
    table = " ".join(map(str, range(n)))
    return (
        f"(local $x i32) (block $out (loop $go {first} (br_if $out (i32.gt_u (local.get $a)"
        " (i32.const 100))) (local.set $a (i32.add (local.get $a) (i32.const 7)))"
        + "(block " * n
        + f"(br_table {table} (i32.rem_u (local.get $a) (i32.const {n})))"
        + cases
        + "(br $go))) (local.get $x)"
    )


SHAPES = {
    "blocks": Shape(
        lambda n: (
            "(block " * n + f"(br_if {n // 2} (local.get $a)) (br 7)" + ")" * n + "(i32.const 4)"
        ),
        5_000,
    ),
    "blocks each of which is left": Shape(
        lambda n: (
            "(block " * n
            + "(br_if 0 (local.get $a)) (local.set $a (i32.add (local.get $a) (i32.const 1))))" * n
            + "(local.get $a)"
        ),
        2_000,
    ),
    "loops": Shape(
        lambda n: (
            "(loop " * n
            + f"(br_if {n // 2} (i32.lt_u (local.tee $a (i32.add (local.get $a) (i32.const 1)))"
            " (i32.const 9)))"
            + "(br_if 0 (i32.lt_u (local.tee $a (i32.add (local.get $a) (i32.const 1)))"
            " (i32.const 30))))" * n
            + "(local.get $a)"
        ),
        1_000,
    ),
    "ifs with results": Shape(
        lambda n: (
            "(if (result i32) (i32.lt_u (local.get $a) (i32.const 3)) (then (i32.add (i32.const 1) "
            * n
            + "(local.get $a)"
            + ")) (else (i32.const 2)))" * n
        ),
        1_500,
    ),
    "ifs in else": Shape(
        lambda n: (
            "".join(
                f"(if (result i32) (i32.eq (local.get $a) (i32.const {k})) (then (i32.const {k + 5}))"
                " (else "
                for k in range(n)
            )
            + "(local.get $a)"
            + "))" * n
        ),
        1_500,
    ),
    "try_table": Shape(
        lambda n: (
            "(block $h (result i32) "
            + "(try_table (catch $t $h) " * n
            + "(throw $t (local.get $a))"
            + ")" * n
            + "(i32.const 9))"
        ),
        1_000,
    ),
    "try_table, each of whose handlers throws": Shape(
        lambda n: (
            "(block $h (result i32) (try_table (catch $t $h)" * n
            + "(throw $t (local.get $a))"
            + ") (i32.const 9)) (local.set $a) (throw $t (i32.add (local.get $a) (i32.const 1)))" * n
        ),
        1_000,
    ),
    "br_table to nested blocks": Shape(switch, 1_000),
    "instructions": Shape(
        lambda n: "(local.set $a (i32.add (local.get $a) (i32.const 5)))" * n + "(local.get $a)",
        2_000,
    ),
    "locals": Shape(
        lambda n: f"(local {'i32 ' * n}) (local.set {n} (local.get $a)) (local.get {n})",
        1_900,
    ),
    "a left operand": Shape(
        lambda n: "(i32.add " * n + "(local.get $a)" + "(i32.const 1))" * n, 2_000
    ),
    "a right operand": Shape(
        lambda n: "(i32.add (i32.const 1)" * n + "(local.get $a)" + ")" * n, 1_900
    ),
    "a right operand that may trap": Shape(
        lambda n: "(i32.add (i32.load8_u (local.get $a)) " * n + "(local.get $a)" + ")" * n,
        1_900,
    ),
    "results at some sites": Shape(
        lambda n: (
            "(block $b (result " + "i32 " * 100 + ") " + "(i32.const 1)" * 100
            + "(br_if $b (local.get $a))" * n + ")" + "drop " * 99
        ),
        20,
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_shape_is_compiled(shape: Shape) -> None:
    tier = Compiler()
    agree(tier, shape.body(shape.n))
    assert not tier.fallbacks


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_larger_one_is_interpreted(shape: Shape) -> None:
    tier = Compiler(limits=Limits(instructions=shape.n // 4, locals=shape.n // 4))
    agree(tier, shape.body(shape.n))
    assert sum(tier.fallbacks.values()) == 1


def test_results_at_many_sites_are_not_written_out() -> None:
    tier = Compiler()
    agree(tier, SHAPES["results at some sites"].body(1_000))
    assert tier.fallbacks == {"a long text": 1}


def agree(tier: Compiler, body: str) -> None:
    """`tier` gives what the interpreter gives."""
    text = f"{HEAD} {body})"
    reference = Interpreter()
    inst, other = instance(tier, text), instance(reference, text)
    for n in range(4):
        assert outcome(tier, inst, n) == outcome(reference, other, n)
