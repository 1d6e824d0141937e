"""Where older editions differ: each rule, each word, each number that was narrower."""

from __future__ import annotations

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.errors import Invalid, Malformed, Trap, Unlinkable, WasmError
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.instances import Store
from refwasm.runtime.instantiate import instantiate
from refwasm.runtime.memories import iload
from refwasm.script.commands import QuotedModule
from refwasm.script.native import NativeEngine, load
from refwasm.syntax.features import DEFAULT, Features, features_of
from refwasm.syntax.modules import Active, Mode
from refwasm.text.parse_module import parse_module
from refwasm.validation.modules import ValidModule, validate_module

FIRST, SECOND = features_of("1.0"), features_of("2.0")
HEAD = b"\0asm\1\0\0\0"
FUNC = b"\x01\x04\x01\x60\0\0\x03\x02\x01\0"  # a type, a function
MEMORY = b"\x05\x03\x01\0\x01"


def body(code: bytes, memory: bytes = MEMORY) -> bytes:
    """A module with a memory and a function of this body."""
    size = len(code) + 2
    return HEAD + FUNC + memory + bytes([0x0A, size + 2, 1, size, 0]) + code + b"\x0b"


def valid(source: str | bytes, features: Features) -> ValidModule:
    """The module, valid by the rules of `features`."""
    if isinstance(source, str):
        return validate_module(parse_module(source, features=features), features=features)
    return validate_module(decode_module(source, features=features), features=features)


# An edition, a module, and the error with which it is refused.
REFUSED: list[tuple[Features, str | bytes, type[WasmError], str]] = [
    # numbers of 32 bits
    (SECOND, "(memory 0x1_0000_0000)", Malformed, "i32 constant out of range"),
    (SECOND, "(memory 0 0x1_0000_0000)", Malformed, "i32 constant out of range"),
    (SECOND, "(table 0x1_0000_0000 funcref)", Malformed, "i32 constant out of range"),
    (FIRST, "(memory 1) (func (drop (i32.load offset=0x1_0000_0000 (i32.const 0))))",
     Malformed, "i32 constant"),
    (SECOND, HEAD + b"\x05\x08\x01\0\x82\x80\x80\x80\x80\0", Malformed, "integer representation"),
    (SECOND, HEAD + b"\x05\x07\x01\0\x82\x80\x80\x80\x70", Malformed, "integer too large"),
    (SECOND, HEAD + b"\x05\x03\x01\x02\0", Malformed, "integer too large: it exceeds 1 bits"),
    (SECOND, HEAD + b"\x05\x03\x01\x81\0", Malformed, "integer representation too long"),
    (SECOND, body(b"\x41\0\x28\x02\x82\x80\x80\x80\x10\x1a"), Malformed, "integer too large"),
    (SECOND, body(b"\x41\0\x28\x20\0\x1a"), Malformed, "malformed memop flags 0x20"),
    (FIRST, body(b"\x41\0\x28\x20\0\x1a"), Malformed, "invalid memop flags 0x20"),
    # reserved bytes
    (SECOND, body(b"\x3f\x01\x1a"), Malformed, "zero byte expected [multi-memory]"),
    (FIRST, body(b"\x3f\x01\x1a"), Malformed, "zero flag expected [multi-memory]"),
    (FIRST, body(b"\x3f\x80\0\x1a"), Malformed, "zero flag expected [multi-memory]"),
    (FIRST, body(b"\x41\0\x11\0\x01"), Malformed, "zero flag expected [reference-types]"),
    # words
    (FIRST, HEAD + b"\x0c\x01\0", Malformed, "invalid section id 0c [bulk-memory]"),
    (FIRST, HEAD + b"\x18\0", Malformed, "invalid section id 18"),
    (FIRST, HEAD + b"\x01\x05\x01\x60\x01\x7b\0", Malformed, "invalid value type 7b [simd]"),
    (FIRST, HEAD + b"\x00\x02\x01\xff", Malformed, "invalid UTF-8 encoding"),
    (FIRST, HEAD + b"\x06\x06\x01\x7f\x02\x41\0\x0b", Malformed, "invalid mutability 02"),
    (SECOND, "(global i32 (i32.const 0)) (func (global.set 0 (i32.const 1)))",
     Invalid, "global is immutable"),
    (SECOND, "(func (drop (i8x16.extract_lane_u 256 (unreachable))))",
     Malformed, "malformed lane index"),
    (SECOND, HEAD + b"\x01\x02\x01\x61", Malformed, "malformed function type 61"),
    # rules of the first edition
    (FIRST, HEAD + b"\x01\x02\x09\x60", Malformed, "unexpected end of section or function"),
    (SECOND, HEAD + b"\x01\x02\x09\x60", Malformed, "length out of bounds"),
    (FIRST, HEAD + b"\x01\x02\x7f\x60", Malformed, "length out of bounds"),
    (FIRST, "(type (func (result i32) (param i32)))", Malformed, "result before parameter"),
    (SECOND, "(type (func (result i32) (param i32)))", Malformed, "unexpected token"),
    (FIRST, "(table 1 funcref) (elem 1 (i32.const 0))", Invalid, "unknown table 1"),
    (FIRST, '(memory 1) (data $m (i32.const 0) "")', Malformed, "unknown memory $m"),
    (FIRST, "(table 1 funcref) (elem (table 0) (i32.const 0))", Malformed, "unexpected token `table`"),
]  # fmt: skip


@pytest.mark.parametrize(("features", "source", "kind", "text"), REFUSED)
def test_refused(features: Features, source: str | bytes, kind: type[WasmError], text: str) -> None:
    with pytest.raises(WasmError) as caught:
        valid(source, features)
    assert type(caught.value) is kind
    assert caught.value.message.startswith(text)


def test_a_text_that_is_no_utf8() -> None:
    with pytest.raises(Malformed, match=r"^invalid UTF-8 encoding"):
        load(QuotedModule(b"(func) ;; \xff"), features=FIRST)


@pytest.mark.parametrize(
    "source",
    [
        '(memory $m 1) (data $m (i32.const 1) "a") (data 0 (i32.const 2) "b")',
        HEAD + MEMORY + b"\x0b\x0d\x02\0\x41\x01\x0b\x01a\0\x41\x02\x0b\x01b",
    ],
)
def test_segments_begin_with_an_index(source: str | bytes) -> None:
    module = valid(source, FIRST).module
    modes = [data.mode for data in module.datas]
    assert [mode.x for mode in modes if isinstance(mode, Active)] == [0, 0]
    assert [data.init for data in module.datas] == [b"a", b"b"]


def test_elements_begin_with_an_index() -> None:
    source = (
        "(table $t 2 funcref) (func $f) (elem $t (i32.const 0) $f) (elem 0 (offset i32.const 1) 0)"
    )
    module = valid(source, FIRST).module
    assert [len(elem.init) for elem in module.elems] == [1, 1]
    with pytest.raises(Malformed, match="duplicate elem segment"):
        valid(source.replace("elem 0", "elem $t"), DEFAULT)


SEGMENTS = '(memory 1) (table 1 funcref) (func $f) (data (i32.const 0) "a") '
TOO_FAR = [
    ('(data (i32.const 65536) "b")', "data segment does not fit memory"),
    ("(elem (i32.const 1) $f)", "elements segment does not fit table"),
    ("(elem (i32.const -1) $f)", "elements segment does not fit table"),
]


@pytest.mark.parametrize(("segment", "text"), TOO_FAR)
def test_segments_that_do_not_fit_are_found_before_any_is_written(segment: str, text: str) -> None:
    outer = '(import "m" "m" (memory 1)) (table 1 funcref) (func $f) (data (i32.const 0) "a") '
    engine = NativeEngine(features=FIRST)
    exporting = engine.instantiate(engine.define(QuotedModule(b'(memory (export "m") 1)')))
    engine.register("m", exporting)
    with pytest.raises(Unlinkable, match=text):
        engine.instantiate(engine.define(QuotedModule((outer + segment).encode())))
    assert iload(8, exporting.mems[0], 0) == 0


def test_segments_that_fit_are_written() -> None:
    module = valid(SEGMENTS + "(elem (i32.const 0) $f)", FIRST)
    instance = instantiate(Store(), module, [], Interpreter())
    assert iload(8, instance.mems[0], 0) == ord("a")


def older(*names: str) -> Features:
    """The first edition with features that came later."""
    return features_of("1.0", [f"+{name}" for name in names])


PASSIVE = '(memory 1) (table 1 funcref) (func $f) (data $d "a") (elem $e func $f)'
NAMED = "(memory 1) (table $t 1 funcref) (func $f) (elem $t (i32.const 0) $f)"


@pytest.mark.parametrize("features", [older("bulk-memory"), older("bulk-memory", "simd")])
def test_segments_are_read_as_today_with_bulk_memory(features: Features) -> None:
    module = valid(PASSIVE, features)
    assert [data.mode for data in module.module.datas] == [Mode.PASSIVE]
    assert [elem.mode for elem in module.module.elems] == [Mode.PASSIVE]
    binary = encode_module(module.module)
    assert valid(binary, features).module == module.module
    instance = instantiate(Store(), module, [], Interpreter())
    assert ([len(d.data) for d in instance.datas], [len(e.refs) for e in instance.elems]) == (
        [1],
        [1],
    )
    assert valid(NAMED, FIRST).module.elems == valid(NAMED, DEFAULT).module.elems
    with pytest.raises(Malformed, match="unknown memory"):
        valid(PASSIVE.replace('"a"', '(i32.const 0) "a"'), FIRST)
    with pytest.raises(Malformed):
        valid(binary, FIRST)


def test_elements_are_read_as_today_with_reference_types() -> None:
    source = """(table 1 funcref) (func $f) (elem $e (i32.const 0) funcref (ref.null func))
        (elem declare func $f)"""
    module = valid(source, older("reference-types")).module
    assert [len(elem.init) for elem in module.elems] == [1, 1]
    assert valid(encode_module(module), older("reference-types")).module == module
    with pytest.raises(Malformed):
        valid(source, FIRST)


@pytest.mark.parametrize(("segment", "text"), TOO_FAR)
def test_segments_are_written_until_one_does_not_fit_with_bulk_memory(
    segment: str, text: str
) -> None:
    source = f'(memory (import "m" "m") 1) (table 1 funcref) (func $f) (data (i32.const 0) "a") {segment}'
    for features, kind, written in ((FIRST, Unlinkable, 0), (older("bulk-memory"), Trap, ord("a"))):
        store = Store()
        outer = instantiate(store, valid('(memory (export "m") 1)', FIRST), [], Interpreter())
        with pytest.raises(kind):
            instantiate(store, valid(source, features), [outer.mems[0]], Interpreter())
        # Elements go first, so one of them that does not fit leaves memory as it was.
        assert iload(8, outer.mems[0], 0) == (written if "data" in text else 0)


DIFFERENT_LABELS = """(func (block (result f64)
    (block (result f32) (unreachable) (br_table 0 1 1 (i32.const 1))) (drop) (f64.const 0)) (drop))"""


def test_labels_of_br_table_are_equal_even_where_nothing_is_reached() -> None:
    for features in (SECOND, DEFAULT, older("reference-types")):
        valid(DIFFERENT_LABELS, features)
    for features in (FIRST, older("bulk-memory", "multi-value")):
        with pytest.raises(Invalid, match="type mismatch"):
            valid(DIFFERENT_LABELS, features)
