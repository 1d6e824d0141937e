"""Which instructions ran, recorded per basic block.

The end of a block is wrapped while tracing, so a block counts once all its steps have run; a trap in
the middle is recorded apart. Having recorded its block once, a wrapper takes itself out until the
record is fetched: a loop does not pay for it.
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from refwasm.interpret.blocks import Block, Registers


class Executed(NamedTuple):
    """An instruction that ran: its row's key, and its offset in the file, if known."""

    name: str
    offset: int | None


class Trace:
    """The record of one machine; with a `history`, also the order of the last blocks."""

    def __init__(self, history: int = 0):
        self._history: deque[tuple[Block, int]] = deque(maxlen=history)
        self.blocks: set[Block] = set()
        self._parts: list[tuple[Block, int]] = []
        self._apart: set[str] = set()

    def watch(self, block: Block) -> None:
        """Record `block` from now on, each time that it gets to its end."""
        real = block.end
        blocks, history = self.blocks, self._history

        def once(R: Registers) -> Block | None:
            blocks.add(block)
            block.end = real
            return real(R)

        def always(R: Registers) -> Block | None:
            blocks.add(block)
            history.append((block, block.stop))
            return real(R)

        block.end = block.recorder = always if history.maxlen else once

    def stopped(self, block: Block, site: int) -> None:
        """Record that `block` ran only up to the instruction at `site`, that one included."""
        self._parts.append((block, site + 1))
        self._history.append((block, site + 1))

    def ran(self, key: str) -> None:
        """Record an instruction that is in no code: instantiation runs some for its segments."""
        self._apart.add(key)

    def fetch(self) -> tuple[str, ...]:
        """The keys of the rows that ran since the last time, in the order of their names."""
        keys, self._apart = self._apart, set()
        for block, stop in [*self._parts, *((block, block.stop) for block in self.blocks)]:
            keys.update(op.name for op, _ in block.code.instrs[block.first : stop])
        for block in self.blocks:
            if block.recorder is not None:
                block.end = block.recorder
        self._parts.clear()
        self.blocks.clear()
        return tuple(sorted(keys))

    def last(self, n: int) -> list[Executed]:
        """The last `n` instructions, as far as they belong to the blocks kept, oldest first."""
        found: list[Executed] = []
        for block, stop in reversed(self._history):
            positions = block.code.positions
            for i in reversed(range(block.first, stop)):
                if len(found) == n:
                    break
                offset = positions[i] if i < len(positions) else None
                found.append(Executed(block.code.instrs[i].op.name, offset))
        return found[::-1]
