"""What engines print about scripts, as they printed it, and what is read in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from refwasm.engines.adapter import Absent
from refwasm.engines.adapters import wabt, wasmer, wasmer_run
from refwasm.engines.batch import Output
from refwasm.engines.scripts import Said, read_output_of

WASMTIME = """Error: failed to run script file 'a.wast'

Caused by:
    0: failed directive on a.wast:3
    1: result 0 didn't match
    2: expected                  2 / 0x0000000000000002
actual                    1 / 0x0000000000000001

Stack backtrace:
   0: <wasmtime_internal_core::error::error::Error>::from_format_args
"""
WASMI = """Error: failed directive on a.wast:2:44

Caused by:
    0: evaluation mismatch of `i32` values
    1: expected: 2 (bits = 0x2) but found: 1 (bits = 0x1)
"""
UNREAD = """Error: unknown operator or unexpected token
     --> b.wast:1:42
      |
    1 | (module (func (export "f") (result i32) (i32.foo 1)))
      |                                          ^
"""
REFERENCE = """Result: 1 : [i32]
Expect: 2 : [i32]
a.wast:2.44-3.31: assertion failure: wrong return values
"""
WABT = """called host spectest.print_i32(i32:1) =>
script.wast:3: mismatch in result 0 of assert_return: expected i32:2, got i32:1
script.wast:4: assert_trap passed: unreachable executed
script.wast:5: assert_malformed passed:
  0000004: error: bad wasm file version
script.wast:6: error reading module: "module.2.wasm"
4/6 tests passed.
"""
WASMER = """error: failed to test the wast `a.wast`
│   1: tests failed
╰─▶ 2: Failed directives on a.wast:
         • expected Core(I32(2)), got I32(1) (2:44)
         • instantiation failed with: Validation error: gc is off (at offset 0xb)

       Stack backtrace:
          0: anyhow::error::<impl anyhow::Error>::msg
                    at ./csu/../sysdeps/nptl/libc_start_call_main.h:58:16 (7:1)
         • expected 'integer overflow', got 'RuntimeError: unreachable
           at <unnamed> (<module>[0]:0x4f)' (8:1)
"""


@pytest.mark.parametrize(
    ("file", "stderr", "line", "text"),
    [
        (
            *("a.wast", WASMTIME, 3),
            "1: result 0 didn't match 2: expected 2 / 0x0000000000000002"
            " actual 1 / 0x0000000000000001",
        ),
        (
            *("a.wast", WASMI, 2),
            "evaluation mismatch of `i32` values 1: expected: 2 (bits = 0x2) but found: 1"
            " (bits = 0x1)",
        ),
        (
            *("b.wast", UNREAD, 1),
            "unknown operator or unexpected token"
            ' | 1 | (module (func (export "f") (result i32) (i32.foo 1))) | ^',
        ),
        (
            *("a.wast", REFERENCE, 2),
            "Result: 1 : [i32] Expect: 2 : [i32] assertion failure: wrong return values",
        ),
    ],
    ids=["wasmtime", "wasmi", "unread", "reference"],
)
def test_the_first_place_named_is_what_failed(file: str, stderr: str, line: int, text: str) -> None:
    said = read_output_of(Output(1, stderr=stderr), file)
    assert said == Said([(line, text)], complete=False)


def test_success_is_the_exit_code() -> None:
    said = read_output_of(Output(0, stderr="warning: a.wast:3: odd"), "a.wast")
    assert said == Said((), complete=True)


def test_wabt() -> None:
    said = wabt.read_output(Output(2, WABT, "0000016: error: no such type\n"), "script.wast")
    assert said == Said(
        [
            (3, "mismatch in result 0 of assert_return: expected i32:2, got i32:1"),
            (6, 'error reading module: "module.2.wasm" error: no such type'),
        ],
        complete=True,
    )


def test_wabt_stops_at_a_register_that_fails() -> None:
    lines = "script.wast:3: unknown module in register\nscript.wast:3: invalid register command\n"
    said = wabt.read_output(Output(1, lines), "script.wast")
    assert said == Said([(3, "invalid register command")], complete=False)


@pytest.mark.parametrize("printed", ["", "what?\n", "script.wast:3: mismatch\n"])
def test_wabt_without_a_total_makes_no_sense(printed: str) -> None:
    assert wabt.read_output(Output(1, printed), "script.wast") is None


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ({"type": "module", "filename": "m.wasm"}, ""),
        ({"type": "module_definition", "filename": "m.wasm"}, "WABT has no module_definition"),
        ({"type": "assert_unlinkable", "module": "$M"}, "WABT has no assert_unlinkable"),
        (
            {"type": "assert_return", "action": {"args": []}, "expected": [{"type": "externref"}]},
            "WABT has no such value: externref",
        ),
        (
            {"type": "assert_trap", "action": {"args": []}, "expected": [{"type": "externref"}]},
            "",
        ),
        (
            {"type": "action", "action": {"args": [{"type": "anyref", "value": "1"}]}},
            "WABT has no such value: anyref",
        ),
    ],
)
def test_what_wabt_cannot_read(command: dict[str, object], why: str) -> None:
    assert wabt.lacks(command) == why  # type: ignore[arg-type]  # it is JSON


def test_wasmer_lists_all_failures() -> None:
    said = wasmer.read_output(Output(1, stderr=WASMER), "a.wast")
    module = "instantiation failed with: Validation error: gc is off (at offset 0xb)"
    assert said == Said([(2, "expected Core(I32(2)), got I32(1)"), (7, module)], complete=True)


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("expected 'odd', got 'RuntimeError: unreachable at f (<module>[0]:0x1a)'", True),
        ("expected 'unreachable', got 'RuntimeError: call stack exhausted'", False),
        ("expected 'call stack exhausted', got 'RuntimeError: unreachable'", False),
        ("expected 'unreachable', got 'RuntimeError: uncaught exception'", False),
        ("expected 'unreachable', got 'Missing export none'", False),
        ("expected trap, got [I32(1)]", False),
        (
            'assert_invalid: expected "odd", got "instantiation failed with: Validation error: x"',
            True,
        ),
        (
            'assert_invalid: expected "odd", got "instantiation failed with: Compilation error: x"',
            False,
        ),
        (
            "assert_unlinkable: expected odd, got instantiation failed with: "
            'Error while importing "spectest"."print": incompatible import type.',
            True,
        ),
        (
            "assert_unlinkable: expected odd, got instantiation failed with: "
            "constant expression required",
            True,
        ),
        (
            "assert_unlinkable: expected odd, got instantiation failed with: Validation error: x",
            False,
        ),
    ],
)
def test_wasmer_compares_words_and_here_the_class_decides(text: str, passes: bool) -> None:
    assert wasmer.in_other_words(text) is passes


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (
            {"type": "assert_malformed", "module_type": "text"},
            "wasmer reads no text that is to be malformed",
        ),
        ({"type": "assert_malformed", "module_type": "binary"}, ""),
        ({"type": "module_definition"}, "wasmer makes an instance of every definition"),
        ({"type": "module_instance"}, "wasmer has no module_instance"),
        ({"type": "assert_unlinkable", "module": "$M"}, "wasmer has no assert_unlinkable"),
        ({"type": "assert_unlinkable", "filename": "m.wasm"}, ""),
        ({"type": "assert_invalid_custom"}, "wasmer has no assert_invalid_custom"),
        ({"type": "assert_return"}, ""),
    ],
)
def test_what_wasmer_would_pass_over(command: dict[str, str], why: str) -> None:
    assert wasmer.lacks(command) == why


def test_wasmer_when_it_cannot_read_the_script() -> None:
    said = wasmer.read_output(Output(1, stderr=UNREAD), "b.wast")
    assert (said.failures[0][0], said.complete) == (1, False)


@pytest.mark.skipif(os.name == "nt", reason="a program that is a script for a shell")
def test_a_wasmer_without_the_command_is_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "wasmer"
    program.touch(0o755)
    monkeypatch.setenv("WASMER", f"{program} --enable-all")
    says = '#!/bin/sh\n[ "$1" = --help ] && echo "  {}" || echo wasmer 7\n'
    program.write_text(says.format("wast  Run spec testsuite"))
    assert wasmer.get_version() == "wasmer 7"
    program.write_text(says.format("run  Run a package"))
    with pytest.raises(Absent, match="built without `wast`"):
        wasmer.get_version()
    assert wasmer_run.get_version() == "wasmer 7"
