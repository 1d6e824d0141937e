"""`refwasm wat2wasm`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Refwasm, one_line

EMPTY = b"\0asm\1\0\0\0"


@pytest.mark.parametrize(
    ("arguments", "written"),
    [(["a.wat"], "a.wasm"), (["a.wat", "-o", "b"], "b"), (["-", "-o", "c"], "c")],
)
def test_where_the_binary_goes(
    refwasm: Refwasm, tmp_path: Path, arguments: list[str], written: str
) -> None:
    (tmp_path / "a.wat").write_text("(module)")
    done = refwasm("wat2wasm", *arguments, stdin=b"(module)")
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 0)
    assert (tmp_path / written).read_bytes() == EMPTY
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("arguments", [["-"], ["-", "-o", "-"]])
def test_standard_output(refwasm: Refwasm, arguments: list[str]) -> None:
    assert refwasm("wat2wasm", *arguments, stdin=b"(module)").stdout == EMPTY


def test_names_and_unchecked_modules(refwasm: Refwasm) -> None:
    module = b"(module $m (func (result i32)))"
    assert refwasm("wat2wasm", "-", "--no-check", stdin=module).stdout.startswith(EMPTY)
    named = refwasm("wat2wasm", "-", "--no-check", "--debug-names", stdin=module).stdout
    assert b"\4name" in named
    assert "invalid: type mismatch" in one_line(refwasm("wat2wasm", "-", stdin=module))


def test_nothing_is_written_where_it_cannot_be(refwasm: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "a.wasm").write_bytes(EMPTY)
    assert "would be replaced by itself" in one_line(refwasm("wat2wasm", "a.wasm"))
    done = refwasm("wat2wasm", "-", "-o", "no/where", stdin=b"(module)")
    assert one_line(done).startswith("no/where: cannot write: there is no folder ")
    assert done.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device for this")
def test_a_full_disk(refwasm: Refwasm) -> None:
    done = refwasm("wat2wasm", "-", "-o", "/dev/full", stdin=b"(module)")
    assert one_line(done) == "/dev/full: cannot write: No space left on device"
    assert done.returncode == 3


def test_a_file_keeps_its_contents_if_the_module_is_bad(refwasm: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("before")
    assert refwasm("wat2wasm", "-", "-o", "out", stdin=b"(module").returncode == 1
    assert (tmp_path / "out").read_text() == "before"


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_what_is_written_may_be_read_by_others(refwasm: Refwasm, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        refwasm("wat2wasm", "-", "-o", "out", stdin=b"(module)")
    finally:
        os.umask(before)
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o644
