"""The types of a body's operands, site by site, for whoever shows a run to a reader.

Validation keeps heights, not types; so the body, which is known to be valid, is checked once more.
"""

from __future__ import annotations

from array import array

from refwasm.syntax.instructions import Expr
from refwasm.syntax.types import PackedType, ValType
from refwasm.validation.code import Code
from refwasm.validation.context import Context
from refwasm.validation.functions import check_body
from refwasm.validation.locals import Locals
from refwasm.validation.runs import Items, each, items
from refwasm.validation.stack import Frame


class _Heights(array):  # type: ignore[type-arg]  # an array of Python's has no parameter when it runs
    """The heights that `check_body` fills in, and at each the operands of the innermost block."""

    context: Context
    seen: list[tuple[ValType, ...]]

    def append(self, height: int, /) -> None:
        """`height` operands are there, and of what types the innermost block's are."""
        super().append(height)
        operands = each(self.context.stack.operands)
        self.seen.append(tuple([t for t in operands if not isinstance(t, PackedType)]))


def operand_types(C: Context, code: Code) -> list[tuple[ValType, ...]]:
    """The types of the operands of the innermost block, before each instruction of `code`.

    `C` is the context of the module; what `code` is, validation said.
    """
    results: Items = items(code.type.results)
    C.enter(results, Locals(code.type.params, code.locals))
    C.stack.open(Frame(None, -1, (), results, results, 0, False, 0))
    heights = _Heights("q")
    heights.context, heights.seen = C, []
    check_body(C, Expr(code.instrs, code.positions), heights)
    return heights.seen
