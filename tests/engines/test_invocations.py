"""Engines that do one invocation by a command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from refwasm.engines.adapter import Adapter
from refwasm.engines.invocations import value_of, word_of
from refwasm.engines.make import make_engine
from refwasm.script.commands import NumConst
from refwasm.script.engine import Unsupported
from refwasm.script.parse import parse_script
from refwasm.script.results import Result
from refwasm.script.through import run_through
from refwasm.source import Source
from refwasm.syntax import types as T
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
  (func $deep (export "deep") (call $deep))
  (tag $e) (func (export "throw") (throw $e))
  (func (export "a\\00b"))
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
    ('(assert_exhaustion (invoke "deep") "call stack exhausted")', "pass", ""),
    ('(assert_trap (invoke "deep") "unreachable")', "fail", "call stack exhausted"),
    ('(assert_exception (invoke "throw"))', "pass", ""),
    ('(assert_trap (invoke "throw") "unreachable")', "fail", "uncaught exception"),
    ('(assert_exception (invoke "trap"))', "fail", "unreachable"),
    ('(assert_return (invoke "a\\00b"))', "unsupported", "no place for U+0000"),
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
    """What refwasm refuses cannot be asked; the rest runs."""
    del adapter.module.compute_validate_argv
    text = f'{MODULE.format("")}(assert_invalid (module (func (result i32))) "x"){PLAIN[0][0]}'
    module, refused, added = run(adapter, text)
    assert (refused.status.value, refused.got) == ("unsupported", "no command validates modules")
    assert (module.status.value, added.status.value) == ("pass", "pass")


@pytest.mark.parametrize(
    ("word", "t", "bits"),
    [
        ("-1", T.I32, 0xFFFFFFFF),
        ("4294967295", T.I32, 0xFFFFFFFF),  # WasmEdge prints what is unsigned
        ("-2147483648", T.I32, 0x80000000),
        ("2147483648", T.I32, 0x80000000),
        ("0", T.I32, 0),
        ("-1", T.I64, 0xFFFFFFFF_FFFFFFFF),
        ("18446744073709551615", T.I64, 0xFFFFFFFF_FFFFFFFF),
        ("-9223372036854775808", T.I64, 0x80000000_00000000),
        ("1", T.F32, 0x3F800000),  # as Rust prints it
        ("1.0", T.F32, 0x3F800000),
        ("-0", T.F32, 0x80000000),
        ("-0.0", T.F64, 0x80000000_00000000),
        ("0.1", T.F32, 0x3DCCCCCD),
        ("1.00000005960464477539062500000000000000000000001", T.F32, 0x3F800001),  # rounded once
        ("1e-45", T.F32, 1),
        ("5e-324", T.F64, 1),
        ("0.000000000000000000000000000000000000000000001", T.F32, 1),
        ("3.4028235e+38", T.F32, 0x7F7FFFFF),
        ("340282350000000000000000000000000000000", T.F32, 0x7F7FFFFF),
        ("1.7976931348623157e308", T.F64, 0x7FEFFFFF_FFFFFFFF),
        ("inf", T.F32, 0x7F800000),
        ("-inf", T.F64, 0xFFF00000_00000000),
        ("Infinity", T.F64, 0x7FF00000_00000000),
        ("-INF", T.F32, 0xFF800000),
    ],
)
def test_what_engines_print(word: str, t: T.NumType, bits: int) -> None:
    assert value_of(word, t) == NumConst(t, bits)


@pytest.mark.parametrize("word", ["nan", "-nan", "NaN", "nan:0x400000", "-nan(ind)"])
def test_nans_have_no_bits(word: str) -> None:
    for t in (T.F32, T.F64):
        with pytest.raises(Unsupported, match="prints no bits of a NaN"):
            value_of(word, t)
    with pytest.raises(ValueError, match="is no i32"):
        value_of(word, T.I32)


@pytest.mark.parametrize(
    ("words", "t"),
    [
        (["4294967296", "-2147483649", "1.0", "0x10", "1_0", "\u0661", "", "-", "--1", "1e2", "inf"], T.I32),
        (["18446744073709551616", "-9223372036854775809", "9" * 5000], T.I64),
        (["1e39", "3.5e38", "1_0.0", "0x1p3", ".", "1e", "e5", "nano", "infinite", "", "1,5", "\u0661"], T.F32),
        (["1e309", "9" * 400], T.F64),
    ],
)  # fmt: skip
def test_garbage_is_no_number(words: list[str], t: T.NumType) -> None:
    """Neither what no engine prints of a value, nor what does not fit its type."""
    for word in words:
        with pytest.raises(ValueError, match=f"is no {t}"):
            value_of(word, t)


@pytest.mark.parametrize(
    ("arg", "word"),
    [
        (NumConst(T.I32, 0xFFFFFFFF), "-1"),
        (NumConst(T.I32, 0x80000000), "-2147483648"),
        (NumConst(T.I32, 0x7FFFFFFF), "2147483647"),
        (NumConst(T.I64, 1 << 63), "-9223372036854775808"),
        (NumConst(T.F32, 0x3DCCCCCD), "0.10000000149011612"),
        (NumConst(T.F32, 0x80000000), "-0.0"),
        (NumConst(T.F64, 0xFFF00000_00000000), "-inf"),
        (NumConst(T.F64, 1), "5e-324"),
    ],
)
def test_arguments_come_back(arg: NumConst, word: str) -> None:
    assert word_of(arg) == word
    assert value_of(word, arg.t) == arg


TWO = '(module (func (export "two") (result i64 f32) (i64.const -1) (f32.const 0.5)))'
ASSERTED = f'{TWO}(assert_return (invoke "two") (i64.const -1) (f32.const 0.5))'


def printing(adapter: Adapter, monkeypatch: pytest.MonkeyPatch, argv: list[str]) -> None:
    """Let `adapter` run `argv` whatever is called, and take any module."""
    monkeypatch.setattr(adapter.module, "compute_argv", lambda *_: argv)
    nothing = [sys.executable, "-S", "-c", ""]
    monkeypatch.setattr(adapter.module, "compute_validate_argv", lambda path: nothing)


@pytest.mark.parametrize(
    ("printed", "status", "got"),
    [
        ("-1 0.5\n", "pass", ""),  # wasmer
        ("18446744073709551615\n0.5\n", "pass", ""),  # WasmEdge
        ("-1 0.25\n", "fail", "(f32.const 0x1p-2)"),
        ("-1\n", "garbled", "2 results expected; exit code 0; -1"),
        ("-1 0.5 3\n", "garbled", "2 results expected"),
        ("", "garbled", "2 results expected; exit code 0"),
        ("-1 half\n", "garbled", "no number: 'half' is no f32"),
        ("-1 nan\n", "unsupported", "a command line prints no bits of a NaN"),
        ("\ufffd\x00 \x1b[0m", "garbled", "no number"),
    ],
)
def test_what_is_printed_of_several_results(
    adapter: Adapter, monkeypatch: pytest.MonkeyPatch, printed: str, status: str, got: str
) -> None:
    says = [
        sys.executable,
        "-S",
        "-c",
        f"import sys; sys.stdout.buffer.write({printed.encode()!r})",
    ]
    printing(adapter, monkeypatch, says)
    _, result = run(adapter, ASSERTED)
    assert (result.status.value, got in result.got) == (status, True), result.got


@pytest.mark.parametrize(
    ("reads", "status", "got"),
    [
        (lambda out: out.split(":")[1].split(","), "pass", ""),
        (lambda out: out.split(":")[2], "garbled", "caller: read_results: IndexError"),
        (lambda out: [-1, 0.5], "garbled", "caller: read_results: TypeError: -1 is no text"),
        (lambda out: None, "garbled", "caller: read_results: TypeError: None is no list of texts"),
    ],
)
def test_what_an_adapter_reads(
    adapter: Adapter,
    monkeypatch: pytest.MonkeyPatch,
    reads: Callable[[str], object],
    status: str,
    got: str,
) -> None:
    """An adapter that cannot read what is printed says nothing about the engine, nor about refwasm."""
    printing(adapter, monkeypatch, [sys.executable, "-S", "-c", "print('results:-1,0.5')"])
    monkeypatch.setattr(adapter.module, "read_results", reads, raising=False)
    _, result = run(adapter, ASSERTED)
    assert (result.status.value, got in result.got) == (status, True), result.got
