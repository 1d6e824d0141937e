"""How much of a body the fast tier takes on, and what it leaves to the other one."""

from __future__ import annotations

from typing import NamedTuple

from refwasm.validation.code import Code


class Limits(NamedTuple):
    """Where a body, or a part of it, has to take another form.

    CPython's own limits are 20 nested loops and handlers, of which an `except` takes three, and 100
    levels of indentation; its compiler takes about 1 kB for each instruction.
    """

    instructions: int = 100_000
    locals: int = 2_000  # parameters included; also operands
    loops: int = 16  # nested loops and handlers of a body without states; half as many within one
    levels: int = 60  # nested blocks of Python, those that choose a state aside
    targets: int = 4  # of a `br_table`, cases apart; with more the blocks around it are states
    text: int = 200  # characters for each instruction, besides those that any body may have


class Beyond(Exception):
    """What the fast tier leaves to the other one, and why."""


def require_size(code: Code, limits: Limits) -> None:
    """Raise Beyond unless `code` is small enough to be translated."""
    if len(code.instrs) > limits.instructions:
        raise Beyond("a large body")
    if len(code.type.params) + sum(n for n, _ in code.locals) > limits.locals:
        raise Beyond("many locals")
    if code.max_height > limits.locals:
        raise Beyond("many operands")
