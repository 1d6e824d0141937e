"""`refwasm validate`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Refwasm


def test_a_line_for_each_that_is_refused(refwasm: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "good.wat").write_text("(module)")
    (tmp_path / "good.wasm").write_bytes(b"\0asm\1\0\0\0")
    (tmp_path / "bad.wat").write_text("(module (func (drop)))")
    done = refwasm("validate", "good.wat", "good.wasm", "bad.wat", "none")
    first, second = done.stderr.decode().splitlines()
    assert first.startswith("bad.wat:1:16: invalid: type mismatch")
    assert first.endswith("(at drop)")
    assert second == "none: cannot read: No such file or directory"
    assert done.returncode == 2


def test_all_good(refwasm: Refwasm) -> None:
    done = refwasm("validate", "-", stdin=b"(module)")
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 0)


def test_deep_nesting(refwasm: Refwasm) -> None:
    module = b"(module (func " + b"(block " * 5_000 + b")" * 5_000 + b"))"
    assert refwasm("validate", "-", stdin=module).returncode == 0
    done = refwasm("validate", "-", stdin=module[:-3])
    assert done.returncode == 1
    assert b"malformed" in done.stderr


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"not wasm", "x.wasm:0x0: malformed: magic header not detected"),
        (b"(module)", "x.wasm:0x0: malformed: magic header not detected"),
        (b"", "x.wasm:0x0: malformed: unexpected end"),
    ],
)
def test_what_is_called_wasm_is_read_as_a_binary(
    refwasm: Refwasm, tmp_path: Path, data: bytes, line: str
) -> None:
    (tmp_path / "x.wasm").write_bytes(data)
    done = refwasm("validate", "x.wasm")
    assert done.returncode == 1
    assert done.stderr.decode().startswith(line)
