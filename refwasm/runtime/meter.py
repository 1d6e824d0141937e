"""How much one invocation may run: units of fuel, and time.

A round of a loop uses a unit, where its body begins, at first and after each branch; unless the round
itself certainly begins a further loop, before it branches or calls; and of a short loop that only its last
instruction repeats, only every fourth round does, beginning with the first. So does a call, tail calls included,
unless the running function has certainly used a unit before, in the same round of the loop. A body that
calls itself in its own place uses the unit where it begins. One call of a body is free: the first that would use a unit, if it names a function further on in the module. Such calls
within each other are no more than the module's functions, and any others use units, so what runs for a
unit is bounded by the module; both tiers run out of fuel at the same place; and what calls nothing costs
nothing. An instruction that fills or copies many bytes uses no unit; time that passed is noticed at the
next one.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import nullcontext
from itertools import chain, repeat
from typing import NamedTuple

from refwasm.errors import Exhaustion
from refwasm.generated import opcodes as o
from refwasm.runtime.clock import PIECE, Clock
from refwasm.syntax.instructions import Instr
from refwasm.validation.code import Code, Target

BEGINNING = -1  # the site that stands for where a body begins
SHORT = 12  # instructions that a short loop has at most
ROUNDS = 4  # of a short loop, for a unit
UNMETERED = nullcontext()
REPEATING = frozenset((o.BR, o.BR_IF))
DIRECT = frozenset((o.CALL, o.RETURN_CALL))


class Meter:
    """A budget for each invocation: `fuel` units, `deadline` seconds; None is without limit.

    Whoever uses a unit takes it from `units`, and raises `starved` if there is none; where fuel has no
    limit it is enough to look whether `clock` is late. It is entered while an invocation runs; those
    by host functions belong to the one that called these. `names` has `units`, `late` and `starved` for
    compiled code. Raises ValueError for less than nothing.
    """

    __slots__ = "_within", "clock", "deadline", "fuel", "names", "units"  # quicker to take units

    def __init__(self, fuel: int | None, deadline: float | None):
        if (fuel or 0) < 0 or (deadline or 0) < 0:
            raise ValueError("a budget is not negative")
        self.fuel = fuel
        self.deadline = deadline
        self.names: dict[str, object] = {"starved": self.starved}
        self.clock = Clock(self.names)
        self._set(iter(()))
        self._within = 0  # invocations

    def __enter__(self) -> None:
        if not self._within:
            if self.deadline is not None:
                self.clock.start(self.deadline)
            self._set(self._all())
        self._within += 1

    def __exit__(self, *error: object) -> None:
        self._within -= 1
        if not self._within and self.deadline is not None:
            self.clock.stop()

    def _set(self, units: Iterator[None]) -> None:
        self.units = self.names["units"] = units

    def _all(self) -> Iterator[None]:
        if self.fuel is not None and self.deadline is None:
            return repeat(None, min(self.fuel, sys.maxsize))  # costs less than pieces
        return chain.from_iterable(_pieces(self.fuel, self.clock.piece))

    def built_in(self) -> dict[str, object]:
        """What is built in for compiled code: `names`, and what Python has."""
        self.names.update(vars(builtins))
        return self.names

    def starved(self) -> Exhaustion:
        """What running out of the budget raises."""
        return Exhaustion("deadline exceeded" if self.clock.late else "out of fuel")

    def paying(self, code: Code, x: int) -> Paying:
        """What a tier has to know of `code`, of the function with index `x`."""
        sites = paying(code, x)
        return Paying(self, sites, short(code, sites))


class Paying(NamedTuple):
    """The sites of a body that use units of `meter`: loops, in each round, calls, or where it begins.

    The short loops among them are in `short`, with the site of the branch that repeats each.
    """

    meter: Meter
    sites: AbstractSet[int]
    short: Mapping[int, int]


def _pieces(fuel: int | None, piece: list[None]) -> Iterator[list[None]]:
    """The units, some at a time; iterating over a list costs least."""
    while piece and (fuel is None or fuel >= PIECE):
        yield piece
        fuel = fuel if fuel is None else fuel - PIECE
    if fuel is not None:
        del piece[fuel:]
        yield piece


def paying(code: Code, x: int) -> set[int]:
    """The sites of `code`, of the function with index `x`, that use units: loops, calls, its beginning."""
    again = any(op is o.RETURN_CALL and args[0] == x for op, args in code.instrs)
    found = {BEGINNING} if again else set[int]()
    paid, free = again, False
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


def short(code: Code, sites: AbstractSet[int]) -> dict[int, int]:
    """The short loops at `sites`, and the site of the branch that repeats each."""
    begun = sites - {BEGINNING}
    loops = ((i, _repeating(code, i)) for i in begun if code.instrs[i].op is o.LOOP)
    return {i: last for i, last in loops if last is not None}


def _repeating(code: Code, i: int) -> int | None:
    """The last instruction of the short loop at `i`, if it alone branches to its label, with nothing.

    In such a loop there is neither a block nor a call, and no operand is left where it ends.
    """
    for k in range(i + 1, min(i + 1 + SHORT, len(code.instrs) - 1)):
        op = code.instrs[k].op
        if code.heights[k] < 0 or op.opens or op.closes or "call" in op.rule:
            return None
        targets = code.targets.get(k, ())
        for target in (targets,) if isinstance(targets, Target) else targets:
            if target.site == i + 1:
                ends = code.instrs[k + 1].op is o.END and target.arity == 0
                onward = code.heights[k + 1] in (-1, code.heights[i + 1])
                return k if op in REPEATING and ends and onward else None
    return None


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
