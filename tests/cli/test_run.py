"""`refwasm run`."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from refwasm.cli.run import argument
from refwasm.script.commands import HostConst, NullConst, NumConst, VecConst
from refwasm.syntax.types import ANYREF, EXTERN, EXTERNREF, F32, F64, I32, I64, V128
from tests.cli.conftest import Refwasm, one_line

MODULE = b"""(module
  (func (export "same") (param i32 i64 f32 f64) (result f64 f32 i64 i32)
    local.get 3 local.get 2 local.get 1 local.get 0)
  (func (export "div") (param i32) (result i32) (i32.div_s (i32.const 1) (local.get 0)))
  (func $r (export "endless") (call $r))
  (tag $t) (func (export "throw") (throw $t))
  (memory (export "m") 1))"""


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (
            ["same", "1", "-2", "nan:0x7", "-inf"],
            "(f64.const -inf)\n(f32.const nan:0x7)\n(i64.const -2)\n(i32.const 1)\n",
        ),
        (
            ["same", "0xffff_ffff", "+5", "1e3", "0x1p-1"],
            "(f64.const 0x1p-1)\n(f32.const 0x1.f4p+9)\n(i64.const 5)\n(i32.const -1)\n",
        ),
        (["div", "-1"], "(i32.const -1)\n"),
    ],
)
def test_results(refwasm: Refwasm, arguments: list[str], lines: str) -> None:
    done = refwasm("run", "-", "--invoke", *arguments, stdin=MODULE)
    assert done.stdout.decode() == lines
    assert (done.stderr, done.returncode) == (b"", 0)


@pytest.mark.parametrize("tier", ["interpret", "compile"])
@pytest.mark.parametrize(
    ("options", "message"),
    [(["--fuel", "20000"], "out of fuel"), (["--deadline", "0.1"], "deadline exceeded")],
)
def test_a_budget(refwasm: Refwasm, tier: str, options: list[str], message: str) -> None:
    module = b'(module (func (export "f") (loop (br 0))))'
    done = refwasm("run", "-", "--invoke", "f", "--tier", tier, *options, stdin=module)
    assert done.stderr.decode() == f"-: exhaustion: {message}\n"
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["div", "0"], "-: trap: integer divide by zero"),
        (["endless"], "-: exhaustion: call stack exhausted"),
        (["throw"], "-: exception: "),
    ],
)
def test_failures(refwasm: Refwasm, arguments: list[str], line: str) -> None:
    done = refwasm("run", "-", "--invoke", *arguments, stdin=MODULE)
    assert one_line(done).startswith(line)
    assert (done.stdout, done.returncode) == (b"", 1)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["div"], "-: 'div' : [i32] -> [i32] takes 1 argument, not 0"),
        (["throw", "1", "2"], "-: 'throw' : [] -> [] takes 0 arguments, not 2"),
        (["m"], "-: no function 'm'; it exports 'same', 'div', 'endless', 'throw'"),
        ([""], "-: no function ''; it exports"),
        (["a\nb\udcff"], "-: no function 'a\\nb\\udcff'; it exports"),
        (["div", "x"], "'x': not a number of type i32"),
        (["div", ""], "'': not a number of type i32"),
        (["div", "0x1_0000_0000"], "'0x1_0000_0000': not a number of type i32"),
        (["div", "9" * 5000], f"'{'9' * 37}...': not a number of type i32"),
        (["div", f"(i32.const {'9' * 5000})"], "'(i32.const 99999999"),
        (["div", "1.5"], "'1.5': not a number of type i32"),
        (["div", "(i64.const 1)"], "-: wrong type of argument: (i64.const 1) for a parameter i32"),
        (["div", "(i32.const 1"], "'(i32.const 1': unexpected"),
        (["div", "1", "--fast"], "No such option '--fast'"),
        ([], "Option '--invoke' requires an argument"),
    ],
)
def test_wrong_arguments(refwasm: Refwasm, arguments: list[str], line: str) -> None:
    done = refwasm("run", "-", "--invoke", *arguments, stdin=MODULE)
    assert one_line(done).startswith(f"refwasm: {line}")
    assert one_line(done).endswith("(`refwasm run --help` says more)")
    assert (done.stdout, done.returncode) == (b"", 2)


def test_a_long_list_of_exports_is_cut(refwasm: Refwasm) -> None:
    funcs = "".join(f'(func (export "f{i}"))' for i in range(12))
    done = refwasm("run", "-", "--invoke", "g", stdin=f"(module {funcs})".encode())
    assert "'f9', and 2 more (" in one_line(done)
    assert "it exports none" in one_line(refwasm("run", "-", "--invoke", "g", stdin=b"(module)"))


def test_the_start_function_runs(refwasm: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "a.wat").write_text("(module (func unreachable) (start 0))")
    assert one_line(refwasm("run", "a.wat")) == "a.wat: trap: unreachable"


def test_unknown_imports(refwasm: Refwasm) -> None:
    done = refwasm("run", "-", stdin=b'(module (func (import "a" "b")))')
    assert one_line(done) == '-: unlinkable: unknown import "a"."b"'


@pytest.mark.parametrize(
    ("literal", "t", "value"),
    [
        ("-1", I64, NumConst(I64, 2**64 - 1)),
        ("1", F32, NumConst(F32, 0x3F800000)),
        ("nan", F64, NumConst(F64, 0x7FF8000000000000)),
        ("(v128.const i64x2 1 2)", V128, VecConst(1 + (2 << 64))),
        ("(ref.null extern)", EXTERNREF, NullConst(EXTERN)),
        ("(ref.extern 7)", EXTERNREF, HostConst(7, extern=True)),
    ],
)
def test_argument(literal: str, t: object, value: object) -> None:
    assert argument(literal, t) == value  # type: ignore[arg-type]  # a value type, as listed


@pytest.mark.parametrize(("literal", "t"), [("1", ANYREF), ("", I32), ("-", I32), ("(", I32)])
def test_what_is_no_argument(literal: str, t: object) -> None:
    with pytest.raises(click.UsageError):
        argument(literal, t)  # type: ignore[arg-type]  # a value type, as listed


@pytest.mark.parametrize("tier", ["interpret", "compile", "auto"])
def test_tiers(refwasm: Refwasm, tier: str) -> None:
    call = ("run", "-", "--tier", tier, "--invoke")
    assert refwasm(*call, "div", "-1", stdin=MODULE).stdout == b"(i32.const -1)\n"
    assert "integer divide by zero" in one_line(refwasm(*call, "div", "0", stdin=MODULE))
    assert "call stack exhausted" in one_line(refwasm(*call, "endless", stdin=MODULE))
