"""Bodies: what is refused, with which words and where; and what `Code` says of what is valid."""

from __future__ import annotations

import pytest

from refwasm.errors import Invalid
from refwasm.generated import opcodes as o
from refwasm.generated.validator import STATICS
from refwasm.syntax.instructions import Expr, Instr, Op
from refwasm.syntax.types import I8, I32, FuncType, RefType
from refwasm.validation import functions
from refwasm.validation.code import Guard, Handler, Target
from refwasm.validation.context import Context
from tests.validation.build import code, rejection, valid

TYPES = """
    (type $s (struct (field (mut i32)) (field i8))) (type $a (array (mut i8)))
    (type $c (array f32)) (type $r (array (mut (ref eq))))
"""
# Functions, the text of the error, and the row at which it arises.
WRONG = [
    ("(func i32.eqz drop)", "requires [i32] but stack has []", "i32.eqz"),
    ("(func i64.const 0 i32.eqz drop)", "requires [i32] but stack has [i64]", "i32.eqz"),
    ("(func i32.const 0 i32.add drop)", "requires [i32 i32] but stack has [i32]", "i32.add"),
    ("(func drop)", "requires [bot] but stack has []", "drop"),
    ("(func i32.const 0)", "block requires [] but stack has [i32]", "end"),
    ("(func (result i32))", "requires [i32] but stack has []", "end"),
    ("(func (result i32) f32.const 0)", "requires [i32] but stack has [f32]", "end"),
    ("(func unreachable i64.const 0 i32.add drop)", "[i32 i32] but stack has [bot i64]", "i32.add"),
    ("(func unreachable i32.const 0)", "block requires [] but stack has [i32]", "end"),
    ("(func i32.const 0 block drop end)", "requires [bot] but stack has []", "drop"),
    ("(func i32.const 0 if (result i32) i32.const 0 end drop)", "[i32] but stack has []", "end"),
    ("(func i32.const 0 if (result i32) else i32.const 0 end drop)", "has []", "else"),
    ("(func (local anyref) local.get 0 i64.eqz drop)", "[i64] but stack has [anyref]", "i64.eqz"),
    (
        "(func ref.null any ref.null any i32.const 0 select drop)",
        "requires numeric or vector type but stack has anyref",
        "select",
    ),
    ("(func i32.const 0 ref.is_null drop)", "reference type but stack has i32", "ref.is_null"),
    ("(func (result i32) (br_on_non_null 0 (ref.null any)) i32.const 0)",
     "reference type but label has [i32]", "br_on_non_null"),
    ("(func (result i32) i64.const 0 i32.const 0 br_table 0)", "[i32] but stack has [i64]",
     "br_table"),
    ("(func (result i32) (return_call 1)) (func (result i64) i64.const 0)",
     "current function requires result type [i32] but callee returns [i64]", "return_call"),
    ("(table 0 externref) (func (call_indirect (i32.const 0)))",
     "table of function type but table has element type externref", "call_indirect"),
    ("(func (drop (ref.cast (ref func) (ref.null any))))", "[funcref] but stack has [anyref]",
     "ref.cast"),
    ("(tag (param i32)) (func (block (try_table (catch 0 0))))",
     "catch handler requires [] but label has [i32]", "try_table"),
    (f"{TYPES} (func (param (ref $s)) (drop (struct.get $s 1 (local.get 0))))",
     "storage is packed", "struct.get"),
    (f"{TYPES} (func (param (ref $s)) (drop (struct.get_u $s 0 (local.get 0))))",
     "storage is unpacked", "struct.get_u"),
    (f"{TYPES} (func (param (ref $a)) (struct.set $s 0 (local.get 0) (i32.const 0)))",
     "requires [(ref null 0) i32] but stack has [(ref 1) i32]", "struct.set"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "detail", "row"), WRONG)
def test_type_mismatch(text: str, detail: str, row: str) -> None:
    error = rejection(text)
    assert error.message.startswith("type mismatch: ")
    assert detail in error.message
    assert error.instruction == row


REF = "(ref any)"
OTHER = [
    ("(func br 1)", "unknown label 1", "br"),
    ("(func (br_table 0 2 0 (i32.const 0)))", "unknown label 2", "br_table"),
    ("(func (param i32) (drop (local.get 1)))", "unknown local 1", "local.get"),
    (f"(func (local {REF}) (drop (local.get 0)))", "uninitialized local 0", "local.get"),
    (f"(func (param {REF}) (local {REF}) (block (local.set 1 (local.get 0))) (drop (local.get 1)))",
     "uninitialized local 1", "local.get"),
    (f"(func (param {REF}) (local {REF}) (if (i32.const 0) (then (local.set 1 (local.get 0)))"
     " (else (drop (local.get 1)))))", "uninitialized local 1", "local.get"),
    ("(func call 1)", "unknown function 1", "call"),
    ("(func call_ref 1)", "unknown type 1", "call_ref"),
    (f"{TYPES} (func call_ref 0)", "non-function type 0", "call_ref"),
    ("(func (drop (global.get 0)))", "unknown global 0", "global.get"),
    ("(global i32 (i32.const 0)) (func (global.set 0 (i32.const 0)))", "immutable global",
     "global.set"),
    ("(func (drop (table.get 0 (i32.const 0))))", "unknown table 0", "table.get"),
    ("(func (drop (i32.load (i32.const 0))))", "unknown memory 0", "i32.load"),
    ("(memory 1) (func (drop (i32.load align=8 (i32.const 0))))",
     "alignment must not be larger than natural", "i32.load"),
    ("(memory 1) (func (drop (i32.load offset=0x100000000 (i32.const 0))))", "offset out of range",
     "i32.load"),
    ("(memory 1) (func (memory.init 1 (i32.const 0) (i32.const 0) (i32.const 0)))",
     "unknown data segment 1", "memory.init"),
    ("(func (elem.drop 0))", "unknown elem segment 0", "elem.drop"),
    ("(func (throw 0))", "unknown tag 0", "throw"),
    ("(func (drop (ref.func 0)))", "undeclared function reference 0", "ref.func"),
    ("(func (select (result i32 i32) (i32.const 0)) unreachable)", "invalid result arity",
     "select t"),
    ("(func (drop (i8x16.extract_lane_s 16 (v128.const i64x2 0 0))))", "invalid lane index",
     "i8x16.extract_lane_s"),
    (f"{TYPES} (func (drop (struct.get $s 2 (unreachable))))", "unknown field 2", "struct.get"),
    (f"{TYPES} (func (struct.set $s 1 (unreachable)))", "immutable field", "struct.set"),
    (f"{TYPES} (func (struct.new_default 1))", "non-structure type 1", "struct.new_default"),
    (f"{TYPES} (func (array.new $s))", "non-array type 0", "array.new"),
    (f"{TYPES} (func (array.set $c (unreachable)))", "immutable array", "array.set"),
    (f"{TYPES} (func (array.copy $a $c (unreachable)))", "array types do not match", "array.copy"),
    (f"{TYPES} (data) (func (array.new_data $r 0 (unreachable)))",
     "array type is not numeric or vector", "array.new_data"),
    (f"{TYPES} (func (array.new_default $r (unreachable)))", "field type is not defaultable",
     "array.new_default"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "row"), OTHER)
def test_other_rejections(text: str, message: str, row: str) -> None:
    error = rejection(text)
    assert error.message.startswith(message)
    assert error.instruction == row


def test_the_place_is_that_of_the_instruction() -> None:
    text = "(module (func nop (drop (i32.eqz (i64.const 0)))))"
    error = rejection(text)
    assert error.offset == text.index("i32.eqz")


VALID = [
    "(func unreachable i32.add drop)",
    "(func (result i32) unreachable)",
    "(func unreachable select drop)",
    "(func (drop (select (unreachable) (i32.const 0))))",
    "(func unreachable ref.is_null drop)",
    "(func (result i32) unreachable br_table 0 0)",
    "(func (br 0) block i32.const 0 drop end)",
    "(func (result i32 i64) i32.const 0 i64.const 0 block (param i32 i64) (result i32 i64) end)",
    "(func (result anyref) i32.const 0 ref.i31)",
    f"(func (param {REF}) (local {REF}) (local.set 1 (local.get 0)) (drop (local.get 1)))",
    f"(func (param {REF}) (local {REF}) (drop (local.tee 1 (local.get 0))) (drop (local.get 1)))",
    "(type $a (array i32)) (func unreachable array.new_fixed $a 4294967295 drop)",
    "(func (local (ref func)) (unreachable) (local.set 0) (drop (local.get 0)))",
]


@pytest.mark.parametrize("text", VALID)
def test_valid(text: str) -> None:
    assert valid(text).codes


def test_types_of_locals_are_those_of_each_function() -> None:
    get = "(drop (i64.eqz (local.get 0)))"
    module = valid(f"(func (param i64) {get}) (func (param i64) {get}) (func (local i64) {get})")
    assert [c.max_height for c in module.codes] == [1, 1, 1]
    assert rejection(f"(func (param i64) {get}) (func (param i32) {get})").instruction == "i64.eqz"


def test_few_types_of_instructions_are_kept_for_all_modules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(functions, "SHARED", {})
    monkeypatch.setattr(functions, "ALIKE", {})
    monkeypatch.setattr(functions, "MOST", 2)
    text = " ".join(f"(drop (local.get {x})) (drop (global.get {x}))" for x in range(5))
    globals_ = "(global i32 (i32.const 0)) (global funcref (ref.null func)) (global v128 (v128.const i64x2 0 0))"
    globals_ += " (global f32 (f32.const 0)) (global f64 (f64.const 0))"
    codes = [code(f"(func (param f64 funcref v128 f32 i64) {text}) {globals_}") for _ in range(2)]
    assert codes[0] == codes[1]
    assert len(functions.SHARED) == len(functions.ALIKE) == 2
    assert not any(isinstance(t, RefType) for key in functions.SHARED for ts in key for t in ts)


def test_heights_count_operands_before_each_instruction() -> None:
    found = code("(func i32.const 1 i32.const 2 i32.add drop)")
    assert list(found.heights) == [0, 1, 2, 1, 0]
    assert found.max_height == 2


def test_heights_within_blocks_count_from_the_frame() -> None:
    found = code("(func i32.const 1 (block (drop (i32.const 2))) drop)")
    assert list(found.heights) == [0, 1, 1, 2, 1, 1, 0]


@pytest.mark.parametrize(
    ("text", "heights"),
    [
        ("unreachable", [0, -1]),
        ("unreachable block nop end", [0, -1, -1, -1, -1]),
        ("block unreachable nop end nop", [0, 0, -1, -1, 0, 0]),
        ("block br 0 block end end", [0, 0, -1, -1, -1, 0]),
        ("(if (i32.const 0) (then (br 0)) (else nop))", [0, 1, 0, -1, 0, 0, 0]),
        ("i32.const 5 (block (result i32) unreachable) drop drop", [0, 1, 1, -1, 2, 1, 0]),
    ],
)
def test_what_cannot_be_reached_has_no_height(text: str, heights: list[int]) -> None:
    assert list(code(f"(func {text})").heights) == heights


#    0 block, 1 const, 2 loop, 3 const, 4 br_if 0, 5 br 1, 6 end, 7 drop, 8 end, 9 end
LOOPS = """(func (block (result i32) i32.const 1 (loop i32.const 2 br_if 0 i32.const 3 br 1)
    drop i32.const 4) drop)"""


def test_targets_of_branches() -> None:
    found = code(LOOPS)
    ends = [i for i, instr in enumerate(found.instrs) if instr.op is o.END]
    loop = next(i for i, instr in enumerate(found.instrs) if instr.op is o.LOOP)
    by_row = {found.instrs[site].op: target for site, target in found.targets.items()}
    assert by_row == {
        o.BR_IF: Target(loop + 1, 0, 1),
        o.BR: Target(ends[1] + 1, 1, 0),
    }


def test_targets_of_a_function_are_its_end() -> None:
    found = code("(func (result i32) (i64.const 0) (br 0 (i32.const 1)))")
    assert found.targets == {2: Target(3, 1, 0)}


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("(if (i32.const 0) (then nop))", {1: Target(4, 0, 0)}),
        ("(if (i32.const 0) (then nop) (else nop))", {1: Target(4, 0, 0), 3: Target(6, 0, 0)}),
        (
            "i64.const 0 (if (param i64) (result i64) (i32.const 0) (then) (else)) drop",
            {2: Target(4, 1, 0), 3: Target(5, 1, 0)},
        ),
    ],
)
def test_targets_of_if(text: str, targets: dict[int, Target]) -> None:
    assert code(f"(func {text})").targets == targets


def test_targets_of_br_table() -> None:
    found = code("(func (block (block (br_table 0 1 0 2 (i32.const 0)))))")
    inner, outer, all_ = Target(5, 0, 0), Target(6, 0, 0), Target(6, 0, 0)
    assert found.targets == {3: (inner, outer, inner, all_)}


def test_handlers() -> None:
    found = code(
        """(func (block $l (result i32) (block $k (try_table (catch $t $l) (catch_all $k) nop)
           (return)) (i32.const 1)) drop) (tag $t (param i32))"""
    )
    handlers = (Handler("catch", 0, Target(9, 1, 0)), Handler("catch_all", None, Target(7, 0, 0)))
    assert found.handlers == {2: Guard(4, handlers)}


def test_statics_are_what_the_meaning_needs() -> None:
    found = valid(
        """(type $s (struct (field i8) (field i32)))
           (func $f (param i32 i64))
           (func (param (ref null $s)) (call $f (i32.const 1) (i64.const 2))
             (drop (struct.get_u $s 0 (local.get 0))) (drop (ref.test (ref $s) (local.get 0))))"""
    )
    main = found.code(1)
    named = {main.instrs[i].op: values for i, values in main.statics.items()}
    assert named == {
        o.CALL: (2,),
        o.STRUCT_GET_U: (I8,),
        o.REF_TEST: (RefType(False, found.types[0]),),
    }
    assert all(len(STATICS[op]) == len(values) for op, values in named.items())


def test_types_of_code_are_closed() -> None:
    found = valid("(type $s (struct)) (func (param (ref $s)) (local i32 i32 (ref null $s)))")
    dt = found.types[0]
    assert found.code(0).type.params == (RefType(False, dt),)
    assert found.code(0).locals == ((2, I32), (1, RefType(True, dt)))


@pytest.mark.parametrize(
    ("ops", "text"),
    [
        ((o.NOP,), "the body has no end"),
        ((o.BLOCK, o.END), "the body has no end"),
        ((o.END, o.NOP, o.END), "instructions after the end of the body"),
        ((o.END, o.END), "instructions after the end of the body"),
    ],
)
def test_bodies_built_in_memory_that_do_not_end_where_they_should(
    ops: tuple[Op, ...], text: str
) -> None:
    instrs = [Instr(op, (None,) if op is o.BLOCK else ()) for op in ops]
    with pytest.raises(Invalid, match=text):
        functions.validate_function(Context(), FuncType((), ()), (), Expr(instrs))
