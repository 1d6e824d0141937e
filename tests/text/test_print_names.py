"""Identifiers that are valid and differ."""

from __future__ import annotations

import time

import pytest

from refwasm.syntax.names import NameMap
from refwasm.text.lexer import tokenize
from refwasm.text.parse_module import parse_module
from refwasm.text.print_module import print_module
from refwasm.text.print_names import identifiers


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ({0: "a", 2: "b"}, {0: "$a", 2: "$b"}),
        ({0: "a", 1: "a", 2: "a"}, {0: "$a", 1: "$a_1", 2: "$a_2"}),
        ({0: "a", 1: "a", 2: "a_1", 3: "a"}, {0: "$a", 1: "$a_2", 2: "$a_1", 3: "$a_3"}),
        ({0: "", 1: ""}, {}),
        ({0: "a b", 1: "(x)"}, {0: '$"a b"', 1: '$"(x)"'}),
        ({0: "\u03bb", 1: '"', 2: "\\"}, {0: '$"\u03bb"', 1: '$"\\""', 2: "$\\"}),
        ({0: "\n\x7f\u200b"}, {0: '$"\\0a\\7f\\u{200b}"'}),
    ],
)
def test_identifiers(names: NameMap, found: NameMap) -> None:
    assert identifiers(names) == found
    for identifier in found.values():
        tokens = tokenize(identifier).texts
        assert tokens[0][0] == "$" and tokens[1][0] == "\0"


def test_names_that_repeat_take_linear_time() -> None:
    start = time.process_time()
    assert len(set(identifiers(dict.fromkeys(range(50_000), "f")).values())) == 50_000
    assert time.process_time() - start < 5


def test_what_is_not_there_has_no_identifier() -> None:
    module = parse_module("(func $f (local $x i32) (call 7) (local.get 9)) (start 7)")
    module.names.funcs[7] = "g"
    module.names.locals[0][9] = "y"
    module.names.locals[3] = {0: "z"}
    printed = print_module(module)
    assert "call 7" in printed and "local.get 9" in printed
    assert parse_module(printed) == module


def test_labels_are_numbered_as_the_binary_has_them() -> None:
    text = "(func (if $a (block $b (result i32) (i32.const 0)) (then (block $c (br $a)))))"
    module = parse_module(text)
    assert module.names.labels == {0: {0: "b", 1: "a", 2: "c"}}
    for folded in (False, True):
        printed = print_module(module, folded=folded)
        assert parse_module(printed) == module
        assert parse_module(printed).names == module.names
