"""Exceptions as they were before 3.0: what guards what, what is kept, and what is refused."""

from __future__ import annotations

import pytest

from refwasm.syntax.features import features_of
from refwasm.syntax.types import EXNREF, I32
from refwasm.validation.code import Guard, Handler, Target
from tests.validation.build import code, rejection

LEGACY = features_of("3", ["+legacy-exceptions"])
DEEP = 20_000


def test_catch_blocks_guard_what_precedes_the_first() -> None:
    found = code(
        """(tag (param i32 i32)) (tag) (func (param i32) (local i64)
        i32.const 0 (try (do nop) (catch 0 drop drop) (catch 1) (catch_all)) drop)""", LEGACY
    )  # fmt: skip
    assert found.handlers == {
        1: Guard(
            3,
            (
                Handler("catch", 0, Target(4, 2, 1), 2),
                Handler("catch", 1, Target(7, 0, 1), 2),
                Handler("catch_all", None, Target(8, 0, 1), 2),
            ),
        )
    }
    assert {found.targets[site] for site in (3, 6, 7)} == {Target(9, 0, 1)}
    assert list(found.heights) == [0, 1, 1, 1, 3, 2, 1, 1, 1, 1, 0]


def test_a_delegate_names_the_block_whose_handlers_come_next() -> None:
    found = code(
        """(func (block (try (do) (delegate 0)) (try (do) (delegate 1)))
        (try (do (try (do) (delegate 0))) (catch_all)))""", LEGACY
    )  # fmt: skip
    assert found.handlers == {
        1: Guard(2, (), 0),
        3: Guard(4, (), -1),
        6: Guard(9, (Handler("catch_all", None, Target(10, 0, 0), 0),)),
        7: Guard(8, (), 6),
    }


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("(try (do))", 0),
        ("(try (do) (catch_all) ) (try (do) (catch_all))", 1),
        ("(try (do (try (do) (catch_all))) (catch_all))", 1),
        ("(try (do) (catch_all (try (do) (catch_all (rethrow 1)))))", 2),
    ],
)
def test_as_many_locals_as_exceptions_are_caught_at_once(body: str, kept: int) -> None:
    found = code(f"(func (param i64) (local i32 i32) {body})", LEGACY)
    assert found.locals == ((2, I32), *[(kept, EXNREF)] * bool(kept))


def test_rethrow_knows_the_local_of_its_block() -> None:
    found = code(
        """(func (local i32) (try (do) (catch_all (try (do) (catch_all
        (block (rethrow 2)) (rethrow 0))))))""", LEGACY
    )  # fmt: skip
    assert sorted(found.statics.values()) == [(1,), (2,)]


@pytest.mark.parametrize(
    ("text", "message", "row"),
    [
        ("(func (try (do i32.const 1)))", "block requires [] but stack has [i32]", "end"),
        ("(func (try (do i32.const 1) (catch_all)))", "block requires []", "catch_all"),
        ("(tag (param i32)) (func (try (do) (catch 0)))", "block requires []", "end"),
        ("(func (try (result i32) (do) (catch_all unreachable)) drop)", "has []", "catch_all"),
        ("(func (try (result i32) (do) (delegate 0)) drop)", "has []", "delegate"),
        ("(func (try (do) (catch 1)))", "unknown tag 1", "catch"),
        ("(func (try (do) (delegate 1)))", "unknown label 1", "delegate"),
        ("(func (rethrow 1))", "unknown label 1", "rethrow"),
        ("(func (rethrow 0))", "invalid rethrow label 0", "rethrow"),
        ("(func (block (rethrow 0)))", "invalid rethrow label 0", "rethrow"),
        ("(func (try (do (rethrow 0)) (catch_all)))", "invalid rethrow label 0", "rethrow"),
        ("(func (try (do) (catch_all)) (rethrow 0))", "invalid rethrow label 0", "rethrow"),
        ("(func (try (do) (catch_all)) (try (do (rethrow 0))))", "invalid rethrow label 0",
         "rethrow"),
        ("(func (try (do) (catch_all (loop (rethrow 0)))))", "invalid rethrow label 0", "rethrow"),
        ("(func (param (ref any)) (local (ref any)) (try (do (local.set 1 (local.get 0)))"
         " (catch_all (drop (local.get 1)))))", "uninitialized local 1", "local.get"),
    ],
)  # fmt: skip
def test_invalid(text: str, message: str, row: str) -> None:
    error = rejection(text, LEGACY)
    assert message in error.message
    assert error.instruction == row


def test_what_one_function_catches_is_not_caught_in_the_next() -> None:
    error = rejection("(func (try (do) (catch_all))) (func (try (do (rethrow 0))))", LEGACY)
    assert error.message == "invalid rethrow label 0"
    found = code("(func $f (try (do) (catch_all))) (func)", LEGACY)
    assert len(found.handlers) == 1 and len(found.locals) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("try ", "catch_all end "),
        ("try catch_all ", "rethrow 0 end "),
        ("try ", "delegate 0 "),
        ("try ", "catch_all end try delegate 0 "),
    ],
)
def test_deep_bodies_are_valid(before: str, after: str) -> None:
    assert code(f"(func {before * DEEP} {after * DEEP})", LEGACY).handlers


def test_many_catch_blocks_of_one_try() -> None:
    found = code(f"(tag) (func try {'catch 0 ' * DEEP} end)", LEGACY)
    assert len(found.handlers[0].handlers) == DEEP
