"""Blocks and branches as loops of Python; see `structure`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from refwasm.compile.limits import Limits
from refwasm.compile.operands import LOOK
from refwasm.compile.rows import Rows
from refwasm.compile.structure import Frame, Rest, plan
from refwasm.generated import opcodes as o
from refwasm.runtime.meter import Paying
from refwasm.syntax.instructions import Instr
from refwasm.validation.code import Code, Guard, Target

STARVED = "else: raise starved()"
LATE = "if late: raise starved()"
ROOM = 10_000  # characters that any body may take


class Blocks(Rows):
    """The open blocks of a body in translation; the first frame is the function's."""

    def __init__(
        self, code: Code, prefix: str, limits: Limits, paying: Paying | None, rest: Rest | None
    ):
        super().__init__(code, prefix, ROOM + limits.text * _size(code))
        self.rest = rest
        self.paid: AbstractSet[int] = paying.sites if paying else frozenset()
        self.short: Mapping[int, int] = paying.short if paying else {}
        self.counts = paying is not None and paying.meter.fuel is not None
        self.own = f"func{prefix[1:]}"
        self.plan = plan(
            code, limits, again=any(map(self.repeats, code.instrs)), entry=rest.entry if rest else 0
        )
        self.flags = False
        self.level = 0  # the number of the innermost loop
        self.loops = 0
        self.last = len(code.instrs) - 1
        self.closing = self.last - len(
            list(takewhile(lambda instr: instr.op is o.END, code.instrs[-2::-1]))
        )  # from here on, there is nothing but ends
        self.frames = [Frame(None, self.last)]
        self.labels = {self.last: self.frames[0]}  # open blocks, by the site of their label
        self.around = [self.frames[0]]  # those that are loops of Python, innermost last

    def repeats(self, instr: Instr) -> bool:
        """Whether `instr` is a tail call of the function itself."""
        return instr.op is o.RETURN_CALL and f"func{instr.args[0]}" == self.own

    def branch_if(self, condition: str, target: Target, extra: list[str]) -> None:
        """A branch to `target`, carrying operands and then `extra`."""
        if not condition:
            self.branch(target, extra)
            self.live = False
            return
        self.flush_reads()
        self.line(f"if {condition}:")
        self.indent += " "
        self.branch(target, extra)
        self.indent = self.indent[:-1]

    def flush_reads(self) -> None:
        """Nothing that traps may wait past a branch: spilling it happens before."""
        self.settle(len(self.stack))

    def branch(self, target: Target, extra: list[str]) -> None:
        """Move what is carried to where `target` wants it, and go there; the stack stays."""
        frame = self.labels[target.site]
        ends = target.site >= self.closing and target.arity == len(self.code.type.results)
        if frame.op is None or ends and frame.op is not o.LOOP:
            self.leave(self._carried(target, extra))
            return
        self.carry(target, extra)
        self.go(frame)

    def _carried(self, target: Target, extra: list[str]) -> list[str]:
        n = target.arity - len(extra)
        height = len(self.stack)
        return [operand.text for operand in self.stack[height - n : height]] + extra

    def carry(self, target: Target, extra: list[str]) -> None:
        """Move operands, and then `extra`, to the slots where `target` wants them."""
        slots = [f"s{target.height + k}" for k in range(target.arity)]
        carried = self._carried(target, extra)
        moves = [(s, text) for s, text in zip(slots, carried, strict=True) if s != text]
        if moves:
            left, right = ", ".join(s for s, _ in moves), ", ".join(f"({t})" for _, t in moves)
            self.line(f"{left} = {right}")

    def go(self, frame: Frame) -> None:
        """Leave or repeat the loop of `frame`."""
        if frame.level == self.level:
            self.line("continue" if frame.op is o.LOOP else "break")
            return
        if self._follows(frame):
            self.line("break")
            return
        self.flags = True
        for inner in self.around:
            if inner.level > frame.level:
                inner.leaves.add(frame.level)
        self.line(f"br = {frame.level}")
        self.line("break")

    def _follows(self, frame: Frame) -> bool:
        """Whether nothing but ends is between the end of the innermost loop and that of `frame`."""
        inner = self.around[-1]
        if frame.op is o.LOOP:
            return False
        return all(op is o.END for op, _ in self.code.instrs[inner.end + 1 : frame.end])

    def leave(self, results: list[str]) -> None:
        """Return results: none, one, or a tuple."""
        match results:
            case []:
                self.line("return")
            case [one]:
                self.line(f"return {one}")
            case _:
                self.line(f"return ({', '.join(results)})")

    def go_back(self) -> None:
        n = len(self.code.type.results)
        self.settle(len(self.stack) - n)
        self.leave([operand.text for operand in self.stack[len(self.stack) - n :]] if n else [])
        self.live = False

    def br_table(self, i: int) -> None:
        """A branch by index."""
        targets = self.code.targets[i]
        assert not isinstance(targets, Target)
        if not self.stack[-1].atom:
            self.spill(len(self.stack) - 1)
        [index] = self.pop(1)
        self.flush_reads()
        self.choose(index.text, targets)
        self.live = False

    def choose(self, index: str, targets: Sequence[Target]) -> None:
        """Branch to the target that `index` selects, the last one if there are not so many."""
        self._search(index, self.runs(targets))

    def runs(self, targets: Sequence[Target]) -> list[tuple[int, Target]]:
        """The runs of equal targets: where each begins, and its target."""
        return [
            (k, target)
            for k, target in enumerate(targets)
            if k == 0 or target is not targets[k - 1] and target != targets[k - 1]
        ]

    def _search(self, index: str, firsts: list[tuple[int, Target]]) -> None:
        """A search by halves for the run of equal targets in which `index` is."""
        if len(firsts) == 1:
            self.branch(firsts[0][1], [])
            return
        middle = len(firsts) // 2
        self.line(f"if {index} < {firsts[middle][0]}:")
        self.indent += " "
        self._search(index, firsts[:middle])
        self.indent = self.indent[:-1]
        self._search(index, firsts[middle:])

    # Blocks

    def open(self, i: int, instr: Instr) -> None:
        op = instr.op
        end = self.plan.ends[i]
        loop = op is o.LOOP
        site = i + 1 if loop else end + 1
        condition = self.condition() if op is o.IF else ""
        self.spill_all()
        frame = Frame(op, site, i, end, below=len(self.stack), saved=self.level)
        self.frames.append(frame)
        self.labels[site] = frame
        if site in self.plan.branched:
            self.repeat(frame)
        else:
            frame.level = -1
            if i in self.paid:
                self.use_unit()
        if op is o.IF:
            self._deepen(f"if {condition}:")
        if op is o.TRY_TABLE:
            self._deepen("try:")
            self.line("pass")

    def condition(self) -> str:
        """The condition of an `if`, popped."""
        self.settle(len(self.stack) - 1)
        [c] = self.pop(1)
        return c.condition

    def repeat(self, frame: Frame) -> None:
        """From here on, `frame` is the innermost loop."""
        head = self.rounds() if frame.begin in self.paid else "while True:"
        self.loops += 1
        self.level = frame.level = self.loops
        self.around.append(frame)
        self._deepen(head)

    def rounds(self) -> str:
        """The head of a loop each round of which uses a unit."""
        return "for _ in units:" if self.counts else "while not late:"

    def use_unit(self, *, site: int | None = None) -> None:
        """Use a unit of the budget, if there is one, after all that may trap."""
        self.flush_reads()
        lines = ("for _ in units: break", STARVED) if self.counts else (LATE,)
        for line in lines:
            self.line(line, site=site)

    def _deepen(self, line: str) -> None:
        self.line(line)
        self.indent += " "

    def otherwise(self, i: int) -> None:
        """Begin another branch of the innermost block."""
        frame = self.frames[-1]
        self.fall(frame.end)
        self.indent = self.indent[:-1]
        self.line("else:")
        self.indent += " "
        self.line("pass")
        self.resume(frame.below)

    def resume(self, height: int) -> None:
        """What follows is reached with `height` operands, each in its slot; or not, if it is -1."""
        self.live = height >= 0
        if height > 0:
            self.slot(height - 1)
        self.spend(max(height, 0) >> LOOK)
        self.stack = self.slots[: max(height, 0)]

    def fall(self, end: int) -> None:
        """What falls through to the `end` of the block is in its slots, or returned."""
        if self.live and end >= self.closing:
            self.leave([operand.text for operand in self.stack])
        elif self.live:
            self.spill_all()
        self.line("pass")

    def finish(self) -> None:
        """The function's own end."""
        if self.live:
            self.leave([operand.text for operand in self.stack])
        else:
            self.line("pass")

    def end(self, i: int) -> None:
        """The end of the innermost block."""
        frame = self.frames.pop()
        self.fall(i)
        if frame.op is o.TRY_TABLE:
            self._handlers(frame)
        elif frame.op is o.IF:
            self.indent = self.indent[:-1]
        if frame.level > 0:
            self.line("break")
            self.indent = self.indent[:-1]
            if frame.begin in self.paid:
                self.line(STARVED, site=frame.begin)
            self.around.pop()
        del self.labels[frame.site]
        self.level = frame.saved
        if frame.level > 0:
            self._pass_on(frame)
        self.resume(self.code.heights[i + 1])

    def _pass_on(self, frame: Frame) -> None:
        """After a loop: branches that lead further out go on."""
        leaves = frame.leaves
        if not leaves:
            return
        self.line("if br:")
        if self.level in leaves:
            around = self.around[-1]
            go = "continue" if around.op is o.LOOP else "break"
            if len(leaves) == 1:
                self.line(f" br = 0; {go}")
                return
            self.line(f" if br == {self.level}: br = 0; {go}")
        self.line(" break")

    def _handlers(self, frame: Frame) -> None:
        """The clauses of a `try_table`, whose labels count from outside."""
        self.indent = self.indent[:-1]
        self.line("except UncaughtException as error:")
        self.indent += " "
        self.line("[exn] = error.args")
        if not self.clauses(self.code.handlers[frame.begin], frame.below):
            self.line("raise")
        self.indent = self.indent[:-1]

    def clauses(self, guard: Guard, below: int) -> bool:
        """What is done with an exception in `exn`; whether that is so with any."""
        stack, live = self.stack, self.live
        for handler in guard.handlers:
            target = handler.target
            self.resume(min(below, target.height))
            if handler.x is not None:
                self.names.add(f"tag{handler.x}")
                self.line(f"if exn.tag is tag{handler.x}:")
                self.indent += " "
            if handler.local is not None:
                self.line(f"l{handler.local} = exn")
            caught = handler.kind.endswith("_ref")
            extra = [f"exn.args[{k}]" for k in range(target.arity - caught)] + ["exn"] * caught
            self.branch(target, extra)
            if handler.x is None:
                break
            self.indent = self.indent[:-1]
        self.stack, self.live = stack, live
        return any(handler.x is None for handler in guard.handlers)


def _size(code: Code) -> int:
    """Instructions, and the labels of those that have several."""
    tables = (len(targets) for targets in code.targets.values() if not isinstance(targets, Target))
    return len(code.instrs) + 1 + sum(tables)
