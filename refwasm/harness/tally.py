"""What an expectation has seen of the commands that it selects, until all scripts that it is about have run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from refwasm.script.results import Result

NO_COMMAND = "no such command"


def no_script(pattern: str) -> str:
    """What is said where the suite has no script like `pattern`."""
    return f"there is no script {pattern}"


@dataclass(frozen=True, slots=True)
class Tally:
    """What became on `engine` of the commands that the entry at `place` selects, of scripts like `script`."""

    engine: str
    place: str
    script: str
    awaited: tuple[str, ...]  # scripts that did not run whole; the rest is of those that did
    missing: tuple[int, ...]  # its lines at which there is no command
    selected: int  # commands
    failing: int  # of these
    passing: tuple[Result, ...]  # the first that passed, as it ends if none failed
    scripts: int  # those that it is about

    @property
    def partial(self) -> bool:
        """Whether some of its scripts ran, and others did not."""
        return 0 < len(self.awaited) < self.scripts

    @property
    def stale(self) -> tuple[str, ...]:
        """What is wrong with the entry, in a line: it is about commands that there are not."""
        if not self.scripts:
            return (f"{self.place}: {no_script(self.script)}",)
        if self.awaited or (self.selected and not self.missing):
            return ()
        lines = ", ".join(map(str, self.missing))
        where = f" at line {lines}" if lines else ""
        return (f"{self.place}: {self.script}: {NO_COMMAND}{where}",)

    @property
    def unexpected(self) -> tuple[Result, ...]:
        """The command that is unexpected, if the entry says that some fail, and none did."""
        return () if self.awaited or self.failing else self.passing


def combined(tallies: Iterable[Tally]) -> list[Tally]:
    """`tallies` of the parts of a run, those of an engine and an entry as one."""
    found: dict[tuple[str, str], Tally] = {}
    for tally in tallies:
        key = (tally.engine, tally.place)
        found[key] = _both(found[key], tally) if key in found else tally
    return [*found.values()]


def _both(a: Tally, b: Tally) -> Tally:
    return Tally(
        engine=a.engine,
        place=a.place,
        script=a.script,
        awaited=tuple(name for name in a.awaited if name in b.awaited),
        missing=tuple(line for line in a.missing if line in b.missing),
        selected=a.selected + b.selected,
        failing=a.failing + b.failing,
        passing=tuple(sorted((*a.passing, *b.passing), key=lambda r: (r.script, r.index))[:1]),
        scripts=a.scripts,
    )
