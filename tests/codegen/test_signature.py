"""The notations within a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from codegen.signature import (
    Immediate,
    NotationError,
    Operand,
    Signature,
    parse_immediates,
    parse_patterns,
    parse_signature,
    split,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("a b", ["a", "b"]),
        ("  a   b ", ["a", "b"]),
        ("s:(ref null x) v:f(a, (b, c))", ["s:(ref null x)", "v:f(a, (b, c))"]),
    ],
)
def test_words_are_split_outside_parentheses(text: str, words: list[str]) -> None:
    assert split(text) == words


@pytest.mark.parametrize(
    ("text", "immediates"),
    [
        ("", ()),
        ("x:typeidx", (Immediate("x", "typeidx"),)),
        ("m:memarg(8) l:laneidx", (Immediate("m", "memarg", "8"), Immediate("l", "laneidx"))),
    ],
)
def test_immediates(text: str, immediates: tuple[Immediate, ...]) -> None:
    assert parse_immediates(text) == immediates
    assert " ".join(f"{i.name}:{i.kind_text}" for i in immediates) == text


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("->", Signature()),
        ("-> ...", Signature(polymorphic=True)),
        ("i:i32 -> i64", Signature((Operand("i", "i32"),), (Operand(None, "i64"),))),
        ("v:t ->_x", Signature((Operand("v", "t"),), sets="x")),
        ("v:t ->_x t", Signature((Operand("v", "t"),), (Operand(None, "t"),), sets="x")),
        (
            "*args:ts1 s:(ref null x) -> *ts2",
            Signature(
                (Operand("args", "ts1", True), Operand("s", "(ref null x)")),
                (Operand(None, "ts2", True),),
            ),
        ),
        (
            "*ts r:rt -> *ts difference(t1, t2)",
            Signature(
                (Operand(None, "ts", True), Operand("r", "rt")),
                (Operand(None, "ts", True), Operand(None, "difference(t1, t2)")),
            ),
        ),
    ],
)
def test_stack_types(text: str, signature: Signature) -> None:
    assert parse_signature(text) == signature


@pytest.mark.parametrize("text", ["i1:i32", "*args:ts1", "*ts", "s:(ref null x)"])
def test_operands_print_as_they_are_written(text: str) -> None:
    assert str(parse_signature(f"{text} ->").params[0]) == text


def test_patterns() -> None:
    assert parse_patterns("rt:reftype ts:labels(ls + (l,))") == (
        ("rt", "reftype"),
        ("ts", "labels(ls + (l,))"),
    )


@pytest.mark.parametrize(
    ("parse", "text", "wrong"),
    [
        (parse_immediates, "x", "'x' is not an immediate, name:kind"),
        (parse_immediates, "m:memarg(8", "unbalanced parentheses in 'm:memarg(8'"),
        (parse_patterns, "reftype", "'reftype' is not a declaration, name:pattern"),
        (parse_signature, "i32 i32", "stack 'i32 i32' has no arrow"),
        (parse_signature, "i32 -> i32", "operand 'i32' has no name"),
        (parse_signature, "-> i:i32", "result 'i:i32' has a name"),
        (parse_signature, "-> i32 ...", "'...' stands alone after the arrow"),
        (parse_signature, "i:f) -> i32", "unbalanced parentheses in 'i:f) '"),
        (parse_signature, "i: -> i32", "'i:' is not an operand, name:type"),
        (parse_signature, "* -> i32", "'*' is not an operand, name:type"),
    ],
)
def test_wrong_notation_is_named(parse: Callable[[str], object], text: str, wrong: str) -> None:
    with pytest.raises(NotationError) as error:
        parse(text)
    assert str(error.value) == wrong
