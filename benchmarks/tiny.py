"""The table of tiny modules: a thousand of 170 bytes in one process."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

from benchmarks.engines import load_refwasm
from benchmarks.kernels import Kernel
from benchmarks.measure import run_python
from benchmarks.model import Table, highest
from refwasm.binary.encode_module import encode_module
from refwasm.compile.tiers import TIERS
from refwasm.text.parse_module import parse_module

MODULES = 1000
BAR = 4000
TINY = Kernel("tiny", "100 instructions", 3, 3, lambda n: 285 + 10 * n)


def same(times: int) -> list[tuple[bytes, int]]:
    """One module `times` times, and what each adds to the value of `TINY`: nothing."""
    return [(TINY.binary(), 0)] * times


def different(times: int) -> list[tuple[bytes, int]]:
    """As many modules that differ in a constant, in data and in names, and what each adds."""
    text = TINY.text()
    made = []
    for i in range(times):
        other = text.replace(
            "(global.set $total (i32.const 0))", f"(global.set $total (i32.const {i}))"
        )
        for word in ('"memory', '"table', '"total', '"data'):
            other = other.replace(word, f"{word} {i}")
        made.append((encode_module(parse_module(other)), i))
    return made


SORTS: dict[str, Callable[[int], list[tuple[bytes, int]]]] = {
    "tiny modules": same,
    "different tiny modules": different,
}


def table(rounds: int) -> Table:
    """How many are loaded and called in a second, by tier."""
    taken: dict[tuple[str, str], list[float]] = {(sort, t): [] for sort in SORTS for t in TIERS}
    for _ in range(rounds):
        for (sort, tier), values in taken.items():
            written = run_python("-m", "benchmarks.tiny", tier, str(MODULES), sort)
            values.append(json.loads(written))
    how = (
        f"{MODULES} times a module of {len(TINY.binary())} bytes, or one that differs each time in a constant, in data "
        "and in names: decoded, validated, instantiated, one call of some 100 instructions, in one process; seconds are "
        "of the processor."
    )
    bar = {("tiny modules", tier): f">= {BAR}" for tier in ("interpret", "auto")}
    figures = (
        highest(f"{sort}, {tier}", "per s", values, bar.get((sort, tier), ""))
        for (sort, tier), values in taken.items()
    )
    return Table("tiny", "Tiny modules", how, tuple(figures))


def rate(tier: str, modules: list[tuple[bytes, int]]) -> float:
    """How many `modules` are loaded and called in a second."""
    start = time.process_time()
    for binary, more in modules:
        TINY.check(TINY.n, load_refwasm(binary, tier=tier)(TINY.n) - more)
    return len(modules) / (time.process_time() - start)


if __name__ == "__main__":
    chosen = sys.argv[3] if len(sys.argv) > 3 else "tiny modules"
    print(json.dumps(rate(sys.argv[1], SORTS[chosen](int(sys.argv[2])))))
