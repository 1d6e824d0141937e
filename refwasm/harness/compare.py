"""Two reports: what became better and worse from one to the other, what is new, what is gone.

Engines are matched by their labels, scripts by their names (see `twins.py`), and commands by directive and text in their
order, so that a suite in which lines moved compares as well as the same one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import NamedTuple

from refwasm.harness.model import EngineReport, Instruction, Report, Stretch
from refwasm.harness.report.outcomes import by_script, is_red
from refwasm.harness.spectrum import FAILED
from refwasm.harness.texts import DIGITS
from refwasm.harness.twins import renamed, twins
from refwasm.script.results import Result, Status

UNREAD = "script"  # the directive of the result of a script that could not be read

# From the worst to the best: the engine broke, was wrong, was right in other words, was not asked, was right.
LEVELS: dict[Status, int] = {
    **dict.fromkeys((Status.CRASH, Status.TIMEOUT, Status.GARBLED, Status.ERROR), 0),
    Status.FAIL: 1,
    Status.TEXT: 2,
    **dict.fromkeys((Status.UNSUPPORTED, Status.SKIPPED), 3),
    **dict.fromkeys((Status.PASS, Status.UNEXPECTED), 4),
}


class Command(NamedTuple):
    """A command of a script, as a report has it."""

    place: int  # among the commands, from 0
    line: int
    kind: str
    text: str  # its digest


@dataclass(frozen=True, slots=True)
class Change:
    """A command that ended otherwise, is new or is gone; None is where it is not.

    `line` is where it is now, or was. `result` is that in which it did not pass, the later one if there are two.
    """

    script: str
    line: int
    kind: str
    before: Status | None
    after: Status | None
    result: Result | None = None

    @property
    def excused(self) -> bool:
        """Whether an expectation says that it fails now."""
        return self.after in FAILED and self.result is not None and bool(self.result.excuse)


@dataclass(frozen=True, slots=True)
class Moved:
    """An instruction of which assertions say something else than before.

    It is `worse` if commands are that were there before, and `new` if it fails in others alone.
    """

    key: str
    before: Instruction
    after: Instruction
    worse: bool = False
    new: bool = False

    @property
    def more(self) -> bool:
        """Whether more of them fail, or fewer pass, or what fails points to it more than before."""
        before, after = ((i.failed, -i.passed, i.implicated) for i in (self.before, self.after))
        return after > before

    @property
    def implicated(self) -> float:
        """How well it explains the failures that there are, or those that there were."""
        return (self.after if self.more else self.before).implicated

    @property
    def broke(self) -> bool:
        """Whether it passed, and fails in all that there is, be the commands others."""
        passed, failed = self.before.status == "passed", self.after.status == "failed"
        return passed and failed and not self.after.passed


@dataclass(frozen=True, slots=True)
class EngineChanges:
    """What changed on one engine; `lost` are scripts without results, or all of it, with the reasons."""

    label: str
    versions: tuple[str, str]
    worse: tuple[Change, ...] = ()  # the worst first, as in the others
    better: tuple[Change, ...] = ()
    new: tuple[Change, ...] = ()
    gone: tuple[Change, ...] = ()
    lost: dict[str, str] = field(default_factory=dict)
    instructions: tuple[Moved, ...] = ()  # those that got worse, then the most implicated, first
    explained: tuple[str, ...] = ()  # the fewest that explain all failures there are now
    mended: tuple[
        str, ...
    ] = ()  # those of the fewest that explained the failures before, no longer

    failing: tuple[
        str, ...
    ] = ()  # instructions that passed, and now fail, which no expectation says

    @property
    def ok(self) -> bool:
        """Whether nothing became worse that no expectation covers."""
        worse = any(not change.excused for change in self.worse)
        return not (self.lost or self.failing or worse)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from `before` to `after`; `engines` are those of both, the others only named."""

    before: Report
    after: Report
    engines: tuple[EngineChanges, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing became worse."""
        return all(engine.ok for engine in self.engines)


def compare(before: Report, after: Report) -> Comparison:
    """What changed from `before` to `after`; scripts are named as in this."""
    before = renamed(before, twins(before.commands, after.commands))
    old, new = ({e.subject.label: e for e in r.engines} for r in (before, after))
    pairs = _Pairs(before, after)
    return Comparison(
        before=before,
        after=after,
        engines=tuple(_engine(old[k], e, pairs) for k, e in new.items() if k in old),
        new=tuple(label for label in new if label not in old),
        gone=tuple(label for label in old if label not in new),
    )


def _engine(old: EngineReport, new: EngineReport, pairs: _Pairs) -> EngineChanges:
    versions = (old.subject.version, new.subject.version)
    if new.subject.missing:
        lost = {} if old.subject.missing else {"everything": new.subject.missing}
        return EngineChanges(new.subject.label, versions, lost=lost)
    changes = [*_changes(old, new, pairs)]
    changes.sort(key=lambda c: (_level(c.after), -_level(c.before), c.script, c.line))
    both = [c for c in changes if c.before and c.after]
    worse = tuple(c for c in both if _level(c.after) < _level(c.before))
    instructions = tuple(moved(old, new, _ran(worse), _ran(c for c in changes if not c.before)))
    red = {key for result in new.failures if is_red(result) for key in result.instructions}
    return EngineChanges(
        label=new.subject.label,
        versions=versions,
        worse=worse,
        better=tuple(c for c in both if _level(c.after) > _level(c.before)),
        new=tuple(c for c in changes if not c.before),
        gone=tuple(c for c in changes if not c.after),
        lost={k: why for k, why in new.subject.lost.items() if k not in old.subject.lost},
        instructions=instructions,
        explained=new.explained,
        failing=tuple(m.key for m in instructions if m.broke and m.key in red),
        mended=tuple(key for key in old.explained if key not in new.explained),
    )


def _level(status: Status | None) -> int:
    return LEVELS[status] if status else 0


def _ran(changes: Iterable[Change]) -> set[str]:
    """The instructions in those of `changes` that do not pass now."""
    return {key for c in changes if c.result and c.after for key in c.result.instructions}


def moved(
    old: EngineReport, new: EngineReport, worse: Collection[str], fresh: Collection[str]
) -> list[Moved]:
    """The instructions that have another part in what fails or is unsupported, those that got worse first.

    Those that are `worse` ran in commands that are, `fresh` in commands that were not there.
    """
    olds = {i.key: i for i in old.instructions}
    found = []
    for now in new.instructions:
        was = olds.get(now.key, Instruction(now.key, 0, 0, 0, 0, 0.0, ()))
        if _part(was) != _part(now):
            it = Moved(now.key, was, now)
            known = now.key in worse or bool(worse and now.key not in fresh) or it.broke
            found.append(replace(it, worse=it.more and known, new=it.more and not known))
    return sorted(found, key=lambda m: (not m.worse, -m.implicated, -m.after.failed))


def _part(i: Instruction) -> tuple[int, str, bool]:
    return i.failed, i.status, i.implicated > 0


def _changes(old: EngineReport, new: EngineReport, pairs: _Pairs) -> Iterator[Change]:
    """The commands that ended otherwise, are new or are gone; some may have become neither better nor worse."""
    failed = (by_script(old), by_script(new))
    there = tuple({s.name for s in e.scripts} for e in (old, new))
    for name in sorted(there[0] | there[1]):
        was, now = ({r.index: r for r in of.get(name, ())} for of in failed)
        unread = [next((r for r in of.values() if r.kind == UNREAD), None) for of in (was, now)]
        if any(unread) and name in there[0] and name in there[1]:
            yield from _unread(name, *unread)
            continue
        partial = name in new.subject.lost or name in old.subject.lost
        for a, b in pairs.of(name, old=name in there[0], new=name in there[1]):
            change = _change(name, a, b, was, now)
            if not (partial and (change.before is Status.PASS or change.after is Status.PASS)):
                yield change


def _unread(name: str, was: Result | None, now: Result | None) -> Iterator[Change]:
    """A script that could not be read, before or now."""
    found = now or was
    if found and not (was and now):
        before, after = (r.status if r else Status.PASS for r in (was, now))
        yield Change(name, found.line, UNREAD, before, after, found)


def _change(
    name: str, a: Command | None, b: Command | None, was: dict[int, Result], now: dict[int, Result]
) -> Change:
    old = was.get(a.place) if a else None
    new = now.get(b.place) if b else None
    command = b or a
    assert command is not None
    return Change(
        script=name,
        line=command.line,
        kind=command.kind,
        before=(old.status if old else Status.PASS) if a else None,
        after=(new.status if new else Status.PASS) if b else None,
        result=new or old,
    )


class _Pairs:
    """The commands of two reports, matched once for all engines."""

    def __init__(self, before: Report, after: Report):
        self.before = before
        self.after = after
        self.found: dict[str, list[tuple[Command | None, Command | None]]] = {}

    def of(
        self, name: str, *, old: bool, new: bool
    ) -> Sequence[tuple[Command | None, Command | None]]:
        """Each command of the script `name` as it was and is, for an engine that ran it before and now."""
        if name not in self.found:
            both = (commands(r.commands.get(name, ())) for r in (self.before, self.after))
            self.found[name] = [*matched(*both)]
        pairs = self.found[name]
        if old and new:
            return pairs
        return [(a, None) if old else (None, b) for a, b in pairs if (a if old else b)]


def commands(stretches: Iterable[Stretch]) -> list[Command]:
    """The commands in `stretches`, one by one."""
    return [
        Command(
            s.index + n, line, s.kind, s.texts[DIGITS * n : DIGITS * (n + 1)] if s.texts else ""
        )
        for s in stretches
        for n, line in enumerate(s.lines)
    ]


def matched(
    old: Sequence[Command], new: Sequence[Command]
) -> Iterator[tuple[Command | None, Command | None]]:
    """The commands of `old` and `new` in pairs; None beside one that is only in the other.

    Where as many were replaced as by what, by others of the same directives, only their texts changed.
    """
    before, after = _keys(old, new)
    if before == after:
        yield from zip(old, new, strict=True)
        return
    for what, i, j, k, l in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        same = [c.kind for c in old[i:j]] == [c.kind for c in new[k:l]]
        if what == "equal" or same:
            yield from zip(old[i:j], new[k:l], strict=True)
        else:
            yield from ((a, None) for a in old[i:j])
            yield from ((None, b) for b in new[k:l])


def _keys(old: Sequence[Command], new: Sequence[Command]) -> list[list[tuple[str, object]]]:
    """What is compared of commands: their texts, if they are known, else how many lines they have."""
    told = all(c.text for c in (*old, *new))
    return [
        [
            (a.kind, a.text if told else b.line - a.line if b else 0)
            for a, b in zip(of, [*of[1:], None], strict=False)
        ]
        for of in (old, new)
    ]
