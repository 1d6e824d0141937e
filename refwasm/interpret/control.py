"""The intrinsics that move between frames (section "Function Calls"), and the unwinding of frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from refwasm.errors import Exhaustion, UncaughtException
from refwasm.interpret.blocks import Block, Prepared, Registers, State
from refwasm.runtime.exceptions import ExnInst
from refwasm.runtime.instances import FuncInst, HostFunc, WasmFunc
from refwasm.runtime.values import Value

EXHAUSTED = "call stack exhausted"
# Calls of host functions within each other. Each takes some seven frames of Python's own stack, of
# which there are 1000 by default, and may take some of C's.
CROSSINGS = 100


def prepared(state: State, f: WasmFunc) -> Prepared:
    """What `f` became for the machine of `state`; made at the first call."""
    body = f.prepared
    if not isinstance(body, Prepared) or body.state is not state:
        f.prepared = body = state.prepare(f)
    return body


def invoke(here: Block, R: Registers, f: FuncInst, args: Registers) -> Block | None:
    """Call `f`; its results go where `here` says, and execution on to the block after it.

    Spec: exec-invoke
    """
    state = here.state
    body = f.prepared  # as `prepared` has it; here a call of Python's counts
    if not isinstance(body, Prepared) or body.state is not state:
        if isinstance(f, HostFunc):
            results = cross(state, f, args)
            R[here.target : here.target + len(results)] = results
            return here.after
        body = prepared(state, f)
    if len(state.frames) >= body.depth:
        raise Exhaustion(EXHAUSTED)
    state.frames.append((here, R))
    state.registers = args + body.blank
    state.block = body.entry
    return None


def tail_invoke(here: Block, R: Registers, f: FuncInst, args: Registers) -> Block | None:
    """Call `f` in place of the running frame, whose caller gets the results.

    Spec: exec-return-invoke
    """
    state = here.state
    body = f.prepared
    if not isinstance(body, Prepared) or body.state is not state:
        if isinstance(f, HostFunc):
            caller, state.registers = state.frames.pop()
            state.block = _crossing(caller, f, args)
            return None
        body = prepared(state, f)
    if len(state.frames) > body.depth:
        raise Exhaustion(EXHAUSTED)
    state.registers = args + body.blank
    state.block = body.entry
    return None


def _crossing(caller: Block, f: HostFunc, args: Registers) -> Block:
    """A block that calls the host function `f` in place of the call that `caller` made, and goes on after it."""
    state = caller.state

    def end(R: Registers) -> Block | None:
        results = cross(state, f, args)
        R[caller.target : caller.target + len(results)] = results
        state.registers = R
        state.block = caller.after
        return None

    return Block(state, caller.code, caller.stop - 1, caller.stop, end=end, scope=caller.scope)


def leave(here: Block, R: Registers) -> Block | None:
    """Return the results that `here` names to the caller.  Spec: exec-return"""
    state = here.state
    caller, registers = state.frames.pop()
    if here.count == 1:
        registers[caller.target] = R[here.source]
    else:
        results = R[here.source : here.source + here.count]
        registers[caller.target : caller.target + here.count] = results
    state.registers = registers
    state.block = caller.after
    return None


def throw(exn: ExnInst) -> NoReturn:
    """Throw `exn`; the machine looks for a handler.  Spec: exec-throw_ref"""
    raise UncaughtException(exn)


def cross(state: State, f: HostFunc, args: Sequence[Value]) -> list[Value]:
    """The results of the host function `f`; running out of Python's stack is exhaustion, too."""
    crossings = state.crossings
    if crossings >= CROSSINGS:
        raise Exhaustion(EXHAUSTED)
    try:
        state.crossings = crossings + 1
        return state.around(f, args)
    except RecursionError:
        raise Exhaustion(EXHAUSTED) from None
    finally:
        state.crossings = crossings  # whatever was interrupted where


def catch(
    state: State, thrown: UncaughtException, here: Block, R: Registers, base: int
) -> tuple[Block, Registers]:
    """Where execution goes on after `thrown` in block `here`: the innermost handler's.

    Frames are left on the way, down to the one above `base`; if none handles it, it is raised.
    Spec: exec-throw_ref
    """
    exn = thrown.exception
    assert isinstance(exn, ExnInst)
    while True:
        scope = here.scope
        while scope is not None:
            for clause in scope.catches:
                if clause.tag is None or clause.tag is exn.tag:
                    values = [] if clause.tag is None else list(exn.args)
                    values += [exn] if clause.reference else []
                    R[clause.target : clause.target + len(values)] = values
                    if clause.keep is not None:
                        R[clause.keep] = exn
                    return clause.block, R
            scope = scope.outer
        if len(state.frames) <= base + 1:
            raise thrown
        here, R = state.frames.pop()
