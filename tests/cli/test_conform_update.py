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


ENTRY = '[[suite.test]]\nname = "{}"\nexpected = "fail"\n'


@pytest.mark.parametrize("expect", [(), ("--expect=e.toml",)])
@pytest.mark.parametrize("how", ["run", "report"])
def test_what_names_nothing_goes(
    refwasm: Refwasm, alone: Path, how: str, expect: tuple[str, ...]
) -> None:
    """What the run is not about stays, and is not red then: other folders, proposals that are off."""
    for name in ("core/a", "core/threads/b", "legacy/c"):
        script = alone / f"{name}.wast"
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(SCRIPT)
    head = "version = 1\n\n[[suite]]\n\n"
    kept = [ENTRY.format("core/a") + "line = 3\n# for ever\n"]
    kept += [ENTRY.format(name) for name in ("core/threads/b", "legacy/c", "legacy/*")]
    gone = "# of old\n" + ENTRY.format("core/gone")
    skip = ENTRY.format("core/a").replace('expected = "fail"', 'action = "skip"') + "line = 99\n"
    Path("e.toml").write_text(head + "\n".join([gone, *kept[:1], skip, *kept[1:]]))
    run = ("--suite=.", "-n1")
    if how == "report":
        code = refwasm("conform", *run, *expect, "--json=r.json").returncode
        assert code == 1
        assert refwasm("conform", "update", "e.toml", "--from=r.json").returncode == 0
    if how == "run" or not expect:
        assert refwasm("conform", "update", "e.toml", *run).returncode == 0
    assert Path("e.toml").read_text() == head + "\n".join(kept)
    done = refwasm("conform", *run, "--expect=e.toml")
    assert (done.stderr, done.returncode) == (b"", 0), done.stdout.decode()


def test_a_part_does_not_tell_of_the_rest(refwasm: Refwasm, suite: Path) -> None:
    """Neither one script, nor a part of a run."""
    (suite / "b.wast").write_text("(module)")
    text = "[[suite]]\n" + ENTRY.format("gone")
    Path("e.toml").write_text(text)
    for part in ("b.wast", "--shard=1/9"):
        refwasm("conform", "--suite=.", "-n1", part, "--json=r.json")
        assert refwasm("conform", "update", "e.toml", "--from=r.json").returncode == 0
        assert Path("e.toml").read_text().startswith(text)


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
