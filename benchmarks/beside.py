"""The grid of kernels: how many times as fast refwasm's fast tier is as others in the same rounds."""

from __future__ import annotations

import platform
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.kernels import KERNELS, Kernel
from benchmarks.measure import run_python
from benchmarks.model import Figure, Grid, Row, geometric, least, lowest, ratio
from benchmarks.subjects import OURS, Refused, Subject, find_peers, tier

MEANS = {"WABT": ">= 0.8", "pywasm": ">= 120", "reference": ">= 15"}
LEAST = {"WABT": ">= 0.4"}
HOW = (
    "In each round every subject runs the kernel in turn, in a process of its own that has run it "
    "before, and the result is checked; seconds are of the processor. A figure is how many times "
    "as long the subject takes as the tier `compile` for the same n, best against best."
)
ABOUT = "import platform; print(platform.python_version())"


@dataclass(slots=True)
class Taken:
    """The seconds of subjects by name and n, a value per round; what those said that refused."""

    seconds: dict[tuple[str, int], list[float]] = field(default_factory=lambda: defaultdict(list))
    refused: dict[str, str] = field(default_factory=dict)


def grids(rounds: int, python: str | None) -> list[Grid]:
    """The grid under this Python, and one under `python`."""
    peers, missing = find_peers()
    ours = [tier(OURS)]
    titles = [f"Kernels, CPython {platform.python_version()}"]
    if python:
        ours.append(replace(tier(OURS, python), name=f"{OURS} under {python}"))
        version = run_python("-c", ABOUT, python=python).strip()
        titles.append(f"Kernels, CPython {version}, {python}")
    others = [tier("interpret", slow=True), tier("auto"), *peers]
    taken = {kernel: measure(kernel, ours, others, rounds) for kernel in KERNELS}
    made = [
        grid(title, subject, others if subject is ours[0] else peers, taken)
        for title, subject in zip(titles, ours, strict=True)
    ]
    return [*made[:-1], replace(made[-1], missing=(*missing, *refusals(taken)))]


def measure(
    kernel: Kernel, ours: Sequence[Subject], others: Sequence[Subject], rounds: int
) -> Taken:
    """What `kernel` takes. Raises ValueError if a result is wrong, Refused if ours refuses it."""
    taken = Taken()
    plan = [(subject, n) for subject in ours for n in (kernel.n, kernel.few)]
    plan += [(subject, size(subject, kernel)) for subject in others]
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for subject, n in plan:
                if subject.name in taken.refused:
                    continue
                try:
                    seconds = subject.measure(kernel, n, Path(folder))
                except Refused as e:
                    if subject in ours:
                        raise
                    taken.refused[subject.name] = str(e)
                else:
                    taken.seconds[subject.name, n].append(seconds)
    return taken


def size(subject: Subject, kernel: Kernel) -> int:
    """The argument with which `subject` runs `kernel`."""
    return kernel.few if subject.slow else kernel.n


def grid(title: str, ours: Subject, others: Sequence[Subject], taken: dict[Kernel, Taken]) -> Grid:
    """How `ours` stands beside `others`."""
    rows = [
        Row(kernel.name, (_seconds(ours, kernel, found), *_ratios(ours, others, kernel, found)))
        for kernel, found in taken.items()
    ]
    scalar = [row for kernel, row in zip(taken, rows, strict=True) if kernel.scalar]
    names = [other.name for other in others]
    columns = list(zip(*(row.cells[1:] for row in scalar), strict=True))
    means = [
        geometric(name, column, MEANS.get(name, ""))
        for name, column in zip(names, columns, strict=True)
    ]
    lows = [
        least(name, column, LEAST.get(name, ""))
        for name, column in zip(names, columns, strict=True)
    ]
    summary = (
        Row(f"geometric mean of {len(scalar)}", (None, *means)),
        Row(f"least of {len(scalar)}", (None, *lows)),
    )
    versions = [f"{other.name} {other.version}" for other in others if other.version]
    slow = [other.name for other in others if other.slow]
    how = " ".join(
        [HOW]
        + ([f"Peers: {', '.join(versions)}."] if versions else [])
        + ([f"A smaller n for {', '.join(slow)}."] if slow else [])
    )
    return Grid("kernels", title, how, ("seconds", *names), tuple(rows), summary)


def _seconds(ours: Subject, kernel: Kernel, taken: Taken) -> Figure:
    return lowest(f"{kernel.name}({kernel.n})", "s", taken.seconds[ours.name, kernel.n])


def _ratios(
    ours: Subject, others: Sequence[Subject], kernel: Kernel, taken: Taken
) -> list[Figure | None]:
    found: list[Figure | None] = []
    for other in others:
        n = size(other, kernel)
        theirs = taken.seconds.get((other.name, n))
        name = f"{kernel.name}({n}) / {other.name}"
        found.append(ratio(name, taken.seconds[ours.name, n], theirs) if theirs else None)
    return found


def refusals(taken: dict[Kernel, Taken]) -> list[str]:
    """Who refused which kernels; what they say of the first."""
    by_subject: dict[str, list[tuple[str, str]]] = {}
    for kernel, found in taken.items():
        for name, said in found.refused.items():
            by_subject.setdefault(name, []).append((kernel.name, said))
    return [
        f"{', '.join(kernel for kernel, _ in pairs)} by {name}: {pairs[0][1]}"
        for name, pairs in by_subject.items()
    ]
