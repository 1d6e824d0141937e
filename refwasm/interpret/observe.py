"""Looking at the values that instructions take and give, where a trace tells only that they ran."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any, NamedTuple

from refwasm.generated.interpreter import FORMS
from refwasm.interpret.blocks import Block, Registers, Step
from refwasm.interpret.trace import Trace
from refwasm.runtime.values import Value
from refwasm.syntax.instructions import Op


class Seen(NamedTuple):
    """An instruction that ran: its row, its offset in the file if known, its operands and result.

    The result is None where there is none. `held` is what its step holds by name besides: the memory or the table
    that it works on.
    """

    op: Op
    offset: int | None
    operands: tuple[Value, ...]
    result: Value
    held: dict[str, Any]


class Observer(Trace):
    """Tells `see` of each instruction of the rows `ops` that ran to its end; in place of a trace."""

    def __init__(self, ops: Container[Op], see: Callable[[Seen], None]):
        super().__init__()
        self.ops = ops
        self.see = see

    def watch(self, block: Block) -> None:
        """Observe the steps of `block`; the last of a site is the instruction's own.

        What moves operands for the next block has the site at which that begins.
        """
        steps = list(block.steps)
        for i, site in enumerate(block.sites):
            last = i + 1 == len(steps) or block.sites[i + 1] != site
            if last and site < block.stop and block.code.instrs[site].op in self.ops:
                steps[i] = self._observed(block, site, steps[i])
        block.steps = tuple(steps)

    def stopped(self, block: Block, site: int) -> None:
        """What did not run to its end gave nothing."""

    def _observed(self, block: Block, site: int, step: Step) -> Step:
        code, see = block.code, self.see
        op = code.instrs[site].op
        offset = code.positions[site] if site < len(code.positions) else None
        held = _held(step)
        registers = [held[name] for name in _registers(op)]
        target = registers.pop(0) if FORMS[op].target else None

        def observed(R: Registers) -> None:
            operands = tuple([R[r] for r in registers])
            step(R)
            see(Seen(op, offset, operands, None if target is None else R[target], held))

        return observed


def _registers(op: Op) -> list[str]:
    """The names by which the maker of the row's step is given registers: the target if it has one, operands."""
    form = FORMS[op]
    assert form.step is not None
    assert form.length < 0, op
    return list(form.step.__code__.co_varnames[: form.target + form.operands])


def _held(step: Step) -> dict[str, Any]:
    """What is bound in `step`, by name: that of a parameter of its maker, or of what that looks up."""
    names = step.__code__.co_varnames[1 : step.__code__.co_argcount]
    return dict(zip(names, step.__defaults__ or (), strict=True))
