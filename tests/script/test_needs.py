"""The features that commands need: found by trying."""

from __future__ import annotations

import pytest

from refwasm.script.needs import least, needed
from refwasm.script.parse import parse_script
from refwasm.syntax.features import CURRENT, DEFAULT, Features, features_of

REFERENCES = ("reference-types",)
FUNCTIONS = ("reference-types", "function-references")


def of(text: str, features: Features = DEFAULT) -> list[tuple[str, ...]]:
    return list(needed(text, parse_script(text, features=features), features))


@pytest.mark.parametrize(
    ("module", "features"),
    [
        ("(module (func (result i32) (i32.const 1)))", ()),
        ("(module (func (drop (i32.extend8_s (i32.const 0)))))", ("sign-extension",)),
        ("(module (func (result i32 i32) (i32.const 0) (i32.const 0)))", ("multi-value",)),
        ("(module (type (struct)))", (*FUNCTIONS, "gc")),
        ("(module (memory i64 1) (memory 1))", ("multi-memory", "memory64")),
        ('(module (@custom "a" ""))', ("annotations",)),
        ("(module (global i32 (i32.add (i32.const 1) (i32.const 1))))", ("extended-const",)),
        ('(module binary "\\00asm\\01\\00\\00\\00\\05\\03\\01\\04\\00")', ("memory64",)),
        ('(module quote "(func (drop (ref.null func)))")', REFERENCES),
    ],
)
def test_modules(module: str, features: tuple[str, ...]) -> None:
    assert of(module) == [features]


@pytest.mark.parametrize(
    ("command", "features"),
    [
        ('(assert_invalid (module (func (result i32))) "type mismatch")', ()),
        ('(assert_malformed (module quote "(func") "unexpected end")', ()),
        ('(assert_invalid (module (tag (result i32))) "non-empty tag result type")',
         ("reference-types", "exceptions")),
        ('(assert_invalid (module (memory 1) (func (drop (i32.load offset=4294967296 (i32.const 0)))))'
         ' "offset out of range")', ("memory64",)),
        # Without memory64 the flags are an integer that is too large, not limits that are malformed.
        ('(assert_malformed (module binary "\\00asm\\01\\00\\00\\00\\05\\03\\01\\08\\00") "malformed limits flags")', ()),
        # Without multi-memory the flags of the access are malformed, so that the class is another.
        ('(assert_invalid (module binary "\\00asm\\01\\00\\00\\00\\01\\04\\01\\60\\00\\00\\03\\02\\01\\00\\05\\03\\01\\00\\01'
         '\\0a\\0a\\01\\08\\00\\41\\00\\28\\41\\00\\1a\\0b") "type mismatch")', ("multi-memory",)),
        ('(assert_invalid (module (memory 1) (func (drop (v128.load align=32 (i32.const 0))))) "alignment")', ("simd",)),
    ],
)  # fmt: skip
def test_what_is_refused_needs_what_gives_it_its_own_reason(
    command: str, features: tuple[str, ...]
) -> None:
    assert of(command) == [features]


def test_actions_need_what_their_instance_and_those_it_imports_from_do() -> None:
    found = of("""
        (module $a (type (struct)) (func (export "f")))
        (register "a" $a)
        (module $b (import "a" "f" (func)) (memory i64 1) (export "f" (func 0)))
        (invoke "f")
        (assert_return (invoke $a "f"))
        (module definition $c (import "a" "f" (func)))
        (module instance $d $c)
        (assert_unlinkable (module (import "a" "g" (func))) "unknown import")
        (assert_trap (module instance $c) "unreachable")
        (module (func (export "f")))
        (assert_trap (invoke "f") "unreachable")
    """)
    gc, both = (*FUNCTIONS, "gc"), (*FUNCTIONS, "gc", "memory64")
    assert found == [gc, gc, both, both, gc, (), gc, gc, gc, (), ()]


def test_nothing_is_said_of_features_that_are_off() -> None:
    features = features_of("3.0", ["-gc"])
    text = '(assert_malformed (module quote "(type (struct))") "unexpected token")'
    assert of(text, features) == [()]


def test_where_an_error_names_no_feature_one_after_the_other_is_left_out() -> None:
    def outcome(on: frozenset[str]) -> tuple[str, str]:
        return ("", "") if on >= {"simd", "exceptions", "reference-types"} else ("Invalid", "no")

    assert least(outcome, CURRENT) == {"mvp", "simd", "exceptions", "reference-types"}


def test_a_script_without_commands_needs_nothing() -> None:
    assert list(needed(";; nothing", [])) == []
