"""What the generator writes per row for the fast tier, and how names are put into it.

`{i1}` in a text stands for an operand, an immediate, a static, or an item of the environment
(`{mems__m__x}` is `mems[m.x]`); `{i1=}` is the first of several uses of an operand; `{_1}` a name
that the text binds for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import NamedTuple

BEGIN, FINISH = "\1", "\2"  # marks in a text: around what a row pushes, the first with its site
_HOLE = re.compile(r"\{(\w+)(=?)\}")


class Effect(IntEnum):
    """What has to keep its place among what else happens."""

    TOTAL = 0  # neither traps nor depends on what may change
    READS = 1  # may trap, or depends on memory, globals and the like
    WRITES = 2


class Step(NamedTuple):
    """An intrinsic with its arguments, if `condition`, where there is one, holds."""

    condition: str
    intrinsic: str
    args: tuple[str, ...]


class Loose(NamedTuple):
    """The text of a loose value: an integer congruent to that of the row, or NaN if that is NaN.

    Operands of `free` may be loose in it. `mask` makes an integer strict; so does an operand of
    `bounds` that is. It has about `slack` bits more than its type.
    """

    text: str
    free: frozenset[str] = frozenset()
    mask: str = ""
    bounds: frozenset[str] = frozenset()
    slack: int = 0


class Sure(NamedTuple):
    """The value if `operand` is a constant with which `trap` does not hold: the row is total."""

    operand: str
    trap: str
    value: str


@dataclass(frozen=True, slots=True)
class Template:
    """A row's statements, then its intrinsics, then the expression that it pushes.

    `truth` is a condition of which the value is 1 or 0. With `ordered`, each operand is evaluated,
    in the order of the stack, whatever happens; otherwise those of `atoms` must be names. Those of
    `free` may be loose.
    """

    operands: tuple[str, ...] = ()
    sequence: str = ""
    statements: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    value: str = ""
    truth: str = ""
    ordered: bool = True
    atoms: frozenset[str] = frozenset()
    effect: Effect = Effect.TOTAL
    constant: bool = False
    free: frozenset[str] = frozenset()
    loose: Loose | None = None
    sure: Sure | None = None


class Hole(NamedTuple):
    """A place in a text for what `name` stands for."""

    name: str
    first: bool


@cache
def pieces(text: str) -> tuple[str | Hole, ...]:
    """`text` cut at its holes."""
    parts = _HOLE.split(text)
    found: list[str | Hole] = []
    for i in range(0, len(parts), 3):
        if parts[i]:
            found.append(parts[i])
        if i + 1 < len(parts):
            found.append(Hole(parts[i + 1], bool(parts[i + 2])))
    return tuple(found)
