"""The table of kernels: refwasm's interpreter, and peers beside it in the same rounds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import refwasm
from benchmarks.engines import Engine, Run, find_peers, load_refwasm
from benchmarks.kernels import KERNELS, Kernel
from benchmarks.measure import timed
from benchmarks.model import Figure, Table, lowest, ratio

WARM = 2  # the argument of a first call, which prepares the functions


def table(rounds: int) -> Table:
    """How long each kernel takes in each engine."""
    ours = Engine("refwasm", refwasm.__version__, load_refwasm)
    peers, missing = find_peers()
    measured = [(kernel, seconds(kernel, [ours, *peers], rounds)) for kernel in KERNELS]
    beside = ", ".join(f"{peer.name} {peer.version}" for peer in peers)
    how = "One call of each kernel in each engine per round, in turn, its result checked."
    return Table(
        "execution",
        f"Interpreter{f', beside {beside}' if beside else ''}",
        how,
        (*_ratios(measured), *_seconds(measured)),
        tuple(missing),
    )


def seconds(kernel: Kernel, engines: Sequence[Engine], rounds: int) -> dict[str, list[float]]:
    """What `kernel` takes in each of `engines`, by name. Raises ValueError if a result is wrong."""
    binary = kernel.binary()
    runs: dict[str, Run] = {engine.name: engine.load(binary) for engine in engines}
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        kernel.check(WARM, run(WARM))
    for _ in range(rounds):
        for name, run in runs.items():
            elapsed, result = timed(partial(run, kernel.n))
            kernel.check(kernel.n, result)
            taken[name].append(elapsed)
    return taken


def _ratios(measured: Sequence[tuple[Kernel, dict[str, list[float]]]]) -> list[Figure]:
    return [
        ratio(f"{_call(kernel)} / {peer}", taken["refwasm"], theirs, kernel.bar)
        for kernel, taken in measured
        for peer, theirs in taken.items()
        if peer != "refwasm"
    ]


def _seconds(measured: Sequence[tuple[Kernel, dict[str, list[float]]]]) -> list[Figure]:
    return [
        lowest(f"{_call(kernel)} {name}", "s", values)
        for kernel, taken in measured
        for name, values in taken.items()
    ]


def _call(kernel: Kernel) -> str:
    return f"{kernel.name}({kernel.n})"
