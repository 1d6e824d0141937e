"""What validation makes of a body: all that running it needs (`Code`)."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Never, TypeAlias

from refwasm.syntax.instructions import Immediate, Instr
from refwasm.syntax.types import FieldType, FuncType, PackedType, StorageType, ValType

# The value of a name that a row's premises bind and its meaning uses, or the length of a sequence.
Static: TypeAlias = "Immediate | StorageType | FieldType | tuple[StorageType, ...] | tuple[tuple[int, PackedType], ...]"


class Target(NamedTuple):
    """Where a branch leads.

    `site` is the index of the instruction at which execution goes on, `arity` the number of values
    carried there, and `height` the number of operands that stay below them.
    """

    site: int
    arity: int
    height: int


class Handler(NamedTuple):
    """A clause of `try_table`, or a catch block: `kind` is its keyword, `x` a tag where it has one.

    A catch block keeps the exception in `local`.
    """

    kind: str
    x: int | None
    target: Target
    local: int | None = None


class Guard(NamedTuple):
    """What handles exceptions of the instructions from a site to the one at `end`.

    After `handlers` those around have their turn; with `delegate`, those around what is in the block
    that begins at this site, of which -1 is the function.
    """

    end: int
    handlers: tuple[Handler, ...]
    delegate: int | None = None


@dataclass(slots=True)
class Code:
    """A valid body of type `type`, with what validation found out about each site.

    `heights[i]` is the number of operands on the stack before instruction `i`, or -1 where it cannot
    be reached. `targets` holds where `br*`, `if` (to just after its else, or its end) and what ends
    a branch of a block (to its end) lead; `handlers` what each `try_table` and `try` guards; `statics`
    the values of the names in `generated/validator.STATICS`.
    """

    type: FuncType
    locals: tuple[tuple[int, ValType], ...]  # runs (count, type), after them those of catch blocks
    instrs: list[Instr]
    positions: array[int]
    heights: array[int] = field(default_factory=lambda: array("i"))
    statics: Mapping[int, tuple[Static, ...]] = field(default_factory=dict)
    targets: Mapping[int, Target | tuple[Target, ...]] = field(default_factory=dict)
    handlers: Mapping[int, Guard] = field(default_factory=dict)
    max_height: int = 0


_NOTHING: dict[int, Never] = {}
_HEIGHTS = array("i", (0, 1))


def single(
    ft: FuncType, instrs: list[Instr], positions: array[int], statics: tuple[Static, ...] = ()
) -> Code:
    """The code of one instruction that pushes a value, and its `end`; what such codes have alike is shared."""
    found = {0: statics} if statics else _NOTHING
    return Code(ft, (), instrs, positions, _HEIGHTS, found, _NOTHING, _NOTHING, 1)
