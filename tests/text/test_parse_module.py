"""Module fields, identifiers, type uses and abbreviations."""

from __future__ import annotations

import pytest

from refwasm.errors import Malformed
from refwasm.syntax.modules import Active, Kind, Mode, Module
from refwasm.syntax.types import (
    EXTERNREF,
    F64,
    FUNC,
    FUNCREF,
    I8,
    I32,
    I64,
    ArrayType,
    FieldType,
    FuncType,
    FuncUse,
    GlobalType,
    Limits,
    MemType,
    RefType,
    StructType,
    SubType,
    TableType,
    TagType,
)
from refwasm.text.parse_module import parse_module


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(type (func (param i32 i64) (param $x f64) (result i32)))",
         SubType(True, (), FuncType((I32, I64, F64), (I32,)))),
        ("(type (struct (field i8 (mut i32)) (field $x funcref)))",
         SubType(True, (), StructType(
             (FieldType(False, I8), FieldType(True, I32), FieldType(False, FUNCREF))))),
        ("(type $a (sub (array (mut (ref null $a)))))",
         SubType(False, (), ArrayType(FieldType(True, RefType(True, 0))))),
        ("(type $a (sub final 3 (func)))", SubType(True, (3,), FuncType((), ()))),
    ],
)  # fmt: skip
def test_types(text: str, expected: SubType) -> None:
    assert parse_module(text).types[0].subtypes == (expected,)


def test_recursion_groups_share_one_index_space() -> None:
    module = parse_module("(type $a (func)) (rec (type $b (func)) (type (func (param (ref $b)))))")
    assert [len(group.subtypes) for group in module.types] == [1, 2]
    assert module.types[1].subtypes[1].comp == FuncType((RefType(False, 1),), ())
    assert module.names.types == {0: "a", 1: "b"}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("(func) (func)", [0, 0]),
        ("(func (param i32)) (type (func)) (func)", [1, 0]),
        ("(type (sub (func))) (rec (type (func)) (type (func))) (func)", [3]),
        ("(func (result i32) (block (param i64)) i32.const 0) (func (param i64))", [0, 1]),
        ("(func (type $t) (param i32)) (type $t (func (param i32)))", [0]),
        ("(func (type 7))", [7]),
        ("(func (param i32)) (func (type 0) (param i32))", [0, 0]),
    ],
)
def test_type_uses(text: str, types: list[int]) -> None:
    assert [func.type for func in parse_module(text).funcs] == types


def test_locals_are_runs_after_the_parameters() -> None:
    module = parse_module(
        """(func (type $t) (local i32 i32) (local $x i32) (local i64) (local) (local $y i32)
        local.get $x local.get $y) (type $t (func (param f64)))"""
    )
    func = module.funcs[0]
    assert func.locals == ((3, I32), (1, I64), (1, I32))
    assert [instr.args for instr in func.body.instrs[:2]] == [(3,), (5,)]
    assert module.names.locals == {0: {3: "x", 5: "y"}}


def test_imports_come_first_in_their_spaces() -> None:
    module = parse_module(
        """(import "m" "f" (func $f (param i32))) (table $t (export "t") (import "m" "t") 1 funcref)
        (import "m" "x" (memory i64 1 2)) (global (import "m" "g") (mut i32)) (tag (import "" ""))
        (func $g (export "a") (export "b")) (export "f" (func $g)) (start $g)"""
    )
    assert [i.type for i in module.imports] == [
        FuncUse(0),
        TableType(I32, Limits(1, None), FUNCREF),
        MemType(I64, Limits(1, 2)),
        GlobalType(True, I32),
        TagType(1),
    ]
    exports = [(e.name, e.kind, e.index) for e in module.exports]
    assert exports == [
        ("t", Kind.TABLE, 0), ("a", Kind.FUNC, 1), ("b", Kind.FUNC, 1), ("f", Kind.FUNC, 1),
    ]  # fmt: skip
    assert module.start is not None and module.start.func == 1


def rows(module: Module, elem: int = 0) -> list[list[tuple[object, ...]]]:
    """The element expressions of a segment, without `end`."""
    return [
        [(instr.op.name, *instr.args) for instr in expr.instrs[:-1]]
        for expr in module.elems[elem].init
    ]


REF_FUNC = [("ref.func", 0)]


@pytest.mark.parametrize(
    ("text", "type_", "mode", "init"),
    [
        ("(elem func $f 0)", RefType(False, FUNC), Mode.PASSIVE, [REF_FUNC, REF_FUNC]),
        ("(elem declare func $f)", RefType(False, FUNC), Mode.DECLARATIVE, [REF_FUNC]),
        ("(elem funcref (ref.func $f) (item ref.func 0))", FUNCREF, Mode.PASSIVE,
         [REF_FUNC, REF_FUNC]),
        ("(elem (ref func))", RefType(False, FUNC), Mode.PASSIVE, []),
        ("(elem (i32.const 0) $f)", RefType(False, FUNC), 0, [REF_FUNC]),
        ("(elem (offset i32.const 0) func $f)", RefType(False, FUNC), 0, [REF_FUNC]),
        ("(elem (table 1) (i32.const 0) externref)", EXTERNREF, 1, []),
        ("(elem (i32.const 0))", RefType(False, FUNC), 0, []),
    ],
)  # fmt: skip
def test_element_segments(text: str, type_: RefType, mode: object, init: object) -> None:
    module = parse_module(f"(func $f) {text}")
    elem = module.elems[0]
    assert elem.type == type_
    assert (elem.mode.x if isinstance(elem.mode, Active) else elem.mode) == mode
    assert rows(module) == init


def test_segments_within_definitions_take_an_index() -> None:
    module = parse_module(
        """(func $f) (table i64 funcref (elem $f $f)) (table funcref (elem (ref.null func)))
        (elem $e func) (memory i64 (data "ab" "c")) (data $d "x")
        (func elem.drop $e data.drop $d)"""
    )
    assert [table.type.limits for table in module.tables] == [Limits(2, 2), Limits(1, 1)]
    assert module.mems[0].type == MemType(I64, Limits(1, 1))
    assert [instr.args for instr in module.funcs[1].body.instrs[:2]] == [(2,), (1,)]
    mode = module.datas[0].mode
    assert isinstance(mode, Active)
    assert mode.at.instrs[0].op.name == "i64.const"
    assert module.datas[0].init == b"abc"


def test_tables_have_initial_values() -> None:
    module = parse_module("(table 1 (ref func) (ref.func 0)) (table 1 funcref)")
    assert [table.init is None for table in module.tables] == [False, True]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("(func $f) (func $f)", "duplicate func"),
        ('(import "" "" (memory $f 1)) (memory $f 1)', "duplicate memory"),
        ("(func (param $x i32) (local $x i32))", "duplicate local"),
        ("(type (struct (field $x i32) (field $x i32)))", "duplicate field"),
        ('(func) (import "" "" (func))', "import after function"),
        ('(memory 0) (tag (import "" ""))', "import after memory"),
        ("(func $f) (start $f) (start $f)", "multiple start sections"),
        ('(export "\\ff" (func 0))', "malformed UTF-8 encoding"),
        ('(export "f" (func $f))', "unknown function $f"),
        ("(func (type $t))", "unknown type $t"),
        ("(func (type 1) (param i32))", "unknown type 1"),
        ("(func (type 1) (local $x i32))", "unknown type 1"),
        ("(type (func)) (func (type 0) (param i32))", "inline function type"),
        ("(type (struct)) (func (type 0) (param i32))", "non-function type"),
        ("(type (func)) (func (type 0) (result i32) (param i32))", "unexpected token"),
        ("(type (func (result i32) (param i32)))", "unexpected token"),
        ("(memory f32 1)", "malformed address type"),
        ("(memory 0x1_0000_0000_0000_0000)", "i64 constant out of range"),
        ("(memory)", "unexpected token `)`"),
        ("(foo)", "unknown operator foo"),
        ("(nop)", "unexpected token `nop`, expected a module field"),
        ("(func))", "unexpected token"),
        ("(func", "unexpected token"),
        ("(module (func)", "unexpected token"),
        ("(module) (func)", "unexpected token"),
        ("func", "unexpected token"),
        ('(data"a")', 'unknown operator data"a"'),
        ("(elem (table 0) (i32.const 0) $f)", "unexpected token"),
        ("(func $)", "empty identifier"),
        ('(data "a)', "unclosed string"),
    ],
)
def test_malformed(text: str, message: str) -> None:
    with pytest.raises(Malformed) as caught:
        parse_module(text)
    assert caught.value.message.startswith(message)
    assert caught.value.offset is not None and caught.value.offset <= len(text)


@pytest.mark.parametrize(
    "field",
    ["(func)", "(type (func (param i32)))", '(export "" (func 0))', "(global i32 i32.const 0)"],
)
def test_many_fields_take_linear_time(field: str) -> None:
    parse_module(field * 20_000)


SAMPLE = """(module $m (@name "n") (rec (type $a (sub (struct (field $x (mut i8)))))) (;(;;);)
  (import "m" "f" (func $f (param i32))) (table $t i64 funcref (elem (item ref.func $f) (ref.null func)))
  (memory (export "m") (data "\\u{41}")) (global $g (mut f32) (f32.const -0x1.8p-3)) (tag $e)
  (func $h (type 1) (local $l v128) (block $b (result i32) (try_table (catch $e 1) (catch_all $b))
    (if (local.get 0) (then (br $b (i32.load8_u offset=1 align=1 (i32.const 1)))) (else))
    loop $c br_table 0 $c end $c (call_indirect $t (param i32) (i32.const 0) (i64.const 0))
    (v128.load8_lane 0 1 (i32.const 0) (v128.const i32x4 0 1 2 0x3)) drop (struct.get_s $a $x)))
  (elem declare func $h) (data (offset i32.const 0) "b") (start $h) (@custom "c" (after last) "d"))"""


def test_every_truncation_and_deletion_is_malformed_or_a_module() -> None:
    assert len(parse_module(SAMPLE).funcs) == 1
    refused = 0
    for i in range(len(SAMPLE)):
        for text in (SAMPLE[:i], SAMPLE[:i] + SAMPLE[i + 1 :], SAMPLE[:i] + '"' + SAMPLE[i:]):
            try:
                parse_module(text)
            except Malformed as error:
                assert error.offset is not None and 0 <= error.offset <= len(text)
                refused += 1
    assert refused > len(SAMPLE)
