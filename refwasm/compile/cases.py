"""Cases of switches, written where they are chosen; see `switches`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from refwasm.compile.blocks import Blocks
from refwasm.compile.limits import Limits
from refwasm.compile.structure import Rest
from refwasm.compile.switches import Switch
from refwasm.runtime.meter import Paying
from refwasm.validation.code import Code, Target


@dataclass(slots=True)
class _Choice:
    """An open switch: the lines up to its cases, and where each case is to be put among them."""

    switch: Switch
    lines: list[str]
    sites: list[int]
    indent: str
    places: dict[int, tuple[int, str]] = field(default_factory=dict)  # by the site of the label
    cases: list[tuple[int, list[str], list[int]]] = field(default_factory=list)
    case: int = -1  # the site at which the one being written begins

    def put(self, lines: list[str], sites: list[int]) -> None:
        """The case that was being written is these lines; it may be one that is never chosen."""
        if self.case not in self.places:
            return
        place, indent = self.places[self.case]
        if not lines:
            lines, sites = [f"{indent}pass"], [self.case]
        self.cases.append((place, lines, sites))

    def whole(self) -> tuple[list[str], list[int]]:
        """All lines and their sites."""
        lines: list[str] = []
        sites: list[int] = []
        done = 0
        for place, case, places in sorted(self.cases, key=lambda case: case[0]):
            lines += self.lines[done:place] + case
            sites += self.sites[done:place] + places
            done = place
        return lines + self.lines[done:], sites + self.sites[done:]


class Cases(Blocks):
    """A body in translation, with the switches of its plan."""

    def __init__(
        self, code: Code, prefix: str, limits: Limits, paying: Paying | None, rest: Rest | None
    ):
        super().__init__(code, prefix, limits, paying, rest)
        self._choices: list[_Choice] = []  # innermost last

    def choose(self, index: str, targets: Sequence[Target]) -> None:
        """Branch to the target that `index` selects, the last one if there are not so many."""
        switch = self.plan.switches.get(self.site)
        if switch is None:
            super().choose(index, targets)
            return
        choice = _Choice(switch, self.lines, self.sites, self.indent)
        self._choices.append(choice)
        firsts = self.runs(targets)
        if len({target for _, target in firsts}) < len(firsts):
            distinct = list(dict.fromkeys(targets))
            *numbers, default = map(distinct.index, targets)
            table = self.literal(tuple(numbers))
            found = f"s{len(self.stack)}"
            self.assign(found, f"{table}[{index}] if {index} < {len(numbers)} else {default}")
            index, firsts = found, list(enumerate(distinct))
        self._choose(index, firsts, choice)

    def _choose(self, index: str, firsts: list[tuple[int, Target]], choice: _Choice) -> None:
        """A search by halves for the run of targets in which `index` is, with places for cases."""
        if len(firsts) == 1:
            [(_, target)] = firsts
            if target.site in choice.switch.cases:
                self.carry(target, [])
                choice.places[target.site] = len(self.lines), self.indent
            else:
                self.branch(target, [])
            return
        middle = len(firsts) // 2
        for head, half in (
            (f"if {index} < {firsts[middle][0]}:", firsts[:middle]),
            ("else:", firsts[middle:]),
        ):
            self.line(head)
            self.indent += " "
            self._choose(index, half, choice)
            self.indent = self.indent[:-1]

    def branch(self, target: Target, extra: list[str]) -> None:
        """Move what is carried to where `target` wants it, and go there; the stack stays."""
        switch = self.plan.tails.get(self.site)
        if switch is None or target.site != switch.ends[-1] + 1:
            super().branch(target, extra)
            return
        self.carry(target, extra)
        self.line("pass")

    def end(self, i: int) -> None:
        """The end of the innermost block."""
        switch = self.plan.cases.get(i)
        if switch is None:
            super().end(i)
            return
        choice = self._choices[-1]
        if i != switch.ends[0]:
            if self.live:
                self.spill_all()
            choice.put(self.lines, self.sites)
        if i == switch.ends[-1]:
            self._choices.pop()
            self.lines, self.sites = choice.whole()
            self.indent = choice.indent
            super().end(i)
            return
        frame = self.frames.pop()
        del self.labels[frame.site]
        self.lines, self.sites = [], []
        choice.case = i + 1
        self.indent = choice.places.get(i + 1, (0, choice.indent))[1]
        self.resume(self.code.heights[i + 1])
