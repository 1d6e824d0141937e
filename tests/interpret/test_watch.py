"""What each instruction took and gave, as it ran."""

from __future__ import annotations

import pytest

from refwasm.errors import Trap
from refwasm.interpret.machine import Interpreter
from refwasm.interpret.watch import Ran
from tests.interpret.modules import export

CALLS = """
(func $inc (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
(func (export "f") (param i32) (result i32)
  (local i32)
  (local.set 1 (call $inc (local.get 0)))
  (block (result i32)
    (br_if 0 (i32.const 7) (i32.eqz (local.get 1)))
    (drop)
    (i32.div_s (local.get 1) (local.get 0))))
"""


def ran(tier: Interpreter) -> list[tuple[int, str, tuple[object, ...], tuple[object, ...], bool]]:
    assert tier.watched
    return [(r.depth, r.instr.op.name, r.operands, r.results, r.done) for r in tier.watched.steps]


def test_every_instruction_in_its_order() -> None:
    tier = Interpreter(steps=100)
    assert tier.invoke(export(tier, "f", CALLS), [1]) == [2]
    assert ran(tier) == [
        (1, "local.get", (), (1,), True),
        (1, "call", (1,), (), True),
        (2, "local.get", (), (1,), True),
        (2, "i32.const", (), (1,), True),
        (2, "i32.add", (1, 1), (2,), True),
        (2, "end", (2,), (), True),
        (1, "local.set", (2,), (), True),
        (1, "block", (), (), True),
        (1, "i32.const", (), (7,), True),
        (1, "local.get", (), (2,), True),
        (1, "i32.eqz", (2,), (0,), True),
        (1, "br_if", (0,), (), True),
        (1, "drop", (7,), (), True),
        (1, "local.get", (), (2,), True),
        (1, "local.get", (), (1,), True),
        (1, "i32.div_s", (2, 1), (2,), True),
        (1, "end", (), (), True),
        (1, "end", (2,), (), True),
    ]


def test_the_last_ones_alone_and_what_ended_in_an_error() -> None:
    tier = Interpreter(steps=2)
    func = export(tier, "f", CALLS)
    with pytest.raises(Trap):
        tier.invoke(func, [0])
    assert ran(tier) == [
        (1, "local.get", (), (0,), True),
        (1, "i32.div_s", (1, 0), (), False),
    ]


def test_a_sequence_of_operands_and_of_results() -> None:
    tier = Interpreter(steps=20)
    text = """
      (type $s (struct (field i32 i64)))
      (func $two (param i32) (result i32 i32) (local.get 0) (local.get 0))
      (func (export "f") (result i64)
        (struct.get $s 1 (struct.new $s (i32.const 3) (i64.const 4)))
        (call $two (i32.const 5)) (drop) (drop))
    """
    assert tier.invoke(export(tier, "f", text), []) == [4]
    found = {name: (operands, results) for _, name, operands, results, _ in ran(tier)}
    operands, [struct] = found["struct.new"]
    assert operands == (3, 4)
    assert found["struct.get"] == ((struct,), (4,))


def test_what_makes_an_instance_is_kept_too() -> None:
    tier = Interpreter(steps=3)
    export(tier, "f", '(func (export "f")) (global i32 (i32.add (i32.const 1) (i32.const 2)))')
    assert [name for _, name, *_ in ran(tier)] == ["i32.const", "i32.add", "end"]


def test_nothing_is_kept_unasked() -> None:
    assert Interpreter().watched is None
    assert Interpreter(trace=True).watched is None


def test_a_loop_keeps_no_more_than_asked() -> None:
    tier = Interpreter(steps=4)
    text = """(func (export "f") (param i32)
      (loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))))"""
    tier.invoke(export(tier, "f", text), [1000])
    assert tier.watched
    assert [r.operands for r in tier.watched.steps] == [(0,), (0,), (), ()]
    assert all(isinstance(r, Ran) for r in tier.watched.steps)
