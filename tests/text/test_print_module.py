"""Modules printed: as they look, and that they read as what they were."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refwasm.errors import Exhaustion
from refwasm.generated.opcodes import END, OPS
from refwasm.syntax.features import DEFAULT, features_of
from refwasm.syntax.instructions import Expr, Instr, Op
from refwasm.syntax.modules import Func, Module
from refwasm.syntax.names import Names
from refwasm.syntax.types import I32, I64, FuncType, RecType, SubType
from refwasm.text.parse_module import parse_module
from refwasm.text.print_module import print_module
from tests.binary.build import samples

SOURCE = r"""(module $m
  (type $s (struct (field $x (mut i32)) (field i64 i8)))
  (rec (type $f (sub (func (param i32 i64) (result i32)))) (type (array (mut (ref null $f)))))
  (import "a" "b\n" (func $imp (param i32)))
  (memory $mem i64 1 2) (table 10 funcref) (global $g (mut f32) (f32.const nan:0x123)) (tag $e (param i32))
  (func $"a b" (export "run") (type $f) (local i32 i64) (local $q f32)
    block $l (result i32) local.get 0 if $k (result i32) i32.const 1 br $l else i32.const 2 end end
    (i32.add (local.get 3) (call $"a b" (i32.const 1) (i64.load $mem offset=4 align=2 (i64.const 3)))) drop
    (try_table (result i32) (catch $e 0) (catch_all 0) (local.get 0)) (br_table 0 0 (i32.const 1) (i32.const 0)))
  (elem (i32.const 0) $imp $"a b") (elem $el declare func $imp) (elem externref (ref.null extern))
  (data (memory $mem) (i64.const 0) "abc\00\ff\"") (data $d "")
  (start $imp))"""

HEAD = r"""(module $m
  (type $s (struct (field $x (mut i32)) (field i64) (field i8)))
  (rec
    (type $f (sub (func (param i32 i64) (result i32))))
    (type (;2;) (array (mut (ref null $f)))))
  (type (;3;) (func (param i32)))
  (import "a" "b\0a" (func $imp (type 3)))
  (table (;0;) 10 funcref)
  (memory $mem i64 1 2)
  (tag $e (type 3))
  (global $g (mut f32) (f32.const nan:0x123))
  (export "run" (func $"a b"))
  (start $imp)
  (elem (;0;) (i32.const 0) func $imp $"a b")
  (elem $el declare func $imp)
  (elem (;2;) externref (ref.null extern))
  (func $"a b" (type $f) (param i32 i64) (result i32)
    (local i32 i64) (local $q f32)
"""
FLAT = r"""    block $l (result i32)
      local.get 0
      if $k (result i32)
        i32.const 1
        br $l
      else
        i32.const 2
      end
    end
    local.get 3
    i32.const 1
    i64.const 3
    i64.load $mem offset=4 align=2
    call $"a b"
    i32.add
    drop
    try_table (result i32) (catch $e 0) (catch_all 0)
      local.get 0
    end
    i32.const 1
    i32.const 0
    br_table 0 0)
"""
FOLDED = r"""    (block $l (result i32)
      (if $k (result i32)
        (local.get 0)
        (then
          (br $l (i32.const 1)))
        (else
          (i32.const 2))))
    (drop
      (i32.add
        (local.get 3)
        (call $"a b"
          (i32.const 1)
          (i64.load $mem offset=4 align=2 (i64.const 3)))))
    (try_table (result i32) (catch $e 0) (catch_all 0)
      (local.get 0))
    (br_table 0 0 (i32.const 1) (i32.const 0)))
"""
TAIL = r"""  (data (;0;) (memory $mem) (i64.const 0) "abc\00\ff\22")
  (data $d ""))
"""


def test_flat() -> None:
    assert print_module(parse_module(SOURCE)) == HEAD + FLAT + TAIL


def test_folded() -> None:
    assert print_module(parse_module(SOURCE), folded=True) == HEAD + FOLDED + TAIL


def test_without_names() -> None:
    printed = print_module(parse_module(SOURCE), names=False)
    assert "$" not in printed
    assert "(func (;1;) (type 1) (param i32 i64) (result i32)" in printed
    assert parse_module(printed) == parse_module(SOURCE)
    assert parse_module(printed).names == Names()


def test_names_are_kept() -> None:
    module = parse_module(SOURCE)
    assert parse_module(print_module(module)).names == module.names


def test_empty() -> None:
    assert print_module(Module()) == "(module)\n"


PLAIN = [op for op in OPS if op.immediates and not (op.opens or op.closes)]


@pytest.mark.parametrize("op", [op for op in PLAIN if op.feature in DEFAULT], ids=str)
def test_every_immediate(op: Op) -> None:
    instrs = [*samples(op), Instr(END, ())]
    module = Module(funcs=(Func(0, (), Expr(instrs)),))
    assert parse_module(print_module(module)).funcs == module.funcs


@pytest.mark.parametrize(
    "fields",
    [
        "(table $t 1 funcref) (table 2 funcref) (elem (table 1) (offset) (ref null func) (item) (ref.null func))",
        "(table $t 1 (ref func) (ref.func 0)) (func (table.get $t) (table.init 0 0) (table.copy 0 1))",
        "(memory $m 1) (func (memory.init 0 3) (memory.copy 0 0) (memory.size) (memory.fill 2))",
        "(memory 1) (data $d (offset (i32.const 1) (i32.const 2) i32.add) \"x\")",
        "(type (sub final (func))) (type (sub (func))) (type (sub 1 (func))) (type (sub final 1 2 (func)))",
        "(type (struct)) (type (struct (field (mut i16) (ref 0) (ref null any)))) (rec)",
        "(global i32 block end loop i32.const 0 end) (global (mut (ref null 0)) (ref.null 0))",
        "(type (func)) (func (type 7) (local i32 i64))",
        "(func (select (result i32 i64)) (select (result)) (select) (ref.test (ref 3)) (ref.cast anyref))",
        "(func (result i32 i64) (return (i32.const 0) (i64.const 1)) (block (type 9)) (br 5))",
        "(func (call 9) (throw 3) (struct.new 7) (array.new_fixed 0 3) (return_call_indirect (type 5)))",
        "(func (i32.add (nop) (i32.const 1)) (i32.const 1) (nop) (i32.const 2) (i32.add))",
        "(func (if (then)) (if (i32.const 0) (then) (else)) (if (i32.const 0) (nop) (then (nop))))",
        "(func (loop (param i32) (result i32) (br 0 (i32.const 1))) (block (result i32) (br_if 0)))",
        '(import "" "m" (memory $m i64 0)) (import "" "t" (table i64 0 1 externref)) (start 3)',
        '(import "" "g" (global (mut v128))) (import "" "e" (tag $e)) (export "\\00" (tag $e))',
    ],
)  # fmt: skip
@pytest.mark.parametrize("folded", [False, True])
def test_forms(fields: str, folded: bool) -> None:
    module = parse_module(fields)
    assert parse_module(print_module(module, folded=folded)) == module


@pytest.mark.parametrize("folded", [False, True])
def test_legacy_exceptions(folded: bool) -> None:
    features = features_of("3", ["+legacy-exceptions"])
    text = """(tag $e) (func (try $t (do nop) (catch $e (rethrow $t)) (catch_all))
    try $u try delegate $u catch_all end)"""
    module = parse_module(text, features=features)
    assert parse_module(print_module(module, folded=folded), features=features) == module


def test_long_data_stands_on_several_lines() -> None:
    module = parse_module(f'(data "{"x" * 200}")')
    printed = print_module(module)
    assert max(map(len, printed.splitlines())) <= 80
    assert parse_module(printed) == module


N = 20_000


@pytest.mark.parametrize(
    "body",
    [
        "block " * N + "end " * N,
        "(block $l " * N + ")" * N,
        "(drop " + "(i32.eqz " * N + "(i32.const 0)" + ")" * N + ")",
        "(if (i32.const 0) (then " * N + "))" * N,
    ],
)
@pytest.mark.parametrize("folded", [False, True])
def test_depth_costs_memory_alone(body: str, folded: bool) -> None:
    module = parse_module(f"(func {body})")
    printed = print_module(module, folded=folded)
    assert len(printed) < 250 * N
    assert parse_module(printed) == module


def test_runs_of_locals_are_written_out() -> None:
    types = (RecType((SubType(True, (), FuncType((), ())),)),)
    body = Expr([Instr(END, ())])
    module = Module(types=types, funcs=(Func(0, ((2, I32), (1, I64)), body),))
    assert "(local i32 i32 i64)" in print_module(module)
    endless = replace(module, funcs=(Func(0, ((2**32 - 1, I32),), body, 7),))
    with pytest.raises(Exhaustion, match="^too many locals to write out") as caught:
        print_module(endless)
    assert caught.value.offset == 7
