"""The shapes in which a function is called, made per number of arguments.

None passes `*args`: in CPython only calls with plain arguments take no C stack.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from refwasm.compile.entry import Call, Entry, Tail
from refwasm.compile.places import locate
from refwasm.errors import Exhaustion, WasmError
from refwasm.interpret.blocks import Block, End, Registers
from refwasm.interpret.control import EXHAUSTED


def settled(result: Any, d: int) -> Any:  # noqa: ANN401 - a value, or several
    """The results that `result` is, or leads to by tail calls, above `d` frames."""
    while type(result) is Tail:
        result = result[0].spread(result[1], d)
    return result


def _maker(text: str) -> Call:
    """The function `make` that `text` defines."""
    namespace: dict[str, Any] = {"Tail": Tail}
    exec(text, namespace)  # noqa: S102 - text of this module
    make: Call = namespace["make"]
    return make


@cache
def _gathering(arity: int) -> Call:
    params = "".join(f"a{k}, " for k in range(arity))
    return _maker(
        f"def make(entry):\n def call({params}d):\n  r = entry.spread(({params}), d)\n"
        "  while type(r) is Tail: r = r[0].spread(r[1], d)\n  return r\n return call\n"
    )


@cache
def _spreading(arity: int) -> Call:
    params = "".join(f"args[{k}], " for k in range(arity))
    return _maker(
        f"def make(call):\n def spread(args, d):\n  return call({params}d)\n return spread\n"
    )


def gathering(entry: Entry, arity: int) -> Call:
    """What takes single arguments and calls the `spread` that `entry` has then."""
    call: Call = _gathering(arity)(entry)
    return call


def spreading(call: Call, arity: int) -> Call:
    """What takes a tuple of arguments and calls `call`, which takes them singly."""
    spread: Call = _spreading(arity)(call)
    return spread


def bridge(entry: Entry, arity: int) -> End:
    """The end of a block in which the interpreter runs `entry`, whose frame it has pushed.

    The first `arity` registers of the frame are its arguments.
    What takes the place of that frame runs on the same machine, so that tail calls between the tiers
    take no space.
    """

    def end(R: Registers, entry: Entry = entry, arity: int = arity) -> Block | None:
        state, results = entry.state, entry.results
        frames = state.frames
        waiting = frames.pop()
        d = len(frames)
        try:
            found = entry.spread(tuple(R[:arity]), d)
            while type(found) is Tail and not found[0].left:
                found = found[0].spread(found[1], d)
        except WasmError as error:
            locate(error)
            raise
        finally:
            frames.append(waiting)  # whoever looks for a handler begins there
        if type(found) is Tail:
            body = found[0].body
            assert body is not None
            if len(frames) > body.depth:
                raise Exhaustion(EXHAUSTED)
            state.registers = [*found[1], *body.blank]
            state.block = body.entry
            return None
        caller, registers = frames.pop()
        if results:
            values = (found,) if results == 1 else found
            registers[caller.target : caller.target + results] = values
        state.registers = registers
        state.block = caller.after
        return None

    return end
