"""The rule by which a module is rejected, as the error's traceback tells."""

from __future__ import annotations

import pytest

from refwasm.errors import WasmError
from refwasm.script.commands import BinaryModule, Definition, QuotedModule
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.results import Result
from refwasm.script.rules import rule_of
from refwasm.script.run import run_script
from refwasm.source import Source

HEADER = b"\0asm\1\0\0\0"
REJECTED = {
    "an operand": ("(func (i32.eqz (i64.const 0)))", "valid-testop: i:i32 -> i32"),
    "a premise": (
        "(memory 1) (func (drop (i32.load align=8 (i32.const 0))))",
        "valid-load-val: at = C.memarg(m, 32)",
    ),
    "another premise of the same row": (
        "(memory 1) (func (drop (i32.load 1 (i32.const 0))))",
        "valid-load-val: at = C.memarg(m, 32)",
    ),
    "the second premise": (
        "(table 1 funcref) (elem externref) (func (table.init 0 (i32.const 0) (i32.const 0) (i32.const 0)))",
        "valid-table.init: C.match(rt2, rt1)",
    ),
    "a type on the stack": (
        "(func (drop (ref.is_null (i32.const 0))))",
        "valid-ref.is_null: rt = C.any_reftype(0)",
    ),
    "the type of a premise's call": (
        "(type $a (array i32)) (func (drop (struct.new 0)))",
        "valid-struct.new: zts = C.struct(x)",
    ),
    "the end of a block": ("(func (block (result i32)))", "valid-instrs"),
    "a constant": ("(global i32 (i32.clz (i32.const 0)))", "valid-constant"),
    "a field of the module": ("(memory 2 1)", "valid-limits"),
    "an import": ('(import "no" "such" (func))', "exec-instantiation"),
    "a number": ("(global i32 (i32.const 0x))", "text-num"),
    "a name": ("(func (call $f))", "text-index"),
}


def rejected(definition: Definition) -> str:
    engine = NativeEngine()
    with pytest.raises(WasmError) as caught:
        engine.instantiate(engine.define(definition))
    return rule_of(caught.value)


@pytest.mark.parametrize(("fields", "rule"), REJECTED.values(), ids=REJECTED)
def test_texts(fields: str, rule: str) -> None:
    assert rejected(QuotedModule(fields.encode())) == rule


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "binary-module"),
        (HEADER + b"\x01\x04\x01\x60\x80\x80", "binary-uint"),
        (HEADER + b"\x01\x04\x01\x60\x01\x01", "binary-reftype"),
    ],
)
def test_binaries(data: bytes, rule: str) -> None:
    assert rejected(BinaryModule(data)) == rule


def test_an_error_that_was_not_raised_has_none() -> None:
    assert rule_of(WasmError("so it is")) == ""


def results(text: str) -> list[Result]:
    source = Source("a", text)
    return list(run_script("a", source, parse_script(text), NativeEngine(trace=True)))


def test_results_have_the_rule_of_what_was_rejected_alone() -> None:
    ran = results("""
        (assert_invalid (module (func (result i32) (i64.const 0))) "type mismatch")
        (assert_malformed (module quote "(func (br))") "unexpected token")
        (assert_unlinkable (module (import "no" "such" (func))) "unknown import")
        (assert_trap (module (func $f unreachable) (start $f)) "unreachable")
        (module (import "no" "such" (func)))
    """)
    rules = ["valid-instrs", "text-int", "exec-instantiation", "", "exec-instantiation"]
    assert [r.rule for r in ran] == rules
