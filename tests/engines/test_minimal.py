"""Parts of scripts: what commands need, and the texts that are cut out."""

from __future__ import annotations

import pytest

from refwasm.engines.minimal import Cutter, Dependences, Form, minimal
from refwasm.script.parse import parse_script
from refwasm.source import Source

SCRIPT = """;; head
(module $A (memory (export "m") 1) (func (export "f")))
(register "A" $A)
(module $B (func (export "g")))
(assert_return (invoke "g")) (assert_invalid (module
  (func (unknown))) "x")
(invoke $A "f") ;; after
(assert_return (invoke $A "f"))
(module $C (import "A" "m" (memory 1)) (func (export "h")))
(assert_trap (invoke "h") "out")
(assert_unlinkable (module (import "A" "x" (func))) "unknown import")
(assert_malformed (module quote
  "(") "x")
(module definition $D (func))
(module instance $I $D)
(assert_return (invoke $A "f"))
"""
COMMANDS = parse_script(SCRIPT)
SOURCE = Source("s.wast", SCRIPT)


def dependences(text: str = SCRIPT) -> Dependences:
    return Dependences(parse_script(text))


@pytest.mark.parametrize(
    ("wanted", "needed"),
    [
        ([0], [0]),
        ([3], [2, 3]),  # no state, hence nothing of what happened before
        ([4], [4]),
        ([6], [0, 1, 5, 6]),
        ([8], [0, 1, 5, 6, 7, 8]),
        ([9], [0, 1, 5, 6, 7, 8, 9]),
        ([12], [11, 12]),
        ([3, 4], [2, 3, 4]),
    ],
)
def test_what_commands_need(wanted: list[int], needed: list[int]) -> None:
    assert dependences().needed(wanted, range(len(COMMANDS))) == needed


def test_what_builds_on_a_command() -> None:
    assert dependences().builds_on(2) == [3]
    assert dependences().builds_on(0) == [1, 5, 6, 13]
    assert dependences().builds_on(11) == [12]


def test_an_import_of_nobody_knows_what_needs_all_that_is_registered() -> None:
    text = '(module)(register "a")(module binary "junk")(module)'
    assert dependences(text).needed([2], range(3)) == [0, 1, 2]
    assert dependences(text).needed([3], range(3)) == [3]


def test_the_whole_is_the_script_but_for_commands_that_begin_no_line() -> None:
    cut = Cutter(SOURCE, COMMANDS).cut(range(len(COMMANDS)))
    assert cut.text == SCRIPT.replace(" (assert_invalid", " \n(assert_invalid")


def test_lines_of_commands() -> None:
    cut = Cutter(SOURCE, COMMANDS).cut(range(len(COMMANDS)))
    assert [cut.at(line) for line in range(1, 10)] == [None, 0, 1, 2, 3, 4, 4, 5, 6]
    assert cut.at(1000) is None


def test_lines_stay_where_they_are() -> None:
    cut = Cutter(SOURCE, COMMANDS).cut([2, 4, 6])
    lines = cut.text.splitlines()
    assert lines[3:8] == [
        '(module $B (func (export "g")))',
        "(assert_invalid (module",
        '  (func (unknown))) "x")',
        "",
        '(assert_return (invoke $A "f"))',
    ]
    assert not any(lines[:3] + lines[8:])


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (Form.WHOLE, '(assert_return (invoke $A "f"))\n'),
        (Form.ACTION, '(invoke $A "f")\n'),
        (Form.TRAPPING, '(assert_trap (invoke $A "f") "")\n'),
        (Form.NOTHING, "\n"),
    ],
)
def test_forms(form: Form, text: str) -> None:
    assert Cutter(SOURCE, COMMANDS).cut([6], {6: form}).text.strip("\n") == text.strip("\n")


def test_a_minimal_script() -> None:
    assert minimal(SOURCE, COMMANDS, 3) == (
        '(module $B (func (export "g")))\n(assert_return (invoke "g")) \n'
    )
