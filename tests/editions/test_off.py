"""Every form that came with a feature is refused without it, in text and in binary, by name."""

from __future__ import annotations

import re

import pytest

from refwasm.binary.decode_instructions import CodeReader, read_instruction
from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.binary.leb128 import unsigned
from refwasm.errors import Invalid, Malformed, WasmError
from refwasm.generated.features import FEATURES
from refwasm.generated.opcodes import OPS
from refwasm.syntax.features import DEFAULT, Features, features_of
from refwasm.syntax.instructions import Op
from refwasm.text.parse_module import parse_module
from refwasm.text.words import CAME_WITH, off_words
from refwasm.validation.modules import validate_module

Refusal = tuple[type[WasmError], str]
BAD = Malformed
MEM, TABLE = "(memory 1)", "(table 1 funcref)"


def word(name: str) -> Refusal:
    """The text holds a word that is unknown."""
    return BAD, f"unknown operator {name}"


def token(name: str) -> Refusal:
    """The text holds a known word where none may stand."""
    return BAD, f"unexpected token `{name}`"


def opcode(name: str) -> Refusal:
    """The binary holds an opcode that is unknown."""
    return BAD, f"illegal opcode {name}"


def type_(code: str) -> Refusal:
    """The binary holds the code of an unknown type."""
    return BAD, f"malformed reference type {code}"


# What came with a feature: fields of a module, how its text is refused, how its binary is.
CASES: list[tuple[str, str, Refusal, Refusal]] = [
    ("sign-extension", "(func (drop (i32.extend8_s (i32.const 0))))",
     word("i32.extend8_s"), opcode("c0")),
    ("nontrapping-float-to-int", "(func (drop (i32.trunc_sat_f32_s (f32.const 0))))",
     word("i32.trunc_sat_f32_s"), opcode("fc 00")),
    ("multi-value", "(func (result i32 i32) i32.const 1 i32.const 2)",
     (Invalid, "invalid result arity"), (Invalid, "invalid result arity")),
    ("multi-value", "(func (block (param i32) drop))", token("param"), (BAD, "malformed reference")),
    ("multi-value", "(func (block (result i32 i32) unreachable) drop drop)",
     token("result"), (BAD, "malformed reference")),
    ("multi-value", "(type (func)) (func (loop (type 0)))", token("type"), (BAD, "malformed ref")),
    ("reference-types", "(func (param externref))", word("externref"), type_("6f")),
    ("reference-types", "(func (param funcref))", token("funcref"), type_("70")),
    ("reference-types", "(func (local funcref))", token("funcref"), type_("70")),
    ("reference-types", "(table 1 externref)", word("externref"), type_("6f")),
    ("reference-types", "(func (drop (ref.null func)))", word("ref.null"), opcode("d0")),
    ("reference-types", "(func (drop (ref.is_null (unreachable))))",
     word("ref.is_null"), opcode("d1")),
    ("reference-types", f"{TABLE} (func (drop (table.size)))", word("table.size"), opcode("fc 10")),
    ("reference-types", f"{TABLE} {TABLE}", (Invalid, "multiple tables"), (Invalid, "multiple ta")),
    ("reference-types", '(import "m" "t" (table 1 funcref)) (table 1 funcref)',
     (Invalid, "multiple tables"), (Invalid, "multiple tables")),
    ("reference-types", f"{TABLE} {TABLE} (func (call_indirect 1 (i32.const 0)))",
     token("1"), (BAD, "zero byte expected")),
    ("reference-types", "(func (select (result i32) (unreachable)) drop)",
     token("result"), opcode("1c")),
    ("reference-types", "(func $f) (elem declare func $f)",
     word("declare"), (BAD, "malformed elements segment kind 3")),
    ("reference-types", f"{TABLE} (func $f) (elem (i32.const 0) funcref (item ref.func $f))",
     word("item"), (BAD, "malformed elements segment kind 4")),
    ("bulk-memory", f"{MEM} (func (memory.fill (unreachable)))", word("memory.fill"), opcode("fc 0b")),
    ("bulk-memory", f"{TABLE} (func (table.copy (unreachable)))", word("table.copy"), opcode("fc 0e")),
    ("bulk-memory", '(data "a")', token('"a"'), (BAD, "malformed data segment kind 1")),
    ("bulk-memory", "(elem func)", token("func"), (BAD, "malformed elements segment kind 1")),
    ("simd", "(func (param v128))", word("v128"), type_("7b")),
    ("simd", "(func (drop (v128.const i32x4 0 0 0 0)))", word("v128.const"), opcode("fd 0c")),
    ("simd", "(global (mut v128) (unreachable))", word("v128"), type_("7b")),
    ("extended-const", "(global i32 (i32.add (i32.const 1) (i32.const 2)))",
     (Invalid, "constant expression required"), (Invalid, "constant expression required")),
    ("extended-const", f"{MEM} (data (i32.mul (i32.const 1) (i32.const 2)))",
     (Invalid, "constant expression required"), (Invalid, "constant expression required")),
    ("tail-call", "(func $f (return_call $f))", word("return_call"), opcode("12")),
    ("function-references", "(func (param (ref func)))", word("ref"), type_("64")),
    ("function-references", "(type (func)) (func (param (ref null 0)))", word("ref"), type_("63")),
    ("function-references", "(type (func)) (func (drop (ref.null 0)))", token("0"), type_("0")),
    ("function-references", "(func (call_ref 0 (unreachable)))", word("call_ref"), opcode("14")),
    ("function-references", "(func (drop (ref.as_non_null (unreachable))))",
     word("ref.as_non_null"), opcode("d4")),
    ("function-references", "(table 1 funcref (ref.null func))", token("("), type_("40")),
    ("gc", "(type (struct))", word("struct"), (BAD, "malformed definition type 5f")),
    ("gc", "(type (array i8))", word("array"), (BAD, "malformed definition type 5e")),
    ("gc", "(rec (type (func)) (type (func)))", word("rec"), (BAD, "malformed definition type 4e")),
    ("gc", "(type (sub (func)))", word("sub"), (BAD, "malformed definition type 50")),
    ("gc", "(func (param anyref))", word("anyref"), type_("6e")),
    ("gc", "(func (drop (ref.null none)))", word("none"), type_("71")),
    ("gc", "(func (drop (ref.i31 (i32.const 1))))", word("ref.i31"), opcode("fb 1c")),
    ("gc", "(global i32 (i32.const 1)) (global i32 (global.get 0))",
     (Invalid, "unknown global 0"), (Invalid, "unknown global 0")),
    ("exceptions", "(tag)", word("tag"), (BAD, "malformed section id 0d")),
    ("exceptions", '(import "m" "t" (tag))', word("tag"), (BAD, "malformed import kind 04")),
    ("exceptions", "(func (param exnref))", word("exnref"), type_("69")),
    ("exceptions", "(func (throw_ref (unreachable)))", word("throw_ref"), opcode("0a")),
    ("exceptions", "(func (try_table))", word("try_table"), opcode("1f")),
    ("multi-memory", f"{MEM} {MEM}",
     (Invalid, "multiple memories"), (Invalid, "multiple memories")),
    ("multi-memory", '(import "m" "m" (memory 1)) (memory 1)',
     (Invalid, "multiple memories"), (Invalid, "multiple memories")),
    ("multi-memory", f"{MEM} {MEM} (func (drop (memory.size 1)))",
     token("1"), (BAD, "zero byte expected")),
    ("multi-memory", f"{MEM} (memory $m 1) (func (drop (i32.load $m (i32.const 0))))",
     token("$m"), (BAD, "malformed memop flags")),
    ("multi-memory", f"{MEM} {MEM} (func (memory.copy 0 1 (unreachable)))",
     token("0"), (BAD, "zero byte expected")),
    ("multi-memory", f'{MEM} {MEM} (data $d "") (func (memory.init 1 $d (unreachable)))',
     token("1"), (BAD, "zero byte expected")),
    ("multi-memory", f"{MEM} {MEM} (func (drop (v128.load8_lane 1 0 (unreachable))))",
     token("1"), (BAD, "malformed memop flags")),
    ("memory64", "(memory i64 1)", token("i64"), (BAD, "integer too large")),
    ("memory64", "(table i64 1 funcref)", token("i64"), (BAD, "integer too large")),
    ("memory64", '(memory i64 (data "a"))', token("i64"), (BAD, "integer too large")),
    ("relaxed-simd", "(func (drop (i8x16.relaxed_swizzle (unreachable))))",
     word("i8x16.relaxed_swizzle"), opcode("fd 100")),
]  # fmt: skip
# The same where only one of the formats has it.
TEXTS: list[tuple[str, str, Refusal]] = [
    ("annotations", '(@custom "c" "")', word("(@custom")),
    ("annotations", '(func $"f")', word('$"f"')),
    ("memory64", "(memory i32 1)", token("i32")),
    ("reference-types", "(type (func)) (table 1 funcref) (func (call_indirect 0 (type 0)))", token("0")),
]  # fmt: skip
BINARIES: list[tuple[str, bytes, Refusal]] = [
    ("bulk-memory", b"\x0c\x01\x00", (BAD, "malformed section id 0c")),
    ("exceptions", b"\x07\x05\x01\x01t\x04\x00", (BAD, "malformed export kind 04")),
    ("multi-value", b"\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x07\x01\x05\0\x02\0\x0b\x0b",
     (BAD, "malformed reference type")),
]  # fmt: skip


def refused(source: str | bytes, features: Features) -> WasmError:
    """The error with which the module is refused."""
    with pytest.raises((Malformed, Invalid)) as caught:
        accept(source, features)
    return caught.value


def accept(source: str | bytes, features: Features) -> None:
    """Read and validate the module."""
    if isinstance(source, str):
        module = parse_module(source, features=features)
    else:
        module = decode_module(source, features=features)
    validate_module(module, features=features)


def check(error: WasmError, refusal: Refusal, feature: str) -> None:
    """`error` has the class, begins with the text, names the feature and has a place."""
    assert type(error) is refusal[0], error
    assert error.message.startswith(refusal[1])
    assert error.message.endswith(f"[{feature}]"), error
    if isinstance(error, Malformed):
        assert error.offset is not None


def named(case: tuple[str, object, *tuple[object, ...]]) -> str:
    return f"{case[0]} {case[1]!r}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_text(case: tuple[str, str, Refusal, Refusal]) -> None:
    feature, source, refusal, _ = case
    parse_module(source)
    check(refused(source, features_of("3.0", [f"-{feature}"])), refusal, feature)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_binary(case: tuple[str, str, Refusal, Refusal]) -> None:
    feature, source, _, refusal = case
    data = encode_module(parse_module(source))
    features = features_of("3.0", [f"-{feature}"])
    check(refused(data, features), refusal, feature)


@pytest.mark.parametrize("case", TEXTS, ids=named)
def test_only_in_text(case: tuple[str, str, Refusal]) -> None:
    feature, source, refusal = case
    parse_module(source)
    check(refused(source, features_of("3.0", [f"-{feature}"])), refusal, feature)


@pytest.mark.parametrize("case", BINARIES, ids=named)
def test_only_in_binary(case: tuple[str, bytes, Refusal]) -> None:
    feature, sections, refusal = case
    data = b"\0asm\1\0\0\0" + sections
    features = features_of("3.0", [f"-{feature}"])
    check(refused(data, features), refusal, feature)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_edition_before_refuses_it_too(case: tuple[str, str, Refusal, Refusal]) -> None:
    feature, source, (kind, _), _ = case
    error = refused(source, features_of(str(int(FEATURES[feature][0]) - 1)))
    assert type(error) is kind
    assert error.message.endswith(f"[{feature}]")
    assert error.message.count("[") == 1


def test_every_feature_of_an_edition_has_a_case() -> None:
    named_features = {case[0] for case in CASES} | {case[0] for case in TEXTS}
    assert named_features == DEFAULT.on - {"mvp"}


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("simd", "(type (struct (field v128)))", "malformed storage type 7b [simd]"),
        ("simd", "(type (array (mut v128)))", "malformed storage type 7b [simd]"),
        ("exceptions", "(type (array exnref))", "malformed storage type 69 [exceptions]"),
        ("bulk-memory", "(elem funcref (ref.null func))",
         "malformed elements segment kind 5 [bulk-memory]"),
        ("tail-call", "(type $t (func)) (func (return_call_ref $t (ref.null $t)))",
         "illegal opcode 15 [tail-call]"),
    ],
)  # fmt: skip
def test_parts_of_binaries_need_their_features(name: str, text: str, error: str) -> None:
    binary = encode_module(parse_module(f"(module {text})"))
    decode_module(binary)
    with pytest.raises(Malformed, match=f"^{re.escape(error)}$"):
        decode_module(binary, features=features_of("3.0", [f"-{name}"]))


@pytest.mark.parametrize("op", [op for op in OPS if op.feature != "mvp"], ids=lambda op: op.name)
def test_every_opcode_is_illegal_without_its_feature(op: Op) -> None:
    code = bytes([op.code]) if op.prefix is None else bytes([op.prefix]) + unsigned(op.code)
    features = features_of("3.0", [f"-{op.feature}"])
    with pytest.raises(Malformed, match=rf"^illegal opcode .* \[{op.feature}\]$") as caught:
        read_instruction(CodeReader(code, features))
    assert caught.value.offset == 0


@pytest.mark.parametrize("name", CAME_WITH)
def test_every_word_is_unknown_without_its_feature(name: str) -> None:
    feature = CAME_WITH[name]
    assert (name in off_words(DEFAULT)) is (feature not in DEFAULT)
    assert name in off_words(features_of("1.0"))
    assert off_words(features_of("3.0", [f"-{feature}"]))[name] == feature
