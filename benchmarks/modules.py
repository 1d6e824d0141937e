"""The table of the front end: real modules decoded and validated, and WABT's validator beside."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from benchmarks.measure import CommandError, numbers, processors, run, run_python
from benchmarks.model import Figure, Table, highest, lowest, ratio
from benchmarks.packages import PACKAGES, Package, PackageError, find_module

HOW = (
    "Each round in a process of its own; seconds are of the processor. Memory: the peak of the process's resident memory, "
    "less what it was with refwasm imported and the file read, over the file's size."
)
VALIDATOR = "wasm-validate"


def table(rounds: int) -> Table:
    """How fast modules are decoded and validated, and in how much memory."""
    figures: list[Figure] = []
    missing = []
    for package in PACKAGES:
        try:
            path = find_module(package)
        except PackageError as e:
            missing.append(str(e))
        else:
            figures += measure(package, path.resolve(), rounds)
    if shutil.which(VALIDATOR) is None:
        missing.append(f"WABT, whose {VALIDATOR} is not on the PATH.")
    return Table("modules", "Decoding and validating", HOW, tuple(figures), tuple(missing))


def measure(package: Package, path: Path, rounds: int) -> list[Figure]:
    """The figures of the module at `path`."""
    taken, beside = [], []
    for _ in range(rounds):
        taken.append(numbers(run_python("-m", "benchmarks.modules_child", str(path))))
        if shutil.which(VALIDATOR):
            try:
                beside.append(processors(partial(run, (VALIDATOR, "--enable-all", str(path))))[0])
            except CommandError:
                continue
    size = taken[0]["size"]
    name = package.name
    both = [t["decode"] + t["validate"] for t in taken]
    figures = [highest(name, "MB/s", [size / 1e6 / t for t in both], package.speed)]
    if all(t["peak"] > 0 for t in taken):
        memory = [t["peak"] / size for t in taken]
        figures.append(lowest(f"{name} memory", "x size", memory, "<= 25"))
    figures += [
        lowest(f"{name} decode", "s", [t["decode"] for t in taken]),
        lowest(f"{name} validate", "s", [t["validate"] for t in taken]),
    ]
    if len(beside) == rounds:
        figures.append(ratio(f"{name} / {VALIDATOR}", both, beside))
    return figures
