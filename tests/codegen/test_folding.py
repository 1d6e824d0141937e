"""Operators of constants."""

from __future__ import annotations

import ast

import pytest

from codegen.folding import folded, folds


@pytest.mark.parametrize(
    ("a", "op", "b", "value"),
    [
        (7, ast.Add(), 2, "9"), (2, ast.Sub(), 7, "-5"), (7, ast.FloorDiv(), 2, "3"),
        (7, ast.Mod(), 4, "3"), (2, ast.Pow(), 64, str(2**64)), (1, ast.LShift(), 3, "8"),
        (8, ast.RShift(), 2, "2"), (7, ast.FloorDiv(), 0, None), (7, ast.Mod(), 0, None),
        (2, ast.Pow(), -1, None), (2, ast.Pow(), 2**70, None), (1, ast.LShift(), -1, None),
        (1, ast.LShift(), 2**70, None), (1, ast.RShift(), -1, None), (7, ast.Div(), 2, None),
    ],
)  # fmt: skip
def test_what_is_an_integer_folds(a: int, op: ast.operator, b: int, value: str | None) -> None:
    assert folds(a, op, b) is (value is not None)
    assert value is None or ast.unparse(folded(a, op, b)) == value
