"""The instructions that not every engine has right, beside each other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from refwasm.harness.model import EngineReport, Instruction, Report, Row
from refwasm.script.results import Status

NEVER = Instruction("", 0, 0, 0, 0, 0.0, ())


@dataclass(frozen=True, slots=True)
class Beside:
    """A row of the table, and what became of it on each engine."""

    row: Row
    instructions: tuple[Instruction, ...]  # in the order of the engines

    @property
    def implicated(self) -> float:
        """How well it explains the failures of the engine for which it does so best."""
        return max(i.implicated for i in self.instructions)

    @property
    def order(self) -> tuple[float, int, int]:
        """The most suspicious first, then what fails most, then what is unsupported most."""
        failed = sum(i.failed for i in self.instructions)
        return -self.implicated, -failed, -sum(lacks(i) for i in self.instructions)


def beside(report: Report) -> list[Beside]:
    """The instructions that fail or are unsupported on some engine, the most suspicious first."""
    engines = [{i.key: i for i in engine.instructions} for engine in report.measured]
    rows = (
        Beside(row, tuple(instructions.get(row.key, NEVER) for instructions in engines))
        for row in report.rows
    )
    found = [b for b in rows if any(i.implicated or lacks(i) for i in b.instructions)]
    return sorted(found, key=lambda b: b.order)


def lacks(i: Instruction) -> bool:
    """Whether each assertion that would exercise `i` is unsupported."""
    return i.status == "unsupported"


def unsupported(engine: EngineReport) -> list[str]:
    """The instructions that `engine` does not support."""
    return [i.key for i in engine.instructions if lacks(i)]


def reasons(engine: EngineReport, status: Status) -> list[tuple[str, int]]:
    """Why commands ended with `status`, the most frequent reason first, with their number."""
    counts: Counter[str] = Counter()
    for result in engine.failures:
        if result.status is status:
            counts[" ".join(result.got.split()) or "no reason told"] += result.phrases
    return sorted(counts.items(), key=lambda found: (-found[1], found[0]))


def excuses(engine: EngineReport) -> list[tuple[str, int]]:
    """The reasons of the expectations that cover failures, with the number of commands."""
    counts: Counter[str] = Counter()
    for result in engine.failures:
        if result.excuse and result.status is not Status.SKIPPED:
            counts[" ".join(result.excuse.split())] += result.phrases
    return sorted(counts.items(), key=lambda found: (-found[1], found[0]))
