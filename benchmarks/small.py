"""The table of small things: starting, and modules of some 150 bytes."""

from __future__ import annotations

from functools import partial

from benchmarks.engines import load_refwasm
from benchmarks.kernels import Kernel
from benchmarks.measure import run_python, timed
from benchmarks.model import Table, highest, lowest

MODULES = 1000
TINY = Kernel("tiny", 3, lambda n: 285 + 10 * n)


def table(rounds: int) -> Table:
    """How long it takes to start, and to run a thousand tiny modules."""
    commands = {
        "python -c pass": ("-c", "pass"),
        "python -c 'import refwasm'": ("-c", "import refwasm"),
        "refwasm --version": ("-m", "refwasm", "--version"),
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    modules = []
    for _ in range(rounds):
        for name, arguments in commands.items():
            taken[name].append(1000 * timed(partial(run_python, *arguments))[0])
        modules.append(MODULES / timed(lambda: run_tiny(MODULES))[0])
    figures = (
        highest("tiny modules", "per s", modules),
        *(lowest(name, "ms", values) for name, values in taken.items()),
    )
    how = (
        f"{MODULES} times a module of {len(TINY.binary())} bytes: decoded, validated, instantiated, "
        "one call of some 100 instructions. Whole processes for the others."
    )
    return Table("small", "Starting, and tiny modules", how, figures)


def run_tiny(times: int) -> None:
    """Load the tiny module and call it, `times` times."""
    binary = TINY.binary()
    for _ in range(times):
        TINY.check(TINY.n, load_refwasm(binary)(TINY.n))
