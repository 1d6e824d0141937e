"""The table of tiny modules: a thousand of 170 bytes in one process."""

from __future__ import annotations

import json
import sys
import time

from benchmarks.engines import load_refwasm
from benchmarks.kernels import Kernel
from benchmarks.measure import run_python
from benchmarks.model import Table, highest
from refwasm.compile.tiers import TIERS

MODULES = 1000
BAR = 4000
TINY = Kernel("tiny", "100 instructions", 3, 3, lambda n: 285 + 10 * n)


def table(rounds: int) -> Table:
    """How many are loaded and called in a second, by tier."""
    taken: dict[str, list[float]] = {tier: [] for tier in TIERS}
    for _ in range(rounds):
        for tier, values in taken.items():
            values.append(json.loads(run_python("-m", "benchmarks.tiny", tier, str(MODULES))))
    how = (
        f"{MODULES} times a module of {len(TINY.binary())} bytes: decoded, validated, instantiated, "
        "one call of some 100 instructions, in one process; seconds are of the processor."
    )
    bar = {"interpret": f">= {BAR}", "auto": f">= {BAR}"}
    figures = (
        highest(f"tiny modules, {t}", "per s", values, bar.get(t, ""))
        for t, values in taken.items()
    )
    return Table("tiny", "Tiny modules", how, tuple(figures))


def rate(tier: str, times: int) -> float:
    """How many tiny modules are loaded and called in a second, of `times`."""
    binary = TINY.binary()
    start = time.process_time()
    for _ in range(times):
        TINY.check(TINY.n, load_refwasm(binary, tier=tier)(TINY.n))
    return times / (time.process_time() - start)


if __name__ == "__main__":
    print(json.dumps(rate(sys.argv[1], int(sys.argv[2]))))
