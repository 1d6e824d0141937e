"""Operators of constants, evaluated while specialising."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from math import inf

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


def rotated(node: ast.expr) -> ast.expr | None:
    """For `i >> k | i << N - k`, k at most N, or the other way round: `i * (2**N + 1) >> k`.

    The factor writes the bits of `i`, which are N as in all of numerics, twice.
    """
    match node:
        case ast.BinOp(ast.BinOp(i, op, k), ast.BitOr(), ast.BinOp(i2, op2, back)):
            pass
        case _:
            return None
    match back:
        case ast.BinOp(ast.Constant(int(N)), ast.Sub(), k2) if (
            {type(op), type(op2)} == {ast.LShift, ast.RShift}
            and isinstance(i, ast.Name)
            and ast.dump(i) == ast.dump(i2)
            and ast.dump(k) == ast.dump(k2)
            and _most(k) <= N
        ):
            twice = ast.BinOp(i, ast.Mult(), ast.Constant((1 << N) + 1))
            return ast.BinOp(twice, ast.RShift(), k if isinstance(op, ast.RShift) else back)
        case _:
            return None


def _most(node: ast.expr) -> float:
    """The greatest value of `node`, as far as its form tells."""
    match node:
        case ast.BinOp(_, ast.BitAnd(), ast.Constant(int(n))) if n >= 0:
            return n
        case ast.BinOp(_, ast.Mod(), ast.Constant(int(n))) if n > 0:
            return n - 1
        case _:
            return inf
