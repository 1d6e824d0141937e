"""The results model: what a report says, computed once and rendered in many ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import sqrt

from refwasm.generated.opcodes import OPS
from refwasm.script.results import Result, Status

FORMAT = 1  # of the JSON; rises when a key changes its meaning or goes

EDITIONS = {"1": "1.0", "2": "2.0", "3": "3.0"}


@dataclass(frozen=True, slots=True)
class Run:
    """The circumstances of a run."""

    suite: str  # revision
    notice: str
    engine: str
    version: str
    python: str
    platform: str
    workers: int
    seconds: float  # wall time of the whole run
    lost: tuple[str, ...] = ()  # scripts of which nothing came back


@dataclass(frozen=True, slots=True)
class Script:
    """What became of one script; `seconds` is the sum over its commands."""

    name: str
    commands: int
    assertions: int
    statuses: Counter[Status]  # of all commands
    seconds: float

    @property
    def folder(self) -> str:
        """The folder that the script stands in, below the suite's root."""
        return self.name.rpartition("/")[0] or "."


@dataclass(frozen=True, slots=True)
class Instruction:
    """What the assertions say of one row of the table.

    `assertions` exercised it: it ran in them, or a module was rejected at it. `implicated`, from 0 to 1,
    is how well it explains the failures (Ochiai's coefficient: R. Abreu, P. Zoeteweij, A. van Gemund, "An
    evaluation of similarity coefficients for software fault localization", 2006).
    """

    key: str
    opcode: str
    edition: str
    assertions: int
    passed: int
    failed: int
    implicated: float
    traps: tuple[str, ...]  # of the texts that the table derives for it, those seen when it ran


@dataclass(frozen=True, slots=True)
class Report:
    """All that a rendering may use."""

    run: Run
    scripts: tuple[Script, ...]
    instructions: tuple[Instruction, ...]
    failures: tuple[Result, ...]  # every command that did not pass, assertion or not
    statuses: Counter[Status] = field(default_factory=Counter)  # of assertions
    other: Counter[Status] = field(default_factory=Counter)  # of commands that assert nothing

    @property
    def ok(self) -> bool:
        """Whether nothing failed and nothing is missing."""
        bad = {Status.FAIL, Status.ERROR, Status.TIMEOUT, Status.CRASH}
        return not self.run.lost and not any(r.status in bad for r in self.failures)

    @property
    def complete(self) -> bool:
        """Whether everything passed: nothing unsupported or skipped either."""
        return self.ok and not self.failures


def make_report(run: Run, results: Iterable[Result]) -> Report:
    """The report on `results`, scripts in the order in which they first appear."""
    scripts: defaultdict[str, list[Result]] = defaultdict(list)
    for result in results:
        scripts[result.script].append(result)
    everything = [r for rs in scripts.values() for r in rs]
    return Report(
        run=run,
        scripts=tuple(_script(name, scripts[name]) for name in sorted(scripts)),
        instructions=_instructions([r for r in everything if r.is_assertion]),
        failures=tuple(r for r in everything if r.status is not Status.PASS),
        statuses=Counter(r.status for r in everything if r.is_assertion),
        other=Counter(r.status for r in everything if not r.is_assertion),
    )


def _script(name: str, results: list[Result]) -> Script:
    return Script(
        name=name,
        commands=len(results),
        assertions=sum(r.is_assertion for r in results),
        statuses=Counter(r.status for r in results),
        seconds=sum(r.seconds for r in results),
    )


def _instructions(assertions: list[Result]) -> tuple[Instruction, ...]:
    """The rows of the table in its order, each with what `assertions` say of it."""
    passed: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    traps: defaultdict[str, set[str]] = defaultdict(set)
    failures = 0
    for result in assertions:
        good = result.status is Status.PASS
        failures += not good
        (passed if good else failed).update(result.instructions)
        if result.trap:
            for key in result.instructions:
                traps[key].add(result.trap)
    rows = []
    for op in OPS:
        key, bad = op.name, failed[op.name]
        runs = passed[key] + bad
        seen = tuple(t for t in op.traps if t in traps[key])
        score = bad / sqrt(failures * runs) if bad else 0.0
        rows.append(
            Instruction(
                key, opcode(op.prefix, op.code), EDITIONS.get(op.since, op.since),
                runs, passed[key], bad, round(score, 4), seen,
            )
        )  # fmt: skip
    return tuple(rows)


def opcode(prefix: int | None, code: int) -> str:
    """The bytes of an opcode in hexadecimal, the number after a prefix as LEB128."""
    if prefix is None:
        return f"{code:02X}"
    parts = [f"{prefix:02X}"]
    while code > 0x7F:
        parts.append(f"{code & 0x7F | 0x80:02X}")
        code >>= 7
    return " ".join([*parts, f"{code:02X}"])
