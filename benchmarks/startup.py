"""The table of starting: whole processes that import refwasm, or say its version."""

from __future__ import annotations

from functools import partial

from benchmarks.measure import processors, run_python
from benchmarks.model import Table, lowest

COMMANDS = {
    "python -c pass": (("-c", "pass"), ""),
    "python -c 'import refwasm'": (("-c", "import refwasm"), "<= 60"),
    "refwasm --version": (("-m", "refwasm", "--version"), "<= 120"),
}


def table(rounds: int) -> Table:
    """How long it takes to start."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, (arguments, _) in COMMANDS.items():
            taken[name].append(1000 * processors(partial(run_python, *arguments))[0])
    figures = (lowest(name, "ms", taken[name], bar) for name, (_, bar) in COMMANDS.items())
    return Table(
        "startup",
        "Starting",
        "Whole processes, one after the other; time of the processor.",
        tuple(figures),
    )
