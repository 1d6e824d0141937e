"""What is demanded of names, by the form of an expression."""

from __future__ import annotations

import ast

import pytest

from codegen.demand import EXACT, UP_TO_NAN, bounded, demands, length, loosened


def parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


@pytest.mark.parametrize(
    ("text", "demand", "expected"),
    [
        ("a + b & 15", EXACT, {"a": 4, "b": 4}),
        ("a + b", EXACT, {"a": EXACT, "b": EXACT}),
        ("a * -b - (~c | d ^ a)", 8, {"a": 8, "b": 8, "c": 8, "d": 8}),
        ("a << (b & 7)", 8, {"a": 8, "b": 3}),
        ("a >> b", 8, {"a": EXACT, "b": EXACT}),
        ("(a & 15) + (a & 255) + a // 2", 2, {"a": EXACT}),
        ("(a & 15) + (a & 255)", EXACT, {"a": 8}),
        ("a & 255", 3, {"a": 3}),
        ("a & b", EXACT, {"a": EXACT, "b": EXACT}),
        ("a & b", 8, {"a": 8, "b": 8}),
        ("a if c else b", 8, {"a": 8, "b": 8, "c": EXACT}),
        ("w if (w := (a & 15)) < 8 else w - 16", 8, {"a": 4, "w": EXACT}),
        ("(w := a + b) + w & 15", EXACT, {"a": 4, "b": 4, "w": 4}),
        ("f(a) & 15", EXACT, {"a": EXACT}),
        ("w if (w := a + b) == w else NAN", EXACT, {"a": -1, "b": -1, "w": -1}),
        ("w if (w := a * 2.0) != w else NAN", EXACT, {"a": EXACT, "w": EXACT}),
        ("a / b if b != 0.0 else f(b)", UP_TO_NAN, {"a": -1, "b": -1}),
        ("f(a) if abs(a) < 2.0 else b", UP_TO_NAN, {"a": -1, "b": -1}),
        ("c if isnan(a) else f(a)", UP_TO_NAN, {"a": -1, "c": -1}),
        ("-a < abs(b)", EXACT, {"a": -1, "b": -1}),
        ("-a", EXACT, {"a": EXACT}),
        ("a is None", EXACT, {"a": EXACT}),
        ("(a < b) + (a & 15)", EXACT, {"a": EXACT, "b": -1}),
    ],
)
def test_demands(text: str, demand: float, expected: dict[str, float]) -> None:
    found = demands(parsed(text), demand)
    assert {name: found[name] for name in found if name in "abcdw"} == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("a + b & 4294967295", "i32", "a + b"),
        ("a + b & 4294967295", "i64", "a + b & 4294967295"),
        ("a & 4294967295", "f64", "a & 4294967295"),
        ("w if (w := a + b) == w else NAN", "f64", "a + b"),
        ("w if (w := a + b) == w else NAN", "i64", "w if (w := (a + b)) == w else NAN"),
        ("f(w) if (w := a + b) == w else NAN", "f32", "f(w) if (w := (a + b)) == w else NAN"),
        ("f(a) if a < 1.0 else a if a == a else NAN", "f64", "f(a) if a < 1.0 else a"),
    ],
)
def test_loosened(text: str, type_: str, expected: str) -> None:
    assert ast.unparse(loosened(parsed(text), type_)) == expected


@pytest.mark.parametrize(
    ("text", "strict", "expected"),
    [
        ("a & b", {"a"}, True),
        ("a & ~b", {"b"}, False),
        ("a ^ b", {"a"}, False),
        ("a ^ b & c", {"a", "c"}, True),
        ("a + b", {"a", "b"}, False),
    ],
)
def test_bounded(text: str, strict: set[str], expected: bool) -> None:
    assert bounded(parsed(text), strict) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a + b", 33),
        ("a * b - 1", 65),
        ("a << (b & 31)", 63),
        ("-a * 3 >> 7", 34),
        ("a & 7 | b & 255", 8),
        ("(w := a ^ b)", 32),
        ("f(a) if a else b", 32),
    ],
)
def test_length(text: str, expected: int) -> None:
    assert length(parsed(text), {"a": 32, "b": 32}) == expected
