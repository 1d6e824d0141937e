"""When compiling pays: what is interpreted of a function first, and where a call goes over.

A call counts all instructions of the function, a round of a loop those of the loop. When what was
counted took about as long to interpret as the function takes to compile, the next call is compiled;
and a call that is under way goes over to compiled code at the beginning of a loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from refwasm.compile.entry import Entry
from refwasm.compile.switches import listed
from refwasm.generated import opcodes as o
from refwasm.interpret.blocks import Block, End, Registers
from refwasm.interpret.moves import goto
from refwasm.validation.code import Code


class Patience(NamedTuple):
    """How much is interpreted of a function before it is compiled, in calls without loops.

    Inner loops wait longer, by `inner` for each loop around: a call that goes over at an inner loop
    comes back at the next round of the outermost, to go over there for good.
    """

    calls: int = 150
    inner: int = 150


class Loop(NamedTuple):
    """A loop that is repeated: its instructions, the labels of such loops around, where to begin.

    That is where it is entered, or, where the label of another loop is there, too, its own label.
    """

    size: int
    around: tuple[int, ...]
    entry: int


def backward(code: Code) -> Iterator[int]:
    """The sites of labels to which `code` branches from further on: those of loops."""
    for i, targets in code.targets.items():
        for target in listed(targets):
            if target.site <= i and code.heights[i] >= 0:
                yield target.site
    for i, guard in code.handlers.items():
        for handler in guard.handlers:
            if handler.target.site <= i:
                yield handler.target.site


def loops(code: Code) -> dict[int, Loop]:
    """The loops of `code` that are repeated, by the sites of their labels."""
    found: dict[int, Loop] = {}
    repeated = set(backward(code))
    if not repeated:
        return found
    begun: list[int] = []
    around: list[int] = []
    nesting = [(i, op) for i, (op, _) in enumerate(code.instrs) if op.opens or op.closes]
    for i, op in nesting:
        if op.opens:
            begun.append(i)
            if i + 1 in repeated:
                around.append(i + 1)
        elif op in (o.END, o.DELEGATE) and begun:
            begin = begun.pop()
            if begin + 1 in repeated:
                around.pop()
                adjoins = begin > 0 and code.instrs[begin - 1].op is o.LOOP
                found[begin + 1] = Loop(i - begin, tuple(around), begin + adjoins)
    return found


class Ways:
    """The blocks that count rounds, each before the block in which a loop of `code` begins.

    When it is time such a block ends by `rest`, which runs all that remains of the call from a site on, up to
    the next round of the outermost loop; or is None where there cannot be any.
    """

    __slots__ = ("_code", "_counting", "_entry", "_found", "_patience", "_rest")

    def __init__(
        self,
        entry: Entry,
        code: Code,
        found: dict[int, Loop],
        patience: Patience,
        rest: Callable[[int, tuple[int, Block] | None], End | None],
    ):
        self._entry = entry
        self._code = code
        self._found = found
        self._patience = patience
        self._rest = rest
        self._counting: dict[int, Block] = {}

    def way(self, block: Block) -> Block:
        """What leads to `block`: itself, unless a loop begins there."""
        loop = self._found.get(block.first)
        if loop is None:
            return block
        code = self._code
        here = self._counting[block.first] = Block(block.state, code, block.first - 1, block.first)
        least = -self._patience.inner * len(loop.around) * len(code.instrs)

        def count(
            R: Registers,
            entry: Entry = self._entry,
            size: int = loop.size,
            least: int = least,
            block: Block = block,
            over: Callable[[Block], Block] = self._over,
        ) -> Block | None:
            entry.credit -= size
            if entry.credit >= least:
                return block
            return over(block)

        here.end = count
        return here

    def _over(self, block: Block) -> Block:
        """What `block`, in which a loop begins, is reached by from now on."""
        loop, here = self._found[block.first], self._counting[block.first]
        back = (loop.around[0], self._counting[loop.around[0]]) if loop.around else None
        here.end = self._rest(loop.entry, back) or goto(block)
        return here
