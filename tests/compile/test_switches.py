"""A `br_table` in nested blocks: cases are written where they are chosen."""

from __future__ import annotations

import pytest

from refwasm.compile.limits import Limits
from refwasm.compile.tiers import Compiler
from refwasm.errors import Trap
from refwasm.interpret.machine import Interpreter
from tests.compile.test_states import source
from tests.interpret.modules import export


def cases(table: str, *bodies: str) -> str:
    """A function that chooses one of `bodies`; what follows the last one is common to all."""
    blocks = "(block " * (len(bodies) + 1)
    return (
        '(func (export "f") (param i32) (result i32) (local i32) '
        f"(loop {blocks} (br_table {table} (local.get 0)) "
        + "".join(f") {body} " for body in bodies)
        + ") (local.set 1 (i32.add (local.get 1) (i32.const 1000)))) (local.get 1))"
    )


def add(n: int) -> str:
    """Add `n` to the result."""
    return f"(local.set 1 (i32.add (local.get 1) (i32.const {n})))"


BACK = "(local.set 0 (i32.sub (local.get 0) (i32.const 1)))"


def test_cases_are_leaves_of_a_search() -> None:
    first, second = f"{add(1)} (br 2)", f"{add(2)} {BACK} (br 2)"
    text = source(Limits(), cases("0 1 2", first, second, "(return (i32.const 9))"))
    assert text.split("\n")[3:-1] == [
        " if True:",
        "  while True:",
        "   if l0 < 1:",
        "    l1 = l1 + 1 & 4294967295",
        "    pass",
        "   else:",
        "    if l0 < 2:",
        "     l1 = l1 + 2 & 4294967295",
        "     l0 = l0 - 1 & 4294967295",
        "     continue",
        "    else:",
        "     return 9",
        "   pass",
        "   l1 = l1 + 1000 & 4294967295",
        "   pass",
        "   break",
        "  return l1",
    ]


SWITCHES = {
    "left and repeated": cases(
        "0 1 2 3", add(1) + "(br 2)", add(2) + BACK + "(br 2)", add(3) + BACK + "(br 1)"
    ),
    "labels in any order": cases(
        "2 0 1 0 2 3 3 1", add(1) + "(br 2)", add(2) + "(br 1)", add(3) + "(br 0)"
    ),
    "one goes on to the next": cases("0 1 2 3", add(1) + "(br 2)", add(2), add(3) + "(br 0)"),
    "left in the middle": cases(
        "0 1 2", "(br_if 1 (i32.eqz (local.get 1)))" + add(1) + "(br 1)", add(2) + "(br 0)"
    ),
    "one that is never chosen": cases(
        "0 2 2", add(1) + "(br 2)", add(2) + "(br 1)", add(3) + "(br 0)"
    ),
    "one in another": cases(
        "0 1 2",
        "(block (block (block (br_table 0 1 2 (local.get 1))) "
        f"{add(5)} (br 1)) {add(7)} {BACK} (br 3)) {add(1)} (br 1)",
        add(2) + "(br 0)",
    ),
    "one that traps": cases("0 1 2", "(unreachable)", add(2) + "(br 0)"),
    "several ways to one label": cases(
        "0 1 2", add(1) + "(br_if 0 (local.get 0)) (br 0)", add(2) + "(br 0)"
    ),
    "values": (
        '(func (export "f") (param i32) (result i32) (block $c (result i32) (block $b (result i32)'
        " (block $a (result i32) (br_table $a $b $a $c (i32.const 40) (local.get 0)))"
        " (br $c (i32.add (i32.const 1)))) (i32.mul (i32.const 3))))"
    ),
}


@pytest.mark.parametrize("limits", [Limits(), Limits(loops=0, levels=21, targets=9)])
@pytest.mark.parametrize("text", SWITCHES.values(), ids=SWITCHES.keys())
def test_switches_do_what_the_interpreter_does(text, limits) -> None:
    for n in (*range(9), 2**32 - 1):
        assert outcome(Compiler(limits=limits), text, n) == outcome(Interpreter(), text, n)


def outcome(tier: Interpreter | Compiler, text: str, n: int) -> object:
    """What "f" gives, or the trap."""
    try:
        return tier.invoke(export(tier, "f", text), [n])
    except Trap as trap:
        return str(trap)
