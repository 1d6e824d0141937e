"""`refwasm suite`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from refwasm.script.json_read import read_json
from tests.cli.conftest import Refwasm, one_line


def test_where(refwasm: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "a.wast").touch()
    assert refwasm("suite", "where", "--suite", ".").stdout == b". (unpinned)\n"


def test_a_fetch_that_fails(refwasm: Refwasm, tmp_path: Path) -> None:
    done = refwasm("suite", "fetch", "--mirror", "file:///nowhere", "--to", "here")
    line = one_line(done)
    assert line.startswith("cannot fetch from file:///nowhere: ")
    assert line.endswith("; nothing was changed")
    assert done.returncode == 1
    assert not list(tmp_path.iterdir())


SCRIPTS = {"core/a.wast": "(module) (module)", "core/gc/b.wast": '(module) (register "b")'}


def exported(root: Path, refwasm: Refwasm, *options: str) -> tuple[int, dict[str, Any]]:
    """The exit code, and the index, of exporting a suite of two scripts and those below `root`."""
    for name, text in SCRIPTS.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    done = refwasm("suite", "export", "out", *options, "--suite", str(root))
    return done.returncode, json.loads((Path("out") / "index.json").read_bytes())


def test_the_suite_as_data(refwasm: Refwasm, tmp_path: Path) -> None:
    code, index = exported(tmp_path / "suite", refwasm)
    assert (code, index["suite"], index["unread"]) == (0, "unpinned", [])
    listed = [(s["script"], s["json"], s["commands"]) for s in index["scripts"]]
    assert listed == [
        ("core/a.wast", "core/a.json", 2),
        ("core/gc/b.wast", "core/gc/b.json", 2),
    ]
    source, commands = read_json(Path("out/core/gc/b.json"))
    assert (source.name, len(commands)) == ("core/gc/b.wast", 2)
    digest = hashlib.sha256(SCRIPTS["core/a.wast"].encode()).hexdigest()
    assert index["scripts"][0]["sha256"] == digest


def test_a_part_of_the_suite_as_data(refwasm: Refwasm, tmp_path: Path) -> None:
    code, index = exported(tmp_path / "suite", refwasm, "core/gc")
    assert (code, [s["script"] for s in index["scripts"]]) == (0, ["core/gc/b.wast"])


def test_scripts_that_cannot_be_read_are_named(refwasm: Refwasm, tmp_path: Path) -> None:
    bad = tmp_path / "suite" / "core" / "bad.wast"
    bad.parent.mkdir(parents=True)
    bad.write_text("(dance)")
    code, index = exported(tmp_path / "suite", refwasm)
    assert (code, len(index["scripts"])) == (1, 2)
    assert [s["script"] for s in index["unread"]] == ["core/bad.wast"]
