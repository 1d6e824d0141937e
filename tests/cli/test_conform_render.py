"""`refwasm conform render`, and writing reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refwasm.harness.report import badge, csv, formats, text
from refwasm.harness.report.json import render
from tests.cli.conftest import Refwasm, one_line
from tests.harness.report.samples import SAMPLES


@pytest.fixture
def report(alone: Path) -> Path:
    """A report on disk."""
    path = alone / "r.json"
    path.write_text(render(SAMPLES["beside"]()), "utf-8")
    return path


def test_for_a_terminal(refwasm: Refwasm, report: Path) -> None:
    done = refwasm("conform", "render", "r.json")
    assert done.stdout.decode() == text.render(SAMPLES["beside"]())
    assert (done.stderr, done.returncode) == (b"", 0)


def test_files(refwasm: Refwasm, report: Path) -> None:
    names = [f"--{name}={name}.out" for name in formats.FORMATS]
    done = refwasm("conform", "render", "r.json", *names, "--badge", "{engine}.json")
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 0)
    assert Path("json.out").read_bytes() == report.read_bytes()
    assert Path("csv.out").read_bytes().decode() == csv.render(SAMPLES["beside"]())
    badges = {name: json.loads(Path(f"{name}.json").read_text()) for name in ("refwasm", "gone")}
    assert badges["refwasm"]["message"] == "100% of assertions"
    assert badges["gone"]["message"] == "not measured"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["none.json"], "none.json: cannot read: No such file or directory"),
        (["bad.json"], "bad.json: no report of refwasm conform"),
        (["r.json", "--csv", "no/where"], "no/where: cannot write: there is no folder"),
    ],
)
def test_what_cannot_be(refwasm: Refwasm, report: Path, arguments: list[str], line: str) -> None:
    Path("bad.json").write_text("{}")
    done = refwasm("conform", "render", *arguments)
    assert line in one_line(done)
    assert (done.stdout, done.returncode) == (b"", 2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device for this")
def test_one_file_does_not_cost_the_others(
    refwasm: Refwasm, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a disk that is full nor a form that fails."""

    def fail(report: object) -> str:
        raise KeyError("oops")

    monkeypatch.setitem(formats.FORMATS, "ctrf", formats.Format(fail, ""))
    done = refwasm(
        *("conform", "render", "r.json", "--json", "/dev/full", "--ctrf", "c", "--badge", "b")
    )
    full, bug = done.stderr.decode().splitlines()
    assert full == "/dev/full: cannot write: No space left on device"
    assert bug.startswith("c: cannot write: KeyError: 'oops' (test_conform_render.py:")
    assert (done.stdout, done.returncode) == (b"", 3)
    assert Path("b").read_text() == badge.render(SAMPLES["beside"]())
