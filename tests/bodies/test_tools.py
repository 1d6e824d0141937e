"""What is around the comparison: processes that die, smaller modules, the command."""

from __future__ import annotations

from refwasm.fuzz.module import random_module
from refwasm.generated import opcodes as o
from refwasm.syntax.modules import Module
from refwasm.text.parse_module import parse_module
from refwasm.validation.modules import validate_module
from tests.bodies.__main__ import main
from tests.bodies.check import Check
from tests.bodies.failing import Failing
from tests.bodies.minimise import minimise
from tests.bodies.runner import run


def test_a_lost_process_costs_its_module() -> None:
    found = dict(run(Failing(), 0, 5, 1, hangs=3.0))
    assert {seed: verdict.fault for seed, verdict in found.items()} == {
        0: "",
        1: "the process died (exit code 3)",
        2: "no end within 3 seconds",
        3: "",
        4: "wrong",
    }


def test_a_smaller_module_shows_the_same_fault() -> None:
    module = random_module(0)
    wanted = next(i.op for f in module.funcs[4:] for i in f.body.instrs if i.op.rule == "binop")

    def faulty(m: Module) -> bool:
        validate_module(m)
        return any(instr.op is wanted for func in m.funcs for instr in func.body.instrs)

    small = minimise(module, faulty, seconds=20)
    assert faulty(small)
    bodies = [f.body.instrs for f in small.funcs]
    assert sum(len(body) for body in bodies if body[0].op is not o.UNREACHABLE) <= 6


def test_the_command_judges(capsys) -> None:
    assert main(["--count", "8", "--features=-simd", "--shape", "deep", "--size", "8"]) == 0
    assert capsys.readouterr().out.startswith("8 bodies in 1 modules, 0 faults")


def test_the_command_shows_a_module(capsys) -> None:
    assert main(["--seed", "3", "--print"]) == 0
    assert parse_module(capsys.readouterr().out) == Check().module(3)
