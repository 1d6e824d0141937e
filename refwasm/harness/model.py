"""The results model: what a report says of engines, computed once (`make.py`) and rendered in many ways."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from refwasm.harness.spectrum import FAILED, RIGHT, Spectrum
from refwasm.harness.tally import Tally
from refwasm.script.results import Result, Status, bounded

NAME = 200  # characters of an engine's version
BROKEN = FAILED - RIGHT  # it did something else
NOT_RUN = {Status.UNSUPPORTED, Status.SKIPPED}

EVERYTHING = "every script"  # what is lost of an engine that is there and does not start

FORMAT = 3  # of the JSON; rises when a key changes its meaning or goes


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
    paths: tuple[str, ...] = ()  # the folders and scripts that it is about, by name


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
    flags: tuple[str, ...] = ()  # that the environment gave it
    lost: dict[str, str] = field(default_factory=dict)  # scripts not reported whole, and why

    def __post_init__(self) -> None:
        """Engines may call themselves anything, of any length."""
        object.__setattr__(self, "version", bounded(self.version, NAME))
        object.__setattr__(self, "absent", bounded(self.absent))
        object.__setattr__(self, "lost", {name: bounded(why) for name, why in self.lost.items()})

    @property
    def missing(self) -> str:
        """Why nothing ran on it: it is not there, or does not start."""
        return self.absent or self.lost.get(EVERYTHING, "")


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


@dataclass(frozen=True)
class EngineReport:
    """What a run says of one engine.

    It has no slots, since it keeps what takes a look at every failure.
    """

    subject: Subject
    scripts: tuple[Script, ...] = ()
    instructions: tuple[Instruction, ...] = ()  # none if nothing told which ran
    failures: tuple[Result, ...] = ()  # every command that did not pass, assertion or not
    statuses: Counter[Status] = field(default_factory=Counter)  # of assertions
    other: Counter[Status] = field(default_factory=Counter)  # of commands that assert nothing
    explained: tuple[str, ...] = ()  # the fewest instructions that explain all failures
    bound: float = 1.0  # the most times that those may weigh of what the fewest do: 1 is exact
    spectrum: Spectrum = field(default_factory=Spectrum)  # what `implicated` is computed from

    @property
    def empty(self) -> bool:
        """Whether no script has a command, so that nothing was tested."""
        return not any(script.commands for script in self.scripts)

    @property
    def idle(self) -> bool:
        """Whether there are assertions, of which the engine ran none."""
        return bool(self.statuses) and not self.statuses.keys() - NOT_RUN

    @cached_property
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

    @cached_property
    def unexplained(self) -> int:
        """The failures of which nothing tells what ran, so that no instruction explains them."""
        failed = sum(r.status in BROKEN and not r.follows for r in self.failures)
        return failed - self.spectrum.failures

    @property
    def seconds(self) -> float:
        """What its scripts took, added up."""
        return sum(script.seconds for script in self.scripts)


@dataclass(frozen=True, slots=True)
class Report:
    """All that a rendering may use.

    `commands` are those of each script, as the engine saw it that saw most of them; `sources` has the
    lines of commands that did not pass, `exercised` the instructions that commands exercise. `stale` is what expectations say of commands that there are not,
    each with the place where they say it; `pending` is what those of them have seen that are about other
    parts of the run, too.
    """

    run: Run
    rows: tuple[Row, ...]
    engines: tuple[EngineReport, ...]
    commands: dict[str, tuple[Stretch, ...]] = field(default_factory=dict)  # by script
    sources: dict[str, dict[int, str]] = field(default_factory=dict)  # by script and line
    stale: tuple[str, ...] = ()
    pending: tuple[Tally, ...] = ()
    exercised: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by script

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
