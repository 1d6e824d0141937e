"""The trace holds exactly the rows that ran."""

from __future__ import annotations

from contextlib import suppress

import pytest

from refwasm.errors import Trap, UncaughtException
from refwasm.interpret.machine import Interpreter
from refwasm.interpret.trace import Executed
from tests.interpret.modules import export, instance, wasm

# Functions of an i32 parameter, and the rows that an argument makes run.
PROGRAMS: dict[str, tuple[str, dict[int, str]]] = {
    "straight": ("local.get 0 drop", {1: "local.get drop end"}),
    "constants count": ("(local.set 0 (i32.const 1))", {1: "i32.const local.set end"}),
    "one branch of two": (
        "(if (local.get 0) (then nop) (else (drop (i64.const 1))))",
        {1: "local.get if nop else end", 0: "local.get if i64.const drop end"},
    ),
    "what a branch leaps over does not count": (
        "block local.get 0 br_if 0 nop end",
        {1: "block local.get br_if end", 0: "block local.get br_if nop end"},
    ),
    "nothing after a return": ("return nop", {1: "return"}),
    "a loop counts once it is entered": (
        "local.get 0 if loop local.get 0 i32.const 1 i32.sub local.tee 0 br_if 0 end end",
        {
            0: "local.get if end",
            3: "local.get if loop i32.const i32.sub local.tee br_if end",
        },
    ),
    "up to the step that traps": (
        "i32.const 1 local.get 0 i32.div_u drop nop",
        {0: "i32.const local.get i32.div_u", 1: "i32.const local.get i32.div_u drop nop end"},
    ),
    "not the set that is folded into the step that traps": (
        "i32.const 1 local.get 0 i32.div_u local.set 0",
        {0: "i32.const local.get i32.div_u", 1: "i32.const local.get i32.div_u local.set end"},
    ),
    "a trap in a block that ran before": (
        "loop i32.const 1 local.get 0 i32.div_u drop local.get 0 i32.const 1 i32.sub local.tee 0"
        " br 0 end",
        {
            0: "loop i32.const local.get i32.div_u",
            1: "loop i32.const local.get i32.div_u drop i32.sub local.tee br",
        },
    ),
    "the end of a block that traps": ("nop unreachable", {0: "nop unreachable"}),
    "a callee": ("call $g", {0: "call nop end"}),
    "a tail call": ("return_call $g nop", {0: "return_call nop end"}),
    "a throw": ("nop throw $e nop", {0: "nop throw"}),
    "a handler": (
        "block try_table (catch_all 0) throw $e end nop end i64.const 1 drop",
        {0: "block try_table throw i64.const drop end"},
    ),
}
CASES = [(text, n, rows) for text, cases in PROGRAMS.values() for n, rows in cases.items()]
IDS = [f"{name}, {n}" for name, (_, cases) in PROGRAMS.items() for n in cases]


@pytest.mark.parametrize("history", [0, 100])
@pytest.mark.parametrize(("body", "n", "rows"), CASES, ids=IDS)
def test_exactness(body: str, n: int, rows: str, history: int) -> None:
    tier = Interpreter(trace=True, history=history)
    text = f'(tag $e) (func $g nop) (func (export "f") (param i32) {body})'
    func = export(tier, "f", text)
    assert tier.executed() == ()
    for _ in range(2):
        with suppress(Trap, UncaughtException):
            tier.invoke(func, [n])
        assert tier.executed() == tuple(sorted(rows.split()))
        assert tier.executed() == ()


def test_calls_between_two_fetches_add_up() -> None:
    tier = Interpreter(trace=True)
    inst = instance(tier, '(func (export "f") nop) (func (export "g") unreachable)')
    tier.invoke(wasm(inst), [])
    with pytest.raises(Trap):
        tier.invoke(wasm(inst, "g"), [])
    tier.invoke(wasm(inst), [])
    assert tier.executed() == ("end", "nop", "unreachable")


def test_nothing_is_recorded_without_trace() -> None:
    tier = Interpreter()
    func = export(tier, "f", '(func (export "f") nop)')
    tier.invoke(func, [])
    assert (tier.executed(), tier.last(5)) == ((), [])


def test_a_loop_takes_its_recorders_out() -> None:
    tier = Interpreter(trace=True)
    text = """(func (export "f") (param i32) (loop (br_if 0
      (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))))"""
    func = export(tier, "f", text)
    tier.invoke(func, [1])
    assert tier.trace is not None
    watched = [block for block in tier.trace.blocks if block.recorder is not None]
    assert watched and all(block.end is not block.recorder for block in watched)
    tier.executed()
    assert all(block.end is block.recorder for block in watched)


def test_the_last_instructions_with_their_places() -> None:
    tier = Interpreter(history=3)
    body = "block block i32.const 1 br_if 0 end nop end i32.const 0 i32.div_s drop"
    text = f'(func (export "f") i32.const 1 {body})'
    func = export(tier, "f", text)
    with pytest.raises(Trap):
        tier.invoke(func, [])
    place = f"(module {text})".index
    last = [
        Executed("end", place("end i32.const 0")),
        Executed("i32.const", place("i32.const 0")),
        Executed("i32.div_s", place("i32.div_s")),
    ]
    assert tier.last(3) == last
    assert tier.last(2) == last[1:]
    assert len(tier.last(100)) == 9
