"""The results model: what a report says of engines, computed once and rendered in many ways."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from refwasm.generated.opcodes import OPS
from refwasm.harness.spectrum import (
    FAILED,
    RIGHT,
    Spectrum,
    explanation,
    implicated,
    spectrum,
)
from refwasm.script.results import Result, Status
from refwasm.syntax.features import Features, features_of

NOT_RUN = {Status.UNSUPPORTED, Status.SKIPPED}

FORMAT = 3  # of the JSON; rises when a key changes its meaning or goes

EDITIONS = {"1": "1.0", "2": "2.0", "3": "3.0"}


@dataclass(frozen=True, slots=True)
class Run:
    """The circumstances of a run, the same for all engines."""

    suite: str  # revision
    notice: str  # what a reader must know about the suite
    version: str  # of refwasm
    python: str
    platform: str
    workers: int  # processes
    seconds: float  # wall time of the whole run
    spec: str = "3.0"  # the edition
    features: tuple[str, ...] = ()  # what was changed in it: "+threads", "-simd"
    table: str = ""  # revision of the table of instructions
    started: str = ""  # ISO 8601, UTC
    shard: str = ""  # "3/8": this is a part of the run


@dataclass(frozen=True, slots=True)
class Subject:
    """An engine as it was measured.

    `label` tells it from the others of the report, `way` is the function of its adapter that runs it.
    `absent` says why it is not on this machine; nothing ran then.
    """

    label: str
    name: str
    version: str
    way: str = ""
    lacks: tuple[str, ...] = ()  # features of the edition
    traced: bool = False  # whether it told itself which instructions ran
    mapped: bool = False  # whether the map of the suite told
    absent: str = ""
    lost: dict[str, str] = field(default_factory=dict)  # scripts not reported whole, and why


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
    kinds: dict[str, Counter[Status]] = field(default_factory=dict)  # the same, by directive

    @property
    def folder(self) -> str:
        """The folder that the script stands in, below the suite's root."""
        return self.name.rpartition("/")[0] or "."

    @property
    def whole(self) -> bool:
        """Whether every command passed."""
        return not self.statuses.keys() - {Status.PASS}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Commands of one kind that follow each other in a script: the index of the first, and their lines.

    `texts` has four hexadecimal digits for each, by which its text is found again in another version
    of the script; none if the script was not there to be read.
    """

    index: int
    kind: str
    lines: tuple[int, ...]
    texts: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table, as far as readers of a report need it."""

    key: str
    opcode: str  # bytes in hexadecimal
    edition: str
    feature: str
    type: str  # of the stack
    anchors: tuple[str, ...]  # of the standard
    traps: tuple[str, ...]  # the texts that the table derives


@dataclass(frozen=True, slots=True)
class Instruction:
    """What the assertions say of the row `key`.

    `assertions` exercised it: it ran in them, or a module was rejected at it. `implicated`, from 0 to 1,
    is how well it explains the failures of all commands (see `spectrum.py`).
    """

    key: str
    assertions: int
    passed: int
    failed: int
    unsupported: int
    implicated: float
    traps: tuple[str, ...]  # those of its traps that were seen

    @property
    def status(self) -> str:
        """In a word: `failed`, `passed`, `unsupported` (in every assertion) or `not exercised`."""
        counts = {"failed": self.failed, "passed": self.passed, "unsupported": self.unsupported}
        return next((word for word, n in counts.items() if n), "not exercised")


@dataclass(frozen=True, slots=True)
class EngineReport:
    """What a run says of one engine."""

    subject: Subject
    scripts: tuple[Script, ...] = ()
    instructions: tuple[Instruction, ...] = ()  # none if nothing told which ran
    failures: tuple[Result, ...] = ()  # every command that did not pass, assertion or not
    statuses: Counter[Status] = field(default_factory=Counter)  # of assertions
    other: Counter[Status] = field(default_factory=Counter)  # of commands that assert nothing
    explained: tuple[str, ...] = ()  # the fewest instructions that explain all failures
    spectrum: Spectrum = field(default_factory=Spectrum)  # what `implicated` is computed from

    @property
    def empty(self) -> bool:
        """Whether no script has a command, so that nothing was tested."""
        return not any(script.commands for script in self.scripts)

    @property
    def idle(self) -> bool:
        """Whether there are assertions, of which the engine ran none."""
        return bool(self.statuses) and not self.statuses.keys() - NOT_RUN

    @property
    def ok(self) -> bool:
        """Whether something ran, nothing failed without an excuse, and nothing is missing.

        An engine that is not there is no failure.
        """
        if self.subject.absent:
            return True
        failed = any(r.status in FAILED and not r.excuse for r in self.failures)
        return not (self.empty or self.idle or self.subject.lost or failed)

    @property
    def complete(self) -> bool:
        """Whether everything passed: nothing unsupported or skipped either."""
        return self.ok and not self.failures

    @property
    def seconds(self) -> float:
        """What its scripts took, added up."""
        return sum(script.seconds for script in self.scripts)


@dataclass(frozen=True, slots=True)
class Report:
    """All that a rendering may use.

    `commands` are those of each script, as the engine saw it that saw most of them; `sources` has the
    lines of commands that did not pass. `stale` is what expectations say of commands that there are not,
    each with the place where they say it.
    """

    run: Run
    rows: tuple[Row, ...]
    engines: tuple[EngineReport, ...]
    commands: dict[str, tuple[Stretch, ...]] = field(default_factory=dict)  # by script
    sources: dict[str, dict[int, str]] = field(default_factory=dict)  # by script and line
    stale: tuple[str, ...] = ()

    @property
    def measured(self) -> tuple[EngineReport, ...]:
        """The engines that were there."""
        return tuple(e for e in self.engines if not e.subject.absent)

    @property
    def empty(self) -> bool:
        """Whether nothing was tested."""
        return all(e.empty for e in self.measured)

    @property
    def idle(self) -> bool:
        """Whether there are assertions, of which no engine ran any."""
        return bool(self.measured) and all(e.idle for e in self.measured)

    @property
    def ok(self) -> bool:
        """Whether every engine is as expected, and there was one."""
        return bool(self.measured) and all(e.ok for e in self.measured) and not self.stale

    @property
    def complete(self) -> bool:
        """Whether everything passed on every engine."""
        return self.ok and all(e.complete for e in self.measured)

    @property
    def lost(self) -> bool:
        """Whether results are missing."""
        return any(e.subject.lost for e in self.engines)


def make_report(
    run: Run,
    subjects: Sequence[tuple[Subject, Mapping[str, Sequence[Result]]]],
    sources: dict[str, dict[int, str]] | None = None,
) -> Report:
    """The report on the results of each subject, by script; a script without commands has none."""
    features = features_of(run.spec, run.features)
    engines = (engine_report(subject, scripts, features) for subject, scripts in subjects)
    commands = stretches([scripts for subject, scripts in subjects if not subject.absent])
    return Report(run, table_rows(features), tuple(engines), commands, sources or {})


def stretches(
    found: Sequence[Mapping[str, Sequence[Result]]],
) -> dict[str, tuple[Stretch, ...]]:
    """The commands of each script, from the longest of the results that each engine has for it."""
    longest: dict[str, Sequence[Result]] = {}
    for scripts in found:
        for name, results in scripts.items():
            longest[name] = max(longest.get(name, ()), results, key=len)
    return {name: tuple(_stretches(longest[name])) for name in sorted(longest)}


def _stretches(results: Sequence[Result]) -> Iterable[Stretch]:
    for kind, group in groupby(results, lambda r: r.kind):
        first, *others = group
        yield Stretch(first.index, kind, (first.line, *(r.line for r in others)))


def engine_report(
    subject: Subject, scripts: Mapping[str, Sequence[Result]], features: Features
) -> EngineReport:
    """What the results of each of `scripts` say of `subject`."""
    if subject.absent:
        return EngineReport(subject)
    everything = [r for rs in scripts.values() for r in rs]
    told = subject.traced or subject.mapped
    ran = spectrum(everything if told else ())
    explained = explanation(ran).instructions
    return EngineReport(
        subject=subject,
        scripts=tuple(_script(name, scripts[name]) for name in sorted(scripts)),
        instructions=_instructions(everything, features, implicated(ran, explained))
        if told
        else (),
        failures=tuple(
            r for name in sorted(scripts) for r in scripts[name] if r.status is not Status.PASS
        ),
        statuses=_statuses(r for r in everything if r.is_assertion),
        other=_statuses(r for r in everything if not r.is_assertion),
        explained=explained,
        spectrum=ran,
    )


def _script(name: str, results: Sequence[Result]) -> Script:
    kinds: defaultdict[str, list[Result]] = defaultdict(list)
    for result in results:
        kinds[result.kind].append(result)
    return Script(
        name=name,
        commands=sum(r.phrases for r in results),
        assertions=sum(r.is_assertion for r in results),
        statuses=_statuses(results),
        seconds=sum(r.seconds for r in results),
        kinds={kind: _statuses(kinds[kind]) for kind in sorted(kinds)},
    )


def _statuses(results: Iterable[Result]) -> Counter[Status]:
    """How many top-level phrases ended in each way."""
    statuses: Counter[Status] = Counter()
    for result in results:
        statuses[result.status] += result.phrases
    return statuses


def _instructions(
    results: Iterable[Result], features: Features, scores: Mapping[str, float]
) -> tuple[Instruction, ...]:
    """The rows of the table that are on, in its order, each with what `results` and `scores` say of it."""
    passed: Counter[str] = Counter()  # assertions
    failed: Counter[str] = Counter()
    unsupported: Counter[str] = Counter()
    traps: defaultdict[str, set[str]] = defaultdict(set)
    for result in results:
        if result.trap:
            traps[result.site].add(result.trap)
        if not result.is_assertion:
            continue
        if result.status in RIGHT:
            passed.update(result.instructions)
        elif result.status in FAILED:
            failed.update(result.instructions)
        elif result.status is Status.UNSUPPORTED:
            unsupported.update(result.instructions)
    rows = []
    for op in OPS:
        if op.lacks(features.on):
            continue
        key = op.name
        seen = tuple(t for t in op.traps if any(got.startswith(t) for got in traps[key]))
        rows.append(
            Instruction(
                key=key,
                assertions=passed[key] + failed[key],
                passed=passed[key],
                failed=failed[key],
                unsupported=unsupported[key],
                implicated=scores.get(key, 0.0),
                traps=seen,
            )
        )
    return tuple(rows)


def table_rows(features: Features) -> tuple[Row, ...]:
    """The rows of the table that are on, in its order."""
    return tuple(
        Row(
            key=op.name,
            opcode=opcode(op.prefix, op.code),
            edition=EDITIONS.get(op.since, op.since),
            feature=op.feature,
            type=op.stack,
            anchors=op.spec,
            traps=op.traps,
        )
        for op in OPS
        if not op.lacks(features.on)
    )


def table_revision() -> str:
    """What tells one table of instructions from another, in eight digits."""
    return hashlib.sha256("\n".join(map(repr, OPS)).encode()).hexdigest()[:8]


def opcode(prefix: int | None, code: int) -> str:
    """The bytes of an opcode in hexadecimal, the number after a prefix as LEB128."""
    if prefix is None:
        return f"{code:02X}"
    parts = [f"{prefix:02X}"]
    while code > 0x7F:
        parts.append(f"{code & 0x7F | 0x80:02X}")
        code >>= 7
    return " ".join([*parts, f"{code:02X}"])
