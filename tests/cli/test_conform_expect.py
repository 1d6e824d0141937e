"""`refwasm conform --expect`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Refwasm, one_line

SCRIPT = """(module (func (export "f") (result i32) (i32.add (i32.const 1) (i32.const 1)))
  (func (export "g") (result i32) (i32.sub (i32.const 1) (i32.const 1))))
(assert_return (invoke "f") (i32.const 3))
(assert_return (invoke "g") (i32.const 0))
"""
HEAD = '[[suite]]\nname = "core"\n[[suite.test]]\nname = "a"\nexpected = "fail"\nreason = "known"\n'


@pytest.fixture
def suite(alone: Path) -> Path:
    """A script of which line 3 fails, and one that passes."""
    (alone / "core").mkdir()
    (alone / "core" / "a.wast").write_text(SCRIPT)
    (alone / "core" / "b.wast").write_text("(module)")
    return alone


@pytest.mark.parametrize(
    ("entry", "code", "said"),
    [
        ("line = 3", 0, "ok: 1 of 2 assertions"),
        ('instruction = "i32.add"', 0, "failed as expected, by reason"),
        ("line = [3, 4]", 1, "    expected fail, says e.toml:3: known"),
        ('instruction = "i32.sub"', 1, "passed, though an expectation says that it fails"),
        ("line = 5", 1, "expected in vain: e.toml:3: core/a: no such command at line 5"),
        ('line = 3\nengine = "other"', 1, "FAILED: 1 of 2 assertions"),
    ],
)
def test_expect(refwasm: Refwasm, suite: Path, entry: str, code: int, said: str) -> None:
    (suite / "e.toml").write_text(HEAD + entry)
    done = refwasm(
        "conform", "--suite=.", "-n1", "--expect=e.toml", "--json=r.json", "--markdown=m"
    )
    assert said in done.stdout.decode()
    assert (done.stderr, done.returncode) == (b"", code)
    assert json.loads(Path("r.json").read_text())["stale"] == (
        ["e.toml:3: core/a: no such command at line 5"] if "line = 5" in entry else []
    )
    assert ("Expected in vain" in Path("m").read_text()) == ("line = 5" in entry)


def test_what_is_skipped_does_not_run(refwasm: Refwasm, suite: Path) -> None:
    (suite / "e.toml").write_text(HEAD.replace('expected = "fail"', 'action = "skip"') + "line = 3")
    done = refwasm("conform", "--suite=.", "-n1", "--expect", "e.toml", "--json", "r.json")
    assert done.returncode == 0
    [skipped] = json.loads(Path("r.json").read_text())["engines"][0]["failures"]
    assert (skipped["status"], skipped["excuse"], skipped["line"]) == ("skipped", "known", 3)


def test_a_part_of_the_suite_proves_nothing_of_the_rest(refwasm: Refwasm, suite: Path) -> None:
    (suite / "e.toml").write_text(HEAD.replace('"a"', '"*"') + 'instruction = "i32.add"')
    assert refwasm("conform", "--suite=.", "-n1", "--expect=e.toml", "core/b.wast").returncode == 0


def test_what_has_no_meaning(refwasm: Refwasm, suite: Path) -> None:
    (suite / "e.toml").write_text(HEAD + "line = 3\nissues = 4")
    done = refwasm("conform", "--suite=.", "--expect=e.toml")
    assert one_line(done) == "e.toml:3: issues is no key of a test"
    assert (done.stdout, done.returncode) == (b"", 2)
