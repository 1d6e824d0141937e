"""Values against patterns."""

from __future__ import annotations

import pytest

from refwasm.script.commands import (
    Either,
    HostConst,
    LanesPattern,
    NanPattern,
    NullConst,
    NumConst,
    Pattern,
    RefPattern,
    VecConst,
)
from refwasm.script.values import RefValue, Value, matches, show, show_all
from refwasm.syntax import types as T

ONE = NumConst(T.I32, 1)
CANONICAL, ARITHMETIC = NanPattern(T.F32, True), NanPattern(T.F32, False)


def f32(bits: int) -> NumConst:
    """The f32 of these bits."""
    return NumConst(T.F32, bits)


@pytest.mark.parametrize(
    ("value", "pattern", "ok"),
    [
        (ONE, NumConst(T.I32, 1), True),
        (ONE, NumConst(T.I32, 2), False),
        (ONE, NumConst(T.I64, 1), False),
        (f32(0x80000000), f32(0), False),
        (f32(0x7FC00000), CANONICAL, True),
        (f32(0xFFC00000), CANONICAL, True),
        (f32(0x7FC00001), CANONICAL, False),
        (f32(0x7FC00001), ARITHMETIC, True),
        (f32(0xFFFFFFFF), ARITHMETIC, True),
        (f32(0x7FA00000), ARITHMETIC, False),
        (f32(0x7F800000), ARITHMETIC, False),
        (NumConst(T.F64, 0x7FF8000000000000), CANONICAL, False),
        (NumConst(T.F64, 0x7FF8000000000000), NanPattern(None, True), True),
        (NumConst(T.F64, 0x7FF8000000000001), NanPattern(None, False), True),
        (NumConst(T.I64, 0x7FF8000000000000), NanPattern(None, True), False),
        (ONE, CANONICAL, False),
        (VecConst(5), VecConst(5), True),
        (VecConst(5), VecConst(6), False),
        (VecConst(1 + (2 << 64)), LanesPattern("i64x2", (1, 2)), True),
        (VecConst(2 + (1 << 64)), LanesPattern("i64x2", (1, 2)), False),
        (VecConst(0x7FC00000), LanesPattern("f32x4", (CANONICAL, 0, 0, 0)), True),
        (VecConst(0x7FC00000 << 32), LanesPattern("f32x4", (CANONICAL, 0, 0, 0)), False),
        (VecConst(0x7FF8 << 48), LanesPattern("f64x2", (NanPattern(T.F64, True), 0)), True),
        (ONE, LanesPattern("i64x2", (1, 0)), False),
        (NullConst(T.FUNC), NullConst(T.EXTERN), True),
        (NullConst(T.FUNC), NullConst(None), True),
        (RefValue(T.FUNC), NullConst(None), False),
        (HostConst(1, True), HostConst(1, True), True),
        (HostConst(1, True), HostConst(2, True), False),
        (HostConst(1, True), RefPattern(T.EXTERN), True),
        (HostConst(1, False), RefPattern(T.ANY), True),
        (HostConst(1, False), RefPattern(T.EXTERN), False),
        (RefValue(T.STRUCT), RefPattern(T.STRUCT), True),
        (RefValue(T.STRUCT), RefPattern(T.EQ), True),
        (RefValue(T.STRUCT), RefPattern(T.ANY), True),
        (RefValue(T.STRUCT), RefPattern(T.ARRAY), False),
        (RefValue(T.I31), RefPattern(T.EQ), True),
        (RefValue(T.FUNC), RefPattern(T.FUNC), True),
        (RefValue(T.FUNC), RefPattern(T.ANY), False),
        (NullConst(T.ANY), RefPattern(T.ANY), False),
        (ONE, RefPattern(T.ANY), False),
        (ONE, Either((NumConst(T.I32, 2), NumConst(T.I32, 1))), True),
        (ONE, Either((NumConst(T.I32, 2), NumConst(T.I32, 3))), False),
    ],
)
def test_matches(value: Value, pattern: Pattern, ok: bool) -> None:
    assert matches(value, pattern) is ok


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (NumConst(T.I32, 0xFFFFFFFF), "(i32.const -1)"),
        (NumConst(T.I64, 2**63 - 1), f"(i64.const {2**63 - 1})"),
        (f32(0x3F800000), "(f32.const 0x1p+0)"),
        (f32(0x40490FDB), "(f32.const 0x1.921fb6p+1)"),
        (f32(0x80000000), "(f32.const -0x0p+0)"),
        (f32(1), "(f32.const 0x0.000002p-126)"),
        (f32(0x7F7FFFFF), "(f32.const 0x1.fffffep+127)"),
        (f32(0xFF800000), "(f32.const -inf)"),
        (f32(0x7FC00000), "(f32.const nan:0x400000)"),
        (NumConst(T.F64, 0x3FF8000000000000), "(f64.const 0x1.8p+0)"),
        (VecConst(1), "(v128.const i32x4 0x00000001 0x00000000 0x00000000 0x00000000)"),
        (
            LanesPattern("f64x2", (1, NanPattern(T.F64, False))),
            "(v128.const f64x2 0x1 nan:arithmetic)",
        ),
        (NanPattern(T.F64, True), "(f64.const nan:canonical)"),
        (NullConst(None), "(ref.null)"),
        (NullConst(T.FUNC), "(ref.null func)"),
        (HostConst(3, True), "(ref.extern 3)"),
        (HostConst(3, False), "(ref.host 3)"),
        (RefPattern(T.EQ), "(ref.eq)"),
        (RefValue(T.I31), "(ref.i31)"),
        (Either((ONE, NullConst(None))), "(either (i32.const 1) (ref.null))"),
    ],
)
def test_show(value: Value | Pattern, shown: str) -> None:
    assert show(value) == shown


def test_show_all() -> None:
    assert show_all(()) == "nothing"
    assert show_all((ONE, ONE)) == "(i32.const 1) (i32.const 1)"
