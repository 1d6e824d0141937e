"""How much one invocation may run: units of fuel, and time.

A round of a loop uses a unit, where its body begins, at first and after each branch; unless the round
itself certainly begins a further loop, before it branches or calls. So does a call, tail calls included,
unless the running function has certainly used a unit before, in the same round of the loop. One call of a
body is free: the first that would use a unit, if it names a function further on in the module. Such calls
within each other are no more than the module's functions, and any others use units, so what runs for a
unit is bounded by the module; both tiers run out of fuel at the same place; and what calls nothing costs
nothing. An instruction that fills or copies many bytes uses no unit; time that passed is noticed at the
next one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import nullcontext
from itertools import chain, repeat
from typing import NamedTuple

from refwasm.errors import Exhaustion
from refwasm.generated import opcodes as o
from refwasm.runtime.clock import PIECE, Clock
from refwasm.syntax.instructions import Instr
from refwasm.validation.code import Code

UNMETERED = nullcontext()
DIRECT = frozenset((o.CALL, o.RETURN_CALL))


class Meter:
    """A budget for each invocation: `fuel` units, `deadline` seconds; None is without limit.

    Whoever uses a unit takes it from `units`, and raises `starved` if there is none; where fuel has no
    limit it is enough to look whether `clock` is late. It is entered while an invocation runs; those
    by host functions belong to the one that called these.
    """

    __slots__ = "_within", "clock", "deadline", "fuel", "units"  # quicker for whoever takes units

    def __init__(self, fuel: int | None, deadline: float | None):
        self.fuel = fuel
        self.deadline = deadline
        self.units: Iterator[None] = iter(())
        self.clock = Clock()
        self._within = 0  # invocations

    def __enter__(self) -> None:
        if not self._within:
            if self.deadline is not None:
                self.clock.start(self.deadline)
            self.units = self._all()
        self._within += 1

    def __exit__(self, *error: object) -> None:
        self._within -= 1
        if not self._within and self.deadline is not None:
            self.clock.stop()

    def _all(self) -> Iterator[None]:
        if self.fuel is not None and self.deadline is None:
            return repeat(None, min(self.fuel, sys.maxsize))  # costs less than pieces
        return chain.from_iterable(_pieces(self.fuel, self.clock.piece))

    def starved(self) -> Exhaustion:
        """What running out of the budget raises."""
        return Exhaustion("deadline exceeded" if self.clock.late else "out of fuel")

    def paying(self, code: Code, x: int) -> Paying:
        """What a tier has to know of `code`, of the function with index `x`."""
        return Paying(self, paying(code, x))


class Paying(NamedTuple):
    """The sites of a body that use units of `meter`: loops in each round, and calls."""

    meter: Meter
    sites: AbstractSet[int]


def _pieces(fuel: int | None, piece: list[None]) -> Iterator[list[None]]:
    """The units, some at a time; iterating over a list costs least."""
    while piece and (fuel is None or fuel >= PIECE):
        yield piece
        fuel = fuel if fuel is None else fuel - PIECE
    if fuel is not None:
        del piece[fuel:]
        yield piece


def paying(code: Code, x: int) -> set[int]:
    """The sites of `code`, of the function with index `x`, that use units: loops and calls."""
    found: set[int] = set()
    paid = free = False
    before: list[bool] = []  # of each open block, whether a unit was used where it began
    loops: list[bool] = []  # whether it is a loop
    for i, (op, _) in enumerate(code.instrs):
        if op.opens:
            before.append(paid)
            loops.append(op is o.LOOP)
            paid = paid or op is o.LOOP
            if op is o.LOOP and not _begins_loop(code, i + 1):
                found.add(i)
        elif op.continues:
            paid = before[-1]
        elif op.closes and before:
            paid = any((before.pop(), loops.pop()))
        elif not paid and "call" in op.rule:
            if not free and _names_later(code.instrs[i], x):
                free = True
            else:
                found.add(i)
                paid = True
    return found


def _names_later(instr: Instr, x: int) -> bool:
    """Whether `instr` calls a function by name, and it comes after function `x`."""
    return instr.op in DIRECT and isinstance(y := instr.args[0], int) and y > x


def _begins_loop(code: Code, i: int) -> bool:
    """Whether what runs from site `i` on certainly begins a loop, before it branches or calls."""
    while code.heights[i] >= 0 and i not in code.targets:
        op = code.instrs[i].op
        if op is o.LOOP:
            return True
        if op.closes or "call" in op.rule:
            return False
        i += 1
    return False


def metered(fuel: int | None, deadline: float | None) -> Meter | None:
    """The meter for a budget, if there is one."""
    return None if fuel is None and deadline is None else Meter(fuel, deadline)
