"""`refwasm conform --shard`, and `refwasm conform merge`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Refwasm, one_line

SCRIPT = """(module (func (export "f") (result i32) (i32.const {})))
(assert_return (invoke "f") (i32.const 1))
"""


@pytest.fixture
def suite(alone: Path) -> Path:
    """Three scripts, the last of which fails."""
    for n, value in enumerate((1, 1, 2)):
        (alone / f"{n}.wast").write_text(SCRIPT.format(value))
    return alone


def test_parts_make_a_whole(refwasm: Refwasm, suite: Path) -> None:
    codes = [
        refwasm("conform", "--suite", ".", ".", "-n1", f"--shard={n}/3", f"--json=r{n}.json").returncode
        for n in (1, 2, 3)
    ]  # fmt: skip
    assert sorted(codes) == [0, 0, 1]
    done = refwasm(
        "conform", "merge", *(f"r{n}.json" for n in (3, 1, 2)), "-o", "all.json", "--csv=c"
    )
    assert (done.stderr, done.returncode) == (b"", 1)
    assert "2.wast:2: assert_return: fail" in done.stdout.decode()
    merged = json.loads(Path("all.json").read_text())
    assert [s["name"] for s in merged["engines"][0]["scripts"]] == ["0.wast", "1.wast", "2.wast"]
    [const] = [i for i in merged["engines"][0]["instructions"] if i["key"] == "i32.const"]
    assert (const["passed"], const["failed"]) == (2, 1)
    assert merged["commands"]["0.wast"][0].keys() == {"index", "kind", "lines", "texts"}
    assert Path("c").exists()
    done = refwasm("conform", "merge", "r1.json", "r3.json")
    assert "lost: part 2/3: there is no report" in done.stdout.decode().splitlines()
    assert done.returncode == 3
    done = refwasm("conform", "merge", "r1.json", "r1.json")
    assert one_line(done).startswith("r1.json: part 1/3, as r1.json is")
    assert done.returncode == 2


HEAD = '[[suite]]\nname = "."\n'
RED = (
    HEAD
    + """
[[suite.test]]
name = "*"
expected = "fail"
instruction = "i32.const"
[[suite.test]]
name = "[01]"
expected = "fail"
kind = "assert_return"
[[suite.test]]
name = "*"
expected = "fail"
line = 9
[[suite.test]]
name = "*"
expected = "fail"
instruction = "f32.add"
"""
)
GREEN = (
    HEAD
    + """
[[suite.test]]
name = "*"
expected = "fail"
instruction = "i32.const"
"""
)


@pytest.mark.parametrize(("entries", "of", "code", "stale"), [(RED, 2, 1, 2), (GREEN, 3, 0, 0)])
def test_expectations_are_judged_on_the_whole(
    refwasm: Refwasm, suite: Path, entries: str, of: int, code: int, stale: int
) -> None:
    """Wherever the commands are that an entry selects; no part is red for what others have."""
    Path("e.toml").write_text(entries)
    run = ("conform", "--suite=.", ".", "-n1", "--expect=e.toml")
    whole = refwasm(*run, "--json=whole.json")
    parts = [
        refwasm(*run, f"--shard={n}/{of}", f"--json=r{n}.json", f"--results=r{n}.jsonl").returncode
        for n in range(1, of + 1)
    ]
    assert parts == [0] * of
    for form in ("json", "jsonl"):
        done = refwasm(
            "conform", "merge", *(f"r{n}.{form}" for n in range(1, of + 1)), "-o", "all.json"
        )
        assert (done.returncode, whole.returncode) == (code, code)
        found, there = (json.loads(Path(name).read_text()) for name in ("all.json", "whole.json"))
        assert sorted(found["stale"]) == sorted(there["stale"])
        assert len(found["stale"]) == stale
        of_engines = [
            [{**r, "seconds": 0} for r in d["engines"][0]["failures"]] for d in (found, there)
        ]
        assert of_engines[0] == of_engines[1]
        if form == "json":
            assert found["sources"] == there["sources"]


def test_what_is_unexpected_is_in_the_results_that_were_streamed(
    refwasm: Refwasm, suite: Path
) -> None:
    Path("e.toml").write_text(RED)
    run = ("conform", "--suite=.", "0.wast", "1.wast", "-n1", "--expect=e.toml")
    assert refwasm(*run, "--results=r.jsonl").returncode == 1
    done = refwasm("conform", "render", "r.jsonl")
    assert "unexpected" in done.stdout.decode()


def test_a_part_may_have_nothing_to_do(refwasm: Refwasm, suite: Path) -> None:
    parts = [f"r{n}.json" for n in range(1, 5)]
    codes = [
        refwasm("conform", "--suite=.", "0.wast", "-n1", f"--shard={n}/4", f"--json={name}").returncode
        for n, name in enumerate(parts, 1)
    ]  # fmt: skip
    assert codes == [0, 0, 0, 0]
    done = refwasm("conform", "merge", *parts)
    assert done.stdout.decode().splitlines()[-1].startswith("PASSED: 1 of 1 assertions")
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--suite", ".", "--shard", "4/3"], "'4/3' is no part of a run"),
        (["merge", "none.json"], "none.json: cannot read"),
        (["merge", "0.wast"], "0.wast: no report of refwasm conform"),
    ],
)
def test_what_cannot_be(refwasm: Refwasm, suite: Path, arguments: list[str], line: str) -> None:
    done = refwasm("conform", *arguments)
    assert line in one_line(done)
    assert (done.stdout, done.returncode) == (b"", 2)


def test_results_of_a_run_that_was_cut_short(refwasm: Refwasm, suite: Path) -> None:
    """They are a report: on the whole, or as a part."""
    run = ("conform", "--suite=.", "-n1")
    refwasm(
        *run,
        "0.wast",
        "1.wast",
        "--results=r.jsonl",
        "--json=r.json",
        "--engine=refwasm",
        "--engine=refwasm-auto",
    )
    whole = refwasm("conform", "render", "r.jsonl", "--json", "again.json")
    assert (whole.stderr, whole.returncode) == (b"", 0)
    before, after = (json.loads(Path(name).read_text()) for name in ("r.json", "again.json"))
    assert before["engines"] == after["engines"]
    refwasm(*run, ".", "--shard=1/1", "--results=r.jsonl")
    data = Path("r.jsonl").read_bytes()
    Path("r.jsonl").write_bytes(data[: data.rindex(b'{"script": "2.wast", "engine"') + 9])
    done = refwasm("conform", "merge", "r.jsonl", "-o", "all.json")
    assert "lost: 2.wast: the run was cut short" in done.stdout.decode().splitlines()
    assert done.returncode == 3
    [engine] = json.loads(Path("all.json").read_text())["engines"]
    assert engine["statuses"]["pass"] == 2


def test_the_report_may_go_to_standard_output(refwasm: Refwasm, suite: Path) -> None:
    refwasm("conform", "--suite=.", ".", "-n1", "--shard=1/1", "--json=r.json")
    done = refwasm("conform", "merge", "r.json", "-o", "-")
    assert json.loads(done.stdout)["run"]["shard"] == ""
    assert b"2.wast:2: assert_return: fail" in done.stderr
    done = refwasm("conform", "merge", "r.json", "-o", "a", "--json", "b")
    assert "--output and --json are the same" in one_line(done)
