"""What a function becomes before it runs: basic blocks of steps over the registers of a frame.

A frame's registers are one list: parameters, locals, operands by height, constants. Nothing else
belongs to a frame, save, while it waits for a call to return, the block that made the call.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from refwasm.runtime.instances import HostFunc, TagInst, WasmFunc
from refwasm.runtime.values import Value
from refwasm.validation.code import Code

# What validation proved of the types of registers and statics is beyond mypy.
Registers: TypeAlias = list[Any]
Static: TypeAlias = Any

Step: TypeAlias = Callable[[Registers], None]
# The end of a block tells the block to go on with; None if another frame does, as the state says.
End: TypeAlias = "Callable[[Registers], Block | None]"


@dataclass(frozen=True, slots=True)
class Form:
    """How a row executes, and what its maker is given.

    At most one of `step`, `end` and `value` is there: makers of a step, of the end of a block, of
    what the instruction pushes wherever it stands. They are given, in this order: with `target`, the
    first register above what is popped; the registers of `operands`, before them the slice of a
    sequence if there is one; the immediates; the statics; with `module`, the instance; the block
    that an `end` ends.
    """

    step: Callable[..., Step] | None = None
    end: Callable[..., End] | None = None
    value: Callable[..., Value] | None = None
    operands: int = 0  # those popped, a sequence aside
    length: int = -1  # where among the statics is the length of the sequence, the last of them
    target: bool = False
    module: bool = False
    onward: bool = False  # an end that may go on to the next instruction
    carried: int = 0  # operands pushed before a branch is taken
    skips: bool = False  # it has a target that none of its immediates names
    tail: bool = False  # the frame is gone when the callee runs


class Catch(NamedTuple):
    """A handler at its place: what it catches, and where it goes on."""

    tag: TagInst | None  # None catches all
    reference: bool  # the exception itself is handed on, after its values
    target: int  # the first register for what is handed on
    block: Block
    keep: int | None  # the register that keeps the exception


class Scope(NamedTuple):
    """The handlers of a block, and the scope around it."""

    catches: tuple[Catch, ...]
    outer: Scope | None


@dataclass(slots=True, eq=False, repr=False)
class Block:
    """A basic block: `steps`, each of the instruction at the site in `sites`, then `end`.

    It covers the instructions from `first` to before `stop`, all of which run when it does.
    """

    state: State
    code: Code
    first: int = 0
    stop: int = 0
    steps: tuple[Step, ...] = ()
    sites: tuple[int, ...] = ()
    end: End = field(default=lambda R: None)
    scope: Scope | None = None
    after: Block | None = None  # the block that follows; for a call, once it returned
    skip: Block | None = None  # where `skip` leads
    target: int = 0  # the first register for the results of a call
    source: int = 0  # the first register of what `leave` returns
    count: int = 0  # how much `leave` returns
    paid: bool = False  # to begin it uses a unit: it is the body of a loop, or of a function
    recorder: End | None = None  # the `end` that records, while tracing


@dataclass(slots=True, eq=False, repr=False)
class Prepared:
    """A body that can run: a frame is its arguments and a copy of `blank`."""

    state: State
    entry: Block
    outside: Block  # stands for a caller that is not a frame: nothing follows it
    blank: Registers  # what follows the parameters
    depth: int  # how many frames may be below
    results: int


@dataclass(slots=True, eq=False, repr=False)
class State:
    """What one machine knows while it runs.

    `block` and `registers` are where another frame goes on: a callee, or a caller. `frames` wait:
    each is the block that made the call and its registers. `around` makes the calls of host functions.
    """

    prepare: Callable[[WasmFunc], Prepared]
    around: Callable[[HostFunc, Sequence[Value]], list[Value]]
    block: Block | None = None
    registers: Registers = field(default_factory=list)
    frames: list[tuple[Block, Registers]] = field(default_factory=list)
    crossings: int = 0  # calls of host functions that have not returned
