"""Scripts of the same name, without commands, without assertions, with other line ends, in other encodings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Refwasm

GOOD = """(module (func (export "f") (result i32) (i32.const 1)))
(assert_return (invoke "f") (i32.const 1))
"""
BAD = GOOD.replace("(i32.const 1))\n", "(i32.const 2))\n").replace("const 2)))", "const 1)))")
SCRIPTS = {
    "x/a": GOOD.encode(),
    "y/a": BAD.encode(),
    "crlf": BAD.replace("\n", "\r\n").encode(),
    "bom": GOOD.encode("utf-8-sig"),
    "latin": b"(module)\n;; caf\xe9\n(module)",
    "utf16": GOOD.encode("utf-16"),
    "cut": b'(module)\n(assert_return (invoke "f")',
    "empty": b"",
    "comment": b";; nothing\n",
    "plain": b"(module)\n(module (func))\n",
}
FAILURES = [
    ("bom", 1, "script", "malformed: illegal character U+FEFF"),
    ("crlf", 2, "assert_return", "(i32.const 1)"),
    ("cut", 2, "script", "malformed: unexpected token: the text ends here, expected a result"),
    ("latin", 2, "script", "malformed: malformed UTF-8 encoding"),
    ("utf16", 1, "script", "malformed: malformed UTF-8 encoding"),
    ("y/a", 2, "assert_return", "(i32.const 1)"),
]


@pytest.fixture
def suite(alone: Path) -> Path:
    for name, data in SCRIPTS.items():
        path = alone / "core" / f"{name}.wast"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return alone


def read(name: str) -> dict[str, Any]:
    """The report in a file, without times."""
    report: dict[str, Any] = json.loads(Path(name).read_text("utf-8"))
    for engine in report["engines"]:
        for timed in (*engine["scripts"], *engine["failures"]):
            del timed["seconds"]
    return report


def test_each_is_reported_by_itself(refwasm: Refwasm, suite: Path) -> None:
    """As a whole, in parts, and in the map; a comparison names that of two which changed."""
    run = ("conform", "--suite=.", "core", "-n1")
    done = refwasm(*run, "--json=r.json")
    assert (done.stderr, done.returncode) == (b"", 1)
    whole = read("r.json")
    failures = [
        (r["script"].removeprefix("core/").removesuffix(".wast"), r["line"], r["kind"], r["got"])
        for r in whole["engines"][0]["failures"]
    ]
    assert failures == FAILURES
    said = done.stdout.decode().splitlines()
    assert [line for line in said if line.startswith("no command in")] == [
        f"no command in core/{name}.wast" for name in ("comment", "empty")
    ]
    assert said[-1].startswith("FAILED: 1 of 3 assertions, 4 of 10 scripts whole")

    for n in (1, 2):
        refwasm(*run, f"--shard={n}/2", f"--json=r{n}.json")
    refwasm("conform", "merge", "r1.json", "r2.json", "-o", "all.json")
    for key in ("engines", "commands", "sources"):
        assert read("all.json")[key] == whole[key]

    assert refwasm("conform", "map", "--suite=.", "core", "-o", "m.json").returncode == 0
    known = json.loads(Path("m.json").read_text())["scripts"]
    assert {name: len(of["commands"]) for name, of in known.items()} == {
        script["name"]: script["commands"] for script in whole["engines"][0]["scripts"]
    }

    (suite / "core" / "x" / "a.wast").write_text(BAD)
    refwasm(*run, "--json=new.json")
    done = refwasm("conform", "compare", "r.json", "new.json")
    said = done.stdout.decode().splitlines()
    assert [line for line in said if " -> " in line] == ["  core/x/a.wast:2: pass -> fail"]
    assert (said[-1], done.returncode) == ("WORSE: 1 worse", 1)


@pytest.mark.parametrize(
    ("name", "last", "code"),
    [
        ("empty", "NOTHING TESTED: no command in 1 script", 1),
        ("comment", "NOTHING TESTED: no command in 1 script", 1),
        ("plain", "PASSED: no assertion among the commands, 1 of 1 scripts whole", 0),
        ("bom", "FAILED: no assertion among the commands, 0 of 1 scripts whole", 1),
    ],
)
def test_alone_each_ends_in_a_line(
    refwasm: Refwasm, suite: Path, name: str, last: str, code: int
) -> None:
    done = refwasm("conform", "--suite=.", f"core/{name}.wast", "-n1")
    assert done.stdout.decode().splitlines()[-1].startswith(last)
    assert (done.stderr, done.returncode) == (b"", code)


def test_expectations_of_what_holds_no_command(refwasm: Refwasm, suite: Path) -> None:
    """An empty script has run whole."""
    entry = '[[suite]]\nname = "core"\n[[suite.test]]\nname = "empty"\nexpected = "fail"\n'
    (suite / "e.toml").write_text(entry)
    done = refwasm(
        "conform", "--suite=.", "core/empty.wast", "core/plain.wast", "-n1", "--expect=e.toml"
    )
    assert "expected in vain: e.toml:3: core/empty: no such command" in done.stdout.decode()
    assert done.returncode == 1


def test_engines_none_of_which_is_here(
    refwasm: Refwasm, suite: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WASMEDGE", "no-such-program")
    done = refwasm("conform", "--suite=.", "--engine=wasmedge", "core/plain.wast", "-n1")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith(b"NOTHING TESTED: no engine is here")
