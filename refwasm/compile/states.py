"""Blocks and branches as states, where loops of Python would nest too deeply.

The body is one loop, `at` the number of the state that runs. A search by halves finds its text; the
texts are in the order of the instructions, and one that falls through to the next only has to set `at`:

    while True:
     if at < 2:
      if at < 1:
       ...                  # state 0
       at = 1
      at = 3; continue      # state 1 branches to state 3
     ...

Handlers of exceptions are states, too: a table tells for each state the one that handles what is
thrown in it, or -1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refwasm.compile.blocks import STARVED
from refwasm.compile.cases import Cases
from refwasm.compile.limits import Limits
from refwasm.compile.structure import Frame, Rest
from refwasm.generated import opcodes as o
from refwasm.runtime.meter import BEGINNING, Paying
from refwasm.syntax.instructions import Instr
from refwasm.validation.code import Code, Guard, Target


class States(Cases):
    """A body in translation, of whose blocks the plan makes some states."""

    def __init__(
        self, code: Code, prefix: str, limits: Limits, paying: Paying | None, rest: Rest | None
    ):
        super().__init__(code, prefix, limits, paying, rest)
        self.starts: list[int] = []  # the number of the first line of each state
        self.falls: list[bool] = []  # whether a state goes on to the next
        self.scopes: list[int] = []  # the state that handles exceptions of each
        self.scope = -1
        self._guarded: list[tuple[int, Frame, int]] = []  # where each ends, its block, scope around
        self._catching: list[tuple[list[str], list[int]]] = []  # lines and sites of handlers
        self.out = Target(
            self.last, len(code.type.results), 0
        )  # of a branch to the function's label
        self.machine = Frame(o.LOOP, -1, level=1)
        self._alone = len(self.plan.states) == 1  # of states, the one in which the body begins
        if self.plan.states:
            self.loops = self.level = 1
            self.around.append(self.machine)

    def begin_state(self, i: int) -> None:
        """The state at site `i` begins."""
        if self.starts:
            if self.live:
                self.spill_all()
            self.falls.append(self.live)
        self.starts.append(len(self.lines))
        self.scopes.append(self.scope)
        height = len(self.code.type.results) if i == self.last else self.code.heights[i]
        self.resume(height)
        if self.rest is not None and i == self.rest.back:
            registers = "".join(f"{name}, " for name in self.registers(i))
            self.line(f"return Tail(({self._prefix}_back, ({registers})))")
        if i - 1 in self.plan.blocks and i - 1 in self.paid:
            self.use_unit(site=i - 1)
        if i == 0 and BEGINNING in self.paid and not self._alone:
            self.use_unit(site=0)

    def registers(self, i: int) -> list[str]:
        """The locals, and the operands before site `i`."""
        code = self.code
        n = len(code.type.params) + sum(count for count, _ in code.locals)
        return [f"l{k}" for k in range(n)] + [f"s{k}" for k in range(code.heights[i])]

    def branch(self, target: Target, extra: list[str]) -> None:
        """Move what is carried to where `target` wants it, and go there; the stack stays."""
        state = self.plan.state(target.site)
        if state is None or target == self.out:
            super().branch(target, extra)
            return
        self.carry(target, extra)
        self.line(f"at = {state}")
        self.go(self.machine)

    def choose(self, index: str, targets: Sequence[Target]) -> None:
        """Branch to the target that `index` selects; by a table, if nothing is carried."""
        states = [self.plan.state(target.site) for target in targets]
        if None in states or any(target.arity for target in targets):
            super().choose(index, targets)
            return
        *listed, default = states
        table = self.literal(tuple(listed))
        self.line(f"at = {table}[{index}] if {index} < {len(listed)} else {default}")
        self.go(self.machine)

    # Blocks

    def open(self, i: int, instr: Instr) -> None:
        if i not in self.plan.blocks:
            super().open(i, instr)
            return
        condition = self.condition() if instr.op is o.IF else ""
        self.spill_all()
        frame = Frame(instr.op, -1, i, self.plan.ends[i], below=len(self.stack), scope=self.scope)
        self.frames.append(frame)
        if condition:
            [target] = self._targets(i)
            self.branch_if(f"not ({condition})", target, [])
        if i in self.paid and i + 1 not in self.plan.states:
            self.use_unit()
        guard = self.code.handlers.get(i)
        if guard is not None:
            self._guarded.append((guard.end, frame, self.scope))
            self._guard(guard, frame)
            frame.scope = self.scope

    def otherwise(self, i: int) -> None:
        """Begin another branch of the innermost block."""
        frame = self.frames[-1]
        if frame.begin not in self.plan.blocks:
            super().otherwise(i)
            return
        if self.live:
            self.spill_all()
            [target] = self._targets(i)
            self.branch(target, [])
            self.live = False
        self._leave_guard(i)

    def end(self, i: int) -> None:
        """The end of the innermost block."""
        if self.frames[-1].begin not in self.plan.blocks:
            super().end(i)
            return
        self.frames.pop()
        self._leave_guard(i)
        if not self.live and i + 1 not in self.plan.states:
            self.resume(self.code.heights[i + 1])
            self.live = False

    def _targets(self, i: int) -> tuple[Target, ...]:
        targets = self.code.targets[i]
        return (targets,) if isinstance(targets, Target) else targets

    # Exceptions

    def _guard(self, guard: Guard, frame: Frame) -> None:
        """From here on, `guard` has its handlers."""
        if guard.delegate is not None:
            outer = next(f for f in reversed(self.frames) if f.begin == guard.delegate)
            self.scope = outer.scope
        elif guard.handlers:
            around = self.scope
            lines, sites = self.lines, self.sites
            self.lines, self.sites = [], []
            if not self.clauses(guard, frame.below):
                self.line("raise caught" if around < 0 else f"at = {around}")
                if around >= 0:
                    self.go(self.machine)
            self.scope = len(self.plan.states) + len(self._catching)
            self._catching.append((self.lines, self.sites))
            self.lines, self.sites = lines, sites

    def _leave_guard(self, i: int) -> None:
        """Where a guard ends at `i`, the handlers around it have their turn again."""
        while self._guarded and self._guarded[-1][0] == i:
            _, frame, around = self._guarded.pop()
            self.scope = frame.scope = around

    # The whole

    def assemble(self) -> tuple[list[str], list[int]]:
        """All lines and their sites."""
        if not self.plan.states:
            return self.lines, self.sites
        self.falls.append(False)
        for lines, sites in self._catching:
            self.starts.append(len(self.lines))
            self.falls.append(False)
            self.scopes.append(-1)
            self.lines += lines
            self.sites += sites
        self.starts.append(len(self.lines))
        head = [f"  at = {self.plan.states[self.plan.entry]}", "  while True:"]
        foot: list[tuple[str, int]] = []
        indent = " "
        if self._catching:
            scopes = self.literal(tuple(self.scopes))
            head += ["   try:", "    while True:"]
            indent = "   "
            foot = [
                ("   except UncaughtException as error:", -1),
                (f"    at = {scopes}[at]", -1),
                ("    if at < 0: raise", -1),
                ("    caught, [exn] = error, error.args", -1),
            ]
        elif self._alone and BEGINNING in self.paid:
            head[-1] = f"  {self.rounds()}"
            foot = [(f"  {STARVED}", 0)]
        pairs = [
            *((line, -1) for line in head),
            *self._search_state(0, len(self.falls), indent),
            *foot,
        ]
        return [line for line, _ in pairs], [site for _, site in pairs]

    def _search_state(self, low: int, high: int, indent: str) -> Iterator[tuple[str, int]]:
        """The lines that run the states from `low` to before `high`, from state `at` on."""
        if high - low == 1:
            for k in range(self.starts[low], self.starts[high]):
                yield indent + self.lines[k], self.sites[k]
            return
        middle = (low + high) // 2
        yield f"{indent}  if at < {middle}:", -1
        yield from self._search_state(low, middle, indent + " ")
        yield f"{indent}   {f'at = {middle}' if self.falls[middle - 1] else 'pass'}", -1
        yield from self._search_state(middle, high, indent)
