"""Why commands end as they do."""

from __future__ import annotations

import pytest

from refwasm.script.commands import BinaryModule, QuotedModule, TextModule
from refwasm.script.explain import Explanation, explain, place
from refwasm.script.parse import parse_script
from refwasm.script.results import Status
from refwasm.source import Source
from refwasm.syntax.modules import Module

SCRIPT = """\
(module $a (global $n (mut i32) (i32.const 0))
  (func (export "next") (result i32)
    (global.set $n (i32.add (global.get $n) (i32.const 1)))
    (global.get $n)))
(register "a")
(module $b (import "a" "next" (func $next (result i32)))
  (func (export "div") (param i32) (result i32) (i32.div_s (local.get 0) (call $next))))
(assert_return (invoke "div" (i32.const 6)) (i32.const 6))
(assert_return (invoke "div" (i32.const 6)) (i32.const 4))
(assert_trap (invoke "div" (i32.const 6)) "integer divide by zero")
(assert_invalid (module (func (i32.eqz))) "type mismatch")
(assert_malformed (module quote "(func\\n(br x))") "unknown label")
(assert_malformed (module binary "\\00asm\\02\\00\\00\\00") "unknown binary version")
(assert_trap (module (func unreachable) (start 0)) "unreachable")
(assert_return (get $c "n") (i32.const 1))
(assert_return (get $a "no") (i32.const 1))
"""
COMMANDS = parse_script(SCRIPT)
SOURCE = Source("a.wast", SCRIPT)


def at(line: int, last: int = 20) -> Explanation:
    starts = [SOURCE.line_column(c.offset)[0] for c in COMMANDS]
    return explain(SOURCE, COMMANDS, starts.index(line), last=last)


def test_the_instructions_that_led_to_the_end_each_with_its_place() -> None:
    found = at(9)
    assert (found.result.status, found.expected, found.got) == (
        *(Status.FAIL, "(i32.const 4)", "(i32.const 3)"),
    )
    assert found.module is COMMANDS[2]
    assert [(where, step.depth, str(step)) for where, step in found.steps] == [
        ("7:61", 1, "local.get 0 -> (i32.const 6)"),
        ("7:75", 1, "call 0"),
        ("3:30", 2, "global.get 0 -> (i32.const 1)"),
        ("3:46", 2, "i32.const 1 -> (i32.const 1)"),
        ("3:21", 2, "i32.add: (i32.const 1) (i32.const 1) -> (i32.const 2)"),
        ("3:6", 2, "global.set 0: (i32.const 2)"),
        ("4:6", 2, "global.get 0 -> (i32.const 2)"),
        ("4:20", 2, "end: (i32.const 2)"),
        ("7:50", 1, "i32.div_s: (i32.const 6) (i32.const 2) -> (i32.const 3)"),
        ("7:87", 1, "end: (i32.const 3)"),
    ]


@pytest.mark.parametrize(
    ("line", "expected", "got", "where", "site"),
    [
        (8, "(i32.const 6)", "(i32.const 6)", "", ""),
        (10, "trap: integer divide by zero", "(i32.const 2)", "", ""),
        (
            11,
            "invalid: type mismatch",
            "invalid: type mismatch: instruction requires [i32] but stack has []",
            "11:32",
            "i32.eqz",
        ),
        (12, "malformed: unknown label", "malformed: unknown operator x", "quoted 2:5", ""),
        (
            13,
            "malformed: unknown binary version",
            "malformed: unknown binary version",
            "byte 0x4",
            "",
        ),
        (14, "trap: unreachable", "trap: unreachable", "14:28", "unreachable"),
        (15, "(i32.const 1)", "no instance $c defined", "", ""),
        (16, "(i32.const 1)", 'no exported global "no"', "", ""),
        (5, "success", "success", "", ""),
    ],
)
def test_what_was_expected_and_what_came(
    line: int, expected: str, got: str, where: str, site: str
) -> None:
    found = at(line)
    assert found.expected == expected
    assert found.got.startswith(got)
    assert (found.place, found.result.site) == (where, site)


def test_the_rule_of_what_is_rejected() -> None:
    found = at(11)
    assert found.result.rule == "valid-testop: i:i32 -> i32"
    assert found.module is found.command
    assert found.steps == ()


@pytest.mark.parametrize(
    ("module", "text", "where", "rule"),
    [
        ('(memory 1) (data (i32.const 65536) "a")', "out of bounds memory access", "1:33", "aux-rundata: memory.init"),
        ("(table 2 funcref) (func $f) (elem (i32.const 2) $f)", "out of bounds table access", "1:50", "aux-runelem: table.init"),
        ("(func $f unreachable) (start $f)", "unreachable", "1:31", ""),
        ('(memory 1) (data "a") (func $f (memory.init 0 (i32.const 0) (i32.const 2) (i32.const 9))) (start $f)',
         "out of bounds memory access", "1:54", ""),
    ],
)  # fmt: skip
def test_the_rule_by_which_instantiation_traps(
    module: str, text: str, where: str, rule: str
) -> None:
    """A segment that does not fit is written by an instruction that stands in no function."""
    for script in (f'(assert_trap (module {module}) "{text}")', f"     (module         {module})"):
        found = explain(Source("s", script), parse_script(script), 0, last=9)
        assert (found.got, found.place) == (f"trap: {text}", where)
        assert found.result.rule == (f"{rule} of an active segment" if rule else "")
        if rule:
            assert found.result.site == rule.partition(": ")[2]


def test_the_last_instructions_alone() -> None:
    assert [step.key for _, step in at(9, last=2).steps] == ["i32.div_s", "end"]


def test_instructions_of_what_is_not_made_in_the_end() -> None:
    [(where, step)] = at(14).steps
    assert (where, step.key, step.done) == ("14:28", "unreachable", False)


@pytest.mark.parametrize(
    ("definition", "shown"),
    [
        (TextModule(Module()), "1:4"),
        (BinaryModule(b""), "byte 0x3"),
        (QuotedModule(b"a\nbc"), "quoted 2:2"),
        (None, ""),
    ],
)
def test_places(definition: TextModule | BinaryModule | QuotedModule | None, shown: str) -> None:
    assert place(SOURCE, definition, 3) == shown
    assert place(SOURCE, definition, None) == ""
