"""How much of each operand a value depends on, and what is simpler and does as well.

Within a *demand* of w bits, any integer that is congruent modulo 2**w does in the place of another;
within `UP_TO_NAN`, any NaN in the place of another NaN; within `EXACT`, nothing else.
"""

from __future__ import annotations

import ast
from math import inf

EXACT = inf
UP_TO_NAN = -1
WIDTHS = {"i32": 32, "i64": 64, "v128": 128}
FLOATS = ("f32", "f64")

RING = (ast.Add, ast.Sub, ast.Mult, ast.BitAnd, ast.BitOr, ast.BitXor)  # of integers modulo 2**w
FIELD = (ast.Add, ast.Sub, ast.Mult, ast.Div)  # NaN, if an operand is
ORDER = (ast.Eq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)  # false, if an operand is NaN


def demanded(type_: str) -> float | None:
    """The least that is demanded of a value of a type for it to be of use: None if all of it is."""
    return UP_TO_NAN if type_ in FLOATS else WIDTHS.get(type_)


def enough(demand: float, type_: str) -> bool:
    """Whether a loose value of a type does within `demand`."""
    if type_ in FLOATS:
        return demand == UP_TO_NAN
    return 0 <= demand <= WIDTHS.get(type_, -1)


def demands(node: ast.AST, demand: float = EXACT) -> dict[str, float]:
    """The demand on each name, if `node` is within `demand`."""
    found: dict[str, float] = {}
    before = None
    while found != before:  # names that `node` binds are used in it
        before = dict(found)
        _Demands(found).look(node, demand, frozenset())
    return found


class _Demands:
    """Joins the demands on each name in `found`."""

    def __init__(self, found: dict[str, float]):
        self.found = found

    def look(self, node: ast.AST, demand: float, numbers: frozenset[str]) -> None:
        """What `node` demands within `demand`, where those of `numbers` are not NaN."""
        modulo = 0 <= demand < EXACT
        match node:
            case ast.Name(name):
                self._join(name, UP_TO_NAN if name in numbers and demand == EXACT else demand)
            case ast.NamedExpr(ast.Name(name), value):
                self._join(name, demand)
                self.look(value, self.found[name], numbers)
            case ast.BinOp(left, ast.BitAnd(), ast.Constant(int(mask))) if mask >= 0:
                bits = mask.bit_length()
                self.look(left, min(demand, bits) if modulo else bits, numbers)
            case ast.BinOp(left, op, right) if (modulo and isinstance(op, RING)) or (
                demand == UP_TO_NAN and isinstance(op, FIELD)
            ):
                self.look(left, demand, numbers)
                self.look(right, demand, numbers)
            case ast.BinOp(left, ast.LShift(), right) if modulo:
                self.look(left, demand, numbers)
                self.look(right, EXACT, numbers)
            case ast.UnaryOp(ast.USub() | ast.Invert(), value) if demand != EXACT:
                self.look(value, demand, numbers)
            case ast.Call(ast.Name("abs"), [value]) if demand == UP_TO_NAN:
                self.look(value, demand, numbers)
            case ast.Call(ast.Name("isnan"), [value]):
                self.look(value, UP_TO_NAN, numbers)
            case ast.Compare(left, ops, others) if all(
                isinstance(op, (*ORDER, ast.NotEq)) for op in ops
            ):
                for value in (left, *others):
                    self.look(value, UP_TO_NAN, numbers)
            case ast.IfExp(test, body, orelse):
                self.look(test, EXACT, numbers)
                self.look(body, demand, numbers | _numbers(test, holds=True))
                self.look(orelse, demand, numbers | _numbers(test, holds=False))
            case _:
                for child in ast.iter_child_nodes(node):
                    self.look(child, EXACT, numbers)

    def _join(self, name: str, demand: float) -> None:
        other = self.found.get(name, demand)
        both = max(demand, other)
        self.found[name] = both if demand == other or UP_TO_NAN not in (demand, other) else EXACT


def _numbers(test: ast.expr, *, holds: bool) -> frozenset[str]:
    """Names that are no NaN if `test` holds, or does not."""
    match test:
        case ast.Compare(left, [op], [right]) if isinstance(op, ORDER if holds else ast.NotEq):
            return _compared(left) | _compared(right)
        case ast.Call(ast.Name("isnan"), [value]) if not holds:
            return _compared(value)
        case _:
            return frozenset()


def _compared(node: ast.expr) -> frozenset[str]:
    match node:
        case ast.Name(name):
            return frozenset((name,))
        case ast.NamedExpr(ast.Name(name), value):
            return frozenset((name,)) | _compared(value)
        case ast.Call(ast.Name("abs"), [value]):
            return _compared(value)
        case _:
            return frozenset()


def loosened(node: ast.expr, type_: str) -> ast.expr:
    """What is as good as `node`, a value of a type, where no more than `demanded` is."""
    match node:
        case ast.BinOp(value, ast.BitAnd(), ast.Constant(mask)) if mask == _mask(type_):
            return value
        case ast.IfExp(ast.Compare(value, [ast.Eq()], [same]), body, ast.Name("NAN")) if (
            type_ in FLOATS and _named(value) == _named(same) == _named(body) is not None
        ):
            return value.value if isinstance(value, ast.NamedExpr) else value
        case ast.IfExp(test, body, orelse) if type_ in FLOATS:
            return ast.IfExp(test, loosened(body, type_), loosened(orelse, type_))
        case _:
            return node


def _mask(type_: str) -> int | None:
    return (1 << WIDTHS[type_]) - 1 if type_ in WIDTHS else None


def _named(node: ast.expr) -> str | None:
    match node:
        case ast.Name(name) | ast.NamedExpr(ast.Name(name)):
            return name
        case _:
            return None


def bounded(node: ast.expr, strict: set[str]) -> bool:
    """Whether `node`, of operands in range, is in range itself if just those of `strict` are."""
    match node:
        case ast.Name(name):
            return name in strict
        case ast.BinOp(left, ast.BitAnd(), right):
            return bounded(left, strict) or bounded(right, strict)
        case ast.BinOp(left, ast.BitOr() | ast.BitXor(), right):
            return bounded(left, strict) and bounded(right, strict)
        case _:
            return False


def length(node: ast.expr, widths: dict[str, int]) -> int:
    """How many bits the integer `node` has, about; `widths` are those of names."""
    match node:
        case ast.Name(name):
            return widths.get(name, 0)
        case ast.Constant(int(value)):
            return value.bit_length()
        case ast.BinOp(left, ast.Add() | ast.Sub(), right):
            return max(length(left, widths), length(right, widths)) + 1
        case ast.BinOp(left, ast.Mult(), right):
            return length(left, widths) + length(right, widths)
        case ast.BinOp(left, ast.LShift(), ast.BinOp(_, ast.BitAnd(), ast.Constant(int(most)))):
            return length(left, widths) + most
        case ast.BinOp(_, ast.BitAnd(), ast.Constant(int(mask))):
            return mask.bit_length()
        case ast.BinOp(left, ast.RShift(), _):
            return length(left, widths)
        case ast.BinOp(left, _, right):
            return max(length(left, widths), length(right, widths))
        case ast.UnaryOp(_, value) | ast.NamedExpr(_, value):
            return length(value, widths)
        case ast.IfExp(_, body, orelse):
            return max(length(body, widths), length(orelse, widths))
        case _:
            return 0
