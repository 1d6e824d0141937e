"""The table of random modules: engines whose process stays, and a process for each module."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from benchmarks.measure import CommandError, run_python, timed
from benchmarks.model import Figure, Table, highest, ratio
from refwasm.cli.diff_random import shared
from refwasm.diff.campaign import Runner, seeds
from refwasm.diff.pipeline import Trial
from refwasm.engines.adapter import Absent, Adapter, AdapterError, load
from refwasm.engines.make import make_engine
from refwasm.fuzz.module import Modules
from refwasm.fuzz.options import Options
from refwasm.script.engine import Broken
from refwasm.syntax.features import DEFAULT, Features

ENGINES = ("wasmtime", "node")
MODULES, SINGLE = 200, 10  # of a round, and those that have a process each
BAR = ">= 10"


def table(rounds: int) -> Table:
    """How many random modules a second, and how many times as long they take one by one."""
    present, missing = [], []
    for name in ENGINES:
        try:
            adapter = load(name)
            adapter.version()
            present.append(adapter)
        except (Absent, AdapterError) as e:
            missing.append(f"{name}: {e}")
    title = "Random modules on engines"
    how = (
        f"{MODULES} modules in one process of each engine, {SINGLE} with a process each; first the engines alone, then "
        "`refwasm diff --random`, which makes the modules, runs them itself and compares. Seconds that pass."
    )
    try:
        figures = measure(present, rounds) if present else ()
    except (CommandError, Broken) as e:
        return Table("random", title, how, (), (*missing, str(e)))
    return Table("random", title, how, figures, tuple(missing))


def measure(adapters: Sequence[Adapter], rounds: int) -> tuple[Figure, ...]:
    """The figures of `adapters`, which are there. Raises Broken, CommandError."""
    features = shared(adapters, DEFAULT)
    trials = [*seeds(Modules(Options(features, functions=2, size=12, nans=False)), 0, MODULES)]
    named = [word for adapter in adapters for word in ("--engine", adapter.label)]
    diff = partial(run_python, "-m", "refwasm", "diff", *named)
    ways: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        f"driver of {adapter.label}": (
            partial(drive, adapter, features, trials, MODULES),
            partial(drive, adapter, features, trials[:SINGLE], 1),
        )
        for adapter in adapters
    }
    ways["refwasm diff"] = (
        partial(diff, "--random", str(MODULES)),
        lambda: [diff("--random", "1", "--seed", str(seed)) for seed in range(SINGLE)],
    )
    taken: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in ways}
    for _ in range(rounds):
        for name, (together, singly) in ways.items():
            taken[name][0].append(timed(together)[0] / MODULES)
            taken[name][1].append(timed(singly)[0] / SINGLE)
    figures = []
    for name, (ours, theirs) in taken.items():
        figures.append(highest(name, "per s", [1 / seconds for seconds in ours]))
        figures.append(ratio("- beside a process for each", ours, theirs, BAR))
    return tuple(figures)


def drive(adapter: Adapter, features: Features, trials: Sequence[Trial], each: int) -> None:
    """Run `trials` on the engine, with a new process after `each` of them. Raises Broken."""
    make = partial(make_engine, adapter, features=features, timeout=60, trace=False)
    for start in range(0, len(trials), each):
        runner = Runner(make)
        try:
            for trial in trials[start : start + each]:
                runner.start(trial).result()
        finally:
            runner.close()
