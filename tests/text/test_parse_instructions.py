"""Instructions: immediates, abbreviations, folding, labels, depth."""

from __future__ import annotations

import pytest

from refwasm.errors import Malformed
from refwasm.syntax.instructions import Catch, MemArg
from refwasm.syntax.types import ANY, EQ, FUNC, I32, I64, NONE, RefType
from refwasm.text.parse_module import parse_module

Flat = list[tuple[object, ...]]


def body(instructions: str, fields: str = "") -> Flat:
    """The instructions of a function as (row, *immediates), without the last `end`."""
    module = parse_module(f"(func (local $a i32) (local $b i64) {instructions}) {fields}")
    instrs = module.funcs[0].body.instrs
    assert instrs[-1].op.name == "end"
    return [(instr.op.name, *instr.args) for instr in instrs[:-1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nop", ("nop",)),
        ("local.get $b", ("local.get", 1)),
        ("local.get 0x1_0", ("local.get", 16)),
        ("i32.const -1", ("i32.const", 2**32 - 1)),
        ("f32.const nan", ("f32.const", 0x7FC00000)),
        ("v128.const i8x16" + " -1" * 16, ("v128.const", 2**128 - 1)),
        ("v128.const i64x2 1 2", ("v128.const", 1 | 2 << 64)),
        ("v128.const f32x4 0 0 0 nan", ("v128.const", 0x7FC00000 << 96)),
        ("i8x16.shuffle" + " 31" * 16, ("i8x16.shuffle", (31,) * 16)),
        ("i8x16.extract_lane_s 0xf", ("i8x16.extract_lane_s", 15)),
        ("i32.load", ("i32.load", MemArg(0, 2, 0))),
        ("i32.load $m offset=4 align=1", ("i32.load", MemArg(1, 0, 4))),
        ("v128.load8_lane 3", ("v128.load8_lane", MemArg(0, 0, 0), 3)),
        ("v128.load8_lane 1 3", ("v128.load8_lane", MemArg(1, 0, 0), 3)),
        ("v128.load64_lane $m align=4 1", ("v128.load64_lane", MemArg(1, 2, 0), 1)),
        ("v128.load16_lane offset=9 1", ("v128.load16_lane", MemArg(0, 1, 9), 1)),
        ("v128.load16_lane 1 offset=9 1", ("v128.load16_lane", MemArg(1, 1, 9), 1)),
        ("memory.size", ("memory.size", 0)),
        ("memory.grow $m", ("memory.grow", 1)),
        ("memory.copy", ("memory.copy", 0, 0)),
        ("memory.copy $m 0", ("memory.copy", 1, 0)),
        ("memory.init $d", ("memory.init", 0, 0)),
        ("memory.init $m $d", ("memory.init", 1, 0)),
        ("table.init $e", ("table.init", 0, 0)),
        ("table.init $t 0", ("table.init", 0, 0)),
        ("table.copy", ("table.copy", 0, 0)),
        ("call_indirect (type $s)", ("call_indirect", 0, 0)),
        ("call_indirect $t (param i32) (result i64)", ("call_indirect", 0, 3)),
        ("call_indirect", ("call_indirect", 0, 2)),
        ("select", ("select",)),
        ("select (result i32) (result)", ("select t", (I32,))),
        ("select (result)", ("select t", ())),
        ("br_table 0 0 0", ("br_table", (0, 0), 0)),
        ("ref.null any", ("ref.null", ANY)),
        ("ref.null $s", ("ref.null", 0)),
        ("ref.test (ref $s)", ("ref.test", 0)),
        ("ref.test eqref", ("ref.test null", EQ)),
        ("ref.cast (ref null none)", ("ref.cast null", NONE)),
        (
            "br_on_cast 0 anyref (ref func)",
            ("br_on_cast", 0, RefType(True, ANY), RefType(False, FUNC)),
        ),
        ("struct.get $p $y", ("struct.get", 1, 1)),
        ("struct.set 1 0", ("struct.set", 1, 0)),
        ("array.new_fixed 7 9", ("array.new_fixed", 7, 9)),
        ("array.copy 1 2", ("array.copy", 1, 2)),
    ],
)
def test_plain(text: str, expected: tuple[object, ...]) -> None:
    fields = """(memory 0) (memory $m 0) (table $t 0 funcref) (data $d) (elem $e func)
        (type $s (func (param i64))) (type $p (struct (field i32) (field $y i32)))"""
    assert body(text, fields) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(i32.add (i32.const 1) (i32.const 2))", "i32.const i32.const i32.add"),
        ("(drop (block (nop)))", "block nop end drop"),
        ("(block nop (nop) nop)", "block nop nop nop end"),
        ("block nop end", "block nop end"),
        ("(if (nop) (nop) (then nop))", "nop nop if nop end"),
        ("(if (then) (else (nop)))", "if else nop end"),
        ("if (nop) else nop end", "if nop else nop end"),
        ("(if (if (nop) (then)) (then (if (then) (else))))", "nop if end if if else end end"),
        ("(loop loop (loop) end)", "loop loop loop end end end"),
    ],
)
def test_folding(text: str, expected: str) -> None:
    assert " ".join(str(instr[0]) for instr in body(text)) == expected


def test_places_are_those_of_keywords() -> None:
    text = "(func (drop (i32.const 1)) block end)"
    expr = parse_module(text).funcs[0].body
    found = [text[i : i + 5] for i in expr.positions]
    assert found == ["i32.c", "drop ", "block", "end)", ")"]


def test_equal_instructions_are_one_object() -> None:
    instrs = parse_module("(func i32.const 1 nop i32.const 0x1)").funcs[0].body.instrs
    assert instrs[0] is instrs[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("block $x block $y br $x br $y end end", [1, 0]),
        ("block $x block $x br $x end br $x end", [0, 0]),
        ("(block $x (if $x (br $x) (then (br $x)) (else (br $x))))", [0, 0, 0]),
        ("loop br 7 end", [7]),
        ("if $x br $x else $x br $x end $x", [0, 0]),
    ],
)
def test_labels(text: str, expected: list[int]) -> None:
    assert [args[0] for name, *args in body(text) if name == "br"] == expected


def test_catches_see_the_labels_around_their_block() -> None:
    found = body(
        "block $x try_table $x (result i32) (catch $e $x) (catch_all_ref 0) end end", "(tag $e)"
    )
    assert found[1] == ("try_table", I32, (Catch("catch", 0, 0), Catch("catch_all_ref", None, 0)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("block end", None),
        ("block (result i64) end", I64),
        ("block (param i32) end", 2),
        ("block (result i32 i32) end", 2),
        ("block (type $s) end", 1),
        ("block (type $s) (param i64) end", 1),
        ("block (param i64) end", 1),
    ],
)
def test_block_types(text: str, expected: object) -> None:
    assert body(text, "(type (func)) (type $s (func (param i64)))")[0] == ("block", expected)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("i32.foo", "unknown operator i32.foo"),
        ("i32.const0", "unknown operator i32.const0"),
        ("(nop nop)", "unexpected token `nop`, expected a folded instruction"),
        ("(if nop (then))", "unexpected token"),
        ("(if (then) (then))", "unexpected token"),
        ("(if (then) (else) (nop))", "unexpected token"),
        ("(if (nop))", "unexpected token"),
        ("(then)", "unexpected token"),
        ("(else)", "unexpected token"),
        ("(end)", "unexpected token"),
        ("else", "unexpected token"),
        ("end", "unexpected token"),
        ("block else end", "unexpected token"),
        ("if else else end", "unexpected token"),
        ("block (nop", "unexpected token"),
        ("(block end)", "unexpected token"),
        ("block", "unexpected token"),
        ("block $a end $b", "mismatching label"),
        ("block end $b", "mismatching label"),
        ("(br $x)", "unknown label $x"),
        ("block $x end br $x", "unknown label $x"),
        ("local.get $x", "unknown local $x"),
        ("call $f", "unknown function $f"),
        ("struct.get 0 $f", "unknown field $f"),
        ("i32.load align=3", "alignment must be a power of two"),
        ("i32.load align=0", "alignment must be a power of two"),
        ("i32.load offset=0x1_0000_0000_0000_0000", "i64 constant out of range"),
        ("i32.load offset=x", "unknown operator offset=x"),
        ("i32.load align=1 offset=1", "unexpected token"),
        ("br 4294967296", "i32 constant out of range"),
        ("i32.const 4294967296", "constant out of range"),
        ("i32.const 1.0", "constant out of range"),
        ("i32.const nan:canonical", "unexpected token"),
        ("f32.const 0x", "unknown operator 0x"),
        ("i8x16.extract_lane_s 256", "i8 constant out of range"),
        ("i8x16.extract_lane_s -1", "unexpected token"),
        ("i8x16.shuffle 0 1", "invalid lane length"),
        ("i8x16.shuffle" + " -1" * 16, "i8 constant out of range"),
        ("v128.const i32x4 0x1_0000_0000 0 0", "wrong number of lane literals"),
        ("v128.const i32x4 0 0 0 0 0", "wrong number of lane literals"),
        ("v128.const i32x4 0 0 0 0x1_0000_0000", "constant out of range"),
        ("v128.const 0 0 0 0", "unexpected token"),
        ("call_indirect (result i32) (param i32)", "unexpected token"),
        ("block (param $x i32) end", "unexpected token"),
    ],
)
def test_malformed(text: str, message: str) -> None:
    with pytest.raises(Malformed) as caught:
        body(text, "(table 0 funcref)")
    assert caught.value.message.startswith(message)
    assert caught.value.offset is not None


DEEP = 30_000


@pytest.mark.parametrize(
    ("opening", "inside", "closing", "count"),
    [
        ("(block ", "", ")", 2),
        ("(block $l ", "br $l", ")", 2),
        ("loop ", "", "end ", 2),
        ("(i32.eqz ", "(i32.const 0)", ")", 1),
        ("(if (then ", "", "))", 2),
        ("(if ", "(nop)", "(then))", 2),  # conditions within conditions
    ],
)
def test_depth_costs_memory_only(opening: str, inside: str, closing: str, count: int) -> None:
    found = body(opening * DEEP + inside + closing * DEEP)
    assert len(found) == DEEP * count + bool(inside)
