"""Steps and ends of blocks that are no instruction's own."""

from __future__ import annotations

from refwasm.generated.interpreter import local_get
from refwasm.interpret.blocks import Block, End, Registers, Step
from refwasm.runtime.meter import Meter
from refwasm.runtime.values import Value


def goto(block: Block) -> End:
    """An end that goes on with `block`."""

    def end(R: Registers, block: Block = block) -> Block | None:
        return block

    return end


def move(source: int, target: int, count: int) -> Step:
    """Copy `count` registers, as if all at once."""
    if count == 1:
        return local_get(target, source)

    def step(R: Registers) -> None:
        R[target : target + count] = R[source : source + count]

    return step


def nothing(R: Registers) -> None:
    """The step of an instruction without an effect on registers."""


def put(target: int, value: Value) -> Step:
    """Let a register hold `value`."""

    def step(R: Registers) -> None:
        R[target] = value

    return step


def spend(meter: Meter) -> Step:
    """Use a unit."""

    def step(R: Registers) -> None:
        for _ in meter.units:
            return
        raise meter.starved()

    return step
