"""Calls of what a module exports."""

from __future__ import annotations

from refwasm.diff.plan import commands, invocations, script
from refwasm.script.commands import BinaryModule, HostConst, NullConst, NumConst, QuotedModule
from refwasm.script.native import check_arguments, define
from refwasm.script.parse import parse_script
from refwasm.syntax import types as T

TEXT = rb"""(module (type $s (struct)) (type $ft (func))
  (func (export "a\22b") (param i32 f64 v128)) (func (export "b") (param anyref externref))
  (func (export "c") (param (ref null $s) (ref null $ft) (ref null func)))
  (func (export "d") (param (ref $s))) (global (export "g") i32 (i32.const 0)))"""


def test_calls() -> None:
    valid = define(QuotedModule(TEXT))
    calls = invocations(valid.module, 5)
    assert [call.name for call in calls] == ['a"b', "b", "c"] * 2
    assert invocations(valid.module, 5) == calls
    assert invocations(valid.module, 6) != calls
    for call in calls:
        use = valid.exports[call.name]
        assert isinstance(use, T.FuncUse)
        assert not isinstance(use.type, int)
        assert isinstance(use.type.comp, T.FuncType)
        check_arguments(call.name, call.args, use.type.comp)
    small = calls[0].args[0]
    assert isinstance(small, NumConst)
    assert small.bits < 9
    assert calls[2].args == (NullConst(T.NONE), NullConst(T.NOFUNC), NullConst(T.FUNC))
    others = [arg for seed in range(9) for arg in invocations(valid.module, seed)[1].args]
    assert any(isinstance(arg, HostConst) for arg in others)


def test_as_a_script() -> None:
    calls = invocations(define(QuotedModule(TEXT)).module, 3)
    binary = bytes(range(100))
    found = parse_script(script(binary, calls))
    wanted = commands(BinaryModule(binary), calls)
    assert [getattr(c, "action", None) for c in found] == [
        getattr(c, "action", None) for c in wanted
    ]
    assert getattr(found[0], "definition", None) == BinaryModule(binary)
