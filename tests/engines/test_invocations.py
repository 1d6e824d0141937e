"""Engines that do one invocation by a command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from refwasm.engines.adapter import Adapter
from refwasm.engines.make import make_engine
from refwasm.script.parse import parse_script
from refwasm.script.results import Result
from refwasm.script.through import run_through
from refwasm.source import Source
from refwasm.syntax.features import DEFAULT

CALLER = Path(__file__).with_name("caller.py")
ROOT = Path(__file__).parents[2]

MODULE = """(module
  (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func (export "half") (param f32) (result f32) (f32.div (local.get 0) (f32.const 2)))
  (func (export "two") (result i64 f64) (i64.const -1) (f64.const 0x1p-1074))
  (func (export "nan") (result f64) (f64.const nan))
  (func (export "v") (result v128) (v128.const i64x2 0 0))
  (func (export "trap") unreachable)
  (func (export "crash")) (func (export "hang")) (func (export "garbage") (result i32) i32.const 0)
  {})"""

# Commands, and how they end.
PLAIN = [
    ('(assert_return (invoke "add" (i32.const -1) (i32.const 3)) (i32.const 2))', "pass", ""),
    ('(assert_return (invoke "add" (i32.const 1) (i32.const 3)) (i32.const 5))', "fail", ""),
    ('(assert_return (invoke "half" (f32.const 0.1)) (f32.const 0.05))', "pass", ""),
    ('(assert_return (invoke "half" (f32.const -inf)) (f32.const -inf))', "pass", ""),
    ('(assert_return (invoke "two") (i64.const -1) (f64.const 0x1p-1074))', "pass", ""),
    ('(assert_trap (invoke "trap") "unreachable")', "pass", ""),
    ('(assert_trap (invoke "nan") "unreachable")', "unsupported", "prints no bits of a NaN"),
    ('(assert_return (invoke "half" (f32.const nan)))', "unsupported", "takes no bits of a NaN"),
    ('(assert_return (invoke "v"))', "unsupported", "prints no v128"),
    ('(assert_return (invoke "add" (ref.null func)))', "unsupported", "takes numbers alone"),
    ('(assert_return (invoke "none"))', "fail", "no exported function"),
    ('(assert_return (get "g"))', "unsupported", "reads no globals"),
    ('(assert_invalid (module (func (result i32))) "type mismatch")', "pass", ""),
    ('(assert_malformed (module binary "\\00asm") "unexpected end")', "pass", ""),
    (
        '(assert_malformed (module quote "(func") "unexpected token")',
        "unsupported",
        "reads no text",
    ),
    ('(assert_return (invoke "garbage") (i32.const 0))', "garbled", "no number: "),
    ('(assert_return (invoke "hang"))', "timeout", "did not end in time"),
]


@pytest.fixture
def adapter(monkeypatch: pytest.MonkeyPatch) -> Adapter:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    module = ModuleType("caller")
    start = [sys.executable, str(CALLER)]
    functions = {
        "get_name": lambda: "caller",
        "get_version": lambda: "1",
        "compute_argv": lambda path, args, function: [*start, path, function, *args],
        "compute_validate_argv": lambda path: [*start, "--check", path],
    }
    for name, function in functions.items():
        setattr(module, name, function)
    return Adapter("caller", module)


def run(adapter: Adapter, text: str, timeout: float = 20) -> list[Result]:
    """The results of the script `text`."""
    source = Source("s", text)
    return list(
        run_through(
            "s",
            source,
            parse_script(text),
            lambda: make_engine(adapter, features=DEFAULT, timeout=timeout),
        )
    )


@pytest.mark.parametrize(("command", "status", "got"), PLAIN, ids=[c for c, *_ in PLAIN])
def test_commands(
    adapter: Adapter, command: str, status: str, got: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    timeout = 3 if "hang" in command else 20
    if "hang" in command:
        monkeypatch.setattr(
            adapter.module, "compute_validate_argv", lambda path: [sys.executable, "-c", ""]
        )
    (_, result) = run(adapter, f"{MODULE.format('')}\n{command}", timeout)
    assert (result.status.value, got in result.got) == (status, True), result.got


@pytest.mark.skipif(os.name == "nt", reason="signals end no process there")
def test_a_crash(adapter: Adapter) -> None:
    results = run(adapter, MODULE.format("") + '(invoke "crash") (assert_trap (invoke "trap") "")')
    assert [r.status.value for r in results] == ["pass", "crash", "pass"]
    assert "SIGTERM" in results[1].got


def test_what_happened_before_is_not_known(adapter: Adapter) -> None:
    text = MODULE.format("(memory 1)") + '(invoke "two")' + '(invoke "two")'
    first, second = run(adapter, text)[1:]
    assert (first.status.value, second.status.value) == ("pass", "unsupported")
    assert second.got == "a process does not know what happened before"


@pytest.mark.parametrize(
    ("field", "why"),
    [
        ('(import "spectest" "global_i32" (global i32))', "gives no imports"),
        ("(func $s) (start $s)", "start function"),
    ],
)
def test_instances_that_a_command_line_cannot_make(adapter: Adapter, field: str, why: str) -> None:
    text = MODULE.replace("(module", f"(module {field}").format("") + '(invoke "trap")'
    _, result = run(adapter, text)
    assert (result.status.value, why in result.got) == ("unsupported", True)


def test_an_engine_that_validates_nothing(adapter: Adapter) -> None:
    del adapter.module.compute_validate_argv
    text = '(assert_invalid (module (func (result i32))) "x")' + PLAIN[0][0]
    refused, *_ = run(adapter, text)
    assert (refused.status.value, refused.got) == ("unsupported", "no command validates modules")
