"""From `Code` to basic blocks: one pass over the instructions that can be reached.

Registers of a frame: parameters and locals, then operands by their height, then constants. An
operand has a register of its own, where it is at every label. Within a block it may be *elsewhere*:
what `local.get` or a constant pushes stays where it came from until somebody needs it to move.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from operator import itemgetter
from typing import NamedTuple

from refwasm.errors import Exhaustion
from refwasm.generated import opcodes as o
from refwasm.generated.interpreter import FORMS, local_get, return_
from refwasm.interpret.blocks import (
    Block,
    Catch,
    End,
    Form,
    Prepared,
    Registers,
    Scope,
    State,
    Static,
    Step,
)
from refwasm.interpret.control import EXHAUSTED
from refwasm.interpret.moves import goto, move, nothing, put, spend
from refwasm.runtime.instances import ModuleInst
from refwasm.runtime.meter import BEGINNING, ROUNDS, Paying
from refwasm.runtime.values import Value
from refwasm.syntax.instructions import Instr
from refwasm.syntax.types import F32, F64, RefType, ValType
from refwasm.validation.code import Code, Guard, Target

# Registers that all frames may have together, if all were as large as the one that is entered.
REGISTERS = 1 << 22
ELSEWHERE = 16  # operands of a block that may be elsewhere at once
CONSTANTS = 256  # registers for constants: each call copies them
LOCAL_GET = o.LOCAL_GET
SETS = frozenset((o.LOCAL_SET, o.LOCAL_TEE))


def prepare(
    state: State,
    code: Code,
    module: ModuleInst,
    max_depth: int,
    watch: Callable[[Block], None] | None,
    paying: Paying | None = None,
    way: Callable[[Block], Block] | None = None,
    *,
    plain: bool = False,
) -> Prepared:
    """`code` as blocks that run on the machine of `state`; `watch` is told of each block.

    With `paying`, calls and rounds of loops use units. With `way`, execution goes to a block by what
    it gives for it. With `plain`, each instruction has a step or ends a block, and operands are nowhere but
    in their own registers when it runs.

    Raises Exhaustion if its frame is too large.
    """
    locals_ = len(code.type.params) + sum([n for n, _ in code.locals])
    size = locals_ + code.max_height + CONSTANTS
    if size > REGISTERS:
        raise Exhaustion(EXHAUSTED)
    body = _Body(state, code, module, locals_, watch, paying, way, plain)
    entry = body.blocks()
    blank: Registers = []
    for count, t in code.locals:
        blank += [_default(t)] * count
    blank += [None] * code.max_height + body.constants
    depth = min(max_depth, REGISTERS // size)
    outside = Block(state, code)
    return Prepared(state, entry, outside, blank, depth, len(code.type.results))


def _default(t: ValType) -> Value:
    """What a local of type `t` holds before it is set."""
    return None if isinstance(t, RefType) else 0.0 if t in (F32, F64) else 0


def constant(form: Form, instr: Instr, statics: tuple[Static, ...], module: ModuleInst) -> Value:
    """What `instr` pushes, which is the same at each run."""
    assert form.value is not None
    extra = (module,) if form.module else ()
    return form.value(*instr.args, *statics, *extra)


def _local(instr: Instr) -> int:
    """The register of the local that `instr` names."""
    x = instr.args[0]
    assert isinstance(x, int)
    return x


class Guarded(NamedTuple):
    """Instructions after the one at `site`, up to `end`, that have a scope other than `around`."""

    site: int
    end: int
    around: Scope | None


class _Body:
    """A body in the making; `here` is the block that grows, None where nothing can be reached."""

    def __init__(
        self,
        state: State,
        code: Code,
        module: ModuleInst,
        base: int,
        watch: Callable[[Block], None] | None,
        paying: Paying | None,
        way: Callable[[Block], Block] | None,
        plain: bool,
    ):
        self.state = state
        self.code = code
        self.instrs = code.instrs
        self.heights = code.heights
        self.statics = code.statics
        self.module = module
        self.watch = watch
        self.paying = paying
        self.way = way
        self.plain = plain
        self.most_elsewhere = 0 if plain else ELSEWHERE
        self.most_constants = 0 if plain else CONSTANTS
        self.last = len(code.instrs) - 1  # the site of the final `end`
        self.base = base  # the register of the first operand
        self.constants: list[Value] = []
        self._constant_registers: dict[tuple[Instr, tuple[Static, ...]], int] = {}
        self._blocks: dict[int, Block] = {}
        self._ways: dict[int, Block] = {}  # where execution goes to reach them
        self._edges: dict[tuple[Target, int], Block] = {}
        self._scopes: list[Guarded] = []
        self._scope: Scope | None = None
        self._here: Block | None = None
        self._steps: list[Step] = []
        self._sites: list[int] = []
        self._elsewhere: dict[int, int] = {}  # registers of operands that are not in their own
        self._folded = -1  # the site of a `local.set` or `local.tee` that was done already

    def blocks(self) -> Block:
        """The block in which the body begins."""
        entry = self._at(0)
        blocks, scopes, instruction = self._blocks, self._scopes, self._instruction
        for i, instr in enumerate(self.code.instrs):
            if i in blocks:
                self._begin(i)
            here = self._here
            if here is not None:
                instruction(here, i, instr)
            while scopes and scopes[-1].end == i:
                self._scope = scopes.pop().around
                if self._here is not None:
                    self._at(i + 1)
        return entry

    def _at(self, site: int) -> Block:
        """The block by which the one that begins at `site` is reached, mostly itself."""
        found = self._ways.get(site)
        if found is None:
            found = block = self._blocks[site] = Block(self.state, self.code, site)
            if self.way is not None:
                found = self.way(block)
            self._ways[site] = found
        return found

    def _begin(self, i: int) -> None:
        """From here on, instructions belong to the block that begins at `i`."""
        if self._here is not None:
            self._settle(i)
            self._close(self._here, i, goto(self._ways[i]))
        self._here = self._blocks[i]
        self._here.scope = self._scope
        self._elsewhere.clear()
        if self.paying is not None and i - 1 in self.paying.sites:
            self._here.paid = i - 1 == BEGINNING or self.instrs[i - 1].op is o.LOOP
            if i - 1 in self.paying.short:
                self._repeat(self._here, self.paying.short[i - 1])

    def _repeat(self, here: Block, last: int) -> None:
        """Have `here`, where a short loop begins, go on from `last` with rounds that use no unit."""
        first = here.first
        for _ in range(ROUNDS - 1):
            following = self._here = Block(self.state, self.code, first, scope=self._scope)
            for i in range(first, last + 1):
                if i > first and i in self._blocks:
                    self._begin(i)
                assert self._here is not None, "all of it can be reached"
                self._instruction(self._here, i, self.instrs[i])
            for i in range(first + 1, last + 1):
                self._blocks.pop(i, None)
                self._ways.pop(i, None)
            self._ways[first] = following
        self._here = here

    def _close(self, here: Block, stop: int, end: End) -> None:
        here.stop = stop
        here.steps, here.sites, here.end = tuple(self._steps), tuple(self._sites), end
        self._steps.clear()
        self._sites.clear()
        self._here = None
        if self.watch is not None:
            self.watch(here)

    def _instruction(self, here: Block, i: int, instr: Instr) -> None:
        op = instr.op
        height = self.heights[i]
        if self.paying is not None and i in self.paying.sites and op is not o.LOOP:
            self._emit(i, spend(self.paying.meter))
        if op is LOCAL_GET and len(self._elsewhere) < self.most_elsewhere:
            self._elsewhere[height] = _local(instr)
            return
        form = FORMS[op]
        if i == self.last:
            self._leave(here, i)
        elif i == self._folded:
            if op is o.LOCAL_TEE:
                self._elsewhere[height - 1] = _local(instr)
        elif form.step is not None:
            self._step(form.step, form, i, instr)
        elif form.value is not None:
            self._constant(i, instr, form, height)
        elif form.end is not None:
            self._end(here, form.end, form, i, instr)
        else:
            self._pop(form.operands, height)
            if self.plain:
                self._emit(i, nothing)
            guard = self.code.handlers.get(i)
            if guard is not None:
                self._guard(i, guard)
            if guard is not None or op is o.LOOP:
                self._at(i + 1)

    def _emit(self, i: int, step: Step) -> None:
        self._steps.append(step)
        self._sites.append(i)

    def _pop(self, n: int, height: int) -> list[int | slice]:
        """The registers of the top `n` operands, bottom to top."""
        base, pop = self.base, self._elsewhere.pop
        if n == 0:
            return []
        if n == 1:
            return [pop(height - 1, base + height - 1)]
        if n == 2:
            return [pop(height - 2, base + height - 2), pop(height - 1, base + height - 1)]
        return [pop(k, base + k) for k in range(height - n, height)]

    def _settle(self, i: int, local: int | None = None) -> None:
        """Move operands to their own registers: all, or those in the register `local`."""
        elsewhere = self._elsewhere
        if local is not None and local not in elsewhere.values():
            return
        for k, register in list(elsewhere.items()):
            if local is None or register == local:
                self._emit(i, local_get(self.base + k, register))
                del elsewhere[k]

    def _constant(self, i: int, instr: Instr, form: Form, height: int) -> None:
        """Push what is the same at each run: it has a register, or is put where it belongs."""
        statics = self.statics.get(i, ())
        register = self._constant_registers.get((instr, statics))
        if register is None:
            value = constant(form, instr, statics, self.module)
            if len(self.constants) == self.most_constants:
                self._emit(i, put(self.base + height, value))
                return
            register = self.base + self.code.max_height + len(self.constants)
            self._constant_registers[instr, statics] = register
            self.constants.append(value)
        if len(self._elsewhere) < self.most_elsewhere:
            self._elsewhere[height] = register
        else:
            self._emit(i, local_get(self.base + height, register))

    def _operands(self, i: int, form: Form) -> tuple[int, list[int | slice], tuple[Static, ...]]:
        """What is popped: the height below, registers for a maker; and the statics for it."""
        height = self.heights[i]
        statics = self.statics.get(i, ())
        registers = self._pop(form.operands, height)
        height -= form.operands
        if form.length >= 0:
            n = statics[form.length]
            assert isinstance(n, int)
            statics = statics[: form.length]
            self._settle(i)
            registers.insert(0, slice(self.base + height - n, self.base + height))
            height -= n
        if form.target:
            registers.insert(0, self.base + height)
        return height, registers, statics

    def _step(self, make: Callable[..., Step], form: Form, i: int, instr: Instr) -> None:
        _, registers, statics = self._operands(i, form)
        if form.target:
            ahead = self.instrs[i + 1]
            if ahead.op in SETS and i + 1 not in self._blocks and not self.plain:
                self._folded = i + 1  # the local is set to what is pushed here
                x = registers[0] = _local(ahead)
                self._settle(i, x)
        if instr.op in SETS:
            self._settle(i, _local(instr))
        extra = (*statics, self.module) if form.module else statics
        self._steps.append(make(*registers, *instr.args, *extra))
        self._sites.append(i)

    def _end(self, here: Block, make: Callable[..., End], form: Form, i: int, instr: Instr) -> None:
        """The instruction ends the block."""
        height, registers, statics = self._operands(i, form)
        self._settle(i)
        top = height + form.carried
        args = self._labels(here, i, instr, top, form.skips)
        here.target = self.base + height
        here.count = len(self.code.type.results)
        here.source = self.base + height - here.count
        if form.onward:
            here.after = self._at(i + 1)
        if form.tail:
            here.scope = None
        extra = (self.module,) if form.module else ()
        self._close(here, i + 1, make(*registers, *args, *statics, *extra, here))

    def _labels(self, here: Block, i: int, instr: Instr, top: int, skips: bool) -> list[object]:
        """The immediates, with blocks for labels; what `skips` has a target without one."""
        targets = self.code.targets.get(i)
        args: list[object] = [*instr.args]
        if targets is None:
            return args
        if isinstance(targets, Target):
            if skips:
                here.skip = self._edge(targets, top)
            else:
                args[0] = self._edge(targets, top)
            return args
        edges = [self._edge(target, top) for target in targets]
        return [tuple(edges[:-1]), edges[-1]]

    def _edge(self, target: Target, top: int) -> Block:
        """A block that carries operands from below height `top` to where `target` wants them."""
        site, arity, height = target
        source = top - arity
        there = self._at(site)
        if arity == 0 or source == height:
            return there
        edge = self._edges.get((target, top))
        if edge is None:
            edge = self._edges[target, top] = Block(self.state, self.code)
            edge.steps = (move(self.base + source, self.base + height, arity),)
            edge.end = goto(there)
        return edge

    def _leave(self, here: Block, i: int) -> None:
        """The function ends here: only its results are on the stack."""
        here.count = len(self.code.type.results)
        here.source = self.base
        if here.count == 1:
            here.source = self._elsewhere.pop(0, self.base)
        else:
            self._settle(i)
        self._close(here, i + 1, return_(here))

    def _guard(self, i: int, guard: Guard) -> None:
        """What begins at `i` has a scope of its own, or that of another block."""
        outer = self._scope if guard.delegate is None else self._scope_in(guard.delegate)
        self._scopes.append(Guarded(i, guard.end, self._scope))
        catches = []
        for kind, tag, target, local in guard.handlers:
            edge = self._edge(target, target.height + target.arity)
            if local is not None and self.watch is not None:
                edge = self._watched(target.site - 1, edge)
            found = None if tag is None else self.module.tags[tag]
            reference = kind.endswith("_ref")
            catches.append(Catch(found, reference, self.base + target.height, edge, local))
        self._scope = Scope(tuple(catches), outer) if catches else outer

    def _watched(self, site: int, then: Block) -> Block:
        """A block in which the instruction at `site` is seen to run, which goes on to `then`."""
        block = Block(self.state, self.code, site, site + 1, end=goto(then))
        assert self.watch is not None
        self.watch(block)
        return block

    def _scope_in(self, site: int) -> Scope | None:
        """The scope in which the block that begins at `site`, and is still open, has its body."""
        inside = bisect_right(self._scopes, site, key=itemgetter(0))
        return self._scope if inside == len(self._scopes) else self._scopes[inside].around
