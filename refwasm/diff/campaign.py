"""Many random modules on many engines, each beside refwasm's interpreter."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from refwasm.binary.encode_module import encode_module
from refwasm.diff.agree import agree, same_part
from refwasm.diff.compare import REFERENCE, Comparison, compare
from refwasm.diff.pipeline import Outcome, Pipeline, Trial, run_direct
from refwasm.diff.plan import commands, invocations
from refwasm.diff.sides import EXHAUSTION, UNSUPPORTED, show_part
from refwasm.engines.driver import DriverEngine
from refwasm.fuzz.chance import Chance
from refwasm.fuzz.module import Modules
from refwasm.generated import opcodes as o
from refwasm.script.commands import BinaryModule, Invoke, NumConst
from refwasm.script.engine import Broken, Engine
from refwasm.script.native import NativeEngine
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.instructions import Expr, Instr
from refwasm.syntax.modules import Export, Func, Kind, Module
from refwasm.syntax.types import I32

FUEL = "fuel"  # an export of random modules: a function that sets how many loops and calls are left
AMOUNTS = (3, 10, 30, 60)
BOUND = 20_000  # rounds and calls of one step, in case there is a module without an end
AHEAD = 4  # modules that refwasm is done with while an engine has not yet answered

Make: TypeAlias = Callable[[], Engine[Any, Any]]
Started: TypeAlias = Mapping[str, Future[Outcome]]  # on each engine


@dataclass(frozen=True, slots=True)
class Finding:
    """An engine and a module on which it differs from refwasm, or under which it broke.

    `what` says so in a line; `comparison` is what came of the same steps one by one.
    """

    trial: Trial
    label: str
    what: str
    comparison: Comparison


@dataclass(slots=True)
class Tally:
    """How many modules ran, calls were compared, and calls were unsupported, by engine."""

    modules: int = 0
    calls: int = 0
    exhausted: int = 0
    unsupported: dict[str, int] = field(default_factory=dict)


def trial(modules: Modules, seed: int) -> Trial:
    """Module `seed`, with calls of what it exports; before each its fuel is set."""
    module = modules.module(seed)
    chance = Chance(seed)
    calls: list[Invoke] = []
    for call in invocations(module, seed):
        amount = NumConst(I32, chance.pick(AMOUNTS))
        calls += [Invoke(None, FUEL, (amount,)), call]
    fuelled = with_fuel(module)
    return Trial(seed, fuelled, encode_module(fuelled), calls)


def with_fuel(module: Module) -> Module:
    """The random `module` with one more function, of the type that its first has, from i32 to i32."""
    code = [Instr(o.LOCAL_GET, (0,)), Instr(o.GLOBAL_SET, (0,)), Instr(o.LOCAL_GET, (0,))]
    setter = Func(module.funcs[0].type, (), Expr([*code, Instr(o.END, ())]))
    return replace(
        module,
        funcs=(*module.funcs, setter),
        exports=(*module.exports, Export(FUEL, Kind.FUNC, len(module.funcs))),
    )


class Runner:
    """An engine for one trial after the other, in a thread of its own; a new one if it breaks.

    A new one may be ended before it answers, as any may. If the next does not start either, none will.
    """

    def __init__(self, make: Make):
        self._make = make
        self._pipeline: Pipeline | None = None
        self._started: bool | None = None  # the last one; None: there was none
        self._thread = ThreadPoolExecutor(1)

    def start(self, trial: Trial) -> Future[Outcome]:
        """The outcome, as soon as it is there; that may raise Broken."""
        return self._thread.submit(self._run, trial)

    def _run(self, trial: Trial) -> Outcome:
        if self._pipeline is None:
            engine = self._make()
            if not isinstance(engine, DriverEngine):
                try:
                    return run_direct(trial, engine)
                finally:
                    engine.close()
            self._pipeline = Pipeline(engine)
        try:
            outcome = self._pipeline.run(trial)
        except Broken as e:
            self._pipeline.engine.close()
            self._pipeline = None
            before, self._started = self._started, e.started
            if e.started:
                raise
            if before:
                raise Broken(f"a new process did not answer: {e}") from e
            more = "" if before is None else " any more"
            raise Broken(f"does not start{more}: {e}", started=False) from e
        self._started = True
        return outcome

    def close(self) -> None:
        """End the process."""
        self._thread.shutdown(cancel_futures=True)
        if self._pipeline is not None:
            self._pipeline.engine.close()


def campaign(
    trials: Iterable[Trial], engines: Mapping[str, Make], tally: Tally, *, features: Features
) -> Iterator[Finding]:
    """What is found by running `trials` on `engines` and on refwasm; `tally` is kept meanwhile.

    The engines work while refwasm does, up to `AHEAD` modules behind it. Raises Broken if one does not
    even start, or start again.
    """
    # Whatever is valid without a feature means the same with it.
    native = DEFAULT if features.edition == DEFAULT.edition else features
    with ExitStack() as stack:
        runners = {label: Runner(make) for label, make in engines.items()}
        for runner in runners.values():
            stack.callback(runner.close)

        def judged(trial: Trial, started: Started, expected: Outcome) -> Iterator[Finding]:
            tally.modules += 1
            for label, future in started.items():
                try:
                    what = difference(trial, expected, future.result(), label, tally)
                except Broken as e:
                    if not e.started:
                        raise Broken(f"{label} {e}", started=False) from e
                    what = f"{label}: {e}"
                if what:
                    yield found(trial, label, what, engines[label], features)

        pending: deque[tuple[Trial, Started, Outcome]] = deque()
        for trial in trials:
            started = {label: runner.start(trial) for label, runner in runners.items()}
            expected = run_direct(trial, NativeEngine(fuel=BOUND, features=native))
            pending.append((trial, started, expected))
            if len(pending) > AHEAD:
                yield from judged(*pending.popleft())
        for last in pending:
            yield from judged(*last)


def difference(trial: Trial, expected: Outcome, outcome: Outcome, label: str, tally: Tally) -> str:
    """What is different in `outcome`, in a line; empty if nothing is."""
    steps = ("the module", *trial.calls)
    for step, a, b in zip(steps, expected.said, outcome.said, strict=False):
        if EXHAUSTION in (a.kind, b.kind):
            tally.exhausted += 1
            return ""
        if b.kind == UNSUPPORTED:
            tally.unsupported[label] = tally.unsupported.get(label, 0) + 1
            return ""
        if not agree(a, b):
            name = step.name if isinstance(step, Invoke) else step
            return f"{name}: {a} by {REFERENCE}, {b} by {label}"
        tally.calls += isinstance(step, Invoke) and step.name != FUEL
    for item, part in expected.state.items():
        other = outcome.state.get(item)
        if not same_part(part, other):
            assert part is not None and other is not None
            return f"{item}: {show_part(part)} by {REFERENCE}, {show_part(other)} by {label}"
    return ""


def found(trial: Trial, label: str, what: str, make: Make, features: Features) -> Finding:
    """The finding `what`, with the steps one by one on a new engine."""
    steps = commands(BinaryModule(trial.binary), trial.calls)
    comparison = compare(steps, {REFERENCE: None, label: make()}, fuel=BOUND, features=features)
    return Finding(trial, label, what, comparison)


def seeds(modules: Modules, first: int, count: int) -> Iterator[Trial]:
    """`count` trials from the seed `first` on."""
    for seed in range(first, first + count):
        yield trial(modules, seed)
