"""The operands' types and the blocks that are open (appendix "Validation Algorithm").

Each frame has an operand stack of its own, so what lies below a block is out of its reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from refwasm.errors import Invalid
from refwasm.generated.opcodes import IF
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.instructions import Op
from refwasm.syntax.types import BOT, BOTHEAP, RefType, ValType
from refwasm.validation.code import Target
from refwasm.validation.matching import match_valtype
from refwasm.validation.messages import mismatch
from refwasm.validation.runs import Item, Items, Matcher, Run, count, drop, tail

BOTREF = RefType(False, BOTHEAP)


class Frame:
    """A block: what it takes, gives, and what a branch to it carries.

    `base` is the number of operands below it; `end` the site at which a branch to it goes on.
    """

    __slots__ = (
        "base",
        "dead",
        "end",
        "label",
        "mark",
        "op",
        "operands",
        "params",
        "polymorphic",
        "results",
        "since",
        "site",
        "target",
    )  # fmt: skip

    def __init__(self, op: Op | None, site: int, params: Items, results: Items,
                 label: Items, base: int, dead: bool, mark: int):  # fmt: skip
        self.op = op
        self.site = site
        self.params = params
        self.results = results
        self.label = label
        self.base = base
        self.dead = dead  # opened where no execution gets to
        self.mark = mark  # of the locals set before
        self.operands: list[Item] = list(params)
        self.polymorphic = False
        self.since = 0  # the site after which the stack is polymorphic
        self.end = -1
        self.target: Target | None = None

    def branch(self) -> Target:
        """Where a branch to this block leads, once its end is known."""
        if self.target is None:
            self.target = Target(self.end, count(self.label), self.base)
        return self.target


class Stack:
    """The open blocks, innermost last; `operands` are those of the innermost."""

    def __init__(self, types: Sequence[DefType]):
        self.frames: list[Frame] = []
        self.operands: list[Item] = []
        self._types = types  # of the module, for messages
        self._matcher = Matcher()
        self.repeat = self._matcher.repeat

    def open(self, frame: Frame) -> None:
        """Enter `frame`, whose parameters are popped already."""
        self.frames.append(frame)
        self.operands = frame.operands

    def close(self) -> None:
        """Leave the innermost block, which gives its results to the next."""
        frame = self.frames[-1]
        if frame.op is IF and not self.match(frame.params, frame.results):
            raise mismatch(self._types, "instruction", frame.results, "stack", frame.params)
        self.frames.pop()
        if self.frames:
            self.operands = self.frames[-1].operands
            self.operands += frame.results

    def match(self, ts1: Items, ts2: Items) -> bool:
        """Whether the sequences are equally long and match type by type.

        Spec: match-resulttype
        """
        if len(ts1) == len(ts2) == 1:
            t1, t2 = ts1[0], ts2[0]
            if not isinstance(t1, Run) and not isinstance(t2, Run):
                return match_valtype(t1, t2)
        return ts1 is ts2 or (count(ts1) == count(ts2) and self._matcher.match(ts1, ts2))

    def check_end(self, frame: Frame) -> None:
        """The operands of the innermost block match its results, and there are no others."""
        found = list(frame.operands)
        self.pop(frame.results)
        if frame.operands:
            raise mismatch(self._types, "block", frame.results, "stack", found)

    def reopen(self, frame: Frame, op: Op, operands: Items) -> None:
        """Begin another branch of the innermost block, `frame`: that of `op`, with `operands`."""
        frame.operands[:] = operands
        frame.polymorphic = False
        frame.op = op

    def pop(self, params: Sequence[Item]) -> None:
        """Take `params` from the stack, or what matches them.

        Spec: valid-instrs
        """
        n = count(params)
        found = tail(self.operands, n)
        bottoms = n - count(found)  # they match anything
        polymorphic = self.frames[-1].polymorphic
        if (bottoms and not polymorphic) or not self._matcher.match(found, params):
            if polymorphic:
                found = (*self.repeat(BOT, bottoms), *found)
            raise mismatch(self._types, "instruction", params, "stack", found)
        drop(self.operands, n)

    def peek(self, depth: int) -> ValType:
        """The type of the operand below `depth` others; bottom if there is none."""
        for item in reversed(self.operands):
            if isinstance(item, Run):
                if item.stop - item.start > depth:
                    return item.types[item.stop - 1 - depth]
                depth -= item.stop - item.start
            elif not depth:
                return item
            else:
                depth -= 1
        return BOT

    def peek_many(self, depth: int, n: int) -> Items:
        """The types of the `n` operands below `depth` others, bottom for what is not there."""
        operands = list(tail(self.operands, depth + n))
        drop(operands, depth)
        return (*self.repeat(BOT, n - count(operands)), *operands)

    def peek_ref(self, depth: int) -> RefType:
        """The same, of a reference."""
        t = self.peek(depth)
        if t is BOT:
            return BOTREF
        if not isinstance(t, RefType):
            raise Invalid(f"type mismatch: instruction requires reference type but stack has {t}")
        return t

    def peek_numvec(self, depths: Iterable[int]) -> ValType:
        """The first known type of a number or vector at `depths`, where the same is expected."""
        found: ValType = BOT
        for depth in depths:
            t = self.peek(depth)
            if isinstance(t, RefType):
                text = f"instruction requires numeric or vector type but stack has {t}"
                raise Invalid(f"type mismatch: {text}")
            if found is BOT:
                found = t
        return found

    def label(self, l: int, inner: int = 0) -> Frame:
        """The block to which `l` refers, 0 the innermost, or the one around `inner` others."""
        if l + inner >= len(self.frames):
            raise Invalid(f"unknown label {l}")
        return self.frames[-1 - l - inner]

    def match_label(self, ts: Items, label: Items) -> None:
        """A branch that carries `ts` may go to a block that expects `label`."""
        if not self.match(ts, label):
            raise mismatch(self._types, "instruction", label, "stack", ts)
