"""`refwasm wast`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refwasm.script.results import Status, from_json
from tests.cli.conftest import Refwasm, one_line

SCRIPT = """(module (func (export "f") (result i32) (i32.const 1)))
(assert_return (invoke "f") (i32.const 1))
(assert_return (invoke "f") (i32.const 2))
"""


def test_a_line_for_each_failure(refwasm: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "a.wast").write_text(SCRIPT)
    done = refwasm("wast", "a.wast")
    assert done.stdout.decode().splitlines() == [
        "a.wast:3: assert_return: fail: expected (i32.const 2), got (i32.const 1)",
        "2 commands passed, 1 failed",
    ]
    assert done.returncode == 1


def test_results_as_json(refwasm: Refwasm) -> None:
    done = refwasm("wast", "-", "--json", stdin=SCRIPT.encode())
    results = [from_json(line) for line in done.stdout.decode().splitlines()]
    assert [r.status for r in results] == [Status.PASS, Status.PASS, Status.FAIL]
    assert results[1].instructions == ("end", "i32.const")
    assert {*json.loads(done.stdout.splitlines()[0])} >= {"script", "index", "line", "status"}


def test_all_pass(refwasm: Refwasm) -> None:
    done = refwasm("wast", "-", stdin="".join(SCRIPT.splitlines(keepends=True)[:2]).encode())
    assert (done.stdout, done.returncode) == (b"2 commands passed, 0 failed\n", 0)


@pytest.mark.parametrize(
    ("script", "line"),
    [
        (b"(module)\n(nonsense)", "standard input:2:2: malformed: unknown operator nonsense"),
        (b"(module)\n\xff", "standard input:2:1: malformed: malformed UTF-8 encoding"),
        (b"\0asm\1\0\0\0", "standard input:0x0: malformed: "),
    ],
)
def test_what_is_no_script(refwasm: Refwasm, script: bytes, line: str) -> None:
    done = refwasm("wast", "-", stdin=script)
    assert one_line(done).startswith(line)
    assert done.returncode == 1


def test_the_other_scripts_run_all_the_same(refwasm: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "a.wast").write_text("(module)")
    done = refwasm("wast", "missing.wast", "a.wast")
    assert done.stdout == b"1 command passed, 0 failed\n"
    assert one_line(done) == "missing.wast: cannot read: No such file or directory"
    assert done.returncode == 2
