"""Blocks and branches as loops of Python; see `structure`."""

from __future__ import annotations

from refwasm.compile.operands import Operand, variable
from refwasm.compile.rows import Rows
from refwasm.compile.structure import LEVELS, LOOPS, Beyond, Frame, block_ends, branched_to
from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import Instr
from refwasm.validation.code import Code, Target


class Blocks(Rows):
    """The open blocks of a body in translation; the first frame is the function's."""

    def __init__(self, code: Code, prefix: str):
        super().__init__(code, prefix)
        self.flags = False
        self.level = 0  # the number of the innermost loop
        self.loops = 0
        self.ends = block_ends(code)
        self.branched = branched_to(code)
        last = len(code.instrs) - 1
        self.frames = [Frame(None, last)]
        self.labels = {last: self.frames[0]}  # open blocks, by the site of their label
        self.around = [self.frames[0]]  # those that are loops of Python, innermost last
        self.nested = 0  # loops and handlers of Python

    def branch_if(self, condition: str, target: Target, extra: list[str]) -> None:
        """A branch to `target`, carrying operands and then `extra`."""
        if not condition:
            self._branch(target, extra)
            self.live = False
            return
        self.flush_reads()
        self.line(f"if {condition}:")
        self.indent += " "
        self._branch(target, extra)
        self.indent = self.indent[:-1]

    def flush_reads(self) -> None:
        """Nothing that traps may wait past a branch: spilling it happens before."""
        self.settle(len(self.stack))

    def _branch(self, target: Target, extra: list[str]) -> None:
        """Move what is carried to where `target` wants it, and go there; the stack stays."""
        frame = self.labels[target.site]
        n = target.arity - len(extra)
        height = len(self.stack)
        carried = [operand.text for operand in self.stack[height - n :]] if n else []
        carried += extra
        if frame.op is None:
            self.leave(carried)
            return
        slots = [f"s{target.height + k}" for k in range(target.arity)]
        moves = [(s, text) for s, text in zip(slots, carried, strict=True) if s != text]
        if moves:
            left, right = ", ".join(s for s, _ in moves), ", ".join(f"({t})" for _, t in moves)
            self.line(f"{left} = {right}")
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
        """A branch by index: a search among the distinct targets."""
        targets = self.code.targets[i]
        assert not isinstance(targets, Target)
        self.spill(len(self.stack) - 1)
        [index] = self.pop(1)
        self.flush_reads()
        *listed, default = targets
        groups: dict[Target, list[int]] = {}
        for k, target in enumerate(listed):
            groups.setdefault(target, []).append(k)
        groups.pop(default, None)
        self._search(index.text, sorted(groups.items(), key=lambda g: g[1][0]), default)
        self.live = False

    def _search(self, index: str, groups: list[tuple[Target, list[int]]], default: Target) -> None:
        for target, numbers in groups:
            span = numbers[-1] - numbers[0] + 1 == len(numbers)
            if len(numbers) == 1:
                test = f"{index} == {numbers[0]}"
            elif span:
                test = f"{numbers[0]} <= {index} <= {numbers[-1]}"
            else:
                test = f"{index} in {self.literal(frozenset(numbers))}"
            self.branch_if(test, target, [])
        self._branch(default, [])

    # Blocks

    def open(self, i: int, instr: Instr) -> None:
        op = instr.op
        end = self.ends[i]
        loop = op is o.LOOP
        site = i + 1 if loop else end + 1
        condition = ""
        if op is o.IF:
            self.settle(len(self.stack) - 1)
            [c] = self.pop(1)
            condition = c.condition
        self.spill_all()
        frame = Frame(op, site, i, end, below=len(self.stack), saved=self.level)
        self.frames.append(frame)
        self.labels[site] = frame
        if site in self.branched:
            self.loops += 1
            self.level = frame.level = self.loops
            self.around.append(frame)
            self.nested += 1
            self._deepen("while True:")
        else:
            frame.level = -1
        if op is o.IF:
            self._deepen(f"if {condition}:")
        if op is o.TRY_TABLE:
            self.nested += 1
            self._deepen("try:")
            self.line("pass")

    def _deepen(self, line: str) -> None:
        self.line(line)
        self.indent += " "
        if len(self.indent) > LEVELS or self.nested > LOOPS:
            raise Beyond("deeply nested blocks")

    def otherwise(self, i: int) -> None:
        frame = self.frames[-1]
        if frame.site < 0:
            return
        self._fall(frame)
        self.indent = self.indent[:-1]
        self.line("else:")
        self.indent += " "
        self.line("pass")
        self.stack = _slots(frame.below)
        self.live = True

    def _fall(self, frame: Frame) -> None:
        """What falls through to the end of the block is in its slots."""
        if self.live:
            self.spill_all()
        self.line("pass")

    def end(self, i: int) -> None:
        if i == len(self.code.instrs) - 1:
            if self.live:
                self.leave([operand.text for operand in self.stack])
            else:
                self.line("pass")
            return
        frame = self.frames[-1]
        if frame.site < 0:
            self.frames.pop()
            return
        self._fall(frame)
        if frame.op is o.TRY_TABLE:
            self._handlers(frame)
            self.nested -= 1
        elif frame.op is o.IF:
            self.indent = self.indent[:-1]
        if frame.level > 0:
            self.line("break")
            self.indent = self.indent[:-1]
            self.around.pop()
            self.nested -= 1
        del self.labels[frame.site]
        self.frames.pop()
        self.level = frame.saved
        if frame.level > 0:
            self._pass_on(frame)
        height = self.code.heights[i + 1]
        self.live = height >= 0
        self.stack = _slots(max(height, 0))

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
        guard = self.code.handlers[frame.begin]
        stack, live = self.stack, self.live
        self.indent = self.indent[:-1]
        self.line("except UncaughtException as error:")
        self.indent += " "
        self.line("exn = error.exception")
        for handler in guard.handlers:
            self.stack = _slots(min(frame.below, handler.target.height))
            caught = handler.kind.endswith("_ref")
            n = handler.target.arity - caught
            if handler.x is not None:
                self.names.add(f"tag{handler.x}")
                self.line(f"if exn.tag is tag{handler.x}:")
            else:
                self.line("if True:")
            self.indent += " "
            extra = [f"exn.args[{k}]" for k in range(n)] + ["exn"] * caught
            self._branch(handler.target, extra)
            self.indent = self.indent[:-1]
        self.line("raise")
        self.indent = self.indent[:-1]
        self.stack, self.live = stack, live


def _slots(n: int) -> list[Operand]:
    """Operands that are all in their slots, as they are where blocks begin."""
    return [variable(f"s{k}") for k in range(n)]
