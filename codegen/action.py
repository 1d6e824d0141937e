"""What a row does: its `exec` as a tree, and the sorts of the names in it.

Which trees and names are admitted is checked by `codegen/resolve.py`. The last expression is the result.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from codegen.library import Library
from codegen.resolve import BUILTINS, ENVIRONMENT, INTRINSICS
from codegen.signature import NotationError
from codegen.table import Row

# The intrinsics that decide where execution goes on; `trap` and `trap_if` are plain functions.
CONTROL = frozenset(INTRINSICS) - {"trap", "trap_if"}


class Sort(Enum):
    """What a name in an action stands for."""

    OPERAND = "operand"
    SEQUENCE = "sequence of operands"
    IMMEDIATE = "immediate"
    STATIC = "static"
    ENVIRONMENT = "environment"
    FUNCTION = "function"
    INTRINSIC = "intrinsic"
    LOCAL = "local"


@dataclass(frozen=True)
class Action:
    """The statements of a row, and the expression whose value it pushes, if it pushes one."""

    row: Row
    body: tuple[ast.stmt, ...]
    result: ast.expr | None

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names mentioned, each once, in the order of the text."""
        found = (n for statement in self.body for n in names_of(statement))
        return tuple(dict.fromkeys((*found, *(names_of(self.result) if self.result else ()))))

    @cached_property
    def locals(self) -> frozenset[str]:
        """The names that the action assigns to."""
        nodes = (node for statement in self.body for node in ast.walk(statement))
        return frozenset(
            n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        )

    @cached_property
    def control(self) -> frozenset[str]:
        """The intrinsics by which it decides where execution goes on."""
        return CONTROL & frozenset(self.names)

    @cached_property
    def statics(self) -> tuple[str, ...]:
        """The names whose values validation records per site, in their order.

        They are what the premises bind and the action mentions, then the sequences that it
        mentions, each of which stands for its length.
        """
        bound = (*premise_names(self.row), *(name for name, _ in self.row.any))
        sequences = (o.name for o in self.row.signature.params if o.many and o.name)
        return tuple(name for name in (*bound, *sequences) if name in self.names)

    def sort(self, name: str, library: Library) -> Sort:
        """What `name` stands for."""
        for operand in self.row.signature.params:
            if operand.name == name:
                return Sort.SEQUENCE if operand.many else Sort.OPERAND
        if any(immediate.name == name for immediate in self.row.immediates):
            return Sort.IMMEDIATE
        if name in self.statics:
            return Sort.STATIC
        if name in self.locals:
            return Sort.LOCAL
        if name in ENVIRONMENT:
            return Sort.ENVIRONMENT
        if name in INTRINSICS:
            return Sort.INTRINSIC
        if name in library.public or name in BUILTINS:
            return Sort.FUNCTION
        raise NotationError(f"exec: '{name}' is not known")


def parse_action(row: Row) -> Action:
    """The action of `row`; a row without `exec` has an empty one."""
    try:
        body = ast.parse(row.exec).body
    except SyntaxError as error:
        raise NotationError(f"exec: '{row.exec}' is not Python: {error.msg}") from None
    if not any(not result.many for result in row.signature.results):
        return Action(row, tuple(body), None)
    if not body or not isinstance(body[-1], ast.Expr):
        raise NotationError("exec: does not end in an expression, the result")
    return Action(row, tuple(body[:-1]), body[-1].value)


def statics(row: Row) -> tuple[str, ...]:
    """The names whose values validation records at each site of `row`; see `Action.statics`."""
    return parse_action(row).statics


def premise_names(row: Row) -> Iterator[str]:
    """The names that the premises of `row` bind, in order."""
    for premise in row.where:
        for node in ast.walk(ast.parse(premise)):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id


def names_of(node: ast.AST) -> Iterator[str]:
    """The names in `node`, in the order of the text."""
    found = [n for n in ast.walk(node) if isinstance(n, ast.Name)]
    yield from (n.id for n in sorted(found, key=lambda n: (n.lineno, n.col_offset)))
