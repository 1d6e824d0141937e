"""`refwasm wasm2wat`, and what `wat2wasm` keeps for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Refwasm, one_line

HINT = '(@metadata.code.branch_hint "\\01")'
TEXT = f"""(module $m
  (type (;0;) (func (param i32)))
  (func $f (@name "F") (type 0) (param $x i32)
    local.get $x
    {HINT}
    br_if 0)
  (@custom "c" (after last) "d"))
"""


def test_there_and_back(refwasm: Refwasm) -> None:
    binary = refwasm("wat2wasm", "-", stdin=TEXT.encode()).stdout
    done = refwasm("wasm2wat", "-", stdin=binary)
    assert (done.stderr, done.returncode) == (b"", 0)
    text = done.stdout.decode()
    assert HINT in text and '(@name "F")' in text and '(@custom "c"' in text
    assert refwasm("wat2wasm", "-", stdin=done.stdout).stdout == binary


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ([], "    local.get 0"),
        (["--fold"], "    (br_if 0 (local.get 0)))"),
        (["--no-names"], '  (func (;0;) (@name "F") (type 0) (param i32)'),
    ],
)
def test_options(refwasm: Refwasm, options: list[str], line: str) -> None:
    binary = refwasm("wat2wasm", "-", stdin=TEXT.encode()).stdout
    assert line in refwasm("wasm2wat", "-", *options, stdin=binary).stdout.decode().splitlines()


def test_output(refwasm: Refwasm, tmp_path: Path) -> None:
    assert refwasm("wasm2wat", "-", "-o", "out.wat", stdin=b"(module)").stdout == b""
    assert (tmp_path / "out.wat").read_text() == "(module)\n"


@pytest.mark.parametrize(
    ("stdin", "line"),
    [
        (b"(module", "standard input:1:8: malformed: "),
        (b"\0asm\1\0\0", "standard input:0x7: malformed: unexpected end"),
        (b"(module (@custom))", "standard input:1:9: malformed: @custom annotation: missing"),
        (b'(module) (@name "a")', "standard input:1:10: malformed: misplaced @name"),
    ],
)
def test_errors_take_one_line(refwasm: Refwasm, stdin: bytes, line: str) -> None:
    done = refwasm("wasm2wat", "-", stdin=stdin)
    assert one_line(done).startswith(line)
    assert (done.returncode, done.stdout) == (1, b"")


def test_what_would_be_lost_is_refused(refwasm: Refwasm) -> None:
    bad = f"(func {HINT} nop)".encode()
    assert "annotation: invalid target (at nop)" in one_line(refwasm("wat2wasm", "-", stdin=bad))
    done = refwasm("wat2wasm", "-", "--no-check", stdin=b"(func (@name))")
    assert "@name annotation: string expected" in one_line(done)


def test_too_many_locals(refwasm: Refwasm) -> None:
    code = b"\1\xff\xff\xff\xff\x0f\x7f\x0b"
    data = b"\0asm\1\0\0\0\1\4\1\x60\0\0\3\2\1\0" + b"\x0a" + bytes([len(code) + 2, 1, len(code)])
    done = refwasm("wasm2wat", "-", stdin=data + code)
    assert "exhaustion: too many locals to write out" in one_line(done)
