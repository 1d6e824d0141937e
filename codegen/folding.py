"""Operators of constants, evaluated while specialising."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable

LONGEST = 3000  # bits of a folded number

BINARY: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.LShift: operator.lshift,
    ast.RShift: operator.rshift,
}
COMPARE: dict[type[ast.cmpop], Callable[[int, int], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def folds(a: int, op: ast.operator, b: int) -> bool:
    """Whether `a op b` is an integer, and not too long to be written."""
    match op:
        case ast.FloorDiv() | ast.Mod():
            return b != 0
        case ast.Pow() | ast.LShift():
            return b >= 0 and a.bit_length() * b < LONGEST
        case ast.RShift():
            return b >= 0
        case _:
            return type(op) in BINARY


def folded(a: int, op: ast.operator, b: int) -> ast.expr:
    """The value of `a op b`."""
    n = BINARY[type(op)](a, b)
    return ast.Constant(n) if n >= 0 else ast.UnaryOp(ast.USub(), ast.Constant(-n))
