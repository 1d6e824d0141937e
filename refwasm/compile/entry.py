"""A function as both tiers call it, and what compiled code calls besides kernels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from struct import error as StructError
from typing import Any, NoReturn, TypeAlias

from refwasm.errors import Exhaustion, Trap
from refwasm.interpret.blocks import Prepared
from refwasm.interpret.control import EXHAUSTED
from refwasm.runtime.memories import OUT_OF_BOUNDS

# Arguments, then the number of frames below; nothing, a result, or a tuple of them.
Call: TypeAlias = Callable[..., Any]


@dataclass(slots=True, eq=False, repr=False)
class Entry(Prepared):
    """What a tier made of a function: for the interpreter a body, for compiled code `call`.

    `spread` takes the arguments as a tuple. In place of results it may return a `Tail`, if the
    function ends in a tail call.
    """

    call: Call
    spread: Call
    namespace: dict[str, Any]
    body: Prepared | None = None  # for the interpreter
    left: bool = False  # to the interpreter, for good
    credit: int = 0  # instructions that are still interpreted before it is compiled


class Tail(tuple[Entry, tuple[Any, ...]]):
    """A call that takes the place of the frame that returned it: what is entered, and arguments."""

    __slots__ = ()


def exhausted() -> NoReturn:
    """Raise what too deep calls raise."""
    raise Exhaustion(EXHAUSTED)


def outside(error: Exception) -> Exception:
    """The trap that `error`, raised by an access of memory in the running frame, stands for.

    What comes from a function that was called, or says that a value is too large, is no trap.
    """
    traceback = error.__traceback__
    if traceback is not None and traceback.tb_next is not None:
        return error
    if isinstance(error, StructError) and "buffer" not in str(error) and "offset" not in str(error):
        return error
    return Trap(OUT_OF_BOUNDS).with_traceback(traceback)
