"""The results model: what a report says, computed once and rendered in many ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from refwasm.generated.opcodes import OPS
from refwasm.script.results import Result, Status
from refwasm.syntax.features import Features, features_of

FORMAT = 1  # of the JSON; rises when a key changes its meaning or goes

FAILED = set(Status) - {Status.PASS, Status.UNSUPPORTED, Status.SKIPPED}

TRACED = "interpret"  # the tier that tells which instructions ran

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
    lost: dict[str, str] = field(default_factory=dict)  # scripts not reported whole, and why
    spec: str = "3.0"  # the edition
    features: tuple[str, ...] = ()  # what was changed in it: "+threads", "-simd"
    tier: str = TRACED

    @property
    def traced(self) -> bool:
        """Whether results tell which instructions ran."""
        return self.tier == TRACED


@dataclass(frozen=True, slots=True)
class Script:
    """What became of one script; `seconds` is the sum over its commands.

    A script that could not be read counts as one command.
    """

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
    is how well it explains the failures of all commands (Ochiai's coefficient: R. Abreu, P. Zoeteweij,
    A. van Gemund, "An evaluation of similarity coefficients for software fault localization", 2006).
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
    instructions: tuple[Instruction, ...]  # none if the run was not traced
    failures: tuple[Result, ...]  # every command that did not pass, assertion or not
    statuses: Counter[Status] = field(default_factory=Counter)  # of assertions
    other: Counter[Status] = field(default_factory=Counter)  # of commands that assert nothing

    @property
    def empty(self) -> bool:
        """Whether no script has a command, so that nothing was tested."""
        return not any(script.commands for script in self.scripts)

    @property
    def ok(self) -> bool:
        """Whether something ran, nothing failed and nothing is missing."""
        failed = any(r.status in FAILED for r in self.failures)
        return not self.empty and not self.run.lost and not failed

    @property
    def complete(self) -> bool:
        """Whether everything passed: nothing unsupported or skipped either."""
        return self.ok and not self.failures


def make_report(run: Run, scripts: Mapping[str, Sequence[Result]]) -> Report:
    """The report on the results of each of `scripts`, by name; one without commands has none."""
    everything = [r for rs in scripts.values() for r in rs]
    return Report(
        run=run,
        scripts=tuple(_script(name, scripts[name]) for name in sorted(scripts)),
        instructions=_instructions(everything, features_of(run.spec, run.features))
        if run.traced
        else (),
        failures=tuple(
            r for name in sorted(scripts) for r in scripts[name] if r.status is not Status.PASS
        ),
        statuses=_statuses(r for r in everything if r.is_assertion),
        other=_statuses(r for r in everything if not r.is_assertion),
    )


def _script(name: str, results: Sequence[Result]) -> Script:
    return Script(
        name=name,
        commands=sum(r.phrases for r in results),
        assertions=sum(r.is_assertion for r in results),
        statuses=_statuses(results),
        seconds=sum(r.seconds for r in results),
    )


def _statuses(results: Iterable[Result]) -> Counter[Status]:
    """How many top-level phrases ended in each way."""
    statuses: Counter[Status] = Counter()
    for result in results:
        statuses[result.status] += result.phrases
    return statuses


def _instructions(results: Iterable[Result], features: Features) -> tuple[Instruction, ...]:
    """The rows of the table that are on, in its order, each with what `results` say of it."""
    passed: Counter[str] = Counter()  # assertions
    failed: Counter[str] = Counter()
    good: Counter[str] = Counter()  # all commands
    bad: Counter[str] = Counter()
    traps: defaultdict[str, set[str]] = defaultdict(set)
    failures = 0
    for result in results:
        if result.trap:
            traps[result.site].add(result.trap)
        if result.status is Status.PASS:
            good.update(result.instructions)
            if result.is_assertion:
                passed.update(result.instructions)
        elif result.status in FAILED:
            failures += 1
            bad.update(result.instructions)
            if result.is_assertion:
                failed.update(result.instructions)
    rows = []
    for op in OPS:
        if op.lacks(features.on):
            continue
        key = op.name
        seen = tuple(t for t in op.traps if any(got.startswith(t) for got in traps[key]))
        score = bad[key] / sqrt(failures * (good[key] + bad[key])) if bad[key] else 0.0
        rows.append(
            Instruction(
                key=key,
                opcode=opcode(op.prefix, op.code),
                edition=EDITIONS.get(op.since, op.since),
                assertions=passed[key] + failed[key],
                passed=passed[key],
                failed=failed[key],
                implicated=round(score, 4),
                traps=seen,
            )
        )
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
