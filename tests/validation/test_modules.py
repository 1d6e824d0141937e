"""Module fields: what is refused, where; and what is known of a module that is valid."""

from __future__ import annotations

import pytest

from refwasm.syntax.types import (
    FUNCREF,
    I32,
    FuncUse,
    GlobalType,
    Limits,
    MemType,
    TableType,
    TagType,
)
from tests.validation.build import rejection, valid

# Fields, the error's text, and where the field that is wrong begins.
WRONG = [
    ("(memory 2 1)", "size minimum must not be greater than maximum", "(memory"),
    ("(memory 65537)", "memory size must be at most 65536 pages (4GiB)", "(memory"),
    ("(memory 0 65537)", "memory size must be at most 65536 pages (4GiB)", "(memory"),
    ("(memory i64 0x1_0000_0000_0001)", "memory size must be at most 2^48", "(memory"),
    ("(table 0x1_0000_0000 funcref)", "table size must be at most 2^32-1", "(table"),
    ("(table 2 1 funcref)", "size minimum must not be greater than maximum", "(table"),
    ("(table 1 (ref func))", "type mismatch", "(table"),
    ("(table 1 (ref null 1))", "unknown type 1", "(table"),
    ("(func (type 1))", "unknown type 1", "(func"),
    ("(func (local (ref null 1)))", "unknown type 1", "(func"),
    ("(type (struct)) (func (type 0))", "non-function type 0", "(func"),
    ('(import "m" "f" (func (type 0)))', "unknown type 0", "(import"),
    ('(import "m" "g" (global (ref 7)))', "unknown type 7", "(import"),
    ("(type (func (result i32))) (tag (type 0))", "non-empty tag result type", "(tag"),
    ("(global (ref 3) (unreachable))", "unknown type 3", "(global"),
    ("(data (memory 1) (i32.const 0))", "unknown memory 1", "(data"),
    ("(elem (table 1) (i32.const 0) func)", "unknown table 1", "(elem"),
    ("(table 0 externref) (elem (i32.const 0) funcref)", "type mismatch: element segment's type",
     "(elem"),
    ("(func (param i32)) (start 0)", "start function", "(start"),
    ("(start 0)", "unknown function 0", "(start"),
    ('(export "a" (func 0))', "unknown function 0", "(export"),
    ('(export "a" (table 0))', "unknown table 0", "(export"),
    ('(export "a" (memory 0))', "unknown memory 0", "(export"),
    ('(export "a" (global 0))', "unknown global 0", "(export"),
    ('(export "a" (tag 0))', "unknown tag 0", "(export"),
    ('(func) (export "a" (func 0)) (export "b" (func 0)) (export "a" (func 0))',
     'duplicate export name "a"', '(export "a" (func 0))'),
    ("(type (func (param (ref 1))))", "unknown type 1", "(type"),
    ("(type (sub 0 (func)))", "forward use of type 0 in sub type definition", "(type"),
    ("(type (func)) (type (sub 0 (func)))", "sub type 1 has final super type 0", "(type (sub"),
    ("(type (sub (func))) (type (sub 0 (struct)))", "sub type 1 does not match super type 0",
     "(type (sub 0"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "message", "where"), WRONG)
def test_wrong_fields(fields: str, message: str, where: str) -> None:
    error = rejection(fields)
    assert error.message.startswith(message)
    assert error.offset == f"(module {fields})".rindex(where)


# Constant expressions: fields, the error's text, the row.
CONSTANTS = [
    ("(global i32 (i32.popcnt (i32.const 0)))", "constant expression required", "i32.popcnt"),
    ("(global (mut i32) (i32.const 0)) (global i32 (global.get 0))",
     "constant expression required", "global.get"),
    ("(global i32 (global.get 1)) (global i32 (i32.const 0))", "unknown global 1", "global.get"),
    ("(table 1 funcref (global.get 0)) (global funcref (ref.null func))", "unknown global 0",
     "global.get"),
    ("(global i32 (i64.const 0))", "type mismatch: instruction requires [i32] but stack has [i64]",
     "end"),
    ("(global i32)", "type mismatch: instruction requires [i32] but stack has []", "end"),
    ("(memory 1) (data (i64.const 0))", "type mismatch", "end"),
    ("(memory i64 1) (data (i32.const 0))", "type mismatch", "end"),
    ("(global funcref (ref.func 0))", "unknown function 0", "ref.func"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "message", "row"), CONSTANTS)
def test_wrong_constant_expressions(fields: str, message: str, row: str) -> None:
    error = rejection(fields)
    assert error.message.startswith(message)
    assert error.instruction == row
    assert error.offset


VALID = [
    "(global i32 (i32.add (i32.const 1) (i32.mul (i32.const 2) (i32.const 3))))",
    "(global i32 (i32.const 0)) (global i32 (global.get 0))",
    '(global (import "" "") i32) (table 1 (ref i31) (ref.i31 (global.get 0)))',
    "(type $s (struct (field i32))) (global (ref $s) (struct.new $s (i32.const 1)))",
    "(type $a (array i8)) (global (ref $a) (array.new_default $a (i32.const 1)))",
    "(global externref (extern.convert_any (ref.null any)))",
    "(func $f) (global funcref (ref.func $f)) (func (drop (ref.func $f)))",
    '(func $f) (export "f" (func $f)) (func (drop (ref.func $f)))',
    "(func $f) (elem declare func $f) (func (drop (ref.func $f)))",
    "(memory 0 65536) (memory i64 0 0x1_0000_0000_0000)",
    "(table i64 0 0xffff_ffff_ffff_ffff funcref)",
    "(rec (type $a (struct (field (ref null $b)))) (type $b (struct (field (ref null $a)))))",
]


@pytest.mark.parametrize("fields", VALID)
def test_valid(fields: str) -> None:
    valid(fields)


def test_the_start_function_is_not_a_declaration() -> None:
    text = "(func $f) (start $f) (func (drop (ref.func $f)))"
    assert rejection(text).message == "undeclared function reference 0"


def test_index_spaces_hold_imports_first_and_closed_types() -> None:
    found = valid(
        """(type $f (func (param i32)))
           (import "m" "f" (func (type $f))) (import "m" "g" (global (mut (ref null $f))))
           (import "m" "t" (table 1 funcref)) (import "m" "m" (memory i64 1 2))
           (import "m" "x" (tag (type $f)))
           (func $own) (export "own" (func $own)) (export "t" (table 0)) (export "x" (tag 0))
           (export "g" (global 0)) (export "m" (memory 0))"""
    )
    dt = found.types[0]
    assert found.funcs == [dt, found.types[1]]
    assert found.imports == [
        FuncUse(dt),
        GlobalType(True, found.globals[0].type),
        TableType(I32, Limits(1, None), FUNCREF),
        MemType(found.mems[0].addr, Limits(1, 2)),
        TagType(dt),
    ]
    assert found.exports == {
        "own": FuncUse(found.types[1]),
        "t": found.imports[2],
        "x": TagType(dt),
        "g": found.imports[1],
        "m": found.imports[3],
    }
    assert len(found.codes) == 1


def test_constant_expressions_are_parallel_to_their_fields() -> None:
    found = valid(
        """(memory 1) (table 1 funcref) (table 1 funcref (ref.null func)) (func $f)
           (global i32 (i32.const 1)) (data "a") (data (i32.const 0) "b")
           (elem func $f) (elem (i32.const 0) func $f $f)"""
    )
    assert [code is None for code in found.table_inits] == [True, False]
    assert [code is None for code in found.data_offsets] == [True, False]
    assert [code is None for code in found.elem_offsets] == [True, False]
    assert [len(codes) for codes in found.elem_inits] == [1, 2]
    assert found.global_inits[0].type.results == (I32,)
