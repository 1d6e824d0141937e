"""Bodies whose blocks are states: what `states` makes of them, and that speed does not suffer."""

from __future__ import annotations

from refwasm.compile.limits import Limits
from refwasm.compile.tiers import Compiler
from tests.compile.test_shapes import switch
from tests.interpret.modules import export

STATES = Limits(loops=0, levels=20, targets=1)


def source(limits: Limits, text: str) -> str:
    """What the function "f" becomes."""
    tier = Compiler(limits=limits)
    f = export(tier, "f", text)
    return tier._translator(f, tier.enter(f), "f0")().text


def test_states_are_found_by_halves_and_fall_through() -> None:
    text = source(
        STATES,
        '(func (export "f") (param i32) (block (loop (br_if 1 (local.get 0)) (br 0))) (local.set 0'
        " (i32.const 1)))",
    )
    assert text.split("\n")[2:-1] == [
        " if True:",
        "  at = 0",
        "  while True:",
        "   if at < 1:",
        "    at = 1",
        "   if at < 2:",
        "    if l0:",
        "     at = 2",
        "     continue",
        "    at = 1",
        "    continue",
        "    pass",
        "   l0 = 1",
        "   return",
    ]


def test_a_table_of_branches_is_a_table_of_states() -> None:
    body = switch(40)
    text = source(Limits(), f'(func (export "f") (param $a i32) (result i32) {body})')
    assert "at = kf0_0[s0] if s0 < 39 else" in text


def test_inner_loops_stay_loops() -> None:
    loop = "(loop $l (br_if $l (local.tee $a (i32.sub (local.get $a) (i32.const 1)))))"
    text = source(
        Limits(), f'(func (export "f") (param $a i32) (result i32) {switch(40, loop)} {loop})'
    )
    assert text.count("while True") == 3
