"""Looking at values: of every row that pushes one, registers are found, and results are what it gave."""

from __future__ import annotations

import pytest

from refwasm.errors import Trap
from refwasm.generated import opcodes as o
from refwasm.generated.interpreter import FORMS
from refwasm.interpret.machine import Interpreter
from refwasm.interpret.observe import Observer, Seen, _held, _registers
from refwasm.runtime.instances import FuncInst, Store
from refwasm.runtime.instantiate import instantiate
from refwasm.syntax.instructions import Op
from refwasm.text.parse_module import parse_module
from refwasm.validation.modules import validate_module

PURE = [op for op, form in FORMS.items() if form.step and form.target and form.length < 0]


@pytest.mark.parametrize("op", [op for op in PURE if not FORMS[op].module and not op.immediates])
def test_registers_are_those_that_the_maker_was_given(op: Op) -> None:
    form = FORMS[op]
    assert form.step is not None
    given = list(range(10, 11 + form.operands))
    held = _held(form.step(*given, *range(form.step.__code__.co_argcount - len(given))))
    assert [held[name] for name in _registers(op)] == given


def observe(text: str, ops: set[Op], name: str, *args: float) -> list[Seen]:
    """What is seen of the rows `ops` in a call of `name`."""
    seen: list[Seen] = []
    tier = Interpreter(trace=True)
    tier.trace = Observer(ops, seen.append)
    instance = instantiate(Store(), validate_module(parse_module(text)), [], tier)
    func = instance.exports[name]
    assert isinstance(func, FuncInst)
    tier.invoke(func, args)
    return seen


LOOP = """(module (func (export "f") (param i32) (result i32) (local i32)
    (loop $l (local.set 1 (i32.add (local.get 1) (local.get 0)))
        (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
    (local.get 1)))"""


def test_each_run_of_an_instruction_is_seen() -> None:
    seen = observe(LOOP, {o.I32_ADD}, "f", 3)
    assert [(s.operands, s.result) for s in seen] == [((0, 3), 3), ((3, 2), 5), ((5, 1), 6)]
    assert {LOOP[s.offset or 0 :][:7] for s in seen} == {"i32.add"}


def test_what_is_set_at_once_and_what_is_held() -> None:
    text = """(module (memory 1) (func (export "f") (param i32) (result i32)
        (local.set 0 (memory.grow (local.get 0))) (local.get 0)))"""
    [seen] = observe(text, {o.MEMORY_GROW}, "f", 2)
    assert (seen.operands, seen.result) == ((2,), 1)
    assert seen.held["mem_x"].type.limits.min == 3


@pytest.mark.parametrize("taken", [0, 1])
def test_an_instruction_at_which_a_block_begins(taken: int) -> None:
    """What moved its operand there has its site, and is not it."""
    text = """(module (memory 1) (func (export "f") (param i32) (result i32)
        (memory.grow (if (result i32) (local.get 0) (then (i32.const 1)) (else (i32.const 0))))))"""
    [seen] = observe(text, {o.MEMORY_GROW}, "f", taken)
    assert (seen.operands, seen.result) == ((taken,), 1)


def test_what_traps_gave_nothing() -> None:
    text = """(module (func (export "f") (param i32) (result i32)
        (i32.div_s (local.get 0) (i32.const 0))))"""
    with pytest.raises(Trap):
        observe(text, {o.I32_DIV_S}, "f", 2)
