"""Which blocks are loops of Python, and which are states.

Where a block is a loop, a label that is branched to is a `while` which is left or repeated. A branch
to the innermost loop is `break` or `continue`. One further out sets `br` to the number of the loop
that it leads to, and each loop on the way is left.

Where blocks are states, their labels have numbers, and a branch sets `at` to one; see `states`. If a
block is a state, so are all those around it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from refwasm.compile.limits import Limits
from refwasm.compile.switches import Switch, branches, listed, switches
from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import Op
from refwasm.validation.code import Code

CHOICE = 20  # levels of indentation that choosing a state may take, at most


@dataclass(slots=True, eq=False)
class Frame:
    """An open block. `site` is that of its label, `level` the number of its loop, 0 without one."""

    op: Op | None
    site: int
    begin: int = -1  # the site where it begins
    end: int = -1  # the site of its end
    level: int = 0
    below: int = 0  # operands when it began
    leaves: set[int] = field(default_factory=set)  # loops further out that branches in it lead to
    saved: int = 0  # the number of the loop around
    scope: int = -1  # the state that handles exceptions in it


@dataclass(slots=True)
class _Nest:
    """A block that is measured: loops and levels of Python within each other."""

    begin: int
    loops: int = 0
    levels: int = 0
    state: bool = False

    def fits(self, loops: int, levels: int) -> bool:
        return not self.state and self.loops <= loops and self.levels <= levels


class Rest(NamedTuple):
    """What remains of a call: from the site `entry` on, up to a site at which another body goes on."""

    entry: int
    back: int | None


@dataclass(slots=True)
class Plan:
    """What blocks of a body become.

    `ends` tells where each block ends, by the site at which it begins; `branched` are the sites of
    labels to which a branch leads, other than that of an `if` or `else`, or of a case; `states`
    numbers the sites at which states begin, in order, and `blocks` has the sites of blocks that are
    states. Of each switch, `switches` has the site of the choice, `cases` the ends of its blocks,
    `tails` the sites of what only has to go on. Execution begins at `entry`.
    """

    ends: dict[int, int]
    branched: set[int]
    switches: dict[int, Switch]
    cases: dict[int, Switch]
    tails: dict[int, Switch]
    blocks: set[int] = field(default_factory=set)
    states: dict[int, int] = field(default_factory=dict)
    resolved: dict[int, int] = field(default_factory=dict)
    entry: int = 0

    def state(self, site: int) -> int | None:
        """The number of the state that begins at the label at `site`, if there is one."""
        return self.states.get(self.resolved.get(site, site))


def plan(code: Code, limits: Limits, *, again: bool = False, entry: int = 0) -> Plan:
    """What the blocks of `code` become; with `again`, its beginning is a state in any case."""
    ends, sources = _block_ends(code), branches(code)
    found = switches(code, ends, sources)
    made = _planned(ends, sources, found, entry)
    root = _measure(code, made, limits)
    root.state |= again
    if root.fits(limits.loops, limits.levels):
        made.blocks.clear()
        return made
    whole = [switch for switch in found if switch.begin not in made.blocks]
    if len(whole) < len(found):  # those around what is a state are none
        made = _planned(ends, sources, whole, entry)
        _measure(code, made, limits)
    _number(code, made)
    return made


def _planned(
    ends: dict[int, int], sources: dict[int, set[int]], found: list[Switch], entry: int
) -> Plan:
    """The plan in which `found` are the switches."""
    branched = set(sources)
    for switch in found:
        branched -= switch.cases
        label = switch.ends[-1] + 1
        if sources.get(label, set()) <= switch.tails:
            branched.discard(label)
    return Plan(
        ends,
        branched,
        {switch.site: switch for switch in found},
        {end: switch for switch in found for end in switch.ends},
        {site: switch for switch in found for site in switch.tails},
        entry=entry,
    )


def _block_ends(code: Code) -> dict[int, int]:
    ends: dict[int, int] = {}
    pending: list[int] = []
    for i, (op, _) in enumerate(code.instrs):
        if op.opens:
            pending.append(i)
        elif op in (o.END, o.DELEGATE) and pending:
            ends[pending.pop()] = i
    return ends


def _measure(code: Code, made: Plan, limits: Limits) -> _Nest:
    """The body's own measures; blocks that have to be states, if it is too deep, are in `made`."""
    loops, levels = limits.loops // 2, limits.levels - CHOICE
    nests = [_Nest(-1)]
    for i, (op, _) in enumerate(code.instrs):
        if i == made.entry > 0:
            nests[-1].state = True
        if op.opens:
            nests.append(_Nest(i))
        elif op in (o.END, o.DELEGATE) and len(nests) > 1:
            inner = nests.pop()
            if code.heights[inner.begin] < 0:
                continue
            _add(code, made, inner)
            if not inner.fits(loops, levels):
                made.blocks.add(inner.begin)
            outer = nests[-1]
            outer.loops = max(outer.loops, inner.loops)
            outer.levels = max(outer.levels, inner.levels)
            outer.state |= inner.state
        elif op is o.BR_TABLE and code.heights[i] >= 0:
            sites = {target.site for target in listed(code.targets[i])}
            cases = made.switches[i].cases if i in made.switches else frozenset()
            nests[-1].state |= len(sites - cases) > limits.targets
    return nests[0]


def _add(code: Code, made: Plan, nest: _Nest) -> None:
    """Add what the block itself takes to what is within it."""
    op = code.instrs[nest.begin].op
    label = nest.begin + 1 if op is o.LOOP else made.ends[nest.begin] + 1
    own = (label in made.branched) + (op is o.TRY_TABLE)
    nest.loops += own
    nest.levels += own + (op is o.IF)
    switch = made.cases.get(made.ends[nest.begin])
    if switch is not None and switch.begin == nest.begin:
        nest.levels += switch.choices.bit_length()
    nest.state |= op is o.TRY


def _number(code: Code, made: Plan) -> None:
    """Number the states."""
    sites = {0, made.entry}
    for begin in made.blocks:
        op = code.instrs[begin].op
        end = made.ends[begin]
        label = begin + 1 if op is o.LOOP else end + 1
        if label in made.branched:
            sites.add(label)
        if op is o.IF:
            sites.update(target.site for target in listed(code.targets[begin]))
        if op in (o.IF, o.TRY):
            sites.add(end + 1)
        guard = code.handlers.get(begin)
        if guard is not None:
            sites.update((begin + 1, guard.end + 1))
            sites.update(h.target.site for h in guard.handlers if h.local is not None)
    last = len(code.instrs) - 1
    for i, targets in code.targets.items():
        if code.heights[i] >= 0 and code.instrs[i].op is o.BR_TABLE:
            sites.update(target.site for target in listed(targets) if target.site == last)
    for site in sorted(sites, reverse=True):
        following = site + 1 in sites and code.instrs[site].op is o.END
        made.resolved[site] = made.resolved[site + 1] if following else site
    kept = sorted({made.resolved[site] for site in sites} | {0})
    made.states.update((site, k) for k, site in enumerate(kept))
