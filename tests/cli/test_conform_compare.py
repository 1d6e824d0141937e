"""`refwasm conform compare`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from refwasm.harness.report.json import render
from refwasm.script.results import Result, Status
from tests.cli.conftest import Refwasm, one_line
from tests.harness.report.samples import SAMPLES, one, run


@pytest.fixture
def reports(alone: Path) -> Path:
    """Two reports: a command passed, and fails now."""
    good = Result("a.wast", 0, 1, "assert_return", Status.PASS, instructions=("i32.add",))
    for name, status in (("good", Status.PASS), ("bad", Status.FAIL)):
        found = one(run(), {"a.wast": [replace(good, status=status)]})
        (alone / f"{name}.json").write_text(render(found))
    (alone / "other.json").write_text(render(SAMPLES["passing"]()))
    return alone


@pytest.mark.parametrize(
    ("old", "new", "last", "code"),
    [
        ("good", "good", "ok: nothing changed", 0),
        ("good", "bad", "WORSE: 1 worse", 1),
        ("bad", "good", "BETTER: 1 better", 0),
        ("bad", "other", "ok: 2 new, 1 gone", 0),
    ],
)
def test_compare(refwasm: Refwasm, reports: Path, old: str, new: str, last: str, code: int) -> None:
    done = refwasm("conform", "compare", f"{old}.json", f"{new}.json", "--markdown", "c.md")
    assert done.stdout.decode().splitlines()[-1] == last
    assert (done.stderr, done.returncode) == (b"", code)
    assert f"**{last}**" in Path("c.md").read_text().replace("&#58;", ":")


def test_what_got_worse_is_named(refwasm: Refwasm, reports: Path) -> None:
    said = refwasm("conform", "compare", "good.json", "bad.json").stdout.decode()
    assert "a.wast:1: pass -> fail" in said
    assert "i32.add                                           passed           1 of 1 fail" in said


def test_what_fails_anew_is_said_as_new(refwasm: Refwasm, reports: Path) -> None:
    """What else runs in it passes where it passed before."""
    good = Result("a.wast", 0, 1, "assert_return", Status.PASS, instructions=("i32.add",))
    bad = Result("b.wast", 0, 1, "assert_return", Status.FAIL, instructions=("i32.add", "i32.sub"))
    (reports / "more.json").write_text(render(one(run(), {"a.wast": [good], "b.wast": [bad]})))
    done = refwasm("conform", "compare", "good.json", "more.json")
    said = [" ".join(line.split()) for line in done.stdout.decode().splitlines()]
    assert "b.wast:1: new -> fail" in said
    assert "i32.add passed 1 of 2 fail, new" in said
    assert (said[-1], done.returncode) == ("ok: 1 new", 0)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["good.json", "none.json"], "none.json: cannot read"),
        (["c.py", "good.json"], "c.py: no report of refwasm conform"),
        (["good.json", "bad.json", "--markdown", "no/c"], "no/c: cannot write"),
    ],
)
def test_what_cannot_be(refwasm: Refwasm, reports: Path, arguments: list[str], line: str) -> None:
    (reports / "c.py").write_text("x")
    done = refwasm("conform", "compare", *arguments)
    assert line in one_line(done)
    assert (done.stdout, done.returncode) == (b"", 2)


def test_the_comment_may_go_to_standard_output(refwasm: Refwasm, reports: Path) -> None:
    done = refwasm("conform", "compare", "good.json", "bad.json", "--markdown", "-")
    assert done.stdout.startswith(b"## ") and b"**" in done.stdout
    assert done.stderr.decode().splitlines()[-1] == "WORSE: 1 worse"
