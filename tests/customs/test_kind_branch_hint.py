"""`metadata.code.branch_hint`: by instruction in the syntax, by byte in the binary."""

from __future__ import annotations

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.customs.kind_branch_hint import BranchHints
from refwasm.customs.registry import check_customs, refuse_faults
from refwasm.errors import Invalid, Malformed
from refwasm.syntax.modules import Custom, Module
from refwasm.text.parse_module import parse_module
from refwasm.text.print_module import print_module
from refwasm.validation.modules import validate_module
from tests.binary.build import custom, module, section, sized

ID = "metadata.code.branch_hint"
LIKELY, UNLIKELY = f'(@{ID} "\\01")', f'(@{ID} "\\00")'
Funcs = tuple[tuple[int, tuple[tuple[int, bool], ...]], ...]


def hints(m: Module) -> Funcs:
    (found,) = [c.data for c in m.customs if c.name == ID]
    assert isinstance(found, BranchHints)
    return found.funcs


@pytest.mark.parametrize(
    ("text", "funcs"),
    [
        (f"(func i32.const 0 {LIKELY} if end)", ((0, ((1, True),)),)),
        (f"(func {UNLIKELY} (if (i32.const 0) (then)))", ((0, ((1, False),)),)),
        (f"(func ({UNLIKELY} if (i32.const 0) (then)))", ((0, ((1, False),)),)),
        (f"(func {UNLIKELY} (br_if 0 (i32.const 0)))", ((0, ((1, False),)),)),
        (f'(func i32.const 0 (@{ID} "" "\\01" "") br_if 0)', ((0, ((1, True),)),)),
        (
            f"""(func) (import "" "" (memory 1)) (func (import "" ""))
            (func {LIKELY} (if (block (result i32) {UNLIKELY} (br_if 1 (i32.const 0))
            (i32.const 1)) (then))) (func) (func i32.const 1 {LIKELY} if end)""",
            ((1, ((2, False), (5, True))), (3, ((1, True),))),
        ),
    ],
)
def test_annotations(text: str, funcs: Funcs) -> None:
    if text.startswith("(func) (import"):
        text = text.removeprefix("(func) ")
    m = parse_module(text)
    refuse_faults(m)
    validate_module(m)
    check_customs(m)
    assert hints(m) == funcs
    assert decode_module(encode_module(m)) == m
    for printed in (print_module(m), print_module(m, folded=True), print_module(m, names=False)):
        assert printed.count(f"(@{ID}") == sum(len(of) for _, of in funcs)
        assert parse_module(printed) == m


# The type [] -> [], one function with a local, and what the code is: i32.const 0, if, end, end.
BEFORE = (section(1, b"\x60\0\0"), section(3, b"\0"))
CODE = b"\1\1\x7f" + b"\x41\0" + b"\x04\x40\x0b" + b"\x0b"
PADDED = b"\1\1\x7f" + b"\x41\x80\0" + b"\x04\x40\x0b" + b"\x0b"


def binary(contents: bytes, code: bytes = CODE) -> bytes:
    hints = custom(ID.encode(), contents)
    return module(*BEFORE, hints, section(10, sized(code)))


def test_offsets_count_from_the_locals() -> None:
    m = decode_module(binary(bytes([1, 0, 1, 5, 1, 1])))
    assert hints(m) == ((0, ((1, True),)),)
    assert encode_module(m) == binary(bytes([1, 0, 1, 5, 1, 1]))
    (found,) = [c for c in m.customs if c.name == ID]
    assert found.after == 3


def test_offsets_follow_the_code() -> None:
    m = decode_module(binary(bytes([1, 0, 1, 6, 1, 0]), PADDED))
    assert hints(m) == ((0, ((1, False),)),)
    assert encode_module(m) == binary(bytes([1, 0, 1, 5, 1, 0]))


@pytest.mark.parametrize(
    ("contents", "message", "at"),
    [
        ("", "unexpected end", 0),
        ("01 00 01 05 01", "unexpected end", 5),
        ("01 01 01 05 01 01", "invalid function index 1", 1),
        ("01 00 01 04 01 01", "invalid offset 4", 3),
        ("01 00 01 05 02 01", "missing reserved byte", 4),
        ("01 00 01 05 01 02", "invalid hint value", 5),
        ("01 00 01 05 01 01 00", "section size mismatch", 6),
        ("ff ff ff ff 0f 00", "length out of bounds", 0),
    ],
)
def test_a_section_that_says_nothing_is_kept_as_bytes(contents: str, message: str, at: int) -> None:
    raw = bytes.fromhex(contents)
    data = binary(raw)
    m = decode_module(data)
    assert m.customs == (Custom(ID, raw, 3),)
    assert encode_module(m) == data
    with pytest.raises(Malformed) as caught:
        refuse_faults(m)
    assert caught.value.message.startswith(f"@{ID} section: {message}")
    assert caught.value.offset == data.index(ID.encode()) + len(ID) + at
    check_customs(m)
    assert parse_module(print_module(m)) == m


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"(func i32.const 0 {UNLIKELY} {LIKELY} if end)", "duplicate annotation"),
        (f"(func) {LIKELY}", "not in a function"),
        (f"(module {LIKELY} (func))", "not in a function"),
        (f'(func (import "" "") (param {LIKELY} i32))', "not in a function"),
        (f'(func i32.const 0 (@{ID} "\\02") if end)', "invalid hint value"),
        (f"(func i32.const 0 (@{ID}) if end)", "invalid hint value"),
        (f"(func i32.const 0 (@{ID} 1) if end)", "unexpected token"),
        (f'(func i32.const 0 (@{ID} "\\u{{d800}}") if end)', "malformed UTF-8 encoding"),
        (f"(func i32.const 0 if {LIKELY} end)", "invalid placement"),
        (f"(func i32.const 0 if {LIKELY} (result i32) unreachable else unreachable end drop)",
         "invalid placement"),
        (f"(func (if (i32.const 0) {LIKELY} (then)))", "invalid placement"),
        (f"(func nop {LIKELY})", "invalid placement"),
        (f"(func {LIKELY} (param i32) local.get 0 if end)", "invalid placement"),
    ],
)  # fmt: skip
def test_faults(text: str, message: str) -> None:
    m = parse_module(text)
    with pytest.raises(Malformed) as caught:
        refuse_faults(m)
    assert caught.value.message.startswith(f"@{ID} annotation: {message}")
    assert caught.value.offset == text.rindex("(@")


@pytest.mark.parametrize(
    ("funcs", "message", "op"),
    [
        (((0, ((0, True),)),), "invalid target", "i32.const"),
        (((0, ((2, True),)),), "invalid target", "end"),
        (((0, ((1, True), (1, True))),), "invalid order", "if"),
        (((0, ((4, True), (1, True))),), "invalid order", "if"),
        (((1, ((1, True),)), (0, ((1, True),))), "invalid order", "if"),
        (((0, ((1, True),)), (0, ((4, True),))), "invalid order", "br_if"),
    ],
)
def test_invalid(funcs: Funcs, message: str, op: str) -> None:
    m = parse_module("(func i32.const 0 if end i32.const 0 br_if 0) (func i32.const 0 if end)")
    m.customs = (Custom(ID, BranchHints(funcs), 11),)
    with pytest.raises(Invalid) as caught:
        check_customs(m)
    assert caught.value.message == f"@{ID} annotation: {message}"
    assert caught.value.instruction == op
    assert decode_module(encode_module(m)) == m
    assert parse_module(print_module(m)) == m


def test_a_section_by_its_bytes_in_a_text() -> None:
    text = f'(func i32.const 0 if end) (@custom "{ID}" (before code) "\\01\\00\\01\\03\\01\\01")'
    m = parse_module(text)
    assert hints(m) == ((0, ((1, True),)),)
    assert m == parse_module(f"(func i32.const 0 {LIKELY} if end)")


def test_a_second_section_is_printed_as_bytes() -> None:
    m = parse_module(f"(func i32.const 0 {LIKELY} if end)")
    m.customs *= 2
    printed = print_module(m)
    assert printed.count(f"(@{ID}") == 1 and printed.count("(@custom") == 1
    assert parse_module(printed) == m
