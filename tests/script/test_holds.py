"""The instructions that modules of scripts hold."""

from __future__ import annotations

import pytest

from refwasm.script.holds import held
from refwasm.script.parse import parse_script


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("(module)", ()),
        ("(module (func (block (nop)) (drop (i32.const 1))))",
         ("nop", "block", "end", "drop", "i32.const")),
        ("(module definition (func unreachable))", ("unreachable", "end")),
        ("(module (table 1 funcref) (memory 1) (global i64 (i64.const 1)) (func $f)"
         " (elem (i32.const 0) $f) (data (offset (global.get 0)) \"\"))",
         ("end", "global.get", "i32.const", "i64.const", "ref.func")),
        ("(module (table 1 (ref null func) (ref.null func)))", ("end", "ref.null")),
        ("(module quote \"(func nop)\")", ("nop", "end")),
        ("(module quote \"(func\")", ()),
        ("(assert_trap (module (func $f unreachable) (start $f)) \"unreachable\")",
         ("unreachable", "end")),
        ("(assert_invalid (module (func (i32.eqz))) \"type mismatch\")", ()),
        ("(assert_return (invoke \"f\"))", ()),
    ],
)  # fmt: skip
def test_held(command: str, keys: tuple[str, ...]) -> None:
    [found] = parse_script(command)
    assert held(found) == keys
