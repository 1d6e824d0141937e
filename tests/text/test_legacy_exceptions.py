"""Exceptions as they were before 3.0: flat and folded, their labels, and what may follow what."""

from __future__ import annotations

import pytest

from refwasm.errors import Malformed
from refwasm.syntax.features import features_of
from refwasm.text.parse_module import parse_module

LEGACY = features_of("3", ["+legacy-exceptions"])
DEEP = 30_000


def body(instructions: str) -> str:
    """The instructions of a function, rows and immediates that are numbers."""
    module = parse_module(f"(tag $e) (tag $f) (func {instructions})", features=LEGACY)
    words: list[str] = []
    for op, args in module.funcs[0].body.instrs[:-1]:
        words += [op.name, *(str(arg) for arg in args if arg is not None)]
    return " ".join(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(try (do))", "try end"),
        ("(try (do nop (nop)))", "try nop nop end"),
        ("(try (do) (catch $f))", "try catch 1 end"),
        ("(try (do nop) (catch $e nop) (catch 1) (catch_all (nop)))",
         "try nop catch 0 nop catch 1 catch_all nop end"),
        ("(try (do (try (do) (catch_all))) (delegate 3))", "try try catch_all end delegate 3"),
        ("try nop catch $e nop catch_all nop end", "try nop catch 0 nop catch_all nop end"),
        ("try $l catch_all $l end $l", "try catch_all end"),
        ("try delegate 0 nop", "try delegate 0 nop"),
        ("(block try delegate 0)", "block try delegate 0 end"),
        ("try (try (do)) delegate 0", "try try end delegate 0"),
    ],
)  # fmt: skip
def test_flat_and_folded(text: str, expected: str) -> None:
    assert body(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("try $l br $l catch $e br $l catch_all rethrow $l end", "try br 0 catch 0 br 0 catch_all"
         " rethrow 0 end"),
        ("(try $l (do (br $l)) (catch $e (block (rethrow $l))) (catch_all (rethrow $l)))",
         "try br 0 catch 0 block rethrow 1 end catch_all rethrow 0 end"),
        ("(block $l (try $l (do (br $l)) (delegate $l)))", "block try br 0 delegate 0 end"),
        ("block $k block $l try $l delegate $k br $l end end",
         "block block try delegate 1 br 0 end end"),
    ],
)  # fmt: skip
def test_labels(text: str, expected: str) -> None:
    assert body(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("(try)", "unexpected token `)`, expected `(do`"),
        ("(try nop)", "unexpected token `nop`"),
        ("(try (nop))", "unexpected token `nop`, expected `(do`"),
        ("(try (catch_all))", "unexpected token `catch_all`, expected `(do`"),
        ("(try (do) (do))", "unexpected token `do`, expected another arm or `)`"),
        ("(try (do) (else))", "unexpected token `else`"),
        ("(try (do) (end))", "unexpected token `end`"),
        ("(try (do) (nop))", "unexpected token `nop`"),
        ("(try (do) (delegate 0) (nop))", "unexpected token `nop`, expected `)`"),
        ("(try (do) (delegate 0) (delegate 0))", "unexpected token `delegate`, expected `)`"),
        ("(try (do) (delegate 0 (nop)))", "unexpected token `(`"),
        ("(try (do) (catch))", "unexpected token `)`, expected an index of a tag"),
        ("(if (nop) (do))", "unexpected token `do`, expected `(then`"),
        ("(if (nop) (then) (catch_all))", "unexpected token `catch_all`"),
        ("(try (do) (catch_all) (catch $e))", "unexpected token `catch`"),
        ("(try (do) (catch $e) (delegate 0))", "unexpected token `delegate`"),
        ("(block (do))", "unexpected token `do`, expected an instruction"),
        ("try do end", "unexpected token `do`"),
        ("try else end", "unexpected token `else`"),
        ("if catch_all end", "unexpected token `catch_all`"),
        ("block catch $e end", "unexpected token `catch`"),
        ("try catch_all catch $e end", "unexpected token `catch`"),
        ("try catch_all delegate 0", "unexpected token `delegate`"),
        ("try delegate 0 end", "unexpected token `end`"),
        ("catch_all", "unexpected token `catch_all`"),
        ("try catch_all $x end", "mismatching label $x"),
        ("try catch $x end", "unknown tag $x"),
        ("try $l delegate $l", "unknown label $l"),
        ("(try $l (do) (delegate $l))", "unknown label $l"),
        ("rethrow $l", "unknown label $l"),
    ],
)
def test_malformed(text: str, message: str) -> None:
    with pytest.raises(Malformed) as caught:
        body(text)
    assert caught.value.message.startswith(message)


@pytest.mark.parametrize("word", ["try", "do", "delegate", "rethrow"])
def test_words_are_unknown_unless_asked_for(word: str) -> None:
    with pytest.raises(Malformed) as caught:
        parse_module(f"(func {word})")
    assert caught.value.message == f"unknown operator {word} [legacy-exceptions]"


def test_words_shared_with_try_table_open_nothing_unless_asked_for() -> None:
    with pytest.raises(Malformed, match="unexpected token"):
        parse_module("(func block catch_all end)")
    parse_module("(tag $e) (func try_table (catch $e 0) (catch_all 0) end)")


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("(try (do ", "))", 2),
        ("(try (do) (catch_all ", "))", 3),
        ("(try (do ", ") (delegate 0))", 2),
        ("try catch_all ", "end ", 3),
        ("try ", "delegate 0 ", 2),
    ],
)
def test_depth_costs_memory_only(before: str, after: str, count: int) -> None:
    text = f"(func {before * DEEP} {after * DEEP})"
    assert len(parse_module(text, features=LEGACY).funcs[0].body.instrs) == count * DEEP + 1
