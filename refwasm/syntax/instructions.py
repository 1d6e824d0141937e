"""Instructions as flat sequences (section "Instructions").

Throughout rule code: `x` index, `l` label, `t` type, `ts` types, `C` context, `z` machine, `N` width.

An `Instr` is a flyweight: a row's `Op` and the immediates, shared by all its sites in a module. Where
it stands is in a parallel array of `Expr`, so nothing per site is stored in it.
"""

from __future__ import annotations

from array import array
from collections.abc import Container
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from refwasm.syntax.types import HeapType, RefType, ValType


@dataclass(frozen=True, slots=True, eq=False)
class Op:
    """A row of the table; instances live in `generated/opcodes.py` and are compared by identity."""

    name: str  # the row's key; its first word is the keyword
    prefix: int | None  # 0xFB, 0xFC, 0xFD, or None
    code: int  # the opcode's byte, or the number that follows the prefix
    rule: str
    since: str  # edition "1", "2", "3", or a proposal's name
    feature: str  # with which it came
    immediates: tuple[tuple[str, str], ...] = ()  # (name, kind), in the abstract syntax's order
    also: str = ""  # a feature that it needs besides
    stack: str = ""
    constant: str = ""  # the feature with which constant expressions may hold it, if they may
    opens: bool = False  # begins a block
    closes: bool = False  # ends a block, or a branch of one, as `else` does
    after: tuple[str, ...] = ()  # the rows whose branches it may end; any if there are none
    continues: bool = False  # begins another branch of the block
    # The parts of the store: "globals", "tables", "mems", "elems", "datas"; else "heap", what operands reach.
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    spec: tuple[str, ...] = ()  # anchors: validation, execution, operator

    @property
    def keyword(self) -> str:
        """What the text format writes."""
        return self.name.partition(" ")[0]

    def lacks(self, on: Container[str]) -> str:
        """The feature that it needs and that is not among those `on`; empty if there is none."""
        if self.feature not in on:
            return self.feature
        return self.also if self.also and self.also not in on else ""

    def __str__(self) -> str:
        return self.name

    def __reduce__(self) -> str:
        return self.name.upper().replace(".", "_").replace(" ", "_")


class MemArg(NamedTuple):
    """The memory `x`, the alignment hint (log2 of bytes), and the offset in bytes."""

    x: int
    align: int
    offset: int


class IndexedMemArg(MemArg):
    """A `MemArg`, equal to the plain one, whose binary names its memory; for 0 it need not."""

    __slots__ = ()


class Catch(NamedTuple):
    """A clause of `try_table`: `kind` is its keyword, `x` a tag where the kind has one, `l` a label."""

    kind: str  # "catch", "catch_ref", "catch_all", "catch_all_ref"
    x: int | None
    l: int


BlockType: TypeAlias = ValType | int | None  # a result, a type index, or nothing

# Immediates by kind: indices, counts, lanes and constants are ints (constants of all number types
# as unsigned bit patterns, so that equal instructions have equal immediates, NaNs and zeros included).
Immediate: TypeAlias = (
    "int | None | ValType | HeapType | RefType | MemArg | tuple[int, ...] | tuple[ValType, ...]"
    "| tuple[Catch, ...]"
)


class Instr(NamedTuple):
    """An instruction: its row and its immediates."""

    op: Op
    args: tuple[Immediate, ...]


@dataclass(slots=True)
class Expr:
    """A sequence of instructions in program order, the last one its `end`.

    `positions[i]` is the offset of `instrs[i]` in the file: bytes of a binary, characters of a text.
    """

    instrs: list[Instr]
    positions: array[int] = field(default_factory=lambda: array("Q"), compare=False, repr=False)
