"""Blocks as loops of Python: a label that is branched to is a `while` which is left or repeated.

A branch to the innermost loop is `break` or `continue`. One further out sets `br` to the number of
the loop that it leads to, and each loop on the way is left.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import Op
from refwasm.validation.code import Code, Target

# CPython's limits are 20 nested loops and handlers, and 100 levels of indentation.
LOOPS = 16
LEVELS = 80


class Beyond(Exception):
    """What the fast tier leaves to the other one, and why."""


@dataclass(slots=True, eq=False)
class Frame:
    """An open block. `site` is that of its label, `level` the number of its loop, 0 without one."""

    op: Op | None
    site: int
    begin: int = -1  # the site where it begins
    end: int = -1  # the site of its end
    level: int = 0
    below: int = 0  # operands when it began
    leaves: set[int] = field(default_factory=set)  # loops further out that branches in it lead to
    saved: int = 0  # the number of the loop around


def block_ends(code: Code) -> dict[int, int]:
    """Where each block ends, by the site at which it begins."""
    ends: dict[int, int] = {}
    pending: list[int] = []
    for i, (op, _) in enumerate(code.instrs):
        if op.opens:
            pending.append(i)
        elif op is o.END and pending:
            ends[pending.pop()] = i
        elif op is o.DELEGATE:
            raise Beyond("an exception handler as before 3.0")
    return ends


def branched_to(code: Code) -> set[int]:
    """The sites of labels to which a branch leads, other than that of an `if` or `else`."""
    found: set[int] = set()
    for i, targets in code.targets.items():
        if code.heights[i] < 0 or code.instrs[i].op in (o.IF, o.ELSE):
            continue
        found.update(t.site for t in ((targets,) if isinstance(targets, Target) else targets))
    for guard in code.handlers.values():
        found.update(handler.target.site for handler in guard.handlers)
    return found
