"""The reference tier: a machine of explicit frames that runs basic blocks.

Neither calls nor blocks of WebAssembly use Python's stack; only a host function that calls back does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from refwasm.errors import Exhaustion, UncaughtException, WasmError
from refwasm.generated.interpreter import FORMS
from refwasm.interpret.blocks import Block, Prepared, Registers, State
from refwasm.interpret.control import CROSSINGS, EXHAUSTED, catch, cross, prepared
from refwasm.interpret.prepare import constant, prepare
from refwasm.interpret.trace import Executed, Trace
from refwasm.interpret.watch import Watch
from refwasm.runtime.functions import call_host
from refwasm.runtime.instances import FuncInst, HostFunc, ModuleInst, WasmFunc
from refwasm.runtime.meter import UNMETERED, Meter, metered
from refwasm.runtime.room import ROOM
from refwasm.runtime.values import Value
from refwasm.validation.code import Code

MAX_DEPTH = 20_000  # frames
THROUGH = 10 * CROSSINGS  # what calls of the host's functions within each other take, in calls


class Interpreter:
    """A tier that executes each instruction by its row's function.

    At most `max_depth` calls are active at once, and an invocation has `fuel` units and `deadline`
    seconds (see `runtime/meter.py`). With `trace`, `executed` tells what ran; with `history`, `last`
    tells it in order, for about as many blocks. With `steps`, `watched` has as many of the last instructions
    with what they took and gave. A tier for which this one works gives it its own `state`.
    """

    def __init__(
        self,
        *,
        max_depth: int = MAX_DEPTH,
        fuel: int | None = None,
        deadline: float | None = None,
        trace: bool = False,
        history: int = 0,
        steps: int = 0,
        state: State | None = None,
    ):
        self.max_depth = max_depth
        self.meter = metered(fuel, deadline)
        self.trace = Trace(history) if trace or history else None
        self.watched = Watch(steps) if steps else None
        self.state = state or State(self._prepare_function, around=self._around)

    def invoke(self, func: FuncInst, args: Sequence[Value]) -> list[Value]:
        """The results of `func`, whose arguments have the types of its parameters.

        Raises Trap, UncaughtException, Exhaustion; the machine can be used again after any of them.
        Spec: exec-invocation
        """
        limit = ROOM.enter(THROUGH)
        try:
            with self.meter or UNMETERED:
                if isinstance(func, HostFunc):
                    return cross(self.state, func, args)
                return self._enter(prepared(self.state, func), args)
        finally:
            ROOM.leave(limit)

    def _around(self, func: HostFunc, args: Sequence[Value]) -> list[Value]:
        """The results of the host function `func`, which has the usual room for its own recursion."""
        through = self.state.crossings
        return ROOM.host(partial(call_host, func, args), through, through)

    def evaluate(self, code: Code, module: ModuleInst) -> Value:
        """The value of a constant expression of `module`.  Spec: exec-expr"""
        if self.trace is None and self.watched is None and len(code.instrs) == 2:
            instr = code.instrs[0]
            form = FORMS[instr.op]
            if form.value is not None:  # no need of a frame
                return constant(form, instr, code.statics.get(0, ()), module)
        body = self.prepare(code, module)
        return self._enter(body, ())[0]

    def ran(self, key: str) -> None:
        """Instantiation ran an instruction itself."""
        if self.trace:
            self.trace.ran(key)

    def executed(self) -> tuple[str, ...]:
        """The keys of the rows that ran since the last call; none unless tracing."""
        return self.trace.fetch() if self.trace else ()

    def last(self, n: int) -> list[Executed]:
        """The last `n` instructions that ran, oldest first, as far as `history` goes."""
        return self.trace.last(n) if self.trace else []

    def _prepare_function(self, func: WasmFunc) -> Prepared:
        return self.prepare(func.code, func.module, x=func.index)

    def prepare(
        self,
        code: Code,
        module: ModuleInst,
        way: Callable[[Block], Block] | None = None,
        *,
        x: int | None = None,
    ) -> Prepared:
        """What `code` becomes, of the function with index `x`, or a constant expression's.

        A block is reached by what `way` gives for it.
        """
        watch = self.trace.watch if self.trace else None
        if self.watched:
            watch = partial(self.watched.watch, module)
        paying = self.meter.paying(code, x) if self.meter and x is not None else None
        plain = self.watched is not None
        return prepare(self.state, code, module, self.max_depth, watch, paying, way, plain=plain)

    def _enter(self, body: Prepared, args: Sequence[Value]) -> list[Value]:
        """Run `body` above the frames that are there."""
        frames = self.state.frames
        base = len(frames)
        if base >= body.depth:
            raise Exhaustion(EXHAUSTED)
        results: Registers = [None] * body.results
        try:
            frames.append((body.outside, results))
            self._run(body.entry, [*args, *body.blank], base)
        except RecursionError:
            raise Exhaustion(EXHAUSTED) from None
        finally:
            del frames[base:]
        return results

    def _run(self, entry: Block, registers: Registers, base: int) -> None:
        """Run blocks until the frame above `base` has returned.

        `doing` is the step or the end of `block` that runs, so that an error finds its place.
        """
        state, meter = self.state, self.meter
        block, R = entry, registers
        doing: Callable[[Registers], Block | None] = entry.end
        while True:
            try:
                while True:
                    if block.paid and meter is not None:
                        for _ in meter.units:
                            break
                        else:
                            raise self._starved(meter, block)
                    for doing in block.steps:
                        doing(R)
                    doing = block.end
                    there = doing(R)
                    if there is None:
                        there, R = state.block, state.registers
                        if there is None:
                            return
                    block = there
            except UncaughtException as thrown:
                self._locate(thrown, block, doing, base)
                block, R = catch(state, thrown, block, R, base)
            except WasmError as error:
                self._locate(error, block, doing, base)
                raise
            except Exception:
                if self.trace:
                    self.trace.stopped(block, self._site(block, doing))
                raise

    def _starved(self, meter: Meter, block: Block) -> Exhaustion:
        """What is raised where `block`, the body of a loop or of a function, is not to begin."""
        error = meter.starved()
        site = max(block.first - 1, 0)
        error.instruction = block.code.instrs[site].op.name
        error.offset = block.code.positions[site] if block.code.positions else None
        return error

    def _locate(
        self, error: WasmError, block: Block, doing: Callable[[Registers], Block | None], base: int
    ) -> None:
        """Tell the error where it arose, and the trace how far the block got.

        What arises in a function that is another tier's, or took the place of a frame, arises where that was
        called.
        """
        site = self._site(block, doing)
        if self.trace and doing in block.steps:
            self.trace.stopped(block, site)
        frames = self.state.frames
        if site < 0 and len(frames) > base:
            block = frames[-1][0]
            site = block.stop - 1
        if error.instruction is None and site >= 0:
            error.instruction = block.code.instrs[site].op.name
            error.offset = block.code.positions[site] if block.code.positions else None

    @staticmethod
    def _site(block: Block, doing: Callable[[Registers], Block | None]) -> int:
        """The site of the instruction of `block` that runs."""
        if doing in block.steps:
            return block.sites[block.steps.index(doing)]
        return block.stop - 1
