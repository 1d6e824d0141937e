"""The tiers agree about ten thousand random bodies, in which every row of the table runs."""

from __future__ import annotations

import itertools

import pytest

from refwasm.compile.blocks import Blocks
from refwasm.compile.operands import Operands
from refwasm.compile.rows import Rows
from refwasm.fuzz.module import SHARING
from refwasm.fuzz.options import Options
from refwasm.fuzz.rows import OPS
from refwasm.interpret.machine import Interpreter
from refwasm.validation.modules import validate_module
from tests.bodies.check import LEGACY, PLANS, Check
from tests.bodies.compare import Run
from tests.conformance.suite import uncovered

CHUNKS = 10
MODULES = SHARING * len(PLANS)  # of a chunk, so that each has worlds of all plans


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_tiers_agree(chunk) -> None:
    check = Check()
    with uncovered():
        found = {seed: check.judge(seed) for seed in range(chunk * MODULES, (chunk + 1) * MODULES)}
    assert {seed: verdict.fault for seed, verdict in found.items() if verdict.fault} == {}
    assert sum(verdict.bodies for verdict in found.values()) >= 1000


def test_every_row_runs() -> None:
    """Modules that hold none of the rows that are left tell nothing."""
    check = Check((Options(features=LEGACY),))
    left = {op.name for op in OPS}
    for seed in range(MODULES * 3):
        with uncovered():
            module = check.module(seed)
        if left.isdisjoint(instr.op.name for func in module.funcs for instr in func.body.instrs):
            continue
        interpreter = Interpreter(trace=True)
        run = Run(interpreter, validate_module(module, features=LEGACY), seed)
        for x in run.calls():
            run.call(x)
        left.difference_update(interpreter.executed())
    assert left == set()


def forgets_what_is_read(self, name, text):
    """Operands that still need a variable's value are not spilled before it is assigned to."""
    if name != text:
        self.line(f"{name} = {text}")


def misses_the_top(self, below):
    """What may trap, or depends on what may change, may wait if it is on top."""
    for k in range(below - 1):
        if self.stack[k].effect:
            self.spill(k)


def assigns_at_once(self, name, *, tee):
    """A local is assigned to before what is on the stack is evaluated."""
    [v] = self.pop(1)
    self.line(f"{name} = {v.text}")
    if tee:
        self.stack.append(v._replace(text=name, reads=frozenset((name,)), atom=True, truth=""))


def never_passes_on(self, frame):
    """A branch by several levels ends at the first."""


FAULTS = [
    (Operands, "assign", forgets_what_is_read),
    (Operands, "settle", misses_the_top),
    (Rows, "set_local", assigns_at_once),
    (Blocks, "_pass_on", never_passes_on),
]


@pytest.mark.parametrize(("owner", "name", "faulty"), FAULTS)
def test_faults_of_the_compiler_are_found(owner, name, faulty, monkeypatch) -> None:
    monkeypatch.setattr(owner, name, faulty)
    check = Check()
    with uncovered():
        assert any(check.judge(seed).fault for seed in itertools.islice(itertools.count(), 160))
