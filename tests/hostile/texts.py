"""Texts that grow with `n`: what they are, and what must become of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Growing(NamedTuple):
    """An input for every `n`; `limit` is the one that takes 10 s at most, `expected` its outcome."""

    make: Callable[[int], str | bytes]
    limit: int
    expected: str


def nested(
    opening: str, closing: str, middle: str = "", head: str = "(func ", tail: str = ")"
) -> Callable[[int], str]:
    """`opening` n times, `middle`, `closing` n times, within `head` and `tail`."""
    return lambda n: head + opening * n + middle + closing * n + tail


def many(part: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    """`part` n times, `{}` in it being its number."""
    if "{}" in part:
        return lambda n: head + "".join([part.replace("{}", str(i)) for i in range(n)]) + tail
    return lambda n: head + part * n + tail


def const(t: str, literal: Callable[[int], str]) -> Callable[[int], str]:
    """A function that is one constant."""
    return lambda n: f"(func (drop ({t}.const {literal(n)})))"


def binary(i: int) -> str:
    """`i` in two types."""
    return f"{i:b}".replace("0", "i32 ").replace("1", "i64 ")


DEEP, LONG, WIDE = 100_000, 10_000_000, 1_000_000
MANY = 200_000  # definitions, each of which costs every phase some microseconds
UNEXPECTED = "malformed: unexpected token"
RANGE = "malformed: constant out of range"
MISMATCH = "invalid: type mismatch"
COND = "(i32.const 0) "

DEPTH = {
    "block": Growing(nested("block ", "end "), DEEP, "valid"),
    "loop": Growing(nested("loop ", "end "), DEEP, "valid"),
    "if": Growing(nested("i32.const 0 if ", "end "), DEEP, "valid"),
    "if else": Growing(nested("i32.const 0 if else ", "end "), DEEP, "valid"),
    "try_table": Growing(nested("try_table ", "end "), DEEP, "valid"),
    "try_table catch": Growing(nested("block try_table (catch_all 0) ", "end end "), DEEP, "valid"),
    "block result": Growing(
        nested("block (result i32) ", "end ", "i32.const 0 ", tail="drop)"), DEEP, "valid"
    ),
    "block type": Growing(
        nested("block (param i32) (result i32) ", "end ", head="(func i32.const 0 ", tail="drop)"),
        DEEP,
        "valid",
    ),
    "label": Growing(
        lambda n: (
            "(func " + "".join(f"block $l{i} " for i in range(n)) + "br $l0 " + "end " * n + ")"
        ),
        DEEP,
        "valid",
    ),
    "one label": Growing(nested("block $l ", "end $l ", "br $l "), DEEP, "valid"),
    "br out": Growing(nested("block ", "br 0 end ", "br 0 "), DEEP, "valid"),
    "br to all": Growing(
        lambda n: (
            "(func " + "block " * n + COND + f"br_table {' '.join(map(str, range(n)))} "
            "" + "end " * n + ")"
        ),
        DEEP,
        "valid",
    ),
    "return": Growing(nested("block ", "return end ", "return "), DEEP, "valid"),
    "folded block": Growing(nested("(block ", ")"), DEEP, "valid"),
    "folded loop": Growing(nested("(loop ", ")"), DEEP, "valid"),
    "folded if": Growing(nested(f"(if {COND}(then ", "))"), DEEP, "valid"),
    "folded else": Growing(nested(f"(if {COND}(then) (else ", "))"), DEEP, "valid"),
    "folded condition": Growing(
        nested(
            "(if (result i32) ",
            "(then (i32.const 1)) (else (i32.const 2)))",
            COND,
            "(func (drop ",
            "))",
        ),
        DEEP,
        "valid",
    ),
    "folded try_table": Growing(nested("(try_table ", ")"), DEEP, "valid"),
    "left operand": Growing(
        nested("(i32.add ", " (i32.const 1))", COND, "(func (drop ", "))"), DEEP, "valid"
    ),
    "right operand": Growing(
        nested("(i32.add (i32.const 1) ", ")", COND, "(func (drop ", "))"), DEEP, "valid"
    ),
    "unary": Growing(nested("(i32.eqz ", ")", COND, "(func (drop ", "))"), DEEP, "valid"),
    "folded nop": Growing(nested("(nop ", ")"), DEEP, "valid"),
    "constant": Growing(
        nested("(i32.add (i32.const 1) ", ")", COND, "(global i32 ", ")"), DEEP, "valid"
    ),
    "constant left": Growing(
        nested("(i32.add ", "(i32.const 1))", COND, "(memory 1) (data (offset ", "))"),
        DEEP,
        "valid",
    ),
    "comment": Growing(nested("(;", ";)", head="", tail="(func)"), DEEP, "valid"),
    "comment with text": Growing(nested('(; a " (', ") ;)", head="", tail="(func)"), DEEP, "valid"),
    "comment in body": Growing(nested("nop (; ", ";)"), DEEP, "valid"),
    "annotation": Growing(nested("(@a ", ")", head=""), DEEP, "malformed: "),
    "annotation in body": Growing(nested("nop (@a ", ")"), DEEP, "valid"),
    "annotation's parentheses": Growing(
        nested("(", ")", head="(@a ", tail=")(func)"), WIDE, "valid"
    ),
    "unclosed blocks": Growing(nested("block ", ""), DEEP, UNEXPECTED),
    "unclosed folds": Growing(nested("(block ", "", tail=""), DEEP, UNEXPECTED),
    "unclosed comments": Growing(nested("(;", ""), WIDE, "malformed: unclosed comment"),
    "unclosed comments apart": Growing(nested("(; a", ""), WIDE, "malformed: unclosed comment"),
    "unclosed annotations": Growing(nested("(@a ", ""), WIDE, "malformed: unclosed annotation"),
    "annotations without name": Growing(nested("(@ ", ")"), WIDE, "malformed: empty annotation id"),
    "open": Growing(nested("(", "", head="", tail=""), WIDE, UNEXPECTED),
    "close": Growing(nested("", ")", head="", tail=""), WIDE, UNEXPECTED),
    "open and close": Growing(nested("(", ")", head="", tail=""), WIDE, UNEXPECTED),
    "open in body": Growing(nested("(", ""), WIDE, UNEXPECTED),
    "modules": Growing(nested("(module ", ")", head="", tail=""), WIDE, UNEXPECTED),
    "functions": Growing(nested("(func ", ")", head="", tail=""), WIDE, UNEXPECTED),
    "groups": Growing(nested("(rec ", ")", head="", tail=""), WIDE, UNEXPECTED),
    "types": Growing(nested("(type (sub ", "))", head="", tail=""), WIDE, UNEXPECTED),
    "quotes": Growing(nested('"', "", head="", tail=""), WIDE, "malformed: "),
}

LENGTH = {
    "identifier": Growing(lambda n: f"(func ${'a' * n})", LONG, "valid"),
    "unknown identifier": Growing(
        lambda n: f"(func call ${'a' * n})", LONG, "malformed: unknown function"
    ),
    "keyword": Growing(lambda n: f"(func {'a' * n})", LONG, "malformed: unknown operator"),
    "reserved": Growing(
        lambda n: "(func " + 'a"b"' * n + ")", LONG // 10, "malformed: unknown operator"
    ),
    "string": Growing(lambda n: f'(memory 200) (data (i32.const 0) "{"a" * n}")', LONG, "valid"),
    "escapes": Growing(lambda n: '(memory (data "' + r"\00" * n + '"))', WIDE, "valid"),
    "strings": Growing(lambda n: "(memory (data " + '"a" ' * n + "))", WIDE, "valid"),
    "name": Growing(lambda n: f'(func (export "{"a" * n}"))', LONG, "valid"),
    "duplicate name": Growing(
        lambda n: f'(func (export "{"a" * n}") (export "{"a" * n}"))',
        LONG,
        "invalid: duplicate export",
    ),
    "zeros of a scalar": Growing(lambda n: rf'(func (export "\u{{{"0" * n}41}}"))', LONG, "valid"),
    "big scalar": Growing(lambda n: rf'(func (export "\u{{{"1" * n}}}"))', LONG, "malformed: "),
    "unclosed string": Growing(lambda n: f'(func (export "{"a" * n}', LONG, "malformed: unclosed"),
    "bad escapes": Growing(lambda n: '(func (export "' + r"\n" * n + r'\q"))', WIDE, "malformed: "),
    "line comment": Growing(lambda n: f"(func) ;;{'(;' * n}", LONG // 2, "valid"),
    "block comment": Growing(lambda n: f"(func) (;{';(' * n} ;)", LONG // 2, "malformed: "),
    "comments": Growing(many("(;;)", "(func ", ")"), WIDE, "valid"),
    "nested comments": Growing(many("(;(;;);)", "(func ", ")"), WIDE, "valid"),
    "spaces": Growing(many(" \n", "(func ", ")"), LONG, "valid"),
    "annotations": Growing(many("(@a b)", "(func ", ")"), WIDE, "valid"),
    "bad characters": Growing(many("\x00é", "(func ", ")"), WIDE, "malformed: illegal character"),
    "i32 digits": Growing(const("i32", lambda n: "1" * n), LONG, RANGE),
    "i64 zeros": Growing(const("i64", lambda n: "0" * n + "1"), LONG, "valid"),
    "i64 hex": Growing(const("i64", lambda n: "0x" + "f" * n), LONG, RANGE),
    "i64 hex zeros": Growing(const("i64", lambda n: "-0x" + "0" * n + "1"), LONG, "valid"),
    "i32 underscores": Growing(const("i32", lambda n: "0_" * n + "1"), LONG, "valid"),
    "f32 digits": Growing(const("f32", lambda n: "1" * n), LONG, RANGE),
    "f64 digits": Growing(const("f64", lambda n: "1" * n), LONG, RANGE),
    "f32 fraction": Growing(const("f32", lambda n: "1." + "1" * n), LONG, "valid"),
    "f64 fraction": Growing(const("f64", lambda n: "1." + "1" * n), LONG, "valid"),
    "f64 halfway": Growing(const("f64", lambda n: f"9007199254740993.{'0' * n}1"), LONG, "valid"),
    "f32 halfway": Growing(const("f32", lambda n: f"16777217.{'0' * n}1"), LONG, "valid"),
    "f64 small": Growing(const("f64", lambda n: "0." + "0" * n + "1"), LONG, "valid"),
    "f64 compensated": Growing(const("f64", lambda n: "0." + "0" * n + f"1e{n}"), LONG, "valid"),
    "f32 compensated": Growing(const("f32", lambda n: "1" + "0" * n + f"e-{n}"), LONG, "valid"),
    "f32 underscores": Growing(const("f32", lambda n: "1." + "1_" * n + "1"), LONG, "valid"),
    "f64 hex": Growing(const("f64", lambda n: "0x" + "f" * n), LONG, RANGE),
    "f32 hex": Growing(const("f32", lambda n: "0x1." + "f" * n), LONG, "valid"),
    "f64 hex compensated": Growing(const("f64", lambda n: f"0x{'f' * n}p-{4 * n}"), LONG, "valid"),
    "f32 exponent": Growing(const("f32", lambda n: "1e" + "9" * n), LONG, RANGE),
    "f64 exponent": Growing(const("f64", lambda n: "1e" + "9" * n), LONG, RANGE),
    "f64 negative exponent": Growing(const("f64", lambda n: "1e-" + "9" * n), LONG, "valid"),
    "f64 hex exponent": Growing(const("f64", lambda n: "0x1p" + "9" * n), LONG, RANGE),
    "f32 hex exponent": Growing(const("f32", lambda n: "0x1p-" + "9" * n), LONG, "valid"),
    "f64 zero exponent": Growing(const("f64", lambda n: "0e" + "9" * n), LONG, "valid"),
    "exponent's zeros": Growing(const("f64", lambda n: "1e" + "0" * n + "1"), LONG, "valid"),
    "nan payload": Growing(const("f32", lambda n: "nan:0x" + "1" * n), LONG, RANGE),
    "nan zeros": Growing(const("f64", lambda n: "nan:0x" + "0" * n + "1"), LONG, "valid"),
    "index": Growing(
        lambda n: f"(func call {'1' * n})", LONG, "malformed: i32 constant out of range"
    ),
    "index zeros": Growing(lambda n: f"(func call {'0' * n})", LONG, "valid"),
    "label": Growing(
        lambda n: f"(func br {'1' * n})", LONG, "malformed: i32 constant out of range"
    ),
    "limits": Growing(
        lambda n: f"(memory {'1' * n})", LONG, "malformed: i64 constant out of range"
    ),
    "offset": Growing(
        lambda n: f"(memory 1) (func (drop (i32.load offset={'1' * n} {COND})))",
        LONG,
        "malformed: i64 constant out of range",
    ),
    "align": Growing(
        lambda n: f"(memory 1) (func (drop (i32.load align={'1' * n} {COND})))", LONG, "malformed: "
    ),
    "lanes": Growing(
        lambda n: f"(func (drop (v128.const i8x16 {'1 ' * n})))",
        LONG // 10,
        "malformed: wrong number",
    ),
    "half a number": Growing(const("i32", lambda n: "0_" * n), LONG, "malformed: unknown operator"),
    "half a float": Growing(
        const("f64", lambda n: "1_" * n + ".e"), LONG, "malformed: unknown operator"
    ),
}

NUMBER = {
    "functions": Growing(many("(func)"), MANY, "valid"),
    "named functions": Growing(many("(func $f{} call $f{})"), MANY // 2, "valid"),
    "types": Growing(many("(type (func))"), MANY, "valid"),
    "open types": Growing(many("(type (sub (struct)))"), MANY, "valid"),
    "imports": Growing(many('(import "" "" (func))'), MANY, "valid"),
    "exports": Growing(many('(export "{}" (func 0))', "(func)"), MANY, "valid"),
    "same exports": Growing(
        many('(export "a" (func 0))', "(func)"), MANY, "invalid: duplicate export name"
    ),
    "globals": Growing(many("(global i32 (i32.const {}))"), MANY // 2, "valid"),
    "memories": Growing(many("(memory 1)"), MANY, "valid"),
    "tables": Growing(many("(table 1 funcref)"), MANY, "valid"),
    "tags": Growing(many("(tag)"), MANY, "valid"),
    "segments": Growing(many('(data "a")'), MANY, "valid"),
    "elements": Growing(many("(elem func)"), MANY, "valid"),
    "an element": Growing(many("0 ", "(func) (elem func ", ")"), MANY * 2, "valid"),
    "a table": Growing(many("$f ", "(func $f) (table funcref (elem ", "))"), MANY * 2, "valid"),
    "expressions": Growing(many("(ref.null func) ", "(elem funcref ", ")"), MANY, "valid"),
    "starts": Growing(many("(start 0)", "(func)"), MANY, "malformed: multiple start"),
    "nops": Growing(many("nop ", "(func ", ")"), WIDE * 2, "valid"),
    "constants": Growing(many("(drop (i32.const {}))", "(func ", ")"), MANY, "valid"),
    "operands": Growing(many("i32.const 0 ", "(func ", ")"), MANY * 4, MISMATCH),
    "unreachable": Growing(many("drop ", "(func unreachable ", ")"), WIDE, "valid"),
    "blocks": Growing(many("block end ", "(func ", ")"), MANY * 2, "valid"),
    "branches": Growing(many("(br_if 0 (i32.const 0)) ", "(func ", ")"), MANY, "valid"),
    "labels": Growing(lambda n: "(func (br_table " + "0 " * n + "(i32.const 0)))", WIDE, "valid"),
    "types of one select": Growing(
        lambda n: f"(func (select (result {'i32 ' * n})))", WIDE, "invalid: "
    ),
    "locals": Growing(many("(local $x{} i32)", "(func ", ")"), MANY, "valid"),
    "alternating locals": Growing(many("i32 i64 ", "(func (local ", "))"), WIDE, "valid"),
    "use of locals": Growing(
        lambda n: (
            f"(func (local {'i32 i64 ' * n}) "
            + "".join([f"(drop (local.get {i}))" for i in range(0, 2 * n, 2)])
            + ")"
        ),
        WIDE // 5,
        "valid",
    ),
    "locals to be set": Growing(
        lambda n: (
            f"(func (param (ref func)) (local {'(ref func) ' * n}) "
            + "".join([f"block (local.set {i + 1} (local.get 0)) end " for i in range(n)])
            + ")"
        ),
        WIDE // 10,
        "valid",
    ),
    "locals never set": Growing(
        lambda n: (
            f"(func (param (ref func)) (local {'(ref func) ' * n}) "
            + "".join([f"(local.set {i + 1} (local.get 0)) block end " for i in range(n)])
            + f"(drop (local.get {n})))"
        ),
        WIDE // 10,
        "valid",
    ),
    "parameters": Growing(many("i32 ", "(func (param ", "))"), WIDE, "valid"),
    "results": Growing(
        lambda n: f"(func (result {'i32 ' * n}) {'i32.const 0 ' * n})", WIDE // 2, "valid"
    ),
    "type uses": Growing(many("(func (param i32) (result i32) local.get 0)"), MANY // 2, "valid"),
    "unlike type uses": Growing(
        lambda n: "".join([f"(func (param {binary(i)}))" for i in range(n)]),
        WIDE // 20,
        "valid",
    ),
    "fields": Growing(many("(field i32) ", "(type (struct ", "))"), WIDE, "valid"),
    "named fields": Growing(many("(field $f{} i32) ", "(type (struct ", "))"), MANY, "valid"),
    "subtypes": Growing(
        lambda n: (
            "(type (sub (struct)))" + "".join([f"(type (sub {i} (struct)))" for i in range(n)])
        ),
        DEEP,
        "valid",
    ),
    "casts along subtypes": Growing(
        lambda n: (
            "(type (sub (struct)))"
            + "".join([f"(type (sub {i} (struct)))" for i in range(n)])
            + "(func "
            + "".join([f"(drop (ref.cast (ref null {i}) (ref.null {n - i})))" for i in range(n)])
            + ")"
        ),
        DEEP // 2,
        "valid",
    ),
    "a group": Growing(many("(type (func)) ", "(rec ", ")"), DEEP, "valid"),
    "a group of subtypes": Growing(
        lambda n: (
            "(rec (type (sub (struct)))"
            + "".join([f"(type (sub {i} (struct)))" for i in range(n)])
            + ")"
        ),
        DEEP,
        "valid",
    ),
    "a group of references": Growing(
        lambda n: (
            f"(rec {''.join([f'(type (struct (field (ref {n - i - 1}))))' for i in range(n)])})"
        ),
        DEEP,
        "valid",
    ),
    "references to types": Growing(
        lambda n: (
            "(type (func))"
            + "".join([f"(type (func (param (ref {i}) (ref {i}))))" for i in range(n)])
        ),
        DEEP,
        "valid",
    ),
    "sub of sub": Growing(nested("(sub ", ")", "(struct)", "(type ", ")"), DEEP, UNEXPECTED),
    "calls of many results": Growing(
        lambda n: (
            f"(func $f (result {'i32 ' * 100}) unreachable) (func {'call $f ' * n} unreachable)"
        ),
        WIDE // 20,
        "valid",
    ),
    "import after function": Growing(
        many('(func (import "" ""))', "(func)"), MANY, "malformed: import after function"
    ),
}

TEXTS = {
    f"{family}: {name}": growing
    for family, cases in (("depth", DEPTH), ("length", LENGTH), ("number", NUMBER))
    for name, growing in cases.items()
}
