"""What expressions become where not all of a value is demanded, or an operand is a constant."""

from __future__ import annotations

import pytest

from refwasm.compile.limits import Limits
from refwasm.compile.tiers import Compiler
from refwasm.interpret.machine import Interpreter
from tests.compile.test_states import source
from tests.compile.test_tiers import outcome
from tests.interpret.modules import instance

M = " & 4294967295"
A, B, C = (f"(local.get {k})" for k in range(3))


def text(type_: str, body: str) -> str:
    """The expression that a function of three parameters of a type returns."""
    found = source(
        Limits(),
        f'(memory 1) (func (export "f") (param {type_} {type_} {type_}) (result {type_}) {body})',
    )
    [line] = [line for line in found.splitlines() if line.strip().startswith("return")]
    return line.strip().removeprefix("return ")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"(i32.add (i32.mul {A} {B}) {C})", f"(l0 * l1) + l2{M}"),
        (f"(i32.xor (i32.add {A} {B}) (i32.sub {B} {C}))", f"((l0 + l1) ^ (l1 - l2)){M}"),
        (f"(i32.xor (i32.add {A} {B}) {C})", f"(l0 + l1{M}) ^ l2"),
        (f"(i32.add (i32.xor (i32.add {A} {B}) {C}) {A})", f"((l0 + l1) ^ l2) + l0{M}"),
        (f"(i32.and (i32.add {A} {B}) {C})", "(l0 + l1) & l2"),
        (f"(i32.and (i32.add {A} {B}) (i32.const 255))", "(l0 + l1) & 255"),
        (f"(i32.shr_u (i32.add {A} {B}) (i32.sub {B} {C}))", f"(l0 + l1{M}) >> ((l1 - l2) & 31)"),
        (f"(i32.rotl {A} (i32.const 7))", f"l0 * 4294967297 >> 32 - (7 & 31){M}"),
        (
            f"(i32.extend8_s (i32.add {A} {B}))",
            f"(w1 if (w1 := ((l0 + l1) & 255)) < 128 else w1 - 256){M}",
        ),
        (f"(i32.rem_u (i32.add {A} {B}) (i32.const 10))", f"(l0 + l1{M}) % 10"),
        (f"(i32.div_u {A} (i32.const 10))", "l0 // 10"),
        (f"(i32.div_u {A} (i32.const 0))", "idiv_u_32(l0, 0)"),
        (f"(i32.div_u {A} {B})", "idiv_u_32(l0, l1)"),
        (f"(select {A} {B} (i32.lt_u {A} {C}))", "l0 if (l0 < l2) else l1"),
        (f"(select {A} {B} (i32.eqz (i32.eq {A} {C})))", "l0 if (not (l0 == l2)) else l1"),
        (f"(select {A} {B} (i32.add {A} {C}))", f"l0 if (l0 + l2{M}) else l1"),
        (f"(i32.eqz (i32.lt_u {A} {B}))", "1 if not (l0 < l1) else 0"),
    ],
)
def test_integers(body: str, expected: str) -> None:
    assert text("i32", body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"(f64.add (f64.mul {A} {B}) {C})", "w2 if (w2 := ((l0 * l1) + l2)) == w2 else NAN"),
        (f"(f64.neg (f64.add {A} {B}))", "-(w1 if (w1 := (l0 + l1)) == w1 else NAN)"),
        (
            f"(f64.sub (f64.neg (f64.add {A} {B})) {C})",
            "w2 if (w2 := ((-(l0 + l1)) - l2)) == w2 else NAN",
        ),
        (
            f"(f64.convert_i32_u (f64.lt (f64.sub {A} {B}) {C}))",
            "float((1 if (l0 - l1) < l2 else 0))",
        ),
    ],
)
def test_floats(body: str, expected: str) -> None:
    assert text("f64", body) == expected


@pytest.mark.parametrize(("op", "masks"), [("add", 1), ("mul", 3)])
def test_a_long_number_has_a_mask(op: str, masks: int) -> None:
    assert text("i32", A + f"{B} (i32.{op})" * 20).count(M) == masks


@pytest.mark.parametrize("op", ["add", "mul", "shl", "sub", "xor", "rotl"])
@pytest.mark.parametrize("type_", ["i32", "i64"])
def test_chains_do_not_grow(op: str, type_: str) -> None:
    n = 3_000
    body = "(local.get 0)" + f"(local.get 1) ({type_}.{op})" * n
    if op == "xor":
        body = "(local.get 0)" + f"({type_}.add (local.get 0) (local.get 1)) ({type_}.{op})" * n
    module = f'(func (export "f") (param {type_} {type_}) (result {type_}) {body})'
    expected, result = (
        outcome(tier, instance(tier, module), 0xDEADBEEF, 0x7FFFFFFF)
        for tier in (Interpreter(), Compiler())
    )
    assert result == expected
