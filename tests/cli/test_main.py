"""What all commands have in common."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import refwasm as package
from refwasm.cli.main import COMMANDS
from tests.cli.conftest import Refwasm, one_line


def test_version(refwasm: Refwasm) -> None:
    assert refwasm("--version").stdout.decode() == f"refwasm, version {package.__version__}\n"


def test_version_and_help_import_little() -> None:
    """Neither the front ends nor the harness are needed to say who one is."""
    program = (
        "import sys; sys.argv[1:] = ['--version']\n"
        "from refwasm.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('refwasm', 'rich', 'pytest')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert (
        done.stdout.splitlines()[1]
        == "['refwasm', 'refwasm.cli', 'refwasm.cli.main', 'refwasm.source']"
    )


def test_help_names_every_command(refwasm: Refwasm) -> None:
    text = refwasm("-h").stdout.decode()
    assert all(f"\n  {name}" in text for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["nonsense"], "refwasm: No such command 'nonsense'. (`refwasm --help` says more)"),
        (["run"], "refwasm: Missing argument 'FILE'. (`refwasm run --help` says more)"),
        (["suite", "fetch", "--nope"], "No such option"),
        (["conform", "-n", "0"], "0 is not in the range x>=1"),
        (["conform", "--suite", "nowhere"], "--suite: nowhere is not a folder"),
        (["run", "a.wat", "1"], "arguments, but no --invoke NAME"),
        (["run", "--nope", "a.wat"], "No such option '--nope'"),
        (["run", "--tier", "x", "a.wat"], "'x' is not one of 'interpret', 'compile', 'auto'"),
        (["validate", "--spec", "4.0", "a.wat"], "no edition 4.0: there are 1.0, 2.0 and 3.0"),
        (["wast", "--features=+none", "a.wast"], "no feature +none: write +NAME or -NAME"),
        (["conform", ""], "an empty PATH names nothing"),
        (["conform", "no\nsuch\udcff"], "no\\nsuch\\udcff: no such script or folder"),
        (["conform", "--suite", ".", "--timeout", "nan"], "nan is not a number"),
        (["conform", "--timeout", "0"], "0.0 is not in the range"),
        (["suite", "fetch", "--timeout", "inf"], "inf is not in the range"),
    ],
)
def test_wrong_usage_is_one_line(refwasm: Refwasm, arguments: list[str], line: str) -> None:
    done = refwasm(*arguments)
    assert done.returncode == 2
    assert line in one_line(done)


@pytest.mark.parametrize("arguments", [[], ["suite"]])
def test_no_command_is_wrong_usage_and_shows_the_help(
    refwasm: Refwasm, arguments: list[str]
) -> None:
    done = refwasm(*arguments)
    lines = done.stderr.decode().splitlines()
    assert lines[0].startswith(" ".join(["Usage: refwasm", *arguments, "[OPTIONS] COMMAND"]))
    assert sum("Usage" in line for line in lines) == 1
    assert max(map(len, lines)) <= 80
    assert not any(line.endswith("...") for line in lines[1:])
    assert (done.stdout, done.returncode) == (b"", 2)


def test_what_is_not_installed_is_said_in_one_line(process: Refwasm, tmp_path: Path) -> None:
    """As after `pip install --no-deps`."""
    (tmp_path / "click.py").write_text("raise ModuleNotFoundError('No click', name='click')")
    path = os.pathsep.join([str(tmp_path), str(Path(__file__).parents[2])])
    done = process("--version", env={**os.environ, "PYTHONPATH": path})
    assert one_line(done) == "refwasm: click is missing: pip install click"
    assert (done.stdout, done.returncode) == (b"", 3)


def test_what_a_command_needs_is_said_too(
    refwasm: Refwasm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COMMANDS, "wast", "absent")
    done = refwasm("wast", "a.wast")
    assert one_line(done) == "refwasm: absent is missing: pip install absent"
    assert done.returncode == 3


@pytest.mark.skipif(os.name != "posix", reason="descriptors are closed as POSIX does it")
@pytest.mark.parametrize(
    ("closed", "err", "code"),
    [
        (0, b"standard input:1:1: malformed: unexpected end: the file is empty\n", 1),
        (1, b"refwasm: cannot write: standard output is closed\n", 3),
        (2, b"", 1),
    ],
)
def test_a_stream_that_is_closed_from_the_start(
    process: Refwasm, closed: int, err: bytes, code: int
) -> None:
    done = process("validate", "-", preexec_fn=lambda: os.close(closed))
    assert (done.stdout, done.stderr, done.returncode) == (b"", err, code)


@pytest.mark.skipif(sys.platform != "linux", reason="others have no such names")
def test_what_is_no_text_is_escaped(process: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "\udcff").mkdir()
    (tmp_path / "\udcff" / "a.wast").touch()
    done = process("suite", "where", "--suite", "\udcff")
    assert (done.stdout, done.stderr) == (b"\\udcff (unpinned)\n", b"")


BAD: dict[str, tuple[bytes | None, str, int]] = {
    "missing": (None, "missing: cannot read: No such file or directory", 2),
    "folder": (None, "folder: cannot read: Is a directory", 2),
    "empty": (b"", "empty:1:1: malformed: unexpected end", 1),
    "blank": (b" \n\n", "blank:1:1: malformed: unexpected end", 1),
    "junk": (b"\0\1\2\3", "junk:0x0: malformed: magic header not detected", 1),
    "elf": (b"\x7fELF\2\1\1\0\0\0\0", "elf:0x0: malformed: magic header not detected", 1),
    "cut": (b"\0as", "cut:0x", 1),
    "version": (b"\0asm\2\0\0\0", "version:0x4: malformed: unknown binary version", 1),
    "component": (b"\0asm\x0d\0\1\0", "a component, not a core module", 1),
    "latin": (b"(module\n (func $\xe9))", "latin:2:9: malformed: malformed UTF-8 encoding", 1),
    "text": (b"(module\n  (funk))", "text:2:4: malformed: unknown operator funk", 1),
    "open": (b"(module (func", "open:1:14: malformed: unexpected token", 1),
    "invalid": (b"(module (func (result i32)))", "invalid:1:27: invalid: type mismatch", 1),
    "lines": (b"(module\r\n  (func\r\n    drop))", "lines:3:5: invalid: type mismatch", 1),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["validate", "run", "wat2wasm"])
def test_a_bad_file_is_one_line_with_its_place(
    refwasm: Refwasm, tmp_path: Path, name: str, command: str
) -> None:
    content, line, code = BAD[name]
    if name == "folder":
        (tmp_path / name).mkdir()
    elif content is not None:
        (tmp_path / name).write_bytes(content)
    done = refwasm(command, name)
    assert line in one_line(done)
    assert done.returncode == code
    assert done.stdout == b""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(refwasm: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "secret").touch(0)
    assert "secret: cannot read: Permission denied" in one_line(refwasm("validate", "secret"))


def test_a_reader_that_goes_away(process: Refwasm, tmp_path: Path) -> None:
    """As with `| head`: quiet, and no success."""
    (tmp_path / "a.wast").write_text('(assert_return (invoke "nothing"))\n' * 3)
    read, write = os.pipe()
    os.close(read)
    done = process("wast", "a.wast", capture_output=False, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert done.stderr == b""
    assert done.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device for this")
@pytest.mark.parametrize("arguments", [["--version"], ["wat2wasm", "a.wat", "-o", "-"]])
def test_a_full_disk_behind_standard_output(
    process: Refwasm, tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "a.wat").write_text("(module)")
    with open("/dev/full", "wb") as full:
        done = process(*arguments, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert one_line(done) == "refwasm: cannot write: No space left on device"
    assert done.returncode == 3
