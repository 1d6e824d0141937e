"""Which `br_table`s are switches: blocks that begin one within the other, around a choice of one of them.

What follows the end of such a block is a *case*, if nothing else leads there: it is written where the
choice is made, and its block is no loop of Python. The outermost block is as others are; what ends a
case by leaving it only has to go on.
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from refwasm.generated import opcodes as o
from refwasm.validation.code import Code, Target


class Switch(NamedTuple):
    """A `br_table` at `site`, in blocks of which the outermost begins at `begin`."""

    site: int
    begin: int
    choices: int  # the number of labels that it chooses from
    ends: tuple[int, ...]  # of its blocks, innermost first
    tails: frozenset[int]  # the sites of what leaves the outermost block, and only has to go on

    @property
    def cases(self) -> frozenset[int]:
        """The sites of labels of cases."""
        return frozenset(end + 1 for end in self.ends[:-1])


def listed(targets: Target | tuple[Target, ...]) -> tuple[Target, ...]:
    """One target, or several, as several."""
    return (targets,) if isinstance(targets, Target) else targets


def branches(code: Code) -> dict[int, set[int]]:
    """The sites that branch to a label, other than that of an `if` or `else`; -1 for handlers."""
    found: dict[int, set[int]] = {}
    for i, targets in code.targets.items():
        op = code.instrs[i].op
        if code.heights[i] >= 0 and not op.closes and op is not o.IF:
            for target in listed(targets):
                found.setdefault(target.site, set()).add(i)
    for guard in code.handlers.values():
        for handler in guard.handlers:
            found.setdefault(handler.target.site, set()).add(-1)
    return found


def switches(code: Code, ends: dict[int, int], sources: dict[int, set[int]]) -> list[Switch]:
    """Those of `code`, whose blocks end as `ends` says, with `sources` for each label."""
    found: list[Switch] = []
    taken: set[int] = set()  # ends of blocks that are those of a switch
    pending: list[int] = []
    for i, (op, _) in enumerate(code.instrs):
        if op.opens:
            pending.append(i)
        elif op in (o.END, o.DELEGATE) and pending:
            pending.pop()
        elif op is o.BR_TABLE and code.heights[i] >= 0:
            switch = _switch(code, i, pending, ends, sources)
            if len(switch.ends) > 1 and taken.isdisjoint(switch.ends):
                found.append(switch)
                taken.update(switch.ends)
    return found


def _switch(
    code: Code, i: int, pending: list[int], ends: dict[int, int], sources: dict[int, set[int]]
) -> Switch:
    """The `br_table` at `i`, in those blocks of `pending` that have one case after the other."""
    chosen = {target.site for target in listed(code.targets[i])}
    begin, around = -1, []
    nested = zip(reversed(pending), range(pending[-1] if pending else 0, -1, -1), strict=False)
    for begin, _ in takewhile(lambda b: b[0] == b[1] and code.instrs[b[0]].op is o.BLOCK, nested):
        end = ends[begin]
        around.append(end)
        only = sources.get(end + 1) == {i} and end + 1 in chosen
        if not only or code.heights[end] >= 0:
            break
    if not around:
        return Switch(i, -1, 0, (), frozenset())
    label = around[-1] + 1
    tails = {
        site
        for site in sources.get(label, ())
        if site == i or code.instrs[site].op is o.BR and site + 1 in around
    }
    return Switch(i, begin, len(chosen), tuple(around), frozenset(tails))
