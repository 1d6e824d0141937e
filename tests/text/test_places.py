"""A module within a module's text."""

from __future__ import annotations

import pytest

from refwasm.binary.encode_module import encode_module
from refwasm.errors import Invalid, Malformed
from refwasm.text.parse_module import parse_module
from refwasm.text.strings import quoted
from refwasm.validation.modules import validate_module

SOURCE = """(type (func)) (import "" "" (func)) (func (data.drop 0)) (memory 1) (table 1 (ref func) (ref.func 0))
(tag) (global i32 (i32.const 0)) (elem (i32.const 0) func 0) (data "") (export "" (func 0)) (start 0)"""


@pytest.mark.parametrize("kind", ["binary", "quote"])
@pytest.mark.parametrize("name", ["", "$m ", "definition ", "definition $m "])
def test_binary_and_quote(kind: str, name: str) -> None:
    module = parse_module(SOURCE)
    contents = encode_module(module) if kind == "binary" else SOURCE.encode()
    assert parse_module(f"(module {name}{kind} {quoted(contents)})") == module


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('(module binary "\\00asm")', "unexpected end, at 4 of the binary"),
        ('(module quote "(func" " else)")', "unexpected token"),
        ('(module quote "\\ff")', "malformed UTF-8 encoding"),
        ('(module binary "\\00asm\\01\\00\\00\\00" func)', "unexpected token"),
        ('binary "\\00asm\\01\\00\\00\\00"', "unexpected token"),
    ],
)
def test_malformed(text: str, message: str) -> None:
    with pytest.raises(Malformed) as caught:
        parse_module(text)
    assert caught.value.message.startswith(message.partition(",")[0])
    assert caught.value.offset is not None and caught.value.offset <= len(text)


@pytest.mark.parametrize("kind", ["binary", "quote"])
def test_errors_are_at_the_module(kind: str) -> None:
    module = parse_module("(func i32.add)")
    contents = encode_module(module) if kind == "binary" else b"(func i32.add)"
    text = f"  (module {kind} {quoted(contents)})"
    with pytest.raises(Invalid) as caught:
        validate_module(parse_module(text))
    assert caught.value.offset == text.index(kind)
