"""Subjects beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import beside
from benchmarks.beside import Taken, grid, grids, measure, refusals
from benchmarks.kernels import KERNELS, Kernel
from benchmarks.plain import fib
from benchmarks.subjects import OURS, Refused, Subject

FIB = Kernel("fib", "", 5, 3, fib)
TREES = Kernel("trees", "", 5, 3, fib, scalar=False)


class Clock:
    """Makes subjects that take so many seconds per unit, and notes who ran."""

    def __init__(self) -> None:
        self.called: list[tuple[str, int]] = []

    def subject(self, name: str, unit: float, *, slow: bool = False, version: str = "") -> Subject:
        def run(kernel: Kernel, n: int, folder: Path) -> float:
            assert folder.is_dir()
            self.called.append((name, n))
            return unit * n

        return Subject(name, run, slow, version)


def refuse(kernel: Kernel, n: int, folder: Path) -> float:
    raise Refused("no such type")


def test_every_subject_runs_in_every_round() -> None:
    clock = Clock()
    others = [clock.subject("quick", 2), clock.subject("slow", 9, slow=True)]
    taken = measure(FIB, [clock.subject(OURS, 1)], others, 2)
    assert clock.called == [(OURS, 5), (OURS, 3), ("quick", 5), ("slow", 3)] * 2
    assert taken.seconds["slow", 3] == [27, 27]


def test_what_refuses_once_is_not_asked_again() -> None:
    taken = measure(FIB, [Clock().subject(OURS, 1)], [Subject("p", refuse)], 3)
    assert taken.refused == {"p": "no such type"}
    assert refusals({FIB: taken, TREES: taken}) == ["fib, trees by p: no such type"]


def test_ours_must_not_refuse() -> None:
    with pytest.raises(Refused):
        measure(FIB, [Subject(OURS, refuse)], [], 1)


def test_grid() -> None:
    clock = Clock()
    ours = clock.subject(OURS, 2)
    others = [clock.subject("WABT", 1, version="1.0"), clock.subject("slow", 18, slow=True)]
    taken = {FIB: measure(FIB, [ours], others, 2), TREES: measure(TREES, [ours], others[1:], 2)}
    made = grid("T", ours, others, taken)
    assert made.columns == ("seconds", "WABT", "slow")
    assert made.how.endswith("Peers: WABT 1.0. A smaller n for slow.")
    found = [[cell and cell.best for cell in row.cells] for row in made.rows]
    assert found == [[10, 0.5, 9], [10, None, 9]]
    assert [row.name for row in made.summary] == ["geometric mean of 1", "least of 1"]
    mean, low = made.summary[0].cells[1], made.summary[1].cells[1]
    assert mean
    assert low
    assert (mean.best, mean.bar, low.best, low.bar) == (0.5, ">= 0.8", 0.5, ">= 0.4")


def test_mean_needs_every_kernel() -> None:
    taken = {FIB: Taken()}
    ours = Clock().subject(OURS, 1)
    taken[FIB].seconds[OURS, 5] = [1.0]
    made = grid("T", ours, [Subject("p", refuse)], taken)
    assert [row.cells for row in made.summary] == [(None, None)] * 2


def test_the_tiers_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = Kernel("fib", "", 8, 6, fib)
    monkeypatch.setattr(beside, "KERNELS", (kernel,))
    monkeypatch.setattr(beside, "find_peers", lambda: ([], ["WABT, which is elsewhere."]))
    (made,) = grids(1, None)
    assert made.title.startswith("Kernels, CPython 3.")
    assert made.columns == ("seconds", "interpret", "auto")
    assert made.missing == ("WABT, which is elsewhere.",)
    assert all(cell for cell in made.rows[0].cells)


def test_another_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "KERNELS", KERNELS[:1])
    clock = Clock()
    monkeypatch.setattr(beside, "find_peers", lambda: ([clock.subject("p", 4)], []))
    monkeypatch.setattr(
        beside, "tier", lambda name, python="", slow=False: clock.subject(name, 2 if python else 1)
    )
    monkeypatch.setattr(beside, "run_python", lambda *_, python: "3.99.1\n")
    first, second = grids(1, "there")
    assert first.title.startswith("Kernels, CPython 3.")
    assert second.title == "Kernels, CPython 3.99.1, there"
    assert first.columns == ("seconds", "interpret", "auto", "p")
    assert second.columns == ("seconds", "p")
    assert second.rows[0].cells[1]
    assert second.rows[0].cells[1].best == 2
