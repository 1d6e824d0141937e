"""`refwasm wast2json`: the files that it writes, and what it says otherwise."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Refwasm, one_line

SCRIPT = (
    '(module $M (func (export "f")))\n(invoke "f")\n(assert_malformed (module quote "(") "x")\n'
)


def test_files_stand_beside_the_json(refwasm: Refwasm, alone: Path) -> None:
    (alone / "s.wast").write_text(SCRIPT)
    (alone / "out").mkdir()
    assert refwasm("wast2json", "s.wast", "-o", "out/t.json").returncode == 0
    assert sorted(p.name for p in (alone / "out").iterdir()) == ["t.0.wasm", "t.1.wat", "t.json"]
    document = json.loads((alone / "out" / "t.json").read_bytes())
    assert document["source_filename"] == "s.wast"
    assert [command["line"] for command in document["commands"]] == [1, 2, 3]


def test_the_json_is_named_like_the_script_by_default(refwasm: Refwasm, alone: Path) -> None:
    (alone / "sub").mkdir()
    (alone / "sub" / "s.wast").write_text("(module)")
    assert refwasm("wast2json", "sub/s.wast").returncode == 0
    assert sorted(p.name for p in alone.iterdir()) == ["s.0.wasm", "s.json", "sub"]


def test_standard_input(refwasm: Refwasm, alone: Path) -> None:
    assert refwasm("wast2json", "-", stdin=b"(module)").returncode == 0
    assert sorted(p.name for p in alone.iterdir()) == ["script.0.wasm", "script.json"]


def test_standard_output_holds_no_modules(refwasm: Refwasm) -> None:
    done = refwasm("wast2json", "-", "-o", "-", stdin=b"(module)")
    assert done.returncode == 2
    assert "the modules need a folder" in one_line(done)


def test_what_is_no_script(refwasm: Refwasm, alone: Path) -> None:
    (alone / "s.wast").write_text("(module)\n(dance)")
    done = refwasm("wast2json", "s.wast")
    assert done.returncode == 1
    assert one_line(done).startswith("s.wast:2:2: malformed: ")
    assert not (alone / "s.json").exists()


def test_features_decide_what_is_read(refwasm: Refwasm, alone: Path) -> None:
    (alone / "s.wast").write_text("(module (func (try (do))))")
    assert refwasm("wast2json", "--features=+legacy-exceptions", "s.wast").returncode == 0
    assert (alone / "s.0.wasm").exists()


def test_what_a_map_knows(refwasm: Refwasm, alone: Path) -> None:
    text = '(module (func (export "f") (result i32) (i32.const 1)))\n'
    text += '(assert_return (invoke "f") (i32.const 1))\n'
    (alone / "suite").mkdir()
    (alone / "suite" / "s.wast").write_text(text)
    made = refwasm("conform", "map", "--suite", "suite", "-o", "map.json", "-n", "1", "--fresh")
    assert made.returncode == 0, made.stderr
    assert refwasm("wast2json", "suite/s.wast", "--map", "map.json").returncode == 0
    _, assertion = json.loads((alone / "s.json").read_bytes())["commands"]
    assert list(assertion)[-2:] == ["features", "instructions"]
    assert "i32.const" in assertion["instructions"]
    export = ("suite", "export", "out", "--suite", "suite", "--map", "map.json")
    assert refwasm(*export).returncode == 0
    assert b'"instructions"' in (alone / "out" / "s.json").read_bytes()
    (alone / "suite" / "other.wast").write_text("(module)")
    assert one_line(refwasm(*export)) == "map.json: knows nothing of other.wast"


def test_what_is_no_map(refwasm: Refwasm, alone: Path) -> None:
    (alone / "s.wast").write_text("(module)")
    done = refwasm("wast2json", "s.wast", "--map", "s.wast")
    assert (done.returncode, one_line(done)) == (2, "s.wast: not a map of a suite")
