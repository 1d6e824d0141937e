"""The table of the front end: real modules decoded and validated."""

from __future__ import annotations

from pathlib import Path

from benchmarks.measure import numbers, run_python
from benchmarks.model import Figure, Table, highest, lowest
from benchmarks.packages import ESBUILD, SQL_JS, Package, PackageError, find_module

BARS = {SQL_JS: (">= 0.5", "<= 40")}
HOW = (
    "Each round in a process of its own. Memory: the peak of the process's resident memory, "
    "less what it was with refwasm imported and the file read, over the file's size."
)


def table(rounds: int, *, large: bool) -> Table:
    """How fast modules are decoded and validated, and in how much memory."""
    figures: list[Figure] = []
    missing = []
    for package in (SQL_JS, ESBUILD) if large else (SQL_JS,):
        try:
            path = find_module(package)
        except PackageError as e:
            missing.append(str(e))
        else:
            figures += measure(package, path, rounds)
    if not large:
        missing.append(f"{ESBUILD}, 14 MB, without --large.")
    return Table("front", "Decoding and validating", HOW, tuple(figures), tuple(missing))


def measure(package: Package, path: Path, rounds: int) -> list[Figure]:
    """The figures of the module at `path`."""
    taken = [
        numbers(run_python("-m", "benchmarks.front_child", str(path.resolve())))
        for _ in range(rounds)
    ]
    size = taken[0]["size"]
    speed, memory = BARS.get(package, ("", ""))
    both = [t["decode"] + t["validate"] for t in taken]
    name = package.name
    figures = [highest(f"{name}", "MB/s", [size / 1e6 / t for t in both], speed)]
    if all(t["peak"] > 0 for t in taken):
        figures.append(
            lowest(f"{name} memory", "x size", [t["peak"] / size for t in taken], memory)
        )
    figures += [
        lowest(f"{name} decode", "s", [t["decode"] for t in taken]),
        lowest(f"{name} validate", "s", [t["validate"] for t in taken]),
        lowest(f"{name} both, processor", "s", [t["processor"] for t in taken]),
        highest(
            f"{name} instructions",
            "M/s",
            [t["instructions"] / 1e6 / (t["decode"] + t["validate"]) for t in taken],
        ),
    ]
    return figures
