"""The last instructions that ran, with what each took from the stack and left there.

It watches a machine that prepares bodies plainly (`prepare(..., plain=True)`): every instruction is a step
or the end of a block, and its operands are in their own registers.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from refwasm.generated.interpreter import FORMS
from refwasm.interpret.blocks import Block, Registers
from refwasm.runtime.instances import ModuleInst
from refwasm.runtime.values import Value
from refwasm.syntax.instructions import Instr
from refwasm.validation.code import Code


@dataclass(slots=True, eq=False)
class Ran:
    """The instruction at `site` of a body, as it ran in `depth` frames.

    `results` are none of what goes on elsewhere, and of what did not come to its end (`done`).
    """

    module: ModuleInst
    code: Code
    site: int
    depth: int
    operands: tuple[Value, ...]
    results: tuple[Value, ...] = ()
    done: bool = False

    @property
    def instr(self) -> Instr:
        """The instruction."""
        return self.code.instrs[self.site]


class Watch:
    """The last `n` instructions of one machine, oldest first in `steps`."""

    def __init__(self, n: int):
        self.steps: deque[Ran] = deque(maxlen=n)

    def watch(self, module: ModuleInst, block: Block) -> None:
        """Keep what runs in `block`, of a body in `module`, from now on."""
        block.steps = tuple(
            self._step(module, block, step, site)
            for step, site in zip(block.steps, block.sites, strict=True)
        )
        if block.stop > (block.sites[-1] + 1 if block.sites else block.first):
            self._end(module, block)

    def _step(
        self, module: ModuleInst, block: Block, step: Callable[[Registers], None], site: int
    ) -> Callable[[Registers], None]:
        """`step`, which is kept as it runs."""
        code, frames, keep = block.code, block.state.frames, self.steps.append
        first, middle, last = places(code, site)

        def kept(R: Registers) -> None:
            ran = Ran(module, code, site, len(frames), tuple(R[first:middle]))
            keep(ran)
            step(R)
            ran.results = tuple(R[first:last])
            ran.done = True

        return kept

    def _end(self, module: ModuleInst, block: Block) -> None:
        """Let the end of `block`, which is an instruction, be kept as it runs."""
        code, frames, keep = block.code, block.state.frames, self.steps.append
        site, end = block.stop - 1, block.end
        first, middle, _ = places(code, site)

        def kept(R: Registers) -> Block | None:
            ran = Ran(module, code, site, len(frames), tuple(R[first:middle]))
            keep(ran)
            there = end(R)
            ran.done = True
            return there

        block.end = kept


def places(code: Code, site: int) -> tuple[int, int, int]:
    """The registers of the instruction at `site`: the first operand, the end of those, the end of the results."""
    base = len(code.type.params) + sum(n for n, _ in code.locals)
    height = code.heights[site]
    if site == len(code.instrs) - 1:
        taken = len(code.type.results)
    else:
        form = FORMS[code.instrs[site].op]
        statics = code.statics.get(site, ())
        length = statics[form.length] if form.length >= 0 else 0
        assert isinstance(length, int)
        taken = form.operands + length
    after = code.heights[site + 1] if site + 1 < len(code.heights) else 0
    first = base + height - taken
    return first, base + height, max(first, base + after)
