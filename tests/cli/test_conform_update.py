"""`refwasm conform update`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Refwasm, one_line

SCRIPT = """(module (func (export "f") (result i32) (i32.const 1)))
(assert_return (invoke "f") (i32.const 1))
(assert_return (invoke "f") (i32.const 2))
"""


@pytest.fixture
def suite(alone: Path) -> Path:
    """A script of which the last line fails."""
    (alone / "a.wast").write_text(SCRIPT)
    return alone


def test_a_run_is_as_expected_then(refwasm: Refwasm, suite: Path) -> None:
    run = ("--suite=.", "-n1", "a.wast")
    done = refwasm("conform", "update", "e.toml", *run)
    assert done.stdout.decode().splitlines()[-1] == "e.toml: 0 kept, 0 changed, 0 removed, 1 added"
    assert (done.stderr, done.returncode) == (b"", 0)
    assert "line = 3\n" in Path("e.toml").read_text()
    done = refwasm("conform", *run, "--expect", "e.toml", "--json", "r.json")
    assert done.returncode == 0
    before = Path("e.toml").read_bytes()
    done = refwasm("conform", "update", "e.toml", "--from", "r.json")
    assert done.stdout.decode() == "e.toml: 1 kept, 0 changed, 0 removed, 0 added\n"
    assert Path("e.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["e.toml", "--from", "none.json"], "none.json: cannot read"),
        (["e.toml", "--from", "a.wast"], "a.wast: no report of refwasm conform"),
        (["e.toml", "--from", "r.json", "core"], "--from a report, or a run: not both"),
        (["no/e.toml"], "no/e.toml: cannot write"),
        (["e.toml", "--suite=.", "none"], "none: no such script or folder"),
        (["bad.toml", "--suite=."], "bad.toml:2: what is expected?"),
    ],
)
def test_what_cannot_be(refwasm: Refwasm, suite: Path, arguments: list[str], line: str) -> None:
    Path("bad.toml").write_text('[[suite]]\n[[suite.test]]\nname = "a"')
    done = refwasm("conform", "update", *arguments)
    assert line in one_line(done)
    assert (done.stdout, done.returncode) == (b"", 2)
    assert not Path("e.toml").exists()
