"""How much one invocation may run: units of fuel, and time.

A round of a loop uses a unit: where its body begins, at first and after each branch. So does a call, tail
calls included, unless the running function has certainly used a unit before, in the same round of the
loop. So a unit pays at most for each call that a body has, once; both tiers run out of fuel at the same
place; and what calls nothing costs nothing. An instruction that fills or copies many bytes uses no unit;
time that passed is noticed at the next one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, repeat
from threading import Timer

from refwasm.errors import Exhaustion
from refwasm.generated import opcodes as o
from refwasm.validation.code import Code

PIECE = 4096  # units that are handed out at once


class Meter:
    """A budget for each invocation: `fuel` units, `deadline` seconds; None is without limit.

    Whoever uses a unit takes it from `units`, and raises `starved` if there is none. Invocations by host
    functions belong to the one that called these.
    """

    def __init__(self, fuel: int | None, deadline: float | None):
        self.fuel = fuel
        self.deadline = deadline
        self.units: Iterator[None] = iter(())
        self._late = False
        self._runs = False
        self._piece: list[None] = []

    @contextmanager
    def running(self) -> Iterator[None]:
        """While an invocation runs; the outermost one has the whole budget."""
        if self._runs:
            yield
            return
        self._runs, self._late = True, False
        self._piece = [None] * PIECE
        self.units = self._all()
        timer = None
        if self.deadline is not None:
            timer = Timer(self.deadline, self._pass)
            timer.daemon = True
            timer.start()
        try:
            yield
        finally:
            self._runs = False
            if timer is not None:
                timer.cancel()

    def _all(self) -> Iterator[None]:
        if self.fuel is not None and self.deadline is None:
            return repeat(None, min(self.fuel, sys.maxsize))  # costs less than pieces
        return chain.from_iterable(self._pieces(self.fuel))

    def _pieces(self, fuel: int | None) -> Iterator[list[None]]:
        """The units, some at a time; iterating over a list costs least."""
        while not self._late and (fuel is None or fuel >= PIECE):
            yield self._piece
            fuel = fuel if fuel is None else fuel - PIECE
        if fuel is not None and not self._late:
            del self._piece[fuel:]
            yield self._piece

    def _pass(self) -> None:
        """The time is over: there is not even what was handed out."""
        self._late = True
        self._piece.clear()

    def starved(self) -> Exhaustion:
        """What running out of the budget raises."""
        return Exhaustion("deadline exceeded" if self._late else "out of fuel")


def paid_calls(code: Code) -> set[int]:
    """The sites of calls that use a unit: those before which, on some way, none was used."""
    found: set[int] = set()
    paid = False
    before: list[bool] = []  # of each open block, whether a unit was used where it began
    loops: list[bool] = []  # whether it is a loop
    for i, (op, _) in enumerate(code.instrs):
        if op.opens:
            before.append(paid)
            loops.append(op is o.LOOP)
            paid = paid or op is o.LOOP
        elif op.continues:
            paid = before[-1]
        elif op.closes and before:
            paid = any((before.pop(), loops.pop()))
        elif not paid and "call" in op.rule:
            found.add(i)
            paid = True
    return found


def metered(fuel: int | None, deadline: float | None) -> Meter | None:
    """The meter for a budget, if there is one."""
    return None if fuel is None and deadline is None else Meter(fuel, deadline)
