"""The texts of commands in reports."""

from __future__ import annotations

from dataclasses import replace

from refwasm.harness.model import Stretch
from refwasm.harness.texts import SNIPPET, fingerprinted, snippets
from refwasm.script.results import Result, Status


def test_the_lines_of_a_failure_end_where_the_next_command_begins() -> None:
    text = "\n".join(f"line {i}" for i in range(1, 40))
    fail = Result("a", 0, 2, "assert_return", Status.FAIL)
    long = replace(fail, line=4)
    assert snippets(text, [fail, replace(fail, line=3, status=Status.PASS), long]) == {
        2: "line 2",
        4: "\n".join(f"line {i}" for i in range(4, 4 + SNIPPET)),
    }


def test_a_text_is_known_again() -> None:
    """Wherever it stands, however it is indented, whatever comment is beside it."""
    text = '(module\n  (func))\n(assert_return 1) ;; one\n(assert_return 2)\n(register "a")'
    moved = ";; new\n\n" + text.replace("  (func", "\t(func").replace("2)\n", "2)\n\n;; last\n")
    before = [
        Stretch(0, "module", (1,)),
        Stretch(1, "assert_return", (3, 4)),
        Stretch(3, "register", (5,)),
    ]
    after = [
        Stretch(0, "module", (3,)),
        Stretch(1, "assert_return", (5, 6)),
        Stretch(3, "register", (9,)),
    ]
    found = fingerprinted(before, text)
    assert [s.texts for s in found] == [s.texts for s in fingerprinted(after, moved)]
    assert [len(s.texts) for s in found] == [4, 8, 4]
    assert len({s.texts[i : i + 4] for s in found for i in range(0, len(s.texts), 4)}) == 4


def test_commands_on_one_line_have_its_text() -> None:
    [stretch] = fingerprinted([Stretch(0, "module", (1, 1))], "(module) (module)")
    assert stretch.texts[:4] == stretch.texts[4:]
